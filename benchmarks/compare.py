"""Measures reading and writing against other libraries, all in one run, and reports ratios.

::

    python benchmarks/compare.py              five to ten minutes
    python benchmarks/compare.py --quick      fewer and shorter rounds
    python benchmarks/compare.py --large      with a message of 50 MB

Every round lets each contender work once, in an order that rotates; the figures are medians over the rounds of what
one contender takes relative to another in the same round, so that a machine that is busy for a while slows all alike.
How each contender is used, and what it is spared, is in ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import hashlib
import importlib
import json
import os
import pkgutil
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from enum import Enum
from functools import partial
from importlib.metadata import version
from itertools import repeat
from pathlib import Path
from time import perf_counter
from typing import Any

from corpus import LARGE, NAMES, corpus
from lxml import etree
from pydantic_xml import BaseXmlModel, attr, element

import cim61968_9 as cim

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
PACKAGES = ("lxml", "attrs", "xsdata", "pydantic-xml", "pydantic", "xmltodict")
SCHEMAS = ("Message", "MeterReadings", "GetMeterReadings", "EndDeviceEvents")
MAIN_FILE = "interval-6mb"
OURS, LXML, XSDATA, GENERIC, PYDANTIC, XMLTODICT = (
    "cim61968-9",
    "bare lxml",
    "xsdata",
    "xsdata, payload untyped",
    "pydantic-xml",
    "xmltodict",
)
NOTES = {
    LXML: "makes a tree only: no types, no checks, no objects of a message",
    XSDATA: "checks neither the order of elements nor for unknown attributes",
    GENERIC: "generated without the change of `processContents`, so that the payload is a tree of generic elements",
    PYDANTIC: "has models of only what the corpus uses; drops what is unknown or out of order without a word",
    XMLTODICT: "makes dictionaries of texts: no types, no checks, a list of one is no list",
}

# ---------------------------------------------------------------- models of pydantic-xml, written by hand

_NAMESPACES = {
    "": "http://iec.ch/TC57/2011/schema/message",
    "r": "http://iec.ch/TC57/2011/MeterReadings#",
    "g": "http://iec.ch/TC57/2011/GetMeterReadings#",
    "e": "http://iec.ch/TC57/2011/EndDeviceEvents#",
}
_msg: Callable[..., Any] = partial(element, ns="")
_r: Callable[..., Any] = partial(element, ns="r")
_g: Callable[..., Any] = partial(element, ns="g")
_e: Callable[..., Any] = partial(element, ns="e")


class _Model(BaseXmlModel, nsmap=_NAMESPACES):
    """Base of the models below."""


class _Ref(_Model):
    ref: str = attr()


class _Authority(_Model, ns="r"):
    description: str | None = _r(tag="description", default=None)
    name: str = _r(tag="name")


class _NameType(_Model, ns="r"):
    description: str | None = _r(tag="description", default=None)
    name: str = _r(tag="name")
    name_type_authority: _Authority | None = _r(tag="NameTypeAuthority", default=None)


class _Name(_Model, ns="r"):
    name: str = _r(tag="name")
    name_type: _NameType | None = _r(tag="NameType", default=None)


class _Interval(_Model, ns="r"):
    end: dt.datetime | None = _r(tag="end", default=None)
    start: dt.datetime | None = _r(tag="start", default=None)


class _Quality(_Model, ns="r"):
    comment: str | None = _r(tag="comment", default=None)
    source: str | None = _r(tag="source", default=None)
    time_stamp: dt.datetime | None = _r(tag="timeStamp", default=None)
    reading_quality_type: _Ref = _r(tag="ReadingQualityType")


class _IntervalReading(_Model, ns="r"):
    reported_date_time: dt.datetime | None = _r(tag="reportedDateTime", default=None)
    source: str | None = _r(tag="source", default=None)
    time_stamp: dt.datetime | None = _r(tag="timeStamp", default=None)
    value: str | None = _r(tag="value", default=None)
    reading_qualities: list[_Quality] = _r(tag="ReadingQualities", default_factory=list)
    time_period: _Interval | None = _r(tag="timePeriod", default=None)


class _Reading(_Model, ns="r"):
    time_stamp: dt.datetime | None = _r(tag="timeStamp", default=None)
    value: str | None = _r(tag="value", default=None)
    reading_qualities: list[_Quality] = _r(tag="ReadingQualities", default_factory=list)
    reading_type: _Ref = _r(tag="ReadingType")


class _Block(_Model, ns="r"):
    interval_readings: list[_IntervalReading] = _r(tag="IntervalReadings", default_factory=list)
    reading_type: _Ref = _r(tag="ReadingType")


class _Meter(_Model, ns="r"):
    mrid: str | None = _r(tag="mRID", default=None)
    names: list[_Name] = _r(tag="Names", default_factory=list)


class _MeterReading(_Model, ns="r"):
    interval_blocks: list[_Block] = _r(tag="IntervalBlocks", default_factory=list)
    meter: _Meter | None = _r(tag="Meter", default=None)
    readings: list[_Reading] = _r(tag="Readings", default_factory=list)
    values_interval: _Interval | None = _r(tag="valuesInterval", default=None)


class _QualityType(_Model, ns="r"):
    category: str | None = _r(tag="category", default=None)
    sub_category: str | None = _r(tag="subCategory", default=None)
    system_id: str | None = _r(tag="systemId", default=None)
    names: list[_Name] = _r(tag="Names", default_factory=list)


class _ReadingType(_Model, ns="r"):
    names: list[_Name] = _r(tag="Names", default_factory=list)


class _MeterReadings(_Model, ns="r", tag="MeterReadings"):
    meter_reading: list[_MeterReading] = _r(tag="MeterReading", default_factory=list)
    reading_quality_type: list[_QualityType] = _r(tag="ReadingQualityType", default_factory=list)
    reading_type: list[_ReadingType] = _r(tag="ReadingType", default_factory=list)


class _GetAuthority(_Model, ns="g"):
    description: str | None = _g(tag="description", default=None)
    name: str = _g(tag="name")


class _GetNameType(_Model, ns="g"):
    description: str | None = _g(tag="description", default=None)
    name: str = _g(tag="name")
    name_type_authority: _GetAuthority | None = _g(tag="NameTypeAuthority", default=None)


class _GetName(_Model, ns="g"):
    name: str = _g(tag="name")
    name_type: _GetNameType | None = _g(tag="NameType", default=None)


class _GetInterval(_Model, ns="g"):
    end: dt.datetime | None = _g(tag="end", default=None)
    start: dt.datetime | None = _g(tag="start", default=None)


class _GetDevice(_Model, ns="g"):
    mrid: str | None = _g(tag="mRID", default=None)
    names: list[_GetName] = _g(tag="Names", default_factory=list)


class _GetSchedule(_Model, ns="g"):
    schedule_interval: _GetInterval = _g(tag="scheduleInterval")


class _GetMeterReadings(_Model, ns="g", tag="GetMeterReadings"):
    end_device: list[_GetDevice] = _g(tag="EndDevice", default_factory=list)
    reading_type: list[_GetDevice] = _g(tag="ReadingType", default_factory=list)
    time_schedule: list[_GetSchedule] = _g(tag="TimeSchedule", default_factory=list)


class _EventAsset(_Model, ns="e"):
    mrid: str | None = _e(tag="mRID", default=None)


class _EventDetail(_Model, ns="e"):
    name: str = _e(tag="name")
    value: str | None = _e(tag="value", default=None)


class _Event(_Model, ns="e"):
    mrid: str | None = _e(tag="mRID", default=None)
    created_date_time: dt.datetime = _e(tag="createdDateTime")
    reason: str | None = _e(tag="reason", default=None)
    severity: str | None = _e(tag="severity", default=None)
    assets: _EventAsset | None = _e(tag="Assets", default=None)
    end_device_event_details: list[_EventDetail] = _e(tag="EndDeviceEventDetails", default_factory=list)
    end_device_event_type: _Ref = _e(tag="EndDeviceEventType")


class _Events(_Model, ns="e", tag="EndDeviceEvents"):
    end_device_event: list[_Event] = _e(tag="EndDeviceEvent", default_factory=list)


class _Header(_Model, ns=""):
    verb: str = _msg(tag="Verb")
    noun: str = _msg(tag="Noun")
    revision: str | None = _msg(tag="Revision", default=None)
    context: str | None = _msg(tag="Context", default=None)
    timestamp: dt.datetime | None = _msg(tag="Timestamp", default=None)
    source: str | None = _msg(tag="Source", default=None)
    ack_required: bool | None = _msg(tag="AckRequired", default=None)
    message_id: str | None = _msg(tag="MessageID", default=None)
    correlation_id: str | None = _msg(tag="CorrelationID", default=None)


class _Request(_Model, ns=""):
    get_meter_readings: _GetMeterReadings | None = _g(tag="GetMeterReadings", default=None)


class _Payload(_Model, ns=""):
    meter_readings: _MeterReadings | None = _r(tag="MeterReadings", default=None)
    end_device_events: _Events | None = _e(tag="EndDeviceEvents", default=None)


class _RequestMessage(_Model, ns="", tag="RequestMessage"):
    header: _Header = _msg(tag="Header")
    request: _Request | None = _msg(tag="Request", default=None)


class _EventMessage(_Model, ns="", tag="EventMessage"):
    header: _Header = _msg(tag="Header")
    payload: _Payload | None = _msg(tag="Payload", default=None)


# ---------------------------------------------------------------- contenders


@dataclass(frozen=True)
class Way:
    """One way to use a contender; ``collector`` says whether the cyclic garbage collector runs meanwhile."""

    label: str
    call: Callable[[Any], Any]
    collector: bool = True

    @property
    def text(self) -> str:
        """The way in words."""
        return ", ".join(filter(None, [self.label, "" if self.collector else "collector off"])) or "as it comes"


@dataclass(frozen=True)
class Contender:
    """A library with the ways it can be used; the fastest way of each is what gets measured."""

    name: str
    readers: tuple[Way, ...]
    writers: tuple[Way, ...] = ()

    @property
    def read(self) -> Callable[[bytes], Any]:
        """How it reads, in any of its ways."""
        return self.readers[0].call


def _both(label: str, call: Callable[[Any], Any]) -> tuple[Way, Way]:
    return Way(label, call), Way(label, call, collector=False)


def _ours(folder: Path) -> Contender:
    return Contender(OURS, (Way("", cim.read),), (Way("", cim.to_bytes),))


def _lxml(folder: Path) -> Contender:
    return Contender(LXML, (Way("", etree.fromstring),))


def _xsdata(folder: Path) -> Contender:
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, XmlEventHandler
    from xsdata.formats.dataclass.serializers import XmlSerializer
    from xsdata.formats.dataclass.serializers.writers import LxmlEventWriter, XmlEventWriter

    context = _context(folder, "typed")
    native = XmlParser(context=context, handler=XmlEventHandler)
    lxml = XmlParser(context=context, handler=LxmlEventHandler)
    readers = (
        *_both("native handler", native.from_bytes),
        *_both("lxml handler", lxml.from_bytes),
        *_both("lxml handler on a tree", lambda data: lxml.parse(etree.fromstring(data))),
    )
    writers = (
        *_both("native writer", XmlSerializer(context=context, writer=XmlEventWriter).render),
        *_both("lxml writer", XmlSerializer(context=context, writer=LxmlEventWriter).render),
    )
    return Contender(XSDATA, readers, writers)


def _generic(folder: Path) -> Contender:
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler

    native = XmlParser(context=_context(folder, "untyped"), handler=XmlEventHandler)
    return Contender(GENERIC, _both("native handler", native.from_bytes))


def _pydantic(folder: Path) -> Contender:
    def read(data: bytes) -> BaseXmlModel:
        model = _RequestMessage if b"<RequestMessage" in data[:100] else _EventMessage
        return model.from_xml(data)

    def write(message: BaseXmlModel) -> str | bytes:
        return message.to_xml(exclude_none=True, skip_empty=True)

    return Contender(PYDANTIC, _both("", read), _both("", write))


def _xmltodict(folder: Path) -> Contender:
    xmltodict = importlib.import_module("xmltodict")
    return Contender(XMLTODICT, _both("", xmltodict.parse), _both("", xmltodict.unparse))


_CONTENDERS: dict[str, Callable[[Path], Contender]] = {
    OURS: _ours,
    LXML: _lxml,
    XSDATA: _xsdata,
    GENERIC: _generic,
    PYDANTIC: _pydantic,
    XMLTODICT: _xmltodict,
}


def _context(folder: Path, package: str) -> Any:
    """Return a context of xsdata that knows all classes of a generated package."""
    from xsdata.formats.dataclass.context import XmlContext

    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, f"{package}."):
        importlib.import_module(module.name)
    return XmlContext(models_package=package)


def generate(folder: Path) -> None:
    """Let xsdata generate its dataclasses from the schemas of the library.

    The schema of the envelope tells processors to skip over payloads, so that xsdata would keep them untyped; for the
    package ``typed`` it is told to look at them.
    """
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for package, replacement in (("typed", b'processContents="lax"'), ("untyped", b'processContents="skip"')):
        sources = folder / f"{package}-schemas"
        sources.mkdir()
        for name in SCHEMAS:
            text = cim.schema_path(name).read_bytes()
            (sources / f"{name}.xsd").write_bytes(text.replace(b'processContents="skip"', replacement))
        command = [sys.executable, "-m", "xsdata", "generate", str(sources), "--package", package]
        command += ["--structure-style", "namespaces", "--slots"]
        subprocess.run(command, cwd=folder, env={**os.environ, "PATH": search}, check=True, capture_output=True)


# ---------------------------------------------------------------- correctness


def payload(message: Any) -> Any:
    """Return the noun or profile in a message, of whatever contender."""
    part = getattr(message, "request", None) or message.payload
    for name in ("content", "other_element"):
        if found := getattr(part, name, None):
            return found[0]
    names = ("meter_readings", "end_device_events", "get_meter_readings")
    return next(found for name in names if (found := getattr(part, name, None)))


def values(noun: Any) -> list[str]:
    """Return all values of meter readings, or what stands for them in events and requests."""
    if hasattr(noun, "meter_reading"):
        return [
            value.value
            for one in noun.meter_reading
            for value in (*_interval_readings(one), *(getattr(one, "readings", None) or ()))
        ]
    if hasattr(noun, "end_device_event"):
        return [event.end_device_event_details[-1].value for event in noun.end_device_event]
    return [device.names[-1].name for device in noun.end_device]


def _interval_readings(meter_reading: Any) -> Iterator[Any]:
    for block in meter_reading.interval_blocks:
        yield from block.interval_readings


def verify(data: bytes, contenders: Sequence[Contender]) -> int:
    """Assert that all contenders hold the same values and write the same message; return the number of values."""
    message = cim.read(data)
    expected = values(payload(message))
    for contender in contenders:
        if contender.name in {OURS, XSDATA, PYDANTIC}:
            found = values(payload(contender.read(data)))
            assert (len(found), found[-1]) == (len(expected), expected[-1]), contender.name
        for way in contender.writers:
            assert cim.read(way.call(contender.read(data))) == message, f"{contender.name}: {way.label}"
    return len(expected)


# ---------------------------------------------------------------- time


@dataclass
class Result:
    """The seconds of each round of one contender, and the way it was used."""

    way: str
    seconds: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Job:
    """Something to measure: a way of a contender with what it works on."""

    contender: str
    way: Way
    subject: Any

    def seconds(self, repeats: int) -> float:
        """Return how long one call takes, the release of its result included."""
        call, subject = self.way.call, self.subject
        gc.collect()
        if not self.way.collector:
            gc.disable()
        try:
            start = perf_counter()
            for _ in repeat(None, repeats):
                call(subject)
            return (perf_counter() - start) / repeats
        finally:
            gc.enable()


def fastest(jobs: Sequence[Job], *, trials: int, span: float) -> Job:
    """Return the job that was the fastest in some trials."""
    if len(jobs) == 1:
        return jobs[0]
    best = {number: float("inf") for number in range(len(jobs))}
    for _ in range(trials):
        for number, job in enumerate(jobs):
            best[number] = min(best[number], job.seconds(_repeats(job, span)))
    return jobs[min(best, key=best.__getitem__)]


def _repeats(job: Job, span: float) -> int:
    return max(1, min(10_000, round(span / max(job.seconds(1), 1e-6))))


def measure(jobs: Sequence[Job], *, rounds: int, span: float) -> dict[str, Result]:
    """Run every job once a round, in an order that rotates."""
    repeats = {job.contender: _repeats(job, span) for job in jobs}
    results = {job.contender: Result(job.way.text) for job in jobs}
    for number in range(rounds):
        turn = number % len(jobs)
        for job in (*jobs[turn:], *jobs[:turn]):
            results[job.contender].seconds.append(job.seconds(repeats[job.contender]))
    return results


def ratio(upper: Result, lower: Result) -> float:
    """Return the median over the rounds of one contender's time relative to another's."""
    return statistics.median(one / other for one, other in zip(upper.seconds, lower.seconds, strict=True))


@dataclass(frozen=True)
class FileResult:
    """What was measured with one message."""

    name: str
    size: int
    count: int
    reading: dict[str, Result]
    writing: dict[str, Result]


def run(name: str, contenders: Sequence[Contender], *, rounds: int, span: float, trials: int) -> FileResult:
    """Verify and measure one message, reading first, with nothing else in memory."""
    data = corpus(name)
    print(f"{name}: verifying", end="", flush=True)
    count = verify(data, contenders)
    print(", reading", end="", flush=True)
    gc.collect()
    gc.freeze()
    readers = [
        fastest([Job(one.name, way, data) for way in one.readers], trials=trials, span=span) for one in contenders
    ]
    reading = measure(readers, rounds=rounds, span=span)
    print(", writing", flush=True)
    messages = {one.name: one.read(data) for one in contenders if one.writers}
    gc.collect()
    gc.freeze()
    writers = [Job(LXML, contenders[1].readers[0], data)]
    for one in contenders:
        if one.writers:
            jobs = [Job(one.name, way, messages[one.name]) for way in one.writers]
            writers.append(fastest(jobs, trials=trials, span=span))
    writing = measure(writers, rounds=rounds, span=span)
    del messages, writers
    gc.unfreeze()
    gc.collect()
    return FileResult(name, len(data), count, reading, writing)


def narrowed(contenders: Sequence[Contender], result: FileResult) -> list[Contender]:
    """Return the contenders with only the ways that were the fastest for another message."""
    return [
        Contender(
            one.name,
            tuple(way for way in one.readers if way.text == result.reading[one.name].way),
            tuple(way for way in one.writers if way.text == result.writing[one.name].way),
        )
        for one in contenders
    ]


# ---------------------------------------------------------------- memory


def peak(name: str, collector: str, folder: Path) -> int:
    """Return by how many bytes reading raises the peak of this process, with everything loaded before."""
    way = next(one for one in _CONTENDERS[name](folder).readers if one.text == collector)
    way.call(corpus("request"))
    way.call(corpus("day"))
    data = corpus(MAIN_FILE)
    if not way.collector:
        gc.disable()
    before = _resident(reset=True)
    message = way.call(data)
    after = _resident(reset=False)
    del message
    return after - before


def _resident(*, reset: bool) -> int:
    """Return the highest resident size in bytes, since the last reset where the system can do that."""
    status = Path("/proc/self/status")
    if status.is_file():
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def peaks(reading: dict[str, Result], folder: Path) -> dict[str, int]:
    """Return the peak of each contender, the median of three processes of its own."""
    found = {}
    for name, result in reading.items():
        command = [sys.executable, __file__, "--peak", name, result.way, str(folder)]
        runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(3)]
        found[name] = int(statistics.median(int(one.stdout) for one in runs))
    return found


def deep_size(value: Any, seen: set[int]) -> int:
    """Return the size of an object with what it holds, apart from what was seen before."""
    if value is None or isinstance(value, bool | type | Enum) or id(value) in seen:
        return 0
    seen.add(id(value))
    size = sys.getsizeof(value)
    if isinstance(value, list | tuple):
        size += sum(deep_size(item, seen) for item in value)
    if isinstance(value, str | int | float | dt.datetime):
        return size
    if hasattr(value, "__dict__"):
        size += sys.getsizeof(vars(value)) + sum(deep_size(item, seen) for item in vars(value).values())
    slots = {slot for cls in type(value).__mro__ for slot in getattr(cls, "__slots__", ())} - {"__weakref__"}
    return size + sum(deep_size(getattr(value, slot, None), seen) for slot in slots)


def bytes_per_reading(message: Any) -> float:
    """Return the size of an interval reading that has a value, a time stamp and one quality.

    The mean over all of them in the message; what they share is counted once.
    """
    noun = payload(message)
    chosen = [
        one
        for meter in noun.meter_reading
        for one in _interval_readings(meter)
        if one.value and one.time_stamp and len(one.reading_qualities) == 1
    ]
    seen: set[int] = set()
    return sum(deep_size(one, seen) for one in chosen) / len(chosen)


# ---------------------------------------------------------------- report


@dataclass(frozen=True)
class Target:
    """A figure that the library wants to keep."""

    text: str
    measured: float
    limit: float
    at_least: bool

    @property
    def met(self) -> bool:
        """Whether it is kept."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def row(self) -> tuple[str, str, str, str]:
        """The target, what was measured, and the verdict."""
        digits = ".0f" if self.limit > 100 else ".2f"
        wanted = f"{'at least' if self.at_least else 'at most'} {self.limit:g}"
        return self.text, wanted, format(self.measured, digits), "ok" if self.met else "missed"


