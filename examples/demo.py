"""Reads the messages of ``examples/data``, changes one value, answers a request, and measures the speed.

The exit status is 1 when anything but the one value differs after writing, or when what was written is not valid.
"""

from __future__ import annotations

import datetime as dt
import platform
import re
import sys
import tempfile
import textwrap
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

from lxml import etree

import cim61968_9 as cim

DATA = Path(__file__).resolve().parent / "data"
DAY = DATA / "interval-day.xml"
COLUMNS = 48
Document: TypeAlias = "etree._ElementTree[etree._Element]"
BLOCKS, ASCII = "▁▂▃▄▅▆▇█·", "_.-:=+*#?"


def main(*, seconds: float = 1.0) -> int:
    """Run the four parts, with about so many seconds for each measurement; returns the exit status."""
    print(f"cim61968-9 {cim.__version__}\n\n1. READ the messages of examples/data")
    for path in sorted(DATA.glob("*.xml")):
        print("\n" + "\n".join(summary(path)))
    print("\n\n2. CHANGE one value, write, validate, compare\n")
    status = change_one()
    print("\n\n3. ASK for readings and answer\n")
    print("\n".join(ask_and_answer()))
    print("\n\n4. MEASURE reading and writing\n")
    measure(seconds)
    return status


def summary(path: Path) -> Iterator[str]:
    """Yield what an engineer wants to know of a message, line by line."""
    loaded = cim.load(path)
    message = loaded.message
    header = message.header
    yield f"{path.name}: {message.kind} {header.verb}({header.noun})"
    yield f"  from {header.source} at {instant(header.timestamp)}, id {header.message_id}"
    for part in (getattr(message, "reply", None), *message.payload.content, message.payload.operation_set):
        if part is not None:
            yield from PARTS[type(part)](part)
    for finding in loaded.findings:
        yield f"  finding {finding.rule} ({finding.severity}) at line {finding.line}, column {finding.column}"
        yield f"    {finding.path}"
        yield from wrapped(f"{finding.message}; {finding.hint}")
    if not loaded.findings:
        yield "  no findings: valid against the schema"


def reading_lines(readings: cim.MeterReadings) -> Iterator[str]:
    """Yield the day of each meter as a line with its highest value, the sums by reading type, and the registers."""
    blocks = [(reading, block) for reading in readings.meter_reading for block in reading.interval_blocks]
    intervals = [one for _, block in blocks for one in block.interval_readings]
    registers = [(reading, one) for reading in readings.meter_reading for one in reading.readings]
    units = {str(name): unit(kind) for kind in readings.reading_type for name in kind.names}
    sums: dict[str, list[Decimal]] = defaultdict(list)
    yield f"  {len(readings.meter_reading)} meters, {len(intervals)} interval and {len(registers)} register values"
    if stamps := [one.time_stamp for one in intervals if one.time_stamp]:
        yield f"  intervals end from {instant(min(stamps))} to {instant(max(stamps))}"
    for reading, block in blocks:
        code, values = block.reading_type or "", block.interval_readings
        top = max(values, key=lambda one: one.decimal or 0)
        at = f"{top.value:>7} {units[code]:11} at {top.time_stamp:%H:%M}"
        yield f"    {name_of(reading.meter)}  {sparkline(values)} {at}"
        sums[code] += [one.decimal for one in values if one.decimal is not None]
    for code, numbers in sums.items():
        yield f"  sum of {len(numbers):3} intervals {sum(numbers):9} {units[code]:11}  {code}"
    for reading, one in registers:
        code = one.reading_type or ""
        yield f"  register {name_of(reading.meter)} {one.value:>11} {units[code]:11}  {code}"
    yield from quality_lines(readings, [*intervals, *(one for _, one in registers)])


def quality_lines(readings: cim.MeterReadings, values: list[Any]) -> Iterator[str]:
    """Yield how many values carry which quality code, with the meaning that the message gives."""
    names = [name for kind in readings.reading_quality_type for name in kind.names]
    meaning = {str(name): name.name_type.description for name in names if name.name_type}
    codes = Counter(quality.reading_quality_type or "" for one in values for quality in one.reading_qualities)
    for code, count in codes.most_common():
        yield f"  quality {count:4} x {code:8} {meaning.get(code) or ''}".rstrip()
    if none := sum(not one.reading_qualities for one in values):
        yield f"  quality {none:4} x none"


