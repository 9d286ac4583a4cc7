"""Every row of the lifecycle, taken over HTTP: the service comes to where the pure lifecycle comes, step by step."""

from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

from app.domain.lifecycle.states import Track
from app.main import create_app
from app.services import reference, registry
from app.settings import Settings
from tests.api.callers import Caller, done
from tests.api.conftest import READS_AND_WRITES, REFERENCE, TRACKS
from tests.api.contract_check import committed
from tests.api.recorded import ARROWS, plan
from tests.api.replayed import BODIES_OF_CENTRES, carry_out
from tests.domain import courses as k

FIRST_DAY = "2024-09-02"
"""Before the first day of any course."""

DATED = {"valid_from": "2010-01-01"}

COMMISSION = "labour_arbitration_commission"


@dataclass
class World:
    """Callers, and real ids for those whom courses name; organisations by their body, four of each."""

    operator: Caller
    court: Caller
    other_court: Caller
    body: Caller
    commission: Caller
    centres: dict
    ids: dict

    def ids_for(self, course):
        """Real ids of what courses before organisations of that body, and sent by that body, name."""
        first, other, child, below = (centre.tenant_id for centre in self.centres[course.body])
        sender = self.commission if course.track is Track.COMMISSION_DELEGATED else self.body
        named = {k.CENTRE_ID: first, k.OTHER_CENTRE_ID: other, k.CHILD_ID: child, k.GRANDCHILD_ID: below}
        return {**self.ids, k.SENDER_ID: sender.tenant_id, **named}


@asynccontextmanager
async def running(app_url, folder):
    app = create_app(Settings(database_url=app_url, data_dir=folder, environment="development"))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            yield app.state.house.ports, http


async def seat(ports, http):
    """A court and another, organisations, a referring body, each with a key; the legal clock before everything."""
    await reference.load_reference(ports, REFERENCE)
    _, key = await registry.bootstrap(ports, "operator")
    operator = Caller(http, committed(), key)
    await done(operator.write("/v1/development/legal-clock", {"today": FIRST_DAY}, method="PUT"))

    async def made(noun, **body):
        return (await done(operator.write(f"/v1/{noun}", {**DATED, **body}), 201))["id"]

    async def caller_of(tenant_id):
        client = {"tenant_id": tenant_id, "name": tenant_id, "scopes": READS_AND_WRITES}
        key = (await done(operator.write("/v1/clients", client), 201))["key"]
        return Caller(http, committed(), key, tenant_id)

    async def centre(kind, name):
        made_id = await made("organisations", name=f"调解组织 {kind} {name}", kind=kind.value, parent_id=root)
        ends = {"court_id": court, "organisation_id": made_id}
        await made("channels", **ends, mode="hq_to_hq", form="online")
        return await caller_of(made_id)

    async def branch(kind, name, above):
        """An organisation below another, on the roster of the court."""
        made_id = await made("organisations", name=f"{name} {kind}", kind=kind.value, parent_id=above.tenant_id)
        await made("rosters", court_id=court, organisation_id=made_id)
        return await caller_of(made_id)

    async def centres(kind):
        first, other = await centre(kind, "甲"), await centre(kind, "乙")
        child = await branch(kind, "分会", first)
        return first, other, child, await branch(kind, "支会", child)

    tracks = {"level": "basic", "tracks": [{"track": track, **DATED} for track in TRACKS]}
    court = await made("courts", name="甲市人民法院", confirmation_after_entrustment="allowed", **tracks)
    other_court = await made("courts", name="乙市人民法院", **tracks)
    root = await made("organisations", name="总会", kind="chamber")
    body = await made("referring-bodies", name="甲街道综治中心", kind="governance_centre")
    commission = await made("referring-bodies", name="甲区劳动人事争议仲裁委员会", kind=COMMISSION)
    return World(
        operator=operator,
        court=await caller_of(court),
        other_court=await caller_of(other_court),
        body=await caller_of(body),
        commission=await caller_of(commission),
        centres={kind: await centres(kind) for kind in BODIES_OF_CENTRES},
        ids={k.ROOT_ID: root, k.COURT_ID: court, k.OTHER_COURT_ID: other_court},
    )


@pytest.mark.walk
async def test_the_service_goes_every_way_of_the_lifecycle(database_urls, tmp_path):
    """Courses that together take every row: after each step the stored referral stands as the pure one does.

    No row is left out, but for those of `OUT_OF_REACH`, which says why.
    """
    courses = [course for of_way in plan().values() for course in of_way]
    async with running(database_urls.app_url, tmp_path) as (ports, http):
        await carry_out(courses, await seat(ports, http), ports)

    taken = {arrow for course in courses for arrow in course.arrows}
    assert set(ARROWS) - taken == set()
