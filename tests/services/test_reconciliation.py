"""Comparing many referrals, and platforms that can not be compared."""

from uuid import UUID

import pytest

from app.domain.court_platform import Holding
from app.domain.reconciliation import ReconciliationState
from app.domain.stored import StaleVersion
from app.domain.values import replace
from app.services.reconciliation import ReconciliationWish, apply, reconcile
from tests.factories import an_envelope, opened
from tests.services.platforms import a_platform, in_front_of
from tests.services.refusals import refused


class Holds:
    def __init__(self, *holdings):
        self.holdings = holdings

    async def held(self, _day):
        return self.holdings


async def test_a_platform_whose_adapter_tells_nothing_has_no_list(ports, world):
    code = await a_platform(ports, world)

    refusal = await refused(reconcile(ports, in_front_of(object()), an_envelope(world.court), ReconciliationWish(code)))

    assert refusal.code == "platform_has_no_list"


@pytest.mark.parametrize("page", [1, 2, 50])
async def test_referrals_are_looked_at_page_by_page_up_to_a_bound(ports, world, page):
    """What has no reference of the court can not be found there, and is not missed."""
    code = await a_platform(ports, world)
    for reference in ("a", "b", None):
        await opened(ports, world, court_reference=reference)
    holds = in_front_of(Holds(Holding("a"), Holding("b")))

    asked = reconcile(
        ports, holds, an_envelope(world.court), ReconciliationWish(code), page_size=page, ours_max=max(page, 4)
    )
    outcome = await asked

    assert (outcome.answer.body["state"], outcome.answer.body["difference_count"]) == ("clean", 0)
    again = an_envelope(world.court)
    refusal = await refused(apply(ports, holds, again, _id(outcome), (0,)))
    assert refusal.code == "reconciliation_not_open"


async def test_older_referrals_than_the_bound_are_not_looked_at(ports, world):
    code = await a_platform(ports, world)
    for reference in ("a", "b"):
        await opened(ports, world, court_reference=reference)
    holds, asking = in_front_of(Holds(Holding("b"))), an_envelope(world.court)

    outcome = await reconcile(ports, holds, asking, ReconciliationWish(code), page_size=1, ours_max=1)

    assert (outcome.answer.body["state"], outcome.answer.body["difference_count"]) == ("clean", 0)


def _id(outcome):
    return UUID(outcome.answer.body["id"])


async def test_of_two_who_approve_at_once_one_is_on_record(ports, world):
    """The other begins anew, and is told that the reconciliation is open no more."""
    code, court = await a_platform(ports, world), world.court.tenant_id
    await opened(ports, world, court_reference="a")
    outcome = await reconcile(ports, in_front_of(Holds()), an_envelope(world.court), ReconciliationWish(code))

    async with ports.unit_of_work(court) as tx:
        [seen] = await tx.reconciliations.page(court, only=_id(outcome), limit=1)
    late = replace(
        seen,
        state=ReconciliationState.APPLIED,
        approved_by=world.court.client_id,
        approved_at=ports.clock.recorded_at(),
    )
    await apply(ports, in_front_of(Holds()), an_envelope(world.court), _id(outcome), (0,))
    with pytest.raises(StaleVersion):
        async with ports.unit_of_work(court) as tx:
            await tx.reconciliations.approve(late, court)

    assert (
        await refused(apply(ports, in_front_of(Holds()), an_envelope(world.court), _id(outcome), (0,)))
    ).code == "reconciliation_not_open"
