"""Reading an answer from a server that may mean harm: never more than a bound, however it was packed."""

import zlib
from collections.abc import AsyncIterator
from typing import Protocol

GZIP_WINDOW = 16 + zlib.MAX_WBITS


class _Decoder(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, limit: int = 0, /) -> bytes: ...


def _decoder(coding: str) -> _Decoder | None:
    if coding in {"gzip", "x-gzip"}:
        return zlib.decompressobj(GZIP_WINDOW)
    return zlib.decompressobj() if coding == "deflate" else None


async def bounded_body(chunks: AsyncIterator[bytes], coding: str, limit: int) -> tuple[bytes, bool]:
    """The first bytes of a body, decompressed, and whether something is missing from it.

    Reading stops as soon as there is more than the limit, packed or unpacked. A coding that is not known gives no
    bytes at all; one that breaks gives what came before.

    Args:
        chunks: The body as it comes over the line.
        coding: Value of `content-encoding` in small letters; empty for none.
        limit: Most bytes to give.
    """
    if coding in {"", "identity"}:
        return await _plain(chunks, limit)
    decoder = _decoder(coding)
    if decoder is None:
        return b"", True
    kept, received = bytearray(), 0
    async for chunk in chunks:
        received += len(chunk)
        try:
            kept += decoder.decompress(chunk, limit + 1 - len(kept))
        except zlib.error:
            return bytes(kept[:limit]), True
        if max(len(kept), received) > limit:
            return bytes(kept[:limit]), True
    return bytes(kept), bool(received) and (not decoder.eof or bool(decoder.unused_data))


async def _plain(chunks: AsyncIterator[bytes], limit: int) -> tuple[bytes, bool]:
    kept = bytearray()
    async for chunk in chunks:
        kept += chunk[: limit + 1 - len(kept)]
        if len(kept) > limit:
            return bytes(kept[:limit]), True
    return bytes(kept), False
