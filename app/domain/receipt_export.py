"""Delivery receipts as they leave the house: one document for an endpoint and a referral, signed, checked by anybody.

A court needs proof of what was sent, when, and what came back. The document holds every step of the chain with what its
hash is made of, so whoever has it recomputes the chain without us; the signature says that it is ours.

Legal source: none; product decision. What counts as proof of service is for the court.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from app.domain.delivery import Outcome
from app.domain.receipts import Attempt, AttemptKind, Receipt, holds

FORMAT: Final = "sutiao-delivery-receipts-1"
RECEIPTS_MAX: Final = 500
"""Steps in one document; a longer chain is exported in parts that follow each other."""

Document = Mapping[str, Any]


def document_of(
    receipts: Sequence[Receipt],
    *,
    tenant_id: UUID,
    endpoint_id: UUID,
    url: str,
    referral_id: UUID,
    issued_at: datetime,
    complete: bool,
) -> Document:
    """The document about some steps of one chain, in JSON values. `complete`: whether the chain ends with the last."""
    return {
        "format": FORMAT,
        "issued_at": _instant(issued_at),
        "tenant_id": str(tenant_id),
        "endpoint_id": str(endpoint_id),
        "url": url,
        "referral_id": str(referral_id),
        "complete": complete,
        "receipts": [_told(receipt) for receipt in receipts],
    }


def canonical(document: Document) -> bytes:
    """The bytes that are signed: JSON with sorted keys, UTF-8, no blanks."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def fault_of(document: Document) -> str | None:
    """What is wrong with a document, as a stable code with the step; None where every step holds and follows the last.

    The first step of a later part names the hash before it, which is that of the part before.
    """
    if document.get("format") != FORMAT:
        return "format_unknown"
    before: Receipt | None = None
    for told in document["receipts"]:
        try:
            receipt = _read(told, document)
        except (KeyError, TypeError, ValueError, AttributeError):
            return "receipt_unreadable"
        if not holds(receipt):
            return f"content_differs at step {receipt.step}"
        if not _follows(receipt, before):
            return f"chain_broken at step {receipt.step}"
        before = receipt
    return None


def _follows(receipt: Receipt, before: Receipt | None) -> bool:
    if before is not None:
        return receipt.step == before.step + 1 and receipt.previous == before.hash
    return (receipt.step == 1) == (receipt.previous == b"")


def _told(receipt: Receipt) -> dict[str, Any]:
    attempt = receipt.attempt
    return {
        "id": str(attempt.id),
        "step": receipt.step,
        "message_id": str(attempt.message_id),
        "kind": attempt.kind.value,
        "position": attempt.position,
        "number": attempt.number,
        "started_at": _instant(attempt.started_at),
        "duration_ms": attempt.duration_ms,
        "outcome": attempt.outcome.value,
        "reason": attempt.reason,
        "status": attempt.status,
        "request_headers": dict(attempt.request_headers),
        "body_sha256": attempt.body_sha256,
        "answer_headers": dict(attempt.answer_headers),
        "answer_sha256": receipt.answer_sha256,
        "previous": receipt.previous.hex(),
        "hash": receipt.hash.hex(),
    }


def _read(told: Mapping[str, Any], document: Document) -> Receipt:
    """The receipt again, without the answer's text, which its digest stands for."""
    attempt = Attempt(
        id=UUID(told["id"]),
        tenant_id=UUID(document["tenant_id"]),
        endpoint_id=UUID(document["endpoint_id"]),
        subject_id=UUID(document["referral_id"]),
        message_id=UUID(told["message_id"]),
        kind=AttemptKind(told["kind"]),
        position=told["position"],
        number=told["number"],
        started_at=datetime.fromisoformat(told["started_at"]),
        duration_ms=told["duration_ms"],
        outcome=Outcome(told["outcome"]),
        reason=told["reason"],
        status=told["status"],
        request_headers=told["request_headers"],
        body_sha256=told["body_sha256"],
        answer_headers=told["answer_headers"],
        answer=None,
    )
    previous, own = bytes.fromhex(told["previous"]), bytes.fromhex(told["hash"])
    return Receipt(attempt, told["step"], told["answer_sha256"], previous, own)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
