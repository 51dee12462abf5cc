"""Message classes: construction, comparison, repr, copies, open enumerations, small conveniences."""

from __future__ import annotations

import copy
import math
import pickle
from decimal import Decimal
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.model import Member, XmlType
from cim61968_9.profiles import meter_config, meter_readings

MESSAGE = cim.read(
    xml.event(
        f"<m:MeterReadings><m:MeterReading><m:Readings><m:timeStamp>2026-01-31T24:00:00Z</m:timeStamp><m:value "
        f'v:n="1">47'
        f'</m:value><m:ReadingType ref="{xml.CODE}"/></m:Readings></m:MeterReading><v:x/></m:MeterReadings>'
    ),
    mode="raw",
)


def test_members_are_keywords_and_required_ones_are_required() -> None:
    with pytest.raises(TypeError, match="reading_type"):
        meter_readings.Reading()
    with pytest.raises(TypeError, match="positional"):
        meter_readings.Reading("x")
    with pytest.raises(TypeError, match="colour"):
        meter_readings.Meter(colour="red")
    with pytest.raises(AttributeError):
        meter_readings.Meter().colour = "red"


def test_lists_are_not_shared() -> None:
    assert meter_readings.Meter().names is not meter_readings.Meter().names


def test_objects_compare_by_value_and_class() -> None:
    assert meter_readings.Meter(mrid="1") == meter_readings.Meter(mrid="1")
    assert meter_readings.Meter(mrid="1") != meter_readings.Meter(mrid="2")
    assert meter_readings.Meter() != meter_config.Meter()
    assert meter_readings.Meter() != "Meter"
    assert meter_readings.Meter(mrid="1") != meter_readings.Meter(mrid="1", foreign=cim.Foreign(text=[(0, "x")]))


def test_objects_can_change_and_so_have_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(meter_readings.Meter())


def test_no_number_equals_itself_as_in_a_schema() -> None:
    one, other = (meter_config.Meter(time_zone_offset=float("nan")) for _ in range(2))

    assert one == other
    assert one == pickle.loads(pickle.dumps(other))
    assert one != meter_config.Meter(time_zone_offset=math.inf)


@pytest.mark.parametrize(
    "again", [copy.deepcopy(MESSAGE), *(pickle.loads(pickle.dumps(MESSAGE, p)) for p in (2, 3, 4, 5))]
)
def test_copies_and_pickles_are_equal_and_apart(again: Any) -> None:
    assert again == MESSAGE
    assert cim.to_bytes(again) == cim.to_bytes(MESSAGE)
    assert again.payload.content[0].foreign is not MESSAGE.payload.content[0].foreign
    again.payload.content[0].meter_reading.clear()
    assert again != MESSAGE


def test_shallow_copy_shares_its_lists() -> None:
    again = copy.copy(MESSAGE.payload)

    assert again == MESSAGE.payload
    assert again.content is MESSAGE.payload.content


def test_repr_leaves_out_what_is_not_set() -> None:
    assert repr(meter_readings.Meter()) == "Meter()"
    assert repr(meter_readings.Meter(mrid="1")) == "Meter(mrid='1')"
    assert repr(meter_readings.MeterReading(is_coincident_trigger=False)) == "MeterReading(is_coincident_trigger=False)"
    assert repr(meter_readings.Reading(value="", reading_type="x")) == "Reading(value='', reading_type='x')"
    assert "foreign" not in repr(MESSAGE)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (1, "[Meter(mrid='0')]"),
        (3, "[Meter(mrid='0'), Meter(mrid='1'), Meter(mrid='2')]"),
        (4, "[Meter(mrid='0'), ... 3 more]"),
        (5000, "[Meter(mrid='0'), ... 4999 more]"),
    ],
)
def test_repr_shortens_lists(count: int, shown: str) -> None:
    config = meter_config.MeterConfig(meter=[meter_config.Meter(mrid=str(number)) for number in range(count)])

    assert repr(config) == f"MeterConfig(meter={shown})"


def test_known_enumeration_value_is_a_member() -> None:
    verb = cim.Verb("get")

    assert verb is cim.Verb.get
    assert verb == "get"
    assert verb.is_known
    assert repr(verb) == "Verb.get"
    assert str(verb) == f"{verb}" == "get"


def test_unknown_enumeration_value_is_kept() -> None:
    verb = cim.Verb("publish")

    assert isinstance(verb, cim.Verb)
    assert not verb.is_known
    assert (verb.name, verb.value) == ("publish", "publish")
    assert verb == "publish" == cim.Verb("publish")
    assert verb != cim.Verb.get
    assert repr(verb) == "Verb('publish')"
    assert str(verb) == f"{verb}" == "publish"
    assert hash(verb) == hash("publish")
    assert {verb: 1}["publish"] == 1
    assert "publish" not in [str(each) for each in cim.Verb]
    assert "publish" not in cim.Verb._value2member_map_


