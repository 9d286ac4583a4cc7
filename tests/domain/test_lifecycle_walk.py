"""The whole product of states, actions and actors: a row moves, everything else refuses."""

from collections.abc import Callable
from copy import copy

import pytest

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.errors import Refusal
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.apply import ROWS, apply, state_of
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    ConfirmationState,
    EndReason,
    Machine,
    MediationState,
    RegistrationState,
    Route,
    Track,
)
from app.domain.lifecycle.table import ClockVerb, Situation
from app.domain.registry_facts import MediatorFacts
from app.domain.sources import SourceId
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course

STRUCTURAL = {"action_not_possible", "not_on_this_track", "wrong_actor"}

STANDS: dict[str, Callable[[Course], Course]] = {
    "consulting": lambda x: x.consult().do(opinion(), COURT),
    "returned": lambda x: x.consult().do(c.Return(reason="not_suited_online", advice="x"), COURT),
    "awaiting_acceptance": lambda x: x.delegate(),
    "overdue": lambda x: x.delegate().past("T03"),
    "unassigned": lambda x: x.delegate().do(c.TakeBack(), COURT),
    "accepted": lambda x: x.accepted().do(k.assign()),
    "accepted_without_materials": lambda x: x.delegate().do(c.Accept(organisation=k.organisation())),
    "contacting": lambda x: x.contacting().do(k.assign()),
    "contacting_without_materials": lambda x: (
        x.delegate().do(c.Accept(organisation=k.organisation())).do(k.contact(k.RESPONDENT))
    ),
    "mediating": lambda x: x.mediating().do(schedule()),
    "appraising": lambda x: x.appraising(),
    "term_expired": lambda x: x.expired(),
    "ended_agreed": lambda x: x.agreed(),
    "ended_failed": lambda x: x.failed(),
    "pending": lambda x: x.drafted(),
    "one_signature": lambda x: x.drafted().do(k.signatures(x.body)[0]),
    "effective": lambda x: x.effective(),
    "refused": lambda x: x.drafted().do(c.RefuseToSign(party_id=k.APPLICANT)),
    "performed": lambda x: x.effective().do(c.RecordPerformance()),
    "closed": lambda x: x.effective().do(c.ReportResult()),
    "closed_to_filing": lambda x: x.to_filing(),
    "applied": lambda x: x.applied(),
    "under_review": lambda x: x.applied().step(c.AcceptApplication),
    "not_accepted": lambda x: x.applied().step(c.RefuseApplication, "wrong_court"),
    "confirmed": lambda x: x.applied().step(c.AcceptApplication).step(c.ConfirmAgreement),
    "rejected": lambda x: x.applied().step(c.AcceptApplication).step(c.RejectConfirmation, "involuntary"),
    "withdrawn": lambda x: x.applied().step(c.WithdrawApplication, actor=CENTRE),
    "handed_over": lambda x: x.handed_over(),
    "registered": lambda x: x.handed_over().step(c.RegisterCase),
    "not_registered": lambda x: x.handed_over().step(c.RefuseRegistration, "other"),
}


def opinion() -> c.RecordOpinion:
    return c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="consents")


def schedule() -> c.ScheduleSession:
    return c.ScheduleSession(scheduled_on=k.OPENED_ON, mode="online")


