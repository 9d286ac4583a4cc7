"""The platform itself: what was filed under which key, and the signature of its own messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.adapters.courts.memory.mapping import document_of
from app.adapters.header_hmac import verified
from app.domain.court_platform import Heard, Holding, MessageId, Outgoing, Platform, Receipt, Unavailable
from app.domain.errors import Refusal
from app.domain.platform_mapping import PlatformMapping, mapping_of


@dataclass
class Office:
    """What a simulated court holds.

    Attributes:
        filed: What was told, by key, in their words.
        losing: How many of the next replies are lost after the effect.
        holds: What it says it holds.
    """

    filed: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    losing: int = 0
    holds: list[Holding] = field(default_factory=list)


class MemoryPlatform:
    """Speaks to an `Office` of this process."""

    def __init__(self, platform: Platform, office: Office) -> None:
        self._mapping: PlatformMapping = mapping_of(platform.mapping)
        self._secret = platform.credentials["secret"].encode()
        self._office = office

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The id in the header `x-message-id`, under an HMAC over id, time and body."""
        return verified(self._secret, raw, headers, now)

    def read(self, raw: bytes) -> Heard:
        """The message in our words."""
        return self._mapping.heard(document_of(raw))

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """File once under the key."""
        self._office.filed.setdefault(key, self._mapping.said(message))
        if self._office.losing:
            self._office.losing -= 1
            raise Unavailable("timed_out")
        return self._receipt(key)

    async def look_up(self, key: str) -> Receipt | None:
        """What was filed under the key."""
        return self._receipt(key) if key in self._office.filed else None

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What the office holds, whatever the day."""
        _ = day
        return tuple(self._office.holds)

    def _receipt(self, key: str) -> Receipt:
        return Receipt(processed=True, platform_number=f"M-{list(self._office.filed).index(key) + 1}")


def check(_settings: Mapping[str, Any], credentials: Mapping[str, str]) -> None:
    """Refuses with `platform_settings_invalid` without a secret."""
    if len(credentials.get("secret", "")) < 16:  # noqa: PLR2004
        raise Refusal("platform_settings_invalid", pointer="/credentials/secret")
