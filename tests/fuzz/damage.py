"""Changes to documents, each made by chance from a seed: of their bytes, and of their structure."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree

__all__ = ["damaged_bytes", "damaged_structure"]

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SOAP = ("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope")
NAMESPACES = (
    "",
    "urn:northmoor:extra",
    "http://iec.ch/TC57/2011/schema/message",
    "http://www.iec.ch/TC57/2011/schema/message",
    "http://www.iec.ch/TC57/2008/schema/message",
    "http://iec.ch/TC57/2010/schema/message ",
    "http://iec.ch/TC57/2011/abstract",
    "http://iec.ch/TC57/2011/MeterReadings#",
    "http://iec.ch/TC57/2009/MeterReadings#",
    "http://iec.ch/TC57/2011/MeterReadings",
    "http://iec.ch/TC57/2011/MeterConfig#",
    "http://iec.ch/TC57/2011/GetMeterReadings#",
    "http://iec.ch/TC57/2011/MeterReadingsMessage",
    "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/2001/XInclude",
    *SOAP,
)
NAMES = (
    *("Header", "Reply", "Request", "Payload", "RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage"),
    *("OperationSet", "Operation", "Error", "ReplyCode", "Result", "code", "reason", "ID", "Format", "format"),
    *("Compressed", "MeterReadings", "MeterConfig", "GetMeterReadings", "MeterServiceRequest", "MeterSystemEvents"),
    *("PublishEvent", "Response", "message", "CreateMeterConfig", "MeterConfigResponseMessage", "ReplyMeterReadings"),
    *("CreatedMeterReadings", "MeterReadingsFaultMessage", "Envelope", "Body", "Fault", "detail", "include"),
    *("MeterReading", "Readings", "IntervalBlocks", "ReadingType", "timeStamp", "value", "Names", "name", "Meter"),
    *("mRID", "ReadingQualities", "EndDeviceEvent", "Verb", "Noun", "é", "_", "x-1", "a.b", "A" * 300),
)
TEXTS = (
    *("", " ", "\n", "\t x", "\u00a0", "\u2028", "é", "\U0001f50c", "\ufffd", "]]>", "<", "&amp;", "a:b", "xsi:x", ":"),
    *("0", "-0", "1", "+1", "01", "1.0", "1e5", "INF", "NaN", "47.250", "-47", "9" * 30, "9" * 5000, "0.0", "0.3"),
    *("true", "false", "1 ", "TRUE", "OK", "FAILED", "PARTIAL", "FATAL", "create", "Create", "update", "reply", "get"),
    *("2024-06-01T00:00:00Z", "2024-06-01T24:00:00", "2024-06-01T00:00:00.123456789+14:00", "-0001-01-01T00:00:00Z"),
    *("2024-02-30T00:00:00Z", "99999-01-01T00:00:00Z", "2024-06-01", "P1D", "-PT0.1S", "P" + "9" * 99 + "Y"),
    *("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72", "1.5.258", "3.26.0.85", "3.33"),
    *("H4sIAAAAAAAC/wMAAAAAAAAAAAA=", "AAAA", "A===", "MeterReadings", "XML", "GZIP", "BINARY", "RDF", "x" * 2000),
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a document that was cut, or of which a byte or a piece was changed, doubled, swapped or left out."""
    if not data:
        return data
    one, two, three = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    change = chance.choice(["cut", "byte", "drop", "double", "swap", "reverse", "insert", "encode"])
    if change == "cut":
        return data[:one]
    if change == "byte":
        return data[:one] + bytes([chance.randrange(256)]) + data[one + 1 :]
    if change == "drop":
        return data[:one] + data[two:]
    if change == "double":
        return data[:two] + data[one:]
    if change == "swap":
        return data[:one] + data[two:three] + data[one:two] + data[three:]
    if change == "reverse":
        return data[:one] + data[one:two][::-1] + data[two:]
    if change == "insert":
        piece = chance.choice([b"\0", b"\xff", b"\xc0\xbc", b"\xed\xa0\x80", b"&x;", b"&#0;", b"<!DOCTYPE x>", b"<!--"])
        return data[:one] + piece + data[one:]
    return data.decode("utf-8", "replace").encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "utf-7"]))


def damaged_structure(data: bytes, chance: random.Random, stock: bytes = b"") -> bytes | None:
    """Return a document with a few changes that keep it well-formed; None when it is no XML.

    Elements of the document ``stock`` may take part.
    """
    root = _tree(data)
    if root is None:
        return None
    other = _tree(stock)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 5])):
        elements = list(root.iter(etree.Element))
        node = chance.choice(elements)
        change = chance.choice(_CHANGES)
        root = change(root, node, elements if other is None else list(other.iter(etree.Element)), chance)
    return etree.tostring(root)


