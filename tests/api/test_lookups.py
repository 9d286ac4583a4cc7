"""Lists, the registry, reference data, keys, health: everything beside the life of a referral."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from app.adapters.reference_data import load_causes
from app.domain.codes import CODE_LISTS
from app.domain.lifecycle.apply import ROWS
from tests.api.callers import TODAY, delegation, done

NOUNS = {"courts": 2, "organisations": 2, "mediators": 2, "channels": 2, "clients": 5}


async def test_a_list_of_referrals_is_walked_page_by_page(api):
    """Following Link reaches every referral once, newest first."""
    made = [(await api.delegated(court_reference=f"N{n}"))["id"] for n in range(5)]

    seen, path = [], "/v1/referrals?limit=2&state=awaiting_acceptance"
    while path:
        reply = await api.as_court().send("GET", path)
        seen += [row["id"] for row in reply.json()["items"]]
        path = reply.links.get("next", {}).get("url")
        assert (path is None) == (reply.json()["next"] is None)

    assert seen[:5] == made[::-1]
    assert len(seen) == len(set(seen))


async def test_a_list_can_be_narrowed_to_state_and_stage(api):
    referral_id = (await api.delegated())["id"]
    await done(api.as_centre().act(referral_id, "accept"))

    accepted = await done(api.as_court().get("/v1/referrals", state="accepted", stage="accepted"))
    closed = await done(api.as_court().get("/v1/referrals", stage="closed"))

    assert [row["id"] for row in accepted["items"]] == [referral_id]
    assert closed["items"] == []


async def test_a_history_is_walked_page_by_page(api):
    referral_id = (await api.delegated())["id"]
    await done(api.as_centre().act(referral_id, "accept"))
    path = f"/v1/referrals/{referral_id}/history"

    first = await done(api.as_court().get(path, limit=1))
    rest = await done(api.as_court().get(path, limit=1, after=first["next"]))

    assert [item["referral_version"] for item in first["items"] + rest["items"]] == [1, 2]
    assert rest["next"] is None


@pytest.mark.parametrize("noun", NOUNS)
async def test_the_registry_can_be_walked_and_each_record_read(api, noun):
    operator = api.as_operator()

    first = await done(operator.get(f"/v1/{noun}", limit=1))
    rest = await done(operator.get(f"/v1/{noun}", after=first["next"]))

    rows = first["items"] + rest["items"]
    assert len(rows) >= NOUNS[noun]
    for row in rows:
        assert await done(operator.get(f"/v1/{noun}/{row['id']}")) == row


async def test_only_an_operator_writes_to_the_registry_and_reads_clients(api):
    body = {"name": "丙市人民法院", "level": "basic", "valid_from": "2020-01-01", "tracks": []}

    assert (await api.as_court().write("/v1/courts", body)).status_code == 403
    assert (await api.as_court().get("/v1/clients")).status_code == 403
    assert (await api.as_court().get("/v1/courts")).status_code == 200


@pytest.mark.parametrize(
    ("noun", "change", "pointer", "code"),
    [
        ("courts", {"level": "lunar"}, "/level", "unknown_code"),
        ("courts", {"tracks": []}, "/tracks", "too_short"),
        ("courts", {"valid_to": "2009-01-01"}, "/valid_to", "dates_reversed"),
        ("courts", {"name": "甲市人民法院"}, "/name", "name_taken"),
        ("organisations", {"parent_id": "00000000-0000-7000-8000-000000000000"}, "/parent_id", "unknown_reference"),
        ("organisations", {"kind": "lunar"}, "/kind", "unknown_code"),
        ("channels", {"cause_roots": ["9999"]}, "/cause_roots/0", "unknown_code"),
        ("channels", {"cause_roots": ["x"]}, "/cause_roots/0", "malformed"),
        ("channels", {"court_id": "00000000-0000-7000-8000-000000000000"}, "/court_id", "unknown_reference"),
        ("clients", {"scopes": ["clients:write"]}, "/scopes", "scope_not_grantable"),
        ("clients", {"expires_at": "2026-01-01T00:00:00"}, "/expires_at", "malformed"),
        ("clients", {"expires_at": 5}, "/expires_at", "wrong_type"),
        ("clients", {"expires_at": "9999-12-31T23:59:59.999999Z"}, "/expires_at", "out_of_range"),
        ("clients", {"expires_at": "9999-12-31T23:59:59-14:00"}, "/expires_at", "out_of_range"),
        ("clients", {"expires_at": "0001-01-01T00:00:00Z"}, "/expires_at", "out_of_range"),
        ("clients", {"expires_at": "0001-01-01T00:00:00+14:00"}, "/expires_at", "out_of_range"),
        ("clients", {"expires_at": "2101-01-01T00:00:00+00:00"}, "/expires_at", "out_of_range"),
        ("clients", {"expires_at": "2020-01-01T00:00:00Z"}, "/expires_at", "out_of_range"),
    ],
)
async def test_what_the_registry_does_not_take_is_named(api, noun, change, pointer, code):
    dated = {"valid_from": "2010-01-01"}
    bodies = {
        "courts": {
            "name": "丁市人民法院",
            "level": "basic",
            "tracks": [{"track": "pre_filing_2022", **dated}],
            **dated,
        },
        "organisations": {"name": "丁市商会", "kind": "chamber", **dated},
        "channels": {
            "court_id": api.world.court_id,
            "organisation_id": api.world.centre_id,
            "mode": "hq_to_hq",
            "form": "online",
            **dated,
        },
        "clients": {"tenant_id": api.world.court_id, "name": "x", "scopes": ["feed:read"]},
    }

    reply = await api.as_operator().write(f"/v1/{noun}", {**bodies[noun], **change})

    assert reply.status_code == 422
    assert [(error["pointer"], error["code"]) for error in reply.json()["errors"]] == [(pointer, code)]


@pytest.mark.parametrize(
    "expires_at", ["9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00+14:00", "2020-01-01T00:00:00Z"]
)
async def test_a_further_key_ends_in_a_time_to_come_that_can_be_stored(api, expires_at):
    operator = api.as_operator()
    body = {"tenant_id": api.world.court_id, "name": "dated", "scopes": ["referrals:read"]}
    made = await done(operator.write("/v1/clients", {**body, "expires_at": "2100-12-31T23:59:59+08:00"}), 201)
    client = f"/v1/clients/{made['id']}"

    refused = await operator.write(f"{client}/keys", {"expires_at": expires_at})

    assert refused.status_code == 422
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [("/expires_at", "out_of_range")]
    (key,) = (await done(operator.get(client)))["keys"]
    assert datetime.fromisoformat(key["expires_at"]) == datetime(2100, 12, 31, 15, 59, 59, tzinfo=UTC)


async def test_a_key_is_shown_once_changed_without_a_gap_and_revoked(api):
    operator = api.as_operator()
    body = {"tenant_id": api.world.court_id, "name": "rotating", "scopes": ["referrals:read"]}
    made = await operator.write("/v1/clients", body, key="once")
    client = f"/v1/clients/{made.json()['id']}"

    repeated = await operator.write("/v1/clients", body, key="once")
    second = await done(operator.write(f"{client}/keys", {}), 201)
    third = await operator.write(f"{client}/keys", {})
    revoked = await operator.write(f"{client}/keys/{made.json()['key_id']}/revoke", {})

    assert repeated.json() == {**made.json(), "key": None}
    assert (third.status_code, third.json()["code"]) == (409, "too_many_keys")
    assert revoked.status_code == 200
    assert (await api.caller(second["key"]).get("/v1/me")).status_code == 200
    assert (await api.caller(made.json()["key"]).get("/v1/me")).status_code == 401
    keys = (await done(operator.get(client)))["keys"]
    assert [key["revoked_at"] is None for key in keys] == [False, True]


async def test_a_secret_is_kept_nowhere(api):
    body = {"tenant_id": api.world.court_id, "name": "secret", "scopes": ["referrals:read"]}
    made = await done(api.as_operator().write("/v1/clients", body), 201)
    secret = made["key"].rsplit("_", 1)[1]

    async with api.engine.connect() as connection:
        kept = await connection.scalar(text("SELECT string_agg(answer::text, '') FROM idempotency_keys"))

    assert secret not in kept


async def test_a_caller_learns_whom_its_key_stands_for(api):
    me = await done(api.as_centre().get("/v1/me"))

    assert (me["tenant_id"], me["kind"]) == (api.world.centre_id, "organisation")


async def test_the_lifecycle_is_served_as_it_decides(api):
    told = await done(api.as_court().get("/v1/lifecycle"))
    rows = told["rows"]
    assert {"id": "T31", "mark": "secondary", "off": False}.items() <= told["switches"][3].items()

    assert [(row["action"], row["before"], row["after"]) for row in rows] == [
        (row.action.value, row.before, row.after) for row in ROWS
    ]


async def test_code_lists_are_served_whole(api):
    names = (await done(api.as_court().get("/v1/code-lists")))["items"]

    assert names == [*CODE_LISTS, "cause"]
    for name in CODE_LISTS:
        codes = (await done(api.as_court().get(f"/v1/code-lists/{name}")))["codes"]
        assert [code["code"] for code in codes] == [row.code for row in CODE_LISTS[name]]
    assert (await api.as_court().get("/v1/code-lists/none")).status_code == 404


async def test_causes_are_served_as_a_code_list(api):
    shown = await done(api.as_court().get("/v1/code-lists/cause"))

    assert [(code["code"], code["zh"]) for code in shown["codes"]] == [(row.code, row.name) for row in load_causes()]


@pytest.mark.parametrize(
    ("noun", "body", "faults"),
    [
        (
            "courts",
            {"name": "x", "level": "basic", "tracks": [{"track": "lunar", "valid_from": TODAY}], "valid_from": TODAY},
            [("/tracks/0/track", "GET /v1/code-lists/track")],
        ),
        (
            "courts",
            {"name": "x", "level": "lunar", "tracks": [], "valid_from": TODAY},
            [("/level", "GET /v1/code-lists/court_level"), ("/tracks", "至少 1")],
        ),
        (
            "clients",
            {"tenant_id": "00000000-0000-7000-8000-000000000000", "name": "x", "scopes": ["lunar"]},
            [("/scopes/0", "GET /v1/code-lists/scope")],
        ),
        (
            "organisations",
            {"name": "x", "kind": "lunar", "valid_from": TODAY},
            [("/kind", "GET /v1/code-lists/organisation_kind")],
        ),
    ],
)
async def test_a_list_is_called_too_short_only_where_its_items_are_right(api, noun, body, faults):
    reply = await api.as_operator().write(f"/v1/{noun}", body)

    assert [(error["pointer"], error["expected"]) for error in reply.json()["errors"]] == faults


async def test_a_registry_refusal_names_its_list_as_well(api):
    body = {
        "court_id": api.world.court_id,
        "organisation_id": api.world.centre_id,
        "mode": "hq_to_hq",
        "form": "online",
        "cause_roots": ["9999"],
        "valid_from": TODAY,
    }

    reply = await api.as_operator().write("/v1/channels", body)

    assert reply.json()["errors"][0]["expected"] == "GET /v1/code-lists/cause"


async def test_a_due_date_is_computed_with_its_source(api):
    due = await done(api.as_court().get("/v1/calendar/due-date", rule="T03", start="2026-02-12"))

    assert due["raw_end_on"] <= due["due_on"]
    assert due["sources"]
    for bad in ({"rule": "T99", "start": TODAY}, {"rule": "T03", "start": "2026-02-30"}, {"rule": "T03"}):
        assert (await api.as_court().get("/v1/calendar/due-date", **bad)).status_code == 422


async def test_the_legal_clock_only_moves_forward_and_only_for_operators(api):
    clock = "/v1/development/legal-clock"
    await api.delegated()

    today = (await done(api.as_operator().get(clock)))["today"]
    back = await api.as_operator().write(clock, {"today": "2020-01-01"}, method="PUT")

    assert today >= TODAY
    assert back.status_code in {409, 422}
    assert (await done(api.as_court().get(clock)))["today"] == today
    assert (await api.as_court().write(clock, {"today": "2027-01-01"}, method="PUT")).status_code == 403


async def test_health_needs_no_key(api):
    for path in ("/livez", "/readyz"):
        assert (await done(api.as_nobody().get(path))) == {"status": "ok"}


async def test_a_database_of_another_revision_is_not_ready(api):
    async with api.engine.connect() as connection:
        revision = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        await connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        reply = await api.as_nobody().get("/readyz")
        await connection.execute(text("UPDATE alembic_version SET version_num = :known"), {"known": revision})

    assert (reply.status_code, reply.json()["facts"]) == (503, {"revision": "0000"})
    assert reply.headers["retry-after"]


async def test_a_track_follows_the_platform(api):
    """Off the court platform a referral is on the provisions of 2016, whose term waits for the materials."""
    body = delegation(api.world.centre_id, on_court_platform=False, occurred_on=TODAY)

    receipt = await done(api.as_court().write("/v1/referrals", body), 201)

    assert (await api.referral(receipt["id"]))["track"] == "pre_filing_2016"


async def test_a_referral_is_found_by_its_own_number(api):
    made = await api.delegated()
    number = made["number"]
    of_another_year = number.replace("ST2026", "ST2025")

    async def found(caller, **asked):
        return [row["id"] for row in (await done(caller.get("/v1/referrals", **asked)))["items"]]

    assert await found(api.as_court(), number=number) == [made["id"]]
    assert await found(api.as_court(), number=number, opened_from=TODAY, opened_to=TODAY) == [made["id"]]
    assert await found(api.as_court(), number=number, opened_to="2026-01-01") == []
    assert await found(api.as_court(), number=of_another_year) == []
    assert await found(api.as_other_court(), number=number) == []
