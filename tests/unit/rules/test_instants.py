"""Rules of the times in payloads, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from unit.rules.made import TOTAL, Case, cases, doc, events, in_message, readings, ref, told

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading


def register(*stamps: str, more: str = "") -> str:
    """Return readings of one register."""
    return "".join(
        f"<Readings><timeStamp>{stamp}</timeStamp><value>{number}</value>{more}{ref('ReadingType', TOTAL)}</Readings>"
        for number, stamp in enumerate(stamps)
    )


def span(start: str, end: str, tag: str = "timePeriod") -> str:
    return f"<{tag}><end>{end}</end><start>{start}</start></{tag}>"


def sets(*parts: str) -> str:
    """Return a payload with the values of several meters."""
    meters = (f"<Meter><mRID>NM-{number}</mRID></Meter>" for number in range(len(parts)))
    inside = (f"<MeterReading>{meter}{part}</MeterReading>" for meter, part in zip(meters, parts, strict=True))
    return doc("MeterReadings", "".join(inside))


def tariff(start: str, end: str) -> str:
    dates = f"<endDate>{end}</endDate><startDate>{start}</startDate>"
    return doc(
        "PricingStructureConfig", f"<PricingStructure><mRID>NM-R</mRID><Tariffs>{dates}</Tariffs></PricingStructure>"
    )


ONE, TWO = "2026-01-13T01:00:00Z", "2026-01-13T02:00:00Z"
LATE = "2026-03-29T01:45:00+01:00"
YEARLY = "2026-01-01T00:00:00+01:00", "2026-04-01T00:00:00+02:00", "2026-11-01T00:00:00+01:00"
LOCAL = "2026-01-13T01:00:00"
AT = "MeterReading/Readings/timeStamp"
SET = "Payload/MeterReadings/MeterReading"
BROKEN = [
    Case("TIM301", readings(register(LOCAL)), AT, f"found {LOCAL} without Z or offset", LOCAL),
    Case(
        "TIM301",
        readings(register(ONE, "2026-01-13T02:00:00", LOCAL)),
        "MeterReading/Readings[2]/timeStamp",
        "found 2026-01-13T02:00:00 without Z or offset (and 1 more in this payload)",
        "2026-01-13T02:00:00",
    ),
    Case(
        "TIM302",
        readings(register(ONE, TWO, "2026-01-13T08:30:00+05:30")),
        "MeterReading/Readings[3]/timeStamp",
        "found 2026-01-13T08:30:00+05:30; in this payload 2 at Z, 1 at +05:30",
        "2026-01-13T08:30:00+05:30",
    ),
    Case(
        "TIM302",
        readings(register("2026-01-13T02:00:00+01:00", "2026-01-13T04:00:00+02:00", "2026-01-13T03:00:00Z")),
        "MeterReading/Readings[3]/timeStamp",
        "found 2026-01-13T03:00:00+00:00; in this payload 1 at Z, 1 at +01:00, 1 at +02:00",
        "2026-01-13T03:00:00+00:00",
    ),
    Case(
        "TIM302",
        readings(register("2026-01-13T02:00:00+05:00", "2026-01-13T04:00:00+06:00")),
        "MeterReading/Readings[1]/timeStamp",
        "found 2026-01-13T02:00:00+05:00; in this payload 1 at +05:00, 1 at +06:00",
        "2026-01-13T02:00:00+05:00",
    ),
    Case(
        "TIM303",
        readings(register("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00")),
        "MeterReading/Readings[1]/timeStamp",
        "found 2026-03-29T01:00:00+01:00; in this payload 1 at +01:00, 1 at +02:00",
        "2026-03-29T01:00:00+01:00",
    ),
    Case(
        "TIM303",
        readings(register("2026-04-05T01:00:00+11:00", "2026-04-05T01:45:00+10:30", "2026-04-05T02:00:00+10:30")),
        "MeterReading/Readings[1]/timeStamp",
        "found 2026-04-05T01:00:00+11:00; in this payload 2 at +10:30, 1 at +11:00",
        "2026-04-05T01:00:00+11:00",
    ),
    Case(
        "TIM302",
        readings(register("2026-01-13T00:15:00Z", "2026-01-13T01:30:00+01:00", "2026-01-13T00:45:00Z")),
        "MeterReading/Readings[2]/timeStamp",
        "found 2026-01-13T01:30:00+01:00; in this payload 2 at Z, 1 at +01:00",
        "2026-01-13T01:30:00+01:00",
    ),
    Case(
        "TIM302",
        readings(register(*YEARLY, "2026-11-15T00:00:00+02:00")),
        "MeterReading/Readings[1]/timeStamp",
        "found 2026-01-01T00:00:00+01:00; in this payload 2 at +01:00, 2 at +02:00",
        "2026-01-01T00:00:00+01:00",
    ),
    Case(
        "TIM302",
        sets(register(ONE, TWO), register(ONE, "2026-01-13T03:00:00+01:00", "2026-01-13T03:00:00Z")),
        "MeterReading[2]/Readings[2]/timeStamp",
        "found 2026-01-13T03:00:00+01:00; in this MeterReading 2 at Z, 1 at +01:00",
        "2026-01-13T03:00:00+01:00",
    ),
    Case(
        "TIM303",
        readings(register(*YEARLY)),
        "MeterReading/Readings[2]/timeStamp",
        "found 2026-04-01T00:00:00+02:00; in this payload 2 at +01:00, 1 at +02:00",
        "2026-04-01T00:00:00+02:00",
    ),
    Case(
        "TIM303",
        readings(
            register(LATE, more=span(LATE, "2026-03-29T02:00:00+01:00")),
            register("2026-03-29T03:00:00+02:00", "2026-03-29T03:15:00+02:00"),
        ),
        "MeterReading/Readings[2]/timeStamp",
        "found 2026-03-29T03:00:00+02:00; in this payload 3 at +01:00, 2 at +02:00",
        "2026-03-29T03:00:00+02:00",
    ),
    Case(
        "TIM304",
        readings(register(ONE, more=span(TWO, ONE))),
        "MeterReading/Readings/timePeriod/end",
        "found 2026-01-13T01:00:00+00:00 before 2026-01-13T02:00:00+00:00",
        "2026-01-13T01:00:00+00:00",
    ),
    Case(
        "TIM304",
        doc("GetMeterReadings", f"<TimeSchedule>{span(TWO, ONE, 'scheduleInterval')}</TimeSchedule>"),
        "TimeSchedule/scheduleInterval/end",
        "found 2026-01-13T01:00:00+00:00 before 2026-01-13T02:00:00+00:00",
        "2026-01-13T01:00:00+00:00",
    ),
    Case(
        "TIM306",
        in_message("created", readings(register(ONE, "2026-01-14T11:31:44Z"))),
        f"{SET}/Readings[2]/timeStamp",
        "found 2026-01-14T11:31:44+00:00, more than an hour after 2026-01-14T09:31:44+00:00",
        "2026-01-14T11:31:44+00:00",
    ),
    Case(
        "TIM307",
        in_message("created", events().replace("2026-01-14T09:21:48Z", "1970-01-01T00:00:10Z")),
        "Payload/EndDeviceEvents/EndDeviceEvent/createdDateTime",
        "found 1970-01-01T00:00:10+00:00, more than ten years before 2026-01-14T09:31:44+00:00",
        "1970-01-01T00:00:10+00:00",
    ),
    Case(
        "TIM307",
        in_message("reply", readings(register("1980-01-01T00:00:00Z", "1980-01-01T01:00:00Z"))),
        f"{SET}/Readings[1]/timeStamp",
        "found 1980-01-01T00:00:00+00:00, more than ten years before 2026-01-14T09:31:44+00:00 "
        "(and 1 more in this payload)",
        "1980-01-01T00:00:00+00:00",
    ),
]
FINE = {
    "meters in three zones, each in its own": sets(
        register("2026-01-13T01:00:00-05:00", "2026-01-13T02:00:00-05:00"),
        register("2026-01-13T01:00:00-06:00"),
        register("2026-01-13T01:00:00-07:00"),
    ),
    "Z and +00:00": readings(register(ONE, "2026-01-13T02:00:00+00:00")),
    "one offset": readings(register("2026-01-13T02:00:00+05:30", "2026-01-13T03:00:00+05:30")),
    "end at start": readings(register(ONE, more=span(ONE, ONE))),
    "one end": readings(register(ONE, more=f"<timePeriod><start>{ONE}</start></timePeriod>")),
    "measured while it was sent": in_message("created", readings(register("2026-01-14T10:31:44Z"))),
    "read again after years": in_message("created", readings(register("2016-01-15T00:00:00Z"))),
    "a schedule of the future": in_message(
        "create",
        doc(
            "MeterReadSchedule",
            "<EndDevice><mRID>NM-1</mRID></EndDevice><TimeSchedule>"
            f"{span('2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z', 'scheduleInterval')}</TimeSchedule>",
        ),
    ),
    "no time of sending": in_message("created", readings(register("1980-01-01T00:00:00Z"))).replace(
        "<Timestamp>2026-01-14T09:31:44Z</Timestamp>", ""
    ),
    "a time that is none": readings(register("yesterday")),
    "a year beyond the range": readings(register("12026-01-13T01:00:00Z")),
    "hour 24": readings(register("2026-01-13T24:00:00Z")),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []


def test_a_tariff_that_ends_before_it_starts() -> None:
    found = [one for one in told(tariff("2027-01-01", "2026-01-01")) if one.rule != "ENV501"]

    assert [(one.rule, one.path, one.value) for one in found] == [
        ("TIM305", "/PricingStructureConfig/PricingStructure/Tariffs/endDate", "2026-01-01")
    ]
    assert [one.rule for one in told(tariff("2026-01-01", "2027-01-01"))] == ["ENV501"]


def test_a_period_with_and_without_zone_has_no_order() -> None:
    assert [one.rule for one in told(readings(register(ONE, more=span(TWO, LOCAL))))] == ["TIM301"]


def test_zones_of_python_are_looked_at_as_they_are_written() -> None:
    """A zone with rules has two offsets in a year; both would be written."""
    berlin = ZoneInfo("Europe/Berlin")
    stamps = [dt.datetime(2026, month, 13, tzinfo=berlin) for month in (1, 2, 7)]
    values = [Reading(time_stamp=stamp, value="1", reading_type=TOTAL) for stamp in stamps]
    message = cim.MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid="NM-1"), readings=values)])

    assert [(one.rule, one.path) for one in told(message)] == [
        ("TIM303", "/MeterReadings/MeterReading/Readings[3]/timeStamp")
    ]
    del values[2]
    assert told(message) == []
