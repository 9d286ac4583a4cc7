"""The simulated platform that speaks SOAP against the adapter, under each fault, and its WSDL against what is sent."""

import copy

import httpx
import pytest
from lxml import etree

from app.adapters.clock import SystemClock
from app.adapters.courts.soap.client import SoapPlatform
from app.adapters.courts.soap.envelope import envelope_of
from app.domain.court_platform import OutgoingKind, Rejected, Unavailable
from app.domain.outbound import OutboundAnswer
from app.sandbox.platform_http import BrokenOffError
from app.sandbox.platform_office import Office
from app.sandbox.platform_soap import OWN, WSDL, application
from tests.adapters.courts.bench import ASSIGN, a_platform, an_outgoing
from tests.adapters.courts.soap.harness import SETTINGS

SECRET = "sandbox-secret-0123456789"
CREDENTIALS = {"secret_in": SECRET, "secret_out": SECRET}
XS = "{http://www.w3.org/2001/XMLSchema}schema"


class Joined:
    """An `Outbound` that ends in an application of this process."""

    def __init__(self, http):
        self.http, self.bodies = http, []

    async def send(self, request, *, networks):
        assert networks is not None
        self.bodies.append(request.body)
        try:
            answer = await self.http.post("/", content=request.body, headers=request.headers)
        except (BrokenOffError, httpx.TransportError):
            raise Unavailable("reset") from None
        return OutboundAnswer(answer.status_code, {}, answer.content, truncated=False, duration_ms=1.0)


@pytest.fixture
async def world():
    """The platform, the adapter to it, the door between them, and what was pushed to us."""
    pushed = []

    async def door(request):
        pushed.append(request.content)
        return httpx.Response(202)

    office = Office("court-a", SECRET)
    app = application(office, "http://us/messages", httpx.MockTransport(door))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://court") as http:
        outbound = Joined(http)
        settings = {**SETTINGS, "namespace": OWN}
        yield office, SoapPlatform(a_platform("soap", settings, CREDENTIALS), outbound, now), outbound, pushed


def now():
    return SystemClock().now()


@pytest.mark.parametrize("faults", [{}, {"lost_replies": 1}, {"failures": 1}, {"halves": 1}, {"slow_seconds": 0.001}])
async def test_under_every_fault_each_kind_is_there_once_after_looking_up(world, faults):
    office, adapter, outbound, _ = world
    for kind in OutgoingKind:
        await outbound.http.put("/faults", json=faults)
        key = f"k-{kind}"
        try:
            receipt = await adapter.send(an_outgoing(kind), key)
        except Unavailable:
            receipt = await adapter.look_up(key) or await adapter.send(an_outgoing(kind), key)
        assert receipt.processed
    assert len(office.filed) == len(OutgoingKind)
    (held,) = await adapter.held(now().date())
    assert held.reference == "REF-1"


async def test_what_is_pushed_doubled_and_reordered_tells_its_ids_and_a_foreign_signature_does_not_pass(world):
    _, adapter, outbound, pushed = world
    for number in range(2):
        await outbound.http.post("/cases", json={**copy.deepcopy(ASSIGN), "msgId": f"m-{number}"})
    await outbound.http.put("/faults", json={"doubled": True, "reordered": True})
    await outbound.http.post("/push")

    assert [adapter.verify(raw, {}, now()) for raw in pushed] == ["m-1", "m-1", "m-0", "m-0"]
    assert [adapter.read(raw).reference for raw in pushed] == ["REF-1"] * 4
    assert [each for each, _ in (await adapter.pull(None)).messages] == ["m-1", "m-1", "m-0", "m-0"]
    await outbound.http.put("/faults", json={"wrong_signatures": 1})
    await outbound.http.post("/cases", json={**copy.deepcopy(ASSIGN), "msgId": "m-2"})
    pushed.clear()
    await outbound.http.post("/push")
    with pytest.raises(Rejected, match="forged"):
        adapter.verify(pushed[0], {}, now())
    assert (await outbound.http.get("/status")).json()["refused"] == 0


async def test_everything_that_is_sent_fits_the_wsdl_that_is_served(world):
    _, adapter, outbound, pushed = world
    served = etree.fromstring((await outbound.http.get("/?wsdl")).content)
    schema = etree.XMLSchema(next(served.iter(XS)))
    await outbound.http.post("/cases", json={**copy.deepcopy(ASSIGN), "msgId": "m-1"})
    await outbound.http.post("/push")
    for kind in OutgoingKind:
        await adapter.send(an_outgoing(kind), f"k-{kind}")
    await adapter.look_up("k")
    await adapter.pull(None)
    await adapter.held(now().date())

    assert served.get("targetNamespace") == OWN
    assert WSDL.is_file()
    for raw in (*outbound.bodies, *pushed):
        envelope = envelope_of(raw)
        schema.assertValid(envelope.content)
        schema.assertValid(envelope.header[0])
