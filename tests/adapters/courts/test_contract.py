"""What every adapter to a court's platform must do: the same tests once for each dialect of the registry."""

import copy
import importlib
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.courts.memory.client import Office
from app.adapters.courts.registry import CHECKS, dialects
from app.domain.court_platform import OutgoingKind, Rejected, Unavailable, Unreadable
from app.domain.outbound import NoOutbound
from tests.adapters.courts.bench import ASSIGN, MAPPING, NOW, an_outgoing

DIALECTS = sorted(dialects(Office(), NoOutbound(), lambda: NOW, Path()))


@pytest.fixture(params=DIALECTS)
def bench(request):
    """A dialect without a `harness.py` of its own is red here."""
    return importlib.import_module(f"tests.adapters.courts.{request.param}.harness").bench()


def changed(place, value):
    document = copy.deepcopy(ASSIGN)
    node = document
    for step in place[:-1]:
        node = node[step]
    node[place[-1]] = value
    return document


def test_every_dialect_says_what_it_needs():
    assert set(CHECKS) == set(DIALECTS)


def test_a_genuine_message_tells_its_id(bench):
    raw, headers = bench.signed(ASSIGN, "m-1", NOW)

    assert bench.platform.verify(raw, headers, NOW) == "m-1"
    assert bench.platform.verify(raw, headers, NOW + timedelta(seconds=60)) == "m-1"


def test_every_forgery_is_rejected(bench):
    raw, headers = bench.signed(ASSIGN, "m-1", NOW)

    assert len(bench.forgeries) >= 3
    for name, forge in bench.forgeries.items():
        with pytest.raises(Rejected) as refusal:
            bench.platform.verify(*forge(raw, headers), NOW)
        assert refusal.value.reason == "forged", name


@pytest.mark.parametrize("off", [timedelta(hours=-1), timedelta(hours=1)])
def test_an_old_message_is_stale_and_so_is_one_of_tomorrow(bench, off):
    raw, headers = bench.signed(ASSIGN, "m-1", NOW + off)

    with pytest.raises(Rejected) as refusal:
        bench.platform.verify(raw, headers, NOW)

    assert refusal.value.reason == "stale"


def test_a_message_is_read_into_our_words(bench):
    heard = bench.platform.read(bench.raw(ASSIGN))

    assert (heard.becomes, heard.reference, heard.flags) == ("opening", "REF-1", ())
    assert heard.body["organisation_id"] == MAPPING["codes"]["organisations"]["ZZ01"]
    assert heard.body["cause"] == {"code": "88"}
    assert [party["role"] for party in heard.body["parties"]] == ["applicant", "respondent"]
    assert heard.body["parties"][0]["consents"] == [{"kind": "mediate", "given": True, "given_on": "2026-03-02"}]


@pytest.mark.parametrize(
    ("document", "fault", "said"),
    [
        (changed(["msgType"], "NEW_THING"), "unknown_type", "NEW_THING"),
        (changed(["data", "zz"], "ZZ02"), "unknown_code", "ZZ02"),
        (changed(["data", "dsr", 1, "lx"], "张三的类型"), "unknown_code", None),
        (changed(["data", "dsr", 0, "ty", 0, "rq"], "yesterday"), "field_unreadable", None),
        (changed(["data", "ajbs"], ""), "field_missing", None),
    ],
    ids=["type", "code", "no code at all", "day", "missing"],
)
def test_what_the_mapping_does_not_know_is_flagged_and_never_guessed(bench, document, fault, said):
    with pytest.raises(Unreadable) as refusal:
        bench.platform.read(bench.raw(document))

    assert (refusal.value.reason, refusal.value.flags[0].said) == (fault, said)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<assign/>",
        b"[]",
        b'{"msgType": "RECALL", "msgType": "ASSIGN"}',
        b'{"msgType": "RECALL", "data": {"rq": NaN}}',
        b'{"msgType": "RECALL", "data": {"ajbs": "\\ud800"}}',
        b'{"msgType": "RECALL", "data": {"ajbs": "a\\u0000b"}}',
        b"\xff\xfe" + '{"msgType": "RECALL"}'.encode("utf-16-le"),
        b"[" * 100_000,
        b'{"msgType": ' + b"9" * 5_000 + b"}",
    ],
    ids=["nothing", "XML", "no object", "a key twice", "NaN", "surrogate", "NUL", "UTF-16", "deep", "long number"],
)
def test_recorded_nonsense_is_unreadable(bench, raw):
    with pytest.raises(Unreadable):
        bench.platform.read(raw)


def test_a_code_that_may_be_left_out_is_left_out_with_a_flag(bench):
    heard = bench.platform.read(bench.raw(changed(["data", "yxj"], "7")))

    assert "priority" not in heard.body
    assert [(flag.at, flag.fault, flag.said) for flag in heard.flags] == [("data.yxj", "unknown_code", "7")]


@pytest.mark.parametrize("kind", OutgoingKind)
async def test_sending_twice_files_once(bench, kind):
    first = await bench.platform.send(an_outgoing(kind), "k-1")
    second = await bench.platform.send(an_outgoing(kind), "k-1")

    assert first.platform_number == second.platform_number
    assert bench.filed("k-1") == 1


async def test_a_lost_reply_is_resolved_by_looking_up(bench):
    assert await bench.platform.look_up("k-1") is None
    bench.lose_reply()

    with pytest.raises(Unavailable):
        await bench.platform.send(an_outgoing(), "k-1")

    assert await bench.platform.look_up("k-1") is not None
    assert bench.filed("k-1") == 1


@given(raw=st.binary(max_size=200), signature=st.text(max_size=40))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_bytes_make_it_fail_in_another_way(dialect, raw, signature):
    platform = importlib.import_module(f"tests.adapters.courts.{dialect}.harness").bench().platform

    with pytest.raises(Rejected):
        platform.verify(raw, {"x-signature": signature}, NOW)
    with pytest.raises(Unreadable):
        platform.read(raw)
