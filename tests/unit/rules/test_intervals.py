"""Rules of interval blocks, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import DELTA, METER, TOTAL, Case, cases, doc, readings, ref, told

import cim61968_9 as cim

DAILY = "11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
WEEKLY = DAILY.replace("11.", "24.", 1)
MONTHLY = DAILY.replace("11.", "13.", 1)
DAILY_PEAK = "11.8.2.6.1.1.37.0.0.0.0.0.0.0.0.3.38.0"
ROLLING = "0.0.67.12.1.1.37.0.0.0.0.0.0.0.0.3.38.0"
HOURLY = DELTA.replace("0.0.2.", "0.0.7.", 1)


def block(*stamps: str, code: str = DELTA) -> str:
    """Return a block whose values have these time stamps on one day, or whole time stamps; "-" stands for none."""
    values = []
    for number, stamp in enumerate(stamps, 1):
        whole = stamp if len(stamp) > 5 else f"2026-01-13T{stamp}:00Z"
        time = "" if stamp == "-" else f"<timeStamp>{whole}</timeStamp>"
        values.append(f"<IntervalReadings>{time}<value>{number}</value></IntervalReadings>")
    return f"<IntervalBlocks>{''.join(values)}{ref('ReadingType', code)}</IntervalBlocks>"


def days(*numbers: int, hour: str = "00") -> list[str]:
    return [f"2026-03-{number:02}T{hour}:00:00Z" for number in numbers]


def register(stamp: str, value: str = "17", code: str = TOTAL, source: str = "", more: str = "") -> str:
    time = f"<timeStamp>{stamp}</timeStamp>" if stamp else ""
    known = f"<source>{source}</source>" if source else ""
    return f"<Readings>{known}{time}<value>{value}</value>{more}{ref('ReadingType', code)}</Readings>"


def span(start: str, end: str) -> str:
    ends = (
        f"<end>2026-01-13T{end}:00Z</end>" if end else "",
        f"<start>2026-01-13T{start}:00Z</start>" if start else "",
    )
    return f"<valuesInterval>{''.join(ends)}</valuesInterval>"


def sets(*parts: str) -> str:
    """Return a payload with several sets of values, each with its meter."""
    return doc("MeterReadings", "".join(f"<MeterReading>{one}</MeterReading>" for one in parts))


def over(*ends: str) -> str:
    """Return a block whose values have periods and no time stamps."""
    values = "".join(
        f"<IntervalReadings><value>1</value><timePeriod><end>2026-01-13T{end}:00Z</end></timePeriod></IntervalReadings>"
        for end in ends
    )
    return f"<IntervalBlocks>{values}{ref('ReadingType', DELTA)}</IntervalBlocks>"


POINT = "<UsagePoint><Names><name>NM-P-1</name></Names></UsagePoint>"
OTHER = METER.replace("NM-1", "NM-2")
IN = "MeterReading/IntervalBlocks/IntervalReadings"
ONE = "2026-01-13T01:00:00Z"
PERIOD = f"<timePeriod><end>{ONE}</end></timePeriod>"
WHY = "<ReadingQualities><ReadingQualityType ref='2.5.259'/></ReadingQualities>"
BROKEN = [
    Case(
        "TIM311",
        readings(block("00:15", "00:30", "00:30", "00:45")),
        f"{IN}[3]/timeStamp",
        "found 2026-01-13T00:30:00+00:00 in the values 2 and 3",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM311",
        readings(block("00:15", "00:15", "00:30", "00:30")),
        f"{IN}[2]/timeStamp",
        "found 2026-01-13T00:15:00+00:00 in the values 1 and 2 (and 1 more in this block)",
        "2026-01-13T00:15:00+00:00",
    ),
    Case(
        "TIM311",
        readings(over("00:15", "00:30", "00:30")),
        f"{IN}[3]/timePeriod/end",
        "found 2026-01-13T00:30:00+00:00 in the values 2 and 3",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM312",
        readings(block("00:15", "00:45", "00:30", "01:00")),
        f"{IN}[3]/timeStamp",
        "found 2026-01-13T00:30:00+00:00 after 2026-01-13T00:45:00+00:00",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM312",
        readings(block("00:45", "00:30", "00:15", code="kWh")),
        f"{IN}[2]/timeStamp",
        "found 2026-01-13T00:30:00+00:00 after 2026-01-13T00:45:00+00:00 (and 1 more in this block)",
        "2026-01-13T00:30:00+00:00",
    ),
    Case("TIM313", readings(block("-")), IN, "found no timeStamp"),
    Case(
        "TIM313",
        readings(block("00:15", "-", "00:30", "-")),
        f"{IN}[2]",
        "found no timeStamp (and 1 more in this block)",
    ),
    Case(
        "TIM314",
        readings(block("00:15", "01:15")),
        f"{IN}[2]/timeStamp",
        "found 3 intervals missing before 2026-01-13T01:15:00+00:00",
        "2026-01-13T01:15:00+00:00",
    ),
    Case(
        "TIM314",
        readings(block("00:15", "00:45", "01:00", "01:30")),
        f"{IN}[2]/timeStamp",
        "found 1 interval missing before 2026-01-13T00:45:00+00:00 (and 1 more in this block)",
        "2026-01-13T00:45:00+00:00",
    ),
    Case(
        "TIM314",
        readings(block(*days(1, 2, 4), code=DAILY)),
        f"{IN}[3]/timeStamp",
        "found 1 interval missing before 2026-03-04T00:00:00+00:00",
        "2026-03-04T00:00:00+00:00",
    ),
    Case(
        "TIM315",
        readings(block("00:15", "00:20", "00:30")),
        f"{IN}[2]/timeStamp",
        "found 0:05:00 before 2026-01-13T00:20:00+00:00, expected 0:15:00 or a multiple (and 1 more in this block)",
        "2026-01-13T00:20:00+00:00",
    ),
    Case(
        "TIM315",
        readings(block("00:15", "00:30", code=HOURLY)),
        f"{IN}[2]/timeStamp",
        "found 0:15:00 before 2026-01-13T00:30:00+00:00, expected 1:00:00 or a multiple",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM315",
        readings(block(*days(1), *days(1, hour="12"), code=DAILY)),
        f"{IN}[2]/timeStamp",
        "found 12:00:00 before 2026-03-01T12:00:00+00:00, expected 1 day, 0:00:00 or a multiple",
        "2026-03-01T12:00:00+00:00",
    ),
    Case(
        "TIM315",
        readings(block("00:05", "00:12", code=ROLLING)),
        f"{IN}[2]/timeStamp",
        "found 0:07:00 before 2026-01-13T00:12:00+00:00, expected 0:06:00 or a multiple",
        "2026-01-13T00:12:00+00:00",
    ),
    Case(
        "TIM315",
        readings(block("2026-01-13T00:15:00Z", "2026-01-13T00:30:10Z")),
        f"{IN}[2]/timeStamp",
        "found 0:15:10 before 2026-01-13T00:30:10+00:00, expected 0:15:00 or a multiple",
        "2026-01-13T00:30:10+00:00",
    ),
    Case(
        "TIM316",
        readings(block("00:15", "00:30", "00:45"), span("00:00", "00:15")),
        f"{IN}[2]/timeStamp",
        "found 2026-01-13T00:30:00+00:00, after 2026-01-13T00:15:00+00:00 (and 1 more in this set)",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM316",
        readings(register(ONE), span("02:00", "")),
        "MeterReading/Readings/timeStamp",
        "found 2026-01-13T01:00:00+00:00, before 2026-01-13T02:00:00+00:00",
        "2026-01-13T01:00:00+00:00",
    ),
    Case(
        "TIM317",
        readings(block("00:15", "00:30"), block("00:30", "00:45")),
        "MeterReading/IntervalBlocks[2]/IntervalReadings[1]/timeStamp",
        f"found 2026-01-13T00:30:00+00:00 of '{DELTA}' in MeterReading/IntervalBlocks[1] as well",
        "2026-01-13T00:30:00+00:00",
    ),
    Case(
        "TIM317",
        sets(block("00:15") + METER, block("00:15") + OTHER, block("00:15", "00:30") + METER),
        "MeterReading[3]/IntervalBlocks/IntervalReadings[1]/timeStamp",
        f"found 2026-01-13T00:15:00+00:00 of '{DELTA}' in MeterReading[1]/IntervalBlocks as well",
        "2026-01-13T00:15:00+00:00",
    ),
    Case(
        "TIM317",
        sets(block("00:15", "00:30") + POINT, over("00:15", "00:30") + POINT),
        "MeterReading[2]/IntervalBlocks/IntervalReadings[1]/timePeriod/end",
        f"found 2026-01-13T00:15:00+00:00 of '{DELTA}' in MeterReading[1]/IntervalBlocks as well "
        "(and 1 more in this block)",
        "2026-01-13T00:15:00+00:00",
    ),
    Case("TIM319", readings(register("")), "MeterReading/Readings", "found neither timeStamp nor timePeriod"),
    Case(
        "TIM319",
        readings(register(ONE), register(""), register("", more="<timePeriod/>")),
        "MeterReading/Readings[2]",
        "found neither timeStamp nor timePeriod (and 1 more in this set)",
    ),
    Case(
        "TIM318",
        readings(register(ONE), register(ONE, "18")),
        "MeterReading/Readings[2]",
        f"found a second reading of '{TOTAL}' at 2026-01-13T01:00:00+00:00, beside Readings[1]",
        "18",
    ),
]
FINE = {
    "a day of quarters": readings(
        block(*(f"{hour:02}:{minute}" for hour in range(24) for minute in ("00", "15", "30", "45")))
    ),
    "the hours around the change of clocks": readings(
        block("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00", code=HOURLY)
    ),
    "days of 23 and 25 hours": readings(
        block("2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", code=DAILY),
        block("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", code=DAILY),
    ),
    "the moments of the peaks of days": readings(
        block("2026-01-12T17:45:00Z", "2026-01-13T08:15:00Z", "2026-01-14T18:00:00Z", code=DAILY_PEAK)
    ),
    "a clock that drifts by seconds": readings(
        block("2026-01-13T00:15:03Z", "2026-01-13T00:30:00Z", "2026-01-13T00:45:01Z")
    ),
    "weeks": readings(block(*days(1, 8, 15), code=WEEKLY)),
    "months, however long": readings(
        block("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z", code=MONTHLY)
    ),
    "every length of a rolling block": readings(block("00:30", "01:00", code=ROLLING)),
    "every step of a rolling block": readings(block("00:06", "00:12", "00:18", code=ROLLING)),
    "any spacing of a type that is known by its name": readings(block("00:15", "00:16", "07:00", code="kWh")),
    "one value": readings(block("00:15")),
    "a time period instead of the time stamp": readings(
        block("-").replace("</value>", "</value><timePeriod><end>2026-01-13T00:15:00Z</end></timePeriod>")
    ),
    "values at both ends of the period": readings(block("00:15", "00:30"), span("00:15", "00:30")),
    "an open period": readings(block("00:15", "00:30"), span("", "")),
    "blocks of one type that follow each other": readings(block("00:15"), block("00:30")),
    "blocks of two types": readings(block("00:15"), block("00:15", code=DELTA.replace(".1.1.12", ".19.1.12"))),
    "readings of two types": readings(register(ONE), register(ONE, code=TOTAL.replace(".1.1.12", ".19.1.12"))),
    "readings of two times": readings(register(ONE), register("2026-01-13T02:00:00Z")),
    "readings of two sources": readings(register(ONE, source="meter"), register(ONE, source="person")),
    "a register that was not read": readings(register("").replace("<value>17</value>", WHY)),
    "a reading of a period": readings(register("", more=PERIOD)),
    "one interval of two meters": sets(block("00:15") + METER, block("00:15") + OTHER),
    "one interval of two usage points of a meter": sets(
        block("00:15") + METER + POINT, block("00:15") + METER + POINT.replace("P-1", "P-2")
    ),
    "one interval of nobody in particular": sets(block("00:15"), block("00:15")),
    "periods that follow each other": sets(over("00:15", "00:30") + METER, over("00:45", "01:00") + METER),
}
BESIDE = {
    "kWh": "REF202",
    "the hours": "TIM303",
    "days of 23": "TIM303",
    "known by its name": "REF202",
    "nobody": "MAS111",
    "in particular": "MAS111",
}
"""What is remarkable about them besides, and is not of intervals."""


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    found = [one for one in told(case.document) if one.rule != "REF202"]

    assert found == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    beside = [rule for part, rule in BESIDE.items() if part in name]

    assert [one.rule for one in told(FINE[name])] == beside


def test_blocks_are_judged_by_their_own_times_and_types() -> None:
    """Blocks share what was found out about the last one, as far as they are equal."""
    blocks = [block("00:15", "00:30"), block("00:15", "00:30", code=HOURLY), block("00:15", "00:45")]

    assert sorted(one.rule for one in told(readings(*blocks))) == ["TIM314", "TIM315", "TIM317"]


def test_a_block_that_was_mended_is_looked_at_again() -> None:
    message = cim.load(readings(block("00:15", "00:45"))).message
    values = message.meter_reading[0].interval_blocks[0].interval_readings
    before = [one.rule for one in told(message)]
    values[1].time_stamp = values[1].time_stamp.replace(minute=30)

    assert before == ["TIM314"]
    assert told(message) == []
