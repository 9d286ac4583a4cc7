"""Bodies of requests that open a referral, made from a case file. Pure."""

from collections.abc import Mapping
from typing import Any

from app.sandbox.casefile import CentrePart, CourtPart, Opening, PartyEntry
from app.sandbox.steps import transition

Ids = Mapping[str, str]
"""Names in the registry to ids; `series <name>` to the id of a series."""


def referral_of_court(case: CourtPart, ids: Ids) -> dict[str, Any]:
    """A court or body hands a dispute over, or a judge asks for help; the parties are asked first where planned."""
    asked = case.consultation is not None
    offer = "invite" if case.kind == "assisted" else "delegate"
    body = transition(
        "consult" if asked else offer,
        kind=None if case.kind == "pre_filing" else case.kind,
        court_reference=case.reference,
        organisation_id=None if asked else ids[case.organisations[0]],
        series_id=None if case.series is None else ids[f"series {case.series}"],
    )
    return body | _common(case)


def application_to_centre(case: CentrePart) -> dict[str, Any]:
    """The parties applied to the organisation itself."""
    if case.opening is None:
        raise ValueError(case.reference)
    return transition("submit", kind="direct", court_reference=case.reference) | _common(case.opening)


def _common(opening: Opening) -> dict[str, Any]:
    cause = None if opening.cause_code is None else {"code": opening.cause_code, "version": opening.cause_version}
    given = {
        "on_court_platform": opening.on_court_platform,
        "cause": cause,
        "claim_amount": None if opening.claim_yuan is None else str(opening.claim_yuan),
        "filed_on": None if opening.filed_on is None else opening.filed_on.isoformat(),
        "procedure_type": opening.procedure_type,
        "in_trial": True if opening.in_trial else None,
        **opening.more,
    }
    parties = [_party(opening, party) for party in opening.parties]
    return {**{name: value for name, value in given.items() if value is not None}, "parties": parties}


def _party(opening: Opening, party: PartyEntry) -> dict[str, Any]:
    day = None if opening.refer_on is None else opening.refer_on.isoformat()
    consents = [{"kind": "mediate", "given": True, "given_on": day}]
    entry: dict[str, Any] = {
        "role": party.role,
        "kind": party.kind,
        "name": party.name,
        "represented_count": party.represented_count,
        "consents": consents if party.label in opening.consenting else [],
    }
    if party.identity is not None:
        entry |= {"id_type": party.identity.type, "id_number": party.identity.number}
    return entry
