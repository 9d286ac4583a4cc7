"""Identifiers of version 7."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import RFC_4122

from app.adapters.clock import SystemClock
from app.adapters.ids import IdSource, new_id


def milliseconds_of(identifier):
    return identifier.int >> 80


def test_an_id_carries_its_version_its_variant_and_its_time():
    before = SystemClock().unix_ms()

    made = new_id()

    assert made.version == 7
    assert made.variant == RFC_4122
    assert before - 1 <= milliseconds_of(made) <= SystemClock().unix_ms() + 1


def test_ids_increase_while_the_clock_stands_still():
    source = IdSource(lambda: 1_700_000_000_000)

    made = [source.new_id() for _ in range(5_000)]

    assert all(earlier < later for earlier, later in pairwise(made))
    assert all((one.version, one.variant) == (7, RFC_4122) for one in made)
    assert {milliseconds_of(one) for one in made} == {1_700_000_000_000}


def test_ids_increase_when_the_clock_steps_back():
    times = iter([2_000, 1_000, 1_999, 2_001])
    source = IdSource(lambda: next(times))

    made = [source.new_id() for _ in range(4)]

    assert made == sorted(made)
    assert [milliseconds_of(one) for one in made] == [2_000, 2_000, 2_000, 2_001]


def test_a_full_millisecond_borrows_the_next_one():
    source = IdSource(lambda: 5)
    source.new_id()
    source._random = (1 << 74) - 1

    made = source.new_id()

    assert milliseconds_of(made) == 6
    assert (made.version, made.variant) == (7, RFC_4122)


def test_threads_get_distinct_ids_each_in_order():
    source = IdSource(SystemClock().unix_ms)
    with ThreadPoolExecutor(8) as threads:
        runs = list(threads.map(lambda _: [source.new_id() for _ in range(1_000)], range(8)))

    assert len({one for run in runs for one in run}) == 8_000
    assert all(run == sorted(run) for run in runs)


def test_neighbouring_ids_can_not_be_guessed():
    source = IdSource(lambda: 7)

    steps = {later.int - earlier.int for earlier, later in pairwise([source.new_id() for _ in range(200)])}

    assert len(steps) > 190
