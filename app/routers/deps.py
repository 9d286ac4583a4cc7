"""What routes need of a request: who asks, and the envelope of a write. Checks come in one fixed order.

401, then 400 or 413 for headers and body; all that follows (404, 403, known key, 422, 428, 412, 409) is the use case's,
which is handed what is wrong with the body as a `Refusal` and raises it when its turn has come.
"""

import hashlib
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeVar
from uuid import UUID

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.requests import Request

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports
from app.domain.referral import ReferralId
from app.domain.spreadsheet import SpreadsheetFiles
from app.routers.body import canonical, read_json
from app.routers.faults import FieldFault, parameter_faults
from app.routers.limits import Limiter
from app.routers.problems import FieldRefusal
from app.routers.trace import trace_of
from app.services.envelope import Envelope
from app.settings import Settings

ENTRIES_MAX: Final = 4096
UNKNOWN_SECONDS: Final = 1.0
STRANGERS_A_SECOND: Final = 100
"""Most keys that one process asks for in a second and that were not let in before; each is a transaction."""

TOKEN_CHARS_MAX: Final = 200

_KEY: Final = re.compile(r"[\x21-\x7e]{1,255}")
_VERSION: Final = re.compile(r'"([1-9][0-9]{0,8})"')
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_KEY_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")
_FLAGS: Final = {"true": True, "false": False}
_KNOWN_PARAMETERS: Final[dict[str, frozenset[str]]] = {}
"""By operation: as many entries as there are routes."""

Verify = Callable[[str], Awaitable[Principal]]

V = TypeVar("V")


