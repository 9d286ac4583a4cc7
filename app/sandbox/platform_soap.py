"""A simulated court platform as a process: SOAP 1.1 by the WSDL beside this file, with faults to be switched.

For us: `POST /` with `submit`, `lookUp`, `pull`, `held`, and `GET /?wsdl`. For whoever plays with it the same addresses
as those of the platform that speaks JSON.
"""

import asyncio
import hashlib
import hmac
import secrets
import time
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from lxml import etree
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.sandbox.configs import read_config, usable
from app.sandbox.platform_http import HOST, PAGE, TAKEN, Desk, broken
from app.sandbox.platform_kept import office_of
from app.sandbox.platform_office import Office

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
OWN = "urn:sandbox:court-platform"
MEDIA_TYPE = "text/xml; charset=utf-8"
WSDL = Path(__file__).with_name("platform.wsdl")
LISTS = frozenset({"dsr", "ty"})


class SoapDesk:
    """Answers envelopes for an office; `target` is the address of the service's door for its messages."""

    def __init__(self, office: Office, target: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.office = office
        self.target = target
        self._transport = transport

    async def wsdl(self, _request: Request) -> Response:
        """What it speaks."""
        return Response(WSDL.read_bytes(), media_type=MEDIA_TYPE)

    async def take(self, request: Request) -> Response:
        """One envelope of the service."""
        office, raw = self.office, await request.body()
        await asyncio.sleep(office.faults.slow_seconds)
        body = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True)).find(f"{{{SOAP}}}Body")
        if not self._genuine(body):
            office.refused += 1
            return _fault("FailedAuthentication")
        name, said = etree.QName(body[0]).localname, read(body[0])
        if name in {"submit", "pull"} and office.faults.take("failures"):
            return _fault("Server")
        if name != "submit":
            return self._whole(self._asked(name, said))
        if office.faults.take("losses"):
            return broken(b"", 100)
        office.file(said)
        if office.faults.take("lost_replies"):
            return broken(b"", 100)
        return self._whole(office.receipt(said["msgId"]))

    def _asked(self, name: str, said: dict[str, Any]) -> dict[str, Any]:
        office = self.office
        if name == "lookUp":
            return office.receipt(said["key"]) if said["key"] in office.filed else {"code": "NONE"}
        if name == "held":
            return {"code": "0", "case": list(office.cases.values())}
        start = int(said["cursor"] or 0)
        page, following = office.page(start, PAGE)
        return {"code": "0", "list": {"item": page}, "next": following}

    def _whole(self, answer: dict[str, Any]) -> Response:
        """The answer, or half of it."""
        whole = self.envelope("answer", answer, signed=False)
        half = self.office.faults.take("halves")
        return broken(whole[: len(whole) // 2], len(whole)) if half else Response(whole, media_type=MEDIA_TYPE)

    async def push(self, _request: Request) -> Response:
        """Send everything that was not taken yet."""
        async with httpx.AsyncClient(trust_env=False, transport=self._transport) as http:
            statuses = []
            for message in self.office.unpushed():
                answer = await http.post(self.target, content=self.envelope("notify", message))
                statuses.append(answer.status_code)
                if answer.status_code == TAKEN:
                    self.office.pushed.add(str(message["msgId"]))
        return JSONResponse({"statuses": statuses})

    async def switch(self, request: Request) -> Response:
        """Other faults from now on."""
        return await Desk(self.office, self.target).switch(request)

    async def add(self, request: Request) -> Response:
        """One more message for the service, as JSON."""
        return await Desk(self.office, self.target).add(request)

    async def status(self, request: Request) -> Response:
        """What is there."""
        return await Desk(self.office, self.target).status(request)

    def envelope(self, name: str, document: dict[str, Any], *, signed: bool = True) -> bytes:
        """An envelope around a document."""
        root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"s": SOAP, "m": OWN})
        header = etree.SubElement(root, f"{{{SOAP}}}Header")
        body = etree.SubElement(root, f"{{{SOAP}}}Body")
        write(etree.SubElement(body, f"{{{OWN}}}{name}"), document)
        if signed:
            other = secrets.token_hex(16) if self.office.faults.take("wrong_signatures") else None
            stamp, nonce = str(int(time.time())), secrets.token_hex(16)
            parts = (self.office.app_id, stamp, nonce, self._signature(body, stamp, nonce, other))
            block = etree.SubElement(header, f"{{{OWN}}}Authentication")
            for part, text in zip(("AppId", "Timestamp", "Nonce", "Signature"), parts, strict=True):
                etree.SubElement(block, f"{{{OWN}}}{part}").text = text
        raw: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
        return raw

    def _signature(self, body: Any, stamp: str, nonce: str, secret: str | None = None) -> str:
        digest = hashlib.sha256(etree.tostring(body, method="c14n", exclusive=True)).hexdigest()
        text = f"{self.office.app_id}\n{stamp}\n{nonce}\n{digest}"
        return hmac.new((secret or self.office.secret).encode(), text.encode(), hashlib.sha256).hexdigest()

    def _genuine(self, body: Any) -> bool:
        told = {etree.QName(each).localname: each.text or "" for each in body.getparent().iter(f"{{{OWN}}}*")}
        expected = self._signature(body, told.get("Timestamp", ""), told.get("Nonce", ""))
        return hmac.compare_digest(expected, told.get("Signature", ""))


def read(element: Any) -> dict[str, Any]:
    """An element as a document."""
    found: dict[str, Any] = {}
    for child in element:
        name, value = etree.QName(child).localname, read(child) if len(child) else child.text or ""
        if name in LISTS:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found


def write(element: Any, document: dict[str, Any]) -> None:
    """A document into an element."""
    for name, value in document.items():
        for item in value if isinstance(value, list) else [value]:
            child = etree.SubElement(element, f"{{{OWN}}}{name}")
            if isinstance(item, dict):
                write(child, item)
            else:
                child.text = str(item).lower() if isinstance(item, bool) else str(item)


def _fault(code: str) -> Response:
    told = f'<s:Fault><faultcode xmlns="">s:{code}</faultcode><faultstring xmlns="">no</faultstring></s:Fault>'
    raw = f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{told}</s:Body></s:Envelope>'
    return Response(raw, 500, media_type=MEDIA_TYPE)


def application(office: Office, target: str, transport: httpx.AsyncBaseTransport | None = None) -> Starlette:
    """The platform as an application; `transport` carries what it pushes."""
    desk = SoapDesk(office, target, transport)
    return Starlette(
        routes=[
            Route("/", desk.take, methods=["POST"]),
            Route("/", desk.wsdl),
            Route("/cases", desk.add, methods=["POST"]),
            Route("/push", desk.push, methods=["POST"]),
            Route("/faults", desk.switch, methods=["PUT"]),
            Route("/status", desk.status),
        ]
    )


def run(config_path: Path, port: int) -> None:
    """Run until ended by a signal.

    Args:
        config_path: JSON with `app_id`, `secret`, and `target`, the address that messages are pushed to; `faults`;
            `state`, a file in which it keeps what it holds.
        port: Port on loopback.
    """
    config = read_config(config_path, "app_id", "secret", "target")
    with usable(config_path):
        office = office_of(config)
    uvicorn.run(
        application(office, config["target"]), host=HOST, port=port, log_level="critical", lifespan="off", ws="none"
    )
