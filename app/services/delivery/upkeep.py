"""What keeps the tables of deliveries in order: leases of workers that are gone, old answers, filters that changed."""

from datetime import timedelta

from app.services.delivery.post import Post

LEASES_MAX = 500
ERASED_MAX = 1_000


async def free_leases(post: Post) -> int:
    """Let others take what a worker that is gone had leased; how many lanes."""
    async with post.ports.unit_of_work(None) as tx:
        return await tx.lanes.free_expired(post.ports.clock.system_now(), limit=LEASES_MAX)


async def tidy(post: Post, *, keep_answers: timedelta) -> int:
    """Note from where changed filters hold, and erase answers that are older than that; how many were erased."""
    async with post.ports.unit_of_work(None) as tx:
        await tx.upkeep.stamp_filters()
    async with post.ports.unit_of_work(None) as tx:
        return await tx.upkeep.erase_answers(post.ports.clock.system_now() - keep_answers, limit=ERASED_MAX)
