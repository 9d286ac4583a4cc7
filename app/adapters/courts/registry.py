"""All dialects that there are, by name: one line each. A dialect knows no other dialect, and none knows this file."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from app.adapters.client_tls import expires_at
from app.adapters.courts.gate_files import client as gate_client
from app.adapters.courts.memory import client as memory_client
from app.adapters.courts.rest import client as rest_client
from app.adapters.courts.rest import options as rest_options
from app.adapters.courts.soap import client as soap_client
from app.adapters.courts.soap import options as soap_options
from app.adapters.courts.spreadsheet import client as spreadsheet_client
from app.adapters.dialect_answers import require_lists
from app.domain.court_platform import CourtPlatform, Platform
from app.domain.feed import PagedFeed
from app.domain.outbound import Outbound
from app.domain.platform_port import PlatformPorts

Make = Callable[[Platform], CourtPlatform]
Check = Callable[[Mapping[str, Any], Mapping[str, str]], None]

CHECKS: Mapping[str, Check] = {
    "gate_files": gate_client.check,
    "memory": memory_client.check,
    "rest": rest_options.check,
    "soap": soap_options.check,
    "spreadsheet": spreadsheet_client.check,
}
"""What each dialect needs of settings and credentials."""


def dialects(
    office: memory_client.Office, outbound: Outbound, now: Callable[[], datetime], gate_dir: Path
) -> Mapping[str, Make]:
    """Each dialect with what it reaches the outside by.

    Args:
        office: The court within this process.
        outbound: The door to servers that are not ours.
        now: The system clock.
        gate_dir: Folder with one exchange for each platform behind a gate, or whose people exchange sheets.
    """
    return {
        "gate_files": lambda platform: gate_client.GatePlatform(platform, gate_client.gate_of(platform, gate_dir), now),
        "memory": lambda platform: memory_client.MemoryPlatform(platform, office),
        "rest": lambda platform: rest_client.RestPlatform(platform, outbound, now),
        "soap": lambda platform: soap_client.SoapPlatform(platform, outbound, now),
        "spreadsheet": lambda platform: spreadsheet_client.SpreadsheetPlatform(
            platform, spreadsheet_client.exchange_of(platform, gate_dir)
        ),
    }


def platform_ports(made: Mapping[str, Make], feed: PagedFeed) -> PlatformPorts:
    """The ports of use cases on these dialects."""
    return PlatformPorts(
        adapter=lambda platform: made[platform.dialect](platform),
        check=_checked,
        expires=expires_at,
        dialects=tuple(sorted(made)),
        feed=feed,
    )


def _checked(dialect: str, settings: Mapping[str, Any], credentials: Mapping[str, str], lists: Collection[str]) -> None:
    if dialect in CHECKS:
        CHECKS[dialect](settings, credentials)
        require_lists(settings, lists)
