"""JSON Schemas of events, one a type, made from the tables of the lifecycle: the contract's webhooks and components.

The envelope is the same for all; the body says which action it was, between which states, and what its facts are.
Nothing in this module runs while a request is answered, except that the catalogue is served from what it made.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from app.domain import approaching, parked
from app.domain.access import ActorRole
from app.domain.event_facts import FACTS, Form, Shape
from app.domain.event_labels import EVENTS
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import Label
from app.domain.lifecycle.states import EventType, Kind, Stage, Track
from app.domain.lifecycle.table import Row

REF: Final = "#/components/schemas/{name}"
Schema = dict[str, Any]

_LATER: Final = frozenset({"also", "referring_body_id"})
"""Members that events recorded before they were thought of do not have."""

_TEXT: Final[Schema] = {"type": "string"}
_ID: Final[Schema] = {"type": "string", "format": "uuid"}
_DATE: Final[Schema] = {"type": "string", "format": "date"}
_INSTANT: Final[Schema] = {"type": "string", "format": "date-time"}
_FORMS: Final[Mapping[Form, Schema]] = {
    Form.ID: _ID,
    Form.DATE: _DATE,
    Form.CODE: {"type": "string", "pattern": "^[a-z0-9_]+$"},
    Form.TEXT: _TEXT,
    Form.FLAG: {"type": "boolean"},
    Form.COUNT: {"type": "integer", "minimum": 0},
    Form.MONEY: {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,15})(\.[0-9]{1,2})?$"},
}


def camel(name: str) -> str:
    """`referral.taken_back` as `ReferralTakenBack`."""
    return "".join(part.capitalize() for part in name.replace(".", "_").split("_"))


def event_name(event_type: str) -> str:
    """Name of the schema of a whole event."""
    return f"{camel(event_type)}Event"


@cache
def emitted_by() -> dict[str, tuple[Row, ...]]:
    """The arrows that emit each type, in the order of the tables; empty for a type that nothing emits."""
    return {event.value: tuple(row for row in ROWS if row.event is event) for event in EventType}


def label_of(event_type: str) -> Label:
    """Its names; the code itself where it has none yet."""
    return EVENTS.get(event_type, Label(event_type, event_type))


BODIES: Final[Mapping[str, Mapping[str, Shape]]] = {
    EventType.DEADLINE_APPROACHING.value: approaching.BODY,
    EventType.DELIVERY_PARKED.value: parked.BODY,
}
"""What stands under `data` in events whose subject is not the referral itself, by type."""

SUBJECTS: Final[Mapping[str, str]] = {
    EventType.DEADLINE_APPROACHING.value: approaching.SUBJECT,
    EventType.DELIVERY_PARKED.value: parked.SUBJECT,
}
"""Subjects of those types; the subject of every other is the referral."""


def components() -> dict[str, Schema]:
    """All schemas of events by name: events, bodies by action, facts by action."""
    found: dict[str, Schema] = {}
    for event_type, rows in emitted_by().items():
        found[event_name(event_type)] = _event(event_type, rows)
        for action in _actions(rows):
            found[_body_name(event_type, action)] = _body([row for row in rows if row.action.value == action])
            found[_facts_name(action)] = facts_schema(action)
    for event_type, shapes in BODIES.items():
        found[f"{camel(event_type)}Data"] = _object(f"{camel(event_type)}Data", shapes)
    return found


@cache
def schemas() -> dict[str, Schema]:
    """The schema of every type on its own, without references."""
    known = components()
    return {
        event_type: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_inlined(known[event_name(event_type)], known),
        }
        for event_type in emitted_by()
    }


def _inlined(value: Any, known: Mapping[str, Schema]) -> Any:
    """A schema with what it refers to in its place; no schema here contains itself."""
    if isinstance(value, list):
        return [_inlined(item, known) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        return _inlined(known[value["$ref"].rsplit("/", 1)[1]], known)
    return {name: _inlined(item, known) for name, item in value.items() if name != "discriminator"}


def facts_schema(action: str) -> Schema:
    """What stands under `facts`; without promises for an action that the table does not have."""
    shapes = FACTS.get(action)
    if shapes is None:
        return {"type": "object", "title": _facts_name(action)}
    return _object(_facts_name(action), shapes)


def _object(title: str, shapes: Mapping[str, Shape]) -> Schema:
    schema: Schema = {
        "type": "object",
        "title": title,
        "properties": {name: _shape(shape) for name, shape in shapes.items()},
    }
    required = [name for name, shape in shapes.items() if shape.always]
    return {**schema, "required": required} if required else schema


def _shape(shape: Shape) -> Schema:
    schema: Schema = dict(_FORMS[shape.form])
    if shape.code_list is not None:
        schema["description"] = f"Code of the list `{shape.code_list}`; lists grow."
    if shape.many:
        schema = {"type": "array", "items": schema}
    return {"anyOf": [schema, {"type": "null"}]} if shape.nullable else schema


def _actions(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.action.value for row in rows))


def _body_name(event_type: str, action: str) -> str:
    return f"{camel(event_type)}By{camel(action)}"


def _facts_name(action: str) -> str:
    return f"{camel(action)}Facts"


def _event(event_type: str, rows: tuple[Row, ...]) -> Schema:
    label = label_of(event_type)
    properties: Schema = {
        "id": {**_ID, "description": "The same in feed, history and webhook; drop what you have seen."},
        "position": {
            "type": "integer",
            "minimum": 1,
            "description": "Place in your feed, dense from 1; a history has none.",
        },
        "type": {"type": "string", "const": event_type},
        "referral_id": _ID,
        "referral_version": {"type": "integer", "minimum": 1, "description": "Equals the ETag after the event."},
        "occurred_on": {**_DATE, "description": "Legal date."},
        "occurred_at": {**_INSTANT, "description": "Instant on the legal clock."},
        "recorded_at": {**_INSTANT, "description": "Instant on the system clock."},
        "actor_role": {"type": "string", "enum": [role.value for role in ActorRole]},
        "data": _data(event_type, rows),
        "links": {
            "type": "object",
            "title": "Links",
            "properties": {"referral": _TEXT},
            "required": ["referral"],
        },
    }
    return {
        "type": "object",
        "title": event_name(event_type),
        "description": f"{label.en} {label.zh}.",
        "properties": properties,
        "required": [name for name in properties if name != "position"],
    }


def _data(event_type: str, rows: tuple[Row, ...]) -> Schema:
    by_action = {action: REF.format(name=_body_name(event_type, action)) for action in _actions(rows)}
    if event_type in BODIES:
        return {"$ref": REF.format(name=f"{camel(event_type)}Data")}
    if not by_action:
        return {"type": "object"}
    if len(by_action) == 1:
        return {"$ref": next(iter(by_action.values()))}
    return {
        "oneOf": [{"$ref": ref} for ref in by_action.values()],
        "discriminator": {"propertyName": "action", "mapping": by_action},
    }


def _body(rows: list[Row]) -> Schema:
    """The body of the events of one action and type."""
    action = rows[0].action.value
    befores = tuple(dict.fromkeys(row.before for row in rows))
    properties: Schema = {
        "action": {"type": "string", "const": action},
        "kind": {"type": "string", "enum": [kind.value for kind in Kind if any(kind in row.kinds for row in rows)]},
        "track": {"type": "string", "enum": [track.value for track in Track if any(track in r.tracks for r in rows)]},
        "machine": _words(row.machine.value for row in rows),
        "procedure_id": {"anyOf": [_ID, {"type": "null"}]},
        "state_before": _before(befores),
        "state_after": _words(row.after for row in rows),
        "stage": {"type": "string", "enum": [stage.value for stage in Stage]},
        "sources": {"type": "array", "items": _TEXT, "description": "Legal sources of the step."},
        "facts": {"$ref": REF.format(name=_facts_name(action))},
        "due": {
            "type": "object",
            "additionalProperties": _DATE,
            "description": "Last days of the periods that run, by rule.",
        },
        "also": {
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "New states of what else moved with this step: regions by name, procedures by id.",
        },
        "court_id": {"anyOf": [_ID, {"type": "null"}]},
        "referring_body_id": {"anyOf": [_ID, {"type": "null"}]},
        "on_behalf_of": {
            "anyOf": [
                {
                    "type": "object",
                    "title": "Represented",
                    "properties": {"role": _TEXT, "id": {"anyOf": [_ID, {"type": "null"}]}},
                    "required": ["role", "id"],
                },
                {"type": "null"},
            ]
        },
    }
    name = _body_name(rows[0].event.value, action)
    required = [field for field in properties if field not in _LATER]
    return {"type": "object", "title": name, "properties": properties, "required": required}


def _words(values: Any) -> Schema:
    return {"type": "string", "enum": list(dict.fromkeys(str(value) for value in values))}


def _before(befores: tuple[str | None, ...]) -> Schema:
    """The state before; null where the region or procedure opens."""
    known = [str(state) for state in befores if state is not None]
    if not known:
        return {"type": "null"}
    word = {"type": "string", "enum": known}
    return {"anyOf": [word, {"type": "null"}]} if None in befores else word
