"""What the use cases around platforms of courts need from outside, as Protocols."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.access import TenantId
from app.domain.court_platform import CourtPlatform, Platform, PlatformCode, UsedNonce
from app.domain.feed import FeedEvent, PagedFeed


class PlatformStore(Protocol):
    """Configuration of platforms, and how far each was served."""

    async def current(self, code: PlatformCode, day: date, *, secrets: bool = False) -> Platform | None:
        """The newest row of the code that is valid on the day; with credentials where `secrets`."""
        ...

    async def served(self, day: date) -> tuple[Platform, ...]:
        """The current row of every code on the day, without credentials; for the worker."""
        ...

    async def page(
        self, *, code: PlatformCode | None, tenant_id: TenantId | None, after_id: UUID | None, limit: int
    ) -> tuple[Platform, ...]:
        """All rows, newest first; of one code or of one court where that is given."""
        ...

    async def add(self, platform: Platform) -> None:
        """Write a new row."""
        ...

    async def position(self, code: PlatformCode) -> "Position":
        """How far the platform was served; where nothing was done yet, the beginning. Seen by its court."""
        ...

    async def set_position(
        self, code: PlatformCode, *, feed_position: int | None = None, pull_cursor: str | None = None
    ) -> None:
        """Write what is given; the rest stays."""
        ...

    async def use_nonce(self, code: PlatformCode, used: UsedNonce, now: datetime) -> bool:
        """Remember a nonce; whether it is new, or came before with the same content. What is stale is forgotten."""
        ...

    async def count_refused(self, code: PlatformCode, kind: str) -> None:
        """One more message that was refused as `forged`, `stale` or `replayed`."""
        ...


@dataclass(frozen=True, slots=True)
class Position:
    """How far one platform was served.

    Attributes:
        feed_position: Last position of the court's feed that was looked at.
        pull_cursor: Where fetching its messages goes on; None for the beginning.
        forged_count: Messages whose signature was not the platform's.
        stale_count: Messages whose time was out of bounds.
        replayed_count: Messages that had come before.
        unread_count: Events of the court's feed that were not looked at yet.
        removed_count: How many of them the feed does not have any more.
    """

    feed_position: int = 0
    pull_cursor: str | None = None
    forged_count: int = 0
    stale_count: int = 0
    replayed_count: int = 0
    unread_count: int = 0
    removed_count: int = 0


Adapter = Callable[[Platform], CourtPlatform]


class NoFeed:
    """The feed of a program that tells platforms nothing."""

    async def page(self, tenant_id: TenantId, *, after: int, limit: int) -> tuple[FeedEvent, ...]:
        """Nothing, ever."""
        _ = tenant_id, after, limit
        return ()


def _no_check(
    _dialect: str, _settings: Mapping[str, Any], _credentials: Mapping[str, str], _lists: Collection[str]
) -> None:
    return None


def _no_expiry(_credentials: Mapping[str, str]) -> datetime | None:
    return None


def _no_adapter(_platform: Platform) -> CourtPlatform:
    raise LookupError("this program speaks to no platform")


@dataclass(frozen=True, slots=True)
class PlatformPorts:
    """What use cases around platforms may reach besides `Ports`.

    Attributes:
        adapter: Speaks to a platform, by its dialect.
        check: Refuses settings or credentials that a dialect can not work with; the last: lists that the mapping has.
        expires: The instant from which on a certificate among the credentials is no longer taken; None without one.
        dialects: Names of the dialects that there are.
        feed: Reads the feed of a court, from which everything is told that its platform has to know.
    """

    adapter: Adapter = field(default=_no_adapter)
    check: Callable[[str, Mapping[str, Any], Mapping[str, str], Collection[str]], None] = field(default=_no_check)
    expires: Callable[[Mapping[str, str]], datetime | None] = field(default=_no_expiry)
    dialects: Sequence[str] = ()
    feed: PagedFeed = field(default_factory=NoFeed)
