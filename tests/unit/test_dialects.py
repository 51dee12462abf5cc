"""Dialects: each way in which senders depart from the standard, read into its form, named, and written back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs
import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.xml import dialects
from cim61968_9.xml.dialect import tag_parts

cim.register(xml.PACKAGE)

OLD = "http://www.iec.ch/TC57/2008/schema/message"
DRAFT = "http://iec.ch/TC57/2010/schema/message"
ORACLE = "http://xmlns.oracle.com/ouaf/iec"
TYPED = "http://iec.ch/TC57/2011/MeterReadingsMessage"
REQUESTS = "http://iec.ch/TC57/2011/MeterServiceRequests#"
VALUE = f'<m:Readings><m:value>1.50</m:value><m:ReadingType ref="{xml.CODE}"/></m:Readings>'
READING = f"<m:MeterReading>{VALUE}</m:MeterReading>"
PAYLOAD = f"<m:MeterReadings>{READING}</m:MeterReadings>"
EVENT = xml.event(PAYLOAD, more="<msg:Source>Northmoor-HES</msg:Source>")
BARE = xml.readings(READING)
GET = xml.envelope(xml.header("get", more=xml.MESSAGE_ID) + xml.GET, "RequestMessage")
NOTHING = xml.envelope(xml.header("reply", more=xml.CORRELATION_ID) + "<msg:Reply/>", "ResponseMessage")
CHANGED = xml.envelope(
    xml.header("change", more=xml.MESSAGE_ID) + f"<msg:Payload>{PAYLOAD}</msg:Payload>", "RequestMessage"
)


class Case(NamedTuple):
    """A message as someone sends it, the message that is meant, and what reading says of it.

    ``exact`` is false where writing in the dialect keeps all values, but not the order or a mixture of forms.
    """

    what: str
    source: str
    meant: str
    findings: tuple[tuple[str, str], ...]
    dialect: str
    edition: str = "2"
    exact: bool = True


def envelope_of(what: str, namespace: str, rule: str, dialect: str, edition: str = "2") -> Case:
    source = EVENT.replace(xml.MESSAGE, namespace)
    return Case(what, source, EVENT, ((rule, "/EventMessage"),), dialect, edition)


def payload_of(what: str, namespace: str, rule: str, dialect: str, edition: str = "2") -> tuple[Case, Case]:
    place = "/EventMessage/Payload/MeterReadings"
    return (
        Case(what, EVENT.replace(xml.READINGS, namespace), EVENT, ((rule, place),), dialect, edition),
        Case(
            f"{what}, bare",
            BARE.replace(xml.READINGS, namespace),
            BARE,
            ((rule, "/MeterReadings"),),
            f"bare payload, {dialect}",
            edition,
        ),
    )


def verb(wire: str, meant: str) -> Case:
    source = {"get": GET, "change": CHANGED, "reply": xml.response("")}.get(meant, EVENT)
    kind = etree.QName(etree.fromstring(source)).localname
    standard = next(one for one in ("get", "change", "reply", "created") if f"<msg:Verb>{one}<" in source)
    return Case(
        f"verb {wire!r}",
        source.replace(f"<msg:Verb>{standard}<", f"<msg:Verb>{wire}<"),
        source.replace(f"<msg:Verb>{standard}<", f"<msg:Verb>{meant}<"),
        (("ENV112", f"/{kind}/Header/Verb"),),
        "other verbs",
    )


def reply(inside: str, namespace: str = xml.MESSAGE, verb: str = "reply") -> str:
    head = xml.header(verb, more=xml.CORRELATION_ID)
    return xml.envelope(f"{head}<msg:Reply>{inside}</msg:Reply>", "ResponseMessage", namespace)


def coded(what: str, inside: str, meant: str, *more: tuple[str, str], place: str = "Result") -> Case:
    """Return a reply of 2008, with a code and texts, beside what it means."""
    findings = (("ENV101", "/ResponseMessage"), ("ENV116", f"/ResponseMessage/Reply/{place}"), *more)
    return Case(f"2008: {what}", reply(inside, OLD), reply(meant), findings, "envelope of 2008, replies of 2008", "1")


def code(text: str, *errors: str) -> str:
    return f"<msg:ReplyCode>{text}</msg:ReplyCode>" + "".join(f"<msg:Error>{error}</msg:Error>" for error in errors)


def failed(*errors: str, result: str = "FAILED") -> str:
    return f"<msg:Result>{result}</msg:Result>" + "".join(f"<msg:Error>{error}</msg:Error>" for error in errors)


def value(what: str, source: str, wire: str, meant: str, path: str) -> Case:
    tag = path.rpartition("/")[2]
    found = source.replace(f"<msg:{tag}>{meant}<", f"<msg:{tag}>{wire}<")
    return Case(what, found, source, (("ENV115", path),), "other spellings of values")


def serviced(in_header: str, root: str, namespace: str = REQUESTS) -> str:
    payload = f'<r:{root} xmlns:r="{namespace}"/>'
    return xml.envelope(f"{xml.header(noun=in_header)}<msg:Payload>{payload}</msg:Payload>")


def unqualified(text: str, *names: str) -> str:
    """Take elements of the envelope, by name or all but the root, out of their namespace."""
    root = etree.fromstring(text)
    for element in list(root.iter(f"{{{xml.MESSAGE}}}*")):
        local = etree.QName(element).localname
        if element is not root and (not names or local in names):
            element.tag = local
    return etree.tostring(root, encoding="unicode")


def moved(text: str, namespace: str, *names: str) -> str:
    """Put elements of the envelope into another namespace."""
    root = etree.fromstring(text)
    for element in list(root.iter(f"{{{xml.MESSAGE}}}*")):
        if etree.QName(element).localname in names:
            element.tag = f"{{{namespace}}}{etree.QName(element).localname}"
    return etree.tostring(root, encoding="unicode")


def camel(text: str) -> str:
    """Write an envelope as Oracle's adapters do: names in small letters at first, one namespace for all."""
    root = etree.fromstring(text)
    for element in list(root.iter("*")):
        name = etree.QName(element)
        local = name.localname
        if name.namespace == xml.MESSAGE:
            local = local[0].lower() + local[1:] if local != "ID" else "id"
        element.tag = f"{{{ORACLE}}}{local}"
    return etree.tostring(root, encoding="unicode")


