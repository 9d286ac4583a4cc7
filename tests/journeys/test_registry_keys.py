"""A client that is shut out: known to every process within seconds."""

import asyncio
import time

import pytest

from tests.api.callers import done
from tests.journeys.processes import installed
from tests.journeys.test_races import MARGIN_SECONDS, POLL_SECONDS, REVOKED_WITHIN_SECONDS, seconds_until_closed

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
async def installation(module_database_urls, tmp_path_factory):
    async with installed(module_database_urls, tmp_path_factory.mktemp("keys"), api_count=2) as running:
        yield running


async def test_a_disabled_client_is_shut_out_of_every_process_after_five_seconds_and_let_in_again(installation):
    """Not even somebody who asks all the time is remembered for longer."""
    world = await installation.world()
    changes = f"/v1/clients/{world.court.client_id}/changes"
    doors = [world.court.on(wire) for wire in installation.wires]
    assert [(await door.get("/v1/me")).status_code for door in doors] == [200, 200]

    await done(installation.operator.write(changes, {"change": "disable"}), 201)
    since = time.monotonic()
    closed_after = await asyncio.gather(*[seconds_until_closed(door, since) for door in doors])
    await done(installation.operator.write(changes, {"change": "enable"}), 201)

    assert max(closed_after) < REVOKED_WITHIN_SECONDS + MARGIN_SECONDS
    for door in doors:
        await until_open(door)


async def until_open(door):
    async with asyncio.timeout(2 * REVOKED_WITHIN_SECONDS):
        while (await door.get("/v1/me")).status_code != 200:  # noqa: ASYNC110 - the process tells nobody
            await asyncio.sleep(POLL_SECONDS)
