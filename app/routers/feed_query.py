"""What may be asked of the feed: its parameters, as they are read and as the contract has them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request
from starlette.datastructures import QueryParams

from app.domain.access import TenantId
from app.domain.feed import EVERYTHING, SIFTED_MAX, FeedFilter
from app.domain.lifecycle.event_types import EventType
from app.routers.deps import require_known_parameters
from app.routers.faults import FieldFault
from app.routers.problems import FieldRefusal
from app.routers.schemas.common import FIRST_YEAR, ID_FORM, INSTANT_FORM, LAST_YEAR, YEARS_FORM

LIMIT_MAX: Final = 500
LIMIT_DEFAULT: Final = 100
WAIT_SECONDS_MAX: Final = 30
TYPES_MAX: Final = 50
EVENT_TYPES_ADDRESS: Final = "GET /v1/event-types"

_NUMBER: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", re.ASCII)
_WHOLE_NUMBER: Final = re.compile(r"[0-9]{1,6}", re.ASCII)
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", re.ASCII)

_FILTERS: Final[list[dict[str, Any]]] = [
    {
        "name": "type",
        "in": "query",
        "required": False,
        "description": "Only events of this type, such as `referral.accepted`, or of one noun, such as `referral.*`; "
        f"may be repeated. At most {SIFTED_MAX} entries are looked at for one answer, so with a filter it can be "
        "empty while `has_more` is true; `next` tells how far was looked.",
        "schema": {
            "type": "array",
            "items": {"type": "string", "pattern": "^[a-z_]+\\.([a-z_]+|\\*)$"},
            "maxItems": TYPES_MAX,
        },
        "style": "form",
        "explode": True,
        "example": ["referral.*"],
    },
    {
        "name": "court_id",
        "in": "query",
        "required": False,
        "description": "Only events that this court received too.",
        "schema": {"type": "string", "format": "uuid"},
    },
    {
        "name": "organisation_id",
        "in": "query",
        "required": False,
        "description": "Only events that this organisation received too: as holder, as the body above it, at a "
        "handover as the one before.",
        "schema": {"type": "string", "format": "uuid"},
    },
]
PARAMETERS: Final[list[dict[str, Any]]] = [
    {
        "name": "after",
        "in": "query",
        "required": False,
        "description": "`next` of your last answer; absent: from the first event of your feed that is kept.",
        "schema": {"type": "string"},
    },
    {
        "name": "since",
        "in": "query",
        "required": False,
        "description": "Instead of a cursor: everything recorded at this instant or later, and up to a minute earlier.",
        "schema": {"type": "string", "format": "date-time"},
    },
    {
        "name": "limit",
        "in": "query",
        "required": False,
        "description": "Most events in the answer; a deployment may set a lower bound.",
        "schema": {"type": "integer", "minimum": 1, "maximum": LIMIT_MAX, "default": LIMIT_DEFAULT},
    },
    {
        "name": "wait",
        "in": "query",
        "required": False,
        "description": "Seconds to wait for the first event where there is none; then the page is empty. A stream "
        "knows no such parameter.",
        "schema": {"type": "number", "minimum": 0, "maximum": WAIT_SECONDS_MAX, "default": 0},
    },
    *_FILTERS,
]
NAMES: Final = frozenset(str(parameter["name"]) for parameter in PARAMETERS)
_FILTER_NAMES: Final = frozenset(str(parameter["name"]) for parameter in _FILTERS)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; see `PARAMETERS`. `filter_query` repeats the filter for an address."""

    after: str | None
    since: datetime | None
    limit: int
    wait: float
    wanted: FeedFilter
    filter_query: str


def require_known(request: Request, known: frozenset[str]) -> None:
    """Refuse names that are not known, and those given twice that may not be. Almost always there is nothing to say."""
    names = [name for name, _ in request.query_params.multi_items()]
    if len(set(names)) != len(names) or not known.issuperset(names):
        require_known_parameters(request, known, repeated=frozenset({"type"}))


def asked_of(given: QueryParams) -> Asked:
    """The parameters, each checked; refuses with `parameter_invalid`."""
    after, since = given.get("after"), given.get("since")
    if after is not None and since is not None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/since", "inconsistent", "after or since")])
    wanted, filter_query = EVERYTHING, ""
    if not _FILTER_NAMES.isdisjoint(given):
        wanted = filter_of(given.getlist("type"), given.get("court_id"), given.get("organisation_id"))
        kept = [(name, value) for name, value in given.multi_items() if name in _FILTER_NAMES]
        filter_query = f"&{urlencode(kept)}"
    return Asked(
        after,
        None if since is None else instant_of(since),
        _limit(given.get("limit")),
        _wait_seconds(given.get("wait")),
        wanted,
        filter_query,
    )


def filter_of(types: list[str], court_id: str | None, organisation_id: str | None) -> FeedFilter:
    """A filter; refuses with `parameter_invalid` types that there are not and ids that are none."""
    if len(types) > TYPES_MAX:
        raise FieldRefusal("parameter_invalid", [FieldFault("/type", "too_long", f"at most {TYPES_MAX}")])
    if not known_types().issuperset(types):
        raise FieldRefusal("parameter_invalid", [FieldFault("/type", "unknown_code", EVENT_TYPES_ADDRESS)])
    return FeedFilter(tuple(dict.fromkeys(types)), _id("/court_id", court_id), _id("/organisation_id", organisation_id))


@lru_cache(maxsize=1)
def known_types() -> frozenset[str]:
    """Every type of event, and every noun with a star."""
    types = [event_type.value for event_type in EventType]
    return frozenset([*types, *(f"{value.partition('.')[0]}.*" for value in types)])


def instant_of(text: str) -> datetime:
    """An instant of the query, whose plus sign may have become a space; refuses with `parameter_invalid`."""
    written = text.replace(" ", "+")
    try:
        instant = datetime.fromisoformat(written) if _INSTANT.fullmatch(written) else None
    except ValueError:
        instant = None
    if instant is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/since", "malformed", INSTANT_FORM)])
    if not FIRST_YEAR < instant.year < LAST_YEAR:
        raise FieldRefusal("parameter_invalid", [FieldFault("/since", "out_of_range", YEARS_FORM)])
    return instant.astimezone(UTC)


def _id(pointer: str, text: str | None) -> TenantId | None:
    if text is None:
        return None
    if _UUID.fullmatch(text) is None:
        raise FieldRefusal("parameter_invalid", [FieldFault(pointer, "malformed", ID_FORM)])
    return TenantId(UUID(text))


def _limit(text: str | None) -> int:
    if text is None:
        return LIMIT_DEFAULT
    if _WHOLE_NUMBER.fullmatch(text) is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/limit", "malformed", "whole number")])
    if not 1 <= int(text) <= LIMIT_MAX:
        raise FieldRefusal("parameter_invalid", [FieldFault("/limit", "out_of_range", f"1 to {LIMIT_MAX}")])
    return int(text)


def _wait_seconds(text: str | None) -> float:
    if text is None:
        return 0.0
    if _NUMBER.fullmatch(text) is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/wait", "malformed", "seconds")])
    if float(text) > WAIT_SECONDS_MAX:
        raise FieldRefusal("parameter_invalid", [FieldFault("/wait", "out_of_range", f"at most {WAIT_SECONDS_MAX}")])
    return float(text)
