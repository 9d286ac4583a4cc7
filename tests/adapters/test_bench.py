"""The bench: its floor writes what the service writes, and every number that it promises is there."""

import io
from functools import partial

import orjson
import pytest
from rich.console import Console

from app.adapters.database.embedded import DATABASE
from app.adapters.database.engine import driver_url
from app.adapters.database.roles import url_of_database
from app.bench import growth
from app.bench.bodies import TRANSITION, VARIANTS, create_bodies
from app.bench.floor import URL_VARIABLE
from app.bench.load import Order, percentile, requests_of
from app.bench.measure import Generator, LoadFailedError, Side
from app.bench.place import opened
from app.bench.report import BARS, show, show_growth
from app.bench.run import run_bench
from app.bench.service import HOST, Configuration, free_port, register, sample_writes, served
from app.bench.writes import Plan, plan_of, rows_by_table
from app.supervisor import ChildProcess

CREATED = {
    "disputes": 1,
    "referrals": 1,
    "parties": 2,
    "consents": 2,
    "case_numbers": 1,
    "assignments": 1,
    "clocks": 1,
    "events": 1,
    "unplaced": 1,
    "idempotency_keys": 1,
}
ACCEPTED = {"referrals": 1, "assignments": 1, "clocks": 2, "events": 1, "unplaced": 1, "idempotency_keys": 1}
PROMISED = {
    *("create_ratio", "create_cte_ratio", "transition_ratio", "transition_cte_ratio"),
    *("create_p95_ms_4", "feed_idle_per_s", "feed_idle_ratio"),
    *("sse_open", "sse_rss_mib", "sse_latency_ms_p50", "sse_latency_ms_p95"),
    *("delivery_per_s", "delivery_ratio", "delivery_p95_ratio"),
    *(f"{name}_{p}_ms_{n}" for name in ("create", "transition") for p in ("p50", "p95", "p99") for n in (1, 4, 32)),
    *(f"{name}_generator_cpu_share" for name in ("create", "transition", "feed_idle")),
}


def test_every_request_has_a_key_of_its_own_and_its_length():
    order = Order(port=80, method="POST", paths=["/a", "/b"], bodies=['{"x": "字"}'], key_prefix="k", once=True)

    first, second = requests_of(order)

    assert first.startswith(b"POST /a HTTP/1.1\r\nHost: 127.0.0.1:80\r\nIdempotency-Key: k-0\r\n")
    assert second.startswith(b"POST /b HTTP/1.1\r\n")
    assert b"Idempotency-Key: k-1\r\n" in second
    assert first.endswith(b'Content-Length: 12\r\n\r\n{"x": "\xe5\xad\x97"}')


def test_a_percentile_is_a_value_that_was_measured():
    ordered = [1.0, 2.0, 3.0, 4.0]

    assert [percentile(ordered, share) for share in (0.0, 0.5, 0.99)] == [1.0, 3.0, 4.0]
    assert percentile([], 0.5) == 0.0


def test_a_missed_bar_is_said_plainly():
    numbers = orjson.loads(orjson.dumps(dict.fromkeys(PROMISED | {bar.name for bar in BARS}, 1.0)))
    numbers |= {f"{name}_per_s_{n}": 1.0 for name in ("create", "transition") for n in (1, 4, 32)}
    text = io.StringIO()

    show(Console(file=text, width=200), numbers | {"create_ratio": 0.59, "transition_ratio": 0.6})

    assert "MISSED: create, share of the floor is 0.59, the bar is ≥ 0.6" in text.getvalue()
    assert "MISSED: transition, share of the floor" not in text.getvalue()


@pytest.mark.slow
async def test_the_floor_writes_exactly_the_rows_that_the_service_writes():
    """Both floors, row by row and in one statement, leave the rows of one real create and one real acceptance."""
    async with opened() as place:
        configuration, port = Configuration(place), free_port()
        async with served(place, configuration, port):
            registered = await register(configuration, port)
            plan = await sample_writes(place, registered, port)
        counted = [await rows_left(place, plan, suffix) for suffix in ("", "-cte")]

    assert rows_by_table(plan.create) == CREATED
    assert rows_by_table(plan.transition) == ACCEPTED
    assert Plan.from_json(plan.to_json()) == plan
    assert counted == [(CREATED, ACCEPTED)] * 2


