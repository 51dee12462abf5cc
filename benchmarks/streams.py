"""Measures streams, columns and the writer of items against xsdata and bare lxml, all in one run.

::

    python benchmarks/streams.py           eleven rounds
    python benchmarks/streams.py --quick   three

All take turns within a round; a ratio is taken within a round, and the figure is the median over the rounds. xsdata is
used in the way that was the fastest for it in two trials: for items, elements of ``lxml.etree.iterparse`` go one by one
into its parser; for columns, the objects of the whole message go into the same Arrow arrays.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from compare import (
    LXML,
    MAIN_FILE,
    RESULTS,
    Job,
    Result,
    Way,
    _both,
    _context,
    _environment,
    _table,
    _xsdata,
    fastest,
    generate,
    measure,
)
from corpus import corpus
from lxml import etree

import cim61968_9 as cim

SPAN = 0.2
ITEMS, TEXT, DECIMAL, FLOAT, WRITER = "iter_items", "columns", "columns, decimal", "columns, float", "ItemWriter"
XSDATA_ITEMS, XSDATA_COLUMNS, WHOLE, WRITE = "xsdata, items", "xsdata, columns", "cim.read", "cim.to_bytes"
TARGETS = (
    ("items: times as fast as xsdata item by item", XSDATA_ITEMS, ITEMS, 9.0, True),
    ("columns: times as fast as through xsdata's objects", XSDATA_COLUMNS, TEXT, 12.0, True),
    ("columns: times the time of bare lxml", TEXT, LXML, 3.5, False),
)
_TAG = "{http://iec.ch/TC57/2011/MeterReadings#}MeterReading"


def drained(stream: Any) -> int:
    """Take everything from a stream, and hold one part at a time."""
    count = 0
    for _ in stream:
        count += 1
    return count


def xsdata_items(folder: Path) -> Iterator[Way]:
    """Yield ways to feed xsdata item by item."""
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, XmlEventHandler

    context = _context(folder, "typed")
    cls = importlib.import_module("typed.ch.iec.tc57.pkg_2011.meter_readings").MeterReading
    element_parser = XmlParser(context=context, handler=LxmlEventHandler)
    text_parser = XmlParser(context=context, handler=XmlEventHandler)

    def by_elements(data: bytes) -> None:
        for _, element in etree.iterparse(io.BytesIO(data), tag=_TAG):
            element_parser.parse(element, cls)
            element.clear()

    def by_texts(data: bytes) -> None:
        for _, element in etree.iterparse(io.BytesIO(data), tag=_TAG):
            text_parser.from_bytes(etree.tostring(element), cls)
            element.clear()

    yield from _both("elements of iterparse", by_elements)
    yield from _both("texts of iterparse", by_texts)


def xsdata_columns(folder: Path) -> Iterator[Way]:
    """Yield ways to make columns of xsdata's objects."""
    for way in _xsdata(folder).readers:

        def columns(data: bytes, read: Callable[[bytes], Any] = way.call) -> pa.Table:
            return arrays(read(data))

        yield Way(way.label, columns, way.collector)


