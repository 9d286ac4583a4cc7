"""One feed, many doors: readers by any of them see the same ids in the same order, and may change doors anywhere."""

from uuid import uuid4

import httpx
import pytest

from app.routers.feed_forms import BATCH
from tests.api.callers import done
from tests.api.feeds import Stream

STEP = 2


@pytest.fixture(scope="module")
async def expected(api):
    """Ids of the court's whole feed, by one request."""
    for _ in range(3):
        made = await api.delegated()
        await done(api.as_centre().act(made["id"], "accept"))
    await api.place()
    items = []
    while len(items) < 6:
        items = (await done(api.as_court().get("/v1/events", wait=5)))["items"]
    return [item["id"] for item in items]


async def by_page(api, after):
    page = await done(api.as_court().get("/v1/events", limit=STEP, **({"after": after} if after else {})))
    return [item["id"] for item in page["items"]], page["next"]


async def by_long_poll(api, after):
    page = await done(api.as_court().get("/v1/events", limit=STEP, wait=1, **({"after": after} if after else {})))
    return [item["id"] for item in page["items"]], page["next"]


async def by_stream(api, after):
    """It goes on by `Last-Event-ID`, and hangs up after so many events."""
    headers = [("last-event-id", after)] if after else []
    stream = Stream(api.app, "", [("authorization", f"Bearer {api.as_court().key}"), *headers])
    del stream.scope["headers"][0]  # The key of the other world.
    await stream.until(lambda s: len(s.events) >= STEP or s.task.done())
    await stream.hang_up()
    seen = [httpx.Response(200, content=event["data"]).json()["id"] for event in stream.events]
    return seen[:STEP], stream.events[STEP - 1]["id"]


async def by_cloud_events(api, after):
    params = {"limit": STEP, **({"after": after} if after else {})}
    headers = {"Accept": BATCH, "Authorization": f"Bearer {api.as_court().key}"}
    batch = (await api.http.get("/v1/events", params=params, headers=headers)).json()
    return [event["id"] for event in batch], batch[-1]["cursor"]


async def by_consumer(api, after):
    court, path = api.as_court(), f"/v1/consumers/c{uuid4().hex[:10]}"
    start = {"to": "cursor", "cursor": after} if after else {"to": "beginning"}
    await done(court.write(path, {"start": start}, method="PUT"))
    batch = await done(court.write(f"{path}/lease", {"limit": STEP}))
    moved = await done(court.write(f"{path}/commit", {"token": batch["token"], "cursor": batch["next"]}))
    return [item["id"] for item in batch["items"]], moved["cursor"]


DOORS = (by_page, by_long_poll, by_stream, by_cloud_events, by_consumer)


@pytest.mark.parametrize("first", range(len(DOORS)), ids=[door.__name__ for door in DOORS])
async def test_a_reader_that_changes_doors_at_every_step_sees_what_one_request_sees(api, expected, first):
    seen, after = [], None

    for step in range(3):
        ids, after = await DOORS[(first + step) % len(DOORS)](api, after)
        seen += ids

    assert seen == expected


@pytest.mark.parametrize("door", DOORS, ids=[door.__name__ for door in DOORS])
async def test_every_door_gives_the_whole_feed_in_the_same_order(api, expected, door):
    seen, after = [], None

    for _ in range(3):
        ids, after = await door(api, after)
        seen += ids

    assert seen == expected