@dataclass(frozen=True)
class Report:
    """Everything that was measured."""

    environment: dict[str, str]
    files: list[FileResult]
    peaks: dict[str, int]
    reading_bytes: dict[str, float]

    def targets(self) -> list[Target]:
        """Return the targets with what was measured."""
        by_name = {one.name: one for one in self.files}
        large, small = by_name[MAIN_FILE], by_name["request"]

        def lead(results: dict[str, Result]) -> float:
            return ratio(results[XSDATA], results[OURS])

        cost = ratio(large.reading[OURS], large.reading[LXML])
        return [
            Target("reading 6 MB, times faster than xsdata", lead(large.reading), 9, at_least=True),
            Target("reading 6 MB, times bare lxml", cost, 4.5, at_least=False),
            Target("writing 6 MB, times faster than xsdata", lead(large.writing), 20, at_least=True),
            Target("reading 2 kB, times faster than xsdata", lead(small.reading), 8, at_least=True),
            Target("writing 2 kB, times faster than xsdata", lead(small.writing), 20, at_least=True),
            Target("bytes per interval reading", self.reading_bytes[OURS], 450, at_least=False),
        ]

    def markdown(self) -> str:
        """Return the report as Markdown."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# Measured against other libraries\n"
        yield ", ".join(f"{name} {text}" for name, text in self.environment.items()) + "."
        yield "Medians over the rounds of one run, in which the order of contenders rotates.\n"
        yield "Times are relative to `lxml.etree.fromstring` of the same file, and to this library. The last column"
        yield "is for the machine of this run only and says nothing about another.\n"
        for one in self.files:
            rounds = len(one.reading[OURS].seconds)
            yield f"## {one.name}: {one.size:,} bytes, {one.count:,} values, {rounds} rounds\n"
            for title, results in (("reading", one.reading), ("writing", one.writing)):
                yield from _table(
                    (title, "used with", "bare lxml = 1", f"{OURS} = 1", "ms here"), _time_rows(title, results)
                )
        size = next(one.size for one in self.files if one.name == MAIN_FILE)
        yield f"## Memory, {MAIN_FILE}\n"
        rows = [
            (_noted(name), f"{found / size:.1f}", f"{found / 1e6:.0f}")
            for name, found in sorted(self.peaks.items(), key=lambda item: item[1])
        ]
        yield from _table(("peak while reading", "times the file", "MB"), rows)
        yield "The rise of the highest resident set size (VmHWM, or ru_maxrss) in a process of its own, warmed up.\n"
        rows_2 = [(name, f"{found:.0f}") for name, found in self.reading_bytes.items()]
        yield from _table(("interval reading with value, time stamp and one quality", "bytes"), rows_2)
        yield "The sum of `sys.getsizeof` over the object, its list, its quality and its own texts, as a mean over all"
        yield "of them; what they share, such as time stamps and references, is counted once.\n"
        yield "## Targets\n"
        yield from _table(("target", "wanted", "measured", ""), [target.row for target in self.targets()])
        yield "## Notes\n"
        yield from (f"{number}. {name}: {note}." for number, (name, note) in enumerate(NOTES.items(), 1))

    def json(self) -> str:
        """Return the report as JSON, with every round."""
        tree = asdict(self) | {"targets": [asdict(one) | {"met": one.met} for one in self.targets()]}
        return json.dumps(tree, indent=1) + "\n"


def _noted(name: str) -> str:
    return f"{name} [{list(NOTES).index(name) + 1}]" if name in NOTES else name


def _time_rows(title: str, results: dict[str, Result]) -> list[tuple[str, ...]]:
    shown = [name for name in results if title == "reading" or name != LXML]
    return [
        (
            _noted(name),
            results[name].way,
            f"{ratio(results[name], results[LXML]):.2f}",
            f"{ratio(results[name], results[OURS]):.2f}",
            f"{statistics.median(results[name].seconds) * 1000:.3g}",
        )
        for name in sorted(shown, key=lambda name: ratio(results[name], results[LXML]))
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for number, line in enumerate(lines):
        yield "| " + " | ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) + " |"
        if not number:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield ""


def _environment() -> dict[str, str]:
    found = {
        platform.python_implementation(): platform.python_version(),
        "on": f"{platform.system()} {platform.machine()}",
        "CPUs": str(os.cpu_count()),
        OURS: cim.__version__,
    }
    return found | {name: version(name) for name in PACKAGES}


def _sources() -> str:
    """Return a digest of the library, to notice that it changes while it is measured."""
    digest = hashlib.sha256()
    for path in sorted(Path(cim.__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Measure, print the report and write it to ``benchmarks/results``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=11, help="rounds of each file (default 11)")
    parser.add_argument("--quick", action="store_true", help="three short rounds")
    parser.add_argument("--large", action="store_true", help=f"measure {LARGE} too, in three rounds")
    parser.add_argument("--peak", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        print(peak(options.peak[0], options.peak[1], Path(options.peak[2])))
        return
    sources = _sources()
    rounds, span, trials = (3, 0.05, 1) if options.quick else (options.rounds, 0.2, 2)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        generate(folder)
        contenders = [make(folder) for make in _CONTENDERS.values()]
        files = [run(name, contenders, rounds=rounds, span=span, trials=trials) for name in NAMES if name != LARGE]
        of_main = next(one for one in files if one.name == MAIN_FILE)
        if options.large:
            files.append(run(LARGE, narrowed(contenders, of_main), rounds=min(rounds, 3), span=0, trials=1))
        print("memory", flush=True)
        data = corpus(MAIN_FILE)
        sizes = {
            one.name: bytes_per_reading(one.read(data)) for one in contenders if one.name in {OURS, XSDATA, PYDANTIC}
        }
        report = Report(_environment(), files, peaks(of_main.reading, folder), sizes)
    print(f"\n{report.markdown()}")
    if _sources() != sources:
        sys.exit("the library changed during the run, which mixes two versions; nothing was written, run it again")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.md").write_text(report.markdown(), encoding="utf-8")
    (RESULTS / "latest.json").write_text(report.json(), encoding="utf-8")


if __name__ == "__main__":
    main()
