"""The feed as a stream, as CloudEvents, with filters and by time: forms, order of checks, bounds, ends."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from app.domain.cursor import Cursor, encode
from app.domain.errors import Refusal
from app.routers.deps import Doorkeeper
from app.routers.feed_forms import BATCH, CloudEvent
from tests.api.feeds import COURT, REFERRAL, Feeds, Stream, feed_app
from tests.stream import MOMENT, principal_of

SHORT = {"feed_heartbeat_seconds": 0.02, "feed_stream_seconds_max": 0.2}


@pytest.fixture
def feeds():
    return Feeds()


@pytest.fixture
def app(feeds):
    return feed_app(feeds)


@pytest.fixture
async def api(app):
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://api", headers={"Authorization": "Bearer court"}
    ) as client:
        yield client


def cursor(position, epoch=1):
    return encode(Cursor(COURT, epoch, position))


# Streams ---------------------------------------------------------------------------------------------------------


async def test_a_stream_says_what_the_pages_say_and_goes_on_with_what_comes(app, feeds, api):
    feeds.add(2)
    stream = Stream(app)
    await stream.until(lambda s: len(s.events) == 2)

    feeds.come()
    await stream.until(lambda s: len(s.events) == 3)
    await stream.hang_up()

    page = (await api.get("/v1/events")).json()
    assert [json.loads(event["data"]) for event in stream.events] == page["items"]
    assert [event["event"] for event in stream.events] == ["referral.accepted"] * 3
    assert [event["id"] for event in stream.events] == [cursor(1), cursor(2), cursor(3)]
    assert stream.events[-1]["id"] == page["next"]
    assert 1_000 <= int(stream.blocks[0]["retry"]) < 4_000
    headers = dict(stream.sent[0]["headers"])
    assert headers[b"content-type"] == b"text/event-stream; charset=utf-8"
    assert headers[b"cache-control"] == b"no-store"
    assert feeds.left.is_set()
    assert app.state.feed.places.count == 0


async def test_the_last_event_id_wins_over_after(app, feeds):
    feeds.add(3)

    stream = Stream(app, f"after={cursor(0)}", [("last-event-id", cursor(2))])
    await stream.until(lambda s: s.events)
    await stream.hang_up()

    assert [event["id"] for event in stream.events] == [cursor(3)]


async def test_a_stream_can_begin_at_a_time(app, feeds):
    feeds.add(2)
    feeds.add(recorded_at=MOMENT + timedelta(days=2))

    stream = Stream(app, "since=2026-03-04T00:00:00Z")
    await stream.until(lambda s: s.events)
    await stream.hang_up()

    assert [event["id"] for event in stream.events] == [cursor(3)]


async def test_a_silent_stream_gives_signs_of_life_and_ends_before_it_would_be_cut(feeds):
    stream = await Stream(feed_app(feeds, **SHORT)).ended()

    assert stream.sent[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    assert stream.events == []
    assert stream.text.count(f": \nid: {cursor(0)}\n\n") >= 2


async def test_a_stream_ends_with_its_process(app, feeds):
    stream = Stream(app)
    await feeds.waiting.wait()

    feeds.stopped = True
    feeds.come(0)

    assert (await stream.ended()).sent[-1]["more_body"] is False


@pytest.mark.parametrize("limits", [{"feed_streams_max": 1}, {"feed_streams_per_tenant_max": 1}], ids=["all", "tenant"])
async def test_where_no_place_is_left_a_stream_is_refused_until_one_comes_free(feeds, limits):
    app = feed_app(feeds, **limits)
    first = Stream(app)
    await feeds.waiting.wait()

    refused = await Stream(app).ended()
    await first.hang_up()
    again = Stream(app)
    await again.until(lambda s: s.sent)
    await again.hang_up()

    assert (refused.status, json.loads(refused.text)["code"]) == (429, "too_many_streams")
    assert dict(refused.sent[0]["headers"])[b"retry-after"] == b"5"
    assert again.status == 200


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("after=x", 422, "cursor_invalid"),
        (f"after={cursor(7, 0)}", 409, "feed_epoch_changed"),
        (f"after={cursor(7)}", 409, "feed_epoch_changed"),
        ("wait=1", 422, "parameter_invalid"),
        ("type=nothing.happened", 422, "parameter_invalid"),
    ],
)
async def test_what_is_wrong_with_a_stream_is_said_before_it_begins(app, query, status, code):
    stream = await Stream(app, query).ended()

    assert (stream.status, json.loads(stream.text)["code"]) == (status, code)


async def test_a_revoked_key_ends_a_stream_within_seconds(feeds):
    app = feed_app(feeds, key_cache_seconds=0)
    seconds, revoked = [0.0], []

    async def verify(_token):
        if revoked:
            raise Refusal("key_unknown")
        return principal_of(COURT)

    app.state.house = replace(
        app.state.house,
        doorkeeper=Doorkeeper(verify, seconds=5, now=lambda: seconds[0]),
    )
    stream = Stream(app)
    await feeds.waiting.wait()

    seconds[0] = 6.0
    revoked.append(True)
    feeds.come()
    await stream.ended()

    [end] = stream.events
    assert (end["event"], json.loads(end["data"])["code"]) == ("problem", "key_unknown")
    assert "id" not in end
    assert feeds.reads == 0


async def test_a_new_epoch_ends_a_stream_with_its_problem(app, feeds):
    stream = Stream(app)
    await feeds.waiting.wait()

    feeds.life = 2
    feeds.come(0)
    await stream.ended()

    assert json.loads(stream.events[-1]["data"])["code"] == "feed_epoch_changed"


async def test_a_reader_that_takes_nothing_is_cut_off_and_blocks_nobody(feeds):
    app = feed_app(feeds, feed_write_seconds=0.05)
    taken = []

    async def slow(message):
        taken.append(message)
        if len(taken) > 2:
            await app.state.never.wait()

    app.state.never = asyncio.Event()
    feeds.add()
    stuck, other = Stream(app, send=slow), Stream(app)

    await other.until(lambda s: s.events)
    await stuck.ended()

    assert stuck.aborted.is_set()
    assert not other.task.done()
    await other.hang_up()
    assert app.state.feed.places.count == 0


async def test_streams_at_the_same_place_share_one_reading(app, feeds):
    streams = [Stream(app) for _ in range(20)]
    await feeds.waiting.wait()

    feeds.come()
    for stream in streams:
        await stream.until(lambda s: s.events)
        await stream.hang_up()

    assert feeds.reads < 5
    assert {stream.events[0]["id"] for stream in streams} == {cursor(1)}


async def test_a_stream_moves_its_cursor_over_what_its_filter_keeps_back(feeds):
    feeds.add(2)
    feeds.add(type="referral.declined")
    feeds.add()

    stream = await Stream(feed_app(feeds, **SHORT), "type=referral.declined").ended()

    assert [json.loads(event["data"])["position"] for event in stream.events] == [3]
    assert [block["id"] for block in stream.blocks if "event" not in block and "id" in block][-1] == cursor(4)


# Forms -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/json"),
        ("application/*", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
        (BATCH, BATCH),
        (f"application/json;q=0.5, {BATCH}", BATCH),
        (f"{BATCH};q=x, application/json;q=0.2", "application/json"),
        ("text/event-stream, application/json", "application/json"),
    ],
)
async def test_the_form_is_the_one_that_is_wanted_most(api, accept, kind):
    reply = await api.get("/v1/events", headers={} if accept is None else {"Accept": accept})

    assert (reply.status_code, reply.headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize("accept", ["text/html", "application/xml, image/*", "application/json;q=0", ""])
async def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(api, accept):
    reply = await api.get("/v1/events?limit=0", headers={"Accept": accept})

    assert (reply.status_code, reply.json()["code"]) == (406, "not_acceptable")
    assert reply.json()["facts"]["offered"] == ["application/json", "text/event-stream", BATCH]


async def test_a_batch_of_cloud_events_has_the_ids_and_the_cursors_of_the_feed(api, feeds):
    feeds.add(3)

    batch = await api.get("/v1/events?limit=2", headers={"Accept": BATCH})

    page = (await api.get("/v1/events?limit=2")).json()
    first, last = batch.json()
    item = page["items"][0]
    assert first == {
        "specversion": "1.0",
        "id": item["id"],
        "source": "urn:sutiao",
        "type": "cn.sutiao.referral.accepted",
        "time": item["occurred_at"],
        "subject": str(REFERRAL),
        "datacontenttype": "application/json",
        "position": 1,
        "referralversion": 1,
        "cursor": cursor(1),
        "data": {name: item[name] for name in ("occurred_on", "recorded_at", "actor_role", "data", "links")},
    }
    CloudEvent.model_validate(first)
    assert last["cursor"] == page["next"]
    assert batch.headers["feed-has-more"] == "true"
    assert batch.links["next"]["url"] == f"/v1/events?after={page['next']}&limit=2"
    assert all(name.isalnum() and name.islower() for name in first)


async def test_a_cloud_event_about_something_else_names_no_referral(api, feeds):
    feeds.add(subject_kind="endpoint", body={})

    [found] = (await api.get("/v1/events", headers={"Accept": BATCH})).json()

    assert not {"subject", "referralversion"} & found.keys()


# Filters and times -----------------------------------------------------------------------------------------------


async def test_with_a_filter_a_page_can_be_empty_and_its_cursor_moves_all_the_same(api, feeds):
    feeds.add(5)

    page = (await api.get("/v1/events?type=referral.declined")).json()

    assert page == {"items": [], "next": cursor(5), "has_more": False}


async def test_the_next_page_keeps_the_filter(api, feeds):
    feeds.add(3)

    reply = await api.get(f"/v1/events?type=referral.accepted&type=claim.*&court_id={COURT}&limit=1")

    assert reply.links["next"]["url"] == (
        f"/v1/events?after={cursor(1)}&limit=1&type=referral.accepted&type=claim.%2A&court_id={COURT}"
    )
    assert [item["position"] for item in (await api.get(reply.links["next"]["url"])).json()["items"]] == [2]


@pytest.mark.parametrize(
    ("query", "pointer", "code", "expected"),
    [
        ("type=referral.nothing", "/type", "unknown_code", "GET /v1/event-types"),
        ("type=nothing.*", "/type", "unknown_code", "GET /v1/event-types"),
        ("type=*", "/type", "unknown_code", "GET /v1/event-types"),
        ("type=", "/type", "unknown_code", "GET /v1/event-types"),
        ("&".join(["type=referral.*"] * 51), "/type", "too_long", "at most 50"),
        ("court_id=x", "/court_id", "malformed", "UUID"),
        (f"court_id={COURT}&court_id={COURT}", "/court_id", "not_unique", None),
        ("organisation_id=%00", "/organisation_id", "malformed", "UUID"),
        ("since=yesterday", "/since", "malformed", None),
        ("since=2026-13-01T00:00:00Z", "/since", "malformed", None),
        ("since=2026-03-02T00:00:00", "/since", "malformed", None),
        ("since=0001-01-01T00:00:00Z", "/since", "out_of_range", None),
        (f"since=2026-03-02T00:00:00Z&after={cursor(0)}", "/since", "inconsistent", "after or since"),
        ("before=3", "/before", "unknown_parameter", None),
    ],
)
async def test_values_of_filters_and_times_are_checked(api, query, pointer, code, expected):
    reply = await api.get(f"/v1/events?{query}", headers={"Accept-Language": "en"})

    assert (reply.status_code, reply.json()["code"]) == (422, "parameter_invalid")
    [error] = reply.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert expected is None or error["expected"] == expected


@pytest.mark.parametrize("zone", ["Z", "+08:00", "%2B08:00"])
async def test_a_time_gives_the_events_from_there_on_and_a_cursor(api, feeds, zone):
    feeds.add(2)
    feeds.add(recorded_at=MOMENT + timedelta(days=2))
    page = (await api.get(f"/v1/events?since=2026-03-04T00:00:00{zone}")).json()

    assert [item["position"] for item in page["items"]] == [3]
    assert page["next"] == cursor(3)


async def test_a_time_to_come_gives_the_end_of_the_feed(api, feeds):
    feeds.add(2)

    page = (await api.get("/v1/events?since=2099-01-01T00:00:00Z")).json()

    assert page == {"items": [], "next": cursor(2), "has_more": False}


# What is no longer kept ------------------------------------------------------------------------------------------


async def test_a_cursor_behind_which_events_were_removed_is_gone_with_the_oldest_that_is_kept(api, feeds):
    feeds.add(5)
    feeds.floor = 3

    reply = await api.get("/v1/events", params={"after": cursor(1)})

    assert (reply.status_code, reply.json()["code"]) == (410, "cursor_expired")
    facts = reply.json()["facts"]
    assert (facts["oldest"], facts["oldest_position"], facts["cursor_position"]) == (cursor(3), 4, 1)
    assert [item["position"] for item in (await api.get(f"/v1/events?after={facts['oldest']}")).json()["items"]] == [
        4,
        5,
    ]


@pytest.mark.parametrize("floor", [3, 5])
async def test_without_a_cursor_a_feed_begins_where_it_is_kept(api, feeds, floor):
    feeds.add(5)
    feeds.floor = floor

    page = (await api.get("/v1/events")).json()

    assert [item["position"] for item in page["items"]] == list(range(floor + 1, 6))
    assert page["next"] == cursor(5)
