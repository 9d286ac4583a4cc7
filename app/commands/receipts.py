"""`sutiao verify-receipt`: whether delivery receipts hold, for whoever was given them; needs no database."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.outcome import fail
from app.commands.pinned_keys import pinned

if TYPE_CHECKING:
    from app.domain.signing import PublicKey

FILE_BYTES_MAX = 32 * 1024 * 1024
WRONG = 1
NOT_CHECKED = 3
"""Exit status where nothing is wrong with the chain, and nobody looked whether the service signed it."""

UNPROVEN = (
    "Anybody can make a chain that holds: name the keys of the service with --keys. "
    "未验签：请用 --keys 指定服务的公钥。"
)


def verify_receipt(
    file: Annotated[Path, typer.Argument(help="What GET …/receipts answered, as it was kept.")],
    keys: Annotated[
        str | None,
        typer.Option("--keys", help="The pinned key set, as /.well-known/webhook-keys.json gives it: file or address."),
    ] = None,
) -> None:
    """Recompute the hash chain of delivery receipts and check the signature.

    Ends with 1 where something is wrong, with 3 where the chain holds and the signature was not checked.
    """
    from app.domain.receipt_export import fault_of

    kept = _json_of(file)
    document = kept.get("document") if isinstance(kept, dict) else None
    if not isinstance(document, dict) or not isinstance(document.get("receipts"), list):
        raise fail(f"{file}: no delivery receipts")
    fault = fault_of(document)
    typer.echo(f"chain: {fault or 'holds'} ({len(document['receipts'])} steps, complete: {document.get('complete')})")
    if keys is None:
        typer.echo(f"signature: not checked. {UNPROVEN}")
        raise typer.Exit(code=WRONG if fault else NOT_CHECKED)
    signature = _signature_fault(kept.get("signature"), document, pinned(keys))
    typer.echo(f"signature: {signature or 'fits'}")
    if fault or signature:
        raise typer.Exit(code=WRONG)


def _signature_fault(told: Any, document: dict[str, Any], keys: "tuple[PublicKey, ...]") -> str | None:
    """What keeps the signature from being believed. When it was issued is no fault: receipts are kept for years."""
    from app.adapters.signatures import check_of
    from app.domain import signing
    from app.domain.receipt_export import canonical

    if not isinstance(told, dict):
        return "none"
    try:
        headers = {
            signing.ID_HEADER: str(told["id"]),
            signing.TIMESTAMP_HEADER: str(told["timestamp"]),
            signing.SIGNATURE_HEADER: str(told["signature"]),
        }
        now_seconds = int(told["timestamp"])
    except (KeyError, ValueError):
        return "unreadable"
    return signing.fault_of(headers, canonical(document), now_seconds=now_seconds, check=check_of((), keys))


def _json_of(path: Path) -> Any:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise fail(f"{path}: too large")
        return json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise fail(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise fail(f"{path}: cannot be read as JSON ({type(error).__name__})") from error
