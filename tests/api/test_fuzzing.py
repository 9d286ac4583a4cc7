"""Requests made up from the contract itself, good and bad: no answer outside it, no 500, transitions really reached."""

import json
from copy import deepcopy

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from tests.api.stages import STAGE_OF, caller_of
from tests.contract import the_contract
from tests.fuzz.bodies import with_real_ids

SCHEMA = schemathesis.openapi.from_dict(deepcopy(the_contract()))  # The library notes things in it.
OPERATIONS = {found.ok().definition.raw["operationId"]: found.ok() for found in SCHEMA.get_all_operations()}
MOVES = {"take_transition": 500, "take_procedure_transition": 260}
WITHOUT_BAD_REQUESTS = {
    "livez",
    "readyz",
    "list_webhook_keys",
    "get_me",
    "get_lifecycle",
    "list_code_lists",
    "get_legal_clock",
    "receive_platform_message",
}
"""No arguments, or any bytes at all: nothing is made up that the contract forbids."""

GOOD_AND_BAD = [(name, True) for name in sorted(OPERATIONS)] + [
    (name, False) for name in sorted(set(OPERATIONS) - WITHOUT_BAD_REQUESTS)
]
HARMLESS = {"read_feed": {"wait": "0"}, "move_legal_clock": {"dry_run": "true"}}
"""Long polls would wait, and a moved clock would stay moved."""

FIXED = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

pytestmark = [pytest.mark.slow, pytest.mark.walk]


@pytest.fixture(scope="module")
async def staged(api):
    """One referral for each place from which an action is possible."""
    return {stage: await stage(api) for stage in dict.fromkeys(STAGE_OF.values())}


def cases_of(operation, *, positive, count):
    """The same cases in every run."""
    mode = GenerationMode.POSITIVE if positive else GenerationMode.NEGATIVE
    strategy, cases = OPERATIONS[operation].as_strategy(generation_mode=mode), []

    @given(data=st.data())
    @settings(FIXED, max_examples=count)
    def gather(data):
        cases.append(data.draw(strategy))

    gather()
    return cases


async def sent(caller, case, **changes):
    """A case through our own client, as far as HTTP can carry it."""
    wire = case.as_transport_kwargs(base_url="http://sutiao")
    headers = {name: str(value) for name, value in wire["headers"].items() if name.lower() != "authorization"}
    headers |= changes.get("headers", {})
    options = {"params": changes.get("params", wire.get("params"))}
    if "body" in changes:
        headers["Content-Type"] = "application/json"
        options["content"] = json.dumps(changes["body"])
    elif "json" in wire:
        options["json"] = wire["json"]
    elif "data" in wire:
        options["content"] = wire["data"]
    headers = {name: value.encode("utf-8", "replace") for name, value in headers.items() if value.isprintable()}
    return await caller.send(case.method, changes.get("path") or case.formatted_path, headers=headers, **options)


@pytest.mark.parametrize(("operation", "positive"), GOOD_AND_BAD)
async def test_made_up_requests_are_answered_as_the_contract_says(api, operation, positive):
    callers = [api.as_court(), api.as_operator()]

    for n, case in enumerate(cases_of(operation, positive=positive, count=8)):
        reply = await sent(callers[n % 2], case, params={**case.query, **HARMLESS.get(operation, {})})

        assert reply.status_code != 500


async def moved(api, operation, case, place, n, *, dry_run):
    """A made-up transition of one staged referral, judged by its state alone."""
    of_referral = operation == "take_transition"
    action, target = case.body["action"], place.referral_id if of_referral else place.procedure_id
    return await sent(
        caller_of(api, action),
        case,
        body=with_real_ids(case.body, place.ids, n),
        path=f"/v1/{'referrals' if of_referral else 'procedures'}/{target}/transitions",
        params={"dry_run": "true"} if dry_run else {},
        headers={"If-Match": "*", "Idempotency-Key": f"{operation}-{n}"},
    )


@pytest.mark.parametrize("operation", MOVES)
async def test_made_up_transitions_are_really_reached(api, staged, operation):
    """Rehearsed where the action is possible; the first that is reached is carried out on a referral of its own."""
    reached = set()

    for n, case in enumerate(cases_of(operation, positive=True, count=MOVES[operation])):
        action = case.body["action"]
        reply = await moved(api, operation, case, staged[STAGE_OF[action]], n, dry_run=True)
        assert reply.status_code != 500
        if reply.status_code == 200 and action not in reached:
            done = await moved(api, operation, case, await STAGE_OF[action](api), n, dry_run=False)
            assert done.status_code == 200, (action, done.text)
            reached.add(action)

    possible = {"take_transition": 67, "take_procedure_transition": 45}[operation]
    assert len(reached) >= possible * 0.6, sorted(reached)
