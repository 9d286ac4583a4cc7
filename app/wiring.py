"""What every composition root shares: settings become the ports that use cases are handed.

The rule book is read from the database at the start and again every minute, so that a newly loaded calendar reaches
every process without a restart.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.clock import SystemClock
from app.adapters.courts.memory.client import Office
from app.adapters.courts.registry import dialects, platform_ports
from app.adapters.database.engine import make_engine
from app.adapters.database.feed import FeedPages
from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.document_files import DocumentFiles
from app.adapters.ids import new_id
from app.adapters.legal_clock import LegalClock
from app.adapters.outbound import GuardedClient, OutboundPolicy
from app.adapters.reference_data import (
    load_calendar,
    load_cause_versions,
    load_causes,
    load_court_codes,
    load_tracks,
)
from app.adapters.secrets import KeyRing, load_key_ring, new_api_key
from app.adapters.signatures import ServiceSigner
from app.adapters.signing_keys import load_signing_keys
from app.domain.addresses import Networks
from app.domain.addresses import Ports as TcpPorts
from app.domain.causes import CauseTree
from app.domain.feed import PagedFeed
from app.domain.hints import Hints
from app.domain.lifecycle.table import RuleBook
from app.domain.outbound import Outbound
from app.domain.places import by_court_code
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports
from app.log import failure_line
from app.services.reference import read_calendar
from app.settings import Settings

BOOK_REFRESH_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Wired:
    """An open engine, the ports on it, and what speaks to platforms of courts."""

    engine: AsyncEngine
    ports: Ports
    platforms: PlatformPorts


class Books:
    """The rule book of the moment. Until a calendar is loaded into the database, the project's own file serves."""

    def __init__(self, settings: Settings) -> None:
        self._book = RuleBook(
            load_calendar(),
            CauseTree.of(load_causes()),
            report_window_working_days=settings.report_window_working_days,
            feedback_working_days=settings.feedback_working_days,
            urge_working_days=settings.urge_working_days,
            arbitration_review_days=settings.arbitration_review_days,
            arbitration_review_extension_days=settings.arbitration_review_extension_days,
            breach_window_working_days=settings.breach_window_working_days,
            tracks=load_tracks(),
            rules_off=settings.switched_off,
        )

    def __call__(self) -> RuleBook:
        """The present book."""
        return self._book

    async def refresh(self, ports: Ports) -> None:
        """Take the calendar from the database, if there is one."""
        calendar = await read_calendar(ports)
        if calendar.years:
            self._book = replace(self._book, calendar=calendar)


def _hints() -> Hints:
    """What the project's own files know of lists of causes and codes of courts."""
    return Hints(load_cause_versions(), by_court_code(load_court_codes()))


def key_ring_of(settings: Settings) -> KeyRing:
    """The key ring that the settings name; development makes one in the data folder."""
    return load_key_ring(
        environment=settings.environment,
        keys=None if settings.keys is None else settings.keys.get_secret_value(),
        key_file=settings.key_file,
        data_dir=settings.data_dir,
    )


def platforms_of(settings: Settings, outbound: Outbound, feed: PagedFeed) -> PlatformPorts:
    """What speaks to platforms of courts; the one within this process is for development."""
    made = dialects(Office(), outbound, SystemClock().now, settings.gate_folder)
    if settings.environment == "production":
        made = {name: make for name, make in made.items() if name != "memory"}
    return platform_ports(made, feed)


def outbound_policy_of(settings: Settings) -> OutboundPolicy:
    """What this deployment lets the outbound client reach."""
    return OutboundPolicy(
        networks=Networks.parse(settings.outbound_networks or ""),
        ports=TcpPorts.parse(settings.outbound_ports),
        plain_http=settings.outbound_plain_http,
        proxy=None if settings.outbound_proxy is None else settings.outbound_proxy.get_secret_value(),
        ca_file=settings.outbound_ca_file,
        body_limit_bytes=settings.outbound_answer_limit_bytes,
    )


def signer_of(settings: Settings) -> ServiceSigner:
    """The signer with the keys that the settings name; development makes one in the data folder."""
    if not settings.asymmetric_signing:
        return ServiceSigner(())
    return ServiceSigner(
        load_signing_keys(
            environment=settings.environment,
            keys=None if settings.signing_keys is None else settings.signing_keys.get_secret_value(),
            key_file=settings.signing_key_file,
            data_dir=settings.data_dir,
            now=SystemClock().now(),
        )
    )


@asynccontextmanager
async def wired(
    settings: Settings, *, application_name: str, nudge: Callable[[], None] = lambda: None
) -> AsyncIterator[Wired]:
    """Engine and ports for the length of the block.

    Args:
        settings: With the address of a database.
        application_name: As the database shows it.
        nudge: Called after a commit that made an event.

    Raises:
        ValueError: no address of a database is set.
    """
    if settings.database_url is None:
        raise ValueError("DATABASE_URL is not set")
    engine = make_engine(
        settings.database_url.get_secret_value(), settings.pool_size, application_name=application_name
    )
    production = settings.environment == "production"
    books, hints = Books(settings), _hints()
    ring = key_ring_of(settings)
    outbound = GuardedClient(outbound_policy_of(settings))
    ports = Ports(
        unit_of_work=DatabaseUnitOfWork(engine, ring),
        clock=LegalClock(None if production else engine),
        mint=new_id,
        book=books,
        new_key=new_api_key,
        nudge=nudge,
        hints=lambda: hints,
        documents=DocumentFiles(settings.document_folder, ring),
        outbound=outbound,
        signer=signer_of(settings),
    )
    refreshing = asyncio.create_task(_refresh(books, ports), name="rule book")
    try:
        yield Wired(engine, ports, platforms_of(settings, outbound, FeedPages(engine)))
    finally:
        refreshing.cancel()
        with suppress(asyncio.CancelledError):
            await refreshing
        await outbound.aclose()
        await engine.dispose()


async def _refresh(books: Books, ports: Ports) -> None:
    while True:
        try:
            await books.refresh(ports)
        except Exception as error:  # noqa: BLE001 - the book at hand stays good; the next round tries again
            failure_line("rule book not refreshed", error)
        await asyncio.sleep(BOOK_REFRESH_SECONDS)
