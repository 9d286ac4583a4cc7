"""Bodies of deliveries: the event as the feed has it, written once for all endpoints that want it."""

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from app.domain.cursor import written
from app.domain.delivery_port import Target
from app.domain.feed import FeedEvent
from app.services.history import item_of

EVENTS_KEPT_MAX: Final = 1_000
"""About a kilobyte each; those that are sent at the same time are mostly the same few."""

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=str)
_NOWHERE: Final = "null"


def dumped(value: Mapping[str, Any]) -> bytes:
    """A body as it is signed and sent."""
    return _JSON.encode(value).encode()


class Bodies:
    """What events say to whoever reads them; position and cursor are put in for each reader."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[UUID, tuple[str, str]] = {}

    def of(self, target: Target, event: FeedEvent, more: Mapping[str, Any] | None = None) -> bytes:
        """The event at its position, with the cursor behind it; `more` are members that follow."""
        before, after = self._kept.get(event.id) or self._around(event)
        cursor = written(target.tenant_id, target.epoch, event.position)
        members = "" if more is None else "".join(f',"{name}":{_JSON.encode(value)}' for name, value in more.items())
        return f'{before}{event.position}{after},"cursor":"{cursor}"{members}}}'.encode()

    def _around(self, event: FeedEvent) -> tuple[str, str]:
        """What stands before and behind the position, which is the one thing of an event that is its reader's own."""
        if len(self._kept) >= EVENTS_KEPT_MAX:
            self._kept.clear()
        before = f'{{"id":"{event.id}","position":'
        item = _JSON.encode(item_of(event))
        found = self._kept[event.id] = (before, item[len(before) + len(_NOWHERE) : -1])
        return found
