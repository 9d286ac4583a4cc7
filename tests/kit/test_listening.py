"""The listener of a terminal: what it says, keeps and sends again, and how it plays a bad receiver."""

import asyncio
import json
import os
import signal
import socket
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from app.adapters.clock import SystemClock
from app.adapters.signatures import ServiceSigner, check_of, new_sm2_pair
from app.adapters.signing_keys import new_signing_key
from app.domain.signing import Message, SignatureKind, new_secret
from app.kit.deliveries import Maker, event
from app.kit.listening import Listener, server_of
from app.kit.pinning import keys_of
from app.routers.schemas.webhook_keys import WebhookKeyList
from app.routers.webhook_keys import _view
from tests.journeys.test_commands import HEARS_SIGINT
from tests.kit.receivers import example, hanging_up, serving, typed

SECRET = new_secret()
MAKER = Maker(SECRET, SystemClock())
REFERRAL = str(uuid.uuid4())


def accepted(version=2):
    return event("referral.accepted", referral_id=REFERRAL, version=version, position=version)


def listening(said, **more):
    listener = Listener(check_of([SECRET], []), SystemClock(), said.append, **more)
    return serving(server_of(listener, "127.0.0.1", 0))


def sent(url, delivery, **more):
    return httpx.post(url, headers=dict(delivery.headers) | more, content=delivery.body).status_code


async def test_each_delivery_is_a_line_with_its_verdict_and_is_kept(tmp_path):
    said, kept = [], tmp_path / "kept.jsonl"
    content = accepted()
    good, bad = MAKER.of(content), MAKER.of(content, secrets=(new_secret(),))
    with listening(said, keep=kept) as url:
        statuses = [await asyncio.to_thread(sent, url, delivery) for delivery in (good, good, bad)]

    assert statuses == [204, 204, 401]
    assert [line.split()[1:3] for line in said] == [["204", "valid"], ["204", "repeated"], ["401", "no_signature_fits"]]
    assert said[0].split()[3:] == [content["id"], "referral.accepted", REFERRAL, "2", "by", "v1"]
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["valid", "repeated", "no_signature_fits"]
    assert rows[0]["headers"] == dict(good.headers)


async def test_a_challenge_is_given_back_by_listener_and_example_once_its_signature_fits(tmp_path):
    content = {"id": str(uuid.uuid4()), "type": "webhook.challenge", "challenge": "word"}
    good, bad = MAKER.of(content), MAKER.of(content, secrets=(new_secret(),))

    def answers(url):
        return [httpx.post(url, headers=dict(each.headers), content=each.body) for each in (good, bad)]

    with listening([], status=500) as url, example(SECRET, tmp_path / "deliveries.db") as other:
        for place in (url, other):
            given, refused = await asyncio.to_thread(answers, place)
            assert (given.status_code, given.json(), refused.status_code) == (200, {"challenge": "word"}, 401)
            assert refused.content == b""


async def test_it_plays_a_bad_receiver():
    said = []
    with listening(said, fail_every=3, status=200) as url:
        statuses = [await asyncio.to_thread(sent, url, MAKER.of(accepted(version))) for version in range(1, 7)]

    assert statuses == [200, 200, 503, 200, 200, 503]


