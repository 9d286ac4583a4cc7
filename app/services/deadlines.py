"""Time as an actor: what happens when a legal period runs out, and the steering of the legal clock in development."""

from datetime import date, timedelta

from app.domain.access import ActorRole, Scope
from app.domain.deadlines import EARLIEST, LATEST
from app.domain.errors import Refusal
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.times import command_of_time
from app.domain.ports import Answer, DueClock, Ports, Sought, Transaction
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked, settled
from app.services.sweeping import HANDLED, LOST, Place, Sweep, Task, swept, swept_through
from app.services.warnings import WARNINGS

SECONDS_A_DAY = 86_400
DRAIN_BATCH = 500


async def sweep(ports: Ports, *, limit: int, after: Place | None = None) -> Sweep:
    """Record the end of at most `limit` clocks whose last day is over, the longest overdue first."""
    return await swept(ports, ENDS, limit=limit, after=after)


async def _claim(_ports: Ports, tx: Transaction, today: date, after: Place | None) -> DueClock | None:
    return await tx.referrals.claim_due(today, after=after)


async def _run_out(ports: Ports, tx: Transaction, due: DueClock) -> str:
    """Record the end of one clock on the referral as it is now that it is locked.

    The claim may have seen the clock as it was before somebody else's commit; only what is read under the lock counts.
    """
    found = await tx.referrals.load(Sought(tenant_id=None, referral_id=due.referral_id))
    before = None if found.record is None else found.record.referral
    running = () if before is None else before.clocks
    clock = next((x for x in running if x.id == due.clock_id and x.is_open), None)
    if before is None or clock is None or clock.due_on != due.due_on:
        return LOST
    now = ports.clock.legal_at(found.offset_seconds)
    court = None if found.court is None else found.court.facts(now.on)  # For what it wants to be warned about.
    book = replace(ports.book(), court=court)
    try:
        command = command_of_time(due.rule, before, clock.term_id)
        after, fact = apply(before, command, ActorRole.CLOCK, now, book, ports.mint)
    except Refusal as refusal:
        return refusal.code
    event = event_of(fact, before, None, ports.mint(), ports.clock.recorded_at())
    await tx.referrals.save(before, after, event, None)
    return HANDLED


ENDS = Task(_claim, _run_out)


async def drain(ports: Ports, *, batch: int = DRAIN_BATCH) -> int:
    """Sweep, each time to the end, until nothing is due that can be dealt with, then warn of what comes.

    Gives the number of clocks that ran out.
    """
    total = 0
    while handled := await swept_through(ports, ENDS, batch):
        total += handled
    await swept_through(ports, WARNINGS, batch)
    return total


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
        day = min(to, await _next_day(tx, now) or to)
        await tx.registry.move_clock(before=offset, after=offset + (day - now).days * SECONDS_A_DAY)
        return True


async def _next_day(tx: Transaction, today: date) -> date | None:
    """The next day on which time does anything: a clock is over, or is to be called approaching."""
    due_on, warn_on = await tx.referrals.next_due_on(today), await tx.clocks.next_warning_on(today)
    days = (None if due_on is None else due_on + timedelta(days=1), warn_on)
    return min((day for day in days if day is not None), default=None)


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
