"""Records by date, and the tree of organisations over time: noted ancestors equal a climb, and there is no circle."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body
from app.domain.registry import Amendment, Channel, Court, Noun, Organisation, Validity, as_of, open_channel
from app.domain.registry_tree import Tree

DAY = date(2025, 1, 1)
SINCE = Validity(date(2020, 1, 1))
IDS = [UUID(int=n) for n in range(1, 7)]


def an_organisation(number, parent=None, ancestors=()):
    return Organisation(
        IDS[number],
        f"组织{number}",
        Body.CHAMBER,
        SINCE,
        parent_id=None if parent is None else IDS[parent],
        ancestor_ids=tuple(IDS[n] for n in ancestors),
    )


def later(days):
    return DAY + timedelta(days=days)


def settled_move(tree, number, parent, day):
    """The tree after a move as the service makes it: the move and what it changes for everybody."""
    after = tree.moved(IDS[number], None if parent is None else IDS[parent], day)
    noted = {one: after.lineage(one, day) for one in after.organisations}
    return Tree(
        {
            one: replace(
                known,
                amendments=tuple(sorted((*known.amendments, *noted[one]), key=lambda entry: entry.valid_from)),
            )
            for one, known in after.organisations.items()
        }
    )


def test_a_value_holds_from_its_day_and_of_one_day_the_last_word_counts():
    court = Court(
        IDS[0],
        "甲法院",
        "basic",
        SINCE,
        amendments=(
            Amendment(later(0), {"duplicate_policy": "block"}),
            Amendment(later(0), {"duplicate_policy": "warn", "name": "乙法院"}),
            Amendment(later(9), {"confirmation_after_entrustment": "allowed"}),
        ),
    )

    before, then, after = (as_of(court, later(days)) for days in (-1, 0, 9))

    assert (before.name, before.duplicate_policy) == ("甲法院", "warn")
    assert (then.name, then.duplicate_policy, then.confirmation_after_entrustment) == ("乙法院", "warn", "refused")
    assert after.facts(later(9)).confirmation_after_entrustment == "allowed"
    assert court.facts(later(8)).confirmation_after_entrustment == "refused"


def test_a_channel_is_open_with_the_scope_of_the_day():
    channel = Channel(
        IDS[0],
        IDS[1],
        IDS[2],
        "hq_to_hq",
        "online",
        strict=False,
        validity=SINCE,
        amendments=(Amendment(DAY, {"strict": True, "cause_roots": ("P07",)}),),
    )

    before, then = open_channel((channel,), later(-1)), open_channel((channel,), DAY)

    assert (before.strict, before.cause_roots) == (False, ())
    assert (then.strict, then.cause_roots) == (True, ("P07",))
    assert open_channel((channel,), date(2019, 12, 31)) is None


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Validity(date(2019, 1, 1), date(2019, 12, 31)), False),
        (Validity(date(2019, 1, 1), date(2020, 1, 1)), True),
        (Validity(date(2021, 1, 1), date(2021, 1, 1)), True),
        (Validity(date(2021, 1, 2)), False),
        (Validity(date(2019, 1, 1)), True),
    ],
)
def test_validities_overlap_where_they_share_a_day(other, shared):
    mine = Validity(date(2020, 1, 1), date(2021, 1, 1))

    assert mine.overlaps(other) is other.overlaps(mine) is shared


def test_an_address_has_hyphens():
    assert Noun.REFERRING_BODIES.path == "/v1/referring-bodies"


def test_all_that_stand_below_go_with_the_one_that_is_moved():
    tree = Tree.of([an_organisation(0), an_organisation(1), an_organisation(2, 0, [0]), an_organisation(3, 2, [2, 0])])

    moved = settled_move(tree, 2, 1, DAY)

    grandchild = moved.organisations[IDS[3]]
    assert as_of(grandchild, later(-1)).ancestor_ids == (IDS[2], IDS[0])
    assert as_of(grandchild, DAY).ancestor_ids == (IDS[2], IDS[1])
    assert as_of(grandchild, DAY).parent_id == IDS[2]


def test_an_earlier_move_holds_until_a_later_one_that_was_entered_before():
    tree = Tree.of([an_organisation(0), an_organisation(1), an_organisation(2), an_organisation(3, 0, [0])])

    moved = settled_move(settled_move(tree, 3, 1, later(100)), 3, 2, DAY).organisations[IDS[3]]

    assert [as_of(moved, later(days)).ancestor_ids for days in (-1, 0, 99, 100)] == [
        (IDS[0],),
        (IDS[2],),
        (IDS[2],),
        (IDS[1],),
    ]


def test_a_move_is_refused_where_it_makes_a_circle_today():
    tree = Tree.of([an_organisation(0), an_organisation(1, 0, [0]), an_organisation(2, 1, [1, 0])])

    with pytest.raises(Refusal) as refusal:
        settled_move(tree, 0, 2, DAY)

    assert refusal.value.code == "organisation_cycle"


def test_a_move_is_refused_where_a_move_to_come_would_close_the_circle():
    """On the day of the move nobody stands in a circle; on the day of the scheduled one everybody would."""
    tree = Tree.of([an_organisation(0), an_organisation(1)])
    scheduled = settled_move(tree, 0, 1, later(100))

    with pytest.raises(Refusal) as refusal:
        settled_move(scheduled, 1, 0, DAY)

    assert refusal.value.code == "organisation_cycle"


def climbed(tree, one, day):
    """Ancestors by climbing parents alone, without what was noted."""
    found, here = [], as_of(tree.organisations[one], day).parent_id
    while here is not None:
        found.append(here)
        here = as_of(tree.organisations[here], day).parent_id
        assert len(found) <= len(IDS)
    return tuple(found)


MOVES = st.lists(
    st.tuples(st.sampled_from(range(6)), st.none() | st.sampled_from(range(6)), st.integers(0, 20)), max_size=12
)


@given(MOVES)
@settings(max_examples=200, deadline=None)
def test_after_any_moves_the_noted_ancestors_equal_a_climb_on_every_day(moves):
    tree = Tree.of([an_organisation(number) for number in range(6)])

    for number, parent, days in moves:
        try:
            tree = settled_move(tree, number, parent, later(days))
        except Refusal as refusal:
            assert refusal.code == "organisation_cycle"  # noqa: PT017 - a refused move is part of the course

    for day in map(later, range(-1, 22)):
        for one, known in tree.organisations.items():
            assert as_of(known, day).ancestor_ids == climbed(tree, one, day)
