"""The whole application in-process on a real database, with a small world in it: two courts, two organisations."""

from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.sequencer import place_batch
from app.adapters.reference_data import load_calendar, load_causes, load_court_codes, load_regions
from app.domain.codes import CODE_LISTS
from app.domain.reference import ReferenceData
from app.main import create_app
from app.services import reference, registry
from app.settings import Settings
from tests.api.callers import TODAY, Caller, delegation, done
from tests.api.contract_check import committed

REFERENCE = ReferenceData(
    code_lists=CODE_LISTS,
    causes=load_causes(),
    calendar=load_calendar(),
    court_codes=load_court_codes(),
    regions=[region for region in load_regions() if region.code.startswith(("11", "41"))],
)
TRACKS = ("pre_filing_2016", "pre_filing_2022", "post_filing_2016", "post_filing_first", "in_trial", "judge_led")
READS_AND_WRITES = ["referrals:read", "referrals:write", "parties:reveal", "feed:read", "registry:read"]


@dataclass
class World:
    """What the registry of these tests holds; ids as text."""

    court_id: str
    other_court_id: str
    centre_id: str
    other_centre_id: str
    mediator_id: str
    other_mediator_id: str


class Api:
    """The application and its callers."""

    def __init__(self, app, http, contract, operator_key, engine):
        self.app = app
        self.http = http
        self.contract = contract
        self.engine = engine
        self.world = None
        self._keys = {"operator": Caller(http, contract, operator_key)}

    def caller(self, key):
        return Caller(self.http, self.contract, key)

    def as_operator(self):
        return self._keys["operator"]

    def as_court(self):
        return self._keys["court"]

    def as_other_court(self):
        return self._keys["other_court"]

    def as_centre(self):
        return self._keys["centre"]

    def as_other_centre(self):
        return self._keys["other_centre"]

    def as_child(self):
        """The organisation to which a head office dispatched last."""
        return self._keys["child"]

    async def seat_child(self, child_id):
        self._keys["child"] = await self.as_client(child_id, READS_AND_WRITES, "child")

    def as_body(self):
        return self._keys["body"]

    def as_nobody(self):
        return self.caller(None)

    async def as_client(self, tenant_id, scopes, name="client"):
        """A new client of a tenant."""
        body = {"tenant_id": tenant_id, "name": name, "scopes": scopes}
        made = await done(self.as_operator().write("/v1/clients", body), 201)
        return Caller(self.http, self.contract, made["key"], tenant_id, made["id"])

    async def settle(self):
        """Seat the world: registry, clients, legal clock."""
        operator = self.as_operator()
        await done(operator.write("/v1/development/legal-clock", {"today": TODAY}, method="PUT"))
        dated = {"valid_from": "2010-01-01"}
        tracks = [{"track": track, **dated} for track in TRACKS]

        async def made(noun, **body):
            return (await done(operator.write(f"/v1/{noun}", {**dated, **body}), 201))["id"]

        court = await made("courts", name="甲市人民法院", level="basic", tracks=tracks)
        other_court = await made("courts", name="乙市人民法院", level="basic", tracks=tracks)
        centre = await made("organisations", name="甲市商会调解中心", kind="chamber")
        other_centre = await made("organisations", name="乙市人民调解委员会", kind="people")
        mediator = await made("mediators", name="赵调解", organisation_id=centre)
        other_mediator = await made("mediators", name="钱调解", organisation_id=other_centre)
        for organisation_id in (centre, other_centre):
            await made("channels", court_id=court, organisation_id=organisation_id, mode="hq_to_hq", form="online")
        self.world = World(court, other_court, centre, other_centre, mediator, other_mediator)
        body = await made("referring-bodies", name="甲街道综治中心", kind="governance_centre")
        for name, tenant in {
            "body": body,
            "court": court,
            "other_court": other_court,
            "centre": centre,
            "other_centre": other_centre,
        }.items():
            self._keys[name] = await self.as_client(tenant, READS_AND_WRITES, name)

    async def registered(self, noun, **body):
        """Id of a new record of the registry."""
        return (await done(self.as_operator().write(f"/v1/{noun}", {"valid_from": "2010-01-01", **body}), 201))["id"]

    async def delegated(self, **more):
        """A fresh referral awaiting acceptance by the centre: its receipt."""
        body = delegation(self.world.centre_id, **more)
        return await done(self.as_court().write("/v1/referrals", body), 201)

    async def referral(self, referral_id):
        """The referral as its court reads it."""
        return await done(self.as_court().get(f"/v1/referrals/{referral_id}"))

    async def party_ids(self, referral_id):
        """Ids of applicant and respondent."""
        return [party["id"] for party in (await self.referral(referral_id))["parties"]]

    async def place(self):
        """Give positions to all events that wait for one."""
        while (await place_batch(self.engine, 500)).count:
            pass

    async def rows(self):
        """Number of rows in the tables that a write would touch, as the system sees them."""
        tables = ("referrals", "parties", "events", "idempotency_keys", "courts", "clients", "client_keys")
        counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
        async with self.engine.connect() as connection:
            found = await connection.exec_driver_sql(f"SELECT {counts}")
            return tuple(found.one())


@asynccontextmanager
async def served(urls, folder, **more):
    settings = Settings(database_url=urls.app_url, data_dir=folder, environment="development", **more)
    app = create_app(settings)
    superuser = make_engine(urls.superuser_url, 2)
    async with app.router.lifespan_context(app):
        ports = app.state.house.ports
        await reference.load_reference(ports, REFERENCE)
        _, key = await registry.bootstrap(ports, "operator")
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            api = Api(app, http, committed(), key, superuser)
            await api.settle()
            yield api
    await superuser.dispose()


@pytest.fixture(scope="module")
async def api(module_database_urls, tmp_path_factory):
    """The application with its world; the tests of a module share it and make referrals of their own."""
    async with served(module_database_urls, tmp_path_factory.mktemp("data")) as running:
        yield running
