"""Small messages, a comparison of XML, and a package of classes as a user would generate it from own schemas."""

from __future__ import annotations

import datetime as dt
import re
import sys
from decimal import Decimal
from typing import Any, ClassVar

from attrs import define, field
from lxml import etree

from cim61968_9.model import Element, Member, OpenEnum, XmlType

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
READINGS = "http://iec.ch/TC57/2011/MeterReadings#"
CONFIG = "http://iec.ch/TC57/2011/MeterConfig#"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
VENDOR = "urn:northmoor:extra"
CODE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = f'xmlns:m="{READINGS}" xmlns:xsi="{XSI}" xmlns:v="{VENDOR}"'
MESSAGE_ID = "<msg:MessageID>4711</msg:MessageID>"
CORRELATION_ID = "<msg:CorrelationID>4711</msg:CorrelationID>"
GET = '<msg:Request><GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#"/></msg:Request>'
FLAGS = (
    "<msg:enforceMsgSequence>true</msg:enforceMsgSequence>"
    "<msg:enforceTransactionalIntegrity>true</msg:enforceTransactionalIntegrity>"
)
OPERATION = (
    "<msg:Operation><msg:operationId>1</msg:operationId><msg:noun>MeterReadings</msg:noun><msg:verb>created</msg:verb>"
    "<m:MeterReadings/></msg:Operation>"
)
EXECUTED = f"<msg:OperationSet>{FLAGS}{OPERATION}</msg:OperationSet>"
"""The payload of an event with the verb ``executed``."""


def readings(inside: str = "", attributes: str = "") -> str:
    """Return a bare MeterReadings on one line; inside, ``m`` is its prefix and ``v`` that of a vendor."""
    return f"<m:MeterReadings {SPACES}{attributes}>{inside}</m:MeterReadings>"


def meter_reading(inside: str = "", attributes: str = "") -> str:
    """Return a MeterReadings with one MeterReading."""
    return readings(f"<m:MeterReading{attributes}>{inside}</m:MeterReading>")


def reading(inside: str = "", attributes: str = "", reference: str = f'<m:ReadingType ref="{CODE}"/>') -> str:
    """Return a MeterReadings with one register reading."""
    return meter_reading(f"<m:Readings{attributes}>{inside}{reference}</m:Readings>")


def meter(inside: str = "") -> str:
    """Return a MeterConfig with one Meter; ``c`` is the prefix."""
    spaces = f'xmlns:c="{CONFIG}" xmlns:xsi="{XSI}" xmlns:v="{VENDOR}"'
    return f"<c:MeterConfig {spaces}><c:Meter>{inside}</c:Meter></c:MeterConfig>"


def header(verb: str = "created", noun: str = "MeterReadings", more: str = "") -> str:
    """Return a header whose prefix is ``msg``."""
    return f"<msg:Header><msg:Verb>{verb}</msg:Verb><msg:Noun>{noun}</msg:Noun>{more}</msg:Header>"


def envelope(inside: str, kind: str = "EventMessage", namespace: str = MESSAGE) -> str:
    """Return an envelope on one line; inside, ``msg`` is its prefix, ``m`` that of readings and ``v`` of a vendor."""
    return f'<msg:{kind} xmlns:msg="{namespace}" {SPACES}>{inside}</msg:{kind}>'


def event(
    payload: str = "<m:MeterReadings/>", more: str = "", *, verb: str = "created", namespace: str = MESSAGE
) -> str:
    """Return an event message with a payload, whose first element is its noun."""
    first = re.match(r"<(?:\w+:)?(\w+)", payload)
    noun = first[1] if first else "MeterReadings"
    return envelope(f"{header(verb, noun, more)}<msg:Payload>{payload}</msg:Payload>", namespace=namespace)


def response(reply: str, payload: str = "", result: str = "OK") -> str:
    """Return a response with what its reply has after the result."""
    inside = f"<msg:Reply><msg:Result>{result}</msg:Result>{reply}</msg:Reply>{payload}"
    return envelope(header("reply", more=CORRELATION_ID) + inside, "ResponseMessage")


def failure(error: str) -> str:
    """Return a response that says FAILED, with what its one error has after the code."""
    return response(f"<msg:Error><msg:code>2.4</msg:code>{error}</msg:Error>", result="FAILED")


def soap(body: str, head: str = "", namespace: str = "http://schemas.xmlsoap.org/soap/envelope/") -> str:
    """Return a SOAP envelope around the given body."""
    return f'<s:Envelope xmlns:s="{namespace}">{head}<s:Body>{body}</s:Body></s:Envelope>'


