"""What one request's log line will say, collected while it is answered."""

from dataclasses import dataclass, field
from secrets import token_hex
from typing import Final, cast
from uuid import UUID

from starlette.types import Scope

SCOPE_KEY: Final = "sutiao.trace"
ABORT_KEY: Final = "sutiao.abort"
"""Where a request's scope has the function that cuts its connection off, with all that was not yet taken from it."""


@dataclass(slots=True)
class Trace:
    """One request.

    Attributes:
        request_id: Random; told to the caller and logged.
        client_id: The caller's client, once known.
        referral_id: The referral concerned, once known.
        code: Code of the refusal, if it was one.
        route: Template of the address, where no route was looked for.
        headers: What else the answer tells: how much of the rate limit is left.
    """

    request_id: str = field(default_factory=lambda: token_hex(16))
    client_id: str | None = None
    referral_id: UUID | str | None = None
    code: str | None = None
    route: str | None = None
    headers: tuple[tuple[bytes, bytes], ...] = ()

    @property
    def instance(self) -> str:
        """URI of this request in problems."""
        return f"/requests/{self.request_id}"


def trace_of(scope: Scope) -> Trace:
    """The trace of a request, which the edge has put there."""
    return cast("Trace", scope[SCOPE_KEY])
