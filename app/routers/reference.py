"""What every caller may look up: who it is, the lifecycle's tables, code lists, due dates."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.deadlines import due
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import ACTIONS, MACHINES, STATES, Label
from app.domain.lifecycle.table import Row
from app.domain.periods import RULES, RuleId
from app.domain.sources import SOURCES
from app.domain.switches import SWITCHES
from app.routers import event_schemas
from app.routers.contract import reading
from app.routers.deprecation import Part, names, of
from app.routers.deps import house_of, principal_of
from app.routers.problems import wanted_language
from app.routers.replies import shown
from app.routers.schemas import reference as s
from app.routers.schemas.common import LegalDate
from app.routers.schemas.registry import MeView

router = APIRouter(tags=["reference"], dependencies=[Depends(principal_of)])


@router.get("/v1/me", **reading("get_me", "Whom does this key stand for?", MeView))
async def get_me(principal: Annotated[Principal, Depends(principal_of)]) -> Response:
    """Client, tenant, its kind, and what the key may do."""
    scopes = tuple(sorted(principal.scopes))
    return shown(
        MeView(client_id=principal.client_id, tenant_id=principal.tenant_id, kind=principal.kind, scopes=scopes)
    )


@router.get("/v1/lifecycle", **reading("get_lifecycle", "Read the tables that decide", s.LifecycleView, labelled=True))
async def get_lifecycle(request: Request) -> Response:
    """Every arrow: who may take it, from where to where, under which conditions, on which legal ground.

    `switches` are the rules that were not read in their own text; those that are off start no clock and refuse nothing.
    """
    language = wanted_language(request)
    off = house_of(request).ports.book().rules_off
    switches = tuple(
        s.SwitchView(id=each.id, zh=each.zh, en=each.en, mark=each.mark.value, off=each.id in off)
        for each in SWITCHES.values()
    )
    rows = tuple(_row(row, language) for row in ROWS)
    return shown(s.LifecycleView(rows=rows, switches=switches), language=language)


def _row(row: Row, language: str) -> s.RowView:
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
            "labels": {
                "machine": _named(MACHINES[row.machine], language),
                "action": _named(ACTIONS[row.action], language),
                "before": None if row.before is None else _named(STATES[row.before], language),
                "after": _named(STATES[row.after], language),
                "event": _named(event_schemas.label_of(row.event), language),
            },
            "sources": row.sources,
            "tracks": row.tracks,
            "kinds": row.kinds,
        }
    )


def _named(label: Label, language: str) -> str:
    return label.zh if language == "zh" else label.en


@router.get(
    "/v1/event-types",
    **reading("list_event_types", "Which events are there, when, and of what form?", s.EventTypeList, labelled=True),
)
async def list_event_types(request: Request) -> Response:
    """Every type with its names, the arrows of the lifecycle that emit it, and a JSON Schema of the event."""
    language = wanted_language(request)
    deprecated = of(request.app.state.deprecations, Part.EVENT_TYPE)
    schemas = event_schemas.schemas()
    items = [
        s.EventTypeView.model_validate(
            {
                "type": event_type,
                **_label(event_schemas.label_of(event_type), language),
                "subject": event_schemas.SUBJECTS.get(event_type, "referral"),
                "emitted": [_emission(row, language) for row in rows],
                "deprecated": names(deprecated, event_type),
                "event_schema": schemas[event_type],
            }
        )
        for event_type, rows in event_schemas.emitted_by().items()
    ]
    return shown(s.EventTypeList(items=tuple(items)), language=language)


def _label(label: Label, language: str) -> dict[str, str]:
    return {"zh": label.zh, "en": label.en, "label": _named(label, language)}


def _emission(row: Row, language: str) -> dict[str, Any]:
    return {
        "machine": row.machine,
        "action": row.action,
        "action_label": _named(ACTIONS[row.action], language),
        "before": row.before,
        "before_label": None if row.before is None else _named(STATES[row.before], language),
        "after": row.after,
        "after_label": _named(STATES[row.after], language),
        "by": row.by,
        "tracks": row.tracks,
        "kinds": row.kinds,
    }


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
