"""What a review found: odd input, hostile input, and words that mean the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from lxml import etree

import cim61968_9 as cim
from cim61968_9.codes import (
    Accumulation,
    CodeError,
    EndDeviceEventCode,
    Measure,
    MeasuringPeriod,
    ObisCode,
    ReadingQualityCode,
    ReadingTypeCode,
    Unit,
    UnitError,
    search,
)
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Name, Reading, ReadingQualityType, ReadingType

KWH = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
LONG = "x" * 100_000


@pytest.mark.parametrize(
    ("code", "field", "word"),
    [
        (ReadingTypeCode.build(measurement_kind=54), "measurement_kind", "voltage"),
        (ReadingTypeCode.build(phases=784), "phases", "S12N"),
    ],
)
def test_word_that_is_disputed_does_not_contradict_the_code_beside_it(
    code: ReadingTypeCode, field: str, word: str
) -> None:
    element = ReadingType(names=[Name(name=str(code))])
    setattr(element, field, word)
    assert element.type_code == code


def test_memory_of_parsed_texts_does_not_keep_documents() -> None:
    root = etree.fromstring(f'<a ref="{KWH.replace(".72.", ".73.")}"/>')
    text = root.xpath("@ref")[0]
    ReadingTypeCode.parse(text)
    kept = [key for key in ReadingTypeCode.parse.__self__ if key == text]  # type: ignore[attr-defined]
    assert [type(key) for key in kept] == [str]


def test_powers_beyond_the_usual_are_exact_too() -> None:
    assert Measure("1e5000", "kWh").to("Wh").value == Decimal("1e5003")
    assert Measure("1", Unit("Wh", 100_000)).base.value == Decimal("1e100000")
    assert Measure("1", Unit("Wh", -100_000)).base.value == Decimal("1e-100000")


def test_pint_gets_every_digit() -> None:
    pytest.importorskip("pint")
    value = "1.2345678901234567890123456789012345"
    assert Measure(value, "kWh").to_pint().magnitude == Decimal("1234.5678901234567890123456789012345")


@pytest.mark.parametrize("value", ["1_000", "١٢"])
def test_only_decimals_of_xml_are_values(value: str) -> None:
    with pytest.raises(UnitError):
        Measure(value, "Wh")
    with pytest.raises(ValueError, match="is no decimal number"):
        _ = Reading(reading_type=KWH, value=value).decimal


@pytest.mark.parametrize("power", [3.5, "k"])
def test_unit_has_a_whole_power(power: object) -> None:
    with pytest.raises((UnitError, TypeError)):
        Unit("Wh", power)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, 17, b"Wh"])
def test_what_is_no_text_is_no_unit(text: object) -> None:
    with pytest.raises(UnitError):
        Unit.parse(text)  # type: ignore[arg-type]


def test_member_of_one_field_is_refused_for_another() -> None:
    with pytest.raises(CodeError):
        ReadingTypeCode.build(flow_direction=Accumulation.deltaData)


@pytest.mark.parametrize("name", ["deltaData", "deltadata", "DELTADATA"])
def test_names_are_in_an_enumeration_when_they_make_its_values(name: str) -> None:
    assert Accumulation(name) is Accumulation.deltaData
    assert name in Accumulation


@pytest.mark.parametrize("pattern", ["", None])
def test_pattern_of_no_parts_is_refused(pattern: str | None) -> None:
    with pytest.raises(CodeError):
        ReadingTypeCode.parse(KWH).matches(pattern)  # type: ignore[arg-type]


def test_pattern_and_keywords_must_both_fit() -> None:
    code = ReadingTypeCode.build(measuring_period=MeasuringPeriod.fifteenMinute)
    assert not code.matches("*.*.7" + ".*" * 15, measuring_period=2)


@pytest.mark.parametrize(
    "sub_category", ["GENERICESTIMATE", "genericestimate", "0"], ids=["upper", "lower", "number as text"]
)
def test_subcategories_are_named_like_categories(sub_category: str) -> None:
    assert ReadingQualityCode.build(category="ESTIMATED", sub_category=sub_category) == ReadingQualityCode((0, 8, 0))


def test_number_without_end_in_a_definition_is_a_code_error() -> None:
    with pytest.raises(CodeError):
        _ = ReadingQualityType(category="8", sub_category="9" * 5_000).type_code


@pytest.mark.parametrize(
    "call",
    [
        lambda: Accumulation(LONG),
        lambda: ReadingTypeCode(LONG),  # type: ignore[arg-type]
        lambda: ReadingTypeCode.parse(KWH).matches(LONG),
        lambda: ReadingTypeCode.build(tou=LONG),
        lambda: ReadingQualityCode.named(LONG),
        lambda: EndDeviceEventCode.named(LONG),
        lambda: ObisCode.parse(LONG),
        lambda: Unit.parse(LONG),
        lambda: Measure(LONG, "Wh"),
    ],
    ids=["value", "numbers", "pattern", "count", "quality", "event", "obis", "unit", "measure"],
)
def test_errors_do_not_repeat_all_of_a_long_text(call: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="x") as caught:
        call()
    assert len(str(caught.value)) < 500


def test_remarks_do_not_repeat_all_of_a_long_text() -> None:
    long = ".".join(["1"] * 50_000)
    for found in (ReadingTypeCode.parse_lenient(f" {long}"), EndDeviceEventCode.parse_lenient(f" {long}")):
        assert all(len(str(remark)) < 500 for remark in found.remarks)


@pytest.mark.parametrize(
    ("words", "scheme", "code"),
    [
        ("3.26.0.85", "event", "*.26.0.85"),
        ("*.26.0.85", "event", "*.26.0.85"),
        ("2.4", "reply", "2.4"),
        ("1.8.0", "obis", "1-0:1.8.0*255"),
        ("kvarh", "reading_type.unit", "73"),
        ("KWH", "reading_type.unit", "72"),
        ("hourly", "reading_type.measuringPeriod", "7"),
    ],
)
def test_search_finds_what_operators_type(words: str, scheme: str, code: str) -> None:
    assert (scheme, code) in [(hit.scheme, hit.code) for hit in search(words, limit=5)]


def test_word_is_not_found_by_a_beginning_that_says_something_else() -> None:
    assert not {"powerFactor", "demand", "average"} & {hit.name for hit in search("overvoltage", limit=5)}


def test_message_with_many_types_is_told_in_few_lines() -> None:
    readings = [Reading(reading_type=KWH.replace(".0.0.3.", f".0.{number}.3."), value="1") for number in range(500)]
    payload = cim.MeterReadings(meter_reading=[MeterReading(readings=readings)])
    assert len(cim.describe(payload).splitlines()) <= 40


def test_meters_without_name_are_counted_one_by_one() -> None:
    one = Reading(reading_type=KWH, value="1")
    payload = cim.MeterReadings(meter_reading=[MeterReading(meter=Meter(), readings=[one]) for _ in range(3)])
    assert cim.describe(payload).splitlines()[0].startswith("3 values of 3 meters")


def test_texts_of_the_sender_add_no_lines() -> None:
    stamp = dt.datetime(2026, 1, 13, 12, tzinfo=dt.UTC)
    reading = Reading(reading_type=KWH, value="1", time_stamp=stamp)
    payload = cim.MeterReadings(meter_reading=[MeterReading(readings=[reading])])
    plain = cim.describe(cim.event("created", payload, source="MDM")).splitlines()
    tricky = cim.describe(cim.event("created", payload, source="MDM\nFAILED: nothing was done")).splitlines()
    assert len(tricky) == len(plain)
