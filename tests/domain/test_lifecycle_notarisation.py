"""An agreement on payment that a notary makes enforceable, and the certificate after a breach."""

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Stage
from tests.domain import courses as k
from tests.domain.courses import CENTRE, Course, next_step
from tests.domain.refusals import refused
from tests.domain.stands import notarisation

ASKED = {"applicant_ids": (k.APPLICANT,)}


def notarised() -> Course:
    course = k.promised(Course()).do(c.ReportResult())
    return course.do(notarisation(course)).step(c.Notarise, actor=CENTRE)


def broken() -> Course:
    return notarised().later(1).do(c.ReportBreach(party_id=k.RESPONDENT))


def test_trap_11_a_notarised_debt_is_enforceable_with_its_certificate_only() -> None:
    course = broken()
    assert course.at.procedures[-1].state == "notarised"
    course.do(next_step(course, c.RequestCertificate, **ASKED))
    assert (course.at.procedures[-1].decided_on, course.at.stage) == (course.today, Stage.CONFIRMATION)

    course.step(c.IssueCertificate, actor=CENTRE)

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("certified", "instrument.effective")
    refused(course, c.HandOver(court=None), "registration_not_open")


def test_the_debtor_promises_and_both_apply_for_a_payment() -> None:
    course = k.promised(Course())
    silent = c.ApplyForNotarisation(applicant_ids=k.BOTH, enforcement_promised=False)
    refused(course, silent, "enforcement_promise_missing")
    for asking in ((k.APPLICANT,), (*k.BOTH, k.PartyId(k.UUID(int=9)))):
        alone = c.ApplyForNotarisation(applicant_ids=asking, enforcement_promised=True)
        refused(course, alone, "joint_application_required")
    without = Course().effective()

    refused(without, notarisation(without), "no_payment_content")


def test_one_notarisation_at_a_time_and_none_of_what_was_performed() -> None:
    course = notarised()
    refused(course, notarisation(course), "procedure_already_open")
    refused(course, c.AmendAgreement(terms=(), agreed_by=k.BOTH, means="seal"), "agreement_under_procedure")
    performed = k.promised(Course()).do(c.RecordPerformance())

    refused(performed, notarisation(performed), "agreement_not_to_perform")


def test_the_certificate_is_for_the_creditor_after_a_breach() -> None:
    course = notarised()
    refused(course, next_step(course, c.RequestCertificate, **ASKED), "performance_not_breached")
    course = broken()

    refused(course, next_step(course, c.RequestCertificate, applicant_ids=(k.RESPONDENT,)), "creditor_required")


@pytest.mark.parametrize("step", [c.RefuseNotarisation, c.WithdrawNotarisation])
def test_what_was_not_notarised_may_be_applied_for_again(step: type[c.ProcedureCommand]) -> None:
    course = k.promised(Course())
    course.do(notarisation(course)).step(step, "other", CENTRE)

    assert course.do(notarisation(course)).at.procedures[-1].state == "applied"


def test_a_creditor_without_a_certificate_sues() -> None:
    course = broken()
    refused(course, c.HandOver(court=None), "registration_not_open")
    course.do(next_step(course, c.RequestCertificate, **ASKED)).step(c.RefuseCertificate, "disputed", CENTRE)

    assert course.do(c.HandOver(court=None)).at.procedures[-1].state == "handed_over"
