"""The dialect of this process on the bench."""

from app.adapters.courts.memory.client import MemoryPlatform, Office
from app.adapters.foreign_json import dumped
from app.adapters.header_hmac import signature
from tests.adapters.courts.bench import Bench, a_platform

SECRET = "memory-secret-0123456789"


def bench():
    office = Office()

    def signed(document, message_id, instant):
        raw, sent = dumped(document), str(int(instant.timestamp()))
        headers = {"x-message-id": message_id, "x-timestamp": sent}
        return raw, {**headers, "x-signature": signature(SECRET.encode(), message_id, sent, raw)}

    def lose():
        office.losing = 1

    return Bench(
        platform=MemoryPlatform(a_platform("memory", credentials={"secret": SECRET}), office),
        signed=signed,
        raw=dumped,
        forgeries={
            "another body": lambda raw, headers: (raw + b" ", headers),
            "another id": lambda raw, headers: (raw, {**headers, "x-message-id": "other"}),
            "another time": lambda raw, headers: (raw, {**headers, "x-timestamp": "1"}),
            "no signature": lambda raw, headers: (raw, {**headers, "x-signature": ""}),
            "a strange signature": lambda raw, headers: (raw, {**headers, "x-signature": "\ud800é"}),
        },
        filed=lambda key: int(key in office.filed),
        lose_reply=lose,
    )