def commands_for(course: Course, action: Action) -> list[c.Command]:
    """Commands of that action that the guards would let pass wherever the state does."""
    referral = course.at
    open_sessions = [x.id for x in referral.sessions if x.state == "scheduled"]
    session = open_sessions[0] if open_sessions else k.procedure_id(referral, Machine.CASE_REGISTRATION)
    expired = referral.state is MediationState.TERM_EXPIRED
    early = referral.state in {MediationState.ACCEPTED, MediationState.CONTACTING}
    reason = EndReason.TERM_EXPIRED if expired else EndReason.PARTY_UNWILLING if early else EndReason.OTHER
    signed = {(s.role, s.party_id) for s in referral.signatures}
    unsigned = [s for s in k.signatures(course.body) if (s.role, s.party_id) not in signed]
    failed = referral.outcome is not None and referral.outcome.value == "not_agreed"
    other = k.organisation(k.OTHER_CENTRE_ID)
    term = referral.clock("T05")
    until = (term.due_on if term is not None and term.due_on else k.OPENED_ON).replace(year=2026, month=12)
    table: dict[Action, list[c.Command]] = {
        Action.CONSULT: [c.Consult()],
        Action.DELEGATE: [c.Delegate(organisation=k.organisation(), channel=k.CHANNEL)],
        Action.RECORD_OPINION: [opinion()],
        Action.RETURN: [c.Return(reason="not_suited_online", advice="x")],
        Action.ACCEPT: [c.Accept(organisation=k.organisation())],
        Action.DECLINE: [c.Decline(reason="outside_charter", explanation="x")],
        Action.REASSIGN: [c.Reassign(organisation=other, channel=k.CHANNEL)],
        Action.TAKE_BACK: [c.TakeBack()],
        Action.CLOSE: [c.Close()],
        Action.RECEIVE_MATERIALS: [c.ReceiveMaterials()],
        Action.ASSIGN_MEDIATOR: [
            c.AssignMediator(
                mediator=MediatorFacts(k.MediatorId(k.UUID(int=77)), k.CENTRE_ID, active=True),
            )
        ],
        Action.CONTACT_PARTY: [k.contact(k.RESPONDENT)],
        Action.START: [k.begin()],
        Action.SCHEDULE_SESSION: [schedule()],
        Action.HOLD_SESSION: [c.HoldSession(session_id=session)],
        Action.MISS_SESSION: [c.MissSession(session_id=session, absent_party_ids=(k.RESPONDENT,))],
        Action.BEGIN_APPRAISAL: [c.BeginAppraisal(agreed_by=k.BOTH)],
        Action.END_APPRAISAL: [c.EndAppraisal()],
        Action.EXTEND_TERM: [c.ExtendTerm(until=until, agreed_by=k.BOTH)],
        Action.END: [c.End(reason=reason)],
        Action.REPORT_RESULT: [c.ReportResult(route=Route.FILING if failed else None)],
        Action.DRAFT_AGREEMENT: [c.DraftAgreement(terms=())],
        Action.SIGN: unsigned[:1] or list(k.signatures(course.body)[:1]),
        Action.REFUSE_TO_SIGN: [c.RefuseToSign(party_id=k.RESPONDENT)],
        Action.RECORD_PERFORMANCE: [c.RecordPerformance()],
        Action.APPLY_FOR_CONFIRMATION: [c.ApplyForConfirmation(applicant_ids=k.BOTH)],
        Action.HAND_OVER: [c.HandOver()],
        Action.RUN_OVERDUE: [c.RunOverdue()],
        Action.MISS_CONTACT: [c.MissContact()],
        Action.EXPIRE_TERM: [c.ExpireTerm()],
        Action.END_UNREPORTED: [c.EndUnreported()],
        Action.LAPSE_CONFIRMATION: [c.LapseConfirmation()],
    }
    for kind in c.ProcedureCommand.__subclasses__():
        newest = referral.procedures[-1:]
        table[kind.action] = [kind(procedure_id=p.id, machine=p.machine, reason="other") for p in newest]
    return table[action]


def rows_for(course: Course, command: c.Command, actor: ActorRole) -> list[object]:
    referral = course.at
    procedure = referral.procedure(command.procedure_id) if isinstance(command, c.ProcedureCommand) else None
    return [
        row
        for row in ROWS
        if row.action is command.action
        and row.before == state_of(referral, row.machine, procedure)
        and (procedure is None or procedure.machine is row.machine)
        and referral.track in row.tracks
        and actor in row.by
    ]


@pytest.mark.parametrize("track", list(Track))
@pytest.mark.parametrize("name", list(STANDS))
def test_a_row_moves_and_everything_else_refuses(name: str, track: Track) -> None:
    """In every state every action by every actor is a row of the table or a refusal that says what is wrong."""
    if name == "appraising" and track is Track.PRE_FILING_2016:
        with pytest.raises(Refusal, match="not_on_this_track"):
            STANDS[name](Course(track=track))
        return
    course = STANDS[name](Course(track=track))

    for action in Action:
        for actor in ActorRole:
            for command in commands_for(course, action):
                code, moved = outcome_of(course, command, actor)
                rows = rows_for(course, command, actor)
                if not rows:
                    assert code in STRUCTURAL, (action, actor, code)
                elif code is None:
                    assert moved == course.at.version + 1
                else:
                    too_early = {"occurred_in_future"} if actor is ActorRole.CLOCK else set()
                    codes = {guard.code for row in rows for guard in row.guards} | too_early
                    assert code in codes, (action, actor, code)


