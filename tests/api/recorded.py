"""Courses of the pure lifecycle as scripts: who did what on which day, and how the referral stood after it.

Time acts in a script as the sweeper acts: on the day after a clock's last day, on every clock that is over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import product

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.errors import Refusal
from app.domain.fact import Fact
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.states import ClockState, Kind, Machine
from app.domain.lifecycle.table import Row
from app.domain.lifecycle.times import command_of_time
from app.domain.referral import Referral
from tests.domain.courses import CENTRE, CLOCK, COURT, SENDER, Course
from tests.domain.stands import STANDS, WAYS, Way, commands_of, with_term
from tests.domain.test_lifecycle_walk import standing, time_acts

PEOPLE = (COURT, CENTRE, SENDER)
MORE_STEPS_MAX = 40
"""Steps that a course takes at most beyond its stand."""

DAYS_TRIED = 14
OUT_OF_REACH: dict[str, str] = {
    "pass_labour_term/term_expired": "fifteen days are over before thirty; only a service that stood still finds both",
    "recompute_deadlines/open": "comes with a calendar that is loaded, by no request; see services/test_recomputation",
}
"""Rows, by action and state, that no course takes over HTTP while time acts every day, and why."""

Arrow = tuple[Machine, str, str | None, str, tuple[str, ...]]


@dataclass(frozen=True)
class Step:
    """One fact of a course: on that day, by the actor with the command, and what came of it."""

    day: date
    command: c.Command
    actor: ActorRole
    after: Referral
    fact: Fact


@dataclass
class Recorded(Course):
    """A course that keeps its script."""

    script: list[Step] = field(default_factory=list)

    def open(self, command: c.Submit | c.Consult | c.Delegate) -> "Recorded":
        super().open(command)
        self._keep(command, self.opener)
        return self

    def do(self, command: c.Command, actor: ActorRole = CENTRE) -> "Recorded":
        """One action of somebody; time acts by itself wherever it can."""
        return self.sweep() if actor is CLOCK else self._act(command, actor)

    def _act(self, command: c.Command, actor: ActorRole) -> "Recorded":
        if actor is CENTRE and self.at.holder_id is None:
            raise Refusal("not_found")  # Nobody is there who could ask.
        super().do(command, actor)
        self._keep(command, actor)
        return self

    def _keep(self, command: c.Command, actor: ActorRole) -> None:
        self.script.append(Step(self.today, command, actor, self.at, self.facts[-1]))

    def later(self, days: int) -> "Recorded":
        return self.on(self.today + timedelta(days=days))

    def on(self, day: date) -> "Recorded":
        """Go there through every day on which something is over."""
        while (due := self._next_over()) is not None and due < day:
            self.today = due + timedelta(days=1)
            self.sweep()
        self.today = day
        return self

    def past(self, rule: str) -> "Recorded":
        clock = self.at.clock(rule)
        assert clock is not None
        assert clock.due_on is not None
        return self.on(clock.due_on + timedelta(days=1))

    def sweep(self) -> "Recorded":
        while (due := self._next_over()) is not None and due < self.today:
            over = [x for x in self.at.clocks if x.state is ClockState.RUNNING and x.due_on == due]
            first = min(over, key=lambda x: x.id)
            self._act(command_of_time(first.rule, self.at, first.term_id), CLOCK)
        return self

    def _next_over(self) -> date | None:
        ends = [x.due_on for x in self.at.clocks if x.state is ClockState.RUNNING and x.due_on is not None]
        return min(ends, default=None)

    @property
    def arrows(self) -> set[Arrow]:
        """Rows that were taken."""
        return {arrow_of_fact(fact) for fact in self.facts}


def arrow_of(row: Row) -> Arrow:
    """What tells a row from all others."""
    return (row.machine, row.action.value, row.before, row.after, standing(row.sources))


def arrow_of_fact(fact: Fact) -> Arrow:
    return (fact.machine, fact.action, fact.state_before, fact.state_after, standing(fact.sources))


ARROWS: dict[Arrow, Row] = {arrow_of(row): row for row in ROWS if f"{row.action}/{row.before}" not in OUT_OF_REACH}


@cache
def plan() -> dict[str, tuple[Recorded, ...]]:
    """Courses by way that together take every arrow; each takes one at least that none before it took."""
    left = set(ARROWS)
    return {name: tuple(_courses(replace(way, made=Recorded), left)) for name, way in WAYS.items()}


def _courses(way: Way, left: set[Arrow]) -> Iterator[Recorded]:
    for begin in _beginnings(way):
        while (course := _gone_on(begin, way, left)) is not None:
            left -= course.arrows
            yield course


def _beginnings(way: Way) -> Iterator[Callable[[], Course]]:
    """Ways to come to where something may be done: every stand, and every course in which time acts."""
    for fits, walk in STANDS.values():
        if fits(way):
            yield lambda walk=walk: walk(way.course())  # type: ignore[misc]
    if with_term(way) and way.kind is not Kind.DIRECT:
        for days in range(1, DAYS_TRIED):
            yield lambda days=days: _recalled_before_the_end(way.course(), days)  # type: ignore[misc]
    for course in time_acts(way):
        yield lambda course=course: _copied(course)  # type: ignore[misc]


def _recalled_before_the_end(course: Course, days: int) -> Course:
    """Called off some days before the term ends, unanswered, and the term is over."""
    term = course.mediating().at.clock(course.at.term_rule)
    assert term is not None
    assert term.due_on is not None
    course.on(term.due_on - timedelta(days=days)).do(c.RequestCancel(reason="duplicate"), course.opener)
    return course.on(term.due_on + timedelta(days=1))


def _copied(course: Course) -> Recorded:
    assert isinstance(course, Recorded)
    return replace(course, facts=[*course.facts], script=[*course.script])


def _gone_on(begin: Callable[[], Course], way: Way, left: set[Arrow]) -> Recorded | None:
    """A course from there that takes an arrow more; None where there is none."""
    possible = {arrow for arrow in left if way.kind in ARROWS[arrow].kinds and way.track in ARROWS[arrow].tracks}
    if not possible:
        return None
    try:
        course = begin()
    except (Refusal, AssertionError):  # Time had acted in between, which the beginning did not expect.
        return None
    assert isinstance(course, Recorded)
    for _ in range(MORE_STEPS_MAX):
        if not _one_more(course, possible - course.arrows):
            break
    _time_goes_on(course, possible - course.arrows)
    return course if course.arrows & left else None


def _time_goes_on(course: Recorded, left: set[Arrow]) -> None:
    """Let time act to its end, if that takes an arrow more."""
    facts, script = len(course.facts), len(course.script)
    course.later(400)
    if not {arrow_of_fact(fact) for fact in course.facts[facts:]} & left:
        del course.facts[facts:], course.script[script:]


def _one_more(course: Recorded, left: set[Arrow]) -> bool:
    """Take a step that takes one of the arrows, one that leaves the state as it is where there is any."""
    wanted = {ARROWS[arrow].action for arrow in left}
    table = {action: commands for action, commands in commands_of(course).items() if action in wanted}
    for staying in (True, False):
        possible = {arrow for arrow in left if (ARROWS[arrow].before == ARROWS[arrow].after) is staying}
        for commands in table.values():
            if any(_taken(course, command, actor, possible) for command, actor in product(commands, PEOPLE)):
                return True
    return False


def _taken(course: Recorded, command: c.Command, actor: ActorRole, left: set[Arrow]) -> bool:
    """Take the step if it takes one of the arrows; else nothing has happened."""
    before, facts, script = course.referral, len(course.facts), len(course.script)
    try:
        course.do(command, actor)
    except Refusal:
        return False
    if arrow_of_fact(course.facts[-1]) in left:
        return True
    course.referral = before
    del course.facts[facts:], course.script[script:]
    return False
