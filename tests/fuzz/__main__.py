"""The contract fuzzed at a real service: `python -m tests.fuzz --seconds 600 --seed 7`; ends with 1 on any failure."""

import argparse
import asyncio
import secrets
import shutil
import sys

from app.demo.stage import ended_by_sigterm, service
from tests.fuzz.ground import ground
from tests.fuzz.run import fuzz
from tests.run_folder import open_folder


async def fuzzed(seconds, seed):
    """Exit status of a run at a service of its own, which is gone afterwards."""
    folder = open_folder(prefix="sutiao-fuzz-")
    print(f"fuzzing for {seconds} s; the same again with --seed {seed}", flush=True)  # noqa: T201
    try:
        with ended_by_sigterm():
            async with service(folder) as running, ground(running.base_url, running.operator_key) as world:
                tally, possible = await fuzz(world, seconds=seconds, seed=seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(*tally.lines(possible), sep="\n")  # noqa: T201
    return 1 if tally.failures else 0


def main():
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = secrets.randbits(32) if asked.seed is None else asked.seed
    return asyncio.run(fuzzed(asked.seconds, seed))


if __name__ == "__main__":
    sys.exit(main())
