"""Due dates that were provisional, computed anew once the holiday notices that decide about them are loaded."""

from datetime import date

from app.domain.access import ActorRole
from app.domain.commands import RecomputeDeadlines
from app.domain.errors import Refusal
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.domain.ports import DueClock, Ports, Sought, Transaction
from app.domain.values import replace
from app.services.sweeping import HANDLED, LOST, Place, Sweep, Task, swept


async def recompute(ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
    """Compute the provisional dates of at most `limit` referrals anew, as far as the calendar at hand decides them."""
    return await swept(ports, PROVISIONAL, limit=limit, after=after)


async def _claim(ports: Ports, tx: Transaction, _today: date, after: Place | None) -> DueClock | None:
    known = ports.book().calendar.known
    return None if known is None else await tx.clocks.claim_provisional(*known, after=after)


async def _recompute(ports: Ports, tx: Transaction, claimed: DueClock) -> str:
    """One action on the referral, for all its clocks: what changed is an event like any other."""
    found = await tx.referrals.load(Sought(tenant_id=None, referral_id=claimed.referral_id))
    before = None if found.record is None else found.record.referral
    if before is None:
        return LOST
    now = ports.clock.legal_at(found.offset_seconds)
    book = replace(ports.book(), court=None if found.court is None else found.court.facts(now.on))
    try:
        after, fact = apply(before, RecomputeDeadlines(), ActorRole.CLOCK, now, book, ports.mint)
    except Refusal:  # Another worker was here, or another year decides about it.
        return LOST
    event = event_of(fact, before, None, ports.mint(), ports.clock.recorded_at())
    await tx.referrals.save(before, after, event, None)
    return HANDLED


PROVISIONAL = Task(_claim, _recompute)
