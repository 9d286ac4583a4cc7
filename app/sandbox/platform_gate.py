"""A simulated court platform behind a gate, as a process: the gate itself, which mistreats files, and the other side.

It writes and reads files by the form that docs/adapters.md tells, and knows nothing of our program.
"""

import base64
import hashlib
import json
import secrets
import time
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"SUTIAO-GATE-1\n"
ROUND_SECONDS = 0.02


class GateSide:
    """The other side of an exchange.

    Args:
        config: `folder` of the exchange at the service, `us`, `them`, and the three keys in Base64; `records`, each
            with `id` and `body`; `half`, `lost`: about every how manieth file meets that fate, once.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config
        self._folder = Path(config["folder"])
        self._key = AESGCM(base64.b64decode(config["encryption_key"]))
        self._signing = Ed25519PrivateKey.from_private_bytes(base64.b64decode(config["signing_key"]))
        self._peer = Ed25519PublicKey.from_public_bytes(base64.b64decode(config["peer_key"]))
        self._seen: set[str] = set()
        self.filed: dict[str, Any] = {}
        self.batches = [self._batch(n, record) for n, record in enumerate(config["records"], start=1)]
        self.acknowledged: set[int] = set()

    def round(self) -> None:
        """Carry what there is in both directions."""
        for path in sorted((self._folder / "out").glob("*.gate")):
            raw = path.read_bytes()
            path.unlink()
            if not self._fate(f"out {path.name}", "lost"):
                self._take(path.name, raw)
        for sequence, raw in enumerate(self.batches, start=1):
            if sequence not in self.acknowledged:
                self._give(f"batch-{sequence:010d}.gate", raw)

    def _give(self, name: str, raw: bytes) -> None:
        target = self._folder / "in" / name
        if target.exists() and target.stat().st_size == len(raw):
            return
        if self._fate(f"in {name}", "lost"):
            return
        half = self._fate(f"half {name}", "half")
        part = target.with_name(f".{name}.part")
        part.write_bytes(raw[: len(raw) // 2] if half else raw)
        part.replace(target)

    def _fate(self, name: str, what: str) -> bool:
        """Whether a file meets that fate now; each does once at most."""
        every = self._config.get(what, 0)
        if not every or name in self._seen:
            return False
        self._seen.add(name)
        return int(hashlib.sha256(name.encode()).hexdigest(), 16) % int(every) == 0

    def _take(self, name: str, raw: bytes) -> None:
        found = self._opened(raw)
        if found is None:
            return
        manifest, content = found
        if manifest["kind"] == "ack":
            self.acknowledged.add(manifest["sequence"])
        if manifest["kind"] == "batch":
            records = [json.loads(line) for line in content.split(b"\n")]
            for record in records:
                self.filed.setdefault(record["id"], json.loads(record["body"]))
            said = json.dumps({"records": {record["id"]: "taken" for record in records}}).encode()
            self._give(name.replace("batch-", "ack-"), self._sealed("ack", manifest["sequence"], said))

    def _batch(self, sequence: int, record: dict[str, Any]) -> bytes:
        body = json.dumps(record["body"], ensure_ascii=False)
        line = {"id": record["id"], "sha256": hashlib.sha256(body.encode()).hexdigest(), "body": body}
        return self._sealed("batch", sequence, json.dumps(line, ensure_ascii=False).encode(), count=1)

    def _sealed(self, kind: str, sequence: int, content: bytes, count: int = 0) -> bytes:
        nonce = secrets.token_bytes(12)
        manifest = {
            "kind": kind,
            "from": self._config["us"],
            "to": self._config["them"],
            "sequence": sequence,
            "batch": f"{self._config['us']}-{sequence}",
            "count": count,
            "created_at": int(time.time()),
            "nonce": base64.b64encode(nonce).decode(),
            "size": len(content) + 16,
        }
        secret = self._key.encrypt(nonce, content, _line(manifest))
        line = _line({**manifest, "sha256": hashlib.sha256(secret).hexdigest()})
        return MAGIC + line + b"\n" + base64.b64encode(self._signing.sign(line)) + b"\n" + secret

    def _opened(self, raw: bytes) -> tuple[dict[str, Any], bytes] | None:
        _, line, signature, secret = raw.split(b"\n", 3)
        try:
            self._peer.verify(base64.b64decode(signature), line)
            manifest: dict[str, Any] = json.loads(line)
            told = _line({name: value for name, value in manifest.items() if name != "sha256"})
            return manifest, self._key.decrypt(base64.b64decode(manifest["nonce"]), secret, told)
        except (InvalidSignature, InvalidTag, ValueError):
            return None


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def run(config_path: Path) -> None:
    """Carry files round after round until ended by a signal; what arrived is written to the file `state` names."""
    config = json.loads(config_path.read_text(encoding="utf-8"))
    side, state = GateSide(config), Path(config["state"])
    while True:
        side.round()
        part = state.with_suffix(".part")
        part.write_text(json.dumps({"filed": side.filed, "acknowledged": sorted(side.acknowledged)}), encoding="utf-8")
        part.replace(state)
        time.sleep(ROUND_SECONDS)
