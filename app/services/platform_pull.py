"""Messages of platforms that do not call us: fetched page by page into the inbox, the cursor behind them."""

from typing import Final

from app.domain.court_platform import CourtPlatform, Platform, Pulled, PullsMessages
from app.domain.errors import Refusal
from app.domain.outbound import OutsideFailure
from app.domain.platform_inbox import aside_id
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports
from app.services.platform_inbox import content_of, keep
from app.services.platform_rounds import in_turn, with_credentials

PAGES_MAX: Final = 50
"""Most pages of one platform in one round."""


async def pull_all(ports: Ports, outside: PlatformPorts) -> tuple[int, tuple[str, ...]]:
    """Fetch from every platform that is asked; how many messages came, and why some platforms gave none.

    The cursor is written after its page was kept, so a crash fetches the page again and keeps nothing twice.
    """
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        served = await tx.platforms.served(day)
    reasons = list[str]()

    async def pull(platform: Platform) -> int:
        try:
            if not platform.has_interface:
                return 0
            return await _pull(ports, outside, await with_credentials(ports, platform, day), reasons)
        except OutsideFailure as failure:
            reasons.append(failure.reason)
            return 0

    return await in_turn(served, pull), tuple(reasons)


async def _pull(ports: Ports, outside: PlatformPorts, platform: Platform, reasons: list[str]) -> int:
    adapter = outside.adapter(platform)
    if not isinstance(adapter, PullsMessages):
        return 0
    async with ports.unit_of_work(None) as tx:
        cursor = (await tx.platforms.position(platform.code)).pull_cursor
    count = 0
    for _ in range(PAGES_MAX):
        page = await adapter.pull(cursor)
        count += await _kept(ports, platform, adapter, page, reasons)
        if page.cursor == (cursor or ""):
            break
        cursor = page.cursor
        async with ports.unit_of_work(None) as tx:
            await tx.platforms.set_position(platform.code, pull_cursor=cursor)
    return count


async def _kept(ports: Ports, platform: Platform, adapter: CourtPlatform, page: Pulled, reasons: list[str]) -> int:
    """Keep everything of a page; how much of it was new. What has no id that can be used is parked for a person."""
    count = 0
    aside = [(aside_id(raw), raw, "message_without_id") for raw in page.unnamed]
    for message_id, raw in page.messages:
        try:
            content = content_of(adapter, raw)
            count += not (await keep(ports, platform, message_id, raw, content=content)).known
        except Refusal as refusal:
            aside.append((aside_id(raw, message_id), raw, refusal.code))
    for message_id, raw, reason in aside:
        if not (await keep(ports, platform, message_id, raw, reason=reason)).known:
            count += 1
            reasons.append(reason)
    return count