@pytest.mark.parametrize("value", [cim.Verb("publish"), cim.Verb.get, cim.ErrorLevel("SEVERE"), cim.Verb("")])
def test_enumeration_values_can_be_copied_and_pickled(value: Any) -> None:
    copies = [copy.copy(value), copy.deepcopy(value), *(pickle.loads(pickle.dumps(value, p)) for p in (2, 3, 4, 5))]

    for again in copies:
        assert again == value
        assert type(again) is type(value)
        assert again.is_known is value.is_known


@pytest.mark.parametrize("value", [None, 5, ["get"]])
def test_enumeration_value_is_a_text(value: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid Verb"):
        cim.Verb(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("47.250", Decimal("47.250")), (" 47 ", Decimal(47)), ("-1E3", Decimal(-1000)), (None, None)],
)
def test_value_as_a_decimal(text: str | None, value: Decimal | None) -> None:
    assert meter_readings.Reading(value=text, reading_type="x").decimal == value
    assert meter_readings.IntervalReading(value=text).decimal == value


@pytest.mark.parametrize("text", ["", "n/a", "47,25", "NaN", "Infinity", "-INF", "1 000"])
def test_value_that_is_no_decimal_is_an_error_that_says_so(text: str) -> None:
    with pytest.raises(ValueError, match=f"^the value {text!r} is no decimal number; its text is in .value$"):
        _ = meter_readings.Reading(value=text, reading_type="x").decimal


def test_name_prints_as_its_text() -> None:
    assert str(meter_readings.Name(name="NM-1")) == "NM-1"


def test_content_of_a_class_is_found() -> None:
    readings, config = meter_readings.MeterReadings(), meter_config.MeterConfig()
    payload = cim.Payload(content=[readings, config, readings, cim.RawElement("<Bill/>")])

    assert payload.one(cim.MeterConfig) is config
    assert payload.all(cim.MeterReadings) == [readings, readings]
    assert payload.all(cim.EndDeviceEvents) == []
    assert cim.Request(content=[readings]).one(cim.MeterReadings) is readings


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ([], "expected exactly one MeterReadings, found 0; the content is: nothing"),
        (
            [meter_config.MeterConfig(), cim.RawElement("<Bill/>")],
            "expected exactly one MeterReadings, found 0; the content is: MeterConfig, Bill",
        ),
        (
            [meter_readings.MeterReadings()] * 2,
            "expected exactly one MeterReadings, found 2; the content is: MeterReadings, MeterReadings",
        ),
    ],
)
def test_content_that_is_not_exactly_one_is_an_error(content: list[object], text: str) -> None:
    with pytest.raises(LookupError) as caught:
        cim.Payload(content=content).one(cim.MeterReadings)

    assert str(caught.value) == text


def test_summary_of_a_message() -> None:
    header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings")

    assert cim.EventMessage(header=header).summary == "EventMessage created(MeterReadings)"
    header.source = "MDM"
    assert cim.EventMessage(header=header).summary == "EventMessage created(MeterReadings) from MDM"
    assert cim.EventMessage(header=None).summary == "EventMessage"
    assert cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED)).summary == "FaultMessage"


def test_field_table_answers_questions() -> None:
    table = meter_config.Meter.__xml__

    assert table.elements["mRID"].name == "mrid"
    assert table.attributes == {}
    assert table.text is None
    assert table.wildcard is None
    assert table.position["com_function"] == table.position["simple_end_device_function"] == 16
    assert table.position["end_device_info"] == 19
    assert table.names.index("simple_end_device_function") == 17
    assert table.elements["Names"].is_list
    assert not table.elements["mRID"].is_list
    assert repr(XmlType("T", (Member("a", "A", "xs:string"), Member("b", "B", "@ref")))) == "<XmlType T: A, B>"
    assert cim.ID.__xml__.text is not None
    assert list(cim.ID.__xml__.attributes) == ["idType", "idAuthority", "kind", "objectType"]
    assert cim.Operation.__xml__.wildcard is not None


def test_every_class_has_a_table_that_fits_its_members() -> None:
    from attrs import fields

    for name in cim.PROFILES:
        cls = getattr(cim, name)
        assert {one.name for one in fields(cls)} == {member.name for member in cls.__xml__.members} | {"foreign"}
