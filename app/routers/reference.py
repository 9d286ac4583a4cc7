"""What every caller may look up: who it is, the lifecycle's tables, code lists, due dates."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.codes import CODE_LISTS
from app.domain.deadlines import due
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.table import Row
from app.domain.periods import RULES, RuleId
from app.domain.sources import SOURCES
from app.routers.contract import reading
from app.routers.deps import house_of, principal_of
from app.routers.replies import shown
from app.routers.schemas import reference as s
from app.routers.schemas.common import CAUSE_LIST, LegalDate
from app.routers.schemas.registry import MeView

router = APIRouter(tags=["reference"], dependencies=[Depends(principal_of)])


@router.get("/v1/me", **reading("get_me", "Whom does this key stand for?", MeView))
async def get_me(principal: Annotated[Principal, Depends(principal_of)]) -> Response:
    """Client, tenant, its kind, and what the key may do."""
    scopes = tuple(sorted(principal.scopes))
    return shown(
        MeView(client_id=principal.client_id, tenant_id=principal.tenant_id, kind=principal.kind, scopes=scopes)
    )


@router.get("/v1/lifecycle", **reading("get_lifecycle", "Read the tables that decide", s.LifecycleView))
async def get_lifecycle() -> Response:
    """Every arrow: who may take it, from where to where, under which conditions, on which legal ground."""
    return shown(s.LifecycleView(rows=tuple(_row(row) for row in ROWS)))


def _row(row: Row) -> s.RowView:
    return s.RowView.model_validate(
        {
            "machine": row.machine,
            "action": row.action,
            "before": row.before,
            "after": row.after,
            "by": row.by,
            "guards": [guard.code for guard in row.guards],
            "when": [condition.name for condition in row.when],
            "clocks": [
                {
                    "verb": op.verb.value,
                    "rule": op.rule,
                    "only_when": None if op.only_when is None else op.only_when.name,
                }
                for op in row.clocks
            ],
            "event": row.event,
            "sources": row.sources,
            "tracks": row.tracks,
            "kinds": row.kinds,
        }
    )


@router.get("/v1/code-lists", **reading("list_code_lists", "Which code lists are there?", s.CodeListNames))
async def list_code_lists() -> Response:
    """Names of all lists. Lists grow; a code is never renamed."""
    return shown(s.CodeListNames(items=(*CODE_LISTS, CAUSE_LIST)))


@router.get("/v1/code-lists/{name}", **reading("get_code_list", "Read one code list", s.CodeListView, one=True))
async def get_code_list(
    request: Request, name: Annotated[str, Path(description="Name of the list.", max_length=60)]
) -> Response:
    """Codes with their labels in Chinese and English; causes of action 案由 have no English label, so it is empty."""
    if name == CAUSE_LIST:
        causes = house_of(request).ports.book().causes.causes.values()
        named = [s.CodeView(code=cause.code, zh=cause.name, en="", sources=()) for cause in causes]
        return shown(s.CodeListView(name=name, codes=tuple(named)))
    rows = CODE_LISTS.get(name)
    if rows is None:
        raise Refusal("not_found")
    codes = [s.CodeView(code=row.code, zh=row.zh, en=row.en, sources=tuple(row.sources)) for row in rows]
    return shown(s.CodeListView(name=name, codes=tuple(codes)))


@router.get("/v1/calendar/due-date", **reading("get_due_date", "When does a period end?", s.DueDateView))
async def get_due_date(
    request: Request,
    rule: Annotated[RuleId, Query(description="Id of the period, such as `T05`.")],
    start: Annotated[LegalDate, Query(description="Day of the starting event; it is not counted.")],
) -> Response:
    """Raw end and legal end as the service computes them, with their sources."""
    end = due(rule, start, house_of(request).ports.book().calendar)
    row = RULES[rule]
    sources = [SOURCES[source] for source in row.sources]
    return shown(
        s.DueDateView(
            rule=row.id,
            name_zh=row.name_zh,
            name_en=row.name_en,
            unit=row.unit,
            length=row.length,
            start=start,
            raw_end_on=end.raw_end_on,
            due_on=end.due_on,
            provisional=end.provisional,
            sources=tuple(
                s.SourceView(id=x.id.value, instrument=x.instrument_zh, article=x.article, mark=x.mark.value)
                for x in sources
            ),
        )
    )
