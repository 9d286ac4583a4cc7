"""Is the process there, and can it work? For whoever runs the service; no key needed."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.routers.contract import reading, without_key
from app.routers.deps import house_of
from app.routers.replies import shown
from app.routers.schemas.reference import HealthView

router = APIRouter(tags=["health"])


@router.get("/livez", **without_key(reading("livez", "Is the process there?", HealthView)))
async def livez() -> Response:
    """Answers as long as the process does; asks nobody."""
    return shown(HealthView(status="ok"))


@router.get("/readyz", **without_key(reading("readyz", "Can it work?", HealthView), 503))
async def readyz(request: Request) -> Response:
    """The database answers, and is migrated to what this program expects."""
    await house_of(request).ready()
    return shown(HealthView(status="ok"))
