"""JSON: how values stand in it, what is refused and where, what hostile texts do, what the schemas refuse."""

from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Any, ClassVar

import jsonschema
import pytest
import unit_messages as xml
from attrs import define

import cim61968_9 as cim
from cim61968_9.errors import JsonError
from cim61968_9.jsons import SCHEMA_VERSION, from_json, json_schema, to_json
from cim61968_9.jsons.keys import keys_of
from cim61968_9.jsons.type_names import all_profiles, class_called, name_of
from cim61968_9.model import Element, Member, XmlType
from cim61968_9.profiles import end_device_config, meter_readings, usage_point_config
from cim61968_9.xml.foreign import Foreign, Kept, RawElement
from cim61968_9.xml.values import BeyondRange, InvalidText, QualifiedName

Reading = meter_readings.Reading


@define(slots=True, kw_only=True, repr=False, eq=False)
class Clashing(Element):
    """A class whose attribute, element and text have one name, and numbers of all kinds."""

    mark: str | None = None
    mark_2: str | None = None
    big: int | None = None
    small: int | None = None
    name: Any = None

    __xml__: ClassVar[XmlType] = XmlType(
        "Clashing",
        (
            Member("mark", "mark", "xs:string", kind="attribute"),
            Member("mark_2", "mark", "xs:string"),
            Member("big", "big", "xs:integer"),
            Member("small", "small", "xs:short"),
            Member("name", "name", "xs:QName"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Texted(Element):
    """A class with a text and an attribute of its name."""

    value: str | None = None
    value_2: str | None = None

    __xml__: ClassVar[XmlType] = XmlType(
        "Texted",
        (
            Member("value", "value", "xs:string", kind="text"),
            Member("value_2", "value", "xs:string", kind="attribute"),
        ),
    )


CLASHES = ModuleType("northmoor_clashes")
vars(CLASHES).update(
    Clashing=Clashing,
    Texted=Texted,
    ROOTS=(("Clashing", "urn:northmoor:clashes", CLASHES.__name__, "Clashing", "c.xsd", "1", "", "for tests", ""),),
)
for made in (Clashing, Texted):
    made.__module__ = CLASHES.__name__
sys.modules[CLASHES.__name__] = CLASHES
cim.register(CLASHES)
cim.register(xml.PACKAGE)


def members(obj: Element) -> dict[str, Any]:
    """Return an object as plain JSON, without what names its class, after a round trip."""
    text = to_json(obj)
    assert from_json(text) == obj
    found: dict[str, Any] = json.loads(text)
    return {key: value for key, value in found.items() if key not in {"$type", "$version"}}


def refused(text: str | bytes, cls: type[Element] | None = None) -> JsonError:
    with pytest.raises(JsonError) as caught:
        from_json(text, cls)
    assert isinstance(caught.value, cim.Cim61968Error)
    assert isinstance(caught.value, ValueError)
    return caught.value


INVALID = {"$invalid": "much"}
LATE = "2026-01-14T23:59:59.123-03:00"


@pytest.mark.parametrize(
    ("member", "value", "expected"),
    [
        ("time_stamp", dt.datetime(2026, 1, 14, 9, 30, tzinfo=dt.UTC), "2026-01-14T09:30:00Z"),
        ("time_stamp", dt.datetime(2026, 1, 14), "2026-01-14T00:00:00"),
        ("time_stamp", InvalidText("yesterday"), {"$invalid": "yesterday"}),
        ("time_stamp", dt.datetime(2026, 1, 14, 23, 59, 59, 123000, dt.timezone(-dt.timedelta(hours=3))), LATE),
        ("time_stamp", BeyondRange("12026-01-14T09:30:00Z"), "12026-01-14T09:30:00Z"),
        ("value", "007.50", "007.50"),
        ("value", InvalidText("x"), {"$invalid": "x"}),
        ("reading_type", "<&>\"'", "<&>\"'"),
    ],
)
def test_values_of_a_reading(member: str, value: Any, expected: Any) -> None:
    reading = Reading(**{"reading_type": "R", member: value})
    assert members(reading) == {"ReadingType": "R", {**keys_of(Reading)}[member]: expected}
    assert type(getattr(from_json(to_json(reading)), member)) is type(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12.5, 12.5),
        (-0.0, -0.0),
        (1e300, 1e300),
        (3, 3),
        (float("inf"), "INF"),
        (float("-inf"), "-INF"),
        (float("nan"), "NaN"),
        (BeyondRange("1e999"), "1e999"),
    ],
)
def test_floats(value: Any, expected: Any) -> None:
    device = end_device_config.EndDevice(initial_loss_of_life=value)
    found = members(device)["initialLossOfLife"]
    assert (found, str(found)) == (expected, str(expected))


@pytest.mark.parametrize("value", ["24:00:00", "09:30:00.12345678+01:00", "09:30:00Z"])
def test_exact_forms_of_time_stay(value: str) -> None:
    (sheet,) = (cim.load(xml.tariff(f"<t:hour>{value}</t:hour>|"), mode="raw").message,)
    again = from_json(to_json(sheet))
    assert members(sheet)["hour"] == [value]
    assert cim.to_bytes(again, mode="lax") == cim.to_bytes(sheet, mode="lax")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2**53 - 1, 2**53 - 1),
        (-(2**53), "-9007199254740992"),
        (10**30, "1" + "0" * 30),
        (BeyondRange("9" * 5000), "9" * 5000),
    ],
)
def test_whole_numbers_that_some_readers_would_round_are_texts(value: int, expected: Any) -> None:
    assert members(Clashing(big=value)) == {"big": expected}


