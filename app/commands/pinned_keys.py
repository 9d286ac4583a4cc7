"""Published keys of a service that a person pins by an option: from the service, or from a file that was kept."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.commands.outcome import fail

if TYPE_CHECKING:
    from app.domain.signing import PublicKey

SECONDS: Final = 10.0
FILE_BYTES_MAX: Final = 1024 * 1024
WELL_KNOWN: Final = "/.well-known/webhook-keys.json"


def pinned(place: str) -> "tuple[PublicKey, ...]":
    """The keys at an address or in a file; ends the command with a sentence where there are none to be read.

    Args:
        place: A file, the address of a service, or that of its key set, which ends with `.json`.
    """
    from app.kit.pinning import keys_of

    is_address = place.lower().startswith(("http://", "https://"))
    try:
        return keys_of(_fetched(place) if is_address else _read(place))
    except (OSError, ValueError) as error:
        raise fail(f"No keys can be read at {place} ({type(error).__name__}).") from error


def _read(path: str) -> Any:
    if Path(path).stat().st_size > FILE_BYTES_MAX:
        raise ValueError("too large for a set of keys")
    return json.loads(Path(path).read_bytes())


def _fetched(address: str) -> Any:
    import httpx

    where = address if address.endswith(".json") else f"{address.rstrip('/')}{WELL_KNOWN}"
    try:
        return httpx.get(where, timeout=SECONDS).raise_for_status().json()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise fail(f"No keys can be read at {address} ({type(error).__name__}).") from error
