"""A typed client of the sutiao API.

    async with Client("https://sutiao.example", key="sutiao_…") as api:
        receipt = await api.open_referral({"action": "delegate", ...})
        await api.take_transition(receipt["id"], {"action": "accept"}, if_match=receipt["version"])
        async for event in api.feed(after=kept, wait=30):
            ...

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
from .feed import Feed
from .transport import Pages, Version

__all__ = [
    "Client",
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
