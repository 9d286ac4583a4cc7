"""Bodies are parsed once, strictly, in time that grows with their length and no faster."""

import asyncio
import json
from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from app.domain.errors import Refusal
from app.routers.body import canonical, parse, read_json

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


@given(VALUES, st.booleans())
def test_what_is_json_and_bounded_is_read_as_it_is(value, escaped):
    raw = json.dumps(value, ensure_ascii=escaped).encode()

    assert parse(raw, depth_limit=32) == value


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


async def test_a_body_that_does_not_come_is_not_waited_for_for_ever():
    pieces = iter([{"type": "http.request", "body": b"{", "more_body": True}])

    async def receive():
        if (piece := next(pieces, None)) is not None:
            return piece
        return await asyncio.Event().wait()

    scope = {"type": "http", "headers": [(b"content-type", b"application/json")]}

    with pytest.raises(Refusal, match="body_too_slow"):
        await read_json(Request(scope, receive), limit_bytes=100, depth_limit=32, limit_seconds=0.05)
