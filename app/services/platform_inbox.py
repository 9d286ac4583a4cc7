"""Messages of platforms of courts: kept first, acted on later through the same use cases as everybody's requests.

A message takes effect once: its id is the idempotency key of what it does, so a crash between the effect and the
verdict finds the same answer again.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast
from uuid import UUID

from app.domain.access import CourtId, Principal, Scope, TenantId, TenantKind
from app.domain.court_platform import (
    ComparesContent,
    CourtPlatform,
    Flag,
    Heard,
    MessageId,
    Platform,
    PlatformCode,
    Rejected,
    RemembersNonces,
    Unavailable,
    Unmapped,
    Unreadable,
)
from app.domain.errors import Family, Refusal
from app.domain.platform_inbox import KEY_MISSING, LEASE_SECONDS, InboxMessage, InboxState, retry_at
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports, Selection, Transaction
from app.domain.referral import Procedure, ProcedureId, ReferralId
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome
from app.services.once import once
from app.services.platform_outbox import take_receipt
from app.services.platforms import acting_for, for_court
from app.services.referrals import Intake, Wish, open_referral, procedure_transition, transition

MISSING_ATTEMPTS_MAX: Final = 5
"""How often a message is tried that may have overtaken what has to come before it."""

OVERTAKING: Final = frozenset({"not_found", "action_not_possible"})
"""Refusals that an earlier message may undo: it opens the matter, or brings it to where this one goes on."""

REFUSED_AT_THE_DOOR: Final[Mapping[str, str]] = {
    "stale": "platform_message_stale",
    "no_id": "platform_message_no_id",
    "nonce_reused": "platform_nonce_reused",
    "not_an_envelope": "platform_message_unsafe",
    "xml_too_large": "platform_message_unsafe",
    "xml_too_deep": "platform_message_unsafe",
    "xml_document_type": "platform_message_unsafe",
    "xml_instruction": "platform_message_unsafe",
    "xml_include": "platform_message_unsafe",
    "xml_external_schema": "platform_message_unsafe",
    "xml_attribute_too_large": "platform_message_unsafe",
}
"""Refusals of adapters that are told apart; every other says that the signature does not fit."""

PASSING: Final = frozenset({Family.UNAVAILABLE, Family.STALE, Family.THROTTLED})
"""Refusals that say nothing about the message."""

Interpret = Callable[[Heard, ProcedureId | None], Intake | Wish | Refusal]
"""The request that a message in our words is, or what is wrong with it; the id is that of a step's procedure."""


@dataclass(frozen=True, slots=True)
class Received:
    """The answer to a message: its place in the inbox, and whether it had come before."""

    id: UUID
    known: bool


async def receive(
    ports: Ports, outside: PlatformPorts, code: PlatformCode, raw: bytes, headers: Mapping[str, str]
) -> Received:
    """Keep a message that its platform signed. Nothing of it is looked at yet.

    Refuses with `platform_signature_invalid`, `platform_message_stale`, `platform_message_differs`; each is counted.
    Refuses with `platform_signature_unavailable` where an optional library that checks the signature is missing.
    A message that came before is kept once and answered as the first.
    """
    day, now = (await ports.clock.legal_now()).on, ports.clock.system_now()
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(code, day, secrets=True)
    if platform is None or not platform.has_interface:
        raise Refusal("platform_signature_invalid")
    adapter = outside.adapter(platform)
    try:
        message_id = adapter.verify(raw, headers, now)
        await _require_unused(ports, adapter, code, raw, now)
    except Rejected as error:
        await _count(ports, code, "stale" if error.reason == "stale" else "forged")
        told = REFUSED_AT_THE_DOOR.get(error.reason, "platform_signature_invalid")
        facts = {"reason": error.reason} if told == "platform_message_unsafe" else {}
        raise Refusal(told, facts=facts) from None
    except Unavailable:
        raise Refusal("platform_signature_unavailable") from None
    return await keep(ports, platform, message_id, raw, content=content_of(adapter, raw))


def content_of(adapter: CourtPlatform, raw: bytes) -> bytes | None:
    """By what a message is held against another of the same id, where it is not by its bytes."""
    if not isinstance(adapter, ComparesContent):
        return None
    try:
        return adapter.content(raw)
    except Unreadable:
        return None


