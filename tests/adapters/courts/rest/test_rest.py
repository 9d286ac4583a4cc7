"""JSON over HTTP: layouts of signatures, what statuses and answers mean, fetching, tokens."""

from datetime import date

import gmssl_pyx
import pytest

from app.adapters.courts.rest import signature
from app.adapters.courts.rest.options import options_of
from app.adapters.dialect_answers import require_lists
from app.domain.court_platform import Rejected, Unavailable, Unreadable
from app.domain.errors import Refusal
from app.domain.outbound import OutboundAnswer
from tests.adapters.courts.bench import ASSIGN, NOW, an_outgoing
from tests.adapters.courts.rest.far import told
from tests.adapters.courts.rest.harness import LAYOUT, SECRET, SETTINGS, bench, bench_and_far

PUBLIC, PRIVATE = gmssl_pyx.sm2_key_generate()
SM2 = {"sm2_private": PRIVATE.hex(), "sm2_public": PUBLIC.hex(), "sm2_peer_public": PUBLIC.hex()}
LAYOUTS = {
    "sorted parameters": {},
    "digest": {"over": "body_digest"},
    "digest, other order": {"over": "body_digest", "order": ["digest", "nonce", "timestamp"], "separator": "|"},
    "SM3": {"over": "body_digest", "digest": "sm3", "algorithm": "hmac-sm3", "encoding": "base64"},
    "milliseconds, capitals": {"unit": "milliseconds", "encoding": "hex_upper"},
    "SM2 as DER": {"over": "body_digest", "digest": "sm3", "algorithm": "sm2", "encoding": "base64"},
    "SM2 as r and s": {"algorithm": "sm2", "form": "rs", "encoding": "hex", "signer_id": "court-a@sm2"},
}


def bench_of(name):
    return bench({**LAYOUT, **LAYOUTS[name]}, SM2 if "SM2" in name else None)


@pytest.mark.parametrize("name", LAYOUTS)
async def test_what_is_signed_in_a_layout_is_let_in_and_nothing_else(name):
    made = bench_of(name)
    raw, headers = made.signed(ASSIGN, "m-1", NOW)

    assert made.platform.verify(raw, {key.lower(): value for key, value in headers.items()}, NOW) == "m-1"
    for forge in made.forgeries.values():
        with pytest.raises(Rejected, match="forged"):
            made.platform.verify(*forge(raw, headers), NOW)
    assert (await made.platform.send(an_outgoing(), "k-1")).platform_number == "F-1"
    assert await made.platform.look_up("k-1") is not None


def test_sorted_parameters_are_signed_as_documented():
    """By hand: members in the order of their names, texts as they are, objects as JSON, what is null left out."""
    layout = options_of(SETTINGS, {"secret": SECRET}).signs_in
    parts = {"app_id": "court-a", "timestamp": "1", "nonce": "n"}

    text = signature.signed_text(layout, parts, '{"b": {"y": 1, "x": "甲"}, "a": 2, "c": null, "d": 1.50}'.encode(), "")

    assert text.decode() == 'X-App-Id=court-a&X-Nonce=n&X-Timestamp=1&a=2&b={"x":"甲","y":1}&d=1.50'


def test_a_genuine_message_without_an_id_is_no_message():
    made = bench()
    raw, headers = made.signed(ASSIGN, "", NOW)

    with pytest.raises(Rejected, match="no_id"):
        made.platform.verify(raw, headers, NOW)
    digests = bench({**LAYOUT, "over": "body_digest"})
    layout = digests.platform._options.signs_in
    headers = signature.signed(layout, {"secret": SECRET}, b"[", "", now=NOW, nonce="n")
    with pytest.raises(Rejected, match="no_id"):
        digests.platform.verify(b"[", headers, NOW)


def test_without_a_layout_nothing_is_let_in_and_nothing_is_signed():
    settings = {name: value for name, value in SETTINGS.items() if not name.startswith("sign")}
    made = bench()
    made.platform._options = options_of(settings, {})

    with pytest.raises(Rejected):
        made.platform.verify(*made.signed(ASSIGN, "m-1", NOW), NOW)
    assert made.platform._signature("/x", b"") == {}


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (500, "status_500"),
        (429, "status_429"),
        (401, "status_401"),
        (302, "status_302"),
        (told(200, b"<html>"), "answer_unreadable"),
        (OutboundAnswer(200, {}, b'{"code"', truncated=True, duration_ms=1), "answer_cut"),
    ],
)
async def test_what_may_go_well_later_is_unavailable(answer, failure):
    made, far = bench_and_far()
    far.answers = [answer]

    with pytest.raises(Unavailable, match=failure):
        await made.platform.send(an_outgoing(), "k-1")


async def test_what_never_will_is_rejected_and_what_they_do_not_take_is_told():
    made, far = bench_and_far()
    far.answers = [400, told(200, {"code": "E7"}), told(200, {}), told(200, {"code": "0", "data": {"bh": 5}})]

    with pytest.raises(Rejected, match="status_400"):
        await made.platform.send(an_outgoing(), "k-1")
    refused, silent, waiting = [await made.platform.send(an_outgoing(), "k-1") for _ in range(3)]

    assert (refused.processed, refused.refused) == (False, "their_E7")
    assert silent.refused == "their_answer"
    assert (waiting.processed, waiting.platform_number, waiting.refused) == (False, "5", None)


