"""The whole product of ways, states, actions and actors: a row moves, everything else refuses."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.errors import CATALOGUE, Refusal
from app.domain.guards import SEALED_BY
from app.domain.guards.agents import OF_AGENTS
from app.domain.lifecycle.allowed import Possibility, possibilities
from app.domain.lifecycle.apply import ROWS, apply, state_of
from app.domain.lifecycle.states import (
    FILED_KINDS,
    Action,
    AgreementState,
    ArbitrationState,
    ClockState,
    ConfirmationState,
    DossierState,
    EnforcementState,
    Kind,
    Machine,
    MediationState,
    NotarisationState,
    PaymentOrderState,
    RegistrationState,
    ReviewState,
    StatementState,
    Track,
    TransferState,
    WithdrawalState,
)
from app.domain.lifecycle.table import TRACKS_OF, ClockVerb, Row, RuleBook, Situation
from app.domain.sources import SourceId
from tests.domain import courses as k
from tests.domain.courses import CLOCK, COURT, Course
from tests.domain.stands import (
    STANDS,
    STEP_OF,
    WAYS,
    Commands,
    Way,
    bound,
    commands_of,
    places,
    stand,
    suspended,
    with_appraisal,
    with_term,
)

STRUCTURAL = {"action_not_possible", "not_on_this_track", "wrong_actor"}
PEOPLE = tuple(actor for actor in ActorRole if actor is not CLOCK)

Taken = tuple[Machine, str, str | None, str, tuple[str, ...]]


ROWS_OF = {action: [row for row in ROWS if row.action is action] for action in Action}
MACHINE_OF = {row.action: row.machine for row in ROWS}
BESIDE_DOSSIER = [action for action in Action if MACHINE_OF[action] is not Machine.DOSSIER]


class Place(NamedTuple):
    """All that decides whether a row fits, but for who acts: where the machine of the action stands."""

    action: Action
    state: str | None
    procedure: Machine | None
    kind: Kind
    track: Track


def places_of(course: Course, actions: Iterable[Action]) -> Iterator[Place]:
    """One for each action. Steps are those of the newest procedure."""
    at = course.at
    newest = at.procedures[-1] if at.procedures else None
    alone = {machine: state_of(at, machine, None) for machine in Machine}
    stepping = {machine: state_of(at, machine, newest) for machine in Machine}
    moved = None if newest is None else newest.machine
    for action in actions:
        if action in STEP_OF:
            yield Place(action, stepping[MACHINE_OF[action]], moved, at.kind, at.track)
        else:
            yield Place(action, alone[MACHINE_OF[action]], None, at.kind, at.track)


@cache
def rows_at(place: Place) -> tuple[Row, ...]:
    """Rows that start there, whoever may take them."""
    return tuple(
        row
        for row in ROWS_OF[place.action]
        if row.before == place.state
        and place.procedure in {None, row.machine}
        and place.track in row.tracks
        and place.kind in row.kinds
    )


@cache
def acting(place: Place) -> tuple[ActorRole, ...]:
    """Who may take a row that starts there."""
    return tuple(actor for actor in ActorRole if any(actor in row.by for row in rows_at(place)))


def outcome_of(
    course: Course, command: c.Command, actor: ActorRole, book: RuleBook | None = None
) -> tuple[str | None, int]:
    try:
        after, _ = apply(course.at, command, actor, course.now, book or course.book, course.mint)
    except Refusal as refusal:
        assert refusal.code in CATALOGUE  # noqa: PT017 - what is refused is part of the promise
        return refusal.code, course.at.version
    return None, after.version


Tried = tuple[c.Command, str | None]


@pytest.mark.walk
@pytest.mark.parametrize(("kind", "track"), sorted({(way.kind, way.track) for way in WAYS.values()}))
def test_a_row_moves_everything_else_refuses_and_what_is_offered_says_so(kind: Kind, track: Track) -> None:
    """In every state every action by every actor is a row of the table or a refusal that says what is wrong."""
    seen: set[Place] = set()
    views: set[Hashable] = set()
    for way in (name for name, made in WAYS.items() if (made.kind, made.track) == (kind, track)):
        for name in names_on(way):
            course = stand(name, way)
            view = view_of(course)
            _walk(name, course, list(Action) if view not in views else BESIDE_DOSSIER, seen)
            views.add(view)


def view_of(course: Course) -> Hashable:
    """What entries of the dossier, which is always open, are judged by: they are tried once for each."""
    at = course.at
    text = None if at.agreement is None else at.agreement.state
    return (at.state, at.outcome, text, at.closure, at.suspension_reason, at.dossier, at.particulars, at.series_id)


def _walk(name: str, course: Course, actions: Sequence[Action], seen: set[Place]) -> None:
    """What no row fits is refused for that alone, so it is tried once for each place, not for each stand."""
    commands, book = Commands(course), course.book
    tried: dict[tuple[Action, ActorRole], list[Tried]] = {}

    for place in places_of(course, actions):
        action, fitting = place.action, rows_at(place)
        actors = acting(place) if place in seen else tuple(ActorRole)
        seen.add(place)
        for command, actor in product(commands[action] if actors else (), actors):
            rows = [row for row in fitting if actor in row.by]
            code, moved = outcome_of(course, command, actor, book)
            tried.setdefault((action, actor), []).append((command, code))
            if not rows:
                assert code in STRUCTURAL, (name, action, actor, code)
            elif code is None:
                assert moved == course.at.version + 1
            else:
                too_early = {"occurred_in_future"} if actor is CLOCK else set()
                codes = {guard.code for row in rows for guard in row.guards} | too_early
                assert code in codes, (name, action, actor, code)
    for actor in PEOPLE:
        for offer in possibilities(course.at, actor, course.now, book):
            _says_so(name, offer, tried.get((offer.action, actor), []))


def _says_so(name: str, offer: Possibility, tried: list[Tried]) -> None:
    """An action listed as allowed is refused at most for what the command says; one not listed is always refused."""
    for command, code in tried:
        if isinstance(command, c.ProcedureCommand) and command.procedure_id != offer.procedure_id:
            continue
        if offer.allowed:
            assert code not in STRUCTURAL, (name, offer)
        else:
            assert code is not None, (name, offer)


@pytest.mark.walk
def test_every_row_is_taken_by_some_course() -> None:
    """No row of the tables is decoration: each is taken from one of the stands, for each of its kinds and tracks."""
    left = {(kind, track): _rows_on(kind, track) for kind, tracks in TRACKS_OF.items() for track in tracks}
    stands = [stand(name, way) for name, way in places()]
    for course in (*stands, *(course for way in WAYS.values() for course in time_acts(way))):
        _strike(left[course.at.kind, course.at.track], course)
    for course in stands:
        here, commands = left[course.at.kind, course.at.track], Commands(course)
        for place in places_of(course, dict.fromkeys(row.action for row in here.values())):
            for row in rows_at(place):
                for command in commands[place.action] if _key(row) in here else ():
                    _strike(here, *_one_more_step(course, command, _acting_person(row)))

    assert left == {way: {} for way in left}


def _rows_on(kind: Kind, track: Track) -> dict[Taken, Row]:
    return {_key(row): row for row in ROWS if kind in row.kinds and track in row.tracks}


def _key(row: Row) -> Taken:
    return (row.machine, row.action.value, row.before, row.after, standing(row.sources))


def _strike(left: dict[Taken, Row], *courses: Course) -> None:
    for fact in (fact for course in courses for fact in course.facts):
        key = (fact.machine, fact.action, fact.state_before, fact.state_after, standing(fact.sources))
        left.pop(key, None)


def _acting_person(row: Row) -> ActorRole | None:
    """Anybody who may take it: guards are not told who acts."""
    return next((actor for actor in PEOPLE if actor in row.by), None)


@cache
def standing(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Without what is cited on some days, on some tracks, for some bodies or some signers only."""
    beside = {*SEALED_BY.values(), *OF_AGENTS, "PML_28", "PML_30"}
    return tuple(x for x in sources if not x.startswith(("W1_", "CMR_", "PD_EARLIER_")) and x not in beside)


