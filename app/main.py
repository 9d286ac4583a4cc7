"""Composition root 1: settings become adapters, adapters become the answering application."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.courts.spreadsheet.workbooks import Workbooks
from app.adapters.database import migrate
from app.adapters.database.feed import FeedPages, Heads
from app.adapters.database.key_checks import ring_fits
from app.adapters.database.nudge import Nudge
from app.adapters.secrets import KeyRing, hash_api_key, public_id_of
from app.domain.access import Principal
from app.domain.errors import Refusal
from app.routers.deps import Doorkeeper, House
from app.routers.limits import Limiter
from app.routers.site import build
from app.services.history import FeedPorts
from app.services.keys import authenticate
from app.services.stream_places import StreamPlaces
from app.serving import metrics
from app.serving.metrics_server import metrics_served
from app.settings import Settings
from app.wiring import Wired, key_ring_of, wired

REVISION = text("SELECT version_num FROM alembic_version")


def create_app(settings: Settings) -> FastAPI:
    """The application. It opens its database when it starts to serve, and nothing before."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if settings.database_url is None:
            raise ValueError("DATABASE_URL is not set")
        url = settings.database_url.get_secret_value()
        nudge, heads = Nudge(url, interval_ms=settings.sequencer_nudge_ms), Heads(url)
        async with wired(settings, application_name="sutiao api", nudge=nudge) as parts:
            furnish(app, settings, parts, heads)
            nudge.start()
            await heads.start()
            try:
                async with metrics_served(settings.metrics_port, app.state.metrics, metrics.MEDIA_TYPE):
                    yield
            finally:
                await heads.stop()
                await nudge.stop()

    return build(steerable=settings.environment == "development", lifespan=lifespan)


def furnish(app: FastAPI, settings: Settings, parts: Wired, heads: Heads) -> None:
    """Hand the routes what they need."""
    ring = key_ring_of(settings)

    async def verify(secret_text: str) -> Principal:
        public_id = public_id_of(secret_text)
        if public_id is None:
            raise Refusal("key_unknown")
        return await authenticate(parts.ports, public_id, hash_api_key(secret_text))

    app.state.house = House(
        ports=parts.ports,
        doorkeeper=Doorkeeper(verify, seconds=settings.key_cache_seconds),
        settings=settings,
        ready=lambda: ready(parts.engine, ring),
        platforms=parts.platforms,
        spreadsheets=Workbooks(),
        limiter=Limiter(per_second=settings.rate_limit_per_second, burst=settings.rate_limit_burst),
        senders=Limiter(per_second=settings.rate_limit_per_second, burst=settings.rate_limit_burst),
    )
    places = StreamPlaces(limit=settings.feed_streams_max, tenant_limit=settings.feed_streams_per_tenant_max)
    app.state.feed = FeedPorts(heads, FeedPages(parts.engine), places)
    app.state.release = heads.release
    app.state.metrics_type = metrics.MEDIA_TYPE
    app.state.metrics = metrics.exposition(
        metrics.Sources(parts.engine, parts.ports.clock.system_now, app.state.tally, heads, places)
    )


async def ready(engine: AsyncEngine, ring: KeyRing) -> None:
    """Refuse unless the database answers, is at the revision of this program, and was written with this key ring.

    Refuses with `database_unavailable`, `key_ring_cannot_read`.
    """
    try:
        async with engine.connect() as connection:
            revision = await connection.scalar(REVISION)
    except (SQLAlchemyError, OSError):
        raise Refusal("database_unavailable") from None
    if revision not in await asyncio.to_thread(_heads):
        raise Refusal("database_unavailable", facts={"revision": revision})
    if not await ring_fits(engine, ring):
        raise Refusal("key_ring_cannot_read")


@cache
def _heads() -> frozenset[str]:
    return frozenset(migrate.heads())


def contract() -> dict[str, Any]:
    """The contract as OpenAPI, development routes included; needs no database."""
    return build(steerable=True, lifespan=None).openapi()


def contract_text() -> str:
    """The contract as it is committed."""
    return json.dumps(contract(), ensure_ascii=False, indent=2) + "\n"
