"""The part of the contract about webhook endpoints: what makes one, what can be done with it, how it is shown."""

from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, RootModel, StringConstraints, model_validator

from app.domain import webhook_rules as rules
from app.domain import webhooks as w
from app.domain.breaker import BreakerState
from app.domain.delivery import Ordering, OrderOver
from app.domain.delivery_port import EndpointState, Payload
from app.domain.signing import SignatureKind
from app.domain.webhooks import Backlog, EndpointAction, ErrandKind
from app.routers.schemas.common import Address, Flag, Id, Instant, Request, View, When, refused

URL_CHARS_MAX: Final = 2_048
POSITION_MAX: Final = 2**53 - 1

STATE_SAID: Final = (
    "`pending`: the challenge was not answered yet; `paused`: by you; `disabled`: by the service, see `state_reason`; "
    "`removed`: for good."
)
REASON_SAID: Final = (
    "`owner`: you paused it; `challenge_failed`: nobody answered the challenge in time; `gone`: the receiver answered "
    "410; `receiver_disabled`: it asked to be left alone; `failing_too_long`: as it says; codes may be added."
)


def _known_type(text: str) -> str:
    if not rules.is_known_type(text):
        raise refused("unknown_code", expected="GET /v1/event-types, or all of a kind such as referral.*")
    return text


def _once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(items)) < len(items):
        raise refused("not_unique")
    return items


EventFilter = Annotated[
    str, StringConstraints(strict=True, max_length=80, pattern=r"^[a-z_]+\.([a-z_]+|\*)$"), AfterValidator(_known_type)
]
Url = Annotated[str, StringConstraints(strict=True, min_length=9, max_length=URL_CHARS_MAX, pattern=r"^https?://\S+$")]
HeaderValue = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=rules.HEADER_VALUE_CHARS_MAX)]
HeaderName = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=rules.HEADER_NAME_CHARS_MAX)]
Position = Annotated[int, Field(strict=True, ge=1, le=POSITION_MAX)]
Types = Annotated[tuple[EventFilter, ...], Field(max_length=rules.FILTERS_MAX), AfterValidator(_once)]
Ids = Annotated[tuple[Id, ...], Field(max_length=rules.FILTERS_MAX), AfterValidator(_once)]
Headers = Annotated[dict[HeaderName, HeaderValue], Field(max_length=rules.HEADERS_MAX)]
Rate = Annotated[int, Field(strict=True, ge=1, le=rules.RATE_MAX)]
Timeout = Annotated[int, Field(strict=True, ge=1, le=w.TIMEOUT_SECONDS_MAX)]
Pause = Annotated[int, Field(strict=True, ge=0, le=rules.SCHEDULE_SECONDS_MAX)]
Schedule = Annotated[tuple[Pause, ...], Field(min_length=1, max_length=rules.SCHEDULE_MAX)]
ParkAfter = Annotated[int, Field(strict=True, ge=1, le=w.PARK_AFTER_HOURS_MAX)]
Signing = Annotated[tuple[SignatureKind, ...], Field(min_length=1, max_length=5), AfterValidator(_once)]

URL_SAID: Final = "Where to, by https. Another address has to pass a challenge again."
TYPES_SAID: Final = "Types of event, exact or all of a kind as `referral.*`; an empty list: every event."
COURTS_SAID: Final = "Only events that one of these courts is told too; an empty list: of all."
ORGANISATIONS_SAID: Final = "Only events that one of these organisations is told too; an empty list: of all."
HEADERS_SAID: Final = "Sent with each delivery, for gateways. Their values are shown to nobody again."
RATE_SAID: Final = "Most deliveries a second; null: no limit of its own."
SCHEDULE_SAID: Final = "Seconds before each further attempt; null: the schedule of the service, about three days."
ORDERING_SAID: Final = (
    "What happens behind an event that cannot be delivered: `strict`, the later ones of its referral wait; `bounded`, "
    "it is parked after `park_after_hours` and they go on. Other referrals wait only with `order_over` `endpoint`."
)
ORDER_OVER_SAID: Final = (
    "Over what deliveries are in one order: `referral`, each referral for itself, beside the others; `endpoint`, all "
    "of them, one at a time by `position`, so that whatever cannot be delivered holds up everything behind it. It "
    "cannot be changed while a delivery is under way."
)
SIGNING_SAID: Final = (
    "Kinds of signature, which all stand in one header: `v1` HMAC-SHA256, `v1a` Ed25519, `v1sm` SM2, `v1sm3` HMAC-SM3. "
    "`rfc9421` adds HTTP message signatures with Ed25519 in headers of their own; alone it has `v1a` beside it."
)
PAYLOAD_SAID: Final = (
    "`thin`: the event as the feed has it; `full`: with the referral beside it, without personal data."
)


