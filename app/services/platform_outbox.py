"""Telling platforms of courts what they have to know: read from the court's feed, sent once each, never blindly again.

The feed is the only source: nothing emits for platforms beside it. No transaction is open during a call.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from app.domain.access import Principal, Scope, TenantId, TenantKind
from app.domain.court_platform import (
    CourtPlatform,
    Heard,
    Outgoing,
    OutgoingKind,
    Platform,
    PlatformCode,
    Receipt,
    Rejected,
    SendsAnew,
    Unavailable,
    Unreadable,
)
from app.domain.errors import Refusal
from app.domain.feed import FeedEvent
from app.domain.handover import Purpose
from app.domain.platform_outbox import (
    DUTY_OF,
    ENTERED_BY_HAND,
    FAULT_HERE,
    NEVER_LEFT,
    OutboxMessage,
    OutboxState,
    body_of,
    duty_rules,
    entry_of,
    key_of,
    kinds_of,
    next_attempt,
    told_kinds,
)
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports, Record, Sought, Transaction
from app.domain.referral import ReferralId
from app.domain.values import replace
from app.services import handover
from app.services.envelope import Envelope, Outcome
from app.services.once import once
from app.services.platform_rounds import in_turn
from app.services.platforms import acting_for, for_court
from app.services.receipts import number_of

PAGE: Final = 100
LEASE_SECONDS: Final = 60
"""How long a message that somebody sends is left to it; longer than a call may take."""

FEED_CUT: Final = "feed_cut"
"""Why a platform is told nothing new: its court's feed does not have any more what comes next for it."""

IN_TRANSIT: Final = "in_transit"
"""Why a message is parked that was sent on a way without answers, and of which nothing was heard."""

PROCESSING: Final = "not_processed"
"""Why a message is parked that was delivered and of which no more was heard."""


# From the feed to the outbox --------------------------------------------------------------------------------------


async def gather(ports: Ports, outside: PlatformPorts, reasons: list[str] | None = None) -> int:
    """Look at what happened since, for every platform; how many events were looked at.

    Args:
        ports: What use cases may reach.
        outside: What they may reach of platforms.
        reasons: Takes why nothing was looked at for a platform.
    """
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        served = await tx.platforms.served(day)
    return await in_turn(served, partial(_gather, ports, outside, [] if reasons is None else reasons))


async def _gather(ports: Ports, outside: PlatformPorts, reasons: list[str], platform: Platform) -> int:
    """One page of the court's feed: its messages and duties, and the position behind it, in one transaction.

    Positions have no gaps: where the next one is not there, the feed was cut off, and nothing is passed over.
    """
    tenant_id = TenantId(platform.court_id)
    async with ports.unit_of_work(tenant_id) as tx:
        position = (await tx.platforms.position(platform.code)).feed_position
    events = await outside.feed.page(tenant_id, after=position, limit=PAGE)
    if events and events[0].position > position + 1:
        reasons.append(FEED_CUT)
        return 0
    if not events:
        return 0
    told = [(event, await messages_for(ports, platform, event)) for event in events if kinds_of(event, platform)]
    async with ports.unit_of_work(tenant_id) as tx:
        for event, messages in told:
            await keep_for(ports, tx, platform, event, messages)
        await tx.platforms.set_position(platform.code, feed_position=events[-1].position)
    return len(events)


async def messages_for(ports: Ports, platform: Platform, event: FeedEvent) -> tuple[Outgoing, ...]:
    """What there is to be told of an event; nothing of a referral that the court no longer sees."""
    principal = acting_for(platform)
    referral_id = ReferralId(event.subject_id)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
    record = found.record
    if record is None:
        return ()
    number = number_of(record.referral.opened_on, record.serial)
    reference = _reference(platform, record) or number
    made = []
    for kind in kinds_of(event, platform):
        body = body_of(kind, event, record.referral, number)
        if kind is OutgoingKind.HANDOVER_PACKAGE:
            body |= await _package(ports, principal, referral_id)
        made.append(Outgoing(kind, referral_id, reference, body))
    return tuple(made)


def _reference(platform: Platform, record: Record) -> str | None:
    """The court's own reference, where this court referred the matter."""
    return record.filing.court_reference if record.referral.court_id == platform.court_id else None


