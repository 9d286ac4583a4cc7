"""The committed contract is the one that the program has, and every example in it works."""

import json
from typing import get_args
from uuid import uuid4

import pytest

from app.domain.lifecycle.apply import ROWS
from app.main import contract_text
from app.routers.contract import BODIES, EXAMPLES
from app.routers.registry_changes import CHANGING
from app.routers.schemas.opening import Opening
from app.routers.schemas.transitions import ProcedureTransition, ReferralTransition
from app.routers.webhook_endpoints import ENDPOINT_ACTIONS
from tests.api import platforms, test_platform_entries
from tests.api.callers import ANY
from tests.api.contract_check import CONTRACT_FILE
from tests.api.stages import SERIES, STAGE_OF, accepted, caller_of, in_series, nothing
from tests.contract import the_contract

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))
OPERATOR_PATHS = {
    "register_court": "/v1/courts",
    "register_organisation": "/v1/organisations",
    "register_referring_body": "/v1/referring-bodies",
    "register_mediator": "/v1/mediators",
    "register_roster_entry": "/v1/rosters",
    "register_channel": "/v1/channels",
    "register_client": "/v1/clients",
    "register_platform": "/v1/court-platforms",
}
WEBHOOKS = {name for name in NAMES if "webhook" in name}
"""Taken in `test_webhook_endpoints.py`, each where it is possible."""

CHANGES = {f"change_{kind.one}.{change}" for kind in CHANGING for change in kind.tags}
"""Taken in `test_registry_api.py`, each on a record of its own."""

OF_CONSUMERS = {"put_consumer", "lease_batch", "commit_batch", "seek_consumer"}
"""Taken in `test_consumers.py`, one after the other."""


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def actions_of(union):
    return {get_args(member.model_fields["action"].annotation)[0] for member in get_args(get_args(union)[0])}


def test_the_committed_contract_is_the_programs():
    assert CONTRACT_FILE.read_text(encoding="utf-8") == contract_text(), "run: make generate"


def test_every_variant_of_every_body_has_an_example():
    """The variants that a series takes are those of its referrals."""
    wanted = {"open_referral.entrust", "open_referral.transfer", "take_series_transition.send_message"}
    for name, body in BODIES.items():
        if name.startswith("change_"):
            continue
        if name == "take_webhook_transition":
            wanted |= {f"{name}.{action}" for action in ENDPOINT_ACTIONS}
        elif isinstance(body, type):
            wanted.add(name)
        elif name != "take_series_transition":
            wanted |= {f"{name}.{action}" for action in actions_of(body)}

    assert set(NAMES) == wanted | CHANGES


def test_every_action_that_a_tenant_may_take_has_a_variant():
    """What only time does is in no request."""
    of_tenants = {row.action.value for row in ROWS if {actor.value for actor in row.by} - {"clock"}}

    asked = actions_of(ReferralTransition) | actions_of(ProcedureTransition) | actions_of(Opening)
    assert asked == of_tenants - {"add_document"}  # Its request is a file; see `app/routers/uploads.py`.


def test_every_operation_names_itself_and_its_refusals():
    for path, operations in the_contract()["paths"].items():
        for operation in operations.values():
            assert operation["tags"]
            assert operation["operationId"]
            if path.startswith("/v1/"):
                assert {"401", "500", "503"} <= set(operation["responses"])


def test_answers_have_no_optional_members_but_those_of_receipts():
    optional = {"Receipt", "Rehearsal"}
    for name, schema in the_contract()["components"]["schemas"].items():
        if name.endswith(("View", "List", "Brief", "Problem", "Page", "Item")) and name not in optional:
            assert set(schema["required"]) == set(schema["properties"]), name


async def opened(api, name, staged):
    callers = {"open_referral.submit": api.as_centre, "open_referral.transfer": api.as_body}
    caller = callers.get(name, api.as_court)()
    return await caller.write("/v1/referrals", staged.filled(example(name)))


async def grouped(api, name, staged):
    if name == "open_series":
        return await api.as_court().write("/v1/series", example(name))
    path = f"/v1/series/{staged.ids[SERIES]}/transitions"
    return await api.as_court().write(path, staged.filled(example(name)), version=ANY)


