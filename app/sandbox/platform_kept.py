"""A simulated court platform that can be stopped and goes on: what it holds is on the disk before it answers."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.sandbox.platform_office import Faults, Office


@dataclass
class KeptOffice(Office):
    """An office with a file of its own, `state`; what stands in it is taken up.

    What was pushed is written with the next thing: pushed again after a kill it is known by its id.
    """

    state: Path = Path()

    def __post_init__(self) -> None:
        """Take up what was there."""
        if self.state.exists():
            known = json.loads(self.state.read_text(encoding="utf-8"))
            self.filed, self.waiting, self.cases = known["filed"], known["waiting"], known["cases"]
            self.numbers, self.pushed = known["numbers"], set(known["pushed"])

    def file(self, body: dict[str, Any]) -> None:
        """Take a message once, and keep it."""
        super().file(body)
        self._keep()

    def add(self, message: dict[str, Any]) -> None:
        """One more message for the other side, once for its id."""
        if all(known["msgId"] != message["msgId"] for known in self.waiting):
            super().add(message)
            self._keep()

    def _keep(self) -> None:
        content: dict[str, Any] = {
            "filed": self.filed,
            "waiting": self.waiting,
            "cases": self.cases,
            "numbers": self.numbers,
        }
        content["pushed"] = sorted(self.pushed)
        part = self.state.with_suffix(".part")
        part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        part.replace(self.state)


def office_of(config: dict[str, Any]) -> Office:
    """The office of a configuration file: with `state` one that can be stopped and goes on."""
    named, faults = (config["app_id"], config["secret"]), Faults(**config.get("faults", {}))
    return KeptOffice(*named, faults, state=Path(config["state"])) if "state" in config else Office(*named, faults)
