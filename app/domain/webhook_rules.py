"""What an endpoint may be set to: filters and custom headers. Shapes only.

Custom headers are for gateways that stand before a receiver. They never frame the message, never carry what is ours to
say, and their values are secrets: shown to nobody, in no log.

Legal source: none; product decisions.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

from app.domain.errors import Refusal
from app.domain.lifecycle.event_types import EventType

HEADERS_MAX: Final = 20
HEADER_NAME_CHARS_MAX: Final = 64
HEADER_VALUE_CHARS_MAX: Final = 1_024
FILTERS_MAX: Final = 100
SCHEDULE_MAX: Final = 20
SCHEDULE_SECONDS_MAX: Final = 24 * 3600
RATE_MAX: Final = 1_000

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_VALUE: Final = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_PREFIX: Final = re.compile(r"([a-z_]+)\.\*")

NOT_THEIRS: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "expect",
        "forwarded",
        "host",
        "http2-settings",
        "keep-alive",
        "origin",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "range",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "via",
    }
)
"""Headers that frame a message, belong to a hop, or are the service's to say."""

OURS: Final = ("webhook-", "sutiao-", "signature", "content-digest", "proxy-", "x-forwarded-", "sec-")
"""Beginnings of names that are the service's own or those of proxies."""


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The custom headers; refuses with `webhook_header_not_allowed`, whose `reason` names the rule, not the value."""
    if len(headers) > HEADERS_MAX:
        raise _header_refused("too_many")
    if len({name.lower() for name in headers}) < len(headers):
        raise _header_refused("given_twice")
    for name, value in headers.items():
        fault = header_fault(name, value)
        if fault is not None:
            raise _header_refused(fault)
    return dict(headers)


def header_fault(name: str, value: str) -> str | None:
    """What is wrong with a custom header, or None: `name_malformed`, `name_reserved`, `value_malformed`."""
    lowered = name.lower()
    if len(name) > HEADER_NAME_CHARS_MAX or _NAME.fullmatch(name) is None:
        return "name_malformed"
    if lowered in NOT_THEIRS or lowered.startswith(OURS):
        return "name_reserved"
    if len(value) > HEADER_VALUE_CHARS_MAX or _VALUE.fullmatch(value) is None:
        return "value_malformed"
    return None


def _header_refused(reason: str) -> Refusal:
    return Refusal("webhook_header_not_allowed", facts={"reason": reason}, pointer="/headers")


KNOWN_TYPES: Final = frozenset(kind.value for kind in EventType)
KNOWN_PREFIXES: Final = frozenset(f"{value.partition('.')[0]}.*" for value in KNOWN_TYPES)


def is_known_type(text: str) -> bool:
    """Whether a filter names a type of event, or all of a kind: `referral.accepted`, `referral.*`."""
    return text in KNOWN_TYPES or text in KNOWN_PREFIXES


def matches(types: Collection[str], event_type: str) -> bool:
    """Whether a filter lets a type through; an empty one lets all."""
    return not types or event_type in types or f"{event_type.partition('.')[0]}.*" in types