def typed(root: str, inside: str, parts: str = TYPED, message: str = xml.MESSAGE) -> str:
    return (
        f'<t:{root} xmlns:t="{parts}" xmlns:msg="{message}" xmlns:m="{xml.READINGS}" xmlns:v="{xml.VENDOR}">{inside}'
        f"</t:{root}>"
    )


def head(verb: str, more: str = "") -> str:
    return f"<t:Header><msg:Verb>{verb}</msg:Verb><msg:Noun>MeterReadings</msg:Noun>{more}</t:Header>"


def as_typed(kind: str, inside: str) -> str:
    """Return the generic message that a strongly typed one stands for."""
    return xml.envelope(inside.replace("t:", "msg:"), kind)


OK = "<t:Reply><msg:Result>OK</msg:Result></t:Reply>"
TYPED_PAYLOAD = f"<t:Payload>{PAYLOAD}</t:Payload>"
ROOT = "/EventMessage"
FOREIGN = '<v:Route xmlns:v="urn:northmoor:extra" hop="1">north</v:Route>'

NAMESPACES = [
    envelope_of("www", "http://www.iec.ch/TC57/2011/schema/message", "ENV101", "envelope of the draft of April 2011"),
    envelope_of("2008", OLD, "ENV101", "envelope of 2008", "1"),
    envelope_of("2010", DRAFT, "ENV101", "envelope of the draft of 2010"),
    envelope_of(
        "2010 and www", "http://www.iec.ch/TC57/2010/schema/message", "ENV101", "envelope of the draft of 2010"
    ),
    envelope_of("2016", "http://iec.ch/TC57/2016/schema/message", "ENV101", "envelope of a copy dated 2016"),
    envelope_of(
        "2021",
        "http://iec.ch/TC57/2021/schema/message",
        "ENV101",
        "envelope of edition 2 of IEC 61968-100",
        "3",
    ),
    *(
        envelope_of(what, namespace, "ENV101", "envelope of edition 1 of IEC 61968-100")
        for what, namespace in {
            "https": "https://iec.ch/TC57/2011/schema/message",
            "a mark at the end": "http://iec.ch/TC57/2011/schema/message#",
            "a slash at the end": "http://iec.ch/TC57/2011/schema/message/",
            "a slash too few": "http://iec.ch/TC572011/schema/message",
        }.items()
    ),
    envelope_of("a vendor", "urn:acme:all", "ENV105", "envelope of 'urn:acme:all'"),
    envelope_of(
        "another year",
        "http://iec.ch/TC57/1999/schema/message",
        "ENV105",
        "envelope of 'http://iec.ch/TC57/1999/schema/message'",
    ),
    *(
        case
        for what, namespace in {
            "no mark at the end": "http://iec.ch/TC57/2011/MeterReadings",
            "a slash at the end": "http://iec.ch/TC57/2011/MeterReadings/",
            "a slash too few": "http://iec.ch/TC57/2011MeterReadings#",
            "www": "http://www.iec.ch/TC57/2011/MeterReadings#",
            "https": "https://iec.ch/TC57/2011/MeterReadings#",
        }.items()
        for case in payload_of(f"payload: {what}", namespace, "ENV108", "another spelling")
    ),
    *(
        case
        for year in (2010, 2015, 2016, 2017)
        for case in payload_of(
            f"payload of {year}", f"http://iec.ch/TC57/{year}/MeterReadings#", "ENV108", f"a namespace of {year}"
        )
    ),
    *payload_of("payload of 2009", "http://iec.ch/TC57/2009/MeterReadings#", "ENV109", "envelope of 2008", "1"),
    *payload_of("payload of SAP", "http://iec.ch/TC57/CIM-c4e#", "ENV109", "SAP Cloud for Energy"),
    *payload_of("payload of ENCOURAGE", "http://www.encourage-project.eu/MeterReadings#", "ENV109", "ENCOURAGE"),
    *payload_of("payload of Pyramid", "http://iec.ch/TC57/2011/podis15/MeterReadings#", "ENV109", "Pyramid"),
    *payload_of("payload of a vendor", "urn:acme:all", "XSD112", "payload of 'urn:acme:all'"),
    *payload_of(
        "payload of before the standard",
        "http://iec.ch/TC57/1999/MeterReadings#",
        "XSD112",
        "payload of 'http://iec.ch/TC57/1999/MeterReadings#'",
    ),
    Case(
        "a vendor's namespace for all",
        EVENT.replace(xml.MESSAGE, "urn:acme:all").replace(xml.READINGS, "urn:acme:all"),
        EVENT,
        (("ENV105", ROOT), ("XSD112", "/EventMessage/Payload/MeterReadings")),
        "envelope of 'urn:acme:all', payload of 'urn:acme:all'",
    ),
]

