"""Forms filled in from the record of one visible referral. They hold names in the clear, so drawing one is recorded."""

from datetime import date
from typing import Final

from app.domain.access import Principal
from app.domain.custody import named
from app.domain.forms import Form, FormRecord, filled
from app.domain.parts import Term
from app.domain.ports import Found, Ports, Sought
from app.domain.referral import Referral, ReferralId
from app.domain.registry import as_of
from app.domain.sheets import Sheet
from app.domain.values import replace
from app.services.receipts import number_of
from app.services.referral_reads import revealed, visible, with_texts
from app.services.sharing import require_shared

READ: Final = ("parties", "agreement", "materials", "service_addresses")
"""Words under which drawing a form is recorded."""


async def drawn(ports: Ports, principal: Principal, referral_id: ReferralId, form: Form) -> Sheet:
    """A form of a visible referral; needs `parties:reveal`, and is written down.

    Refuses with `not_found`, `scope_missing`, and `form_not_ready` where the record lacks what the form says; a refused
    form showed nothing and leaves no trace.
    """
    tenant_id = principal.tenant_id
    async with ports.unit_of_work(tenant_id) as tx:
        sought = Sought(tenant_id=tenant_id, referral_id=referral_id)
        found = await tx.referrals.load(sought)
        referral = visible(found, principal).referral
        lead = next((x.mediator_id for x in referral.mediators if x.lead and x.ended_on is None), None)
        letter = named(referral)
        if lead is not None or letter != referral.holder_id:
            found = await tx.referrals.load(replace(sought, mediator_id=lead, organisation_id=letter))
        await require_shared(ports, tx, principal, found, READ)
        await revealed(ports, tx, principal, referral_id, *READ)
        dossier = await tx.referrals.dossier(referral_id, tenant_id, ("materials", "service_addresses"))
        texts = await tx.referrals.term_texts(referral_id, tenant_id)
        today = ports.clock.legal_at(found.offset_seconds).on
        record = FormRecord(
            referral=referral,
            number=number_of(referral.opened_on, visible(found, principal).serial),
            parties=await tx.referrals.parties(referral_id, tenant_id),
            terms=with_texts(_terms(referral), texts),
            materials=dossier.materials,
            addresses=dossier.service_addresses,
            cause=_cause(ports, referral),
            today=today,
            **_names(found, today),
        )
        return filled(form, record)


def _terms(referral: Referral) -> tuple[Term, ...]:
    return () if referral.agreement is None else referral.agreement.terms


def _cause(ports: Ports, referral: Referral) -> str | None:
    known = ports.book().causes.causes.get(referral.cause_code or "")
    return None if known is None else known.name


def _names(found: Found, day: date) -> dict[str, str | None]:
    """Names of court, organisation, mediator and of the organisation that the court named, as they are on the day."""
    court = None if found.court is None else as_of(found.court, day).name
    holder = None if found.holder is None else as_of(found.holder, day).name
    mediator = None if found.mediator is None else as_of(found.mediator, day).name
    letter = holder if found.organisation is None else as_of(found.organisation, day).name
    return {"court": court, "organisation": holder, "mediator": mediator, "named": letter}