@pytest.mark.slow
async def test_a_refused_request_fails_the_load_and_is_shown(tmp_path):
    async with ChildProcess([str(port := free_port())], module="app.bench.hello", log_file=tmp_path / "log") as hello:
        await hello.wait_until_ready(f"http://{HOST}:{port}/hello")

        with pytest.raises(LoadFailedError, match=r"GET /nowhere was refused: \{'404': "):
            await Generator(tmp_path).play(Order(port, "GET", ["/nowhere"], seconds=0.1, warm_seconds=0.0))


@pytest.mark.slow
def test_all_promised_numbers_are_written(tmp_path):
    result_file = tmp_path / "var" / "bench.json"
    text = io.StringIO()

    status = run_bench(quick=True, result_file=result_file, console=Console(file=text, width=200))

    assert status == 0, text.getvalue()
    numbers = orjson.loads(result_file.read_bytes())
    assert numbers.keys() >= PROMISED | {bar.name for bar in BARS}
    assert all(isinstance(value, int | float) and value > 0 for name, value in numbers.items() if "_cpu_" not in name)


@pytest.mark.slow
async def test_growth_measures_every_page_at_both_sizes_and_shows_how_it_was_made():
    async with opened() as place:
        found = await growth.measure(place, small=300, large=600, rounds=3)
    text = io.StringIO()
    show_growth(Console(file=text, width=200), {**found.numbers, "list_each_growth": 1.51}, found.plans)

    pages = {*growth.LISTS, "list_behind", "list_head_office", "feed", "feed_behind", "feed_head_office"}
    kinds = {f"{page}_{what}" for page in pages for what in ("small_ms", "large_ms", "each_growth")}
    assert found.numbers.keys() == kinds | {"list_growth", "feed_growth"}
    assert found.numbers["list_growth"] == max(found.numbers[f"{name}_each_growth"] for name in pages if "list" in name)
    assert found.plans.keys() == growth.LISTS.keys()
    assert text.getvalue().count("MISSED") >= 1
    assert "Index Only Scan" in text.getvalue()


async def rows_left(place, plan, suffix):
    """The rows that one create and one transition of a floor leave in the service's own database, by table."""
    plan_file, port = place.folder / f"plan{suffix}.json", free_port()
    plan_file.write_bytes(plan.to_json())
    url = driver_url(url_of_database(place.superuser_url, DATABASE))
    child = ChildProcess(
        [str(plan_file), str(port)],
        module="app.bench.floor",
        log_file=place.folder / "floor.log",
        environment={URL_VARIABLE: url},
    )
    side = Side(
        f"floor{suffix}",
        port,
        f"/create{suffix}",
        f"/transition{suffix}/{{id}}",
        partial(create_bodies, "-"),
        TRANSITION,
    )
    generator = Generator(place.folder)
    async with child:
        await child.wait_until_ready(f"tcp://{HOST}:{port}")
        start = await place.snapshot()
        await side.create(generator, clients=1, seconds=5, most=1)
        created = await place.snapshot()
        await side.transition(generator, clients=1, seconds=5)
        left = plan_of(start, created, await place.snapshot())
    return rows_by_table(left.create), rows_by_table(left.transition)


def test_no_create_repeats_the_parties_of_another():
    bodies = [orjson.loads(body) for first in (0, 700, VARIANTS - 300) for body in create_bodies("-", first, 300)]
    numbers = [party["id_number"] for body in bodies for party in body["parties"]]

    assert len(numbers) == len(set(numbers)) == 2 * 900


def test_more_creates_than_there_are_parties_are_refused():
    with pytest.raises(ValueError, match="different requests"):
        create_bodies("-", VARIANTS - 1, 2)