def control_lines(controls: cim.EndDeviceControls) -> Iterator[str]:
    """Yield which device has to do what, when, and why."""
    for control in controls.end_device_control:
        timing = control.primary_device_timing
        start = timing.interval.start if timing and timing.interval else None
        for device in control.end_devices:
            yield f"  control {control.end_device_control_type} for {name_of(device)} at {instant(start)}"
        yield f"  reason: {control.reason} ({control.issuer_id} {control.issuer_tracking_id})"


def event_lines(events: cim.EndDeviceEvents) -> Iterator[str]:
    """Yield the events in the order of time, with whatever the schema does not know."""
    for event in sorted(events.end_device_event, key=lambda one: one.created_date_time):
        kind, device = event.end_device_event_type, name_of(event.assets)
        yield f"  {event.created_date_time:%H:%M:%S}  {device}  {kind:12} {event.severity:12} {event.reason}"
        for kept in event.foreign.elements if event.foreign else []:
            yield f"      {kept.element}"


def operation_lines(operations: cim.OperationSet) -> Iterator[str]:
    """Yield the operations of a set with the names of what each one carries."""
    together = "all or nothing" if operations.enforce_transactional_integrity else "each on its own"
    yield f"  {len(operations.operation)} operations, {together}:"
    for one in operations.operation:
        members = one.content.__xml__.members if isinstance(one.content, cim.Element) else ()
        parts = ", ".join(member.tag for member in members if getattr(one.content, member.name))
        yield from wrapped(f"{one.operation_id}  {one.verb} {one.noun}: {parts}")


def reply_lines(reply: cim.Reply) -> Iterator[str]:
    """Yield the result and the errors: code, level, reason, object."""
    yield f"  result {reply.result}"
    for error in reply.error:
        about = f"{error.id.object_type} {error.id.value}" if error.id else "no object named"
        yield f"  error {error.code} {error.level}: {error.reason}, {about}"


PARTS: dict[type, Callable[[Any], Iterator[str]]] = {
    cim.MeterReadings: reading_lines,
    cim.EndDeviceControls: control_lines,
    cim.EndDeviceEvents: event_lines,
    cim.OperationSet: operation_lines,
    cim.Reply: reply_lines,
}


def wrapped(text: str) -> list[str]:
    """Return a text as indented lines of the width of the page."""
    return textwrap.wrap(text, 100, initial_indent="    ", subsequent_indent="      ")


def name_of(thing: Any) -> str:
    """Return the first name of a device, else its mRID."""
    return str(thing.names[0] if thing.names else thing.mrid)


def unit(kind: Any) -> str:
    """Return the unit of a reading type with multiplier and direction, such as ``kWh forward``."""
    multiplier = "" if kind.multiplier == "none" else kind.multiplier
    return f"{multiplier or ''}{kind.unit} {kind.flow_direction}"


def instant(value: dt.datetime | None) -> str:
    """Return a point in time to the second, with its offset."""
    return value.isoformat(" ", "seconds") if value else "no time given"