class Doorkeeper:
    """Verified keys, remembered for a few seconds, so that most requests ask no database who is calling.

    A revoked key opens the door for at most `seconds` more. Unknown keys are remembered for a second, apart from the
    others, and only so many of them are asked for in one second: whoever makes up keys takes no place and no time from
    those that were ever let in.

    Args:
        verify: Asks the registry; refuses with `key_unknown`.
        seconds: How long a verified key is trusted.
        now: Monotonic seconds.
    """

    def __init__(self, verify: Verify, *, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._verify = verify
        self._seconds = seconds
        self._now = now
        self._known: OrderedDict[bytes, tuple[float, Principal]] = OrderedDict()
        self._unknown: OrderedDict[bytes, float] = OrderedDict()
        self._window_began_at = float("-inf")
        self._strangers = 0

    async def principal(self, token: str) -> Principal:
        """Whose key it is; refuses with `key_unknown`, or `too_many_requests` where too many strangers came before."""
        digest = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        entry = self._known.get(digest)
        if entry is not None:
            return entry[1] if entry[0] >= self._now() else await self._ask(digest, token)
        if self._unknown.get(digest, float("-inf")) >= self._now():
            raise Refusal("key_unknown")
        self._admit()
        principal = await self._ask(digest, token)
        self._strangers = max(0, self._strangers - 1)
        return principal

    def _admit(self) -> None:
        """Count a key that was never let in, until it is."""
        now = self._now()
        if now - self._window_began_at >= 1:
            self._window_began_at, self._strangers = now, 0
        if self._strangers >= STRANGERS_A_SECOND:
            raise Refusal("too_many_requests", facts={"retry_after_seconds": 1})
        self._strangers += 1

    async def _ask(self, digest: bytes, token: str) -> Principal:
        asked_at = self._now()
        try:
            principal = await self._verify(token)
        except Refusal as refusal:
            if refusal.code == "key_unknown":
                self._known.pop(digest, None)
                _remember(self._unknown, digest, asked_at + min(UNKNOWN_SECONDS, self._seconds))
            raise
        _remember(self._known, digest, (asked_at + self._seconds, principal))
        return principal


def _remember(kept: OrderedDict[bytes, V], digest: bytes, entry: V) -> None:
    """Keep the newest entries."""
    kept[digest] = entry
    kept.move_to_end(digest)
    if len(kept) > ENTRIES_MAX:
        kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class House:
    """What the composition root hands to the routes, as `app.state.house`.

    Attributes:
        ports: What use cases may reach.
        doorkeeper: Knows callers by their keys.
        settings: Bounds of bodies and pages.
        ready: Raises a Refusal unless the database answers and is migrated.
        limiter: Counts what each client asks; without a limit unless one is given.
        spreadsheets: Reads and writes files of spreadsheet programs.
        senders: Counts what each address sends for each platform, apart from what clients ask.
        platforms: Speaks to platforms of courts; to none unless some are given.
    """

    ports: Ports
    doorkeeper: Doorkeeper
    settings: Settings
    ready: Callable[[], Awaitable[None]]
    spreadsheets: SpreadsheetFiles
    limiter: Limiter = field(default_factory=lambda: Limiter(per_second=0, burst=1))
    senders: Limiter = field(default_factory=lambda: Limiter(per_second=0, burst=1))
    platforms: PlatformPorts = field(default_factory=PlatformPorts)


@dataclass(frozen=True, slots=True)
class Write:
    """A write as it came in: its envelope and the parsed body."""

    envelope: Envelope
    body: Any


def house_of(request: Request) -> House:
    """The house that this process lives in."""
    house: House = request.app.state.house
    return house


async def principal_of(request: Request) -> Principal:
    """The verified caller of a route that knows all its parameters; see `caller_of`, `require_known_parameters`."""
    principal = await caller_of(request)
    if request.scope["query_string"]:
        require_known_parameters(request, _parameters_of(request.scope["route"]))
    return principal


def require_known_parameters(
    request: Request, known: frozenset[str], *, repeated: frozenset[str] = frozenset()
) -> None:
    """Refuse with `parameter_invalid` what the route would ignore: a name unknown to it, or one given twice.

    Names in `repeated` may be given as often as the caller likes.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    once = [*(name for name in names if name not in repeated), *repeated.intersection(names)]
    faults = parameter_faults(once, known)
    if faults:
        raise FieldRefusal("parameter_invalid", faults)


def _parameters_of(route: APIRoute) -> frozenset[str]:
    """Names of a route's query parameters, as its contract has them; gathered once."""
    known = _KNOWN_PARAMETERS.get(route.unique_id)
    if known is None:
        declared = (route.openapi_extra or {}).get("parameters", ())
        known = frozenset(
            [*_asked_by(route.dependant)] + [parameter["name"] for parameter in declared if parameter["in"] == "query"]
        )
        _KNOWN_PARAMETERS[route.unique_id] = known
    return known


def _asked_by(dependant: Dependant) -> Iterator[str]:
    """Names of the query parameters of a route or of anything that it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from _asked_by(below)


async def caller_of(request: Request) -> Principal:
    """The verified caller; refuses with `key_missing`, `key_unknown` or `too_many_requests`."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if kind.lower() != "bearer" or not token:
        raise Refusal("key_missing")
    if len(token) > TOKEN_CHARS_MAX:
        raise Refusal("key_unknown")
    house, trace = house_of(request), trace_of(request.scope)
    principal = await house.doorkeeper.principal(token)
    if trace.client_id is None:  # A route and its router may both ask who is calling; that is one request.
        trace.client_id = str(principal.client_id)
        trace.headers, wait_seconds = house.limiter.take(principal.client_id)
        if wait_seconds:
            raise Refusal("too_many_requests", facts={"retry_after_seconds": wait_seconds})
    return principal


def charge(request: Request, principal: Principal, count: int) -> None:
    """Count a request that does the work of so many as that many; refuses with `too_many_requests`."""
    trace = trace_of(request.scope)
    trace.headers, wait_seconds = house_of(request).limiter.take_more(principal.client_id, max(0, count - 1))
    if wait_seconds:
        raise Refusal("too_many_requests", facts={"retry_after_seconds": wait_seconds})


async def write_of(request: Request) -> Write:
    """The envelope and body of a write; refuses what cannot be read."""
    principal = await principal_of(request)
    settings = house_of(request).settings
    key = idempotency_key_of(request)
    if_match = if_match_of(request)
    dry_run = dry_run_of(request)
    body = await read_json(request, limit_bytes=settings.body_limit_bytes, depth_limit=settings.json_depth_limit)
    envelope = Envelope(
        principal=principal, key=key, fingerprint=fingerprint_of(request, body), if_match=if_match, dry_run=dry_run
    )
    return Write(envelope, body)


def idempotency_key_of(request: Request) -> str | None:
    """The header Idempotency-Key; refuses with `idempotency_key_malformed`."""
    key = request.headers.get("idempotency-key")
    if key is not None and _KEY.fullmatch(key) is None:
        raise Refusal("idempotency_key_malformed")
    return key


def if_match_of(request: Request) -> int | Literal["*"] | None:
    """The header If-Match: one quoted version, or `*`; refuses with `if_match_malformed`."""
    text = request.headers.get("if-match")
    if text is None:
        return None
    if text.strip() == "*":
        return "*"
    found = _VERSION.fullmatch(text.strip())
    if found is None:
        raise Refusal("if_match_malformed")
    return int(found.group(1))


def dry_run_of(request: Request) -> bool:
    """The parameter `dry_run`; refuses with `parameter_invalid`."""
    flag = _FLAGS.get(request.query_params.get("dry_run", "false"))
    if flag is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/dry_run", "malformed", "true or false")])
    return flag


def fingerprint_of(request: Request, body: Any) -> bytes:
    """What makes two writes the same request: method, full path, canonical body; never headers."""
    path = request.scope["path"].encode("utf-8", "replace")
    line = b"\n".join([request.method.encode(), path, request.scope.get("query_string", b""), canonical(body)])
    return hashlib.sha256(line).digest()


def path_id(text: str) -> UUID:
    """An id from a path; what is no id is simply not there."""
    if _UUID.fullmatch(text) is None:
        raise Refusal("not_found")
    return UUID(text)


def key_id_path(text: str) -> str:
    """The id of a key from a path; what is none is simply not there.

    Bounds that the framework checks by itself would be judged before it is known who asks.
    """
    if _KEY_ID.fullmatch(text) is None:
        raise Refusal("not_found")
    return text


def referral_path(request: Request, text: str) -> ReferralId:
    """The referral that a path names; it enters the request's log line."""
    found = ReferralId(path_id(text))
    trace_of(request.scope).referral_id = found
    return found


def bounded_limit(request: Request, limit: int) -> int:
    """The items of a page that were asked for, within the bound of this deployment."""
    return min(limit, house_of(request).settings.page_limit_max)
