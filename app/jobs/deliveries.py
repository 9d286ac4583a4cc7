"""The worker's jobs for webhooks, put together from settings and ports."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

from app.domain.access import TenantId
from app.domain.delivery_port import Referee
from app.domain.ports import Ports, Sought
from app.domain.referral import ReferralId
from app.jobs.deliverer import Deliverer
from app.jobs.rounds import Job, Round
from app.services.delivery.errands import ERRANDS_MAX, run_errands
from app.services.delivery.post import Bounds, Post
from app.services.delivery.upkeep import ERASED_MAX, LEASES_MAX, free_leases, tidy
from app.settings import Settings

LEASES_SECONDS = 1.0
ERRANDS_SECONDS = 1.0
UPKEEP_SECONDS = 60.0
DRAIN_SECONDS = 3.0


def post_of(settings: Settings, ports: Ports) -> Post:
    """The post office of a worker."""
    return Post(
        ports=ports,
        referee=referee_of(ports),
        chance=random.Random().random,  # noqa: S311 - spreads attempts over time and guards nothing
        bounds=Bounds(
            endpoint_at_once=settings.delivery_endpoint_concurrency,
            dead_after=timedelta(hours=settings.delivery_dead_after_hours),
        ),
    )


def referee_of(ports: Ports) -> Referee:
    """Shows a referral as its tenant's lists do: no party, no name, no free words."""

    async def shown(tenant_id: TenantId, referral_id: UUID) -> dict[str, object] | None:
        from app.routers import views  # noqa: PLC0415 - the schemas of the API take long to load; thin payloads need none

        sought = Sought(tenant_id=tenant_id, referral_id=ReferralId(referral_id))
        async with ports.unit_of_work(tenant_id) as tx:
            found = await tx.referrals.load(sought)
        return None if found.record is None else views.brief(found.record).model_dump(mode="json")

    return shown


@asynccontextmanager
async def delivery_jobs(settings: Settings, ports: Ports, queued: asyncio.Event) -> AsyncIterator[list[Job]]:
    """Jobs that deliver, for as long as the block lasts; at its end what is under way is settled or given back.

    Args:
        settings: Bounds and intervals.
        ports: Database and guarded client.
        queued: Set when there may be something to deliver.
    """
    post = post_of(settings, ports)
    async with Deliverer(post, at_once=settings.delivery_concurrency, freed=queued.set) as deliverer:

        async def deliver() -> Round:
            taken, more = await deliverer.take()
            return Round(taken, to_be_continued=more)

        async def leases() -> Round:
            return Round(await free_leases(post))

        async def errands() -> Round:
            return Round(await run_errands(post))

        async def upkeep() -> Round:
            return Round(await tidy(post, keep_answers=timedelta(days=settings.delivery_answers_kept_days)))

        claimed = post.bounds.claim + 1  # What follows a full claim the round itself says.
        yield [
            Job("deliveries", deliver, claimed, settings.delivery_poll_ms / 1000, queued),
            Job("leases", leases, LEASES_MAX, LEASES_SECONDS),
            Job("errands", errands, ERRANDS_MAX, ERRANDS_SECONDS),
            Job("upkeep", upkeep, ERASED_MAX, UPKEEP_SECONDS),
        ]
        await deliverer.drain(DRAIN_SECONDS)
