"""What the simulated office of sheets does over HTTP: it uploads its template, pushes rows, and is played with."""

import asyncio
import csv
import hashlib
import hmac
import io
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.sandbox.configs import read_config, usable
from app.sandbox.platform_http import HOST, TAKEN, Desk
from app.sandbox.platform_sheets import SheetOffice, as_csv

ROUND_SECONDS = 0.02
UPLOADS = "/v1/referrals/spreadsheets"
ATTEMPTS_MAX = 20
"""How often one sheet is uploaded before a clerk gives up."""


class Uploads:
    """A clerk who fills the template of the API and uploads it, again and again under one key until it was answered.

    Args:
        office: Whose faults hold.
        config: `api`, the address, and `key`.
        transport: Carries the requests; None for the network.
    """

    def __init__(
        self, office: SheetOffice, config: Mapping[str, Any], transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._office = office.office
        self._http = httpx.AsyncClient(
            base_url=config["api"],
            headers={"Authorization": f"Bearer {config['key']}"},
            transport=transport,
            trust_env=False,
        )
        self.verdicts: dict[str, dict[str, Any]] = {}

    async def upload(self, rows: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
        """Verdicts by 编号 of rows that are given by the titles of the template, without their stars."""
        raw, key = as_csv(await self._filled(rows)), f"sandbox-{secrets.token_hex(8)}"
        for _ in range(ATTEMPTS_MAX):
            for _ in range(2 if self._office.faults.doubled else 1):
                answer = await self._sent(raw, key)
            if answer is not None and answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                answer.raise_for_status()
                self.verdicts |= {row["key"]: row for row in answer.json()["rows"]}
                break
        return self.verdicts

    async def _filled(self, rows: list[dict[str, str]]) -> list[list[str]]:
        template = (await self._http.get(f"{UPLOADS}/template", params={"format": "csv"})).raise_for_status()
        titles = next(csv.reader(io.StringIO(template.content.decode("utf-8-sig"))))
        filled = [[row.get(title.rstrip("*"), "") for title in titles] for row in rows]
        return [titles, *(filled[::-1] if self._office.faults.reordered else filled)]

    async def _sent(self, raw: bytes, key: str) -> httpx.Response | None:
        """The answer, None where it was lost, or the connection broke off before the sheet was whole."""
        faults = self._office.faults
        await asyncio.sleep(faults.slow_seconds)
        if faults.take("losses"):
            return None
        headers = {"Idempotency-Key": key, "Content-Type": "text/csv", "Content-Length": str(len(raw))}
        half = faults.take("halves")
        try:
            content = broken_off(raw) if half else raw
            answer = await self._http.post(UPLOADS, content=content, headers=headers)
        except (httpx.HTTPError, ConnectionError):
            return None
        return None if half or faults.take("lost_replies") else answer

    async def close(self) -> None:
        """End its connections."""
        await self._http.aclose()


async def broken_off(raw: bytes) -> AsyncIterator[bytes]:
    """Half of what was announced, then the connection breaks off."""
    yield raw[: len(raw) // 2]
    raise ConnectionError


class Pushes:
    """A program of the court that pushes sheets of one row under a signature."""

    def __init__(
        self, office: SheetOffice, config: Mapping[str, Any], transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._sheets = office
        self._target, self._secret = config.get("target", ""), config.get("secret", "").encode()
        self._transport = transport

    async def push(self) -> list[int]:
        """Statuses of everything that was not taken yet."""
        office, statuses = self._sheets.office, list[int]()
        async with httpx.AsyncClient(trust_env=False, transport=self._transport) as http:
            for message in office.unpushed():
                raw = as_csv(self._sheets.rows_of([message]))
                answer = await http.post(self._target, content=raw, headers=self._headers(str(message["msgId"]), raw))
                statuses.append(answer.status_code)
                if answer.status_code == TAKEN:
                    office.pushed.add(str(message["msgId"]))
        return statuses

    def _headers(self, message_id: str, raw: bytes) -> dict[str, str]:
        sent = str(int(time.time()))
        secret = secrets.token_bytes(16) if self._sheets.office.faults.take("wrong_signatures") else self._secret
        signature = hmac.new(secret, b".".join((message_id.encode(), sent.encode(), raw)), hashlib.sha256).hexdigest()
        return {"X-Message-Id": message_id, "X-Timestamp": sent, "X-Signature": signature}


def application(sheets: SheetOffice, uploads: Uploads | None, pushes: Pushes) -> Starlette:
    """What whoever plays with it asks for and switches."""
    desk = Desk(sheets.office, "")

    async def rows(request: Request) -> Response:
        given = (await request.json())["rows"]
        return JSONResponse(
            {"code": "no_api"} if uploads is None else await uploads.upload(given), 409 if uploads is None else 200
        )

    async def push(_request: Request) -> Response:
        return JSONResponse({"statuses": await pushes.push() if sheets.pushes else []})

    async def put_list(request: Request) -> Response:
        sheets.put_list((await request.json())["day"])
        return JSONResponse({"cases": len(sheets.office.cases)})

    async def again(_request: Request) -> Response:
        sheets.export_again()
        return JSONResponse({"waiting": len(sheets.office.waiting)})

    return Starlette(
        routes=[
            Route("/cases", desk.add, methods=["POST"]),
            Route("/rows", rows, methods=["POST"]),
            Route("/push", push, methods=["POST"]),
            Route("/faults", desk.switch, methods=["PUT"]),
            Route("/list", put_list, methods=["POST"]),
            Route("/again", again, methods=["POST"]),
            Route("/status", desk.status),
        ]
    )


async def _work(sheets: SheetOffice) -> None:
    while True:
        sheets.round()
        await asyncio.sleep(ROUND_SECONDS)


async def serve(sheets: SheetOffice, config: Mapping[str, Any], port: int) -> None:
    """Work round after round, and answer at a port on loopback, until ended by a signal."""
    uploads = Uploads(sheets, config) if "api" in config else None
    app = application(sheets, uploads, Pushes(sheets, config))
    server = uvicorn.Server(
        uvicorn.Config(app, host=HOST, port=port, log_level="critical", lifespan="off", ws="none"),
    )
    async with asyncio.TaskGroup() as group:
        working = group.create_task(_work(sheets))
        await server.serve()
        working.cancel()
    if uploads is not None:
        await uploads.close()


def run(config_path: Path, port: int) -> None:
    """Run until ended by a signal.

    Args:
        config_path: JSON; see `SheetOffice`.
        port: Port on loopback, where it is played with.
    """
    config = read_config(config_path, "folder")
    with usable(config_path):
        sheets = SheetOffice(config)
    asyncio.run(serve(sheets, config, port))
