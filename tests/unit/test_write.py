"""The writing verbs: form and determinism of the output, what is refused and where, files."""

from __future__ import annotations

import copy
import datetime as dt
import io
import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from attrs import define

import cim61968_9 as cim
from cim61968_9.profiles import end_device_controls, meter_config, meter_readings, usage_point_config
from cim61968_9.xml import compile_writer, escape

cim.register(xml.PACKAGE)


def readings(**members: Any) -> Any:
    """Return a MeterReadings with one register reading."""
    one = meter_readings.Reading(**{"reading_type": xml.CODE, **members})
    return meter_readings.MeterReadings(meter_reading=[meter_readings.MeterReading(readings=[one])])


def meter(**members: Any) -> Any:
    return meter_config.MeterConfig(meter=[meter_config.Meter(**members)])


def event(*content: Any, **members: Any) -> Any:
    header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings", **members)
    return cim.EventMessage(header=header, payload=cim.Payload(content=list(content)))


def failed(**members: Any) -> Any:
    return cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED, error=[cim.Error(code="2.4", **members)]))


def sheet(**members: Any) -> Any:
    return xml.TariffSheet(**{"code": "T1", "steps": [xml.TariffStep(above=0)], **members})


FULL = event(
    readings(value="47.250", time_stamp=dt.datetime(2026, 1, 31, 0, 15, tzinfo=dt.UTC)),
    message_id="3f0b",
    ack_required=True,
)
FULL_TEXT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<msg:EventMessage xmlns:msg="{xml.MESSAGE}"><msg:Header><msg:Verb>created</msg:Verb>'
    "<msg:Noun>MeterReadings</msg:Noun><msg:AckRequired>true</msg:AckRequired><msg:MessageID>3f0b</msg:MessageID>"
    f'</msg:Header><msg:Payload><m:MeterReadings xmlns:m="{xml.READINGS}"><m:MeterReading><m:Readings>'
    "<m:timeStamp>2026-01-31T00:15:00Z</m:timeStamp><m:value>47.250</m:value>"
    f"<m:ReadingType "
    f'ref="{xml.CODE}"/></m:Readings></m:MeterReading></m:MeterReadings></msg:Payload></msg:EventMessage>\n'
)


@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_message_is_written_in_the_order_of_the_schema(mode: Any) -> None:
    assert cim.to_bytes(FULL, mode=mode).decode() == FULL_TEXT


def test_same_object_gives_the_same_bytes() -> None:
    assert len({cim.to_bytes(FULL) for _ in range(5)}) == 1
    assert cim.to_bytes(cim.read(cim.to_bytes(FULL))) == cim.to_bytes(FULL)


def test_pretty_indents_by_two() -> None:
    assert cim.to_bytes(readings(value="1"), pretty=True).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<m:MeterReadings xmlns:m="{xml.READINGS}">\n'
        "  <m:MeterReading>\n"
        "    <m:Readings>\n"
        "      <m:value>1</m:value>\n"
        f'      <m:ReadingType ref="{xml.CODE}"/>\n'
        "    </m:Readings>\n"
        "  </m:MeterReading>\n"
        "</m:MeterReadings>\n"
    )


@pytest.mark.parametrize("text", [" ", "\n", " a\n b ", "\t"])
def test_pretty_leaves_texts_alone(text: str) -> None:
    message = readings(value=text)

    assert cim.read(cim.to_bytes(message, pretty=True)) == message


def test_pretty_leaves_mixed_content_alone() -> None:
    message = cim.read(xml.meter_reading("one <m:Meter><m:mRID>1</m:mRID></m:Meter> two"), mode="raw")

    text = cim.to_bytes(message, pretty=True).decode()

    assert "<m:MeterReading>one <m:Meter><m:mRID>1</m:mRID></m:Meter> two</m:MeterReading>" in text.replace("\n", "")


