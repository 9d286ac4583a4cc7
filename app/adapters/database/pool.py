"""The pool of connections, which also keeps some as they are between two transactions of the unit of work.

What SQLAlchemy does to check a connection out and in again costs as much as a round trip; a transaction that ended with
COMMIT leaves nothing to be looked after. A connection that is kept is the first that the next taker gets, and whoever
comes through SQLAlchemy's own door is never made to wait for one.
"""

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry


class KeepingPool(AsyncAdaptedQueuePool):
    """A pool from which and to which connections pass as they are."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Whatever the engine gives, passed on.
        self._kept: list[AsyncConnection] = []
        self._waiting = 0
        self._ended = False

    def lend(self) -> AsyncConnection | None:
        """A connection that was kept, the latest first; None where there is none."""
        return self._kept.pop() if self._kept else None

    def keep(self, connection: AsyncConnection) -> bool:
        """Take a connection back as it is, nothing open on it; False where one is waited for or the pool ended."""
        if self._waiting or self._ended:
            return False
        self._kept.append(connection)
        return True

    def checkedin(self) -> int:
        """Connections that lie idle, kept ones included."""
        return super().checkedin() + len(self._kept)

    def checkedout(self) -> int:
        """Connections that somebody uses."""
        return super().checkedout() - len(self._kept)

    def dispose(self) -> None:
        """Close what lies idle; what is in use is closed when its user gives it back."""
        self._ended = True
        while self._release():
            pass
        super().dispose()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        if self._ended:
            super().dispose()

    def _do_get(self) -> ConnectionPoolEntry:
        self._release()
        self._waiting += 1
        try:
            return super()._do_get()
        finally:
            self._waiting -= 1

    def _release(self) -> bool:
        """Put one kept connection back among the others; False where there is none."""
        kept = self.lend()
        if kept is None:
            return False
        if kept.sync_connection is not None:  # Never None: it is the proxy of a connection that is open.
            kept.sync_connection.close()
        return True


__all__ = ["KeepingPool"]
