"""What surrounds every write: who asks, under which idempotency key, on which version, for real or only to see.

Order of checks around it: visible, allowed, known key, well-formed, version, state. The use cases keep that order; what
the caller's body was found to break travels in as a `Refusal` and is raised at its place.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

from app.domain.access import ClientId, Principal
from app.domain.errors import Refusal
from app.domain.ports import Answer, Kept, KeyTaken, StaleVersion

ATTEMPTS = 8
"""How often a write that judges by state alone is tried when others are quicker, before it gives up."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The circumstances of one write.

    Attributes:
        principal: The verified caller.
        key: Its idempotency key; None is refused unless `dry_run`.
        fingerprint: Hash of method, full path and canonical body.
        if_match: Version that the caller read, `*` to judge by state alone, None where none was sent.
        dry_run: All checks, no effect.
    """

    principal: Principal
    key: str | None
    fingerprint: bytes
    if_match: int | Literal["*"] | None = None
    dry_run: bool = False

    def keep(self, answer: Answer, recorded_at: datetime) -> Kept:
        """The answer under this key."""
        return Kept(self.principal.client_id, self.required_key(), self.fingerprint, answer, recorded_at)

    def required_key(self) -> str:
        """The key, refused with `idempotency_key_required` where there is none."""
        if self.key is None:
            raise Refusal("idempotency_key_required")
        return self.key

    def look_up_key(self) -> tuple[ClientId, str] | None:
        """Client and key under which an earlier answer may be kept; None for a dry run, or where there is no key."""
        return None if self.key is None or self.dry_run else (self.principal.client_id, self.key)

    def replay(self, kept: tuple[bytes, Answer] | None) -> "Outcome | None":
        """The earlier answer to this request, or None where the key is new.

        Refuses with `idempotency_key_reused` where the key belongs to another request, and with
        `idempotency_key_required` where a write that is not dry has none.
        """
        if self.dry_run:
            return None
        self.required_key()
        if kept is None:
            return None
        fingerprint, answer = kept
        if fingerprint != self.fingerprint:
            raise Refusal("idempotency_key_reused")
        return Outcome(answer, replayed=True)

    def own_answer(self, kept: tuple[bytes, Answer] | None) -> "Outcome":
        """The answer of the caller's own write after which it sees the referral no more, such as a decline.

        Refuses with `not_found` for everything else, so that a key tells nothing about what is not visible.
        """
        if self.dry_run or kept is None or kept[0] != self.fingerprint:
            raise Refusal("not_found")
        return Outcome(kept[1], replayed=True)

    def require_version(self, version: int) -> None:
        """Refuse with `if_match_required` or `version_stale` unless the caller has seen this version."""
        if self.if_match is None:
            raise Refusal("if_match_required")
        if self.if_match not in {"*", version}:
            raise Refusal("version_stale", facts={"version": version})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write answers; `replayed` when it answered the same before and did nothing now."""

    answer: Answer
    replayed: bool = False


def checked(wish: T | Refusal) -> T:
    """The wish, or what is wrong with it, raised now that its turn has come."""
    if isinstance(wish, Refusal):
        raise wish
    return wish


async def settled(attempt: Callable[[], Awaitable[T]]) -> T:
    """Try a write again from the start when somebody else was quicker.

    The next attempt finds what the other one left: the answer under the same key, or a newer version, which it refuses
    by itself where the caller named one. Refuses with `too_busy` when others are quicker every time: nothing is wrong
    with the request, and it may be sent again as it is.
    """
    for _ in range(ATTEMPTS):
        try:
            return await attempt()
        except (KeyTaken, StaleVersion):
            continue
    raise Refusal("too_busy")
