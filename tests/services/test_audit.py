"""The record of readings at the level of the use cases."""

import pytest

from app.domain.access import Principal, Scope
from app.domain.errors import Refusal
from app.services import audit, referral_reads
from tests.factories import a_world, opened, ports_on


@pytest.fixture
def ports(engine):
    return ports_on(engine)


async def readings(ports, principal):
    return await audit.page(ports, principal, after_id=None, limit=10)


async def test_one_request_that_reads_several_things_of_a_referral_leaves_one_record(ports):
    world = await a_world(ports)
    referral_id = await opened(ports, world)

    async with ports.unit_of_work(world.court.tenant_id) as tx:
        await audit.record(ports, tx, world.court, referral_id, ["parties", "agreement", "parties"])

    (access,) = await readings(ports, world.court)
    assert (access.what, access.referral_id) == (("agreement", "parties"), referral_id)


async def test_a_request_that_reads_nothing_in_the_clear_leaves_no_record(ports):
    world = await a_world(ports)
    referral_id = await opened(ports, world)

    async with ports.unit_of_work(world.court.tenant_id) as tx:
        await audit.record(ports, tx, world.court, referral_id, [])
    await referral_reads.parties(ports, world.court, referral_id)

    assert await readings(ports, world.court) == ()
    assert await readings(ports, world.operator) == ()


async def test_a_refused_reading_leaves_no_record(ports):
    """The record says what was read, not what was tried: the refusal shows nothing."""
    world = await a_world(ports)
    referral_id = await opened(ports, world)
    narrow = Principal(
        world.court.client_id, world.court.tenant_id, world.court.kind, frozenset({Scope.REFERRALS_READ})
    )

    with pytest.raises(Refusal, match="scope_missing"):
        await referral_reads.parties(ports, narrow, referral_id, reveal=True)

    assert await readings(ports, world.court) == ()
    with pytest.raises(Refusal, match="scope_missing"):
        await readings(ports, narrow)


async def test_an_operator_sees_the_readings_of_all_tenants_under_one_mark_for_each_referral(ports):
    world = await a_world(ports)
    referral_id = await opened(ports, world)
    for principal in (world.court, world.centre):
        await referral_reads.parties(ports, principal, referral_id, reveal=True)

    seen = await readings(ports, world.operator)

    assert [access.tenant_id for access in seen] == [world.centre.tenant_id, world.court.tenant_id]
    assert {access.referral_id for access in seen} == {None}
    assert len({access.mark for access in seen}) == 1
    assert await audit.page(ports, world.operator, after_id=seen[0].id, limit=10) == seen[1:]
