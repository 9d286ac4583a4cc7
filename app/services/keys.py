"""Who a bearer key stands for. Callers may remember the answer for a few seconds, no longer."""

from hmac import compare_digest

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.ports import Ports


async def authenticate(ports: Ports, public_id: str, secret_hash: bytes) -> Principal:
    """The principal of a living key.

    Args:
        ports: The outside.
        public_id: The part of the key that names it.
        secret_hash: Hash of the whole key as sent.

    Raises:
        Refusal: `key_unknown` for a key that is not there, wrong, expired, revoked or of a disabled client; which of
            them is not told.
    """
    async with ports.unit_of_work(None) as tx:
        stored = await tx.registry.find_key(public_id)
    if stored is None or not compare_digest(stored.secret_hash, secret_hash):
        raise Refusal("key_unknown")
    if stored.client_disabled or not stored.key.lives(ports.clock.system_now()):
        raise Refusal("key_unknown")
    return stored.principal
