"""Due dates computed anew once holiday notices are loaded: the provisional ones, and those of a year that changed."""

from datetime import date, timedelta
from functools import partial

from app.domain.access import ActorRole
from app.domain.clock_port import ChangedSpan
from app.domain.commands import RecomputeDeadlines
from app.domain.errors import Refusal
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.domain.ports import DueClock, Ports, Sought, Transaction
from app.domain.values import replace
from app.services.sweeping import HANDLED, LOST, Place, Sweep, Task, swept

BOOKS_REFRESHED_AFTER = timedelta(minutes=2)
"""By then every process has read the calendar again, so that nobody computes by days that are no more."""


async def recompute(ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
    """Compute the provisional dates of at most `limit` referrals anew, as far as the calendar at hand decides them."""
    return await swept(ports, PROVISIONAL, limit=limit, after=after)


class ChangedYears:
    """Computes the dates anew that changed years may move, in passes over clocks in the order of their last days.

    A year that changed is settled by a pass that began after the change and came to the end, nothing having failed in
    it; where nothing moves there is no event. Where more years change on the way the pass begins anew, for the clocks
    that it left behind may be theirs.
    """

    def __init__(self) -> None:
        self._span: ChangedSpan | None = None
        self._failed = False

    async def __call__(self, ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
        """The next part of the pass, at most `limit` clocks, behind `after` as far as nothing changed meanwhile."""
        async with ports.unit_of_work(None) as tx:
            span = await tx.clocks.changed_span(ports.clock.system_now() - BOOKS_REFRESHED_AFTER)
        if span != self._span or after is None:
            self._span, self._failed, after = span, False, None
        if span is None:
            return Sweep()
        done = await swept(ports, Task(partial(_claim_between, span), _recompute), limit=limit, after=after)
        self._failed = self._failed or bool(done.failed)
        if done.behind is None and not self._failed:
            async with ports.unit_of_work(None) as tx:
                await tx.clocks.settle_span(span.changed_at)
        return done


async def _claim_between(
    span: ChangedSpan, _ports: Ports, tx: Transaction, _today: date, after: Place | None
) -> DueClock | None:
    return await tx.clocks.claim_between(span.first, span.last, after=after)


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
