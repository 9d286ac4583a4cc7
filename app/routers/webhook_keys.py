"""With which keys the service signs: for receivers to pin, without a key of their own."""

import base64
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.signing import PublicKey, SignatureKind
from app.routers.contract import reading, without_key
from app.routers.deps import house_of
from app.routers.replies import shown
from app.routers.schemas.webhook_keys import WebhookKeyList, WebhookKeyView

router = APIRouter(tags=["events"])

CACHED: Final = "public, max-age=3600"
NUMBER_BYTES: Final = 32


@router.get(
    "/.well-known/webhook-keys.json",
    **without_key(reading("list_webhook_keys", "With which keys are webhooks signed?", WebhookKeyList)),
)
async def list_webhook_keys(request: Request) -> Response:
    """Public keys of the service that sign now or are going to, as in a JSON Web Key Set (RFC 7517, RFC 8037).

    Pin them: read this set over TLS from the address that you were given, again before a key's `not_after`, and never
    take a key from a delivery. `webhook-key-id` names the keys of a delivery. Empty where only secrets are used.
    """
    ports = house_of(request).ports
    keys = ports.signer.key_set(ports.clock.system_now())
    return shown(WebhookKeyList(keys=tuple(_view(key) for key in keys)), headers={"Cache-Control": CACHED})


def _view(key: PublicKey) -> WebhookKeyView:
    ed25519 = key.kind is SignatureKind.ED25519
    return WebhookKeyView(
        kid=key.key_id,
        kty="OKP" if ed25519 else "EC",
        crv="Ed25519" if ed25519 else "SM2",
        x=_base64url(key.public[:NUMBER_BYTES]),
        y=None if ed25519 else _base64url(key.public[NUMBER_BYTES:]),
        use="sig",
        signature_kind="v1a" if ed25519 else "v1sm",
        not_before=key.not_before,
        not_after=key.not_after,
    )


def _base64url(number: bytes) -> str:
    return base64.urlsafe_b64encode(number).rstrip(b"=").decode()