UNQUALIFIED = [
    Case(
        "no namespace at all",
        f"<EventMessage>{EVENT.partition('>')[2]}".replace("msg:", "").replace("m:", ""),
        EVENT,
        (("ENV110", ROOT), ("ENV110", "/EventMessage/Payload/MeterReadings")),
        "no namespace",
    ),
    Case(
        "no namespace around a payload that has one",
        "<EventMessage><Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header>"
        f"<Payload>{BARE}</Payload></EventMessage>",
        xml.event(PAYLOAD),
        (("ENV110", ROOT),),
        "no namespace",
    ),
    Case(
        "payload without namespace",
        EVENT.replace("m:", ""),
        EVENT,
        (("ENV110", "/EventMessage/Payload/MeterReadings"),),
        "no namespace",
    ),
    Case(
        "bare payload without namespace",
        f"<MeterReadings>{READING.replace('m:', '')}</MeterReadings>",
        BARE,
        (("ENV110", "/MeterReadings"),),
        "bare payload, no namespace",
    ),
    Case(
        "elements of the envelope",
        unqualified(EVENT),
        EVENT,
        (("ENV111", "/EventMessage/Header"),),
        "elements without namespace",
    ),
    Case(
        "what is in the parts of the envelope",
        unqualified(EVENT, "Verb", "Noun", "Source"),
        EVENT,
        (("ENV111", "/EventMessage/Header/Verb"),),
        "elements without namespace",
    ),
    Case(
        "elements of the payload",
        EVENT.replace("<m:", "<")
        .replace("</m:", "</")
        .replace("MeterReadings>", "m:MeterReadings>")
        .replace("<msg:Noun>m:", "<msg:Noun>")
        .replace("m:MeterReadings></msg:Noun", "MeterReadings></msg:Noun"),
        EVENT,
        (("ENV111", "/EventMessage/Payload/MeterReadings"),),
        "elements without namespace",
    ),
    Case(
        "elements of a bare payload",
        xml.readings(READING.replace("m:", "")),
        BARE,
        (("ENV111", "/MeterReadings"),),
        "bare payload, elements without namespace",
    ),
    Case(
        "elements of both",
        unqualified(xml.event(f"<m:MeterReadings>{READING.replace('m:', '')}</m:MeterReadings>")),
        xml.event(PAYLOAD),
        (("ENV111", "/EventMessage/Header"), ("ENV111", "/EventMessage/Payload/MeterReadings")),
        "elements without namespace",
    ),
    Case(
        "one element of the payload among others",
        EVENT.replace("<m:MeterReading>", "<MeterReading>").replace("</m:MeterReading>", "</MeterReading>"),
        EVENT,
        (("ENV111", "/EventMessage/Payload/MeterReadings"),),
        "elements without namespace",
        exact=False,
    ),
]

MIXED = [
    Case(
        "2010 around 2011",
        moved(EVENT, DRAFT, "EventMessage"),
        EVENT,
        (("ENV101", ROOT),),
        "envelope of the draft of 2010",
    ),
    Case(
        "2010 around 2011, parts too",
        moved(EVENT, DRAFT, "EventMessage", "Header", "Payload"),
        EVENT,
        (("ENV101", ROOT),),
        "envelope of the draft of 2010",
    ),
    Case(
        "2011 around 2010",
        moved(EVENT, DRAFT, "Header", "Payload", "Verb", "Noun", "Source"),
        EVENT,
        (("ENV101", "/EventMessage/Header"),),
        "envelope of the draft of 2010",
    ),
    Case(
        "one element of 2010",
        moved(EVENT, DRAFT, "Source"),
        EVENT,
        (("ENV101", "/EventMessage/Header/Source"),),
        "",
        exact=False,
    ),
]

WORDS = [
    *(verb(wire, "get") for wire in ("GET", "Get", " get", "get\n")),
    *(verb(wire, "change") for wire in ("CHANGE", "update", "UPDATE")),
    *(verb(wire, "reply") for wire in ("Reply", "show", "SHOW", " Show ")),
    *(verb(wire, "changed") for wire in ("Changed", "updated", "Updated")),
    *(verb(wire, "canceled") for wire in ("CANCELED", "cancelled", "Cancelled")),
    Case(
        "verb and noun of an operation",
        xml.event(xml.EXECUTED.replace(">created<", ">CREATED<"), verb="executed").replace(
            ">MeterReadings</msg:Noun", ">OperationSet</msg:Noun"
        ),
        xml.event(xml.EXECUTED, verb="executed").replace(">MeterReadings</msg:Noun", ">OperationSet</msg:Noun"),
        (("ENV112", "/EventMessage/Payload/OperationSet/Operation/verb"),),
        "other verbs",
    ),
    Case(
        "noun in the header",
        xml.envelope(xml.header(noun="MeterServiceRequest") + "<msg:Payload><msg:ID>4711</msg:ID></msg:Payload>"),
        xml.envelope(xml.header(noun="MeterServiceRequests") + "<msg:Payload><msg:ID>4711</msg:ID></msg:Payload>"),
        (("ENV113", "/EventMessage/Header/Noun"),),
        "other nouns",
    ),
    Case(
        "noun in header and payload",
        serviced("MeterServiceRequest", "MeterServiceRequest"),
        serviced("MeterServiceRequests", "MeterServiceRequests"),
        (("ENV113", "/EventMessage/Header/Noun"), ("ENV113", "/EventMessage/Payload/MeterServiceRequest")),
        "other nouns",
    ),
    Case(
        "noun in its own namespace",
        serviced("MeterServiceRequest", "MeterServiceRequest", "http://iec.ch/TC57/2011/MeterServiceRequest#"),
        serviced("MeterServiceRequests", "MeterServiceRequests"),
        (("ENV113", "/EventMessage/Header/Noun"), ("ENV113", "/EventMessage/Payload/MeterServiceRequest")),
        "other nouns, payload of 'http://iec.ch/TC57/2011/MeterServiceRequest#'",
    ),
    Case(
        "noun as bare payload",
        f'<MeterServiceRequest xmlns="{REQUESTS}"/>',
        f'<MeterServiceRequests xmlns="{REQUESTS}"/>',
        (("ENV113", "/MeterServiceRequest"),),
        "bare payload, other nouns",
    ),
    Case(
        "noun in the header only",
        serviced("MeterServiceRequest", "MeterServiceRequests"),
        serviced("MeterServiceRequests", "MeterServiceRequests"),
        (("ENV113", "/EventMessage/Header/Noun"),),
        "other nouns",
    ),
    Case(
        "noun in the payload only",
        serviced("MeterServiceRequests", "MeterServiceRequest"),
        serviced("MeterServiceRequests", "MeterServiceRequests"),
        (("ENV113", "/EventMessage/Payload/MeterServiceRequest"),),
        "other nouns",
    ),
    Case(
        "format in small letters",
        xml.event("<msg:Compressed>H4sI</msg:Compressed><msg:format>XML</msg:format>"),
        xml.event("<msg:Compressed>H4sI</msg:Compressed><msg:Format>XML</msg:Format>"),
        (("ENV114", "/EventMessage/Payload/Format"),),
        "other names of elements",
    ),
    Case(
        "root in small letters",
        EVENT.replace("msg:EventMessage", "msg:eventMessage"),
        EVENT,
        (("ENV114", "/eventMessage"),),
        "other names of elements",
    ),
    value("result in small letters", xml.response(""), "ok", "OK", "/ResponseMessage/Reply/Result"),
    value("result with blanks", xml.response(""), "OK ", "OK", "/ResponseMessage/Reply/Result"),
    value("result FATAL", xml.failure(""), "FATAL", "FAILED", "/ResponseMessage/Reply/Result"),
    value(
        "level",
        xml.failure("<msg:level>WARNING</msg:level>"),
        "Warning",
        "WARNING",
        "/ResponseMessage/Reply/Error/level",
    ),
]

