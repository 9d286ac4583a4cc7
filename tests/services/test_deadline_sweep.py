"""Time as an actor: what is over is recorded once by however many sweepers; the clock of development moves well."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
import structlog

from app.adapters.database.engine import make_engine
from app.adapters.legal_clock import LegalClock
from app.domain import commands as c
from app.domain.access import Scope
from app.domain.errors import Refusal
from app.domain.lifecycle.states import MediationState
from app.domain.ports import DueClock
from app.domain.referral import ReferralId
from app.jobs.rounds import Round
from app.services import deadlines, referral_reads, referrals, verification
from app.services.envelope import Outcome
from app.services.sweeping import LOST
from app.worker import Sweeper
from tests.factories import (
    ACCEPT,
    TODAY,
    StillClock,
    a_world,
    an_envelope,
    an_intake,
    brought_to,
    moved,
    opened,
    ports_on,
    the_referral,
    time_passes,
    with_effective_agreement,
)


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
    """Move the clock without the sweep that goes with it."""
    async with ports.unit_of_work(None) as tx:
        before = await tx.registry.clock_offset()
        assert await tx.registry.move_clock(before=before, after=before + days * deadlines.SECONDS_A_DAY)


async def refused(awaitable):
    with pytest.raises(Refusal) as refusal:
        await awaitable
    return refusal.value.code


async def test_the_last_day_is_not_over_and_the_next_one_is(ports, world):
    """T03 of 2025-03-03 ends on 2025-03-06."""
    referral_id = await opened(ports, world)

    await set_offset(ports, days=3)
    on_the_last_day = await deadlines.sweep(ports, limit=10)
    await set_offset(ports, days=1)
    on_the_day_after = await deadlines.sweep(ports, limit=10)

    assert (on_the_last_day.seen, on_the_day_after.handled) == (0, 1)
    assert (await the_referral(ports, referral_id)).state is MediationState.OVERDUE
    events = await referral_reads.history(ports, world.court, referral_id, limit=5)
    assert events[-1].actor == {"role": "clock", "tenant_id": None, "client_id": None}
    assert events[-1].occurred_on == date(2025, 3, 7)


async def test_several_sweepers_at_once_record_every_end_once(ports, world):
    made = [await opened(ports, world) for _ in range(40)]
    await set_offset(ports, days=10)

    sweeps = await asyncio.gather(*(deadlines.sweep(ports, limit=100) for _ in range(6)))
    sweeps.append(await deadlines.sweep(ports, limit=100))

    assert sum(sweep.handled for sweep in sweeps) == 40
    assert not any(sweep.refused for sweep in sweeps)
    versions = [(await the_referral(ports, referral_id)).version for referral_id in made]
    assert versions == [2] * 40
    assert (await verification.verify(ports)).clean


async def test_sweepers_and_writers_at_once_never_wait_for_each_other_in_a_ring(ports, world):
    """Every referral is either taken late or was recorded as overdue first; nobody meets a deadlock."""
    made = [await opened(ports, world) for _ in range(30)]
    await set_offset(ports, days=10)

    writes = [moved(ports, world.centre, referral_id, ACCEPT) for referral_id in made]
    results = await asyncio.gather(*writes, *(deadlines.sweep(ports, limit=100) for _ in range(4)))

    assert all(isinstance(result, Outcome | deadlines.Sweep) for result in results)
    states = {(await the_referral(ports, referral_id)).state for referral_id in made}
    assert states == {MediationState.ACCEPTED}
    assert (await verification.verify(ports)).clean


async def test_a_sweep_is_bounded_and_the_next_one_goes_on(ports, world):
    for _ in range(5):
        await opened(ports, world)
    await set_offset(ports, days=10)

    handled = [(await deadlines.sweep(ports, limit=2)).handled for _ in range(4)]

    assert handled == [2, 2, 1, 0]


async def a_stuck_clock(ports, world):
    """The first of all to be over, on a referral where no row ends it."""
    stuck = await brought_to(ports, world, MediationState.RETURNED)
    async with ports.unit_of_work(None) as tx:
        await tx.session.run(
            "INSERT INTO clocks (id, referral_id, viewers, rule, region, state, started_on, raw_end_on, due_on, "
            "provisional, paused_days) SELECT gen_random_uuid(), id, viewers, 'T03', 'mediation', 'running', $2, $2, "
            "$2, false, 0 FROM referrals WHERE id = $1",
            stuck,
            TODAY,
        )


async def test_a_clock_that_the_lifecycle_can_not_end_is_reported_and_passed_over(ports, world, database_urls):
    """A clock that runs where no row ends it is a fault; the others are dealt with all the same."""
    await a_stuck_clock(ports, world)
    due = await opened(ports, world)
    await set_offset(ports, days=10)

    sweep = await deadlines.sweep(ports, limit=10)

    assert (sweep.handled, sweep.refused) == (1, ("action_not_possible",))
    assert (await the_referral(ports, due)).state is MediationState.OVERDUE
    assert "open_clock_of_closed_region" in {fault.code for fault in (await verification.verify(ports)).faults}


async def test_however_many_clocks_are_stuck_the_next_sweep_goes_on_behind_them(ports, world):
    for _ in range(3):
        await a_stuck_clock(ports, world)
    due = await opened(ports, world)
    await set_offset(ports, days=10)

    first = await deadlines.sweep(ports, limit=2)
    second = await deadlines.sweep(ports, limit=2, after=first.behind)
    third = await deadlines.sweep(ports, limit=2, after=second.behind)

    assert [(sweep.handled, len(sweep.refused)) for sweep in (first, second, third)] == [(0, 2), (1, 1), (0, 0)]
    assert third.behind is None
    assert (await the_referral(ports, due)).state is MediationState.OVERDUE


async def test_a_worker_sweeps_on_at_once_and_begins_anew_behind_the_last(ports, world):
    for _ in range(3):
        await a_stuck_clock(ports, world)
    await opened(ports, world)
    await set_offset(ports, days=10)
    sweeper, stuck = Sweeper(ports, 2), "action_not_possible"

    rounds = [await sweeper() for _ in range(5)]

    assert rounds == [
        Round(0, 0, (stuck, stuck), to_be_continued=True),
        Round(1, 0, (stuck,), to_be_continued=True),
        Round(0),
        Round(0, 0, (stuck, stuck), to_be_continued=True),
        Round(0, 0, (stuck,)),
    ]


async def test_moving_the_clock_goes_through_what_is_stuck_too(ports, world):
    for _ in range(3):
        await a_stuck_clock(ports, world)
    due = await opened(ports, world)
    await set_offset(ports, days=10)

    assert await deadlines.drain(ports, batch=2) == 1

    assert (await the_referral(ports, due)).state is MediationState.OVERDUE


async def test_a_referral_that_fails_is_passed_over_and_has_its_turn_again(ports, world):
    """The book fails for the first referral, in a way that nobody foresaw; nothing of it is written."""
    made = [await opened(ports, world) for _ in range(3)]
    await set_offset(ports, days=10)
    asked = []

    def book():
        asked.append(1)
        if len(asked) == 1:
            raise RuntimeError("secret detail")
        return ports.book()

    sweeper = Sweeper(replace(ports, book=book), 10)
    with structlog.testing.capture_logs() as lines:
        rounds = [await sweeper(), await sweeper()]

    assert rounds == [Round(2, 0, ("internal_error",)), Round(1)]
    assert [(line["event"], line["referral_id"] in map(str, made)) for line in lines] == [("deadline failed", True)]
    assert [(await the_referral(ports, one)).version for one in made] == [2, 2, 2]


async def test_a_sweep_ends_where_the_database_is_away(ports):
    def gone(_tenant_id):
        raise Refusal("database_unavailable")

    assert await refused(deadlines.sweep(replace(ports, unit_of_work=gone), limit=5)) == "database_unavailable"


async def test_a_claim_that_came_too_late_does_nothing(ports, world):
    """The claim may have seen the clock before another sweeper's commit; under the lock it is looked at again."""
    referral_id = await opened(ports, world)
    running = (await the_referral(ports, referral_id)).clock("T03")
    await time_passes(ports, world, days=10)

    for claim in (
        DueClock(running.id, referral_id, "T03", running.due_on),
        DueClock(running.id, ReferralId(uuid4()), "T03", running.due_on),
    ):
        async with ports.unit_of_work(None) as tx:
            assert await deadlines._run_out(ports, tx, claim) == LOST
    assert (await the_referral(ports, referral_id)).version == 2


