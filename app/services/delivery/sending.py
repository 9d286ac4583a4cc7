"""Sending one message: what is in it, what came back, and the record of it. No transaction is open meanwhile."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from app.domain import signing
from app.domain.delivery import OUTCOMES, Answered, Delivered, Failed, Tried, Verdict, verdict
from app.domain.delivery_port import Errand, Payload, Target
from app.domain.errors import Refusal
from app.domain.feed import FeedEvent
from app.domain.message_signatures import CONTENT_TYPE, METHOD
from app.domain.outbound import OutboundAnswer, OutboundRequest, OutsideFailure
from app.domain.outbound_url import uri_of
from app.domain.receipts import (
    Attempt,
    AttemptKind,
    kept_answer,
    kept_answer_headers,
    kept_request_headers,
)
from app.services.delivery.claiming import Task
from app.services.delivery.post import Post
from app.services.history import referral_of

KINDS_KEPT_MAX: Final = 64
CONNECT_SECONDS: Final = 5.0
USER_AGENT: Final = "sutiao-webhooks"
SIGNING_FAILED: Final = "signing_failed"
PAYLOAD_FAILED: Final = "payload_failed"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: `id` is that of the event in feed and history too."""

    id: UUID
    body: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent, or could not be.

    Attributes:
        headers: As they were sent.
        answer: What came back; None where nothing did.
        result: The same for the verdict.
    """

    headers: Mapping[str, str]
    body: bytes
    answer: OutboundAnswer | None
    result: Answered | Failed
    started_at: datetime
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """A task after its attempt.

    Attributes:
        lane: Endpoint and subject of the lane whose head it was.
        chain: Endpoint and subject of the chain that its receipt is for.
    """

    task: Task
    attempt: Attempt
    verdict: Verdict
    ended_at: datetime
    lane: tuple[UUID, UUID]
    chain: tuple[UUID, UUID]


async def deliver(post: Post, task: Task) -> Done:
    """Send the head of a lane once, and judge what came back."""
    target, head = task.target, task.head
    try:
        message = await message_of(post, target, head.event)
    except Refusal:
        sent = _unsent(post, PAYLOAD_FAILED)
    else:
        sent = await send(post, target, message)
    judged = verdict(sent.result, target.policy, head.tried, sent.ended_at, post.chance())
    lane, chain = (head.endpoint_id, head.subject_id), (head.endpoint_id, head.chain_id)
    attempt = _attempt(
        post,
        sent,
        judged,
        tenant_id=target.tenant_id,
        endpoint_id=head.endpoint_id,
        subject_id=chain[1],
        message_id=head.event.id,
        kind=AttemptKind.EVENT,
        position=head.event.position,
        number=head.attempt_number,
    )
    return Done(task, attempt, judged, sent.ended_at, lane, chain)


async def message_of(post: Post, target: Target, event: FeedEvent) -> Message:
    """The event as the feed has it, with the cursor behind it; in full, with the referral as its reader sees it now.

    Raises:
        Refusal: the database is away, where the full payload needs it.
    """
    if target.payload is Payload.THIN:
        return Message(event.id, post.bodies.of(target, event))
    referral_id = referral_of(event)["referral_id"]
    shown = None if referral_id is None else await post.referee(target.tenant_id, UUID(referral_id))
    return Message(event.id, post.bodies.of(target, event, {"referral": shown}))


async def send(post: Post, target: Target, message: Message) -> Sent:
    """Sign and send once. The instant in the signature is that of this attempt."""
    started_at = post.ports.clock.system_now()
    try:
        uri = uri_of(target.url) if signing.SignatureKind.MESSAGE in target.signing else None
        signature = await post.ports.signer.sign(
            signing.Message(str(message.id), started_at, message.body, uri),
            secrets=[secret.text for secret in target.secrets],
            kinds=_kinds(target.signing),
        )
    except (Refusal, ValueError):
        return _unsent(post, SIGNING_FAILED)
    headers = {**target.headers, "content-type": CONTENT_TYPE, "user-agent": USER_AGENT, **signature}
    request = OutboundRequest(
        METHOD,
        target.url,
        headers,
        message.body,
        float(target.timeout_seconds),
        min(CONNECT_SECONDS, target.timeout_seconds),
    )
    answer: OutboundAnswer | None = None
    result: Answered | Failed
    try:
        answer = await post.ports.outbound.send(request)
        result = Answered(answer.status, answer.headers)
    except OutsideFailure as failure:
        result = Failed(failure.reason, ours=failure.ours)
    return Sent(headers, message.body, answer, result, started_at, post.ports.clock.system_now())


@lru_cache(KINDS_KEPT_MAX)
def _kinds(names: tuple[str, ...]) -> tuple[signing.SignatureKind, ...]:
    """A ValueError where one is unknown."""
    return tuple(map(signing.SignatureKind, names))


def _unsent(post: Post, reason: str) -> Sent:
    now = post.ports.clock.system_now()
    return Sent({}, b"", None, Failed(reason, ours=True), now, now)


def attempt_of_errand(post: Post, errand: Errand, sent: Sent, judged: Verdict) -> Attempt:
    """The record of a challenge or a test, in the endpoint's own chain."""
    target = errand.target
    return _attempt(
        post,
        sent,
        judged,
        tenant_id=target.tenant_id,
        endpoint_id=target.id,
        subject_id=target.id,
        message_id=errand.message_id,
        kind=errand.kind,
        position=None,
        number=errand.attempt_number,
    )


def judged_errand(errand: Errand, sent: Sent, chance: float) -> Verdict:
    """What came of a challenge or a test, by the endpoint's own schedule."""
    return verdict(sent.result, errand.target.policy, Tried(errand.attempt_number - 1, None), sent.ended_at, chance)


def _attempt(post: Post, sent: Sent, judged: Verdict, **about: Any) -> Attempt:
    outcome = OUTCOMES[type(judged)]
    return Attempt(
        id=post.ports.mint(),
        started_at=sent.started_at,
        duration_ms=max(0, round((sent.ended_at - sent.started_at).total_seconds() * 1000)),
        outcome=outcome,
        reason=None if isinstance(judged, Delivered) else judged.reason,
        status=None if sent.answer is None else sent.answer.status,
        request_headers=kept_request_headers(sent.headers),
        body_sha256=hashlib.sha256(sent.body).hexdigest(),
        answer_headers={} if sent.answer is None else kept_answer_headers(sent.answer.headers),
        answer=None if sent.answer is None else kept_answer(sent.answer.body),
        **about,
    )
