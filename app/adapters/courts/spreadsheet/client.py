"""The platform whose people exchange sheets: what it has for us are rows, what it has to know are rows too.

There is nothing to ask. Results lie in a folder until somebody takes them away, and what became of them is known when a
sheet of verdicts comes back.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from app.adapters.courts.spreadsheet.columns import Columns, columns_of, held
from app.adapters.courts.spreadsheet.exchange import TAKEN, Exchange
from app.adapters.courts.spreadsheet.sheets import ROWS_MAX
from app.adapters.courts.spreadsheet.workbooks import read
from app.adapters.dialect_settings import Read, require_credential
from app.adapters.header_hmac import verified
from app.domain.court_platform import (
    Flag,
    Heard,
    Holding,
    MessageId,
    Outgoing,
    Platform,
    Pulled,
    Receipt,
    Rejected,
    Unavailable,
    Unmapped,
    Unreadable,
)
from app.domain.errors import Refusal
from app.domain.platform_mapping import PlatformMapping, mapping_of
from app.domain.spreadsheet import ReadRow

SECRET_CHARS_MIN: Final = 16
SHEETS: Final = ("messages", "held")
"""Settings that describe the columns of a sheet."""


class SpreadsheetPlatform:
    """Speaks through sheets."""

    def __init__(self, platform: Platform, exchange: Callable[[], Exchange]) -> None:
        self._mapping: PlatformMapping = mapping_of(platform.mapping)
        self._sheets = sheets_of(platform.settings)
        self._secret = platform.credentials.get("secret", "").encode()
        self._exchange = exchange

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The id of a sheet of one row that a program of the court pushes; without a secret nothing is let in."""
        if not self._secret:
            raise Rejected("forged")
        return verified(self._secret, raw, headers, now)

    def read(self, raw: bytes) -> Heard:
        """The one row of a sheet in our words."""
        row = self._single(raw)
        if row.faults:
            raise Unmapped(*(Flag(fault.to, "field_unreadable") for fault in row.faults))
        return self._mapping.heard(row.body)

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """A row of the results, for people to take away."""
        await self._put(message, key, anew=False)
        return await self.look_up(key) or Receipt(processed=False, delivered=False)

    async def send_anew(self, message: Outgoing, key: str) -> Receipt:
        """Another row under the same key, also where somebody has the one before."""
        await self._put(message, key, anew=True)
        return Receipt(processed=False, delivered=False)

    async def _put(self, message: Outgoing, key: str, *, anew: bool) -> None:
        said = dict(_flat(self._mapping.said(message)))
        titles = sorted(said)
        await _done(lambda: self._exchange().put(key, titles, [said[title] for title in titles], anew=anew))

    async def look_up(self, key: str) -> Receipt | None:
        """What is known of a row: whether somebody has it, and what the verdicts say."""
        status = await _done(lambda: self._exchange().status(key))
        if status is None:
            return None
        verdict = status["verdict"]
        return Receipt(
            processed=verdict == TAKEN,
            platform_number=status["number"],
            refused=None if verdict in {None, TAKEN} else f"their_{verdict}",
            delivered=verdict is not None or status["away"],
        )

    async def pull(self, cursor: str | None) -> Pulled:
        """The rows of the next sheet; the one before is put aside now that they were kept."""
        found = await _done(lambda: self._exchange().next_sheet(cursor))
        if found is None:
            return Pulled((), cursor or "")
        return Pulled(tuple((self._id_of(raw), raw) for raw in found.rows), found.mark)

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What the list of the day says that they hold; refused with `no_list` where nobody exported one."""
        raw = await _done(lambda: self._exchange().held(day))
        if raw is None:
            raise Rejected("no_list")
        try:
            return await self.listed(raw)
        except Refusal as refusal:
            raise Unreadable(refusal.code) from None

    async def listed(self, raw: bytes) -> tuple[Holding, ...]:
        """As `ReadsLists.listed`."""
        columns = self._sheets.get("held")
        if columns is None:
            raise Refusal(
                "platform_has_no_list", facts={"reason": "no_columns", "dialect": "spreadsheet"}, pointer="/platform"
            )
        rows = await asyncio.to_thread(read, raw, columns, ROWS_MAX)
        faults = [fault for row in rows for fault in row.faults]
        if faults:
            cells = [{"cell": each.at, "code": each.code, "known": list(each.known)} for each in faults[:50]]
            raise Refusal("sheet_row_invalid", facts={"cells": cells})
        return tuple(held(rows))

    def _single(self, raw: bytes) -> ReadRow:
        columns = self._sheets.get("messages")
        try:
            (row,) = () if columns is None else read(raw, columns, 1)
        except (Refusal, ValueError):
            raise Unmapped(Flag("", "not_a_document")) from None
        return row

    def _id_of(self, raw: bytes) -> MessageId:
        """What the sheet calls a row; of one that it calls nothing, its hash, so that it is kept once.

        A row that can not be read, such as one that was cut off, does not use up what it is called: put right, it comes
        under its own name.
        """
        try:
            row = self._single(raw)
            key = None if row.faults else row.key
        except Unmapped:
            key = None
        return MessageId(f"sheet:{hashlib.sha256(raw if key is None else key.encode()).hexdigest()}")


async def _done(work: Callable[[], Any]) -> Any:
    try:
        return await asyncio.to_thread(work)
    except OSError:
        raise Unavailable("folder_unavailable") from None


def _flat(node: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a document, each under its place; places of arrays have numbers."""
    if isinstance(node, Mapping | list):
        for name, inner in node.items() if isinstance(node, Mapping) else enumerate(node):
            yield from _flat(inner, f"{at}.{name}" if at else str(name))
    elif node is not None:
        yield at, str(node)


def exchange_of(platform: Platform, folder: Path) -> Callable[[], Exchange]:
    """The exchange of a platform, in its folder of the gate folder; made when it is first looked at."""
    return lambda: Exchange(folder / platform.code)


def sheets_of(settings: Mapping[str, Any]) -> Mapping[str, Columns]:
    """The columns of each sheet that there is; refuses with `platform_settings_invalid`."""
    read_settings = Read(settings, "/settings")
    read_settings.only(*SHEETS)
    found = {}
    for name in read_settings.names:
        try:
            found[name] = columns_of(settings[name])
        except ValueError as error:
            raise Refusal("platform_settings_invalid", pointer=f"/settings/{name}{error}".rstrip("/")) from None
    return found


def check(settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` what this dialect can not work with."""
    sheets_of(settings)
    if "secret" in credentials:
        require_credential(credentials, "secret", SECRET_CHARS_MIN)