@pytest.mark.parametrize(
    ("prefixes", "start", "payload"),
    [
        ({}, "<msg:EventMessage xmlns:msg=", "<m:MeterReadings xmlns:m="),
        ({"payload": "mr"}, "<msg:EventMessage xmlns:msg=", "<mr:MeterReadings xmlns:mr="),
        ({"message": ""}, "<EventMessage xmlns=", "<m:MeterReadings xmlns:m="),
        ({"payload": ""}, "<msg:EventMessage xmlns:msg=", "<MeterReadings xmlns="),
        ({"message": "", "payload": ""}, "<EventMessage xmlns=", "<MeterReadings xmlns="),
        (
            {"message": "ns0", "payload": "_n-1.x"},
            "<ns0:EventMessage xmlns:ns0=",
            "<_n-1.x:MeterReadings xmlns:_n-1.x=",
        ),
    ],
)
@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_prefixes_can_be_chosen(prefixes: dict[str, str], start: str, payload: str, mode: Any) -> None:
    text = cim.to_bytes(FULL, prefixes=prefixes, mode=mode).decode()

    assert text.splitlines()[1].startswith(start)
    assert payload in text
    assert cim.load(text, mode="strict").message == FULL
    assert xml.shape(text) == xml.shape(FULL_TEXT.encode())


@pytest.mark.parametrize(
    "prefixes",
    [
        {"message": "m"},
        {"message": "x", "payload": "x"},
        {"envelope": "x"},
        {"payload": "1x"},
        {"payload": "a b"},
        {"payload": "a:b"},
        {"payload": "xml"},
        {"message": "XMLns"},
        {"payload": 'x" y="'},
    ],
)
def test_impossible_prefixes_are_refused(prefixes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="^prefixes: .*expected"):
        cim.to_bytes(FULL, prefixes=prefixes)


def test_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="^mode is 'raw'; expected 'strict' or 'lax'$"):
        cim.to_bytes(FULL, mode="raw")  # type: ignore[arg-type]


