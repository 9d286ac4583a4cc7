"""The platform behind a gate: what is sent waits in a folder, what became of it comes back as a file."""

import asyncio
import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.adapters.courts.gate_files import mapping as m
from app.adapters.courts.gate_files.container import KEY_BYTES, FileKind, ForgedError, GateKeys, IncompleteError, opened
from app.adapters.courts.gate_files.folders import Gate
from app.adapters.dialect_answers import Held, held_of, holding_of, items_of
from app.adapters.dialect_settings import Read
from app.adapters.foreign_json import dumped
from app.domain.court_platform import (
    Heard,
    Holding,
    MessageId,
    Outgoing,
    Platform,
    Pulled,
    Receipt,
    Rejected,
    Unavailable,
)
from app.domain.errors import Refusal
from app.domain.platform_mapping import PlatformMapping, mapping_of

RECORDS_MAX: Final = 1_000
RESEND_AFTER_SECONDS: Final = 900
TOLERANCE_SECONDS: Final = 30 * 86_400
NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "records_max": (RECORDS_MAX, 10_000),
    "resend_after_seconds": (RESEND_AFTER_SECONDS, 86_400),
    "tolerance_seconds": (TOLERANCE_SECONDS, 366 * 86_400),
}
"""Settings that are numbers: default and most."""


class GatePlatform:
    """Speaks through folders."""

    def __init__(self, platform: Platform, gate: Gate, now: Callable[[], datetime]) -> None:
        self._mapping: PlatformMapping = mapping_of(platform.mapping)
        self._keys = keys_of(platform.settings, platform.credentials)
        self._tolerance_seconds = number_of(platform.settings, "tolerance_seconds")
        self._held = held_in(platform.settings)
        self._gate = gate
        self._now = now

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The name of a genuine batch file; it needs no headers."""
        _ = headers
        try:
            found = opened(self._keys, raw)
        except (ForgedError, IncompleteError):
            raise Rejected("forged") from None
        if found.kind is not FileKind.BATCH or not 0 < len(found.batch) <= m.ID_CHARS_MAX:
            raise Rejected("no_id")
        if abs((now - found.created_at).total_seconds()) > self._tolerance_seconds:
            raise Rejected("stale")
        return MessageId(found.batch)

    def read(self, raw: bytes) -> Heard:
        """A record in our words."""
        return self._mapping.heard(m.document_of(raw))

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """Keep the record for the next batch; that it arrived is known when it is acknowledged."""
        body = dumped(self._mapping.said(message))
        await self._done(lambda: self._gate.put(key, body))
        return _receipt(await self._done(lambda: self._gate.status(key))) or Receipt(processed=False, delivered=False)

    async def send_anew(self, message: Outgoing, key: str) -> Receipt:
        """Keep the record for another batch, also one that was acknowledged."""
        body = dumped(self._mapping.said(message))
        await self._done(lambda: self._gate.put(key, body, anew=True))
        return Receipt(processed=False, delivered=False)

    def fetches_again(self) -> bool:
        """Batches that were taken are kept."""
        return True

    async def look_up(self, key: str) -> Receipt | None:
        """What is known of a record that was put."""
        return _receipt(await self._done(lambda: self._gate.status(key)))

    async def pull(self, cursor: str | None) -> Pulled:
        """The records of the next batch; the one before is acknowledged now that it was kept."""
        now, behind = self._now(), int(cursor or 0)
        await self._done(lambda: self._gate.exchange(now))
        found = await self._done(lambda: self._gate.receive(behind, now))
        if found is None:
            return Pulled((), cursor or "")
        sequence, records = found
        return Pulled(tuple(_message(sequence, n, record) for n, record in enumerate(records)), str(sequence))

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What their list of the day says; refused with `no_list` where they put out none."""
        held = self._held
        if held is None:
            raise Rejected("no_list")
        content = await self._done(lambda: self._gate.held(day))
        if content is None:
            raise Unavailable("list_not_there")
        return tuple(holding_of(held, self._mapping, item) for item in items_of(m.document_of(content), held.items_at))

    async def _done(self, work: Callable[[], Any]) -> Any:
        try:
            return await asyncio.to_thread(work)
        except OSError:
            raise Unavailable("folder_unavailable") from None


def _message(sequence: int, place: int, record: m.Record) -> tuple[MessageId, bytes]:
    """A record as a message. A bad one gets a name by its place and bytes that nothing can act on: a person looks."""
    if record.bad:
        return MessageId(f"bad:{sequence}#{place}"), b"\x00" + record.body
    return MessageId(record.id), record.body


def _receipt(status: Mapping[str, Any] | None) -> Receipt | None:
    if status is None:
        return None
    verdict = status["verdict"]
    if verdict is None:
        return Receipt(processed=False, delivered=False)
    return Receipt(processed=False, refused=None if verdict == m.TAKEN else f"their_{verdict}")


def gate_of(platform: Platform, folder: Path) -> Gate:
    """The exchange of a platform, in its folder of the gate folder."""
    return Gate(
        folder / platform.code,
        keys_of(platform.settings, platform.credentials),
        records_max=number_of(platform.settings, "records_max"),
        resend_after_seconds=number_of(platform.settings, "resend_after_seconds"),
    )


def keys_of(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> GateKeys:
    """The keys of both sides; refuses with `platform_settings_invalid`."""
    names = [settings.get(name) for name in ("us", "them")]
    for name, value in zip(("us", "them"), names, strict=True):
        if not isinstance(value, str) or not value:
            raise Refusal("platform_settings_invalid", pointer=f"/settings/{name}")
    secret = {name: _key(credentials, name) for name in ("encryption_key", "signing_key", "peer_key")}
    return GateKeys(
        us=str(names[0]),
        them=str(names[1]),
        encryption=secret["encryption_key"],
        signing=Ed25519PrivateKey.from_private_bytes(secret["signing_key"]),
        peer=Ed25519PublicKey.from_public_bytes(secret["peer_key"]),
    )


def _key(credentials: Mapping[str, str], name: str) -> bytes:
    try:
        found = base64.b64decode(credentials.get(name, ""), validate=True)
    except (ValueError, binascii.Error):
        found = b""
    if len(found) != KEY_BYTES:
        raise Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")
    return found


def held_in(settings: Mapping[str, Any]) -> Held | None:
    """Where their lists are read; refuses with `platform_settings_invalid`."""
    read = Read(settings, "/settings").below("held")
    return held_of(read.having(path="/{day}")) if read.given else None


def number_of(settings: Mapping[str, Any], name: str) -> int:
    """A setting that is a number; refuses with `platform_settings_invalid`."""
    default, most = NUMBERS[name]
    value = settings.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise Refusal("platform_settings_invalid", pointer=f"/settings/{name}")
    return value


def check(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` what this dialect can not work with."""
    for name in settings:
        if name not in {"us", "them", "held", *NUMBERS}:
            raise Refusal("platform_settings_invalid", pointer=f"/settings/{name}")
    keys_of(settings, credentials)
    held_in(settings)
    for name in NUMBERS:
        number_of(settings, name)