def _one_more_step(course: Course, command: c.Command, actor: ActorRole | None) -> list[Course]:
    """The course with that step alone, where somebody may take it and nothing is in the way."""
    tried = copy(course)
    tried.facts = []
    try:
        return [] if actor is None else [tried.do(command, actor)]
    except Refusal:
        return []


def time_acts(way: Way) -> list[Course]:
    """Courses in which time acts in every state in which it can."""
    new = way.course
    if way.kind is Kind.ASSISTED:
        return _beside_a_judge(new)
    courses = [new().delegate().past("T03"), new().effective().past("T12")]
    courses.append(bound(k.promised(new()).later(1)).do(c.ReportBreach(party_id=k.RESPONDENT)).past("T12"))
    courses += _instalments_fall_due(new)
    if with_term(way):
        courses += [new().accepted().term_over(), new().contacting().term_over(), new().expired().past("REPORT")]
    if way.track is Track.PRE_FILING_2022:
        courses += [
            new().submit().past("T01").past("T02"),
            new().submit().do(c.Consult(), COURT).past("T01").past("T02"),
        ]
    if way.kind is Kind.DIRECT:
        courses.append(new().consult().past("T03"))
    if way.kind is not Kind.DIRECT:
        urged = new().accepted()
        courses.append(urged.do(c.Urge(topic="progress"), urged.opener).past("URGE"))
    if way.kind is Kind.TRANSFERRED:
        courses.append(new().effective().do(c.ReportResult()).past("FEEDBACK"))
    if with_appraisal(way):
        one_sided = replace(way, consenting=(k.APPLICANT,)).course
        courses += [
            suspended(one_sided().accepted()).past("T04"),
            one_sided().accepted().past("T04"),
            one_sided().accepted().do(k.contact(k.APPLICANT)).past("T04"),
        ]
    return courses + (_labour_term(way) if way.arbitration is not None else [])


def _beside_a_judge(new: Callable[[], Course]) -> list[Course]:
    released = new().delegate().do(c.TakeBack(), COURT)
    courses = [new().delegate().term_over(), released.term_over(), new().expired().past("REPORT")]
    return [*courses, *_instalments_fall_due(new)]