async def moved(api, name, staged):
    body = staged.filled(example(name))
    caller = caller_of(api, body["action"])
    if name.startswith("take_transition."):
        return await caller.act(staged.referral_id, **body)
    return await caller.step(staged.procedure_id, **body)


async def of_platform(api, name, _staged):
    code = f"example-{uuid4().hex[:8]}"
    await platforms.registered(api, code)
    inbox_id = (await platforms.told(api, code, "m", {"msgType": "unheard_of"})).json()["id"]
    await platforms.worked(api)
    return await api.as_court().write(f"/v1/court-platforms/{code}/messages/{inbox_id}/replay", example(name))


async def of_outbox(api, name, _staged):
    mapping = platforms.mapping_for(api)
    mapping["outbound"]["acceptance"]["fields"].append({"from": "gossip", "to": "x", "required": True})
    code, _, _ = await test_platform_entries.with_duty(api, mapping=mapping)
    (parked,) = (await api.as_court().get(f"/v1/court-platforms/{code}/outbox", state="parked")).json()["items"]
    return await api.as_court().write(f"/v1/court-platforms/{code}/outbox/{parked['id']}/retry", example(name))


async def of_duty(api, name, _staged):
    row = {"dialect": "by_hand", "mapping": {}, "credentials": None}
    _, referral_id, entry = await test_platform_entries.with_duty(api, **row)
    body = {**example(name), "entry_id": entry["id"]}
    return await api.as_centre().write(f"/v1/referrals/{referral_id}/platform-entries", body)


async def of_reconciliation(api, name, _staged):
    code = f"example-{uuid4().hex[:8]}"
    await platforms.registered(api, code)
    await accepted(api)
    body = {**example("reconcile"), "platform": code}
    rehearsed = await api.as_court().write("/v1/reconciliations", body, dry_run="true", key=False)
    assert rehearsed.status_code == 200, rehearsed.text
    made = await api.as_court().write("/v1/reconciliations", body)
    if name == "reconcile":
        return made
    return await api.as_court().write(f"/v1/reconciliations/{made.json()['id']}/apply", example(name))


async def administered(api, name, staged):
    operator, body = api.as_operator(), staged.filled(example(name))
    if name in OPERATOR_PATHS:
        rehearsed = await operator.write(OPERATOR_PATHS[name], body, dry_run="true", key=False)
        assert rehearsed.status_code == 200, rehearsed.text
        return await operator.write(OPERATOR_PATHS[name], body)
    if name == "move_legal_clock":
        return await operator.write("/v1/development/legal-clock", body, method="PUT", dry_run="true")
    client = {"tenant_id": api.world.court_id, "name": uuid4().hex, "scopes": ["feed:read"]}
    made = (await operator.write("/v1/clients", client)).json()
    path = f"/v1/clients/{made['id']}/keys"
    return await operator.write(path if name == "issue_key" else f"{path}/{made['key_id']}/revoke", body)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CHANGES | OF_CONSUMERS | WEBHOOKS])
async def test_every_example_works(api, name):
    operation, _, action = name.partition(".")
    stages = {"take_transition": STAGE_OF.get(action), "take_procedure_transition": STAGE_OF.get(action)}
    staged = await {**stages, "take_series_transition": in_series}.get(operation, nothing)(api)
    send = {
        "open_referral": opened,
        "take_transition": moved,
        "take_procedure_transition": moved,
        "open_series": grouped,
        "take_series_transition": grouped,
        "replay_platform_message": of_platform,
        "retry_outbox_message": of_outbox,
        "enter_by_hand": of_duty,
        "reconcile": of_reconciliation,
        "apply_repairs": of_reconciliation,
    }

    reply = await send.get(operation, administered)(api, name, staged)

    assert reply.status_code in {200, 201}, reply.text
    if staged.referral_id is not None:  # Reading holds each event against the schema of its type.
        assert (await api.as_court().get(f"/v1/referrals/{staged.referral_id}/history")).status_code in {200, 404}


async def test_a_key_can_be_rehearsed(api):
    client = {"tenant_id": api.world.court_id, "name": uuid4().hex, "scopes": ["feed:read"]}
    made = (await api.as_operator().write("/v1/clients", client)).json()

    reply = await api.as_operator().write(f"/v1/clients/{made['id']}/keys", {}, dry_run="true", key=False)

    assert reply.status_code == 200, reply.text