def sparkline(readings: Sequence[Any]) -> str:
    """Draw values as one line: the highest of each column, and a sign of its own where one is missing."""
    signs = BLOCKS if (sys.stdout.encoding or "").lower().startswith("utf") else ASCII
    values = [one.decimal for one in readings]
    highest = max((value for value in values if value is not None), default=0) or 1
    line = ""
    for place in range(COLUMNS):
        start, end = (at * len(values) // COLUMNS for at in (place, place + 1))
        column = values[start : max(end, start + 1)]
        line += signs[-1] if None in column else signs[int(max(column) / highest * (len(signs) - 2))]
    return line


def change_one() -> int:
    """Change one interval value, write the message, validate it, and print every difference; 1 is a failure."""
    message = cim.read(DAY)
    meter_reading = message.payload.one(cim.MeterReadings).meter_reading[0]
    interval = meter_reading.interval_blocks[0].interval_readings[27]
    old, interval.value = interval.value, "396"
    change = f"{old} -> {interval.value}"
    print(f"{name_of(meter_reading.meter)}, interval that ends {instant(interval.time_stamp)}: {change}")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "changed.xml"
        cim.write(message, target)
        before, after = etree.parse(DAY), etree.parse(target)
    valid = [cim.schema().validate(after), cim.schema("MeterReadings").validate(after.getroot()[-1][0])]
    for name, ok in zip(("Message", "MeterReadings"), valid, strict=True):
        print(f"{'valid' if ok else 'NOT VALID'} against {name}.xsd")
    found = list(differences(before, after))
    print(f"{sum(1 for _ in before.iter('*')):,} elements compared, {len(found)} different:")
    print("\n".join(f"  {one}" for one in found))
    alone = found == [f"Payload/MeterReadings/MeterReading[1]/IntervalBlocks/IntervalReadings[28]/value: {change}"]
    print("nothing else has changed" if alone else "SOMETHING ELSE HAS CHANGED")
    return 0 if alone and all(valid) else 1


def differences(before: Document, after: Document) -> Iterator[str]:
    """Yield the path of every element that differs in the canonical forms, with its old and new text."""
    parser = etree.XMLParser(remove_blank_text=True)
    one, other = (etree.fromstring(etree.canonicalize(document), parser) for document in (before, after))
    for mine, yours in zip_longest(one.iter(), other.iter()):
        if content(mine) != content(yours):
            path = "" if mine is None else one.getroottree().getelementpath(mine)
            old, new = ("nothing" if node is None else node.text for node in (mine, yours))
            yield f"{re.sub('{.*?}', '', path)}: {old} -> {new}"


def content(element: etree._Element | None) -> tuple[Any, ...]:
    """Return what has to stay the same: name, attributes, number of children, and text; instants as instants."""
    if element is None:
        return ()
    text: Any = element.text or ""
    with suppress(ValueError):
        text = dt.datetime.fromisoformat(text) if "T" in text else text
    return element.tag, dict(element.attrib), len(element), text


def ask_and_answer() -> Iterator[str]:
    """Yield what happens between a customer desk that asks for two meters, and a head-end that knows one of them."""
    desk, books = cim.Sender(source="Northmoor-CIS", reply_address="queue:CIS.REPLIES"), cim.Exchanges()
    known = cim.read(DATA / "reply-with-errors.xml").payload.one(cim.MeterReadings).meter_reading[0]
    meters = [name_of(known.meter), "NM-E-0041999"]
    request = cim.get(cim.select(cim.GetMeterReadings, meters=meters), sender=desk, async_reply_flag=True)
    exchange = books.send(request)
    yield f"sent {request.summary}"
    yield f"  awaits the {exchange.awaits}"
    head_end = cim.Service({"get": ["MeterReadings"]}, sender=cim.Sender(source="Northmoor-HES"))
    asked = head_end.examine(cim.to_bytes(request)).message
    arrived = books.receive(cim.acknowledge(asked, sender=head_end.sender))
    yield f"{arrived.kind} from {arrived.message.header.source}\n  awaits the {arrived.exchange.awaits}"
    error = cim.reply_error("2.4", meter=meters[1])
    found = cim.MeterReadings(meter_reading=[known])
    arrived = books.receive(cim.reply(asked, found, errors=[error], more=False, sender=head_end.sender))
    yield f"{arrived.kind} from {arrived.message.header.source}, the exchange has ended: {arrived.exchange.state}"
    yield from str(arrived.outcome).splitlines()
    late = books.receive(cim.reply(asked, found, sender=head_end.sender))
    yield f"one more reply is {late.kind}; refused to a stranger:"
    yield f"  {head_end.examine(cim.to_bytes(cim.delete('MeterConfig', ids=meters))).reason}"


def measure(seconds: float) -> None:
    """Read and write the day of readings, in turns with bare lxml, and print the fastest of each."""
    data = DAY.read_bytes()
    message = cim.read(data)
    size, count = len(cim.to_bytes(message)), data.count(b"<value>")
    runs: dict[str, tuple[Callable[[], Any], int]] = {
        "lxml.etree.fromstring": (lambda: etree.fromstring(data), len(data)),
        "cim.read": (lambda: cim.read(data), len(data)),
        "cim.to_bytes": (lambda: cim.to_bytes(message), size),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    while sum(times["cim.read"]) < seconds or sum(times["cim.to_bytes"]) < seconds:
        for name, (run, _) in runs.items():
            start = perf_counter()
            run()
            times[name].append(perf_counter() - start)
    best = {name: min(found) for name, found in times.items()}
    print(f"{DAY.name}: {len(data):,} bytes, {count} values; fastest of {len(times['cim.read'])} rounds in turns")
    print(f"Python {platform.python_version()}, lxml {etree.__version__}, {platform.machine()}")
    for name, (_, length) in runs.items():
        values = f"{count / best[name]:11,.0f} values/s" if name.startswith("cim") else ""
        ratio = best[name] / best["lxml.etree.fromstring"]
        print(f"  {name:22}{length / best[name] / 1e6:6.1f} MB/s{values:22}{ratio:7.2f} x the time of bare lxml")


if __name__ == "__main__":
    sys.exit(main())