async def _require_unused(ports: Ports, adapter: CourtPlatform, code: PlatformCode, raw: bytes, now: datetime) -> None:
    """Remember the nonce of a genuine message in the database, which all processes share.

    Refuses with `Rejected`, `nonce_reused`, one that came before with other content.
    """
    used = adapter.used_nonce(raw) if isinstance(adapter, RemembersNonces) else None
    if used is None:
        return
    async with ports.unit_of_work(None) as tx:
        fits = await tx.platforms.use_nonce(code, used, now)
    if not fits:
        raise Rejected("nonce_reused")


async def keep(
    ports: Ports,
    platform: Platform,
    message_id: MessageId,
    raw: bytes,
    *,
    content: bytes | None = None,
    reason: str | None = None,
) -> Received:
    """Put a genuine message into the inbox; refuses with `platform_message_differs`.

    Args:
        ports: What use cases may reach.
        platform: Who sent it.
        message_id: Its id there.
        raw: As it came.
        content: What it says, where the same may come in other bytes.
        reason: Why it is parked at once, for a person alone.
    """
    now = ports.clock.recorded_at()
    fresh = InboxMessage(
        id=ports.mint(),
        tenant_id=TenantId(platform.court_id),
        platform=platform.code,
        message_id=message_id,
        digest=hashlib.sha256(raw if content is None else content).digest(),
        received_at=now,
        state=InboxState.WAITING if reason is None else InboxState.PARKED,
        raw=raw,
        reason=reason,
        decided_at=None if reason is None else now,
    )
    async with ports.unit_of_work(fresh.tenant_id) as tx:
        kept = await tx.inbox.put(fresh, fresh.tenant_id)
        if kept is not fresh:
            await tx.platforms.count_refused(platform.code, "replayed")
    if kept.digest not in {fresh.digest, hashlib.sha256(raw).digest()}:
        raise Refusal("platform_message_differs")
    return Received(kept.id, known=kept is not fresh)


async def _count(ports: Ports, code: PlatformCode, kind: str) -> None:
    async with ports.unit_of_work(None) as tx:
        await tx.platforms.count_refused(code, kind)


# Acting on what was kept ------------------------------------------------------------------------------------------


async def process_next(ports: Ports, outside: PlatformPorts, interpret: Interpret) -> InboxMessage | None:
    """Act on the message that waits longest; None where none waits.

    What can not be used is parked with its reason, what failed for a passing reason is tried again.
    """
    now = ports.clock.system_now()
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        message = await tx.inbox.claim(now, now + timedelta(seconds=LEASE_SECONDS))
    if message is None:
        return None
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(message.platform, day, secrets=True)
    settled = await _judged(ports, outside, interpret, platform, message)
    decided = settled.state is not InboxState.WAITING
    if decided:
        settled = replace(settled, decided_at=ports.clock.recorded_at())
    async with ports.unit_of_work(settled.tenant_id) as tx:
        await tx.inbox.settle(settled, retry_at(settled.attempts, now), settled.tenant_id)
    return settled


async def _judged(
    ports: Ports, outside: PlatformPorts, interpret: Interpret, platform: Platform | None, message: InboxMessage
) -> InboxMessage:
    """What becomes of one message."""
    if platform is None:
        return _parked(message, "platform_not_valid")
    if message.damage is not None:
        may_come = message.damage == KEY_MISSING and message.attempts < MISSING_ATTEMPTS_MAX
        return message if may_come else _parked(message, message.damage)
    try:
        heard = outside.adapter(platform).read(message.raw)
        referral_id = await _acted(ports, platform, message, heard, interpret)
    except Unreadable as error:
        return _parked(message, error.reason, error.flags if isinstance(error, Unmapped) else ())
    except Refusal as refusal:
        missing = refusal.code in OVERTAKING and message.attempts < MISSING_ATTEMPTS_MAX
        if missing or refusal.sentence.family in PASSING:
            return message
        return _parked(message, refusal.code, _flags_of(refusal))
    return replace(message, state=InboxState.DONE, reason=None, flags=heard.flags, referral_id=referral_id)


