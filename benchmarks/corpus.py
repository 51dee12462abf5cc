"""Makes the messages that the benchmarks read: always the same bytes, and valid against the schemas of the library.

::

    python benchmarks/corpus.py          make the files that are missing
    python benchmarks/corpus.py --all    with the large one

The files go to ``benchmarks/data``; a change of this script makes them anew.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

import cim61968_9 as cim

__all__ = ["LARGE", "NAMES", "build", "corpus"]

DATA = Path(__file__).resolve().parent / "data"
LARGE = "interval-50mb"

_MESSAGE = "http://iec.ch/TC57/2011/schema/message"
_DAY = dt.datetime(2026, 1, 13, tzinfo=dt.UTC)
_INTERVALS = 96
_SIX_MB_METERS = 200
_FIFTY_MB_METERS = 1_700
_EVENTS = 10_000
_ENERGY = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
_EXPORT = "0.0.2.4.19.1.12.0.0.0.0.0.0.0.0.3.72.0"
_REACTIVE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.73.0"
_VOLTAGE = "0.2.2.6.0.1.54.0.0.0.0.0.0.0.128.0.29.0"
_CURRENT = "0.2.2.6.0.1.4.0.0.0.0.0.0.0.128.0.5.0"
_QUALITIES = ("3.0.0", "3.8.0", "3.7.0")
_EVENT_TYPES = ("3.26.0.85", "3.26.0.216", "3.12.0.257", "3.36.79.40")
_SEVERITIES = ("alarm", "information", "warning")


class _Chance:
    """Numbers that are the same on every machine and version: only ``random()`` is promised to be."""

    def __init__(self, seed: str) -> None:
        self._source = random.Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to below the limit."""
        return int(self._source.random() * limit)

    def happens(self, share: float) -> bool:
        """Return true in a share of all cases."""
        return self._source.random() < share


class _Lines:
    """Collects the lines of a document, indented by two spaces a level as most head-ends write."""

    def __init__(self) -> None:
        self._lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self._open: list[str] = []

    def start(self, tag: str, attributes: str = "") -> None:
        """Open an element."""
        self._lines.append(f"{'  ' * len(self._open)}<{tag}{attributes}>")
        self._open.append(tag)

    def leaf(self, tag: str, text: str) -> None:
        """Add an element with text."""
        self._lines.append(f"{'  ' * len(self._open)}<{tag}>{text}</{tag}>")

    def reference(self, tag: str, ref: str) -> None:
        """Add an element that refers to something."""
        self._lines.append(f'{"  " * len(self._open)}<{tag} ref="{ref}"/>')

    def end(self, count: int = 1) -> None:
        """Close the innermost elements."""
        for _ in range(count):
            tag = self._open.pop()
            self._lines.append(f"{'  ' * len(self._open)}</{tag}>")

    def data(self) -> bytes:
        """Return the document."""
        assert not self._open
        return ("\n".join(self._lines) + "\n").encode()


