"""The clock that use cases are handed: legal time with the stored offset in development, plain time in production."""

from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.clock import LegalTime, SystemClock
from app.adapters.database.lending import session_of
from app.adapters.database.registry import OFFSET
from app.domain.time import LegalNow


class RecordingClock(Protocol):
    """A system clock; tests pass a steered one."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...

    def recorded_at(self) -> datetime:
        """The present, never before an earlier answer."""
        ...


class LegalClock:
    """Both clocks. The offset is read afresh each time, so that a move is seen by every process with its next request.

    Writes read the offset together with all else they need and hand it to `legal_at`; only `legal_now` asks by itself.
    """

    __slots__ = ("_engine", "_source")

    def __init__(self, engine: AsyncEngine | None, source: RecordingClock | None = None) -> None:
        """Make the clock; without an engine it is production's, which has no offset and can not be moved."""
        self._engine = engine
        self._source = source or SystemClock()

    @property
    def steerable(self) -> bool:
        """Whether the legal clock may be moved."""
        return self._engine is not None

    async def legal_now(self) -> LegalNow:
        """Now on the legal clock; in development one small query."""
        if self._engine is None:
            return self.legal_at(0)
        async with session_of(self._engine) as session:
            return self.legal_at(int(await session.value(OFFSET)))

    def legal_at(self, offset_seconds: int) -> LegalNow:
        """Now on the legal clock, with an offset that was just read; production ignores it."""
        offset = timedelta(seconds=offset_seconds) if self.steerable else timedelta(0)
        return LegalTime(self._source, offset).now()

    def system_now(self) -> datetime:
        """Now, aware, in UTC."""
        return self._source.now()

    def recorded_at(self) -> datetime:
        """Now, never before an earlier answer of this process."""
        return self._source.recorded_at()
