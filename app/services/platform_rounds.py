"""One round over the platforms of a day: each has its turn, whatever became of those before it."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date

from app.domain.court_platform import Platform
from app.domain.ports import Ports


async def in_turn(platforms: Iterable[Platform], work: Callable[[Platform], Awaitable[int]]) -> int:
    """Do the same for each platform; the sum of what was done.

    What `work` expects of the outside it catches itself. A fault of ours with one platform is raised once all others
    had their turn, so that none waits behind it.
    """
    count, faults = 0, list[Exception]()
    for platform in platforms:
        try:
            count += await work(platform)
        except Exception as fault:  # noqa: BLE001 - raised below
            faults.append(fault)
    if faults:
        raise faults[0]
    return count


async def with_credentials(ports: Ports, platform: Platform, day: date) -> Platform:
    """The platform with its secrets, opened when it has its turn: those of one that can not be read stop no other."""
    async with ports.unit_of_work(None) as tx:
        return await tx.platforms.current(platform.code, day, secrets=True) or platform