def shape(source: str | bytes) -> Any:
    """Return what an XML text says, as nested tuples: without prefixes, comments and layout."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False)
    return _shape(etree.fromstring(source.encode() if isinstance(source, str) else source, parser))


def _shape(element: etree._Element) -> Any:
    attributes = {name: _meaning(element, name, value) for name, value in element.items()}
    children = [_shape(child) for child in element]
    texts = [element.text or "", *(child.tail or "" for child in element)]
    if children:
        texts = ["" if not text.strip(" \t\r\n") else text for text in texts]
    return element.tag, tuple(sorted(attributes.items())), tuple(texts), tuple(children)


def _meaning(element: etree._Element, name: str, value: str) -> str:
    """Resolve the prefix in the value of an ``xsi:type``."""
    prefix, _, local = value.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None)}}}{local}" if name == f"{{{XSI}}}type" else value


class Season(OpenEnum):
    """Part of the year."""

    SUMMER = "summer"
    WINTER = "winter"


@define(slots=True, kw_only=True, repr=False, eq=False)
class TariffStep(Element):
    """A block of a tariff."""

    name: str | None = None
    above: int

    __xml__: ClassVar[XmlType] = XmlType(
        "TariffStep", (Member("name", "name", "xs:string"), Member("above", "above", "xs:nonNegativeInteger", low=1))
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TariffNote(Element):
    """A text with a language."""

    value: Decimal | None = None
    language: str | None = None

    __xml__: ClassVar[XmlType] = XmlType(
        "TariffNote",
        (
            Member("value", "value", "xs:decimal", kind="text", low=1, default="0"),
            Member("language", "language", "xs:token", kind="attribute"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TariffEmpty(Element):
    """A mark without any content."""

    __xml__: ClassVar[XmlType] = XmlType("TariffEmpty", ())


@define(slots=True, kw_only=True, repr=False, eq=False)
class TariffSheet(Element):
    """A price sheet with what the schemas of the standard do not use: defaults, bounds, required attributes."""

    code: str
    revision: int | None = None
    season: Season | None = None
    from_date: dt.date | None = None
    label: str | None = None
    valid_from: dt.datetime | None = None
    hours: list[dt.time] = field(factory=list)
    steps: list[TariffStep] = field(factory=list)
    marks: list[str] = field(factory=list)
    surcharges: list[Decimal] = field(factory=list)
    rebate: Decimal | None = None
    note: TariffNote | None = None
    empty: TariffEmpty | None = None
    device: list[str] = field(factory=list)
    site: list[str] = field(factory=list)
    extension: Any = None

    __xml__: ClassVar[XmlType] = XmlType(
        "TariffSheet",
        (
            Member("code", "code", "xs:token", kind="attribute", low=1),
            Member("revision", "revision", "xs:unsignedByte", kind="attribute"),
            Member("season", "season", "Season", kind="attribute"),
            Member("from_date", "fromDate", "xs:date"),
            Member("label", "label", "xs:string", default="standard"),
            Member("valid_from", "validFrom", "xs:dateTime", default="2026-01-01T00:00:00Z"),
            Member("hours", "hour", "xs:time", high=None),
            Member("steps", "Step", "TariffStep", low=1, high=2),
            Member("marks", "mark", "xs:string", high=2),
            Member("surcharges", "surcharge", "xs:decimal", high=None, choice=1),
            Member("rebate", "rebate", "xs:decimal", choice=1),
            Member("note", "note", "TariffNote"),
            Member("empty", "Empty", "TariffEmpty"),
            Member("device", "Device", "@ref", high=None, choice=2, repeats=True),
            Member("site", "Site", "@ref", high=None, choice=2, repeats=True),
            Member("extension", "##other", "any", kind="any"),
        ),
    )


TARIFF = "urn:northmoor:tariff"
ROOTS = (("TariffSheet", TARIFF, __name__, "TariffSheet", "TariffSheet.xsd", "1", "", "written for the tests", ""),)
PACKAGE = sys.modules[__name__]


def tariff(
    inside: str = "", attributes: str = ' code="T1"', step: str = "<t:Step><t:above>0</t:above></t:Step>"
) -> str:
    """Return a TariffSheet; ``inside`` may have a mark ``|`` where the step is to stand, else it comes first."""
    before, bar, after = inside.partition("|")
    content = f"{before}{step}{after}" if bar else f"{step}{inside}"
    return (
        f'<t:TariffSheet xmlns:t="{TARIFF}" xmlns:v="{VENDOR}" xmlns:xsi="{XSI}"{attributes}>{content}</t:TariffSheet>'
    )
