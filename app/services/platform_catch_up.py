"""Making up for what a platform was not told before its court's feed was cut off: the events themselves are kept."""

from dataclasses import dataclass
from typing import Final

from app.domain.access import Principal, Scope, TenantId, TenantKind
from app.domain.court_platform import PlatformCode
from app.domain.errors import Refusal
from app.domain.ports import Ports, Selection
from app.domain.referral import ReferralId
from app.services.platform_histories import told_of
from app.services.platform_outbox import keep_for
from app.services.platforms import acting_for

PAGE: Final = 200
ROWS_MAX: Final = 10_000
"""Most configuration rows of one platform."""


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What was made up for.

    Attributes:
        removed_count: Events that the feed did not have any more.
        referral_count: Referrals whose history was looked at; 0 where nothing was missing.
    """

    removed_count: int
    referral_count: int


async def catch_up(ports: Ports, principal: Principal, code: PlatformCode) -> CaughtUp:
    """Put into the outbox what a platform has to know of everything since it was joined, and go on behind it.

    Messages and duties are kept once by event and kind, so nothing is told twice, and a second run after a crash ends
    what the first began. Refuses with `not_found`, `not_your_role`, `scope_missing`.
    """
    principal.require(Scope.REGISTRY_WRITE)
    principal.require_kind(TenantKind.OPERATOR)
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(principal.tenant_id) as tx:
        platform = await tx.platforms.current(code, day)
        rows = await tx.platforms.page(code=code, tenant_id=None, after_id=None, limit=ROWS_MAX)
    if platform is None:
        raise Refusal("not_found")
    tenant_id, count, after = TenantId(platform.court_id), 0, None
    async with ports.unit_of_work(tenant_id) as tx:
        position = await tx.platforms.position(code)
    if not position.removed_count:
        return CaughtUp(0, 0)
    while ids := await _page(ports, acting_for(platform), after):
        told = await told_of(ports, platform, ids, since=rows[-1].recorded_at)
        async with ports.unit_of_work(tenant_id) as tx:
            for parts in told.values():
                for event, messages in parts:
                    await keep_for(ports, tx, platform, event, messages)
        count, after = count + len(ids), ids[-1]
    async with ports.unit_of_work(tenant_id) as tx:
        await tx.platforms.set_position(code, feed_position=position.feed_position + position.removed_count)
    return CaughtUp(position.removed_count, count)


async def _page(ports: Ports, principal: Principal, after: ReferralId | None) -> list[ReferralId]:
    """Every referral that the court sees, also one that another opened."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        rows = await tx.referrals.page(principal, after_id=after, limit=PAGE, selection=Selection())
    return [row.referral.id for row in rows]