def test_decimals_are_texts() -> None:
    sheet = xml.TariffSheet(code="T1", steps=[xml.TariffStep(above=0)], surcharges=[Decimal("1.50"), Decimal("1E+3")])
    assert members(sheet) == {"code": "T1", "Step": [{"above": 0}], "surcharge": ["1.50", "1000"]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (QualifiedName("m:Meter", "urn:m"), {"$name": "m:Meter", "$namespace": "urn:m"}),
        (QualifiedName("Meter"), "Meter"),
        (QualifiedName("Meter", ""), {"$name": "Meter", "$namespace": ""}),
        ("no name", {"$invalid": "no name"}),
    ],
)
def test_qualified_names(value: str, expected: Any) -> None:
    obj = Clashing(name=value)
    again = from_json(to_json(obj))
    assert json.loads(to_json(obj))["name"] == expected
    assert (str(again.name), getattr(again.name, "namespace", None)) == (value, getattr(value, "namespace", None))


def test_attribute_beside_an_element_of_its_name_has_a_mark() -> None:
    assert members(Clashing(mark="a", mark_2="b")) == {"@mark": "a", "mark": "b"}
    assert members(Texted(value="a", value_2="b")) == {"$value": "a", "value": "b"}
    assert members(cim.ID(value="NM-E-0041801", kind="name")) == {"value": "NM-E-0041801", "kind": "name"}


@pytest.mark.parametrize(
    ("obj", "expected"),
    [
        (end_device_config.EndDevice(initial_loss_of_life=InvalidText("much")), {"initialLossOfLife": INVALID}),
        (end_device_config.EndDevice(is_pan=InvalidText("much")), {"isPan": INVALID}),
        (cim.Header(verb=InvalidText("much"), noun=InvalidText("much")), {"Verb": INVALID, "Noun": INVALID}),
        (Clashing(small=InvalidText("much")), {"small": INVALID}),
    ],
)
def test_texts_that_are_no_values_stay(obj: Any, expected: Any) -> None:
    assert members(obj) == expected


def test_more_times_than_are_remembered() -> None:
    start = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
    stamps = [start + dt.timedelta(minutes=minute) for minute in range(5000)]
    readings = [meter_readings.IntervalReading(time_stamp=stamp) for stamp in [*stamps, *stamps]]
    block = meter_readings.IntervalBlock(reading_type="R", interval_readings=readings)
    assert members(block)["IntervalReadings"][5000]["timeStamp"] == "2026-01-14T00:00:00Z"


def test_values_that_an_enumeration_does_not_list_stay() -> None:
    refusal = refused('{"Verb": 1}', cim.Header)
    assert str(refusal).startswith("/Verb: found the number 1, expected a text: one of cancel, canceled, change")
    assert "expected a number, or one of" in str(refused('{"initialLossOfLife": []}', end_device_config.EndDevice))
    assert members(cim.Header(verb="bespeak", noun="")) == {"Verb": "bespeak", "Noun": ""}
    assert not from_json('{"Verb": "bespeak"}', cim.Header).verb.is_known


def test_document_begins_with_class_and_version() -> None:
    assert to_json(cim.MeterReadings()) == f'{{"$type":"MeterReadings","$version":{SCHEMA_VERSION}}}'
    assert to_json(cim.EndDeviceConfig(), indent=2).splitlines()[1] == '  "$type": "EndDeviceConfig",'


@pytest.mark.parametrize(
    ("cls", "name"),
    [
        (cim.EventMessage, "EventMessage"),
        (cim.Header, "Message.Header"),
        (cim.OperationSet, "Message.OperationSet"),
        (meter_readings.Meter, "MeterReadings.Meter"),
        (usage_point_config.Name, "common.Name"),
        (xml.TariffSheet, "{urn:northmoor:tariff}TariffSheet"),
        (xml.TariffStep, "{urn:northmoor:tariff}TariffSheet.TariffStep"),
    ],
)
def test_names_of_classes(cls: type[Element], name: str) -> None:
    assert name_of(cls) == name
    assert class_called(name) is cls


