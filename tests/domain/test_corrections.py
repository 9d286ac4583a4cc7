"""An entry that was made in error stays, marked; what decided something is put right by another entry."""

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Kind, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import stand


def wrong(kind: str, record_id: object) -> c.CorrectRecord:
    return c.CorrectRecord(kind=kind, record_id=record_id, reason="wrong_referral", explanation="误录")  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["claim", "material", "notice"])
@pytest.mark.parametrize("actor", [COURT, CENTRE])
def test_what_is_in_the_file_is_marked_and_stays(kind: str, actor: k.ActorRole) -> None:
    course = stand("recorded", "pre_2022")
    before = getattr(course.at.dossier, f"{kind}s")
    state, clocks = course.at.state, course.at.clocks

    course.do(wrong(kind, before[0].id), actor)

    after = getattr(course.at.dossier, f"{kind}s")
    assert [entry.entered_in_error_on for entry in after][:1] == [course.today]
    assert len(after) == len(before)
    assert (course.at.state, course.at.clocks) == (state, clocks)
    fact = course.facts[-1]
    assert (fact.type, fact.facts["record_kind"], fact.facts["reason"]) == ("record.corrected", kind, "wrong_referral")
    assert "误录" not in str(fact.facts)
    assert course.at.dossier.messages[-1].text == "误录"
    refused(course, wrong(kind, before[0].id), "part_unknown", actor)


def test_nobody_works_with_what_was_entered_in_error() -> None:
    course = stand("recorded", "pre_2022")
    dossier = course.at.dossier
    claim, material, notice = dossier.claims[0], dossier.materials[0], dossier.notices[0]
    for kind, entry in (("claim", claim), ("material", material), ("notice", notice)):
        course.do(wrong(kind, entry.id))

    refused(course, c.SettleClaim(claim_id=claim.id, outcome="agreed"), "part_unknown")
    refused(course, c.AcknowledgeMaterials(material_ids=(material.id,)), "part_unknown")
    refused(course, c.RecordNoticeResult(notice_id=notice.id, result="received"), "part_unknown")


def test_a_contact_that_reached_nobody_is_marked_and_a_party_s_word_is_not() -> None:
    course = Course().accepted().do(k.contact(k.RESPONDENT, "not_reached")).do(k.contact(k.RESPONDENT))
    unreached, said = course.at.contacts

    refused(course, wrong("contact", said.id), "record_decides")
    course.do(wrong("contact", unreached.id))

    assert [contact.entered_in_error_on for contact in course.at.contacts] == [course.today, None]


def test_a_session_to_come_is_cancelled_and_one_that_is_over_is_marked() -> None:
    course = Course().mediating().do(c.ScheduleSession(scheduled_on=Course().today, mode="on_site"))
    session = course.at.sessions[0]

    refused(course, wrong("session", session.id), "record_decides")
    course.do(c.HoldSession(session_id=session.id)).do(wrong("session", session.id))

    assert course.at.sessions[0].entered_in_error_on == course.today
    assert course.at.sessions[0].state == "held"


def test_an_organisation_marks_nothing_of_the_court_or_of_an_earlier_organisation() -> None:
    asked = Course().consult()
    asked.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="not_reached"), COURT)
    asked.do(c.Delegate(organisation=k.organisation(), channel=asked.channel), COURT)
    earlier = Course().accepted().do(k.contact(k.RESPONDENT, "not_reached"))
    earlier.do(c.HandBack(reason="capacity", explanation="x")).later(1)
    theirs = k.organisation(k.OTHER_CENTRE_ID)
    earlier.do(c.Reassign(organisation=theirs, channel=earlier.channel), COURT)

    for course in (asked, earlier):
        mistake = wrong("contact", course.at.contacts[0].id)
        refused(course, mistake, "record_of_others")
        course.do(mistake, COURT)


def test_whom_the_parties_applied_to_marks_what_it_asked_itself() -> None:
    course = Course(track=Track.DIRECT, kind=Kind.DIRECT).consult()
    course.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="not_reached"))

    course.do(wrong("contact", course.at.contacts[0].id))

    assert course.at.contacts[0].entered_in_error_on == course.today
