"""Rows of spreadsheets as referrals: each judged as a request of the API would be, each with a verdict of its own.

One engine for whoever brings the file: a court or an organisation with its own key, or an operator for the platform of
a court. What the sheet calls a row is the key of what it does: the same row again is answered as the first time, the
same key with another content is refused. One bad row stops none of the others.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

from app.domain.access import Principal, Scope, TenantKind
from app.domain.court_platform import Heard, PlatformCode
from app.domain.errors import Family, Refusal
from app.domain.ports import Answer, Ports
from app.domain.referral import ProcedureId
from app.domain.spreadsheet import FileForm, ReadRow, RowFault, SheetKind, SpreadsheetFiles, Verdict, words_of
from app.services.envelope import Envelope, settled
from app.services.platforms import acting_for, get
from app.services.receipts import DONE
from app.services.referrals import Intake, Wish, open_referral
from app.services.sheet_names import with_ids

Interpret = Callable[[Heard, ProcedureId | None], Intake | Wish | Refusal]
Charge = Callable[[int], None]
"""Told how many rows there are before the first of them is taken; refuses what the caller may not spend."""

ROWS_MAX: Final = 1_000
"""Most rows of one upload: each is a write, and all of them are one answer."""

KIND_OF: Final[Mapping[TenantKind, SheetKind]] = {
    TenantKind.COURT: SheetKind.DELEGATION,
    TenantKind.REFERRING_BODY: SheetKind.DELEGATION,
    TenantKind.ORGANISATION: SheetKind.SUBMISSION,
}
"""Which sheet a caller's is; tenants of other kinds open no referrals."""

ROW_INVALID: Final = "sheet_row_invalid"
PASSING = frozenset({Family.UNAVAILABLE, Family.THROTTLED})
"""Refusals that say nothing about the row: the file is to be sent again, and what was taken stays taken."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The verdicts in the order of the rows; `replayed` when they were given before and nothing happened now."""

    verdicts: tuple[Verdict, ...]
    replayed: bool = False


def sheet_of(caller: Principal) -> SheetKind:
    """Which sheet a caller fills in; refuses with `scope_missing`, `not_your_role`."""
    caller.require(Scope.REFERRALS_WRITE)
    caller.require_kind(*KIND_OF)
    return KIND_OF[caller.kind]


async def template(files: SpreadsheetFiles, caller: Principal, form: FileForm) -> bytes:
    """The caller's sheet without rows; refuses as `sheet_of`."""
    return await files.template(sheet_of(caller), form)


async def upload(
    ports: Ports, files: SpreadsheetFiles, envelope: Envelope, raw: bytes, interpret: Interpret, *, charge: Charge
) -> Uploaded:
    """Open a referral for each row of the caller's own sheet.

    The key of the upload gives the same verdicts again; each row has a key of its own beside it, so that a file that
    was put right may be sent as a whole under another. Refuses with `scope_missing`, `not_your_role`,
    `idempotency_key_reused`, what `SpreadsheetFiles.rows` refuses, by `charge`, and with what passes by itself.
    """
    caller = envelope.principal
    kind = sheet_of(caller)

    async def attempt() -> Uploaded:
        async with ports.unit_of_work(caller.tenant_id) as tx:
            key = envelope.look_up_key()
            replayed = envelope.replay(None if key is None else await tx.idempotency.look_up(*key))
        rows = await files.rows(kind, raw, rows_max=ROWS_MAX)
        if replayed is not None:
            return Uploaded(_read(replayed.answer.body["rows"], rows), replayed=True)
        charge(len(rows))
        verdicts = await _taken(ports, caller, rows, interpret, under="", dry_run=envelope.dry_run)
        if not envelope.dry_run:
            answer = Answer(status=DONE, body={"rows": [_shown(verdict) for verdict in verdicts]})
            async with ports.unit_of_work(caller.tenant_id) as tx:
                await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
        return Uploaded(verdicts)

    return await settled(attempt)


async def take(
    ports: Ports,
    caller: Principal,
    code: PlatformCode,
    rows: Iterable[ReadRow],
    interpret: Interpret,
    *,
    dry_run: bool = False,
) -> tuple[Verdict, ...]:
    """Open a referral for each row, as the program of the court whose platform it is.

    An operator does it for every court; refuses with `unknown_reference` where there is no such platform today.
    """
    caller.require(Scope.REGISTRY_WRITE)
    caller.require_kind(TenantKind.OPERATOR)
    try:
        platform = (await get(ports, caller, code)).platform
    except Refusal:
        raise Refusal("unknown_reference", pointer="/platform") from None
    return await _taken(ports, acting_for(platform), rows, interpret, under=f"{code}/", dry_run=dry_run)