def _tree(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, _PARSER) if data else None
    except (etree.XMLSyntaxError, ValueError):
        return None


_Change = Callable[[etree._Element, etree._Element, list[etree._Element], random.Random], etree._Element]


def _copy(node: etree._Element) -> etree._Element:
    copied = copy.deepcopy(node)
    copied.tail = None
    return copied


def _drop(root: etree._Element, node: etree._Element, _: list[etree._Element], __: random.Random) -> etree._Element:
    if (parent := node.getparent()) is not None:
        parent.remove(node)
    return root


def _double(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    if (parent := node.getparent()) is not None:
        parent.insert(chance.randrange(len(parent) + 1), _copy(node))
    return root


def _move(root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random) -> etree._Element:
    """Put a copy of an element into any other place, and leave the element out in half of the cases."""
    place = chance.choice(list(root.iter(etree.Element)))
    copied = _copy(node)
    if node is not root and chance.random() < 0.5:
        _drop(root, node, [], chance)
    place.insert(chance.randrange(len(place) + 1), copied)
    return root


def _graft(
    root: etree._Element, node: etree._Element, stock: list[etree._Element], chance: random.Random
) -> etree._Element:
    node.insert(chance.randrange(len(node) + 1), _copy(chance.choice(stock)))
    return root


def _unwrap(root: etree._Element, node: etree._Element, _: list[etree._Element], __: random.Random) -> etree._Element:
    parent = node.getparent()
    if parent is None:
        first = next(node.iterchildren(etree.Element), None)
        return root if first is None else _copy(first)
    place = parent.index(node)
    for child in reversed(list(node)):
        parent.insert(place, child)
    parent.remove(node)
    return root


def _rename(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    name = etree.QName(node)
    local = chance.choice([chance.choice(NAMES), name.localname.lower(), name.localname.swapcase()])
    node.tag = f"{{{name.namespace}}}{local}" if name.namespace else local
    return root


def _respace(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    """Move an element, or all of its namespace, into another namespace."""
    before, after = etree.QName(node).namespace, chance.choice(NAMESPACES)
    for one in root.iter(etree.Element) if chance.random() < 0.5 else [node]:
        if etree.QName(one).namespace == before:
            one.tag = f"{{{after}}}{etree.QName(one).localname}" if after else etree.QName(one).localname
    return root


def _text(root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random) -> etree._Element:
    text = chance.choice(TEXTS)
    if chance.random() < 0.7:
        node.text = text
    elif node is not root:
        node.tail = text
    return root


def _attribute(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    names = [
        *("ref", "odd", "type", "kind", "href", f"{XSI}nil", f"{XSI}type", f"{XSI}schemaLocation"),
        *("{urn:northmoor:extra}mark", "{http://www.w3.org/XML/1998/namespace}lang", *node.attrib),
    ]
    name = chance.choice(names)
    if name in node.attrib and chance.random() < 0.5:
        del node.attrib[name]
    else:
        node.set(name, chance.choice(["true", "http://127.0.0.1:9/a http://127.0.0.1:9/b", *TEXTS]))
    return root


def _between(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    mark = chance.choice([etree.Comment(" x "), etree.ProcessingInstruction("xml-stylesheet", "href='file:///x'")])
    mark.tail = chance.choice(["", " ", "x"])
    node.insert(chance.randrange(len(node) + 1), mark)
    return root


def _surround(
    root: etree._Element, node: etree._Element, _: list[etree._Element], chance: random.Random
) -> etree._Element:
    """Put the whole document, or one element, into another element."""
    around = etree.Element(f"{{{chance.choice(SOAP)}}}Envelope", nsmap={"v": "urn:northmoor:extra"})
    inside = etree.SubElement(around, f"{around.tag[:-8]}{chance.choice(['Body', 'Body', 'Header', 'Fault'])}")
    if node is root or chance.random() < 0.5:
        inside.append(root)
        return around
    parent = node.getparent()
    if parent is not None:
        parent.replace(node, inside)
        inside.append(node)
    return root


_CHANGES: tuple[_Change, ...] = (
    *(_drop, _drop, _double, _double, _move, _move, _graft, _unwrap, _rename, _respace, _text, _text, _text),
    *(_attribute, _attribute, _between, _surround),
)
