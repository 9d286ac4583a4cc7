"""What a simulated court platform holds, and the faults that can be switched on. It knows nothing of our program."""

import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Faults:
    """Numbers say how many of the next things go wrong. What has no connection has files in place of them.

    Attributes:
        slow_seconds: Pause before every answer; how long a file lies before it is carried.
        lost_replies: The effect takes place, then the connection breaks off; the acknowledgement is lost.
        failures: Status 500 without an effect; a round in which no file is carried.
        losses: The connection breaks off before anything takes place; the file is lost.
        halves: The effect takes place, and half of the answer comes; half of a file comes.
        wrong_signatures: Messages or files under a signature of somebody else.
        forgotten: It says that it has it, and keeps nothing.
        doubled: Every message comes twice.
        reordered: Messages come in the opposite order.
        late: Of messages of this type it says only by one of its own that it has acted on them.
    """

    slow_seconds: float = 0.0
    lost_replies: int = 0
    failures: int = 0
    losses: int = 0
    halves: int = 0
    wrong_signatures: int = 0
    forgotten: int = 0
    doubled: bool = False
    reordered: bool = False
    late: str = ""

    def take(self, name: str) -> bool:
        """Whether the next thing goes wrong in that way."""
        left = getattr(self, name)
        if left:
            setattr(self, name, left - 1)
        return bool(left)


@dataclass
class Office:
    """The platform itself.

    Attributes:
        filed: What was told, by key.
        waiting: Messages for the other side, in order.
        cases: What it holds, by reference.
        refused: How many requests were not signed as agreed.
        numbers: Its own number for each key.
        pushed: Messages that were pushed and taken.
    """

    app_id: str
    secret: str
    faults: Faults = field(default_factory=Faults)
    filed: dict[str, dict[str, Any]] = field(default_factory=dict)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    pushed: set[str] = field(default_factory=set)

    def file(self, body: dict[str, Any]) -> None:
        """Take a message once, and note it in its case."""
        key = str(body["msgId"])
        self.numbers.setdefault(key, len(self.numbers) + 1)
        if key in self.filed or self.faults.take("forgotten"):
            return
        self.filed[key] = body
        told = body.get("data", {})
        case = self.cases.setdefault(str(told.get("ajbs")), {"ajbs": told.get("ajbs")})
        kind = str(body["msgType"])
        case[kind] = True
        case |= {name: told[name] for name in ("zt", "je") if name in told}

    def add(self, message: dict[str, Any]) -> None:
        """One more message for the other side; of a matter, its case."""
        self.waiting.append(message)
        data = message["data"]
        if "ajbs" in data:
            case = self.cases.setdefault(str(data["ajbs"]), {"ajbs": str(data["ajbs"])})
            case |= {name: data[name] for name in ("zt", "je", "cx") if name in data}

    def receipt(self, key: str) -> dict[str, Any]:
        """What it answers to a message that it has."""
        done = self.filed.get(key, {}).get("msgType") != (self.faults.late or None)
        return {"code": "0", "data": {"bh": f"SB-{self.numbers[key]}", "done": done}}

    def page(self, start: int, size: int) -> tuple[list[dict[str, Any]], int]:
        """What it has from a place on, as it comes out with the faults of the moment; and where to go on."""
        page = self.waiting[start : start + size]
        return self._mistreated(page), start + len(page)

    def unpushed(self) -> list[dict[str, Any]]:
        """What was not taken yet when it was pushed."""
        return self._mistreated([each for each in self.waiting if str(each["msgId"]) not in self.pushed])

    def _mistreated(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found = [message for message in messages for _ in range(2 if self.faults.doubled else 1)]
        return found[::-1] if self.faults.reordered else found

    def signature(self, parts: dict[str, str], body: bytes, secret: str | None = None) -> str:
        """HMAC-SHA256 over members and headers in the order of their names."""
        members = json.loads(body) if body else {}
        given = {name: _plain(value) for name, value in members.items() if value is not None} | parts
        text = "&".join(f"{name}={given[name]}" for name in sorted(given))
        return hmac.new((secret or self.secret).encode(), text.encode(), hashlib.sha256).hexdigest()

    def headers(self, body: bytes) -> dict[str, str]:
        """The headers under which a message is pushed."""
        parts = {"X-App-Id": self.app_id, "X-Timestamp": str(int(time.time())), "X-Nonce": secrets.token_hex(8)}
        other = secrets.token_hex(16) if self.faults.take("wrong_signatures") else None
        return {**parts, "X-Signature": self.signature(parts, body, other)}

    def genuine(self, headers: dict[str, str], body: bytes) -> bool:
        """Whether a request is signed as agreed; of a request without a body only the time is looked at."""
        parts = {name: headers.get(name.lower(), "") for name in ("X-App-Id", "X-Timestamp", "X-Nonce")}
        fits = not body or hmac.compare_digest(self.signature(parts, body), headers.get("x-signature", ""))
        if not fits:
            self.refused += 1
        return fits


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
