"""Events of the feed as CloudEvents 1.0 in JSON: the same ids, order and cursors under other names.

`position` is an Integer of that specification, which ends at 2**31 - 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain import cursor as cursors
from app.domain.cursor import Cursor

SPECIFICATION: Final = "1.0"
DATA_TYPE: Final = "application/json"
_IN_DATA: Final = ("occurred_on", "recorded_at", "actor_role", "data", "links")


@dataclass(frozen=True, slots=True)
class Naming:
    """How a deployment names itself in CloudEvents.

    Attributes:
        source: URI reference; the same for all events of a deployment. With `id` it names an event.
        type_prefix: Reverse domain name with a dot at its end, put before the type.
    """

    source: str
    type_prefix: str


def cloud_event(item: Mapping[str, Any], place: Cursor, naming: Naming) -> dict[str, Any]:
    """One item of the feed as a CloudEvent.

    Args:
        item: As `item_of` made it.
        place: Any place of the feed that the item is in; tenant and epoch of the cursor come from it.
        naming: Source and prefix.
    """
    return {
        "specversion": SPECIFICATION,
        "id": item["id"],
        "source": naming.source,
        "type": f"{naming.type_prefix}{item['type']}",
        "time": item["occurred_at"],
        **({"subject": item["referral_id"]} if item["referral_id"] else {}),
        "datacontenttype": DATA_TYPE,
        "position": item["position"],
        **({"referralversion": item["referral_version"]} if item["referral_version"] else {}),
        "cursor": cursor_of(item, place),
        "data": {name: item[name] for name in _IN_DATA},
    }


def cursor_of(item: Mapping[str, Any], place: Cursor) -> str:
    """The cursor behind an item."""
    return cursors.encode(Cursor(place.tenant_id, place.epoch, item["position"]))
