"""The report as a page: whole, safe, bounded, and with what it promises in its place."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree, html
from strict_html import HOSTILE, Strict, hostile_message

import cim61968_9 as cim
from cim61968_9.html_reporting import html_report, page as pages
from cim61968_9.html_reporting.excerpts import excerpt_html, excerpts_of
from cim61968_9.html_reporting.markup import size_text
from cim61968_9.html_reporting.ticks import number_text, number_ticks, time_ticks
from cim61968_9.profiles import end_device_events as events
from cim61968_9.profiles.meter_readings import (
    DateTimeInterval,
    EndDeviceEvent,
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    MeterReadings,
    Name,
    Reading,
    ReadingQuality,
)
from cim61968_9.sources import Item

START = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
ENERGY = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.72.0"
TOTAL = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
LIMITS = cim.Limits()


def profile(values: list[str | None], *, meter: str = "NM-E-0041871", reading_type: str = ENERGY) -> MeterReading:
    """Return values of 15 minutes each; where there is None, there is no interval."""
    readings = [
        IntervalReading(time_stamp=START + dt.timedelta(minutes=15 * number), value=value)
        for number, value in enumerate(values, 1)
        if value is not None
    ]
    return MeterReading(
        meter=Meter(names=[Name(name=meter)]),
        interval_blocks=[IntervalBlock(reading_type=reading_type, interval_readings=readings)],
    )


def page_of(*readings: MeterReading) -> str:
    return html_report(cim.to_bytes(MeterReadings(meter_reading=list(readings))))


def numbers(path: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path)]


def line_of(page: str) -> str:
    return html.fromstring(page.encode()).xpath("//path[@class='line']/@d")[0]


@pytest.fixture(scope="module")
def hostile() -> str:
    return html_report([hostile_message()])


def test_the_parts_of_a_page_are_in_order(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(examples)
    page = Strict(html_report(["interval-day.xml", "outage-event.xml", "reply-with-errors.xml", "gone.xml"]))
    assert page.headings == [
        "Report on 4 sources",
        *("interval-day.xml no findings", "Envelope", "Codes", "Load profiles", "Registers", "Content"),
        *("outage-event.xml 1 error", "Findings", "Envelope", "Codes", "Events", "Content"),
        *("reply-with-errors.xml no findings", "Envelope", "Codes", "Registers", "Content"),
        "gone.xml cannot be read",
        *("The rules", "XSD101 unknown element error"),
    ]
    assert page.heads[:6] == ["Source", "Message", "Size", "Errors", "Warnings", "Infos"]
    assert page.counts["figure"] == 5
    assert page.leading_out == []


def test_a_finding_is_told_with_its_lines_and_its_rule(examples: Path) -> None:
    tree = html.fromstring(html_report(examples / "outage-event.xml").encode())
    (found,) = tree.xpath("//article[@class='finding error']")
    told = " ".join(found.text_content().split())
    assert "XSD101 unknown element line 63:9found an element 'SignalStrength'" in told
    assert "/EventMessage/Payload/EndDeviceEvents/EndDeviceEvent[1]/SignalStrength" in told
    assert "it was kept and will be written back in its place" in told
    assert found.xpath(".//mark/text()") == ["<ami:SignalStrength"]
    assert found.xpath(".//span[@class='here']/b/text()") == ["63"]
    assert found.xpath(".//pre/span/b/text()") == ["61", "62", "63", "64", "65"]
    (rule,) = tree.get_element_by_id(found.xpath(".//a/@href")[0].removeprefix("#")).xpath("h3")
    assert rule.text_content() == "XSD101 unknown element error"


def test_each_code_is_explained_once(examples: Path) -> None:
    tree = html.fromstring(html_report(examples / "interval-day.xml").encode())
    rows = [[cell.text_content() for cell in row.xpath("td")] for row in tree.xpath("//tr[td/code]") if len(row) == 4]
    codes = [row[1] for row in rows]
    assert len(codes) == len(set(codes)) == 12
    assert ["reading quality", "3.0.1", "MDM: valid, the value has passed the checks", "46"] in rows


def test_errors_of_a_reply_are_explained(examples: Path) -> None:
    page = Strict(html_report(examples / "reply-with-errors.xml")).text
    assert "PARTIAL: part of what was asked for is here" in page
    assert "meter unknown or not valid; correct the identifier or code" in page


def test_hostile_texts_stay_texts(hostile: str) -> None:
    page = Strict(hostile)
    assert page.leading_out == []
    assert page.counts["h1"] == 1
    assert {"script", "img", "textarea"}.isdisjoint(page.counts)
    for text in HOSTILE[:-2]:
        assert text in page.text
    assert "\\u202eevil\\u202c \\u2066right\\u2069" in page.text
    assert not set("\u202e\u202c\u2066\u2069\u200f\u200b\ufeff") & set(hostile)
    assert HOSTILE[-1] in page.text
    tree = html.fromstring(hostile.encode())
    assert tree.xpath("//script | //img | //iframe | //object | //*[@onclick or @onerror or @onmouseover]") == []


def test_a_policy_forbids_to_load_anything(hostile: str) -> None:
    tree = html.fromstring(hostile.encode())
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert "http" not in "".join(tree.xpath("//style/text()"))


def test_texts_of_a_megabyte_are_shortened(hostile: str) -> None:
    assert len(hostile.encode()) < 300_000
    assert "M" * 200 not in hostile
    assert "999,880 characters" in hostile


@pytest.mark.parametrize("name", ["<b>.xml", "\x1b[2J\n.xml", "a\u202exml.exe", "\udcff.xml", '" onload="x'])
def test_names_of_files_are_texts(name: str, tmp_path: Path) -> None:
    page = html_report([Item(name, 1, problem=name)], output=tmp_path / "report.html")
    assert Strict(page).counts["h2"] == 1
    assert (tmp_path / "report.html").read_bytes() == page.encode()
    assert not set("\x1b\u202e\udcff") & set(page)


@pytest.mark.parametrize(
    "given", [b"", b"<a", b"<a/>", b"<!DOCTYPE a []><a/>", b"\xff\xfe\x00", b"\x1f\x8bxx", "<\ud800/>"]
)
def test_what_is_no_message_is_a_finding(given: bytes | str) -> None:
    page = Strict(html_report([given]))
    assert page.headings[:3] == ["Report on 1 source", "<document> 1 error", "Findings"]
    assert page.leading_out == []


def test_the_same_sources_make_the_same_page(examples: Path) -> None:
    path = examples / "outage-event.xml"
    assert html_report(path) == html_report([cim.sources.only(str(path))]) == html_report(str(path))


def test_no_extra_is_needed(examples: Path) -> None:
    code = """
