"""Documents that are well-formed and in some way odd, for the laws of streams and columns."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from lxml import etree

import cim61968_9 as cim
from cim61968_9.testing import objects

BULKY = ("MeterReadings", "EndDeviceEvents", "EndDeviceControls", "MeterConfig", "UsagePointConfig")
_TEXTS = ("", "x", " \n", "2026-01-13T24:00:00Z", "2026-01-13T00:00:00.1234567+01:00", "2026-01-13T00:00:00", "<&>")


class Dribble(io.RawIOBase):
    """A stream that cannot be rewound and gives few bytes at a time, whatever it is asked for."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = io.BytesIO(data)
        self._size = size

    def read(self, size: int = -1) -> bytes:
        return self._data.read(self._size)


def _comment(element: etree._Element, draw: Any) -> None:
    element.insert(
        draw(st.integers(0, len(element))),
        etree.Comment(draw(st.sampled_from([" c ", "<Meter/>", "</m:MeterReading>"]))),
    )


def _instruction(element: etree._Element, draw: Any) -> None:
    element.insert(draw(st.integers(0, len(element))), etree.ProcessingInstruction("note", "<MeterReading>"))


def _vendor(element: etree._Element, draw: Any) -> None:
    local = draw(st.sampled_from(["Extra", "MeterReading", "EndDeviceEvent", "Meter", "ReadingType", "timeStamp"]))
    child = etree.Element(f"{{{draw(st.sampled_from(['urn:vendor', 'urn:other']))}}}{local}")
    child.text = draw(st.sampled_from(_TEXTS))
    if draw(st.booleans()):
        etree.SubElement(child, child.tag)
    element.insert(draw(st.integers(0, len(element))), child)


def _unqualified(element: etree._Element, draw: Any) -> None:
    element.tag = etree.QName(element).localname


def _attribute(element: etree._Element, draw: Any) -> None:
    element.set(draw(st.sampled_from(["a", "{urn:vendor}b", "ref"])), draw(st.sampled_from(["", "x > y", "'", '"'])))


def _swap(element: etree._Element, draw: Any) -> None:
    if len(element) > 1:
        element.append(element[0])


def _twice(element: etree._Element, draw: Any) -> None:
    if len(element):
        child = element[draw(st.integers(0, len(element) - 1))]
        element.insert(0, copy.deepcopy(child))


def _text(element: etree._Element, draw: Any) -> None:
    element.text = draw(st.sampled_from(_TEXTS))


def _tail(element: etree._Element, draw: Any) -> None:
    if element.getparent() is not None:
        element.tail = draw(st.sampled_from(_TEXTS))


def _less(element: etree._Element, draw: Any) -> None:
    if len(element):
        del element[draw(st.integers(0, len(element) - 1))]


_CHANGES = (_comment, _instruction, _vendor, _unqualified, _attribute, _swap, _twice, _text, _tail, _less)


@st.composite
def documents(draw: Any, nouns: tuple[str, ...] = BULKY, most_changes: int = 6, max_size: int = 3) -> bytes:
    """Return a message or a bare payload of one of the nouns, changed in places."""
    noun = draw(st.sampled_from(nouns))
    payload = draw(objects(cim.PROFILES[noun].cls, max_size=max_size))
    source: Any = payload
    if draw(st.booleans()):
        header = cim.Header(verb="created", noun=noun, source="Northmoor-MDM")
        content = [payload, *([draw(objects(cim.PROFILES[noun].cls, max_size=2))] if draw(st.booleans()) else [])]
        source = cim.EventMessage(header=header, payload=cim.Payload(content=content))
    root = etree.fromstring(cim.to_bytes(source, pretty=draw(st.booleans())))
    for _ in range(draw(st.integers(0, most_changes))):
        elements = [one for one in root.iter(etree.Element) if one is not root]
        if elements:
            change = draw(st.sampled_from(_CHANGES))
            change(elements[min(draw(st.integers(0, len(elements))), len(elements) - 1)], draw)
    data = etree.tostring(root, encoding=draw(st.sampled_from(["UTF-8", "UTF-16", "ISO-8859-1"])), xml_declaration=True)
    if draw(st.booleans()) and b"\0" not in data:
        data = data.replace(b"&lt;&amp;&gt;", b"<![CDATA[</m:MeterReading>]]>")
    return data


def changed_places(findings: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what has to agree between the findings of a stream and of the whole."""
    for one in findings:
        yield one.rule, one.severity, one.path, one.line, one.column
