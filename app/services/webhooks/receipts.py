"""Delivery receipts of one referral, exported and signed with a key of the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.domain import receipt_export as export
from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.ports import Ports
from app.domain.referral import ReferralId
from app.domain.signing import Message, SignatureKind
from app.services.webhooks.writing import found, require_owner

KINDS: Final = (SignatureKind.ED25519, SignatureKind.SM2)
"""Signatures that whoever has the public key can check; a secret of an endpoint proves nothing to a third."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Receipts as they leave the house.

    Attributes:
        document: What is signed, as JSON values.
        signature: The headers of the signature over its canonical form; None where the service has no key of its own.
        next_step: Step behind which the chain goes on; None where the document is its end.
    """

    document: export.Document
    signature: Mapping[str, str] | None
    next_step: int | None


async def receipts(
    ports: Ports, principal: Principal, endpoint_id: UUID, referral_id: ReferralId, *, after: int
) -> Exported:
    """The receipts of an endpoint for the events of one referral; refuses with `not_found` where there are none.

    Whoever received something keeps the proof of it, whether it still sees the referral or not.
    """
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        endpoint = await found(tx, principal, endpoint_id)
        rows = await tx.webhooks.chain(
            principal.tenant_id, endpoint.id, referral_id, after=after, limit=export.RECEIPTS_MAX + 1
        )
    if not rows:
        raise Refusal("not_found")
    rows, more = rows[: export.RECEIPTS_MAX], len(rows) > export.RECEIPTS_MAX
    now = ports.clock.system_now()
    document = export.document_of(
        rows,
        tenant_id=endpoint.tenant_id,
        endpoint_id=endpoint.id,
        url=endpoint.url,
        referral_id=referral_id,
        issued_at=now,
        complete=not more,
    )
    kinds = [kind for kind in KINDS if kind in ports.signer.kinds]
    message = Message(str(ports.mint()), now, export.canonical(document))
    signature = await ports.signer.sign(message, secrets=(), kinds=kinds) if kinds else None
    return Exported(document, signature, rows[-1].step if more else None)