CODES = [
    coded("success", code("0.0"), failed(result="OK")),
    coded("success with a short code", code("0"), failed(result="OK")),
    coded("success with blanks", code(" 0.0 "), failed(result="OK")),
    coded(
        "success with a remark",
        code("0.0", "done"),
        failed("<msg:code>0.0</msg:code><msg:reason>done</msg:reason>", result="OK"),
    ),
    coded("a part", code("0.1"), failed("<msg:code>0.1</msg:code>", result="PARTIAL")),
    coded("the last part", code("0.2"), failed("<msg:code>0.2</msg:code>", result="PARTIAL")),
    coded("failure", code("2.4"), failed("<msg:code>2.4</msg:code>")),
    coded(
        "failure with a text",
        code("2.4", "no meter"),
        failed("<msg:code>2.4</msg:code><msg:reason>no meter</msg:reason>"),
    ),
    coded(
        "failure with two texts",
        code("2.4", "no meter", "nor that one"),
        failed(
            "<msg:code>2.4</msg:code><msg:reason>no meter</msg:reason>",
            "<msg:code>2.4</msg:code><msg:reason>nor that one</msg:reason>",
        ),
    ),
    coded("failure with an empty text", code("2.4", ""), failed("<msg:code>2.4</msg:code><msg:reason/>")),
    coded(
        "failure with identifiers",
        code("5.3", "no") + "<msg:ID>M-1</msg:ID>",
        failed("<msg:code>5.3</msg:code><msg:reason>no</msg:reason>") + "<msg:ID>M-1</msg:ID>",
    ),
    coded("empty code", code(""), failed("<msg:code/>"), ("ENV305", "/ResponseMessage/Reply/Error/code")),
    Case(
        "code in small letters",
        reply(code("2.4", "no meter").replace("ReplyCode", "replyCode").replace("Error", "error")),
        reply(failed("<msg:code>2.4</msg:code><msg:reason>no meter</msg:reason>")),
        (("ENV116", "/ResponseMessage/Reply/Result"), ("ENV114", "/ResponseMessage/Reply/Error")),
        "replies of 2008, other names of elements",
    ),
    Case(
        "code of a vendor is an extension",
        *[NOTHING.replace("<msg:Reply/>", "<msg:Reply><v:ReplyCode>0.0</v:ReplyCode></msg:Reply>")] * 2,
        (("XSD103", "/ResponseMessage/Reply"),),
        "",
    ),
    Case(
        "2008: neither code nor result",
        NOTHING.replace(xml.MESSAGE, OLD),
        NOTHING,
        (("ENV101", "/ResponseMessage"), ("XSD103", "/ResponseMessage/Reply")),
        "envelope of 2008",
        "1",
    ),
    Case(
        "2008: a result",
        reply(failed(result="OK"), OLD),
        reply(failed(result="OK")),
        (("ENV101", "/ResponseMessage"),),
        "envelope of 2008",
        "1",
    ),
    Case(
        "code in the envelope of today",
        reply(code("0.0")),
        reply(failed(result="OK")),
        (("ENV116", "/ResponseMessage/Reply/Result"),),
        "replies of 2008",
    ),
    Case(
        "2008: verb and format",
        xml.event("<msg:Compressed>H4sI</msg:Compressed><msg:format>XML</msg:format>", verb="CREATED", namespace=OLD),
        xml.event("<msg:Compressed>H4sI</msg:Compressed><msg:Format>XML</msg:Format>"),
        (("ENV101", ROOT), ("ENV116", "/EventMessage/Header/Verb"), ("ENV109", "/EventMessage/Payload/Format")),
        "envelope of 2008",
        "1",
    ),
    Case(
        "2008: payload of 2009",
        EVENT.replace(xml.MESSAGE, OLD).replace(xml.READINGS, "http://iec.ch/TC57/2009/MeterReadings#"),
        EVENT,
        (("ENV101", ROOT), ("ENV109", "/EventMessage/Payload/MeterReadings")),
        "envelope of 2008",
        "1",
    ),
]

