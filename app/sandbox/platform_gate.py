"""A simulated court platform behind a gate, as a process: the gate itself, which mistreats files, and the other side.

It writes and reads files by the form that docs/adapters.md tells, and knows nothing of our program. For whoever plays
with it the same addresses as those of the platform that speaks JSON, and `POST /list`, which puts out what it holds.
"""

import asyncio
import base64
import hashlib
import json
import secrets
import time
from pathlib import Path
from typing import Any

import uvicorn
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.sandbox.platform_http import HOST, Desk
from app.sandbox.platform_office import Faults, Office

MAGIC = b"SUTIAO-GATE-1\n"
ROUND_SECONDS = 0.02


class GateSide:
    """The other side of an exchange, and the gate between.

    Args:
        config: `folder` of the exchange at the service, `us`, `them`, and the three keys in Base64; `records`, each
            with `id` and `body`, and `faults`, if there are some at the beginning.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config
        self._folder = Path(config["folder"])
        for name in ("in", "out"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        self._key = AESGCM(base64.b64decode(config["encryption_key"]))
        self._signing = Ed25519PrivateKey.from_private_bytes(base64.b64decode(config["signing_key"]))
        self._peer = Ed25519PublicKey.from_public_bytes(base64.b64decode(config["peer_key"]))
        self._offered: dict[str, float] = {}
        self._twice: set[int] = set()
        self.office = Office(config["us"], "", Faults(**config.get("faults", {})))
        self.office.waiting = [{**record["body"], "msgId": record["id"]} for record in config.get("records", ())]
        self.batches: list[bytes] = []
        self.acknowledged: set[int] = set()

    def round(self) -> None:
        """Carry what there is in both directions."""
        faults = self.office.faults
        if faults.take("failures"):
            return
        for path in sorted((self._folder / "out").glob("*.gate"), reverse=faults.reordered):
            if time.time() - path.stat().st_mtime < faults.slow_seconds:
                continue
            raw = path.read_bytes()
            path.unlink()
            if not faults.take("losses"):
                self._take(path.name, raw[: len(raw) // 2] if faults.take("halves") else raw)
        for sequence in self._open():
            self._give(f"batch-{sequence:010d}.gate", self.batches[sequence - 1])

    def _open(self) -> list[int]:
        """The batches that are to be given; the last one alone where the order is turned, until it has come."""
        for message in self.office.waiting[len(self.batches) :]:
            self.batches.append(self._batch(len(self.batches) + 1, message))
        numbers = [n for n in range(1, len(self.batches) + 1) if n not in self.acknowledged or self._again(n)]
        if not self.office.faults.reordered:
            return numbers
        missing = [n for n in reversed(numbers) if not (self._folder / "in" / f"batch-{n:010d}.gate").exists()]
        return missing[:1]

    def _again(self, sequence: int) -> bool:
        """Whether a batch that was acknowledged comes a second time."""
        if not self.office.faults.doubled or sequence in self._twice:
            return False
        self._twice.add(sequence)
        return True

    def _give(self, name: str, raw: bytes) -> None:
        faults, target = self.office.faults, self._folder / "in" / name
        if target.exists() and target.stat().st_size == len(raw):
            return
        offered = self._offered.setdefault(name, time.time())
        if time.time() - offered < faults.slow_seconds or faults.take("losses"):
            return
        if faults.take("wrong_signatures"):
            raw = self._resigned(raw)
        self._write(target, raw[: len(raw) // 2] if faults.take("halves") else raw)

    def _write(self, target: Path, raw: bytes) -> None:
        part = target.with_name(f".{target.name}.part")
        part.write_bytes(raw)
        part.replace(target)

    def _resigned(self, raw: bytes) -> bytes:
        """The same file under the signature of a stranger."""
        magic, line, _, secret = raw.split(b"\n", 3)
        signature = Ed25519PrivateKey.generate().sign(line)
        return b"\n".join([magic, line, base64.b64encode(signature), secret])

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
                self.office.file({**json.loads(record["body"]), "msgId": record["id"]})
            said = json.dumps({"records": {record["id"]: "taken" for record in records}}).encode()
            if not self.office.faults.take("lost_replies"):
                self._give(name.replace("batch-", "ack-"), self._sealed("ack", manifest["sequence"], said))

    def put_list(self, day: str) -> None:
        """Put out what it holds, as the list of a day."""
        content = json.dumps({"items": list(self.office.cases.values())}, ensure_ascii=False).encode()
        sequence = int(day.replace("-", ""))
        self._write(self._folder / "in" / f"held-{sequence:010d}.gate", self._sealed("held", sequence, content))

    def _batch(self, sequence: int, message: dict[str, Any]) -> bytes:
        body = json.dumps({name: value for name, value in message.items() if name != "msgId"}, ensure_ascii=False)
        line = {"id": message["msgId"], "sha256": hashlib.sha256(body.encode()).hexdigest(), "body": body}
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
        try:
            _, line, signature, secret = raw.split(b"\n", 3)
            self._peer.verify(base64.b64decode(signature), line)
            manifest: dict[str, Any] = json.loads(line)
            told = _line({name: value for name, value in manifest.items() if name != "sha256"})
            return manifest, self._key.decrypt(base64.b64decode(manifest["nonce"]), secret, told)
        except (InvalidSignature, InvalidTag, ValueError):
            return None


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def application(side: GateSide) -> Starlette:
    """What whoever plays with it asks for and switches."""
    desk = Desk(side.office, "")

    async def put_list(request: Request) -> Response:
        side.put_list((await request.json())["day"])
        return JSONResponse({"cases": len(side.office.cases)})

    async def status(_request: Request) -> Response:
        office = side.office
        told = {"filed": office.filed, "cases": office.cases, "acknowledged": sorted(side.acknowledged)}
        return JSONResponse(told)

    return Starlette(
        routes=[
            Route("/cases", desk.add, methods=["POST"]),
            Route("/faults", desk.switch, methods=["PUT"]),
            Route("/list", put_list, methods=["POST"]),
            Route("/status", status),
        ]
    )


async def _carry(side: GateSide) -> None:
    while True:
        side.round()
        await asyncio.sleep(ROUND_SECONDS)


async def serve(side: GateSide, port: int) -> None:
    """Carry files round after round, and answer at a port on loopback, until ended by a signal."""
    config = uvicorn.Config(application(side), host=HOST, port=port, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    async with asyncio.TaskGroup() as group:
        carrying = group.create_task(_carry(side))
        await server.serve()
        carrying.cancel()
