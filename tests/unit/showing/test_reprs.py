"""What objects look like in a console: short, without defaults, and honest about what is left out."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import hypothesis.vendor.pretty
import pytest
from lxml import html
from rich.console import Console
from rich.pretty import Pretty

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import IntervalBlock, IntervalReading, Meter, MeterReading, MeterReadings, Name
from cim61968_9.xml.foreign import RawElement

DATA = Path(__file__).resolve().parents[3] / "examples" / "data"
MANY = MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid=str(number))) for number in range(100_000)])


def pretty(subject: Any) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(Pretty(subject))
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def of_ipython(subject: Any) -> str:
    return str(pytest.importorskip("IPython.lib.pretty").pretty(subject))


def of_hypothesis(subject: Any) -> str:
    return str(hypothesis.vendor.pretty.pretty(subject))


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        (MANY, "MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid='0')), ... 99999 more])"),
        (Meter(mrid="a" * 1_000_000), f"Meter(mrid='{'a' * 160}'... 999840 more)"),
        (Meter(mrid=cim.InvalidText("x" * 500)), f"Meter(mrid=InvalidText('{'x' * 160}'... 340 more))"),
        (Meter(mrid="\u202e\x1b[2J"), "Meter(mrid='\\u202e\\x1b[2J')"),
        (cim.Payload(content=[RawElement("<a/>")]), "Payload(content=[RawElement('<a></a>')])"),
        (cim.Finding(rule="XSD101", severity=cim.Severity.INFO, message="m"), None),
        (cim.Report(source="a.xml", kind="EventMessage"), "Report(source='a.xml', kind='EventMessage')"),
        (cim.Loaded(Meter(mrid="1")), "Loaded(message=Meter(mrid='1'))"),
        (cim.Inspection(name="a.xml", ids=2), "Inspection(name='a.xml', ids=2)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_repr_is_a_call_with_what_is_set(subject: Any, shown: str | None) -> None:
    assert repr(subject) == (shown or "Finding(rule='XSD101', severity=Severity.INFO, message='m')")


@pytest.mark.parametrize(
    ("count", "shown"),
    [(1, "findings=(F,))"), (3, "findings=(F, F, F))"), (4, "findings=(F, ... 3 more))")],
)
def test_repr_of_a_report_shortens_its_findings(count: int, shown: str) -> None:
    finding = cim.Finding(rule="A", severity=cim.Severity.ERROR, message="b")
    report = cim.Report(source="-", findings=(finding,) * count)

    assert repr(report).replace(repr(finding), "F") == f"Report(source='-', {shown}"


def test_repr_runs_out_of_room_and_says_so() -> None:
    names = [Name(name="n" * 190)] * 3
    wide = MeterReadings(meter_reading=[MeterReading(meter=Meter(names=names), usage_point=None)] * 3)
    message = cim.Payload(content=[wide] * 3, format="x" * 200)

    assert len(repr(message)) < 4000
    assert repr(message).endswith("MeterReadings(...)], ...)")
    assert "Name(...)" in repr(message)
    assert ", ...)" in repr(message)


def test_repr_of_an_object_that_contains_itself_ends() -> None:
    payload = cim.Payload()
    payload.content = [payload]

    assert repr(payload) == "Payload(content=[" * 21 + "Payload(...)" + "])" * 21
    assert str(payload.tree(lines=10_000)).count("\n") == 40
    assert payload._repr_html_()


@pytest.mark.parametrize("printed", [of_ipython, of_hypothesis])
def test_pretty_printers_show_what_is_set_in_lines(printed: Any) -> None:
    assert printed(Meter(mrid="1")) == "Meter(mrid='1')"
    assert printed([Meter(), Meter()]) == "[Meter(), Meter()]"
    assert printed(MANY) == (
        "MeterReadings(\n    meter_reading=[MeterReading(meter=Meter(mrid='0')), ... 99999 more]\n)"
    )
    assert printed(
        cim.Report(source="a" * 50, findings=(finding := cim.Finding(rule="A1", severity="info", message="m"),))
    ) == (f"Report(\n    source='{'a' * 50}',\n    findings=({finding!r},)\n)")
    event = cim.read(DATA / "outage-event.xml", mode="raw")
    assert printed(event).replace("\n", "").replace(" ", "") == repr(event).replace(" ", "")
    assert printed(event).splitlines()[:4] == [
        "EventMessage(",
        "    header=Header(",
        "        verb=Verb.created,",
        "        noun='EndDeviceEvents',",
    ]


@pytest.mark.parametrize("printed", [of_ipython, of_hypothesis])
def test_pretty_printers_are_given_no_more_than_they_can_show(printed: Any) -> None:
    full = printed(cim.sample("MeterReadings", full=True))
    payload = cim.Payload()
    payload.content = [payload]

    assert "..." in full
    assert max(map(len, full.splitlines())) < 300
    assert len(full) < 10_000
    assert printed(payload).count("Payload(") == 22
    assert len(printed(Meter(mrid="a" * 1_000_000))) < 200


def test_rich_shows_what_is_set_and_counts_the_rest() -> None:
    assert pretty(Meter(mrid="1")) == "Meter(mrid='1')\n"
    assert "... 99,997 more" in pretty(MANY)
    assert pretty(Meter(mrid="a" * 1_000_000)).endswith("... 999840 more\n)\n")
    assert pretty(cim.Report(source="a")) == "Report(source='a')\n"
    shown = pretty(cim.read(DATA / "interval-day.xml"))
    assert "verb=Verb.created" in shown
    assert "None" not in shown
    assert "... 93 more" in shown


def test_rich_is_given_plain_values_as_they_are() -> None:
    reading = IntervalReading(value="1", time_stamp=cim.read(DATA / "outage-event.xml", mode="raw").header.timestamp)
    block = IntervalBlock(interval_readings=[reading], reading_type="x")

    assert list(block.__rich_repr__()) == [("interval_readings", [reading]), ("reading_type", "x")]
    assert [name for name, _ in reading.__rich_repr__()] == ["time_stamp", "value"]


def test_repr_of_a_stream_of_items_says_how_far_it_is() -> None:
    stream = cim.iter_items(DATA / "outage-event.xml", mode="lax")
    assert repr(stream) == "<ItemStream EndDeviceEvents: 0 items read, 0 findings so far>"
    next(stream)
    assert repr(stream).startswith("<ItemStream EndDeviceEvents: 1 item read, ")
    with pytest.warns(cim.CimWarning):
        list(stream)
    stream.close()
    assert repr(stream) == "<ItemStream EndDeviceEvents: 4 items read, 1 finding so far>"


def test_repr_of_a_stream_is_one_short_line_whatever_the_noun() -> None:
    text = (DATA / "interval-day.xml").read_text(encoding="utf-8")
    noun = "\u202e" + "x" * 1000
    shown = repr(
        cim.iter_items(text.replace(">MeterReadings</", f">{noun}</").partition("<Payload")[0] + "</EventMessage>")
    )
    assert shown.isprintable()
    assert len(shown) < 300


def test_repr_of_a_writer_of_items_says_how_far_it_is() -> None:
    payload = cim.sample("MeterReadings").payload.one(cim.MeterReadings)
    writer = cim.ItemWriter(io.BytesIO(), cim.MeterReadings())
    assert repr(writer) == "<ItemWriter MeterReadings: 0 items written>"
    writer.write(payload.meter_reading[0])
    assert repr(writer) == "<ItemWriter MeterReadings: 1 item written>"
    writer.close()
    assert repr(writer) == "<ItemWriter MeterReadings: 1 item written, closed>"


@pytest.mark.parametrize(("values", "word"), [("text", "text"), ("decimal", "exact decimal"), ("float", "number")])
def test_columns_are_told_in_plain_words(values: Any, word: str) -> None:
    page = html.fragment_fromstring(cim.columns.readings(DATA / "interval-day.xml", values=values)._repr_html_())
    told = {row.xpath("string(th)"): row.xpath("string(td)") for row in page.xpath(".//details//tr")}
    assert list(told) == list(cim.columns.readings([]).schema.names)
    assert told["value"] == word
    assert (told["time_stamp"], told["item"], told["meter_name"]) == ("time", "whole number", "text")
    assert not re.search("[<=]|string|int|dict|timestamp", " ".join(told.values()))


def test_repr_of_a_stream_of_columns_reads_nothing() -> None:
    stream = cim.columns.readings(DATA / "interval-day.xml")

    before = repr(stream), stream._repr_html_()
    rows = stream.table().num_rows

    assert before[0] == f"<ColumnStream readings: {len(stream.schema)} columns, 0 rows of 0 sources done>"
    assert "ColumnStream" in before[1]
    assert "reading_type" in before[1]
    assert repr(stream).endswith(f"columns, {rows} rows of 1 sources done>")
    assert f"{rows} rows" in stream._repr_html_()
