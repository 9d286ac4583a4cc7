"""Delivery receipts: exported by those who received, whole and signed; whoever changes a letter is found out."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from typer.testing import CliRunner

from app.adapters.database.deliveries import PUT_RECEIPTS, receipt_row
from app.adapters.database.json_values import dumped
from app.adapters.database.lending import BEGIN_SYSTEM, session_of
from app.cli import app
from app.domain import receipt_export as export
from app.domain.delivery import Outcome
from app.domain.receipts import Attempt, AttemptKind, sealed
from tests.api.callers import done
from tests.api.webhook_world import PATH, made, now_of, owner, passed


@pytest.fixture
async def kept(api):
    """A centre's endpoint with three attempts at two events of one referral, written as the worker writes them."""
    referral = await api.delegated()
    await done(api.as_centre().act(referral["id"], "accept"))
    await api.place()
    centre = await owner(api, "centre")
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    outcomes = [(1, 1, Outcome.RETRY, 503), (1, 2, Outcome.DELIVERED, 200), (2, 1, Outcome.DELIVERED, 204)]
    receipts, previous = [], b""
    for step, (position, number, outcome, status) in enumerate(outcomes, start=1):
        receipts.append(
            sealed(attempt_of(api, endpoint_id, referral, position, number, outcome, status), step, previous)
        )
        previous = receipts[-1].hash
    async with session_of(api.engine, BEGIN_SYSTEM) as session:
        await session.run(PUT_RECEIPTS, dumped({"receipts": [receipt_row(each) for each in receipts]}))
    return centre, endpoint_id, referral["id"], previous


def attempt_of(api, endpoint_id, referral, position, number, outcome, status):
    return Attempt(
        id=uuid4(),
        tenant_id=UUID(api.world.centre_id),
        endpoint_id=UUID(endpoint_id),
        subject_id=UUID(referral["id"]),
        message_id=uuid4(),
        kind=AttemptKind.EVENT,
        position=position,
        number=number,
        started_at=now_of(api) + timedelta(seconds=number),
        duration_ms=12,
        outcome=outcome,
        reason=None if outcome is Outcome.DELIVERED else f"status_{status}",
        status=status,
        request_headers={"webhook-id": "x", "webhook-signature": "[redacted]"},
        body_sha256="0" * 64,
        answer_headers={"content-type": "text/plain"},
        answer="已收到".encode(),
    )


def typed(*words):
    reply = CliRunner().invoke(app, ["verify-receipt", *map(str, words)])
    return reply.exit_code, reply.output


async def test_receipts_hold_without_us_and_a_changed_letter_is_found(api, kept, tmp_path):
    centre, endpoint_id, referral_id, last = kept

    exported = await done(centre.get(f"{PATH}/{endpoint_id}/receipts", referral_id=referral_id))
    keys = await done(api.as_nobody().get("/.well-known/webhook-keys.json"))
    later = await done(centre.get(f"{PATH}/{endpoint_id}/receipts", referral_id=referral_id, after=1))
    document = exported["document"]
    file, pinned, other = (tmp_path / name for name in ("receipt.json", "keys.json", "other.json"))
    file.write_text(json.dumps(exported, ensure_ascii=False, indent=2), encoding="utf-8")
    pinned.write_text(json.dumps(keys), encoding="utf-8")
    other.write_text(json.dumps({"keys": []}), encoding="utf-8")
    changed = {**document, "receipts": [{**document["receipts"][0], "status": 200}, *document["receipts"][1:]]}
    shortened = {**document, "receipts": [document["receipts"][0], document["receipts"][2]]}
    moved = {**document, "url": "https://elsewhere.example.org"}

    assert [x["step"] for x in document["receipts"]] == [1, 2, 3]
    assert (document["complete"], document["receipts"][-1]["hash"]) == (True, last.hex())
    assert [x["step"] for x in later["document"]["receipts"]] == [2, 3]
    assert export.fault_of(document) is None
    assert export.fault_of(later["document"]) is None
    assert typed(file, "--keys", pinned) == (0, "chain: holds (3 steps, complete: True)\nsignature: fits\n")
    assert typed(file)[0] == 3
    assert "signature: not checked. Anybody can make a chain that holds" in typed(file)[1]
    assert (typed(file, "--keys", tmp_path / "none.json")[0], typed(file, "--keys", file)[0]) == (2, 2)
    assert typed(file, "--keys", other) == (1, typed(file, "--keys", other)[1])
    for document_, words in ((changed, "content_differs at step 1"), (shortened, "chain_broken at step 3")):
        file.write_text(json.dumps({**exported, "document": document_}), encoding="utf-8")
        code, output = typed(file, "--keys", pinned)
        assert (code, words in output, "no_signature_fits" in output) == (1, True, True)
    file.write_text(json.dumps({**exported, "document": moved}), encoding="utf-8")
    assert typed(file, "--keys", pinned) == (
        1,
        "chain: holds (3 steps, complete: True)\nsignature: no_signature_fits\n",
    )


async def test_receipts_are_those_of_the_endpoints_tenant_and_outlive_its_sight(api, kept):
    centre, endpoint_id, referral_id, _ = kept
    path = f"{PATH}/{endpoint_id}/receipts"
    court = await owner(api)

    foreign = await court.get(path, referral_id=referral_id)
    absent = await centre.get(path, referral_id=str(uuid4()))
    unnamed = await centre.get(path)

    assert (foreign.status_code, absent.status_code, unnamed.status_code) == (404, 404, 422)


def test_a_file_that_is_none_is_told_in_a_sentence(tmp_path):
    file = tmp_path / "x.json"
    for content in ("", "[]", '{"document": {}}'):
        file.write_text(content, encoding="utf-8")
        assert typed(file)[0] == 2
    file.write_text('{"document": {"receipts": []}, "signature": null}', encoding="utf-8")
    none = tmp_path / "none.json"
    none.write_text('{"keys": []}')
    assert typed(file)[0] == 1
    assert typed(file, "--keys", none) == (1, "chain: format_unknown (0 steps, complete: None)\nsignature: none\n")
    file.write_text(json.dumps({"document": {"format": export.FORMAT, "receipts": [{}]}, "signature": {}}))
    keys = tmp_path / "keys.json"
    keys.write_text('{"keys": []}')
    assert typed(file, "--keys", keys) == (
        1,
        "chain: receipt_unreadable (1 steps, complete: None)\nsignature: unreadable\n",
    )