async def _package(ports: Ports, principal: Principal, referral_id: ReferralId) -> Mapping[str, Any]:
    """The manifest of what may go to the court for trial: ids, classes and hashes, and how much stays behind."""
    made = await handover.assembled(ports, principal, referral_id, Purpose.TRIAL)
    documents = [each.document for each in made.package.passing]
    return {
        "documents": [
            {
                "id": str(document.id),
                "document_class": document.document_class,
                "sha256": document.sha256,
                "size_bytes": document.size_bytes,
            }
            for document in documents
        ],
        "kept_count": sum(made.kept.values()),
    }


async def keep_for(
    ports: Ports, tx: Transaction, platform: Platform, event: FeedEvent, messages: tuple[Outgoing, ...]
) -> None:
    """Messages that the platform can be told, and the duties; each once, however often the event is looked at."""
    now, rules, told = ports.clock.recorded_at(), duty_rules(platform), told_kinds(platform)
    tenant_id = TenantId(platform.court_id)
    for message in messages:
        duty = DUTY_OF.get(message.kind)
        if duty is not None:
            entry = entry_of(
                platform, duty, event, entry_id=ports.mint(), calendar=ports.book().calendar, recorded_at=now
            )
            await tx.outbox.owe(entry, tenant_id)
        if message.kind in told and (duty is None or rules[duty].by == "interface"):
            row = OutboxMessage(
                id=ports.mint(),
                tenant_id=tenant_id,
                platform=platform.code,
                message=message,
                key=key_of(event.id, message.kind),
                event_id=event.id,
                state=OutboxState.WAITING,
                recorded_at=now,
            )
            await tx.outbox.put(row, now, tenant_id)


# From the outbox to the platform ----------------------------------------------------------------------------------


class PutBackError(Exception):
    """A fault of ours with one message, which was put back to be tried later, so that none waits behind it."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(str(fault))
        self.fault = fault


async def send_next(ports: Ports, outside: PlatformPorts) -> OutboxMessage | None:
    """Send, or ask about, the message that is due; None where none is.

    A fault of ours with one message is raised as `PutBackError`.
    """
    now = ports.clock.system_now()
    async with ports.unit_of_work(None) as tx:
        message = await tx.outbox.claim(now, now + timedelta(seconds=LEASE_SECONDS))
    if message is None:
        return None
    try:
        settled = await _attempted(ports, outside, message)
    except Exception as fault:
        await _settle(ports, replace(message, doubtful=True, last_failure=FAULT_HERE), now)
        raise PutBackError(fault) from fault
    return await _settle(ports, settled, now)


async def _attempted(ports: Ports, outside: PlatformPorts, message: OutboxMessage) -> OutboxMessage:
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(message.platform, day, secrets=True)
    if platform is None or not platform.has_interface:
        return _parked(message, "platform_not_valid")
    return await _told(outside.adapter(platform), message)


async def _settle(ports: Ports, message: OutboxMessage, now: datetime) -> OutboxMessage:
    """Write what became of a message that was claimed; one that was tried often enough is parked."""
    settled = _stamped(ports, message)
    following = next_attempt(settled, now)
    if settled.state in {OutboxState.WAITING, OutboxState.DELIVERED} and following is None:
        settled = _parked(settled, settled.last_failure or PROCESSING)
    async with ports.unit_of_work(None) as tx:
        await tx.outbox.settle(settled, following or now, settled.tenant_id)
    return settled


async def _told(adapter: CourtPlatform, message: OutboxMessage) -> OutboxMessage:
    """One attempt. What may have arrived before is looked up, and only sent where it has not."""
    try:
        receipt: Receipt | None = None
        if message.anew and isinstance(adapter, SendsAnew):
            receipt = await adapter.send_anew(message.message, message.key)
        elif message.doubtful or message.state is OutboxState.DELIVERED:
            receipt = await adapter.look_up(message.key)
        if receipt is None and message.state is OutboxState.WAITING:
            receipt = await adapter.send(message.message, message.key)
    except Unavailable as failure:
        doubtful = message.doubtful or failure.reason not in NEVER_LEFT
        return replace(message, doubtful=doubtful, last_failure=failure.reason)
    except (Rejected, Unreadable) as failure:
        return _parked(message, failure.reason)
    return replace(message, last_failure=None) if receipt is None else _received(message, receipt)


def _received(message: OutboxMessage, receipt: Receipt) -> OutboxMessage:
    """What a receipt makes of a message."""
    if receipt.refused is not None:
        return _parked(replace(message, anew=False), receipt.refused)
    if not receipt.delivered:
        return replace(message, doubtful=True, anew=False, last_failure=IN_TRANSIT)
    state = OutboxState.PROCESSED if receipt.processed else OutboxState.DELIVERED
    first = message.state is OutboxState.WAITING and state is OutboxState.DELIVERED
    return replace(
        message,
        state=state,
        attempts=1 if first else message.attempts,
        anew=False,
        reason=None,
        last_failure=None,
        platform_number=receipt.platform_number or message.platform_number,
    )


def _parked(message: OutboxMessage, reason: str) -> OutboxMessage:
    return replace(message, state=OutboxState.PARKED, reason=reason, last_failure=reason)


def _stamped(ports: Ports, message: OutboxMessage) -> OutboxMessage:
    """With the instants of its two receipts, each kept from the first time on."""
    if message.state not in {OutboxState.DELIVERED, OutboxState.PROCESSED}:
        return message
    now = ports.clock.recorded_at()
    processed = message.processed_at or (now if message.state is OutboxState.PROCESSED else None)
    return replace(message, delivered_at=message.delivered_at or now, processed_at=processed)


async def take_receipt(ports: Ports, platform: Platform, heard: Heard) -> None:
    """The platform says by a message of its own what became of one of ours; refuses with `not_found`."""
    tenant_id = TenantId(platform.court_id)
    receipt = Receipt(
        processed=heard.body.get("accepted") is True,
        platform_number=heard.body.get("platform_number"),
        refused=None if heard.body.get("accepted") is True else str(heard.body.get("reason") or "refused_there"),
    )
    async with ports.unit_of_work(None) as tx:
        message = await tx.outbox.one(platform.code, tenant_id, key=str(heard.body.get("key")))
        if message is None:
            raise Refusal("not_found")
        if message.state is not OutboxState.PROCESSED:
            settled = _stamped(ports, _received(message, receipt))
            await tx.outbox.settle(settled, ports.clock.system_now(), tenant_id)


# For people -------------------------------------------------------------------------------------------------------


async def page(
    ports: Ports,
    principal: Principal,
    code: PlatformCode,
    *,
    state: OutboxState | None,
    after_id: UUID | None,
    limit: int,
) -> tuple[OutboxMessage, ...]:
    """Messages for the court's platform, newest first."""
    principal.require(Scope.REFERRALS_READ)
    principal.require_kind(TenantKind.COURT)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        platform = await for_court(ports, tx, principal, code)
        return await tx.outbox.page(platform.code, principal.tenant_id, state=state, after_id=after_id, limit=limit)


