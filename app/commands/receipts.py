"""`sutiao verify-receipt`: whether delivery receipts hold, for whoever was given them; needs no database."""

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.outcome import fail

if TYPE_CHECKING:
    from app.domain.signing import PublicKey

FILE_BYTES_MAX = 32 * 1024 * 1024


def verify_receipt(
    file: Annotated[Path, typer.Argument(help="What GET …/receipts answered, as it was kept.")],
    keys: Annotated[
        Path | None, typer.Option("--keys", help="The pinned key set, as /.well-known/webhook-keys.json gives it.")
    ] = None,
) -> None:
    """Recompute the hash chain of delivery receipts and check the signature. Ends with 1 where something is wrong."""
    from app.domain.receipt_export import fault_of

    kept = _json_of(file)
    document = kept.get("document") if isinstance(kept, dict) else None
    if not isinstance(document, dict) or not isinstance(document.get("receipts"), list):
        raise fail(f"{file}: no delivery receipts")
    fault = fault_of(document)
    typer.echo(f"chain: {fault or 'holds'} ({len(document['receipts'])} steps, complete: {document.get('complete')})")
    signature = _signature_fault(kept.get("signature"), document, keys)
    typer.echo(f"signature: {signature or 'fits'}")
    if fault or (signature and keys is not None):
        raise typer.Exit(code=1)


def _signature_fault(told: Any, document: dict[str, Any], keys: Path | None) -> str | None:
    """What keeps the signature from being believed. When it was issued is no fault: receipts are kept for years."""
    from app.adapters.signatures import check_of
    from app.domain import signing
    from app.domain.receipt_export import canonical

    if not isinstance(told, dict):
        return "none"
    if keys is None:
        return "not checked: name the pinned keys with --keys"
    try:
        headers = {
            signing.ID_HEADER: str(told["id"]),
            signing.TIMESTAMP_HEADER: str(told["timestamp"]),
            signing.SIGNATURE_HEADER: str(told["signature"]),
        }
        now_seconds = int(told["timestamp"])
    except (KeyError, ValueError):
        return "unreadable"
    check = check_of((), [_key_of(row) for row in _json_of(keys)["keys"]])
    return signing.fault_of(headers, canonical(document), now_seconds=now_seconds, check=check)


def _key_of(row: dict[str, Any]) -> "PublicKey":
    from datetime import datetime

    from app.domain.signing import PublicKey, SignatureKind

    public = _bytes(row["x"]) + _bytes(row.get("y") or "")
    return PublicKey(
        str(row["kid"]), SignatureKind(row["signature_kind"]), public, datetime.fromisoformat(row["not_before"]), None
    )


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _json_of(path: Path) -> Any:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise fail(f"{path}: too large")
        return json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise fail(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise fail(f"{path}: cannot be read as JSON ({type(error).__name__})") from error
