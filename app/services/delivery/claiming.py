"""Taking work: the heads of lanes of endpoints that may be sent to, a fair share of each, under a lease."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.breaker import Breaker, BreakerState, allowance, probing
from app.domain.delivery_port import Claimed, Head, LaneKey, Ready, Target, Wanted
from app.domain.ports import Transaction
from app.services.delivery.post import ENDPOINTS_MAX, LEASE_MARGIN_SECONDS, Post


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One head and the endpoint that it goes to; each is itself alone."""

    target: Target
    head: Head

    @property
    def key(self) -> LaneKey:
        """Its lane under its lease."""
        return LaneKey(self.head.endpoint_id, self.head.subject_id, self.head.token)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claim brought.

    Attributes:
        tasks: To be sent at once.
        behind: Endpoint to go on behind with the next claim; None to begin anew.
        more: Whether an endpoint gave its whole share, so that it may have more to give.
        next_due_at: When work falls due next, as far as was looked; None where none is known.
    """

    tasks: tuple[Task, ...]
    behind: UUID | None
    more: bool
    next_due_at: datetime | None


async def claim(post: Post, *, room: int, after_id: UUID | None, without: Collection[UUID] = ()) -> Claim:
    """Take at most `room` heads, of every endpoint with due work about as many.

    Args:
        post: The outside.
        room: Deliveries that this worker can begin now; at least 1.
        after_id: Endpoint to begin behind, so that no endpoint is always the last.
        without: Endpoints whose places this worker alone has taken, such as one that hangs.
    """
    most = min(room, post.bounds.claim)
    now = post.ports.clock.system_now()
    async with post.ports.unit_of_work(None) as tx:
        ready = await tx.lanes.ready(now, after_id=after_id, limit=ENDPOINTS_MAX, without=without)
        targets = ready.targets[:most]
        share = max(1, most // max(1, len(targets)))
        tasks = await _taken(post, tx, targets, share, now)
    counts = _counts(tasks)
    return Claim(tasks, _behind(ready, most), share in counts.values(), ready.next_due_at)


def _counts(tasks: Iterable[Task]) -> dict[UUID, int]:
    return dict(Counter(task.target.id for task in tasks))


def _behind(ready: Ready, most: int) -> UUID | None:
    """Endpoints that were ready and for which there was no room come first the next time."""
    return ready.targets[most - 1].id if len(ready.targets) > most else ready.last_id


async def _taken(
    post: Post, tx: Transaction, targets: tuple[Target, ...], share: int, now: datetime
) -> tuple[Task, ...]:
    wanted = [each for target in targets if (each := _wanted(post, target, share, now)).most > 0]
    if not wanted:
        return ()
    heads = await tx.lanes.take(wanted, post.ports.mint(), now)
    by_id = {target.id: target for target in targets}
    tasks = tuple(Task(by_id[head.endpoint_id], head) for head in heads)
    noted = [
        _claimed(by_id[endpoint_id], count, now)
        for endpoint_id, count in _counts(tasks).items()
        if _stirs(by_id[endpoint_id])
    ]
    if noted:
        await tx.lanes.note(noted)
    return tasks


def _wanted(post: Post, target: Target, share: int, now: datetime) -> Wanted:
    at_once = allowance(target.breaker, now, in_flight=0, bound=post.bounds.endpoint_at_once)
    lease = timedelta(seconds=target.timeout_seconds + LEASE_MARGIN_SECONDS)
    return Wanted(target.id, at_once, min(share, at_once, _tokens_whole(target, now, share)), now + lease)


def _tokens_whole(target: Target, now: datetime, share: int) -> int:
    return share if target.rate_per_second is None else int(_tokens(target, target.rate_per_second, now))


def _tokens(target: Target, rate: int, now: datetime) -> float:
    """Messages that may be sent now: what has come in since, at most those of one second."""
    if target.rate_at is None:
        return float(rate)
    gone = max(0.0, (now - target.rate_at).total_seconds())
    return min(float(rate), target.rate_tokens + gone * rate)


def _claimed(target: Target, count: int, now: datetime) -> Claimed:
    if target.rate_per_second is None:
        return Claimed(target.id, _sent(target.breaker), target.rate_tokens, target.rate_at)
    return Claimed(target.id, _sent(target.breaker), _tokens(target, target.rate_per_second, now) - count, now)


def _sent(breaker: Breaker) -> Breaker:
    return probing(breaker) if breaker.state is BreakerState.OPEN else breaker


def _stirs(target: Target) -> bool:
    """Whether taking from an endpoint has to be noted: it has a rate, or what is taken is the probe of its breaker."""
    return target.rate_per_second is not None or target.breaker.state is BreakerState.OPEN


def in_time(post: Post, task: Task) -> bool:
    """Whether an attempt that begins now ends before somebody else may take the lane."""
    ends_at = post.ports.clock.system_now() + timedelta(seconds=task.target.timeout_seconds)
    return ends_at < task.head.lease_until


async def release(post: Post, keys: tuple[LaneKey, ...]) -> None:
    """Give leases back untried, so that another worker need not wait for their end."""
    if keys:
        async with post.ports.unit_of_work(None) as tx:
            await tx.lanes.release(keys)
