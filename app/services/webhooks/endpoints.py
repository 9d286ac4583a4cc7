"""Making, reading and moving endpoints: every action is judged by the table in `app/domain/webhooks.py`."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from app.domain import webhooks as w
from app.domain.access import Principal
from app.domain.breaker import BreakerState
from app.domain.delivery_port import EndpointState
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports
from app.domain.signing import new_secret, require_kinds
from app.domain.values import replace
from app.domain.webhook_port import Range
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.reading import existing as registered
from app.services.webhooks.secrets import Issued, issued
from app.services.webhooks.writing import Work, existing, on_endpoint, receipt, require_owner, saved, written

Goes = Mapping[str, Any]
"""Fields of an endpoint by name, those that are given; see `SETTABLE`."""

SETTABLE: Final = frozenset(
    {
        "url",
        "description",
        "payload",
        "types",
        "court_ids",
        "organisation_ids",
        "headers",
        "rate_per_second",
        "timeout_seconds",
        "schedule_seconds",
        "ordering",
        "order_over",
        "park_after_hours",
        "signing",
    }
)
"""What its owner sets."""

FILTERS: Final = frozenset({"types", "court_ids", "organisation_ids"})


@dataclass(frozen=True, slots=True)
class NewEndpoint:
    """An endpoint to be made: all of `SETTABLE`."""

    fields: Goes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """Some of `SETTABLE` anew. Another `url` has to pass a challenge again."""

    fields: Goes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Challenge:
    """The challenge is sent anew."""


@dataclass(frozen=True, slots=True)
class Test:
    """An event of no meaning is sent."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing more is delivered; events wait."""


@dataclass(frozen=True, slots=True)
class Resume:
    """It delivers again; `since_position` and `since` say from where on with `Backlog.REPLAY`."""

    backlog: w.Backlog = w.Backlog.RESUME
    since_position: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enable(Resume):
    """The same for an endpoint that the service stopped."""


@dataclass(frozen=True, slots=True)
class Remove:
    """For good."""


Wish = Change | Challenge | Test | Pause | Resume | Enable | Remove


async def create(ports: Ports, envelope: Envelope, wish: NewEndpoint | Refusal) -> Issued:
    """A new endpoint with its first secret; it is sent a challenge, and what happens from now on waits for it."""
    text = new_secret()

    async def write(work: Work) -> Answer:
        new, hooks = checked(wish), work.tx.webhooks
        await _require_possible(work, new.fields)
        w.require_room(*await hooks.count(work.tenant_id, work.now - timedelta(hours=1)))
        endpoint = _made(work, new.fields, await hooks.head(work.tenant_id))
        await hooks.add(work.tenant_id, endpoint)
        secret = w.Secret(w.SecretId(work.ports.mint()), w.SECRET_KIND, work.now)
        await hooks.add_secret(work.tenant_id, endpoint.id, secret, text)
        return receipt(endpoint, status=201, secret_id=str(secret.id))

    return issued(await written(ports, envelope, write), envelope, text)


def _made(work: Work, given: Goes, head: int) -> w.Endpoint:
    mint = work.ports.mint
    return w.Endpoint(
        id=w.EndpointId(mint()),
        tenant_id=work.tenant_id,
        state=EndpointState.PENDING,
        state_reason=None,
        from_position=head,
        breaker=BreakerState.CLOSED,
        version=1,
        created_at=work.now,
        changed_at=work.now,
        errand=w.errand_for(w.ErrandKind.CHALLENGE, mint(), work.now),
        **given,
    )


async def _require_possible(work: Work, given: Goes) -> None:
    """Refuse with `signature_kind_unavailable`, or `unknown_reference` where a filter names what is not registered."""
    if "signing" in given:
        require_kinds(work.ports.signer, given["signing"])
    kinds = {"court_ids": work.tx.registry.courts, "organisation_ids": work.tx.registry.organisations}
    for name, read in kinds.items():
        for number, record_id in enumerate(given.get(name, ())):
            await registered(read, record_id, f"/{name}/{number}")


async def one(ports: Ports, principal: Principal, endpoint_id: UUID) -> w.Endpoint:
    """One endpoint of the caller; refuses with `not_found`."""
    return await existing(ports, principal, endpoint_id)