def _instalments_fall_due(new: Callable[[], Course]) -> list[Course]:
    """Three instalments of which nothing is recorded; after filing they bind with the statement of the court."""
    course = k.in_instalments(new(), 500, 300, 200)
    if course.kind in FILED_KINDS:
        course.do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement)
        course.receipt(k.APPLICANT).receipt(k.RESPONDENT)
    return [course.later(60).sweep()]


def _labour_term(way: Way) -> list[Course]:
    """The fifteen days of labour mediation, in every state in which they can pass before anything else ends it."""
    new = way.course
    overdue = new().delegate().past("T03").past("T10")
    if way.track is Track.DIRECT:
        return [overdue]
    running = [new().accepted(), new().contacting(), new().mediating()]
    running.append(suspended(new().mediating()))
    running += [new().appraising()] if with_appraisal(way) else []
    expired = new().expired().later(40).do(c.PassLabourTerm(), CLOCK)
    return [overdue, expired, *(course.past("T10") for course in running)]


def test_every_verb_of_the_clocks_is_used() -> None:
    """Start, stop, pause, resume and extend each stand in a row, and so does running out."""
    assert {op.verb for row in ROWS for op in row.clocks} == set(ClockVerb)


def test_every_state_has_a_stand_and_a_row() -> None:
    """No state of an enum is out of reach."""
    states = {
        *MediationState,
        *AgreementState,
        *ConfirmationState,
        *RegistrationState,
        *StatementState,
        *WithdrawalState,
        *TransferState,
        *ArbitrationState,
        *DossierState,
        *NotarisationState,
        *EnforcementState,
        *ReviewState,
        *PaymentOrderState,
    }

    assert {str(x) for x in states} == {str(row.after) for row in ROWS}


def test_all_rows_of_an_action_are_of_one_machine() -> None:
    """So that where that machine stands says which rows lead on."""
    assert {(row.action, row.machine) for row in ROWS} == set(MACHINE_OF.items())


def test_every_action_has_a_row_and_a_command() -> None:
    """An action without a row could never be taken, and one without a command never asked for."""
    assert {row.action for row in ROWS} == set(Action)
    assert set(commands_of(WAYS["direct"].course().submit())) == set(Action)


def test_every_row_cites_known_sources() -> None:
    """A row without a source, or with one that nobody can look up, is not a rule."""
    assert all(row.sources and set(row.sources) <= {str(x) for x in SourceId} for row in ROWS)


def test_every_guard_refuses_with_a_code_of_the_catalogue() -> None:
    """A code without its sentences would be an internal error at the moment of refusing."""
    assert {guard.code for row in ROWS for guard in row.guards} <= set(CATALOGUE)


def test_every_row_runs_on_tracks_of_its_kinds() -> None:
    """A row for a kind and a track that no referral can have together would be dead."""
    for row in ROWS:
        assert all(set(row.tracks) & set(TRACKS_OF[kind]) for kind in row.kinds), row
        assert set(row.tracks) <= {track for kind in row.kinds for track in TRACKS_OF[kind]}, row


def test_a_guard_that_needs_a_command_says_no_without_one() -> None:
    """So that nothing passes by default when an action gets a guard that was written for another."""
    course = Course().mediating()
    situation = Situation(course.at, None, None, course.today, course.now, course.book)
    guards = {guard for row in ROWS for guard in row.guards if not guard.of_state}

    passing = {guard.code for guard in guards if guard.check(situation)}

    assert passing <= {"outside_term"}


@pytest.mark.parametrize("where", ["delegated", "mediating"])
def test_every_guard_and_condition_has_an_answer_whatever_is_not_there_yet(where: str) -> None:
    """No agreement, no procedure, no command, no court: a guard says yes or no and never stumbles."""
    course = Course().delegate() if where == "delegated" else Course().mediating()
    bare = replace(course.book, court=None, tracks=None)
    situation = Situation(course.at, None, None, course.today, course.now, bare)
    guards = {guard for row in ROWS for guard in row.guards}
    conditions = {op.only_when for row in ROWS for op in row.clocks if op.only_when is not None}
    conditions |= {condition for row in ROWS for condition in row.when}

    assert {guard.check(situation) for guard in guards} == {True, False}
    assert {condition.holds(situation) for condition in conditions} == {True, False}
    assert all(isinstance(guard.facts(situation), dict) for guard in guards if guard.facts is not None)


@pytest.mark.walk
@pytest.mark.parametrize("way", WAYS)
def test_time_alone_brings_every_course_to_rest(way: str) -> None:
    """No clock runs where its end would find no row: the sweeper, oldest first, would meet it again and again."""
    for name in names_on(way):
        course = stand(name, way).later(400)

        course.sweep()

        assert not [clock for clock in course.at.clocks if clock.state is ClockState.RUNNING], name


def names_on(way: str) -> list[str]:
    """Every stand on that way."""
    return [name for name, on in places() if on == way]


def test_stands_are_named_for_what_they_are() -> None:
    assert {name for name, _ in places()} == set(STANDS)
