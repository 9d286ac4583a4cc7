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
    """Numbers say how many of the next things go wrong.

    Attributes:
        slow_seconds: Pause before every answer.
        lost_replies: The effect takes place, then the connection breaks off.
        failures: Status 500 without an effect.
        halves: The effect takes place, and half of the answer comes.
        wrong_signatures: Messages that are pushed under a signature of somebody else.
        doubled: Every message comes twice.
        reordered: Messages come in the opposite order.
    """

    slow_seconds: float = 0.0
    lost_replies: int = 0
    failures: int = 0
    halves: int = 0
    wrong_signatures: int = 0
    doubled: bool = False
    reordered: bool = False

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
    """

    app_id: str
    secret: str
    faults: Faults = field(default_factory=Faults)
    filed: dict[str, dict[str, Any]] = field(default_factory=dict)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: int = 0

    def file(self, body: dict[str, Any]) -> None:
        """Take a message once, and note it in its case."""
        key = str(body["msgId"])
        if key in self.filed:
            return
        self.filed[key] = body
        told = body.get("data", {})
        case = self.cases.setdefault(str(told.get("ajbs")), {"ajbs": told.get("ajbs")})
        kind = str(body["msgType"])
        case[kind] = True
        case |= {name: told[name] for name in ("zt", "je") if name in told}

    def receipt(self, key: str) -> dict[str, Any]:
        """What it answers to a message that it has."""
        return {"code": "0", "data": {"bh": f"SB-{list(self.filed).index(key) + 1}", "done": True}}

    def messages(self) -> list[dict[str, Any]]:
        """What it has for the other side, as it comes out with the faults of the moment."""
        found = [message for message in self.waiting for _ in range(2 if self.faults.doubled else 1)]
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
