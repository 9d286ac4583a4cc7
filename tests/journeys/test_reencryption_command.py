"""`sutiao reencrypt` as a process: killed in the middle and started again, beside a service that goes on writing."""

import asyncio
import json
import os
import sys
from base64 import b64encode
from dataclasses import replace

import pytest

from app.adapters.database.reencryption import DatabaseVault
from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.secrets import KeyRing
from app.services import referral_reads
from tests.factories import APPLICANT, RING, a_world, opened, ports_on

OLD_ID = RING.current_key_id
NEW_RING = KeyRing("k9", {**RING.keys, "k9": b"9" * 32}, RING.hash_key)
ONLY_NEW = KeyRing("k9", {"k9": b"9" * 32}, RING.hash_key)
REFERRALS = 120
ENDS_SECONDS = 120

pytestmark = pytest.mark.slow


def text_of(ring):
    keys = {key_id: b64encode(key).decode() for key_id, key in ring.keys.items()}
    return json.dumps({"current": ring.current_key_id, "keys": keys, "hash_key": b64encode(ring.hash_key).decode()})


def environment(urls, ring, folder):
    kept = {name: value for name, value in os.environ.items() if "SUTIAO_" not in name}
    return {**kept, "DATABASE_URL": urls.app_url, "SUTIAO_KEYS": text_of(ring), "SUTIAO_DATA_DIR": str(folder)}


async def started(urls, ring, folder, *arguments):
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "app.cli", *arguments)
    return await asyncio.create_subprocess_exec(
        *command, env=environment(urls, ring, folder), stdin=pipe, stdout=pipe, stderr=pipe
    )


async def ended(child):
    async with asyncio.timeout(ENDS_SECONDS):
        out, err = await child.communicate()
    return child.returncode, out.decode().splitlines(), err.decode()


async def uses(engine):
    """Number of fields by key."""
    found = {}
    for use in await DatabaseVault(engine, NEW_RING).uses():
        found[use.key_id] = found.get(use.key_id, 0) + use.count
    return found


async def test_killed_in_the_middle_it_is_started_again_while_others_write(engine, database_urls, tmp_path):
    ports = ports_on(engine)
    world = await a_world(ports)
    referral_ids = [await opened(ports, world) for _ in range(REFERRALS)]
    total = sum((await uses(engine)).values())

    child = await started(database_urls, NEW_RING, tmp_path, "reencrypt", "--window", "1")
    async with asyncio.timeout(ENDS_SECONDS):
        while not (await uses(engine)).get("k9"):
            pass
    child.kill()
    killed, _, _ = await ended(child)
    halfway = await uses(engine)
    again = await started(database_urls, NEW_RING, tmp_path, "reencrypt", "--window", "20")
    writer = replace(ports, unit_of_work=DatabaseUnitOfWork(engine, NEW_RING))
    meanwhile = [await opened(writer, world) for _ in range(10)]
    status, lines, problems = await ended(again)

    assert (killed, status, problems) == (-9, 0, "")
    assert 0 < halfway["k9"] < total
    assert set(await uses(engine)) == {"k9"}
    assert lines[-2:] == [f"no field is sealed with {OLD_ID} any more: remove it from the ring", "complete"]
    reader = replace(ports, unit_of_work=DatabaseUnitOfWork(engine, ONLY_NEW))
    for referral_id in (referral_ids[0], referral_ids[-1], meanwhile[-1]):
        views = await referral_reads.parties(reader, world.court, referral_id, reveal=True)
        assert views[0].details == APPLICANT


async def test_a_service_with_a_wrong_ring_does_not_start_and_says_why(engine, database_urls, tmp_path):
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))

    status, _, problems = await ended(await started(database_urls, ONLY_NEW, tmp_path, "serve", "--port", "1"))

    assert status == 2
    assert f"key {OLD_ID} has sealed fields and is not in the ring" in problems
    assert "Traceback" not in problems


async def test_a_dry_run_says_what_would_be_done(engine, database_urls, tmp_path):
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))

    status, lines, _ = await ended(await started(database_urls, NEW_RING, tmp_path, "reencrypt", "--dry-run"))

    assert status == 0
    assert f"parties.name_sealed: 2 under {OLD_ID}" in lines
    assert lines[-1] == "nothing was written (--dry-run)"


async def test_without_the_old_key_it_changes_nothing_and_exits_with_one(engine, database_urls, tmp_path):
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))
    before = await uses(engine)

    status, lines, _ = await ended(await started(database_urls, ONLY_NEW, tmp_path, "reencrypt"))

    assert (status, lines[-1]) == (1, "not complete: keep every key in the ring")
    assert await uses(engine) == before