def _identifier(text: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://northmoor.example/{text}"))


def _stamp(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _header(out: _Lines, verb: str, noun: str, name: str) -> None:
    out.start("Header")
    out.leaf("Verb", verb)
    out.leaf("Noun", noun)
    out.leaf("Revision", "1")
    out.leaf("Context", "PRODUCTION")
    out.leaf("Timestamp", "2026-01-14T08:15:07Z")
    out.leaf("Source", "Northmoor-HES")
    out.leaf("AckRequired", "true")
    out.leaf("MessageID", _identifier(f"message/{name}"))
    out.leaf("CorrelationID", _identifier(f"correlation/{name}"))
    out.end()


def _name(out: _Lines, name: str, kind: str) -> None:
    out.start("Names")
    out.leaf("name", name)
    out.start("NameType")
    out.leaf("name", kind)
    out.start("NameTypeAuthority")
    out.leaf("name", "Northmoor Grid")
    out.end(3)


def _request() -> bytes:
    """Ask for the interval energy of three meters of one day."""
    out = _Lines()
    out.start("RequestMessage", f' xmlns="{_MESSAGE}"')
    _header(out, "get", "MeterReadings", "request")
    out.start("Request")
    out.start("GetMeterReadings", ' xmlns="http://iec.ch/TC57/2011/GetMeterReadings#"')
    for number in range(3):
        out.start("EndDevice")
        out.leaf("mRID", _identifier(f"meter/{number}"))
        _name(out, f"NM-E-{41900 + number:07}", "MeterNumber")
        out.end()
    out.start("ReadingType")
    out.start("Names")
    out.leaf("name", _ENERGY)
    out.end(2)
    out.start("TimeSchedule")
    out.start("scheduleInterval")
    out.leaf("end", _stamp(_DAY + dt.timedelta(days=1)))
    out.leaf("start", _stamp(_DAY))
    out.end(5)
    return out.data()


def _reading(out: _Lines, chance: _Chance, number: int, share: float, *, comments: bool = False) -> None:
    out.start("IntervalReadings")
    out.leaf("timeStamp", _stamp(_DAY + dt.timedelta(minutes=15 * (number + 1))))
    out.leaf("value", str(30 + chance.below(4000)))
    if chance.happens(share):
        quality = _QUALITIES[chance.below(len(_QUALITIES))]
        out.start("ReadingQualities")
        if comments and quality != _QUALITIES[0]:
            out.leaf("comment", "Interpolated between neighbouring intervals")
            out.leaf("source", "Northmoor-MDM")
            out.leaf("timeStamp", _stamp(_DAY + dt.timedelta(hours=26)))
        out.reference("ReadingQualityType", quality)
        out.end()
    out.end()


def _meter(out: _Lines, number: int) -> None:
    out.start("Meter")
    out.leaf("mRID", _identifier(f"meter/{number}"))
    _name(out, f"NM-E-{41900 + number:07}", "MeterNumber")
    out.end()


def _values_interval(out: _Lines) -> None:
    out.start("valuesInterval")
    out.leaf("end", _stamp(_DAY + dt.timedelta(days=1)))
    out.leaf("start", _stamp(_DAY))
    out.end()


def _readings_start(name: str) -> _Lines:
    out = _Lines()
    out.start("EventMessage", f' xmlns="{_MESSAGE}"')
    _header(out, "created", "MeterReadings", name)
    out.start("Payload")
    out.start("MeterReadings", ' xmlns="http://iec.ch/TC57/2011/MeterReadings#"')
    return out


def _day() -> bytes:
    """Give one meter's day of five quantities, with register readings and the types and qualities explained."""
    chance = _Chance("day")
    out = _readings_start("day")
    out.start("MeterReading")
    kinds = (_ENERGY, _EXPORT, _REACTIVE, _VOLTAGE, _CURRENT)
    for kind in kinds:
        out.start("IntervalBlocks")
        for number in range(_INTERVALS):
            _reading(out, chance, number, 0.75, comments=True)
        out.reference("ReadingType", kind)
        out.end()
    _meter(out, 0)
    for kind in (_ENERGY, _EXPORT):
        out.start("Readings")
        out.leaf("timeStamp", _stamp(_DAY + dt.timedelta(days=1)))
        out.leaf("value", f"{20_000 + chance.below(10_000)}.{chance.below(1000):03}")
        out.reference("ReadingType", kind.replace("0.0.2.4.", "0.0.0.1.", 1))
        out.end()
    _values_interval(out)
    out.end()
    for quality in _QUALITIES:
        system, category, sub_category = quality.split(".")
        out.start("ReadingQualityType")
        out.leaf("category", category)
        out.leaf("subCategory", sub_category)
        out.leaf("systemId", system)
        out.start("Names")
        out.leaf("name", quality)
        out.end(2)
    for kind in kinds:
        out.start("ReadingType")
        out.start("Names")
        out.leaf("name", kind)
        out.end(2)
    out.end(3)
    return out.data()


def _intervals(name: str, meters: int) -> bytes:
    """Give a day of many meters, every other one with two quantities, half of the values with a quality."""
    chance = _Chance(name)
    out = _readings_start(name)
    for meter in range(meters):
        out.start("MeterReading")
        for kind in (_ENERGY, _EXPORT)[: 1 + meter % 2]:
            out.start("IntervalBlocks")
            for number in range(_INTERVALS):
                _reading(out, chance, number, 0.5)
            out.reference("ReadingType", kind)
            out.end()
        _meter(out, meter)
        _values_interval(out)
        out.end()
    out.end(3)
    return out.data()


def _events() -> bytes:
    """Give events of meters, no two of which have the same time stamp."""
    chance = _Chance("events")
    out = _Lines()
    out.start("EventMessage", f' xmlns="{_MESSAGE}"')
    _header(out, "created", "EndDeviceEvents", "events")
    out.start("Payload")
    out.start("EndDeviceEvents", ' xmlns="http://iec.ch/TC57/2011/EndDeviceEvents#"')
    for number in range(_EVENTS):
        moment = _DAY + dt.timedelta(seconds=8 * number + chance.below(8))
        out.start("EndDeviceEvent")
        out.leaf("mRID", _identifier(f"event/{number}"))
        out.leaf("createdDateTime", _stamp(moment))
        out.leaf("severity", _SEVERITIES[chance.below(len(_SEVERITIES))])
        out.start("Assets")
        out.leaf("mRID", _identifier(f"meter/{chance.below(5000)}"))
        out.end()
        out.start("EndDeviceEventDetails")
        out.leaf("name", "SupplyVoltage")
        out.leaf("value", f"{225 + chance.below(12)}.{chance.below(10)}")
        out.end()
        out.reference("EndDeviceEventType", _EVENT_TYPES[chance.below(len(_EVENT_TYPES))])
        out.end()
    out.end(3)
    return out.data()


_MAKERS: dict[str, Callable[[], bytes]] = {
    "request": _request,
    "day": _day,
    "interval-6mb": lambda: _intervals("interval-6mb", _SIX_MB_METERS),
    "events": _events,
    LARGE: lambda: _intervals(LARGE, _FIFTY_MB_METERS),
}
NAMES = tuple(_MAKERS)
"""The names of all messages, the large one last."""


def build(name: str) -> bytes:
    """Make a message and check it against the schemas, envelope and payload each with its own."""
    data = _MAKERS[name]()
    root = etree.fromstring(data)
    cim.schema().assertValid(root)
    payloads = [element for element in root.iter() if _is_payload(element)]
    assert len(payloads) == 1
    cim.schema(etree.QName(payloads[0]).localname).assertValid(payloads[0])
    return data


def _is_payload(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _namespace(parent) == _MESSAGE != _namespace(element)


def _namespace(element: etree._Element) -> str:
    return etree.QName(element).namespace or ""


def corpus(name: str) -> bytes:
    """Return a message, from the file that an earlier call left where there is one."""
    edition = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    path = DATA / f"{name}.{edition}.xml"
    if path.is_file():
        return path.read_bytes()
    data = build(name)
    DATA.mkdir(exist_ok=True)
    for old in DATA.glob(f"{name}.*.xml"):
        old.unlink()
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(data)
    unfinished.replace(path)
    return data


def _table(names: Iterator[str]) -> Iterator[str]:
    for name in names:
        data = corpus(name)
        yield f"{name:15}{len(data):>12,} bytes  sha256 {hashlib.sha256(data).hexdigest()[:16]}"


def main() -> None:
    """Make the files and say what they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", action="store_true", help=f"make {LARGE} too")
    everything = parser.parse_args().all
    for line in _table(name for name in NAMES if everything or name != LARGE):
        print(line)


if __name__ == "__main__":
    main()
