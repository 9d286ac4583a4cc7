"""Simulated court platforms as processes, one for each dialect, and what a worker does for them, in one world."""

import asyncio
import copy
import json
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from uuid import uuid4

import httpx
import uvicorn

from app.demo.stage import free_port
from app.domain.access import TenantId
from app.domain.court_platform import Outgoing, OutgoingKind
from app.domain.platform_outbox import key_of
from app.domain.referral import ReferralId
from app.domain.selection import Selection
from app.jobs.platforms import act_on_inbox, fetch, tell
from app.sandbox.platform_sheets import DONE, END, KEY
from app.services.platform_outbox import keep_for
from app.services.platforms import acting_for
from tests.adapters.courts.gate_files.harness import CREDENTIALS as GATE_CREDENTIALS
from tests.adapters.courts.gate_files.harness import OURS, SHARED, THEIRS, private, public
from tests.adapters.courts.rest.harness import SETTINGS as REST_SETTINGS
from tests.adapters.courts.soap.harness import SETTINGS as SOAP_SETTINGS
from tests.adapters.courts.spreadsheet.harness import TITLES as OF_OPENING
from tests.api.callers import TODAY, done
from tests.api.platforms import assign, mapping_for, referrals_of, registered
from tests.api.stages import applied

REACH = {"outbound_networks": "127.0.0.0/8", "outbound_plain_http": True, "outbound_ports": "1024-65535"}
"""Settings with which the service calls platforms on this machine."""

DIALECTS = {"rest": "platform", "soap": "soap", "gate_files": "gate", "spreadsheet": "sheets"}
WITH_FILES = {"gate_files", "spreadsheet"}
"""Each with the command of its simulated platform."""

SECRET = "sandbox-secret-0123456789"
NAMESPACE = "urn:sandbox:court-platform"
STAGED = "REF-1"
"""The reference of the referral whose application for confirmation is at the court."""

TITLES = [*OF_OPENING, "data.k", "data.ok"]
KINDS = tuple(OutgoingKind)
DUTIES = 4
ROUNDS_MAX = 400
STATES = ("awaiting_acceptance", "unassigned", "accepted", "applied", "correcting")
HELD = {
    "reference_at": "ajbs",
    "state_at": "zt",
    "state_codes": "held",
    "procedure_at": "cx",
    "procedure_codes": "held",
    "duties_at": {kind.value: f"{kind.value.upper()}_BACK" for kind in KINDS},
}


def mapping_of_faults(api):
    """Every kind of message, in and out."""
    mapping = mapping_for(api)
    mapping["codes"]["held"] = {state: state for state in STATES}
    mapping["inbound"]["CORRECT"] = {
        "becomes": "procedure",
        "machine": "judicial_confirmation",
        "constants": {"action": "request_correction", "reply_by": "2026-03-20"},
    }
    mapping["inbound"]["CORRECTED"] = {
        "becomes": "procedure",
        "machine": "judicial_confirmation",
        "constants": {"action": "give_correction"},
    }
    mapping["inbound"]["RECEIPT"] = {
        "becomes": "receipt",
        "fields": [{"from": "data.k", "to": "key"}, {"from": "data.ok", "to": "accepted", "as": "flag"}],
    }
    return mapping


def settings_of(dialect, port):
    """Settings and credentials with which the service reaches the simulated platform."""
    if dialect == "rest":
        held = {**HELD, "path": "/held?day={day}", "items_at": "data[]"}
        return {**REST_SETTINGS, "base_url": f"http://127.0.0.1:{port}", "held": held}, {"secret": SECRET}
    if dialect == "soap":
        held = {**HELD, "items_at": "case[]"}
        told = {**SOAP_SETTINGS, "url": f"http://127.0.0.1:{port}/", "namespace": NAMESPACE, "held": held}
        return told, {"secret_in": SECRET, "secret_out": SECRET}
    if dialect == "spreadsheet":
        return sheets(), None
    return {"us": "sutiao", "them": "court-a", "resend_after_seconds": 1, "held": HELD}, GATE_CREDENTIALS


def sheets():
    """Columns of what it exports, each under its place, with one that says that the row is whole; and of its list."""
    ends = {"title": END, "to": "end", "codes": "end", "required": True}
    columns = [{"title": KEY, "to": "key", "required": True}, *({"title": name, "to": name} for name in TITLES), ends]
    duties = [
        {"title": f"{kind.value.upper()}_BACK", "to": f"duties.{kind.value}", "as": "flag"} for kind in OutgoingKind
    ]
    plain = {"ajbs": "reference", "zt": "state", "cx": "procedure"}
    held = [{"title": title, "to": name, "required": name == "reference"} for title, name in plain.items()]
    return {
        "messages": {"columns": columns, "codes": {"end": {DONE: "1"}}},
        "held": {"columns": [*held, *duties]},
    }


