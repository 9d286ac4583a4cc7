"""What survives a kill: how far each feed was read, and which referrals turned up in it. One SQLite file a process.

A page of the feed is stored together with the referrals that it named, in one transaction, before anything is done
about them. After a restart every stored referral is read again and decided anew, so a step lost in between is taken,
and a step that had its effect is answered from its Idempotency-Key.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

_TABLES = (
    "CREATE TABLE IF NOT EXISTS feeds (member TEXT PRIMARY KEY, cursor TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS referrals (member TEXT, referral TEXT, reference TEXT, PRIMARY KEY (member, referral))",
)
_FEED = "INSERT INTO feeds VALUES (?, ?) ON CONFLICT (member) DO UPDATE SET cursor = excluded.cursor"
_REFERRAL = "INSERT INTO referrals VALUES (?, ?, NULL) ON CONFLICT DO NOTHING"
_REFERENCE = "INSERT INTO referrals VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET reference = excluded.reference"


class Store:
    """The file of one sandbox process; `member` is the name of one court or organisation in it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "state.sqlite3", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        for statement in _TABLES:
            self._connection.execute(statement)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def cursor(self, member: str) -> str | None:
        """Where the member's feed is read on, or None for its start."""
        with closing(self._connection.execute("SELECT cursor FROM feeds WHERE member = ?", (member,))) as rows:
            row = rows.fetchone()
        return None if row is None else str(row[0])

    def referrals(self, member: str) -> dict[str, str | None]:
        """Referral id to the court's reference; None where it is not yet read."""
        query = "SELECT referral, reference FROM referrals WHERE member = ?"
        with closing(self._connection.execute(query, (member,))) as rows:
            return dict(rows.fetchall())

    def took(self, member: str, cursor: str, referrals: Iterable[str]) -> None:
        """A page was read: its cursor and the referrals it named, both or neither."""
        self._connection.execute("BEGIN")
        self._connection.executemany(_REFERRAL, [(member, referral) for referral in referrals])
        self._connection.execute(_FEED, (member, cursor))
        self._connection.execute("COMMIT")

    def recognised(self, member: str, referral: str, reference: str) -> None:
        """A referral is known by the court's reference."""
        self._connection.execute(_REFERENCE, (member, referral, reference))
