"""XML of other people's systems: read once, bounded; nothing in it can make us read or ask for anything else.

No document type, so no entities; no processing instructions, no XInclude, no schema to be fetched, only the encodings
that are listed, and bounds on bytes, elements, depth and attributes. What is refused is refused with a reason.
"""

import re
from typing import Final

from lxml import etree

BYTES_MAX: Final = 4 * 1024 * 1024
ELEMENTS_MAX: Final = 50_000
DEPTH_MAX: Final = 32
ATTRIBUTES_MAX: Final = 20
ATTRIBUTE_CHARS_MAX: Final = 2_000
NAME_CHARS_MAX: Final = 200
ENCODINGS: Final = frozenset({"utf-8", "utf8", "gb18030", "gbk", "gb2312"})
XINCLUDE: Final = "http://www.w3.org/2001/XInclude"
SCHEMA: Final = "http://www.w3.org/2001/XMLSchema-instance"
REASONS: Final = (
    "xml_malformed",
    "xml_too_large",
    "xml_too_deep",
    "xml_encoding",
    "xml_document_type",
    "xml_instruction",
    "xml_include",
    "xml_external_schema",
    "xml_attribute_too_large",
)
"""Why something is refused; stable."""

_DECLARATION: Final = re.compile(rb"<\?xml\s[^<>]{0,200}\?>")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9_.-]{1,20})["']""")
_MARK: Final = b"\xef\xbb\xbf"
_ALLOWED: Final = ("<!--", "<![CDATA[")


class NotXmlError(ValueError):
    """The bytes are no XML that can be used.

    Args:
        reason: One of `REASONS`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def loaded(raw: bytes) -> etree._Element:
    """The root of a document; raises `NotXmlError`."""
    if len(raw) > BYTES_MAX:
        raise NotXmlError("xml_too_large")
    text = _decoded(raw)
    _require_plain(text)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotXmlError("xml_malformed") from None
    _require_bounded(root)
    return root


def canonical(element: etree._Element) -> bytes:
    """Exclusive XML Canonicalization 1.0 without comments; raises `NotXmlError` where it has no canonical form."""
    try:
        found: bytes = etree.tostring(element, method="c14n", exclusive=True, with_comments=False)
    except etree.C14NError:
        raise NotXmlError("xml_malformed") from None
    return found


def _decoded(raw: bytes) -> str:
    """The text without its declaration; the encoding is what the declaration says, or UTF-8."""
    body = raw.removeprefix(_MARK).lstrip()
    declaration = _DECLARATION.match(body)
    named = None if declaration is None else _ENCODING.search(declaration[0])
    encoding = "utf-8" if named is None else named[1].decode().lower()
    if encoding not in ENCODINGS:
        raise NotXmlError("xml_encoding")
    try:
        return body[0 if declaration is None else declaration.end() :].decode(
            "utf-8" if encoding.startswith("utf") else "gb18030"
        )
    except UnicodeDecodeError:
        raise NotXmlError("xml_encoding") from None


def _require_plain(text: str) -> None:
    """Refuse by its text alone what no parser should get to see."""
    if text.count("<") > 2 * ELEMENTS_MAX:
        raise NotXmlError("xml_too_large")
    if "<?" in text:
        raise NotXmlError("xml_instruction")
    at = text.find("<!")
    while at >= 0:
        if not text.startswith(_ALLOWED, at):
            raise NotXmlError("xml_document_type")
        at = text.find("<!", at + 2)


def _require_bounded(root: etree._Element) -> None:
    depth = 0
    for happened, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if happened == "start" else -1
        if happened == "end":
            continue
        if depth > DEPTH_MAX:
            raise NotXmlError("xml_too_deep")
        if len(str(element.tag)) > NAME_CHARS_MAX or len(element.attrib) > ATTRIBUTES_MAX:
            raise NotXmlError("xml_attribute_too_large")
        if etree.QName(element).namespace == XINCLUDE:
            raise NotXmlError("xml_include")
        _require_harmless(element)


def _require_harmless(element: etree._Element) -> None:
    for name, value in element.attrib.items():
        if max(len(name), len(value)) > ATTRIBUTE_CHARS_MAX:
            raise NotXmlError("xml_attribute_too_large")
        if name in {f"{{{SCHEMA}}}schemaLocation", f"{{{SCHEMA}}}noNamespaceSchemaLocation"}:
            raise NotXmlError("xml_external_schema")
