"""SOAP over HTTP: attacks, proofs, what answers and faults mean, fetching and lists."""

import copy
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.adapters.courts.soap.mapping import document_of, element_of
from app.adapters.courts.soap.options import options_of
from app.adapters.foreign_xml import REASONS, NotXmlError, canonical, loaded
from app.domain.court_platform import Rejected, Unavailable, Unreadable
from app.domain.errors import Refusal
from tests.adapters.courts.bench import ASSIGN, NOW, an_outgoing
from tests.adapters.courts.soap.far import fault, whole
from tests.adapters.courts.soap.harness import CREDENTIALS, NAMESPACE, SETTINGS, SIGN, bench, bench_and_far

RECORDED = sorted((Path(__file__).parent / "recorded").glob("*.xml"))
TOKEN = {**SIGN, "method": "username_token"}
WAYS = {
    "HMAC": {},
    "HMAC with SM3 over 1.2": {"sign": {**SIGN, "algorithm": "sm3"}, "version": "1.2"},
    "token": {"sign": TOKEN},
    "token over 1.2, unqualified": {"sign": TOKEN, "version": "1.2", "qualified": "no"},
}


def nested(depth):
    return b"<a>" * depth + b"</a>" * depth


ATTACKS = {
    "deep": (nested(40), "xml_too_deep"),
    "deeper than the parser goes": (nested(5_000), "xml_malformed"),
    "many elements": (b"<a>" + b"<b/>" * 100_001 + b"</a>", "xml_too_large"),
    "many bytes": (b"<a>" + b"x" * (4 * 1024 * 1024) + b"</a>", "xml_too_large"),
    "a long attribute": (b'<a b="' + b"x" * 2_001 + b'"/>', "xml_attribute_too_large"),
    "many attributes": (b"<a " + b" ".join(b'a%d=""' % n for n in range(21)) + b"/>", "xml_attribute_too_large"),
    "a long name": (b"<" + b"a" * 201 + b"/>", "xml_attribute_too_large"),
    "a document type in UTF-16": ('<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16"), "xml_encoding"),
    "a document type after a comment": (b"<!-- x --><!DOCTYPE a><a/>", "xml_document_type"),
    "a document type in small letters": (b"<!doctype a><a/>", "xml_document_type"),
    "an instruction inside": (b"<a><?php echo 1?></a>", "xml_instruction"),
    "a NUL by its number": (b"<a>&#0;</a>", "xml_malformed"),
    "half a surrogate": (b"<a>&#xD800;</a>", "xml_malformed"),
    "nothing": (b"", "xml_malformed"),
    "no UTF-8": (b"<a>\xff</a>", "xml_encoding"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_xml_that_reaches_beyond_itself_or_its_bounds_is_refused_with_a_reason(name):
    raw, reason = ATTACKS[name]

    with pytest.raises(NotXmlError) as refusal:
        loaded(raw)

    assert refusal.value.reason == reason
    assert reason in REASONS


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recorded_messages_are_read_or_refused_with_their_reason(path):
    """Of a bad one the name of the file begins with the reason."""
    platform, reason = bench().platform, path.stem.partition("-")[0]

    if reason == "assign":
        heard = platform.read(path.read_bytes())
        assert [each["name"] for each in heard.body["parties"]] == ["甲"]
        return
    with pytest.raises(Unreadable, match=reason):
        platform.read(path.read_bytes())
    with pytest.raises(Rejected) as refusal:
        platform.verify(path.read_bytes(), {}, NOW)
    assert refusal.value.reason in {"forged", reason}


@pytest.mark.parametrize("way", WAYS)
async def test_each_way_of_proving_lets_its_own_in_and_is_understood_there(way):
    made, far = bench_and_far(**WAYS[way])
    raw, headers = made.signed(ASSIGN, "m-1", NOW)

    assert made.platform.verify(raw, headers, NOW) == "m-1"
    assert made.platform.read(raw).reference == "REF-1"
    assert (await made.platform.send(an_outgoing(), "k-1")).platform_number == "S-1"
    assert await made.platform.look_up("k-1") is not None
    request, _ = far.asked[0]
    kind = request.headers["content-type"]
    assert kind.startswith("application/soap+xml" if "1.2" in way else "text/xml")
    assert request.headers.get("soapaction", '"submit"') == '"submit"'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b">court-a<", b">court-b<"),
        (b"#PasswordDigest", b"#PasswordText"),
        (b"<wsse:Nonce", b"<wsse:Other"),
        (b"<wsu:Created>2026-03-02T01", b"<wsu:Created>2026-03-02T02"),
        (b"<wsu:Created>2026-03-02T01:00:00Z", b"<wsu:Created>today"),
        (b"<wsu:Created>", "<wsu:Created>é".encode()),
        (b"<wsse:Username>", b"<wsse:Username>x</wsse:Username><wsse:Username>"),
        (b"wsu:Created>", b"wsu:Later>"),
    ],
)
def test_a_token_that_was_changed_is_forged(old, new):
    made = bench(TOKEN)
    raw, headers = made.signed(ASSIGN, "m-1", NOW)
    changed = raw.replace(old, new).replace(b"</wsse:Nonce>", b"</wsse:Other>" if b"Other" in new else b"</wsse:Nonce>")

    assert changed != raw
    if b"PasswordText" in new:
        assert made.platform.verify(changed, headers, NOW) == "m-1"  # The type says nothing; the digest counts.
        return
    with pytest.raises(Rejected, match="forged"):
        made.platform.verify(changed, headers, NOW)