def config_of(folder, target):
    """What every simulated platform is told; each reads its own part."""
    keys = {"encryption_key": SHARED, "signing_key": private(THEIRS), "peer_key": public(OURS)}
    gate = {"folder": str(folder), "us": "court-a", "them": "sutiao", **keys}
    return {"app_id": "court-a", "secret": SECRET, "target": target, "titles": TITLES, **gate}


@asynccontextmanager
async def process(*arguments):
    """A sandbox process, ended with the block."""
    code = "from app.cli import main; main()"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, "sandbox", *arguments)
    try:
        yield child
    finally:
        child.terminate()
        await child.wait()


@asynccontextmanager
async def listening(app):
    """The application on a port of its own, beside the tests; its address."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, lifespan="off", log_level="critical", ws="none"))
    task = asyncio.create_task(server.serve())
    for _ in range(ROUNDS_MAX):
        if server.started:
            break
        await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await task


async def answering(far):
    for _ in range(ROUNDS_MAX):
        try:
            await far.get("/status")
        except httpx.TransportError:
            await asyncio.sleep(0.05)
        else:
            return
    raise AssertionError("the sandbox did not start")


@dataclass
class Side:
    """One platform: its code here, its process, and what was put into it."""

    api: object
    dialect: str
    code: str
    far: httpx.AsyncClient
    folder: object
    received: int = 0
    event: object = None
    procedure_id: str | None = None
    registration: dict = field(default_factory=dict)

    @property
    def outside(self):
        return self.api.app.state.house.platforms

    @property
    def ports(self):
        return self.api.app.state.house.ports

    @property
    def acts_at_once(self):
        """Whether it says in its answer that it has acted on what it was told; of acceptances it says so later."""
        return self.dialect != "gate_files"

    def ended(self, inbox, outbox):
        """Whether nothing more will come of it. What was cut off in a sheet stays parked beside its whole row."""
        if self.dialect == "spreadsheet":
            done = inbox.get("done") == self.received and not inbox.get("waiting")
            return done and set(outbox) <= {"processed", "delivered"}
        return inbox == {"done": self.received} and set(outbox) <= {"processed", "delivered"}

    async def faults(self, **faults):
        """Other faults from now on."""
        (await self.far.put("/faults", json={"late": "ACCEPTANCE_BACK", **faults})).raise_for_status()

    async def put(self, kind, reference, **data):
        """One message of theirs, of a kind, about a matter."""
        message = assign(reference) if kind == "ASSIGN" else {"msgType": kind, "data": {"ajbs": reference}}
        message["data"] |= data
        message["msgId"] = uuid4().hex
        (await self.far.post("/cases", json=message)).raise_for_status()
        self.received += 1
        return message["msgId"]

    async def push(self):
        """What waits there is pushed, where there is a connection."""
        if self.dialect not in WITH_FILES:
            (await self.far.post("/push", timeout=30)).raise_for_status()

    async def status(self):
        return (await self.far.get("/status")).json()

    async def round(self, *, hurried=True):
        """A round of a worker, as if every pause before a repeat were over where `hurried`."""
        if hurried:
            await self.hurry()
        await fetch(self.ports, self.outside, 100)
        await act_on_inbox(self.ports, self.outside, 100)
        await tell(self.ports, self.outside, 100)

    async def hurry(self):
        states = "'waiting', 'delivered'" if self.dialect == "spreadsheet" else "'waiting'"
        for table, since in (("platform_inbox", "received_at"), ("platform_outbox", "recorded_at")):
            these = f"platform = '{self.code}' AND state IN ({states})"
            await self.rows(f"UPDATE {table} SET next_at = {since} WHERE {these} RETURNING 1")
        for path in (self.folder / "sent").glob("*.gate"):
            os.utime(path, (0, 0))

    async def rows(self, statement):
        """Rows as the database has them."""
        async with self.api.engine.connect() as connection:
            return [tuple(row) for row in await connection.exec_driver_sql(statement)]

    async def states(self, table):
        """How many messages stand in which state."""
        return dict(await self.rows(f"SELECT state, count(*) FROM {table} WHERE platform = '{self.code}' GROUP BY 1"))

    async def settled(self):
        """Rounds until everything of theirs was acted on and they have everything of ours."""
        for _ in range(ROUNDS_MAX):
            await self.push()
            await self.round()
            inbox, outbox = await self.states("platform_inbox"), await self.states("platform_outbox")
            if self.ended(inbox, outbox) and not await self.waits_for_verdicts():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"it did not come to an end: {inbox} of {self.received}, {outbox}")

    async def waits_for_verdicts(self):
        """Whether a clerk will still say what became of rows that were taken away; of acceptances a message does."""
        told = "SELECT 1 FROM platform_outbox WHERE state = 'delivered' AND kind <> 'acceptance'"
        return self.dialect == "spreadsheet" and await self.rows(f"{told} AND platform = '{self.code}' LIMIT 1")

    async def owe(self, references):
        """Let each kind be told of one of the referrals, all new; their keys."""
        platform = await self._platform()
        keys = []
        async with self.ports.unit_of_work(TenantId(platform.court_id)) as tx:
            for kind, reference in zip(KINDS, references, strict=True):
                referral_id = ReferralId((await self._of(tx, reference)).referral.id)
                event = replaced(self.event, id=uuid4(), subject_id=referral_id)
                said = Outgoing(kind, referral_id, reference, {"occurred_on": TODAY, "outcome": "agreed"})
                await keep_for(self.ports, tx, platform, event, (said,))
                keys.append(key_of(event.id, kind))
        return keys

    async def _platform(self):
        day = (await self.ports.clock.legal_now()).on
        async with self.ports.unit_of_work(None) as tx:
            return await tx.platforms.current(self.code, day, secrets=True)

    async def _of(self, tx, reference):
        platform = await self._platform()
        wanted = Selection(court_id=platform.court_id, court_reference=reference)
        (row,) = await tx.referrals.page(acting_for(platform), after_id=None, limit=1, selection=wanted)
        return row

    async def differences(self, references):
        """What a reconciliation finds of these matters: kind, reference, ours."""
        if self.dialect in WITH_FILES:
            (await self.far.post("/list", json={"day": TODAY})).raise_for_status()
        made = await done(self.api.as_court().write("/v1/reconciliations", {"platform": self.code}), 201)
        shown = await done(self.api.as_court().get(f"/v1/reconciliations/{made['id']}"))
        return {
            (each["kind"], each["reference"], each["ours"])
            for each in shown["differences"]
            if each["reference"] in references
        }

    async def state_of(self, reference):
        """States of the referrals of a reference."""
        return [row["state"] for row in await referrals_of(self.api, reference)]


@asynccontextmanager
async def sides(api, folder):
    """Every dialect with its process, started together."""
    async with AsyncExitStack() as opened:
        address = await opened.enter_async_context(listening(api.app))
        made = [await opened.enter_async_context(_side(api, folder, address, dialect)) for dialect in DIALECTS]
        await asyncio.gather(*(answering(side.far) for side in made))
        yield {side.dialect: side for side in made}


@asynccontextmanager
async def _side(api, folder, address, dialect):
    code, port = f"{dialect.replace('_', '-')}-{uuid4().hex[:8]}", free_port()
    exchange = api.app.state.house.settings.gate_folder / code
    config = folder / f"{dialect}.json"
    config.write_text(json.dumps(config_of(exchange, f"{address}/v1/court-platforms/{code}/messages")))
    settings, credentials = settings_of(dialect, port)
    row = {"settings": copy.deepcopy(settings), "credentials": credentials, "dialect": dialect}
    async with (
        process(DIALECTS[dialect], "--config", str(config), "--port", str(port)),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as far,
    ):
        yield Side(api, dialect, code, far, exchange, registration=row)


@asynccontextmanager
async def seated(side):
    """Registered while the block lasts, with a referral whose application is at the court, and an event to tell of."""
    await registered(side.api, side.code, mapping=mapping_of_faults(side.api), **side.registration)
    staged = await applied(side.api)
    side.procedure_id = staged.procedure_id
    await side.api.place()
    court_id = TenantId((await side._platform()).court_id)
    feed = side.outside.feed
    side.event = (await feed.page(court_id, after=0, limit=1))[0]
    async with side.ports.unit_of_work(None) as tx:
        await tx.platforms.set_position(side.code, feed_position=await feed.head_of(court_id))
    await side.faults()
    yield
    await side.rows(f"UPDATE court_platforms SET valid_to = valid_from WHERE code = '{side.code}' RETURNING 1")
