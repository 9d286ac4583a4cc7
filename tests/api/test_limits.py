"""How often a client may ask: told with every answer, refused above it, and never mixed up between clients."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.routers.limits import CLIENTS_MAX, Limiter
from tests.api.callers import delegation, done
from tests.api.test_series import a_series, moved

ONE, OTHER = UUID(int=1), UUID(int=2)


class Clock:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


def told(headers):
    return {name.decode(): value.decode() for name, value in headers}


def waits(limiter, client, times):
    return [limiter.take(client)[1] for _ in range(times)]


def test_a_burst_passes_and_the_next_request_waits():
    limiter = Limiter(per_second=2, burst=3, now=Clock())

    assert waits(limiter, ONE, 4) == [0, 0, 0, 1]


def test_a_bucket_fills_with_time_and_never_beyond_its_burst():
    clock = Clock()
    limiter = Limiter(per_second=2, burst=3, now=clock)
    waits(limiter, ONE, 3)

    clock.seconds += 0.5
    assert waits(limiter, ONE, 2) == [0, 1]
    clock.seconds += 1000
    assert waits(limiter, ONE, 4) == [0, 0, 0, 1]


def test_a_refused_request_costs_nothing():
    """Who goes on asking while it must wait does not wait for ever."""
    clock = Clock()
    limiter = Limiter(per_second=1, burst=1, now=clock)
    limiter.take(ONE)

    for _ in range(10):
        clock.seconds += 0.0999
        waits(limiter, ONE, 1)
    clock.seconds += 0.01

    assert waits(limiter, ONE, 1) == [0]


def test_one_client_takes_nothing_from_another():
    limiter = Limiter(per_second=1, burst=1, now=Clock())

    assert waits(limiter, ONE, 2) == [0, 1]
    assert waits(limiter, OTHER, 1) == [0]


@pytest.mark.parametrize(("per_second", "seconds"), [(0.1, 10), (0.25, 4), (1, 1), (600, 1)])
def test_the_wait_is_whole_seconds_and_enough(per_second, seconds):
    clock = Clock()
    limiter = Limiter(per_second=per_second, burst=1, now=clock)
    limiter.take(ONE)

    assert waits(limiter, ONE, 1) == [seconds]
    clock.seconds += seconds
    assert waits(limiter, ONE, 1) == [0]


def test_the_headers_say_what_holds_and_what_is_left():
    clock = Clock()
    limiter = Limiter(per_second=600, burst=1200, now=clock)

    first = told(limiter.take(ONE)[0])
    for _ in range(899):
        limiter.take(ONE)
    later = told(limiter.take(ONE)[0])

    assert first == {"ratelimit-policy": '"client";q=1200;w=2', "ratelimit": '"client";r=1199;t=1'}
    assert later["ratelimit"] == '"client";r=299;t=2'


def test_a_limit_of_0_is_none():
    limiter = Limiter(per_second=0, burst=1)

    assert [limiter.take(ONE) for _ in range(3)] == [((), 0)] * 3


def test_a_request_that_does_the_work_of_many_takes_as_many():
    clock = Clock()
    limiter = Limiter(per_second=2, burst=10, now=clock)
    limiter.take(ONE)

    taken, short = limiter.take_more(ONE, 6), limiter.take_more(ONE, 6)

    assert (told(taken[0])["ratelimit"], taken[1]) == ('"client";r=3;t=4', 0)
    assert (told(short[0])["ratelimit"], short[1]) == ('"client";r=3;t=4', 2)


def test_what_no_bucket_holds_passes_with_a_full_one_and_has_to_flow_back():
    clock = Clock()
    limiter = Limiter(per_second=1, burst=10, now=clock)
    limiter.take(ONE)

    assert limiter.take_more(ONE, 29)[1] == 0
    assert waits(limiter, ONE, 1) == [21]
    assert told(limiter.take(ONE)[0])["ratelimit"] == '"client";r=0;t=30'


def test_more_than_one_costs_nothing_where_there_is_no_limit():
    assert Limiter(per_second=0, burst=1).take_more(ONE, 500) == ((), 0)


def test_only_so_many_buckets_are_kept_and_the_idlest_goes_first():
    limiter = Limiter(per_second=1, burst=1, now=Clock())
    limiter.take(ONE)
    limiter.take(OTHER)
    limiter.take(ONE)

    for number in range(10, 10 + CLIENTS_MAX - 1):
        limiter.take(UUID(int=number))

    assert waits(limiter, ONE, 1) == [1]
    assert waits(limiter, OTHER, 1) == [0]


async def test_every_answer_to_a_known_key_tells_the_limit(api):
    referral_id = (await api.delegated())["id"]
    court = api.as_court()

    answers = [
        await court.get("/v1/events"),
        await court.get("/v1/referrals"),
        await court.get(f"/v1/referrals/{referral_id}"),
        await court.get("/v1/referrals/none"),
        await court.act(referral_id, "accept"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 404, 409]
    for answer in answers:
        assert answer.headers.get_list("ratelimit-policy") == ['"client";q=1200;w=2']
        assert answer.headers["ratelimit"].startswith('"client";r=')


async def test_an_unknown_caller_and_an_open_address_are_told_no_limit(api):
    for path in ("/v1/me", "/livez"):
        assert "ratelimit" not in (await api.as_nobody().get(path)).headers


@pytest.fixture
def tight(api):
    """A limit of two requests, of which one comes back every thousand seconds."""
    house = api.app.state.house
    api.app.state.house = replace(house, limiter=Limiter(per_second=0.001, burst=2))
    yield api
    api.app.state.house = house


@pytest.mark.parametrize("path", ["/v1/events", "/v1/me", "/v1/lifecycle", "/v1/referrals"])
async def test_above_the_limit_every_address_refuses_and_says_how_long(tight, path):
    """Each request counts once, also where both a router and its route ask who is calling."""
    caller = await tight.as_client(tight.world.court_id, ["feed:read", "referrals:read"], name=path)

    answers = [await caller.get(path) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "too_many_requests"
    assert 900 <= int(answers[2].headers["retry-after"]) <= 1000
    assert answers[2].headers["ratelimit"].startswith('"client";r=0;t=')
    assert await done(tight.as_centre().get(path))


async def test_a_throttled_write_did_nothing_and_left_its_key_free(tight):
    court = await tight.as_client(tight.world.court_id, ["referrals:write", "referrals:read"], name="writer")
    body = delegation(tight.world.centre_id, court_reference="once only")
    [await court.get("/v1/me") for _ in range(2)]

    refused = await court.write("/v1/referrals", body, key="a-key")
    tight.app.state.house = replace(tight.app.state.house, limiter=Limiter(per_second=0, burst=1))
    made = await court.write("/v1/referrals", body, key="a-key")

    assert (refused.status_code, made.status_code) == (429, 201)
    assert "idempotency-replayed" not in made.headers


@pytest.mark.parametrize("dry_run", ["false", "true"])
async def test_an_action_on_a_series_counts_for_each_member_before_the_first_moves(api, dry_run):
    """Of four requests two are gone and the action is the third: one is left, and three members need two more."""
    series_id, members = await a_series(api, 3)
    centre = await api.as_client(api.world.centre_id, ["referrals:write", "referrals:read"], name=f"group {dry_run}")
    house = api.app.state.house
    api.app.state.house = replace(house, limiter=Limiter(per_second=0.001, burst=4))
    await done(centre.get("/v1/me"))
    await done(centre.get("/v1/me"))

    refused = await moved(centre, series_id, "accept", key="group", params={"dry_run": dry_run})
    states = {(await api.referral(referral_id))["state"] for referral_id in members}
    api.app.state.house = replace(house, limiter=Limiter(per_second=0.001, burst=4))
    passed = await moved(centre, series_id, "accept", key="group", params={"dry_run": dry_run})
    api.app.state.house = house

    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
    assert 900 <= int(refused.headers["retry-after"]) <= 1000
    assert states == {"awaiting_acceptance"}
    assert [item["status"] for item in passed.json()["items"]] == [200, 200, 200]
    assert passed.headers["ratelimit"].startswith('"client";r=1;')


async def test_an_action_on_a_series_of_nobody_gives_nothing_back(api):
    series_id, _ = await a_series(api, 0)
    court = await api.as_client(api.world.court_id, ["referrals:write", "referrals:read"], name="of nobody")
    house = api.app.state.house
    api.app.state.house = replace(house, limiter=Limiter(per_second=0.001, burst=4))
    await done(court.get("/v1/me"))
    passed = await moved(court, series_id, "take_back")
    api.app.state.house = house

    assert passed.headers["ratelimit"].startswith('"client";r=2;')