def test_a_token_is_for_one_message_and_for_its_time():
    made = bench(TOKEN)
    raw, headers = made.signed(ASSIGN, "m-1", NOW)

    assert made.platform.verify(raw, headers, NOW) == made.platform.verify(raw, headers, NOW) == "m-1"
    used, other = made.platform.used_nonce(raw), made.platform.used_nonce(raw.replace(b"12000.00", b"99000.00"))
    assert (used.sender, used.nonce, used.until) == ("court-a", b"nonce-of-a-message", NOW + timedelta(minutes=5))
    assert (used.nonce, used.until, used.content == other.content) == (other.nonce, other.until, False)
    assert bench().platform.used_nonce(raw) is None
    with pytest.raises(Rejected, match="stale"):
        made.platform.verify(raw, headers, NOW + timedelta(minutes=6))


def test_a_genuine_envelope_without_an_id_is_no_message_and_without_a_proof_none_comes_in():
    made = bench()
    with pytest.raises(Rejected, match="no_id"):
        made.platform.verify(*made.signed(ASSIGN, "", NOW), NOW)
    with pytest.raises(Rejected, match="no_id"):
        made.platform.verify(*made.signed({"a": "1", "@b": "2", "c": ["x", "y"]}, "é", NOW), NOW)

    settings = {name: value for name, value in SETTINGS.items() if not name.startswith("sign")}
    made.platform._options = options_of(settings, {})
    with pytest.raises(Rejected, match="forged"):
        made.platform.verify(*made.signed(ASSIGN, "m-1", NOW), NOW)


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (fault("Server"), Unavailable, "fault_server"),
        (fault("Server.Busy"), Unavailable, "fault_server"),
        (fault("Client"), Rejected, "fault_client"),
        (fault("VersionMismatch"), Rejected, "fault_not_understood"),
        (fault("FailedAuthentication"), Unavailable, "fault_security"),
        (fault("NewThing"), Unreadable, "fault_unknown"),
        (fault("Receiver", version="1.2"), Unavailable, "fault_server"),
        (fault("Sender", version="1.2", status=400), Rejected, "fault_client"),
        (fault("Sender", version="1.2", status=400, inner="MessageExpired"), Unavailable, "fault_security"),
        (whole(b"<html/>", 502), Unavailable, "status_502"),
        (whole(b"", 404), Rejected, "status_404"),
        (whole(b"", 401), Unavailable, "status_401"),
        (whole(b"", 302), Unavailable, "status_302"),
        (whole(b"<html/>"), Unavailable, "answer_unreadable"),
        (whole(b"<a"), Unavailable, "answer_unreadable"),
        (whole(b"<a/>", truncated=True), Unavailable, "answer_cut"),
        (whole(b"<!DOCTYPE a><a/>"), Unreadable, "xml_document_type"),
        (whole(RECORDED[0].read_bytes(), 500), Unavailable, "status_500"),
        (
            whole(
                b'<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><a>x<b/></a></e:Body></e:Envelope>'
            ),
            Unavailable,
            "answer_unreadable",
        ),
    ],
)
async def test_what_an_answer_means(answer, kind, reason):
    made, far = bench_and_far()
    far.answers = [answer]

    with pytest.raises(kind, match=f"^{reason}$"):
        await made.platform.send(an_outgoing(), "k-1")


