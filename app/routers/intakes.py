"""From a well-formed opening to what the use case understands: the referral that is to be, and how it begins."""

from collections.abc import Mapping
from typing import Final

from app.domain import commands as c
from app.domain.access import OrganisationId
from app.domain.dossier import Particulars
from app.domain.referral import PartyDetails, SeriesId
from app.routers.schemas import case
from app.routers.schemas import opening as o
from app.routers.wishes import Build, behalf_of, both, case_number, delegated, invited, representative_details
from app.services.referrals import Intake, NewClaim, NewConsent, NewParty, NewRepresentative

_NAMING: Final = (o.DelegateRequest, o.InviteRequest)
"""Openings that name an organisation."""

_OPENERS: Final[Mapping[type[o.OpeningRequest], Build]] = {
    o.DelegateRequest: delegated,
    o.InviteRequest: invited,
    o.ConsultRequest: lambda _facts: c.Consult(),
    o.SubmitRequest: lambda _facts: c.Submit(),
}


def intake_of(body: o.DelegateRequest | o.InviteRequest | o.ConsultRequest | o.SubmitRequest) -> Intake:
    """The referral that is to be opened."""
    return Intake(
        build=_OPENERS[type(body)],
        occurred_on=body.occurred_on,
        on_behalf_of=behalf_of(body),
        organisation_id=OrganisationId(body.organisation_id) if isinstance(body, _NAMING) else None,
        kind=body.kind,
        in_trial=isinstance(body, o.DelegateRequest | o.ConsultRequest) and body.in_trial,
        parties=tuple(_party(party) for party in body.parties),
        on_court_platform=body.on_court_platform,
        cause_code=None if body.cause is None else body.cause.code,
        particulars=_particulars(body),
        court_reference=body.court_reference,
        case_numbers=tuple(case_number(number) for number in body.case_numbers),
        dispute_id=body.dispute_id,
        distinct_from=body.distinct_from,
        series_id=None if body.series_id is None else SeriesId(body.series_id),
    )


def _particulars(body: o.OpeningRequest) -> Particulars:
    given = {name: getattr(body, name) for name in both(Particulars, type(body))}
    return Particulars(**{**given, "sensitivities": tuple(sorted(body.sensitivities))})


def _party(party: case.PartyRequest) -> NewParty:
    return NewParty(
        role=party.role,
        kind=party.kind,
        details=PartyDetails(party.name, party.id_type, party.id_number, party.phone, party.address),
        represented_count=party.represented_count,
        consents=tuple(NewConsent(word.kind, word.given, word.given_on) for word in party.consents),
        representatives=tuple(
            NewRepresentative(each.kind, each.authority, representative_details(each)) for each in party.representatives
        ),
        claims=tuple(NewClaim(claim.kind, claim.amount, claim.text) for claim in party.claims),
    )