async def test_a_move_needs_a_key(ports, world):
    envelope = replace(an_envelope(world.operator), key=None)

    assert await refused(deadlines.advance(ports, envelope, TODAY)) == "idempotency_key_required"


async def test_moving_the_clock_passes_through_every_day_on_which_something_is_due(ports, world):
    """The term and, three working days after it, the report window both run out on the way, each on its own day."""
    referral_id = await brought_to(ports, world, MediationState.MEDIATING)

    outcome = await time_passes(ports, world, days=90)

    events = await referral_reads.history(ports, world.court, referral_id, limit=20)
    told = [(event.type, event.occurred_on) for event in events[-2:]]
    assert told == [("mediation.term_expired", date(2025, 4, 3)), ("mediation.ended", date(2025, 4, 9))]
    assert all(event.occurred_at.date() <= event.occurred_on + timedelta(days=1) for event in events)
    assert outcome.answer.body == {"today": "2025-06-01", "handled": 2}
    assert await deadlines.today(ports) == date(2025, 6, 1)


async def test_the_window_for_the_joint_application_closes(ports, world):
    referral_id = await with_effective_agreement(ports, world)

    await time_passes(ports, world, days=60)

    events = await referral_reads.history(ports, world.court, referral_id, limit=20)
    assert events[-1].type == "deadline.missed"


