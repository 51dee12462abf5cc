"""Measures the data source for Spark against Spark's own reader of XML, in one session of ``local[2]``.

::

    python benchmarks/spark.py           seven rounds
    python benchmarks/spark.py --quick   three

Both read 5,000 files of about 20 kB and give the same rows: meter, reading type, time, value and qualities. Spark's
reader is tried twice: with a schema that was written by hand, of the columns that are wanted; and as it comes, when
it makes a pass over the files first to find a schema, which takes so long that it is measured in the last round only.
The data source knows its own. One aggregate touches every column of every row: it counts, adds the values, and takes
a checksum of all columns, which has to be the same for both. They take turns within a round, after one round that
does not count; a ratio is taken within a round, and the figure is the median over the rounds. Beside the time there
is what all processes of a way took of the processors, which says more on a machine that is busy with something else.
It needs Linux, Java 17 and pyspark 4.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import pyarrow as pa
import pyspark
from corpus import corpus
from pyspark.sql import DataFrame, SparkSession, functions as f

from cim61968_9 import spark as data_source

RESULTS = Path(__file__).resolve().parent / "results"
FILES = 5_000
WANTED = 5.0
OURS, THEIRS, AS_IT_COMES = "data source", "Spark's XML reader, schema by hand", "Spark's XML reader, as it comes"
Seconds: TypeAlias = dict[str, list[tuple[float, float]]]
_START, _END = b"<MeterReading>", b"</MeterReadings>"
_COLUMNS = "meter_name string, reading_type string, time_stamp timestamp, value string, qualities array<string>"
_XML = """
    IntervalBlocks array<struct<
        IntervalReadings: array<struct<
            timeStamp: timestamp,
            value: string,
            ReadingQualities: array<struct<ReadingQualityType: struct<_ref: string>>>>>,
        ReadingType: struct<_ref: string>>>,
    Meter struct<Names: array<struct<name: string>>>
"""


def write_files(folder: Path, count: int) -> int:
    """Write files of one meter and one quantity each, of the meters of the main benchmark; return their bytes."""
    data = corpus("interval-6mb")
    begin, end = data.index(_START), data.rindex(_END)
    items = [_START + item for item in data[begin:end].split(_START)[1:]]
    single = [item for item in items if item.count(b"<IntervalBlocks>") == 1]
    size = 0
    for number in range(count):
        item = single[number % len(single)].replace(b"NM-E-00", b"NM-E-%02d" % (number // len(single) % 100))
        name = folder / f"{number // 500:02}" / f"meter-{number:05}.xml"
        name.parent.mkdir(exist_ok=True)
        size += name.write_bytes(data[:begin] + item + data[end:])
    return size


def ours(session: SparkSession, folder: str) -> DataFrame:
    """Return the rows by the data source."""
    return session.read.format("cim61968_9").schema(_COLUMNS).option("mode", "FAILFAST").load(folder)


def theirs(session: SparkSession, folder: str) -> DataFrame:
    """Return the same rows by Spark's reader of XML."""
    reader = session.read.format("xml").option("rowTag", "MeterReading").option("mode", "FAILFAST")
    items = reader.option("recursiveFileLookup", "true").schema(_XML).load(folder)
    blocks = items.select(f.col("Meter.Names")[0]["name"].alias("meter_name"), f.explode("IntervalBlocks").alias("b"))
    values = blocks.select(
        "meter_name", f.col("b.ReadingType._ref").alias("reading_type"), f.explode("b.IntervalReadings")
    )
    return values.select(
        "meter_name",
        "reading_type",
        f.col("col.timeStamp").alias("time_stamp"),
        "col.value",
        f.col("col.ReadingQualities.ReadingQualityType._ref").alias("qualities"),
    )


def as_it_comes(session: SparkSession, folder: str) -> DataFrame:
    """Return the same rows by Spark's reader of XML, after the pass in which it finds a schema."""
    found = (
        session.read.format("xml").option("rowTag", "MeterReading").option("recursiveFileLookup", "true").load(folder)
    )
    assert "IntervalBlocks" in found.columns
    return theirs(session, folder)