async def test_what_is_no_event_is_shown_without_steering_the_terminal():
    said = []
    with listening(said) as url:
        await asyncio.to_thread(sent, url, MAKER.signed(b"\xff\x00", "evt_1"))
        await asyncio.to_thread(sent, url, MAKER.signed(b'{"type": "\\u001b[2Jx"}', "evt_2"))
        await asyncio.to_thread(sent, url, MAKER.signed(b"[1]", "evt_3"))
        reader, writer = await asyncio.open_connection("127.0.0.1", int(url.strip("/").rpartition(":")[2]))
        writer.write(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\n\r\n")
        large = await reader.readline()
        writer.close()

    assert [line.split("  ")[-2] for line in said] == ["2 bytes", "?[2Jx", "3 bytes"]
    assert large.split()[1] == b"413"


async def test_what_was_kept_is_sent_again_signed_anew_under_its_id(tmp_path):
    kept, content = tmp_path / "kept.jsonl", accepted()
    with listening([], keep=kept) as url:
        for delivery in (MAKER.of(content, age_seconds=900), MAKER.of(content)):
            await asyncio.to_thread(sent, url, delivery)
    with example(SECRET, tmp_path / "deliveries.db") as url:
        anew = await typed("listen", "--replay", kept, "--to", url, "--secret", SECRET)
        as_it_was = await typed("listen", "--replay", kept, "--to", url)

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        to_nobody = await typed("listen", "--replay", kept, "--to", nobody)
    with hanging_up() as url:
        to_none = await typed("listen", "--replay", kept, "--to", url)

    assert to_nobody == (2, [f"Nobody can be reached at {nobody} (ConnectError)."])
    assert to_none == (1, [f"no answer  {content['id']}"] * 2 + ["2 of 2 got no answer."])
    assert anew == (0, [f"204  {content['id']}"] * 2)
    assert as_it_was == (0, [f"401  {content['id']}", f"204  {content['id']}"])


async def test_what_is_typed_wrongly_is_one_sentence(tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"headers": {}, "body": ""}\nhunter2\n', encoding="utf-8")
    for words, sentence in (
        (("--replay", broken), "--replay needs --to"),
        (("--to", "http://127.0.0.1:1/"), "--to goes with --replay"),
        (("--replay", tmp_path / "none.jsonl", "--to", "http://127.0.0.1:1/"), "can not be read"),
        (("--replay", broken, "--to", "http://127.0.0.1:1/"), "is no delivery that was kept"),
        (("--replay", broken, "--to", "http://127.0.0.1:1/", "--secret", "whsec_"), "line 2 of"),
        (("--secret", "hunter2"), "signature_secret_invalid"),
        (("--keys", "http://127.0.0.1:1/"), "No keys can be read at"),
        (("--keys", tmp_path / "none.json"), "No keys can be read at"),
        (("--keys", broken), "No keys can be read at"),
    ):
        status, lines = await typed("listen", "--port", "0", *words)
        assert (status, sentence in " ".join(lines)) == (2, True), lines
        assert "hunter2" not in " ".join(lines)


async def test_published_keys_are_pinned():
    now = datetime.now(UTC)
    signer = ServiceSigner([new_signing_key(now), new_signing_key(now, new_sm2_pair())])
    published = WebhookKeyList(keys=tuple(_view(key) for key in signer.key_set(now)))

    pinned = keys_of(json.loads(published.model_dump_json()))

    assert [(key.key_id, key.kind, key.public) for key in pinned] == [
        (key.key_id, key.kind, key.public) for key in signer.key_set(now)
    ]
    said = []
    listener = Listener(check_of([], pinned), SystemClock(), said.append)
    for kind in (SignatureKind.ED25519, SignatureKind.SM2):
        headers = await signer.sign(Message("evt_1", now, b"{}"), secrets=[], kinds=[kind])
        assert listener.take(headers, b"{}") == 204
    for document in ({}, [], {"keys": [{}]}, {"keys": 1}):
        with pytest.raises(ValueError, match="not a set of keys"):
            keys_of(document)


async def test_a_message_signature_is_checked_over_the_address_where_keys_are_pinned(tmp_path):
    now, said = datetime.now(UTC), []
    signer = ServiceSigner([new_signing_key(now)])
    check, body = check_of([SECRET], signer.key_set(now)), b"{}"

    async def headers(target_uri):
        kinds = [SignatureKind.HMAC_SHA256, SignatureKind.MESSAGE]
        signed = await signer.sign(Message("evt_1", now, body, target_uri), secrets=[SECRET], kinds=kinds)
        return {"content-type": "application/json", **signed}

    def listener(**more):
        return Listener(check, SystemClock(), said.append, **more)

    with serving(server_of(listener(has_keys=True), "127.0.0.1", 0)) as url:
        for target_uri in (f"{url}hook?a=1", url):
            signed = await headers(target_uri)
            await asyncio.to_thread(httpx.post, f"{url}hook?a=1", headers=signed, content=body)
    behind = listener(has_keys=True, url="https://receiver.example/hook")
    signed = await headers("https://receiver.example/hook")
    statuses = [each.take(signed, body) for each in (behind, listener())]

    told = [(*tuple(line.split()[1:3]), line.partition("  by ")[2]) for line in said]
    assert told == [
        ("204", "valid", "v1, rfc9421"),
        ("401", "message_unfit", ""),
        ("204", "valid", "v1, rfc9421"),
        ("204", "valid", "v1, rfc9421 unchecked"),
    ]
    assert statuses == [204, 204]


@pytest.mark.slow
async def test_the_command_listens_says_its_secret_and_ends_with_ctrl_c(tmp_path):
    program = Path(sys.executable).with_name("sutiao")
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(
        *(*HEARS_SIGINT, str(program), "listen", "--port", "0", "--keep", str(tmp_path / "kept.jsonl")),
        stdout=pipe, stderr=pipe, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    async with asyncio.timeout(60):
        secret = (await child.stdout.readline()).decode().split()[1]
        url = (await child.stdout.readline()).decode().split()[2]
        status = await asyncio.to_thread(sent, url, Maker(secret, SystemClock()).of(accepted()))
        line = (await child.stdout.readline()).decode()
        child.send_signal(signal.SIGINT)
        _, complaints = await child.communicate()

    assert (status, line.split()[2], child.returncode, complaints) == (204, "valid", 0, b"")
