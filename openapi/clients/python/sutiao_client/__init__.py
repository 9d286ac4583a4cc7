"""A typed client of the sutiao API.

    async with Client("https://sutiao.example", key="sutiao_…") as api:
        receipt = await api.open_referral({"action": "delegate", ...})
        await api.take_transition(receipt["id"], {"action": "take_back"}, if_match=receipt["version"])
        async for event in api.events():  # to where the feed ends
            print(event["position"], event["type"])
        async for page in api.feed(after=kept, wait=30):  # never ends: it waits for what comes
            keep(page.items, page.next)  # both in one transaction
        async for page in api.list_referrals_pages(state="accepted"):
            print([row["number"] for row in page["items"]])

Every list that has pages has `list_…` for one page and `list_…_pages` for all; the other lists are whole at once.
It needs Python 3.11 or newer and httpx, nothing else. `client.py` and `models.py` are generated from the contract.
"""

from .client import Client as _Generated
from .errors import (
    ForbiddenError,
    InvalidError,
    MalformedError,
    NotThereError,
    NoVersionError,
    ProblemError,
    RefusedError,
    StaleError,
    ThrottledError,
    TooLargeError,
    UnavailableError,
    UnknownCallerError,
)
from .feed import Feed, FeedPage
from .transport import Pages, Version

__all__ = [
    "Client",
    "FeedPage",
    "ForbiddenError",
    "InvalidError",
    "MalformedError",
    "NoVersionError",
    "NotThereError",
    "Pages",
    "ProblemError",
    "RefusedError",
    "StaleError",
    "ThrottledError",
    "TooLargeError",
    "UnavailableError",
    "UnknownCallerError",
    "Version",
]


class Client(Feed, _Generated):
    """All operations, and the feed as an iterator."""
