"""Simulated court platforms as processes, over each connection and through a gate: every fault, every kind of message.

`make faults` plays the same longer, and files with many records.
"""

import pytest

from tests.api.conftest import served
from tests.faults.matrix import FAULTS, play
from tests.faults.world import DIALECTS, KINDS, REACH, sides

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
async def platforms(module_database_urls, tmp_path_factory):
    folder = tmp_path_factory.mktemp("faults")
    async with served(module_database_urls, folder, **REACH) as api, sides(api, folder) as found:
        yield found


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_under_every_fault_every_message_arrives_once_and_what_is_lost_for_good_is_found(platforms, dialect):
    came, told, found = await play(platforms[dialect])

    assert (came > told, told, found) == (True, len(FAULTS) * len(KINDS), len(KINDS) + 3)
