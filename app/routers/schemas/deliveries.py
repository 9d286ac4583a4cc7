"""The part of the contract about deliveries: what is on its way, what was tried, how an endpoint does."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.domain.breaker import BreakerState
from app.domain.delivery import DeliveryState, Outcome
from app.domain.delivery_port import EndpointState
from app.domain.receipts import AttemptKind
from app.routers.schemas.common import Instant, View
from app.routers.schemas.webhooks import REASON_SAID, STATE_SAID


class DeliveryView(View):
    """One event on its way to one endpoint. There is one for each event, however often it is sent."""

    position: int = Field(description="Of the event in your feed.")
    event_id: UUID
    type: str
    referral_id: UUID | None = Field(description="Null where the event is about no referral.")
    referral_version: int | None
    state: DeliveryState = Field(
        description="`parked`: given up until a person replays it; `skipped`: left out on your word."
    )
    reason: str | None = Field(
        description="Why it is parked, skipped (`owner`: on your word) or sent again (`replayed`); codes may be added."
    )
    attempt_count: int
    first_due_at: Instant
    settled_at: Instant | None
    next_due_at: Instant | None = Field(
        description="When it is tried next; null where it is settled or waits behind another event of its referral."
    )


class DeliveryList(View):
    """A page of deliveries by position."""

    items: tuple[DeliveryView, ...]
    next: str | None = Field(description="Give it as `after`.")


class AttemptView(View):
    """One attempt. Signatures and custom headers are covered; of the answer its beginning is kept for a time."""

    id: UUID
    message_id: UUID = Field(description="As the header `webhook-id` had it: the event, the challenge or the test.")
    kind: AttemptKind
    position: int | None
    number: int
    started_at: Instant
    duration_ms: int
    outcome: Outcome
    reason: str | None = Field(description="Why it did not go well; codes may be added.")
    status: int | None = Field(description="Null where no answer came.")
    request_headers: dict[str, str]
    body_sha256: str = Field(description="Of the bytes that were sent.")
    answer_headers: dict[str, str]
    answer: str | None = Field(description="At most 8 KiB, as text; null once it was erased.")
    answer_sha256: str
    hash: str = Field(description="Of this attempt in the chain of its referral; see receipts.")


class AttemptList(View):
    """A page of attempts, oldest first."""

    items: tuple[AttemptView, ...]
    next: str | None = Field(description="Give it as `after`.")


class EndpointHealthView(View):
    """How an endpoint does; nothing of what is delivered, nor where to."""

    endpoint_id: UUID
    tenant_id: UUID
    state: EndpointState = Field(description=STATE_SAID)
    state_reason: str | None = Field(description=REASON_SAID)
    breaker: BreakerState = Field(
        description="`open`: nothing is tried until `breaker_until`; `half_open`: one is; `ramp`: a few more each time."
    )
    breaker_until: Instant | None
    waiting_count: int
    oldest_waiting_at: Instant | None = Field(description="When the longest waiting delivery was due first.")
    parked_count: int
    failing_since: Instant | None
    last_success_at: Instant | None


class EndpointHealthList(View):
    """A page of health, by endpoint."""

    items: tuple[EndpointHealthView, ...]
    next: str | None = Field(description="Give it as `after`.")


Stamp = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Uuid = Annotated[str, Field(json_schema_extra={"format": "uuid"})]
Digest = Annotated[str, Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"})]


class DeliveryReceipt(View):
    """One step of a chain, with everything that its hash is made of beside the ids of the document."""

    id: Uuid
    step: int = Field(description="Dense from 1.")
    message_id: Uuid = Field(description="The event.")
    kind: AttemptKind
    position: int | None
    number: int
    started_at: Stamp
    duration_ms: int
    outcome: Outcome
    reason: str | None
    status: int | None
    request_headers: dict[str, str]
    body_sha256: Digest
    answer_headers: dict[str, str]
    answer_sha256: Digest = Field(description="Of what is kept of the answer; of nothing where none came.")
    previous: str = Field(description="Hash of the step before; empty for the first.")
    hash: Digest = Field(description="SHA-256 over the canonical JSON of the step, `previous` included.")


class DeliveryReceiptDocument(View):
    """What is signed, as canonical JSON: sorted keys, UTF-8, no blanks."""

    format: Literal["sutiao-delivery-receipts-1"]
    issued_at: Stamp
    tenant_id: Uuid
    endpoint_id: Uuid
    url: str = Field(description="Where the endpoint is when this is issued.")
    referral_id: Uuid
    complete: bool = Field(description="Whether the chain ends with the last step.")
    receipts: tuple[DeliveryReceipt, ...]


class DeliveryReceiptSignature(View):
    """The signature over `id.timestamp.document`, as a delivery has it in its headers."""

    id: str
    timestamp: str
    signature: str = Field(description="Kind, comma, base64; several are separated by blanks.")
    key_id: str = Field(description="As `/.well-known/webhook-keys.json` names the keys, in the same order.")


class DeliveryReceiptExport(View):
    """Receipts to be kept: the document and its signature."""

    document: DeliveryReceiptDocument
    signature: DeliveryReceiptSignature | None = Field(description="Null where the deployment has no keys of its own.")
    next: str | None = Field(description="Give it as `after` for the next part of a long chain.")
