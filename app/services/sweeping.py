"""How time acts on many referrals: on each in a transaction of its own that locks it, and none holds up the others."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.ports import DueClock, Ports, Transaction
from app.domain.referral import ReferralId

HANDLED, LOST = "", "lost"
"""Verdicts on one clock; every other is the code of a refusal."""

Place = tuple[date, UUID]
"""A day and the id of a clock: its place in the order in which clocks are dealt with."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one sweep did.

    Attributes:
        handled: Clocks that were dealt with.
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


@dataclass(frozen=True, slots=True)
class Task:
    """Something that time does to clocks.

    Attributes:
        claim: Locks the referral of the next clock, given today and the place behind which to look.
        carry_out: Deals with that clock; gives `HANDLED`, `LOST` or the code of a refusal.
    """

    claim: Callable[[Ports, Transaction, date, Place | None], Awaitable[DueClock | None]]
    carry_out: Callable[[Ports, Transaction, DueClock], Awaitable[str]]


async def swept(ports: Ports, task: Task, *, limit: int, after: Place | None = None) -> Sweep:
    """Deal with at most `limit` clocks in the order of the task.

    Several sweepers pass over each other's referrals. What cannot be dealt with stays, so whoever sweeps on gives back
    `behind` as `after`: then however many of them there are, the clocks behind them have their turn.
    """
    today = (await ports.clock.legal_now()).on
    verdicts: list[tuple[ReferralId, str | Exception]] = []
    while len(verdicts) < limit:
        step = await _next(ports, task, today, after)
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


async def swept_through(ports: Ports, task: Task, batch: int) -> int:
    """One sweep to the end; number of clocks handled."""
    done = await swept(ports, task, limit=batch)
    handled = done.handled
    while done.behind is not None:  # Each goes on behind the one before, and there are only so many clocks.
        done = await swept(ports, task, limit=batch, after=done.behind)
        handled += done.handled
    return handled


def _summed(verdicts: list[tuple[ReferralId, str | Exception]], behind: Place | None) -> Sweep:
    codes = [verdict for _, verdict in verdicts if isinstance(verdict, str)]
    return Sweep(
        handled=codes.count(HANDLED),
        lost=codes.count(LOST),
        refused=tuple(code for code in codes if code not in {HANDLED, LOST}),
        failed=tuple((referral_id, verdict) for referral_id, verdict in verdicts if isinstance(verdict, Exception)),
        behind=behind,
    )


async def _next(ports: Ports, task: Task, today: date, after: Place | None) -> tuple[DueClock, str | Exception] | None:
    """Deal with the next clock; the clock and what became of it, or None where no more is due.

    A database that is away has no next clock to give, which ends the sweep; what goes wrong once there is one is of
    that referral.
    """
    clock: DueClock | None = None
    try:
        async with ports.unit_of_work(None) as tx:
            clock = await task.claim(ports, tx, today, after)
            return None if clock is None else (clock, await task.carry_out(ports, tx, clock))
    except Exception as error:
        if clock is None:
            raise
        return clock, error
