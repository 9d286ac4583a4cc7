"""Webhook endpoints: where a tenant wants its feed delivered, how, and what may happen to such an endpoint.

An endpoint delivers only after whoever answers at its address has shown that it expects us. Nothing is lost while it
does not deliver: its events wait, and whoever lets it go on says what becomes of them. What was removed is so for
good, and stays to be read.

Legal source: none; product decisions. The names of headers and signatures are those of Standard Webhooks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import Final, NewType
from uuid import UUID

from app.domain.access import TenantId
from app.domain.breaker import BreakerState
from app.domain.delivery import Ordering, OrderOver
from app.domain.delivery_port import EndpointState, Payload
from app.domain.errors import Refusal
from app.domain.signing import SignatureKind

EndpointId = NewType("EndpointId", UUID)
SecretId = NewType("SecretId", UUID)

ENDPOINTS_MAX: Final = 20
"""Endpoints of one tenant that are not removed."""

NEW_ENDPOINTS_AN_HOUR_MAX: Final = 60
"""Endpoints that one tenant makes in an hour: each sends a challenge to somebody who was not asked."""

CHALLENGE_PAUSE: Final = timedelta(seconds=60)
"""Between two challenges that nobody answered, for the same reason."""

SECRETS_MAX: Final = 2
"""Secrets of one endpoint that live at a time: the new one, and the old one while it is being rotated."""

SECRET_KIND: Final = SignatureKind.HMAC_SHA256
"""The kind of signature that a secret is for; `v1sm3` uses the same one."""

PAUSED_BY_OWNER: Final = "owner"
OVERLAP_HOURS: Final = 24
"""How long the old secret signs beside the new one where nobody says otherwise."""

OVERLAP_HOURS_MAX: Final = 24 * 30
TIMEOUT_SECONDS: Final = 15
TIMEOUT_SECONDS_MAX: Final = 30
PARK_AFTER_HOURS: Final = 72
PARK_AFTER_HOURS_MAX: Final = 24 * 14
REPLAY_MAX: Final = 1_000
"""Deliveries that one request sets going again; the answer says where to go on."""


class EndpointAction(StrEnum):
    """What may be done with an endpoint. A change of its address is a move; the service confirms and disables."""

    CHANGE = "change"
    MOVE = "move"
    CHALLENGE = "challenge"
    CONFIRM = "confirm"
    PAUSE = "pause"
    RESUME = "resume"
    ENABLE = "enable"
    DISABLE = "disable"
    ROTATE_SECRET = "rotate_secret"  # noqa: S105 - the name of an action
    END_SECRET = "end_secret"  # noqa: S105 - the name of an action
    TEST = "test"
    REPLAY = "replay"
    PARK = "park"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class EndpointRow:
    """One line of the life of an endpoint; `offered`: whether it is named among what its tenant may do."""

    action: EndpointAction
    before: EndpointState
    after: EndpointState
    offered: bool = True


def _rows() -> tuple[EndpointRow, ...]:
    a, s = EndpointAction, EndpointState
    return (
        EndpointRow(a.CHANGE, s.PENDING, s.PENDING),
        EndpointRow(a.CHANGE, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.CHANGE, s.PAUSED, s.PAUSED),
        EndpointRow(a.CHANGE, s.DISABLED, s.DISABLED),
        EndpointRow(a.MOVE, s.PENDING, s.PENDING, offered=False),
        EndpointRow(a.MOVE, s.ACTIVE, s.PENDING, offered=False),
        EndpointRow(a.MOVE, s.PAUSED, s.PENDING, offered=False),
        EndpointRow(a.MOVE, s.DISABLED, s.PENDING, offered=False),
        EndpointRow(a.CHALLENGE, s.PENDING, s.PENDING),
        EndpointRow(a.CONFIRM, s.PENDING, s.ACTIVE, offered=False),
        EndpointRow(a.PAUSE, s.ACTIVE, s.PAUSED),
        EndpointRow(a.RESUME, s.PAUSED, s.ACTIVE),
        EndpointRow(a.ENABLE, s.DISABLED, s.ACTIVE),
        EndpointRow(a.DISABLE, s.ACTIVE, s.DISABLED, offered=False),
        EndpointRow(a.DISABLE, s.PAUSED, s.DISABLED, offered=False),
        EndpointRow(a.ROTATE_SECRET, s.PENDING, s.PENDING),
        EndpointRow(a.ROTATE_SECRET, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.ROTATE_SECRET, s.PAUSED, s.PAUSED),
        EndpointRow(a.ROTATE_SECRET, s.DISABLED, s.DISABLED),
        EndpointRow(a.END_SECRET, s.PENDING, s.PENDING),
        EndpointRow(a.END_SECRET, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.END_SECRET, s.PAUSED, s.PAUSED),
        EndpointRow(a.END_SECRET, s.DISABLED, s.DISABLED),
        EndpointRow(a.TEST, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.TEST, s.PAUSED, s.PAUSED),
        EndpointRow(a.TEST, s.DISABLED, s.DISABLED),
        EndpointRow(a.REPLAY, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.REPLAY, s.PAUSED, s.PAUSED),
        EndpointRow(a.REPLAY, s.DISABLED, s.DISABLED),
        EndpointRow(a.PARK, s.ACTIVE, s.ACTIVE),
        EndpointRow(a.PARK, s.PAUSED, s.PAUSED),
        EndpointRow(a.PARK, s.DISABLED, s.DISABLED),
        EndpointRow(a.REMOVE, s.PENDING, s.REMOVED),
        EndpointRow(a.REMOVE, s.ACTIVE, s.REMOVED),
        EndpointRow(a.REMOVE, s.PAUSED, s.REMOVED),
        EndpointRow(a.REMOVE, s.DISABLED, s.REMOVED),
    )


LIFE: Final = _rows()
"""The life of an endpoint, one line an arrow."""

_AFTER: Final[Mapping[tuple[EndpointAction, EndpointState], EndpointState]] = {
    (row.action, row.before): row.after for row in LIFE
}


def after(action: EndpointAction, state: EndpointState) -> EndpointState:
    """The state behind an action; refuses with `action_not_possible`, naming what is possible."""
    found = _AFTER.get((action, state))
    if found is None:
        told = [possible.value for possible in allowed(state)]
        raise Refusal(
            "action_not_possible", facts={"action": action.value, "state": state.value, "possible_actions": told}
        )
    return found


def allowed(state: EndpointState) -> tuple[EndpointAction, ...]:
    """What its tenant may do with an endpoint in a state, in the order of the table; nothing once it is removed."""
    return tuple(row.action for row in LIFE if row.before is state and row.offered)


class Backlog(StrEnum):
    """What becomes of the events that waited when an endpoint goes on.

    resume  they are delivered, oldest first
    skip    they are left out; each stays listed as skipped
    replay  everything from a position or an instant on is delivered, again where it was before
    """

    RESUME = "resume"
    SKIP = "skip"
    REPLAY = "replay"


class ErrandKind(StrEnum):
    """What is sent to an endpoint beside events.

    challenge  to be answered with what it says, so that nobody is made to receive what it did not ask for
    test       so that a person sees whether a delivery arrives
    """

    CHALLENGE = "challenge"
    TEST = "test"


ERRAND_TIME: Final[Mapping[ErrandKind, timedelta]] = {
    ErrandKind.CHALLENGE: timedelta(hours=1),
    ErrandKind.TEST: timedelta(minutes=10),
}
"""For how long each is tried."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that is to be sent to an endpoint beside events; `id` stands in its header `webhook-id`."""

    kind: ErrandKind
    id: UUID
    due_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret of an endpoint as it may be told: never itself. `ends_at`: when it stops to sign, if it does."""

    id: SecretId
    kind: str
    created_at: datetime
    ends_at: datetime | None = None

    def lives(self, now: datetime) -> bool:
        """Whether it signs at that moment."""
        return self.ends_at is None or now < self.ends_at


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A webhook endpoint.

    Attributes:
        url: Where to; checked anew at each connection.
        types: Types of event, exact or as `referral.*`; empty: all.
        court_ids: Only events of these courts; empty: of all.
        organisation_ids: Only events that these organisations are told too; empty: of all.
        headers: Custom headers; their values are secrets.
        rate_per_second: Most deliveries a second; None: no limit of its own.
        schedule_seconds: Pauses before each further attempt; None: the schedule of the service.
        order_over: Over what its deliveries are in one order; see `require_still` for a change of it.
        signing: Kinds of signature.
        from_position: Events of the feed at or below this position are not delivered by themselves.
        filters_from: Position from which on the present filters have chosen; None until the sequencer has seen them.
        errand: What is under way to it beside events.
        challenged_at: When a challenge was passed, at this address or one before it; None: never.
        version: Raised by what is done to the endpoint, not by deliveries.
    """

    id: EndpointId
    tenant_id: TenantId
    url: str = field(repr=False)
    description: str
    state: EndpointState
    state_reason: str | None
    payload: Payload
    types: tuple[str, ...]
    court_ids: tuple[UUID, ...]
    organisation_ids: tuple[UUID, ...]
    headers: Mapping[str, str] = field(repr=False)
    rate_per_second: int | None
    timeout_seconds: int
    schedule_seconds: tuple[int, ...] | None
    ordering: Ordering
    park_after_hours: int
    signing: tuple[SignatureKind, ...]
    from_position: int
    breaker: BreakerState
    version: int
    created_at: datetime
    changed_at: datetime
    filters_from: int | None = None
    errand: Errand | None = None
    challenged_at: datetime | None = None
    secrets: tuple[Secret, ...] = ()
    order_over: OrderOver = OrderOver.REFERRAL

    def living(self, now: datetime) -> tuple[Secret, ...]:
        """The secrets that sign at that moment, oldest first."""
        return tuple(secret for secret in self.secrets if secret.lives(now))