async def _taken(
    ports: Ports, caller: Principal, rows: Iterable[ReadRow], interpret: Interpret, *, under: str, dry_run: bool
) -> tuple[Verdict, ...]:
    """What becomes of each row; `under` keeps apart the rows of sheets that one program takes."""
    verdicts, seen = list[Verdict](), set[str]()
    for row in await with_ids(ports, caller.tenant_id, rows):
        fault = _at_fault(row, seen)
        if fault is not None:
            verdicts.append(fault)
            continue
        seen.add(str(row.key))
        named = hashlib.sha256(f"{under}{row.key}".encode()).hexdigest()
        envelope = Envelope(
            principal=caller, key=f"sheet:{named}", fingerprint=_fingerprint(row.body), if_match="*", dry_run=dry_run
        )
        verdicts.append(await _opened(ports, envelope, row, interpret))
    return tuple(verdicts)


def _fingerprint(body: Mapping[str, Any]) -> bytes:
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).digest()


def _at_fault(row: ReadRow, seen: set[str]) -> Verdict | None:
    """The verdict on a row that is not even tried."""
    faults = tuple(
        RowFault(fault.code, _pointer(fault.to), fault.at, row.titles.get(fault.to, ""), words_of(fault.known))
        for fault in row.faults
    )
    key = row.key or ""
    if not faults and (key in seen or not key):
        code = "key_twice" if key else "cell_missing"
        faults = (RowFault(code, "/key", row.cells.get("key", ""), row.titles.get("key", "")),)
    return Verdict(row.number, key, ROW_INVALID, faults=faults) if faults else None


def _pointer(name: str) -> str:
    return f"/{name.replace('.', '/')}"


async def _opened(ports: Ports, envelope: Envelope, row: ReadRow, interpret: Interpret) -> Verdict:
    heard = Heard(becomes="opening", reference=row.body.get("court_reference"), body=row.body)
    try:
        outcome = await open_referral(ports, envelope, cast("Intake | Refusal", interpret(heard, None)))
    except Refusal as refusal:
        if refusal.sentence.family in PASSING:
            raise
        return _refused(row, refusal)
    body = outcome.answer.body
    return Verdict(
        row.number,
        str(row.key),
        referral_id=None if "id" not in body else UUID(body["id"]),
        referral_number=body.get("number"),
        warnings=tuple(body.get("warnings", ())),
    )


def _refused(row: ReadRow, refusal: Refusal) -> Verdict:
    """A refusal of the use case, with the cells that it is about."""
    found: tuple[Any, ...] = getattr(refusal, "faults", ())
    told = [(fault.code, fault.pointer, fault.expected) for fault in found]
    if not told and refusal.pointer is not None:
        told = [(refusal.code, refusal.pointer, None)]
    faults = tuple(_placed(row, code, pointer, expected) for code, pointer, expected in told)
    facts = {name: fact for name, fact in refusal.facts.items() if name != "not_allowed"}
    return Verdict(row.number, str(row.key), refusal.code, faults=faults, facts=facts)


def _placed(row: ReadRow, code: str, pointer: str, expected: str | None) -> RowFault:
    name = pointer.strip("/").replace("/", ".")
    cell = row.cells.get(name, "")
    return RowFault(code, pointer, cell, row.titles.get(name, "") if cell else "", expected)


def _shown(verdict: Verdict) -> dict[str, Any]:
    """A verdict as it is kept: without what the sheet calls the row, which may name people."""
    return {
        "number": verdict.number,
        "code": verdict.code,
        "referral_id": None if verdict.referral_id is None else str(verdict.referral_id),
        "referral_number": verdict.referral_number,
        "warnings": list(verdict.warnings),
        "faults": [[each.code, each.pointer, each.cell, each.column, each.expected] for each in verdict.faults],
        "facts": dict(verdict.facts),
    }


def _read(kept: Iterable[Mapping[str, Any]], rows: Iterable[ReadRow]) -> tuple[Verdict, ...]:
    """Verdicts that were kept, with the names that the same file gives the rows."""
    keys = {row.number: row.key or "" for row in rows}
    return tuple(
        Verdict(
            each["number"],
            keys.get(each["number"], ""),
            each["code"],
            None if each["referral_id"] is None else UUID(each["referral_id"]),
            each["referral_number"],
            tuple(each["warnings"]),
            tuple(RowFault(*fault) for fault in each["faults"]),
            each["facts"],
        )
        for each in kept
    )