NASTY = [
    "a & b",
    "<b>",
    "]]>",
    "\"quoted\" 'too'",
    "tab\there",
    "line\nbreak",
    "return\rhere",
    "\r\n",
    " x ",
    "é \U0001f50c",
    "\x85\u2028",
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_any_text_survives_in_elements_references_and_attributes(text: str, mode: Any) -> None:
    identifier = cim.ID(value=text, id_type=text, kind=cim.IDKind("name"))
    for message in (
        readings(value=text, reading_type=text),
        cim.ResponseMessage(
            header=cim.Header(verb=cim.Verb("reply"), noun=text, correlation_id="4711"),
            reply=cim.Reply(result=cim.Result.OK, id=[identifier]),
        ),
    ):
        for pretty in (False, True):
            assert cim.read(cim.to_bytes(message, mode=mode, pretty=pretty), mode="strict") == message


def test_escapes_are_the_fewest_that_survive() -> None:
    assert escape.text("<&>\r\"'\t\n") == "&lt;&amp;&gt;&#13;\"'\t\n"
    assert escape.attribute("<&>\r\"'\t\n") == "&lt;&amp;&gt;&#13;&quot;'&#9;&#10;"
    assert escape.forbidden("fine") is None
    assert escape.forbidden("a\x0bb") == "U+000B"


BAD_CHARACTERS = [
    ("\x00", "U+0000"),
    ("a\x08", "U+0008"),
    ("\x0b", "U+000B"),
    ("\x1f", "U+001F"),
    ("\ud800", "U+D800"),
    ("x\udfffy", "U+DFFF"),
    ("\ufffe", "U+FFFE"),
    ("\uffff", "U+FFFF"),
]


@pytest.mark.parametrize(("text", "name"), BAD_CHARACTERS)
@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_characters_that_xml_has_not_are_refused_everywhere(text: str, name: str, mode: Any) -> None:
    for message, path in (
        (readings(value=text), "/MeterReadings/MeterReading/Readings/value"),
        (readings(reading_type=text), "/MeterReadings/MeterReading/Readings/ReadingType"),
        (failed(id=cim.ID(value=text)), "/FaultMessage/Reply/Error/ID"),
        (failed(id=cim.ID(value="", id_type=text)), "/FaultMessage/Reply/Error/ID/@idType"),
        (failed(level=text), "/FaultMessage/Reply/Error/level"),
    ):
        with pytest.raises(cim.InvalidMessageError) as caught:
            cim.to_bytes(message, mode=mode)
        (finding,) = caught.value.findings
        assert (finding.rule, finding.path, finding.value) == ("XSD107", path, text)
        assert finding.message == f"invalid value: found the character {name}, which XML cannot carry; remove it"


@define(slots=True, kw_only=True, eq=False)
class OwnReading(meter_readings.Reading):
    """A class of a user."""

    colour: str = "red"


# what, message, rule, path, text, whether lax mode writes it (None: see the test of its own below)
REFUSED: list[tuple[str, Any, str, str, str, bool | None]] = [
    (
        "required member is None",
        readings(reading_type=None),
        "XSD103",
        "/MeterReadings/MeterReading/Readings/ReadingType",
        "missing element: expected a value for reading_type, found None",
        True,
    ),
    (
        "required object is None",
        cim.EventMessage(header=None),
        "XSD103",
        "/EventMessage/Header",
        "missing element: expected a value for header, found None",
        True,
    ),
    (
        "required attribute is None",
        sheet(code=None),
        "XSD103",
        "/TariffSheet/@code",
        "missing element: expected a value for code, found None",
        True,
    ),
    (
        "required text is None",
        failed(id=cim.ID(value=None)),
        "XSD103",
        "/FaultMessage/Reply/Error/ID",
        "missing element: expected a value for value, found None",
        True,
    ),
    (
        "required list is empty",
        sheet(steps=[]),
        "XSD103",
        "/TariffSheet/Step",
        "missing element: expected at least 1 in steps, found none",
        True,
    ),
    (
        "list too long",
        sheet(marks=["a", "b", "c"]),
        "XSD104",
        "/TariffSheet/mark",
        "too many elements: expected at most 2 in marks, found 3",
        True,
    ),
    (
        "single choice",
        event().__class__(
            header=cim.Header(verb="created", noun="X"),
            payload=cim.Payload(operation_set=cim.OperationSet(), compressed="H4"),
        ),
        "XSD106",
        "/EventMessage/Payload",
        "more than one of a choice: found operation_set and compressed, expected only one of them",
        True,
    ),
    (
        "choice with lists",
        sheet(surcharges=[Decimal(1)], rebate=Decimal(2)),
        "XSD106",
        "/TariffSheet",
        "more than one of a choice: found surcharges and rebate, expected only one of them",
        True,
    ),
    (
        "unknown enumeration value",
        event().__class__(header=cim.Header(verb="publish", noun="X")),
        "XSD110",
        "/EventMessage/Header/Verb",
        (
            "unknown enumeration value: found 'publish', expected one of: cancel, canceled, change, changed, "
            "create, created, "
            "close, closed, delete, deleted, get, reply, execute, executed"
        ),
        True,
    ),
    (
        "unknown enumeration value in an attribute",
        failed(id=cim.ID(value="1", kind="mRID")),
        "XSD110",
        "/FaultMessage/Reply/Error/ID/@kind",
        "unknown enumeration value: found 'mRID', expected one of: name, uuid, transaction, other",
        True,
    ),
    (
        "kept text in the place of a value",
        readings(time_stamp=cim.InvalidText("midnight")),
        "XSD107",
        "/MeterReadings/MeterReading/Readings/timeStamp",
        (
            "invalid value: found 'midnight', expected a dateTime such as 2026-01-31T23:45:00Z or "
            "2026-01-31T23:45:00+01:00"
        ),
        True,
    ),
    (
        "name that is none",
        failed(xpath="//m:Meter"),
        "XSD107",
        "/FaultMessage/Reply/Error/xpath",
        "invalid value: found '//m:Meter', expected a qualified name such as m:Meter",
        True,
    ),
    (
        "name without a namespace",
        failed(xpath="m:Meter"),
        "XSD107",
        "/FaultMessage/Reply/Error/xpath",
        "invalid value: found 'm:Meter' with a prefix that stands for nothing; expected QualifiedName(text, namespace)",
        True,
    ),
    (
        "datetime as text",
        readings(time_stamp="2026-01-31T00:00:00Z"),
        "XSD113",
        "/MeterReadings/MeterReading/Readings/timeStamp",
        "wrong type of value: expected a datetime, got str: '2026-01-31T00:00:00Z'",
        False,
    ),
    (
        "number in a text",
        readings(value=47.25),
        "XSD113",
        "/MeterReadings/MeterReading/Readings/value",
        "wrong type of value: expected a str, got float: 47.25",
        False,
    ),
    (
        "number in a reference",
        readings(reading_type=5),
        "XSD113",
        "/MeterReadings/MeterReading/Readings/ReadingType",
        "wrong type of value: expected a str, got int: 5",
        False,
    ),
    (
        "truth in a number",
        failed(operation_id=True),
        "XSD113",
        "/FaultMessage/Reply/Error/operationId",
        "wrong type of value: expected an int, got bool: True",
        False,
    ),
    (
        "number in an enumeration",
        failed(level=3),
        "XSD113",
        "/FaultMessage/Reply/Error/level",
        "wrong type of value: found int, expected a ErrorLevel",
        False,
    ),
    (
        "list in an enumeration",
        failed(level=["FATAL"]),
        "XSD113",
        "/FaultMessage/Reply/Error/level",
        "wrong type of value: found list, expected a ErrorLevel",
        False,
    ),
    (
        "bytes in a text",
        readings(value=b"47"),
        "XSD113",
        "/MeterReadings/MeterReading/Readings/value",
        "wrong type of value: expected a str, got bytes: b'47'",
        False,
    ),
    (
        "offset with seconds",
        readings(time_stamp=dt.datetime(1890, 1, 1, tzinfo=dt.timezone(dt.timedelta(seconds=1172)))),
        "XSD107",
        "/MeterReadings/MeterReading/Readings/timeStamp",
        "invalid value: the UTC offset 0:19:32 has seconds, which XML cannot write; use a zone of whole minutes",
        False,
    ),
    (
        "decimal without notation",
        meter(purchase_price=Decimal("NaN")),
        "XSD107",
        "/MeterConfig/Meter/purchasePrice",
        "invalid value: NaN has no decimal notation in XML",
        False,
    ),
    (
        "not an object",
        meter_readings.MeterReadings(meter_reading=["M-1"]),
        "XSD113",
        "/MeterReadings/MeterReading",
        "wrong type of value: found str, expected a MeterReading",
        False,
    ),
    (
        "object of another class",
        meter_readings.MeterReadings(meter_reading=[meter_readings.Meter()]),
        "XSD113",
        "/MeterReadings/MeterReading",
        "wrong type of value: found Meter, expected a MeterReading",
        None,
    ),
    (
        "object of the same name of another noun",
        meter_config.MeterConfig(meter=[meter_readings.Meter()]),
        "XSD113",
        "/MeterConfig/Meter",
        (
            "wrong type of value: found cim61968_9._generated.meter_readings.Meter, expected a "
            "cim61968_9._generated.meter_config.Meter"
        ),
        None,
    ),
    (
        "no list",
        meter_readings.MeterReadings(meter_reading=meter_readings.MeterReading()),
        "XSD113",
        "/MeterReadings/MeterReading",
        "wrong type of value: found MeterReading, expected a list",
        False,
    ),
    (
        "None for a list",
        meter_readings.MeterReadings(meter_reading=None),
        "XSD113",
        "/MeterReadings/MeterReading",
        "wrong type of value: found NoneType, expected a list",
        False,
    ),
    (
        "None in a list",
        meter_readings.MeterReadings(meter_reading=[None]),
        "XSD113",
        "/MeterReadings/MeterReading",
        "wrong type of value: found NoneType, expected a MeterReading",
        False,
    ),
    (
        "text as payload",
        event("<MeterReadings/>"),
        "XSD113",
        "/EventMessage/Payload",
        "wrong type of value: found str, expected a noun such as MeterReadings, or a RawElement",
        False,
    ),
    (
        "part of a noun as payload",
        event(meter_readings.MeterReading()),
        "XSD113",
        "/EventMessage/Payload",
        "wrong type of value: found MeterReading, expected a noun such as MeterReadings, or a RawElement",
        False,
    ),
    (
        "envelope as payload",
        event(event()),
        "XSD113",
        "/EventMessage/Payload",
        "wrong type of value: found EventMessage, expected a noun such as MeterReadings, or a RawElement",
        False,
    ),
]


@pytest.mark.parametrize(
    ("message", "rule", "path", "text", "lax"), [pytest.param(*row[1:], id=row[0]) for row in REFUSED]
)
@pytest.mark.parametrize("slow", [False, True], ids=["plain", "with foreign content"])
def test_what_is_wrong_is_said_with_its_path(
    message: Any, rule: str, path: str, text: str, lax: bool | None, slow: bool
) -> None:
    message = copy.deepcopy(message)
    if slow:
        message.foreign = cim.Foreign(text=[(0, "x")])
    for mode in ("strict", "lax") if lax is False else ("strict",):
        with pytest.raises(cim.InvalidMessageError) as caught:
            cim.to_bytes(message, mode=mode)  # type: ignore[arg-type]
        (finding,) = caught.value.findings
        assert (finding.rule, finding.severity, finding.path, finding.message) == (rule, "error", path, text)
        assert (finding.line, finding.column) == (None, None)
        assert caught.value.__cause__ is None
    if lax:
        assert cim.to_bytes(message, mode="lax").startswith(b"<?xml")


def test_all_faults_are_reported_together_with_positions() -> None:
    good, bad = (meter_readings.Reading(reading_type="x", value=value) for value in ("1", 2))
    message = meter_readings.MeterReadings(
        meter_reading=[
            meter_readings.MeterReading(readings=[good, bad], is_coincident_trigger="yes"),
            meter_readings.MeterReading(readings=[bad]),
        ]
    )

    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.to_bytes(message)

    assert [(one.rule, one.path, one.value) for one in caught.value.findings] == [
        ("XSD113", "/MeterReadings/MeterReading[1]/isCoincidentTrigger", "yes"),
        ("XSD113", "/MeterReadings/MeterReading[1]/Readings[2]/value", "2"),
        ("XSD113", "/MeterReadings/MeterReading[2]/Readings/value", "2"),
    ]


def test_faults_inside_of_a_payload_have_the_whole_path() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.to_bytes(event(cim.RawElement("<x/>"), readings(value=1)))

    assert [one.path for one in caught.value.findings] == [
        "/EventMessage/Payload[2]/MeterReadings/MeterReading/Readings/value"
    ]


@pytest.mark.parametrize("message", [row[1] for row in REFUSED if row[-1] is None], ids=repr)
def test_object_of_another_class_is_refused_in_lax_mode_too(message: Any) -> None:
    with pytest.raises(cim.InvalidMessageError):
        cim.to_bytes(message, mode="lax")


@pytest.mark.parametrize(
    "member",
    ["value", "reading_type"],
)
@pytest.mark.parametrize("value", [0, False, 0.0, b"", [], ()], ids=repr)
def test_empty_value_of_another_type_is_refused_too(member: str, value: Any) -> None:
    with pytest.raises(cim.InvalidMessageError):
        cim.to_bytes(readings(**{member: value}))


@pytest.mark.parametrize("mode", ["strict", "lax"])
@pytest.mark.parametrize("value", ["CF-1", {"CF-1": 1}, {"CF-1"}], ids=repr)
def test_what_is_no_list_is_refused_even_if_it_can_be_iterated(value: Any, mode: Any) -> None:
    with pytest.raises(cim.InvalidMessageError, match="expected a list"):
        cim.to_bytes(meter(com_function=value), mode=mode)


def test_tuple_is_as_good_as_a_list() -> None:
    assert cim.to_bytes(meter(com_function=("1", "2"))) == cim.to_bytes(meter(com_function=["1", "2"]))


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (cim.RawElement("<x/>"), "found a RawElement, expected a message; its text is in .xml"),
        ("<x/>", "found str, which is no root element; expected a message or a noun"),
        (None, "found NoneType, which is no root element; expected a message or a noun"),
        (meter_readings.Meter(), "found Meter, which is no root element; expected a message or a noun"),
        (
            cim.Header(verb=cim.Verb("get"), noun="X"),
            "found Header, which is no root element; expected a message or a noun",
        ),
    ],
)
def test_what_is_no_message_is_refused(message: Any, text: str) -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.to_bytes(message)

    assert [(one.rule, one.path, one.message) for one in caught.value.findings] == [
        ("XSD113", "", f"wrong type of value: {text}")
    ]


