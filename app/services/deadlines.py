"""Time as an actor: what happens when a legal period runs out, and the steering of the legal clock in development."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.domain.access import ActorRole, Scope
from app.domain.deadlines import EARLIEST, LATEST
from app.domain.errors import Refusal
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.times import command_of_time
from app.domain.ports import Answer, DueClock, Ports, Sought, Transaction
from app.domain.referral import ReferralId
from app.services.envelope import Envelope, Outcome, checked, settled

SECONDS_A_DAY = 86_400
DRAIN_BATCH = 500


Place = tuple[date, UUID]
"""Last day and id of a clock: its place in the order in which clocks run out."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one sweep did.

    Attributes:
        handled: Clocks whose end was recorded.
        lost: Clocks that somebody else had dealt with in the meantime.
        refused: Codes of refusals; a clock that runs where the lifecycle knows no end for it is a fault to look at.
        failed: Referrals that could not be dealt with at all, and why.
        behind: Where the next sweep goes on; None where this one came to the end, so that it begins anew.
    """

    handled: int = 0
    lost: int = 0
    refused: tuple[str, ...] = ()
    failed: tuple[tuple[ReferralId, Exception], ...] = ()
    behind: Place | None = None

    @property
    def seen(self) -> int:
        """Clocks that were looked at."""
        return self.handled + self.lost + len(self.refused) + len(self.failed)


async def sweep(ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
    """Record the end of at most `limit` clocks whose last day is over, the longest overdue first.

    Each referral has a transaction of its own, which locks it; several sweepers pass over each other's referrals. What
    cannot be dealt with stays due, so whoever sweeps on gives back `behind` as `after`: then however many of them
    there are, the clocks behind them have their turn.
    """
    today = (await ports.clock.legal_now()).on
    verdicts: list[tuple[ReferralId, str | Exception]] = []
    while len(verdicts) < limit:
        step = await _next(ports, today, after)
        if step is None:
            after = None
            break
        clock, verdict = step
        after = (clock.due_on, clock.clock_id)
        verdicts.append((clock.referral_id, verdict))
    done = _summed(verdicts, after)
    if done.handled:
        ports.nudge()
    return done


_HANDLED, _LOST = "", "lost"


def _summed(verdicts: list[tuple[ReferralId, str | Exception]], behind: Place | None) -> Sweep:
    codes = [verdict for _, verdict in verdicts if isinstance(verdict, str)]
    return Sweep(
        handled=codes.count(_HANDLED),
        lost=codes.count(_LOST),
        refused=tuple(code for code in codes if code not in {_HANDLED, _LOST}),
        failed=tuple((referral_id, verdict) for referral_id, verdict in verdicts if isinstance(verdict, Exception)),
        behind=behind,
    )


async def _next(ports: Ports, today: date, after: Place | None) -> tuple[DueClock, str | Exception] | None:
    """Deal with the next clock; the clock and what became of it, or None where no more is due.

    A database that is away has no next clock to give, which ends the sweep; what goes wrong once there is one is of
    that referral.
    """
    clock: DueClock | None = None
    try:
        async with ports.unit_of_work(None) as tx:
            clock = await tx.referrals.claim_due(today, after=after)
            return None if clock is None else (clock, await _run_out(ports, tx, clock))
    except Exception as error:
        if clock is None:
            raise
        return clock, error


async def _run_out(ports: Ports, tx: Transaction, due: DueClock) -> str:
    """Record the end of one clock on the referral as it is now that it is locked.

    The claim may have seen the clock as it was before somebody else's commit; only what is read under the lock counts.
    """
    found = await tx.referrals.load(Sought(tenant_id=None, referral_id=due.referral_id))
    before = None if found.record is None else found.record.referral
    clock = None if before is None else before.clock(due.rule)
    if before is None or clock is None or (clock.id, clock.due_on) != (due.clock_id, due.due_on):
        return _LOST
    now = ports.clock.legal_at(found.offset_seconds)
    try:
        after, fact = apply(before, command_of_time(due.rule, before), ActorRole.CLOCK, now, ports.book(), ports.mint)
    except Refusal as refusal:
        return refusal.code
    event = event_of(fact, before, None, ports.mint(), ports.clock.recorded_at())
    await tx.referrals.save(before, after, event, None)
    return _HANDLED


async def drain(ports: Ports, *, batch: int = DRAIN_BATCH) -> int:
    """Sweep, each time to the end, until nothing is due that can be dealt with; number of clocks handled."""
    total = 0
    while handled := await _swept_through(ports, batch):
        total += handled
    return total


async def _swept_through(ports: Ports, batch: int) -> int:
    done = await sweep(ports, limit=batch)
    handled = done.handled
    while done.behind is not None:  # Each goes on behind the one before, and there are only so many clocks.
        done = await sweep(ports, limit=batch, after=done.behind)
        handled += done.handled
    return handled


async def today(ports: Ports) -> date:
    """Today on the legal clock."""
    return (await ports.clock.legal_now()).on


async def advance(ports: Ports, envelope: Envelope, wish: date | Refusal) -> Outcome:
    """Move the legal clock to a day, through every day on which something falls due; development only.

    Back only once, before there is any referral. Stopped halfway, the clock stands at a day in between, and the same
    request carries on from there.

    Refuses with `legal_clock_absent`, `clock_only_forward`, `legal_clock_taken`, `parameter_invalid`.
    """
    envelope.principal.require(Scope.CLOCK_WRITE)
    if not ports.clock.steerable:
        raise Refusal("legal_clock_absent")

    async def attempt() -> Outcome:
        replayed = envelope.replay(await _kept(ports, envelope))
        if replayed is not None:
            return replayed
        to = checked(wish)
        if not EARLIEST <= to <= LATEST:
            raise Refusal("parameter_invalid", pointer="/today")
        handled = await _travel(ports, to, dry_run=envelope.dry_run)
        reached = to if envelope.dry_run else await today(ports)
        answer = Answer(status=200, body={"today": reached.isoformat(), "handled": handled})
        if not envelope.dry_run:
            async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
                await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
        return Outcome(answer)

    return await settled(attempt)


async def _kept(ports: Ports, envelope: Envelope) -> tuple[bytes, Answer] | None:
    if envelope.key is None:
        return None
    async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
        return await tx.idempotency.look_up(envelope.principal.client_id, envelope.key)


async def _travel(ports: Ports, to: date, *, dry_run: bool) -> int:
    """Go to the day; number of clocks that ran out on the way."""
    if to < await today(ports):
        await _set_back(ports, to, dry_run=dry_run)
        return 0
    if dry_run:
        return 0
    handled = await drain(ports)
    while await _step(ports, to):  # Each step is a day at least, and `to` lies before `LATEST`.
        handled += await drain(ports)
    return handled


async def _step(ports: Ports, to: date) -> bool:
    """Move to the next day on which something is over, at most to `to`; False where the clock stands there already."""
    async with ports.unit_of_work(None) as tx:
        offset = await tx.registry.clock_offset()
        now = ports.clock.legal_at(offset).on
        if now >= to:
            return False
        next_due_on = await tx.referrals.next_due_on(now)
        day = to if next_due_on is None else min(to, next_due_on + timedelta(days=1))
        await tx.registry.move_clock(before=offset, after=offset + (day - now).days * SECONDS_A_DAY)
        return True


async def _set_back(ports: Ports, to: date, *, dry_run: bool) -> None:
    """The one move back: on a clock that was never moved, before there is any referral.

    Refuses with `clock_only_forward` where even an empty database could not be set back, otherwise `legal_clock_taken`.
    """
    async with ports.unit_of_work(None) as tx:
        untouched = await tx.registry.clock_offset() == 0
        taken = untouched and await tx.referrals.any_exist()
        back = (to - ports.clock.legal_at(0).on).days * SECONDS_A_DAY
        free = untouched and not taken
        moved = free and (dry_run or await tx.registry.move_clock(before=0, after=back))
        now = ports.clock.legal_at(await tx.registry.clock_offset())
    if taken:
        raise Refusal("legal_clock_taken")
    if not moved:
        raise Refusal("clock_only_forward", facts={"today": now.on.isoformat()})


async def set_back_once(ports: Ports, to: date) -> bool:
    """Start an empty database on an earlier day; False where its clock was set before or referrals exist."""
    try:
        await _set_back(ports, to, dry_run=False)
    except Refusal:
        return False
    return True