import sys
from cim61968_9.html_reporting import html_report
assert "<svg" in html_report(sys.argv[1])
print(sorted({"matplotlib", "numpy", "pyarrow", "rich", "typer"} & set(sys.modules)), end="")
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(examples / "interval-day.xml")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]", "")


def test_reports_need_no_source(examples: Path) -> None:
    report = cim.validate(examples / "outage-event.xml")
    page = Strict(html_report(report))
    assert "unknown element" in page.text
    assert "mark" not in page.counts


def test_findings_that_are_not_listed_are_counted(examples: Path) -> None:
    report = cim.validate(examples / "outage-event.xml")
    page = Strict(html_report(evolve(report, findings=(), unlisted=report.findings)))
    assert page.headings[1:3] == [f"{report.source} 1 error", "Findings"]
    assert "… 1 more finding that counts, but is not listed" in page.text


def test_rules_that_need_no_message_show_it_all_the_same(examples: Path) -> None:
    page = html_report(examples / "outage-event.xml", settings=cim.Settings(select=["XSD"]))
    assert "Events" in Strict(page).headings


def test_a_compressed_payload_is_opened(examples: Path) -> None:
    packed = cim.compress(cim.read(examples / "interval-day.xml"))
    assert "Load profiles" in Strict(html_report(cim.to_bytes(packed))).headings
    packed.payload.compressed = "AAAA"
    page = Strict(html_report(cim.to_bytes(packed)))
    assert "a compressed payload, not expanded" in page.text


