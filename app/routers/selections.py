"""What a caller asks of a list or of one referral by parameters: filters and order, and what is to be expanded."""

from datetime import date
from typing import Annotated, Final, Literal

from fastapi import Depends, Query
from starlette.requests import Request

from app.domain.access import CourtId, OrganisationId
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Kind, MediationState, Stage, Track
from app.domain.referral import ReferralId, SeriesId
from app.domain.selection import Selection
from app.routers.deps import house_of, path_id
from app.routers.faults import FieldFault
from app.routers.problems import FieldRefusal
from app.routers.schemas.common import (
    CAUSE_LIST,
    BusinessStatus,
    Id,
    LegalDate,
    Priority,
    Short,
    list_address,
)
from app.routers.schemas.numbers import compared_number
from app.routers.schemas.referral import ExpandedView
from app.services.receipts import parts_of_number
from app.services.referral_reads import causes_under

EXPANSIONS: Final = tuple(ExpandedView.model_fields)
"""What `expand` may name."""

_ONE_OF: Final = "|".join(EXPANSIONS)


def selection_of(
    request: Request,
    kind: Annotated[Kind | None, Query(description="How it came about.")] = None,
    track: Annotated[Track | None, Query(description="Its body of procedure.")] = None,
    state: Annotated[MediationState | None, Query(description="State of the mediation region.")] = None,
    stage: Annotated[Stage | None, Query(description="Derived stage.")] = None,
    cause_code: Annotated[Short | None, Query(description="A cause of action, with all below it.")] = None,
    court_id: Annotated[Id | None, Query(description="The court that referred.")] = None,
    organisation_id: Annotated[Id | None, Query(description="The organisation that holds it now.")] = None,
    opened_from: Annotated[LegalDate | None, Query(description="First day of opening, inclusive.")] = None,
    opened_to: Annotated[LegalDate | None, Query(description="Last day of opening, inclusive.")] = None,
    due_before: Annotated[LegalDate | None, Query(description="Some running deadline ends before this day.")] = None,
    number: Annotated[Short | None, Query(description="Its own number, such as `ST2026-0000042`.")] = None,
    case_number: Annotated[Short | None, Query(description="A number of the case, in any form of brackets.")] = None,
    court_reference: Annotated[Short | None, Query(description="The referrer's own key.")] = None,
    priority: Annotated[Priority | None, Query(description="Code of list `priority`.")] = None,
    business_status: Annotated[BusinessStatus | None, Query(description="Code of list `business_status`.")] = None,
    series_id: Annotated[Id | None, Query(description="The series that it belongs to.")] = None,
    dispute_id: Annotated[Id | None, Query(description="The dispute that it belongs to.")] = None,
    sort: Annotated[Literal["-id", "id"], Query(description="`-id` newest first, `id` oldest first.")] = "-id",
) -> Selection:
    """What a list of referrals is narrowed to; refuses an unknown cause or number with `parameter_invalid`."""
    year, serial = (None, None) if number is None else _numbered(number)
    return Selection(
        kind=kind,
        track=track,
        state=state,
        stage=stage,
        cause_codes=None if cause_code is None else _causes(request, cause_code),
        court_id=None if court_id is None else CourtId(court_id),
        organisation_id=None if organisation_id is None else OrganisationId(organisation_id),
        opened_from=opened_from if year is None else max(date(year, 1, 1), opened_from or date.min),
        opened_to=opened_to if year is None else min(date(year, 12, 31), opened_to or date.max),
        due_before=due_before,
        serial=serial,
        case_number=None if case_number is None else compared_number(case_number),
        court_reference=court_reference,
        priority=priority,
        business_status=business_status,
        series_id=None if series_id is None else SeriesId(series_id),
        dispute_id=dispute_id,
        oldest_first=sort == "id",
    )


Selected = Annotated[Selection, Depends(selection_of)]


def _causes(request: Request, code: str) -> frozenset[str]:
    try:
        return causes_under(house_of(request).ports, code)
    except Refusal:
        fault = FieldFault("/cause_code", "unknown_code", list_address(CAUSE_LIST))
        raise FieldRefusal("parameter_invalid", [fault]) from None


def _numbered(number: str) -> tuple[int, int]:
    """Year and serial of a referral's number."""
    parts = parts_of_number(number)
    if parts is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/number", "malformed", "ST2026-0000042")])
    return parts


Expand = Annotated[
    str | None,
    Query(
        description=f"Parts to be put into `expanded`, separated by commas: {', '.join(EXPANSIONS)}.",
        json_schema_extra={"pattern": f"^({_ONE_OF})(,({_ONE_OF}))*$"},
    ),
]


def expansions_of(expand: str | None) -> frozenset[str]:
    """The parts that are to be expanded; refuses with `parameter_invalid` what is none."""
    wanted = frozenset() if expand is None else frozenset(expand.split(","))
    if not wanted <= frozenset(EXPANSIONS):
        raise FieldRefusal("parameter_invalid", [FieldFault("/expand", "not_in_list", ", ".join(EXPANSIONS))])
    return wanted


def cursor_of(after: str | None) -> ReferralId | None:
    """The referral behind which a page begins; refuses with `cursor_invalid` what is no id."""
    if after is None:
        return None
    try:
        return ReferralId(path_id(after))
    except Refusal:
        raise Refusal("cursor_invalid", pointer="/after") from None
