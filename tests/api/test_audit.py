"""The record of readings: one row for each referral and request, seen by who read, and by the operator blindly."""

from app.domain.sealed import WHATS
from tests.api.callers import done
from tests.api.test_sealed_words import WHY

READER = ["referrals:read", "parties:reveal", "audit:read"]


async def read_by(api, tenant_id, referral_id, **params):
    """A fresh client of the tenant that has read the parties of one referral."""
    reader = await api.as_client(tenant_id, READER)
    await done(reader.get(f"/v1/referrals/{referral_id}/parties", **params))
    return reader


async def test_a_reading_in_the_clear_is_on_record_for_the_tenant_that_read(api):
    referral_id = (await api.delegated())["id"]
    reader = await read_by(api, api.world.court_id, referral_id, reveal="true")

    latest = (await done(reader.get("/v1/audit")))["items"][0]

    assert (latest["referral_id"], latest["what"], latest["client_id"]) == (referral_id, ["parties"], reader.client_id)
    assert latest["tenant_id"] == api.world.court_id


async def test_masked_reading_leaves_no_record(api):
    referral_id = (await api.delegated())["id"]
    reader = await read_by(api, api.world.court_id, referral_id)

    assert all(item["client_id"] != reader.client_id for item in (await done(reader.get("/v1/audit")))["items"])


async def test_nobody_reads_the_record_of_another_tenant(api):
    referral_id = (await api.delegated())["id"]
    await read_by(api, api.world.court_id, referral_id, reveal="true")

    for tenant_id in (api.world.centre_id, api.world.other_court_id):
        other = await api.as_client(tenant_id, READER)
        items = (await done(other.get("/v1/audit")))["items"]
        assert all(item["tenant_id"] == tenant_id for item in items)


async def test_an_operator_reads_the_record_of_all_and_no_referral_of_it(api):
    """It sees that the same referral was read twice, and not which one."""
    first, second = [(await api.delegated())["id"] for _ in range(2)]
    court = await read_by(api, api.world.court_id, first, reveal="true")
    centre = await read_by(api, api.world.centre_id, first, reveal="true")
    await read_by(api, api.world.centre_id, second, reveal="true")
    tenant_id = (await done(api.as_operator().get("/v1/me")))["tenant_id"]
    auditor = await api.as_client(tenant_id, ["audit:read"], "auditor")

    reply = await auditor.get("/v1/audit", limit=3)

    items = reply.json()["items"]
    assert [item["client_id"] for item in items[1:]] == [centre.client_id, court.client_id]
    assert {item["referral_id"] for item in items} == {None}
    assert items[1]["referral_mark"] == items[2]["referral_mark"] != items[0]["referral_mark"]
    assert first not in reply.text


async def test_a_referral_that_was_lost_is_on_record_without_its_name(api):
    referral_id = (await api.delegated())["id"]
    reader = await read_by(api, api.world.centre_id, referral_id, reveal="true")
    mark = (await done(reader.get("/v1/audit")))["items"][0]["referral_mark"]
    await done(api.as_centre().act(referral_id, "decline", reason="outside_charter", explanation=WHY))

    latest = (await done(reader.get("/v1/audit")))["items"][0]

    assert (latest["referral_id"], latest["referral_mark"]) == (None, mark)


async def test_the_record_is_paged_without_gap_or_repeat(api):
    referral_id = (await api.delegated())["id"]
    reader = await api.as_client(api.world.other_centre_id, READER)
    api_reader = await api.as_client(api.world.court_id, READER)
    for _ in range(5):
        await done(api_reader.get(f"/v1/referrals/{referral_id}/parties", reveal="true"))
    whole = (await done(api_reader.get("/v1/audit", limit=200)))["items"]

    pages, path = [], "/v1/audit?limit=2"
    while path:
        reply = await api_reader.get(path)
        pages += reply.json()["items"]
        path = reply.links.get("next", {}).get("url")

    assert pages == whole
    assert (await done(reader.get("/v1/audit")))["items"] == []


async def test_the_record_takes_its_own_scope_and_a_cursor_that_was_given(api):
    reader = await api.as_client(api.world.court_id, ["referrals:read"])
    auditor = await api.as_client(api.world.court_id, ["audit:read"])

    refused = await reader.get("/v1/audit")
    lost = await auditor.get("/v1/audit", after="nonsense")

    assert (refused.status_code, refused.json()["facts"]) == (403, {"scope": "audit:read"})
    assert (lost.status_code, lost.json()["code"]) == (422, "cursor_invalid")


async def test_what_is_on_record_are_words_of_the_table_of_sealed_fields(api):
    referral_id = (await api.delegated())["id"]
    reader = await read_by(api, api.world.court_id, referral_id, reveal="true")

    items = (await done(reader.get("/v1/audit", limit=200)))["items"]

    assert {word for item in items for word in item["what"]} <= WHATS
