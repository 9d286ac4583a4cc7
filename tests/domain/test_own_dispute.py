"""Nobody mediates a matter as whose party or representative an identity number shows them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.access import OrganisationId
from app.domain.office import facts_on
from app.domain.referral import MediatorId
from app.domain.registry import Mediator, Validity
from app.domain.registry_facts import Encounters, MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import refused
from tests.domain.stands import schedule

THIRD = MediatorId(UUID(int=77))
FACTS = MediatorFacts(THIRD, k.CENTRE_ID, active=True)
MARK = "5e"


def test_whoever_is_party_or_representative_is_not_named() -> None:
    begun = Course().accepted()
    own = replace(FACTS, own_dispute=True)

    for command in (c.AssignMediator(mediator=own), k.replace_mediator(mediator=THIRD)):
        course = begun if isinstance(command, c.AssignMediator) else Course().accepted().do(k.assign())
        naming = command if isinstance(command, c.AssignMediator) else replace(command, mediator=own)
        refusal = refused(course, naming, "mediator_in_own_dispute")
        assert refusal.pointer == "/mediator_id"
    begun.do(c.AssignMediator(mediator=FACTS))


def test_mediation_neither_starts_nor_goes_on_under_whoever_proves_to_be_a_party() -> None:
    course = Course().accepted().do(k.assign())
    course.roster[k.MEDIATOR] = MediatorFacts(k.MEDIATOR, k.CENTRE_ID, active=True, own_dispute=True)

    refusal = refused(course, k.begin(), "mediator_in_own_dispute")

    assert refusal.facts["mediator_ids"] == [str(k.MEDIATOR)]
    course.roster.clear()
    course.do(k.begin()).do(schedule(course))
    course.roster[k.MEDIATOR] = MediatorFacts(k.MEDIATOR, k.CENTRE_ID, active=True, own_dispute=True)
    refused(course, c.HoldSession(session_id=course.at.sessions[-1].id), "mediator_in_own_dispute")


@pytest.mark.parametrize("found", [Encounters(own=1), Encounters(namesakes=2)])
def test_a_check_tells_of_the_number_and_of_the_name_and_decides_nothing(found: Encounters) -> None:
    course = Course().accepted().do(c.CheckConflict(mediator=FACTS, found=found))

    record = course.at.dossier.conflicts[-1]
    assert (record.decision, record.own_count, record.namesake_count) == ("found", found.own, found.namesakes)
    course.do(c.AssignMediator(mediator=FACTS))


@pytest.mark.parametrize(("identity", "own"), [(MARK, True), ("00", False), (None, False)])
def test_numbers_are_compared_by_their_marks(identity: str | None, *, own: bool) -> None:
    somebody = Mediator(THIRD, OrganisationId(k.CENTRE_ID), "赵调解", Validity(date(2020, 1, 1)), identity=identity)

    facts = facts_on((somebody,), (), date(2026, 3, 2), frozenset({MARK}))[THIRD]

    assert (facts.own_dispute, somebody.has_identity) == (own, identity is not None)
