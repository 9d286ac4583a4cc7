"""`GET /metrics` on the public port: there only where a token is set, and only for who shows it."""

import hmac
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import Refusal
from app.routers.deps import house_of

PATH = "/metrics"


async def metrics(request: Request) -> Response:
    """What the process tells about itself; refuses with `no_such_route`, `key_missing`, `key_unknown`."""
    token = house_of(request).settings.metrics_token
    if token is None:
        raise Refusal("no_such_route")
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not shown:
        raise Refusal("key_missing")
    if not hmac.compare_digest(shown.strip().encode("utf-8", "replace"), token.get_secret_value().encode()):
        raise Refusal("key_unknown")
    told: Callable[[], Awaitable[bytes]] = request.app.state.metrics
    return Response(await told(), media_type=request.app.state.metrics_type, headers={"Cache-Control": "no-store"})