def test_every_class_has_a_name_of_its_own() -> None:
    schema = json_schema()
    classes = [name for name in schema["$defs"] if name[0].isupper() or name.startswith(("{", "common."))]
    assert len(classes) > 240
    assert all(class_called(name) is None or name_of(class_called(name)) == name for name in classes)  # type: ignore[arg-type]
    assert {profile.cls for profile in all_profiles()} <= {class_called(name) for name in classes}


def test_class_that_is_asked_for_needs_no_name() -> None:
    assert from_json('{"name": "NM-E-0041801"}', meter_readings.Name) == meter_readings.Name(name="NM-E-0041801")
    assert from_json('\ufeff{"$type": "MeterReadings"}', cim.Element) == cim.MeterReadings()
    with pytest.raises(TypeError, match="expected a message class"):
        from_json("{}", cim.Verb)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "", "line 1, column 1: not well-formed JSON: no content; expected a JSON object"),
        ('{"a": 1', "", "line 1, column 8: not well-formed JSON: expecting ',' delimiter"),
        (
            '{"a": NaN}',
            "",
            "line 1, column 7: found NaN, which JSON does not have; expected a number, or one of the texts 'NaN'",
        ),
        ('{"a": "\x01"}', "", "line 1, column 8: not well-formed JSON: invalid control character"),
        (
            b'{"a": "\xff"}',
            "",
            "line 1, column 8: byte 8 is no UTF-8, the encoding of JSON; convert the text first",
        ),
        (
            '{"a": ' + "9" * 5000 + "}",
            "",
            "line 1, column 7: found a number of thousands of digits; write it as a text",
        ),
        ("[]", "", "at the root: found a list of 0, expected an object: a message or a payload"),
        ("{}", "", "at the root: found no $type, expected the name of a class such as 'MeterReadings'; or give cls"),
        ('{"$type": "Meter"}', "/$type", "/$type: found the text 'Meter', expected the name of a class that is known"),
        ('{"$type": null}', "/$type", "/$type: found null, expected the name of a class"),
        ('{"$type": "common.x"}', "/$type", "/$type: found the text 'common.x', expected"),
        ('{"$version": 2, "x": 1}', "/$version", "/$version: found the number 2, expected 1, the only version"),
    ],
)
def test_what_is_no_message(text: str | bytes, path: str, message: str) -> None:
    error = refused(text)
    assert error.path == path
    assert str(error).startswith(message)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a": ["NaN", "\\"",\n -Infinity]}', 2, 2),
        ('{"é NaN": 1.5e3,\n\n  "b": NaN, "c": NaN}', 3, 8),
        ("NaN", 1, 1),
        ('{"a": "' + "9" * 5000 + '", "b": 0.' + "9" * 5000 + ',\n"c": [1, -' + "9" * 5000 + "]}", 2, 10),
        (b'\xef\xbb\xbf{"\xc3\xa9": 1,\n"\xc3\xa9\xff": 1}', 2, 3),
        (memoryview(b"\xff"), 1, 1),
        ('\ufeff{"a" 1}', 1, 6),
    ],
)
def test_place_of_what_is_no_json(text: Any, line: int, column: int) -> None:
    error = refused(text)
    assert (error.line, error.column) == (line, column)
    assert str(error).startswith(f"line {line}, column {column}: ")


def test_other_class_than_asked_for() -> None:
    assert str(refused('{"$type": "MeterReadings"}', cim.EventMessage)) == (
        "/$type: found MeterReadings, expected EventMessage"
    )


