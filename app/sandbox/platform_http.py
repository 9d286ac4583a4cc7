"""A simulated court platform as a process: JSON over HTTP, pushed and fetched, with faults that are switched by HTTP.

For us: `POST /messages`, `GET /messages/{key}`, `GET /outgoing`, `GET /held`. For whoever plays with it: `POST /cases`
adds a message, `POST /push` sends what waits to the service, `PUT /faults` switches, `GET /status` tells.
"""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from app.sandbox.configs import read_config, usable
from app.sandbox.platform_kept import office_of
from app.sandbox.platform_office import Faults, Office

HOST = "127.0.0.1"
PAGE = 50
TAKEN = 202


class BrokenOffError(Exception):
    """The connection ends without an answer."""


class Desk:
    """Answers requests for an office; `target` is the address of the service's door for its messages."""

    def __init__(self, office: Office, target: str) -> None:
        self.office = office
        self.target = target

    async def take(self, request: Request) -> Response:
        """A message of the service."""
        raw, office = await request.body(), self.office
        await asyncio.sleep(office.faults.slow_seconds)
        if not office.genuine(dict(request.headers), raw):
            return JSONResponse({"code": "SIGN"}, 401)
        if office.faults.take("failures"):
            return JSONResponse({}, 500)
        if office.faults.take("losses"):
            return broken(b"", 100)
        body = json.loads(raw)
        office.file(body)
        if office.faults.take("lost_replies"):
            return broken(b"", 100)
        return self._whole(office.receipt(str(body["msgId"])))

    def _whole(self, answer: dict[str, Any]) -> Response:
        """The answer, or half of it."""
        whole = json.dumps(answer, ensure_ascii=False).encode()
        half = self.office.faults.take("halves")
        return broken(whole[: len(whole) // 2], len(whole)) if half else _json(whole)

    async def look(self, request: Request) -> Response:
        """Whether a message arrived."""
        key = request.path_params["key"]
        return JSONResponse(self.office.receipt(key)) if key in self.office.filed else JSONResponse({}, 404)

    async def outgoing(self, request: Request) -> Response:
        """What there is for the service."""
        await asyncio.sleep(self.office.faults.slow_seconds)
        if self.office.faults.take("failures"):
            return JSONResponse({}, 500)
        start = int(request.query_params.get("after") or 0)
        page, following = self.office.page(start, PAGE)
        return self._whole({"data": {"list": page, "next": following}})

    async def held(self, _request: Request) -> Response:
        """What the platform holds."""
        return JSONResponse({"data": list(self.office.cases.values())})

    async def add(self, request: Request) -> Response:
        """One more message for the service."""
        self.office.add(await request.json())
        return JSONResponse({"waiting": len(self.office.waiting)})

    async def push(self, _request: Request) -> Response:
        """Send everything that was not taken yet."""
        async with httpx.AsyncClient(trust_env=False) as http:
            statuses = []
            for message in self.office.unpushed():
                body = json.dumps(message, ensure_ascii=False).encode()
                answer = await http.post(self.target, content=body, headers=self.office.headers(body))
                statuses.append(answer.status_code)
                if answer.status_code == TAKEN:
                    self.office.pushed.add(str(message["msgId"]))
        return JSONResponse({"statuses": statuses})

    async def switch(self, request: Request) -> Response:
        """Other faults from now on."""
        self.office.faults = Faults(**await request.json())
        return JSONResponse(asdict(self.office.faults))

    async def status(self, _request: Request) -> Response:
        """What is there."""
        office = self.office
        told = {"filed": office.filed, "cases": office.cases, "refused": office.refused}
        return JSONResponse({**told, "faults": asdict(office.faults)})


def application(office: Office, target: str) -> Starlette:
    """The platform as an application."""
    desk = Desk(office, target)
    return Starlette(
        routes=[
            Route("/messages", desk.take, methods=["POST"]),
            Route("/messages/{key}", desk.look),
            Route("/outgoing", desk.outgoing),
            Route("/held", desk.held),
            Route("/cases", desk.add, methods=["POST"]),
            Route("/push", desk.push, methods=["POST"]),
            Route("/faults", desk.switch, methods=["PUT"]),
            Route("/status", desk.status),
        ]
    )


def _json(whole: bytes) -> Response:
    return Response(whole, media_type="application/json")


def broken(part: bytes, announced: int) -> Response:
    """An answer that breaks off: it announces more bytes than come."""

    async def body() -> Any:
        yield part
        raise BrokenOffError

    return StreamingResponse(body(), headers={"content-length": str(announced)}, media_type="application/json")


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
