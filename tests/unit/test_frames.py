"""What a document is recognised as: envelopes, variants, strongly typed messages, SOAP, bare payloads."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.envelope import Message
from cim61968_9.profiles import meter_readings
from cim61968_9.xml.frame import TYPED

REPLY = "<msg:Reply><msg:Result>OK</msg:Result></msg:Reply>"
FAILED = "<msg:Result>FAILED</msg:Result><msg:Error><msg:code>1.1</msg:code></msg:Error>"
PAYLOAD = "<msg:Payload><m:MeterReadings/></msg:Payload>"
BODIES = {
    "Message": xml.header() + PAYLOAD,
    "RequestMessage": xml.header("get", more=xml.MESSAGE_ID) + xml.GET,
    "ResponseMessage": xml.header("reply", more=xml.CORRELATION_ID) + REPLY,
    "EventMessage": xml.header("created") + PAYLOAD,
    "FaultMessage": f"<msg:Reply>{FAILED}</msg:Reply>",
}
TYPED_PAYLOAD = f'<t:Payload><m:MeterReadings xmlns:m="{xml.READINGS}"/></t:Payload>'


def rules(loaded: cim.Loaded) -> list[str]:
    return [finding.rule for finding in loaded.findings]


def typed(root: str, inside: str | None = None, namespace: str = "urn:typed", message: str = xml.MESSAGE) -> str:
    """Return a strongly typed message: root and parts in a namespace of their own, what is in them of the standard."""
    parts = inside or typed_header("create", xml.MESSAGE_ID) + TYPED_PAYLOAD
    return f'<t:{root} xmlns:t="{namespace}" xmlns:msg="{message}">{parts}</t:{root}>'


def typed_header(verb: str, more: str = "") -> str:
    return f"<t:Header><msg:Verb>{verb}</msg:Verb><msg:Noun>MeterReadings</msg:Noun>{more}</t:Header>"


@pytest.mark.parametrize("kind", BODIES)
def test_envelopes_of_the_standard(kind: str) -> None:
    loaded = cim.load(xml.envelope(BODIES[kind], kind), mode="strict")

    assert type(loaded.message).__name__ == kind == loaded.message.kind
    assert type(loaded.message) is {**{name: getattr(cim, name) for name in BODIES}, "Message": Message}[kind]
    assert loaded.findings == ()
    assert loaded.dialect == cim.Dialect()
    assert not loaded.dialect
    assert cim.read(cim.to_bytes(loaded.message), mode="strict") == loaded.message


VARIANTS = {
    "http://www.iec.ch/TC57/2008/schema/message": ("envelope of 2008", "1"),
    "http://iec.ch/TC57/2010/schema/message": ("envelope of the draft of 2010", "2"),
    "http://www.iec.ch/TC57/2010/schema/message": ("envelope of the draft of 2010", "2"),
    "http://www.iec.ch/TC57/2011/schema/message": ("envelope of the draft of April 2011", "2"),
    "http://iec.ch/TC57/2016/schema/message": ("envelope of a copy dated 2016", "2"),
    "http://iec.ch/TC57/2021/schema/message": ("envelope of edition 2 of IEC 61968-100", "3"),
}


@pytest.mark.parametrize("namespace", VARIANTS)
@pytest.mark.parametrize("kind", BODIES)
def test_known_variants_read_into_the_same_classes(kind: str, namespace: str) -> None:
    loaded = cim.load(xml.envelope(BODIES[kind], kind, namespace), mode="strict")

    assert loaded.message == cim.read(xml.envelope(BODIES[kind], kind))
    assert rules(loaded) == ["ENV101"]
    assert (str(loaded.dialect), loaded.edition) == VARIANTS[namespace]
    assert loaded.dialect
    assert loaded.dialect.message == namespace
    assert xml.MESSAGE.encode() in cim.to_bytes(loaded.message)


def test_unknown_namespace_of_an_envelope_is_an_error_but_read() -> None:
    loaded = cim.load(xml.envelope(BODIES["EventMessage"], namespace="urn:northmoor:message"))

    assert rules(loaded) == ["ENV105"]
    assert loaded.message == cim.read(xml.envelope(BODIES["EventMessage"]))
    with pytest.raises(cim.InvalidMessageError, match="ENV105"):
        cim.load(xml.envelope(BODIES["EventMessage"], namespace="urn:northmoor:message"), mode="strict")


def test_envelope_without_a_namespace_is_an_error_but_read() -> None:
    loaded = cim.load(
        "<EventMessage><Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header>"
        "<Payload><ID>4711</ID></Payload></EventMessage>"
    )

    assert rules(loaded) == ["ENV110"]
    assert str(loaded.dialect) == "no namespace"
    assert loaded.message.header.noun == "MeterReadings"


def test_payload_of_an_envelope_without_namespaces_is_typed() -> None:
    loaded = cim.load(
        "<EventMessage><Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header><Payload><MeterReadings/></Payload>"
        "</EventMessage>"
    )

    assert loaded.message.payload.content == [meter_readings.MeterReadings()]


@pytest.mark.parametrize("name", list(cim.PROFILES))
def test_every_payload_is_recognised_bare_and_in_an_envelope(name: str) -> None:
    profile = cim.PROFILES[name]
    text = f'<{name} xmlns="{profile.namespace}"/>'

    bare = cim.load(text, mode="raw")
    assert type(bare.message) is profile.cls
    assert str(bare.dialect) == "bare payload"
    assert not bare.dialect
    (content,) = cim.load(xml.event(text), mode="raw").message.payload.content
    assert content == bare.message


@pytest.mark.parametrize(
    ("namespace", "rule", "dialect"),
    [
        ("urn:other", "XSD112", "bare payload, payload of 'urn:other'"),
        ("http://iec.ch/TC57/2011/MeterConfig#", "XSD112", None),
        ("http://iec.ch/TC57/2016/MeterReadings#", "ENV108", "bare payload, a namespace of 2016"),
        ("", "ENV110", "bare payload, no namespace"),
    ],
)
def test_bare_payload_of_another_namespace_is_read_and_noted(namespace: str, rule: str, dialect: str | None) -> None:
    loaded = cim.load(f'<MeterReadings xmlns="{namespace}"><MeterReading/></MeterReadings>')

    assert rules(loaded) == [rule]
    assert loaded.ok is (rule == "ENV108")
    assert str(loaded.dialect) == (dialect or f"bare payload, payload of {namespace!r}")
    assert loaded.message == cim.read(xml.meter_reading())


TYPED_ROOTS = [
    ("MeterReadingsResponseMessage", "ResponseMessage"),
    ("MeterReadingsFaultMessage", "FaultMessage"),
    ("MeterReadingsEventMessage", "EventMessage"),
    ("MeterReadingsRequestMessage", "RequestMessage"),
    ("MeterReadingsPayloadMessage", "RequestMessage"),
    ("CreateMeterReadings", "RequestMessage"),
    ("ChangeMeterConfig", "RequestMessage"),
    ("CancelEndDeviceControls", "RequestMessage"),
    ("CloseMeterServiceRequests", "RequestMessage"),
    ("DeleteMeterConfig", "RequestMessage"),
    ("ExecuteMeterConfig", "RequestMessage"),
    ("GetMeterReadings", "RequestMessage"),
    ("CreatedMeterReadings", "EventMessage"),
    ("ChangedMeterConfig", "EventMessage"),
    ("CanceledEndDeviceControls", "EventMessage"),
    ("CancelledEndDeviceControls", "EventMessage"),
    ("ClosedMeterServiceRequests", "EventMessage"),
    ("DeletedMeterConfig", "EventMessage"),
    ("ExecutedMeterConfig", "EventMessage"),
    ("ReplyMeterConfig", "ResponseMessage"),
]


@pytest.mark.parametrize(("root", "kind"), TYPED_ROOTS)
@pytest.mark.parametrize("namespace", ["http://iec.ch/TC57/2011/MeterReadingsMessage", "urn:typed"])
def test_strongly_typed_messages_are_read_as_the_generic_ones(root: str, kind: str, namespace: str) -> None:
    inside = {
        "ResponseMessage": f"{typed_header('reply', xml.CORRELATION_ID)}<t:Reply><msg:Result>OK</msg:Result></t:Reply>",
        "FaultMessage": f"<t:Reply>{FAILED}</t:Reply>",
        "EventMessage": typed_header("created") + TYPED_PAYLOAD,
    }.get(kind)

    loaded = cim.load(typed(root, inside, namespace), mode="strict")

    assert loaded.message.kind == kind
    assert rules(loaded) == ["ENV103"]
    assert str(loaded.dialect) == f"strongly typed {root}"
    assert loaded.dialect.root == f"{{{namespace}}}{root}"
    assert loaded.dialect.parts == namespace
    assert loaded.findings[0].value == namespace
    assert cim.load(cim.to_bytes(loaded.message), mode="strict").findings == ()
    assert cim.read(cim.to_bytes(loaded.message)) == loaded.message


def test_every_pattern_of_strongly_typed_roots_is_tested() -> None:
    first = [next(pattern for pattern, _ in TYPED if pattern.fullmatch(root)) for root, _ in TYPED_ROOTS]

    assert set(first) == {pattern for pattern, _ in TYPED}


def test_strongly_typed_payload_is_typed() -> None:
    message = cim.read(typed("CreateMeterReadings"), mode="strict")

    assert message.payload.one(cim.MeterReadings) == meter_readings.MeterReadings()


@pytest.mark.parametrize(
    ("message", "rule"), [("http://iec.ch/TC57/2010/schema/message", "ENV101"), ("urn:northmoor:message", "ENV105")]
)
def test_strongly_typed_message_around_a_variant(message: str, rule: str) -> None:
    loaded = cim.load(typed("CreateMeterReadings", message=message))

    assert rules(loaded) == ["ENV103", rule]
    assert loaded.message == cim.read(typed("CreateMeterReadings"))


def test_strongly_typed_message_with_an_empty_header_lacks_verb_and_noun() -> None:
    source = typed("CreateMeterReadings", f"<t:Header>{xml.MESSAGE_ID}</t:Header>")

    assert rules(cim.load(source)) == ["ENV103", "XSD103", "XSD103"]


def test_strongly_typed_message_without_namespaces() -> None:
    loaded = cim.load(
        "<CreateMeterReadings><Header><Verb>create</Verb><Noun>MeterReadings</Noun><MessageID>4711</MessageID></Header>"
        f'<Payload><MeterReadings xmlns="{xml.READINGS}"/></Payload></CreateMeterReadings>'
    )

    assert loaded.message.kind == "RequestMessage"
    assert rules(loaded) == ["ENV103", "ENV110"]


def test_strongly_typed_payload_of_several_parts_is_remarkable_only() -> None:
    parts = f'<t:Payload><m:MeterReadings xmlns:m="{xml.READINGS}"/><t:ID>1</t:ID></t:Payload>'
    inside = typed_header("create", xml.MESSAGE_ID) + parts

    loaded = cim.load(typed("CreateMeterReadings", inside), mode="strict")

    assert rules(loaded) == ["ENV103", "ENV107"]
    assert loaded.findings[1].severity is cim.Severity.INFO
    with pytest.raises(cim.InvalidMessageError, match="XSD106"):
        cim.to_bytes(loaded.message)
    assert cim.load(cim.to_bytes(loaded.message, mode="lax")).message == loaded.message


@pytest.mark.parametrize(
    "text",
    [
        "<a/>",
        '<m:Unknown xmlns:m="http://iec.ch/TC57/2011/MeterReadings#"/>',
        f'<m:MeterReading xmlns:m="{xml.READINGS}"/>',
        '<CreateMeterReadings xmlns="urn:typed"/>',
        '<CreateMeterReadings xmlns="urn:typed"><Header xmlns="urn:other"/></CreateMeterReadings>',
        '<MeterReadingsFaultMessage xmlns="urn:typed"><Header/></MeterReadingsFaultMessage>',
        "<html><body/></html>",
        '<requestmessage xmlns="urn:message"/>',
        '<Envelope xmlns="urn:not:soap"/>',
        '<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>',
    ],
)
@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_unknown_root_is_an_error(text: str, mode: Any) -> None:
    with pytest.raises(
        cim.UnknownMessageError, match="is no message and no payload that is known; expected one of"
    ) as caught:
        cim.load(text, mode=mode)

    assert isinstance(caught.value, LookupError)
    assert "RequestMessage, ResponseMessage, EventMessage, FaultMessage" in str(caught.value)


def test_error_of_an_unknown_root_names_it() -> None:
    with pytest.raises(cim.UnknownMessageError, match="^the root element 'Bill' of namespace 'urn:b' is no message"):
        cim.read('<Bill xmlns="urn:b"/>')
    with pytest.raises(
        cim.UnknownMessageError, match=r"^the root element 'Bill' of namespace '\(none\)' is no message"
    ):
        cim.read("<Bill/>")


def test_root_of_a_get_profile_in_its_namespace_is_a_bare_payload() -> None:
    text = '<GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#"/>'

    assert type(cim.read(text)) is cim.GetMeterReadings


SOAPS = {"SOAP 1.1": "http://schemas.xmlsoap.org/soap/envelope/", "SOAP 1.2": "http://www.w3.org/2003/05/soap-envelope"}


@pytest.mark.parametrize(("version", "namespace"), SOAPS.items())
@pytest.mark.parametrize("head", ["", "<s:Header/>", "<s:Header><!-- nothing --></s:Header>"])
def test_soap_is_seen_through(version: str, namespace: str, head: str) -> None:
    loaded = cim.load(xml.soap(f"<!-- x -->{xml.event()}<!-- y -->", head, namespace), mode="strict")

    assert loaded.message == cim.read(xml.event())
    assert rules(loaded) == ["ENV102"]
    assert loaded.findings[0].message == f"SOAP envelope: found a {version} envelope around the message"
    assert str(loaded.dialect) == version


@pytest.mark.parametrize("namespace", SOAPS.values())
def test_soap_header_blocks_are_remarked_upon_and_kept(namespace: str) -> None:
    head = f'<s:Header><!-- x --><v:Token xmlns:v="{xml.VENDOR}">t</v:Token><v:Hop xmlns:v="{xml.VENDOR}"/></s:Header>'
    text = xml.soap(xml.event(), head, namespace)

    loaded = cim.load(text, mode="strict")

    assert loaded.message == cim.read(text) == cim.read(xml.event())
    assert rules(loaded) == ["ENV102", "ENV104"]
    assert loaded.findings[1].path == "/Envelope/Header/Token"
    assert loaded.findings[1].message == "SOAP header blocks: found SOAP header blocks: Token, Hop"
    assert loaded.findings[1].severity is cim.Severity.INFO
    assert loaded.dialect.soap is not None
    assert loaded.dialect.soap.headers == (
        cim.RawElement(f'<v:Token xmlns:v="{xml.VENDOR}">t</v:Token>'),
        cim.RawElement(f'<v:Hop xmlns:v="{xml.VENDOR}"/>'),
    )


@pytest.mark.parametrize(
    ("body", "number"), [("", 0), ("text", 0), ("<!-- x -->", 0), (xml.event() * 2, 2), (f"{xml.event()}<a/>", 2)]
)
def test_soap_body_has_exactly_one_message(body: str, number: int) -> None:
    with pytest.raises(cim.UnknownMessageError, match=f"^expected one element in the SOAP 1.1 Body, found {number}$"):
        cim.read(xml.soap(body))


def test_soap_without_a_body_is_an_error() -> None:
    with pytest.raises(cim.UnknownMessageError, match=r"^expected one element in the SOAP 1\.2 Body, found 0$"):
        cim.read('<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"/>')


def test_soap_fault_without_a_message_is_an_error_of_its_own() -> None:
    with pytest.raises(cim.SoapFaultError, match="^found a SOAP fault without a FaultMessage, expected a message: no "):
        cim.read(xml.soap("<s:Fault/>"))


@pytest.mark.parametrize(
    ("inside", "found", "dialect"),
    [
        (xml.readings(), ["ENV102"], "SOAP 1.1, bare payload"),
        (typed("CreateMeterReadings"), ["ENV102", "ENV103"], "SOAP 1.1, strongly typed CreateMeterReadings"),
        (
            xml.event(namespace="http://iec.ch/TC57/2016/schema/message"),
            ["ENV102", "ENV101"],
            "SOAP 1.1, envelope of a copy dated 2016",
        ),
    ],
)
def test_dialects_add_up(inside: str, found: list[str], dialect: str) -> None:
    loaded = cim.load(xml.soap(inside))

    assert rules(loaded) == found
    assert str(loaded.dialect) == dialect


def test_paths_inside_of_soap_start_at_the_envelope() -> None:
    text = xml.soap(xml.event("<v:Tariff/>"))

    assert [one.path for one in cim.load(text).findings] == ["/Envelope", "/Envelope/Body/EventMessage/Payload/Tariff"]


@pytest.mark.parametrize("part", ["Header", "Reply", "Request"])
def test_content_of_extensions_is_no_finding(part: str) -> None:
    texts = {
        "Header": xml.event(more="<v:Route/>"),
        "Reply": xml.response("<v:Cost/>"),
        "Request": xml.envelope(
            f"{xml.header('get', more=xml.MESSAGE_ID)}<msg:Request><m:MeterReadings/></msg:Request>", "RequestMessage"
        ),
    }

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cim.read(texts[part], mode="strict")
    assert cim.load(texts[part]).findings == ()
