"""The tree of an object for the terminal."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import (
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    MeterReadings,
    Name,
    NameType,
    ReadingQuality,
    ReadingType,
)
from cim61968_9.showing.texts import plain_value

DATA = Path(__file__).resolve().parents[3] / "examples" / "data"
QUARTER = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def test_tree_explains_codes_and_counts_the_rest() -> None:
    message = cim.read(DATA / "interval-day.xml")

    assert str(message.payload.content[0].meter_reading[1].tree(items=1, depth=2)) == (
        """\
MeterReading NM-E-0041872
├─ interval_blocks[0]: IntervalBlock
│  ├─ interval_readings[0]: IntervalReading 2026-01-13 00:15:00 UTC  0.226 (kWh)
│  ├─ interval_readings[1:]: … 95 more
│  └─ reading_type: 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0 (15-minute interval delta of forward active energy, kWh, \
secondary metered electricity)
├─ meter: Meter NM-E-0041872
│  ├─ mrid: 0e9d4b07-99d2-55bc-88c3-c2a90145643a
│  └─ names[0]: Name NM-E-0041872 (MeterNumber, Northmoor Grid)
├─ readings[0]: Reading
│  ├─ reason: billing
│  ├─ reported_date_time: 2026-01-14 00:21:40 UTC
│  ├─ time_stamp: 2026-01-14 00:00:00 UTC
│  ├─ value: 96120.088 (kWh)
│  ├─ reading_qualities[0]: ReadingQuality … 2 members
│  └─ reading_type: 0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0 (running total of forward active energy, kWh, secondary \
metered electricity)
├─ usage_point: UsagePoint NM-UP-104002
│  ├─ mrid: d334aeb9-93e0-53b2-95fa-71f464cec1bb
│  └─ names[0]: Name NM-UP-104002 (UsagePointNumber, Northmoor Grid)
└─ values_interval: DateTimeInterval end 2026-01-14 00:00:00 UTC, start 2026-01-13 00:00:00 UTC"""
    )


def test_console_shows_the_lines() -> None:
    tree = Meter(mrid="1", names=[Name(name="A")]).tree()

    assert repr(tree) == str(tree) == f"{tree}" == "Meter A\n├─ mrid: 1\n└─ names[0]: Name A"


def test_reading_types_that_the_payload_explains_are_explained_everywhere() -> None:
    root = MeterReadings(
        reading_type=[ReadingType(mrid="rt-1", names=[Name(name=QUARTER)])],
        meter_reading=[
            MeterReading(
                interval_blocks=[IntervalBlock(reading_type="rt-1", interval_readings=[IntervalReading(value="47")])]
            )
        ],
    )

    tree = str(root.tree())
    assert "value: 47 (kWh)" in tree or "value 47 (kWh)" in tree
    assert "reading_type: rt-1 (15-minute interval delta of forward active energy, kWh" in tree


def test_what_the_schema_does_not_know_is_shown() -> None:
    tree = str(cim.read(DATA / "outage-event.xml", mode="raw").tree())

    assert "foreign: Foreign not in the schema" in tree
    assert '<ami:SignalStrength xmlns:ami="urn:example:northmoor:ami" unit="dBm">-97</ami:SignalStrength>' in tree


def test_all_kinds_of_foreign_content_are_shown_or_counted() -> None:
    text = xml.reading('<m:value v:a="1">4</m:value>', ' v:n="5"').replace(
        "<m:ReadingType", "stray<v:x/><m:ReadingType"
    )
    many = "".join(f"<v:y{number}/>" for number in range(9))

    tree = str(cim.read(text.replace("<v:x/>", f"<v:x/>{many}"), mode="raw").tree())

    assert f"attribute {{{xml.VENDOR}}}n: 5" in tree
    assert "text: stray" in tree
    assert "element: <v:x" in tree
    assert "… 8 more" in tree  # seven elements, and the attribute of the value


def test_values_that_are_none_are_marked() -> None:
    text = xml.event().replace("<msg:Verb>created<", "<msg:Verb>publish<")
    assert "verb: publish (not in the list of the schema)" in str(cim.read(text, mode="raw").tree())
    reading = cim.read(xml.reading("<m:timeStamp>noon</m:timeStamp><m:value/>"), mode="raw").tree()
    assert "time_stamp: noon (not a value of its type)" in str(reading)
    assert "value: (empty)" in str(reading)
    late = xml.reading("<m:timeStamp>12026-01-01T00:00:00Z</m:timeStamp>")
    assert "(beyond the range of Python)" in str(cim.read(late, mode="raw").tree())


def test_texts_are_in_one_line_and_harmless() -> None:
    hostile = "a\nb\x1b[2J\u202egnp.exe" + "x" * 1_000_000
    tree = str(Meter(mrid=hostile, names=[Name(name=hostile, name_type=NameType(name=hostile))]).tree())

    assert tree.count("\n") == 2
    assert len(tree) < 1000
    assert "a\\nb\\x1b[2J\\u202egnp" in tree
    assert "characters ..." in tree
    assert tree.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2026-01-31T24:00:00Z", "2026-01-31T24:00:00Z"),
        ("2026-01-31T10:00:00.5+01:00", "2026-01-31 10:00:00.5 +01:00"),
        ("2026-01-31T10:00:00", "2026-01-31 10:00:00, no zone"),
    ],
)
def test_times_are_told_with_their_zone(stamp: str, shown: str) -> None:
    tree = str(cim.read(xml.reading(f"<m:timeStamp>{stamp}</m:timeStamp>"), mode="raw").tree())
    assert f"time_stamp: {shown}\n" in tree


def test_long_lists_do_not_hide_what_comes_after_them() -> None:
    block = IntervalBlock(
        interval_readings=[
            IntervalReading(value="1", reading_qualities=[ReadingQuality(reading_quality_type="3.8.0")])
            for _ in range(1000)
        ],
        reading_type=QUARTER,
    )
    root = MeterReadings(meter_reading=[MeterReading(interval_blocks=[block] * 20, meter=Meter(mrid="last"))] * 20)

    tree = str(root.tree(items=50, lines=200))

    assert tree.count("\n") < 300
    assert "meter_reading[19]: MeterReading last" in tree
    assert "members" in tree
    assert str(root.tree(depth=0)) == "MeterReadings … 1 member"


@pytest.mark.parametrize("name", ["depth", "items", "lines"])
def test_numbers_below_zero_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} is -1; expected 0 or more$"):
        Meter().tree(**{name: -1})


def test_events_and_errors_say_what_they_are_when_they_are_closed() -> None:
    events = cim.read(DATA / "outage-event.xml", mode="raw").payload.content[0]
    assert "EndDeviceEvent NM-E-0041911 (electricity meter: power failure, last gasp) … 10 members" in str(
        events.tree(depth=1)
    )
    reply = cim.read(DATA / "reply-with-errors.xml").reply
    assert "error[0]: Error (2.4 meter unknown or not valid) … 5 members" in str(reply.tree(depth=1))


def test_odd_values_of_objects_are_shown_all_the_same() -> None:
    odd = dt.timezone(dt.timedelta(minutes=1, seconds=2))
    header = cim.Header(verb=cim.Verb.get, noun="N", timestamp=dt.datetime(2026, 1, 1, tzinfo=odd))
    assert "timestamp 2026-01-01 00:00:00+00:01:02" in str(header.tree())
    assert plain_value(dt.date(2026, 1, 31)) == "2026-01-31"
    assert plain_value(dt.time(10, 30, tzinfo=dt.UTC)) == "10:30:00Z"
    assert "content[0]: RawElement <x></x>" in str(cim.Payload(content=[cim.RawElement("<x/>")]).tree())


def test_a_definition_that_contradicts_itself_has_no_meaning() -> None:
    kind = ReadingType(names=[Name(name=QUARTER), Name(name=QUARTER.replace(".3.72", ".0.72"))])
    assert str(kind.tree()).startswith(f"ReadingType {QUARTER}\n")
