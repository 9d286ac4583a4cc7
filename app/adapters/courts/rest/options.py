"""The settings of this dialect, read and checked once. Their form is told in docs/adapters.md."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from app.domain.addresses import Networks
from app.domain.errors import Refusal
from app.domain.platform_mapping import EACH, Place, place_of

OVER: Final = ("sorted_parameters", "body_digest")
ALGORITHMS: Final = ("hmac-sha256", "hmac-sm3", "sm2")
DIGESTS: Final = ("sha256", "sm3")
ENCODINGS: Final = ("hex", "hex_upper", "base64")
PARTS: Final = ("app_id", "timestamp", "nonce", "digest")
UNITS: Final = ("seconds", "milliseconds")
FORMS: Final = ("der", "rs")
TOLERANCE_SECONDS: Final = 300
TOLERANCE_SECONDS_MAX: Final = 3600
SECRET_CHARS_MIN: Final = 16
SM2_PRIVATE_CHARS: Final = 64
SM2_PUBLIC_CHARS: Final = 128


@dataclass(frozen=True, slots=True)
class Layout:
    """How requests are signed.

    Attributes:
        app_id: Who signs, as both sides wrote it down.
        names: Names of the headers for `app_id`, `timestamp`, `nonce` and `signature`.
        order: What is signed where it is a digest of the body, joined by `separator`.
        signer_id: Of SM2.
        form: Of an SM2 signature: DER, or r and s behind each other.
    """

    app_id: str
    names: Mapping[str, str]
    over: str
    algorithm: str
    digest: str
    encoding: str
    order: tuple[str, ...]
    separator: str
    unit: str
    signer_id: str
    form: str
    tolerance_seconds: int


@dataclass(frozen=True, slots=True)
class Held:
    """Where the list of what the platform holds is read, and where its fields stand."""

    path: str
    items_at: Place
    reference_at: Place
    state_at: Place | None
    state_codes: str | None
    amount_at: Place | None
    duties_at: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that this dialect needs to know of one platform."""

    base_url: str
    networks: Networks
    id_at: Place
    signs_in: Layout | None
    signs_out: Layout | None
    send_path: str
    look_up_path: str
    ok_at: Place | None
    ok: frozenset[str]
    number_at: Place | None
    processed_at: Place | None
    pull_path: str | None
    items_at: Place | None
    next_at: Place | None
    token_path: str | None
    held: Held | None
    credentials: Mapping[str, str] = field(repr=False, default_factory=dict)


