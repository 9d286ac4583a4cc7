"""Request bodies: bounded while they stream in, parsed once, before anything else looks at them.

What comes out is plain JSON that every later step can carry: UTF-8, no NUL, no lone surrogates, finite numbers of a
bounded length, bounded depth, so many values and no more, no key twice. No refusal of this module repeats what was
sent.
"""

import asyncio
import json
import math
import re
from collections.abc import Iterable
from typing import Any, Final

import orjson
from starlette.requests import Request

from app.domain.errors import Refusal

DIGITS_MAX: Final = 40
"""Most digits of one number, exponent included."""

BODY_SECONDS_MAX: Final = 15.0
"""Longest time for a body to arrive."""

ITEMS_MAX: Final = 1_000
"""Most items of one array and most fields of one object; the contract takes 200."""

VALUES_MAX: Final = 100_000
"""Most values in one body, each array, object, text, number, flag and null; the contract takes 80,122."""

JSON_TYPE: Final = "application/json"

_TEXT: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_ESCAPED_SURROGATE_OR_NUL: Final = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)")


async def read_json(
    request: Request, *, limit_bytes: int, depth_limit: int, limit_seconds: float = BODY_SECONDS_MAX
) -> Any:
    """The parsed body of a request.

    Args:
        request: Its stream is consumed.
        limit_bytes: More bytes than that are refused while they arrive, whatever Content-Length says.
        depth_limit: Most levels of arrays and objects inside each other.
        limit_seconds: Longest time from now to the last byte.

    Raises:
        Refusal: `content_type_not_json`, `not_json`, `json_unsafe_text`, `json_number_out_of_range`,
            `json_too_deep`, `json_too_many_values`, `json_duplicate_key`, `body_too_large`, `body_too_slow`.
    """
    _require_json_type(request.headers.get("content-type", ""))
    raw = await read_raw(request, limit_bytes=limit_bytes, limit_seconds=limit_seconds)
    return parse(raw, depth_limit=depth_limit)


async def read_raw(request: Request, *, limit_bytes: int, limit_seconds: float) -> bytes:
    """The body of a request as it is, bounded as that of `read_json`.

    Raises:
        Refusal: `body_too_large`, `body_too_slow`.
    """
    _require_announced_size(request.headers.get("content-length"), limit_bytes)
    try:
        async with asyncio.timeout(limit_seconds):
            return await _read(request, limit_bytes)
    except TimeoutError:
        raise Refusal("body_too_slow", facts={"limit_seconds": limit_seconds}) from None


def parse(raw: bytes, *, depth_limit: int) -> Any:
    """JSON from bytes, see `read_json`.

    A body with few brackets and commas can be neither deep nor wide, and is not looked through.
    """
    opened = raw.count(b"[") + raw.count(b"{")
    marks = opened + raw.count(b",")
    if marks > VALUES_MAX:
        _require_few(raw)
    try:
        value = _value_of(raw)
    except RecursionError:
        raise _too_deep(depth_limit) from None
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise Refusal("not_json") from None
    if opened > depth_limit or marks > ITEMS_MAX:
        _require_bounds(value, depth_limit)
    if _ESCAPED_SURROGATE_OR_NUL.search(raw):
        _require_safe_text(value)
    return value


def canonical(value: Any) -> bytes:
    """The bytes by which two bodies are the same: sorted keys, no blanks, UTF-8."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError:  # An integer of more than 64 bits.
        return _to_canonical_json(value).encode()


def _value_of(raw: bytes) -> Any:
    """The value, read strictly.

    A text that is, byte for byte, what its value is written as names no key twice and has no number that two readers
    take for two; that is how most clients write, and the quick reader is enough. What it reads but can not write, being
    deeper than it writes, is read strictly too.
    """
    try:
        value = orjson.loads(raw)
        if orjson.dumps(value) == raw:
            return value
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass
    return _decoded(raw.decode("utf-8"))


def _require_json_type(content_type: str) -> None:
    kind, _, parameters = content_type.partition(";")
    charset = parameters.strip().lower()
    if kind.strip().lower() != JSON_TYPE or charset not in {"", "charset=utf-8", 'charset="utf-8"'}:
        raise Refusal("content_type_not_json", facts={"content_type": JSON_TYPE})


def _require_announced_size(announced: str | None, limit_bytes: int) -> None:
    if (
        announced is not None
        and announced.isdecimal()
        and (len(announced) > DIGITS_MAX or int(announced) > limit_bytes)
    ):
        raise _too_large(limit_bytes)


async def _read(request: Request, limit_bytes: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit_bytes:
            raise _too_large(limit_bytes)
        chunks.append(chunk)
    return b"".join(chunks)


def _too_large(limit_bytes: int) -> Refusal:
    return Refusal("body_too_large", facts={"limit_bytes": limit_bytes})


def _require_few(raw: bytes) -> None:
    """Count values before parsing: each but the first stands behind a comma or a bracket that is in no text."""
    bare = _TEXT.sub(b"", raw)
    if bare.count(b",") + bare.count(b"[") + bare.count(b"{") > VALUES_MAX:
        raise _too_many()


def _require_bounds(value: Any, depth_limit: int) -> None:
    """Look through arrays and objects level by level; each is seen once, and none below the deepest level allowed."""
    level = [value]
    for depth in range(depth_limit + 1):
        level = [item for item in level if isinstance(item, list | dict)]
        if not level:
            return
        if depth == depth_limit:
            raise _too_deep(depth_limit)
        level = [item for holder in level for item in _items(holder)]


def _items(holder: list[Any] | dict[str, Any]) -> Iterable[Any]:
    if len(holder) > ITEMS_MAX:
        raise _too_many()
    return holder if isinstance(holder, list) else holder.values()


def _too_deep(limit: int) -> Refusal:
    return Refusal("json_too_deep", facts={"limit": limit})


def _too_many() -> Refusal:
    return Refusal("json_too_many_values", facts={"items": ITEMS_MAX, "values": VALUES_MAX})


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > ITEMS_MAX:
        raise _too_many()
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Refusal("json_duplicate_key")
        found[key] = value
    return found


def _integer(text: str) -> int:
    if len(text) > DIGITS_MAX:
        raise Refusal("json_number_out_of_range", facts={"digits": DIGITS_MAX})
    return int(text)


def _float(text: str) -> float:
    value = float(text) if len(text) <= DIGITS_MAX else math.inf
    if not math.isfinite(value):
        raise Refusal("json_number_out_of_range", facts={"digits": DIGITS_MAX})
    return value


def _constant(_text: str) -> float:
    raise Refusal("json_number_out_of_range", facts={"digits": DIGITS_MAX})


def _require_safe_text(value: Any) -> None:
    """Look through all keys and texts; pairs of escaped surrogates have become one character by now."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            _require_safe(item)
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())


def _require_safe(text: str) -> None:
    if "\x00" in text or not _is_encodable(text):
        raise Refusal("json_unsafe_text")


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


# Made once: with settings of their own they are otherwise made anew for each body.
_decoded = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_constant
).decode
_to_canonical_json = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