async def test_a_look_up_of_something_that_they_do_not_take_has_not_arrived():
    made, far = bench_and_far()
    far.answers = [told(200, {"code": "NOT_FOUND"})]

    assert await made.platform.look_up("k-1") is None


async def test_without_places_every_success_is_processed():
    made, far = bench_and_far(answer={})
    far.answers = [told(200, b"")]

    receipt = await made.platform.send(an_outgoing(), "k-1")

    assert (receipt.processed, receipt.platform_number, receipt.refused) == (True, None, None)


async def test_a_list_is_fetched_page_by_page():
    made, far = bench_and_far()
    far.has = [{"msgId": f"m-{n}", "msgType": "RECALL"} for n in range(3)]

    first = await made.platform.pull(None)
    second = await made.platform.pull(first.cursor)
    third = await made.platform.pull(second.cursor)

    assert [message_id for page in (first, second, third) for message_id, _ in page.messages] == ["m-0", "m-1", "m-2"]
    assert third.cursor == second.cursor == "3"
    far.has += [{"msgType": "RECALL"}, {"msgId": "m-4", "msgType": "RECALL"}]
    mixed = await made.platform.pull(third.cursor)
    assert ([message_id for message_id, _ in mixed.messages], mixed.cursor) == (["m-4"], "5")
    assert mixed.unnamed == (b'{"msgType":"RECALL"}',)
    made.platform._options = options_of({"base_url": "https://c.example"}, {})
    assert (await made.platform.pull("7")).cursor == "7"


async def test_a_platform_says_what_it_holds():
    made, far = bench_and_far()
    far.holds = [{"ajbs": "R-1", "zt": "9", "je": "5", "jg": "1"}, {"ajbs": 7, "zt": "", "jg": ""}]

    first, second = await made.platform.held(date(2026, 3, 2))

    assert (first.reference, first.state, first.amount, first.duties) == ("R-1", "unknown:9", "5.00", {"result"})
    assert (second.reference, second.state, second.amount, second.duties) == ("7", None, None, frozenset())
    for wrong in ({"zt": "1"}, {"ajbs": "R", "je": "much"}):
        far.holds = [wrong]
        with pytest.raises(Unreadable):
            await made.platform.held(date(2026, 3, 2))
    made.platform._options = options_of({"base_url": "https://c.example"}, {})
    with pytest.raises(Rejected, match="no_list"):
        await made.platform.held(date(2026, 3, 2))


async def test_a_token_is_asked_for_by_client_credentials():
    secrets = {"secret": SECRET, "client_id": "c", "client_secret": "s&s"}
    made, far = bench_and_far(credentials=secrets, token={"path": "/oauth/token"})

    assert (await made.platform.send(an_outgoing(), "k-1")).processed

    assert far.asked[0].body == b"grant_type=client_credentials&client_id=c&client_secret=s%26s"
    far._answered = None
    made.platform._outbound.send = refusing
    with pytest.raises(Unavailable, match="no_token"):
        await made.platform.send(an_outgoing(), "k-2")


async def refusing(request, *, networks):
    return told(401, {"error": "invalid_client"})


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"base_url": "ftp://x"}, "/settings/base_url"),
        ({"base_url": "https://[x"}, "/settings/base_url"),
        ({"typo": 1}, "/settings/typo"),
        ({"networks": "everywhere"}, "/settings/networks"),
        ({"id_at": "a[]"}, "/settings/id_at"),
        ({"id_at": 5}, "/settings/id_at"),
        ({"sign_in": "hmac"}, "/settings/sign_in"),
        ({"sign_in": {}}, "/settings/sign_in/app_id"),
        ({"sign_in": {**LAYOUT, "over": "body"}}, "/settings/sign_in/over"),
        ({"sign_in": {**LAYOUT, "order": ["nonce"]}}, "/settings/sign_in/order"),
        ({"sign_in": {**LAYOUT, "order": "nonce"}}, "/settings/sign_in/order"),
        ({"sign_in": {**LAYOUT, "tolerance_seconds": 0}}, "/settings/sign_in/tolerance_seconds"),
        ({"sign_in": {**LAYOUT, "algorithm": "sm2"}}, "/credentials/sm2_peer_public"),
        ({"sign_out": {**LAYOUT, "algorithm": "sm2"}}, "/credentials/sm2_private"),
        ({"look_up": {"path": "/x"}}, "/settings/look_up/path"),
        ({"pull": {"path": "/x"}}, "/settings/pull/path"),
        ({"held": {}}, "/settings/held/path"),
        ({"token": {"path": "/t"}}, "/credentials/client_id"),
    ],
)
def test_settings_that_can_not_work_are_refused_with_their_place(change, pointer):
    with pytest.raises(Refusal) as refusal:
        options_of({**SETTINGS, **change}, {"secret": SECRET})

    assert (refusal.value.code, refusal.value.pointer) == ("platform_settings_invalid", pointer)


def test_a_list_of_codes_that_the_mapping_does_not_have_is_refused_with_its_place():
    held = {"held": {"state_codes": "states", "procedure_codes": "steps"}}
    require_lists(held, {"states", "steps"})
    with pytest.raises(Refusal) as refused:
        require_lists(held, {"states"})
    assert (refused.value.code, refused.value.pointer) == (
        "platform_settings_invalid",
        "/settings/held/procedure_codes",
    )
