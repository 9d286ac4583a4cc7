"""Who is in office once there is an agreement: nobody signs, and nothing is agreed, against the state of the office."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Body, EndReason, MediationState, Route, SignerRole
from app.domain.referral import MediatorId
from app.domain.registry_facts import MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import refused
from tests.domain.stands import decide, disclose

REACHED = c.End(reason=EndReason.AGREEMENT_REACHED)


def amended(course: Course) -> c.AmendAgreement:
    return c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal")


def lapsed(course: Course) -> Course:
    course.roster[k.MEDIATOR] = MediatorFacts(k.MEDIATOR, k.CENTRE_ID, active=False)
    return course


# An amended text.


def test_an_amended_text_is_signed_by_a_mediator_who_may_mediate_that_day() -> None:
    course = lapsed(Course(body=Body.PEOPLE).effective())

    refusal = refused(course, amended(course), "mediator_not_valid")

    assert refusal.facts["mediator_ids"] == [str(k.MEDIATOR)]
    course.roster.clear()
    assert len(course.do(amended(course)).at.signatures) == 4


def test_an_amended_text_that_the_parties_alone_sign_depends_on_no_mediator() -> None:
    course = lapsed(Course().effective())

    course.do(amended(course))


def test_nobody_signs_an_amended_text_against_an_open_conflict() -> None:
    course = Course(body=Body.PEOPLE).effective().do(disclose())

    refused(course, amended(course), "conflict_undecided")

    course.do(decide(course, "unfounded")).do(amended(course))


# An agreement that is reached.


@pytest.mark.parametrize("partial", [False, True])
@pytest.mark.parametrize("how", ["mediating", "appraising", "expired"])
def test_nothing_is_agreed_while_a_conflict_is_open(how: str, *, partial: bool) -> None:
    course: Course = getattr(Course(), how)().do(disclose())
    refused(course, replace(REACHED, partial=partial), "conflict_undecided")

    course.do(decide(course, "waived", k.BOTH))
    if how != "expired":
        course.do(replace(REACHED, partial=partial))


def test_whatever_is_not_agreed_ends_beside_an_open_conflict() -> None:
    course = Course().mediating().do(disclose())

    course.do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE))


# An office that is empty, or not valid, when the agreement is to be signed.


def by_mediator() -> c.Sign:
    return c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="seal")


@pytest.mark.parametrize("drafted", [False, True])
def test_an_office_that_a_recusal_emptied_is_filled_before_the_agreement_is_signed(*, drafted: bool) -> None:
    course = Course(body=Body.PEOPLE).agreed().do(disclose())
    course.do(decide(course, "recused"))
    if drafted:
        course.do(c.DraftAgreement(terms=()))
        refused(course, by_mediator(), "mediator_not_valid")
    refused(course, k.assign(), "mediator_recused")

    course.do(k.assign(k.OTHER_MEDIATOR))

    assert (course.at.state, course.at.mediators[-1].lead) == (MediationState.MEDIATION_ENDED, True)
    refused(course, k.assign(MediatorId(UUID(int=77))), "action_not_possible")
    if drafted:
        course.do(by_mediator())


def test_whoever_lapsed_or_is_disputed_is_replaced_before_the_agreement_is_signed() -> None:
    gone, disputed = lapsed(Course(body=Body.PEOPLE).drafted()), Course(body=Body.PEOPLE).drafted().do(disclose())
    refused(gone, by_mediator(), "mediator_not_valid")
    refused(disputed, by_mediator(), "conflict_undecided")

    for course in (gone, disputed):
        course.do(k.replace_mediator()).do(by_mediator())


def test_where_no_text_can_be_signed_any_more_the_office_stays_as_it_was() -> None:
    performed = Course(body=Body.PEOPLE).effective().do(c.RecordPerformance())
    for course in (performed.do(c.ReportResult()), Course().failed()):
        refused(course, k.replace_mediator(), "action_not_possible")
        refused(course, k.assign(k.OTHER_MEDIATOR), "action_not_possible")


def test_somebody_is_put_in_office_while_an_agreement_in_force_may_still_be_amended() -> None:
    """Whoever mediates signs an amended text; with the last one gone nobody could."""
    course = lapsed(Course(body=Body.PEOPLE).effective())
    assert course.at.state is MediationState.MEDIATION_ENDED
    refused(course, amended(course), "mediator_not_valid")

    course.do(k.replace_mediator()).do(amended(course))

    assert [turn.ended_on is None for turn in course.at.mediators] == [False, True]
    assert course.facts[-1].type == "agreement.amended"


def test_once_mediation_is_closed_the_office_is_filled_for_a_text_that_may_still_be_amended() -> None:
    """The first mediator is gone; whoever takes its place signs what the parties change (PML 29)."""
    course = lapsed(Course(body=Body.PEOPLE).effective().do(c.ReportResult()))
    refused(course, amended(course), "mediator_not_valid")

    course.do(k.replace_mediator()).do(amended(course))

    assert (course.at.state, len(course.at.signatures)) == (MediationState.CLOSED, 4)
    failed = Course().failed().do(c.ReportResult(route=Route.ADVISED))
    refused(failed, k.replace_mediator(), "action_not_possible")


def test_an_office_that_is_empty_when_mediation_closes_is_filled_too() -> None:
    course = Course(body=Body.PEOPLE).effective().do(disclose())
    course.do(decide(course, "recused")).do(c.ReportResult())

    course.do(k.assign(k.OTHER_MEDIATOR)).do(amended(course))

    assert course.at.mediators[-1].mediator_id == k.OTHER_MEDIATOR
    refused(course, k.assign(), "action_not_possible")
