"""A sequencer alone in a process, for tests that kill it: small batches without a pause, one dot for each on the output."""

import asyncio
import os
import sys

from app.adapters.database.engine import make_engine
from app.adapters.database.sequencer import place_batch

BATCH = 5


async def main() -> None:
    engine = make_engine(os.environ["DATABASE_URL"], 1)
    while True:
        if (await place_batch(engine, BATCH)).count:
            sys.stdout.write(".")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
