"""Measures how time and memory grow with the size of a message, from 1 MB to 1,000 MB.

::

    python benchmarks/scale.py          up to 100 MB
    python benchmarks/scale.py --full   up to 1,000 MB
    python benchmarks/scale.py --plot   draws the plot of the documentation from the results

Each size is read in a process of its own for each way, from a file, and the ways take turns. Time is that for a
reading, relative to what bare lxml takes for one of a message of 6 MB right before and after, so that a machine that is
busy for a while slows both; memory is the peak above that of the imports. What holds the whole message is left out
where it is larger than 100 MB.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from corpus import corpus

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "scale.json"
PLOT = HERE.parent / "docs" / "reference" / "scale.svg"
LXML, READ, ITEMS, COLUMNS = "bare lxml", "cim.read", "iter_items", "columns"
WAYS = (LXML, READ, ITEMS, COLUMNS)
WHOLE = {LXML, READ}
MOST_WHOLE = 100
SIZES = (1, 10, 100, 1000)
_ROUNDS = {1: 5, 10: 3, 100: 1, 1000: 1}
_START, _END = b"<MeterReading>", b"</MeterReadings>"


def message(path: Path, megabytes: int) -> int:
    """Write a message of a size: the meters of the main benchmark again and again; return its number of readings."""
    data = corpus("interval-6mb")
    begin, end = data.index(_START), data.rindex(_END)
    items = [_START + item for item in data[begin:end].split(_START)[1:]]
    left, count = megabytes * 1_000_000 - begin, 0
    with path.open("wb") as out:
        out.write(data[:begin])
        number = 0
        while left > 0:
            item = items[number % len(items)].replace(b"NM-E-00", b"NM-E-%02d" % (number // len(items) % 100))
            count += item.count(b"<IntervalReadings>")
            left -= out.write(item)
            number += 1
        out.write(data[end:])
    return count


def work(way: str, path: str) -> tuple[float, int]:
    """Return seconds and bytes that one way takes, in this process."""
    import pyarrow as pa
    from compare import _resident
    from lxml import etree

    import cim61968_9 as cim

    def drained(stream: Any) -> None:
        for _ in stream:
            pass

    calls: dict[str, Callable[[str], Any]] = {
        LXML: lambda name: etree.parse(name, etree.XMLParser(huge_tree=True)),
        READ: cim.read,
        ITEMS: lambda name: drained(cim.iter_items(name)),
        COLUMNS: lambda name: drained(cim.columns.readings(name)),
    }
    call = calls[way]
    with tempfile.TemporaryDirectory() as made:
        warm = Path(made) / "warm.xml"
        warm.write_bytes(corpus("day"))
        call(str(warm))  # what is compiled on first use counts as import
    assert pa.__version__
    before = _resident(reset=True)
    start = perf_counter()
    result = call(path)
    seconds = perf_counter() - start
    peak = _resident(reset=False) - before
    del result
    return seconds, peak


def unit() -> float:
    """Return the seconds that bare lxml takes for one reading of the main benchmark, in this process."""
    from lxml import etree

    data = corpus("interval-6mb")
    seconds = []
    for _ in range(9):
        start = perf_counter()
        etree.fromstring(data)
        seconds.append(perf_counter() - start)
    return statistics.median(seconds) / data.count(b"<IntervalReadings>")


def apart(*arguments: str) -> Any:
    """Return what this script prints in a process of its own."""
    command = [sys.executable, __file__, *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(sizes: tuple[int, ...]) -> list[dict[str, Any]]:
    """Measure all sizes and ways, each in processes of their own."""
    rows = []
    with tempfile.TemporaryDirectory() as made:
        for megabytes in sizes:
            path = Path(made) / "message.xml"
            count = message(path, megabytes)
            ways = [way for way in WAYS if way not in WHOLE or megabytes <= MOST_WHOLE]
            found: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
            before = apart("--unit")
            for number in range(_ROUNDS[megabytes]):
                for way in (*ways[number % len(ways) :], *ways[: number % len(ways)]):
                    seconds, peak = apart("--work", way, str(path))
                    after = apart("--unit")
                    found[way].append((seconds / count / statistics.mean((before, after)), peak))
                    before = after
            for way, runs in found.items():
                ratio, peak = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
                size = path.stat().st_size
                rows.append({"size": size, "readings": count, "way": way, "ratio": ratio, "peak": peak})
                print(f"{megabytes:>5} MB  {way:12} {ratio:6.2f} {peak / 1e6:8.1f} MB", flush=True)
            path.unlink()
    return rows


def markdown(rows: list[dict[str, Any]]) -> str:
    """Return the results as a table."""
    lines = [
        "# Time and memory by size\n",
        "| message | readings | way | time a reading, bare lxml = 1 | peak, MB |",
    ]
    lines.append("|---:|---:|---|---:|---:|")
    for row in rows:
        size, peak = row["size"] / 1e6, row["peak"] / 1e6
        lines.append(f"| {size:,.0f} MB | {row['readings']:,} | {row['way']} | {row['ratio']:.2f} | {peak:,.0f} |")
    lines.append("\nThe peak is that above the imports. What holds the whole message is measured up to 100 MB.\n")
    return "\n".join(lines)


def plot(rows: list[dict[str, Any]]) -> None:
    """Draw time and memory by size."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "cim61968-9"
    import matplotlib.pyplot as plt

    figure, (time, memory) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for way in WAYS:
        own = [row for row in rows if row["way"] == way]
        sizes = [row["size"] / 1e6 for row in own]
        time.plot(sizes, [row["ratio"] for row in own], marker="o", label=way)
        memory.plot(sizes, [max(row["peak"] / 1e6, 0.1) for row in own], marker="o", label=way)
    time.set(xscale="log", xlabel="message, MB", ylabel="time a reading (bare lxml = 1)", ylim=(0, None))
    memory.set(xscale="log", yscale="log", xlabel="message, MB", ylabel="peak memory above the imports, MB")
    time.legend()
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    """Measure, print the results and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--full", action="store_true", help="up to 1,000 MB")
    parser.add_argument("--plot", action="store_true", help="draw only")
    parser.add_argument("--unit", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--work", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.unit:
        print(json.dumps(unit()))
        return
    if options.work:
        print(json.dumps(work(*options.work)))
        return
    if not options.plot:
        rows = measure(SIZES if options.full else SIZES[:-1])
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        RESULTS.with_suffix(".md").write_text(markdown(rows), encoding="utf-8")
    plot(json.loads(RESULTS.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
