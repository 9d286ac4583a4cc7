"""Provisional last days are computed anew once by however many workers, when the calendar that decides is loaded."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.adapters.database.engine import make_engine
from app.adapters.legal_clock import LegalClock
from app.domain.calendar import DayKind
from app.domain.ports import DueClock
from app.services import reference, referral_reads, verification
from app.services.recomputation import PROVISIONAL, ChangedYears, recompute
from app.services.sweeping import LOST
from tests.factories import BOOK, NOW, StillClock, a_world, opened, ports_on, the_referral

EARLIER = replace(
    BOOK.calendar,
    years=frozenset(range(2012, 2025)),
    kinds={day: kind for day, kind in BOOK.calendar.kinds.items() if day.year < 2025},
)
"""The calendar as it was before the notice of 2025."""


@pytest.fixture
async def crowd(database_urls):
    engine = make_engine(database_urls.app_url, 12)
    yield engine
    await engine.dispose()


@pytest.fixture
def before(crowd):
    return ports_on(crowd, book=replace(BOOK, calendar=EARLIER))


@pytest.fixture
def ports(crowd):
    return ports_on(crowd)


@pytest.fixture
async def world(before):
    return await a_world(before)


async def test_trap_23_loading_a_year_computes_what_was_provisional_anew(before, ports, world):
    referral_id = await opened(before, world)
    assert (await the_referral(ports, referral_id)).clock("T03").provisional
    assert (await recompute(before, limit=10)).seen == 0

    done = await asyncio.gather(*(recompute(ports, limit=10) for _ in range(4)))
    done.append(await recompute(ports, limit=10))

    assert sum(sweep.handled for sweep in done) == 1
    assert not any(sweep.refused or sweep.failed for sweep in done)
    clock = (await the_referral(ports, referral_id)).clock("T03")
    assert (clock.due_on, clock.provisional) == (date(2025, 3, 6), False)
    events = await referral_reads.history(ports, world.court, referral_id, limit=5)
    assert [event.type for event in events] == ["referral.delegated", "deadline.recomputed"]
    assert (await verification.verify(ports)).clean


async def test_a_claim_that_came_too_late_changes_nothing(before, ports, world):
    referral_id = await opened(before, world)
    clock = (await the_referral(ports, referral_id)).clock("T03")
    await recompute(ports, limit=10)

    for claimed in (
        DueClock(clock.id, referral_id, "T03", clock.due_on),
        DueClock(clock.id, world.court_id, "T03", clock.due_on),
    ):
        async with ports.unit_of_work(None) as tx:
            assert await PROVISIONAL.carry_out(ports, tx, claimed) == LOST


async def test_without_any_year_nothing_is_known(crowd, world):
    nothing = replace(BOOK.calendar, years=frozenset())

    assert (await recompute(ports_on(crowd, book=replace(BOOK, calendar=nothing)), limit=10)).seen == 0


async def test_a_year_that_is_loaded_later_stays_beside_the_others(ports, world):
    await reference.load_calendar(ports, EARLIER)
    await reference.load_calendar(ports, replace(BOOK.calendar, years=frozenset({2025}), notices={2025: ("x",)}))

    calendar = await reference.read_calendar(ports)

    assert calendar.years == EARLIER.years | {2025}
    assert calendar.known == (date(2012, 1, 1), date(2025, 12, 24))


async def test_a_year_that_changes_moves_definite_days_once_every_process_has_read_it(ports, world):
    """T03 of 2025-03-03 ends on Thursday 3/6; the newer notice makes that day one off."""
    referral_id = await opened(ports, world)
    await reference.load_calendar(ports, BOOK.calendar)
    kinds = {**BOOK.calendar.kinds, date(2025, 3, 6): DayKind.HOLIDAY}
    newer = replace(BOOK.calendar, kinds=kinds)
    await reference.load_calendar(ports, newer)
    there = replace(ports, book=lambda: replace(BOOK, calendar=newer))
    recompute_changed = ChangedYears()
    assert (await recompute_changed(there, limit=10)).seen == 0

    later = replace(there, clock=LegalClock(None, StillClock(NOW + timedelta(minutes=3))))
    done = await recompute_changed(later, limit=1)
    rest = await recompute_changed(later, limit=10, after=done.behind)

    assert (done.handled, rest.handled, *done.refused, *done.failed) == (1, 0)
    clock = (await the_referral(ports, referral_id)).clock("T03")
    assert (clock.due_on, clock.provisional) == (date(2025, 3, 7), False)
    events = await referral_reads.history(ports, world.court, referral_id, limit=5)
    assert [event.type for event in events] == ["referral.delegated", "deadline.recomputed"]
    assert (await recompute_changed(later, limit=10)).seen == 0
    await reference.load_calendar(ports, newer)
    assert (await recompute_changed(later, limit=10)).seen == 0


def at(ports, minutes, calendar):
    """The same ports so many minutes later, in a process that has read this calendar."""
    clock = LegalClock(None, StillClock(NOW + timedelta(minutes=minutes)))
    return replace(ports, clock=clock, book=lambda: replace(BOOK, calendar=calendar))


def off(*days):
    return replace(BOOK.calendar, kinds={**BOOK.calendar.kinds, **dict.fromkeys(days, DayKind.HOLIDAY)})


async def test_a_year_that_changes_within_a_pass_is_settled_for_the_clocks_that_the_pass_left_behind_too(ports, world):
    """T03 ends on 3/6; a day that moves nothing is made one off, and while the clocks are gone through 3/6 is too."""
    referrals = [await opened(ports, world) for _ in range(2)]
    await reference.load_calendar(ports, BOOK.calendar)
    one, both = off(date(2025, 12, 30)), off(date(2025, 12, 30), date(2025, 3, 6))
    await reference.load_calendar(ports, one)
    changed = ChangedYears()

    first = await changed(at(ports, 3, one), limit=1)
    await reference.load_calendar(at(ports, 4, both), both)
    after = first.behind
    while (done := await changed(at(ports, 7, both), limit=1, after=after)).behind is not None:
        after = done.behind

    assert {(await the_referral(ports, each)).clock("T03").due_on for each in referrals} == {date(2025, 3, 7)}
    assert (await changed(at(ports, 7, both), limit=10)).seen == 0


async def test_a_year_is_not_settled_by_a_pass_in_which_something_failed(ports, world):
    referral_id = await opened(ports, world)
    await reference.load_calendar(ports, BOOK.calendar)
    newer = off(date(2025, 3, 6))
    await reference.load_calendar(ports, newer)
    changed, later = ChangedYears(), at(ports, 3, newer)

    def without_book():
        raise ConnectionError

    failed = await changed(replace(later, book=without_book), limit=10)
    done = await changed(later, limit=10)

    assert ([each for each, _ in failed.failed], failed.behind) == ([referral_id], None)
    assert done.handled == 1
    assert (await the_referral(ports, referral_id)).clock("T03").due_on == date(2025, 3, 7)
    assert (await changed(later, limit=10)).seen == 0
