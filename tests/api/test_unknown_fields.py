"""An unknown field is answered with the names that may be meant, and never with what was sent."""

import pytest

from app.routers.names import NEAREST_MAX, names_near
from app.routers.registry_changes import CHANGING
from app.routers.requests import heard
from app.routers.schemas.opening import Opening
from app.routers.schemas.registry import CourtRequest
from tests.factories import NOW

SENT = "张三110105"


def fault(becomes, body):
    faults = [x for x in heard(becomes, body, NOW, frozenset()).faults if x.code == "unknown_field"]
    return faults[0].pointer, faults[0].expected


def test_what_is_nearly_right_is_answered_with_what_is_right():
    party = {"role": "applicant", "kind": "natural_person", "name": "x", "idnumber": SENT}
    begun = {"action": "start", "identites": []}
    check = {"action": "start", "identities": [{"party_id": "x", "id_numbr": SENT}]}

    assert fault("opening", {"action": "delegate", "parties": [party]}) == ("/parties/0/idnumber", "id_number")
    assert fault("transition", begun) == ("/identites", "identities")
    assert fault("transition", check) == ("/identities/0/id_numbr", "id_number")
    assert fault("procedure", {"action": "accept_application", "casenumber": SENT}) == ("/casenumber", "case_number")


def test_what_is_near_nothing_is_answered_with_all_that_there_is_and_nothing_that_was_sent():
    pointer, expected = fault("transition", {"action": "urge", SENT: SENT})

    assert (pointer, expected) == ("", "action, occurred_on, on_behalf_of, reply_by, text, topic")


@pytest.mark.parametrize(
    ("of", "place", "names"),
    [
        (CourtRequest, ("tracks", 0, "trak"), ("track",)),
        (CHANGING[0].body, ("set", "lead_time"), ("lead_times",)),
        (Opening, ("delegate", "cause", "vershun"), ("version",)),
        (CourtRequest, (), ()),
        (CourtRequest, ("name", "x"), ()),
        (None, ("x",), ()),
    ],
)
def test_names_are_those_of_the_place(of, place, names):
    found = names_near(of, place)

    assert found[: len(names)] == names
    assert len(found) <= NEAREST_MAX
