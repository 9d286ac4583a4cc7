"""The run of `make fuzz`, for a few seconds: it must neither rot, nor find anything, nor be blind."""

import copy

import pytest

from tests.api.contract_check import Contract
from tests.fuzz.ground import ground
from tests.fuzz.run import fuzz
from tests.journeys.processes import installed

ROUNDS = 7
SEED = 1
REQUESTS_AT_LEAST = 60
ACTIONS_AT_LEAST = 3

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
async def world(module_database_urls, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz")
    async with (
        installed(module_database_urls, folder, with_worker=True) as running,
        ground(running.wires[0].url, running.operator.key) as seeded,
    ):
        yield seeded


async def test_a_short_run_over_the_contract_finds_nothing(world):
    tally, possible = await fuzz(world, seconds=0, rounds=ROUNDS, seed=SEED)

    assert tally.failures == {}, "\n".join(tally.lines(possible))
    assert sum(tally.requests.values()) > REQUESTS_AT_LEAST
    assert len(set(tally.actions) & set(possible)) >= ACTIONS_AT_LEAST


async def test_an_answer_that_the_contract_does_not_know_is_found(world):
    """The same service under a contract that has forgotten that a transition can succeed."""
    forgetful = copy.deepcopy(world.document)
    del forgetful["paths"]["/v1/referrals/{referral_id}/transitions"]["post"]["responses"]["200"]
    blind = copy.copy(world)
    blind.document, blind.checked = forgetful, Contract(forgetful)

    tally, possible = await fuzz(blind, seconds=0, rounds=3, seed=SEED)

    assert {operation for operation, _ in tally.failures} == {"take_transition"}, "\n".join(tally.lines(possible))
    assert all("curl -X POST" in failure.curl for failure in tally.failures.values())
