"""Bodies are parsed once, strictly, in time that grows with their length and no faster."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from app.domain.errors import Refusal
from app.routers.body import ITEMS_MAX, VALUES_MAX, canonical, parse, read_json

CONTRACT = json.loads((Path(__file__).parents[2] / "openapi" / "openapi.json").read_text())
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**38), 10**38)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def bodies():
    """Schemas of all bodies that the contract takes."""
    for operations in CONTRACT["paths"].values():
        for operation in operations.values():
            if "requestBody" in operation:
                content = operation["requestBody"]["content"]
                yield from (kind["schema"] for name, kind in content.items() if name == "application/json")


def sizes(schema=None):
    """Most items of each array below a schema, by default of all bodies."""
    for below in [*bodies()] if schema is None else parts(schema):
        if below.get("type") == "array":
            yield below["maxItems"]
        yield from sizes(below)


def parts(schema):
    if "$ref" in schema:
        return [CONTRACT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]]
    items = [schema["items"]] if "items" in schema else []
    return [*schema.get("oneOf", schema.get("anyOf", ())), *schema.get("properties", {}).values(), *items]


def most_values(schema):
    """Values of the largest body that fits a schema, itself included."""
    if "$ref" in schema or "oneOf" in schema or "anyOf" in schema:
        return max(map(most_values, parts(schema)))
    times = schema["maxItems"] if schema.get("type") == "array" else 1
    return 1 + times * sum(map(most_values, parts(schema)))


@given(VALUES, st.booleans(), st.sampled_from([(",", ":"), (", ", ": ")]))
def test_what_is_json_and_bounded_is_read_as_it_is(value, escaped, separators):
    raw = json.dumps(value, ensure_ascii=escaped, separators=separators).encode()

    assert repr(parse(raw, depth_limit=32)) == repr(value)


@pytest.mark.parametrize("raw", [b'{"a":1,"a":2}', b'{"a": 1, "a": 2}', b'[{"b":{"a":1,"a":1}}]'])
def test_a_key_that_stands_twice_is_refused_however_it_is_written(raw):
    with pytest.raises(Refusal, match="json_duplicate_key"):
        parse(raw, depth_limit=32)


@given(VALUES)
def test_the_canonical_form_is_that_of_equal_values(value):
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_and_nothing_else(raw):
    with suppress(Refusal):
        parse(raw, depth_limit=32)


@given(st.integers(1, 80))
def test_depth_is_counted_outside_texts_only(depth):
    raw = (b'{"[[[[":' * depth) + b'"]]]]"' + b"}" * depth

    if depth <= 32:
        assert parse(raw, depth_limit=32)
    else:
        with pytest.raises(Refusal, match="json_too_deep"):
            parse(raw, depth_limit=32)


@pytest.mark.parametrize("depth", [254, 255, 300, 1_024, 1_025, 20_000])
@pytest.mark.parametrize(("opening", "inmost", "closing"), [(b"[", b"", b"]"), (b'{"a":', b"1", b"}")])
def test_what_is_read_quickly_but_is_too_deep_to_be_written_is_refused_like_all_that_is_deep(
    depth, opening, inmost, closing
):
    with pytest.raises(Refusal, match="json_too_deep"):
        parse(opening * depth + inmost + closing * depth, depth_limit=32)


def test_an_escaped_pair_of_surrogates_is_one_character():
    assert parse(rb'{"name": "\ud840\udc0b"}', depth_limit=32) == {"name": "𠀋"}


def test_an_escaped_backslash_before_a_u_is_no_surrogate():
    assert parse(rb'"\\ud800"', depth_limit=32) == r"\ud800"


@pytest.mark.parametrize(
    "raw",
    [b'"' * 500_000, b"[" + b'\\"' * 250_000, b"[[" * 20 + b'"\\' * 250_000, b"{" * 500_000, b'["' + b"\\" * 500_000],
)
def test_hostile_bodies_cost_no_more_than_their_length(raw):
    started = perf_counter()

    with pytest.raises(Refusal):
        parse(raw, depth_limit=32)

    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    "raw",
    [
        b"[" + b"{}," * 349_000 + b"{}]",
        b'{"parties": [' + b"[]," * 349_000 + b"[]]}",
        b'{"identities": [' + b"{}," * ITEMS_MAX + b"{}]}",
        b'{"sensitivities": [' + b'"a",' * ITEMS_MAX + b'"a"]}',
        b"[" + b"1," * ITEMS_MAX + b"1]",
        b"{" + b",".join(b'"k%d": 1' % n for n in range(ITEMS_MAX + 1)) + b"}",
        b"[" + (b"[" + b"0," * 900 + b"0],") * 120 + b"0]",
        b'["' + b"," * 200_000 + b'"' + b",[]" * 100_001 + b"]",
    ],
)
def test_more_items_or_values_than_the_contract_could_take_are_refused_before_they_are_looked_at(raw):
    with pytest.raises(Refusal, match="json_too_many_values") as refusal:
        parse(raw, depth_limit=32)

    assert refusal.value.facts == {"items": ITEMS_MAX, "values": VALUES_MAX}


@pytest.mark.parametrize(
    "value",
    [
        "," * 300_000,
        [[0] * 900] * 110,
        [{"claims": [{"text": '\\",[{'}] * 50}] * 200,
        {str(n): [n] for n in range(1_000)},
    ],
)
def test_what_is_within_the_bounds_is_read_however_it_is_written(value):
    assert parse(json.dumps(value).encode(), depth_limit=32) == value


def test_the_bounds_hold_every_array_of_the_contract_and_every_body_in_full():
    assert max(sizes()) <= ITEMS_MAX
    assert max(most_values(body) for body in bodies()) == 80_122 < VALUES_MAX


async def test_a_body_that_does_not_come_is_not_waited_for_for_ever():
    pieces = iter([{"type": "http.request", "body": b"{", "more_body": True}])

    async def receive():
        if (piece := next(pieces, None)) is not None:
            return piece
        return await asyncio.Event().wait()

    scope = {"type": "http", "headers": [(b"content-type", b"application/json")]}

    with pytest.raises(Refusal, match="body_too_slow"):
        await read_json(Request(scope, receive), limit_bytes=100, depth_limit=32, limit_seconds=0.05)
