"""Changing keys: what a re-encryption sees of the database, and what it reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table with columns to be written anew. `columns`: their names, in the order of the table."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyUse:
    """How many fields of one column are sealed with one key."""

    table: str
    column: str
    key_id: str
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """What was done with one window of rows.

    Attributes:
        last_id: Where to go on behind; None where there were no more rows.
        seen: Rows in the window.
        rewritten: Rows that were written anew.
        held: Rows that somebody else held at that moment; they are left for another pass.
        unreadable: Fields that no key of the ring reads; they are left as they are.
    """

    last_id: UUID | None
    seen: int = 0
    rewritten: int = 0
    held: int = 0
    unreadable: int = 0


class Vault(Protocol):
    """The sealed and hashed columns of one database, with the ring that reads them. Each step is a transaction."""

    @property
    def current_key_id(self) -> str:
        """The key that writes."""
        ...

    @property
    def other_key_ids(self) -> Sequence[str]:
        """The keys of the ring that only read."""
        ...

    async def sealed_tables(self) -> tuple[KeptTable, ...]:
        """Every table with sealed columns, as the database itself has them."""
        ...

    async def hashed_tables(self) -> tuple[KeptTable, ...]:
        """Every table with keyed hashes."""
        ...

    async def uses(self) -> tuple[KeyUse, ...]:
        """How many fields each key has sealed, by table and column."""
        ...

    async def reseal(self, table: KeptTable, *, after_id: UUID | None, limit: int) -> Step:
        """Seal the fields of one window of rows with the current key."""
        ...

    async def rehash(self, table: KeptTable, *, after_id: UUID | None, limit: int) -> Step:
        """Compute the hashes of one window of rows with the present hash key."""
        ...

    async def settle(self, *, unused: Sequence[str], rehashed: bool) -> None:
        """Expect these keys no more at the next start; `rehashed`: the present hash key from now on."""
        ...
