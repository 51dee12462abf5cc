"""A SOAP client that others wrote: its messages are read, and it reads ours, by a WSDL of each binding."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import zeep
from lxml import etree

import cim61968_9 as cim
from cim61968_9 import soap

ROOT = Path(__file__).resolve().parents[2]
MESSAGE = "http://iec.ch/TC57/2011/schema/message"
READINGS = "http://iec.ch/TC57/2011/MeterReadings#"
TYPED = "http://iec.ch/TC57/2011/MeterReadingsMessage"
ABSTRACT = "http://iec.ch/TC57/2011/abstract"
CODE = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
AT = dt.datetime(2026, 1, 14, 9, 31, tzinfo=dt.UTC)
PAYLOAD = etree.fromstring(
    f'<m:MeterReadings xmlns:m="{READINGS}"><m:MeterReading><m:Readings><m:value>18346.029</m:value>'
    f'<m:ReadingType ref="{CODE}"/></m:Readings></m:MeterReading></m:MeterReadings>'
)
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{{target}}"
    xmlns:t="{TYPED}" xmlns:msg="{MESSAGE}" xmlns:m="{READINGS}" elementFormDefault="qualified">
  <xs:import namespace="{MESSAGE}" schemaLocation="{ROOT}/xsd/2011/Message.xsd"/>
  <xs:import namespace="{READINGS}" schemaLocation="{ROOT}/xsd/2011/MeterReadings.xsd"/>{{content}}
</xs:schema>"""
REQUEST = """<xs:sequence>
    <xs:element name="Header" type="msg:HeaderType"/>
    <xs:element name="Request" type="msg:RequestType" minOccurs="0"/>
    <xs:element name="Payload" type="t:Payload" minOccurs="0"/>
  </xs:sequence>"""
RESPONSE = """<xs:sequence>
    <xs:element name="Header" type="msg:HeaderType"/>
    <xs:element name="Reply" type="msg:ReplyType"/>
    <xs:element name="Payload" type="t:Payload" minOccurs="0"/>
  </xs:sequence>"""
STRONG = f"""
  <xs:complexType name="Payload"><xs:sequence>
    <xs:element ref="m:MeterReadings" minOccurs="0"/>
    <xs:element name="Compressed" type="xs:string" minOccurs="0"/>
    <xs:element name="Format" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Request">{REQUEST}</xs:complexType>
  <xs:element name="CreateMeterReadings" type="t:Request"/>
  <xs:element name="ChangeMeterReadings" type="t:Request"/>
  <xs:element name="DeleteMeterReadings" type="t:Request"/>
  <xs:element name="CreatedMeterReadings" type="t:Request"/>
  <xs:element name="MeterReadingsResponseMessage"><xs:complexType>{RESPONSE}</xs:complexType></xs:element>
  <xs:element name="MeterReadingsFaultMessage"><xs:complexType><xs:sequence>
    <xs:element name="Reply" type="msg:ReplyType"/>
  </xs:sequence></xs:complexType></xs:element>"""


def wsdl(target: str, schema: str, version: str, operations: dict[str, tuple[str, str, str]], fault: str = "") -> str:
    """Return a WSDL; for each operation the elements of request and response, and its action."""
    space = {"1.1": "http://schemas.xmlsoap.org/wsdl/soap/", "1.2": "http://schemas.xmlsoap.org/wsdl/soap12/"}[version]
    messages, ports, bindings = "", "", ""
    for name, (asked, answered, action) in operations.items():
        for end, element in (("In", asked), ("Out", answered), ("Fault", fault)):
            part = f'<wsdl:part name="Message" element="{element}"/>' if element else ""
            messages += f'<wsdl:message name="{name}{end}">{part}</wsdl:message>'
        failing = f'<wsdl:fault name="F" message="tns:{name}Fault"/>' if fault else ""
        bound = '<wsdl:fault name="F"><soap:fault name="F" use="literal"/></wsdl:fault>' if fault else ""
        ports += (
            f'<wsdl:operation name="{name}"><wsdl:input message="tns:{name}In"/>'
            f'<wsdl:output message="tns:{name}Out"/>{failing}</wsdl:operation>'
        )
        bindings += (
            f'<wsdl:operation name="{name}"><soap:operation soapAction="{action}"/><wsdl:input><soap:body '
            f'use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output>{bound}</wsdl:operation>'
        )
    return (
        f'<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="{space}" xmlns:msg="{MESSAGE}" '
        f'xmlns:t="{TYPED}" xmlns:tns="{target}" targetNamespace="{target}"><wsdl:types>{schema}</wsdl:types>{messages}'
        f'<wsdl:portType name="P">{ports}</wsdl:portType><wsdl:binding name="B" type="tns:P"><soap:binding '
        f'style="document" transport="http://schemas.xmlsoap.org/soap/http"/>{bindings}</wsdl:binding><wsdl:service '
        'name="S"><wsdl:port name="Port" binding="tns:B"><soap:address location="http://hes.northmoor.example/cim"/>'
        "</wsdl:port></wsdl:service></wsdl:definitions>"
    )