def figures(rows: DataFrame) -> tuple[int, int, int]:
    """Return the number of rows, the sum of the values, and a checksum of every column of every row."""
    named = f.concat_ws(" ", "qualities")  # none are null for one reader, and an empty list for the other
    checksum = f.bit_xor(f.xxhash64("meter_name", "reading_type", "time_stamp", "value", named))
    (row,) = rows.agg(f.count("*"), f.sum(f.col("value").cast("bigint")), checksum).collect()
    return row[0], row[1], row[2]


def processor_seconds() -> dict[int, float]:
    """Return what this process, and all that it started and that are there, have taken of the processors."""
    took: dict[int, float] = {}
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        number = int(entry.parent.name)
        took[number] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        children.setdefault(int(fields[1]), []).append(number)
    found, open_ones = {}, [os.getpid()]
    while open_ones:
        number = open_ones.pop()
        found[number] = took.get(number, 0.0)
        open_ones += children.get(number, [])
    return found


def measure(session: SparkSession, folder: str, rounds: int) -> tuple[Seconds, tuple[int, int, int]]:
    """Return the seconds of each round, by the clock and of the processors, and what both found."""
    ways: dict[str, Callable[[SparkSession, str], DataFrame]] = {OURS: ours, THEIRS: theirs, AS_IT_COMES: as_it_comes}
    seconds: Seconds = {name: [] for name in ways}
    results = set()
    for turn in range(rounds + 1):
        names = [OURS, THEIRS] if turn % 2 else [THEIRS, OURS]
        for name in [*names, AS_IT_COMES] if turn == rounds else names:  # its pass takes minutes: once is enough
            start, before = perf_counter(), processor_seconds()
            results.add(figures(ways[name](session, folder)))
            took = perf_counter() - start
            used = sum(now - before.get(number, 0.0) for number, now in processor_seconds().items())
            if turn:
                seconds[name].append((took, used))
            print(f"round {turn}: {name} {took:.2f} s, {used:.2f} s of processors", file=sys.stderr, flush=True)
    assert len(results) == 1, f"the readers differ: {results}"
    return seconds, results.pop()


def report(seconds: Seconds, found: tuple[int, int, int], size: int) -> str:
    """Return the report as Markdown."""
    versions = (
        f"CPython {platform.python_version()}, CPUs {os.cpu_count()}, pyspark {pyspark.__version__}, "
        f"pyarrow {pa.__version__}"
    )
    lines = ["# Spark\n", f"{versions}, `local[2]`.\n"]
    lines.append(f"{FILES:,} files, {size:,} bytes, {found[0]:,} rows; the same rows and checksum by both readers.\n")
    lines += [
        "The data source = 1, medians over the rounds:\n",
        "| reader | time | time of processors |",
        "|---|---:|---:|",
    ]
    times = {}
    for name in (THEIRS, AS_IT_COMES):
        pairs = list(zip(seconds[name], seconds[OURS][-len(seconds[name]) :], strict=True))
        times[name] = statistics.median(one[0] / other[0] for one, other in pairs)
        lines.append(
            f"| {name} | {times[name]:.2f} | {statistics.median(one[1] / other[1] for one, other in pairs):.2f} |"
        )
    lines += ["\n## Target\n", "| times as fast as | wanted | measured | |", "|---|---|---|---|"]
    for name, found_times in times.items():
        met = "met" if found_times >= WANTED else "missed"
        lines.append(f"| {name} | at least {WANTED:g} | {found_times:.2f} | {met} |")
    lines.append("")
    return "\n".join(lines)


def session_of(temporary: str) -> Any:
    """Return a session of two cores on this machine, with workers of this Python."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("benchmark")
    builder = (
        builder.config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.local.dir", temporary)
    )
    builder = builder.config("spark.driver.memory", "4g").config("spark.driver.host", "127.0.0.1")
    return builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()


def main() -> None:
    """Measure, print the report and write it to ``benchmarks/results``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="three rounds")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as made:
        (folder := Path(made, "files")).mkdir()
        size = write_files(folder, FILES)
        session = session_of(made)
        try:
            data_source.register(session)
            seconds, found = measure(session, str(folder), 3 if quick else 7)
        finally:
            session.stop()
    text = report(seconds, found, size)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "spark.md").write_text(text, encoding="utf-8")
    (RESULTS / "spark.json").write_text(json.dumps(seconds, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
