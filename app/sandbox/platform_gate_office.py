"""A simulated court platform behind a gate that can be stopped and goes on.

Of what the service tells it keeps everything before it acknowledges, and says by a message that it acted on it.
"""

import asyncio
from pathlib import Path
from typing import Any

from app.sandbox.configs import read_config, usable
from app.sandbox.platform_gate import GateSide, serve
from app.sandbox.platform_kept import office_of


class GateOffice(GateSide):
    """The platform.

    Args:
        config: As for `GateSide`; with `state`, a file, it keeps there what it holds.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        if "state" in config:
            self.office = office_of({**config, "app_id": config["us"], "secret": ""})
            self._answer()

    def _take(self, name: str, raw: bytes) -> None:
        super()._take(name, raw)
        if "state" in self._config:
            self._answer()

    def _answer(self) -> None:
        """Say of everything that it acted on it, once each."""
        for key in list(self.office.filed):
            data = {"key": key, "done": True, "bh": f"SB-{self.office.numbers[key]}"}
            self.office.add({"msgType": "RECEIPT", "msgId": f"receipt:{key}", "data": data})


def run(config_path: Path, port: int) -> None:
    """Carry files round after round until ended by a signal.

    Args:
        config_path: JSON; see `GateOffice`.
        port: Port on loopback, where it is played with.
    """
    config = read_config(config_path, "folder", "us", "them", "encryption_key", "signing_key", "peer_key")
    with usable(config_path):
        office = GateOffice(config)
    asyncio.run(serve(office, port))
