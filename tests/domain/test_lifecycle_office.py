"""Who is in office once there is an agreement: nobody signs, and nothing is agreed, against the state of the office."""

from dataclasses import replace

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Body, EndReason
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
