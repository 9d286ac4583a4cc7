"""Parts of one referral put into its own answer. What has personal data comes masked; reading terms is recorded."""

from typing import Any, Final

from app.domain.access import Principal
from app.domain.ports import Ports
from app.routers import views
from app.routers.schemas import parts
from app.routers.schemas.referral import ExpandedView
from app.services import dossier_reads, referral_reads, webhooks
from app.services.referral_reads import Sight

_OF_DOSSIER: Final = frozenset(dossier_reads.LISTS)


async def expanded(
    ports: Ports, principal: Principal, sight: Sight, wanted: frozenset[str], language: str
) -> ExpandedView:
    """The parts that are wanted, null for the others."""
    referral = sight.referral
    made: dict[str, Any] = dict.fromkeys(ExpandedView.model_fields)
    if "parties" in wanted:
        known = await referral_reads.parties(ports, principal, referral.id)
        made["parties"] = tuple(views.party(each) for each in known)
    if "agreement" in wanted:
        drafted = await referral_reads.agreement(ports, principal, referral.id)
        made["agreement"] = None if drafted is None else views.agreement(drafted, referral, ports.book().rules_off)
    if wanted & _OF_DOSSIER:
        lists = await dossier_reads.lists(ports, principal, referral.id, wanted & _OF_DOSSIER)
        made |= {name: views.of_dossier(name, lists.dossier) for name in wanted & _OF_DOSSIER}
    if "delivery_status" in wanted:
        told = await webhooks.delivery_status(ports, principal, referral)
        made["delivery_status"] = [{"tenant_id": tenant_id, "status": status} for tenant_id, status in told]
    plain = _plain(sight, language)
    return ExpandedView.model_validate({**made, **{name: plain[name] for name in wanted & plain.keys()}})


def _plain(sight: Sight, language: str) -> dict[str, Any]:
    """Parts without personal data, which came with the referral."""
    referral = sight.referral
    return {
        "consents": tuple(views.copied(parts.ConsentView, each) for each in referral.consents),
        "contacts": tuple(views.copied(parts.ContactView, each) for each in referral.contacts),
        "sessions": tuple(views.copied(parts.SessionView, each) for each in referral.sessions),
        "deadlines": views.deadlines(referral.clocks).items,
        "procedures": views.procedures(sight, language),
    }
