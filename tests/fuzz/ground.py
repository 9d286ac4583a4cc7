"""The ground of a run: a real service with a registry, and referrals at every place from which an action is possible."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from app.domain.access import SCOPES_OF
from app.domain.registry import TenantKind
from app.main import contract
from tests.api.callers import TODAY, done
from tests.api.conftest import READS_AND_WRITES, Api
from tests.api.contract_check import Contract
from tests.api.stages import STAGE_OF

ORGANISATIONS = ("people", "industry", "notary", "labour_arbitration")
ANSWER_SECONDS = 30.0


@dataclass
class Ground:
    """Where requests go and who may send them. Methods are for a thread beside the loop.

    Attributes:
        base_url: Of the API.
        keys: By caller: `operator`, `court`, `other_court`, `centre`, `other_centre`, `body`, one a kind of organisation.
        documents: The contract, as schemathesis and the check of answers are given it.
    """

    base_url: str
    api: Api
    loop: asyncio.AbstractEventLoop
    keys: dict
    document: dict
    checked: Contract

    def staged(self, stage):
        """A fresh referral where the stage brings it; AssertionError if the service does not let it get there."""
        return asyncio.run_coroutine_threadsafe(stage(self.api), self.loop).result()

    def stages(self):
        return list(dict.fromkeys(STAGE_OF.values()))


@asynccontextmanager
async def ground(base_url, operator_key):
    """A seeded world at a service that answers."""
    document = contract()
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


__all__ = ["READS_AND_WRITES", "TODAY", "Ground", "done", "ground"]
