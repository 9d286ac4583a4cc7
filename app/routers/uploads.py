"""A document as it comes in: bytes in the body, what is said of it in parameters and headers, and its checks.

The name of a file may tell of people, so it travels in a header and never in an address.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, unquote

from pydantic import ValidationError
from starlette.requests import Request

from app.domain.content import KINDS, check_content, kind_of
from app.domain.errors import Refusal
from app.domain.referral import PartyId
from app.routers.body import read_raw
from app.routers.contract import writing
from app.routers.deps import (
    dry_run_of,
    fingerprint_of,
    house_of,
    idempotency_key_of,
    if_match_of,
    principal_of,
)
from app.routers.faults import faults_of
from app.routers.problems import FieldRefusal
from app.routers.requests import context_of, errors_of
from app.routers.schemas.documents import DocumentParameters
from app.services.documents import NewDocument
from app.services.envelope import Envelope

ANY_KIND: Final = "application/octet-stream"
"""Content-Type of a sender that leaves it to the service to say what the file is."""

UPLOAD_SECONDS_MAX: Final = 120.0
"""Longest time for a document to arrive."""

_FLAGS: Final = {"true": True, "false": False}
_EXTENDED: Final = re.compile(r"filename\*=utf-8''([^;\s]{1,2400})", re.IGNORECASE)
_PLAIN: Final = re.compile(r'filename="([^"\\]{1,200})"', re.IGNORECASE)
_DIGEST: Final = re.compile(r"(?:^|,)\s*sha-256=:([0-9A-Za-z+/=]{44}):")
_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it came in, or what is wrong with it, and the envelope of its write."""

    envelope: Envelope
    given: NewDocument | Refusal = field(repr=False)


def uploading(name: str, summary: str, **parts: Any) -> dict[str, Any]:
    """Arguments of a route that takes a file; as those of `writing`, without a JSON body."""
    route = writing(name, summary, body=None, **parts)
    extra = route["openapi_extra"]
    extra["parameters"] = [*extra["parameters"], *_parameters()]
    extra["requestBody"] = {
        "required": True,
        "description": "The file itself. With `application/octet-stream` the service finds out what it is.",
        "content": dict.fromkeys((ANY_KIND, *KINDS), _BINARY),
    }
    return route


async def upload_of(request: Request) -> Upload:
    """The envelope and the document of a write; refuses what cannot be read."""
    principal = await principal_of(request)
    settings = house_of(request).settings
    key, if_match, dry_run = idempotency_key_of(request), if_match_of(request), dry_run_of(request)
    content = await read_raw(request, limit_bytes=settings.document_limit_bytes, limit_seconds=UPLOAD_SECONDS_MAX)
    sha256, announced, name = hashlib.sha256(content), _media_type(request), _name_of(request)
    told = {"sha256": sha256.hexdigest(), "media_type": announced, "name": name}
    envelope = Envelope(
        principal=principal,
        key=key,
        fingerprint=fingerprint_of(request, told),
        if_match=if_match,
        dry_run=dry_run,
    )
    try:
        return Upload(envelope, _checked(request, content, announced, name, sha256.digest()))
    except Refusal as refusal:
        return Upload(envelope, refusal)


def _checked(request: Request, content: bytes, announced: str, name: str | None, sha256: bytes) -> NewDocument:
    """The document, refused for what is wrong with it."""
    said = _said(request, name)
    media_type = kind_of(content) or announced if announced == ANY_KIND else announced
    check_content(content, media_type, said.document_class)
    _require_digest(request.headers.get("content-digest"), sha256)
    return NewDocument(
        content=content,
        document_class=said.document_class,
        media_type=media_type,
        name=said.name,
        sealed_original=said.sealed_original,
        signed_by=tuple(dict.fromkeys(map(PartyId, said.signed_by))),
        replaces_minutes=said.replaces_minutes,
        occurred_on=said.occurred_on,
    )


def _said(request: Request, name: str | None) -> DocumentParameters:
    """Parameters and name against their schema; refuses with `parameter_invalid`."""
    query = request.query_params
    given: dict[str, Any] = {x: query[x] for x in DocumentParameters.model_fields if x in query}
    given |= {x: _FLAGS.get(given[x], given[x]) for x in ("sealed_original", "replaces_minutes") if x in given}
    if "signed_by" in given:
        given["signed_by"] = tuple(query.getlist("signed_by"))
    if name is not None:
        given["name"] = name
    try:
        return DocumentParameters.model_validate(given, context=context_of(request))
    except ValidationError as error:
        raise FieldRefusal("parameter_invalid", faults_of(errors_of(error), of=DocumentParameters)) from None


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", ANY_KIND).partition(";")[0].strip().lower()


def _name_of(request: Request) -> str | None:
    """The name in Content-Disposition, by RFC 6266; a name that is no UTF-8 is none."""
    header = request.headers.get("content-disposition", "")
    extended, plain = _EXTENDED.search(header), _PLAIN.search(header)
    if extended is not None:
        try:
            return unquote(extended.group(1), errors="strict")
        except UnicodeDecodeError:
            return None
    return None if plain is None else plain.group(1)


def _require_digest(header: str | None, sha256: bytes) -> None:
    """Refuse with `document_hash_mismatch` where the header Content-Digest (RFC 9530) names another SHA-256."""
    found = None if header is None else _DIGEST.search(header)
    if header is None:
        return
    try:
        same = found is not None and base64.b64decode(found.group(1), validate=True) == sha256
    except binascii.Error:
        same = False
    if not same:
        raise Refusal("document_hash_mismatch")


def digest_header(sha256_hex: str) -> str:
    """The header Content-Digest of a content."""
    return f"sha-256=:{base64.b64encode(bytes.fromhex(sha256_hex)).decode()}:"


def disposition(name: str) -> str:
    """The header Content-Disposition of a download."""
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


def _parameters() -> list[dict[str, Any]]:
    """What the contract says of the parameters; the schema of each is that of `DocumentParameters`."""
    schema = DocumentParameters.model_json_schema()["properties"]
    meaning = {
        "document_class": "What it is; code of list `document_class`.",
        "sealed_original": "Whether it is a scan of an original with a seal.",
        "signed_by": "A party that signed it; once for each.",
        "replaces_minutes": "Of a recording: whether every party agreed to it in place of minutes.",
        "occurred_on": "Legal date on which it was put, today if not given.",
    }
    query = [
        {
            "name": name,
            "in": "query",
            "required": name == "document_class",
            "description": said,
            "schema": schema[name],
        }
        for name, said in meaning.items()
    ]
    return [
        *query,
        {
            "name": "Content-Disposition",
            "in": "header",
            "required": False,
            "description": "`attachment; filename*=UTF-8''…`: the name of the file, which is kept encrypted.",
            "schema": {"type": "string", "maxLength": 2500},
        },
        {
            "name": "Content-Digest",
            "in": "header",
            "required": False,
            "description": "`sha-256=:…:` by RFC 9530; refused where the file has another one.",
            "schema": {"type": "string", "maxLength": 200},
        },
    ]
