"""All routers in one application, with the edge around them and the contract above."""

from pathlib import Path
from typing import Any, Final

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.openapi.utils import get_openapi
from fastapi.telemetry import TelemetryConfig
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Lifespan

from app.routers import (
    audit,
    consumers,
    custody,
    deliveries,
    development,
    disputes,
    documents,
    dossier,
    feed,
    forms,
    handover,
    health,
    metrics,
    platform_outbox,
    platforms,
    problem_pages,
    problems,
    procedures,
    reconciliation,
    reference,
    reference_lists,
    referral_parts,
    referrals,
    registry,
    registry_changes,
    registry_reads,
    series,
    spreadsheets,
    webhook_endpoints,
    webhook_keys,
)
from app.routers.contract import DESCRIPTION, TAGS
from app.routers.contract_document import finish
from app.routers.deprecation import DEPRECATIONS, Table, notices
from app.routers.edge import Edge
from app.routers.tally import Tally

TITLE = "sutiao 诉调对接"
VERSION = "0.1.0"

ASSETS = "/docs/assets"
ASSET_FILES = Path(fastapi_offline.__file__).parent / "static"
"""Scripts and styles of the page `/docs`, so that it needs no other host."""

ROUTERS = (
    feed,
    consumers,
    spreadsheets,
    referrals,
    referral_parts,
    custody,
    dossier,
    procedures,
    series,
    disputes,
    registry,
    registry_changes,
    registry_reads,
    platforms,
    platform_outbox,
    reconciliation,
    audit,
    reference,
    reference_lists,
    problem_pages,
    health,
    documents,
    handover,
    forms,
    webhook_keys,
    webhook_endpoints,
    deliveries,
)
"""In the order in which addresses are tried."""

WORN_PATHS = ("/v1/referrals", "/v1/referrals/{referral_id}/transitions")
"""Addresses that are tried before all others, since most writes go there; no other address leads to them."""

UNWATCHED: Final[TelemetryConfig] = {"tracing": False, "metrics": False, "logs": False}
"""The framework would ask for each request whether somebody watches; figures are at `/metrics`."""

SHORTCUTS = {("GET", "/v1/events"): feed.read_feed}
"""Answered without the framework's machinery, which would cost more than the answer: most polls bring nothing new."""


def build(*, steerable: bool, lifespan: Lifespan[FastAPI] | None, deprecations: Table = DEPRECATIONS) -> FastAPI:
    """The application without anything behind it.

    Args:
        steerable: Whether the legal clock may be steered over HTTP.
        lifespan: Opens and closes what the routes need.
        deprecations: What is on its way out.
    """
    app = Site(lifespan=lifespan, deprecations=deprecations)
    problems.install(app)
    for module in (*ROUTERS, development) if steerable else ROUTERS:
        app.router.routes.extend(module.router.routes)  # An included router would be searched twice for each request.
    app.router.routes.sort(key=lambda route: getattr(route, "path", None) not in WORN_PATHS)
    app.state.tally = Tally()
    app.add_middleware(Edge, shortcuts=SHORTCUTS, notices=notices(deprecations, app.routes), tally=app.state.tally)
    return app


class Site(FastAPI):
    """FastAPI whose contract is finished by us."""

    def __init__(self, *, lifespan: Lifespan[FastAPI] | None, deprecations: Table) -> None:
        super().__init__(
            title=TITLE,
            version=VERSION,
            lifespan=lifespan,
            docs_url=None,
            redoc_url=None,
            redirect_slashes=False,
            telemetry=UNWATCHED,
        )
        self.state.deprecations = deprecations
        self.add_route("/docs", docs_page, include_in_schema=False)
        self.add_route(metrics.PATH, metrics.metrics, include_in_schema=False)
        self.mount(ASSETS, StaticFiles(directory=ASSET_FILES))

    def openapi(self) -> dict[str, Any]:
        """The contract, made once."""
        if self.openapi_schema is None:
            made = get_openapi(
                title=TITLE, version=VERSION, description=DESCRIPTION, tags=list(TAGS), routes=self.routes
            )
            self.openapi_schema = finish(made, self.state.deprecations)
        return self.openapi_schema


async def docs_page(request: Request) -> HTMLResponse:
    """The contract for people to read and to try."""
    root = request.scope.get("root_path", "")
    return get_swagger_ui_html(
        openapi_url=f"{root}/openapi.json",
        title=TITLE,
        swagger_js_url=f"{root}{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{root}{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{root}{ASSETS}/favicon.png",
    )
