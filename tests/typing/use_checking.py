"""How users check messages and look into them; mypy and pyright read this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import IntervalBlock


@cim.rule("ACM101", cim.Severity.WARNING, "no whole day", hint="send whole days", on="IntervalBlock")
def days_are_whole(block: IntervalBlock) -> Iterator[cim.Broken]:
    """A rule of one's own keeps its type."""
    if len(block.interval_readings) % 96:
        yield cim.Broken("", "found less than a day", "17")


@cim.rule("ACM102", cim.Severity.ERROR, "no comment", hint="say why", on=(IntervalBlock, "RequestMessage"))
def has_comment(message: cim.RequestMessage) -> Iterator[cim.Broken]:
    """A rule of messages."""
    if message.header.comment is None:
        yield cim.Broken(path="Header", message="found no Comment")


def check(data: bytes, path: Path, message: cim.EventMessage) -> bool:
    """Validate, choose, and report."""
    settings = cim.Settings(select=["XSD", "ACM101"], ignore=("XSD101",), severity={"COR203": "error"})
    assert_type(cim.Settings.find(path), cim.Settings)
    assert_type(cim.Settings.load(path), cim.Settings | None)
    assert_type(settings.select, tuple[str, ...])
    report = cim.validate(data, settings=settings, limits=cim.Limits(max_bytes=1_000_000), name="reply")
    assert_type(report, cim.Report)
    assert_type(report.findings, tuple[cim.Finding, ...])
    assert_type(report.worst, cim.Severity | None)
    assert_type(report.count("error"), int)
    assert_type(report.dialect, cim.Dialect | str)
    assert_type(report.findings[0].rule, str)
    assert_type(report.findings[0].value, str | None)
    assert_type(cim.render([report], "sarif", fail_on="warning"), str)
    assert_type(cim.check(message), tuple[cim.Finding, ...])
    assert_type(cim.RULES["COR203"].severity, cim.Severity)
    assert_type(list(days_are_whole(IntervalBlock(reading_type="x"))), list[cim.Broken])
    return report.ok


def look(data: bytes, one: cim.MeterReadings, other: cim.MeterReadings) -> str:
    """Sum up and compare."""
    inspection = cim.inspect(data)
    assert_type(inspection, cim.Inspection)
    assert_type(inspection.timestamp, dt.datetime | None)
    assert_type(inspection.outcome, cim.Outcome | None)
    assert_type(inspection.as_dict(), dict[str, Any])
    found = cim.differences(one, other, texts=True)
    assert_type(found, list[cim.Difference])
    assert_type(found[0].path, str)
    assert_type(found[0].same_value, bool)
    return cim.describe(one)


def make() -> None:
    """The class or the verb decides what a sample is."""
    assert_type(cim.sample(cim.EventMessage, seed=3), cim.EventMessage)
    assert_type(cim.sample(cim.FaultMessage, full=True), cim.FaultMessage)
    assert_type(cim.sample("FaultMessage"), cim.FaultMessage)
    assert_type(cim.sample("Message", verb="create"), cim.Message)
    assert_type(cim.sample("MeterReadings", verb="get"), cim.RequestMessage)
    assert_type(cim.sample(cim.MeterReadings, verb="reply"), cim.ResponseMessage)
    assert_type(cim.sample(cim.MeterReadings, verb="created", count=2), cim.EventMessage)
    assert_type(cim.sample(cim.MeterReadings), cim.RequestMessage | cim.ResponseMessage | cim.EventMessage)
    assert_type(cim.sample("MeterConfig").header, cim.Header)


def sources() -> None:
    """Every source that can be read, and no other."""
    cim.validate("a.xml")
    cim.validate(Path("a.xml"))
    cim.validate(memoryview(b"<x/>"))
    with Path("a.xml").open("rb") as binary, Path("a.xml").open(encoding="utf-8") as text:
        cim.validate(binary)
        cim.validate(text)


def refused(error: cim.Cim61968Error) -> int | None:
    """Errors say where."""
    if isinstance(error, cim.LimitError):
        assert_type(error.reason, str)
        return error.line
    if isinstance(error, cim.SoapFaultError):
        assert_type(error.detail, tuple[cim.RawElement, ...])
    return None


def wrong(report: cim.Report) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    print(cim.reed("a.xml"))  # type: ignore[attr-defined]
    cim.validate(17)  # type: ignore[arg-type]
    cim.validate("a.xml", cim.Settings())  # type: ignore[call-arg]
    cim.validate("a.xml", mode="strict")  # type: ignore[call-arg]
    cim.Settings(["XSD"])  # type: ignore[call-arg]
    cim.Settings(severity={"COR203": 1})  # type: ignore[dict-item]
    cim.Limits(max_byte=1)  # type: ignore[call-arg]
    cim.Limits(max_bytes="1")  # type: ignore[arg-type]
    cim.render(report, "text")  # type: ignore[arg-type]
    print(report.finding)  # type: ignore[attr-defined]
    report.findings = ()  # type: ignore[misc]
    cim.differences("a.xml", "b.xml")  # type: ignore[arg-type]
    cim.describe(17)  # type: ignore[arg-type]
    cim.check(17)  # type: ignore[arg-type]
    cim.check("a.xml")  # type: ignore[arg-type]
    cim.check(cim.fault("1.8"), answers=17)  # type: ignore[arg-type]
    cim.check(cim.fault("1.8"), answers=cim.fault("1.8"))  # type: ignore[arg-type]
