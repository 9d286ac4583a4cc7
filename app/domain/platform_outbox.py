"""Outbox 发件: what a court's platform has to know, told once each, with two receipts: delivered and processed.

Beside it the duties 录入: what has to stand on the platform, by interface or by hand, and until when.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Protocol
from uuid import UUID

from app.domain.access import ClientId, TenantId
from app.domain.calendar import Calendar
from app.domain.court_platform import Duty, Outgoing, OutgoingKind, Platform, PlatformCode
from app.domain.errors import Refusal
from app.domain.feed import FeedEvent
from app.domain.lifecycle.states import EventType, Machine
from app.domain.platform_mapping import mapping_of
from app.domain.referral import Referral, ReferralId

SCHEDULE_SECONDS: Final = (5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Pauses between attempts: about three days in all, over a weekend; then a person looks."""

NEVER_LEFT: Final = frozenset(
    {
        "address_refused",
        "url_refused",
        "request_refused",
        "name_not_found",
        "connect_failed",
        "tls_failed",
        "proxy_failed",
        "switched_off",
        "no_token",
        "sm2_missing",
    }
)
"""Failures after which the message is known not to have arrived."""

FAULT_HERE: Final = "fault_here"
"""A fault of ours while a message was sent, such as secrets that can not be read: the log says which."""

ENTRY_WORKING_DAYS: Final = 3
"""Working days for an entry where the platform's row does not say: a product decision, no rule of law."""

ENTRY_DAYS_MAX: Final = 60


ENTERED_BY_HAND: Final = "entered_by_hand"
"""Why a message is parked whose duty somebody met by hand: it was withdrawn, and is not sent any more."""


class OutboxState(StrEnum):
    """What became of a message; the values are stored."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    PROCESSED = "processed"
    PARKED = "parked"


class EntryState(StrEnum):
    """How a duty stands; the values are stored."""

    NOT_REQUIRED = "not_required"
    DUE = "due"
    BY_INTERFACE = "entered_by_interface"
    BY_HAND = "entered_by_hand"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One message for a platform.

    Attributes:
        key: Its idempotency key, made of the event and the kind.
        doubtful: Whether an earlier attempt may have arrived, so that it is looked up before it is sent again.
        delivered_at: When the platform first said that it has it.
        processed_at: When it said that it has acted on it.
        reason: Why it is parked.
        last_failure: Why the last attempt did not end it; None where it did, or none was made.
        next_at: When it is tried or looked up next; None where nothing is tried any more.
        anew: Whether it is told anew though it had arrived: the platform says that it is not there.
    """

    id: UUID
    tenant_id: TenantId
    platform: PlatformCode
    message: Outgoing
    key: str
    event_id: UUID
    state: OutboxState
    recorded_at: datetime
    attempts: int = 0
    doubtful: bool = False
    delivered_at: datetime | None = None
    processed_at: datetime | None = None
    platform_number: str | None = None
    reason: str | None = None
    last_failure: str | None = None
    next_at: datetime | None = None
    anew: bool = False


@dataclass(frozen=True, slots=True)
class PlatformEntry:
    """One duty of one referral on one platform.

    Attributes:
        event_id: The event that made it due.
        due_on: Last working day for it; None where it is not required.
        entered_by: The program that recorded an entry by hand.
        delivery: State of the message for it, where there is one: what the platform's computer knows.
    """

    id: UUID
    court_id: UUID
    platform: PlatformCode
    referral_id: ReferralId
    duty: Duty
    event_id: UUID
    state: EntryState
    recorded_at: datetime
    due_on: date | None = None
    entered_on: date | None = None
    entered_by: ClientId | None = None
    platform_number: str | None = None
    verified_at: datetime | None = None
    delivery: str | None = None


KINDS_OF: Final[Mapping[str, tuple[OutgoingKind, ...]]] = {
    EventType.ACCEPTED.value: (OutgoingKind.ACCEPTANCE,),
    EventType.ENDED.value: (OutgoingKind.RESULT,),
    EventType.AGREEMENT_EFFECTIVE.value: (OutgoingKind.AGREEMENT,),
    EventType.PROCEDURE_APPLIED.value: (OutgoingKind.CONFIRMATION_APPLICATION,),
    EventType.FILING_HANDED_OVER.value: (OutgoingKind.HANDOVER_PACKAGE, OutgoingKind.FILING_REQUEST),
}
"""What is told of which event."""

