"""Acts that cross: whatever the page says of a pair is what the lifecycle does, in both orders."""

from copy import copy

import pytest

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import ROWS, apply, state_of
from app.domain.lifecycle.races import RACING, Verdict, crossings
from app.domain.lifecycle.states import Action, ClockState, Kind, Machine
from app.domain.lifecycle.table import RuleBook
from app.domain.lifecycle.times import command_of_time
from app.domain.referral import Referral
from app.domain.values import replace
from tests.domain.courses import CLOCK, Course
from tests.domain.stands import Commands, places, stand

CROSSINGS = crossings()
ROWS_OF = {action: [row for row in ROWS if row.action is action] for action in RACING}
MACHINES = sorted({row.machine for rows in ROWS_OF.values() for row in rows})
STARTS = {action: {(row.machine, row.before) for row in rows} for action, rows in ROWS_OF.items()}
ACTORS = {action: [x for x in ActorRole if any(x in row.by for row in rows)] for action, rows in ROWS_OF.items()}
BY_PAIR = {}
for crossing in CROSSINGS:
    BY_PAIR.setdefault((crossing.first, crossing.second, crossing.kind), []).append(crossing)


Act = tuple[c.Command, ActorRole, Referral]
"""What somebody can do, and what it leaves."""


def acts(course: Course) -> list[Act]:
    """What can be under way at that moment: carried out if it alone arrived. Time acts where a clock has run out."""
    commands, book, starts = Commands(course), course.book, {*states(course.at).items()}
    said = [command for action in RACING if starts & STARTS[action] for command in commands[action]]
    if course.at.last_fact_on != course.today:
        said += [replace(command, occurred_on=course.at.last_fact_on) for command in said]
    people = [(command, actor) for command in said for actor in ACTORS[command.action]]
    overdue = [
        (command_of_time(clock.rule, course.at), CLOCK)
        for clock in course.at.clocks
        if clock.state is ClockState.RUNNING and clock.due_on is not None and clock.due_on < course.today
    ]
    tried = [
        (command, actor, outcome(course, command, actor, book)[1])
        for command, actor in [*people, *overdue]
        if command is not None and command.action in RACING
    ]
    return [(command, actor, after) for command, actor, after in tried if after is not None]


def states(referral: Referral) -> dict[Machine, str | None]:
    """Where each machine stands of which acts cross."""
    return {machine: state_of(referral, machine, None) for machine in MACHINES}


def outcome(course: Course, command: c.Command, actor: ActorRole, book: RuleBook):
    try:
        after, _ = apply(course.at, command, actor, course.now, book, course.mint)
    except Refusal as refusal:
        return refusal.code, None
    return None, after


def moments(name: str, way: str) -> list[Course]:
    """The stand, and the same some weeks later, before anybody noticed what ran out."""
    now, later = stand(name, way), stand(name, way)
    later.later(45)
    return [now, later]


@pytest.mark.walk
def test_the_second_of_two_acts_meets_what_the_page_says_and_every_line_is_met():
    """From every stand on every way, now and before anybody noticed what ran out."""
    met = {line for name, way in places() for course in moments(name, way) for line in lines_met(course)}

    assert {(x.first, x.second, x.before) for x in met} == {(x.first, x.second, x.before) for x in CROSSINGS}


def lines_met(course: Course):
    """The lines of the page that pairs of acts come through, each held against what happens."""
    possible, before = acts(course), states(course.at)
    for first, _, between in possible:
        left = copy(course)
        left.referral = between
        book, after = left.book, states(between)
        moved = {machine: (before[machine], after[machine]) for machine in MACHINES}
        for second, then, _ in possible:
            if second.action is not first.action:
                yield from _met(course, first, second, left, moved, outcome(left, second, then, book)[0], then)


def _met(course: Course, first: c.Command, second: c.Command, left: Course, moved, code: str | None, then: ActorRole):
    lines = lines_of(course, first, second, moved)
    assert lines, (first.action, second.action, course.at.state)
    if code == "occurred_before_previous_fact":
        assert second.occurred_on < left.at.last_fact_on
        return
    yield from lines
    if then is not CLOCK or code != "occurred_in_future":  # Else the clock was moved on, so time does not act at all.
        assert any(agrees(line, code) for line in lines), (first.action, second.action, code, lines)


def lines_of(course: Course, first: c.Command, second: c.Command, moved):
    return [
        line
        for line in BY_PAIR.get((first.action, second.action, course.at.kind), ())
        if (line.before, line.between) == moved[line.machine]
    ]


def agrees(line, code):
    if line.verdict is Verdict.REFUSED:
        return code == "action_not_possible"
    return code is None or (line.verdict is Verdict.JUDGED and code in line.guards)


def test_every_pair_stands_in_both_orders():
    pairs = {(x.first, x.second) for x in CROSSINGS}

    assert {(second, first) for first, second in pairs} == pairs


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (Action.ACCEPT, Action.DECLINE, Verdict.REFUSED),
        (Action.TAKE_BACK, Action.ACCEPT, Verdict.REFUSED),
        (Action.RUN_OVERDUE, Action.ACCEPT, Verdict.JUDGED),
        (Action.REQUEST_CANCEL, Action.END, Verdict.JUDGED),
        (Action.CONFIRM_CANCEL, Action.END, Verdict.REFUSED),
        (Action.EXPIRE_TERM, Action.EXTEND_TERM, Verdict.REFUSED),
    ],
)
def test_the_pairs_that_courts_ask_about(first, second, verdict):
    found = {x.verdict for x in CROSSINGS if (x.first, x.second, x.kind) == (first, second, Kind.PRE_FILING)}

    assert found == {verdict}
