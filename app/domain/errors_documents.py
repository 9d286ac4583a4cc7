"""Sentences about documents, packages and forms."""

from typing import Final

Rows = tuple[tuple[str, str, str], ...]

WRONG: Final[Rows] = (
    ("document_empty", "文件为空。", "The file is empty."),
    (
        "document_type_not_taken",
        "不接受该类型的文件；可接受的类型见 facts.taken。",
        "Files of that type are not taken for this class; facts.taken names those that are.",
    ),
    (
        "document_type_differs",
        "文件内容与所声明的类型不符。",
        "The file is not what its Content-Type says.",
    ),
    (
        "document_hash_mismatch",
        "文件的 SHA-256 与 Content-Digest 不符，请重新发送。",
        "The SHA-256 of the file is not that of Content-Digest; send it again.",
    ),
)
"""Well-formed but wrong."""

TOO_LARGE: Final[Rows] = (
    (
        "package_too_large",
        "移交材料过大，请逐件下载。",
        "The documents of the package are too large together; read them one by one.",
    ),
)
"""Over a stated bound."""

REFUSED: Final[Rows] = (
    (
        "document_class_not_yours",
        "该类文件由他方提交。",
        "Documents of that class are put by somebody else.",
    ),
    (
        "document_signers_unfit",
        "签名人须为本案当事人，且该类文件须由当事人签名。",
        "Signers must be parties, and the document one that parties sign.",
    ),
    (
        "form_not_ready",
        "案件记录缺少该文书所需的内容，见 facts.missing。",
        "The record lacks what the form says; facts.missing names it.",
    ),
    (
        "recording_not_agreed",
        "以录音录像代替笔录须经全体当事人同意并已记录。",
        "A recording replaces the minutes only with the recorded consent of every party.",
    ),
)
"""The state or a guard says no."""

UNAVAILABLE: Final[Rows] = (
    ("document_store_unavailable", "文件存储暂不可用，请稍后重试。", "The document store is not available; try again."),
    (
        "document_content_missing",
        "文件内容缺失或已损坏，请联系运维恢复。",
        "The content of the document is missing or damaged; whoever runs the service must restore it.",
    ),
)
"""The store is down, or lost something."""
