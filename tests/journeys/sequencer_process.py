"""A sequencer alone in a process, for tests that kill it. It prints `r` when it is ready, and a dot for each batch."""

import asyncio
import os
import sys

from app.adapters.database.engine import make_engine
from app.adapters.database.sequencer import place_batch

BATCH = 5
IDLE_SECONDS = 0.002


async def main() -> None:
    engine = make_engine(os.environ["DATABASE_URL"], 1)
    await place_batch(engine, BATCH)
    tell("r")
    while True:
        if (await place_batch(engine, BATCH)).count:
            tell(".")
        else:
            await asyncio.sleep(IDLE_SECONDS)


def tell(mark: str) -> None:
    sys.stdout.write(mark)
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