def test_events_are_in_the_order_of_their_times() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    times = [None, START, START.replace(tzinfo=None, hour=1), START.astimezone(zone) - dt.timedelta(hours=1)]
    times += [dt.datetime.min.replace(tzinfo=zone), dt.datetime(1, 1, 2, tzinfo=dt.UTC)]
    events = [EndDeviceEvent(created_date_time=time, end_device_event_type="3.26.0.85") for time in times]
    reading = MeterReading(meter=Meter(names=[Name(name="NM-E-0041911")]), end_device_events=events)
    report = cim.Report(source="reply.xml", message=MeterReadings(meter_reading=[reading]))
    tree = html.fromstring(html_report(report).encode())
    rows = [[cell.text_content() for cell in row.xpath("td")] for row in tree.xpath("//tr[td[5]]") if len(row) == 5]
    assert [row[0] for row in rows] == [
        "0001-01-02 00:00:00 UTC",
        "2026-01-14 01:00:00 +02:00",
        "2026-01-14 00:00:00 UTC",
        "2026-01-14 01:00:00, no zone",
        "none given",
        "0001-01-01 00:00:00 +02:00",
    ]
    assert {row[1] for row in rows} == {"NM-E-0041911"}


def test_very_many_codes_are_counted() -> None:
    readings = [Reading(time_stamp=START, value="1", reading_type=f"type {number}") for number in range(100)]
    page = page_of(MeterReading(readings=readings))
    assert "… 40 more reading type codes of 100" in page


def test_all_payloads_are_counted() -> None:
    readings = [MeterReadings(meter_reading=[profile(["1"])]) for _ in range(205)]
    failure = events.EndDeviceEvent(created_date_time=START, end_device_event_type="3.26.0.85")
    failures = [events.EndDeviceEvents(end_device_event=[failure]) for _ in range(30)]
    operations = [cim.operation("create", one) for one in [*readings, *failures]]
    page = html_report(cim.to_bytes(cim.execute(*operations)))
    tree = html.fromstring(page.encode())
    rows = [[cell.text_content() for cell in row.xpath("td")] for row in tree.xpath("//tr[td/code]") if len(row) == 4]
    assert [(row[1], row[3]) for row in rows] == [(ENERGY, "205"), ("3.26.0.85", "30")]
    assert "Events" in Strict(page).headings
    assert "… 225 more payloads" in page


@pytest.mark.parametrize(("noun", "said"), [("MeterReadings", ""), ("MeterServiceRequests", " (structure: draft)")])
def test_how_sure_a_structure_is_is_told_unless_it_is_confirmed(noun: str, said: str) -> None:
    tree = html.fromstring(html_report(cim.to_bytes(cim.sample(noun))).encode())
    (content,) = tree.xpath("//dt[text()='content']/following-sibling::dd")
    assert content.text_content().startswith(f"{noun}{said}1 ")


def test_a_period_begins_where_the_first_interval_does(examples: Path) -> None:
    assert "2026-01-13 00:00:00 UTC to 2026-01-14 00:00:00 UTC" in html_report(examples / "interval-day.xml")


@pytest.mark.parametrize("given", [5, None, bytearray(b"<a/>"), {}, io.BytesIO(b"<a/>"), cim.Loaded(None)])
def test_what_is_no_source_is_refused(given: Any) -> None:
    name = type(given).__name__
    for one in (given, [given]):
        with pytest.raises(TypeError, match=f"found {name}, expected names of files, XML as text or bytes, messages,"):
            html_report(one)


