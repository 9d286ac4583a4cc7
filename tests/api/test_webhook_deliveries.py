"""Deliveries over HTTP: listed, replayed, told; nothing is lost while an endpoint does not deliver."""

import asyncio
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.api.callers import done
from tests.api.webhook_world import PATH, act, made, owner, passed, put, settled, shown, tried


@pytest.fixture
async def feed(api):
    """Two referrals of a fresh court-and-centre world with six events, placed, and the centre's program."""
    first, second = await api.delegated(), await api.delegated()
    for referral in (first, second):
        await done(api.as_centre().act(referral["id"], "accept"))
    await api.place()
    return await owner(api, "centre"), first["id"], second["id"]


async def events(api):
    """The centre's feed as a reader sees it: (position, type, referral)."""
    async with api.engine.connect() as connection:
        rows = await connection.exec_driver_sql(
            "SELECT f.position, v.type, v.subject_id FROM feed_entries AS f JOIN events AS v USING (entry) "
            f"WHERE f.tenant_id = '{api.world.centre_id}' ORDER BY f.position"
        )
        return [(row.position, row.type, str(row.subject_id)) for row in rows]


async def listed(caller, endpoint_id, **params):
    return (await done(caller.get(f"{PATH}/{endpoint_id}/deliveries", **params)))["items"]


async def replay(caller, endpoint_id, **body):
    return await done(caller.write(f"{PATH}/{endpoint_id}/replays", body))


async def test_what_was_never_sent_can_be_sent_and_each_event_has_one_delivery(api, feed):
    """By a range of positions, one alone, by times; repeated under one key it happens once."""
    centre, *_ = feed
    endpoint_id = (await made(centre))["id"]
    early = await centre.write(f"{PATH}/{endpoint_id}/replays", {"from_position": 1})
    await passed(api, endpoint_id)
    known = await events(api)

    nothing = await replay(centre, endpoint_id, only_missing=True)
    one = await replay(centre, endpoint_id, from_position=known[0][0], to_position=known[0][0])
    every = await replay(centre, endpoint_id, since="2020-01-01T00:00:00Z", until="2100-01-01T00:00:00Z")
    rows = await listed(centre, endpoint_id)
    body, key = {"from_position": 1}, uuid4().hex
    twice = [await centre.write(f"{PATH}/{endpoint_id}/replays", body, key=key) for _ in range(2)]

    assert (early.status_code, early.json()["code"]) == (409, "action_not_possible")
    assert (nothing["replayed_count"], one["replayed_count"], every["replayed_count"]) == (0, 1, len(known))
    assert [(x["position"], x["type"], x["referral_id"]) for x in rows] == known
    assert {(x["state"], x["attempt_count"]) for x in rows} == {("waiting", 0)}
    heads = {x["referral_id"]: x["position"] for x in reversed(rows)}
    assert all((x["next_due_at"] is not None) is (heads[x["referral_id"]] == x["position"]) for x in rows)
    assert twice[1].headers["idempotency-replayed"] == "true"
    assert twice[0].json() == twice[1].json()


async def test_deliveries_are_found_by_state_type_referral_and_time_and_come_in_pages(api, feed):
    centre, first, _ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    await replay(centre, endpoint_id, from_position=1)
    rows = await listed(centre, endpoint_id)
    last = rows[-1]["position"]
    await settled(api, endpoint_id, last, "parked", "status")
    await settled(api, endpoint_id, rows[0]["position"], "delivered")

    parked = await listed(centre, endpoint_id, state="parked")
    accepted = await listed(centre, endpoint_id, type="referral.accepted")
    of_first = await listed(centre, endpoint_id, referral_id=first)
    of_no_type = [await listed(centre, endpoint_id, type=text) for text in ("referral.lunar", "referral.\x00")]
    late = await listed(centre, endpoint_id, since="2100-01-01T00:00:00Z")
    page = await done(centre.get(f"{PATH}/{endpoint_id}/deliveries", limit=1))
    following = await done(centre.get(f"{PATH}/{endpoint_id}/deliveries", limit=200, after=page["next"]))
    wrong = [
        await centre.get(f"{PATH}/{endpoint_id}/deliveries", **asked)
        for asked in ({"after": "x"}, {"state": "lunar"}, {"limit": "0"}, {"more": "1"})
    ]

    assert [(x["position"], x["reason"]) for x in parked] == [(last, "status")]
    assert {x["type"] for x in accepted} == {"referral.accepted"}
    assert {x["referral_id"] for x in of_first} == {first}
    assert (of_no_type, late) == ([[], []], [])
    assert [x["position"] for x in page["items"] + following["items"]] == [x["position"] for x in rows]
    assert {reply.status_code for reply in wrong} == {422}


