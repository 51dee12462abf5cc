"""Reading type codes: parsing, building, fields, matching, words, and their elements."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

import cim61968_9 as cim
from cim61968_9.codes import (
    Accumulation,
    Aggregate,
    CodeError,
    CodeValue,
    Commodity,
    Currency,
    FlowDirection,
    MacroPeriod,
    MeasurementKind,
    MeasuringPeriod,
    Multiplier,
    Phases,
    ReadingTypeCode,
    Unit,
    UnitCode,
)
from cim61968_9.profiles import get_meter_readings, meter_config, meter_readings, meter_service_requests

INTERVAL = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
BLOCK = "billing-period 15-minute fixed block maximum indicated value of forward active demand"
FULL = "8.8.57.6.19.2.8.5.1.3.4.2.1.3.129.6.38.978"


def test_fields_are_those_of_the_numbers() -> None:
    code = ReadingTypeCode.parse(FULL)

    assert code.macro_period == MacroPeriod.billingPeriod == 8
    assert code.aggregate is Aggregate.maximum
    assert code.measuring_period is MeasuringPeriod.rollingBlock60MinIntvl30MinSubIntvl
    assert code.accumulation is Accumulation.indicating
    assert code.flow_direction is FlowDirection.reverse
    assert code.commodity is Commodity.electricityPrimaryMetered
    assert code.measurement_kind is MeasurementKind.demand
    assert code.interharmonic == Fraction(5)
    assert code.argument == Fraction(3, 4)
    assert (code.tou, code.cpp, code.consumption_tier) == (2, 1, 3)
    assert code.phases is Phases.AN
    assert code.multiplier is Multiplier.M
    assert (code.unit, code.unit.symbol, code.unit.quantity, code.unit.power) == (Unit("W", 6), "MW", "power", 6)
    assert code.currency is Currency.EUR
    assert code.interval == timedelta(hours=1)
    assert code.unknown == ()
    assert code.remarks == ()


def test_code_is_a_frozen_value() -> None:
    code = ReadingTypeCode.parse(INTERVAL)

    assert code == ReadingTypeCode(map(int, INTERVAL.split(".")))
    assert {code: 1}[copy.deepcopy(code)] == 1
    assert pickle.loads(pickle.dumps(code)) == code
    assert not hasattr(code, "__dict__")
    with pytest.raises(AttributeError):
        code.numbers = ()  # type: ignore[misc]


def test_text_seen_before_gives_the_same_object() -> None:
    assert ReadingTypeCode.parse(INTERVAL) is ReadingTypeCode.parse("".join(list(INTERVAL)))


def test_memory_of_parsed_texts_is_bounded() -> None:
    for number in range(17_000):
        ReadingTypeCode.parse(f"0.0.2.4.1.1.12.0.0.0.0.{number}.0.0.0.3.72.0")

    assert len(ReadingTypeCode.parse.__self__) <= 16_384  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("0.0.2.4.x.1.12.0.0.0.0.0.0.0.0.3.72.0", "flowDirection", "part 5 of 18, is 'x'"),
        ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72. 0", "currency", "part 18 of 18, is ' 0'"),
        ("00.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "macroPeriod", "is '00'"),
        ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.+3.72.0", "multiplier", "is '+3'"),
        ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.-0.72.0", "multiplier", "is '-0'"),
        ("0.0.2.4.1.1.1_2.0.0.0.0.0.0.0.0.3.72.0", "measurementKind", "is '1_2'"),
        ("0.0.2.4.1.1.١٢.0.0.0.0.0.0.0.0.3.72.0", "measurementKind", "expected a whole number"),
        ("0.0.2.4.1.1.12", "interharmonic.numerator", "7 parts, expected 18; interharmonic.numerator is the first"),
        (INTERVAL + ".0", "", "19 parts, expected 18; nothing follows currency"),
        ("", "macroPeriod", "part 1 of 18, is ''"),
        ("9" * 5000 + INTERVAL[1:], "macroPeriod", "9..."),
        ("9" * 41 + INTERVAL[1:], "macroPeriod", "9..."),
        ("2.0.4.1.1.12.0.0.0.3.72", "tou", "edition 1"),
    ],
)
def test_wrong_shape_names_the_field(text: str, field: str, words: str) -> None:
    with pytest.raises(CodeError) as caught:
        ReadingTypeCode.parse(text)

    assert caught.value.field == field
    assert words in str(caught.value)
    assert len(str(caught.value)) < 400


def test_wrong_shape_is_a_value_error_of_the_library() -> None:
    assert issubclass(CodeError, ValueError)
    assert issubclass(CodeError, cim.Cim61968Error)
    with pytest.raises(CodeError, match="expected a text"):
        ReadingTypeCode.parse(17)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ReadingTypeCode.parse([INTERVAL])  # type: ignore[arg-type]


@pytest.mark.parametrize("numbers", [(1, 2), (0,) * 19, INTERVAL, [0.5] * 18, (10**40, *(0,) * 17)])
def test_constructor_takes_18_whole_numbers(numbers: object) -> None:
    with pytest.raises(CodeError):
        ReadingTypeCode(numbers)  # type: ignore[arg-type]


def test_unknown_numbers_survive_and_are_reported() -> None:
    code = ReadingTypeCode.parse("0.0.2.164.1.1.12.0.0.0.0.0.0.0.0.3.72.5")

    assert code.accumulation == 164
    assert code.accumulation.name == "unknown(164)"
    assert repr(code.accumulation) == "Accumulation.unknown(164)"
    assert code.unknown == ("accumulation", "currency")
    assert [str(remark) for remark in code.remarks] == [
        "accumulation: 164 is in no table",
        "currency: 5 is in no table",
    ]
    assert str(code).split(".")[3] == "164"
    assert "unknown accumulation 164" in code.describe()


def test_odd_fractions_and_counts_are_reported() -> None:
    code = ReadingTypeCode.parse("0.0.0.12.0.1.4.5.0.0.3.-1.0.0.128.0.5.0")

    assert (code.interharmonic, code.argument) == (None, 0)
    assert [one.part for one in code.remarks] == ["tou", "interharmonic", "argument"]


@pytest.mark.parametrize(
    ("text", "expected", "remarks"),
    [
        (INTERVAL, INTERVAL, 0),
        (f" {INTERVAL}\n", INTERVAL, 1),
        (INTERVAL.replace(".4.", ".04."), INTERVAL, 1),
        (INTERVAL + ".0", INTERVAL, 1),
        ("0.0.2.4.1.1.12", "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.0.0", 1),
        (f"{INTERVAL}.", INTERVAL, 1),
        ("d810c255-d085-56db-86aa-2ee2c3fe3f33", None, 1),
        ("2.0.4.1.1.12.0.0.0.3.72", None, 1),
    ],
)
def test_lenient_reading_repairs_and_remarks(text: str, expected: str | None, remarks: int) -> None:
    found = ReadingTypeCode.parse_lenient(text)

    assert (None if found.code is None else str(found.code)) == expected
    assert len(found.remarks) == remarks


def test_build_takes_names_numbers_members_and_symbols() -> None:
    wanted = ReadingTypeCode.parse(FULL)

    assert (
        ReadingTypeCode.build(
            macro_period="billingPeriod",
            aggregate=8,
            measuring_period=MeasuringPeriod.rollingBlock60MinIntvl30MinSubIntvl,
            accumulation="INDICATING",
            flow_direction="reverse",
            commodity="electricityPrimaryMetered",
            measurement_kind="demand",
            interharmonic=5,
            argument=Fraction(3, 4),
            tou="2",
            cpp=1,
            consumption_tier=3,
            phases="AN",
            unit="MW",
            currency="EUR",
        )
        == wanted
    )
    assert ReadingTypeCode.build() == ReadingTypeCode((0,) * 18)
    assert ReadingTypeCode.build(unit=72, multiplier="k").unit.symbol == "kWh"
    assert ReadingTypeCode.build(unit="kWh", multiplier=3).unit.symbol == "kWh"
    assert ReadingTypeCode.build(unit="Wh", multiplier="µ").multiplier == -6
    assert ReadingTypeCode.build(argument=(2, 4)).numbers[9:11] == (2, 4)
    assert ReadingTypeCode.build(argument=None, interharmonic=0, multiplier=None) == ReadingTypeCode.build()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"accumulation": "deltadata2"}, "no accumulation; expected a number or one of none, bulkQuantity"),
        ({"colour": 1}, "no field 'colour'; its fields are macro_period"),
        ({"tou": "two"}, "tou is 'two'; expected a whole number"),
        ({"interharmonic": "x"}, "interharmonic is 'x'"),
        ({"argument": (1, 2, 3)}, "argument is (1, 2, 3)"),
        ({"unit": "kWh", "multiplier": 0}, "contradicts multiplier 0"),
        ({"unit": "furlongs"}, "is no unit"),
        ({"multiplier": "kilo-ish"}, "no multiplier"),
        ({"phases": 1.5}, "1.5 is no phases"),
    ],
)
def test_wrong_field_says_what_is_expected(fields: dict[str, object], words: str) -> None:
    with pytest.raises(CodeError) as caught:
        ReadingTypeCode.build(**fields)

    assert words in str(caught.value)


def test_replace_leaves_the_rest() -> None:
    code = ReadingTypeCode.parse(INTERVAL)

    assert str(code.replace(flow_direction="reverse")) == INTERVAL.replace("4.1.1", "4.19.1")
    assert code.replace(unit="VArh").unit.symbol == "kVArh"
    assert code.replace(unit=Unit("Wh")).multiplier == 0
    assert code.replace() == code


def test_patterns_match_by_star_and_by_keyword() -> None:
    code = ReadingTypeCode.parse(INTERVAL)

    assert code.matches("*.*.2.4.*.1.12.*.*.*.*.*.*.*.*.*.72.*")
    assert not code.matches("*.*.7.4.*.1.12.*.*.*.*.*.*.*.*.*.72.*")
    assert code.matches(code)
    assert code.matches(unit="Wh")
    assert code.matches(unit="kWh")
    assert not code.matches(unit="MWh")
    assert code.matches("*.*.2.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*", accumulation="deltaData", phases=0)
    assert code.matches()
    with pytest.raises(CodeError, match="has 3 parts, expected 18"):
        code.matches("0.0.*")
    with pytest.raises(CodeError, match="'x' as macroPeriod; expected a number or"):
        code.matches("x" + INTERVAL[1:])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (INTERVAL, "15-minute interval delta of forward active energy, kWh, secondary metered electricity"),
        ("0.0.0.1.19.0.12.0.0.0.0.0.0.0.0.3.73.0", "running total of reverse reactive energy, kVArh"),
        ("0.0.0.12.0.0.4.5.1.0.0.0.0.0.128.0.5.0", "instantaneous value of 5th harmonic current on phase A, A"),
        ("0.0.0.12.0.0.4.1.1.0.0.0.0.0.129.0.0.0", "instantaneous value of fundamental current on phase A to neutral"),
        ("0.0.0.12.0.0.54.12.1.0.0.0.0.0.0.0.29.0", "instantaneous value of 12th harmonic RMS voltage, V"),
        ("0.0.0.12.0.0.54.3.2.0.0.0.0.0.0.0.29.0", "instantaneous value of interharmonic 3/2 RMS voltage, V"),
        ("0.0.0.12.0.0.0.3.0.0.0.0.0.0.0.0.0.0", "instantaneous value of harmonic 3/0 value"),
        ("0.0.0.1.0.0.142.0.0.4.1.0.0.0.0.0.111.0", "running total of relay cycle with argument 4, count"),
        ("8.8.53.6.1.9.8.0.0.0.0.3.1.2.0.3.38.0", f"{BLOCK}, kW, potable water, rate 3, critical peak 1, tier 2"),
        ("13.0.0.0.0.7.58.0.0.0.0.0.0.0.0.0.42.0", "monthly value of volume, m³, natural gas"),
        ("0.0.0.0.0.1.3.0.0.0.0.0.0.0.0.-5.80.978", "amount of money, 10^-5 EUR, secondary metered electricity"),
        ("0.0.0.0.0.1.45.0.0.0.0.0.0.0.0.0.72.840", "tariff rate, Wh, USD, secondary metered electricity"),
        ("0.0.0.0.0.41.92.0.0.0.0.0.0.0.0.0.114.0", "asset number, code, device"),
        ("0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0", "nothing stated"),
        ("0.0.0.0.0.0.0.0.0.0.0.0.0.0.7.4.999.1", "on unknown phases 7, 10^4 unknown unit 999, unknown currency 1"),
    ],
)  # fmt: skip
def test_describe_says_it_in_one_line(text: str, words: str) -> None:
    assert ReadingTypeCode.parse(text).describe() == words


@pytest.mark.parametrize(
    ("period", "expected"),
    [(0, None), (2, 15), (4, 24 * 60), (15, None), (53, 15), (57, 60), (83, 180), (100, None), (999, None)],
)
def test_interval_is_what_the_measuring_period_says(period: int, expected: int | None) -> None:
    interval = ReadingTypeCode.build(measuring_period=period).interval
    assert interval == (None if expected is None else timedelta(minutes=expected))


def test_running_totals_are_cumulative() -> None:
    totals = {value.name for value in Accumulation if ReadingTypeCode.build(accumulation=value).is_cumulative}
    assert totals == {
        "bulkQuantity", "continuousCumulative", "cumulative", "summation", "latchingQuantity", "boundedQuantity"
    }  # fmt: skip
    assert not ReadingTypeCode.build(accumulation=164).is_cumulative


def test_measure_has_the_unit_of_the_type() -> None:
    measure = ReadingTypeCode.parse(INTERVAL).measure("52.5")
    assert (str(measure), measure.base.value) == ("52.5 kWh", Decimal(52500))


@pytest.mark.parametrize(
    "cls",
    [
        meter_readings.ReadingType,
        meter_config.ReadingType,
        meter_service_requests.ReadingType,
        get_meter_readings.ReadingType,
    ],
)
@pytest.mark.parametrize("text", [INTERVAL, FULL, "0.0.2.164.1.1.12.0.0.0.0.0.0.0.0.4.999.5"])
def test_elements_of_every_profile_go_both_ways(cls: type[cim.Element], text: str) -> None:
    code = ReadingTypeCode.parse(text)
    element = code.to_element(cls)

    assert ReadingTypeCode.from_element(element) == code
    assert [str(name) for name in element.names] == [text]  # type: ignore[attr-defined]
    if "argument" in cls.__xml__.names and cls is not meter_service_requests.ReadingType:
        element.names = []  # type: ignore[attr-defined]
        assert ReadingTypeCode.from_element(element) == code


def test_element_breaks_the_code_down_by_names() -> None:
    element = ReadingTypeCode.parse(FULL).to_element(meter_readings.ReadingType)

    assert (element.accumulation, element.multiplier, element.unit, element.currency) == ("indicating", "M", "W", "EUR")
    assert (element.tou, element.cpp, element.consumption_tier) == (2, 1, 3)
    assert element.argument == meter_readings.RationalNumber(numerator=3, denominator=4)
    assert element.interharmonic == meter_readings.ReadingInterharmonic(numerator=5, denominator=1)


def test_types_of_a_message_have_codes() -> None:
    message = cim.read("examples/data/interval-day.xml")
    types = message.payload.one(cim.MeterReadings).reading_type

    assert [str(kind.names[0]) for kind in types] == [str(kind.type_code) for kind in types]
    for kind in types:
        kind.names = []
        assert str(kind.type_code) in {one.reading_type for one in _typed(message)}


def _typed(message: cim.Element) -> list[meter_readings.Reading | meter_readings.IntervalBlock]:
    readings = message.payload.one(cim.MeterReadings).meter_reading  # type: ignore[attr-defined]
    return [item for one in readings for item in (*one.readings, *one.interval_blocks)]


def test_element_that_contradicts_itself_is_an_error() -> None:
    element = ReadingTypeCode.parse(INTERVAL).to_element(meter_readings.ReadingType)
    element.unit = "VArh"
    with pytest.raises(CodeError, match="contradicts itself: unit is 'VArh'"):
        ReadingTypeCode.from_element(element)

    element.unit = "a word of the sender"
    assert str(ReadingTypeCode.from_element(element)) == INTERVAL


def test_element_without_a_code_is_an_error_or_none() -> None:
    element = meter_readings.ReadingType(mrid="x", names=[meter_readings.Name(name="Energy")])
    with pytest.raises(CodeError, match="neither a name of 18 numbers nor fields"):
        ReadingTypeCode.from_element(element)
    assert element.type_code is None

    element.names = [meter_readings.Name(name=INTERVAL), meter_readings.Name(name=FULL)]
    with pytest.raises(CodeError, match="several codes among its names"):
        ReadingTypeCode.from_element(element)


def test_class_without_a_place_for_codes_is_an_error() -> None:
    with pytest.raises(CodeError, match="RationalNumber has no place for a code"):
        ReadingTypeCode.parse(INTERVAL).to_element(meter_readings.RationalNumber)


def test_tables_are_loaded_once_by_threads_at_once() -> None:
    class Fresh(CodeValue):
        _source = ("reading_type", "accumulation")
        __slots__ = ()

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: Fresh(4), range(64)))
    assert {int(one) for one in made} == {4}
    assert Fresh("deltaData") is Fresh(4)


def test_values_are_an_open_enumeration() -> None:
    assert Accumulation("4") is Accumulation["deltaData"] is Accumulation(4)
    assert "deltaData" in Accumulation
    assert 5 not in Accumulation
    assert len(Accumulation) == 11
    assert {"deltaData", "gloss"} <= set(dir(Accumulation))
    assert Commodity("electricity SecondaryMetered") is Commodity(1)
    assert UnitCode("WhPerM3") == 107
    assert f"{Accumulation(4)}" == "deltaData"
    assert pickle.loads(pickle.dumps(Accumulation(164))) == 164
    assert Accumulation(164).gloss == Accumulation(164).confidence == ""
    assert Accumulation(4).confidence == "confirmed"
    with pytest.raises(AttributeError, match="Accumulation has no value 'deltaDatum'"):
        _ = Accumulation.deltaDatum
    with pytest.raises(CodeError, match="is no unit code"):
        UnitCode("WH")
