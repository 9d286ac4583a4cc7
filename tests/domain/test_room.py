"""No list under a referral grows without bound, and one that is full holds up neither the others nor time."""

from dataclasses import fields, replace
from typing import get_origin, get_type_hints

import pytest

from app.domain import commands as c
from app.domain.dossier import Dossier
from app.domain.errors import Refusal
from app.domain.lifecycle.room import ENTRIES_A_PARTY_MAX, ENTRIES_MAX, OF_DOSSIER, OF_REFERRAL, require_room
from app.domain.lifecycle.states import MediationState
from app.domain.referral import Referral
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import refused

MOST = ENTRIES_MAX + ENTRIES_A_PARTY_MAX * len(k.PARTIES)
QUESTION = c.SendMessage(topic="question", text="secret")
OF_THE_REGISTRY = {"holder_ancestor_ids"}
"""Not of the referral: it follows the tree of organisations, whose depth the registry bounds."""


def tuples_of(kind: type) -> set[str]:
    return {field.name for field in fields(kind) if get_origin(get_type_hints(kind)[field.name]) is tuple}


def holding(name: str, count: int) -> Referral:
    """A referral with so many entries in one list; what they are is not looked at."""
    referral = Course().mediating().at
    entries = (None,) * count
    if name in OF_DOSSIER:
        return replace(referral, dossier=replace(referral.dossier, **{name: entries}))  # type: ignore[arg-type]
    return replace(referral, **{name: entries})  # type: ignore[arg-type]


def test_every_list_under_a_referral_is_bounded() -> None:
    assert set(OF_REFERRAL) == tuples_of(Referral) - OF_THE_REGISTRY
    assert set(OF_DOSSIER) == tuples_of(Dossier)


@pytest.mark.parametrize("name", [name for name in (*OF_REFERRAL, *OF_DOSSIER) if name != "parties"])
def test_a_list_that_grew_beyond_its_bound_is_refused_by_its_name(name: str) -> None:
    require_room(holding(name, MOST - 1), holding(name, MOST))

    with pytest.raises(Refusal) as refusal:
        require_room(holding(name, MOST), holding(name, MOST + 1))

    assert refusal.value.code == "too_many_entries"
    assert refusal.value.facts == {"list": name, "most": MOST}


def test_a_list_that_is_full_and_did_not_grow_is_no_obstacle() -> None:
    require_room(holding("contacts", MOST + 5), holding("contacts", MOST + 5))
    require_room(holding("contacts", MOST + 5), holding("contacts", MOST))


def full(course: Course, command: c.Command, name: str) -> Course:
    """The list filled up with copies of the one entry that the command makes."""
    course.do(command)
    holder = course.at.dossier if name in OF_DOSSIER else course.at
    entries = getattr(holder, name)[-1:] * MOST
    changed = replace(holder, **{name: entries})
    course.referral = replace(course.at, dossier=changed) if isinstance(changed, Dossier) else changed  # type: ignore[assignment]
    return course


def test_the_contact_and_the_message_after_the_last_are_refused_and_other_acts_go_on() -> None:
    course = full(full(Course().accepted(), QUESTION, "messages"), k.contact(k.RESPONDENT), "contacts")

    refused(course, QUESTION, "too_many_entries")
    refused(course, k.contact(k.RESPONDENT), "too_many_entries")
    course.do(k.assign()).do(k.begin())

    assert course.at.state is MediationState.MEDIATING


def test_time_is_not_held_up_by_a_full_list() -> None:
    """The end of the term starts the window for the report: one more clock."""
    course = Course().mediating()
    ended = replace(course.at.clocks[0], rule="T03")
    course.referral = replace(course.at, clocks=(ended,) * MOST + course.at.clocks)

    course.term_over()

    assert course.at.state is MediationState.TERM_EXPIRED
    assert len(course.at.clocks) > MOST + 1
