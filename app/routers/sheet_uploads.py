"""A file of a spreadsheet program as the body of a write: its envelope, its bytes, and what the contract says of it."""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.requests import Request

from app.domain.content import XLSX
from app.routers.body import read_raw
from app.routers.deps import dry_run_of, fingerprint_of, idempotency_key_of, principal_of
from app.routers.uploads import ANY_KIND, UPLOAD_SECONDS_MAX
from app.services.envelope import Envelope

CSV: Final = "text/csv"
BYTES_MAX: Final = 8 * 1024 * 1024
BINARY: Final = {"schema": {"type": "string", "format": "binary"}}


@dataclass(frozen=True, slots=True)
class SheetUpload:
    """A file as it came in, and the envelope of its write."""

    envelope: Envelope
    raw: bytes = field(repr=False)


def taking_sheet(route: dict[str, Any]) -> dict[str, Any]:
    """Arguments of a route of `writing` that takes a file; changed in place."""
    route["openapi_extra"]["requestBody"] = {
        "required": True,
        "description": "The file itself, CSV or XLSX; its own bytes say which.",
        "content": dict.fromkeys((ANY_KIND, XLSX, CSV), BINARY),
    }
    return route


async def sheet_of(request: Request) -> SheetUpload:
    """The envelope and the bytes of a write; refuses what cannot be read."""
    principal = await principal_of(request)
    key, dry_run = idempotency_key_of(request), dry_run_of(request)
    raw = await read_raw(request, limit_bytes=BYTES_MAX, limit_seconds=UPLOAD_SECONDS_MAX)
    fingerprint = fingerprint_of(request, {"sha256": hashlib.sha256(raw).hexdigest()})
    return SheetUpload(Envelope(principal=principal, key=key, fingerprint=fingerprint, dry_run=dry_run), raw)