class Wire(zeep.Transport):
    """What stands for the network: it keeps what was posted, and answers with what it was given."""

    answer: bytes = b""
    status = 200
    posted: bytes = b""

    def post(self, address: str, message: bytes, headers: dict[str, str]) -> Any:
        del address
        self.posted, self.headers = message, headers
        kind = "application/soap+xml" if b"2003/05/soap-envelope" in self.answer else "text/xml"
        found = zeep.transports.requests.Response()
        found.status_code, found._content, found.headers["Content-Type"] = self.status, self.answer, kind
        return found


def client(folder: Path, text: str) -> tuple[Any, Wire]:
    path, wire = folder / "service.wsdl", Wire()
    path.write_text(text, encoding="utf-8")
    return zeep.Client(str(path), transport=wire).service, wire


def generic(folder: Path, version: str) -> tuple[Any, Wire]:
    operations = {
        name: (f"msg:{kind}", "msg:ResponseMessage", f"http://iec.ch/61968/{name}")
        for name, kind in (
            ("Request", "RequestMessage"),
            ("Response", "ResponseMessage"),
            ("PublishEvent", "EventMessage"),
        )
    }
    return client(folder, wsdl(ABSTRACT, SCHEMA.format(target="urn:types", content=""), version, operations))


def strong(folder: Path, version: str) -> tuple[Any, Wire]:
    operations = {
        name: (f"t:{name}", "t:MeterReadingsResponseMessage", f"http://iec.ch/TC57/2011/MeterReadings/{name}")
        for name in ("CreateMeterReadings", "DeleteMeterReadings", "CreatedMeterReadings")
    }
    text = wsdl(
        "urn:service", SCHEMA.format(target=TYPED, content=STRONG), version, operations, "t:MeterReadingsFaultMessage"
    )
    return client(folder, text)


def header(verb: str) -> dict[str, Any]:
    return {"Verb": verb, "Noun": "MeterReadings", "Timestamp": AT, "Source": "Northmoor-CIS", "MessageID": "4711"}


def answer(version: Any, binding: Any, **options: Any) -> bytes:
    asked = cim.get("MeterReadings", ids=["M-1"], message_id="4711")
    return soap.wrap(cim.reply(asked, cim.MeterReadings(), **options), version=version, binding=binding)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_generic_request_is_read_and_its_answer_understood(version: Any, tmp_path: Path) -> None:
    service, wire = generic(tmp_path, version)
    wire.answer = answer(version, "message")

    replied = service.Request(
        Header=header("get"), Request={"StartTime": AT, "ID": [{"_value_1": "M-1", "kind": "name"}]}
    )

    letter = soap.unwrap(wire.posted)
    assert (letter.version, letter.binding) == (version, "message")
    assert [one.rule for one in letter.findings] == ["ENV102"]
    assert letter.message == cim.RequestMessage(
        header=cim.Header(
            verb=cim.Verb.get, noun="MeterReadings", timestamp=AT, source="Northmoor-CIS", message_id="4711"
        ),
        request=cim.Request(start_time=AT, id=[cim.by_name("M-1")]),
    )
    assert (replied.Reply.Result, replied.Header.CorrelationID) == ("OK", "4711")
    assert replied.Payload._value_1[0].tag == f"{{{READINGS}}}MeterReadings"
    if version == "1.1":
        assert wire.headers["SOAPAction"] == f'"{soap.action(letter.message)}"'


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_generic_event_with_a_payload_and_header_blocks(version: Any, tmp_path: Path) -> None:
    service, wire = generic(tmp_path, version)
    wire.answer = answer(version, "message")
    token = etree.fromstring('<w:Security xmlns:w="urn:wss"><w:Token>t</w:Token></w:Security>')

    service.PublishEvent(Header=header("created"), Payload={"_value_1": [PAYLOAD]}, _soapheaders=[token])

    letter = soap.unwrap(wire.posted)
    (reading,) = letter.message.payload.one(cim.MeterReadings).meter_reading
    assert str(reading.readings[0].value) == "18346.029"
    assert [block.name for block in letter.headers] == ["Security"]
    again = cim.to_bytes(letter.message, dialect=letter.dialect)
    assert (soap.unwrap(again).message, soap.unwrap(again).dialect) == (letter.message, letter.dialect)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize("verb", ["create", "delete", "created"])