@pytest.mark.parametrize(
    ("readings", "path", "message"),
    [
        (
            '{"vlaue": "1"}',
            "/vlaue",
            "found the key 'vlaue', which common.Reading does not have; expected perhaps 'value'",
        ),
        ('{"time_stamp": 1}', "/time_stamp", "expected perhaps 'timeStamp'"),
        ('{"x/~": 1}', "/x~1~0", "expected one of: "),
        ('{"value": 1}', "/value", "found the number 1, expected a text"),
        ('{"value": null}', "/value", "found null, expected a text"),
        (
            '{"value": {"$invalid": 1}}',
            "/value",
            "found an object with the keys '$invalid', expected a text, or the text",
        ),
        ('{"value": "1", "value": "2"}', "", "found the key 'value' twice in one object, expected it once"),
        ('{"value": {"$invalid": "", "$invalid": ""}}', "/value", "found the key '$invalid' twice in one object"),
        ('{"timeStamp": "yesterday"}', "/timeStamp", "found the text 'yesterday', expected a dateTime such as"),
        ('{"timeStamp": 1767225600}', "/timeStamp", "found the number 1767225600, expected a dateTime such as"),
        ('{"Names": {}}', "/Names", "expected one of"),
        ('{"ReadingQualities": {}}', "/ReadingQualities", "found {}, expected a list"),
        ('{"ReadingQualities": [{}, true]}', "/ReadingQualities/1", "found true, expected an object: a ReadingQuality"),
        ('{"$type": "common.Name"}', "/$type", "found common.Name, expected common.Reading"),
        ('{"$any": []}', "/$any", "found the key '$any'"),
        ('{"$foreign": {"x": 1}}', "/$foreign/x", "found an unknown key; expected attributes, elements"),
        ('{"$foreign": {"text": {}}}', "/$foreign/text", "found {}, expected a list"),
        (
            '{"$foreign": {"text": [{"index": 0}]}}',
            "/$foreign/text/0",
            "found an object with the keys 'index', expected",
        ),
        ('{"$foreign": {"text": [{"index": -1, "text": ""}]}}', "/$foreign/text/0/index", "found the number -1"),
        ('{"$foreign": {"attributes": {"xmlns": ""}}}', "/$foreign/attributes/xmlns", "is no name of an attribute"),
        ('{"$foreign": {"attributes": {"{}a": ""}}}', "/$foreign/attributes/{}a", "is no name of an attribute"),
        ('{"$foreign": {"attributes": {"{a<b}c": ""}}}', "/$foreign/attributes/{a<b}c", "cannot be a namespace in XML"),
        ('{"$foreign": {"attributes": {"{ a}c": ""}}}', "/$foreign/attributes/{ a}c", "cannot be a namespace in XML"),
        (
            '{"$foreign": {"attributes": {"a": {"$name": "b:c", "$namespace": "\\u0000"}}}}',
            "/$foreign/attributes/a",
            "cannot be a namespace in XML",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "ReadingType", "index": 0, "attributes": {"ref": "x"}}]}}',
            "/$foreign/leaves/0/attributes/ref",
            "found an attribute that the class has itself",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "reading_type", "index": 0, "attributes": {}}]}}',
            "/$foreign/leaves/0/member",
            "found the text 'reading_type', expected the key of a plain value: one of reason, reportedDateTime,",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "ReadingQualities", "index": 0, "attributes": {"x": "v"}}]}}',
            "/$foreign/leaves/0/member",
            "found the text 'ReadingQualities', expected the key of a plain value",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "value", "index": 1, "attributes": {"x": "v"}}]}, "value": "1"}',
            "/$foreign/leaves/0/index",
            "found the number 1, expected the place of a value of value, from 0; it has 1",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "value", "index": 0, "attributes": {"x": "v"}}]}}',
            "/$foreign/leaves/0/index",
            "found the number 0, expected the place of a value of value, from 0; it has 0",
        ),
        (
            '{"value": "", "$foreign": {"leaves": [{"member": "value", "index": 0, "attributes": {"ref": null}}]}}',
            "/$foreign/leaves/0/attributes/ref",
            "found null, expected a text",
        ),
        (
            '{"$foreign": {"leaves": [{"member": "ReadingType", "index": 0, "attributes": {"x": null}}]}}',
            "/$foreign/leaves/0/attributes/x",
            "found null, expected a text",
        ),
        (
            '{"$foreign": {"leaves": [%s, %s]}, "value": "1"}'
            % (('{"member": "value", "index": 0, "attributes": {}}',) * 2),
            "/$foreign/leaves/1",
            "found a second entry for this value",
        ),
        ('{"$foreign": {"attributes": {"a": null}}}', "/$foreign/attributes/a", "found null, expected a text"),
        ('{"$foreign": {"text": [{"index": 0.5, "text": ""}]}}', "/$foreign/text/0/index", "found the number 0.5"),
        (
            '{"$foreign": {"order": [{"choice": 1, "members": []}, {"choice": 1, "members": []}]}}',
            "/$foreign/order/1",
            "found a second entry for this choice",
        ),
        ('{"$foreign": {"attributes": {"a": 1}}}', "/$foreign/attributes/a", "found the number 1, expected a text"),
        (
            '{"$foreign": {"attributes": {"a=\\"\\" b": ""}}}',
            '/$foreign/attributes/a="" b',
            "is no name of an attribute",
        ),
        (
            '{"$foreign": {"attributes": {"a": {"$name": "x=\\"\\":y", "$namespace": "urn:x"}}}}',
            "/$foreign/attributes/a",
            "expected a name with a prefix or without one",
        ),
        ('{"$foreign": {"attributes": {"a": {"$name": "x"}}}}', "/$foreign/attributes/a", "expected a name with its"),
        (
            '{"$foreign": {"order": [{"choice": 1, "members": ["a"]}]}}',
            "/$foreign/order/0/members",
            "expected the key of",
        ),
        (
            '{"$foreign": {"order": [{"choice": 1, "members": 1}]}}',
            "/$foreign/order/0/members",
            "expected a list of mem",
        ),
        ('{"$foreign": {"elements": [{"index": 0, "xml": "<a"}]}}', "/$foreign/elements/0/xml", "not well-formed XML"),
        (
            '{"$foreign": {"elements": [{"index": 0, "xml": 1}]}}',
            "/$foreign/elements/0/xml",
            "expected a text: an element",
        ),
        (
            '{"$foreign": {"elements": [{"index": 0, "xml": "<!DOCTYPE a [<!ENTITY b \'c\'>]><a>&b;</a>"}]}}',
            "/$foreign/elements/0/xml",
            "document type declaration",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(readings: str, path: str, message: str) -> None:
    text = f'{{"$type": "MeterReadings", "MeterReading": [{{}}, {{"Readings": [{readings}]}}]}}'
    error = refused(text)
    assert error.path == f"/MeterReading/1/Readings/0{path}"
    assert message in str(error)
    assert str(error).isprintable()


@pytest.mark.parametrize(
    ("part", "path", "message"),
    [
        (
            '"big": 9007199254740992',
            "/big",
            "which many readers of JSON would round; expected a number: a whole number",
        ),
        ('"big": 1.5', "/big", "found the number 1.5, expected a number: a whole number, or a text of digits"),
        ('"small": 32768', "/small", "found the number 32768, expected a number: a whole number in -32768..32767"),
        ('"small": "3"', "/small", "found the text '3', expected a number"),
        ('"name": "a b"', "/name", "found the text 'a b', expected a qualified name"),
        ('"big": ' + "9" * 200, "/big", "found a very long number, which many readers"),
        ('"big": true', "/big", "found true, expected a number: a whole number, or a text of digits"),
        ('"name": 1', "/name", "found the number 1, expected an object: a name with its namespace"),
    ],
)
def test_numbers_and_names_that_do_not_fit(part: str, path: str, message: str) -> None:
    error = refused(f"{{{part}}}", Clashing)
    assert (error.path, message in str(error)) == (path, True)


def test_numbers_that_json_writes_otherwise() -> None:
    found = from_json('{"big": 3.0, "small": -0, "name": {"$invalid": ""}}', Clashing)
    assert (found.big, found.small, type(found.big), type(found.name)) == (3, 0, int, InvalidText)
    assert from_json('{"initialLossOfLife": 3}', end_device_config.EndDevice).initial_loss_of_life.is_integer()
    for text in ("1e400", "-1" + "0" * 400):
        assert "beyond what a float holds" in str(
            refused(f'{{"initialLossOfLife": {text}}}', end_device_config.EndDevice)
        )


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        ("{}", "", "found {}, expected a payload with its $type"),
        ('{"$type": "EventMessage"}', "/$type", "found EventMessage, expected a noun such as MeterReadings"),
        ('{"$type": "MeterReadings.Meter"}', "/$type", "found MeterReadings.Meter, expected a noun"),
        ('{"$xml": "<a/>", "$type": "x"}', "", "expected an element of unknown vocabulary"),
        ('{"$xml": "text"}', "", "not well-formed XML"),
        ('{"$xml": "<a b=\'\\ud800\'/>"}', "", "lone surrogate"),
    ],
)
def test_contents_that_do_not_fit(content: str, path: str, message: str) -> None:
    error = refused(f'{{"$type": "EventMessage", "Payload": {{"$any": [{content}]}}}}')
    assert error.path == f"/Payload/$any/0{path}"
    assert message in str(error)