def test_elements_of_lxml_are_no_sources() -> None:
    with pytest.raises(TypeError, match="found _Element, expected"):
        html_report(etree.fromstring("<a><b/></a>"))  # type: ignore[arg-type]


def test_messages_and_payloads_are_sources(examples: Path) -> None:
    message = cim.read(examples / "outage-event.xml", mode="raw")
    page = html_report(message)
    assert Strict(page).headings[:2] == ["Report on 1 source", "<EventMessage> 1 error"]
    assert "SignalStrength</mark>" in page
    both = html_report([message, message.payload.one(cim.EndDeviceEvents), examples / "interval-day.xml"])
    assert Strict(both).headings[0] == "Report on 3 sources"
    assert "&lt;EndDeviceEvents&gt;" in both
    message.header.timestamp = cim.EventMessage  # which has no text
    with pytest.raises(cim.InvalidMessageError):
        html_report(message)


@pytest.mark.parametrize("name", ["same.xml", "link.xml", "day.zip"])
def test_a_source_is_not_written_over(
    name: str, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("same.xml").write_bytes((examples / "outage-event.xml").read_bytes())
    Path("link.xml").symlink_to("same.xml")
    with zipfile.ZipFile("day.zip", "w") as archive:
        archive.write("same.xml")
    before = Path(name).read_bytes()
    with pytest.raises(ValueError, match=f"output is '{name}', which is one of the sources; expected another file"):
        html_report(["same.xml", "day.zip"], output=name)
    assert Path(name).read_bytes() == before


def test_many_findings_are_counted() -> None:
    odd = "".join(f"<Odd{number}/>" for number in range(500))
    data = f"<MeterReadings xmlns='http://iec.ch/TC57/2011/MeterReadings#'>{odd}</MeterReadings>".encode()
    page = Strict(html_report(data))
    assert "… 480 more findings of XSD101" in page.text
    assert page.counts["mark"] == 20


def test_of_every_rule_there_are_findings_and_totals_are_true() -> None:
    odd = "<Odd/>" * 25_000
    late = "<MeterReading><Meter/><Readings><timeStamp>soon</timeStamp></Readings></MeterReading>"
    data = f"<MeterReadings xmlns='http://iec.ch/TC57/2011/MeterReadings#'>{odd}{late}</MeterReadings>"
    page = html_report(data)
    read = Strict(page)
    assert "<document> 25,002 errors" in read.headings[1]
    assert "… 24,980 more findings of XSD101" in read.text
    assert "XSD107 invalid value" in " ".join(read.headings)
    tree = html.fromstring(page.encode())
    assert [one.text for one in tree.xpath("//td/span[@class='badge error']")] == ["25,002"]
    assert {one.text for one in tree.xpath("//article[@class='finding error']//p/a")} == {"XSD101", "XSD103", "XSD107"}
    assert "FND001" not in page


def test_the_first_of_every_rule_is_shown_before_the_second_of_any() -> None:
    severity = cim.Severity.ERROR
    flood = [cim.Finding(rule=f"NMG{n % 9:03}", severity=severity, message="x", line=n + 1) for n in range(900)]
    rare = cim.Finding(rule="NMG999", severity=severity, message="x" * 100, line=5000)
    page = html_report(cim.Report(source="a.xml", findings=(*flood, rare)))
    tree = html.fromstring(page.encode())
    shown = [one.text_content() for one in tree.xpath("//p[@class='first']/code")]
    assert len(shown) == 80
    assert shown[-1] == "NMG999"
    assert shown[:9] == [one.rule for one in flood[:9]]


def test_sources_with_findings_have_details_first(monkeypatch: pytest.MonkeyPatch, examples: Path) -> None:
    clean, broken = (examples / "disconnect-request.xml").read_bytes(), b"<a"
    monkeypatch.setattr(pages, "_ROOM", 40_000)
    page = Strict(html_report([*[clean] * 30, broken, *[clean] * 30]))
    assert "source-31" in page.ids
    assert "source-1" in page.ids
    assert "source-61" not in page.ids
    assert "61 sources checked: 1 error in 1" in page.text
    assert re.search(r"5\d of these sources have no details below", page.text)
    assert page.leading_out == []


def test_of_very_many_sources_the_worst_are_listed() -> None:
    names = [f"{number}-{'<' * 150}.xml" for number in range(1200)]
    given = [Item(name, problem="gone") if name.startswith("1199") else cim.Report(source=name) for name in names]
    page = html_report(given)
    assert "… 200 more sources without worse findings than these" in page
    assert len(page.encode()) < 5_000_000
    read = Strict(page)
    assert "source-1200" in read.ids
    assert read.leading_out == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_any_encoding(encoding: str, end: str) -> None:
    declared = encoding if encoding in {"latin-1", "cp1252"} else encoding.rpartition("-")[0] or encoding
    lines = [f'<?xml version="1.0" encoding="{declared}"?>', "<a>", "\t<müll ü='1'/>", "</a>", ""]
    data = end.join(lines).encode(encoding)
    item = Item("a.xml", len(data), get=lambda: data)
    shown = excerpt_html(excerpts_of(item, [(3, 2)], LIMITS)[3, 2])
    assert "<mark>&lt;müll</mark> ü=&#x27;1&#x27;/&gt;" in shown
    assert re.findall(r"<b>(\d)</b>", shown) == ["1", "2", "3", "4"]


def test_of_a_long_line_the_place_is_shown() -> None:
    data = gzip.compress(b"<a>" + b" " * 100_000 + b"<odd>" + b"x" * 100_000 + b"</odd></a>")
    shown = excerpt_html(excerpts_of(Item("a", 1, get=lambda: data), [(1, 100_004)], LIMITS)[1, 100_004])
    assert "<mark>&lt;odd</mark>&gt;xxx" in shown
    assert shown.count("…") == 2
    assert len(shown) < 500


@pytest.mark.parametrize("encoding", ["utf-3000", "hex", ""])
def test_lines_of_no_known_encoding_are_bytes(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>\n<a/>'.encode()
    shown = excerpt_html(excerpts_of(Item("a", 1, get=lambda: data), [(2, 1)], LIMITS)[2, 1])
    assert "<mark>&lt;a</mark>/&gt;" in shown


@pytest.mark.parametrize("place", [(9, 1), (1, 99), (1, None), (2, 1)])
def test_places_that_are_not_there_are_no_harm(place: tuple[int, int | None]) -> None:
    found = excerpts_of(Item("a", 1, get=lambda: b"<a/>\n"), [place], LIMITS)
    assert all("<mark>" not in excerpt_html(one) or place == (2, 1) for one in found.values())
    assert (place in found) == (place[0] < 3)


def test_a_source_that_is_gone_has_no_lines(tmp_path: Path) -> None:
    assert excerpts_of(Item("a", 1, get=lambda: tmp_path / "gone.xml"), [(1, 1)], LIMITS) == {}
    assert excerpts_of(Item("a", 1, get=lambda: b"\x1f\x8bbroken"), [(1, 1)], LIMITS) == {}


def test_steps_are_as_high_as_values() -> None:
    page = page_of(profile(["0", "10", "5"]))
    path = line_of(page)
    assert path.count("H") == 3
    zero, ten, five = (numbers(part)[0] for part in re.findall(r"V([\d.]+)", path))
    assert zero > five > ten
    assert round((zero + ten) / 2, 1) == pytest.approx(five, abs=0.2)


def test_a_gap_breaks_the_line_and_is_told() -> None:
    page = page_of(profile(["1", None, None, "2"]))
    assert line_of(page).count("M") == 2
    assert "not in the message (1 gap)" in page
    assert "url(#s1p0g)" in page


def test_many_points_are_drawn_as_mean_and_range() -> None:
    page = page_of(profile([str(number % 7) for number in range(3500)]))
    assert "3,500 intervals, one per 15 min; lowest 0, highest 6 Wh; total 10,500 Wh" in page
    assert "drawn as mean and range of 5 intervals at a time" in page
    assert 'class="band"' in page
    assert len(line_of(page)) < 15_000


def test_marks_of_qualities_are_explained() -> None:
    reading = profile(["1"] * 300)
    for one in reading.interval_blocks[0].interval_readings:
        one.reading_qualities = [ReadingQuality(reading_quality_type="3.8.0")]
    tree = html.fromstring(page_of(reading).encode())
    (legend,) = tree.xpath("//ul[@class='legend']/li")
    assert legend.text_content().strip() == "estimated (300, 150 of them marked)"
    assert len(tree.xpath("//svg[@class='chart']/g")) == 150


def test_a_picture_has_a_title_and_a_description() -> None:
    tree = html.fromstring(page_of(profile(["1", "2"])).encode())
    (picture,) = tree.xpath("//svg[@role='img']")
    names = picture.get("aria-labelledby").split()
    told = [tree.get_element_by_id(name).text_content() for name in names]
    assert told == [
        "Load profile of NM-E-0041871: forward active energy",
        "2 intervals, one per 15 min; lowest 1, highest 2 Wh; total 3 Wh",
    ]
    assert picture.xpath("text/text()")[-2:] == ["energy, Wh per 15 min", "time (UTC), 2026-01-14"]


@pytest.mark.parametrize("value", ["1e308", "-1e308", "1e-320", "0", "-0", "99999999999999999999", "-5"])
def test_any_number_can_be_drawn_or_is_told(value: str) -> None:
    page = page_of(profile([value, value, value]))
    assert Strict(page).leading_out == []
    assert ('class="line"' in page) != ("not drawn: values are too large for a picture" in page)
    assert not re.search("nan|inf", "".join(re.findall(r' d="([^"]*)"', page)))


def test_more_profiles_than_fit_are_counted() -> None:
    page = page_of(*(profile(["1"], meter=f"NM-E-{number:07}") for number in range(15)))
    assert Strict(page).counts["figure"] == 12
    assert "… 3 more load profiles not drawn" in page


def test_registers_are_a_table() -> None:
    readings = [Reading(time_stamp=START, value=str(number), reading_type=TOTAL) for number in range(120)]
    page = page_of(MeterReading(meter=Meter(names=[Name(name="NM-E-0041871")]), readings=readings))
    assert "119 kWh" not in page.partition("Registers")[2].partition("</table>")[0]
    assert "… 20 more register values" in page


def register_rows(*readings: Reading) -> list[list[str]]:
    page = page_of(MeterReading(meter=Meter(names=[Name(name="NM-E-0041871")]), readings=list(readings)))
    rows = html.fromstring(page.encode()).xpath("//h3[.='Registers']/following::table[1]//tr[td]")
    return [["\n".join(cell.itertext()) for cell in row.xpath("td")][2:4] for row in rows]


@pytest.mark.parametrize("text", ["999999999999.5", "123456789012345", "18346029.1234567890", "0.10", "007"])
def test_values_of_registers_are_those_that_were_sent(text: str) -> None:
    assert register_rows(Reading(time_stamp=START, value=text, reading_type=TOTAL)) == [
        ["2026-01-14 00:00:00 UTC", f"{text} kWh"]
    ]


def test_registers_without_a_time_or_a_number_are_told_as_well() -> None:
    month = DateTimeInterval(start=START, end=START + dt.timedelta(days=31))
    assert register_rows(
        Reading(value="18346.029", reading_type=TOTAL),
        Reading(time_stamp=START, value="FW 2.1", reading_type=TOTAL),
        Reading(time_stamp=START, time_period=month, value="4.2", reading_type=TOTAL),
        Reading(time_period=DateTimeInterval(end=START), value="4.1", reading_type=TOTAL),
    ) == [
        ["2026-01-14 00:00:00 UTC", "FW 2.1"],
        ["2026-01-14 00:00:00 UTC\n2026-01-14 00:00:00 UTC to 2026-02-14 00:00:00 UTC", "4.2 kWh"],
        ["? to 2026-01-14 00:00:00 UTC", "4.1 kWh"],
        ["none given", "18346.029 kWh"],
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["1.5", None, "2", "", "3"], "lowest 1.5, highest 3 Wh; total 6.5 Wh in 3 intervals with a value"),
        (["123456789.50", "123456791"], "lowest 123,456,789.50, highest 123,456,791 Wh; total 246,913,580.50 Wh"),
        (["1e30", "1"], "lowest 1, highest 1E+30 Wh; total 1000000000000000000000000000001 Wh"),
        (["1e300", "1e-300"], "lowest 1E-300, highest 1E+300 Wh<"),
    ],
)
def test_all_digits_of_a_profile_are_told(values: list[str | None], said: str) -> None:
    assert said in page_of(profile(values))


