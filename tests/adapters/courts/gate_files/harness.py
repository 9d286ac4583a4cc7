"""The dialect of files on the bench, and a second side for it."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.adapters.courts.gate_files.client import GatePlatform, keys_of
from app.adapters.courts.gate_files.container import FileKind, sealed
from app.adapters.courts.gate_files.folders import Gate
from app.adapters.courts.gate_files.mapping import written
from app.adapters.foreign_json import dumped
from tests.adapters.courts.bench import NOW, Bench, a_platform
from tests.run_folder import a_folder


def fresh():
    return Ed25519PrivateKey.generate()


OURS, THEIRS, STRANGER = fresh(), fresh(), fresh()
SHARED = base64.b64encode(bytes(range(32))).decode()


def private(key):
    return base64.b64encode(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())).decode()


def public(key):
    return base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


SETTINGS = {"us": "sutiao", "them": "court-a", "tolerance_seconds": 300}
CREDENTIALS = {"encryption_key": SHARED, "signing_key": private(OURS), "peer_key": public(THEIRS)}
TURNED = {"us": "court-a", "them": "sutiao"}
THEIR_KEYS = keys_of(TURNED, {"encryption_key": SHARED, "signing_key": private(THEIRS), "peer_key": public(OURS)})
FOREIGN_KEYS = keys_of(TURNED, {"encryption_key": SHARED, "signing_key": private(STRANGER), "peer_key": public(OURS)})


class Losing(Gate):
    """Folders whose disk may say that it failed after it was written."""

    losing = False

    def put(self, record_id, body, *, anew=False):
        super().put(record_id, body, anew=anew)
        if self.losing:
            self.losing = False
            raise OSError


def a_gate(folder, keys, *, kind=Gate, records_max=100, resend_after_seconds=900):
    return kind(
        folder,
        keys,
        records_max=records_max,
        resend_after_seconds=resend_after_seconds,
        sync=lambda _file: None,
    )


def bench():
    ours = a_platform("gate_files", SETTINGS, CREDENTIALS)
    gate = a_gate(a_folder(), keys_of(SETTINGS, CREDENTIALS), kind=Losing)

    def batch(keys, document, message_id, instant):
        content = written([("r-1", dumped(document))])
        return sealed(keys, FileKind.BATCH, 1, content, now=instant, batch=message_id, count=1)

    def lose():
        gate.losing = True

    def foreign(_raw, headers):
        return batch(FOREIGN_KEYS, {}, "m-1", NOW), headers

    return Bench(
        platform=GatePlatform(ours, gate, lambda: NOW),
        signed=lambda document, message_id, instant: (batch(THEIR_KEYS, document, message_id, instant), {}),
        raw=dumped,
        forgeries={
            "of a stranger": foreign,
            "changed at the end": lambda raw, headers: (raw[:-1] + bytes([raw[-1] ^ 1]), headers),
            "changed in the manifest": lambda raw, headers: (raw.replace(b'"sequence":1', b'"sequence":2'), headers),
            "half of it": lambda raw, headers: (raw[: len(raw) // 2], headers),
            "nothing": lambda _raw, headers: (b"", headers),
            "our own": lambda _raw, headers: (
                sealed(keys_of(SETTINGS, CREDENTIALS), FileKind.BATCH, 1, b"", now=NOW, batch="m"),
                headers,
            ),
        },
        filed=lambda key: int(gate.status(key) is not None),
        lose_reply=lose,
    )