VENDORS = [
    Case(
        "Oracle: an event",
        camel(EVENT),
        EVENT,
        (
            ("ENV109", "/eventMessage"),
            ("ENV101", "/eventMessage"),
            ("ENV109", "/eventMessage/Header"),
            ("ENV109", "/eventMessage/Header/Verb"),
            ("ENV109", "/eventMessage/Header/Noun"),
            ("ENV109", "/eventMessage/Header/Source"),
            ("ENV109", "/eventMessage/Payload"),
            ("ENV109", "/eventMessage/Payload/MeterReadings"),
        ),
        "other names of elements, envelope of Oracle OUAF, Oracle OUAF",
    ),
    Case(
        "Oracle: a reply",
        camel(xml.failure("<msg:ID>M-1</msg:ID>")).replace("responseMessage", "ResponseMessage"),
        xml.failure("<msg:ID>M-1</msg:ID>"),
        (
            ("ENV101", "/ResponseMessage"),
            ("ENV109", "/ResponseMessage/Header"),
            ("ENV109", "/ResponseMessage/Header/Verb"),
            ("ENV109", "/ResponseMessage/Header/Noun"),
            ("ENV109", "/ResponseMessage/Header/CorrelationID"),
            ("ENV109", "/ResponseMessage/Reply"),
            ("ENV109", "/ResponseMessage/Reply/Result"),
            ("ENV109", "/ResponseMessage/Reply/Error"),
            ("ENV114", "/ResponseMessage/Reply/Error/ID"),
        ),
        "envelope of Oracle OUAF, other names of elements",
    ),
    Case(
        "Connexo: an answer with the verb of an event",
        reply(failed(result="OK"), verb="created"),
        reply(failed(result="OK"), verb="created"),
        (("ENV201", "/ResponseMessage/Header/Verb"),),
        "",
    ),
    Case(
        "Connexo: an event that is a reply",
        typed("CreatedMeterReadings", head("created") + OK + TYPED_PAYLOAD),
        as_typed("ResponseMessage", head("created") + OK + TYPED_PAYLOAD),
        (
            ("ENV103", "/CreatedMeterReadings"),
            ("ENV120", "/CreatedMeterReadings"),
            ("COR201", "/CreatedMeterReadings/Header"),
            ("ENV201", "/CreatedMeterReadings/Header/Verb"),
        ),
        "strongly typed CreatedMeterReadings",
    ),
    Case(
        "Connexo: a reply of a kind of its own",
        typed("ReplyMeterReadings", head("reply", xml.CORRELATION_ID) + OK + TYPED_PAYLOAD),
        as_typed("ResponseMessage", head("reply", xml.CORRELATION_ID) + OK + TYPED_PAYLOAD),
        (("ENV103", "/ReplyMeterReadings"),),
        "strongly typed ReplyMeterReadings",
    ),
    Case(
        "wrapper of another year",
        typed("CreatedMeterReadings", head("created") + TYPED_PAYLOAD, TYPED.replace("2011", "2017")),
        as_typed("EventMessage", head("created") + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"),),
        "strongly typed CreatedMeterReadings",
    ),
    Case(
        "wrapper with www around a draft",
        typed("CreatedMeterReadings", head("created") + TYPED_PAYLOAD, TYPED.replace("iec", "www.iec"), DRAFT),
        as_typed("EventMessage", head("created") + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"), ("ENV101", "/CreatedMeterReadings/Header")),
        "strongly typed CreatedMeterReadings, envelope of the draft of 2010",
    ),
    Case(
        "wrapper whose namespace is that of all",
        typed("CreatedMeterReadings", (head("created") + TYPED_PAYLOAD).replace("msg:", "t:")),
        as_typed("EventMessage", head("created") + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"), ("ENV105", "/CreatedMeterReadings/Header")),
        f"strongly typed CreatedMeterReadings, envelope of '{TYPED}'",
    ),
    Case(
        "wrapper around unqualified elements",
        typed("CreatedMeterReadings", (head("created") + TYPED_PAYLOAD).replace("msg:", "")),
        as_typed("EventMessage", head("created") + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"), ("ENV111", "/CreatedMeterReadings/Header/Verb")),
        "strongly typed CreatedMeterReadings, elements without namespace",
    ),
    Case(
        "wrapper whose parts are those of the generic message",
        typed("CreatedMeterReadings", (head("created") + TYPED_PAYLOAD).replace("t:", "msg:")),
        as_typed("EventMessage", head("created") + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"),),
        "strongly typed CreatedMeterReadings",
    ),
]

KEPT = [
    Case("an extension in the header", *[xml.event(PAYLOAD, more=FOREIGN)] * 2, (), ""),
    Case(
        "an extension beside the parts",
        *[EVENT.replace("<msg:Payload>", f"{FOREIGN}<msg:Payload>")] * 2,
        (("XSD101", "/EventMessage/Route"),),
        "",
    ),
    Case(
        "an extension without namespace",
        *[xml.event(PAYLOAD, more='<Route hop="1"/>')] * 2,
        (),
        "",
    ),
    Case("an extension that is called like an element", *[xml.event(PAYLOAD, more="<v:Verb>x</v:Verb>")] * 2, (), ""),
    Case(
        "an extension in a payload",
        *[EVENT.replace("<m:MeterReading>", f"{FOREIGN}<m:MeterReading>")] * 2,
        (("XSD101", "/EventMessage/Payload/MeterReadings/Route"),),
        "",
    ),
    Case(
        "an extension in a strongly typed message",
        typed("CreatedMeterReadings", head("created") + FOREIGN + TYPED_PAYLOAD),
        as_typed("EventMessage", head("created") + FOREIGN + TYPED_PAYLOAD),
        (("ENV103", "/CreatedMeterReadings"), ("XSD101", "/CreatedMeterReadings/Route")),
        "strongly typed CreatedMeterReadings",
    ),
    Case(
        "an extension among unqualified elements",
        unqualified(xml.event(PAYLOAD, more=FOREIGN)),
        xml.event(PAYLOAD, more=FOREIGN),
        (("ENV111", "/EventMessage/Header"),),
        "elements without namespace",
    ),
    Case(
        "xsi:type on a reference",
        *[EVENT.replace("<m:ReadingType", '<m:ReadingType xsi:type="m:Special"')] * 2,
        (("ENV118", "/EventMessage/Payload/MeterReadings/MeterReading/Readings/ReadingType"),),
        "",
    ),
    Case(
        "xsi:type on an element",
        *[EVENT.replace("<m:MeterReading>", '<m:MeterReading xsi:type="m:Special">')] * 2,
        (("ENV118", "/EventMessage/Payload/MeterReadings/MeterReading"),),
        "",
    ),
    Case(
        "xsi:type in the envelope",
        *[EVENT.replace("<msg:Header>", '<msg:Header xsi:type="msg:HeaderType">')] * 2,
        (("ENV118", "/EventMessage/Header"),),
        "",
    ),
    Case(
        "a noun of edition 1",
        *[xml.event('<MeterAssetConfig xmlns="http://iec.ch/TC57/2009/MeterAssetConfig#"><x/></MeterAssetConfig>')] * 2,
        (("ENV119", "/EventMessage/Payload/MeterAssetConfig"),),
        "",
    ),
    Case(
        "a noun of edition 3",
        *[xml.event('<MeterReadSchedules xmlns="http://iec.ch/TC57/2023/MeterReadSchedules#"/>')] * 2,
        (("ENV119", "/EventMessage/Payload/MeterReadSchedules"),),
        "",
    ),
    Case(
        "a noun of nobody",
        *[xml.event("<v:MeterStateConfig><v:state>on</v:state></v:MeterStateConfig>")] * 2,
        (("ENV106", "/EventMessage/Payload/MeterStateConfig"),),
        "",
    ),
]

ORDER = [
    Case(
        "an extension in front",
        EVENT.replace("<msg:Verb>", '<Route hop="1"/><msg:Verb>'),
        EVENT.replace("</msg:Header>", '<Route hop="1"/></msg:Header>'),
        tuple(("XSD105", f"/EventMessage/Header/{name}") for name in ("Verb", "Noun", "Source")),
        "",
        exact=False,
    ),
    Case(
        "order in the header",
        EVENT.replace(
            "<msg:Verb>created</msg:Verb><msg:Noun>MeterReadings</msg:Noun>",
            "<msg:Noun>MeterReadings</msg:Noun><msg:Verb>created</msg:Verb>",
        ),
        EVENT,
        (("XSD105", "/EventMessage/Header/Verb"),),
        "",
        exact=False,
    ),
    Case(
        "order of the parts",
        xml.envelope(f"<msg:Payload>{PAYLOAD}</msg:Payload>{xml.header()}"),
        xml.event(PAYLOAD),
        (("XSD105", "/EventMessage/Header"),),
        "",
        exact=False,
    ),
    Case(
        "order in the payload",
        EVENT.replace(
            f'<m:value>1.50</m:value><m:ReadingType ref="{xml.CODE}"/>',
            f'<m:ReadingType ref="{xml.CODE}"/><m:value>1.50</m:value>',
        ),
        EVENT,
        (("XSD105", "/EventMessage/Payload/MeterReadings/MeterReading/Readings/value"),),
        "",
        exact=False,
    ),
]

CASES = [*NAMESPACES, *UNQUALIFIED, *MIXED, *WORDS, *CODES, *VENDORS, *KEPT, *ORDER]


def cases(*, exact: bool | None = None) -> Any:
    chosen = [case for case in CASES if exact is None or case.exact is exact]
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case.what)


def said(loaded: cim.Loaded) -> list[tuple[str, str]]:
    return [(finding.rule, finding.path) for finding in loaded.findings]


def values(text: str | bytes) -> list[str]:
    """Return all values of a document that are not names, sorted."""
    root = etree.fromstring(text.encode() if isinstance(text, str) else text)
    found = [value for node in root.iter(etree.Element) for value in (node.text, *node.attrib.values())]
    return sorted(value for value in found if value)


@cases()
def test_deviation_is_read_as_what_is_meant_and_told(case: Case) -> None:
    loaded = cim.load(case.source)

    assert loaded.message == cim.load(case.meant, mode="raw").message
    assert said(loaded) == list(case.findings)
    assert (str(loaded.dialect), loaded.edition) == (case.dialect, case.edition)
    assert bool(loaded.dialect) is (case.dialect not in {"", "bare payload"})


@cases(exact=True)
def test_deviation_is_written_back(case: Case) -> None:
    loaded = cim.load(case.source)
    data = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect)
    again = cim.load(data)

    assert xml.shape(data) == xml.shape(case.source)
    assert (again.message, again.dialect, said(again)) == (loaded.message, loaded.dialect, said(loaded))
    assert cim.to_bytes(again.message, mode="lax", dialect=again.dialect) == data


@cases(exact=False)
def test_what_no_dialect_can_say_is_written_in_one_way(case: Case) -> None:
    loaded = cim.load(case.source)
    data = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect)

    assert xml.shape(data) != xml.shape(case.source)
    assert len(etree.fromstring(data).findall(".//{*}*")) == len(etree.fromstring(case.source).findall(".//{*}*"))
    assert cim.load(data).message == loaded.message


@cases()
def test_deviation_is_written_in_the_form_of_the_standard(case: Case) -> None:
    message = cim.load(case.source).message

    assert cim.to_bytes(message, mode="lax") == cim.to_bytes(cim.load(case.meant).message, mode="lax")


@cases()
def test_modes_read_the_same(case: Case) -> None:
    loaded, raw = cim.load(case.source), cim.load(case.source, mode="raw")

    assert (raw.message, raw.dialect, raw.findings) == (loaded.message, loaded.dialect, ())
    if loaded.ok:
        assert cim.load(case.source, mode="strict") == loaded
    else:
        with pytest.raises(cim.InvalidMessageError):
            cim.load(case.source, mode="strict")


@cases()
def test_tree_of_someone_else_is_read_and_not_changed(case: Case) -> None:
    holder = etree.fromstring(f"<batch><!-- one -->{case.source}</batch>")
    before = etree.tostring(holder)

    loaded = cim.load(holder[1])

    assert etree.tostring(holder) == before
    assert loaded.message == cim.load(case.source).message
    assert loaded.dialect == cim.load(case.source).dialect


def test_tree_is_read_by_many_threads_at_once() -> None:
    trees = [etree.fromstring(case.source) for case in CASES[:8]]
    before = [etree.tostring(tree) for tree in trees]
    expected = [cim.load(tree) for tree in trees]
    wrong: list[Any] = []

    def work() -> None:
        for _ in range(20):
            for tree, wanted in zip(trees, expected, strict=True):
                found = cim.load(tree)
                if (found.message, found.dialect) != (wanted.message, wanted.dialect):
                    wrong.append(found)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert [etree.tostring(tree) for tree in trees] == before


def test_comments_inside_of_words_do_not_hide_them() -> None:
    tree = etree.fromstring(EVENT.replace(">created<", ">CRE<!-- x -->ATED<"))

    loaded = cim.load(tree)

    assert said(loaded) == [("ENV112", "/EventMessage/Header/Verb")]
    assert loaded.message == cim.read(EVENT)
    code = etree.fromstring(reply("<msg:ReplyCode>2<!-- x -->.4</msg:ReplyCode><msg:Error>a<!-- y -->b</msg:Error>"))
    (error,) = cim.load(code).message.reply.error
    assert (error.code, error.reason) == ("2.4", "ab")


@pytest.mark.parametrize("prefix", ["t", "x", "m", "abc"])
def test_foreign_content_in_the_namespace_of_a_strongly_typed_message_keeps_its_prefix(prefix: str) -> None:
    extra = f'<{prefix}:Route xmlns:{prefix}="{TYPED}" hop="{prefix}:1"/>'
    source = typed("CreatedMeterReadings", head("created", extra) + f"<t:Payload>{PAYLOAD}</t:Payload>")
    loaded = cim.load(source)
    data = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect)

    assert said(loaded) == [("ENV103", "/CreatedMeterReadings"), ("XSD101", "/CreatedMeterReadings/Header/Route")]
    assert xml.shape(data) == xml.shape(source)
    assert (cim.load(data).message, cim.load(data).dialect) == (loaded.message, loaded.dialect)


@pytest.mark.parametrize("pretty", [False, True])
@pytest.mark.parametrize("prefixes", [None, {"message": "env", "payload": "x"}, {"payload": "s"}, {"message": "abs"}])
def test_layout_and_prefixes_do_not_change_the_dialect(prefixes: Any, pretty: bool) -> None:
    for case in (*UNQUALIFIED[:9], *MIXED[:3], *VENDORS):
        loaded = cim.load(case.source)
        data = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect, prefixes=prefixes, pretty=pretty)
        again = cim.load(data)
        assert (again.message, again.dialect) == (loaded.message, loaded.dialect)


