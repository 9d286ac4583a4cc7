"""Consent is several things: each kind is given apart, by each party, and stops what it covers once taken back."""

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Kind, Track
from app.domain.referral import PartyId
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import put

POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
ELSEWHERE = ({"track": Track.PRE_FILING_2016}, POST, {"track": Track.DIRECT, "kind": Kind.DIRECT})
KINDS = ("mediate", "online", "electronic_service", "recording", "data_sharing", "extension", "appraisal")


def meeting(course: Course, mode: str = "online", agreed_by: tuple[PartyId, ...] = ()) -> c.ScheduleSession:
    return c.ScheduleSession(scheduled_on=course.today, mode=mode, agreed_by=agreed_by)


def said(kind: str, party: PartyId = k.RESPONDENT, *, given: bool = True) -> c.RecordConsent:
    return c.RecordConsent(party_id=party, kind=kind, given=given)


def holding(course: Course) -> c.HoldSession:
    return c.HoldSession(session_id=course.at.sessions[-1].id)


@pytest.mark.parametrize("kind", KINDS)
def test_trap_35_consent_to_one_thing_is_consent_to_nothing_else(kind: str) -> None:
    course = Course().mediating()
    for party in k.BOTH:
        course.do(said(kind, party))

    others = {other for other in KINDS if other not in {kind, "mediate"}}
    assert all(course.at.word_of(k.RESPONDENT, course.today, other) is None for other in others)
    course.do(meeting(course))
    if kind == "online":
        course.do(holding(course))
    else:
        refused(course, holding(course), "online_consent_missing")


def test_trap_35_who_agreed_to_mediate_has_not_agreed_to_be_recorded_or_served_electronically() -> None:
    recorded = Course().mediating()
    refused(recorded, put("recording", recorded, replaces_minutes=True), "recording_not_agreed")
    served = Course(**POST).statement_made()  # type: ignore[arg-type]
    statement = served.at.procedures[-1]
    receipt = c.RecordStatementReceipt(
        procedure_id=statement.id, machine=statement.machine, party_id=k.RESPONDENT, means="electronic"
    )

    refused(served, receipt, "electronic_service_not_agreed", COURT)

    served.do(said("electronic_service")).do(said("electronic_service", given=False))
    refused(served, receipt, "electronic_service_not_agreed", COURT)
    assert served.do(said("electronic_service")).do(receipt, COURT)


def test_a_session_online_needs_the_word_of_every_party_to_that_mode() -> None:
    course = Course().mediating()
    course.do(meeting(course, agreed_by=(k.APPLICANT,)))

    refusal = refused(course, holding(course), "online_consent_missing")

    assert refusal.facts["party_ids"] == [str(k.RESPONDENT)]
    course.do(said("online")).do(holding(course))
    on_site = Course().mediating()
    assert on_site.do(meeting(on_site, "on_site")).do(holding(on_site)).at.sessions[-1].state == "held"
    refused(course, meeting(course, agreed_by=(k.MEDIATOR,)), "party_unknown")  # type: ignore[arg-type]


def test_a_word_taken_back_stops_the_session_online_and_no_other() -> None:
    course = Course().mediating()
    course.do(meeting(course, agreed_by=k.BOTH)).do(said("online", given=False))

    refused(course, holding(course), "online_consent_missing")
    refusal = refused(course, meeting(course), "online_refused")

    assert (refusal.pointer, refusal.facts["party_ids"]) == ("/mode", [str(k.RESPONDENT)])
    course.do(meeting(course, "on_site")).do(holding(course))
    assert course.do(meeting(course, agreed_by=k.BOTH)).do(holding(course)).at.sessions[-1].state == "held"


@pytest.mark.parametrize("way", ELSEWHERE)
def test_where_the_platform_rules_do_not_bind_only_a_refusal_stops_the_mode(way: dict[str, object]) -> None:
    course = Course(**way).mediating()  # type: ignore[arg-type]
    course.do(meeting(course)).do(holding(course)).do(meeting(course))

    course.do(said("online", given=False))

    refused(course, holding(course), "online_consent_missing")
    refused(course, meeting(course), "online_refused")


def test_a_word_to_mediation_taken_back_stops_mediation_itself() -> None:
    course = Course().mediating()
    course.do(meeting(course, agreed_by=k.BOTH)).do(said("mediate", given=False))

    refused(course, holding(course), "party_refused")
    refused(course, meeting(course, agreed_by=k.BOTH), "party_refused")
