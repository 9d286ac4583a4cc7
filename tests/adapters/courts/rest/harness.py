"""The dialect over HTTP on the bench, under each layout of signatures."""

import copy

from app.adapters.courts.rest.client import RestPlatform
from app.adapters.courts.rest.options import options_of
from app.adapters.courts.rest.signature import signed as sign
from app.adapters.foreign_json import dumped
from tests.adapters.courts.bench import NOW, Bench, a_platform
from tests.adapters.courts.rest.far import FarOffice

SECRET = "rest-secret-0123456789"
LAYOUT = {"app_id": "court-a", "signature_header": "X-Signature"}
SETTINGS = {
    "base_url": "https://court.example/api",
    "id_at": "msgId",
    "sign_in": LAYOUT,
    "sign_out": LAYOUT,
    "answer": {"ok_at": "code", "ok": ["0"], "number_at": "data.bh", "processed_at": "data.done"},
    "pull": {"path": "/outgoing?after={cursor}", "items_at": "data.list[]", "next_at": "data.next"},
    "held": {
        "path": "/held?day={day}",
        "items_at": "data[]",
        "reference_at": "ajbs",
        "state_at": "zt",
        "state_codes": "held",
        "amount_at": "je",
        "duties_at": {"result": "jg"},
    },
}


def bench(layout=None, credentials=None, **more):
    settings = copy.deepcopy(SETTINGS)
    settings |= {"sign_in": layout or LAYOUT, "sign_out": layout or LAYOUT, **more}
    secrets = {"secret": SECRET} if credentials is None else credentials
    far = FarOffice(settings, secrets, tokens="token" in more)
    ours = a_platform("rest", settings, secrets)

    def signed(document, message_id, instant):
        raw = dumped({**document, "msgId": message_id})
        theirs = options_of(settings, secrets).signs_in
        return raw, sign(theirs, secrets, raw, "", now=instant, nonce="n-1")

    def lose():
        far.losing = 1

    def altered(name, value):
        return lambda raw, headers: (raw, {**headers, name: value})

    return Bench(
        platform=RestPlatform(ours, far, lambda: NOW),
        signed=signed,
        raw=dumped,
        forgeries={
            "another body": lambda raw, headers: (raw.replace("张三".encode(), "李四".encode()), headers),
            "another nonce": altered("X-Nonce", "n-2"),
            "another program": altered("X-App-Id", "court-b"),
            "no time": altered("X-Timestamp", ""),
            "no signature": altered("X-Signature", ""),
            "a strange signature": altered("X-Signature", "é"),
            "no JSON": lambda _raw, headers: (b"\xff", headers),
        },
        filed=lambda key: int(key in far.filed),
        lose_reply=lose,
    )


def bench_and_far(layout=None, credentials=None, **more):
    made = bench(layout, credentials, **more)
    return made, made.platform._outbound
