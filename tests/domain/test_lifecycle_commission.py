"""Mediation that a labour arbitration commission delegates 仲裁委托调解: ten days, then its hearing resumes (T31)."""

from datetime import date

import pytest

from app.domain import commands as c
from app.domain.lifecycle.apply import track_for
from app.domain.lifecycle.states import Body, Closure, EndReason, Kind, Machine, Route, Track
from app.domain.tracks import Ruling
from tests.domain import courses as k
from tests.domain.courses import SENDER, Course, book
from tests.domain.refusals import refused
from tests.domain.stands import accept, opinion

MONDAY = date(2026, 9, 7)


def delegated(**given: object) -> Course:
    made: dict[str, object] = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE, "on_platform": False, **given}
    return Course(track=Track.COMMISSION_DELEGATED, **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(("by_commission", "track"), [(True, Track.COMMISSION_DELEGATED), (False, Track.DIRECT)])
def test_the_track_follows_from_whether_a_commission_transfers(*, by_commission: bool, track: Track) -> None:
    given = {"on_court_platform": True, "opened_on": MONDAY, "by_commission": by_commission}

    assert track_for(Kind.TRANSFERRED, **given) is track  # type: ignore[arg-type]


def test_the_ten_days_count_from_the_day_on_which_the_last_party_consented() -> None:
    """LAR, chapter on mediation; whoever accepts later has fewer days, and the fifteen of LDMA 14 do not run."""
    course = delegated(consenting=(k.APPLICANT,)).consult()
    offer = c.Delegate(organisation=k.organisation(body=Body.LABOUR), channel=None)
    refused(course, offer, "consents_incomplete", SENDER)
    course.do(opinion(), SENDER).later(1).do(offer, SENDER).later(1).do(accept(course))

    clock = course.at.clock("T31")
    assert clock is not None
    assert (clock.started_on, clock.due_on, course.at.latest_clock("T10")) == (MONDAY, date(2026, 9, 17), None)


def test_nobody_takes_it_once_the_ten_days_are_over() -> None:
    late = delegated().delegate().later(11)

    refused(late, accept(late), "term_over")
    late.do(c.TakeBack(), SENDER)
    other = c.Reassign(organisation=k.organisation(k.OTHER_CENTRE_ID, Body.LABOUR), channel=None)
    refused(late, other, "term_over", SENDER)


@pytest.mark.parametrize("body", list(Body))
def test_the_commission_delegates_to_a_body_that_the_law_names(body: Body) -> None:
    """LDMA 10."""
    course = delegated().consult()
    offer = c.Delegate(organisation=k.organisation(body=body), channel=None)
    tracks = book().tracks
    assert tracks is not None
    if tracks.cell(Track.COMMISSION_DELEGATED, body, MONDAY).ruling is Ruling.ALLOWED:
        assert course.do(offer, SENDER).at.holder_id == k.CENTRE_ID
    else:
        refused(course, offer, "body_not_for_track", SENDER)


def test_without_agreement_the_hearing_resumes_and_the_commission_is_told() -> None:
    course = delegated().failed()
    for route in (Route.FILING, Route.ADVISED):
        refused(course, c.ReportResult(route=route), "route_not_here")
    course.do(c.ReportResult(route=Route.ARBITRATION))

    assert (course.at.closure, list(course.at.audience)) == (
        Closure.TO_ARBITRATION,
        [k.SENDER_ID, k.CENTRE_ID, k.ROOT_ID],
    )
    assert course.at.clock("FEEDBACK") is not None
    for command in (c.ReferToArbitration(), c.HandOver(court=k.court_facts())):
        refused(course, command, "not_on_this_track")
    course.do(c.ReportBack())
    assert course.facts[-1].facts["closure"] == "to_arbitration"


def test_expiry_and_extension_are_as_of_any_term() -> None:
    course = delegated().mediating()
    course.do(c.ExtendTerm(until=date(2026, 9, 24), agreed_by=k.BOTH))
    assert course.at.clock("T31").due_on == date(2026, 9, 24)  # type: ignore[union-attr]

    course.term_over()
    course.do(c.End(reason=EndReason.TERM_EXPIRED)).do(c.ReportResult(route=Route.ARBITRATION))

    assert course.at.closure is Closure.TO_ARBITRATION


def test_an_agreement_is_reviewed_by_the_commission() -> None:
    course = k.promised(delegated()).do(c.ApplyForArbitrationReview(applicant_ids=k.BOTH))

    assert course.at.procedures_of(Machine.ARBITRATION_REVIEW)[0].state == "applied"
