"""Timelines of events: a row for what happened at a device, a mark for each event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib import dates, pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import cim61968_9 as cim
from cim61968_9 import plots
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, Name
from cim61968_9.profiles.meter_readings import Meter, MeterReading

mpl.use("Agg")
DATA = Path(__file__).resolve().parents[3] / "examples" / "data"
OUTAGE = cim.read(DATA / "outage-event.xml", mode="raw")
AT = dt.datetime(2026, 1, 14, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def event(minute: int = 0, *, device: str = "", code: str = "3.26.0.85", severity: str | None = None) -> EndDeviceEvent:
    return EndDeviceEvent(
        created_date_time=AT + dt.timedelta(minutes=minute),
        end_device_event_type=code,
        severity=severity,
        assets=Asset(names=[Name(name=device)]) if device else None,
    )


def rows(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.get_yticklabels()]


def legend(axes: Axes) -> list[str]:
    found = axes.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def test_each_event_is_a_mark_at_its_time_in_the_row_of_its_device_and_type() -> None:
    axes = plots.event_timeline(OUTAGE)

    assert rows(axes) == [
        "NM-E-0041911: power failure, last gasp",
        "NM-E-0041912: power back",
        "NM-E-0041912: power failure, last gasp",
        "NM-E-0041913: power failure, last gasp",
    ]
    assert legend(axes) == ["alarm (3)", "information (1)"]
    alarms, information = axes.lines
    assert list(alarms.get_ydata()) == [0, 2, 3]
    assert list(information.get_ydata()) == [1]
    events = OUTAGE.payload.content[0].end_device_event
    assert list(information.get_xdata()) == [dates.date2num(events[3].created_date_time)]
    assert axes.get_xlabel() == "time (UTC)"
    assert alarms.get_marker() != information.get_marker()
    assert alarms.get_color() != information.get_color()


def test_severities_of_all_kinds_are_told_apart() -> None:
    words = ["FATAL", "error", "Warning", "info", None, "Stufe 3"]
    axes = plots.event_timeline([event(severity=word) for word in words])

    assert legend(axes) == ["FATAL (1)", "error (1)", "Warning (1)", "info (1)", "no severity (1)", "Stufe 3 (1)"]
    assert len({line.get_marker() for line in axes.lines}) == 6
    assert len({line.get_color() for line in axes.lines}) == 6


def test_events_of_a_reading_are_those_of_its_meter() -> None:
    reading = MeterReading(meter=Meter(mrid="NM-E-1"), end_device_events=[event(), event(code="mine")])
    assert rows(plots.event_timeline(reading)) == ["NM-E-1: mine", "NM-E-1: power failure, last gasp"]
    assert rows(plots.event_timeline(event())) == ["no device named: power failure, last gasp"]


def test_rows_beyond_the_most_frequent_are_counted() -> None:
    events = [event(number, device=f"m{number % 5}") for number in range(9)]
    axes = plots.event_timeline(events, rows=2)
    assert len(rows(axes)) == 2
    assert axes.get_xlabel().splitlines()[1:] == ["not drawn: 3 more rows with 5 events"]


def test_many_events_are_thinned_and_counted() -> None:
    axes = plots.event_timeline([event(number, device="m") for number in range(5000)])
    assert len(axes.lines[0].get_xdata()) == 1667
    assert axes.get_xlabel().splitlines()[1:] == ["no severity: 1,667 of 5,000 events marked"]


def test_many_words_of_severity_are_taken_together() -> None:
    axes = plots.event_timeline([event(severity=f"level {number}") for number in range(12)])
    assert legend(axes)[-1] == "other words (4)"


def test_what_cannot_be_placed_is_counted() -> None:
    late, bare = event(), event()
    late.created_date_time = cim.InvalidText("noon")  # type: ignore[assignment]
    bare.created_date_time = bare.created_date_time.replace(tzinfo=None)
    axes = plots.event_timeline([late, bare, event()], zone="Europe/Vienna")
    assert axes.get_xlabel().splitlines() == [
        "time (Europe/Vienna)",
        "1 event without a usable time",
        "1 event of a time without zone",
    ]
    with pytest.raises(ValueError, match="^there are no events to draw; 1 event without a usable time$"):
        plots.event_timeline(late)


def test_hostile_texts_are_harmless() -> None:
    hostile = "_$\\frac{$\n\u202e" + "x" * 1000
    axes = plots.event_timeline(event(device=hostile, code=hostile, severity=hostile))
    axes.figure.draw_without_rendering()  # a formula would raise
    assert len(rows(axes)[0]) < 150
    assert legend(axes)[0].startswith(" _\\$")


def test_given_axes_are_drawn_on_and_returned() -> None:
    axes = Figure().subplots()
    assert plots.event_timeline(OUTAGE, ax=axes) is axes
    assert plt.get_fignums() == []


@pytest.mark.parametrize("source", [None, 5, "events.xml"])
def test_what_holds_no_events_is_an_error(source: Any) -> None:
    with pytest.raises(TypeError, match="expected a message, a payload, or events of one$"):
        plots.event_timeline(source)


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(ValueError, match="^there are no events to draw$"):
        plots.event_timeline([])
    with pytest.raises(ValueError, match="^rows is 0; expected 1 or more$"):
        plots.event_timeline(OUTAGE, rows=0)


def test_devices_of_one_name_have_rows_of_their_own() -> None:
    events = []
    for mrid in ("M-1", "M-2", "M-1", None):
        one = event(device="1")
        one.assets.mrid = mrid
        events.append(one)
    assert [row.partition(":")[0] for row in rows(plots.event_timeline(events))] == ["1 (3)", "1 (M-1)", "1 (M-2)"]
    del events[1]  # with one mRID only, the name is that of the same device
    assert [row.partition(":")[0] for row in rows(plots.event_timeline(events))] == ["1"]