def test_whole_numbers_of_the_mapping_may_have_a_point() -> None:
    text = '{"$type": "MeterReadings", "$version": 1.0, "$foreign": {"text": [{"index": 1.0, "text": "x"}]}}'
    assert from_json(text).foreign.text == [(1, "x")]
    assert validator("MeterReadings").is_valid(json.loads(text))
    assert refused('{"$version": 1.5}').path == refused('{"$version": true}').path == "/$version"


def test_payload_documents_can_be_put_into_a_message() -> None:
    text = f'{{"$type": "EventMessage", "Payload": {{"$any": [{to_json(cim.MeterReadings())}]}}}}'
    assert from_json(text).payload.content == [cim.MeterReadings()]


@pytest.mark.parametrize(
    ("obj", "path", "message"),
    [
        (
            Reading(reading_type="R", value=1.5),
            "/value",
            "found float, expected a str; give its text, str(value), which is '1.5'",
        ),
        (
            Reading(reading_type=cim.codes.ReadingTypeCode.build(accumulation="deltaData")),
            "/ReadingType",
            "found ReadingTypeCode, expected a str; give its text, str(value), which is '0.0.0.4.0.0.0.0.0.0.0.0.0.0",
        ),
        (Reading(reading_type=True), "/ReadingType", "found bool, expected a str"),
        (
            Reading(reading_type="R", time_stamp="now"),
            "/timeStamp",
            "expected a datetime, got str; expected a dateTime",
        ),
        (Reading(reading_type="R", reading_qualities="abc"), "/ReadingQualities", "found str, expected a list"),
        (Reading(reading_type="R", reading_qualities=[None]), "/ReadingQualities/0", "found NoneType, expected"),
        (Reading(reading_type="R", foreign=1), "/$foreign", "found int, expected a Foreign or None"),
        (Reading(reading_type="R", foreign=Foreign(order={1: ("x",)})), "/$foreign", "speaks of a member 'x'"),
        (Clashing(small=40000), "/small", "found '40000'; expected a whole number in -32768..32767"),
        (Clashing(name=1), "/name", "found int, expected a QualifiedName"),
        (cim.Payload(content=[cim.Header(verb="get", noun="x")]), "/$any/0", "found Message.Header, expected a noun"),
        (cim.Request(content=["x"]), "/$any/0", "found str, expected a noun such as MeterReadings, or a RawElement"),
        (cim.OperationSet(enforce_msg_sequence="yes"), "/enforceMsgSequence", "found str, expected True or False"),
        (cim.Header(verb="get", noun="\ud83d\ude00"), "/Noun", "two surrogates"),
        (
            xml.TariffSheet(code="T1", surcharges=[], site=["a", "b\ud83d\ude00"], steps=[]),
            "/Site/1",
            "two surrogates",
        ),
        (
            Reading(reading_type="R", foreign=Foreign(attributes={"a": "", "b\ud83d\ude00": ""})),
            "/$foreign/attributes/b\ud83d\ude00",
            "two surrogates",
        ),
        (
            Reading(reading_type="R", foreign=Foreign(attributes={"a": None})),  # type: ignore[dict-item]
            "/$foreign/attributes/a",
            "found NoneType, expected a str; remove the attribute",
        ),
        (
            Reading(reading_type="R", value="1", foreign=Foreign(leaves={("value", 0): {"ref": None}})),
            "/$foreign/leaves/0/attributes/ref",
            "found NoneType, expected a str",
        ),
    ],
)
def test_objects_that_json_cannot_hold(obj: Any, path: str, message: str) -> None:
    with pytest.raises(JsonError) as caught:
        to_json(obj)
    assert caught.value.path == path
    assert message in str(caught.value)


