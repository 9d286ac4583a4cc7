"""Duties on platforms of courts 录入: what stands there, what is due, and what somebody entered by hand."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.domain.access import Principal, Scope, TenantId
from app.domain.errors import Refusal
from app.domain.platform_outbox import EntryState, PlatformEntry
from app.domain.ports import Ports, Sought, Transaction
from app.domain.referral import ReferralId
from app.domain.sharing import reads_from_above
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked
from app.services.once import once
from app.services.referral_reads import visible

OF_REFERRAL_MAX: Final = 500
"""Most duties that are shown of one referral, newest first."""


@dataclass(frozen=True, slots=True)
class EntryByHand:
    """Somebody entered a duty on the platform. `entered_on` None for today."""

    entry_id: UUID
    platform_number: str | None = None
    entered_on: date | None = None


async def of_referral(ports: Ports, principal: Principal, referral_id: ReferralId) -> tuple[PlatformEntry, ...]:
    """The duties of one visible referral; refuses with `not_found`, `scope_missing`."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        sought = Sought(tenant_id=principal.tenant_id, referral_id=referral_id)
        visible(await tx.referrals.load(sought), principal)
        return await tx.outbox.entries(principal.tenant_id, referral_id=referral_id, limit=OF_REFERRAL_MAX)


async def page(
    ports: Ports,
    principal: Principal,
    *,
    state: EntryState | None,
    overdue: bool,
    after_id: UUID | None,
    limit: int,
) -> tuple[PlatformEntry, ...]:
    """Duties of all referrals that the caller sees, newest first; `overdue`: those whose last day is over."""
    principal.require(Scope.REFERRALS_READ)
    today = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.outbox.entries(
            principal.tenant_id,
            state=state,
            overdue_on=today if overdue else None,
            after_id=after_id,
            limit=limit,
        )


async def enter_by_hand(
    ports: Ports, envelope: Envelope, referral_id: ReferralId, wish: EntryByHand | Refusal
) -> Outcome:
    """Record that somebody entered a duty by hand: who, when, and the platform's number.

    Those above the holder see the duty and do nothing to it. Refuses with `not_found`, `scope_missing`,
    `not_your_role`, `unknown_reference`, `entry_not_due`, `occurred_in_future`, and with `entry_being_told` while its
    message is on its way. A message that waits is withdrawn, so that nothing is entered twice.
    """
    principal = envelope.principal

    async def write(tx: Transaction) -> Mapping[str, Any]:
        sought = Sought(tenant_id=principal.tenant_id, referral_id=referral_id)
        found = await tx.referrals.load(sought)
        record = visible(found, principal)
        principal.require(Scope.REFERRALS_WRITE)
        if reads_from_above(record.referral, principal):
            raise Refusal("not_your_role")
        entered, today = checked(wish), ports.clock.legal_at(found.offset_seconds).on
        known = await tx.outbox.entries(principal.tenant_id, referral_id=referral_id, limit=OF_REFERRAL_MAX)
        entry = _due(known, entered.entry_id)
        if entered.entered_on is not None and entered.entered_on > today:
            raise Refusal("occurred_in_future", pointer="/entered_on")
        stands = replace(
            entry,
            state=EntryState.BY_HAND,
            entered_on=entered.entered_on or today,
            entered_by=principal.client_id,
            platform_number=entered.platform_number,
        )
        await _require_not_on_its_way(ports, tx, entry)
        if not await tx.outbox.enter_by_hand(stands, principal.tenant_id):
            raise Refusal("entry_not_due")
        return {"id": str(entry.id), "state": stands.state.value}

    return await once(ports, envelope, write)


def _due(known: tuple[PlatformEntry, ...], entry_id: UUID) -> PlatformEntry:
    entry = next((each for each in known if each.id == entry_id), None)
    if entry is None:
        raise Refusal("unknown_reference", pointer="/entry_id")
    if entry.state is not EntryState.DUE:
        raise Refusal("entry_not_due")
    return entry


async def _require_not_on_its_way(ports: Ports, tx: Transaction, entry: PlatformEntry) -> None:
    """Hold the message of a duty until this is decided; it is the court's, whoever enters the duty."""
    await tx.as_system()
    until, now = await tx.outbox.sent_until(entry, TenantId(entry.court_id)), ports.clock.system_now()
    if until is not None and until > now:
        seconds = math.ceil((until - now).total_seconds())
        raise Refusal("entry_being_told", facts={"retry_after_seconds": seconds})
