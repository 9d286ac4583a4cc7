"""What was sent, when, and what came back: attempts in one hash chain for each endpoint and subject.

The chain holds a digest of the answer and not its text, so that texts can be erased and the receipts still hold.
Secrets and what looks like a person's number never get here.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from json.encoder import encode_basestring as _text
from typing import Final
from uuid import UUID

from app.domain.delivery import ANSWER_BYTES, Outcome

REDACTED: Final = "[redacted]"

_KEPT_ANSWER_HEADERS: Final = frozenset({"content-type", "date", "retry-after", "webhook-delivery"})
_OPEN_REQUEST_HEADERS: Final = frozenset({"content-type", "user-agent", "webhook-id", "webhook-timestamp"})
_HEADER_LENGTH: Final = 200
_NOTHING: Final = hashlib.sha256(b"").hexdigest()
_SECRET = re.compile(r"(?i)(?:bearer\s+|whsec_|whsk_|sk_)[A-Za-z0-9._~+/=-]+")
_INSTANT_LENGTH: Final = len("2026-03-02T09:00:00.000000")
_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])")


class AttemptKind(StrEnum):
    """What was sent: an event of the feed, the challenge of a new endpoint, or a test that its owner asked for."""

    EVENT = "event"
    CHALLENGE = "challenge"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request that was sent, or could not be.

    Attributes:
        subject_id: Whose chain it is in: the lane's subject, or the endpoint itself for challenge and test.
        message_id: As it was sent under `webhook-id`.
        position: Of the event in its tenant's feed; None for challenge and test.
        number: Of the message's attempts, from 1.
        request_headers: Signatures and the owner's own headers by name only.
        body_sha256: Of the body that was sent, hexadecimal.
        answer: The first bytes of the answer, redacted; None where none came.
    """

    id: UUID
    tenant_id: UUID
    endpoint_id: UUID
    subject_id: UUID
    message_id: UUID
    kind: AttemptKind
    position: int | None
    number: int
    started_at: datetime
    duration_ms: int
    outcome: Outcome
    reason: str | None
    status: int | None
    request_headers: Mapping[str, str]
    body_sha256: str
    answer_headers: Mapping[str, str]
    answer: bytes | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """An attempt at its place in the chain.

    Attributes:
        step: Dense from 1 for each endpoint and subject.
        answer_sha256: Of the kept answer, hexadecimal; of nothing where none came.
        previous: Hash of the step before, empty for the first.
        hash: SHA-256 over the canonical form, `previous` included.
    """

    attempt: Attempt
    step: int
    answer_sha256: str
    previous: bytes
    hash: bytes


def sealed(attempt: Attempt, step: int, previous: bytes) -> Receipt:
    """The attempt as the next step of its chain."""
    digest = hashlib.sha256(attempt.answer).hexdigest() if attempt.answer else _NOTHING
    return Receipt(attempt, step, digest, previous, _digest(written_out(attempt, step, digest, previous)))


def holds(receipt: Receipt) -> bool:
    """Whether a receipt's content is that of its hash; its place in the chain is not looked at."""
    made = _digest(canonical(receipt.attempt, receipt.step, receipt.answer_sha256, receipt.previous))
    kept = receipt.attempt.answer
    return made == receipt.hash and (kept is None or hashlib.sha256(kept).hexdigest() == receipt.answer_sha256)


def broken_step(receipts: Iterable[Receipt]) -> int | None:
    """The first step of one chain, in order, that does not hold; None when all do. Erased answers break nothing."""
    previous, expected = b"", 1
    for receipt in receipts:
        if not (receipt.step == expected and receipt.previous == previous and holds(receipt)):
            return receipt.step
        previous, expected = receipt.hash, expected + 1
    return None


def kept_answer(body: bytes) -> bytes:
    """So much of an answer's body as is kept, without what looks like a secret or a person's number."""
    if not body:
        return b""
    text = body[:ANSWER_BYTES].decode("utf-8", errors="replace").replace("\x00", "\ufffd")
    redacted = _NUMBER.sub(REDACTED, _SECRET.sub(REDACTED, text))
    return redacted.encode()[:ANSWER_BYTES]


def kept_answer_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Those headers of an answer that say something about the delivery."""
    if not headers:
        return {}
    return {name: _clean(value) for name, value in headers.items() if name in _KEPT_ANSWER_HEADERS}


def _clean(value: str) -> str:
    """Text that JSON and a database take."""
    return value[:_HEADER_LENGTH].encode("utf-8", errors="replace").decode().replace("\x00", "?")


def kept_request_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that were sent; of signatures and of the owner's own headers only that they were there."""
    return {
        (small := name.lower()): value if small in _OPEN_REQUEST_HEADERS else REDACTED
        for name, value in headers.items()
    }


def canonical(attempt: Attempt, step: int, answer_sha256: str, previous: bytes) -> str:
    """What a hash is made of: JSON with sorted keys and no blanks, of whatever values a document brings."""
    document = {
        "id": str(attempt.id),
        "tenant_id": str(attempt.tenant_id),
        "endpoint_id": str(attempt.endpoint_id),
        "subject_id": str(attempt.subject_id),
        "step": step,
        "message_id": str(attempt.message_id),
        "kind": attempt.kind.value,
        "position": attempt.position,
        "number": attempt.number,
        "started_at": attempt.started_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "duration_ms": attempt.duration_ms,
        "outcome": attempt.outcome.value,
        "reason": attempt.reason,
        "status": attempt.status,
        "request_headers": dict(attempt.request_headers),
        "body_sha256": attempt.body_sha256,
        "answer_headers": dict(attempt.answer_headers),
        "answer_sha256": answer_sha256,
        "previous": previous.hex(),
    }
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def written_out(attempt: Attempt, step: int, answer_sha256: str, previous: bytes) -> str:
    """The same for an attempt of our own, whose values are what their types say: a fifth of the time."""
    started_at = attempt.started_at.astimezone(UTC).isoformat(timespec="microseconds")[:_INSTANT_LENGTH]
    return (
        f'{{"answer_headers":{_object(attempt.answer_headers)},"answer_sha256":"{answer_sha256}",'
        f'"body_sha256":"{attempt.body_sha256}","duration_ms":{attempt.duration_ms},'
        f'"endpoint_id":"{attempt.endpoint_id}","id":"{attempt.id}","kind":"{attempt.kind}",'
        f'"message_id":"{attempt.message_id}","number":{attempt.number},"outcome":"{attempt.outcome}",'
        f'"position":{"null" if attempt.position is None else attempt.position},"previous":"{previous.hex()}",'
        f'"reason":{"null" if attempt.reason is None else _text(attempt.reason)},'
        f'"request_headers":{_object(attempt.request_headers)},"started_at":"{started_at}Z",'
        f'"status":{"null" if attempt.status is None else attempt.status},"step":{step},'
        f'"subject_id":"{attempt.subject_id}","tenant_id":"{attempt.tenant_id}"}}'
    )


def _object(texts: Mapping[str, str]) -> str:
    if not texts:
        return "{}"
    return "{" + ",".join([f"{_text(name)}:{_text(texts[name])}" for name in sorted(texts)]) + "}"


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).digest()