async def test_only_what_did_not_arrive_is_sent_again(api, feed):
    centre, *_ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    await replay(centre, endpoint_id, from_position=1)
    positions = [x["position"] for x in await listed(centre, endpoint_id)]
    for position in positions[:-2]:
        await settled(api, endpoint_id, position, "delivered")
    await settled(api, endpoint_id, positions[-2], "parked", "status")
    await settled(api, endpoint_id, positions[-1], "skipped", "owner")

    missing = await replay(centre, endpoint_id, from_position=1, only_missing=True)

    states = {x["position"]: x["state"] for x in await listed(centre, endpoint_id)}
    assert missing["replayed_count"] == 2
    assert [states[x] for x in positions[-2:]] == ["waiting", "waiting"]
    assert {states[x] for x in positions[:-2]} == {"delivered"}


async def test_whoever_goes_on_says_what_becomes_of_what_waited(api, feed):
    """Delivered, left out, or delivered anew from a position on; what is left out stays listed and can be had later."""
    centre, *_ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    await replay(centre, endpoint_id, from_position=1)
    positions = [x["position"] for x in await listed(centre, endpoint_id)]
    await settled(api, endpoint_id, positions[0], "delivered")

    async def states_after(action, state, **fields):
        await put(api, endpoint_id, state=state)
        assert (await act(centre, endpoint_id, action, **fields)).status_code == 200
        return [x["state"] for x in await listed(centre, endpoint_id)]

    resumed = await states_after("resume", "paused")
    skipped = await states_after("resume", "paused", backlog="skip")
    replayed = await states_after("enable", "disabled", backlog="replay", from_position=positions[-1])
    anew = await states_after("resume", "paused", backlog="replay", since="2020-01-01T00:00:00Z")
    await act(centre, endpoint_id, "remove")
    removed = [x["state"] for x in await listed(centre, endpoint_id)]

    count = len(positions) - 1
    assert resumed == ["delivered", *["waiting"] * count]
    assert skipped == ["delivered", *["skipped"] * count]
    assert replayed == ["delivered", *["skipped"] * (count - 1), "waiting"]
    assert anew == ["waiting"] * (count + 1)
    assert removed == ["skipped"] * (count + 1)


async def test_a_person_parks_what_blocks_a_referral_and_the_next_goes(api, feed):
    """Not what is under way, nor what is settled; a parked one can be had again."""
    centre, first, _ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    await replay(centre, endpoint_id, from_position=1)
    one, two = [x["position"] for x in await listed(centre, endpoint_id, referral_id=first)][:2]

    async def park(position, **more):
        return await centre.write(f"{PATH}/{endpoint_id}/deliveries/{position}/park", {}, **more)

    rehearsed = await park(one, dry_run="true", key=False)
    await lease(api, endpoint_id, first, "gen_random_uuid()")
    under_way = await park(one)
    await lease(api, endpoint_id, first, "NULL")
    parked = await park(one)
    again = await park(one)
    rows = await listed(centre, endpoint_id, referral_id=first)
    for row in rows[1:]:
        assert (await park(row["position"])).status_code == 200
    left = await listed(centre, endpoint_id, referral_id=first, state="waiting")
    lanes = await count_of_lanes(api, endpoint_id, first)
    back = await replay(centre, endpoint_id, from_position=one, to_position=one)
    absent = await park(999_999)

    assert rehearsed.json() == {"dry_run": True}
    assert [(x.status_code, x.json().get("code")) for x in (under_way, again)] == [(409, "delivery_not_waiting")] * 2
    assert parked.json()["position"] == one
    assert [(x["position"], x["state"], x["next_due_at"] is None) for x in rows[:2]] == [
        (one, "parked", True),
        (two, "waiting", False),
    ]
    assert (left, lanes, back["replayed_count"], absent.status_code) == ([], 0, 1, 404)


