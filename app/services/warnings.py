"""Time says that last days are near: each lead time of each clock once, by however many workers."""

from datetime import date

from app.domain.approaching import events_of, to_tell
from app.domain.ports import DueClock, Ports, Sought, Transaction
from app.services.sweeping import HANDLED, LOST, Place, Sweep, Task, swept


async def warn(ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
    """Look at no more than `limit` clocks that are to be called approaching today, the longest waiting first."""
    return await swept(ports, WARNINGS, limit=limit, after=after)


async def _claim(_ports: Ports, tx: Transaction, today: date, after: Place | None) -> DueClock | None:
    return await tx.clocks.claim_warning(today, after=after)


async def _tell(ports: Ports, tx: Transaction, claimed: DueClock) -> str:
    """Say what is due of one clock as it is now that its referral is locked."""
    found = await tx.referrals.load(Sought(tenant_id=None, referral_id=claimed.referral_id))
    referral = None if found.record is None else found.record.referral
    clock = None if referral is None else referral.clock(claimed.rule)
    if referral is None or clock is None or (clock.id, clock.warn_on) != (claimed.clock_id, claimed.due_on):
        return LOST
    now = ports.clock.legal_at(found.offset_seconds)
    leads = () if found.court is None else found.court.facts(now.on).lead_times
    told = to_tell(clock, now.on, ports.book().calendar, leads)
    last = await tx.clocks.last_word(clock.id)
    events = events_of(told, clock, referral, now, ports.mint, ports.clock.recorded_at(), last)
    await tx.clocks.warn(clock.id, told.next_on, events)
    return HANDLED


WARNINGS = Task(_claim, _tell)
