"""The generated Python client against the running service: a whole course, the feed, lists, and every kind of no."""

import asyncio
import os
import re
import sys
from pathlib import Path

import httpx
import pytest

from tests.api.callers import APPLICANT_ID, delegation
from tests.journeys.processes import installed

FOLDER = Path(__file__).parents[2] / "openapi" / "clients" / "python"
NOTICES = {"rights_notice_given": True, "sham_warning_given": True, "service_address_form": True}
EXAMPLE_SECONDS = 60
HELD = {"status": 200, "type": "", "title": "", "instance": "", "allowed_actions": None, "blocked_actions": None}


@pytest.fixture(scope="module")
def client():
    """The package as somebody would have it who copied the folder."""
    sys.path.insert(0, str(FOLDER))
    import sutiao_client  # noqa: PLC0415 - it stands outside this project's packages

    yield sutiao_client
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
async def running(module_database_urls, tmp_path_factory):
    async with installed(module_database_urls, tmp_path_factory.mktemp("client"), with_worker=True) as installation:
        yield installation


@pytest.fixture(scope="module")
async def world(running):
    return await running.world()


@pytest.fixture(scope="module")
async def court(client, running, world):
    async with client.Client(running.wires[0].url, key=world.court.key, language="en") as api:
        yield api


@pytest.fixture(scope="module")
async def centre(client, running, world):
    async with client.Client(running.wires[0].url, key=world.centre.key) as api:
        yield api


@pytest.mark.slow
async def test_a_referral_travels_from_delegation_to_its_result(court, centre, world):
    """Delegated, accepted, mediated, agreed, signed, reported: with the version of each answer for the next step."""
    opened = await court.open_referral(delegation(world.centre.tenant_id))
    referral_id, version = opened["id"], opened["version"]
    parties = [party["id"] for party in (await centre.get_referral(referral_id))["parties"]]
    check = {"party_id": parties[1], "id_type": "resident_id", "id_number": APPLICANT_ID}
    steps = [
        {"action": "accept"},
        {"action": "assign_mediator", "mediator_id": world.mediator_id},
        {"action": "start", "identities": [check], **NOTICES},
        {"action": "end", "reason": "agreement_reached"},
        {"action": "draft_agreement", "terms": [{"text": "一次付清"}]},
        *({"action": "sign", "role": "party", "party_id": each, "means": "electronic"} for each in parties),
        {"action": "report_result"},
    ]

    for step in steps:
        receipt = await centre.take_transition(referral_id, step, if_match=version)
        assert receipt["version"] == version + 1
        version = receipt["version"]

    assert (await court.get_referral(referral_id))["state"] == "closed"
    history = await court.list_history(referral_id)
    assert [item["data"]["action"] for item in history["items"]] == ["delegate", *(step["action"] for step in steps)]
    assert (await court.get_agreement(referral_id))["missing"] == []


@pytest.mark.slow
async def test_the_feed_goes_on_behind_what_was_kept_and_ends_where_nothing_is_new(court, centre, world):
    kept, seen = None, []
    opened = await court.open_referral(delegation(world.centre.tenant_id))
    while opened["id"] not in {event["referral_id"] for event in seen}:
        async for page in court.feed(after=kept, limit=2, wait=5):
            kept, seen = page.next, [*seen, *page.items]
            break
    await centre.take_transition(opened["id"], {"action": "accept"}, if_match="*")

    async for page in court.feed(after=kept, wait=5):
        later = page
        break

    assert [event["position"] for event in seen] == list(range(1, len(seen) + 1))
    assert [event["type"] for event in later.items] == ["referral.accepted"]
    assert [page async for page in court.feed(after=later.next)] == []


@pytest.mark.slow
async def test_stream_and_batches_give_what_the_pages_give_and_filters_keep_back(court, centre, world):
    opened = await court.open_referral(delegation(world.centre.tenant_id))
    await centre.take_transition(opened["id"], {"action": "accept"}, if_match="*")
    await court.put_consumer("journey", {"start": {"to": "beginning"}})
    pages, streamed, leased = [], [], []

    async for page in court.feed(wait=5):
        pages += page.items
        if pages[-1]["type"] == "referral.accepted" and pages[-1]["referral_id"] == opened["id"]:
            break
    async for page in court.stream():
        streamed += page.items
        if len(streamed) == len(pages):
            break
    async for batch in court.batches("journey", limit=2):
        leased += batch["items"]
    accepted = [event async for event in court.events(limit=1, types=["referral.accepted"])]

    assert streamed == pages
    assert leased == pages
    assert accepted == [event for event in pages if event["type"] == "referral.accepted"]
    assert (await court.get_consumer("journey"))["behind_count"] == 0


@pytest.mark.slow
async def test_single_events_are_those_of_the_pages_and_end_where_the_feed_ends(court, world):
    opened = await court.open_referral(delegation(world.centre.tenant_id))
    async for page in court.feed(wait=5):
        if opened["id"] in {event["referral_id"] for event in page.items}:
            break

    events = [event async for event in court.events(limit=1)]

    assert events == [event async for page in court.feed() for event in page.items]
    assert opened["id"] in {event["referral_id"] for event in events}