async def test_a_replay_beside_the_removal_of_its_endpoint_leaves_nothing_waiting(api, feed):
    centre, first, _ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    async with api.engine.connect() as removing:
        await removing.exec_driver_sql("BEGIN")
        await removing.exec_driver_sql(f"UPDATE webhook_endpoints SET state = 'removed' WHERE id = '{endpoint_id}'")
        replaying = asyncio.create_task(centre.write(f"{PATH}/{endpoint_id}/replays", {"from_position": 1}))
        while not (replaying.done() or await somebody_waits(api)):  # noqa: ASYNC110 - a lock tells nobody
            await asyncio.sleep(0)
        await removing.exec_driver_sql("COMMIT")

    refused = await replaying

    assert (refused.status_code, refused.json()["code"]) == (409, "action_not_possible")
    assert await count_of_lanes(api, endpoint_id, first) == 0


_MANY = """
WITH event AS (
    INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body, actor,
        audience, previous, hash)
    SELECT gen_random_uuid(), 'referral', gen_random_uuid(), 1, 'referral.accepted', current_date, now(), now(), '{}',
        '{"role": "court"}', ARRAY[CAST(:tenant AS uuid)], '', ''
    FROM generate_series(1, 1001) RETURNING entry
)
INSERT INTO unplaced (entry) SELECT entry FROM event
"""


async def test_who_goes_on_with_more_than_one_replay_holds_is_told_from_where(api):
    """A replay from there on brings the rest."""
    chamber = await api.registered("organisations", name=f"商会{uuid4().hex[:8]}", kind="chamber")
    caller = await owner(api, chamber)
    endpoint_id = (await made(caller))["id"]
    await passed(api, endpoint_id)
    await done(act(caller, endpoint_id, "pause"))
    async with api.engine.begin() as connection:
        await connection.execute(text(_MANY), {"tenant": chamber})
    await api.place()

    resumed = await done(act(caller, endpoint_id, "resume", backlog="replay", from_position=1))
    rest = await replay(caller, endpoint_id, from_position=resumed["next_position"])
    await done(act(caller, endpoint_id, "pause"))
    whole = await done(act(caller, endpoint_id, "resume", backlog="replay", from_position=2))

    assert (resumed["next_position"], whole["next_position"]) == (1_001, None)
    assert (rest["replayed_count"], rest["next_position"]) == (1, None)


async def somebody_waits(api):
    async with api.engine.connect() as connection:
        found = await connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return found.scalar()


async def lease(api, endpoint_id, referral_id, token):
    """A worker took the head of the lane, or let it go."""
    until = "NULL" if token == "NULL" else "now()"
    async with api.engine.begin() as connection:
        await connection.exec_driver_sql(
            f"UPDATE lanes SET lease_token = {token}, lease_until = {until} "
            f"WHERE endpoint_id = '{endpoint_id}' AND subject_id = '{referral_id}'"
        )


async def count_of_lanes(api, endpoint_id, referral_id):
    async with api.engine.connect() as connection:
        found = await connection.exec_driver_sql(
            f"SELECT count(*) FROM lanes WHERE endpoint_id = '{endpoint_id}' AND subject_id = '{referral_id}'"
        )
        return found.scalar()


