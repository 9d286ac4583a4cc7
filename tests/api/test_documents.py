"""Documents over HTTP: what is taken, what is refused, who sees which, and what is told of them."""

import base64
import hashlib
import json
from uuid import UUID, uuid4

import pytest

from tests.api.callers import done, put
from tests.api.stages import accepted

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 16
PRIVATE = ("private_notes", "offer", "caucus")


async def listed(caller, referral_id):
    return (await done(caller.get(f"/v1/referrals/{referral_id}/documents")))["items"]


def content_of(caller, referral_id, document_id):
    return caller.get(f"/v1/referrals/{referral_id}/documents/{document_id}/content")


async def history(caller, referral_id):
    return (await done(caller.get(f"/v1/referrals/{referral_id}/history")))["items"]


async def test_a_document_is_put_listed_and_read_as_it_was(api):
    staged = await accepted(api)
    court, centre = api.as_court(), api.as_centre()

    receipt = await done(put(centre, staged.referral_id, PNG, kind="image/png", document_class="evidence"))

    (shown,) = await listed(court, staged.referral_id)
    assert shown["id"] == receipt["document_id"]
    assert (shown["sha256"], shown["size_bytes"]) == (hashlib.sha256(PNG).hexdigest(), len(PNG))
    assert (shown["put_by"], shown["private"], shown["name"]) == ("organisation", False, "***")
    read = await content_of(court, staged.referral_id, shown["id"])
    assert (read.status_code, read.content, read.headers["content-type"]) == (200, PNG, "image/png")
    assert read.headers["x-content-type-options"] == "nosniff"
    revealed = await done(court.get(f"/v1/referrals/{staged.referral_id}/documents", reveal="true"))
    assert revealed["items"][0]["name"] == "张三.txt"


async def test_its_event_tells_class_hash_and_size_and_no_name(api):
    staged = await accepted(api)
    await done(put(api.as_centre(), staged.referral_id, PNG, kind="image/png", document_class="evidence"))

    told = (await history(api.as_court(), staged.referral_id))[-1]

    assert told["type"] == "document.added"
    assert set(told["data"]["facts"]) == {"document_id", "document_class", "sha256", "size_bytes"}
    assert "张三" not in json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("document_class", [*PRIVATE, "undisputed_facts", "recording", "signed_minutes"])
async def test_what_belongs_to_mediation_stays_with_the_organisation(api, document_class):
    """Neither list nor content nor event tells the court more than the class."""
    staged = await accepted(api)
    kind, content = ("audio/mpeg", b"ID3 x") if document_class == "recording" else ("text/plain", b"8000 yuan at most")
    centre, court = api.as_centre(), api.as_court()
    receipt = await done(put(centre, staged.referral_id, content, kind=kind, document_class=document_class))
    document_id = receipt["document_id"]

    assert [x["id"] for x in await listed(centre, staged.referral_id)] == [document_id]
    assert (await content_of(centre, staged.referral_id, document_id)).content == content
    assert await listed(court, staged.referral_id) == []
    assert (await content_of(court, staged.referral_id, document_id)).status_code == 404
    told = (await history(court, staged.referral_id))[-1]
    assert told["data"]["facts"] == {"document_class": document_class}
    assert hashlib.sha256(content).hexdigest() not in json.dumps(await history(court, staged.referral_id))


async def test_a_private_document_does_not_follow_the_referral_to_the_next_holder(api):
    staged = await accepted(api)
    document_id = (await done(put(api.as_centre(), staged.referral_id, document_class="private_notes")))["document_id"]
    shared = (await done(put(api.as_centre(), staged.referral_id, document_class="evidence")))["document_id"]
    await done(api.as_centre().act(staged.referral_id, "hand_back", reason="capacity", explanation="x"))
    other = api.world.other_centre_id
    await done(api.as_court().act(staged.referral_id, "reassign", organisation_id=other))

    seen = await listed(api.as_other_centre(), staged.referral_id)

    assert [x["id"] for x in seen] == [shared]
    assert (await content_of(api.as_other_centre(), staged.referral_id, document_id)).status_code == 404
    assert (await content_of(api.as_centre(), staged.referral_id, document_id)).status_code == 404


@pytest.mark.parametrize(
    ("content", "kind", "said", "code"),
    [
        (b"", "text/plain", {}, "document_empty"),
        (b"MZ\x90\x00", "application/x-msdownload", {}, "document_type_not_taken"),
        (b"<html>", "text/html", {}, "document_type_not_taken"),
        (b"ID3", "audio/mpeg", {"document_class": "complaint"}, "document_type_not_taken"),
        (b"%PDF-1.7", "image/png", {}, "document_type_differs"),
        (b"\xff\xfe", "text/plain", {}, "document_type_differs"),
        (b"x", "text/plain", {"document_class": "novel"}, "parameter_invalid"),
        (b"x", "text/plain", {"signed_by": "nobody"}, "parameter_invalid"),
        (b"x", "text/plain", {"sealed_original": "perhaps"}, "parameter_invalid"),
        (b"x", "text/plain", {"title": "x"}, "parameter_invalid"),
    ],
)
async def test_what_is_not_what_it_is_said_to_be_is_refused(api, content, kind, said, code):
    staged = await accepted(api)

    reply = await put(api.as_centre(), staged.referral_id, content, kind=kind, **{"document_class": "evidence", **said})

    assert (reply.status_code, reply.json()["code"]) == (422, code)
    assert await listed(api.as_centre(), staged.referral_id) == []


