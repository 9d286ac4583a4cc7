"""What processes tell about themselves: to whom, what, and nothing of anybody."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from app.adapters.database.engine import make_engine
from app.routers.tally import OTHER, Tally
from app.serving import metrics
from app.serving.metrics_server import metrics_served
from app.worker import Job, Round, run_jobs
from tests.api.callers import done

TOKEN = "a-token-of-whoever-runs-it"
PORTS_TRIED = 20


@pytest.fixture
def open_metrics(api):
    house = api.app.state.house
    settings = house.settings.model_copy(update={"metrics_token": SecretStr(TOKEN)})
    api.app.state.house = replace(house, settings=settings)
    yield
    api.app.state.house = house


async def told(api, token=TOKEN):
    return await api.http.get("/metrics", headers={"Authorization": f"Bearer {token}"} if token else {})


def samples(text):
    """(name, labels) to value."""
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_without_a_token_there_are_no_metrics_on_the_public_port(api):
    reply = await told(api, token=api.as_operator().key)

    assert (reply.status_code, reply.json()["code"]) == (404, "no_such_route")


@pytest.mark.parametrize(("token", "code"), [(None, "key_missing"), ("another", "key_unknown"), ("甲", "key_unknown")])
async def test_only_who_shows_the_token_is_told(api, open_metrics, token, code):
    headers = {} if token is None else {"Authorization": f"Bearer {token}".encode()}

    reply = await api.http.get("/metrics", headers=headers)

    assert (reply.status_code, reply.json()["code"]) == (401, code)


async def test_the_metrics_say_how_far_placing_is_behind_and_what_was_answered(api, open_metrics):
    court = api.as_court()
    made = await api.delegated()
    await done(court.get(f"/v1/referrals/{made['id']}"))
    await court.get("/v1/referrals/x")
    before = samples((await told(api)).text)
    await api.place()

    reply = await told(api)

    after = samples(reply.text)
    counted = ("sutiao_http_request_seconds_count", ("method", "GET"), ("route", "/v1/referrals/{referral_id}"))
    assert before["feed_lag_seconds",] > 0
    assert before["sutiao_feed_unplaced",] >= 1
    assert (after["feed_lag_seconds",], after["sutiao_feed_unplaced",], after["sutiao_database_up",]) == (0, 0, 1)
    assert after[*counted, ("status", "200")] >= 1
    assert after[*counted, ("status", "404")] >= 1
    assert after["sutiao_pool_connections", ("state", "size")] == 16
    assert {"sutiao_feed_waiters", "sutiao_feed_streams", "process_resident_memory_bytes"} <= {key[0] for key in after}
    assert reply.headers["cache-control"] == "no-store"
    assert api.world.court_id not in reply.text
    assert made["id"] not in reply.text
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", reply.text)


async def test_without_a_database_everything_else_is_told(api):
    engine = make_engine("postgresql://nobody@127.0.0.1:1/none", 1)

    async def away():
        raise OSError

    sources = metrics.Sources(engine, api.app.state.house.ports.clock.system_now, certificates=away)
    exposition = metrics.exposition(sources)

    found = samples((await exposition()).decode())

    assert found["sutiao_database_up",] == 0
    assert ("feed_lag_seconds",) not in found


async def test_a_worker_tells_of_its_jobs_on_the_loopback_port(api):
    stop, tally = asyncio.Event(), metrics.JobTally()
    rounds = [ValueError("a fault"), Round(3, refused=("x",)), Round(2)]

    async def work():
        this = rounds.pop(0)
        if not rounds:
            stop.set()
        if isinstance(this, Exception):
            raise this
        return this

    await run_jobs([Job("play", work, 5, 0.0)], stop, tally=tally)
    now = api.app.state.house.ports.clock.system_now

    async def ends():
        return [now() + timedelta(days=n) for n in (9, 3)]

    sources = metrics.Sources(api.app.state.feed.reader._engine, now, jobs=tally, certificates=ends)
    async with listening(metrics.exposition(sources)) as base, httpx.AsyncClient(base_url=base) as http:
        replies = [await http.get(path) for path in ("/metrics", "/", "/metricsx")]

    found = samples(replies[0].text)
    of = {name: found[f"sutiao_job_{name}_total", ("job", "play")] for name in ("rounds", "done", "refused", "failed")}
    assert of == {"rounds": 3, "done": 5, "refused": 1, "failed": 1}
    assert [reply.status_code for reply in replies] == [200, 404, 404]
    assert 2.9 < found["sutiao_platform_certificate_seconds",] / 86_400 <= 3


async def test_what_fails_is_an_answer_too_and_nonsense_ends_the_connection():
    async def failing():
        raise ValueError("a fault")

    async with listening(failing) as base, httpx.AsyncClient(base_url=base) as http:
        failed = await http.get("/metrics")
        reader, writer = await asyncio.open_connection("127.0.0.1", int(base.rpartition(":")[2]))
        writer.write(b"x" * 20_000)
        writer.write_eof()
        nothing = await reader.read()
        writer.close()

    assert (failed.status_code, nothing) == (503, b"")


async def test_a_process_without_a_port_listens_on_none():
    async with metrics_served(None, None, ""):
        pass


def listening(told):
    """`metrics_served` on a port of the system's choice."""
    return _Listening(told)


class _Listening:
    def __init__(self, told):
        self._told = told

    async def __aenter__(self):
        for _ in range(PORTS_TRIED):
            server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            server.close()
            await server.wait_closed()
            self._served = metrics_served(port, self._told, metrics.MEDIA_TYPE)
            try:
                await self._served.__aenter__()
            except OSError:
                continue
            return f"http://127.0.0.1:{port}"
        raise AssertionError("no port is free")

    async def __aexit__(self, *reason):
        await self._served.__aexit__(*reason)


def test_made_up_methods_make_no_labels():
    tally = Tally()
    for number in range(100):
        tally.add(f"X{number}", "unknown", 404, 0.001)
    tally.add("GET", "/v1/me", 200, 99.0)

    found = {(one.method, one.route): one for one in tally.counted()}

    assert found.keys() == {(OTHER, "unknown"), ("GET", "/v1/me")}
    assert sum(found[OTHER, "unknown"].groups) == 100
    assert found["GET", "/v1/me"].groups[-1] == 1
