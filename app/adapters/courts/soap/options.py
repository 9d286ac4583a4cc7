"""The settings of this dialect, read and checked once. Their form is told in docs/adapters.md."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.adapters.client_tls import terms_of
from app.adapters.dialect_answers import Held, held_of
from app.adapters.dialect_settings import Read, require_credential
from app.domain.addresses import Networks
from app.domain.outbound import TlsTerms
from app.domain.platform_mapping import EACH, Place, PlatformMapping

METHODS: Final = ("hmac", "username_token")
ALGORITHMS: Final = ("sha256", "sm3")
VERSIONS: Final = ("1.1", "1.2")
TOLERANCE_SECONDS: Final = 300
TOLERANCE_SECONDS_MAX: Final = 3600
SECRET_CHARS_MIN: Final = 16

_NAME: Final = re.compile(r"[^\W\d][\w.-]{0,59}")
_NAMESPACE: Final = re.compile(r"(?:urn:|https?://)[!-;=?-~]{1,190}")


@dataclass(frozen=True, slots=True)
class Proof:
    """How a message shows who sent it.

    Attributes:
        method: `hmac` over the canonical Body, or the digest of a WS-Security `username_token`.
        user: Who signs, as both sides wrote it down.
        secret: The shared secret.
    """

    method: str
    user: str
    algorithm: str
    tolerance_seconds: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked of the platform: the element of the request, and the action in the header."""

    element: str
    action: str


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that this dialect needs to know of one platform."""

    url: str
    networks: Networks
    namespace: str
    version: str
    qualified: bool
    id_at: Place
    proof_in: Proof | None
    proof_out: Proof | None
    send: Operation
    look_up: Operation
    key_at: Place
    pull: Operation | None
    cursor_at: Place
    items_at: Place | None
    next_at: Place | None
    held: Held | None
    held_by: Operation | None
    day_at: Place
    ok_at: Place | None
    ok: frozenset[str]
    number_at: Place | None
    processed_at: Place | None
    tls: TlsTerms | None
    arrays: frozenset[Place]
    """Places of answers that are arrays, without their `[]`."""


def options_of(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> Options:
    """The options; refuses with `platform_settings_invalid` and where they are wrong."""
    read = Read(settings, "/settings")
    read.only(
        *("url", "networks", "authorities", "namespace", "version", "qualified", "id_at", "sign_in", "sign_out"),
        *("send", "look_up", "answer", "pull", "held"),
    )
    look_up, answer, pull, held = (read.below(name) for name in ("look_up", "answer", "pull", "held"))
    items_at = pull.place("items_at", "items[]") if pull.given else None
    list_of = _held(held)
    places = (items_at, None if list_of is None else list_of.items_at)
    return Options(
        url=read.url("url"),
        networks=read.networks("networks"),
        namespace=_namespace(read),
        version=read.one_of("version", VERSIONS),
        qualified=_flag(read, "qualified"),
        id_at=read.plain_place("id_at", "id"),
        proof_in=_proof(read.below("sign_in"), credentials, "secret_in"),
        proof_out=_proof(read.below("sign_out"), credentials, "secret_out"),
        send=_operation(read.below("send"), "send"),
        look_up=_operation(look_up, "lookUp"),
        key_at=look_up.plain_place("key_at", "key"),
        pull=_operation(pull, "pull") if pull.given else None,
        cursor_at=pull.plain_place("cursor_at", "cursor"),
        items_at=items_at,
        next_at=pull.plain_place("next_at", "next") if pull.given else None,
        held=list_of,
        held_by=_operation(held, "held") if held.given else None,
        day_at=held.plain_place("day_at", "day"),
        ok_at=answer.maybe_place("ok_at"),
        ok=frozenset(answer.texts("ok")),
        number_at=answer.maybe_place("number_at"),
        processed_at=answer.maybe_place("processed_at"),
        tls=terms_of(read, credentials),
        arrays=frozenset(place for known in places if known is not None for place in arrays_of(known)),
    )


def check(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` what this dialect can not work with."""
    options_of(settings, credentials)


def arrays_of(place: Place) -> tuple[Place, ...]:
    """The arrays on the way to a place, each named by its steps without `[]`."""
    return tuple(tuple(step for step in place[:at] if step != EACH) for at, step in enumerate(place) if step == EACH)


def arrays_of_mapping(mapping: PlatformMapping) -> frozenset[Place]:
    """Every place that the mapping reads as an array."""
    places = [each.source for rule in mapping.inbound.values() for each in rule.fields]
    return frozenset(array for place in places for array in arrays_of(place))


def _proof(read: Read, credentials: Mapping[str, str], name: str) -> Proof | None:
    if not read.given:
        return None
    read.only("method", "user", "algorithm", "tolerance_seconds")
    require_credential(credentials, name, SECRET_CHARS_MIN)
    return Proof(
        method=read.one_of("method", METHODS),
        user=read.text("user"),
        algorithm=read.one_of("algorithm", ALGORITHMS),
        tolerance_seconds=read.whole("tolerance_seconds", TOLERANCE_SECONDS, TOLERANCE_SECONDS_MAX),
        secret=credentials[name].encode(),
    )


def _operation(read: Read, default: str) -> Operation:
    element = read.text("element", default)
    if _NAME.fullmatch(element) is None:
        raise read.wrong("element")
    action = read.text("action", element)
    if not action.isascii() or not action.isprintable() or '"' in action:
        raise read.wrong("action")
    return Operation(element, action)


def _namespace(read: Read) -> str:
    found = read.text("namespace")
    if _NAMESPACE.fullmatch(found) is None:
        raise read.wrong("namespace")
    return found


def _flag(read: Read, name: str) -> bool:
    return read.one_of(name, ("yes", "no")) == "yes"


def _held(read: Read) -> Held | None:
    """The list without the path that other dialects have: here it is asked for by an element."""
    return None if not read.given else held_of(read.having(path="/{day}"))
