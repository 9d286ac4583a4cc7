"""What an agreement says is looked at before anybody signs it: promises, clauses, guarantors, its form and its ink."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.guards import missing_signers
from app.domain.lifecycle.states import AgreementState, Body, SignerRole, Track
from app.domain.referral import MediatorId, PartyId
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import due_on, refused

ORAL = {"form": "oral", "recorded_by": k.MEDIATOR}
GUARANTOR = c.Guarantor(k.RELATED, consented=True)


def agreed(**way: object) -> Course:
    return Course(**way).agreed()  # type: ignore[arg-type]


def text(course: Course, **said: object) -> c.DraftAgreement:
    """The respondent pays in ten days."""
    terms = (k.promise(course.today + timedelta(days=10)),)
    return c.DraftAgreement(**{"terms": terms, **said})  # type: ignore[arg-type]


def signed(course: Course) -> Course:
    for signature in k.signatures(course.body, course.means):
        course.do(signature)
    return course


@pytest.mark.parametrize(
    "planned", ["judicial_confirmation", "mediation_statement", "arbitration_review", "notarisation"]
)
def test_what_is_to_become_a_title_says_who_and_until_when(planned: str) -> None:
    course = agreed()
    promise = k.promise(course.today)
    nobody, some_day = replace(promise, payer_party_id=None), replace(promise, due_on=None)
    plan = {"planned": (planned,), "enforcement_promised": True}

    refusal = refused(course, text(course, terms=(promise, nobody, some_day), **plan), "terms_not_certain")

    assert refusal.facts["places"] == [1, 2]
    assert course.do(text(course, terms=(promise,), **plan)).at.agreement is not None
    assert agreed().do(text(course, terms=(nobody, some_day))).at.agreement is not None


def test_what_no_court_confirms_is_not_planned_for_confirmation() -> None:
    course = agreed()
    plan = {"planned": ("judicial_confirmation",)}

    refused(course, text(course, subjects=("property_right",), **plan), "content_not_confirmable")
    by_cause = agreed(cause="14")
    refused(by_cause, text(by_cause, **plan), "content_not_confirmable")

    signed(course.do(text(course, subjects=("property_right",))))
    refused(course, c.ApplyForConfirmation(applicant_ids=k.BOTH), "content_not_confirmable")


def test_what_is_to_be_notarised_pays_and_promises_enforcement() -> None:
    course = agreed()
    act = (c.NewTerm(k.RESPONDENT, None, course.today, "x"),)

    refused(course, text(course, planned=("notarisation",)), "enforcement_promise_missing")
    refused(course, text(course, planned=("notarisation",), terms=act), "no_payment_content")


def test_the_rest_is_not_left_to_the_court_and_a_default_clause_is_allowed() -> None:
    course = agreed()

    refused(course, text(course, default_clause="court_decides"), "court_decides_clause")

    agreement = course.do(text(course, default_clause="stated")).at.agreement
    assert agreement is not None
    assert agreement.default_clause == "stated"


def test_a_guarantor_consents_itself_and_is_neither_party_nor_payer() -> None:
    course = agreed()

    def named(*guarantors: c.Guarantor, **more: object) -> c.DraftAgreement:
        return text(course, guarantors=guarantors, **more)

    for who in (k.APPLICANT, k.RESPONDENT, PartyId(UUID(int=9))):
        refused(course, named(c.Guarantor(who, consented=True)), "guarantor_is_bound")
    refused(course, named(GUARANTOR, GUARANTOR), "guarantor_is_bound")
    paying = (c.NewTerm(k.RELATED, Decimal(5), course.today, "x"),)
    refused(course, named(GUARANTOR, terms=paying), "guarantor_is_bound")
    refused(course, named(replace(GUARANTOR, consented=False)), "guarantor_consent_missing")


def test_a_guarantor_signs_for_itself_and_nobody_waits_for_it() -> None:
    """Its refusal to sign does not keep the agreement from taking effect (CMP 9)."""
    course = agreed().do(text(agreed(), guarantors=(GUARANTOR,)))
    own = c.Sign(role=SignerRole.GUARANTOR, party_id=k.RELATED, means="handwritten")
    refused(course, replace(own, party_id=k.APPLICANT), "signer_not_required")
    refused(course, replace(own, role=SignerRole.PARTY), "signer_not_required")

    course.do(own)

    assert course.facts[-1].type == "agreement.signed"
    refused(course, own, "already_signed")
    assert (SignerRole.GUARANTOR, k.RELATED) not in missing_signers(course.at)
    signed(course)
    assert course.at.agreement is not None
    assert course.at.agreement.state is AgreementState.EFFECTIVE
    assert k.RELATED not in course.at.bound_party_ids
    without = agreed()
    signed(without.do(text(without, guarantors=(GUARANTOR,))))
    assert without.at.agreement is not None
    assert without.at.agreement.state is AgreementState.EFFECTIVE


def test_a_guarantor_signs_after_the_agreement_is_in_force_and_moves_no_day() -> None:
    course = agreed()
    signed(course.do(text(course, guarantors=(GUARANTOR,))))
    before = course.at.agreement
    own = c.Sign(role=SignerRole.GUARANTOR, party_id=k.RELATED, means="handwritten")
    refused(course.later(3), replace(own, role=SignerRole.PARTY), "signer_not_required")

    course.do(own)

    assert (course.facts[-1].type, course.at.agreement) == ("agreement.signed", before)
    assert course.facts[-1].facts == {"signer_role": "guarantor", "party_id": str(k.RELATED)}
    refused(course, own, "action_not_possible")


def test_a_guarantor_is_no_applicant_for_confirmation() -> None:
    course = agreed()
    signed(course.do(text(course, guarantors=(GUARANTOR,))))

    refused(course, c.ApplyForConfirmation(applicant_ids=(*k.BOTH, k.RELATED)), "guarantor_does_not_apply")
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))

    assert course.at.procedures[-1].applicant_ids == k.BOTH


def test_who_guaranteed_the_first_text_guarantees_the_next_by_consent_anew() -> None:
    course = agreed()
    signed(course.do(text(course, guarantors=(GUARANTOR,))))
    changed = c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal")
    refused(course, replace(changed, guarantors=(replace(GUARANTOR, consented=False),)), "guarantor_consent_missing")

    assert course.do(changed).at.agreement.guarantor_ids == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("track", [Track.PRE_FILING_2016, Track.POST_FILING_FIRST, Track.DIRECT])
def test_trap_34_an_oral_agreement_before_a_committee_takes_effect_on_the_day_it_is_reached(track: Track) -> None:
    """No party signs; the mediator records it (PML 28, 30). The days for applying run from the day it was reached."""
    course = Course(track=track, body=Body.PEOPLE, on_platform=False).agreed()
    reached = course.today
    course.do(text(course, **ORAL))
    assert missing_signers(course.at) == {(SignerRole.MEDIATOR, None)}

    course.later(2).do(c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="handwritten"))

    agreement = course.at.agreement
    assert agreement is not None
    assert (agreement.state, agreement.effective_on) == (AgreementState.EFFECTIVE, reached)
    assert (agreement.recorded_by, missing_signers(course.at)) == (k.MEDIATOR, frozenset())
    assert "PML_30" in course.facts[-1].sources
    assert "PML_29" not in course.facts[-1].sources
    if track is not Track.POST_FILING_FIRST:
        assert due_on(course, "T12") == course.book.calendar.roll(reached + timedelta(days=30))
        course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
        assert course.at.procedures[-1].state == "applied"


def test_trap_34_what_another_body_records_of_an_oral_agreement_the_parties_sign() -> None:
    course = agreed(track=Track.PRE_FILING_2016).do(text(agreed(), **ORAL))
    assert course.at.agreement.state is AgreementState.PENDING  # type: ignore[union-attr]

    signed(course)

    assert course.at.agreement.state is AgreementState.EFFECTIVE  # type: ignore[union-attr]


def test_trap_34_an_application_for_confirmation_may_be_oral_too() -> None:
    course = Course().effective().do(c.ApplyForConfirmation(applicant_ids=k.BOTH, oral=True))

    assert course.facts[-1].facts["oral"] is True
    assert "oral" not in Course().applied().facts[-1].facts


@pytest.mark.parametrize("body", [Body.PEOPLE, Body.LABOUR])
def test_trap_34_a_labour_agreement_is_in_writing(body: Body) -> None:
    course = agreed(body=body, cause=k.LABOUR_CAUSE, arbitration="wage_iou")

    refused(course, text(course, **ORAL), "written_form_required")

    assert course.do(text(course)).at.agreement.form == "written"  # type: ignore[union-attr]


def test_an_oral_agreement_is_recorded_by_a_mediator_in_office() -> None:
    course = agreed(body=Body.PEOPLE)

    for said in (
        {"form": "oral"},
        {"form": "oral", "recorded_by": MediatorId(UUID(int=9))},
        {"recorded_by": k.MEDIATOR},
    ):
        refused(course, text(course, **said), "recorder_missing")


@pytest.mark.parametrize(("cause", "subjects"), [("14", ()), ("25", ()), ("29", ()), ("88", ("status_relation",))])
def test_trap_32_what_concerns_marriage_adoption_or_inheritance_is_not_signed_electronically(
    cause: str, subjects: tuple[str, ...]
) -> None:
    course = agreed(cause=cause)
    course.do(text(course, subjects=subjects))
    own = c.Sign(role=SignerRole.PARTY, party_id=k.APPLICANT, means="electronic")

    refused(course, own, "electronic_signature_not_allowed")
    course.means = "handwritten"
    signed(course)

    changed = c.AmendAgreement(
        terms=(k.promise(course.today),), agreed_by=k.BOTH, means="electronic", subjects=subjects
    )
    refused(course, changed, "electronic_signature_not_allowed")


def test_trap_32_money_between_former_spouses_may_be_signed_electronically() -> None:
    assert Course(cause="15").effective().at.agreement.state is AgreementState.EFFECTIVE  # type: ignore[union-attr]
