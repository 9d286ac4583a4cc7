"""A run: rounds of every kind in turn, until the time is over."""

import asyncio
import random
import time

from tests.fuzz.machine import course_maker
from tests.fuzz.made import Maker
from tests.fuzz.rounds import Rounds
from tests.fuzz.shots import Shooter
from tests.fuzz.tally import Tally

CLOCK_FROM = 0.5
"""Part of the run after which the legal clock moves; before, every place can be reached as staged."""

CLOCK_EVERY = 12


async def fuzz(ground, *, seconds, seed, rounds=0):
    """Go on for some seconds in a thread of its own; what the run did, and every action that there is.

    Args:
        ground: Where.
        seconds: How long; a round that has begun is finished.
        rounds: How many at least, however long they take.
        seed: Decides what is made up. Ids, times and the worker are not decided by it.
    """
    return await asyncio.to_thread(_rounds, ground, seconds, seed, rounds)


def _rounds(ground, seconds, seed, at_least):
    rng, tally = random.Random(seed), Tally()
    shooter, maker = Shooter(ground, tally, rng), Maker(ground.document, rng)
    rounds = Rounds(ground, maker, shooter, tally, rng)
    course = course_maker(ground, maker, shooter, rng)
    began, count = time.monotonic(), 0
    plan = [rounds.action, rounds.operations, rounds.action, rounds.mischief, rounds.action, rounds.operations, course]
    while (gone := time.monotonic() - began) < seconds or count < at_least:
        plan[count % len(plan)]()
        count += 1
        if gone > seconds * CLOCK_FROM and count % CLOCK_EVERY == 0:
            rounds.clock()
    shooter.close()
    tally.notes["rounds"] = count
    return tally, rounds.possible()