async def page(ports: Ports, principal: Principal, *, after_id: UUID | None, limit: int) -> tuple[w.Endpoint, ...]:
    """The caller's endpoints by id, removed ones too."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.webhooks.page(principal.tenant_id, after_id=after_id, limit=limit)


async def take(ports: Ports, envelope: Envelope, endpoint_id: UUID, wish: Wish | Refusal) -> Outcome:
    """One action on an endpoint; refuses with `action_not_possible` where its state does not know it.

    The answer to going on with a replay says from which position to replay on, where there was more than fits.
    """

    async def write(work: Work, endpoint: w.Endpoint) -> Answer:
        asked = checked(wish)
        envelope.require_version(endpoint.version)
        if isinstance(asked, Resume):
            resumed, following = await _resume(work, endpoint, asked)
            return receipt(resumed, next_position=following)
        return receipt(await _TAKEN[type(asked)](work, endpoint, asked), next_position=None)

    moves = isinstance(wish, (Resume, Remove))
    orders = isinstance(wish, Change) and "order_over" in wish.fields
    return await on_endpoint(ports, envelope, endpoint_id, write, lanes=moves, order=orders)


async def _change(work: Work, endpoint: w.Endpoint, wish: Change) -> w.Endpoint:
    moved = wish.fields.get("url", endpoint.url) != endpoint.url
    state = w.after(w.EndpointAction.MOVE if moved else w.EndpointAction.CHANGE, endpoint.state)
    await _require_possible(work, wish.fields)
    changed = replace(endpoint, **wish.fields)
    if _differ(FILTERS, endpoint, changed):
        changed = replace(changed, filters_from=None)
    if moved:
        w.require_pause(endpoint, work.now)
        changed = replace(_challenged(work, changed), state=state, state_reason=None)
        await work.tx.webhooks.open_breaker_again(work.tenant_id, endpoint.id)
    following = await saved(work, changed)
    if changed.order_over is not endpoint.order_over:
        await _reorder(work, endpoint.id)
    return following


async def _reorder(work: Work, endpoint_id: w.EndpointId) -> None:
    """What waits goes on in the new order; refuses with `deliveries_under_way`."""
    hooks, now = work.tx.webhooks, work.ports.clock.system_now()
    w.require_still(under_way=await hooks.under_way(work.tenant_id, endpoint_id, now))
    await hooks.line_up(work.tenant_id, endpoint_id, now)


def _differ(names: Iterable[str], one: w.Endpoint, other: w.Endpoint) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in names)


def _challenged(work: Work, endpoint: w.Endpoint) -> w.Endpoint:
    return replace(endpoint, errand=w.errand_for(w.ErrandKind.CHALLENGE, work.ports.mint(), work.now))


async def _challenge(work: Work, endpoint: w.Endpoint, _wish: Challenge) -> w.Endpoint:
    w.after(w.EndpointAction.CHALLENGE, endpoint.state)
    w.require_pause(endpoint, work.now)
    return await saved(work, replace(_challenged(work, endpoint), state_reason=None))


async def _test(work: Work, endpoint: w.Endpoint, _wish: Test) -> w.Endpoint:
    w.after(w.EndpointAction.TEST, endpoint.state)
    errand = w.errand_for(w.ErrandKind.TEST, work.ports.mint(), work.now)
    return await saved(work, replace(endpoint, errand=errand))


async def _pause(work: Work, endpoint: w.Endpoint, _wish: Pause) -> w.Endpoint:
    state = w.after(w.EndpointAction.PAUSE, endpoint.state)
    return await saved(work, replace(endpoint, state=state, state_reason=w.PAUSED_BY_OWNER))


async def _remove(work: Work, endpoint: w.Endpoint, _wish: Remove) -> w.Endpoint:
    """What waited is left out; everything stays to be read."""
    state = w.after(w.EndpointAction.REMOVE, endpoint.state)
    await work.tx.webhooks.skip(work.tenant_id, endpoint.id, work.now)
    await work.tx.webhooks.end_secrets(work.tenant_id, endpoint.id, work.now)
    return await saved(work, replace(endpoint, state=state, state_reason=None, errand=None))


async def _resume(work: Work, endpoint: w.Endpoint, wish: Resume) -> tuple[w.Endpoint, int | None]:
    """The endpoint, and the position from which to replay on where there was more than fits one request."""
    following: int | None = None
    action = w.EndpointAction.ENABLE if isinstance(wish, Enable) else w.EndpointAction.RESUME
    state, hooks = w.after(action, endpoint.state), work.tx.webhooks
    await hooks.open_breaker_again(work.tenant_id, endpoint.id)
    if wish.backlog is w.Backlog.SKIP:
        await hooks.skip(work.tenant_id, endpoint.id, work.now)
    if wish.backlog is w.Backlog.REPLAY:
        wanted = Range(wish.since_position or 1, None, wish.since, None, missing=False, limit=w.REPLAY_MAX)
        following = (await hooks.replay(work.tenant_id, endpoint.id, wanted, work.now)).next_position
    await hooks.due_now(work.tenant_id, endpoint.id, work.now)
    return await saved(work, replace(endpoint, state=state, state_reason=None)), following


_TAKEN: Final[Mapping[type[Any], Callable[[Work, w.Endpoint, Any], Awaitable[w.Endpoint]]]] = {
    Change: _change,
    Challenge: _challenge,
    Test: _test,
    Pause: _pause,
    Remove: _remove,
}