@pytest.mark.parametrize("prefixes", [{"message": ""}, {"payload": ""}, {"message": "", "payload": ""}])
def test_empty_prefix_is_refused_where_elements_have_no_namespace(prefixes: Any) -> None:
    message = cim.read(EVENT)
    dialect = cim.Dialect(unqualified="message" in prefixes, unqualified_payload="message" not in prefixes)

    with pytest.raises(cim.DialectError, match="in no namespace, which needs a prefix for those around it; give pref"):
        cim.to_bytes(message, dialect=dialect, prefixes=prefixes)


def test_places_of_translated_elements_are_those_of_the_source() -> None:
    source = f"<!-- first -->\n{reply(code('2.4', 'no meter', 'nor that'), OLD)}"
    loaded = cim.load(source)

    assert [(one.rule, one.line, one.column) for one in loaded.findings] == [
        ("ENV101", 2, 1),
        ("ENV116", 2, source.splitlines()[1].index("<msg:ReplyCode>") + 1),
    ]


def test_place_of_what_comes_after_translated_errors_is_exact() -> None:
    source = reply(code("2.4", "no meter") + "<msg:ID kind='mRID'>1</msg:ID>")
    found = {one.rule: (one.path, one.column) for one in cim.load(source).findings}

    assert found["XSD110"] == ("/ResponseMessage/Reply/ID", source.index("<msg:ID ") + 1)


