"""An entry that was made in error stays, marked; what decided something is put right by another entry."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.binding import NOT_YET, binding
from app.domain.corrected import is_whole
from app.domain.instalments import plan_of
from app.domain.lifecycle.states import Kind, Track
from app.domain.referral import MediatorId
from app.domain.registry_facts import Encounters, MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course, in_instalments, paid
from tests.domain.refusals import refused
from tests.domain.stands import bound, decide, disclose, stand


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


# Conflicts that were entered in error.

THIRD = MediatorId(UUID(int=77))


def assigning(mediator: MediatorId = THIRD) -> c.AssignMediator:
    return c.AssignMediator(mediator=MediatorFacts(mediator, k.CENTRE_ID, active=True))


def last_conflict(course: Course) -> object:
    return course.at.dossier.conflicts[-1].id


@pytest.mark.parametrize("role", ["witness", "agent"])
def test_another_role_that_was_entered_in_error_bars_nobody(role: str) -> None:
    mediator = MediatorFacts(THIRD, k.CENTRE_ID, active=True)
    course = Course().accepted().do(c.RecordOtherRole(mediator=mediator, role=role))
    refused(course, assigning(), "mediator_has_role")
    mistake = wrong("conflict", last_conflict(course))
    refused(course, mistake, "record_of_others")

    course.do(mistake, COURT)

    record = course.at.dossier.conflicts[0]
    assert (record.decision, record.role, record.entered_in_error_on) == ("barred", role, course.today)
    assert course.do(assigning()).at.mediators[-1].mediator_id == THIRD
    refused(course, mistake, "part_unknown", COURT)


def test_a_relation_disclosed_in_error_stops_nobody_any_more() -> None:
    course = Course().accepted().do(k.assign()).do(disclose())
    refused(course, k.begin(), "conflict_undecided")
    conflict = last_conflict(course)

    course.do(wrong("conflict", conflict))

    assert course.at.mediators[0].conflict is None
    refused(course, c.DecideConflict(conflict_id=conflict, decision="recused"), "part_unknown", COURT)  # type: ignore[arg-type]
    assert course.do(k.begin()).at.state == "mediating"


def test_a_waiver_stands_when_a_later_disclosure_was_an_error() -> None:
    course = Course().accepted().do(k.assign()).do(disclose())
    course.do(decide(course, "waived", waived_by=k.BOTH)).do(disclose())
    assert course.at.mediators[0].conflict == "open"

    course.do(wrong("conflict", last_conflict(course)))

    assert course.at.mediators[0].conflict == "waived"


def test_whoever_left_by_a_decision_that_was_an_error_may_be_assigned_again() -> None:
    course = Course().accepted().do(k.assign()).do(disclose())
    course.do(decide(course, "recused"))
    refused(course, k.assign(), "mediator_recused")
    mistake = wrong("conflict", last_conflict(course))
    refused(course, mistake, "record_of_others")

    course.do(mistake, COURT)

    assert [turn.ended_on is None for turn in course.at.mediators] == [False]
    assert course.do(k.assign()).at.mediators[-1].ended_on is None


def test_a_check_is_marked_by_the_organisation_and_whom_parties_applied_to_marks_all() -> None:
    mediator = MediatorFacts(THIRD, k.CENTRE_ID, active=True)
    course = Course(track=Track.DIRECT, kind=Kind.DIRECT).accepted()
    course.do(c.CheckConflict(mediator=mediator, found=Encounters(1, 0)))
    course.do(wrong("conflict", last_conflict(course)))
    course.do(c.RecordOtherRole(mediator=mediator, role="juror")).do(wrong("conflict", last_conflict(course)))

    assert [x.entered_in_error_on for x in course.at.dossier.conflicts] == [course.today] * 2
    assert course.at.dossier.valid_conflicts == ()


# Performances that were recorded in error.


def uncount(course: Course, place: int | None = -1) -> c.CorrectPerformance:
    """Of the record at that place, or of the whole."""
    agreement = course.at.agreement
    assert agreement is not None
    record = None if place is None else agreement.performances[place].id
    return c.CorrectPerformance(performance_id=record, reason="wrong_referral", explanation="误录")


def left(course: Course) -> list[tuple[str, Decimal | None]]:
    assert course.at.agreement is not None
    return [(x.state.value, x.left) for x in plan_of(course.at.agreement, course.book.calendar)]


def test_what_was_performed_in_error_is_owed_again_and_its_clocks_run_again() -> None:
    course = in_instalments(Course(), 600, 400).do(c.RecordPerformance())
    day = course.today
    assert (course.at.clock("T12"), course.at.clock("PERFORM")) == (None, None)
    course.later(2)

    course.do(uncount(course, None))

    agreement = course.at.agreement
    assert agreement is not None
    assert (agreement.state, agreement.performed_on) == ("agreement_effective", None)
    assert left(course) == [("due", 600), ("due", 400)]
    assert course.at.clock("T12").raw_end_on == day + timedelta(days=30)  # type: ignore[union-attr]
    assert sum(clock.rule == "PERFORM" and clock.is_open for clock in course.at.clocks) == 2
    fact = course.facts[-1]
    assert (fact.type, fact.state_before, fact.state_after) == (
        "performance.corrected",
        "performed",
        "agreement_effective",
    )
    assert "误录" not in str(fact.facts)
    assert course.at.dossier.messages[-1].text == "误录"
    refused(course, uncount(course, None), "part_unknown")


def test_an_instalment_that_was_paid_in_error_falls_due_as_if_it_never_was() -> None:
    course = in_instalments(Course(), 600, 400)
    course.do(paid(course, 0, 200)).do(paid(course, 0)).do(paid(course, 1))
    assert course.at.clock("T12") is None

    course.do(uncount(course, 1))

    assert course.facts[-1].facts["left"] == "400"
    assert left(course) == [("partial", 400), ("performed", 0)]
    assert [x.entered_in_error_on is None for x in course.at.agreement.performances] == [True, False, True]  # type: ignore[union-attr]
    assert course.at.clock("T12") is not None
    refused(course, uncount(course, 1), "part_unknown")
    course.later(60).sweep()
    assert course.at.agreement.state == "breached"  # type: ignore[union-attr]
    course.do(paid(course, 0))
    assert course.at.agreement.state == "performed"  # type: ignore[union-attr]


def test_a_breach_that_was_cured_in_error_is_one_again() -> None:
    course = stand("cured", "pre_2022")
    assert course.at.agreement.state == "agreement_effective"  # type: ignore[union-attr]
    late = stand("performed_late", "pre_2022")

    for each, place in ((course, 0), (late, 0)):
        each.do(uncount(each, place))
        assert each.at.agreement.state == "breached"  # type: ignore[union-attr]
        assert left(each)[0] == ("breached", 600)
    course.do(paid(course, 1)).do(uncount(course, 1))
    assert left(course) == [("breached", 600), ("due", 400)]


def test_a_breach_of_an_agreement_without_promises_is_one_again() -> None:
    course = Course().effective().do(c.ReportBreach(party_id=k.RESPONDENT)).do(c.RecordPerformance())

    course.do(uncount(course, None))

    assert course.at.agreement.state == "breached"  # type: ignore[union-attr]


def test_the_whole_is_corrected_before_its_instalments_and_only_where_it_was_recorded() -> None:
    course = in_instalments(Course(), 600, 400)
    course.do(paid(course, 0))
    refused(course, uncount(course, None), "part_unknown")
    course.do(c.RecordPerformance())
    refused(course, uncount(course, 0), "performed_as_whole")

    course.do(uncount(course, None)).do(uncount(course, 0))

    assert left(course) == [("due", 600), ("due", 400)]


def test_a_window_that_the_parties_used_or_that_is_over_is_not_opened_again() -> None:
    used = (
        Course().effective().do(c.ApplyForConfirmation(applicant_ids=k.BOTH)).step(c.WithdrawApplication, actor=CENTRE)
    )
    over = Course().effective().do(c.RecordPerformance()).later(40)
    used.do(c.RecordPerformance())

    for course in (used, over):
        course.do(uncount(course, None))
        assert course.at.clock("T12") is None


def test_after_filing_what_only_performance_bound_is_open_again() -> None:
    course = in_instalments(Course(track=Track.POST_FILING_FIRST), 600)
    course.do(paid(course, 0))
    assert binding(course.at) != NOT_YET

    course.do(uncount(course))

    assert binding(course.at) == NOT_YET
    assert course.at.clock("PERFORM") is None


def test_what_the_court_collected_is_corrected_by_the_court() -> None:
    course = stand("led_enforced", "assisted")
    whole = bound(Course().effective())
    assert not is_whole(whole.at.agreement)  # type: ignore[arg-type]
    mistake = uncount(course)
    refused(course, mistake, "record_of_others")

    course.do(mistake, COURT)

    assert left(course) == [("breached", 1000)]
