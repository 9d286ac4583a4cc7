"""A simulated court platform behind a gate that can be stopped and goes on, and that people work in.

What people enter lies in a folder as one JSON file a message. Of what the service tells it keeps everything, says that
it acted on it, and sends anew the list of what it holds.
"""

import json
from pathlib import Path
from typing import Any

from app.sandbox.platform_gate import GateSide, serve
from app.sandbox.platform_kept import KeptOffice


class GateOffice(GateSide):
    """The platform.

    Args:
        config: As for `GateSide`, without `records`: `drop`, the folder in which messages are laid, and `state`, the
            file in which it keeps what it holds.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__({**config, "records": []})
        self.office = KeptOffice(config["us"], "", self.office.faults, state=Path(config["state"]))
        self._drop = Path(config["drop"])
        self._listed = 0
        self._answer()

    def round(self) -> None:
        """Take up what people entered, then carry what there is."""
        for path in sorted(self._drop.glob("*.json")):
            self.office.add(json.loads(path.read_text(encoding="utf-8")))
            path.unlink()
        self._answer()
        super().round()

    def _take(self, name: str, raw: bytes) -> None:
        super()._take(name, raw)
        self._answer()

    def _answer(self) -> None:
        """The list of what is held comes before the word that something was acted on, so that it is never behind."""
        number = len(self.office.filed) + len(self.office.cases)
        if number > self._listed:
            self._listed = number
            held = json.dumps({"list": list(self.office.cases.values())}, ensure_ascii=False)
            self._give(f"held-{number:010d}.gate", self._sealed("held", number, held.encode()))
        for place, key in enumerate(list(self.office.filed), start=1):
            data = {"key": key, "done": True, "bh": f"SB-{place}"}
            self.office.add({"msgType": "RECEIPT", "msgId": f"receipt:{key}", "data": data})


def run(config_path: Path, port: int) -> None:
    """Run until ended by a signal; without `drop` as the bare gate of `platform_gate`.

    Args:
        config_path: JSON; see `GateOffice` and `GateSide`.
        port: Port on loopback, where it is played with.
    """
    config = json.loads(config_path.read_text(encoding="utf-8"))
    serve(GateOffice(config) if "drop" in config else GateSide(config), port)
