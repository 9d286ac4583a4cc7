"""Named consumers over HTTP: one place for all readers, batches under a lease, and nothing lost by a killed reader."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from app.adapters.database.feed_retention import remove_batch
from app.domain.access import TenantId
from app.domain.cursor import Cursor, encode
from app.domain.feed import SIFTED_MAX
from app.routers.contract import EXAMPLES
from app.services import consumers
from app.services.envelope import Envelope
from app.services.history import FeedPorts
from tests.api.callers import done

LATE = datetime(2099, 1, 1, tzinfo=UTC)


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def named(*rest):
    return "/".join(["/v1/consumers", *rest])


async def consumer(caller, name=None, **body):
    """A fresh consumer; its name."""
    name = name or f"c-{uuid4().hex[:12]}"
    await done(caller.write(named(name), body, method="PUT"))
    return name


async def leased(caller, name, *, key=None, **body):
    return await caller.write(named(name, "lease"), body, key=key)


async def committed(caller, name, batch, cursor=None):
    body = {"token": batch["token"], "cursor": cursor or batch["next"]}
    return await caller.write(named(name, "commit"), body)


async def run_out(api, name):
    """The time of a lease is over; the clock of leases is the system's."""
    async with api.engine.begin() as connection:
        moved = f"UPDATE consumers SET lease_until = now() - interval '1 second' WHERE name = '{name}'"
        assert (await connection.exec_driver_sql(moved)).rowcount == 1


def ids(batch):
    return [item["id"] for item in batch["items"]]


@pytest.fixture(scope="module")
async def feed(api):
    """The court's whole feed: three referrals of which the first was taken on; the process has heard of all of it."""
    first, *_ = [await api.delegated() for _ in range(3)]
    await done(api.as_centre().act(first["id"], "accept"))
    await api.place()
    heads, court = api.app.state.feed.heads, TenantId(UUID(api.world.court_id))
    await heads.wait_moved(court, 3, seconds=10)
    items = (await done(api.as_court().get("/v1/events")))["items"]
    assert len(items) == 4
    return items


async def test_a_consumer_gives_the_feed_batch_by_batch_and_stands_where_was_committed(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())

    first = await done(leased(court, name, limit=3))
    half = await done(committed(court, name, first, encode(_place(api, 2))))
    whole = await done(committed(court, name, first))
    second = await done(leased(court, name, **example("lease_batch")))
    end = await done(committed(court, name, second))
    nothing = await done(leased(court, name))

    assert (ids(first) + ids(second), first["has_more"]) == ([item["id"] for item in feed], True)
    assert (half["position"], half["leased_until"] is not None) == (2, True)
    assert (whole["position"], whole["leased_until"], whole["behind_count"]) == (3, None, 1)
    assert (end["position"], end["behind_count"]) == (4, 0)
    assert (nothing["token"], nothing["items"], nothing["next"]) == (None, [], end["cursor"])
    assert await done(court.get(named(name))) == end
    assert name in {each["name"] for each in (await done(court.get(named())))["items"]}


def _place(api, position):
    return Cursor(TenantId(UUID(api.world.court_id)), 1, position)


