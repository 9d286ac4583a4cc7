"""What is on its way out: told once in the table below; headers, contract, event catalogue and documents follow it.

An operation tells it with every answer: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and links. A field or a type of
event has no answer of its own; it is marked in the contract and in the catalogue of events, and listed in docs/api.md.
Within v1 nothing is removed, so a sunset day names the end of v1 for what it stands beside, never an earlier one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from enum import StrEnum
from typing import Any, Final

from app.routers.limits import Headers

PAGE: Final = "docs/api.md"


class Part(StrEnum):
    """Parts of the contract that can be deprecated."""

    OPERATION = "operation"
    FIELD = "field"
    EVENT_TYPE = "event_type"


@dataclass(frozen=True, slots=True)
class Deprecated:
    """One line of the table.

    Attributes:
        part: What kind of thing it is.
        name: Operation id, `Schema.field`, or type of event.
        since: First day on which it is deprecated.
        replacement: What to use instead, in the same words as `name`, or a sentence.
        link: Address of a page that says more.
        sunset: Day from which it may no longer answer; None while none is set.
    """

    part: Part
    name: str
    since: date
    replacement: str
    link: str
    sunset: date | None = None


Table = tuple[Deprecated, ...]

DEPRECATIONS: Final[Table] = ()
"""The table. Nothing is deprecated."""


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def headers_of(row: Deprecated) -> Headers:
    """What every answer of a deprecated operation tells."""
    told = [(b"deprecation", f"@{int(_midnight(row.since).timestamp())}".encode())]
    links = [f'<{row.link}>; rel="deprecation"']
    if row.sunset is not None:
        told.append((b"sunset", format_datetime(_midnight(row.sunset), usegmt=True).encode()))
        links.append(f'<{row.link}>; rel="sunset"')
    told += [(b"link", link.encode()) for link in links]
    return tuple(told)


def of(table: Table, part: Part) -> dict[str, Deprecated]:
    """The lines about one kind of thing, by name."""
    return {row.name: row for row in table if row.part is part}


def notices(table: Table, routes: Iterable[Any]) -> dict[tuple[str, str], Headers]:
    """Headers by method and template of the address.

    Args:
        table: What is deprecated.
        routes: The application's routes.

    Raises:
        ValueError: the table names an operation that no route has.
    """
    operations = of(table, Part.OPERATION)
    found: dict[tuple[str, str], Headers] = {}
    named: set[str] = set()
    for route in routes:
        row = operations.get(getattr(route, "operation_id", None) or "")
        if row is not None:
            named.add(row.name)
            found |= {(method, route.path): headers_of(row) for method in route.methods}
    if named != set(operations):
        raise ValueError(f"no such operation: {sorted(set(operations) - named)}")
    return found


def mark(document: dict[str, Any], table: Table) -> None:
    """Put `deprecated: true` and what to use instead into the contract, in place.

    Raises:
        ValueError: the table names something that the contract does not have.
    """
    operations = {
        operation.get("operationId"): operation for path in document["paths"].values() for operation in path.values()
    }
    schemas, events = document["components"]["schemas"], document["webhooks"]
    for row in table:
        if row.part is Part.OPERATION:
            found = operations.get(row.name)
        elif row.part is Part.EVENT_TYPE:
            found = events.get(row.name, {}).get("post")
        else:
            model, _, field = row.name.partition(".")
            found = schemas.get(model, {}).get("properties", {}).get(field)
        if found is None:
            raise ValueError(f"no such {row.part}: {row.name}")
        _note(found, row)


def _note(found: dict[str, Any], row: Deprecated) -> None:
    found["deprecated"] = True
    until = "" if row.sunset is None else f", until {row.sunset.isoformat()}"
    told = f"Deprecated since {row.since.isoformat()}{until}; use {row.replacement} instead. See {row.link}."
    found["description"] = f"{found.get('description', '')}\n\n{told}".strip()


def section(table: Table) -> str:
    """The table as Markdown, for people."""
    if not table:
        return "Nothing is deprecated."
    rows = [
        f"| {row.part.value.replace('_', ' ')} | `{row.name}` | {row.since.isoformat()} "
        f"| {'–' if row.sunset is None else row.sunset.isoformat()} | {row.replacement} | <{row.link}> |"
        for row in table
    ]
    head = ["| What | Name | Since | Sunset | Instead | More |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows])


def names(rows: Mapping[str, Deprecated], name: str) -> dict[str, Any] | None:
    """One line as JSON, for the catalogue of events; None for what is not deprecated."""
    row = rows.get(name)
    if row is None:
        return None
    return {"since": row.since, "sunset": row.sunset, "replacement": row.replacement, "link": row.link}