DUTY_OF: Final[Mapping[OutgoingKind, Duty]] = {
    OutgoingKind.ACCEPTANCE: Duty.ACCEPTANCE,
    OutgoingKind.RESULT: Duty.RESULT,
    OutgoingKind.AGREEMENT: Duty.AGREEMENT,
    OutgoingKind.CONFIRMATION_APPLICATION: Duty.CONFIRMATION_APPLICATION,
}


WITHOUT_DUTY: Final = frozenset(OutgoingKind) - DUTY_OF.keys()
"""What is told and need not be entered by anybody, so that only the messages say what the platform has."""


def kinds_of(event: FeedEvent, platform: Platform) -> tuple[OutgoingKind, ...]:
    """What a platform has to know of an event; nothing of what it caused itself."""
    if event.subject_kind != "referral" or event.actor.get("client_id") == str(platform.client_id):
        return ()
    kinds = KINDS_OF.get(event.type, ())
    applied = event.body.get("facts", {}).get("procedure_kind")
    if OutgoingKind.CONFIRMATION_APPLICATION in kinds and applied != Machine.JUDICIAL_CONFIRMATION.value:
        return ()
    return kinds


def body_of(kind: OutgoingKind, event: FeedEvent, referral: Referral, number: str) -> dict[str, Any]:
    """What is told: codes, days, amounts. Names and texts are read through the API, where that is put on record."""
    facts = event.body.get("facts", {})
    told: dict[str, Any] = {"number": number, "occurred_on": event.occurred_on.isoformat()}
    if kind is OutgoingKind.ACCEPTANCE:
        told |= {"late": facts.get("late"), "organisation_id": _text(referral.holder_id)}
    if kind is OutgoingKind.RESULT:
        told |= {"outcome": facts.get("outcome"), "reason": facts.get("reason")}
    if kind in {OutgoingKind.AGREEMENT, OutgoingKind.CONFIRMATION_APPLICATION}:
        told |= _agreed(referral)
    if kind in {OutgoingKind.CONFIRMATION_APPLICATION, OutgoingKind.FILING_REQUEST}:
        told |= {"procedure_id": event.body.get("procedure_id")}
    return {name: value for name, value in told.items() if value is not None}


def _agreed(referral: Referral) -> dict[str, Any]:
    agreement = referral.agreement
    if agreement is None:
        return {}
    amounts = [term.amount for term in agreement.terms if term.amount is not None]
    terms = [
        {"amount": None if term.amount is None else f"{term.amount:.2f}", "due_on": _text(term.due_on)}
        for term in agreement.terms
    ]
    return {
        "effective_on": _text(agreement.effective_on),
        "partial": agreement.partial,
        "amount": f"{sum(amounts):.2f}" if amounts else None,
        "terms": terms,
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)


def key_of(event_id: UUID, kind: OutgoingKind) -> str:
    """The idempotency key of a message."""
    return f"{event_id}:{kind.value}"


def next_attempt(message: OutboxMessage, now: datetime) -> datetime | None:
    """When it is tried again after `attempts` attempts, with some jitter; None where a person has to look."""
    if message.attempts > len(SCHEDULE_SECONDS):
        return None
    seconds = SCHEDULE_SECONDS[max(message.attempts, 1) - 1]
    share = 0.5 + (message.id.int + message.attempts * 7919) % 1000 / 2000
    return now + timedelta(seconds=seconds * share)


@dataclass(frozen=True, slots=True)
class DutyRule:
    """How a duty is met on a platform: `interface`, `hand` or `not_required`, and in how many working days."""

    by: str
    working_days: int


def duty_rules(platform: Platform) -> Mapping[Duty, DutyRule]:
    """How each duty is met; by interface where the mapping tells the kind and nothing else is said."""
    return duty_rules_of(platform.duties, told_kinds(platform))


def told_kinds(platform: Platform) -> frozenset[OutgoingKind]:
    """What can be told to the platform."""
    if not platform.has_interface:
        return frozenset()
    mapping = mapping_of(platform.mapping)
    return frozenset(kind for kind in OutgoingKind if mapping.tells(kind))