def test_attributes_of_values_that_are_gone_are_left_out_as_in_xml() -> None:
    leaves: dict[tuple[str, int], dict[str, str | None]] = {
        ("value", 0): {"x": "1"},
        ("reason", 0): {"x": "2"},
        ("reading_qualities", 0): {"x": "3"},
        ("reading_type", 0): {"ref": None},
    }
    reading = Reading(reading_type="", value="1", foreign=Foreign(leaves=leaves))
    again = from_json(to_json(reading))
    assert list(again.foreign.leaves) == [("value", 0), ("reading_type", 0)]
    readings = [
        cim.MeterReadings(meter_reading=[meter_readings.MeterReading(readings=[one])]) for one in (reading, again)
    ]
    assert cim.to_bytes(readings[0], mode="lax") == cim.to_bytes(readings[1], mode="lax")


@pytest.mark.parametrize(
    ("indent", "error"), [("\t", TypeError), (True, TypeError), (2.0, TypeError), (-1, ValueError)]
)
def test_indent_is_a_number_of_blanks(indent: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"indent is .*, expected a number of blanks"):
        to_json(cim.MeterReadings(), indent=indent)
    assert to_json(cim.MeterReadings(), indent=0).splitlines() == [
        "{",
        '"$type": "MeterReadings",',
        '"$version": 1',
        "}",
    ]


def test_limits_are_limits() -> None:
    with pytest.raises(TypeError, match=r"limits is None, expected a cim\.Limits; leave it out"):
        from_json("{}", limits=None)  # type: ignore[call-overload]


def test_only_messages_and_what_is_in_them_are_written() -> None:
    with pytest.raises(TypeError, match="found dict, expected a message"):
        to_json({})  # type: ignore[arg-type]

    @define(slots=True, kw_only=True, repr=False, eq=False)
    class Unknown(Element):
        __xml__: ClassVar[XmlType] = XmlType("Unknown", ())

    with pytest.raises(JsonError, match=r"belongs to no root element that is known; make its package known"):
        to_json(Unknown())
    with pytest.raises(JsonError, match=r"Unknown belongs to no root element"):
        json_schema(Unknown)


