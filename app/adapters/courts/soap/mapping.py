"""Elements as documents that a mapping reads, and documents as elements.

An element with children is an object, one without is a text, an empty one is nothing. What the mapping or the settings
read as an array is one even where a single element stands there; what repeats elsewhere is an array, too. Attributes of
an object stand in it as `@name`, those of a text beside it as `name@attribute`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from app.adapters.courts.soap.options import Options
from app.adapters.dialect_answers import id_of
from app.adapters.foreign_xml import SCHEMA, NotXmlError, canonical
from app.domain.court_platform import Flag, MessageId, Pulled, Unmapped, Unreadable
from app.domain.platform_mapping import EACH, Place

Arrays = frozenset[Place]


def document_of(element: etree._Element, namespace: str, arrays: Arrays, at: Place = ()) -> dict[str, Any]:
    """The content of an element as a document; raises `Unreadable` for elements of other namespaces or loose text."""
    found: dict[str, Any] = {f"@{name}": value for name, value in _plain_attributes(element)}
    many: set[str] = set()
    if _text_around(element):
        raise Unmapped(Flag(".".join(at), "field_unreadable"))
    for child in element:
        name = _name_of(child, namespace, at)
        value = _value_of(child, namespace, arrays, (*at, name))
        if (*at, name) in arrays or name in found:
            if name not in many:
                found[name] = [found[name]] if name in found else []
                many.add(name)
            found[name].append(value)
        else:
            found[name] = value
        if not isinstance(value, dict) and name not in many:
            found |= {f"{name}@{attribute}": text for attribute, text in _plain_attributes(child)}
    return found


def _value_of(element: etree._Element, namespace: str, arrays: Arrays, at: Place) -> Any:
    if len(element):
        return document_of(element, namespace, arrays, at)
    return (element.text or "").strip() or None


def _name_of(element: etree._Element, namespace: str, at: Place) -> str:
    found = etree.QName(element)
    if found.namespace not in {None, namespace} or "." in found.localname:
        raise Unmapped(Flag(".".join(at), "field_unreadable"))
    return str(found.localname)


def _plain_attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(name, value) for name, value in element.attrib.items() if not name.startswith("{")]


def _text_around(element: etree._Element) -> bool:
    """Whether text stands between elements."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def element_of(name: str, document: Mapping[str, Any], namespace: str, *, qualified: bool) -> etree._Element:
    """A document as an element; raises `Unreadable` where XML has no way to write it."""
    root = etree.Element(etree.QName(namespace, name), nsmap={"m": namespace})
    _fill(root, document, namespace if qualified else None)
    return root


def _fill(parent: etree._Element, document: Mapping[str, Any], namespace: str | None) -> None:
    for name, value in document.items():
        if name.startswith("@"):
            _attribute(parent, name[1:], value)
            continue
        for item in value if isinstance(value, list) else (value,):
            child = _child(parent, name, namespace)
            if isinstance(item, Mapping):
                _fill(child, item, namespace)
            elif item is None:
                child.set(etree.QName(SCHEMA, "nil"), "true")
            else:
                _write(child, item)


def _child(parent: etree._Element, name: str, namespace: str | None) -> etree._Element:
    try:
        return etree.SubElement(parent, etree.QName(namespace, name))
    except ValueError:
        raise Unreadable("name_not_xml") from None


def _attribute(parent: etree._Element, name: str, value: Any) -> None:
    try:
        parent.set(name, _written(value))
    except ValueError:
        raise Unreadable("name_not_xml") from None


def _write(child: etree._Element, value: Any) -> None:
    try:
        child.text = _written(value)
    except ValueError:
        raise Unreadable("text_not_xml") from None


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def pulled(
    options: Options, answer: etree._Element, arrays: Arrays, cursor_of: Callable[[etree._Element], str]
) -> Pulled:
    """The messages of a page, each with its id and as an element by itself, and by themselves those that have none.

    Args:
        options: Of the platform.
        answer: It is without its messages afterwards.
        arrays: What the mapping reads as arrays.
        cursor_of: Where to go on, by the answer without its messages.
    """
    place = tuple(step for step in options.items_at or () if step != EACH)
    named: list[tuple[MessageId, bytes]] = []
    unnamed: list[bytes] = []
    for element in _at(answer, place):
        message_id = _id_within(options, element, arrays)
        try:
            raw: bytes | None = canonical(element)
        except NotXmlError:
            raw = None
        if message_id is None or raw is None:
            unnamed.append(etree.tostring(element, with_tail=False))
        else:
            named.append((message_id, raw))
        _taken_out(element)
    return Pulled(tuple(named), cursor_of(answer), tuple(unnamed))


def _id_within(options: Options, element: etree._Element, arrays: Arrays) -> MessageId | None:
    """The id of a message; None where it has none, or is none that can be read."""
    try:
        return id_of(options.id_at, document_of(element, options.namespace, arrays))
    except Unreadable:
        return None


def _taken_out(element: etree._Element) -> None:
    """What is wrong in one message is not to make the rest of the answer unreadable."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _at(element: etree._Element, place: Place) -> list[etree._Element]:
    found = [element]
    for step in place:
        found = [child for each in found for child in each if etree.QName(child).localname == step]
    return found