def test_subclass_of_a_member_is_written_as_its_base() -> None:
    own = OwnReading(reading_type=xml.CODE, value="1")
    message = meter_readings.MeterReadings(meter_reading=[meter_readings.MeterReading(readings=[own])])

    assert cim.to_bytes(message) == cim.to_bytes(readings(value="1"))


@define(slots=True, kw_only=True, eq=False)
class OwnReadings(meter_readings.MeterReadings):
    """A root class of a user."""


@pytest.mark.parametrize("wrap", [False, True], ids=["bare", "payload"])
def test_subclass_of_a_root_is_written_as_its_base(wrap: bool) -> None:
    own, base = OwnReadings(), meter_readings.MeterReadings()

    assert cim.to_bytes(event(own) if wrap else own) == cim.to_bytes(event(base) if wrap else base)


def test_lax_mode_writes_what_a_tolerant_read_kept() -> None:
    source = xml.meter(
        "<c:initialLossOfLife>1,217</c:initialLossOfLife><c:isVirtual>yes</c:isVirtual><c:purchasePrice/>"
        "<c:timeZoneOffset>1e999</c:timeZoneOffset>"
        "<c:lifecycle><c:receivedDate>31.1.2026</c:receivedDate></c:lifecycle>"
        "<c:MeterMultipliers><c:kind>mine</c:kind></c:MeterMultipliers>"
    )

    assert xml.shape(cim.to_bytes(cim.read(source, mode="raw"), mode="lax")) == xml.shape(source)


