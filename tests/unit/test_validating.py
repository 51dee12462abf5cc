"""What validate says: schemas and rules in one report, as chosen, whatever the document is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.validation import rules as table
from cim61968_9.validation.rules import _content, _rule

VALUE = "<m:value>{}</m:value>"
ENERGY = '<m:ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/>'
STAMP = "<m:timeStamp>2026-01-13T00:00:00Z</m:timeStamp>"
METER = "<m:Meter><m:mRID>6af2233c-dbdb-57c6-b53f-840ff2a6d8be</m:mRID></m:Meter>"


def reading(value: str, before: str = "", after: str = "") -> str:
    """Return a set with one register reading; elements before and after it."""
    inside = f"{METER}{before}<m:Readings>{STAMP}{VALUE.format(value)}{ENERGY}</m:Readings>{after}"
    return f"<m:MeterReadings><m:MeterReading>{inside}</m:MeterReading></m:MeterReadings>"


def rules(report: cim.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.fixture
def guest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return ``cim.rule`` for rules that go when the test ends."""
    monkeypatch.setattr(_rule, "RULES", table.RULES)
    known, content = dict(table.RULES), list(table.CONTENT_CHECKS)
    checks = {kind: list(found) for kind, found in table.CHECKS.items()}
    guests = _rule._guests
    yield cim.rule
    table.RULES.clear()
    table.RULES.update(known)
    table.CONTENT_CHECKS[:] = content
    table.CHECKS.clear()
    table.CHECKS.update(checks)
    _rule._guests = guests
    _content._known = -1


@pytest.mark.parametrize("name", ["interval-day", "reply-with-errors", "disconnect-request"])
def test_good_messages_have_no_findings(name: str) -> None:
    path = Path(__file__).parents[2] / "examples" / "data" / f"{name}.xml"

    report = cim.validate(path)

    assert (report.ok, report.findings, report.source) == (True, (), str(path))
    assert report.message == cim.read(path)
    assert (report.kind, report.verb) == (report.message.kind, report.message.header.verb)


@pytest.mark.parametrize(
    ("source", "rule", "line"),
    [
        ("<a>\n<b></a>", "XML001", 2),
        (b"", "XML001", 1),
        ("<!DOCTYPE a><a/>", "XML002", 1),
        ("<?xml version='1.0'?>\n\n<a/>", "ENV100", 3),
        (xml.soap("<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring></s:Fault>"), "ENV122", 1),
    ],
)
@pytest.mark.parametrize(
    "settings", [cim.Settings(), cim.Settings(select=["COR"]), cim.Settings(ignore=["XML", "ENV"])]
)
def test_what_cannot_be_read_is_one_error_whatever_was_chosen(
    source: str | bytes, rule: str, line: int, settings: cim.Settings
) -> None:
    report = cim.validate(source, settings=settings)

    assert rules(report) == [rule]
    assert (report.ok, report.message, report.findings[0].line) == (False, None, line)


def test_limit_is_a_finding_that_names_no_source_twice() -> None:
    report = cim.validate(xml.event(reading("1")), limits=cim.Limits(max_bytes=100), name="day.xml")

    assert rules(report) == ["XML003"]
    assert report.source == "day.xml"


def test_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"absent\.xml"):
        cim.validate(tmp_path / "absent.xml")


def test_schema_and_rules_are_told_with_their_places() -> None:
    text = xml.event(reading("1,5", before="\n<m:Extra/>\n"))

    found = {one.rule: one for one in cim.validate(text).findings}

    assert found["XSD101"].line == 2
    assert found["VAL101"].line == 3
    assert found["VAL101"].path.endswith("/MeterReading/Readings/value")


def test_vendor_element_of_the_same_name_is_not_taken_for_the_reading() -> None:
    text = xml.event(reading("1,5", before='\n<v:Readings xmlns:v="urn:v"/>\n'))

    (found,) = [one for one in cim.validate(text).findings if one.rule == "VAL101"]

    assert found.line == 3


def test_finding_in_a_noun_of_another_name_has_its_place() -> None:
    message = cim.create(cim.sample("MeterServiceRequests").payload.content[0], source="x")
    data = cim.to_bytes(message).replace(b"MeterServiceRequests>", b"MeterServiceRequest>")
    data = data.replace(b"<m:MeterServiceRequests ", b"<m:MeterServiceRequest ")

    (found,) = [one for one in cim.validate(data).findings if one.rule == "ENV501"]

    assert found.path == "/RequestMessage/Payload/MeterServiceRequest"


def test_structure_alone_needs_no_objects_and_says_the_same() -> None:
    text = xml.event(reading("1,5", before="<m:Extra/>"))
    structure = cim.validate(text, settings=cim.Settings(select=["XSD", "ENV1"]))

    assert structure.message is None
    assert structure.findings == tuple(one for one in cim.validate(text).findings if one.rule[:3] == "XSD")


