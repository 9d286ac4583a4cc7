"""Reconciliations with platforms of courts 对账 over HTTP."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.court_platform import PlatformCode
from app.domain.errors import Refusal
from app.domain.reconciliation import Reconciliation, counts_of
from app.domain.sheets import Grid, Line, Sheet
from app.routers import views
from app.routers.contract import RecordPath, reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, principal_of, write_of
from app.routers.documents import NO_SNIFFING, downloading
from app.routers.platforms import CODE_CHARS_MAX, LIMIT_DEFAULT, LIMIT_MAX
from app.routers.problems import FieldRefusal
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import read
from app.routers.schemas import reconciliation as s
from app.routers.selections import cursor_of
from app.routers.sheet_uploads import sheet_of, taking_sheet
from app.routers.uploads import disposition
from app.routers.workbook import xlsx_of
from app.services import reconciliation

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

router = APIRouter(tags=["platforms"])

Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]


@router.post(
    "/v1/reconciliations",
    **writing(
        "reconcile",
        "Compare what a platform holds with what is held here",
        body=s.ReconcileRequest,
        made=s.Reconciled,
        rehearsed=s.ReconcileRehearsal,
        scope="referrals:write",
        refusals=(409,),
    ),
)
async def reconcile(request: Request) -> Response:
    """For the court whose platform it is; the same is done every night for the day that is over."""
    write, house = await write_of(request), house_of(request)
    body = read(s.ReconcileRequest, request, write.body)
    wish = (
        body if isinstance(body, Refusal) else reconciliation.ReconciliationWish(PlatformCode(body.platform), body.day)
    )
    return told(await reconciliation.reconcile(house.ports, house.platforms, write.envelope, wish))


def _uploading() -> dict[str, Any]:
    route = writing(
        "reconcile_spreadsheet",
        "Compare the list that a platform exported with what is held here",
        body=None,
        made=s.Reconciled,
        rehearsed=s.ReconcileRehearsal,
        scope="referrals:write",
        refusals=(409,),
    )
    schema = s.ReconcileRequest.model_json_schema()["properties"]
    said = {"platform": "Code of the platform.", "day": "The day that is compared, today if not given."}
    route["openapi_extra"]["parameters"] += [
        {"name": name, "in": "query", "required": name == "platform", "description": text, "schema": schema[name]}
        for name, text in said.items()
    ]
    return taking_sheet(route)


@router.post("/v1/reconciliations/spreadsheets", **_uploading())
async def reconcile_spreadsheet(request: Request) -> Response:
    """For a platform whose people export what it holds: the columns are those in `held` of its settings.

    A list in which one row can not be read is refused as a whole, because everything else would seem to be missing.
    """
    sheet, house = await sheet_of(request), house_of(request)
    body = _asked(request)
    wish: reconciliation.ReconciliationWish | Refusal = (
        body
        if isinstance(body, Refusal)
        else reconciliation.ReconciliationWish(PlatformCode(body.platform), body.day, sheet.raw)
    )
    return told(await reconciliation.reconcile(house.ports, house.platforms, sheet.envelope, wish))


def _asked(request: Request) -> s.ReconcileRequest | Refusal:
    """The parameters against their schema, or `parameter_invalid`."""
    given = {name: request.query_params[name] for name in ("platform", "day") if name in request.query_params}
    found = read(s.ReconcileRequest, request, given)
    return FieldRefusal("parameter_invalid", found.faults) if isinstance(found, FieldRefusal) else found


@router.get(
    "/v1/reconciliations",
    **reading("list_reconciliations", "List reconciliations", s.ReconciliationList, scope="referrals:read", paged=True),
)
async def list_reconciliations(
    request: Request,
    principal: Caller,
    platform: Annotated[str | None, Query(description="Only of this platform.", max_length=CODE_CHARS_MAX)] = None,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Your own, newest first."""
    limit = bounded_limit(request, limit)
    rows = await reconciliation.page(
        house_of(request).ports,
        principal,
        platform=None if platform is None else PlatformCode(platform if platform.isprintable() else ""),
        after_id=cursor_of(after),
        limit=limit + 1,
    )
    kept, following = cut(rows, limit)
    items = tuple(views.copied(s.ReconciliationBrief, row) for row in kept)
    return shown(s.ReconciliationList(items=items, next=following), headers=next_page(request, following))


@router.get(
    "/v1/reconciliations/{record_id}",
    **reading("get_reconciliation", "Read one reconciliation", s.ReconciliationView, scope="referrals:read", one=True),
)
async def get_reconciliation(request: Request, principal: Caller, record_id: RecordPath) -> Response:
    """Its differences by kind, each with the repair that is proposed."""
    found = await reconciliation.get(house_of(request).ports, principal, path_id(record_id))
    differences = tuple(views.copied(s.DifferenceView, each) for each in found.differences)
    view = views.copied(s.ReconciliationView, found, differences=differences, counts=counts_of(found.differences))
    return shown(view)


@router.get(
    "/v1/reconciliations/{record_id}/sheet",
    **downloading("get_reconciliation_sheet", "Read a reconciliation as a workbook", XLSX, scope="referrals:read"),
)
async def get_reconciliation_sheet(request: Request, principal: Caller, record_id: RecordPath) -> Response:
    """One line for each difference; what looks like a formula is text."""
    found = await reconciliation.get(house_of(request).ports, principal, path_id(record_id))
    name = f"reconciliation-{found.platform}-{found.day.isoformat()}.xlsx"
    headers = {"Content-Disposition": disposition(name), **NO_SNIFFING}
    return Response(xlsx_of(_sheet(found)), 200, headers, XLSX)


def _sheet(found: Reconciliation) -> Sheet:
    rows = tuple(
        (
            each.kind.value,
            each.reference,
            str(each.referral_id or ""),
            each.ours or "",
            each.theirs or "",
            each.repair.value,
        )
        for each in found.differences
    )
    head = ("差异 kind", "案件 reference", "referral", "我方 ours", "对方 theirs", "建议 repair")
    counts = f"我方 ours {found.ours_count} · 对方 theirs {found.theirs_count} · 差异 {found.difference_count}"
    return Sheet(f"对账 {found.platform} {found.day.isoformat()}", (Line(counts), Grid(head, rows)))


@router.post(
    "/v1/reconciliations/{record_id}/apply",
    **writing(
        "apply_repairs",
        "Approve and carry out repairs",
        body=s.ApplyRepairsRequest,
        done=s.RepairsApplied,
        rehearsed=s.RepairsRehearsal,
        scope="referrals:write",
        refusals=(404, 409),
    ),
)
async def apply_repairs(request: Request, record_id: RecordPath) -> Response:
    """Told again, fetched again, due again; nothing here is changed to fit there. Who approved it is on record.

    A reconciliation is applied once: name in one request whatever is to be repaired. What is left the next one finds.
    """
    write = await write_of(request)
    body = read(s.ApplyRepairsRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else body.differences
    house = house_of(request)
    return told(await reconciliation.apply(house.ports, house.platforms, write.envelope, path_id(record_id), wish))
