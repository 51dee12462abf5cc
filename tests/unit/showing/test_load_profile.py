"""Load profiles: what is drawn is what the message says, over the intervals that it is for."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import dates, pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import cim61968_9 as cim
from cim61968_9 import plots
from cim61968_9.profiles.meter_readings import (
    DateTimeInterval,
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    MeterReadings,
    Name,
    PendingCalculation,
    Reading,
    ReadingQuality,
    ReadingType,
)

mpl.use("Agg")
DATA = Path(__file__).resolve().parents[3] / "examples" / "data"
DAY = cim.read(DATA / "interval-day.xml", mode="raw")
KWH = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
WH = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.72.0"
TOTAL = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
GAS = "0.0.7.4.1.7.58.0.0.0.0.0.0.0.0.0.42.0"
DAILY = "11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
START = dt.datetime(2026, 1, 13, tzinfo=dt.UTC)
QUARTER = dt.timedelta(minutes=15)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def block(*values: Any, code: str = KWH, start: dt.datetime = START, **more: Any) -> IntervalBlock:
    """Return a block; None stands for an interval that is left out."""
    readings = [
        one if isinstance(one, IntervalReading) else IntervalReading(time_stamp=start + number * QUARTER, value=one)
        for number, one in enumerate(values, 1)
        if one is not None
    ]
    return IntervalBlock(interval_readings=readings, reading_type=code, **more)


def metered(*blocks: IntervalBlock, name: str = "NM-E-0041871", readings: list[Reading] | None = None) -> MeterReading:
    meter = Meter(names=[Name(name=name)])
    return MeterReading(interval_blocks=list(blocks), meter=meter, readings=readings or [])


def judged(number: int, value: str, *codes: str) -> IntervalReading:
    qualities = [ReadingQuality(reading_quality_type=code) for code in codes]
    return IntervalReading(time_stamp=START + number * QUARTER, value=value, reading_qualities=qualities)


def legend(axes: Axes) -> list[str]:
    figure: Any = axes.figure
    (found,) = figure.legends
    return [text.get_text() for text in found.get_texts()]


def corners(axes: Axes, number: int = 0) -> list[tuple[float, float]]:
    """Return the corners of a line, in quarters of an hour from the start."""
    x, y = (np.asarray(one, dtype=float) for one in axes.lines[number].get_data())
    quarters = (x - dates.date2num(START)) * 96
    return [(round(float(one), 6), float(value)) for one, value in zip(quarters, y, strict=True)]


def test_values_are_steps_over_the_intervals_that_end_at_their_stamps() -> None:
    axes = plots.load_profile(block("4", "5.5", "3"))

    assert axes.lines[0].get_drawstyle() == "steps-pre"
    assert corners(axes) == [(0, 4), (1, 4), (2, 5.5), (3, 3)]
    assert axes.get_ylabel() == "energy, kWh per 15 min"
    assert axes.get_xlabel() == "time (UTC)"
    assert legend(axes) == ["forward active energy, per 15 min"]


def test_gaps_are_gaps_and_empty_values_too() -> None:
    axes = plots.load_profile(metered(block("4", None, "5", "", "6")))

    found = corners(axes)
    assert found[:2] == [(0, 4), (1, 4)]
    assert [one for one in found if one[1] == one[1]] == [(0, 4), (1, 4), (2, 5), (3, 5), (4, 6), (5, 6)]
    assert sum(np.isnan(value) for _, value in found) == 2
    assert legend(axes)[1:] == ["sent without a value (1)", "not in the message (1)"]
    spans = [collection.get_paths()[0].vertices[:, 0] for collection in axes.collections]
    ends = [[round((x - dates.date2num(START)) * 96, 6) for x in (span.min(), span.max())] for span in spans]
    assert ends == [[3, 4], [1, 2]]
    assert axes.get_title() == "NM-E-0041871"


def test_qualities_are_marked_and_counted_but_not_those_that_are_valid() -> None:
    axes = plots.load_profile(
        block(
            judged(1, "1", "3.0.1"), judged(2, "2", "3.8.0", "3.10.1"), judged(3, "3", "3.8.0"), judged(4, "4", "mine")
        )
    )

    assert legend(axes)[1:] == ["quality not explained (1)", "estimated (2)", "questionable (1)"]
    marks = {line.get_marker(): corners(axes, number) for number, line in enumerate(axes.lines) if number}
    assert marks == {"8": [(3.5, 4)], "^": [(1.5, 2), (2.5, 3)], "D": [(1.5, 2)]}


def test_units_share_the_first_with_its_power_and_others_are_told() -> None:
    gas = block("1", code=GAS)
    axes = plots.load_profile([metered(block("400", code=WH)), metered(block("0.3"), gas, name="NM-E-0041872")])

    assert corners(axes) == [(0, 400), (1, 400)]
    assert corners(axes, 1) == [(0, 300), (1, 300)]
    assert axes.get_ylabel() == "energy, Wh per 15 min"
    assert axes.get_xlabel() == "time (UTC)\nnot drawn: 1 channel in m³"
    assert axes.get_title() == ""
    assert legend(axes)[0].startswith("NM-E-0041871, forward")
    assert axes.lines[0].get_linestyle() != axes.lines[1].get_linestyle()


def test_registers_are_dots_with_an_axis_of_their_own() -> None:
    at = START + dt.timedelta(days=1)
    registers = [Reading(time_stamp=at, value="18342.615", reading_type=TOTAL)]
    axes = plots.load_profile(metered(block("1"), readings=registers))
    figure = axes.get_figure()
    assert figure is not None
    (other,) = [one for one in figure.axes if one is not axes]

    (line,) = other.lines
    assert line.get_linestyle() == "None"
    assert list(line.get_ydata()) == [18342.615]
    assert other.get_ylabel() == "register: energy, kWh"
    assert legend(axes)[-1] == "register: forward active energy"

    alone = plots.load_profile(metered(readings=[*registers, Reading(time_stamp=at, value="x", reading_type=TOTAL)]))
    assert alone.get_ylabel() == "energy, kWh"
    assert "1 register without a number as value" in alone.get_xlabel()


def test_reading_type_chooses_by_reference_code_or_pattern() -> None:
    root = MeterReadings(
        reading_type=[ReadingType(mrid="rt-1", names=[Name(name=KWH)])],
        meter_reading=[metered(block("1", code="rt-1"), block("2", code=GAS))],
    )
    for wanted in ("rt-1", KWH, "*.*.2.*.*.1.*.*.*.*.*.*.*.*.*.*.*.*", cim.codes.ReadingTypeCode.parse(KWH)):
        axes = plots.load_profile(root, reading_type=wanted)
        assert [corners(axes), len(axes.lines)] == [[(0, 1), (1, 1)], 1]
    assert corners(plots.load_profile(root))[0] == (0, 1)
    with pytest.raises(ValueError, match="^there are no values of reading type rt-2 to draw$"):
        plots.load_profile(root, reading_type="rt-2")
    with pytest.raises(cim.CodeError):
        plots.load_profile(root, reading_type="1.2.3")


@pytest.mark.parametrize(
    ("zone", "stamp", "shown"),
    [
        (None, "2026-01-13T00:15:00+01:00", "+01:00"),
        (None, "2026-01-13T00:15:00Z", "UTC"),
        (None, "2026-01-13T00:15:00", "no zone given"),
        ("Europe/Vienna", "2026-01-13T00:15:00Z", "Europe/Vienna"),
        (dt.timezone(dt.timedelta(hours=2)), "2026-01-13T00:15:00Z", "+02:00"),
    ],
)
def test_axis_of_time_tells_its_zone(zone: Any, stamp: str, shown: str) -> None:
    reading = IntervalReading(time_stamp=dt.datetime.fromisoformat(stamp), value="1")
    assert plots.load_profile(block(reading), zone=zone).get_xlabel() == f"time ({shown})"


def test_unknown_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^'Mars/Base' is no known time zone"):
        plots.load_profile(block("1"), zone="Mars/Base")


def test_what_cannot_be_placed_is_counted() -> None:
    axes = plots.load_profile(
        block(
            "1",
            IntervalReading(value="2"),
            IntervalReading(time_stamp=START.replace(tzinfo=None), value="3"),
            IntervalReading(time_stamp=START + QUARTER, value="4"),
        )
    )
    assert axes.get_xlabel().splitlines()[1:] == [
        "1 interval without a usable time",
        "1 value of a time without zone",
        "1 overlap of an interval with the one before",
    ]


def test_length_comes_from_the_period_of_the_value_or_from_the_distance() -> None:
    hour = DateTimeInterval(start=START, end=START + 4 * QUARTER)
    axes = plots.load_profile(block(IntervalReading(time_period=hour, value="1"), code="x"))
    assert corners(axes) == [(0, 1), (4, 1)]
    assert axes.get_ylabel() == "value, unit not known"

    axes = plots.load_profile(block("1", "2", "3", code="x"))
    assert corners(axes) == [(0, 1), (1, 1), (2, 2), (3, 3)]
    assert "1 block drawn by the distance of times, as" in axes.get_xlabel()

    with pytest.raises(ValueError, match="1 interval of unknown length$"):
        plots.load_profile(block("1", code="x"))


def test_days_of_a_change_of_clocks_have_no_gap() -> None:
    stamps = ["2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"]
    readings = [IntervalReading(time_stamp=dt.datetime.fromisoformat(one), value="1") for one in stamps]
    axes = plots.load_profile(block(*readings, code=DAILY), zone="Europe/Vienna")

    assert [label for label in legend(axes) if "not in" in label] == []
    assert not np.isnan(axes.lines[0].get_ydata()).any()
    assert axes.get_ylabel() == "energy, kWh per day"


def test_pending_calculation_is_told() -> None:
    pending = PendingCalculation(reading_type=KWH, scalar_float=2.0)
    axes = plots.load_profile(block("1", pending_calculation=pending))
    assert legend(axes) == ["forward active energy, per 15 min, before the pending calculation"]


def test_hostile_names_are_harmless() -> None:
    name = "_$\\frac{$\n\u202e" + "x" * 1000
    axes = plots.load_profile([metered(block("1"), name=name), metered(block("1"), name="b")])
    axes.figure.draw_without_rendering()  # a formula would raise
    shown = legend(axes)[0]
    assert shown.startswith(" _\\$\\frac{\\$\\n\\u202e")
    assert len(shown) < 200


@pytest.mark.parametrize("value", ["1e400", "NaN", "INF", "x", "-" * 100, "9" * 100_000, "1e99999999999999999999"])
def test_values_that_cannot_be_drawn_are_gaps(value: str) -> None:
    axes = plots.load_profile(block("1", value, "2"))
    assert legend(axes)[-1] == "sent without a value (1)"


def test_many_values_are_drawn_as_mean_and_range() -> None:
    axes = plots.load_profile(block(*(str(number % 10) for number in range(1000))), points=100)

    assert len(axes.lines[0].get_xdata()) == 101
    assert set(axes.lines[0].get_ydata()) == {4.5}
    band = axes.collections[0].get_paths()[0].vertices[:, 1]
    assert (band.min(), band.max()) == (0, 9)
    assert axes.get_xlabel().splitlines()[1:] == ["forward active energy: mean and range of 10 intervals at a time"]


def test_many_marks_and_gaps_are_thinned_and_counted() -> None:
    readings = [judged(2 * number, "1", "3.8.0") for number in range(3000)]
    axes = plots.load_profile(block(*readings))

    assert legend(axes)[1:] == [
        "estimated (3,000, 1,000 marked)",
        "not in the message (2,999, the longest 500 drawn)",
    ]
    assert len(axes.lines[1].get_xdata()) == 1000


def test_more_channels_than_asked_for_are_counted() -> None:
    root = [metered(block("1"), name=f"NM-E-{number}") for number in range(5)]
    axes = plots.load_profile(root, channels=2)
    assert len(axes.lines) == 2
    assert axes.get_xlabel().splitlines()[1:] == ["not drawn: 3 more of 5 channels"]


def test_given_axes_are_drawn_on_and_returned() -> None:
    axes = Figure().subplots()
    assert plots.load_profile(DAY, ax=axes) is axes
    found = axes.get_legend()
    assert found is not None
    assert "estimated (3)" in [text.get_text() for text in found.get_texts()]
    assert plt.get_fignums() == []


@pytest.mark.parametrize("source", [None, 5, "text.xml", b"<a/>"])
def test_what_holds_no_readings_is_an_error(source: Any) -> None:
    with pytest.raises(TypeError, match="expected a message, a payload, or readings of one$"):
        plots.load_profile(source)


def test_nothing_to_draw_is_an_error() -> None:
    for empty in ([], Meter(), block()):
        with pytest.raises(ValueError, match="^there are no values to draw$"):
            plots.load_profile(empty)
    for name in ("channels", "points"):
        with pytest.raises(ValueError, match=f"^{name} is 0; expected 1 or more$"):
            plots.load_profile(DAY, **{name: 0})


def test_missing_library_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for draw in (plots.load_profile, plots.event_timeline):
        with pytest.raises(ImportError, match=r'pip install "cim61968-9\[plot\]"$'):
            draw(DAY)


def test_times_far_away_are_counted_and_not_drawn() -> None:
    early = IntervalReading(time_stamp=dt.datetime(1, 1, 1, tzinfo=dt.UTC), value="1")
    axes = plots.load_profile(block("1", early))
    assert axes.get_xlabel().splitlines()[1:] == ["1 interval without a usable time"]
    register = Reading(time_stamp=early.time_stamp, value="1", reading_type=TOTAL)
    axes = plots.load_profile(metered(block("1"), readings=[register]))
    assert axes.get_xlabel().splitlines()[1:] == ["1 register without a usable time"]


def test_many_registers_are_thinned_and_their_qualities_marked() -> None:
    qualities = [ReadingQuality(reading_quality_type="3.8.0")]
    registers = [
        Reading(time_stamp=START + number * QUARTER, value="1", reading_type=TOTAL, reading_qualities=qualities)
        for number in range(20)
    ]
    axes = plots.load_profile(metered(readings=registers), points=10)
    assert [len(line.get_xdata()) for line in axes.lines] == [10, 10]
    assert axes.get_xlabel().splitlines()[1:] == ["forward active energy: 10 of 20 registers drawn"]
    assert legend(axes)[1] == "estimated (10)"
