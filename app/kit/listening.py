"""A receiver for a terminal: checks what comes, says one line each, keeps it, and can play a bad receiver."""

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any

import orjson

from app.adapters.clock import InstantSource
from app.domain.signing import ID_HEADER, Check, SignatureKind, fault_of
from app.kit import message_check
from app.kit.deliveries import Delivery, Maker

BODY_BYTES_MAX = 4 * 1024 * 1024
READ_SECONDS = 15.0
IDS_MAX = 100_000
SHOWN_LENGTH_MAX = 80
CHALLENGE = "webhook.challenge"
CHALLENGE_STATUS = 200
MESSAGE_UNFIT = "message_unfit"
"""Verdict on a delivery whose entry in `webhook-signature` fits and whose message signature (RFC 9421) does not."""
KEPT_HEADERS = (
    *("content-type", "webhook-id", "webhook-timestamp", "webhook-signature", "webhook-key-id"),
    *("content-digest", "signature-input", "signature"),
)


class NothingKeptError(Exception):
    """The file can not be read, or a line of it was not written here; the message names the line."""


@dataclass(slots=True)
class Listener:
    """Judges and remembers deliveries.

    Attributes:
        check: Knows the keys.
        clock: Says when.
        say: Gets one line for each delivery.
        status: Answer to a good delivery.
        fail_every: Each so-many-th good delivery is answered 503; 0 for none.
        keep: File to which each delivery is added as a line of JSON.
        has_keys: Whether `check` knows keys of the service, without which no message signature can be checked.
        url: Address at which the service knows the listener; None for that of request line and `Host`.
    """

    check: Check
    clock: InstantSource
    say: Callable[[str], None]
    status: int = 204
    fail_every: int = 0
    keep: Path | None = None
    has_keys: bool = False
    url: str | None = None
    _seen: dict[str, None] = field(default_factory=dict)
    _good: int = 0
    _lock: Lock = field(default_factory=Lock)

    def take(self, headers: Mapping[str, str], body: bytes, path: str = "/") -> int:
        """Judge one delivery; the status to answer with."""
        now = self.clock.now()
        with self._lock:
            fault, schemes = self._judged(headers, body, path, now_seconds=int(now.timestamp()))
            status = 401 if fault else self._status(body)
            repeated = self._again(headers.get(ID_HEADER, "")) if fault is None else False
            word = fault or ("repeated" if repeated else "valid")
            by = f"  by {', '.join(schemes)}" if schemes else ""
            self.say(f"{now:%H:%M:%S}  {status}  {word:<20} {_shown(headers, body)}{by}")
            if self.keep is not None:
                line = {"received_at": now.isoformat(), "verdict": word, "status": status, **_kept(headers, body)}
                with self.keep.open("ab") as file:
                    file.write(orjson.dumps(line) + b"\n")
        return status

    def _judged(
        self, headers: Mapping[str, str], body: bytes, path: str, *, now_seconds: int
    ) -> tuple[str | None, list[str]]:
        """What is wrong, and by which schemes it was found to be right: one of `webhook-signature`, and RFC 9421."""
        schemes = list[str]()

        def noting(kind: SignatureKind, signed: bytes, value: bytes) -> bool:
            fits = self.check(kind, signed, value)
            schemes.extend([kind.value] if fits else [])
            return fits

        fault = fault_of(headers, body, now_seconds=now_seconds, check=noting)
        if fault is not None or not message_check.is_signed(headers):
            return fault, schemes
        if not self.has_keys:
            return None, [*schemes, f"{SignatureKind.MESSAGE} unchecked"]
        address = self.url or f"http://{headers.get('host', '')}{path}"
        if not message_check.fits("POST", address, headers, body, self.check):
            return MESSAGE_UNFIT, []
        return None, [*schemes, SignatureKind.MESSAGE.value]

    def _status(self, body: bytes) -> int:
        """A challenge is answered well whatever is played, so that the endpoint delivers at all."""
        if challenge_in(body) is not None:
            return CHALLENGE_STATUS
        self._good += 1
        return 503 if self.fail_every and self._good % self.fail_every == 0 else self.status

    def _again(self, message_id: str) -> bool:
        repeated = message_id in self._seen
        self._seen[message_id] = None
        if len(self._seen) > IDS_MAX:
            self._seen.pop(next(iter(self._seen)))
        return repeated


def _shown(headers: Mapping[str, str], body: bytes) -> str:
    """Id, type and version as far as they can be read; nothing that could steer a terminal."""
    try:
        content = orjson.loads(body)
        told = [content.get("type"), content.get("referral_id"), content.get("referral_version")]
    except (orjson.JSONDecodeError, AttributeError):
        told = [f"{len(body)} bytes"]
    words = [headers.get(ID_HEADER, "-"), *(str(word) for word in told if word is not None)]
    return "  ".join(
        "".join(letter if letter.isprintable() else "?" for letter in word)[:SHOWN_LENGTH_MAX] for word in words
    )


def _kept(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    named = {name: headers[name] for name in KEPT_HEADERS if name in headers}
    return {"headers": named, "body": base64.b64encode(body).decode()}


def challenge_in(body: bytes) -> bytes | None:
    """The answer to a challenge, which shows that its endpoint is ours; None where the body is none."""
    try:
        content = orjson.loads(body)
        if content["type"] != CHALLENGE:
            return None
        return orjson.dumps({"challenge": content["challenge"]})
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None


def server_of(listener: Listener, host: str, port: int) -> ThreadingHTTPServer:
    """A server on one port that hands every POST to the listener; `serve_forever` runs it."""

    class Door(BaseHTTPRequestHandler):
        timeout = READ_SECONDS
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = self.headers.get("content-length", "")
            if not length.isascii() or not length.isdigit() or int(length) > BODY_BYTES_MAX:
                self.close_connection = True
                self._answer(413)
                return
            body = self.rfile.read(int(length))
            status = listener.take({name.lower(): value for name, value in self.headers.items()}, body, self.path)
            said = challenge_in(body) if status == CHALLENGE_STATUS else None
            self._answer(status, said or b"")

        def _answer(self, status: int, said: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("content-length", str(len(said)))
            if said:
                self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *_args: Any) -> None:  # noqa: A002 - the name is the standard library's
            """One line each is said by the listener."""

    return ThreadingHTTPServer((host, port), Door)


def kept_in(path: Path) -> Iterator[Delivery]:
    """The deliveries of a file, in the order in which they came.

    Raises:
        NothingKeptError: the file is not there, or a line was not written by a listener.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise NothingKeptError(f"{path} can not be read: {error.strerror}") from None
    for number, line in enumerate(lines, start=1):
        try:
            row = orjson.loads(line)
            yield Delivery(
                {str(name): str(value) for name, value in row["headers"].items()}, base64.b64decode(row["body"])
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NothingKeptError(f"line {number} of {path} is no delivery that was kept") from None


def again(delivery: Delivery, maker: Maker | None) -> Delivery:
    """A kept delivery as it is sent again: signed anew under its id, or as it was where there is no secret."""
    message_id = delivery.headers.get(ID_HEADER)
    return delivery if maker is None or message_id is None else maker.signed(delivery.body, message_id)
