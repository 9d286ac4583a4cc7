"""Envelopes: taken apart, made, and what faults mean."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from app.adapters.foreign_xml import NotXmlError, loaded
from app.domain.court_platform import Rejected, Unavailable, Unreadable
from app.domain.outbound import OutsideFailure

SOAP_11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12: Final = "http://www.w3.org/2003/05/soap-envelope"
NAMESPACES: Final = {"1.1": SOAP_11, "1.2": SOAP_12}
MEDIA_TYPES: Final = {"1.1": "text/xml", "1.2": "application/soap+xml"}
NOT_AN_ENVELOPE: Final = "not_an_envelope"
SECURITY_FAULTS: Final = frozenset(
    {"FailedAuthentication", "InvalidSecurity", "InvalidSecurityToken", "SecurityTokenUnavailable", "MessageExpired"}
)
"""Of WS-Security: credentials and clocks may be put right meanwhile."""

FAULTS: Final[dict[str, tuple[type[OutsideFailure], str]]] = {
    **dict.fromkeys(("Server", "Receiver"), (Unavailable, "fault_server")),
    **dict.fromkeys(("Client", "Sender"), (Rejected, "fault_client")),
    **dict.fromkeys(("MustUnderstand", "VersionMismatch", "DataEncodingUnknown"), (Rejected, "fault_not_understood")),
    **dict.fromkeys(sorted(SECURITY_FAULTS), (Unavailable, "fault_security")),
}
"""By the local name of the code: what a fault is here. Every other one needs a person."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message on the wire.

    Attributes:
        body: The Body, which signatures cover.
        content: The one element in it.
    """

    soap: str
    header: etree._Element | None
    body: etree._Element
    content: etree._Element


def envelope_of(raw: bytes) -> Envelope:
    """The parts of a message; raises `NotXmlError`, with `not_an_envelope` where it is XML of another shape."""
    root = loaded(raw)
    soap = etree.QName(root).namespace or ""
    if soap not in NAMESPACES.values() or etree.QName(root).localname != "Envelope":
        raise NotXmlError(NOT_AN_ENVELOPE)
    *before, body = list(root) or [root]
    headers = [each for each in before if each.tag == f"{{{soap}}}Header"]
    if body.tag != f"{{{soap}}}Body" or len(before) != len(headers) or len(headers) > 1 or len(body) != 1:
        raise NotXmlError(NOT_AN_ENVELOPE)
    return Envelope(soap, headers[0] if headers else None, body, body[0])


def content_of(raw: bytes) -> etree._Element:
    """The element that carries a message: within an envelope, or by itself as it was fetched."""
    try:
        return envelope_of(raw).content
    except NotXmlError as error:
        if error.reason != NOT_AN_ENVELOPE:
            raise
    root = loaded(raw)
    if etree.QName(root).namespace in NAMESPACES.values():
        raise NotXmlError(NOT_AN_ENVELOPE)
    return root


def enclosed(version: str, content: etree._Element) -> Envelope:
    """An envelope of our own around an element, with an empty header."""
    soap = NAMESPACES[version]
    root = etree.Element(etree.QName(soap, "Envelope"), nsmap={"soap": soap})
    header = etree.SubElement(root, etree.QName(soap, "Header"))
    body = etree.SubElement(root, etree.QName(soap, "Body"))
    body.append(content)
    return Envelope(soap, header, body, content)


def written(envelope: Envelope) -> bytes:
    """The bytes of an envelope."""
    root = envelope.body.getparent()
    found: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def fault_of(envelope: Envelope) -> OutsideFailure | None:
    """What went wrong where the answer is a fault; its text is not kept, since it may name people."""
    soap, fault = envelope.soap, envelope.content
    if fault.tag != f"{{{soap}}}Fault":
        return None
    if soap == SOAP_11:
        codes = [fault.findtext("faultcode")]
    else:
        codes = [each.text for each in fault.iterfind(f".//{{{soap}}}Value")]
    names = [(code or "").strip().rpartition(":")[2].partition(".")[0] for code in codes]
    known = [FAULTS[name] for name in reversed(names) if name in FAULTS]  # The innermost says most.
    kind, reason = known[0] if known else (Unreadable, "fault_unknown")
    return kind(reason)
