"""Faults of court platforms: `python -m tests.faults --rounds 5 --records 12000 --seed 7`; ends with 1 if one told.

Every fault and random pairs of faults with every kind of message in every dialect, then files with many records.
"""

import argparse
import asyncio
import random
import secrets
import shutil
import sys
from time import monotonic

from app import log
from app.adapters.database import migrate
from app.adapters.database.embedded import DATABASE, EmbeddedServer
from app.adapters.database.roles import make_roles, url_of_database
from tests.api.conftest import served
from tests.database_server import DatabaseUrls
from tests.faults.files import many_records
from tests.faults.matrix import COMING, faults_of, play
from tests.faults.world import KINDS, REACH, sides
from tests.run_folder import open_folder


def say(line):
    print(line, flush=True)  # noqa: T201


def mixed(rng, rounds, faults):
    """Every fault, and after it so many random pairs of two."""
    found = dict(faults)
    for number in range(rounds * len(faults)):
        first, second = rng.sample(sorted(faults), 2)
        found[f"{number}: {first}, {second}"] = faults[first] | faults[second]
    return found


async def suffered(urls, folder, *, rounds, records, rng):
    """Everything, on one database; raises where a promise broke."""
    async with served(urls, folder / "data", rate_limit_per_second=0, **REACH) as api:
        (folder / "sides").mkdir()
        async with sides(api, folder / "sides") as found:
            for dialect, side in found.items():
                faults, started = mixed(rng, rounds, faults_of(dialect)), monotonic()
                came, told, differences = await play(side, faults)
                cells = len(faults) * (len(KINDS) + COMING)
                say(
                    f"{dialect}: {len(faults)} faults and pairs, {cells} cells; {came} came, {told} were told, "
                    f"0 lost, 0 twice; {differences} of {differences} differences found without the repair; "
                    f"{monotonic() - started:.0f} s"
                )
        started = monotonic()
        fates = await many_records(api, folder, count=records, rng=rng)
        told = ", ".join(f"{count} {name}" for name, count in fates.items())
        say(f"files: {records} records each way, each there once; {told}; {monotonic() - started:.0f} s")


async def endured(rounds, records, seed):
    """Exit status of one run on a server of its own, which is gone afterwards."""
    folder = open_folder(prefix="sutiao-faults-")
    server = EmbeddedServer(folder / "var", durable=False)
    say(f"faults of court platforms; the same again with --seed {seed}")
    try:
        await asyncio.to_thread(server.start)
        await make_roles(server.superuser_url, DATABASE, server.passwords.owner, server.passwords.app)
        await migrate.upgrade(server.owner_url)
        urls = DatabaseUrls(url_of_database(server.superuser_url, DATABASE), server.owner_url, server.app_url)
        await suffered(urls, folder, rounds=rounds, records=records, rng=random.Random(seed))
    except AssertionError as broken:
        say(f"BROKEN: {broken}")
        return 1
    finally:
        await asyncio.to_thread(server.stop)
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def main():
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    log.configure("error", json=False)
    seed = secrets.randbits(32) if asked.seed is None else asked.seed
    return asyncio.run(endured(asked.rounds, asked.records, seed))


if __name__ == "__main__":
    sys.exit(main())
