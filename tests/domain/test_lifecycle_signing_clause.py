"""After filing an agreement may be in force by its signatures, once the court has put that on its record (CPLI 151)."""

import pytest

from app.domain import commands as c
from app.domain.binding import BindingBasis, binding
from app.domain.lifecycle.states import Kind, MediationState, Track
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused

RECORD = c.RecordSigningClause()
FILED = {"track": Track.POST_FILING_FIRST}
JUDGE = {"track": Track.IN_TRIAL, "kind": Kind.ASSISTED}


def signed(course: Course, *, clause: bool = True) -> Course:
    text = c.DraftAgreement(terms=(k.promise(course.today),), signing_clause=clause)
    course.agreed().do(text, course.leader)
    for signature in course.signatures:
        course.do(signature, course.leader)
    return course


@pytest.mark.parametrize("way", [FILED, JUDGE])
def test_the_courts_record_makes_it_final_and_closes_the_case(way: dict[str, object]) -> None:
    course = signed(Course(**way)).later(2)  # type: ignore[arg-type]
    assert binding(course.at) == binding(signed(Course(**way), clause=False).at)  # type: ignore[arg-type]

    course.do(RECORD, COURT)

    found = binding(course.at)
    assert found is not None
    assert (found.from_on, found.basis) == (course.today, BindingBasis.SIGNING_CLAUSE)
    assert course.facts[-1].facts == {"binding_basis": "signing_clause", "binding_from": course.today.isoformat()}
    assert [x.rule for x in course.at.clocks if x.is_open and x.rule == "PERFORM"] == ["PERFORM"]
    refused(course, c.RepudiateAgreement(party_id=k.APPLICANT), "agreement_binds", COURT)
    refused(course, RECORD, "agreement_binds", COURT)
    assert course.do(c.CloseByOtherMeans(), COURT).at.state is MediationState.CLOSED


def test_without_the_clause_the_signatures_alone_make_nothing_final() -> None:
    course = signed(Course(**FILED), clause=False)  # type: ignore[arg-type]

    refused(course, RECORD, "signing_clause_missing", COURT)
    refused(course, c.CloseByOtherMeans(), "other_means_not_open", COURT)
    course.do(c.RepudiateAgreement(party_id=k.APPLICANT), COURT)


def test_before_filing_there_is_no_such_record() -> None:
    refused(signed(Course()), RECORD, "not_on_this_track", COURT)


def test_a_statement_may_be_made_of_it_and_whoever_does_not_take_it_changes_nothing() -> None:
    course = signed(Course(**FILED)).do(RECORD, COURT)  # type: ignore[arg-type]
    course.do(c.RequestStatement(applicant_ids=k.BOTH), COURT)
    statement = course.at.procedures[-1]

    back = c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=k.APPLICANT)
    refused(course, back, "agreement_binds", COURT)

    course.step(c.MakeStatement).receipt(k.APPLICANT).receipt(k.RESPONDENT)
    assert len([x for x in course.at.clocks if x.rule == "PERFORM"]) == 1