async def test_two_readers_never_hold_leases_at_once_and_a_killed_one_loses_nothing(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    killed = await done(leased(court, name, limit=2))

    held = await leased(court, name)
    await run_out(api, name)
    again = await done(leased(court, name, limit=4))
    too_late = await committed(court, name, killed)

    assert (held.status_code, held.json()["code"]) == (409, "lease_held")
    assert 1 <= int(held.headers["retry-after"]) <= 30
    assert ids(again) == [item["id"] for item in feed]
    assert (too_late.status_code, too_late.json()["code"]) == (409, "lease_lost")
    assert (await done(court.get(named(name))))["position"] == 0
    assert (await done(committed(court, name, again)))["position"] == 4


async def test_a_lease_that_ran_out_commits_as_long_as_nobody_took_the_batch(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    batch = await done(leased(court, name))
    await run_out(api, name)

    assert (await done(committed(court, name, batch)))["position"] == len(feed)


async def test_of_many_readers_at_once_one_gets_the_batch(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())

    replies = await asyncio.gather(*[leased(court, name) for _ in range(8)])

    won = [reply for reply in replies if reply.status_code == 200]
    assert len(won) == 1
    assert ids(won[0].json()) == [item["id"] for item in feed]
    assert {reply.json()["code"] for reply in replies if reply.status_code != 200} <= {"lease_held", "too_busy"}


@pytest.mark.parametrize("types", [[], ["referral.accepted"]])
async def test_a_repeated_lease_gives_the_same_batch(api, feed, types):
    court, name, key = api.as_court(), await consumer(api.as_court(), types=types), uuid4().hex
    first = await leased(court, name, key=key, limit=2)

    again = await leased(court, name, key=key, limit=2)
    other = await leased(court, name, key=key, limit=3)

    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_a_lease_waits_for_the_first_event_and_ends_empty_where_there_is_none(api, feed):
    """Nothing is leased while it waits, so another reader may be quicker; a stopped process lets it go at once."""
    centre, heads = api.as_other_centre(), api.app.state.feed.heads
    name = await consumer(centre)

    waiting = asyncio.create_task(leased(centre, name, wait_seconds=30))
    async with asyncio.timeout(10):
        while not heads.waiter_count:  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0)
    heads._move(UUID(api.world.other_centre_id), 0 + 1)  # It has heard of an event that is not there yet.

    assert (await done(waiting))["items"] == []
    heads._positions.pop(UUID(api.world.other_centre_id))


class Meddling:
    """A reader of feeds in front of which somebody moves the consumer, once."""

    def __init__(self, reader, meddle):
        self._reader = reader
        self._meddle = meddle

    async def page(self, tenant_id, **bounds):
        meddle, self._meddle = self._meddle, None
        if meddle is not None:
            await meddle()
        return await self._reader.page(tenant_id, **bounds)


async def test_what_was_read_is_leased_only_where_the_consumer_still_stands_there(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    ports, feeds = api.app.state.house.ports, api.app.state.feed
    principal = await api.app.state.house.doorkeeper.principal(court.key)

    async def sought():
        cursor = encode(_place(api, 3))
        await done(court.write(named(name, "seek"), {"to": "cursor", "cursor": cursor}))

    batch = await consumers.lease(
        ports,
        FeedPorts(feeds.heads, Meddling(feeds.reader, sought)),
        Envelope(principal=principal, key=uuid4().hex, fingerprint=b"lease"),
        name,
        consumers.LeaseWish(10, 30),
        again=principal.require,
    )

    assert [item["position"] for item in batch.items] == [4]


async def test_a_lease_looks_through_so_many_entries_and_says_that_there_is_more(api, feed):
    other, tenant_id = api.as_other_centre(), UUID(api.world.other_centre_id)
    name = await consumer(other, types=["claim.*"])
    stretches = consumers.STRETCHES_MAX * SIFTED_MAX
    async with api.engine.begin() as connection:
        await connection.exec_driver_sql(
            f"INSERT INTO feed_entries SELECT '{tenant_id}', n, 1 FROM generate_series(1, {stretches + 1}) AS n"
        )
        await connection.exec_driver_sql(f"INSERT INTO feed_heads VALUES ('{tenant_id}', {stretches + 1}, 999)")
    await api.app.state.feed.heads.wait_moved(tenant_id, stretches, seconds=10)

    first, second = [await done(leased(other, name)) for _ in range(2)]

    assert (first["items"], first["token"], first["has_more"]) == ([], None, True)
    assert (second["items"], second["has_more"]) == ([], False)
    assert (await done(other.get(named(name))))["position"] == stretches + 1


async def test_a_lease_without_events_leaves_its_key_free(api, feed):
    """Nothing happened under it, so nothing is kept; readers that ask all day leave no rows."""
    court, name, key = api.as_court(), await consumer(api.as_court(), start={"to": "now"}), uuid4().hex
    before = (await api.rows())[3]
    first = await done(leased(court, name, key=key))
    after = (await api.rows())[3]
    await done(court.write(named(name, "seek"), {"to": "beginning"}))

    again = await done(leased(court, name, key=key))

    assert (first["items"], first["token"], after - before) == ([], None, 0)
    assert ids(again) == [item["id"] for item in feed]


async def test_a_consumer_with_a_filter_moves_over_what_it_is_not_given(api, feed):
    court, name = api.as_court(), await consumer(api.as_court(), types=["referral.accepted", "claim.*"])

    batch = await done(leased(court, name, limit=1))
    await done(committed(court, name, batch))
    rest = await done(leased(court, name))
    quiet = await consumer(court, types=["claim.*"], organisation_id=api.world.centre_id)
    nothing = await done(leased(court, quiet))

    accepted = [item for item in feed if item["type"] == "referral.accepted"]
    assert (ids(batch), rest["items"]) == ([item["id"] for item in accepted], [])
    assert (nothing["items"], nothing["token"]) == ([], None)
    assert (await done(court.get(named(quiet))))["position"] == 4


async def test_a_consumer_is_set_to_any_place_and_a_lease_is_then_lost(api, feed):
    court, name = api.as_court(), await consumer(api.as_court(), **example("put_consumer"))
    batch = await done(leased(court, name))

    async def sought(**place):
        return (await done(court.write(named(name, "seek"), place)))["position"]

    at = [
        await sought(to="now"),
        await sought(to="cursor", cursor=encode(_place(api, 2))),
        await sought(to="beginning"),
        await sought(to="time", since=LATE.isoformat()),
        await sought(**example("seek_consumer")),
    ]
    lost = await committed(court, name, batch)
    refused = await court.write(named(name, "commit"), example("commit_batch"))

    assert at == [4, 2, 0, 4, 0]
    assert (lost.status_code, lost.json()["code"]) == (409, "lease_lost")
    assert refused.status_code == 422


async def test_put_again_keeps_the_place_and_another_filter_ends_the_lease(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    await done(committed(court, name, await done(leased(court, name, limit=2))))
    batch = await done(leased(court, name))

    same = await done(court.write(named(name), {"start": {"to": "now"}}, method="PUT"))
    other = await done(court.write(named(name), {"types": ["referral.*"]}, method="PUT"))

    assert (same["position"], same["leased_until"] is not None) == (2, True)
    assert (other["position"], other["leased_until"], other["types"]) == (2, None, ["referral.*"])
    assert (await committed(court, name, batch)).json()["code"] == "lease_lost"


async def test_a_removed_consumer_is_gone_and_its_name_is_free(api, feed):
    court, name, key = api.as_court(), await consumer(api.as_court(), start={"to": "now"}), uuid4().hex

    async def removed(key=None, **params):
        headers = {} if key is None else {"Idempotency-Key": key}
        return await court.send("DELETE", named(name), headers=headers, params=params)

    assert (await removed()).json()["code"] == "idempotency_key_required"
    assert (await removed(dry_run="true")).json() == {"name": name, "dry_run": True}
    assert (await removed(key)).json() == {"name": name, "removed": True}
    assert (await removed(key)).headers["idempotency-replayed"] == "true"
    assert (await removed(uuid4().hex)).status_code == 404
    assert (await court.get(named(name))).status_code == 404
    assert (await done(court.write(named(name), {}, method="PUT")))["position"] == 0


async def test_a_rehearsal_changes_nothing(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    before = await done(court.get(named(name)))

    for path, method, body in (
        (named(name, "lease"), "POST", {}),
        (named(name, "seek"), "POST", {"to": "now"}),
        (named(name), "PUT", {"types": ["referral.*"]}),
    ):
        reply = await court.write(path, body, method=method, key=False, dry_run="true")
        assert reply.json() == {"name": name, "dry_run": True}

    assert await done(court.get(named(name))) == before


async def test_a_repeated_put_and_commit_answer_the_same(api, feed):
    court, name, key = api.as_court(), f"c-{uuid4().hex[:12]}", uuid4().hex
    first = await court.write(named(name), {}, method="PUT", key=key)
    again = await court.write(named(name), {}, method="PUT", key=key)
    batch = await done(leased(court, name))
    body = {"token": batch["token"], "cursor": batch["next"]}
    replies = [await court.write(named(name, "commit"), body, key=key + "c") for _ in range(2)]

    assert again.json() == first.json()
    assert [reply.status_code for reply in replies] == [200, 200]
    assert replies[0].json() == replies[1].json()


async def test_another_tenants_consumer_is_not_there(api, feed):
    name = await consumer(api.as_court(), "shared-name")

    for caller in (api.as_centre(), api.as_other_court(), api.as_operator()):
        assert (await caller.get(named(name))).status_code == 404
        assert (await leased(caller, name)).status_code == 404
        assert name not in {each["name"] for each in (await done(caller.get(named())))["items"]}
    await consumer(api.as_centre(), name, start={"to": "now"})
    assert (await done(api.as_court().get(named(name))))["position"] == 0


async def test_a_tenant_has_so_many_consumers_and_no_more(api, feed):
    other = api.as_other_court()
    for number in range(50):
        await consumer(other, f"n{number}")

    reply = await other.write(named("one-more"), {}, method="PUT")

    assert (reply.status_code, reply.json()["code"], reply.json()["facts"]) == (409, "too_many_consumers", {"max": 50})
    assert (await done(other.write(named("n3"), {"types": ["referral.*"]}, method="PUT")))["types"] == ["referral.*"]


@pytest.mark.parametrize("name", ["Upper", "-x", "a" * 64, "%20", "甲"])
async def test_a_name_that_none_can_have_is_told_to_its_maker_and_is_not_there_for_others(api, feed, name):
    made = await api.as_court().write(named(name), {}, method="PUT")

    error = made.json()["errors"][0]
    assert (made.status_code, error["pointer"], error["code"]) == (422, "/name", "malformed")
    assert error["expected"].startswith("1 至 63 个")
    assert (await api.as_court().get(named(name))).status_code == 404


@pytest.mark.parametrize(
    ("path", "body", "pointer", "code"),
    [
        ("", {"types": ["nothing.happened"]}, "/types/0", "unknown_code"),
        ("", {"types": ["x"]}, "/types/0", "malformed"),
        ("", {"start": {"to": "cursor", "cursor": "x"}}, "/cursor", "cursor_invalid"),
        ("", {"start": {"to": "cursor"}}, "/start/cursor", "required"),
        ("lease", {"limit": 0}, "/limit", "out_of_range"),
        ("lease", {"lease_seconds": 3601}, "/lease_seconds", "out_of_range"),
        ("commit", {"token": "x", "cursor": "x"}, "/token", "malformed"),
        ("seek", {"to": "now", "cursor": "x"}, "/cursor", "inconsistent"),
        ("seek", {"to": "time"}, "/since", "required"),
        ("seek", {"to": "cursor", "cursor": "x"}, "/cursor", "cursor_invalid"),
    ],
)
async def test_a_body_that_breaks_the_contract_is_refused_by_field(api, feed, path, body, pointer, code):
    court = api.as_court()
    name = f"c-{uuid4().hex[:12]}" if not path else await consumer(court)

    reply = await court.write(named(name, *([path] if path else [])), body, method="POST" if path else "PUT")

    assert reply.status_code == 422, reply.text
    assert (reply.json()["errors"][0]["pointer"], reply.json()["errors"][0]["code"]) == (pointer, code)
    if path:
        await court.send("DELETE", named(name), headers={"Idempotency-Key": uuid4().hex})


async def test_cursors_outside_the_batch_and_of_another_life_are_refused(api, feed):
    court, name = api.as_court(), await consumer(api.as_court())
    batch = await done(leased(court, name, limit=2))

    outside = await committed(court, name, batch, encode(_place(api, 3)))
    beyond = await court.write(named(name, "seek"), {"to": "cursor", "cursor": encode(_place(api, 99))})

    assert (outside.status_code, outside.json()["code"]) == (422, "cursor_outside_lease")
    assert outside.json()["facts"] == {"from": 0, "until": 2}
    assert (beyond.status_code, beyond.json()["code"]) == (409, "feed_epoch_changed")


async def test_a_consumer_in_front_of_what_is_kept_is_told_and_can_be_set_anew(api, feed):
    centre = api.as_centre()
    name = await consumer(centre)
    heads, tenant_id = api.app.state.feed.heads, TenantId(UUID(api.world.centre_id))
    await heads.wait_moved(tenant_id, 3, seconds=10)
    behind = None
    while True:
        batch = await remove_batch(_app_engine(api), before=LATE, now=LATE - timedelta(1), behind=behind, limit=2)
        behind = batch.behind
        if str(behind) == api.world.centre_id or (behind is None and not batch.count):
            break

    gone = await leased(centre, name)
    await done(centre.write(named(name, "seek"), {"to": "beginning"}))

    assert (gone.status_code, gone.json()["code"]) == (410, "cursor_expired")
    assert (await done(leased(centre, name)))["items"] == []


def _app_engine(api):
    return api.app.state.feed.reader._engine