class EndpointRequest(Request):
    """An endpoint to be made."""

    url: Url = Field(description=URL_SAID)
    description: Address | None = Field(default=None, description="For people.")
    payload: Payload = Field(default=Payload.THIN, description=PAYLOAD_SAID)
    types: Types = Field(default=(), description=TYPES_SAID)
    court_ids: Ids = Field(default=(), description=COURTS_SAID)
    organisation_ids: Ids = Field(default=(), description=ORGANISATIONS_SAID)
    headers: Headers = Field(default={}, description=HEADERS_SAID)
    rate_per_second: Rate | None = Field(default=None, description=RATE_SAID)
    timeout_seconds: Timeout = Field(default=w.TIMEOUT_SECONDS, description="For one attempt, in seconds.")
    schedule_seconds: Schedule | None = Field(default=None, description=SCHEDULE_SAID)
    ordering: Ordering = Field(default=Ordering.STRICT, description=ORDERING_SAID)
    order_over: OrderOver = Field(default=OrderOver.REFERRAL, description=ORDER_OVER_SAID)
    park_after_hours: ParkAfter = Field(default=w.PARK_AFTER_HOURS, description="Only with `bounded`.")
    signing: Signing = Field(default=(SignatureKind.HMAC_SHA256,), description=SIGNING_SAID)


class ChangeEndpoint(Request):
    """Other settings; what is not given stays as it is."""

    action: Literal["change"]
    url: Url | None = Field(default=None, description=URL_SAID)
    description: Address | None = Field(default=None, description="For people; null takes it away.")
    payload: Payload | None = Field(default=None, description=PAYLOAD_SAID)
    types: Types | None = Field(default=None, description=TYPES_SAID)
    court_ids: Ids | None = Field(default=None, description=COURTS_SAID)
    organisation_ids: Ids | None = Field(default=None, description=ORGANISATIONS_SAID)
    headers: Headers | None = Field(default=None, description=f"All of them anew. {HEADERS_SAID}")
    rate_per_second: Rate | None = Field(default=None, description=RATE_SAID)
    timeout_seconds: Timeout | None = Field(default=None, description="For one attempt, in seconds.")
    schedule_seconds: Schedule | None = Field(default=None, description=SCHEDULE_SAID)
    ordering: Ordering | None = Field(default=None, description=ORDERING_SAID)
    order_over: OrderOver | None = Field(default=None, description=ORDER_OVER_SAID)
    park_after_hours: ParkAfter | None = Field(default=None, description="Only with `bounded`.")
    signing: Signing | None = Field(default=None, description=SIGNING_SAID)

    @model_validator(mode="after")
    def _says_something(self) -> Any:
        given = self.model_fields_set - {"action"}
        if not given:
            raise refused("required")
        for name in given - NULLABLE:
            if getattr(self, name) is None:
                raise refused("wrong_type", beside=name)
        return self


NULLABLE: Final = frozenset({"description", "rate_per_second", "schedule_seconds"})


class ChallengeEndpoint(Request):
    """Send the challenge again; the one before counts no more."""

    action: Literal["challenge"]


class TestEndpoint(Request):
    """Send an event `webhook.test`; what came back stands among the errands."""

    __test__ = False

    action: Literal["test"]


class PauseEndpoint(Request):
    """Deliver nothing more for now. Nothing is lost: events wait."""

    action: Literal["pause"]


class _GoOn(Request):
    backlog: Backlog = Field(
        default=Backlog.RESUME,
        description="What becomes of what waited: `resume` delivers it, `skip` leaves it out, `replay` delivers "
        "everything from a position or an instant on, again where it arrived before.",
    )
    from_position: Position | None = Field(default=None, description="With `replay`: position in your feed.")
    since: When | None = Field(default=None, description="With `replay`: events recorded then or later.")

    @model_validator(mode="after")
    def _fits(self) -> Any:
        named = [name for name in ("from_position", "since") if getattr(self, name) is not None]
        if self.backlog is Backlog.REPLAY and not named:
            raise refused("required", beside="from_position")
        if self.backlog is not Backlog.REPLAY and named:
            raise refused("inconsistent", beside=named[0])
        return self


class ResumeEndpoint(_GoOn):
    """A paused endpoint delivers again."""

    action: Literal["resume"]


