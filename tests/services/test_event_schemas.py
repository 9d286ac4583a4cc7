"""What events promise of their facts is what the lifecycle writes: names and types, over random courses."""

from datetime import date
from uuid import UUID

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant

from app.domain.commands import RecomputeDeadlines, Reopen
from app.domain.event_facts import COUNT, DATE, FACTS, FLAG, ID, TEXT, WORD
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.routers import event_schemas
from app.services.history import item_of
from tests.api.contract_check import closed
from tests.api.quick_schema import QuickSchema
from tests.domain import courses as k
from tests.domain.stands import stand
from tests.domain.test_lifecycle_courses import RandomCourse
from tests.each import each
from tests.examples import keep_event, keeping

SHAPES = {"ID": ID, "DATE": DATE, "FLAG": FLAG, "COUNT": COUNT, "WORD": WORD, "TEXT": TEXT}


def of_form(parse, value):
    try:
        parse(value)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def suggested(value):
    """The shape that a fact seems to have, as it would be written in the table."""
    if isinstance(value, list):
        return f"many({suggested(value[0]) if value else 'ID'})"
    if isinstance(value, bool):
        return "FLAG"
    if isinstance(value, int):
        return "COUNT"
    if value is None:
        return "or_null(…)"
    forms = (("ID", UUID), ("DATE", date.fromisoformat))
    return next((name for name, parse in forms if of_form(parse, value)), "WORD or code(…)")


def row_for(action, facts):
    pairs = ", ".join(f'"{name}": {suggested(value)}' for name, value in facts.items())
    return f'put this into FACTS of app/domain/event_facts.py, and look at it: "{action}": {{{pairs}}},'


SCHEMAS = event_schemas.schemas()
VALIDATORS = {event_type: QuickSchema(closed(schema), {}) for event_type, schema in SCHEMAS.items()}


class PromisedFacts(RandomCourse):
    """The same courses, with an eye on what events carry."""

    @invariant()
    def every_event_is_what_its_type_promises(self) -> None:
        if not self.events:
            return
        item = item_of(self.events[-1], position=1)
        action, facts = item["data"]["action"], item["data"]["facts"]
        assert action in FACTS, row_for(action, facts)
        assert VALIDATORS[item["type"]].faults(item) == [], row_for(action, facts)
        if keeping():
            keep_event(item, VALIDATORS[item["type"]])


@pytest.mark.parametrize(
    ("name", "command", "actor"),
    [
        ("provisional", RecomputeDeadlines(), k.CLOCK),
        ("unreached_closed", Reopen(reason="closed_by_mistake", explanation="x"), k.COURT),
    ],
)
def test_what_random_courses_seldom_meet_is_what_its_type_promises(name, command, actor):
    """They run while the notices of their year are loaded, and what is closed is seldom taken up again."""
    course = stand(name, "pre_2022")
    _, fact = apply(course.at, command, actor, course.now, course.book, course.mint)
    item = item_of(event_of(fact, course.at, None, course.mint(), course.now.instant), position=1)

    assert VALIDATORS[item["type"]].faults(item) == []
    if keeping():
        keep_event(item, VALIDATORS[item["type"]])


TestPromisedFacts = PromisedFacts.TestCase
TestPromisedFacts.settings = settings(
    max_examples=25, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@each("event_type", sorted(VALIDATORS))
def test_every_schema_of_an_event_is_a_schema_and_stands_alone(event_type):
    schema = SCHEMAS[event_type]

    assert jsonschema_rs.meta.is_valid(schema)
    assert "$ref" not in str(schema)
    assert schema["properties"]["type"]["const"] == event_type