async def test_filters_choose_what_is_made_anew(api, feed):
    centre, *_ = feed
    chosen = {"types": ["referral.accepted"], "court_ids": [api.world.court_id]}
    endpoint_id = (await made(centre, **chosen))["id"]
    elsewhere = (await made(centre, court_ids=[api.world.other_court_id]))["id"]
    for each in (endpoint_id, elsewhere):
        await passed(api, each)
        await replay(centre, each, from_position=1)

    assert {x["type"] for x in await listed(centre, endpoint_id)} == {"referral.accepted"}
    assert await listed(centre, elsewhere) == []


async def test_attempts_are_told_with_what_came_back_and_health_with_what_waits(api, feed):
    centre, *_ = feed
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    await replay(centre, endpoint_id, from_position=1)
    position = (await listed(centre, endpoint_id))[0]["position"]
    await tried(api, endpoint_id, position, outcome="retry", status=503, answer="忙".encode())
    await tried(api, endpoint_id, position, number=2, step=2, answer=None)
    await tried(api, endpoint_id, None, kind="challenge")

    at = f"{PATH}/{endpoint_id}"
    attempts = await done(centre.get(f"{at}/deliveries/{position}/attempts"))
    page = await done(centre.get(f"{at}/deliveries/{position}/attempts", limit=1))
    errands = await done(centre.get(f"{at}/errands"))
    health = await shown(centre, endpoint_id, "health")
    absent = [await centre.get(f"{at}/deliveries/{x}/attempts") for x in ("0", "x", "999999", "9" * 30)]

    told = [(x["number"], x["outcome"], x["status"], x["answer"]) for x in attempts["items"]]
    assert told == [(1, "retry", 503, "忙"), (2, "delivered", 200, None)]
    assert attempts["items"][0]["request_headers"] == {"webhook-signature": "***"}
    assert (len(page["items"]), page["next"]) == (1, "1")
    assert [(x["kind"], x["position"]) for x in errands["items"]] == [("challenge", None)]
    assert (health["waiting_count"], health["parked_count"]) == (len(await events(api)), 0)
    assert health["oldest_waiting_at"] is not None
    assert {reply.status_code for reply in absent} == {404}


async def test_each_side_learns_whether_the_other_was_told_and_nothing_of_where(api, feed):
    """The worst that is true of its endpoints; not of a tenant's own, and not in lists."""
    centre, first, second = feed
    court = await owner(api)

    async def told(caller, referral_id):
        shown = await done(caller.get(f"/v1/referrals/{referral_id}", expand="delivery_status"))
        return [(x["tenant_id"], x["status"]) for x in shown["expanded"]["delivery_status"]]

    before = await told(court, first)
    for each in (await done(centre.get(PATH)))["items"]:
        await act(centre, each["id"], "remove")
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    none = await told(court, first)
    await replay(centre, endpoint_id, from_position=1)
    waiting = await told(court, first)
    rows = await listed(centre, endpoint_id, referral_id=first)
    await put_tried(api, endpoint_id, rows[0]["position"])
    failing = await told(court, first)
    for row in rows:
        await settled(api, endpoint_id, row["position"], "delivered")
        await tried(api, endpoint_id, row["position"], step=row["position"])
    delivered = await told(court, first)
    await settled(api, endpoint_id, rows[0]["position"], "parked", "status")
    parked = await told(court, first)
    other = await told(court, second)
    of_court = await told(centre, first)
    stranger = await (await owner(api, "other_court")).get(f"/v1/referrals/{first}", expand="delivery_status")

    side = api.world.centre_id
    assert {x for x, _ in before} == {side}
    assert [x[0] for x in (none, waiting, failing, delivered, parked)] == [
        (side, status) for status in ("not_configured", "waiting", "failing", "delivered", "parked")
    ]
    assert other == [(side, "waiting")]
    assert of_court == [(api.world.court_id, "not_configured")]
    assert stranger.status_code == 404


async def put_tried(api, endpoint_id, position):
    async with api.engine.begin() as connection:
        await connection.exec_driver_sql(
            f"UPDATE deliveries SET attempt_count = 1 WHERE endpoint_id = '{endpoint_id}' AND position = {position}"
        )
