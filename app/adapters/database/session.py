"""One connection inside one transaction, as the repositories use it.

What every request does goes straight to the driver, which keeps each statement prepared: half the time of the same
statement through Core. What is rare goes through Core. Both run on the same connection, and so in the same transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
from sqlalchemy import Executable, Row
from sqlalchemy.ext.asyncio import AsyncConnection


class Session:
    """The open transaction's connection, twice: as the driver has it and as Core has it."""

    __slots__ = ("core", "driver")

    def __init__(self, core: AsyncConnection, driver: asyncpg.Connection) -> None:
        self.core = core
        self.driver = driver

    async def value(self, statement: str, *arguments: object) -> Any:
        """First column of the first row; None where there is no row."""
        return await self.driver.fetchval(statement, *arguments)

    async def rows(self, statement: str, *arguments: object) -> list[Any]:
        """All rows of a statement that bounds their number itself."""
        return list(await self.driver.fetch(statement, *arguments))

    async def run(self, statement: str, *arguments: object) -> None:
        """Carry out a statement whose rows nobody needs."""
        await self.driver.fetch(statement, *arguments)

    async def core_rows(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """All rows of a Core statement."""
        return (await self.core.execute(statement, parameters)).all()

    async def core_count(
        self, statement: Executable, parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> int:
        """Carry out a Core statement; number of rows that it touched, where that is known."""
        return (await self.core.execute(statement, parameters)).rowcount