def outcome_of(course: Course, command: c.Command, actor: ActorRole) -> tuple[str | None, int]:
    try:
        after, _ = apply(course.at, command, actor, course.now, course.book, course.mint)
    except Refusal as refusal:
        return refusal.code, course.at.version
    return None, after.version


def test_every_row_is_taken_by_some_course() -> None:
    """No row of the tables is decoration: each is taken from one of the stands, on each of its tracks."""
    taken: set[tuple[Machine, Action, str | None, str, Track]] = set()
    for track in Track:
        for name, stand in STANDS.items():
            if name == "appraising" and track is Track.PRE_FILING_2016:
                continue
            course = stand(Course(track=track))
            taken |= {(f.machine, Action(f.action), f.state_before, f.state_after, track) for f in course.facts}
            taken |= _one_more_step(course, track)
    for track in Track:
        taken |= _time_acts(track)

    wanted = {(r.machine, r.action, r.before, r.after, track) for r in ROWS for track in r.tracks}
    assert wanted - taken == set()


def _one_more_step(course: Course, track: Track) -> set[tuple[Machine, Action, str | None, str, Track]]:
    taken = set()
    for action in Action:
        for actor in (COURT, CENTRE):
            for command in commands_for(course, action):
                tried = copy(course)
                tried.facts = []
                try:
                    tried.do(command, actor)
                except Refusal:
                    continue
                taken |= {(f.machine, Action(f.action), f.state_before, f.state_after, track) for f in tried.facts}
    return taken


def _time_acts(track: Track) -> set[tuple[Machine, Action, str | None, str, Track]]:
    courses = (
        Course(track=track).delegate().past("T03"),
        Course(track=track).accepted().past("T05"),
        Course(track=track).contacting().past("T05"),
        Course(track=track).expired().past("REPORT"),
        Course(track=track).effective().past("T12"),
    )
    if track is Track.PRE_FILING_2022:
        one_sided = (k.APPLICANT,)
        courses += (
            Course(track=track, consenting=one_sided).accepted().past("T04"),
            Course(track=track, consenting=one_sided).accepted().do(k.contact(k.APPLICANT)).past("T04"),
        )
    return {(f.machine, Action(f.action), f.state_before, f.state_after, track) for x in courses for f in x.facts}


def test_every_verb_of_the_clocks_is_used() -> None:
    """Start, stop, pause, resume and extend each stand in a row, and so does running out."""
    assert {op.verb for row in ROWS for op in row.clocks} == set(ClockVerb)


def test_every_state_has_a_stand_and_a_row() -> None:
    """No state of an enum is out of reach."""
    reached = {row.after for row in ROWS}
    states = {*MediationState, *AgreementState, *ConfirmationState, *RegistrationState}

    assert {str(x) for x in states} == {str(x) for x in reached}


def test_every_row_cites_known_sources() -> None:
    """A row without a source, or with one that nobody can look up, is not a rule."""
    assert all(row.sources and set(row.sources) <= {str(x) for x in SourceId} for row in ROWS)


@pytest.mark.parametrize("name", list(STANDS))
def test_what_is_offered_is_never_refused_for_the_state(name: str) -> None:
    """An action listed as allowed is refused at most for what the command says; one not listed is always refused."""
    course = STANDS[name](Course())
    for actor in (COURT, CENTRE):
        for offer in possibilities(course.at, actor, course.now, course.book):
            for command in commands_for(course, offer.action):
                if isinstance(command, c.ProcedureCommand) and command.procedure_id != offer.procedure_id:
                    continue
                code, _ = outcome_of(course, command, actor)
                if offer.allowed:
                    assert code not in STRUCTURAL
                else:
                    assert code is not None, offer


def test_a_guard_that_needs_a_command_says_no_without_one() -> None:
    """So that nothing passes by default when an action gets a guard that was written for another."""
    course = Course().mediating()
    situation = Situation(course.at, None, None, course.today, course.now, course.book)
    guards = {guard for row in ROWS for guard in row.guards if not guard.of_state}

    passing = {guard.code for guard in guards if guard.check(situation)}

    assert passing <= {"outside_term"}