def test_subclass_becomes_the_class_that_it_extends() -> None:
    class Mine(meter_readings.Name):
        pass

    meter = meter_readings.Meter(names=[Mine(name="a")])
    assert to_json(Mine(name="a")) == '{"$type":"common.Name","$version":1,"name":"a"}'
    assert type(from_json(to_json(meter)).names[0]) is meter_readings.Name


def test_registered_subclass_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    @define(slots=True, kw_only=True, repr=False, eq=False)
    class Step(xml.TariffStep):
        pass

    Step.__module__ = xml.__name__
    monkeypatch.setattr(xml, "Step", Step, raising=False)
    sheet = xml.TariffSheet(code="T1", steps=[Step(above=1)])
    again = from_json(to_json(sheet))
    assert json.loads(to_json(sheet))["Step"] == [{"$type": "{urn:northmoor:tariff}TariffSheet.Step", "above": 1}]
    assert type(again.steps[0]) is Step


def test_texts_beyond_the_limits() -> None:
    text = to_json(cim.MeterReadings())
    assert from_json(text, limits=cim.Limits(pause_gc=False)) == cim.MeterReadings()
    for given in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        assert from_json(given, limits=cim.Limits(max_bytes=len(text))) == cim.MeterReadings()
        with pytest.raises(cim.LimitError, match=r"more than 37 bytes; raise Limits\(max_bytes"):
            from_json(given, limits=cim.Limits(max_bytes=len(text) - 1))
    with pytest.raises(cim.LimitError, match="more than 60 bytes"):
        from_json(to_json(cim.Header(verb="get", noun="é" * 10)), limits=cim.Limits(max_bytes=60))
    with pytest.raises(TypeError, match="found int, expected JSON as str or bytes"):
        from_json(1)  # type: ignore[call-overload]


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, '{"$type":"MeterReadings","x":' + "[" * 200_000])
def test_deep_texts_are_one_error(text: str) -> None:
    with pytest.raises(cim.LimitError, match="nested more deeply than can be read"):
        from_json(text)


def test_deep_contents_are_one_error() -> None:
    text = '{"$type":"EventMessage","Payload":{"OperationSet":{"Operation":[{}]}}}'
    assert from_json(text, limits=cim.Limits(max_depth=8)).payload.operation_set.operation[0].noun is None
    xml_text = json.dumps("<a>" * 200 + "</a>" * 200)
    with pytest.raises(cim.LimitError, match="nested more than 128 elements deep"):
        from_json(f'{{"$type":"EventMessage","Payload":{{"$any":[{{"$xml":{xml_text}}}]}}}}')
    names = "".join(f" xmlns:a{number}='urn:{number}'" for number in range(200))
    with pytest.raises(cim.LimitError, match="more than 128 namespaces"):
        from_json(f'{{"$type":"EventMessage","Payload":{{"$any":[{{"$xml":"<a{names}/>"}}]}}}}')


def test_objects_that_contain_themselves_are_one_error() -> None:
    sheet = xml.TariffSheet(code="T1", steps=[])
    sheet.extension = sheet
    with pytest.raises(cim.LimitError, match="nested too deeply for JSON, or contains itself"):
        to_json(sheet)
    for _ in range(200):
        sheet = xml.TariffSheet(code="T1", steps=[], extension=sheet if sheet.extension is not sheet else None)
    with pytest.raises(cim.LimitError, match=r"more than 128 levels of objects; raise Limits\(max_depth"):
        from_json(to_json(sheet))
    assert from_json(to_json(sheet), limits=cim.Limits(max_depth=300)).code == "T1"


def test_hostile_keys_and_texts_are_cut_in_errors() -> None:
    key = "\u202e" + "x" * 1_000_000
    error = refused(json.dumps({"$type": "MeterReadings", key: 1}))
    assert error.path == f"/{key}"
    assert len(str(error)) < 1200
    assert str(error).isprintable()


