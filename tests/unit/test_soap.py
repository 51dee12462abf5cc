"""SOAP: messages in every binding, both ways; faults, header blocks, and envelopes that are none."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9 import soap

SPACES = {"1.1": "http://schemas.xmlsoap.org/soap/envelope/", "1.2": "http://www.w3.org/2003/05/soap-envelope"}
ABSTRACT = "http://iec.ch/TC57/2011/abstract"
TYPED = "http://iec.ch/TC57/2011/"
MSG = f"{{{xml.MESSAGE}}}"
FAULT = (
    f'<msg:FaultMessage xmlns:msg="{xml.MESSAGE}"><msg:Reply><msg:Result>FAILED</msg:Result>'
    "<msg:Error><msg:code>1.8</msg:code><msg:reason>no message</msg:reason></msg:Error></msg:Reply></msg:FaultMessage>"
)
TYPED_FAULT = (
    FAULT.replace("msg:FaultMessage", "t:MeterReadingsFaultMessage")
    .replace("msg:Reply", "t:Reply")
    .replace("xmlns:msg", f'xmlns:t="{TYPED}MeterReadingsMessage" xmlns:msg', 1)
)
TRACE = f'<v:trace xmlns:v="{xml.VENDOR}">at line 1</v:trace>'

REQUEST = cim.get("MeterReadings", ids=["M-17"], source="Northmoor-CIS", message_id="4711")
RESPONSE = cim.reply(REQUEST, cim.MeterReadings(), message_id="4712")
EVENT = cim.event("created", cim.MeterReadings(), source="Northmoor-HES", message_id="4713")
FAULTY = cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED, error=[cim.Error(code="1.8", reason="no message")]))
MESSAGES = {"RequestMessage": REQUEST, "ResponseMessage": RESPONSE, "EventMessage": EVENT}
OPERATIONS = {"RequestMessage": "Request", "ResponseMessage": "Response", "EventMessage": "PublishEvent"}


def body(data: bytes, version: str = "1.1") -> etree._Element:
    """Return the element in the body of an envelope."""
    root = etree.fromstring(data)
    assert root.tag == f"{{{SPACES[version]}}}Envelope"
    (inside,) = root.find(f"{{{SPACES[version]}}}Body")  # type: ignore[misc]
    return inside


def rules(found: Any) -> list[str]:
    return [finding.rule for finding in found.findings]


def tags(element: etree._Element) -> list[str]:
    return [str(child.tag) for child in element]


# The bindings


@pytest.mark.parametrize("version", SPACES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_message_stands_in_the_body_as_it_is(kind: str, version: Any) -> None:
    data = soap.wrap(MESSAGES[kind], version=version)
    letter = soap.unwrap(data)

    assert etree.tostring(body(data, version), method="c14n", exclusive=True) == etree.tostring(
        etree.fromstring(cim.to_bytes(MESSAGES[kind])), method="c14n", exclusive=True
    )
    assert (letter.message, letter.version, letter.binding) == (MESSAGES[kind], version, "message")
    assert (letter.headers, letter.fault) == ((), None)
    assert rules(letter) == ["ENV102"]


@pytest.mark.parametrize("version", SPACES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_operation_stands_for_the_root(kind: str, version: Any) -> None:
    data = soap.wrap(MESSAGES[kind], version=version, binding="operation")
    inside = body(data, version)
    letter = soap.unwrap(data)

    assert inside.tag == f"{MSG}{OPERATIONS[kind]}"
    assert tags(inside) == tags(etree.fromstring(cim.to_bytes(MESSAGES[kind])))
    assert (letter.message, letter.version, letter.binding) == (MESSAGES[kind], version, "operation")
    assert rules(letter) == ["ENV102", "ENV117"]


@pytest.mark.parametrize("version", SPACES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_operation_stands_around_the_message(kind: str, version: Any) -> None:
    data = soap.wrap(MESSAGES[kind], version=version, binding="abstract")
    inside = body(data, version)
    letter = soap.unwrap(data)

    assert inside.tag == f"{{{ABSTRACT}}}{OPERATIONS[kind]}"
    assert tags(inside) == [f"{MSG}message"]
    assert tags(inside[0]) == tags(etree.fromstring(cim.to_bytes(MESSAGES[kind])))
    assert (letter.message, letter.version, letter.binding) == (MESSAGES[kind], version, "abstract")
    assert rules(letter) == ["ENV102", "ENV117"]


def sent(verb: str) -> Any:
    header = cim.Header(verb=cim.Verb(verb), noun="MeterConfig", message_id="1")
    payload = cim.Payload(content=[cim.MeterConfig()])
    if verb in {"get", "delete", "cancel", "close"}:
        return cim.RequestMessage(header=header, request=cim.Request(id=[cim.ID(value="M-1")]))
    kind = cim.RequestMessage if verb in {"create", "change"} else cim.EventMessage
    return kind(header=header, payload=payload)


@pytest.mark.parametrize("version", SPACES)
@pytest.mark.parametrize(
    "verb",
    ["create", "change", "cancel", "close", "delete", "created", "changed", "canceled", "closed", "deleted"],
)
def test_strongly_typed_root_names_verb_and_noun(verb: str, version: Any) -> None:
    message = sent(verb)
    data = soap.wrap(message, version=version, binding="typed")
    inside = body(data, version)
    letter = soap.unwrap(data)

    assert inside.tag == f"{{{TYPED}MeterConfigMessage}}{verb.capitalize()}MeterConfig"
    assert {etree.QName(part).namespace for part in inside} == {f"{TYPED}MeterConfigMessage"}
    assert {etree.QName(child).namespace for child in inside[0]} == {xml.MESSAGE}
    assert (letter.message, letter.version, letter.binding) == (message, version, "typed")
    assert rules(letter)[:2] == ["ENV102", "ENV103"]
    assert soap.action(message, binding="typed") == f"{TYPED}MeterConfig/{verb.capitalize()}MeterConfig"


def test_strongly_typed_query_has_filters_in_its_own_namespace() -> None:
    message = cim.RequestMessage(
        header=cim.Header(verb=cim.Verb.get, noun="MeterReadings", message_id="1"),
        request=cim.Request(
            id=[cim.ID(value="M-1")], option=[cim.Option(name="mode")], content=[cim.GetMeterReadings()]
        ),
    )
    data = soap.wrap(message, binding="typed")
    inside = body(data)
    own = f"{{{TYPED}GetMeterReadingsMessage}}"

    assert inside.tag == f"{own}GetMeterReadings"
    assert tags(inside) == [f"{own}Header", f"{own}Request"]
    assert tags(inside[1]) == [f"{own}Option", f"{own}ID", f"{{{TYPED}GetMeterReadings#}}GetMeterReadings"]
    assert tags(inside[1][0]) == [f"{MSG}name"]
    assert soap.unwrap(data).message == message
    assert soap.action(message, binding="typed") == f"{TYPED}GetMeterReadings/GetMeterReadings"


def test_strongly_typed_request_beside_a_query_has_filters_in_that_of_messages() -> None:
    inside = body(soap.wrap(sent("delete"), binding="typed"))

    assert tags(inside[1]) == [f"{MSG}ID"]


@pytest.mark.parametrize("branch", ["compressed", "operation_set", "id"])
def test_strongly_typed_payload_has_its_branches_in_its_own_namespace(branch: str) -> None:
    payload = {
        "compressed": cim.Payload(compressed="H4sI", format="XML"),
        "operation_set": cim.Payload(operation_set=cim.OperationSet(operation=[cim.Operation(operation_id=1)])),
        "id": cim.Payload(id=[cim.ID(value="M-1")]),
    }[branch]
    message = cim.EventMessage(header=cim.Header(verb=cim.Verb.created, noun="MeterReadings"), payload=payload)
    data = soap.wrap(message, binding="typed")

    assert {etree.QName(child).namespace for child in body(data)[1]} == {f"{TYPED}MeterReadingsMessage"}
    assert soap.unwrap(data).message == message


@pytest.mark.parametrize("version", SPACES)
def test_strongly_typed_response_and_fault(version: Any) -> None:
    answer, broken = (
        soap.wrap(one, version=version, binding="typed", noun="MeterReadings") for one in (RESPONSE, FAULTY)
    )

    assert body(answer, version).tag == f"{{{TYPED}MeterReadingsMessage}}MeterReadingsResponseMessage"
    assert soap.unwrap(answer).message == RESPONSE
    assert body(broken, version)[-1][0].tag == f"{{{TYPED}MeterReadingsMessage}}MeterReadingsFaultMessage"
    letter = soap.unwrap(broken)
    assert (letter.message, letter.binding) == (FAULTY, "typed")
    assert rules(letter) == ["ENV102", "ENV121", "ENV103"]


def test_actions_of_the_generic_binding() -> None:
    assert {soap.action(message) for message in MESSAGES.values()} == {
        "http://iec.ch/61968/Request",
        "http://iec.ch/61968/Response",
        "http://iec.ch/61968/PublishEvent",
    }
    assert soap.action(REQUEST, binding="abstract") == soap.action(REQUEST, binding="operation")


@pytest.mark.parametrize("binding", ["message", "operation", "abstract", "typed"])
def test_reader_sees_through_every_binding(binding: Any) -> None:
    data = soap.wrap(EVENT, binding=binding)

    assert cim.read(data) == cim.read(data, mode="strict") == EVENT
    assert cim.to_bytes(EVENT, dialect=cim.load(data).dialect) == data


@pytest.mark.parametrize("binding", ["message", "operation", "abstract", "typed"])
def test_dialects_and_bindings_add_up(binding: Any) -> None:
    for base in (cim.DIALECTS["SAP Cloud for Energy"], cim.DIALECTS["envelope of 2008"], cim.Dialect(unqualified=True)):
        data = soap.wrap(EVENT, binding=binding, base=base)
        letter = soap.unwrap(data)

        again = cim.to_bytes(EVENT, dialect=letter.dialect)
        assert letter.message == EVENT
        assert letter.binding == binding
        assert xml.shape(again) == xml.shape(data)
        assert again == data or base.unqualified  # of what has no namespace, the prefix may be another


def test_options_of_writing_are_those_of_to_bytes() -> None:
    data = soap.wrap(EVENT, pretty=True, prefixes={"message": "env", "payload": "mr"})

    assert b"\n    <env:EventMessage " in data
    assert b"<mr:MeterReadings" in data
    assert soap.unwrap(data).message == EVENT
    odd = cim.EventMessage(header=cim.Header(verb=cim.Verb("made"), noun="MeterReadings"))
    with pytest.raises(cim.InvalidMessageError, match="XSD110 /EventMessage/Header/Verb"):
        soap.wrap(odd)
    assert b">made<" in soap.wrap(odd, mode="lax")


def test_letter_of_a_message_without_soap() -> None:
    letter = soap.unwrap(cim.to_bytes(EVENT))

    assert letter == soap.Letter(message=EVENT, dialect=cim.Dialect())
    assert (letter.soap, letter.version, letter.headers, letter.fault) == (None, None, (), None)
    assert letter.binding == "message"


@pytest.mark.parametrize(
    ("source", "binding"),
    [
        ("<a:PublishEvent><a:message>{}</a:message></a:PublishEvent>", "abstract"),
        ("<a:PublishEvent><msg:message>{}</msg:message></a:PublishEvent>", "abstract"),
        ("<a:PublishEvent><message>{}</message></a:PublishEvent>", "abstract"),
        ("<a:PublishEvent><msg:EventMessage>{}</msg:EventMessage></a:PublishEvent>", "abstract"),
        ("<a:PublishEvent>{}</a:PublishEvent>", "operation"),
        ("<o:PublishEvent><o:message>{}</o:message></o:PublishEvent>", "abstract"),
        ("<msg:PublishEvent>{}</msg:PublishEvent>", "operation"),
    ],
)
def test_generic_binding_as_seen_in_the_field(source: str, binding: str) -> None:
    inside = etree.fromstring(cim.to_bytes(EVENT))
    parts = "".join(etree.tostring(part, encoding="unicode") for part in inside)
    spaces = f'xmlns:a="{ABSTRACT}" xmlns:o="http://www.iec.ch/wsdl/2008/abstract" xmlns:msg="{xml.MESSAGE}"'
    text = xml.soap(source.format(parts).replace("PublishEvent>", f"PublishEvent {spaces}>", 1))
    letter = soap.unwrap(text)

    assert (letter.message, letter.binding) == (EVENT, binding)
    assert rules(letter) == ["ENV102", "ENV117"]
    assert xml.shape(cim.to_bytes(EVENT, dialect=letter.dialect)) == xml.shape(text)


# Header blocks


@pytest.mark.parametrize("version", SPACES)
@pytest.mark.parametrize("prefix", ["s", "soapenv", "v"])
def test_header_blocks_are_kept_and_written_back(version: str, prefix: str) -> None:
    blocks = (
        f'<w:Security xmlns:w="urn:wss" {prefix}:mustUnderstand="1"><w:Token type="w:Kind">t</w:Token></w:Security>'
        f'<Plain xmlns="">x</Plain><{prefix}:Odd/>'
    )
    text = (
        f'<{prefix}:Envelope xmlns:{prefix}="{SPACES[version]}"><{prefix}:Header>{blocks}</{prefix}:Header>'
        f"<{prefix}:Body>{xml.event()}</{prefix}:Body></{prefix}:Envelope>"
    )
    letter = soap.unwrap(text)
    data = cim.to_bytes(letter.message, dialect=letter.dialect)

    assert [block.name for block in letter.headers] == ["Security", "Plain", "Odd"]
    assert 'type="w:Kind"' in letter.headers[0].xml
    assert xml.shape(data) == xml.shape(text)
    assert soap.unwrap(data).dialect == letter.dialect
    assert cim.to_bytes(letter.message, dialect=soap.unwrap(data).dialect) == data


@pytest.mark.parametrize("version", SPACES)
def test_element_for_header_blocks_is_kept_although_it_is_empty(version: str) -> None:
    text = xml.soap(xml.event(), "<s:Header/>", SPACES[version])
    letter = soap.unwrap(text)

    assert letter.headers == ()
    assert rules(letter) == ["ENV102"]
    assert xml.shape(cim.to_bytes(letter.message, dialect=letter.dialect)) == xml.shape(text)


def test_foreign_content_in_the_namespace_of_soap_keeps_its_prefix() -> None:
    space = SPACES["1.1"]
    text = xml.soap(xml.event(more=f'<soap:actor xmlns:soap="{space}" of="soap:next">x</soap:actor>'))
    letter = soap.unwrap(text)
    data = cim.to_bytes(letter.message, dialect=letter.dialect)

    assert soap.unwrap(data).message == letter.message
    assert b"<soap:actor xmlns:soap=" in data


def test_header_blocks_can_be_given() -> None:
    block = cim.RawElement(f'<v:Token xmlns:v="{xml.VENDOR}">t</v:Token>')
    letter = soap.unwrap(soap.wrap(EVENT, headers=[block, block], binding="typed"))

    assert letter.headers == (block, block)
    assert rules(letter) == ["ENV102", "ENV104", "ENV103"]
    assert letter.findings[1].path == "/Envelope/Header/Token[1]"


# Faults


class Broken(NamedTuple):
    """What is in the body of a fault, and what is kept of it beside code and reason."""

    what: str
    version: str
    inside: str
    fault: tuple[str, str]
    more: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    exact: bool = True


def older(detail: str, code: str = "s:Server", more: str = "") -> str:
    return f"<faultcode>{code}</faultcode><faultstring>it broke</faultstring>{more}<detail>{detail}</detail>"


def newer(detail: str, code: str = "s:Receiver", more: str = "", sub: str = "", lang: str = "en") -> str:
    return (
        f"<s:Code><s:Value>{code}</s:Value>{sub}</s:Code>"
        f"<s:Reason><s:Text xml:lang='{lang}'>it broke</s:Text></s:Reason>{more}<s:Detail>{detail}</s:Detail>"
    )


QUALIFIED = f"<s:faultcode>s:Server</s:faultcode><s:faultstring>it broke</s:faultstring><s:detail>{FAULT}</s:detail>"
FAULTS = [
    Broken("1.1", "1.1", older(FAULT), ("Server", "it broke")),
    Broken("1.2", "1.2", newer(FAULT), ("Receiver", "it broke")),
    Broken("1.1, typed", "1.1", older(TYPED_FAULT), ("Server", "it broke")),
    Broken("1.2, typed", "1.2", newer(TYPED_FAULT), ("Receiver", "it broke")),
    Broken("1.1, several details", "1.1", older(FAULT + TRACE), ("Server", "it broke"), (), ("trace",)),
    Broken("1.2, several details", "1.2", newer(FAULT + TRACE * 2), ("Receiver", "it broke"), (), ("trace", "trace")),
    Broken("another detail first", "1.1", older(TRACE + FAULT), ("Server", "it broke"), (), ("trace",), exact=False),
    Broken(
        "actor", "1.1", older(FAULT, more="<faultactor>urn:x</faultactor>"), ("Server", "it broke"), ("faultactor",)
    ),
    Broken(
        "node and role",
        "1.2",
        newer(FAULT, more="<s:Node>urn:n</s:Node><s:Role>urn:r</s:Role>"),
        ("Receiver", "it broke"),
        ("Node", "Role"),
    ),
    Broken(
        "subcode",
        "1.2",
        newer(FAULT, sub="<s:Subcode><s:Value>s:x</s:Value></s:Subcode>"),
        ("Receiver", "it broke"),
        ("Subcode",),
    ),
    Broken("code with a part", "1.1", older(FAULT, "s:Client.Authentication"), ("Client.Authentication", "it broke")),
    Broken("code of a vendor", "1.1", older(FAULT, "CIM-17"), ("CIM-17", "it broke")),
    Broken("code without prefix", "1.1", older(FAULT, "Server"), ("Server", "it broke"), exact=False),
    Broken("reason in another language", "1.2", newer(FAULT, lang="de"), ("Receiver", "it broke")),
    Broken("no code", "1.1", f"<detail>{FAULT}</detail>", ("", ""), exact=False),
    Broken("names of 1.1 with the namespace", "1.1", QUALIFIED, ("Server", "it broke"), exact=False),
    Broken("names of 1.1 in 1.2", "1.2", older(FAULT), ("Server", "it broke"), exact=False),
]


@pytest.mark.parametrize("broken", FAULTS, ids=lambda broken: broken.what)
def test_message_in_a_fault_is_read_and_the_rest_kept(broken: Broken) -> None:
    text = xml.soap(f"<s:Fault>{broken.inside}</s:Fault>", namespace=SPACES[broken.version])
    letter = soap.unwrap(text)
    data = cim.to_bytes(letter.message, dialect=letter.dialect)
    again = soap.unwrap(data)

    assert letter.message == FAULTY
    assert letter.fault == broken.fault
    assert letter.soap is not None
    assert tuple(one.name for one in letter.soap.more) == broken.more
    assert tuple(one.name for one in letter.soap.details) == broken.details
    assert rules(letter)[:2] == ["ENV102", "ENV121"]
    assert letter.findings[1].path == "/Envelope/Body/Fault"
    assert letter.findings[1].message.removeprefix("message in a SOAP fault: ") == (
        f"found the SOAP fault {': '.join(filter(None, broken.fault))}"
    )
    assert (xml.shape(data) == xml.shape(text)) is broken.exact
    assert (again.message, again.dialect) == (letter.message, letter.dialect)


@pytest.mark.parametrize(
    ("detail", "names"),
    [
        ("", []),
        ("<detail/>", []),
        ("<detail>only text</detail>", []),
        (f"<detail>{TRACE}</detail>", ["trace"]),
        (f"<detail>{TRACE}{TRACE}</detail>", ["trace", "trace"]),
        (f"<detail>{FAULT}{FAULT}</detail>", ["FaultMessage", "FaultMessage"]),
        (f"<detail>{xml.soap(xml.event())}</detail>", ["Envelope"]),
    ],
)
def test_fault_without_a_message_is_an_error_with_all_that_it_says(detail: str, names: list[str]) -> None:
    text = xml.soap(f"<s:Fault><faultcode>s:Client</faultcode><faultstring>who are you</faultstring>{detail}</s:Fault>")

    with pytest.raises(
        cim.SoapFaultError, match="^found a SOAP fault without a FaultMessage, expected a message: Client: who are you$"
    ) as caught:
        cim.read(text)
    assert (caught.value.code, caught.value.reason) == ("Client", "who are you")
    assert [one.name for one in caught.value.detail] == names


@pytest.mark.parametrize("version", SPACES)
def test_fault_message_becomes_a_fault(version: Any) -> None:
    default = {"1.1": "Server", "1.2": "Receiver"}[version]

    assert soap.unwrap(soap.wrap(FAULTY, version=version)).fault == (default, "no message")
    assert soap.unwrap(soap.wrap(FAULTY, version=version, fault=("Client", "a < b"))).fault == ("Client", "a < b")
    bare = cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED))
    assert soap.unwrap(soap.wrap(bare, version=version)).fault == (default, "the request was not understood")


def test_business_error_in_a_fault_is_read_too() -> None:
    letter = soap.unwrap(xml.soap(f"<s:Fault>{older(xml.failure(''))}</s:Fault>"))

    assert letter.message == cim.read(xml.failure(""))
    assert letter.message.kind == "ResponseMessage"


# What is refused


@pytest.mark.parametrize("name", ["payload", "number"])
def test_only_messages_go_into_letters(name: str) -> None:
    thing: Any = {"payload": cim.MeterReadings(), "number": 4}[name]

    with pytest.raises(TypeError, match=f"^found {type(thing).__name__}, expected a message; put a payload into one"):
        soap.wrap(thing)


@pytest.mark.parametrize(
    ("message", "options", "error"),
    [
        (EVENT, {"binding": "rpc"}, "^binding is 'rpc'; expected one of message, operation, abstract, typed$"),
        (EVENT, {"version": "1.3"}, "1.3"),
        (FAULTY, {"version": "1.3"}, "1.3"),
        (FAULTY, {"binding": "operation"}, "^the binding 'operation' has no operation for a FaultMessage"),
        (FAULTY, {"binding": "abstract"}, "^the binding 'abstract' has no operation for a FaultMessage"),
        (FAULTY, {"binding": "typed"}, "^the strongly typed binding needs a noun; give noun='MeterReadings'"),
        (
            EVENT,
            {"binding": "typed", "noun": "meter readings"},
            "needs a noun such as MeterReadings, found 'meter readi",
        ),
        (FAULTY, {"fault": ("Server", "a\0b")}, r"^found the character U\+0000 in the fault 'a\\x00b', which XML"),
        (
            cim.RequestMessage(header=cim.Header(verb=cim.Verb.created, noun="MeterReadings")),
            {"binding": "typed"},
            "^the strongly typed binding has no element for 'created' in a RequestMessage$",
        ),
        (
            cim.RequestMessage(header=None),  # type: ignore[arg-type]
            {"binding": "typed", "noun": "MeterReadings", "mode": "lax"},
            "^the strongly typed binding has no element for '' in a RequestMessage$",
        ),
    ],
)
def test_letters_that_have_no_form_are_refused(message: Any, options: Any, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        soap.wrap(message, **options)


def test_action_of_what_has_no_operation_is_an_error() -> None:
    with pytest.raises(cim.DialectError, match="^there is no operation for a FaultMessage; expected RequestMessage, "):
        soap.action(FAULTY)
    with pytest.raises(TypeError, match="^found MeterReadings, expected a message"):
        soap.action(cim.MeterReadings())


@pytest.mark.parametrize("outer", SPACES.values())
@pytest.mark.parametrize("inner", SPACES.values())
def test_envelope_in_an_envelope_is_an_error(outer: str, inner: str) -> None:
    version = {space: version for version, space in SPACES.items()}[outer]

    with pytest.raises(
        cim.UnknownMessageError, match=f"^expected a message in the SOAP {version} Body, found another envelope$"
    ):
        cim.read(xml.soap(xml.soap(xml.event(), namespace=inner), namespace=outer))


def test_faults_in_faults_take_no_stack() -> None:
    element = etree.fromstring(xml.event())
    for _ in range(1000):
        envelope = etree.fromstring(xml.soap("<s:Fault><faultcode/><detail/></s:Fault>"))
        envelope[0][0][1].append(element)
        element = envelope

    with pytest.raises((cim.SoapFaultError, cim.LimitError)):
        cim.load(element)


@pytest.mark.parametrize("number", [0, 2, 3])
def test_two_bodies_are_one_too_many(number: int) -> None:
    text = f'<s:Envelope xmlns:s="{SPACES["1.1"]}">{f"<s:Body>{xml.event()}</s:Body>" * number}</s:Envelope>'

    with pytest.raises(cim.UnknownMessageError, match=f"^expected one element in the SOAP 1.1 Body, found {number}$"):
        cim.read(text)


@pytest.mark.parametrize("namespace", ["", "urn:soap", SPACES["1.1"].rstrip("/")])
def test_envelope_of_another_namespace_is_no_soap(namespace: str) -> None:
    text = f'<Envelope xmlns="{namespace}"><Body>{xml.event()}</Body></Envelope>'

    with pytest.raises(cim.UnknownMessageError, match="^the root element 'Envelope' of namespace"):
        cim.read(text)


@pytest.mark.slow
def test_many_header_blocks_are_read_in_little_time_and_named_briefly() -> None:
    start = time.perf_counter()
    block = f'<v:Hop xmlns:v="{xml.VENDOR}" n="1"/>'
    letter = soap.unwrap(xml.soap(xml.event(), f"<s:Header>{block * 100_000}</s:Header>"))

    assert len(letter.headers) == 100_000
    assert letter.findings[1].message == (
        f"SOAP header blocks: found SOAP header blocks: {', '.join(['Hop'] * 10)} and 99990 more"
    )
    assert cim.to_bytes(letter.message, dialect=letter.dialect).count(b"<v:Hop") == 100_000
    assert time.perf_counter() - start < 60  # seconds where the square of it would be hours


def test_block_that_is_nested_too_deeply_is_beyond_the_limits() -> None:
    deep = etree.fromstring(xml.soap(xml.event(), "<s:Header><a/></s:Header>"))
    element = deep[0][0]
    for _ in range(1000):
        element = etree.SubElement(element, "a")

    with pytest.raises(cim.LimitError, match="nested more than"):
        cim.load(deep)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<s:Body>", '<s:Body id="b1">', "the attribute id"),
        ("<s:Body>", "<s:Body> signed", "the text 'signed'"),
        ("</s:Envelope>", "<Trailer/></s:Envelope>", "the element Trailer"),
        ("</s:Envelope>", " the end </s:Envelope>", "the text 'the end'"),
    ],
)
def test_what_is_not_kept_of_the_envelope_is_told(before: str, after: str, told: str) -> None:
    data = cim.soap.wrap(cim.get("MeterReadings", ids=["M-17"], message_id="4711")).decode()
    assert "ENV123" not in {one.rule for one in cim.load(data).findings}

    (found,) = [one for one in cim.load(data.replace(before, after)).findings if one.rule == "ENV123"]

    assert told in found.message
    assert found.severity is cim.Severity.WARNING
