"""Invariant 8: nothing leaves in a hand-over that the law keeps confidential."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import commands as c
from app.domain.codes import CODE_LISTS, codes_of
from app.domain.documents import CONFIDENTIAL, Document, may_see, signed_by_all, stays_private
from app.domain.handover import TABLE, Purpose, Reason, agreement_stands, hidden_reason, kept_back, package
from app.domain.lifecycle.states import AgreementState
from app.domain.referral import Referral
from app.domain.sources import SOURCES
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.stands import WAYS

HOLDER, COURT_TENANT = UUID(int=901), UUID(int=902)
MEDIATED = ("undisputed_facts", "signed_minutes", "recording")


def course_of(name: str) -> Course:
    course = WAYS["pre_2022"].course()
    return {"failed": course.failed, "drafted": course.drafted, "mediating": course.mediating}[name]()


FAILED, DRAFTED, MEDIATING = (course_of(name).at for name in ("failed", "drafted", "mediating"))
RECORDED = course_of("drafted")
for consenting in k.BOTH:
    RECORDED.do(c.RecordConsent(party_id=consenting, kind="recording", given=True))
AGREED = RECORDED.at


def document(document_class: str, **more: object) -> Document:
    plain = Document(
        id=UUID(int=1),
        document_class=document_class,
        media_type="text/plain",
        size_bytes=1,
        sha256="0" * 64,
        put_by="organisation",
        put_by_id=HOLDER,
        put_on=AGREED.last_fact_on,
    )
    return replace(plain, **more)


@pytest.mark.parametrize("purpose", Purpose)
def test_no_row_of_the_table_lets_a_confidential_class_pass(purpose: Purpose) -> None:
    assert not {document_class for at, document_class in TABLE if at is purpose} & CONFIDENTIAL
    assert {document_class for _, document_class in TABLE} < codes_of("document_class")


def test_every_row_of_the_table_has_a_source_and_every_purpose_a_label() -> None:
    assert set(TABLE.values()) <= set(SOURCES)
    assert [row.code for row in CODE_LISTS["handover_purpose"]] == list(Purpose)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("document_class", sorted(CONFIDENTIAL))
@pytest.mark.parametrize("at", [FAILED, AGREED], ids=["failed", "agreed"])
def test_trap_18_a_confidential_document_stays_behind_signed_or_not(
    purpose: Purpose, document_class: str, at: Referral
) -> None:
    dressed = document(document_class, signed_by=k.BOTH, replaces_minutes=True, sealed_original=True)

    assert kept_back(purpose, at, dressed) is Reason.CONFIDENTIAL


@pytest.mark.parametrize(
    ("purpose", "at", "given_document", "expected"),
    [
        (Purpose.TRIAL, FAILED, document("complaint"), None),
        (Purpose.TRIAL, FAILED, document("complaint", withdrawn_on=FAILED.last_fact_on), Reason.WITHDRAWN),
        (Purpose.TRIAL, FAILED, document("agreement"), Reason.NOT_FOR_THIS_PURPOSE),
        (Purpose.TRIAL, FAILED, document("other"), Reason.NOT_FOR_THIS_PURPOSE),
        (Purpose.TRIAL, FAILED, document("evidence", private_to=HOLDER), Reason.CONFIDENTIAL),
        (Purpose.TRIAL, FAILED, document("undisputed_facts", signed_by=k.BOTH), None),
        (Purpose.TRIAL, FAILED, document("undisputed_facts", signed_by=k.BOTH[:1]), Reason.NOT_SIGNED_BY_ALL),
        (Purpose.TRIAL, FAILED, document("signed_minutes", signed_by=k.BOTH), Reason.NOT_FOR_THIS_PURPOSE),
        (Purpose.TRIAL, AGREED, document("recording", replaces_minutes=True), Reason.NOT_FOR_THIS_PURPOSE),
        (Purpose.CONFIRMATION, AGREED, document("signed_minutes", signed_by=k.BOTH), None),
        (Purpose.CONFIRMATION, AGREED, document("signed_minutes"), Reason.NOT_SIGNED_BY_ALL),
        (Purpose.CONFIRMATION, FAILED, document("signed_minutes", signed_by=k.BOTH), Reason.NO_AGREEMENT),
        (Purpose.CONFIRMATION, AGREED, document("recording", replaces_minutes=True), None),
        (Purpose.CONFIRMATION, AGREED, document("recording"), Reason.MINUTES_NOT_REPLACED),
        (Purpose.CONFIRMATION, DRAFTED, document("recording", replaces_minutes=True), Reason.MINUTES_NOT_REPLACED),
        (Purpose.STATEMENT, AGREED, document("agreement"), None),
        (Purpose.SHAM_REVIEW, AGREED, document("agreement"), None),
        (Purpose.SHAM_REVIEW, AGREED, document("signed_minutes", signed_by=k.BOTH), Reason.NOT_FOR_THIS_PURPOSE),
    ],
)
def test_each_condition_decides(
    purpose: Purpose, at: Referral, given_document: Document, expected: Reason | None
) -> None:
    assert kept_back(purpose, at, given_document) is expected


def test_a_recording_of_mediation_that_came_to_nothing_stays_behind() -> None:
    course = course_of("failed")
    for party in k.BOTH:
        course.do(c.RecordConsent(party_id=party, kind="recording", given=True))
    recording = document("recording", replaces_minutes=True, put_on=course.today)

    assert kept_back(Purpose.CONFIRMATION, course.at, recording) is Reason.NO_AGREEMENT


def test_an_agreement_that_somebody_refused_to_sign_is_none() -> None:
    assert AGREED.agreement is not None
    refused = replace(AGREED, agreement=replace(AGREED.agreement, state=AgreementState.REFUSED))

    assert agreement_stands(AGREED)
    assert not agreement_stands(refused)


def test_what_is_missing_is_told_with_its_source() -> None:
    missing = {purpose: [x.code for x in package(purpose, AGREED, ()).missing] for purpose in Purpose}

    assert missing == {
        Purpose.TRIAL: ["document_complaint", "document_end_report"],
        Purpose.CONFIRMATION: [
            "document_confirmation_application",
            "document_agreement",
            "document_presiding_proof",
            "document_identity",
            "effective_agreement",
            "service_addresses",
        ],
        Purpose.STATEMENT: ["document_agreement", "effective_agreement", "service_addresses"],
        Purpose.SHAM_REVIEW: [],
    }


def test_a_mediation_that_goes_on_is_handed_over_to_no_trial_as_complete() -> None:
    assert [x.code for x in package(Purpose.TRIAL, MEDIATING, ()).missing][-1] == "mediation_end"


def test_nothing_is_missing_from_a_complete_record() -> None:
    course = WAYS["pre_2022"].course().drafted()
    for party in k.BOTH:
        course.do(c.RecordServiceAddress(party_id=party, kind="electronic", address="x"))
    assert course.at.agreement is not None
    at = replace(course.at, agreement=replace(course.at.agreement, effective_on=course.today))

    made = package(Purpose.STATEMENT, at, (document("agreement"), document("offer")))

    assert made.missing == ()
    assert [(x.document.document_class, x.source) for x in made.passing] == [("agreement", "CPLI_354")]
    assert [x.reason for x in made.kept] == [Reason.CONFIDENTIAL]


def test_a_failed_mediation_with_complaint_and_report_is_complete_and_no_agreement_is() -> None:
    whole = package(Purpose.TRIAL, FAILED, (document("complaint"), document("end_report")))
    bare = package(Purpose.STATEMENT, FAILED, (document("service_address"),))

    assert whole.missing == ()
    assert [x.code for x in bare.missing] == ["document_agreement", "effective_agreement"]


def test_what_is_hidden_is_told_no_more_than_needed() -> None:
    assert hidden_reason("offer") is Reason.CONFIDENTIAL
    assert hidden_reason("undisputed_facts") is Reason.NOT_SIGNED_BY_ALL


@st.composite
def smuggled(draw: st.DrawFn) -> tuple[Referral, Document]:
    """A document dressed up in every way, put under a referral at some point, as the record would hold it."""
    at = draw(st.sampled_from([FAILED, DRAFTED, AGREED]))
    document_class = draw(st.sampled_from(sorted(codes_of("document_class"))))
    signed_by = tuple(draw(st.lists(st.sampled_from([*k.BOTH, k.RELATED]), unique=True)))
    replaces_minutes = draw(st.booleans())
    private = stays_private(
        document_class,
        signed_by=signed_by,
        replaces_minutes=replaces_minutes,
        agreeing=at.agreeing_parties,
        agreement_recorded=draw(st.booleans()),
    )
    return at, document(
        document_class,
        signed_by=signed_by,
        replaces_minutes=replaces_minutes,
        sealed_original=draw(st.booleans()),
        withdrawn_on=draw(st.sampled_from([None, at.last_fact_on])),
        put_on=at.last_fact_on,
        private_to=HOLDER if private else None,
    )


@given(smuggled(), st.sampled_from(Purpose))
def test_invariant_8_no_document_is_smuggled_into_a_package(what: tuple[Referral, Document], purpose: Purpose) -> None:
    """However it is dressed: what passes is open, whole, of the table, and meets the law's condition for its class."""
    at, smuggle = what

    made = package(purpose, at, (smuggle,))

    assert len(made.passing) + len(made.kept) == 1
    for passing in made.passing:
        went = passing.document
        assert went.document_class not in CONFIDENTIAL
        assert (went.private_to, went.withdrawn_on) == (None, None)
        assert may_see(went, COURT_TENANT)
        if went.document_class in MEDIATED:
            assert signed_by_all(went.signed_by, at.agreeing_parties) or went.replaces_minutes
        if went.document_class in {"signed_minutes", "recording"}:
            assert agreement_stands(at)
            assert purpose in {Purpose.CONFIRMATION, Purpose.STATEMENT}
