"""What events carry of each action stands in one table, whole, with codes that can be read and names in two languages.

That events keep to it is tested with their schemas, in `tests/services/test_event_schemas.py`.
"""

from app.domain.codes import CODE_LISTS
from app.domain.event_facts import FACTS
from app.domain.event_labels import EVENTS
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.states import EventType
from tests.each import each

ACTIONS = sorted({row.action.value for row in ROWS})


@each("action", ACTIONS)
def test_every_action_says_what_its_events_carry(action):
    assert action in FACTS, f'"{action}" is not in FACTS of app/domain/event_facts.py; see its effect, {{}} for nothing'


def test_the_table_names_no_action_that_is_not_there():
    assert set(FACTS) <= set(ACTIONS)


def test_every_code_of_a_fact_comes_from_a_list_that_can_be_read():
    named = {shape.code_list for shapes in FACTS.values() for shape in shapes.values() if shape.code_list}

    assert named <= set(CODE_LISTS)


def test_every_type_of_event_has_its_names_in_two_languages():
    assert {each.value for each in EventType} == set(EVENTS), "name it in app/domain/event_labels.py"
    assert all(label.zh and label.en for label in EVENTS.values())
