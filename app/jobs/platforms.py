"""What a worker does for platforms of courts: fetches what they have for us, and acts on what came in."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from app.domain.court_platform import Heard
from app.domain.errors import Refusal
from app.domain.platform_inbox import InboxState
from app.domain.platform_outbox import OutboxMessage, OutboxState
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports
from app.domain.referral import ProcedureId
from app.services.platform_inbox import Interpret, process_next
from app.services.platform_outbox import PutBackError, gather, send_next
from app.services.platform_pull import pull_all
from app.services.reconciliation import reconcile_due
from app.services.referrals import Intake, Wish
from app.settings import Settings

COMPARE_SECONDS = 600.0
"""Pause after which it is looked whether a day is over that was not compared yet."""

Done = tuple[int, tuple[str, ...]]
"""How many things were looked at, and why some were set aside."""


async def act_on_inbox(ports: Ports, outside: PlatformPorts, limit: int) -> Done:
    """Act on at most so many messages."""
    looked, reasons = 0, list[str]()
    while looked < limit:
        message = await process_next(ports, outside, _interpreter(ports))
        if message is None:
            break
        looked += 1
        if message.state is InboxState.PARKED:
            reasons.append(str(message.reason))
    return looked, tuple(reasons)


def _interpreter(ports: Ports) -> Interpret:
    """Reads messages as requests of the API; the schemas take a quarter of a worker's start, and are loaded by need."""

    def interpret(message: Heard, procedure_id: ProcedureId | None) -> Intake | Wish | Refusal:
        from app.routers.platform_wishes import interpreter  # noqa: PLC0415 - see above

        return interpreter(ports)(message, procedure_id)

    return interpret


async def tell(ports: Ports, outside: PlatformPorts, limit: int) -> Done:
    """Gather what happened, then send at most so many messages; what waits is sent whatever became of gathering.

    A fault of ours with one platform or one message is raised once all others had their turn.
    """
    reasons, faults, looked = list[str](), list[Exception](), 0
    try:
        looked = await gather(ports, outside, reasons)
    except Exception as fault:  # noqa: BLE001 - raised below
        faults.append(fault)
    sent = [message async for message in _sent(ports, outside, limit, faults)]
    if faults:
        raise faults[0]
    parked = (str(message.reason) for message in sent if message.state is OutboxState.PARKED)
    return looked + len(sent), (*reasons, *parked)


async def _sent(
    ports: Ports, outside: PlatformPorts, limit: int, faults: list[Exception]
) -> AsyncIterator[OutboxMessage]:
    for _ in range(limit):
        try:
            message = await send_next(ports, outside)
        except PutBackError as put_back:
            faults.append(put_back.fault)
            continue
        if message is None:
            return
        yield message


async def fetch(ports: Ports, outside: PlatformPorts, _limit: int) -> Done:
    """Fetch what platforms have for us."""
    return await pull_all(ports, outside)


async def compare(ports: Ports, outside: PlatformPorts, _limit: int) -> Done:
    """Compare the day that is over with what platforms hold, once."""
    return await reconcile_due(ports, outside)


@dataclass(frozen=True, slots=True)
class PlatformJob:
    """One of them: its name in the log, its round, and the pause between two rounds."""

    name: str
    work: Callable[[Ports, PlatformPorts, int], Awaitable[Done]]
    pause_seconds: float


def platform_jobs(settings: Settings) -> tuple[PlatformJob, ...]:
    """All of them."""
    return (
        PlatformJob("inbox", act_on_inbox, settings.platform_poll_seconds),
        PlatformJob("outbox", tell, settings.platform_poll_seconds),
        PlatformJob("reconciliation", compare, COMPARE_SECONDS),
        PlatformJob("pull", fetch, settings.platform_pull_seconds),
    )
