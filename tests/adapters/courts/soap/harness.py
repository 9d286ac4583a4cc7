"""The XML dialect on the bench, in both versions and under both proofs."""

import copy

from app.adapters.courts.soap.client import SoapPlatform
from app.adapters.courts.soap.envelope import enclosed, written
from app.adapters.courts.soap.mapping import element_of
from app.adapters.courts.soap.options import options_of
from app.adapters.courts.soap.proof import prove
from tests.adapters.courts.bench import NOW, Bench, a_platform
from tests.adapters.courts.soap.far import FarOffice

NAMESPACE = "urn:court-a:mediation"
SIGN = {"user": "court-a"}
CREDENTIALS = {"secret_in": "soap-secret-in-0123456789", "secret_out": "soap-secret-out-0123456789"}
SETTINGS = {
    "url": "https://court.example/services/mediation",
    "namespace": NAMESPACE,
    "id_at": "msgId",
    "sign_in": SIGN,
    "sign_out": SIGN,
    "send": {"element": "submit"},
    "answer": {"ok_at": "code", "ok": ["0"], "number_at": "data.bh", "processed_at": "data.done"},
    "pull": {"items_at": "list.item[]", "next_at": "next"},
    "held": {"items_at": "case[]", "reference_at": "ajbs", "state_at": "zt", "amount_at": "je"},
}


def bench(sign=None, **more):
    settings = copy.deepcopy(SETTINGS) | {"sign_in": sign or SIGN, "sign_out": sign or SIGN, **more}
    far = FarOffice(settings, CREDENTIALS)
    options = options_of(settings, CREDENTIALS)

    def enveloped(document, *, proof=None, now=NOW, nonce=b"nonce-of-a-message"):
        content = element_of("notify", document, NAMESPACE, qualified=options.qualified)
        envelope = enclosed(options.version, content)
        if proof is not None:
            prove(proof, envelope, NAMESPACE, now=now, nonce=nonce)
        return written(envelope)

    def signed(document, message_id, instant):
        return enveloped({**document, "msgId": message_id}, proof=options.proof_in, now=instant), {}

    def lose():
        far.losing = 1

    def altered(old, new):
        return lambda raw, headers: (raw.replace(old, new), headers)

    return Bench(
        platform=SoapPlatform(a_platform("soap", settings, CREDENTIALS), far, lambda: NOW),
        signed=signed,
        raw=enveloped,
        forgeries={
            "another body": altered("张三".encode(), "李四".encode()),
            "another user": altered(b"<m:AppId>court-a", b"<m:AppId>court-b"),
            "another nonce": altered(b"<m:Nonce>6e", b"<m:Nonce>6f"),
            "another time": altered(b"<m:Timestamp>17", b"<m:Timestamp>16"),
            "no signature": altered(b"m:Signature>", b"m:Other>"),
            "two signatures": altered(b"<m:AppId>", b"<m:Signature>00</m:Signature><m:AppId>"),
            "no proof": lambda _raw, headers: (enveloped({"msgId": "m-1"}), headers),
            "no XML": lambda _raw, headers: (b"\xff", headers),
        },
        filed=lambda key: int(key in far.filed),
        lose_reply=lose,
    )


def bench_and_far(sign=None, **more):
    made = bench(sign, **more)
    return made, made.platform._outbound
