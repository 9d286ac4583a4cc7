"""Mappings: their words against ours, both ways; what is not known is flagged, what is ambiguous is refused."""

import copy

import pytest

from app.domain.court_platform import Outgoing, OutgoingKind, Unmapped
from app.domain.errors import Refusal
from app.domain.platform_forms import FORMS, Unfit
from app.domain.platform_mapping import mapping_of, place_of, put_at, value_at, written
from tests.adapters.courts.bench import ASSIGN, MAPPING, an_outgoing
from tests.each import each


def with_(**parts):
    return {**copy.deepcopy(MAPPING), **parts}


def one(field, **rule):
    """A mapping of one type with one field."""
    return with_(inbound={"T": {"becomes": "transition", "fields": [field], **rule}})


def refused_at(document):
    with pytest.raises(Refusal) as refusal:
        mapping_of(document)
    assert refusal.value.code == "platform_mapping_invalid"
    return refusal.value.pointer


@each(
    ("document", "pointer"),
    [
        ([], "/mapping"),
        ({"typo": 1}, "/mapping"),
        ({"type_at": 5}, "/mapping/type_at"),
        ({"type_at": "a..b"}, "/mapping/type_at"),
        ({"type_at": "a." * 12 + "a"}, "/mapping/type_at"),
        ({"type_at": "a" * 300}, "/mapping/type_at"),
        ({"inbound": {"T": {"becomes": "magic"}}}, "/mapping/inbound/T/becomes"),
        ({"inbound": {"T": {"becomes": "procedure"}}}, "/mapping/inbound/T/becomes"),
        ({"inbound": {"T": {"becomes": "opening", "machine": "enforcement"}}}, "/mapping/inbound/T/becomes"),
        ({"inbound": {str(n): {} for n in range(101)}}, "/mapping/inbound"),
        ({"inbound": {"T": {"becomes": "opening", "constants": {"a[]": 1}}}}, "/mapping/inbound/T/constants"),
        ({"inbound": {"T": {"becomes": "opening", "fields": {}}}}, "/mapping/inbound/T/fields"),
        ({"outbound": {"gossip": {"type": "X"}}}, "/mapping/outbound/gossip"),
        ({"outbound": {"result": {}}}, "/mapping/outbound/result/type"),
        ({"codes": {"c": {"1": 2}}}, "/mapping/codes/c"),
        (one({"from": "a", "to": "b", "as": "hex"}), "/mapping/inbound/T/fields/0/as"),
        (one({"from": "a", "to": "b", "required": 1}), "/mapping/inbound/T/fields/0/as"),
        (one({"from": "a", "to": "b", "codes": "none"}), "/mapping/inbound/T/fields/0/codes"),
        (one({"from": "a", "to": "b", "unknown": "guess"}), "/mapping/inbound/T/fields/0/codes"),
        (one({"from": "a[]", "to": "b"}), "/mapping/inbound/T/fields/0/to"),
        (one({"from": "a", "to": "b", "typo": 1}), "/mapping/inbound/T/fields/0"),
        (one({"from": "a", "to": "b.c"}, constants={"b": "x"}), "/mapping/inbound/T/fields/0/to"),
        (one({"from": "a[]", "to": "b[]"}, constants={"b.c": "x"}), "/mapping/inbound/T/fields/0/to"),
        (one({"from": "a", "to": "b"}, constants={"c": "x", "c.d": "y"}), "/mapping/inbound/T/constants"),
        (with_(type_at="a[]"), "/mapping/type_at"),
        ({"outbound": {"result": {"type": "X", "constants": {"type.a": 1}}}}, "/mapping/outbound/result/constants"),
    ],
)
def test_a_mapping_of_another_form_is_refused_with_its_place(document, pointer):
    assert refused_at(document) == pointer


def test_two_codes_of_theirs_for_one_of_ours_are_refused_where_one_would_have_to_be_guessed():
    codes = {**MAPPING["codes"], "outcome": {"1": "agreed", "9": "agreed"}}

    assert refused_at(with_(codes=codes)) == "/mapping/codes/outcome"
    assert mapping_of(with_(codes=codes, outbound={})).codes["outcome"]["9"] == "agreed"


def test_constants_stand_beside_what_the_message_says():
    heard = mapping_of(one({"from": "d", "to": "occurred_on", "as": "date"}, constants={"action": "take_back"})).heard(
        {"msgType": "T", "d": "2026/3/2"}
    )

    assert (heard.body, heard.reference) == ({"action": "take_back", "occurred_on": "2026-03-02"}, None)


def test_nothing_of_one_message_stays_in_the_constants_of_the_next():
    mapping = mapping_of(one({"from": "n", "to": "cause.name"}, constants={"cause": {"code": "1"}}))

    first, second = mapping.heard({"msgType": "T", "n": "甲"}), mapping.heard({"msgType": "T"})

    assert first.body == {"cause": {"code": "1", "name": "甲"}}
    assert second.body == {"cause": {"code": "1"}}


