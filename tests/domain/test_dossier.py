"""What people record around a referral: it stays consistent, moves no state, and tells nothing personal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.dossier import ParticularsChange, RepresentativeDetails
from app.domain.lifecycle.states import Kind, MediationState, Track
from app.domain.referral import SeriesId, SessionId
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.refusals import due_on, refused

DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
STRANGER = k.PartyId(UUID(int=12345))
UNKNOWN = UUID(int=54321)
DETAILS = RepresentativeDetails(name="secret name", phone="secret phone")
REPRESENTATIVE = c.AddRepresentative(party_id=k.APPLICANT, kind="lawyer", authority="special", details=DETAILS)
CLAIM = c.AddClaim(party_id=k.APPLICANT, kind="payment", amount=Decimal(100), text="secret claim")
NUMBER = c.AddCaseNumber(kind="court", original="secret number", normalised="secret number")
NOTICE = c.SendNotice(party_id=k.APPLICANT, kind="rights", means="sms")
FROM_PARTY = {"kind": "evidence", "source": "party", "party_id": k.APPLICANT}


def test_what_is_recorded_moves_no_state_and_shows_no_words() -> None:
    course = Course().mediating()
    state = course.at.state
    address = c.RecordServiceAddress(party_id=k.APPLICANT, kind="electronic", address="secret address")
    words = c.SendMessage(topic="question", text="secret question")
    for command in (REPRESENTATIVE, CLAIM, NUMBER, NOTICE, address, words):
        course.do(command)

    assert course.at.state is state
    assert "secret" not in repr([fact.facts for fact in course.facts])
    assert [x.details for x in course.at.dossier.representatives] == [DETAILS]
    assert course.at.dossier.service_addresses[0].address == "secret address"
    assert course.at.dossier.messages[0].sender == "organisation"


@pytest.mark.parametrize(
    "command",
    [
        replace(REPRESENTATIVE, party_id=STRANGER),
        replace(CLAIM, party_id=STRANGER),
        replace(NOTICE, party_id=STRANGER),
        c.RecordConsent(party_id=STRANGER, kind="online", given=True),
        c.RecordServiceAddress(party_id=STRANGER, kind="electronic", address="x"),
        c.RequestMaterials(kind="evidence", source="party", party_id=STRANGER),
        c.SupplyMaterials(kind="evidence", source="party", party_id=STRANGER),
    ],
)
def test_only_parties_of_the_referral_are_named(command: c.Command) -> None:
    refused(Course().accepted(), command, "party_unknown")


def test_a_case_number_of_one_kind_is_recorded_once() -> None:
    course = Course().accepted().do(NUMBER)

    refused(course, NUMBER, "case_number_known")
    course.do(replace(NUMBER, kind="archive"))

    assert [number.kind for number in course.at.dossier.case_numbers] == ["court", "archive"]


def test_a_representation_ends_once() -> None:
    course = Course().accepted().do(REPRESENTATIVE).do(replace(REPRESENTATIVE, party_id=k.RESPONDENT)).later(2)
    first, second = course.at.dossier.representatives

    course.do(c.EndRepresentative(representative_id=first.id))

    assert [x.until_on for x in course.at.dossier.representatives] == [course.today, None]
    refused(course, c.EndRepresentative(representative_id=first.id), "part_unknown")
    course.do(c.EndRepresentative(representative_id=second.id))


def test_a_claim_is_settled_once_with_what_was_agreed() -> None:
    course = Course().mediating().do(CLAIM).do(replace(CLAIM, kind="apology", amount=None))
    money, apology = course.at.dossier.claims

    course.do(c.SettleClaim(claim_id=money.id, outcome="agreed", amount=Decimal(80)))

    settled, open_claim = course.at.dossier.claims
    assert (settled.outcome, settled.settled_amount, settled.settled_on) == ("agreed", Decimal(80), course.today)
    assert open_claim.outcome == "open"
    refused(course, c.SettleClaim(claim_id=money.id, outcome="withdrawn"), "part_unknown")
    course.do(c.SettleClaim(claim_id=apology.id, outcome="withdrawn"), COURT)


def test_a_consent_taken_back_counts_from_its_day() -> None:
    course = Course().accepted().do(k.assign()).do(c.RecordConsent(party_id=k.APPLICANT, kind="mediate", given=False))

    refused(course, k.begin(), "consents_incomplete")


def test_materials_are_requested_supplied_and_received() -> None:
    course = Course().accepted()
    course.do(c.RequestMaterials(**FROM_PARTY, due_on=course.today, title="secret title"), COURT)
    assert course.facts[-1].facts["due_on"] == course.today.isoformat()
    asked = course.at.dossier.materials[0]
    refused(course, c.AcknowledgeMaterials(material_ids=(asked.id,)), "part_unknown", COURT)
    wrong = c.SupplyMaterials(kind="judgment", source="party", party_id=k.APPLICANT, material_id=asked.id)
    refused(course, wrong, "part_unknown")

    course.do(c.SupplyMaterials(**FROM_PARTY, material_id=asked.id, sha256="00"))
    course.do(c.SupplyMaterials(kind="other", source="organisation"))
    unasked = course.at.dossier.materials[1]
    refused(course, c.AcknowledgeMaterials(material_ids=(asked.id, asked.id)), "part_unknown", COURT)
    course.do(c.AcknowledgeMaterials(material_ids=(asked.id,)), COURT)

    assert [x.state for x in course.at.dossier.materials] == ["received", "supplied"]
    assert unasked.requested_on is None
    refused(course, c.SupplyMaterials(**FROM_PARTY, material_id=asked.id), "part_unknown")


def test_one_of_several_requests_is_answered() -> None:
    course = Course().accepted()
    for kind in ("evidence", "judgment"):
        course.do(c.RequestMaterials(kind=kind, source="court"))
    second = course.at.dossier.materials[1]

    course.do(c.SupplyMaterials(kind="judgment", source="court", material_id=second.id), COURT)

    assert [x.state for x in course.at.dossier.materials] == ["requested", "supplied"]


@pytest.mark.parametrize(
    "command",
    [
        c.RequestMaterials(kind="evidence", source="party"),
        c.RequestMaterials(kind="evidence", source="court", party_id=k.APPLICANT),
        c.SupplyMaterials(kind="evidence", source="party"),
    ],
)
def test_a_party_is_named_where_it_is_the_source_and_nowhere_else(command: c.Command) -> None:
    refused(Course().accepted(), command, "source_without_party")


def test_nothing_is_asked_for_by_a_day_that_has_passed() -> None:
    course = Course().accepted()
    yesterday = course.today - timedelta(days=1)

    refused(course, c.RequestMaterials(kind="evidence", source="court", due_on=yesterday), "day_passed")
    refused(course, c.Urge(topic="progress", reply_by=yesterday), "day_passed", COURT)


def test_what_became_of_a_notice_is_recorded_once() -> None:
    course = Course().mediating().do(NOTICE).do(NOTICE)
    first = course.at.dossier.notices[0]

    course.do(c.RecordNoticeResult(notice_id=first.id, result="failed"))

    assert [(x.result, x.result_on) for x in course.at.dossier.notices] == [("failed", course.today), ("sent", None)]
    refused(course, c.RecordNoticeResult(notice_id=first.id, result="received"), "part_unknown")


def test_a_notice_of_a_session_names_one_of_this_referral() -> None:
    course = Course().mediating()
    course.do(c.ScheduleSession(scheduled_on=course.today, mode="online"))
    refused(course, replace(NOTICE, session_id=SessionId(UNKNOWN)), "session_unknown")

    course.do(replace(NOTICE, session_id=course.at.sessions[0].id))

    assert course.at.dossier.notices[0].session_id == course.at.sessions[0].id


def test_a_reply_answers_a_message_of_this_referral() -> None:
    course = Course().accepted().do(c.SendMessage(topic="question", text="x"), COURT)
    refused(course, c.SendMessage(topic="answer", text="x", reply_to=UNKNOWN), "part_unknown")

    course.do(c.SendMessage(topic="answer", text="x", reply_to=course.at.dossier.messages[0].id))

    assert [m.sender for m in course.at.dossier.messages] == ["court", "organisation"]


# Urging.


def test_an_urging_is_answered_in_two_working_days() -> None:
    course = Course(today=date(2026, 9, 30)).delegate().do(c.Urge(topic="acceptance"), COURT)

    assert due_on(course, "URGE") == date(2026, 10, 9)
    assert course.at.dossier.urgings[0].reply_by == date(2026, 10, 9)
    refused(course, c.Urge(topic="progress"), "urging_open", COURT)
    course.do(c.AnswerUrge(urge_id=course.at.dossier.urgings[0].id, text="x"))
    assert course.at.clock("URGE") is None
    course.do(c.Urge(topic="progress"), COURT)
    assert [x.answered_on is None for x in course.at.dossier.urgings] == [False, True]


def test_an_urging_that_names_a_day_ends_on_that_day_and_nothing_moves_it() -> None:
    sunday = date(2026, 10, 4)
    course = Course().accepted().do(c.Urge(topic="result", reply_by=sunday), COURT)

    assert due_on(course, "URGE") == sunday
    beyond = Course().accepted().do(c.Urge(topic="result", reply_by=date(2030, 1, 7)), COURT).at.clock("URGE")
    assert beyond is not None
    assert beyond.provisional


def test_a_missed_urging_is_told_and_may_still_be_answered() -> None:
    course = Course().accepted().do(c.Urge(topic="progress"), COURT).past("URGE")
    assert course.facts[-1].action == "miss_urge"
    urging = course.at.dossier.urgings[0]

    course.do(c.AnswerUrge(urge_id=urging.id, text="x"))

    refused(course, c.AnswerUrge(urge_id=urging.id, text="x"), "part_unknown")


def test_the_length_of_an_urging_is_the_deployments() -> None:
    course = Course(today=date(2026, 9, 14)).accepted()
    book = replace(course.book, urge_working_days=4)

    after, fact = k.apply(course.at, c.Urge(topic="progress"), COURT, course.now, book, course.mint)

    assert (after.dossier.urgings[0].reply_by, fact.due["URGE"]) == (date(2026, 9, 18), date(2026, 9, 18))


def test_nobody_is_urged_where_nobody_holds_or_nothing_is_open() -> None:
    refused(Course().delegate().do(c.TakeBack(), COURT), c.Urge(topic="progress"), "nobody_holds", COURT)
    refused(Course().effective().do(c.ReportResult()), c.Urge(topic="progress"), "action_not_possible", COURT)
    refused(Course(**DIRECT).accepted(), c.Urge(topic="progress"), "not_on_this_track", CENTRE)
    assert Course(**SENT).accepted().do(c.Urge(topic="progress"), SENDER).at.clock("URGE") is not None


def test_an_urging_outlives_the_mediation_and_ends_with_the_report() -> None:
    course = Course().mediating().do(c.Urge(topic="result"), COURT).do(c.End(reason=k.EndReason.OTHER))
    missed = Course().mediating().do(c.Urge(topic="result"), COURT).do(c.End(reason=k.EndReason.OTHER)).past("URGE")
    assert (missed.facts[-1].type, course.at.clock("URGE") is None) == ("deadline.missed", False)

    course.do(c.ReportResult(route=k.Route.FILING))

    assert (course.at.state, course.at.clock("URGE")) == (MediationState.CLOSED, None)


# Particulars, business status, series.


def amend(**change: object) -> c.Amend:
    return c.Amend(particulars=ParticularsChange(**change))  # type: ignore[arg-type]


def test_particulars_are_put_right_by_whoever_sent_the_matter() -> None:
    course = Course(**SENT).accepted()
    refused(course, amend(priority="high"), "wrong_actor", CENTRE)

    course.do(amend(priority="high", sensitivities=("minor",)), SENDER)

    assert course.facts[-1].facts == {"fields": ["priority", "sensitivities"]}
    assert (course.at.particulars.priority, course.at.particulars.preservation) == ("high", False)
    assert Course(**DIRECT).submit().do(amend(priority="high")).at.particulars.priority == "high"


def test_dates_of_the_case_lie_in_the_past_and_go_with_a_preservation() -> None:
    course = Course().accepted()
    tomorrow = course.today + timedelta(days=1)
    refused(course, amend(preservation=True, preserved_on=tomorrow), "occurred_in_future", COURT)
    refused(course, amend(preserved_on=course.today), "preservation_missing", COURT)

    course.do(amend(preservation=True, preserved_on=course.today), COURT)

    course.do(amend(preserved_on=course.today - timedelta(days=1)), COURT)


def test_the_business_status_changes_with_its_reason() -> None:
    course = Course().accepted().do(c.SetBusinessStatus(status="on_hold", reason="party_abroad"))
    refused(course, c.SetBusinessStatus(status="on_hold", reason="party_abroad"), "status_unchanged")

    course.do(c.SetBusinessStatus(status="in_progress"), COURT)

    assert (course.at.particulars.business_status, course.at.particulars.business_reason) == ("in_progress", None)


def test_a_referral_is_in_one_series_at_a_time() -> None:
    course = Course().accepted()
    refused(course, c.LeaveSeries(), "not_in_series")
    course.do(c.JoinSeries(series_id=SeriesId(UNKNOWN)))
    refused(course, c.JoinSeries(series_id=SeriesId(UUID(int=1))), "already_in_series")

    course.do(c.LeaveSeries())

    assert (course.at.series_id, course.facts[-1].facts) == (None, {"series_id": str(UNKNOWN)})


def test_what_answers_a_request_need_not_say_again_what_was_asked_for() -> None:
    course = Course().accepted()
    course.do(c.RequestMaterials(**FROM_PARTY)).do(c.RequestMaterials(kind="judgment", source="court"))
    first, second = course.at.dossier.materials
    other = c.SupplyMaterials(material_id=first.id, party_id=k.RESPONDENT)
    refused(course, other, "part_unknown")
    refused(course, c.SupplyMaterials(kind="evidence"), "part_unknown")
    refused(course, c.SupplyMaterials(material_id=second.id, source="organisation"), "part_unknown")

    course.do(c.SupplyMaterials(material_id=first.id)).do(c.SupplyMaterials(material_id=second.id, kind="judgment"))

    assert [(x.kind, x.source, x.party_id, x.state) for x in course.at.dossier.materials] == [
        (first.kind, "party", first.party_id, "supplied"),
        ("judgment", "court", None, "supplied"),
    ]