class EnableEndpoint(_GoOn):
    """An endpoint that the service disabled delivers again."""

    action: Literal["enable"]


class RemoveEndpoint(Request):
    """For good: it delivers nothing more, its secrets end. Everything stays to be read."""

    action: Literal["remove"]


Act = (
    ChangeEndpoint | ChallengeEndpoint | TestEndpoint | PauseEndpoint | ResumeEndpoint | EnableEndpoint | RemoveEndpoint
)


class EndpointTransition(RootModel[Annotated[Act, Field(discriminator="action")]]):
    """One action on an endpoint."""


class SecretRequest(Request):
    """A second secret. Both sign until the time of the old one is over."""

    overlap_hours: Annotated[int, Field(strict=True, ge=0, le=w.OVERLAP_HOURS_MAX)] = Field(
        default=w.OVERLAP_HOURS, description="How long the old secret signs beside the new one; 0: not at all."
    )


class EndSecretRequest(Request):
    """Nothing more has to be said."""


class ParkRequest(Request):
    """Nothing more has to be said."""


class ReplayRequest(Request):
    """What is delivered again. Name where it begins, unless only what is missing is wanted."""

    from_position: Position | None = Field(default=None, description="First position in your feed.")
    to_position: Position | None = Field(default=None, description="Last position; the same as the first for one.")
    since: When | None = Field(default=None, description="Only events recorded then or later.")
    until: When | None = Field(default=None, description="Only events recorded then or earlier.")
    only_missing: Flag = Field(default=False, description="Only what did not arrive: parked, skipped, or never sent.")


class SecretView(View):
    """A secret as it may be told; its text was in the answer that made it."""

    id: UUID
    kind: str = Field(description="`v1`; other kinds of signature that need a secret use the same.")
    live: bool = Field(description="Whether it signs now.")
    created_at: Instant
    ends_at: Instant | None


class ErrandView(View):
    """What is under way to the endpoint beside events."""

    kind: ErrandKind
    id: UUID = Field(description="As its header `webhook-id` has it.")
    until: Instant = Field(description="Until when it is tried.")


class EndpointView(View):
    """A webhook endpoint."""

    id: UUID
    version: int = Field(description="Equals the ETag. Deliveries do not raise it.")
    url: str
    description: str | None
    state: EndpointState = Field(description=STATE_SAID)
    state_reason: str | None = Field(description=REASON_SAID)
    payload: Payload
    types: tuple[str, ...]
    court_ids: tuple[UUID, ...]
    organisation_ids: tuple[UUID, ...]
    header_names: tuple[str, ...] = Field(description="Names of the custom headers; their values are shown to nobody.")
    rate_per_second: int | None
    timeout_seconds: int
    schedule_seconds: tuple[int, ...] | None
    ordering: Ordering
    order_over: OrderOver
    park_after_hours: int
    signing: tuple[SignatureKind, ...]
    from_position: int = Field(description="What stands in your feed up to here is not delivered by itself.")
    breaker: BreakerState
    errand: ErrandView | None = Field(description="A challenge or a test that is under way.")
    challenged_at: Instant | None = Field(description="When a challenge was passed.")
    secrets: tuple[SecretView, ...] = Field(description="Oldest first, ended ones too.")
    allowed_actions: tuple[EndpointAction, ...] = Field(description="What you may do with it now.")
    created_at: Instant
    changed_at: Instant


class EndpointList(View):
    """A page of endpoints, oldest first."""

    items: tuple[EndpointView, ...]
    next: str | None


class EndpointReceipt(View):
    """The answer to an action on an endpoint."""

    id: UUID
    version: int
    state: EndpointState


class EndpointTaken(EndpointReceipt):
    """An action that was taken."""

    next_position: int | None = Field(
        description="With `backlog` `replay`: where to go on by replaying, where there was more than fits one request."
    )


class SecretIssued(EndpointReceipt):
    """A new secret. `secret` is in this answer and nowhere else: a repeat has null."""

    secret_id: UUID
    secret: str | None


class SecretEnded(EndpointReceipt):
    """A secret that signs no more."""

    secret_id: UUID


class Replayed(EndpointReceipt):
    """What was set going again."""

    replayed_count: int
    next_position: int | None = Field(description="Where to go on, where there was more than fits one request.")


class Parked(EndpointReceipt):
    """A delivery that was given up; it can be replayed."""

    position: int


class EndpointRehearsal(View):
    """All checks passed; nothing was written."""

    dry_run: Literal[True]
