"""Signatures of the scheme `v1` of Standard Webhooks: HMAC-SHA256 over id, instant and body, one for each secret."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from standardwebhooks.webhooks import Webhook

from app.domain.delivery_port import Secret

V1 = "v1"


class HmacSigner:
    """Signs with the endpoint's own secrets."""

    async def sign(
        self, message_id: str, at: datetime, body: bytes, *, signing: Sequence[str], secrets: Sequence[Secret]
    ) -> Mapping[str, str]:
        """The three headers of a signed message.

        Raises:
            ValueError: there is no secret to sign with.
        """
        entries = [
            Webhook(secret.text).sign(message_id, at, body.decode())
            for secret in secrets
            if secret.kind == V1 and V1 in signing
        ]
        if not entries:
            raise ValueError("the endpoint has no live secret")
        return {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": " ".join(entries),
        }
