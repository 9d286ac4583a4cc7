"""What every dialect brings to the shared contract suite, and what they all speak about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.access import ClientId, CourtId
from app.domain.court_platform import CourtPlatform, Outgoing, OutgoingKind, Platform, PlatformCode
from app.domain.referral import ReferralId
from app.domain.registry import Validity

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
REFERRAL_ID = ReferralId(UUID(int=7))
ORGANISATION_ID = UUID(int=9)

MAPPING = {
    "type_at": "msgType",
    "reference_at": "data.ajbs",
    "inbound": {
        "ASSIGN": {
            "becomes": "opening",
            "constants": {"action": "delegate", "on_court_platform": True},
            "fields": [
                {"from": "data.ajbs", "to": "court_reference", "required": True},
                {"from": "data.zz", "to": "organisation_id", "codes": "organisations", "required": True},
                {"from": "data.ay", "to": "cause.code", "codes": "causes", "required": True},
                {"from": "data.je", "to": "claim_amount", "as": "amount"},
                {"from": "data.yxj", "to": "priority", "codes": "priority", "unknown": "flag"},
                {"from": "data.dsr[].lx", "to": "parties[].kind", "codes": "party_kind", "required": True},
                {"from": "data.dsr[].ssdw", "to": "parties[].role", "codes": "party_role", "required": True},
                {"from": "data.dsr[].xm", "to": "parties[].name", "required": True},
                {"from": "data.dsr[].ty[].rq", "to": "parties[].consents[].given_on", "as": "date"},
                {"from": "data.dsr[].ty[].jg", "to": "parties[].consents[].given", "as": "flag"},
                {"from": "data.dsr[].ty[].sx", "to": "parties[].consents[].kind", "codes": "consent_kind"},
            ],
        },
        "RECALL": {
            "becomes": "transition",
            "constants": {"action": "take_back"},
            "fields": [{"from": "data.rq", "to": "occurred_on", "as": "date"}],
        },
    },
    "outbound": {
        kind.value: {
            "type": f"{kind.value.upper()}_BACK",
            "fields": [
                {"from": "reference", "to": "data.ajbs", "required": True},
                {"from": "occurred_on", "to": "data.rq", "as": "date"},
                {"from": "outcome", "to": "data.jg", "codes": "outcome"},
                {"from": "amount", "to": "data.je", "as": "amount"},
            ],
        }
        for kind in OutgoingKind
    },
    "codes": {
        "organisations": {"ZZ01": str(ORGANISATION_ID)},
        "causes": {"9999": "88"},
        "priority": {"1": "urgent"},
        "party_kind": {"1": "natural_person", "2": "legal_person"},
        "party_role": {"YG": "applicant", "BG": "respondent"},
        "consent_kind": {"TJ": "mediate"},
        "outcome": {"1": "agreed", "2": "not_agreed"},
    },
}

ASSIGN = {
    "msgType": "ASSIGN",
    "data": {
        "ajbs": "REF-1",
        "zz": "ZZ01",
        "ay": "9999",
        "je": "12000.00",
        "dsr": [
            {"lx": "1", "ssdw": "YG", "xm": "张三", "ty": [{"sx": "TJ", "jg": "1", "rq": "20260302"}]},
            {"lx": "2", "ssdw": "BG", "xm": "某公司"},
        ],
    },
}


def a_platform(dialect, settings=None, credentials=None, mapping=None):
    return Platform(
        id=UUID(int=1),
        code=PlatformCode("court-a"),
        court_id=CourtId(UUID(int=2)),
        client_id=ClientId(UUID(int=3)),
        dialect=dialect,
        validity=Validity(date(2010, 1, 1)),
        mapping=MAPPING if mapping is None else mapping,
        settings=settings or {},
        recorded_at=NOW,
        credentials=credentials or {},
    )


def an_outgoing(kind=OutgoingKind.RESULT):
    return Outgoing(
        kind, REFERRAL_ID, "REF-1", {"occurred_on": "2026-03-02", "outcome": "agreed", "amount": "12000.00"}
    )


@dataclass
class Bench:
    """One dialect on the bench.

    Attributes:
        platform: The adapter.
        signed: (document, message id, instant) to the bytes and headers that a genuine message has.
        raw: A document to the bytes of a message, for reading alone.
        forgeries: Names and changes of (raw, headers) that make a genuine message a forgery.
        filed: How many things stand at the platform under a key.
        lose_reply: Makes the next reply get lost after the effect.
    """

    platform: CourtPlatform
    signed: Callable
    raw: Callable
    forgeries: dict[str, Callable]
    filed: Callable
    lose_reply: Callable
