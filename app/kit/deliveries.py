"""Deliveries as the service makes them, and as it never would: for those who try a receiver."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import orjson

from app.adapters.clock import InstantSource
from app.domain.signing import Message, SignatureKind, headers_of, hmac_sha256, secret_of


@dataclass(frozen=True, slots=True)
class Delivery:
    """One POST: what stands in its head and the bytes below."""

    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


def event(event_type: str, *, referral_id: str, version: int, position: int, **more: Any) -> dict[str, Any]:
    """An event as a receiver gets it; its ids are made up and lead nowhere."""
    return {
        "id": str(uuid.uuid4()),
        "position": position,
        "type": event_type,
        "referral_id": referral_id,
        "referral_version": version,
        **more,
        "links": {"referral": f"/v1/referrals/{referral_id}"},
    }


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes signed deliveries.

    Attributes:
        secret: `whsec_…`; refuses with `signature_secret_invalid` when it is used.
        clock: Says when.
    """

    secret: str = field(repr=False)
    clock: InstantSource

    def signed(
        self, body: bytes, message_id: str, *, age_seconds: int = 0, secrets: tuple[str, ...] | None = None
    ) -> Delivery:
        """A delivery of now, or of so many seconds ago, signed with the secret or with others."""
        message = Message(message_id, self.clock.now() - timedelta(seconds=age_seconds), body)
        entries = [
            (SignatureKind.HMAC_SHA256, hmac_sha256(secret_of(secret), message.signed))
            for secret in (secrets or (self.secret,))
        ]
        return Delivery({"content-type": "application/json", **headers_of(message, entries)}, body)

    def of(
        self, content: Mapping[str, Any], *, age_seconds: int = 0, secrets: tuple[str, ...] | None = None
    ) -> Delivery:
        """A delivery of an event, under the event's own id."""
        return self.signed(orjson.dumps(content), str(content["id"]), age_seconds=age_seconds, secrets=secrets)
