"""Faults at random moments: `python -m tests.chaos --kills 100 --stops 10 --seed 7`; ends with 1 if a promise broke."""

import argparse
import asyncio
import secrets
import shutil
import sys

from app.adapters.database import migrate
from app.adapters.database.embedded import DATABASE, EmbeddedServer
from app.adapters.database.roles import make_roles, url_of_database
from tests.chaos.run import ChaosError, chaos
from tests.database_server import DatabaseUrls
from tests.run_folder import open_folder


def say(line):
    print(line, flush=True)  # noqa: T201


async def endured(kills, stops, seed):
    """Exit status of one run on a durable server of its own, which is gone afterwards."""
    folder = open_folder(prefix="sutiao-chaos-")
    server = EmbeddedServer(folder / "var")
    say(f"{kills} kills and {stops} stops of the database; the same again with --seed {seed}")
    try:
        await asyncio.to_thread(server.start)
        await make_roles(server.superuser_url, DATABASE, server.passwords.owner, server.passwords.app)
        await migrate.upgrade(server.owner_url)
        urls = DatabaseUrls(url_of_database(server.superuser_url, DATABASE), server.owner_url, server.app_url)
        await chaos(server, urls, folder, kills=kills, stops=stops, seed=seed, say=say)
    except ChaosError as broken:
        say(f"BROKEN: {broken}")
        return 1
    finally:
        await asyncio.to_thread(server.stop)
        shutil.rmtree(folder, ignore_errors=True)
    say("nothing lost, nothing out of order, nothing twice under another id")
    return 0


def main():
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--stops", type=int, default=10)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = secrets.randbits(32) if asked.seed is None else asked.seed
    return asyncio.run(endured(asked.kills, asked.stops, seed))


if __name__ == "__main__":
    sys.exit(main())