@pytest.mark.parametrize(
    ("errors", "message"),
    [
        ([cim.Error(code="2.4"), cim.Error(code="2.5")], "has one code and texts for errors, found the codes 2.4, 2.5"),
        ([cim.Error(code="2.4", level="FATAL")], "has one code and texts for errors, found level in an error"),
        ([], "needs a code, found the result 'FAILED' and no error"),
        ([cim.Error(code="0.0")], "the code '0.0' stands for the result 'OK', found 'FAILED'"),
        ([cim.Error(code="0.1", reason="more")], "the code '0.1' stands for the result 'PARTIAL', found 'FAILED'"),
    ],
)
def test_reply_that_2008_has_no_form_for_is_refused(errors: list[cim.Error], message: str) -> None:
    failed = cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED, error=errors))

    with pytest.raises(cim.DialectError, match=message):
        cim.to_bytes(failed, dialect="envelope of 2008", mode="lax")


def test_several_errors_of_a_reply_of_2008_keep_their_number() -> None:
    errors = [cim.Error(code="2.4", reason="no meter"), cim.Error(code="2.4")]
    data = cim.to_bytes(
        cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED, error=errors)), dialect="envelope of 2008"
    )

    assert [one.reason for one in cim.read(data).reply.error] == ["no meter", ""]