async def test_a_file_of_no_announced_kind_is_known_by_its_bytes(api):
    staged = await accepted(api)

    await done(put(api.as_centre(), staged.referral_id, PNG, kind="application/octet-stream", document_class="other"))

    assert (await listed(api.as_centre(), staged.referral_id))[0]["media_type"] == "image/png"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (f"sha-256=:{base64.b64encode(hashlib.sha256(PNG).digest()).decode()}:", 200),
        (f"sha-256=:{base64.b64encode(hashlib.sha256(b'x').digest()).decode()}:", 422),
        ("sha-256=:" + "=" * 44 + ":", 422),
        ("md5=:x:", 422),
    ],
)
async def test_the_hash_that_was_announced_is_compared(api, header, expected):
    staged = await accepted(api)

    reply = await put(
        api.as_centre(),
        staged.referral_id,
        PNG,
        kind="image/png",
        headers={"Content-Digest": header},
        document_class="other",
    )

    assert reply.status_code == expected
    if expected == 422:
        assert reply.json()["code"] == "document_hash_mismatch"


async def test_a_document_over_the_bound_is_refused_while_it_arrives(api):
    staged = await accepted(api)
    limit = api.app.state.house.settings.document_limit_bytes

    reply = await put(api.as_centre(), staged.referral_id, b"x" * (limit + 1), document_class="other")

    assert (reply.status_code, reply.json()["code"]) == (413, "body_too_large")


async def test_the_same_request_puts_one_document_and_another_content_under_its_key_none(api):
    staged = await accepted(api)
    key, centre = uuid4().hex, api.as_centre()

    first = await put(centre, staged.referral_id, b"a", key=key, document_class="other")
    again = await put(centre, staged.referral_id, b"a", key=key, document_class="other")
    other = await put(centre, staged.referral_id, b"b", key=key, document_class="other")

    assert (again.content, again.headers["idempotency-replayed"]) == (first.content, "true")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert len(await listed(centre, staged.referral_id)) == 1
    assert len(await api.app.state.house.ports.documents.ids()) >= 1


async def test_a_refused_or_rehearsed_document_leaves_nothing_in_the_store(api):
    staged = await accepted(api)
    store, centre = api.app.state.house.ports.documents, api.as_centre()
    before = await store.ids()

    rehearsed = await put(centre, staged.referral_id, document_class="other", dry_run="true")
    stale = await put(centre, staged.referral_id, document_class="other", version=1)
    foreign = await put(centre, uuid4(), document_class="other")
    wrong = await put(centre, staged.referral_id, document_class="court_document")

    assert [x.status_code for x in (rehearsed, stale, foreign, wrong)] == [200, 412, 404, 409]
    assert wrong.json()["code"] == "document_class_not_yours"
    assert rehearsed.json()["dry_run"] is True
    assert await store.ids() == before


@pytest.mark.parametrize("document_class", PRIVATE)
async def test_a_court_puts_no_notes(api, document_class):
    staged = await accepted(api)

    reply = await put(api.as_court(), staged.referral_id, document_class=document_class)

    assert (reply.status_code, reply.json()["code"]) == (409, "document_class_not_yours")


async def test_a_withdrawn_document_stays_and_is_marked(api):
    staged = await accepted(api)
    centre, court = api.as_centre(), api.as_court()
    document_id = (await done(put(centre, staged.referral_id, document_class="evidence")))["document_id"]

    by_court = await court.act(staged.referral_id, "withdraw_document", document_id=document_id, reason="replaced")
    await done(centre.act(staged.referral_id, "withdraw_document", document_id=document_id, reason="wrong_class"))

    assert (by_court.status_code, by_court.json()["code"]) == (422, "part_unknown")
    (shown,) = await listed(court, staged.referral_id)
    assert (shown["withdrawn_on"] is not None, shown["withdrawal_reason"]) == (True, "wrong_class")
    told = (await history(court, staged.referral_id))[-1]
    assert (told["type"], told["data"]["facts"]["reason"]) == ("document.withdrawn", "wrong_class")


async def test_reading_a_content_needs_the_scope_and_is_recorded(api):
    staged = await accepted(api)
    document_id = (await done(put(api.as_centre(), staged.referral_id, document_class="evidence")))["document_id"]
    narrow = await api.as_client(api.world.court_id, ["referrals:read", "audit:read"])
    reader = await api.as_client(api.world.court_id, ["referrals:read", "parties:reveal", "audit:read"])

    refused = await content_of(narrow, staged.referral_id, document_id)
    await content_of(reader, staged.referral_id, document_id)

    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    record = (await done(reader.get("/v1/audit")))["items"][0]
    assert (record["referral_id"], record["what"]) == (staged.referral_id, ["documents"])


async def test_a_lost_content_is_told_and_nothing_else_breaks(api):
    staged = await accepted(api)
    document_id = (await done(put(api.as_centre(), staged.referral_id, document_class="evidence")))["document_id"]
    await api.app.state.house.ports.documents.remove(UUID(document_id))

    reply = await content_of(api.as_court(), staged.referral_id, document_id)

    assert (reply.status_code, reply.json()["code"]) == (503, "document_content_missing")
    assert len(await listed(api.as_court(), staged.referral_id)) == 1
