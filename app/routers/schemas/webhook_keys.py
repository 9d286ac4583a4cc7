"""The public keys with which receivers check what we send."""

from typing import Literal

from app.routers.schemas.common import Instant, View


class WebhookKeyView(View):
    """One public key. `y` is null for Ed25519; a key whose `not_before` is to come does not sign yet."""

    kid: str
    kty: Literal["OKP", "EC"]
    crv: Literal["Ed25519", "SM2"]
    x: str
    y: str | None
    use: Literal["sig"]
    signature_kind: Literal["v1a", "v1sm"]
    not_before: Instant
    not_after: Instant | None


class WebhookKeyList(View):
    """All keys that sign now or are going to."""

    keys: tuple[WebhookKeyView, ...]
