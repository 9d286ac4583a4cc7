"""Mediation statements before filing 诉前调书: whose setting opens them, when they bind, what follows failure."""

import pytest

from app.domain import commands as c
from app.domain.guards.routes import filing_reasons
from app.domain.lifecycle.states import Closure, Kind, Machine, Track
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import refused
from tests.domain.stands import stand

ASK = c.RequestStatement(applicant_ids=(k.APPLICANT,))
ALLOWED = k.court_facts(statement="allowed")


def asked() -> Course:
    return Course(court=ALLOWED).effective().do(c.ReportResult()).do(ASK)


def test_without_the_setting_the_refusal_names_it() -> None:
    refusal = refused(Course().effective(), ASK, "case_not_registered")

    assert (refusal.facts["setting"], refusal.facts["value"]) == ("statement_before_filing", "refused")


@pytest.mark.parametrize("kind", [Kind.DIRECT, Kind.TRANSFERRED])
def test_where_no_court_referred_a_statement_needs_a_registered_case(kind: Kind) -> None:
    refused(Course(track=Track.DIRECT, kind=kind, court=ALLOWED).effective(), ASK, "case_not_registered")


def test_a_statement_before_filing_binds_on_the_last_receipt() -> None:
    course = asked().step(c.MakeStatement).receipt(k.APPLICANT)
    assert course.at.procedures[-1].state == "made"
    left = c.RecordStatementReceipt(
        procedure_id=course.at.procedures[-1].id,
        machine=course.at.procedures[-1].machine,
        party_id=k.RESPONDENT,
        means="post",
    )
    refused(course, left, "service_means_not_allowed", k.COURT)

    course.receipt(k.RESPONDENT)

    assert (course.at.procedures[-1].state, course.at.closure) == ("in_force", Closure.AGREED)
    assert filing_reasons(course.at) == ()


def test_a_statement_before_filing_excludes_confirmation_and_the_other_way_round() -> None:
    refused(asked(), c.ApplyForConfirmation(applicant_ids=k.BOTH), "procedure_already_open")
    course = Course(court=ALLOWED).effective().do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    refused(course, ASK, "procedure_already_open")


def test_gone_back_on_before_service_the_dispute_goes_to_the_court() -> None:
    course = asked().step(c.MakeStatement)
    statement = course.at.procedures[-1]
    course.do(c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=k.RESPONDENT))

    assert filing_reasons(course.at) == ("statement_repudiated",)
    assert course.do(c.HandOver()).at.procedures[-1].state == "handed_over"


def test_a_statement_that_was_refused_before_filing_leads_to_the_court() -> None:
    assert filing_reasons(asked().step(c.RefuseStatement, "other").at) == ("statement_refused",)


def test_a_receipt_is_noted_on_its_own_statement_and_on_no_other_procedure() -> None:
    course = stand("statement_served", "pre_2022")

    served = {procedure.machine: procedure.served_party_ids for procedure in course.at.procedures}

    assert served == {Machine.CASE_REGISTRATION: (), Machine.MEDIATION_STATEMENT: (k.APPLICANT,)}
