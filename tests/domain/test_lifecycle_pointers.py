"""A refusal of what one field says points to that field."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.dossier import Particulars, ParticularsChange
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Kind, Track
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import due_on, refused

STRANGER = k.PartyId(UUID(int=12345))
NOWHERE = UUID(int=54321)
POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}


def term(payer: k.PartyId) -> c.NewTerm:
    return c.NewTerm(payer_party_id=payer, amount=None, due_on=None, text="")


def amend(**change: object) -> c.Amend:
    return c.Amend(particulars=ParticularsChange(**change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("course", "command", "pointer"),
    [
        (Course().accepted(), c.ContactParty(party_id=STRANGER, means="phone", result="reached"), "/party_id"),
        (Course().mediating(), c.BeginAppraisal(agreed_by=(*k.BOTH, STRANGER)), "/agreed_by/2"),
        (Course().mediating(), c.BeginAppraisal(agreed_by=(k.APPLICANT, k.APPLICANT)), "/agreed_by/1"),
        (Course().effective(), c.ApplyForConfirmation(applicant_ids=(STRANGER, *k.BOTH)), "/applicant_ids/0"),
        (Course().agreed(), c.DraftAgreement(terms=(term(k.RESPONDENT), term(STRANGER))), "/terms/1/payer_party_id"),
        (Course().accepted(), c.RecordConsent(party_id=STRANGER, kind="mediate", given=True), "/party_id"),
    ],
)
def test_a_stranger_is_pointed_to(course: Course, command: c.Command, pointer: str) -> None:
    assert refused(course, command, "party_unknown").pointer == pointer


def test_a_stranger_whose_identity_is_given_is_pointed_to() -> None:
    course = Course().accepted().do(k.assign())
    start = replace(k.begin(), identities={STRANGER: k.IDENTITY})

    assert refused(course, start, "party_unknown").pointer == "/identities"


@pytest.mark.parametrize(
    ("command", "code", "pointer"),
    [
        (c.EndRepresentative(representative_id=NOWHERE), "part_unknown", "/representative_id"),
        (c.SettleClaim(claim_id=NOWHERE, outcome="withdrawn"), "part_unknown", "/claim_id"),
        (c.AcknowledgeMaterials(material_ids=(NOWHERE,)), "part_unknown", "/material_ids"),
        (c.RecordNoticeResult(notice_id=NOWHERE, result="received"), "part_unknown", "/notice_id"),
        (
            c.RequestMaterials(kind="evidence", source="court", due_on=k.OPENED_ON - timedelta(days=1)),
            "day_passed",
            "/due_on",
        ),
    ],
)
def test_what_is_not_in_the_file_or_not_on_that_day_is_pointed_to(command: c.Command, code: str, pointer: str) -> None:
    assert refused(Course().accepted(), command, code).pointer == pointer


def test_a_day_of_preservation_that_is_wrong_is_pointed_to() -> None:
    course = Course().accepted()
    tomorrow = amend(preservation=True, preserved_on=course.today + timedelta(days=1))

    missing = refused(course, amend(preserved_on=course.today), "preservation_missing", k.COURT)
    ahead = refused(course, tomorrow, "occurred_in_future", k.COURT)

    assert (missing.pointer, ahead.pointer) == ("/preserved_on", "/preserved_on")


def test_a_day_of_filing_that_is_wrong_is_pointed_to() -> None:
    ahead = Course(**POST).delegate()  # type: ignore[arg-type]
    later = amend(filed_on=ahead.today + timedelta(days=1))
    assert refused(ahead, later, "occurred_in_future", k.COURT).pointer == "/filed_on"

    ahead.later(3)
    after_opening = amend(filed_on=ahead.today - timedelta(days=1))
    assert refused(ahead, after_opening, "filed_after_opening", k.COURT).pointer == "/filed_on"


@pytest.mark.parametrize(
    ("particulars", "missing"),
    [
        (Particulars(), ["filed_on", "procedure_type"]),
        (Particulars(filed_on=date(2026, 9, 1)), ["procedure_type"]),
    ],
)
def test_particulars_that_are_missing_after_filing_are_named(particulars: Particulars, missing: list[str]) -> None:
    class Bare(Course):
        @property
        def particulars(self) -> Particulars:
            return particulars

    with pytest.raises(Refusal) as caught:
        Bare(**POST).delegate()  # type: ignore[arg-type]

    assert (caught.value.code, caught.value.pointer) == ("particulars_missing", f"/{missing[0]}")
    assert caught.value.facts["missing"] == missing


def test_an_extension_is_told_the_present_end() -> None:
    course = Course().mediating()
    end = due_on(course, "T05")
    assert end is not None

    refusal = refused(course, c.ExtendTerm(until=end, agreed_by=k.BOTH), "extension_not_later")

    assert (refusal.pointer, refusal.facts["due_on"]) == ("/until", end.isoformat())
