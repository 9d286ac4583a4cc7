"""Spreadsheets 表格批量 over HTTP: the template, and a file of rows with a verdict for each."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.content import XLSX
from app.domain.errors import Refusal
from app.domain.spreadsheet import FileForm, Verdict, VerdictLine
from app.routers.contract import writing
from app.routers.deps import charge, house_of, principal_of
from app.routers.documents import NO_SNIFFING, downloading
from app.routers.faults import FieldFault, expected_in
from app.routers.feed_forms import JSON, form_of
from app.routers.platform_wishes import interpreter
from app.routers.problems import FieldRefusal, document, sentence_of, wanted_language
from app.routers.replies import shown
from app.routers.schemas import spreadsheets as s
from app.routers.sheet_uploads import BINARY, CSV, sheet_of, taking_sheet
from app.routers.trace import trace_of
from app.routers.uploads import disposition
from app.services import spreadsheets

MEDIA_TYPE: Final = {FileForm.XLSX: XLSX, FileForm.CSV: CSV}
FORM_OF: Final = {kind: form for form, kind in MEDIA_TYPE.items()}
OFFERED: Final = (JSON, XLSX, CSV)

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]
Form = Annotated[FileForm, Query(alias="format", description="`xlsx`, or `csv` in UTF-8 with its mark.")]


@router.get(
    "/v1/referrals/spreadsheets/template",
    **downloading(
        "get_spreadsheet_template", "Get your sheet without rows", XLSX, CSV, scope="referrals:write", refusals=()
    ),
)
async def get_spreadsheet_template(request: Request, principal: Caller, form: Form = FileForm.XLSX) -> Response:
    """That of a court hands over 委派, that of an organisation takes in 自主受理. Required titles have a star."""
    raw = await spreadsheets.template(house_of(request).spreadsheets, principal, form)
    return _file(raw, "template", form)


def _uploading() -> dict[str, Any]:
    route = writing(
        "upload_spreadsheet",
        "Open a referral for each row of a spreadsheet",
        body=None,
        done=s.SheetReceipt,
        rehearsed=s.SheetRehearsal,
        scope="referrals:write",
        refusals=(406,),
    )
    route["responses"][200]["content"] = dict.fromkeys((XLSX, CSV), BINARY)
    return taking_sheet(route)


@router.post("/v1/referrals/spreadsheets", **_uploading())
async def upload_spreadsheet(request: Request) -> Response:
    """Each row is judged as a request to open a referral and is accepted or refused on its own.

    What stands under 编号 is the key of the row: whatever is sent again, also in another file, opens nothing twice. The
    answer is 200 even where all rows were refused; `Accept` asks for the verdicts as a file, also of an upload that is
    repeated with its key. At most 1,000 rows; it counts as one request for each. Sent again with the same key it goes
    on where it was broken off.
    """
    sheet, house = await sheet_of(request), house_of(request)
    offered = form_of(request.headers.get("accept"), OFFERED)
    principal, dry_run = sheet.envelope.principal, sheet.envelope.dry_run
    done = await spreadsheets.upload(
        house.ports,
        house.spreadsheets,
        sheet.envelope,
        sheet.raw,
        interpreter(house.ports),
        charge=lambda count: charge(request, principal, count),
    )
    if offered == JSON:
        return _receipt(request, done, dry_run=dry_run)
    form = FORM_OF[offered]
    file = await house.spreadsheets.verdicts(lines_of(done.verdicts), form)
    return _file(file, "verdicts", form, replayed=done.replayed)


def _receipt(request: Request, done: spreadsheets.Uploaded, *, dry_run: bool) -> Response:
    """What was stored has codes; its sentences are in the language of whoever asks now."""
    language, instance = wanted_language(request), trace_of(request.scope).instance
    accepted = sum(verdict.accepted for verdict in done.verdicts)
    model: Callable[..., s.SheetReceipt] = s.SheetRehearsal if dry_run else s.SheetReceipt
    receipt = model(
        row_count=len(done.verdicts),
        accepted_count=accepted,
        refused_count=len(done.verdicts) - accepted,
        rows=tuple(_row(verdict, language, instance) for verdict in done.verdicts),
        **({"dry_run": True} if dry_run else {}),
    )
    return shown(receipt, language=language, headers=_replayed(done.replayed))


def _row(verdict: Verdict, language: str, instance: str) -> s.SheetRow:
    problem = None if verdict.code is None else document(_refusal(verdict), language=language, instance=instance)
    return s.SheetRow.model_validate(
        {
            "row": verdict.number,
            "key": verdict.key,
            "outcome": s.RowOutcome.ACCEPTED if verdict.accepted else s.RowOutcome.REFUSED,
            "referral_id": verdict.referral_id,
            "number": verdict.referral_number,
            "warnings": verdict.warnings,
            "problem": problem,
            "cells": tuple(
                s.RowCell(pointer=each.pointer, column=each.column, cell=each.cell)
                for each in verdict.faults
                if each.cell
            ),
        }
    )


def _refusal(verdict: Verdict) -> Refusal:
    """The refusal that a verdict kept."""
    code = str(verdict.code)
    if not verdict.faults:
        return Refusal(code, facts=verdict.facts)
    refusal = FieldRefusal(code, [FieldFault(each.pointer, each.code, each.expected) for each in verdict.faults])
    refusal.facts = dict(verdict.facts)
    return refusal


def lines_of(verdicts: Iterable[Verdict]) -> tuple[VerdictLine, ...]:
    """Verdicts as people read them in a file, in Chinese."""
    return tuple(_line(verdict) for verdict in verdicts)


def _line(verdict: Verdict) -> VerdictLine:
    problem = None if verdict.code is None else document(_refusal(verdict), language="zh", instance="")
    errors = [] if problem is None else problem["errors"]
    return VerdictLine(
        number=verdict.number,
        key=verdict.key,
        result="拒收" if verdict.code else "已接收",
        referral_number=verdict.referral_number or "",
        code=verdict.faults[0].code if verdict.faults else verdict.code or " ".join(verdict.warnings),
        cells=" ".join(each.cell for each in verdict.faults if each.cell),
        sentence="；".join(_told(fault.column, error) for fault, error in zip(verdict.faults, errors, strict=True))
        or "；".join(sentence_of(code, "zh") for code in verdict.warnings)
        or ("" if verdict.code is None else sentence_of(verdict.code, "zh")),
    )


def _told(column: str, error: dict[str, Any]) -> str:
    """One fault: which column, or which field where no column becomes it, and what would have been right."""
    place = column or error["pointer"]
    expected = expected_in(error["expected"], "zh")
    said = f"{error['detail'].removesuffix('。')}（应为：{expected}）" if expected else error["detail"]
    return f"{place}：{said}" if place else said


def _file(raw: bytes, name: str, form: FileForm, *, replayed: bool = False) -> Response:
    headers = {"Content-Disposition": disposition(f"{name}.{form}"), **NO_SNIFFING, **_replayed(replayed)}
    return Response(raw, 200, headers, MEDIA_TYPE[form])


def _replayed(replayed: bool) -> dict[str, str]:  # noqa: FBT001 - a header that is there or not
    return {"Idempotency-Replayed": "true"} if replayed else {}