async def test_messages_are_fetched_page_by_page_and_read_as_they_came():
    made, far = bench_and_far()
    far.has = [{**copy.deepcopy(ASSIGN), "msgId": f"m-{n}"} for n in range(3)]

    first = await made.platform.pull(None)
    second = await made.platform.pull(first.cursor)
    third = await made.platform.pull(second.cursor)

    assert [message_id for page in (first, second, third) for message_id, _ in page.messages] == ["m-0", "m-1", "m-2"]
    assert third.cursor == second.cursor == "3"
    assert made.platform.read(first.messages[0][1]) == made.platform.read(made.raw(ASSIGN))
    far.has += [{"msgType": "RECALL"}, {**copy.deepcopy(ASSIGN), "msgId": "m-4"}]
    mixed = await made.platform.pull("3")
    assert ([message_id for message_id, _ in mixed.messages], mixed.cursor) == (["m-4"], "5")
    assert [b"RECALL" in raw for raw in mixed.unnamed] == [True]
    bare = {name: value for name, value in SETTINGS.items() if name not in {"pull", "held"}}
    made.platform._options = options_of(bare, CREDENTIALS)
    assert (await made.platform.pull("7")).cursor == "7"
    with pytest.raises(Rejected, match="no_list"):
        await made.platform.held(date(2026, 3, 2))


async def test_a_platform_says_what_it_holds():
    made, far = bench_and_far()
    far.holds = [{"ajbs": "R-1", "zt": "9", "je": "5"}]

    (only,) = await made.platform.held(date(2026, 3, 2))

    assert (only.reference, only.state, only.amount) == ("R-1", "unknown:9", "5.00")


TEXTS = st.text("a甲<&]>'\"\u2028 1", min_size=1, max_size=8).map(str.strip).filter(bool)
LEAVES = st.dictionaries(st.sampled_from("abc甲"), TEXTS, min_size=1)


@given(document=st.dictionaries(st.sampled_from("xyz"), TEXTS | LEAVES | st.lists(TEXTS, min_size=2, max_size=3)))
@settings(max_examples=60)
def test_what_is_written_is_read_again(document):
    element = element_of("x", document, NAMESPACE, qualified=True)

    assert document_of(loaded(etree.tostring(element, encoding="utf-8")), NAMESPACE, frozenset()) == document


def test_what_xml_can_not_write_needs_a_person_and_attributes_are_read_beside_their_text():
    for document in ({"a b": "1"}, {"a": "\x01"}, {"@a b": "1"}):
        with pytest.raises(Unreadable, match="not_xml"):
            element_of("x", document, NAMESPACE, qualified=True)
    read = loaded('<x k="1"><je unit="元">5</je><a/><b><c/></b><n/><n>2</n></x>'.encode())
    told = {"@k": "1", "je": "5", "je@unit": "元", "a": None, "b": {"c": None}, "n": [None, "2"]}

    assert document_of(read, NAMESPACE, frozenset()) == told
    assert document_of(read, NAMESPACE, frozenset({("je",)}))["je"] == ["5"]
    empty = element_of("x", {"a": None, "b": True, "c": False}, NAMESPACE, qualified=False)
    assert document_of(empty, NAMESPACE, frozenset()) == {"a": None, "b": "true", "c": "false"}
    with pytest.raises(NotXmlError):
        canonical(loaded(b'<a xmlns="relative"/>'))


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"url": "ftp://x"}, "/settings/url"),
        ({"typo": 1}, "/settings/typo"),
        ({"namespace": "court"}, "/settings/namespace"),
        ({"version": "2.0"}, "/settings/version"),
        ({"qualified": True}, "/settings/qualified"),
        ({"sign_in": {}}, "/settings/sign_in/user"),
        ({"sign_in": {**SIGN, "method": "password"}}, "/settings/sign_in/method"),
        ({"sign_out": {**SIGN, "header": "x"}}, "/settings/sign_out/header"),
        ({"send": {"element": "a b"}}, "/settings/send/element"),
        ({"send": {"action": 'a"b'}}, "/settings/send/action"),
        ({"look_up": {"key_at": "a[]"}}, "/settings/look_up/key_at"),
    ],
)
def test_settings_that_can_not_work_are_refused_with_their_place(change, pointer):
    with pytest.raises(Refusal) as refusal:
        options_of({**SETTINGS, **change}, CREDENTIALS)

    assert (refusal.value.code, refusal.value.pointer) == ("platform_settings_invalid", pointer)
    with pytest.raises(Refusal):
        options_of(SETTINGS, {"secret_in": "short"})
