"""A court that works in its platform: what it decides leaves as messages of the platform, in place of requests.

It decides on what stands in the platform, and a step is taken once its effect is seen at the service.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx

from app.sandbox.api import Api, Reply
from app.sandbox.platform_words import DECIDED_ON, message_of
from app.sandbox.steps import Step

PATIENCE_SECONDS = 120.0
PAUSE_SECONDS = 0.05
LOOKS = 20
"""Every so many looks whether something came of a message, it is looked whether it was set aside."""
MADE, CONFLICT, TIMED_OUT = 201, 409, 504


class Desk:
    """Where people of the court work in its platform; with `pushes` it is told to send what was entered."""

    def __init__(self, address: str, *, pushes: bool) -> None:
        self._http = httpx.AsyncClient(base_url=address, trust_env=False)
        self._pushes = pushes

    async def enter(self, message: dict[str, Any]) -> None:
        """Enter a message for the service, once for its id."""
        (await self._http.post("/cases", json=message)).raise_for_status()
        if self._pushes:
            (await self._http.post("/push")).raise_for_status()

    async def cases(self) -> dict[str, Any]:
        """What the platform holds, by reference."""
        answer = await self._http.get("/status")
        return dict(answer.json()["cases"])


class Door:
    """The way of one court through its platform.

    Args:
        desk: Where it enters.
        api: The API as this court, to see what came of it.
        code: Of the platform.
    """

    def __init__(self, desk: Desk, api: Api, code: str) -> None:
        self._desk = desk
        self._api = api
        self._code = code

    async def take(self, step: Step, reference: str, version: int, ids: Mapping[str, str]) -> Reply | None:
        """Take a step through the platform; None where the platform has no word for it.

        Args:
            step: What the court does.
            reference: What it calls the matter.
            version: Of the referral as it is known; 0 before it is opened.
            ids: Names of tenants to their ids.
        """
        message = message_of(step, reference, {tenant: name for name, tenant in ids.items()})
        if message is None:
            return None
        clock = asyncio.get_running_loop().time
        until = clock() + PATIENCE_SECONDS
        while clock() < until:
            try:
                if await self._stands(reference, DECIDED_ON.get(message["msgType"])):
                    await self._desk.enter(message)
                    return await self._effect(message["msgId"], reference, version, until)
            except httpx.HTTPError:
                pass  # The platform is away, or the service from it.
            await asyncio.sleep(PAUSE_SECONDS)
        return Reply(TIMED_OUT, {"code": "nothing_to_decide_on"})

    async def _stands(self, reference: str, kind: str | None) -> bool:
        """Whether the platform was told what is decided on."""
        return kind is None or kind in (await self._desk.cases()).get(reference, {})

    async def _effect(self, message_id: str, reference: str, version: int, until: float) -> Reply:
        """The referral once it has moved on, or why the message was set aside."""
        clock, looks = asyncio.get_running_loop().time, 0
        while clock() < until:
            for found in await self._api.items("/v1/referrals", court_reference=reference):
                if found["version"] > version:
                    return Reply(MADE, found)
            looks += 1
            reason = await self._set_aside(message_id) if looks % LOOKS == 0 else None
            if reason is not None:
                return Reply(CONFLICT, {"code": reason})
            await asyncio.sleep(PAUSE_SECONDS)
        return Reply(TIMED_OUT, {"code": "no_effect"})

    async def _set_aside(self, message_id: str) -> str | None:
        """Why the service did not act on a message; None where it did, or will."""
        parked = await self._api.items(f"/v1/court-platforms/{self._code}/messages", state="parked")
        return next((str(row["reason"]) for row in parked if row["message_id"] == message_id), None)


def door_of(config: Mapping[str, Any], api: Api) -> Door:
    """The door that a configuration names.

    Args:
        config: `code` of the platform, `address` and `pushes`.
        api: The API as the court.
    """
    return Door(Desk(config["address"], pushes=config["pushes"]), api, config["code"])
