"""`docs/errors.md`, `docs/events.md` and the list of what is deprecated, for people, written from the tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from app.domain.errors import CATALOGUE
from app.domain.event_facts import FACTS, Shape
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import ACTIONS, STATES
from app.domain.lifecycle.table import Row
from app.routers import event_schemas
from app.routers.contract_document import ALWAYS
from app.routers.deprecation import DEPRECATIONS, Part, Table, of, section
from app.routers.faults import FIELD_SENTENCES
from app.routers.problems import KINDS, status_of

Document = Mapping[str, Any]

OPENED: Final = "<!-- deprecations -->"
CLOSED: Final = "<!-- /deprecations -->"

_ERRORS_HEAD: Final = """# Errors

Written from `app/domain/errors.py` and the contract by `make generate`; edit those, never this page.

Every refusal is `application/problem+json` (RFC 9457) with a stable `code`. Its `type` is `/problems/` and the code, an
address of the service that tells the same as this page and needs no key. Codes are added, never renamed; pass over one
that you do not know and go by the status. A refusal leaves the `Idempotency-Key` of a write free. After 429, 500, 503
or no answer at all, repeat the request with the same key.
"""

_EVENTS_HEAD: Final = """# Events

Written from the tables in `app/domain/lifecycle` and `app/domain/event_facts.py` by `make generate`; edit those, never
this page.

Every event stands once in the feed of each tenant that may know it (`GET /v1/events`) and, where it happened to a
referral, in its history, with the same id in both. `GET /v1/event-types` serves this catalogue with a JSON Schema of
each type; the contract declares each under `webhooks`, with a real event as its example, which is a description only:
events are not delivered to an address yet. Events are thin: codes, ids, counts and dates, nothing about a person. Types
and facts are added, never renamed; pass over what you do not know.
"""


def errors_page(document: Document) -> str:
    """The catalogue of refusals, by status.

    Args:
        document: The contract, which says which operation refuses with which status.
    """
    parts = [_ERRORS_HEAD]
    statuses = sorted({status_of(code) for code in CATALOGUE})
    for status in statuses:
        codes = [code for code in CATALOGUE if status_of(code) == status]
        kind = KINDS[CATALOGUE[codes[0]].family]
        parts += [f"## {status} {kind.en} {kind.zh}\n", f"{_who(document, status)}\n", _codes(codes)]
    parts += [
        "## Single fields\n",
        "Under `errors` a refusal names fields with codes of the list above or one of these.\n",
        "| Code | 中文 | English |\n|---|---|---|",
    ]
    parts[-1] += "".join(f"\n| `{code}` | {zh} | {en} |" for code, (zh, en) in FIELD_SENTENCES.items())
    return "\n".join(parts) + "\n"


def _who(document: Document, status: int) -> str:
    if status in ALWAYS:
        return "Any operation that needs a key."
    found = [
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
        if str(status) in operation["responses"]
    ]
    if not found:
        return "Any address."
    return f"Operations: {', '.join(f'`{name}`' for name in sorted(found))}."


def _codes(codes: Iterable[str]) -> str:
    lines = ["| Code | 中文 | English | Actions of the lifecycle |", "|---|---|---|---|"]
    lines += [f"| `{code}` | {CATALOGUE[code].zh} | {CATALOGUE[code].en} | {_guarded(code)} |" for code in codes]
    return "\n".join(lines) + "\n"


def _guarded(code: str) -> str:
    """The actions that a guard of this code stands before."""
    actions = dict.fromkeys(row.action.value for row in ROWS if any(guard.code == code for guard in row.guards))
    return ", ".join(f"`{action}`" for action in actions) or "–"


def events_page(table: Table = DEPRECATIONS) -> str:
    """The catalogue of events, by subject word."""
    deprecated = of(table, Part.EVENT_TYPE)
    parts = [_EVENTS_HEAD]
    for event_type, rows in event_schemas.emitted_by().items():
        label = event_schemas.label_of(event_type)
        parts.append(f"## `{event_type}` {label.en} {label.zh}\n")
        if event_type in deprecated:
            parts.append(f"Deprecated since {deprecated[event_type].since}; see {deprecated[event_type].link}.\n")
        parts.append(_emissions(rows) if rows else _of_other_subject(event_type))
    return "\n".join(parts)


def _of_other_subject(event_type: str) -> str:
    shapes = event_schemas.BODIES.get(event_type)
    if shapes is None:
        return "Nothing emits it yet.\n"
    return (
        f"Its subject is a {event_schemas.SUBJECTS[event_type]}: it raises no version of a referral and stands in "
        f"feeds only. `referral_id` and `referral_version` say of which referral and as it was. Under `data`: "
        f"{', '.join(_facts(shapes))}.\n"
    )


def _emissions(rows: tuple[Row, ...]) -> str:
    lines = ["| Action | From | To | By | Facts |", "|---|---|---|---|---|"]
    lines += list(dict.fromkeys(_emission(row) for row in rows))
    return "\n".join(lines) + "\n"


def _emission(row: Row) -> str:
    before = "–" if row.before is None else f"{row.before} {STATES[row.before].zh}"
    facts = ", ".join(_facts(FACTS.get(row.action.value, {}))) or "–"
    action = f"`{row.action}` {ACTIONS[row.action].zh}"
    return f"| {action} | {before} | {row.after} {STATES[row.after].zh} | {', '.join(row.by)} | {facts} |"


def _facts(shapes: Mapping[str, Shape]) -> Iterator[str]:
    for name, shape in shapes.items():
        form = f"code of `{shape.code_list}`" if shape.code_list else shape.form.value
        marks = [form + (" list" if shape.many else "")]
        marks += [] if shape.always else ["not always"]
        marks += ["or null"] if shape.nullable else []
        yield f"`{name}` ({', '.join(marks)})"


def with_deprecations(page: str, table: Table = DEPRECATIONS) -> str:
    """A page with the list of what is deprecated between its markers.

    Raises:
        ValueError: the page has no markers.
    """
    before, opened, rest = page.partition(OPENED)
    _, closed, after = rest.partition(CLOSED)
    if not opened or not closed:
        raise ValueError(f"the page lacks {OPENED} or {CLOSED}")
    return f"{before}{OPENED}\n{section(table)}\n{CLOSED}{after}"
