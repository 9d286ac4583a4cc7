"""The settings of this dialect, read and checked once. Their form is told in docs/adapters.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.adapters.client_tls import terms_of
from app.adapters.dialect_answers import Held, held_of
from app.adapters.dialect_settings import Read, require_credential, require_hexadecimal
from app.domain.addresses import Networks
from app.domain.outbound import TlsTerms
from app.domain.platform_mapping import Place

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
    tls: TlsTerms | None
    credentials: Mapping[str, str] = field(repr=False, default_factory=dict)


def options_of(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> Options:
    """The options; refuses with `platform_settings_invalid` and where they are wrong."""
    read = Read(settings, "/settings")
    read.only(
        *("base_url", "networks", "authorities", "id_at", "sign_in", "sign_out"),
        *("send", "look_up", "answer", "pull", "token", "held"),
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
        held=held_of(held) if held.given else None,
        tls=terms_of(read, credentials),
        credentials=credentials,
    )
    if made.token_path is not None:
        for name in ("client_id", "client_secret"):
            require_credential(credentials, name, 1)
    return made


def check(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` what this dialect can not work with."""
    options_of(settings, credentials)


def _layout(read: Read, credentials: Mapping[str, str], sm2_key: str) -> Layout | None:
    if not read.given:
        return None
    algorithm = read.one_of("algorithm", ALGORITHMS)
    if algorithm == "sm2":
        for key in (sm2_key,) if "public" in sm2_key else (sm2_key, "sm2_public"):
            require_hexadecimal(credentials, key, SM2_PUBLIC_CHARS if "public" in key else SM2_PRIVATE_CHARS)
    else:
        require_credential(credentials, "secret", SECRET_CHARS_MIN)
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