def _parked(message: InboxMessage, reason: str, flags: tuple[Flag, ...] = ()) -> InboxMessage:
    return replace(message, state=InboxState.PARKED, reason=reason, flags=flags)


def _flags_of(refusal: Refusal) -> tuple[Flag, ...]:
    """Where a request is wrong, by our own fields; what stands there is not repeated."""
    faults: tuple[Any, ...] = getattr(refusal, "faults", ())
    if not faults and refusal.pointer is not None:
        return (Flag(refusal.pointer, refusal.code),)
    return tuple(Flag(fault.pointer, fault.code) for fault in faults)


async def _acted(
    ports: Ports, platform: Platform, message: InboxMessage, heard: Heard, interpret: Interpret
) -> ReferralId | None:
    """Carry out what a message asks for; the referral that it was about."""
    principal = acting_for(platform)
    envelope = Envelope(principal=principal, key=f"inbox:{message.id}", fingerprint=message.digest, if_match="*")
    if heard.becomes == "receipt":
        await take_receipt(ports, platform, heard)
        return None
    if heard.becomes == "opening":
        outcome = await open_referral(ports, envelope, cast("Intake | Refusal", interpret(heard, None)))
        return _id_of(outcome)
    referral_id, procedure = await _found(ports, principal, platform, heard)
    if heard.becomes == "procedure":
        if procedure is None:
            raise Refusal("not_found")
        await procedure_transition(ports, envelope, procedure.id, interpret(heard, procedure.id))
    else:
        await transition(ports, envelope, referral_id, interpret(heard, None))
    return referral_id


def _id_of(outcome: Outcome) -> ReferralId:
    return ReferralId(UUID(outcome.answer.body["id"]))


async def _found(
    ports: Ports, principal: Principal, platform: Platform, heard: Heard
) -> tuple[ReferralId, Procedure | None]:
    """The court's newest referral of that reference, and its newest procedure of the kind that is meant."""
    if not heard.reference:
        raise Refusal("not_found")
    wanted = Selection(court_id=CourtId(platform.court_id), court_reference=heard.reference)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        rows = await tx.referrals.page(principal, after_id=None, limit=1, selection=wanted)
    if not rows:
        raise Refusal("not_found")
    found = rows[0].referral
    of_kind = [each for each in found.procedures if each.machine.value == heard.machine]
    return found.id, of_kind[-1] if of_kind else None


# For people -------------------------------------------------------------------------------------------------------


async def page(
    ports: Ports,
    principal: Principal,
    code: PlatformCode,
    *,
    state: InboxState | None,
    after_id: UUID | None,
    limit: int,
) -> tuple[InboxMessage, ...]:
    """Messages of the court's platform, newest first, without their contents."""
    _require_court(principal, Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        platform = await for_court(ports, tx, principal, code)
        return await tx.inbox.page(platform.code, principal.tenant_id, state=state, after_id=after_id, limit=limit)


async def replay(ports: Ports, envelope: Envelope, code: PlatformCode, inbox_id: UUID) -> Outcome:
    """Let a parked message be tried again, after its mapping or what it asks for was put right.

    Refuses with `not_found`, `message_not_parked`, `message_set_aside`.
    """
    principal = envelope.principal
    _require_court(principal, Scope.REFERRALS_WRITE)

    async def again(tx: Transaction) -> Mapping[str, Any]:
        platform = await for_court(ports, tx, principal, code)
        message = await tx.inbox.one(inbox_id, platform.code, principal.tenant_id)
        if message is None:
            raise Refusal("not_found")
        if message.state is not InboxState.PARKED:
            raise Refusal("message_not_parked")
        if message.aside:
            raise Refusal("message_set_aside")
        waiting = replace(message, state=InboxState.WAITING, reason=None, flags=(), attempts=0, decided_at=None)
        await tx.inbox.settle(waiting, ports.clock.system_now(), principal.tenant_id)
        return {"id": str(inbox_id), "state": waiting.state.value}

    return await once(ports, envelope, again)


def _require_court(principal: Principal, scope: Scope) -> None:
    principal.require(scope)
    principal.require_kind(TenantKind.COURT)