def test_there_is_no_total_of_what_cannot_be_added() -> None:
    voltage = "0.2.2.12.0.1.54.0.0.0.0.0.0.0.128.0.29.0"
    assert "total" not in page_of(profile(["230", "231"], reading_type=voltage)).partition('class="said"')[2][:200]
    assert "total" not in page_of(profile(["1"]), profile(["2"])).partition('class="said"')[2][:200]


@pytest.mark.parametrize(
    ("length", "texts"),
    [
        (dt.timedelta(hours=1), ["14 Jan", "00:10", "00:20", "00:30", "00:40", "00:50", "01:00"]),
        (dt.timedelta(days=1), ["14 Jan", "06:00", "12:00", "18:00", "15 Jan"]),
        (dt.timedelta(days=7), ["14 Jan", "15 Jan", "16 Jan", "17 Jan", "18 Jan", "19 Jan", "20 Jan", "21 Jan"]),
        (dt.timedelta(days=365), ["Mar 2026", "May 2026", "Jul 2026", "Sep 2026", "Nov 2026", "Jan 2027"]),
        (dt.timedelta(days=365 * 40), ["2030", "2035", "2040", "2045", "2050", "2055", "2060", "2065"]),
    ],
)
def test_times_on_an_axis_are_round(length: dt.timedelta, texts: list[str]) -> None:
    start = START.replace(tzinfo=None)
    assert [text for _, text, _ in time_ticks(start, start + length)] == texts


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 753, ["0", "200", "400", "600"]),
        (0, 1.365, ["0", "0.5", "1.0"]),
        (-3, 3, ["-2", "0", "2"]),
        (1000, 1001, ["1,000.0", "1,000.2", "1,000.4", "1,000.6", "1,000.8", "1,001.0"]),
        (0, 4e15, ["0", "1e+15", "2e+15", "3e+15", "4e+15"]),
    ],
)
def test_numbers_on_an_axis_are_round(low: float, high: float, texts: list[str]) -> None:
    ticks = number_ticks(low, high)
    assert [number_text(one, ticks[1] - ticks[0]) for one in ticks] == texts


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 byte"), (999, "999 bytes"), (83_741, "83.7 kB"), (50_000_000, "50 MB"), (2_000_000_000, "2 GB")],
)
def test_sizes_are_short(size: int, text: str) -> None:
    assert size_text(size) == text


def test_a_zone_is_that_of_the_pictures() -> None:
    source = cim.to_bytes(MeterReadings(meter_reading=[profile(["1"] * 96)]))
    assert "time (Europe/Vienna), 2026-01-14 to 2026-01-15" in html_report(source, zone="Europe/Vienna")
    assert "time (UTC), 2026-01-14<" in html_report(source)
    with pytest.raises(ValueError, match=r"^'Mars/Base' is no known time zone"):
        html_report([], zone="Mars/Base")