def test_strongly_typed_messages_go_both_ways(verb: str, version: Any, tmp_path: Path) -> None:
    service, wire = strong(tmp_path, version)
    wire.answer = answer(version, "typed")
    name = f"{verb.capitalize()}MeterReadings"
    parts: dict[str, Any] = {"Request": {"ID": [{"_value_1": "M-1"}]}}
    if verb != "delete":
        value = {"value": "18346.029", "ReadingType": {"ref": CODE}}
        parts = {"Payload": {"MeterReadings": {"MeterReading": [{"Readings": [value]}]}}}

    replied = service[name](Header=header(verb), **parts)

    letter = soap.unwrap(wire.posted)
    assert (letter.version, letter.binding) == (version, "typed")
    assert letter.dialect.root == f"{{{TYPED}}}{name}"
    assert letter.message.header.verb == verb
    assert [one.rule for one in letter.findings][:2] == ["ENV102", "ENV103"]
    assert soap.unwrap(soap.wrap(letter.message, version=version, binding="typed")).message == letter.message
    assert replied.Reply.Result == "OK"
    if version == "1.1":
        assert wire.headers["SOAPAction"] == f'"{soap.action(letter.message, binding="typed")}"'


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize("binding", ["message", "typed"])
def test_client_sees_our_fault_and_its_detail(binding: Any, version: Any, tmp_path: Path) -> None:
    service, wire = strong(tmp_path, version)
    refused = cim.FaultMessage(
        reply=cim.Reply(result=cim.Result.FAILED, error=[cim.Error(code="1.8", reason="no message")])
    )
    wire.status = 500
    wire.answer = soap.wrap(refused, version=version, binding=binding, noun="MeterReadings")

    with pytest.raises(zeep.exceptions.Fault) as caught:
        service.DeleteMeterReadings(Header=header("delete"))

    assert caught.value.message == "no message"
    assert caught.value.code.rpartition(":")[2] == {"1.1": "Server", "1.2": "Receiver"}[version]
    (detail,) = caught.value.detail
    assert cim.read(detail) == refused


@pytest.mark.parametrize("verb", ["create", "change", "delete", "created"])
def test_what_is_written_is_valid_against_the_schema_of_the_binding(verb: str, tmp_path: Path) -> None:
    path = tmp_path / "MeterReadingsMessage.xsd"
    path.write_text(SCHEMA.format(target=TYPED, content=STRONG), encoding="utf-8")
    schema = etree.XMLSchema(etree.parse(str(path)))
    kind = cim.EventMessage if verb == "created" else cim.RequestMessage
    parts: Any = {"request": cim.Request(id=[cim.ID(value="M-1")])}
    if verb != "delete":
        parts = {"payload": cim.Payload(content=[cim.read(PAYLOAD)])}
    message = kind(header=cim.Header(verb=cim.Verb(verb), noun="MeterReadings"), **parts)

    written = cim.to_bytes(message, dialect=soap.dialect(message, binding="typed"))
    schema.assertValid(etree.fromstring(written))
    replied = cim.reply(cim.get("MeterReadings", ids=["M-1"]), cim.MeterReadings())
    schema.assertValid(etree.fromstring(cim.to_bytes(replied, dialect=soap.dialect(replied, binding="typed"))))
