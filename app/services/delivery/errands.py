"""Messages outside the feed: the challenge that proves who controls an endpoint, and tests that its owner asks for."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

from app.domain.delivery import Delivered, GiveUp, RetryAt, Throttled
from app.domain.delivery_port import Errand
from app.domain.receipts import AttemptKind, sealed
from app.services.delivery.bodies import dumped
from app.services.delivery.post import LEASE_MARGIN_SECONDS, Post
from app.services.delivery.sending import Message, Sent, attempt_of_errand, judged_errand, send

ERRANDS_MAX = 20
LEASE_SECONDS = 30 + LEASE_MARGIN_SECONDS
CHALLENGE_TYPE = "webhook.challenge"
TEST_TYPE = "webhook.test"
CHALLENGE_WRONG = "challenge_wrong"


async def run_errands(post: Post) -> int:
    """Send what is due beside each other, so that each ends within its lease; how many were sent."""
    now = post.ports.clock.system_now()
    async with post.ports.unit_of_work(None) as tx:
        due = await tx.errands.due(now, limit=ERRANDS_MAX, lease_until=now + timedelta(seconds=LEASE_SECONDS))
    ended = await asyncio.gather(*[_run(post, errand) for errand in due], return_exceptions=True)
    for failure in ended:
        if failure is not None:
            raise failure
    return len(due)


async def _run(post: Post, errand: Errand) -> None:
    value = str(post.ports.mint())
    sent = await send(
        post, errand.target, Message(errand.message_id, _body(errand, value, post.ports.clock.system_now()))
    )
    verdict = judged_errand(errand, sent, post.chance())
    if isinstance(verdict, Delivered) and errand.kind is AttemptKind.CHALLENGE and not echoed(sent, value):
        verdict = GiveUp(CHALLENGE_WRONG)
    attempt = attempt_of_errand(post, errand, sent, verdict)
    again = verdict.at if isinstance(verdict, (RetryAt, Throttled)) else None
    if again is not None and (errand.until is None or again > errand.until):
        again = None
    async with post.ports.unit_of_work(None) as tx:
        step, previous = await tx.errands.chain_end(errand.target.id)
        await tx.errands.settle(
            errand,
            sealed(attempt, step + 1, previous),
            next_due_at=again,
            passed=isinstance(verdict, Delivered),
            now=post.ports.clock.system_now(),
        )


def _body(errand: Errand, value: str, now: datetime) -> bytes:
    asked: dict[str, Any] = {"challenge": value} if errand.kind is AttemptKind.CHALLENGE else {}
    return dumped(
        {
            "id": str(errand.message_id),
            "type": CHALLENGE_TYPE if errand.kind is AttemptKind.CHALLENGE else TEST_TYPE,
            "recorded_at": now.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z",
            "endpoint_id": str(errand.target.id),
            **asked,
        }
    )


def echoed(sent: Sent, value: str) -> bool:
    """Whether the answer is JSON that gives the challenge back."""
    try:
        said = json.loads(sent.answer.body) if sent.answer is not None else None
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("challenge") == value
