"""Dated reference data: code lists, causes, tracks and bodies of rules, codes of courts and of regions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from app.domain.causes import CauseTree, CauseVersion
from app.domain.codes import CODE_LISTS, Code
from app.domain.errors import Refusal
from app.domain.places import CourtCode, Region
from app.domain.tracks import Ground, TrackTable
from app.routers.contract import reading
from app.routers.deps import bounded_limit, house_of, principal_of
from app.routers.problems import wanted_language
from app.routers.replies import next_page, shown
from app.routers.schemas import reference as s
from app.routers.schemas.common import CAUSE_LIST, LegalDate, Name
from app.services import reference

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200
NO_TRACKS: Final = TrackTable({}, {}, {}, ())
COURT_CODE: Final = "^(最高法|[一-龥][0-9]{0,4})$"

T = TypeVar("T", CourtCode, Region)
On = Annotated[LegalDate | None, Query(description="Only what holds on this day; absent: all, ended ones included.")]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most codes on the page.")]

router = APIRouter(tags=["reference"], dependencies=[Depends(principal_of)])


@router.get("/v1/code-lists", **reading("list_code_lists", "Which code lists are there?", s.CodeListNames))
async def list_code_lists() -> Response:
    """Names of all lists. Lists grow; a code is never renamed."""
    return shown(s.CodeListNames(items=(*CODE_LISTS, CAUSE_LIST)))


@router.get(
    "/v1/code-lists/{name}", **reading("get_code_list", "Read one code list", s.CodeListView, one=True, labelled=True)
)
async def get_code_list(
    request: Request, name: Annotated[str, Path(description="Name of the list.", max_length=60)], on: On = None
) -> Response:
    """Codes with their labels in Chinese and English. English labels of causes 案由 are ours: none is official."""
    language = wanted_language(request)
    if name == CAUSE_LIST:
        ports = house_of(request).ports
        codes = _causes(ports.book().causes, ports.hints().cause_versions)
    elif name in CODE_LISTS:
        codes = CODE_LISTS[name]
    else:
        raise Refusal("not_found")
    shown_codes = [_code(code, language) for code in codes if on is None or code.valid_on(on)]
    return shown(s.CodeListView(name=name, codes=tuple(shown_codes)), language=language)


def _causes(tree: CauseTree, versions: Sequence[CauseVersion]) -> Sequence[Code]:
    """The list of causes with the days of its version."""
    days = next(((row.valid_from, row.valid_to) for row in versions if row.version == tree.version), (None, None))
    return [Code(cause.code, cause.name, cause.en, (), *days) for cause in tree.causes.values()]


def _code(code: Code, language: str) -> s.CodeView:
    return s.CodeView(
        code=code.code,
        zh=code.zh,
        en=code.en,
        label=code.zh if language == "zh" else code.en or code.zh,
        valid_from=code.valid_from,
        valid_to=code.valid_to,
        sources=tuple(code.sources),
        note=code.note,
    )


@router.get("/v1/tracks", **reading("get_tracks", "Which tracks and bodies of rules are there?", s.TracksView))
async def get_tracks(request: Request, on: On = None) -> Response:
    """Tracks, bodies of rules, what each body may do on each track, and the causes that a body may not take."""
    table = house_of(request).ports.book().tracks or NO_TRACKS
    rows: Mapping[str, Iterable[Any]] = {
        "tracks": table.tracks.values(),
        "bodies": table.bodies.values(),
        "cells": [row for rows in table.cells.values() for row in rows],
        "excluded_causes": table.exclusions,
    }
    views = {
        name: [_dated(row) for row in found if on is None or row.ground.covers(on)] for name, found in rows.items()
    }
    return shown(s.TracksView.model_validate(views))


def _dated(row: Any) -> dict[str, Any]:
    """A row with its ground spread out beside its own fields; sets in a stable order."""
    own = {name: getattr(row, name) for name in row.__slots__ if name != "ground"}
    for name, value in own.items():
        if isinstance(value, frozenset):
            own[name] = sorted(value)
    return {**own, **_ground(row.ground)}


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "valid_from": ground.valid_from,
        "valid_to": ground.valid_to,
        "sources": ground.sources,
        "mark": ground.mark.value,
        "note": ground.note,
    }


@router.get("/v1/court-codes", **reading("list_court_codes", "Which court has this code?", s.CourtCodePage, paged=True))
async def list_court_codes(
    request: Request,
    code: Annotated[str | None, Query(description="法院代字, such as `京0105`.", pattern=COURT_CODE)] = None,
    name: Annotated[Name | None, Query(description="A court's full name.")] = None,
    on: On = None,
    after: Annotated[str | None, Query(description="`next` of the page before.", pattern=COURT_CODE)] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Codes as published case numbers show them. No complete list is published: a missing code is not a wrong one."""
    ports, bound = house_of(request).ports, bounded_limit(request, limit)
    rows = await reference.court_codes(ports, code=code, name=name, after=after, limit=bound + 1)
    groups, following = _page(rows, bound)
    items = [
        s.CourtCodeView(
            code=row.code,
            name=row.name,
            level=row.level,
            region_code=row.region_code,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            source=row.source,
        )
        for group in groups
        for row in group
        if _holds(row, on)
    ]
    return shown(s.CourtCodePage(items=tuple(items), next=following), headers=next_page(request, following))


@router.get("/v1/regions", **reading("list_regions", "Which region has this code?", s.RegionPage, paged=True))
async def list_regions(
    request: Request,
    prefix: Annotated[str, Query(description="First digits of the code.", pattern="^[0-9]{0,6}$")] = "",
    on: On = None,
    after: Annotated[str | None, Query(description="`next` of the page before.", pattern="^[0-9]{6}$")] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Codes of GB/T 2260 with every name they had, abolished ones included: they stay valid in identity numbers."""
    ports, bound = house_of(request).ports, bounded_limit(request, limit)
    rows = await reference.regions(ports, prefix=prefix, after=after, limit=bound + 1)
    groups, following = _page(rows, bound)
    named = [[row for row in group if _holds(row, on)] for group in groups]
    items = [_region(group) for group in named if group]
    return shown(s.RegionPage(items=tuple(items), next=following), headers=next_page(request, following))


def _region(rows: Sequence[Region]) -> s.RegionView:
    names = [s.RegionNameView(name=row.name, valid_from=row.valid_from, valid_to=row.valid_to) for row in rows]
    return s.RegionView(code=rows[0].code, level=rows[0].level, names=tuple(names))


def _holds(row: CourtCode | Region, on: date | None) -> bool:
    return on is None or row.valid_on(on)


def _page(rows: Sequence[T], limit: int) -> tuple[list[list[T]], str | None]:
    """The rows of the first `limit` codes, by code, and the code behind which the next page begins."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.code)]
    return groups[:limit], groups[limit - 1][0].code if len(groups) > limit else None