async def waiting(
    ports: Ports,
    principal: Principal,
    code: PlatformCode,
    *,
    state: OutboxState | None,
    after_id: UUID | None,
    limit: int,
) -> tuple[OutboxMessage, ...]:
    """How far messages for a platform came, for the operator, newest first; what they tell is left out.

    Refuses with `not_found`, `not_your_role`, `scope_missing`.
    """
    principal.require(Scope.REGISTRY_READ)
    principal.require_kind(TenantKind.OPERATOR)
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(principal.tenant_id) as tx:
        platform = await tx.platforms.current(code, day)
    if platform is None:
        raise Refusal("not_found")
    tenant_id = TenantId(platform.court_id)
    async with ports.unit_of_work(tenant_id) as tx:
        rows = await tx.outbox.page(code, tenant_id, state=state, after_id=after_id, limit=limit)
    return tuple(replace(row, message=replace(row.message, reference="", body={})) for row in rows)


async def retry(ports: Ports, envelope: Envelope, code: PlatformCode, outbox_id: UUID) -> Outcome:
    """Let a parked message be sent again, after a look whether it had arrived.

    Refuses with `not_found`, `message_not_parked`, `message_entered_by_hand`.
    """
    principal = envelope.principal
    principal.require(Scope.REFERRALS_WRITE)
    principal.require_kind(TenantKind.COURT)

    async def again(tx: Transaction) -> Mapping[str, Any]:
        platform = await for_court(ports, tx, principal, code)
        message = await tx.outbox.one(platform.code, principal.tenant_id, outbox_id=outbox_id)
        if message is None:
            raise Refusal("not_found")
        if message.state is not OutboxState.PARKED:
            raise Refusal("message_not_parked")
        if message.reason == ENTERED_BY_HAND:
            raise Refusal("message_entered_by_hand")
        waiting = replace(message, state=OutboxState.WAITING, reason=None, attempts=0, doubtful=True)
        await tx.outbox.settle(waiting, ports.clock.system_now(), principal.tenant_id)
        return {"id": str(outbox_id), "state": waiting.state.value}

    return await once(ports, envelope, again)