async def test_the_same_move_under_the_same_key_is_answered_again(ports, world):
    await opened(ports, world)
    envelope = an_envelope(world.operator)
    first = await deadlines.advance(ports, envelope, TODAY + timedelta(days=10))

    again = await deadlines.advance(ports, envelope, TODAY + timedelta(days=10))

    assert (again.replayed, again.answer) == (True, first.answer)


async def test_a_dry_move_moves_nothing(ports, world):
    await deadlines.advance(ports, an_envelope(world.operator, dry_run=True), TODAY + timedelta(days=10))
    await deadlines.advance(ports, an_envelope(world.operator, dry_run=True), TODAY - timedelta(days=10))

    assert await deadlines.today(ports) == TODAY


async def test_several_moves_at_once_end_on_the_latest_day(ports, world):
    for _ in range(5):
        await opened(ports, world)
    goals = [TODAY + timedelta(days=days) for days in (3, 20, 11)]

    results = await asyncio.gather(
        *(deadlines.advance(ports, an_envelope(world.operator), goal) for goal in goals), return_exceptions=True
    )

    codes = {getattr(result, "code", None) for result in results}
    assert codes <= {None, "clock_only_forward"}
    assert await deadlines.today(ports) == max(goals)


async def test_an_empty_database_starts_in_the_past_once(ports, world):
    start = TODAY - timedelta(days=1000)
    await deadlines.advance(ports, an_envelope(world.operator), start)

    earlier = await refused(deadlines.advance(ports, an_envelope(world.operator), start - timedelta(days=1)))
    await opened(ports, world)
    with pytest.raises(Refusal) as later:
        await deadlines.advance(ports, an_envelope(world.operator), start - timedelta(days=1))

    assert await deadlines.today(ports) == start
    assert (earlier, later.value.code) == ("clock_only_forward", "clock_only_forward")
    assert later.value.facts == {"today": start.isoformat()}
    assert not await deadlines.set_back_once(ports, start)


async def test_a_clock_that_was_never_moved_is_set_back_no_more_once_there_is_a_referral(ports, world):
    await opened(ports, world)

    code = await refused(deadlines.advance(ports, an_envelope(world.operator), TODAY - timedelta(days=1)))

    assert code == "legal_clock_taken"
    assert await deadlines.today(ports) == TODAY


async def test_a_configured_start_is_set_on_an_empty_database_only(ports, world):
    assert await deadlines.set_back_once(ports, date(2019, 1, 2))
    assert not await deadlines.set_back_once(ports, date(2018, 1, 2))
    assert await deadlines.today(ports) == date(2019, 1, 2)


async def test_the_clock_is_for_operators_and_for_believable_days(ports, world):
    reader = replace(world.operator, scopes=frozenset({Scope.REGISTRY_READ}))

    assert await refused(deadlines.advance(ports, an_envelope(reader), TODAY)) == "scope_missing"
    assert await refused(deadlines.advance(ports, an_envelope(world.operator), date(9999, 1, 1))) == "parameter_invalid"
    assert await refused(deadlines.advance(ports, an_envelope(world.court), TODAY)) == "scope_missing"


async def test_production_has_no_clock_to_move_and_ignores_an_offset(ports, world, crowd):
    production = replace(ports, clock=LegalClock(None, StillClock()))
    await set_offset(ports, days=100)

    code = await refused(deadlines.advance(production, an_envelope(world.operator), TODAY))
    outcome = await referrals.open_referral(production, an_envelope(world.court), an_intake(world))

    assert code == "legal_clock_absent"
    assert outcome.answer.body["due"] == {"T03": "2025-03-06"}
    assert await deadlines.today(production) == TODAY


async def test_an_act_of_the_past_is_judged_by_its_own_day(ports, world):
    """Accepted on the last day of the window, reported a week later, while time has recorded nothing yet."""
    referral_id = await opened(ports, world)
    await set_offset(ports, days=10)
    wish = referrals.Wish(
        build=lambda facts: c.Accept(organisation=facts.holder), occurred_on=TODAY + timedelta(days=3)
    )

    outcome = await moved(ports, world.centre, referral_id, wish)

    assignment = (await the_referral(ports, referral_id)).current_assignment
    assert (assignment.accepted_on, assignment.late) == (TODAY + timedelta(days=3), False)
    assert outcome.answer.body["due"] == {"T05": "2025-04-07"}
