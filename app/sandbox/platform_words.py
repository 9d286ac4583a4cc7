"""What a court enters in its platform, in the platform's own words; their meaning here its mapping says. Pure."""

from collections.abc import Mapping
from typing import Any

from app.sandbox.steps import Step

DECISIONS: Mapping[str, str] = {
    "accept_application": "CONFIRM_TAKEN",
    "confirm_agreement": "CONFIRM_GRANTED",
    "reject_confirmation": "CONFIRM_REJECTED",
    "refuse_application": "CONFIRM_NOT_TAKEN",
    "register_case": "FILED",
    "refuse_registration": "NOT_FILED",
    "permit_withdrawal": "WITHDRAWAL_PERMITTED",
    "refuse_withdrawal": "WITHDRAWAL_REFUSED",
}
"""Their type of message by our action."""

DECIDED_ON: Mapping[str, str] = {
    "CONFIRM_TAKEN": "CONFIRM_APPLY",
    "CONFIRM_GRANTED": "CONFIRM_APPLY",
    "CONFIRM_REJECTED": "CONFIRM_APPLY",
    "CONFIRM_NOT_TAKEN": "CONFIRM_APPLY",
    "FILED": "FILING",
    "NOT_FILED": "FILING",
    "WITHDRAWAL_PERMITTED": "RESULT",
    "WITHDRAWAL_REFUSED": "RESULT",
}
"""What has to stand in the platform before somebody there can decide on it: the type under which it was told."""

KINDS = {"pre_filing": "WP", "post_filing": "WT"}
PERSONS = {"natural_person": "1", "legal_person": "2", "other_organisation": "3"}
ROLES = {"applicant": "YG", "respondent": "BG", "third_party": "DSR", "related": "XGR"}
PROCEDURES = {"ordinary": "PT", "summary": "JY", "small_claims": "XE"}
DOCUMENTS = {"resident_id": "SFZ", "credit_code": "XYDM"}


def message_of(step: Step, reference: str, names: Mapping[str, str]) -> dict[str, Any] | None:
    """The message that a step of a court becomes; None for what its platform has no word for.

    Args:
        step: As it would be sent over the API.
        reference: What the court calls the matter.
        names: Ids of organisations to their names, by which the platform knows them.
    """
    body = step.body
    if body["action"] == "delegate":
        kind, data = "ASSIGN", _matter(body, names)
    elif body["action"] in DECISIONS:
        kind, data = DECISIONS[body["action"]], _given({"yy": body.get("reason")})
    else:
        return None
    return {"msgType": kind, "msgId": f"{reference}.{step.name}", "data": {"ajbs": reference, **data}}


def _matter(body: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    cause = body.get("cause") or {}
    known = {
        "lx": KINDS[body.get("kind", "pre_filing")],
        "zz": names[body["organisation_id"]],
        "xs": "1" if body["on_court_platform"] else "0",
        "ay": cause.get("code"),
        "bd": body.get("claim_amount"),
        "larq": body.get("filed_on"),
        "cx": None if body.get("procedure_type") is None else PROCEDURES[body["procedure_type"]],
    }
    return {**_given(known), "dsr": [_party(party) for party in body["parties"]]}


def _party(party: Mapping[str, Any]) -> dict[str, Any]:
    known = {
        "lx": PERSONS[party["kind"]],
        "ssdw": ROLES[party["role"]],
        "xm": party["name"],
        "rs": party.get("represented_count"),
        "zjlx": None if "id_type" not in party else DOCUMENTS[party["id_type"]],
        "zjhm": party.get("id_number"),
    }
    consents = [{"sx": "TJ", "jg": "1", "rq": consent["given_on"]} for consent in party["consents"]]
    return {**_given(known), **({"ty": consents} if consents else {})}


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
