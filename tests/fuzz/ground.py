"""The ground of a run: a real service with a registry, and referrals wherever an action is possible."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

import httpx

from app.domain.access import SCOPES_OF, TenantKind
from tests.api.conftest import Api
from tests.api.contract_check import Contract
from tests.api.stages import nothing
from tests.contract import the_contract
from tests.fuzz.bodies import example_of

ORGANISATIONS = ("labour", "industry", "notary", "lawyer")
ANSWER_SECONDS = 30.0
OF_COURTS = ("/v1/referrals", "/v1/procedures", "/v1/series", "/v1/disputes")


@dataclass
class Ground:
    """Where requests go and who may send them. Methods are for a thread beside the loop.

    Attributes:
        base_url: Of the API.
        api: The world as the tests of the API seat it.
        loop: Runs what is staged.
        keys: By caller: `operator`, `court`, `centre`, `body` and so on.
        document: The contract of the running code.
        checked: The same, as the check of answers.
    """

    base_url: str
    api: Api
    loop: asyncio.AbstractEventLoop
    keys: dict
    document: dict
    checked: Contract

    def staged(self, stage):
        """A fresh referral where the stage brings it; AssertionError if the service does not let it get there."""
        place = asyncio.run_coroutine_threadsafe(stage(self.api), self.loop).result()
        self.keys |= {name: caller.key for name, caller in self.api._keys.items()}  # Some stages seat callers.
        return place

    def example(self, operation, variant=None):
        """The example of an operation about this world, with a name of its own where it has one; or None."""
        body = example_of(operation, variant) or example_of(operation)
        if body is None:
            return None
        body = self.staged(nothing).filled(body)
        fresh = {"name": f"甲 {uuid4().hex}", "court_code": None}
        return {name: fresh.get(name, value) for name, value in body.items()}

    def likely(self, case):
        """Who usually may do it."""
        return "court" if case.path.startswith(OF_COURTS) else "operator"


@asynccontextmanager
async def ground(base_url, operator_key):
    """A seeded world at a service that answers."""
    document = the_contract()
    checked = Contract(document)
    async with httpx.AsyncClient(base_url=base_url, timeout=ANSWER_SECONDS) as http:
        api = Api(None, http, checked, operator_key, None)
        await api.settle()
        await _populate(api)
        keys = {name: caller.key for name, caller in api._keys.items()}
        yield Ground(base_url, api, asyncio.get_running_loop(), keys, document, checked)


async def _populate(api):
    """More organisations and channels, a roster, and a key with every scope for each kind of tenant."""
    world = api.world
    for kind in ORGANISATIONS:
        organisation_id = await api.registered("organisations", name=f"调解组织 {kind}", kind=kind)
        await api.registered("mediators", name="孙调解", organisation_id=organisation_id)
        ends = {"court_id": world.court_id, "organisation_id": organisation_id}
        await api.registered("channels", **ends, mode="point_to_point", form="online")
        scopes = sorted(SCOPES_OF[TenantKind.ORGANISATION])
        api._keys[kind] = await api.as_client(organisation_id, scopes, kind)
    ends = {"court_id": world.other_court_id, "organisation_id": world.other_centre_id}
    await api.registered("channels", **ends, mode="point_to_point", form="online")
    await api.registered("rosters", court_id=world.court_id, mediator_id=world.mediator_id)
    api._keys["reader"] = await api.as_client(world.court_id, ["referrals:read"], "reader")
