"""The conformance cases: the example of the documents passes them all, a sloppy receiver fails by name."""

import asyncio
import importlib.util
import json
import socket
import sqlite3
import sys

import httpx
import pytest

from app.adapters.clock import SystemClock
from app.domain.signing import new_secret
from app.kit.conformance import CASES
from app.kit.deliveries import Maker
from tests.kit.receivers import EXAMPLE, example, sloppy, typed

SECRET = new_secret()
REFUSED = [case.name for case in CASES if case.wanted == "4xx"]


def failed_in(lines):
    return [line.split()[1] for line in lines if line.startswith("FAIL")]


async def test_the_example_of_the_documents_passes_every_case_and_keeps_each_event_once(tmp_path):
    with example(SECRET, tmp_path / "deliveries.db") as url:
        status, lines = await typed("conformance", "centre", "--url", url, "--secret", SECRET)

    assert (status, failed_in(lines), lines[-1]) == (0, [], f"{len(CASES)} of {len(CASES)} passed")
    with sqlite3.connect(tmp_path / "deliveries.db") as opened:
        bodies = [json.loads(body) for (body,) in opened.execute("SELECT body FROM deliveries")]
    opened.close()
    assert len(bodies) == 9  # Seven cases with good deliveries; a repeat is kept once, three versions stand apart.
    assert "something.new" in {body["type"] for body in bodies}


async def test_a_receiver_that_looks_at_nothing_fails_in_all_that_has_to_be_refused():
    with sloppy() as url:
        status, lines = await typed("conformance", "centre", "--url", url, "--secret", SECRET)

    assert (status, failed_in(lines)) == (1, ["challenge", *REFUSED])
    assert "got 200 without it: nothing is delivered until" in lines[1]
    assert "expected 4xx, got 200: anybody can make deliveries up" in lines[-2]
    assert lines[-1] == f"{len(CASES) - len(REFUSED) - 1} of {len(CASES)} passed"


async def test_a_receiver_with_another_secret_fails_in_all_that_has_to_be_taken_and_one_that_is_not_there_is_told(
    tmp_path,
):
    taken = [case.name for case in CASES if case.wanted == "2xx"]
    with example(new_secret(), tmp_path / "deliveries.db") as url:
        _, other = await typed("conformance", "centre", "--url", url, "--secret", SECRET)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
        status, lines = await typed("conformance", "centre", "--url", nobody, "--secret", SECRET, "--only", "valid")

    assert failed_in(other) == taken
    assert (status, lines) == (2, [f"Nobody can be reached at {nobody} (ConnectError)."])


async def test_what_is_typed_wrongly_is_said_before_anything_is_sent():
    for words, said in (
        (("--secret", "whsec_short"), "signature_secret_invalid"),
        (("--secret", SECRET, "--only", "sloppy"), "There is no case sloppy; the cases are valid, challenge"),
    ):
        status, lines = await typed("conformance", "centre", "--url", "http://127.0.0.1:1/", *words)
        assert (status, said in " ".join(lines)) == (2, True)


def test_the_example_acts_on_versions_that_go_up_and_on_each_event_once(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["receiver.py", SECRET, "0", str(tmp_path / "deliveries.db")])
    spec = importlib.util.spec_from_file_location("receiver", EXAMPLE)
    receiver = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(receiver)
    opened, acted = receiver.database(), []

    def came(event_id, version):
        body = json.dumps({"id": event_id, "referral_id": "r", "referral_version": version})
        opened.execute("INSERT OR IGNORE INTO deliveries (id, body) VALUES (?, ?)", [event_id, body])
        receiver.work(opened, lambda event: acted.append(event["id"]))

    for event_id, version in (("b", 2), ("c", 3), ("a", 1), ("c", 3), ("e", 5), ("d", 4), ("e2", 5)):
        came(event_id, version)

    assert acted == ["b", "c", "e", "e2"]
    opened.close()


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
async def test_the_example_refuses_headers_that_are_no_ascii(name, tmp_path):
    with example(SECRET, tmp_path / "deliveries.db") as url:
        made = Maker(SECRET, SystemClock()).signed(b"{}", "evt_1").headers
        headers = {key.encode(): value.encode() for key, value in made.items()} | {
            name.encode(): "²é".encode("latin-1")
        }
        reply = await asyncio.to_thread(httpx.post, url, headers=headers, content=b"{}")

    assert reply.status_code == 401


def test_the_example_is_short():
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]

    assert len(lines) <= 70


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_says_why_it_matters(case):
    assert case.why
    assert not case.why.endswith(".")
