"""Real workers, real receivers that misbehave, one worker killed in the middle: nothing lost, nothing out of order."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack, suppress
from itertools import groupby

import pytest

from app.adapters.database.roles import connected
from app.adapters.secrets import load_key_ring
from app.services import verification
from app.supervisor import ChildProcess
from tests.factories import ports_on
from tests.journeys.receivers import BAD_TIMES, Receivers
from tests.post import an_endpoint, referrals, rows
from tests.stream import AS_SYSTEM, insert, tenant

MANNERS = ("well", "hang", "reset", "drip", "drop", "redirect", "throttle", "ordered", "gone")
CASES, EVENTS_EACH = 4, 3
DONE_SECONDS = 40
QUICK = {"timeout_seconds": 1, "schedule_seconds": [0, 1, 1, 1, 1, 1]}


def worker_of(urls, folder, number):
    environment = {
        "DATABASE_URL": urls.app_url,
        "SUTIAO_DATA_DIR": str(folder),
        "SUTIAO_LOG_LEVEL": "warning",
        "SUTIAO_OUTBOUND_NETWORKS": "127.0.0.0/8",
        "SUTIAO_OUTBOUND_PORTS": "1024-65535",
        "SUTIAO_OUTBOUND_PLAIN_HTTP": "true",
    }
    return ChildProcess(["worker"], log_file=folder / "logs" / f"worker-{number}.log", environment=environment)


async def write(urls, audience):
    """Some events of each case, as they happen one after the other."""
    cases = referrals(CASES)
    async with connected(urls.app_url) as connection:
        for _ in range(EVENTS_EACH):
            for case in cases:
                await connection.execute(AS_SYSTEM)
                await insert(connection, audience, subject_id=case)
                await connection.execute("COMMIT")
            await asyncio.sleep(0.2)
    return cases


async def settled(connection):
    """Wait until what was taken is written too."""
    query = "SELECT 1 FROM lanes AS l JOIN webhook_endpoints AS e ON e.id = l.endpoint_id AND e.state = 'active'"
    for _ in range(10 * DONE_SECONDS):
        if not await rows(connection, query):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("something waits for ever")


@pytest.mark.slow
async def test_nothing_is_lost_or_overtaken_whatever_receivers_and_workers_do(database_urls, engine, tmp_path):
    court, ring = tenant(), load_key_ring(environment="development", keys=None, key_file=None, data_dir=tmp_path)
    workers = [worker_of(database_urls, tmp_path, number) for number in range(3)]
    async with AsyncExitStack() as opened, Receivers().listening() as receivers:
        connection = await opened.enter_async_context(connected(database_urls.app_url))
        for manner in MANNERS:
            order_over = "endpoint" if manner == "ordered" else "referral"
            await an_endpoint(connection, court, receivers.url(manner), ring=ring, order_over=order_over, **QUICK)
        for worker in workers[:2]:
            await opened.enter_async_context(worker)
        writing = asyncio.create_task(write(database_urls, [court]))
        await taken(receivers, "well", 3)
        os.kill(workers[0].pid, signal.SIGKILL)
        # What the killed worker had not written down is known to nobody: the others meet the same again.
        receivers.bad_times += BAD_TIMES
        await opened.enter_async_context(workers[2])
        cases = await writing + await write(database_urls, [court])
        for manner in MANNERS[:-1]:
            await taken(receivers, manner, 2 * CASES * EVENTS_EACH)
        await settled(connection)

        for manner in MANNERS[:-1]:
            check(receivers.taken[manner], cases)
        over_all = [position for position, _ in groupby(body["position"] for body in receivers.taken["ordered"])]
        assert over_all == sorted(set(over_all))
        assert receivers.taken["gone"] == []
        assert all(receivers.refused[manner] == receivers.bad_times for manner in MANNERS[1:-1])
        found = await rows(connection, "SELECT state, state_reason FROM webhook_endpoints WHERE state <> 'active'")
        assert found == [{"state": "disabled", "state_reason": "gone"}]
        reasons = await rows(connection, "SELECT DISTINCT reason FROM delivery_attempts WHERE outcome <> 'delivered'")
        told = {row["reason"] for row in reasons}
        assert {"timed_out", "reset", "redirected", "status_429", "gone"} <= told
        report = await verification.verify(ports_on(engine))
        assert [fault for fault in report.faults if fault.invariant == 4] == []


async def taken(receivers, manner, count):
    async with asyncio.timeout(DONE_SECONDS):
        while len({body["id"] for body in receivers.taken[manner]}) < count:
            receivers.changed.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(receivers.changed.wait(), 1)


def check(bodies, cases):
    """Every event of each case once, in order; what came again has the same id and position, right after itself."""
    for case in cases:
        of_case = [(body["position"], body["id"]) for body in bodies if body["referral_id"] == str(case)]
        once = [key for key, _ in groupby(of_case)]
        assert once == sorted(set(of_case)), of_case
        assert len(once) == EVENTS_EACH