def options_of(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> Options:
    """The options; refuses with `platform_settings_invalid` and where they are wrong."""
    read = _Read(settings, "/settings")
    read.only(
        "base_url", "networks", "id_at", "sign_in", "sign_out", "send", "look_up", "answer", "pull", "token", "held"
    )
    answer, pull, held = (read.below(name) for name in ("answer", "pull", "held"))
    made = Options(
        base_url=read.url("base_url"),
        networks=read.networks("networks"),
        id_at=read.plain_place("id_at", "id"),
        signs_in=_layout(read.below("sign_in"), credentials, "sm2_peer_public"),
        signs_out=_layout(read.below("sign_out"), credentials, "sm2_private"),
        send_path=read.below("send").path("path", "/messages"),
        look_up_path=read.below("look_up").path("path", "/messages/{key}", "{key}"),
        ok_at=answer.maybe_place("ok_at"),
        ok=frozenset(answer.texts("ok")),
        number_at=answer.maybe_place("number_at"),
        processed_at=answer.maybe_place("processed_at"),
        pull_path=pull.path("path", None, "{cursor}") if pull.given else None,
        items_at=pull.place("items_at", "items[]") if pull.given else None,
        next_at=pull.place("next_at", "next") if pull.given else None,
        token_path=read.below("token").path("path", None) if read.below("token").given else None,
        held=_held(held) if held.given else None,
        credentials=credentials,
    )
    if made.token_path is not None:
        for name in ("client_id", "client_secret"):
            _require_credential(credentials, name, 1)
    return made


def check(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` what this dialect can not work with."""
    options_of(settings, credentials)


def _layout(read: "_Read", credentials: Mapping[str, str], sm2_key: str) -> Layout | None:
    if not read.given:
        return None
    algorithm = read.one_of("algorithm", ALGORITHMS)
    if algorithm == "sm2":
        for key in (sm2_key,) if "public" in sm2_key else (sm2_key, "sm2_public"):
            _require_hexadecimal(credentials, key, SM2_PUBLIC_CHARS if "public" in key else SM2_PRIVATE_CHARS)
    else:
        _require_credential(credentials, "secret", SECRET_CHARS_MIN)
    names = {
        part: read.text(f"{part}_header", f"X-{part.replace('_', '-').title()}")
        for part in ("app_id", "timestamp", "nonce", "signature")
    }
    order = tuple(read.texts("order", PARTS))
    if not {"timestamp", "digest"} <= set(order) <= set(PARTS):
        raise read.wrong("order")
    return Layout(
        app_id=read.text("app_id"),
        names=names,
        over=read.one_of("over", OVER),
        algorithm=algorithm,
        digest=read.one_of("digest", DIGESTS),
        encoding=read.one_of("encoding", ENCODINGS),
        order=order,
        separator=read.text("separator", "\n"),
        unit=read.one_of("unit", UNITS),
        signer_id=read.text("signer_id", "1234567812345678"),
        form=read.one_of("form", FORMS),
        tolerance_seconds=read.whole("tolerance_seconds", TOLERANCE_SECONDS, TOLERANCE_SECONDS_MAX),
    )


def _held(read: "_Read") -> Held:
    duties = read.below("duties_at")
    return Held(
        path=read.path("path", None, "{day}"),
        items_at=read.place("items_at", "items[]"),
        reference_at=read.place("reference_at", "reference"),
        state_at=read.maybe_place("state_at"),
        state_codes=read.maybe_text("state_codes"),
        amount_at=read.maybe_place("amount_at"),
        duties_at={name: duties.place(name, name) for name in duties.names},
    )


def _require_credential(credentials: Mapping[str, str], name: str, chars_min: int) -> None:
    if len(credentials.get(name, "")) < chars_min:
        raise Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")


def _require_hexadecimal(credentials: Mapping[str, str], name: str, chars: int) -> None:
    if re.fullmatch(rf"[0-9a-fA-F]{{{chars}}}", credentials.get(name, ""), re.ASCII) is None:
        raise Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")


class _Read:
    """One object of the settings, read name by name."""

    def __init__(self, value: Any, at: str) -> None:
        self.given = value is not None
        self._at = at
        if not isinstance(value, Mapping | None):
            raise Refusal("platform_settings_invalid", pointer=at)
        self._value: Mapping[str, Any] = value or {}

    @property
    def names(self) -> tuple[str, ...]:
        """Names that there are."""
        return tuple(self._value)

    def wrong(self, name: str) -> Refusal:
        """What is wrong with one name."""
        return Refusal("platform_settings_invalid", pointer=f"{self._at}/{name}")

    def only(self, *known: str) -> None:
        """Refuse every other name."""
        for name in self._value:
            if name not in known:
                raise self.wrong(name)

    def below(self, name: str) -> "_Read":
        """An object inside."""
        return _Read(self._value.get(name), f"{self._at}/{name}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text."""
        value = self._value.get(name, default)
        if not isinstance(value, str) or not value:
            raise self.wrong(name)
        return value

    def maybe_text(self, name: str) -> str | None:
        """A text, or None."""
        return None if name not in self._value else self.text(name)

    def texts(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value.get(name, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(name)
        return tuple(value)

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """One of the words; the first by default."""
        value = self._value.get(name, known[0])
        if value not in known:
            raise self.wrong(name)
        return str(value)

    def whole(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        value = self._value.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.wrong(name)
        return value

    def place(self, name: str, default: str) -> Place:
        """A place in a document."""
        found: Place = self._of(name, default, place_of)
        return found

    def plain_place(self, name: str, default: str) -> Place:
        """A place outside of arrays."""
        found = self.place(name, default)
        if EACH in found:
            raise self.wrong(name)
        return found

    def maybe_place(self, name: str) -> Place | None:
        """A place, or None."""
        return None if name not in self._value else self.place(name, "")

    def path(self, name: str, default: str | None, *parts: str) -> str:
        """A path below the base address, with the parts that are put in."""
        value = self.text(name, default)
        if not value.startswith("/") or any(part not in value for part in parts):
            raise self.wrong(name)
        return value

    def url(self, name: str) -> str:
        """A base address."""
        value = self.text(name).rstrip("/")
        try:
            found = urlsplit(value)
            usable = found.scheme in {"https", "http"} and bool(found.hostname)
        except ValueError:
            usable = False
        if not usable:
            raise self.wrong(name)
        return value

    def networks(self, name: str) -> Networks:
        """Networks that the platform may stand in besides public addresses."""
        found: Networks = self._of(name, None, Networks.parse)
        return found

    def _of(self, name: str, default: str | None, read: Callable[[str], Any]) -> Any:
        value = self._value.get(name, default)
        try:
            return read("" if value is None and default is None else value)
        except (ValueError, TypeError, AttributeError):
            raise self.wrong(name) from None