def test_lax_mode_leaves_out_what_is_missing() -> None:
    text = cim.to_bytes(readings(reading_type=None), mode="lax")

    assert xml.shape(text) == xml.shape(xml.meter_reading("<m:Readings/>"))


def test_lax_mode_writes_names_as_they_are() -> None:
    text = cim.to_bytes(failed(xpath=cim.InvalidText("//a[b < 1]")), mode="lax")

    assert b"<msg:xpath>//a[b &lt; 1]</msg:xpath>" in text


def test_kept_text_with_a_forbidden_character_is_refused_with_its_path() -> None:
    with pytest.raises(cim.InvalidMessageError, match="/MeterConfig/Meter/isVirtual"):
        cim.to_bytes(meter(is_virtual=cim.InvalidText("\x00")), mode="lax")


def test_foreign_content_that_cannot_be_written_is_refused_with_its_path() -> None:
    message = readings()
    message.meter_reading[0].foreign = cim.Foreign(attributes={"note": "\x00"})

    with pytest.raises(cim.InvalidMessageError, match="/MeterReadings/MeterReading"):
        cim.to_bytes(message)


def test_error_of_another_kind_is_not_hidden() -> None:
    message = readings()
    message.foreign = cim.Foreign(elements=[object()])  # type: ignore[list-item]

    with pytest.raises(AttributeError):
        cim.to_bytes(message)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (meter(initial_loss_of_life=math.inf), "<m:initialLossOfLife>INF</m:initialLossOfLife>"),
        (meter(initial_loss_of_life=12), "<m:initialLossOfLife>12</m:initialLossOfLife>"),
        (meter(is_virtual=False), "<m:isVirtual>false</m:isVirtual>"),
        (meter(purchase_price=Decimal("1E+2")), "<m:purchasePrice>100</m:purchasePrice>"),
        (meter(serial_number=""), "<m:serialNumber/>"),
        (meter(com_function=[""]), '<m:ComFunction ref=""/>'),
        (meter(), "<m:Meter/>"),
        (failed(xpath=cim.QualifiedName("Meter")), "<msg:xpath>Meter</msg:xpath>"),
        (failed(xpath=cim.QualifiedName("d:M", "urn:d&")), '<msg:xpath xmlns:d="urn:d&amp;">d:M</msg:xpath>'),
        (failed(xpath=cim.QualifiedName("msg:M", "urn:d")), '<msg:xpath xmlns:q="urn:d">q:M</msg:xpath>'),
        (failed(id=cim.ID(value="1", kind="name")), '<msg:ID kind="name">1</msg:ID>'),
        (readings(time_stamp=dt.datetime(2026, 1, 31)), "<m:timeStamp>2026-01-31T00:00:00</m:timeStamp>"),
        (
            readings(time_stamp=cim.BeyondRange("10000-01-01T00:00:00Z")),
            "<m:timeStamp>10000-01-01T00:00:00Z</m:timeStamp>",
        ),
        (sheet(season="summer", revision=3), ' code="T1" revision="3" season="summer">'),
        (sheet(note=xml.TariffNote(value=Decimal("1.50"), language="en")), '<m:note language="en">1.50</m:note>'),
        (sheet(empty=xml.TariffEmpty()), "<m:Empty/>"),
        (sheet(extension=readings()), f'</m:Step><m:MeterReadings xmlns:m="{xml.READINGS}">'),
        (sheet(extension=cim.RawElement("<x/>")), "</m:Step><x></x></m:TariffSheet>"),
        (sheet(hours=[dt.time(6), dt.time(22)]), "<m:hour>06:00:00</m:hour><m:hour>22:00:00</m:hour>"),
        (sheet(valid_from=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), "<m:validFrom>2026-01-01T00:00:00Z</m:validFrom>"),
    ],
)
@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_values_are_written_canonically(message: Any, text: str, mode: Any) -> None:
    assert text in cim.to_bytes(message, mode=mode).decode()