@pytest.mark.slow
async def test_the_example_of_the_readme_prints_what_the_readme_shows(running):
    """In a world of its own, so that positions and lists begin with it."""
    world = await running.world()
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    example, shown = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", readme, re.DOTALL).groups()
    known = {
        "API": running.wires[0].url,
        "COURT_KEY": world.court.key,
        "CENTRE_KEY": world.centre.key,
        "CENTRE": world.centre.tenant_id,
    }

    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        example,
        env={**os.environ, **known, "PYTHONPATH": str(FOLDER), "no_proxy": "*"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(child.communicate(), EXAMPLE_SECONDS)

    assert (child.returncode, err.decode()) == (0, "")
    assert out.decode() == shown


def test_the_readme_names_every_exception_with_its_statuses(client):
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+Error)` \| ([\d, ]+) \|", readme, re.MULTILINE)

    assert {name: {int(status) for status in told.split(",")} for name, told in rows} == {
        kind.__name__: set(kind.statuses) for kind in client.errors.KINDS
    }


@pytest.mark.slow
async def test_a_list_is_walked_to_its_end(court, world):
    made = {(await court.open_referral(delegation(world.centre.tenant_id)))["id"] for _ in range(3)}

    pages = [page async for page in court.list_referrals_pages(limit=1, state="awaiting_acceptance")]

    assert {row["id"] for page in pages for row in page["items"]} >= made
    assert all(len(page["items"]) == 1 for page in pages)


@pytest.mark.slow
async def test_a_repeat_with_the_same_key_happens_once_and_a_dry_run_not_at_all(court, world):
    body = delegation(world.centre.tenant_id)

    rehearsed = await court.open_referral(body, dry_run=True)
    first = await court.open_referral(body, idempotency_key="the-client-s-own")
    again = await court.open_referral(body, idempotency_key="the-client-s-own")
    other = await court.open_referral(body)

    assert "id" not in rehearsed or rehearsed["id"] is None
    assert again == first
    assert other["id"] != first["id"]


@pytest.mark.slow
async def test_every_kind_of_no_is_an_exception_of_its_own(client, running, court, centre, world):
    opened = await court.open_referral(delegation(world.centre.tenant_id))
    referral_id = opened["id"]

    with pytest.raises(client.RefusedError) as refused:
        await centre.take_transition(referral_id, {"action": "end_appraisal"}, if_match="*")
    with pytest.raises(client.StaleError) as stale:
        await centre.take_transition(referral_id, {"action": "accept"}, if_match=7)
    with pytest.raises(client.NotThereError):
        await centre.get_referral("a/../b")
    with pytest.raises(client.ForbiddenError):
        await centre.list_clients()
    with pytest.raises(client.InvalidError) as invalid:
        await court.open_referral({**delegation(world.centre.tenant_id), "claim_amount": "much"})
    async with client.Client(running.wires[0].url, key="sutiao_nobody") as nobody:
        with pytest.raises(client.UnknownCallerError):
            await nobody.get_me()

    assert refused.value.code == "action_not_possible"
    assert "accept" in refused.value.problem["allowed_actions"]
    assert (stale.value.code, stale.value.facts["version"]) == ("version_stale", 1)
    assert invalid.value.fields == {"/claim_amount": "malformed"}
    assert all(isinstance(error.value, client.ProblemError) for error in (refused, stale, invalid))


def answering(client, *replies):
    """A client before a service that gives these answers, and the requests that came."""
    came, waiting = [], list(replies)

    def answer(request):
        came.append(request)
        reply = waiting.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return client.Client("http://sutiao/", key="k", http=http, repeats=2), came


def throttled():
    problem = {**HELD, "status": 429, "code": "too_many_requests", "detail": "", "errors": [], "facts": {}}
    return httpx.Response(429, json=problem, headers={"Retry-After": "0"})


async def test_a_throttled_write_is_sent_again_under_the_same_key(client):
    api, came = answering(client, throttled(), throttled(), httpx.Response(201, json={"id": "1"}))

    async with api:
        made = await api.open_referral({})

    assert made == {"id": "1"}
    assert len({request.headers["idempotency-key"] for request in came}) == 1
    assert len(came) == 3


async def test_repeats_have_an_end(client):
    api, came = answering(client, throttled(), throttled(), throttled())

    async with api:
        with pytest.raises(client.ThrottledError) as error:
            await api.get_me()

    assert (len(came), error.value.retry_after) == (3, 0.0)


async def test_no_answer_is_tried_again_and_then_said(client):
    silent = [httpx.ConnectError("nobody there") for _ in range(3)]
    api, came = answering(client, silent[0], httpx.Response(200, json={"kind": "court"}), *silent)

    async with api:
        assert (await api.get_me())["kind"] == "court"
        with pytest.raises(httpx.ConnectError):
            await api.get_me()

    assert len(came) == 5


async def test_an_answer_of_something_in_between_is_an_exception_too(client):
    api, _ = answering(client, httpx.Response(418, text="<html>"), httpx.Response(404, json=["no problem"]))

    async with api:
        with pytest.raises(client.ProblemError) as odd:
            await api.get_me()
        with pytest.raises(client.NotThereError) as bare:
            await api.get_me()

    assert (odd.value.status, odd.value.code, bare.value.code) == (418, "unreadable", "unreadable")


async def test_what_is_sent_is_quoted_and_what_is_left_out_is_not_sent(client):
    api, came = answering(client, *(httpx.Response(200, json={}) for _ in range(2)))

    async with api:
        await api.get_referral("a/b?c")
        await api.list_parties("x", reveal=True)

    assert came[0].url.raw_path == b"/v1/referrals/a%2Fb%3Fc"
    assert came[1].url.query == b"reveal=true"
    assert came[1].headers["authorization"] == "Bearer k"
