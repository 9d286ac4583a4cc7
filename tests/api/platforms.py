"""A court's platform in tests: registered, its messages signed, its inbox worked through."""

import copy
from datetime import timedelta

from app.adapters.foreign_json import dumped
from app.adapters.header_hmac import signature
from app.jobs.platforms import act_on_inbox
from tests.adapters.courts.bench import ASSIGN, MAPPING
from tests.api.callers import done

SECRET = "memory-secret-0123456789"


def mapping_for(api):
    mapping = copy.deepcopy(MAPPING)
    mapping["codes"]["organisations"] = {"ZZ01": api.world.centre_id}
    mapping["inbound"]["CONFIRMED"] = {
        "becomes": "procedure",
        "machine": "judicial_confirmation",
        "constants": {"action": "accept_application"},
    }
    return mapping


async def registered(api, code, **more):
    """A platform of the court, in the dialect of this process; its receipt."""
    row = {
        "code": code,
        "court_id": api.world.court_id,
        "dialect": "memory",
        "valid_from": "2010-01-01",
        "mapping": mapping_for(api),
        "settings": {},
        "credentials": {"secret": SECRET},
        **more,
    }
    return await done(api.as_operator().write("/v1/court-platforms", row), 201)


def assign(reference, **data):
    document = copy.deepcopy(ASSIGN)
    document["data"] |= {"ajbs": reference, **data}
    return document


def recall(reference, **data):
    return {"msgType": "RECALL", "data": {"ajbs": reference, **data}}


async def told(api, code, message_id, document, *, secret=SECRET, late=timedelta(0), raw=None):
    """A message of the platform as the API answers it."""
    raw = dumped(document) if raw is None else raw
    sent = str(int((api.app.state.house.ports.clock.system_now() - late).timestamp()))
    headers = {
        "x-message-id": message_id,
        "x-timestamp": sent,
        "x-signature": signature(secret.encode(), message_id, sent, raw),
    }
    return await api.as_nobody().send("POST", f"/v1/court-platforms/{code}/messages", content=raw, headers=headers)


async def worked(api):
    """The inbox until nothing waits that may be tried now; why messages were parked."""
    house = api.app.state.house
    _, reasons = await act_on_inbox(house.ports, house.platforms, 100)
    return list(reasons)


async def inbox(api, code, **params):
    return (await done(api.as_court().get(f"/v1/court-platforms/{code}/messages", **params)))["items"]


async def referrals_of(api, reference):
    return (await done(api.as_court().get("/v1/referrals", court_reference=reference)))["items"]
