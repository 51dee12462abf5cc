"""Rules of reading types, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.rules.made import DELTA, TOTAL, Case, cases, doc, readings, ref, told

from cim61968_9.codes import MeasurementKind, ReadingTypeCode
from cim61968_9.validation.rules.reading_types import fitting_units


def register(reference: str, value: str = "17", more: str = "") -> str:
    stamp = "<timeStamp>2026-01-13T01:00:00Z</timeStamp>"
    return f"<Readings>{stamp}<value>{value}</value>{more}{ref('ReadingType', reference)}</Readings>"


def block(reference: str, value: str = "17", more: str = "") -> str:
    inside = f"<timeStamp>2026-01-13T01:00:00Z</timeStamp><value>{value}</value>{more}"
    return (
        f"<IntervalBlocks><IntervalReadings>{inside}</IntervalReadings>{ref('ReadingType', reference)}</IntervalBlocks>"
    )


def definition(name: str, fields: str = "", tag: str = "ReadingType") -> str:
    return f"<{tag}>{fields}<Names><name>{name}</name></Names></{tag}>"


PERIOD = "<timePeriod><end>2026-01-13T01:00:00Z</end><start>2026-01-13T00:00:00Z</start></timePeriod>"
AT = "MeterReading/Readings/ReadingType"
IN_BLOCK = "MeterReading/IntervalBlocks/ReadingType"
MISSING = "7 parts, expected 18; interharmonic.numerator is the first that is missing"
BEYOND = "19 parts, expected 18; nothing follows currency"
SHORT, OLD = "0.0.2.4.1.1.12", "2.0.4.1.1.12.0.0.0.3.72"
UNKNOWN = "0.0.0.1.1.1.1012.0.0.0.0.0.0.0.0.3.72.0"
NOTHING = ".".join(["0"] * 18)
BROKEN = [
    Case(
        "RDT101",
        readings(register(SHORT)),
        AT,
        f"'{SHORT}' is no reading type code: {MISSING}",
        SHORT,
    ),
    Case(
        "RDT101",
        readings(register(f"{TOTAL}.0"), register(f"{TOTAL}.0", "18").replace("01:00:00", "02:00:00")),
        "MeterReading/Readings[1]/ReadingType",
        f"'{TOTAL}.0' is no reading type code: {BEYOND} (2 times in this payload)",
        f"{TOTAL}.0",
    ),
    Case(
        "RDT101",
        readings(register(f" {TOTAL}")),
        AT,
        f"' {TOTAL}' is no reading type code: macroPeriod, part 1 of 18, is ' 0'; expected a whole number without "
        "blanks and leading zeros",
        f" {TOTAL}",
    ),
    Case(
        "RDT101",
        readings(register(TOTAL.replace(".3.72", ".k.Wh"))),
        AT,
        f"'{TOTAL.replace('.3.72', '.k.Wh')}' is no reading type code: multiplier, part 16 of 18, is 'k'; expected a "
        "whole number without blanks and leading zeros",
        TOTAL.replace(".3.72", ".k.Wh"),
    ),
    Case(
        "RDT101",
        doc("GetMeterReadings", definition(SHORT)),
        "ReadingType/Names/name",
        f"'{SHORT}' is no reading type code: {MISSING}",
        SHORT,
    ),
    Case("RDT102", readings(register(OLD)), AT, f"found '{OLD}', with 11 numbers; expected 18", OLD),
    Case(
        "RDT103",
        readings(register(UNKNOWN)),
        AT,
        f"found measurementKind 1012 in '{UNKNOWN}', which no table has",
        UNKNOWN,
    ),
    Case(
        "RDT103",
        readings(register("0.0.0.1.1.98.12.0.0.0.0.0.0.0.0.3.999.0")),
        AT,
        "found commodity 98 and unit 999 in '0.0.0.1.1.98.12.0.0.0.0.0.0.0.0.3.999.0', which no table has",
        "0.0.0.1.1.98.12.0.0.0.0.0.0.0.0.3.999.0",
    ),
    Case(
        "RDT104",
        readings(register("0.0.0.1.1.1.12.7.0.0.0.0.0.0.0.3.72.0")),
        AT,
        "found '0.0.0.1.1.1.12.7.0.0.0.0.0.0.0.3.72.0': interharmonic: 7 over zero is no fraction",
        "0.0.0.1.1.1.12.7.0.0.0.0.0.0.0.3.72.0",
    ),
    Case(
        "RDT104",
        readings(register("0.0.0.1.1.1.12.0.0.0.0.-1.0.0.0.3.72.0")),
        AT,
        "found '0.0.0.1.1.1.12.0.0.0.0.-1.0.0.0.3.72.0': tou: -1 is less than zero",
        "0.0.0.1.1.1.12.0.0.0.0.-1.0.0.0.3.72.0",
    ),
    *(
        Case(
            "RDT105",
            readings(register(text)),
            AT,
            f"found '{text}', expected a code of 18 numbers, or the name of a type that both sides know",
            text,
        )
        for text in ("1.8.0", "1.0.1.8.0.255", "1-0:1.8.0*255")
    ),
    Case("RDT106", readings(register(NOTHING)), AT, f"found neither measurementKind nor unit in '{NOTHING}'", NOTHING),
    Case(
        "RDT107",
        doc(
            "UsagePointConfig",
            "<UsagePoint><mRID>NM-2</mRID><MetrologyRequirements>"
            + ref("ReadingTypes", TOTAL)
            + ref("ReadingTypes", TOTAL.replace(".72.", ".29."))
            + "</MetrologyRequirements></UsagePoint>",
        ),
        "UsagePoint/MetrologyRequirements/ReadingTypes[2]",
        f"found energy in kV in '{TOTAL.replace('.72.', '.29.')}'",
        TOTAL.replace(".72.", ".29."),
    ),
    Case(
        "RDT108",
        readings(register("0.0.0.1.1.1.58.0.0.0.0.0.0.0.0.0.42.0")),
        AT,
        "found volume of secondary metered electricity in '0.0.0.1.1.1.58.0.0.0.0.0.0.0.0.0.42.0'",
        "0.0.0.1.1.1.58.0.0.0.0.0.0.0.0.0.42.0",
    ),
    Case(
        "RDT108",
        readings(register("0.0.0.12.0.9.54.0.0.0.0.0.0.0.0.0.29.0")),
        AT,
        "found RMS voltage of potable water in '0.0.0.12.0.9.54.0.0.0.0.0.0.0.0.0.29.0'",
        "0.0.0.12.0.9.54.0.0.0.0.0.0.0.0.0.29.0",
    ),
    Case(
        "RDT109",
        readings(register(TOTAL.replace(".72.0", ".72.978"))),
        AT,
        "found currency 978 beside kWh in '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.978'",
        "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.978",
    ),
    Case(
        "RDT111",
        doc("MeterReadings", definition(TOTAL, "<flowDirection>reverse</flowDirection>")),
        "ReadingType/flowDirection",
        f"this ReadingType contradicts itself: flow_direction is 'reverse', but {TOTAL} has forward",
        "reverse",
    ),
    Case(
        "RDT111",
        doc(
            "MeterReadings",
            f"<ReadingType><Names><name>{TOTAL}</name></Names><Names><name>{DELTA}</name></Names></ReadingType>",
        ),
        "ReadingType",
        f"this ReadingType has several codes among its names: {TOTAL}, {DELTA}",
    ),
    Case(
        "RDT112",
        doc("MeterReadings", definition("Load profile", "<accumulation>quarterly</accumulation>")),
        "ReadingType/accumulation",
        "'quarterly' is no accumulation; expected a number or one of none, bulkQuantity, continuousCumulative, "
        "cumulative, deltaData, indicating, summation, timeDelay and 3 more",
        "quarterly",
    ),
    Case(
        "RDT113",
        doc("GetMeterReadings", definition("Load profile") + definition(TOTAL)),
        "ReadingType[1]",
        "found the name 'Load profile' and no code",
        "Load profile",
    ),
    Case(
        "RDT121",
        readings(block("0.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0")),
        IN_BLOCK,
        "found deltaData with measuringPeriod 0 and macroPeriod 0 in '0.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0'",
        "0.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0",
    ),
    Case(
        "RDT122",
        readings(block(TOTAL) + block(TOTAL).replace("01:00:00", "02:00:00")),
        "MeterReading/IntervalBlocks[1]/ReadingType",
        f"found measuringPeriod 0 and macroPeriod 0 in '{TOTAL}' (2 times in this payload)",
        TOTAL,
    ),
    Case("RDT123", readings(register(DELTA)), AT, f"found deltaData of 15-minute interval in '{DELTA}'", DELTA),
    Case(
        "RDT124",
        readings(block("0.0.2.0.0.41.92.0.0.0.0.0.0.0.0.0.114.0", "NM-17")),
        IN_BLOCK,
        "found asset number in '0.0.2.0.0.41.92.0.0.0.0.0.0.0.0.0.114.0'",
        "0.0.2.0.0.41.92.0.0.0.0.0.0.0.0.0.114.0",
    ),
]
FINE = {
    "codes": readings(register(TOTAL), block(DELTA)),
    "a pattern of the currency": readings(register("0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.0.80.978".replace(".12.", ".3."))),
    "an amount in a currency without unit": readings(register("0.0.0.0.0.1.3.0.0.0.0.0.0.0.0.0.0.978")),
    "the seventh harmonic": readings(register("0.0.0.12.0.1.54.7.1.0.0.0.0.0.0.0.29.0")),
    "pulses of energy": readings(register("0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.0.111.0")),
    "heat in joule": readings(register("0.0.0.1.1.12.12.0.0.0.0.0.0.0.0.6.31.0")),
    "the highest demand of a day": readings(register("11.8.2.4.1.1.37.0.0.0.0.0.0.0.0.3.38.0")),
    "consumption of a day": readings(register("11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0")),
    "consumption with a period": readings(block("0.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", more=PERIOD)),
    "a block of the totals of each quarter": readings(block("0.0.2.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0")),
    "an address as a reading": readings(register("0.0.0.0.0.41.107.0.0.0.0.0.0.0.0.0.114.0", "10.0.0.17")),
    "the number of a field as a word": doc("MeterReadings", definition(TOTAL, "<flowDirection>1</flowDirection>")),
    "a word of their own beside the code": doc("MeterReadings", definition(TOTAL, "<unit>kilowatthour</unit>")),
    "fields without a code": doc("MeterReadings", definition("Total", "<commodity>naturalGas</commodity>")),
    "an OBIS code beside the code": doc(
        "MeterReadings",
        f"<ReadingType><Names><name>1.8.0</name></Names><Names><name>{TOTAL}</name></Names></ReadingType>",
    ),
    "the Get profile": doc("GetMeterReadings", definition(TOTAL)),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []


def test_units_fit_the_codes_of_deployments(root: Path) -> None:
    """Reading types that are paired with OBIS codes have units that fit, but for two oddities of one deployment."""
    table = json.loads((root / "src/cim61968_9/codes/_tables/obis.json").read_text(encoding="utf-8"))
    codes = {ReadingTypeCode.parse(row["reading_type"]) for row in table["pair"]}
    odd = [code for code in codes if (fits := fitting_units().get(code.numbers[6])) and code.numbers[16] not in fits]

    assert sorted(code.numbers[16] for code in odd) == [39, 107]
    assert {code.measurement_kind for code in odd} == {MeasurementKind("volume")}


@pytest.mark.parametrize("name", ["kWh", "d0ed8b3d-7f4a-5d3e-9d63-6b8d2a6d3b5f", "Tariff 1.5", "NM.Total.1"])
def test_names_and_mrids_are_no_malformed_codes(name: str) -> None:
    assert [one.rule for one in told(readings(register(name)))] == ["REF202"]
