"""Rows of spreadsheets as referrals: each judged as a request of the API would be, each with a verdict of its own."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from app.domain.access import Principal, Scope, TenantKind
from app.domain.court_platform import Heard, PlatformCode
from app.domain.errors import Family, Refusal
from app.domain.ports import Ports
from app.domain.referral import ProcedureId
from app.domain.spreadsheet import SENTENCES, ReadRow, Verdict
from app.services.envelope import Envelope
from app.services.platforms import acting_for, get
from app.services.referrals import Intake, Wish, open_referral

Interpret = Callable[[Heard, ProcedureId | None], Intake | Wish | Refusal]

PASSING = frozenset({Family.UNAVAILABLE, Family.THROTTLED})
"""Refusals that say nothing about the row: the file is to be sent again, and what was taken stays taken."""


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

    What the sheet calls a row is the key of what it does: the same row again is answered as the first time, the same
    key with another content is refused. One bad row stops none of the others. An operator does it for every court;
    refuses with `not_found` where there is no such platform today.
    """
    caller.require(Scope.REGISTRY_WRITE)
    caller.require_kind(TenantKind.OPERATOR)
    platform = (await get(ports, caller, code)).platform
    principal, verdicts, seen = acting_for(platform), list[Verdict](), set[str]()
    for row in rows:
        fault = _at_fault(row, seen)
        if fault is not None:
            verdicts.append(fault)
            continue
        key = str(row.key)
        seen.add(key)
        named = hashlib.sha256(f"{code}/{key}".encode()).hexdigest()
        envelope = Envelope(
            principal=principal, key=f"sheet:{named}", fingerprint=_fingerprint(row.body), if_match="*", dry_run=dry_run
        )
        verdicts.append(await _opened(ports, envelope, row, interpret))
    return tuple(verdicts)


def _fingerprint(body: Mapping[str, Any]) -> bytes:
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).digest()


def _at_fault(row: ReadRow, seen: set[str]) -> Verdict | None:
    """The verdict on a row that is not even tried."""
    key = row.key or ""
    if row.faults:
        first = row.faults[0]
        cells = " ".join(fault.at for fault in row.faults)
        return Verdict(row.number, key, code=first.code, cell=cells, sentence=SENTENCES[first.code])
    if key in seen or not key:
        code = "key_twice" if key else "cell_missing"
        return Verdict(row.number, key, code=code, cell=row.cells.get("key", ""), sentence=SENTENCES[code])
    return None


async def _opened(ports: Ports, envelope: Envelope, row: ReadRow, interpret: Interpret) -> Verdict:
    heard = Heard(becomes="opening", reference=row.body.get("court_reference"), body=row.body)
    try:
        outcome = await open_referral(ports, envelope, cast("Intake | Refusal", interpret(heard, None)))
    except Refusal as refusal:
        if refusal.sentence.family in PASSING:
            raise
        return _refused(row, refusal)
    number = outcome.answer.body.get("number") or outcome.answer.body.get("id") or ""
    return Verdict(row.number, str(row.key), referral_number=str(number))


def _refused(row: ReadRow, refusal: Refusal) -> Verdict:
    """A refusal of the use case, with the cells that it is about."""
    faults: tuple[Any, ...] = getattr(refusal, "faults", ())
    pointers = [fault.pointer for fault in faults] or [refusal.pointer or ""]
    fields = [pointer.strip("/").replace("/", ".") for pointer in pointers]
    cells = [row.cells[name] for name in fields if name in row.cells]
    code = faults[0].code if faults else refusal.code
    sentence = f"{refusal.sentence.zh}{'；'.join(fields) if faults else ''}"
    return Verdict(row.number, str(row.key), code=code, cell=" ".join(cells), sentence=sentence)