def duty_rules_of(given: Mapping[str, Any], told: frozenset[OutgoingKind]) -> Mapping[Duty, DutyRule]:
    """The rules that a row says; refuses with `platform_duties_invalid` what is none."""
    if set(given) - set(Duty):
        raise Refusal("platform_duties_invalid", pointer="/duties")
    return {duty: _rule(duty, given.get(duty.value, {}), told) for duty in Duty}


def _rule(duty: Duty, said: Any, told: frozenset[OutgoingKind]) -> DutyRule:
    possible = OutgoingKind(duty.value) in told
    if not isinstance(said, Mapping) or set(said) - {"by", "working_days"}:
        raise Refusal("platform_duties_invalid", pointer=f"/duties/{duty.value}")
    by, days = said.get("by", "interface" if possible else "hand"), said.get("working_days", ENTRY_WORKING_DAYS)
    if by not in {"interface", "hand", "not_required"} or (by == "interface" and not possible):
        raise Refusal("platform_duties_invalid", pointer=f"/duties/{duty.value}/by")
    if not isinstance(days, int) or isinstance(days, bool) or not 0 < days <= ENTRY_DAYS_MAX:
        raise Refusal("platform_duties_invalid", pointer=f"/duties/{duty.value}/working_days")
    return DutyRule(by, days)


def entry_of(
    platform: Platform, duty: Duty, event: FeedEvent, *, entry_id: UUID, calendar: Calendar, recorded_at: datetime
) -> PlatformEntry:
    """The duty that an event makes due."""
    rule = duty_rules(platform)[duty]
    needed = rule.by != "not_required"
    return PlatformEntry(
        id=entry_id,
        court_id=platform.court_id,
        platform=platform.code,
        referral_id=ReferralId(event.subject_id),
        duty=duty,
        event_id=event.id,
        state=EntryState.DUE if needed else EntryState.NOT_REQUIRED,
        delivery=OutboxState.WAITING.value if rule.by == "interface" else None,
        recorded_at=recorded_at,
        due_on=calendar.add_working_days(event.occurred_on, rule.working_days) if needed else None,
    )


class Outbox(Protocol):
    """Messages for platforms and duties, in one transaction."""

    async def put(self, message: OutboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Keep a message to be sent; a key that is known is kept once."""
        ...

    async def claim(self, now: datetime, until: datetime) -> OutboxMessage | None:
        """The next message that is due, none of the same referral before it; nobody else gets it before `until`."""
        ...

    async def settle(self, message: OutboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Write what became of it; the entry of its duty follows where it was processed."""
        ...

    async def one(
        self, platform: PlatformCode, tenant_id: TenantId, *, outbox_id: UUID | None = None, key: str | None = None
    ) -> OutboxMessage | None:
        """One message, by its id or its key."""
        ...

    async def page(
        self,
        platform: PlatformCode,
        tenant_id: TenantId,
        *,
        state: OutboxState | None,
        after_id: UUID | None,
        limit: int,
    ) -> tuple[OutboxMessage, ...]:
        """Messages for a platform, newest first."""
        ...

    async def owe(self, entry: PlatformEntry, tenant_id: TenantId) -> None:
        """Keep a duty; the same duty of the same event is kept once."""
        ...

    async def entries(
        self,
        tenant_id: TenantId,
        *,
        referral_id: ReferralId | None = None,
        state: EntryState | None = None,
        overdue_on: date | None = None,
        after_id: UUID | None = None,
        limit: int,
    ) -> tuple[PlatformEntry, ...]:
        """Duties of referrals that the tenant sees now, newest first; `overdue_on`: due before that day."""
        ...

    async def told(
        self, platform: PlatformCode, tenant_id: TenantId, kinds: Collection[OutgoingKind]
    ) -> Mapping[ReferralId, frozenset[OutgoingKind]]:
        """By referral, which of these kinds the platform said to have."""
        ...

    async def sent_until(self, entry: PlatformEntry, tenant_id: TenantId) -> datetime | None:
        """Until when the message for a duty is left to whoever sends it, None where nobody does or there is none.

        Nobody takes it while this transaction lasts.
        """
        ...

    async def enter_by_hand(self, entry: PlatformEntry, tenant_id: TenantId) -> bool:
        """Write that a duty was met by hand, and withdraw its message; False where it is not due any more."""
        ...

    async def enter(self, entry: PlatformEntry, tenant_id: TenantId) -> None:
        """Write how a duty stands now."""
        ...
