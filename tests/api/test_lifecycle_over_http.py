"""Every row of the lifecycle, taken over HTTP: the service comes to where the pure lifecycle comes, step by step."""

from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

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

PORTIONS = 2
MEDIATORS = (k.MEDIATOR, k.OTHER_MEDIATOR)
DATED = {"valid_from": "2010-01-01"}


@dataclass
class Seated:
    """Who is registered in the database that every course begins with: keys and ids."""

    keys: dict
    ids: dict
    centre_keys: dict
    centre_ids: dict


class World:
    """The same, as callers of one application."""

    def __init__(self, seated, http, contract):
        def caller(key):
            return Caller(http, contract, key)

        self.operator, self.court, self.other_court, self.body = (
            caller(seated.keys[name]) for name in ("operator", "court", "other_court", "body")
        )
        self.centres = {body: tuple(map(caller, keys)) for body, keys in seated.centre_keys.items()}
        self._seated = seated

    def ids_for(self, body):
        """Real ids of what courses before an organisation of that body name."""
        first, other = self._seated.centre_ids[body]
        return {**self._seated.ids, k.CENTRE_ID: first, k.OTHER_CENTRE_ID: other}


@asynccontextmanager
async def running(app_url, folder):
    app = create_app(Settings(database_url=app_url, data_dir=folder, environment="development"))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            yield app.state.house.ports, http


async def seat(ports, http):
    """A court and another, organisations of three bodies, a referring body, and a key for each."""
    await reference.load_reference(ports, REFERENCE)
    _, key = await registry.bootstrap(ports, "operator")
    operator = Caller(http, committed(), key)
    await done(operator.write("/v1/development/legal-clock", {"today": FIRST_DAY}, method="PUT"))

    async def made(noun, **body):
        return (await done(operator.write(f"/v1/{noun}", {**DATED, **body}), 201))["id"]

    async def key_of(tenant_id, name):
        client = {"tenant_id": tenant_id, "name": name, "scopes": READS_AND_WRITES}
        return (await done(operator.write("/v1/clients", client), 201))["key"]

    tracks = [{"track": track, **DATED} for track in TRACKS]
    court = await made(
        "courts", name="甲市人民法院", level="basic", tracks=tracks, confirmation_after_entrustment="allowed"
    )
    other_court = await made("courts", name="乙市人民法院", level="basic", tracks=tracks)
    body = await made("referring-bodies", name="甲街道综治中心", kind="governance_centre")
    seated = Seated(
        keys={"operator": key, "court": await key_of(court, "court"), "other_court": await key_of(other_court, "o")},
        ids={k.COURT_ID: court, k.OTHER_COURT_ID: other_court, k.SENDER_ID: body},
        centre_keys={},
        centre_ids={},
    )
    seated.keys["body"] = await key_of(body, "body")
    for kind in BODIES_OF_CENTRES:
        centres = [await made("organisations", name=f"调解组织 {kind} {n}", kind=kind.value) for n in range(2)]
        for centre in centres:
            ends = {"court_id": court, "organisation_id": centre}
            await made("channels", **ends, mode="point_to_point", form="online")
        seated.centre_ids[kind] = tuple(centres)
        seated.centre_keys[kind] = tuple([await key_of(centre, f"{kind} {centre}") for centre in centres])
    return seated


@pytest.mark.parametrize("portion", range(PORTIONS))
async def test_the_service_goes_every_way_of_the_lifecycle(database_urls, tmp_path, portion):
    """Courses that together take every row: after each step the stored referral stands as the pure one does."""
    courses = [course for of_way in plan().values() for course in of_way][portion::PORTIONS]
    async with running(database_urls.app_url, tmp_path) as (ports, http):
        world = World(await seat(ports, http), http, committed())

        await carry_out(courses, world, ports)


def test_the_courses_take_every_row_that_time_lets_them_take():
    """What the test above carries out leaves no row out; `OUT_OF_REACH` says which can not be and why."""
    taken = {arrow for courses in plan().values() for course in courses for arrow in course.arrows}

    assert set(ARROWS) - taken == set()