def test_dialect_is_told_without_objects() -> None:
    text = xml.event(reading("1")).replace(xml.READINGS, "http://iec.ch/TC57/CIM-c4e#")

    assert str(cim.validate(text, settings=cim.Settings(select=["XSD", "ENV1"])).dialect) == "SAP Cloud for Energy"


@pytest.mark.parametrize("count", [3, 3000])
def test_limit_of_findings_counts_only_what_was_chosen(count: int) -> None:
    text = xml.event(reading("1,5", before="<m:Extra/>" * count))

    assert rules(cim.validate(text, settings=cim.Settings(select=["VAL"]))) == ["VAL101"]
    assert rules(cim.validate(text, settings=cim.Settings(ignore=["XSD101"]))) == ["VAL101"]


def test_findings_beyond_the_limit_have_the_chosen_rank() -> None:
    text = xml.event(reading("1", before="<m:Extra/>" * 20))
    settings = cim.Settings(severity={"XSD101": "info"})

    report = cim.validate(text, settings=settings, limits=cim.Limits(max_findings=5))

    assert rules(report) == ["XSD101"] * 5 + ["FND001"]
    assert report.ok


def test_totals_are_true_beyond_the_limit() -> None:
    message = cim.read(xml.event(reading("1,5", before="<v:x xmlns:v='urn:v'/>" * 2500)), mode="raw")

    report = cim.validate(cim.to_bytes(message, mode="lax"))
    assert len(report.findings) == 1001
    assert {"VAL101", "XSD101"} <= {one.rule for one in report.findings}
    assert report.count("error") == 2501
    assert str(report).endswith("1 source checked: 2,501 errors")

    packed = cim.validate(cim.to_bytes(cim.compress(message)))
    assert len(packed.findings) == 1001
    assert packed.count("error") == report.count("error")


def test_compressed_payload_is_checked_as_well() -> None:
    message = cim.compress(cim.read(xml.event(reading("1,5", before="<v:x xmlns:v='urn:v'/>")), mode="raw"))

    found = {one.rule: one for one in cim.validate(cim.to_bytes(message)).findings}

    assert {"VAL101", "XSD101"} <= set(found)
    assert found["VAL101"].path == "/EventMessage/Payload/Compressed"
    assert "MeterReading/Readings/value" in found["VAL101"].message


def test_compressed_payload_that_is_damaged_is_an_error() -> None:
    message = cim.compress(cim.read(xml.event(reading("1"))))
    assert message.payload.compressed is not None
    message.payload.compressed = message.payload.compressed[:-9] + "!!!"

    (found,) = cim.validate(cim.to_bytes(message)).findings

    assert (found.rule, found.severity) == ("ENV125", cim.Severity.ERROR)


@pytest.mark.parametrize("subject", ["Root", "Reading", "EventMessage"])
def test_rule_that_fails_is_told_and_ends_nothing(guest: Any, subject: str) -> None:
    @guest("ACM101", cim.Severity.INFO, "a rule that fails", hint="repair it", on=subject)
    def fails(obj: Any, *_rest: Any) -> Iterator[cim.Broken]:
        """For the test."""
        yield cim.Broken("", obj.nothing.here)

    report = cim.validate(xml.event(reading("1,5")))

    assert {"VAL101", "FND002"} <= set(rules(report))
    assert "ACM101" in next(one.message for one in report.findings if one.rule == "FND002")


def test_rule_of_others_on_messages_counts_for_usual_messages_too(guest: Any) -> None:
    text = xml.event(reading("1"))
    assert cim.load(text).findings == ()

    @guest("ACM102", cim.Severity.INFO, "an event", hint="none", on="EventMessage")
    def every_event(_message: Any) -> Iterator[cim.Broken]:
        """For the test."""
        yield cim.Broken("Header", "found an event")

    assert [one.rule for one in cim.load(text).findings] == ["ACM102"]


@pytest.mark.parametrize("name", ["acm1", "ACM", "ACM1", "VAL101"])
def test_rule_with_an_id_that_is_none_or_taken_is_refused(guest: Any, name: str) -> None:
    with pytest.raises(ValueError, match=name):

        @guest(name, cim.Severity.INFO, "x", hint="x")
        def never(_message: Any) -> Iterator[cim.Broken]:
            """For the test."""
            yield from ()


def test_threads_see_every_rule() -> None:
    text = xml.event(reading("1,5"))
    missing: list[list[str]] = []

    def work() -> None:
        for _ in range(5):
            _content._known = -1
            if "VAL101" not in (found := rules(cim.validate(text))):
                missing.append(found)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert missing == []
