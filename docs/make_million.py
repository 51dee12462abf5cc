"""Works out the day of a million meters from measured figures: ``python docs/make_million.py``.

The figures are those of ``benchmarks/results/export.json`` and ``scale.json``, of one run each on one machine.
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "explanation" / "a-million-meters.md"
METERS, A_DAY = 1_000_000, 96
READINGS = METERS * A_DAY
A_YEAR = READINGS * 365
CORES = (1, 4, 16)
WAYS = {
    "one process": "columns, structure checked",
    "one, all rules": "columns, all rules",
    "bare lxml": "bare `lxml`: a tree and nothing else",
}
STORED = {
    "XML": "XML as it was sent",
    "XML, gzip": "the same, gzip",
    "parquet": "Parquet, zstd",
    "duckdb": "DuckDB",
    "arrow": "Arrow file, zstd",
    "csv": "CSV",
}


def page() -> str:
    """Return the page."""
    found: dict[str, Any] = json.loads((RESULTS / "export.json").read_text(encoding="utf-8"))
    scale: list[dict[str, Any]] = json.loads((RESULTS / "scale.json").read_text(encoding="utf-8"))
    seconds, weights = found["seconds"], found["weights"]
    rates = {name: statistics.median(found["readings"] / one for one in seconds[name]) for name in WAYS}
    ratios = {name: _ratio(seconds[name], seconds["bare lxml"]) for name in WAYS}
    speedups = [
        _ratio(seconds["one process"], seconds["two processes"]),
        _ratio(seconds["one, all rules"], seconds["two, all rules"]),
    ]
    largest = {row["way"]: row for row in scale if row["size"] == max(one["size"] for one in scale)}
    items, columns = largest["iter_items"], largest["columns"]
    lines = [
        START.format(readings=READINGS / 1e6, environment=found["environment"].rstrip("."), measured=found["readings"]),
        "| Way | bare `lxml` = 1 | readings a second and core | core hours a day |",
        "|---|---:|---:|---:|",
        *(
            f"| {WAYS[name]} | {ratios[name]:.1f} | {rates[name]:,.0f} | {READINGS / rates[name] / 3600:.2f} |"
            for name in WAYS
        ),
        SCALED.format(one=speedups[0], two=speedups[1]),
        f"| Way | {' | '.join(f'{cores} cores' if cores > 1 else '1 core' for cores in CORES)} |",
        f"|---|{'---:|' * len(CORES)}",
        *(
            f"| {WAYS[name]} | "
            + " | ".join(_time(READINGS / rates[name] / _workers(cores, speedup)) for cores in CORES)
            + " |"
            for name, speedup in (("one process", speedups[0]), ("one, all rules", speedups[1]))
        ),
        STORAGE,
        "| Form | bytes a reading | a day | a year |",
        "|---|---:|---:|---:|",
        *(
            f"| {what} | {weights[name]:.1f} | {_size(weights[name] * READINGS)} | {_size(weights[name] * A_YEAR)} |"
            for name, what in STORED.items()
        ),
        MEMORY.format(
            items=items["peak"] / 1e6,
            columns=columns["peak"] / 1e6,
            size=items["size"] / 1e6,
            readings=items["readings"],
        ),
    ]
    return "\n".join(lines)


START = """\
# The day of a million meters

This page is made from the results of `benchmarks/export.py` and `benchmarks/scale.py` (`python docs/make_million.py`).
Take the ratios from here, measure the rate of your machine with the same scripts, and divide. The rates are those of
one machine: {environment}.

A million meters that send a value every quarter of an hour make {readings:,.0f} million readings a day.

## Cores and hours

Measured over {measured:,} readings, from files of XML to files of Parquet, in one process:
"""
SCALED = """
Two processes on two cores were {one:.2f} times as fast as one with the structure checked, {two:.2f} times with all
rules. If every further doubling of cores is worth as much, which disks may prevent, a day takes:
"""
STORAGE = """
A day comes in over 24 hours, and late values come again: plan for twice of it.

## Storage

The messages of the benchmark have names, types and qualities as head-ends send them, and repeat much, which all
compression likes; real values repeat less. With values as decimals:
"""
MEMORY = """
## Memory

At {size:,.0f} MB in one message ({readings:,} readings), streams of items took {items:.0f} MB above the import, and
columns {columns:.0f} MB; neither grows with the message:

![Time and memory by size of the message](../reference/scale.svg)

With all rules checked, a process also holds the objects of one message, about six times its XML. Head-ends that send a
message for each meter and day need next to nothing; for one message of a gigabyte take `--checks structure`.
"""


def _ratio(upper: list[float], lower: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(upper, lower, strict=True))


def _workers(cores: int, doubling: float) -> float:
    """Return what cores are worth, when each doubling is worth as much as the one that was measured."""
    worth = 1.0
    while cores > 1:
        worth, cores = worth * doubling, cores // 2
    return worth


def _time(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h" if seconds >= 5400 else f"{seconds / 60:.0f} min"


def _size(size: float) -> str:
    return f"{size / 1e12:.1f} TB" if size >= 1e12 else f"{size / 1e9:.1f} GB"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
