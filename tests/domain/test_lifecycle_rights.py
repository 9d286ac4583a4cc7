"""Who plays which part on a referral, what every event tells of it, and what the oldest events still say."""

from dataclasses import replace

import pytest

from app.domain import commands as c
from app.domain.access import ActorRole, ClientId, Principal, TenantId, TenantKind
from app.domain.errors import Refusal
from app.domain.events import event_of, replay
from app.domain.lifecycle.allowed import actor_on, possibilities
from app.domain.lifecycle.states import Action, Body, Kind, Machine, Track
from app.domain.referral import SeriesId
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.refusals import refused

POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}


def caller(tenant: k.UUID, kind: TenantKind) -> Principal:
    return Principal(ClientId(k.UUID(int=1)), TenantId(tenant), kind, frozenset())


REFERRER = caller(k.COURT_ID, TenantKind.COURT)
HOLDER = caller(k.CENTRE_ID, TenantKind.ORGANISATION)
BODY = caller(k.SENDER_ID, TenantKind.REFERRING_BODY)
ELSEWHERE = caller(k.OTHER_COURT_ID, TenantKind.COURT)
STRANGER = caller(k.UUID(int=4711), TenantKind.COURT)


def test_referrer_holder_and_nobody_else_act() -> None:
    course = Course().delegate()

    assert actor_on(course.at, REFERRER) is ActorRole.COURT
    assert actor_on(course.at, HOLDER) is ActorRole.ORGANISATION
    assert [actor_on(course.at, who) for who in (BODY, ELSEWHERE, STRANGER)] == [None, None, None]


def test_a_referring_body_acts_on_what_it_transferred() -> None:
    course = Course(**SENT).delegate()

    assert actor_on(course.at, BODY) is ActorRole.REFERRING_BODY
    assert actor_on(course.at, REFERRER) is None


def test_whoever_stands_above_the_holder_sees_and_does_not_act() -> None:
    head = k.UUID(int=4712)
    course = Course()
    organisation = replace(k.organisation(), ancestor_ids=(k.OrganisationId(head),))
    course.open(c.Delegate(organisation=organisation, channel=k.CHANNEL))

    assert head in course.at.audience
    assert actor_on(course.at, caller(head, TenantKind.ORGANISATION)) is None


def test_a_former_holder_does_not_act() -> None:
    course = Course().delegate().do(c.TakeBack(), COURT)

    assert actor_on(course.at, HOLDER) is None


def test_the_court_of_a_procedure_acts_once_there_is_one_and_on_its_own_alone() -> None:
    course = Course(**DIRECT).effective()
    assert actor_on(course.at, ELSEWHERE) is None
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
    first = course.at.procedures[-1]
    third = k.court_facts(identity=k.CourtId(k.UUID(int=4713)))
    course.step(c.RefuseApplication, "wrong_court")
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=third))
    second = course.at.procedures[-1]

    assert actor_on(course.at, ELSEWHERE) is ActorRole.COURT
    assert actor_on(course.at, ELSEWHERE, first.id) is ActorRole.COURT
    assert actor_on(course.at, ELSEWHERE, second.id) is None
    assert actor_on(course.at, HOLDER, second.id) is ActorRole.ORGANISATION


def test_a_procedure_before_the_referring_court_is_that_courts() -> None:
    course = Course().applied()

    assert actor_on(course.at, REFERRER, course.at.procedures[-1].id) is ActorRole.COURT
    assert actor_on(course.at, STRANGER, course.at.procedures[-1].id) is None


def test_a_step_belongs_to_the_machine_of_its_procedure() -> None:
    """Procedures of two kinds can stand in states of the same name; the step of one never moves the other."""
    course = Course(**POST, court=k.court_facts(confirmation="allowed")).effective()
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    confirmation = course.at.procedures[-1]
    crossed = c.PermitWithdrawal(procedure_id=confirmation.id, machine=confirmation.machine)

    assert confirmation.state == "applied"
    refused(course, crossed, "action_not_possible", COURT)


def test_of_one_kind_only_its_own_actions_are_offered() -> None:
    def offered(course: Course, actor: ActorRole) -> set[Action]:
        return {offer.action for offer in possibilities(course.at, actor, course.now, course.book)}

    assert Action.RESUME_TRIAL not in offered(Course().failed(), COURT)
    assert Action.GIVE_FEE_NOTICE in offered(Course(**POST).failed(), COURT)
    assert Action.REPORT_BACK in offered(Course(**SENT).failed(), CENTRE)
    assert Action.TAKE_BACK in offered(Course(**SENT).delegate(), SENDER)
    assert Action.TAKE_BACK not in offered(Course(**DIRECT).submit(), CENTRE)


def test_the_setting_that_bars_confirmation_is_named_before_anybody_asks() -> None:
    course = Course(**POST).effective()
    offers = {o.action: o for o in possibilities(course.at, CENTRE, course.now, course.book)}

    assert offers[Action.APPLY_FOR_CONFIRMATION].code == "confirmation_after_entrustment"


def test_the_event_names_court_or_referring_body_and_what_moved_besides() -> None:
    entrusted, sent = Course(**POST).withdrawal().step(c.PermitWithdrawal), Course(**SENT).delegate()

    bodies = []
    for course in (entrusted, sent):
        before = replace(course.at, chain=b"")
        bodies.append(event_of(course.facts[-1], before, None, k.UUID(int=1), course.now.instant).body)

    assert bodies[0]["also"] == {"mediation": "closed"}
    assert (bodies[0]["court_id"], bodies[0]["referring_body_id"]) == (str(k.COURT_ID), None)
    assert (bodies[1]["court_id"], bodies[1]["referring_body_id"]) == (None, str(k.SENDER_ID))
    assert bodies[1]["also"] == {}


def test_events_from_before_there_was_anything_besides_replay_as_they_did() -> None:
    course = Course().delegate()
    event = event_of(course.facts[0], course.at, None, k.UUID(int=1), course.now.instant)
    old = replace(event, body={key: value for key, value in event.body.items() if key != "also"})

    assert replay([old]).states == {"mediation": "awaiting_acceptance"}


def test_the_dossier_has_no_state_to_replay() -> None:
    course = Course().delegate().do(c.JoinSeries(series_id=SeriesId(k.UUID(int=5))))
    events = [event_of(fact, course.at, None, k.UUID(int=n), course.now.instant) for n, fact in enumerate(course.facts)]

    assert replay(events).states == {"mediation": "awaiting_acceptance"}
    assert course.facts[-1].machine is Machine.DOSSIER


def test_nothing_is_recorded_around_a_referral_that_is_not_there() -> None:
    course = Course()
    blank = replace(course.delegate().at, version=0, state=None)

    with pytest.raises(Refusal, match="action_not_possible"):
        k.apply(blank, c.LeaveSeries(), COURT, course.now, course.book, course.mint)


@pytest.mark.parametrize("body", [Body.CHAMBER, Body.LABOUR])
def test_a_day_of_the_past_is_recorded_as_that_day(body: Body) -> None:
    course = Course(**DIRECT, body=body).submit().later(2)
    yesterday = course.today - k.timedelta(days=1)

    course.do(c.Accept(organisation=k.organisation(body=body), occurred_on=yesterday))

    assert course.at.assignments[-1].accepted_on == yesterday