@cache
def validator(name: str) -> Any:
    schema = json_schema(name, payloads=["{urn:northmoor:tariff}TariffSheet"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


LEAF = '{"$type": "Message.User", "UserID": "", "$foreign": {"leaves": [{"member": "UserID", "index": 0, %}]}}'
SHEET = '{"$type": "{urn:northmoor:tariff}TariffSheet", "code": "T1", "Step": [{"above": 0}]'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MeterReadings", "{}"),
        ("MeterReadings", '{"$type": "MeterConfig"}'),
        ("MeterReadings", '{"$type": "MeterReadings", "$version": 2}'),
        ("MeterReadings", '{"$type": "MeterReadings", "meter_reading": []}'),
        ("MeterReadings", '{"$type": "MeterReadings", "MeterReading": {}}'),
        ("EventMessage", '{"$type": "EventMessage", "Payload": {"$any": [{"$type": "MeterReadings"}]}}'),
        ("MeterReadings", '{"$type": "MeterReadings", "MeterReading": [{"Readings": [{}]}]}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": "", "timeStamp": "yesterday"}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": "", "timeStamp": {"$invalid": "x"}}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": "", "timeStamp": "2026-01-14T25:00:00Z"}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": null}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": "", "$foreign": {"x": 1}}'),
        ("common.Reading", '{"$type": "common.Reading", "ReadingType": "", "$foreign": {"attributes": {"a": null}}}'),
        ("Message.User", LEAF.replace("%", '"attributes": {"ref": 1}')),
        ("Message.User", LEAF.replace("%", '"attributes": {"x": null}')),
        ("MeterReadings", '{"$type": "MeterReadings", "MeterReading": [{"$type": "zzz"}]}'),
        ("MeterReadings", '{"$type": "MeterReadings", "MeterReading": [{"$type": "MeterReadings.Meter"}]}'),
        ("Message.Header", '{"$type": "Message.Header", "Verb": "bespeak", "Noun": ""}'),
        (
            "EventMessage",
            '{"$type": "EventMessage", "Header": {"Verb": "created", "Noun": ""}, "Payload": {"$any": [{}]}}',
        ),
        ("{urn:northmoor:tariff}TariffSheet", SHEET.partition(', "Step"')[0] + "}"),
        ("{urn:northmoor:tariff}TariffSheet", SHEET + ', "revision": 256}'),
        ("{urn:northmoor:tariff}TariffSheet", SHEET + ', "surcharge": [1.5]}'),
        ("{urn:northmoor:tariff}TariffSheet", SHEET + ', "surcharge": ["1e3"]}'),
        ("{urn:northmoor:tariff}TariffSheet", SHEET + ', "surcharge": ["1"], "rebate": "1"}'),
        ("{urn:northmoor:tariff}TariffSheet", SHEET + ', "mark": ["a", "b", "c"]}'),
    ],
)
def test_schemas_refuse_what_is_not_valid(name: str, text: str) -> None:
    assert not validator(name).is_valid(json.loads(text))


def test_schemas_take_classes_of_users() -> None:
    note = xml.TariffNote(value=Decimal("-0.5"), language="en")
    sheet = xml.TariffSheet(
        code="T1",
        revision=255,
        season=xml.Season.WINTER,
        from_date=dt.date(2026, 1, 14),
        steps=[xml.TariffStep(above=2**70)],
        rebate=Decimal(1),
        note=note,
        site=["a"],
        extension=RawElement("<a/>"),
        foreign=Foreign(elements=[Kept(0, RawElement("<b/>"))]),
    )
    validator("{urn:northmoor:tariff}TariffSheet").validate(json.loads(to_json(sheet)))
    event = cim.EventMessage(header=cim.Header(verb="created", noun="x"), payload=cim.Payload(content=[sheet]))
    validator("EventMessage").validate(json.loads(to_json(event)))
    assert from_json(to_json(event)) == event


def test_schema_of_one_noun_is_small() -> None:
    schema = json_schema(cim.EventMessage, payloads=["MeterReadings"])
    assert schema["$id"] == "urn:cim61968-9:json:1:EventMessage?=payloads=MeterReadings"
    assert schema["$defs"]["content"]["else"]["properties"] == {"$type": {"enum": ["MeterReadings"]}}
    assert len(json.dumps(schema)) < 40_000
    assert json_schema(cim.EventMessage, payloads=[])["$defs"]["content"]["else"] == {"not": {}}
    assert json_schema("MeterReadings")["$defs"]["MeterReadings"]["description"].startswith("Metered data")
    for one in ("MeterReadings", cim.MeterReadings, iter(["MeterReadings", cim.MeterReadings])):
        assert json_schema("EventMessage", payloads=one) == schema


@pytest.mark.parametrize("payload", ["common.Name", "EventMessage", cim.EventMessage, "MeterReadings.Meter"])
def test_payloads_of_schemas_are_payloads(payload: Any) -> None:
    with pytest.raises(JsonError, match=r"is no payload of messages; expected nouns such as 'MeterReadings'"):
        json_schema("EventMessage", payloads=["MeterReadings", payload])


@pytest.mark.parametrize("what", [12, Reading(reading_type="R"), ["MeterReadings"], cim.Verb])
def test_schema_of_what_is_no_class(what: Any) -> None:
    with pytest.raises(TypeError, match=r"expected a message class such as cim\.MeterReadings, or its name"):
        json_schema(what)
    with pytest.raises(TypeError, match="expected a message class"):
        json_schema("EventMessage", payloads=[what])


@pytest.mark.parametrize("what", ["Meter", "", "MeterReadings.Nothing", "{urn:nothing}Meter"])
def test_schema_of_an_unknown_class(what: str) -> None:
    with pytest.raises(JsonError, match="there is no class"):
        json_schema(what)