def require_room(count: int, made_count: int) -> None:
    """Refuse with `too_many_endpoints` where a tenant has as many as it may, or made as many within an hour."""
    if count >= ENDPOINTS_MAX:
        raise Refusal("too_many_endpoints", facts={"endpoints_max": ENDPOINTS_MAX})
    if made_count >= NEW_ENDPOINTS_AN_HOUR_MAX:
        raise Refusal("too_many_endpoints", facts={"new_endpoints_an_hour_max": NEW_ENDPOINTS_AN_HOUR_MAX})


def require_pause(endpoint: Endpoint, now: datetime) -> None:
    """Refuse with `challenge_too_soon` to challenge an address anew that was challenged a moment ago, unanswered."""
    left = endpoint.changed_at + CHALLENGE_PAUSE - now
    if endpoint.state is EndpointState.PENDING and left > timedelta():
        raise Refusal("challenge_too_soon", facts={"retry_after_seconds": ceil(left.total_seconds())})


def require_still(*, under_way: bool) -> None:
    """Refuse with `deliveries_under_way` to put what waits into another order while some of it is being sent.

    What is sent at this moment could not be called back, and the new order would overtake it.
    """
    if under_way:
        raise Refusal("deliveries_under_way")


def require_rotatable(endpoint: Endpoint, now: datetime) -> None:
    """Refuse with `too_many_secrets` while an older secret still signs beside the present one."""
    if len(endpoint.living(now)) >= SECRETS_MAX:
        raise Refusal("too_many_secrets", facts={"secrets_max": SECRETS_MAX})


def require_endable(endpoint: Endpoint, secret_id: UUID, now: datetime) -> None:
    """Refuse with `not_found` where no such secret lives, with `last_secret` where it is the only one."""
    living = [secret.id for secret in endpoint.living(now)]
    if secret_id not in living:
        raise Refusal("not_found")
    if len(living) == 1:
        raise Refusal("last_secret")


def errand_for(kind: ErrandKind, errand_id: UUID, now: datetime) -> Errand:
    """Something to be sent at once, for as long as its kind is tried."""
    return Errand(kind, errand_id, now, now + ERRAND_TIME[kind])
