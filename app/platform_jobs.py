"""What a worker does for platforms of courts: acts on what came in."""

from collections.abc import Awaitable, Callable

from app.domain.platform_inbox import InboxState
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports
from app.routers.platform_wishes import interpreter
from app.services.platform_inbox import process_next


async def act_on_inbox(ports: Ports, outside: PlatformPorts, limit: int) -> tuple[int, tuple[str, ...]]:
    """Act on at most so many messages; how many were looked at, and why some were parked."""
    interpret = interpreter(ports)
    looked, reasons = 0, []
    while looked < limit:
        message = await process_next(ports, outside, interpret)
        if message is None:
            break
        looked += 1
        if message.state is InboxState.PARKED:
            reasons.append(str(message.reason))
    return looked, tuple(reasons)


Work = Callable[[Ports, PlatformPorts, int], Awaitable[tuple[int, tuple[str, ...]]]]

JOBS: tuple[tuple[str, Work], ...] = (("inbox", act_on_inbox),)
"""By name, as it stands in the log."""
