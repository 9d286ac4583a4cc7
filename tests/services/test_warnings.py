"""Last days that are near: each lead time of each clock is told once, to those who see the referral.

T03 of Monday 2025-03-03 ends on Thursday 03-06 and is called approaching one working day before: on 03-05. T05, started
that day, ends on Wednesday 04-02; three and one working days before that are 03-28 and 04-01.
"""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.feed import FeedPages
from app.adapters.database.rows import EVENT_COLUMNS, event_of_row
from app.adapters.database.sequencer import place_batch
from app.domain.approaching import SUBJECT
from app.domain.events import check_chain
from app.domain.lead_times import LeadGroup, LeadTime
from app.domain.lifecycle.states import MediationState
from app.domain.periods_form import Unit
from app.domain.referral import ReferralId
from app.domain.registry import Noun
from app.services import deadlines, referral_reads, registry, verification
from app.services.sweeping import LOST
from app.services.warnings import WARNINGS, warn
from tests.factories import (
    ACCEPT,
    TODAY,
    a_world,
    an_envelope,
    applied,
    brought_to,
    moved,
    opened,
    ports_on,
    the_referral,
    time_passes,
)

OF_CLOCK = f"SELECT {EVENT_COLUMNS} FROM events WHERE subject_id = $1 ORDER BY version"


@pytest.fixture
async def crowd(database_urls):
    engine = make_engine(database_urls.app_url, 12)
    yield engine
    await engine.dispose()


@pytest.fixture
def ports(crowd):
    return ports_on(crowd)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


async def set_offset(ports, *, days):
    """Move the clock without anything that goes with it."""
    async with ports.unit_of_work(None) as tx:
        before = await tx.registry.clock_offset()
        assert await tx.registry.move_clock(before=before, after=before + days * deadlines.SECONDS_A_DAY)


async def told(crowd, principal):
    """What the tenant's feed says of approaching last days: (rule, day of the warning, lead days)."""
    while (await place_batch(crowd)).count:
        pass
    page = await FeedPages(crowd).page(principal.tenant_id, after=0, limit=500)
    return [
        (event.body["rule"], event.occurred_on, event.body["lead_days"])
        for event in page
        if event.type == "deadline.approaching"
    ]


async def test_a_clock_is_called_approaching_on_the_day_and_to_all_who_see_the_referral(ports, world, crowd):
    referral_id = await opened(ports, world)

    await set_offset(ports, days=1)
    too_early = await warn(ports, limit=10)
    await set_offset(ports, days=1)
    on_the_day = await warn(ports, limit=10)

    assert (too_early.seen, on_the_day.handled) == (0, 1)
    for principal in (world.court, world.centre, world.head_office):
        assert await told(crowd, principal) == [("T03", date(2025, 3, 5), 1)]
    assert await told(crowd, world.referring_body) == []
    referral = await the_referral(ports, referral_id)
    assert referral.version == 1
    assert len(await referral_reads.history(ports, world.court, referral_id, limit=5)) == 1
    assert (await verification.verify(ports)).clean


async def test_each_lead_time_of_each_clock_is_told_once_by_many_workers(ports, world, crowd):
    for _ in range(20):
        await brought_to(ports, world, MediationState.ACCEPTED)
    await set_offset(ports, days=29)  # 04-01: both lead times of T05 have passed.

    sweeps = await asyncio.gather(*(warn(ports, limit=100) for _ in range(5)))
    sweeps.append(await warn(ports, limit=100))

    assert sum(sweep.handled for sweep in sweeps) == 20
    found = await told(crowd, world.centre)
    assert sorted(found) == sorted([("T05", date(2025, 4, 1), 3), ("T05", date(2025, 4, 1), 1)] * 20)
    assert (await verification.verify(ports)).clean


async def test_a_jump_of_the_legal_clock_stops_at_each_day_on_which_something_is_to_be_told(ports, world, crowd):
    await brought_to(ports, world, MediationState.ACCEPTED)

    await time_passes(ports, world, days=60)

    assert [(rule, on) for rule, on, _ in await told(crowd, world.court) if rule == "T05"] == [
        ("T05", date(2025, 3, 28)),
        ("T05", date(2025, 4, 1)),
    ]


async def test_nothing_is_said_of_what_is_over_or_done(ports, world, crowd):
    await opened(ports, world)
    answered = await opened(ports, world)
    await moved(ports, world.centre, answered, ACCEPT)
    await set_offset(ports, days=4)

    swept = await warn(ports, limit=10)

    assert swept.handled == 1
    assert await told(crowd, world.court) == []
    assert (await warn(ports, limit=10)).seen == 0


async def test_a_court_says_when_it_wants_to_be_warned(ports, world, crowd):
    lead = LeadTime(LeadGroup.ACCEPTANCE, Unit.CALENDAR_DAYS, (2,))
    wish = registry.SetCourt(valid_from=TODAY, lead_times=(lead, LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, ())))
    await registry.change_record(ports, an_envelope(world.operator), Noun.COURTS, world.court_id, wish)
    await opened(ports, world)
    await brought_to(ports, world, MediationState.ACCEPTED)

    await time_passes(ports, world, days=31)

    assert [entry for entry in await told(crowd, world.court) if entry[0] in {"T03", "T05"}] == [
        ("T03", date(2025, 3, 4), 2)
    ]


async def test_what_no_court_referred_has_the_usual_lead_times(ports, world, crowd):
    await applied(ports, world)

    await time_passes(ports, world, days=2)

    assert await told(crowd, world.centre) == [("T03", date(2025, 3, 5), 1)]


async def test_the_words_on_one_clock_are_a_chain_of_their_own(ports, world, crowd):
    referral_id = await brought_to(ports, world, MediationState.ACCEPTED)
    await set_offset(ports, days=25)
    await warn(ports, limit=10)
    await set_offset(ports, days=4)
    await warn(ports, limit=10)

    clock = (await the_referral(ports, referral_id)).clock("T05")
    async with ports.unit_of_work(None) as tx:
        version, _ = await tx.clocks.last_word(clock.id)
        events = [event_of_row(row) for row in await tx.session.rows(OF_CLOCK, clock.id)]
    assert version == 2
    assert [(event.subject_kind, event.version) for event in events] == [(SUBJECT, 1), (SUBJECT, 2)]
    assert check_chain(events) is None


async def test_a_clock_that_moved_meanwhile_is_left_alone(ports, world):
    """The claim saw what another worker has said already."""
    await opened(ports, world)
    await set_offset(ports, days=2)
    async with ports.unit_of_work(None) as tx:
        claimed = await tx.clocks.claim_warning(TODAY + timedelta(days=2), after=None)
    await warn(ports, limit=10)

    for claim in (claimed, replace(claimed, referral_id=ReferralId(uuid4()))):
        async with ports.unit_of_work(None) as tx:
            assert await WARNINGS.carry_out(ports, tx, claim) == LOST
