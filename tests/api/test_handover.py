"""Invariant 8 over HTTP: what belongs to mediation reaches nobody else by any address, and enters no package."""

import hashlib
import io
import json
import zipfile

import pytest

from app.domain.handover import Purpose
from tests.api.callers import done, put
from tests.api.isolation import addresses
from tests.api.stages import accepted
from tests.api.test_documents import PNG

FORBIDDEN = ("private_notes", "offer", "caucus", "undisputed_facts", "signed_minutes", "recording")
UNDER = tuple(x for x in addresses() if x.path.startswith("/v1/referrals/{referral_id}"))
EXPANDABLE = ("parties", "agreement", "consents", "contacts", "sessions", "deadlines", "procedures", "materials")


def mark_of(document_class):
    return f"ID3 the {document_class} says 8000 yuan"


@pytest.fixture(scope="module")
async def smuggled(api):
    """A referral with one document of each forbidden kind, and some that may go."""
    staged = await accepted(api)
    centre = api.as_centre()
    ids = {}
    for document_class in FORBIDDEN:
        kind = "audio/mpeg" if document_class == "recording" else "text/plain"
        content = mark_of(document_class).encode()
        reply = await done(put(centre, staged.referral_id, content, kind=kind, document_class=document_class))
        ids[document_class] = reply["document_id"]
    for document_class in ("complaint", "identity", "end_report"):
        await done(put(centre, staged.referral_id, PNG, kind="image/png", document_class=document_class))
    await api.place()
    return staged.referral_id, ids


def secrets_of(ids):
    """All that would give a forbidden document away."""
    hashes = [hashlib.sha256(mark_of(x).encode()).hexdigest() for x in ids]
    return [*ids.values(), *hashes, *map(mark_of, ids)]


def told(reply):
    """Everything that an answer says, whatever its form."""
    if reply.headers["content-type"] == "application/zip":
        with zipfile.ZipFile(io.BytesIO(reply.content)) as packed:
            return "\n".join([*packed.namelist(), *(packed.read(x).decode("latin-1") for x in packed.namelist())])
    return reply.content.decode("latin-1")


async def everything(caller, referral_id, ids):
    """The answers of every address under the referral, with every purpose, part and document, and the feed."""
    for address in UNDER:
        names = [x["name"] for x in address.parameters]
        for params in _params(names):
            for document_id in ids.values() if "document_id" in address.names else [None]:
                path = address.filled({"referral_id": referral_id, "document_id": document_id, "form": "end_report"})
                yield path, await caller.send("GET", path, params=params)
    yield "feed", await caller.get("/v1/events", limit="500")


def _params(names):
    if "purpose" in names:
        return [{"purpose": purpose.value} for purpose in Purpose]
    if "expand" in names:
        return [{}, *({"expand": part} for part in EXPANDABLE)]
    return [{}, {"reveal": "true"}] if "reveal" in names else [{}]


@pytest.mark.parametrize("who", ["court", "other_court", "other_centre", "body"])
async def test_invariant_8_nothing_of_a_forbidden_kind_reaches_anybody_else_by_any_address(api, smuggled, who):
    referral_id, ids = smuggled
    caller = getattr(api, f"as_{who}")()

    leaks = [
        (path, secret)
        async for path, reply in everything(caller, referral_id, ids)
        for secret in secrets_of(ids)
        if secret in told(reply) and not (reply.status_code == 404 and secret in str(reply.request.url))
    ]

    assert leaks == []


@pytest.mark.parametrize("purpose", [x.value for x in Purpose])
@pytest.mark.parametrize("who", ["court", "centre"])
async def test_invariant_8_no_package_of_anybody_holds_a_forbidden_kind(api, smuggled, who, purpose):
    """The organisation that holds them itself cannot hand them over, though it sees them in its list."""
    referral_id, ids = smuggled
    caller = getattr(api, f"as_{who}")()

    manifest = await caller.get(f"/v1/referrals/{referral_id}/handover", purpose=purpose)
    packed = await caller.get(f"/v1/referrals/{referral_id}/handover/content", purpose=purpose)

    assert (manifest.status_code, packed.status_code) == (200, 200)
    assert [x for x in secrets_of(ids) if x in told(manifest) + told(packed)] == []


async def test_a_court_is_told_how_many_of_a_class_stay_behind_and_not_which(api, smuggled):
    referral_id, _ = smuggled

    manifest = await done(api.as_court().get(f"/v1/referrals/{referral_id}/handover", purpose="trial"))

    kept = {(x["document_class"], x["reason"]): x["count"] for x in manifest["kept_back"]}
    assert {document_class for document_class, _ in kept} == set(FORBIDDEN)
    assert kept["offer", "confidential"] == 1
    assert kept["undisputed_facts", "not_signed_by_all"] == 1
    assert {x["document_class"] for x in manifest["documents"]} == {"complaint", "identity", "end_report"}
    assert [x["code"] for x in manifest["missing"]] == ["mediation_end"]
    assert manifest["complete"] is False


async def test_the_zip_holds_the_manifest_and_the_documents_that_it_names(api, smuggled):
    referral_id, _ = smuggled

    reply = await api.as_court().get(f"/v1/referrals/{referral_id}/handover/content", purpose="trial")

    with zipfile.ZipFile(io.BytesIO(reply.content)) as packed:
        assert packed.testzip() is None
        manifest = json.loads(packed.read("manifest.json"))
        files = [packed.read(name) for name in packed.namelist() if name != "manifest.json"]
    assert files == [PNG] * 3
    assert [x["sha256"] for x in manifest["documents"]] == [hashlib.sha256(PNG).hexdigest()] * 3
    again = await api.as_court().get(f"/v1/referrals/{referral_id}/handover/content", purpose="trial")
    assert again.content == reply.content


async def test_a_package_needs_the_scope_and_is_recorded(api, smuggled):
    referral_id, _ = smuggled
    narrow = await api.as_client(api.world.court_id, ["referrals:read"])
    reader = await api.as_client(api.world.court_id, ["referrals:read", "parties:reveal", "audit:read"])
    path = f"/v1/referrals/{referral_id}/handover/content"

    refused = await narrow.get(path, purpose="trial")
    await reader.get(path, purpose="trial")

    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    assert (await done(reader.get("/v1/audit")))["items"][0]["what"] == ["documents"]


async def test_an_unknown_purpose_is_refused(api, smuggled):
    reply = await api.as_court().get(f"/v1/referrals/{smuggled[0]}/handover", purpose="curiosity")

    assert (reply.status_code, reply.json()["code"]) == (422, "parameter_invalid")
