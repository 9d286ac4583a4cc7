"""The registry over HTTP: one pattern of dated changes for every kind of record, its history, its refusals."""

import json

import pytest

from app.routers.contract import EXAMPLES
from tests.api.callers import TODAY, done
from tests.api.stages import CENTRE, COURT, MEDIATOR, OTHER_CENTRE

CHANGES = sorted(path.stem for path in EXAMPLES.glob("change_*.json"))
NOUN_OF = {
    "change_court": "courts",
    "change_referring_body": "referring-bodies",
    "change_organisation": "organisations",
    "change_mediator": "mediators",
    "change_roster_entry": "rosters",
    "change_channel": "channels",
    "change_client": "clients",
}
SINCE = "2010-01-01"


def example(api, name):
    text = (EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
    world = api.world
    for placeholder, real in {
        COURT: world.court_id,
        CENTRE: world.centre_id,
        OTHER_CENTRE: world.other_centre_id,
        MEDIATOR: world.mediator_id,
    }.items():
        text = text.replace(placeholder, real)
    return json.loads(text)


@pytest.fixture
async def records(api):
    """One record of each kind, fresh for each test."""
    operator, mark = api.as_operator(), str(len(await every(api, "mediators")))

    async def made(noun, **body):
        return (await done(operator.write(f"/v1/{noun}", {"valid_from": SINCE, **body}), 201))["id"]

    tracks = [{"track": "pre_filing_2016", "valid_from": SINCE}]
    court = await made("courts", name=f"丙市人民法院{mark}", level="basic", tracks=tracks)
    centre = await made("organisations", name=f"丙市商会{mark}", kind="chamber")
    mediator = await made("mediators", name="孙调解", organisation_id=centre)
    client = {"tenant_id": court, "name": "program", "scopes": ["feed:read"]}
    return {
        "courts": court,
        "referring-bodies": await made("referring-bodies", name=f"丙市总工会{mark}", kind="union"),
        "organisations": centre,
        "mediators": mediator,
        "rosters": await made("rosters", court_id=court, mediator_id=mediator),
        "channels": await made("channels", court_id=court, organisation_id=centre, mode="hq_to_hq", form="online"),
        "clients": (await done(operator.write("/v1/clients", client), 201))["id"],
    }


async def every(api, noun, **params):
    items, after = [], None
    while True:
        more = {} if after is None else {"after": after}
        page = await done(api.as_operator().get(f"/v1/{noun}", **params, **more))
        items += page["items"]
        after = page["next"]
        if after is None:
            return items


@pytest.mark.parametrize("name", CHANGES)
async def test_every_example_of_a_change_is_taken_and_stands_in_the_history(api, records, name):
    noun = NOUN_OF[name.partition(".")[0]]
    path, body = f"/v1/{noun}/{records[noun]}", example(api, name)
    operator = api.as_operator()

    rehearsed = await done(operator.write(f"{path}/changes", body, dry_run="true"))
    receipt = await operator.write(f"{path}/changes", body, key=f"{name}-{records['courts']}")
    repeated = await operator.write(f"{path}/changes", body, key=f"{name}-{records['courts']}")
    lines = (await done(operator.get(f"{path}/changes")))["items"]

    assert rehearsed == {"dry_run": True}
    assert (receipt.status_code, receipt.headers["location"]) == (201, path)
    assert repeated.headers["idempotency-replayed"] == "true"
    assert (lines[0]["id"], lines[0]["change"]) == (receipt.json()["change_id"], body["change"])
    assert [line["change"] for line in lines[1:]] == (["lineage"] if body["change"] == "move" else [])
    assert lines[0]["valid_from"] == body.get("valid_from", body.get("valid_to", lines[0]["valid_from"]))


@pytest.mark.parametrize("noun", NOUN_OF.values())
async def test_a_change_that_the_kind_does_not_know_is_refused_with_those_that_it_knows(api, records, noun):
    reply = await api.as_operator().write(f"/v1/{noun}/{records[noun]}/changes", {"change": "lunar"})

    (error,) = reply.json()["errors"]
    assert (reply.status_code, error["pointer"]) == (422, "/change")
    assert error["expected"] == ", ".join(sorted(known_changes(noun)))


def known_changes(noun):
    return {name.partition(".")[2] for name in CHANGES if NOUN_OF[name.partition(".")[0]] == noun}


@pytest.mark.parametrize(
    ("noun", "body", "pointer", "code"),
    [
        ("courts", {"change": "rename", "valid_from": TODAY}, "/name", "required"),
        ("courts", {"change": "set", "valid_from": TODAY}, "", "required"),
        ("courts", {"change": "set", "valid_from": TODAY, "duplicate_policy": "lunar"}, "/duplicate_policy", None),
        ("courts", {"change": "end", "valid_to": "2009-01-01"}, "/valid_to", "dates_reversed"),
        ("courts", {"change": "rename", "valid_from": "2009-01-01", "name": "x"}, "/valid_from", None),
        ("organisations", {"change": "move", "valid_from": TODAY}, "/parent_id", "required"),
        ("channels", {"change": "rescope", "valid_from": TODAY}, "", "required"),
        ("channels", {"change": "rescope", "valid_from": TODAY, "cause_roots": ["9999"]}, "/cause_roots/0", None),
        ("rosters", {"change": "train", "valid_from": TODAY, "training_hours": -1, "trained": True}, None, None),
        ("clients", {"change": "set_scopes", "scopes": ["registry:write"]}, "/scopes", "scope_not_grantable"),
        ("mediators", {"change": "rename", "valid_from": TODAY, "name": "x", "more": 1}, "/more", "unknown_field"),
    ],
)
async def test_what_is_wrong_with_a_change_is_named_with_its_field(api, records, noun, body, pointer, code):
    reply = await api.as_operator().write(f"/v1/{noun}/{records[noun]}/changes", body)

    (error,) = reply.json()["errors"]
    assert reply.status_code == 422
    assert error["pointer"] == ("/training_hours" if pointer is None else pointer)
    assert code is None or error["code"] == code


async def test_a_change_of_what_is_not_there_is_404_and_of_others_403(api, records):
    nowhere = "/v1/courts/00000000-0000-7000-8000-000000000000/changes"
    body = {"change": "rename", "valid_from": TODAY, "name": "x"}

    assert (await api.as_operator().write(nowhere, body)).status_code == 404
    assert (await api.as_operator().write("/v1/courts/none/changes", body)).status_code == 404
    assert (await api.as_operator().get(nowhere)).status_code == 404
    mine = f"/v1/courts/{records['courts']}/changes"
    assert (await api.as_court().write(mine, body)).status_code == 403
    assert (await api.as_court().get(mine)).status_code == 200
    assert (await api.as_court().get(f"/v1/clients/{records['clients']}/changes")).status_code == 403


async def test_a_record_is_read_as_it_is_on_the_day_that_is_asked_for(api, records):
    operator, path = api.as_operator(), f"/v1/courts/{records['courts']}"
    settings = {"change": "set", "valid_from": "2030-01-01", "duplicate_policy": "block"}
    await done(operator.write(f"{path}/changes", settings), 201)
    await done(operator.write(f"{path}/changes", {"change": "end", "valid_to": "2030-12-31"}), 201)

    shown = [(await done(operator.get(path, **params)))["duplicate_policy"] for params in ({}, {"on": "2030-01-01"})]
    listed = [
        [row["id"] for row in await every(api, "courts", on=day) if row["id"] == records["courts"]]
        for day in ("2030-12-31", "2031-01-01")
    ]

    assert shown == ["warn", "block"]
    assert listed == [[records["courts"]], []]
    assert (await operator.get(path, on="2030-02-30")).status_code == 422


async def test_one_record_is_read_by_its_id(api, records):
    body = await done(api.as_court().get(f"/v1/referring-bodies/{records['referring-bodies']}"))
    entry = await done(api.as_court().get(f"/v1/rosters/{records['rosters']}"))

    assert (body["kind"], body["valid_from"]) == ("union", SINCE)
    assert (entry["court_id"], entry["mediator_id"]) == (records["courts"], records["mediators"])


async def test_organisations_are_read_as_a_tree(api, records):
    operator, parent = api.as_operator(), records["organisations"]
    body = {"name": f"分会{parent}", "kind": "chamber", "valid_from": SINCE, "parent_id": parent}
    child = (await done(operator.write("/v1/organisations", body), 201))["id"]

    below = await every(api, "organisations", parent_id=parent)
    shown = await done(operator.get(f"/v1/organisations/{parent}"))

    assert [(row["id"], row["ancestor_ids"], row["child_ids"]) for row in below] == [(child, [parent], [])]
    assert shown["child_ids"] == [child]
    circle = {"change": "move", "valid_from": TODAY, "parent_id": child}
    refused = await operator.write(f"/v1/organisations/{parent}/changes", circle)
    assert (refused.status_code, refused.json()["code"]) == (409, "organisation_cycle")


async def test_lists_are_narrowed(api, records):
    court, centre, mediator = records["courts"], records["organisations"], records["mediators"]

    assert [row["id"] for row in await every(api, "channels", court_id=court)] == [records["channels"]]
    assert [row["id"] for row in await every(api, "channels", organisation_id=centre)] == [records["channels"]]
    assert [row["id"] for row in await every(api, "mediators", organisation_id=centre)] == [mediator]
    for narrowed in ({"court_id": court}, {"organisation_id": centre}, {"mediator_id": mediator}, {"on": TODAY}):
        assert records["rosters"] in [row["id"] for row in await every(api, "rosters", **narrowed)]
    assert (await api.as_operator().get("/v1/rosters", court_id="x")).status_code == 422
    assert (await api.as_operator().get("/v1/courts", court_id=court)).status_code == 422


async def test_a_second_channel_of_the_same_two_is_refused_with_the_first(api, records):
    body = {
        "court_id": records["courts"],
        "organisation_id": records["organisations"],
        "mode": "hq_to_hq",
        "form": "online",
        "valid_from": TODAY,
    }

    refused = await api.as_operator().write("/v1/channels", body)

    assert (refused.status_code, refused.json()["code"]) == (409, "channel_overlaps")
    assert refused.json()["facts"] == {"channel_id": records["channels"]}


async def test_a_client_shows_which_keys_live_and_no_secret(api, records):
    operator, path = api.as_operator(), f"/v1/clients/{records['clients']}"
    second = await done(operator.write(f"{path}/keys", {}), 201)
    await done(operator.write(f"{path}/keys/{second['key_id']}/revoke", {}))

    before = await done(operator.get(path))
    await done(operator.write(f"{path}/changes", {"change": "disable"}), 201)
    after = await done(operator.get(path))

    assert [key["live"] for key in before["keys"]] == [True, False]
    assert [key["live"] for key in after["keys"]] == [False, False]
    assert after["disabled_at"]
    assert second["key"] not in json.dumps(after)


async def test_a_referring_body_calls_with_its_own_key(api, records):
    caller = await api.as_client(records["referring-bodies"], ["registry:read"])

    me = await done(caller.get("/v1/me"))

    assert (me["kind"], me["tenant_id"]) == ("referring_body", records["referring-bodies"])