def test_what_stands_in_the_way_of_an_id_is_told():
    with pytest.raises(Unmapped) as refusal:
        put_at({"head": "x"}, place_of("head.id"), "m-1")

    assert (refusal.value.reason, refusal.value.flags[0].at) == ("field_unreadable", "head.id")


def test_a_message_without_a_reference_place_has_none():
    mapping = {key: value for key, value in MAPPING.items() if key != "reference_at"}

    assert mapping_of(mapping).heard(ASSIGN).reference is None


def test_what_we_say_goes_back_in_their_words():
    said = mapping_of(MAPPING).said(an_outgoing())

    assert said == {
        "msgType": "RESULT_BACK",
        "data": {"ajbs": "REF-1", "rq": "2026-03-02", "jg": "1", "je": "12000.00"},
    }


def test_what_they_have_no_word_for_is_not_said():
    mapping = mapping_of(with_(outbound={"result": {**MAPPING["outbound"]["result"], "constants": {"v": "2"}}}))

    with pytest.raises(Unmapped) as no_kind:
        mapping.said(an_outgoing(OutgoingKind.AGREEMENT))
    with pytest.raises(Unmapped) as no_code:
        mapping.said(Outgoing(OutgoingKind.RESULT, an_outgoing().referral_id, "R", {"outcome": "settled"}))

    assert (no_kind.value.reason, no_code.value.reason) == ("unknown_type", "unknown_code")
    assert (mapping.tells(OutgoingKind.RESULT), mapping.tells(OutgoingKind.AGREEMENT)) == (True, False)
    assert mapping.said(an_outgoing())["v"] == "2"


def test_what_stands_beside_the_mapping_is_put_outside_of_arrays():
    document = {"head": {"a": 1}}

    put_at(document, place_of("head.id"), "m-1")

    assert document == {"head": {"a": 1, "id": "m-1"}}


@each("value", [True, 1.5, ["1"], {"a": 1}])
def test_a_code_is_a_text_or_a_whole_number(value):
    with pytest.raises(Unmapped) as refusal:
        mapping_of(one({"from": "a", "to": "b", "codes": "outcome"})).heard({"msgType": "T", "a": value})

    assert refusal.value.reason == "field_unreadable"


def test_values_of_arrays_land_in_the_same_items_even_where_some_have_none():
    mapping = mapping_of(one({"from": "p[].q[]", "to": "x[].y[]"}))

    heard = mapping.heard({"msgType": "T", "p": [{}, {"q": ["a", "", "b"]}, {"q": "no array"}]})

    assert heard.body == {"x": [{}, {"y": ["a", {}, "b"]}]}


def test_places_are_written_as_they_are_read():
    for text in ("a", "a.b", "a[].b", "data.dsr[].ty[].sx", "x[]"):
        assert written(place_of(text)) == text
    assert value_at({"a": [{"b": 1}]}, place_of("a[].b")) == 1
    assert value_at({"a": 1}, place_of("a.b")) is None
    for text in ("", ".", "a[0]", "[]", "a\x00"):
        with pytest.raises(ValueError, match="not a place"):
            place_of(text)


@each(
    ("form", "value", "ours"),
    [
        ("text", " 甲 ", "甲"),
        ("text", 7, "7"),
        ("integer", "-12", -12),
        ("amount", "12000", "12000.00"),
        ("amount", 0.5, "0.50"),
        ("amount", 3, "3.00"),
        ("fen", 1200001, "12000.01"),
        ("date", "2026-03-02", "2026-03-02"),
        ("date", "20260302", "2026-03-02"),
        ("date", "2026年3月2日", "2026-03-02"),
        ("date", "2026-03-02 09:30:00", "2026-03-02"),
        ("date", "2026-03-02T09:30:00.5+08:00", "2026-03-02"),
        ("flag", "是", True),
        ("flag", 0, False),
        ("flag", True, True),
        ("same", [1], [1]),
    ],
)
def test_values_are_read_in_the_usual_spellings(form, value, ours):
    assert FORMS[form](value) == ours


@each(
    ("form", "value"),
    [
        ("text", True),
        ("text", []),
        ("text", "a" * 20_001),
        ("integer", "1.0"),
        ("integer", "١"),
        ("amount", "12.345"),
        ("amount", "-1"),
        ("amount", "NaN"),
        ("amount", "1e30"),
        ("amount", "12,000"),
        ("amount", True),
        ("fen", "1.5"),
        ("date", "2026-02-30"),
        ("date", "202631"),
        ("date", "2026031"),
        ("date", "02-03-2026"),
        ("date", "soon"),
        ("flag", "maybe"),
    ],
)
def test_what_can_not_be_read_with_certainty_is_refused(form, value):
    with pytest.raises(Unfit):
        FORMS[form](value)
