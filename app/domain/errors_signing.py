"""Sentences about signatures of what we send."""

from typing import Final

Rows = tuple[tuple[str, str, str], ...]

WRONG: Final[Rows] = (
    (
        "signature_kind_unavailable",
        "本部署不能生成该类签名；可用的见 facts.available。",
        "This deployment can not sign in that way; facts.available names the kinds that it can.",
    ),
    (
        "signature_secret_invalid",
        "签名密钥应为 whsec_ 加 Base64，长 24–64 字节。",
        "A secret is whsec_ and 24 to 64 bytes in base64.",
    ),
)
"""Well-formed but wrong."""