def arrays(message: Any) -> pa.Table:
    """Make the columns of objects that are filled in the message, as the library does."""
    (readings,) = message.payload.other_element
    rows: dict[str, list[Any]] = {name: [] for name in ("meter", "name", "type", "time", "offset", "value", "quality")}
    for item in readings.meter_reading:
        for block in item.interval_blocks:
            count = len(block.interval_readings)
            rows["meter"] += [item.meter.m_rid] * count
            rows["name"] += [item.meter.names[0].name] * count
            rows["type"] += [block.reading_type.ref] * count
            for value in block.interval_readings:
                moment = value.time_stamp.to_datetime()
                rows["time"].append(moment)
                rows["offset"].append(moment.utcoffset().seconds // 60)
                rows["value"].append(value.value)
                rows["quality"].append([one.reading_quality_type.ref for one in value.reading_qualities])
    coded = {"meter", "name", "type"}
    return pa.table(
        {
            name: pa.array(values).dictionary_encode() if name in coded else pa.array(values)
            for name, values in rows.items()
        }
    )


def verify(data: bytes, folder: Path) -> None:
    """Assert that all hold the same values."""
    whole = cim.read(data).payload.one(cim.MeterReadings)
    assert list(cim.iter_items(data)) == whole.meter_reading
    table = cim.columns.readings(data).table()
    other = next(iter(xsdata_columns(folder))).call(data)
    assert table.column("value").to_pylist() == other.column("value").to_pylist()
    assert table.column("time_stamp").to_pylist() == other.column("time").to_pylist()
    assert table.column("qualities").to_pylist() == other.column("quality").to_pylist()


def write_items(message: Any) -> None:
    """Write a message item by item."""
    items = message.payload.content[0].meter_reading
    empty = cim.EventMessage(header=message.header, payload=cim.Payload(content=[cim.MeterReadings()]))
    with cim.ItemWriter(io.BytesIO(), empty) as out:
        out.write_all(items)


def jobs(data: bytes, folder: Path) -> list[Job]:
    """Return what is measured, xsdata in its fastest way."""
    message = cim.read(data)
    ours: dict[str, Callable[[Any], Any]] = {
        LXML: etree.fromstring,
        WHOLE: cim.read,
        ITEMS: lambda source: drained(cim.iter_items(source)),
        TEXT: lambda source: drained(cim.columns.readings(source)),
        DECIMAL: lambda source: drained(cim.columns.readings(source, values="decimal")),
        FLOAT: lambda source: drained(cim.columns.readings(source, values="float")),
    }
    found = [Job(name, Way("", call), data) for name, call in ours.items()]
    found += [
        Job(WRITE, Way("", cim.to_bytes), message),
        Job(WRITER, Way("", write_items), message),
    ]
    for name, ways in ((XSDATA_ITEMS, xsdata_items(folder)), (XSDATA_COLUMNS, xsdata_columns(folder))):
        found.append(fastest([Job(name, way, data) for way in ways], trials=2, span=0))
    return found


def ratio(upper: Result, lower: Result) -> float:
    """Return the median of the ratios within the rounds."""
    return statistics.median(one / other for one, other in zip(upper.seconds, lower.seconds, strict=True))


def report(results: dict[str, Result], size: int) -> str:
    """Return the report as Markdown."""
    lines = ["# Streams and columns\n"]
    lines.append(
        ", ".join(f"{name} {text}" for name, text in _environment().items()) + f", pyarrow {pa.__version__}.\n"
    )
    lines.append(f"{MAIN_FILE}, {size:,} bytes. Medians over the rounds of one run; all relative to bare lxml.\n")
    rows = [(name, one.way, f"{ratio(one, results[LXML]):.2f}") for name, one in results.items()]
    lines += _table(("what", "used with", "bare lxml = 1"), rows)
    lines.append("## Targets\n")
    goals = []
    for title, upper, lower, bound, least in TARGETS:
        found = ratio(results[upper], results[lower])
        met = found >= bound if least else found <= bound
        goals.append(
            (title, f"{'at least' if least else 'at most'} {bound:g}", f"{found:.2f}", "met" if met else "missed")
        )
    lines += _table(("target", "wanted", "measured", ""), goals)
    return "\n".join(lines)


def main() -> None:
    """Measure, print the report and write it to ``benchmarks/results``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="three rounds")
    quick = parser.parse_args().quick
    data = corpus(MAIN_FILE)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        generate(folder)
        verify(data, folder)
        listed = jobs(data, folder)
        gc.collect()
        gc.freeze()  # what is in memory for the writers is not to be searched through by the collector
        results = measure(listed, rounds=3 if quick else 11, span=0 if quick else SPAN)
    text = report(results, len(data))
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "streams.md").write_text(text + "\n", encoding="utf-8")
    rounds = {name: {"way": one.way, "seconds": one.seconds} for name, one in results.items()}
    (RESULTS / "streams.json").write_text(json.dumps(rounds, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
