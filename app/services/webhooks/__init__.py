"""Webhook endpoints: what their tenant does with them, and what it reads of deliveries.

Every write is one transaction under one idempotency key. The text of a secret is in the first answer and nowhere else,
not even in the answer that is kept: a repeat of the request has none.
"""

from app.services.webhooks.endpoints import (
    SETTABLE,
    Challenge,
    Change,
    Enable,
    Goes,
    NewEndpoint,
    Pause,
    Remove,
    Resume,
    Test,
    Wish,
    create,
    one,
    page,
    take,
)
from app.services.webhooks.logs import attempts, deliveries, errands, health, health_of_all
from app.services.webhooks.receipts import receipts
from app.services.webhooks.replays import ReplayWish, park, replay
from app.services.webhooks.secrets import Issued, Rotation, end_secret, rotate
from app.services.webhooks.status import delivery_status

__all__ = [
    "SETTABLE",
    "Challenge",
    "Change",
    "Enable",
    "Goes",
    "Issued",
    "NewEndpoint",
    "Pause",
    "Remove",
    "ReplayWish",
    "Resume",
    "Rotation",
    "Test",
    "Wish",
    "attempts",
    "create",
    "deliveries",
    "delivery_status",
    "end_secret",
    "errands",
    "health",
    "health_of_all",
    "one",
    "page",
    "park",
    "receipts",
    "replay",
    "rotate",
    "take",
]
