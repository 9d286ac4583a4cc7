"""Processes killed at random moments and a database stopped as if the power had failed, under load, with deliveries.

What the callers were told must be there, each feed must tell it once, and each receiver must have got it in order.
"""

import asyncio
import random
import signal
from contextlib import AsyncExitStack
from itertools import groupby
from time import monotonic

from app.adapters.database.roles import connected
from app.adapters.secrets import load_key_ring
from app.supervisor import ChildProcess
from tests.journeys.load import CLIENTS, STEPS, Load, until
from tests.journeys.processes import installed
from tests.journeys.receivers import Receivers
from tests.post import an_endpoint

OUTBOUND = {
    "SUTIAO_OUTBOUND_NETWORKS": "127.0.0.0/8",
    "SUTIAO_OUTBOUND_PORTS": "1024-65535",
    "SUTIAO_OUTBOUND_PLAIN_HTTP": "true",
}
LATEST_MOMENT_SECONDS = 0.5
RESTART_SECONDS_MAX = 5.0
CLEARED_SECONDS = 180.0
RECEIVERS = {"court": "well", "centre": "reset"}
"""Whose endpoint is at which receiver; the second one breaks connections at first."""


class ChaosError(AssertionError):
    """A promise was broken; the message says which."""


async def chaos(server, urls, folder, *, kills, stops, seed, say):
    """One run; raises `ChaosError` where a promise was broken.

    Args:
        server: The embedded server, started.
        urls: Its addresses.
        folder: For the data of the processes.
        kills: How often a process is killed.
        stops: How often the database is stopped without a checkpoint.
        seed: Of all chance here.
        say: Told of the progress, a line at a time.
    """
    dice = random.Random(seed)
    async with AsyncExitStack() as opened, Receivers().listening() as receivers:
        running = await opened.enter_async_context(installed(urls, folder, with_worker=True, more=OUTBOUND))
        second = ChildProcess(["worker"], log_file=folder / "logs" / "second.log", environment=running.environment)
        await opened.enter_async_context(second)
        lone = sequencer(urls, folder)
        await opened.enter_async_context(lone)
        world = await running.world()
        await endpoints(urls, folder, world, receivers)
        load = Load(world, seed)
        writers = [asyncio.create_task(load.write(number)) for number in range(CLIENTS)]
        children = {"api": running.apis[0], "worker": running.worker, "second worker": second, "sequencer": lone}
        await faults(server, children, dice, kills, stops, say)
        load.end()
        await asyncio.gather(*writers)
        await cleared(running, receivers, world)
        say(f"{len(load.answered)} writes acknowledged, {sum(map(len, receivers.taken.values()))} deliveries taken")
        seconds = await restarted(children, running, receivers, world)
        say(f"restart of API and worker to the first delivery: {seconds:.2f} s (at most {RESTART_SECONDS_MAX})")
        await cleared(running, receivers, world)
        await check(running, receivers, world)
        if seconds >= RESTART_SECONDS_MAX:
            raise ChaosError("the first delivery after a restart took too long")


def sequencer(urls, folder):
    """A sequencer of its own beside those of the workers."""
    return ChildProcess(
        [],
        module="tests.journeys.sequencer_process",
        log_file=folder / "logs" / "sequencer.log",
        environment={"DATABASE_URL": urls.app_url},
    )


async def endpoints(urls, folder, world, receivers):
    """An endpoint for each side, whose secret the processes can read."""
    ring = load_key_ring(environment="development", keys=None, key_file=None, data_dir=folder)
    async with connected(urls.app_url) as connection:
        for side, manner in RECEIVERS.items():
            tenant_id = getattr(world, side).tenant_id
            await an_endpoint(connection, tenant_id, receivers.url(manner), ring=ring, schedule_seconds=[0, 1, 1, 2])


async def faults(server, children, dice, kills, stops, say):
    """Kill one process after the other at random moments; every so often the database goes down instead."""
    every = max(1, kills // max(1, stops))
    for number in range(1, kills + 1):
        await asyncio.sleep(dice.uniform(0, 3 * LATEST_MOMENT_SECONDS))
        name = dice.choice(list(children))
        child = children[name]
        if child.exit_status is None and await child.kill() != -signal.SIGKILL:
            raise ChaosError(f"{name} ended by itself")
        await child.start()
        if number % every == 0 and number // every <= stops:
            await asyncio.to_thread(server.stop, immediate=True)
            await asyncio.sleep(dice.uniform(0, LATEST_MOMENT_SECONDS))
            await asyncio.to_thread(server.start)
            say(f"{number} kills, {number // every} stops of the database")
    for child in children.values():
        if child.exit_status is not None:
            await child.start()


async def cleared(running, receivers, world):
    """Wait until every event is placed and delivered."""
    for side, manner in RECEIVERS.items():
        caller = getattr(world, side)
        expected = len(await told_to(running, caller))
        await until(lambda m=manner, n=expected: len(ids(receivers, m)) >= n, seconds=CLEARED_SECONDS)
    for _ in range(int(CLEARED_SECONDS)):
        if not await running.rows("SELECT 1 FROM lanes LIMIT 1"):
            return
        await asyncio.sleep(1)
    raise ChaosError("something waits for ever")


def ids(receivers, manner):
    return {body["id"] for body in receivers.taken[manner]}


async def told_to(running, caller):
    rows = await running.rows("SELECT id::text FROM events WHERE $1::uuid = ANY (audience)", caller.tenant_id)
    return {row["id"] for row in rows}


async def restarted(children, running, receivers, world):
    """Seconds from the start of API and worker to the first delivery; all were killed with work waiting."""
    for name in ("worker", "second worker", "sequencer"):
        await children[name].kill()
    load = Load(world, "restart")
    writer = asyncio.create_task(load.write(CLIENTS))
    await until(lambda: len(load.answered) >= len(STEPS))
    load.end()
    await writer
    await children["api"].kill()
    before = sum(map(len, receivers.taken.values()))
    started = monotonic()
    for name in ("worker", "api"):
        await children[name].start()
    await until(lambda: sum(map(len, receivers.taken.values())) > before)
    seconds = monotonic() - started
    await running.apis[0].wait_until_ready(f"{running.wires[0].url}/readyz")
    for name in ("second worker", "sequencer"):
        await children[name].start()
    return seconds


async def check(running, receivers, world):
    """Nothing lost, nothing out of order for a referral, repetitions under the same id, and the check of the whole."""
    for side, manner in RECEIVERS.items():
        caller, bodies = getattr(world, side), receivers.taken[manner]
        if ids(receivers, manner) != await told_to(running, caller):
            raise ChaosError(f"the {side} did not get what happened")
        for referral_id in {body["referral_id"] for body in bodies}:
            versions = [body["referral_version"] for body in bodies if body["referral_id"] == referral_id]
            once = [version for version, _ in groupby(versions)]
            if once != sorted(set(versions)):
                raise ChaosError(f"the {side} got {referral_id} as {versions}")
    status, said = await running.verify()
    if status != 0:
        raise ChaosError(said)