def test_raw_element_without_a_namespace_says_so_under_a_default_namespace() -> None:
    message = event(cim.RawElement("<Tariff><Step/></Tariff>"))

    assert b'<Tariff xmlns=""><Step></Step></Tariff>' in cim.to_bytes(message, prefixes={"message": ""})
    assert b"<Tariff><Step></Step></Tariff>" in cim.to_bytes(message)


def test_more_time_stamps_than_are_remembered_are_all_written() -> None:
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    values = [
        meter_readings.IntervalReading(time_stamp=start + dt.timedelta(minutes=15 * number)) for number in range(5000)
    ]
    block = meter_readings.IntervalBlock(interval_readings=values, reading_type=xml.CODE)
    message = meter_readings.MeterReadings(meter_reading=[meter_readings.MeterReading(interval_blocks=[block, block])])

    assert cim.read(cim.to_bytes(message), mode="strict") == message


def test_time_stamp_that_comes_again_is_written_again() -> None:
    moment = dt.datetime(2026, 1, 31, 0, 15, tzinfo=dt.UTC)
    one = meter_readings.Reading(time_stamp=moment, reported_date_time=moment, reading_type="x")
    message = meter_readings.MeterReadings(meter_reading=[meter_readings.MeterReading(readings=[one, one])])

    assert cim.to_bytes(message).count(b">2026-01-31T00:15:00Z<") == 4


