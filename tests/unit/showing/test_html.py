"""HTML for notebooks: well-formed, escaped, bounded, and telling what is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from lxml import html

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import IntervalBlock, IntervalReading, Meter, MeterReading, MeterReadings, Name
from cim61968_9.showing import Shown
from cim61968_9.validation.rules import RULES

DATA = Path(__file__).resolve().parents[3] / "examples" / "data"
HOSTILE = "<script>alert(1)</script>\"'&amp;</style></div><!-- \u202egnp\x00\x1b[2J\n" + "x" * 1_000_000
FINDING = cim.Finding(
    rule=HOSTILE, severity=cim.Severity.ERROR, message=HOSTILE, path=HOSTILE, line=3, column=4, value=HOSTILE, hint="h"
)
MESSAGE = cim.read(DATA / "interval-day.xml")


def parsed(subject: Any) -> html.HtmlElement:
    """Return the only element that an object shows itself as; it must be well-formed, without repair."""
    text = subject._repr_html_()
    html.fromstring(text, parser=html.HTMLParser(recover=False))
    found = html.fragment_fromstring(text)
    assert found.tag == "div"
    assert found.get("class") == "cim61968-9"
    return found


def words(subject: Any) -> str:
    """Return the texts of the page without its style."""
    page = parsed(subject)
    for style in page.xpath("style"):
        page.remove(style)
    return " ".join(" ".join(page.itertext()).split())


@pytest.mark.parametrize(
    "subject",
    [
        Meter(mrid=HOSTILE, names=[Name(name=HOSTILE)]),
        cim.Error(code=HOSTILE, reason=HOSTILE, details=HOSTILE, level=cim.ErrorLevel(HOSTILE)),
        FINDING,
        cim.Report(source=HOSTILE, findings=(FINDING,), kind=HOSTILE, noun=HOSTILE, problem=HOSTILE),
        cim.Loaded(Meter(mrid=HOSTILE), (FINDING,)),
        cim.Inspection(name=HOSTILE, root=HOSTILE, problem=HOSTILE, sender=HOSTILE),
    ],
    ids=lambda subject: type(subject).__name__,
)
def test_hostile_texts_are_escaped_and_short(subject: Any) -> None:
    page = parsed(subject)
    text = subject._repr_html_()

    assert not page.xpath("//script | //img | //comment()")
    assert len(page.xpath("//style")) == 1
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert len(text) < 12_000
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>alert(1)" in words(subject)


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.xml")))
def test_every_example_is_a_small_page(name: str) -> None:
    loaded = cim.load(DATA / name)

    for subject in (loaded, loaded.message, loaded.message.header, cim.inspect(DATA / name), cim.validate(DATA / name)):
        assert parsed(subject) is not None
        assert len(subject._repr_html_()) < 60_000
        assert "None" not in words(subject)


def test_message_says_what_it_is_and_what_its_codes_mean() -> None:
    shown = words(MESSAGE)

    assert shown.startswith("EventMessage created(MeterReadings) from Northmoor-MDM")
    assert "IntervalReading 2026-01-13 00:15:00 UTC 47 Wh" in shown
    assert "MDM: estimated, by a method that is not told" in shown
    assert "interval_readings[5:] … 91 more" in shown
    assert "comment" in shown
    assert "correlation_id" not in shown  # it has none


def test_lists_are_closed_and_single_things_open() -> None:
    page = parsed(MESSAGE)
    opened = [" ".join(one.text_content().split()) for one in page.xpath("//details[@open]/summary")]

    assert opened == [
        "EventMessage created(MeterReadings) from Northmoor-MDM",
        "payload Payload",
        "content[0] MeterReadings",
    ]


def test_a_hundred_thousand_readings_are_a_small_page() -> None:
    readings = [IntervalReading(value=str(number)) for number in range(100_000)]
    block = IntervalBlock(interval_readings=readings, reading_type="x")
    root = MeterReadings(meter_reading=[MeterReading(interval_blocks=[block] * 300)] * 300)

    assert "interval_readings[5:] … 99,995 more" in words(block)
    assert "meter_reading[5:] … 295 more" in words(root)
    assert len(root._repr_html_()) < 60_000


def test_many_long_texts_are_cut_more() -> None:
    names = [Name(name=f"{number}" + "&" * 200) for number in range(5)]
    root = MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid="&" * 200, names=names))] * 5)
    page = cim.Payload(content=[root] * 5)._repr_html_()

    assert len(page) < 500_000


def test_odd_values_stand_out() -> None:
    page = parsed(cim.Header(verb=cim.Verb("publish"), noun="MeterReadings"))

    (odd,) = page.xpath("//span[@class='w']")
    assert odd.text == "not in the list of the schema"


def test_report_counts_by_severity_and_lists_the_first() -> None:
    findings = tuple(
        cim.Finding(rule=f"R{number}", severity=severity, message="m", line=number)
        for number, severity in enumerate([cim.Severity.ERROR] * 1200 + [cim.Severity.WARNING])
    )
    shown = words(cim.Report(source="a.xml", findings=findings, kind="EventMessage", unlisted=(FINDING,)))

    assert shown.startswith("a.xml 1,201 errors 1 warning message EventMessage not listed 1 more finding, which counts")
    assert shown.count("line ") == 50
    assert shown.endswith("… 1,151 more findings")


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        (cim.Report(source="a.xml"), "a.xml no findings"),
        (cim.Report(source="a.xml", problem="no such file"), "a.xml cannot be read cannot be read no such file"),
        (
            cim.Report(source="a.xml", dialect=cim.load(DATA / "interval-day.xml").dialect, verb="get", noun="N"),
            "a.xml no findings message get N",
        ),
    ],
)
def test_report_without_findings_says_why(report: cim.Report, shown: str) -> None:
    assert words(report) == shown


def test_finding_has_place_value_and_hint() -> None:
    shown = words(
        cim.Finding(rule="A1", severity=cim.Severity.INFO, message="m", path="/a", line=3, value="v", hint="h")
    )
    assert shown == "info A1 m found: v h line 3 /a"


def test_loaded_shows_message_and_findings() -> None:
    shown = words(cim.load(DATA / "outage-event.xml"))
    assert shown.startswith("EventMessage created(EndDeviceEvents) from Northmoor-HES")
    assert "edition 2" in shown
    assert "XSD101" in shown
    assert "<x></x>" in words(cim.Loaded(cim.RawElement("<x/>")))


def test_inspection_is_its_block() -> None:
    found = cim.inspect(DATA / "outage-event.xml")
    assert words(found) == " ".join(str(found).split())


def test_every_severity_has_a_badge() -> None:
    assert {str(rule.severity) for rule in RULES.values()} <= {"error", "warning", "info"}
    style = MESSAGE._repr_html_().partition("</style>")[0]
    for severity in cim.Severity:
        assert f".cim61968-9 .{severity}{{background:" in style


def test_rules_of_style_touch_nothing_outside() -> None:
    style = MESSAGE._repr_html_().partition("<style>")[2].partition("</style>")[0]
    flat = style.replace("@media (prefers-color-scheme:dark){", "").replace("}}", "}")
    selectors = [one for rule in re.findall(r"([^{}]+)\{", flat) for one in rule.split(",")]

    assert len(selectors) > 20
    assert all(one.startswith(".cim61968-9") for one in selectors)
    assert "url(" not in style


def test_stream_of_many_sources_lists_the_first() -> None:
    stream = cim.columns.events([DATA / "outage-event.xml"] * 21 + [b"<broken"], errors="keep")
    assert stream.table().num_rows == 84
    page = html.fragment_fromstring(stream._repr_html_())
    shown = " ".join(" ".join(page.itertext()).split())
    assert "84 rows of 22 sources that are done" in shown
    assert shown.count("outage-event.xml") == 20
    assert "… 2 more sources" in shown


def test_anything_else_that_shows_itself_is_its_call() -> None:
    @frozen(repr=False)
    class Other(Shown):
        text: str = ""

    assert words(Other("<b>")) == "Other(text='<b>')"