# What is known by name


@pytest.fixture
def known() -> Iterator[None]:
    """Put the dialects back that were known before."""
    before = dict(dialects._dialects)
    yield
    dialects._dialects.clear()
    dialects._dialects.update(before)
    dialects._version += 1


ACME = cim.Dialect(
    name="Acme HES",
    message="urn:acme:message",
    payload="urn:acme:{noun}",
    verbs={"modified": "changed", "made": "created"},
    nouns={"Readings": "MeterReadings"},
    elements={"Kopf": "Header", "Art": "Verb"},
    values={"FINE": "OK"},
)
IN_ACME = (
    '<a:EventMessage xmlns:a="urn:acme:message"><a:Kopf><a:Art>made</a:Art><a:Noun>Readings</a:Noun></a:Kopf>'
    '<a:Payload><r:Readings xmlns:r="urn:acme:MeterReadings"/></a:Payload></a:EventMessage>'
)


def test_unknown_words_are_errors_until_their_dialect_is_registered(known: None) -> None:
    before = cim.load(IN_ACME)
    assert not before.ok
    assert before.message.header is None

    cim.register_dialect(ACME)
    loaded = cim.load(IN_ACME, mode="strict")

    assert loaded.message == cim.read(xml.event())
    assert said(loaded) == [
        ("ENV101", "/EventMessage"),
        ("ENV109", "/EventMessage/Header"),
        ("ENV109", "/EventMessage/Header/Verb"),
        ("ENV109", "/EventMessage/Header/Verb"),
        ("ENV109", "/EventMessage/Header/Noun"),
        ("ENV109", "/EventMessage/Payload/Readings"),
    ]
    assert str(loaded.dialect).startswith("envelope of Acme HES")
    assert xml.shape(cim.to_bytes(loaded.message, dialect=loaded.dialect)) == xml.shape(IN_ACME)
    assert xml.shape(cim.to_bytes(loaded.message, dialect="Acme HES")) == xml.shape(IN_ACME)
    assert cim.DIALECTS["Acme HES"] is ACME


def test_dialect_with_words_only_is_understood_in_the_namespaces_of_the_standard(known: None) -> None:
    cim.register_dialect(cim.Dialect(name="words", verbs={"modified": "changed"}, nouns={"Readings": "MeterReadings"}))
    source = xml.event("<msg:ID>4711</msg:ID>", verb="modified").replace("Noun>ID", "Noun>Readings")

    loaded = cim.load(source, mode="strict")

    assert said(loaded) == [("ENV109", "/EventMessage/Header/Verb"), ("ENV109", "/EventMessage/Header/Noun")]
    assert loaded.message == cim.read(
        xml.event("<msg:ID>4711</msg:ID>", verb="changed").replace("Noun>ID", "Noun>MeterReadings")
    )


def test_dialect_takes_the_place_of_the_one_of_its_name(known: None) -> None:
    cim.register_dialect(ACME)
    cim.register_dialect(attrs.evolve(ACME, message="urn:acme:2"))

    assert str(cim.load(IN_ACME).dialect).startswith("envelope of 'urn:acme:message'")
    assert str(cim.load(IN_ACME.replace("urn:acme:message", "urn:acme:2")).dialect).startswith("envelope of Acme HES")


@pytest.mark.parametrize(
    ("dialect", "message"),
    [
        (cim.Dialect(), r"^found a dialect without name, expected Dialect\(name=\.\.\.\)$"),
        (cim.Dialect(payload="urn:x:{noun}"), "^found a dialect without name"),
        (
            cim.Dialect(name="plain"),
            "^the dialect 'plain' does not differ from the standard; give it a namespace or words$",
        ),
    ],
)
def test_nonsense_is_not_registered(dialect: cim.Dialect, message: str) -> None:
    before = dict(cim.DIALECTS)

    with pytest.raises(ValueError, match=message):
        cim.register_dialect(dialect)
    assert dict(cim.DIALECTS) == before


def test_unknown_name_of_a_dialect_is_an_error_that_lists_those_known() -> None:
    with pytest.raises(LookupError, match="^no dialect 'Klingon'; expected one of SAP Cloud for Energy, ENCOURAGE, "):
        cim.to_bytes(cim.read(EVENT), dialect="Klingon")


@pytest.mark.parametrize("name", list(cim.DIALECTS))
def test_known_dialects_are_written_and_read(name: str) -> None:
    message = cim.read(EVENT)
    loaded = cim.load(cim.to_bytes(message, dialect=name), mode="strict")

    assert loaded.message == message
    assert name in str(loaded.dialect) or name == "draft of April 2011"
    assert loaded.edition == cim.DIALECTS[name].edition


def test_dialects_are_values() -> None:
    one, other = attrs.evolve(ACME), attrs.evolve(ACME)

    assert one == other
    assert len({one, other}) == 1
    assert one != attrs.evolve(ACME, unqualified=True)
    with pytest.raises(AttributeError):
        one.message = "urn:x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        one.verbs["a"] = "b"  # type: ignore[index]


@pytest.mark.parametrize("tag", ["{urn:x", "{urn:x}", "", "a}b"])
def test_tag_that_is_none_is_an_error(tag: str) -> None:
    with pytest.raises(ValueError, match="^found the tag "):
        tag_parts(tag)