def test_single_choice_of_a_control_is_written() -> None:
    controls = end_device_controls.EndDeviceControls
    assert {member.choice for member in end_device_controls.EndDeviceControl.__xml__.members} == {None, 1}
    assert cim.read(cim.to_bytes(controls()), mode="strict") == controls()


def test_nouns_without_content_are_empty_elements() -> None:
    assert cim.to_bytes(usage_point_config.UsagePointConfig()) == (
        xml.DECLARATION + b'<m:UsagePointConfig xmlns:m="http://iec.ch/TC57/2011/UsagePointConfig#"/>\n'
    )


def test_compiled_writer_is_made_once_for_a_prefix() -> None:
    assert compile_writer.writer(meter_readings.Meter, "m") is compile_writer.writer(meter_readings.Meter, "m")
    assert compile_writer.writer(meter_readings.Meter, "m") is not compile_writer.writer(meter_readings.Meter, "")


def test_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "event.xml"

    cim.write(FULL, target)
    assert target.read_bytes() == FULL_TEXT.encode()
    cim.write(readings(), str(target), pretty=True, prefixes={"payload": ""})
    assert target.read_bytes() == cim.to_bytes(readings(), pretty=True, prefixes={"payload": ""})
    assert [path.name for path in tmp_path.iterdir()] == ["event.xml"]


def test_binary_stream_is_written() -> None:
    stream = io.BytesIO()

    cim.write(readings(reading_type=None), stream, mode="lax")

    assert stream.getvalue() == cim.to_bytes(readings(reading_type=None), mode="lax")


def test_text_stream_is_refused() -> None:
    with pytest.raises(TypeError):
        cim.write(FULL, io.StringIO())  # type: ignore[arg-type]


@pytest.mark.parametrize("exists", [False, True])
def test_nothing_is_left_behind_after_an_error(tmp_path: Path, exists: bool) -> None:
    target = tmp_path / "event.xml"
    if exists:
        target.write_text("before")

    with pytest.raises(cim.InvalidMessageError):
        cim.write(readings(value=5), target)

    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"] * exists


def test_nothing_is_left_behind_when_the_file_cannot_be_made(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()

    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        cim.write(FULL, target)

    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cim.write(FULL, tmp_path / "missing" / "event.xml")


def test_a_place_that_is_none_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as failed:
        cim.write(cim.sample("MeterReadings"), tmp_path / "nope" / "x.xml")
    assert failed.value.filename == str(tmp_path / "nope" / "x.xml")
