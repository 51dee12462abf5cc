"""Rules of metered values and factors, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import DELTA, TOTAL, Case, cases, controls, doc, readings, ref, told

SWITCH = "0.0.0.12.0.1.43.0.0.0.0.0.0.0.0.0.109.0"
ADDRESS = "0.0.0.0.0.41.107.0.0.0.0.0.0.0.0.0.114.0"
NET = DELTA.replace(".1.1.12.", ".4.1.12.")
VOLTAGE = "0.0.2.6.0.1.54.0.0.0.0.0.0.0.128.0.29.0"
REACTIVE = ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.73.0", "0.0.2.2.1.1.37.0.0.0.0.0.0.0.0.3.63.0")
TOTALS = "0.0.2.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def block(*values: str | None, code: str = DELTA, more: str = "", quality: str = "") -> str:
    """Return a block of quarters with these values; None stands for none."""
    inside = []
    for number, value in enumerate(values):
        stamp = f"<timeStamp>2026-01-13T{number // 4:02}:{number % 4 * 15:02}:00Z</timeStamp>"
        text = "" if value is None else f"<value>{value}</value>"
        inside.append(f"<IntervalReadings>{stamp}{text}{quality if value is None else ''}</IntervalReadings>")
    return f"<IntervalBlocks>{''.join(inside)}{more}{ref('ReadingType', code)}</IntervalBlocks>"


def register(*values: str, code: str = TOTAL) -> str:
    return "".join(
        f"<Readings><timeStamp>2026-01-13T{number:02}:00:00Z</timeStamp><value>{value}</value>"
        f"{ref('ReadingType', code)}</Readings>"
        for number, value in enumerate(values)
    )


def calculation(**parts: str) -> str:
    inside = "".join(f"<scalar{name}>{value}</scalar{name}>" for name, value in parts.items())
    return f"<PendingCalculation>{inside}{ref('ReadingType', DELTA)}</PendingCalculation>"


def multiplier(value: str) -> str:
    return doc(
        "MeterConfig", f"<Meter><mRID>NM-1</mRID><MeterMultipliers><value>{value}</value></MeterMultipliers></Meter>"
    )


def demand(inside: str) -> str:
    return controls(f"<PanDemandResponse>{inside}</PanDemandResponse>", "19.15.43.300")


AT, IN = "MeterReading/Readings/value", "MeterReading/IntervalBlocks/IntervalReadings"
PENDING = "MeterReading/IntervalBlocks/PendingCalculation"
NUMBER = "expected a number such as 12.5"
QUALITY = "<ReadingQualities><ReadingQualityType ref='2.5.259'/></ReadingQualities>"
LONG, INEXACT = "1" * 31, "12.300000000000001"
BROKEN = [
    Case("VAL101", readings(register("12,5")), AT, f"found '12,5', {NUMBER}", "12,5"),
    Case(
        "VAL101",
        readings(register("12", "0x1F", "1 000")).replace("1 000", "13"),
        "MeterReading/Readings[2]/value",
        f"found '0x1F', {NUMBER}",
        "0x1F",
    ),
    Case(
        "VAL101", readings(block("1", "", "x")), f"{IN}[2]/value", f"found '', {NUMBER} (and 1 more in this block)", ""
    ),
    Case("VAL102", readings(register("NaN")), AT, f"found 'NaN', {NUMBER}", "NaN"),
    Case("VAL102", readings(block("1", "-INF")), f"{IN}[2]/value", f"found '-INF', {NUMBER}", "-INF"),
    Case("VAL111", readings(register("-0.5")), AT, "found '-0.5'", "-0.5"),
    Case("VAL111", readings(block("1", "-2", "-3")), f"{IN}[2]/value", "found '-2' (and 1 more in this block)", "-2"),
    Case("VAL111", readings(block("230", "-230", code=VOLTAGE)), f"{IN}[2]/value", "found '-230'", "-230"),
    Case(
        "VAL112",
        readings(register(LONG)),
        AT,
        f"found '{LONG}', with more than 30 digits, or an exponent beyond 99",
        LONG,
    ),
    Case(
        "VAL112",
        readings(register("1e999")),
        AT,
        "found '1e999', with more than 30 digits, or an exponent beyond 99",
        "1e999",
    ),
    Case("VAL113", readings(register(INEXACT)), AT, f"found '{INEXACT}', with more than 15 digits", INEXACT),
    Case(
        "VAL114",
        readings(block("100", "101.5", "7", "8", code=TOTALS)),
        f"{IN}[3]/value",
        "found 7 after 101.5",
        "7",
    ),
    Case("VAL121", readings(block()), "MeterReading/IntervalBlocks", "found no IntervalReadings"),
    Case("VAL122", readings(block("1", None, None)), f"{IN}[2]", "found no value (and 1 more in this block)"),
    Case("VAL122", readings(register("1").replace("<value>1</value>", "")), "MeterReading/Readings", "found no value"),
    Case(
        "VAL131",
        readings(block("1", more=calculation(Denominator="0", Numerator="1"))),
        f"{PENDING}/scalarDenominator",
        "found 0",
        "0",
    ),
    Case(
        "VAL132",
        readings(block("1", more=calculation(Float="0.1", Numerator="1"))),
        PENDING,
        "found scalarFloat beside a fraction",
    ),
    Case(
        "VAL132",
        readings(block("1", more=calculation(Denominator="10"))),
        PENDING,
        "found scalarDenominator without scalarNumerator",
    ),
    Case("VAL133", multiplier("0"), "Meter/MeterMultipliers/value", "found 0.0", "0.0"),
    Case("VAL133", multiplier("NaN"), "Meter/MeterMultipliers/value", "found nan", "nan"),
    Case(
        "VAL134",
        demand("<dutyCycle>150</dutyCycle>"),
        "EndDeviceControl/PanDemandResponse/dutyCycle",
        "found 150.0, expected 0 to 100",
        "150.0",
    ),
    Case(
        "VAL134",
        demand("<avgLoadAdjustment>-120</avgLoadAdjustment>"),
        "EndDeviceControl/PanDemandResponse/avgLoadAdjustment",
        "found -120.0, expected -100 or more",
        "-120.0",
    ),
]
FINE = {
    "numbers in all spellings": readings(register(" 12 ", "+12.5", "012.50", ".5", "5.", "1e3", "-0", "-0.000")),
    "as many digits as meters have": readings(register("123456789012345", "123456.789012345")),
    "zeros at the end": readings(register("12.50000000000000000")),
    "a negative net amount": readings(block("-5", code=NET)),
    "reactive energy of a leading load": readings(block("-5", "3", code=REACTIVE[0])),
    "reactive power of a leading load": readings(block("-5", "3", code=REACTIVE[1])),
    "reactive totals of a load that leads at times": readings(block("5", "3", code=TOTALS.replace("72", "73"))),
    "a negative temperature": readings(register("-5", code="0.0.0.6.0.40.46.0.0.0.0.0.0.0.0.0.23.0")),
    "the position of a switch": readings(register("open", code=SWITCH)),
    "an address": readings(register("10.0.0.17", code=ADDRESS)),
    "a total that stands still": readings(block("100", "100", "100.5", code=TOTALS)),
    "deltas that get smaller": readings(block("3", "2", "1")),
    "a net total that gets smaller": readings(block("3", "2", code=TOTALS.replace(".1.1.1.12", ".1.4.1.12"))),
    "a value that is missing for a reason": readings(block("1", None, quality=QUALITY)),
    "a factor": readings(block("1", more=calculation(Float="0.1"))),
    "a fraction": readings(block("1", more=calculation(Denominator="10", Numerator="1"))),
    "a whole numerator": readings(block("1", more=calculation(Numerator="3"))),
    "a multiplier": multiplier("60"),
    "percentages": demand("<avgLoadAdjustment>-20</avgLoadAdjustment><dutyCycle>100</dutyCycle>"),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []


def test_a_text_of_a_type_that_is_known_by_its_name_is_only_remarkable() -> None:
    found = [one for one in told(readings(register("open", code="Main switch"))) if one.rule != "REF202"]

    assert [(one.rule, one.severity, one.value) for one in found] == [("VAL103", "info", "open")]


def test_a_text_of_a_type_with_unknown_numbers_is_told_once() -> None:
    found = told(readings(register("open", code=TOTAL.replace(".12.", ".1012."))))

    assert [one.rule for one in found] == ["RDT103"]


def test_several_readings_are_told_one_by_one() -> None:
    found = told(readings(register("1", "x", "2", "y")))

    assert [(one.rule, one.path) for one in found] == [
        ("VAL101", f"/MeterReadings/MeterReading/Readings[{number}]/value") for number in (2, 4)
    ]
