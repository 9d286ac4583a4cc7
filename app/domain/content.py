"""What a file is, judged by its own bytes; what somebody says of it must agree with them. Pure."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from app.domain.errors import Refusal

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP_PARTS_MAX: Final = 5000
"""Most parts of an office file that are looked at."""

SOUND_AND_PICTURE: Final = frozenset({"audio/mpeg", "audio/mp4", "audio/wav", "video/mp4"})
RECORDED_CLASSES: Final = frozenset({"recording", "evidence"})
"""Classes of documents that may be sound or moving pictures."""

_CONTROLS: Final = frozenset(range(32)) - {9, 10, 13}


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(heads)


def _mpeg(content: bytes) -> bool:
    framed = len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 in {0xE2, 0xE4, 0xE6}  # noqa: PLR2004
    return content.startswith(b"ID3") or framed


def _mp4(content: bytes) -> bool:
    return content[4:8] == b"ftyp"


def _wav(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WAVE"


def _text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not content.startswith(b"%PDF-") and not _CONTROLS.intersection(content)


def _office(part: str) -> Callable[[bytes], bool]:
    def is_one(content: bytes) -> bool:
        if not content.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                names = packed.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            return False
        return len(names) <= ZIP_PARTS_MAX and {"[Content_Types].xml", part} <= set(names)

    return is_one


KINDS: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "application/pdf": _starts(b"%PDF-"),
    "image/png": _starts(b"\x89PNG\r\n\x1a\n"),
    "image/jpeg": _starts(b"\xff\xd8\xff"),
    DOCX: _office("word/document.xml"),
    XLSX: _office("xl/workbook.xml"),
    "text/plain": _text,
    "audio/mpeg": _mpeg,
    "audio/mp4": _mp4,
    "audio/wav": _wav,
    "video/mp4": _mp4,
}
"""Media types that are taken, and how each is known by its bytes."""

SUFFIXES: Final[Mapping[str, str]] = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    DOCX: "docx",
    XLSX: "xlsx",
    "text/plain": "txt",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "video/mp4": "mp4",
}


def check_content(content: bytes, media_type: str, document_class: str) -> None:
    """Refuse what is not what it is said to be.

    Args:
        content: The whole file.
        media_type: As announced, without parameters, in lower case.
        document_class: Code of list `document_class`.

    Raises:
        Refusal: `document_empty`, `document_type_not_taken`, `document_type_differs`.
    """
    if not content:
        raise Refusal("document_empty")
    known = KINDS.get(media_type)
    if known is None or (media_type in SOUND_AND_PICTURE and document_class not in RECORDED_CLASSES):
        taken = sorted(x for x in KINDS if x not in SOUND_AND_PICTURE or document_class in RECORDED_CLASSES)
        raise Refusal("document_type_not_taken", facts={"taken": taken})
    if not known(content):
        raise Refusal("document_type_differs")


def kind_of(content: bytes) -> str | None:
    """The first media type that the bytes can be; None for none."""
    return next((kind for kind, is_one in KINDS.items() if is_one(content)), None)
