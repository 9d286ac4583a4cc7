"""Composition root 3: what the command line does once, without a running service."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import unquote, urlsplit
from uuid import UUID

from sqlalchemy.engine import make_url

from app.adapters.database.embedded import has_cluster
from app.adapters.database.feed_epochs import begin_epoch
from app.adapters.database.roles import make_roles
from app.adapters.reference_data import load_calendar, load_causes, load_court_codes, load_regions
from app.domain.calendar import Calendar
from app.domain.codes import CODE_LISTS
from app.domain.errors import Refusal
from app.domain.ports import Ports
from app.domain.reference import Loaded, ReferenceData
from app.services.deadlines import set_back_once
from app.services.document_sweep import orphans, resealed, swept
from app.services.reference import load_calendar as load_calendar_rows
from app.services.reference import load_reference
from app.services.registry import bootstrap
from app.services.verification import Report, verify
from app.settings import Settings
from app.supervisor import supervised_database
from app.wiring import Wired, wired

OPERATOR = "operator"
POSTGRES_PORT = 5432


class NotConfiguredError(Exception):
    """A setting is missing; the message names it."""


@asynccontextmanager
async def _ports(settings: Settings) -> AsyncIterator[Ports]:
    async with _parts(settings) as parts:
        yield parts.ports


@asynccontextmanager
async def _parts(settings: Settings) -> AsyncIterator[Wired]:
    app_url = None if settings.database_url is None else settings.database_url.get_secret_value()
    async with supervised_database(settings.data_dir, app_url, shared=True) as urls:
        known = Settings(**{**settings.model_dump(), "database_url": urls.app_url})
        async with wired(known, application_name="sutiao command") as parts:
            yield parts


async def first_key(settings: Settings) -> str | None:
    """Load reference data, set the legal clock's start if one is set, make the operator.

    Returns:
        The operator's key, shown here only; None where it was given before.
    """
    async with _ports(settings) as ports:
        await _load(ports)
        if settings.legal_clock_start is not None:
            await set_back_once(ports, settings.legal_clock_start)
        try:
            _, secret_text = await bootstrap(ports, OPERATOR)
        except Refusal as refusal:
            if refusal.code != "bootstrap_done":
                raise
            return None
        return secret_text


async def make_roles_from(superuser_url: str, settings: Settings) -> None:
    """Make both roles and the database that the two addresses in the settings name.

    Raises:
        NotConfiguredError: one of the addresses is not set.
    """
    if settings.database_url is None or settings.owner_database_url is None:
        raise NotConfiguredError("DATABASE_URL and SUTIAO_OWNER_DATABASE_URL name the database and both passwords.")
    app_url = urlsplit(settings.database_url.get_secret_value())
    owner_url = urlsplit(settings.owner_database_url.get_secret_value())
    await make_roles(
        superuser_url, app_url.path.lstrip("/"), unquote(owner_url.password or ""), unquote(app_url.password or "")
    )


async def load_reference_data(settings: Settings) -> tuple[str, ...]:
    """Write the project's reference data; says by table what was added, changed and ended."""
    async with _ports(settings) as ports:
        loaded = await _load(ports)
    return tuple(f"{row.table}: {row.added} added, {row.changed} changed, {row.ended} ended" for row in loaded)


async def load_year(settings: Settings, calendar: Calendar) -> tuple[str, ...]:
    """Write the days of one more year; says by table what was added and changed."""
    async with _ports(settings) as ports:
        loaded = await load_calendar_rows(ports, calendar)
    return tuple(f"{row.table}: {row.added} added, {row.changed} changed, {row.ended} ended" for row in loaded)


async def _load(ports: Ports) -> tuple[Loaded, ...]:
    return await load_reference(
        ports,
        ReferenceData(
            code_lists=CODE_LISTS,
            causes=load_causes(),
            calendar=load_calendar(),
            court_codes=load_court_codes(),
            regions=load_regions(),
        ),
    )


def place_of(settings: Settings) -> str:
    """Which database the settings mean, for people: host, port and name, or a folder; no role, no password."""
    if settings.database_url is None:
        return f"embedded, in {settings.data_dir.absolute()}"
    url = make_url(settings.database_url.get_secret_value())
    return f"{url.host or 'localhost'}:{url.port or POSTGRES_PORT}/{url.database or ''}"


def require_database(settings: Settings) -> None:
    """Refuse to look for anything where there is no database; an empty one is not made for this.

    Raises:
        NotConfiguredError: it names the folder that was looked into.
    """
    if settings.database_url is None and not has_cluster(settings.data_dir):
        raise NotConfiguredError(
            f"没有数据库：未设 DATABASE_URL，{settings.data_dir.absolute()} 中也没有内嵌数据库。"
            f"There is no database: DATABASE_URL is not set, and {settings.data_dir.absolute()} "
            "holds no embedded one. Set SUTIAO_DATA_DIR to the folder of `sutiao run`, or DATABASE_URL."
        )


async def verification(settings: Settings) -> Report:
    """Check a whole database.

    Raises:
        NotConfiguredError: there is none; an empty one is not made for this.
    """
    require_database(settings)
    async with _ports(settings) as ports:
        return await verify(ports)


async def new_feed_epoch(settings: Settings, reason: str) -> int:
    """Begin a new epoch of all feeds; its number.

    Raises:
        NotConfiguredError: there is no database.
    """
    require_database(settings)
    async with _parts(settings) as parts:
        return await begin_epoch(parts.engine, now=parts.ports.clock.system_now(), reason=reason)


async def orphaned_documents(settings: Settings, *, remove: bool) -> tuple[UUID, ...]:
    """Contents that no document has; removed where that was asked for."""
    async with _ports(settings) as ports:
        return await (swept(ports) if remove else orphans(ports))


async def resealed_documents(settings: Settings) -> int:
    """Contents that were sealed with an older key, sealed anew; how many."""
    async with _ports(settings) as ports:
        return await resealed(ports)


def report_lines(report: Report) -> list[str]:
    """A report for people: what was looked at, then what is wrong."""
    lines = [f"{name}: {count}" for name, count in sorted(report.counts.items())]
    lines += [f"invariant {fault.invariant}: {fault.code} at {fault.subject}" for fault in report.faults]
    if not report.counts["referrals"]:
        lines.append("there is no referral in this database")
    return [*lines, "clean" if report.clean else f"{len(report.faults)} faults"]
