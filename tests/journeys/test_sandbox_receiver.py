"""The simulated receiver: it keeps what is signed, once, answers the challenge, and remembers all after a restart."""

import asyncio
import json
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
import pytest
from standardwebhooks import Webhook
from starlette.applications import Starlette

from app.sandbox.api import Api, ApiError
from app.sandbox.receiver import DeliveryLog, Receiver

SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
STRANGE = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="


class Member:
    def __init__(self):
        self.told = []

    def heard(self, cursor, named):
        self.told.append((cursor, named))


class Service:
    """The one operation that a receiver asks for."""

    def __init__(self, status=201):
        self.made = []
        self.status = status

    async def __call__(self, request):
        self.made.append(json.loads(request.content))
        return httpx.Response(self.status, json={"id": "h1", "secret": SECRET, "code": "endpoint_url_refused"})


@asynccontextmanager
async def receiving(folder, service):
    log, api = DeliveryLog(folder), Api("http://service", "key", httpx.MockTransport(service))
    receiver = Receiver(Member(), api, log, "http://127.0.0.1:9/deliveries", {"schedule_seconds": [0, 1]})
    transport = httpx.ASGITransport(Starlette(routes=receiver.routes))
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            yield receiver, client
    finally:
        await api.close()
        log.close()


async def send(client, body, secret=SECRET, message_id="m1"):
    now = datetime.now(UTC)
    text = json.dumps(body)
    headers = {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(message_id, now, text),
    }
    return await client.post("/deliveries", content=text, headers=headers)


def event(position):
    return {
        "id": f"e{position}",
        "type": "referral.accepted",
        "position": position,
        "referral_id": "r1",
        "referral_version": position,
        "cursor": f"c{position}",
    }


async def test_what_is_signed_is_kept_once_and_told_and_a_strange_key_is_refused(tmp_path):
    service = Service()
    async with receiving(tmp_path, service) as (receiver, client):
        await receiver.open()

        answers = [await send(client, event(1)), await send(client, event(2)), await send(client, event(2))]
        refused = [await send(client, event(3), STRANGE), await client.post("/deliveries", content=b"{}")]
        challenge = await send(client, {"id": "x", "type": "webhook.challenge", "challenge": "word"})
        trial = await send(client, {"id": "y", "type": "webhook.test"})

        assert service.made == [{"url": "http://127.0.0.1:9/deliveries", "schedule_seconds": [0, 1]}]
        assert [answer.status_code for answer in (*answers, *refused, challenge, trial)] == [204] * 3 + [401] * 2 + [
            200,
            204,
        ]
        assert challenge.json() == {"challenge": "word"}
        assert receiver._member.told == [("c1", {"r1": 1}), ("c2", {"r1": 2}), ("c2", {"r1": 2})]
        said = (await client.get("/received")).json()
    assert [row["position"] for row in said["items"]] == [1, 2]
    assert (said["repeated"], said["refused"], said["endpoint_id"]) == (1, 2, "h1")


async def test_after_a_restart_the_endpoint_is_there_and_what_was_kept_is_dropped(tmp_path):
    service = Service()
    async with receiving(tmp_path, service) as (receiver, client):
        await receiver.open()
        await send(client, event(1))
    async with receiving(tmp_path, service) as (receiver, client):
        await receiver.open()
        answers = [await send(client, event(1)), await send(client, event(2))]

        assert [answer.status_code for answer in answers] == [204, 204]
        assert (len(service.made), receiver.count(), receiver.repeated) == (1, 2, 1)


async def test_a_challenge_that_is_quicker_than_the_secret_waits_for_it(tmp_path):
    async with receiving(tmp_path, Service()) as (receiver, client):
        early = asyncio.create_task(send(client, {"id": "x", "type": "webhook.challenge", "challenge": "word"}))
        await asyncio.sleep(0)
        await receiver.open()

        assert (await early).json() == {"challenge": "word"}


async def test_an_endpoint_that_is_refused_ends_the_process_with_the_code(tmp_path):
    async with receiving(tmp_path, Service(422)) as (receiver, _client):
        with pytest.raises(ApiError, match="422 endpoint_url_refused"):
            await receiver.open()
