"""Measures exports of whole folders: two processes against one, what a reading takes, and what it weighs.

::

    python benchmarks/export.py           three rounds over about 570 MB
    python benchmarks/export.py --quick   two rounds over about 140 MB

One process, two processes, and one with all rules take turns within a round, between them bare lxml parses the same
files; a ratio is taken within a round, and the figure is the median over the rounds. Each export is a whole call into a
new folder: it finds the sources, starts processes, and makes what it writes last. Weights are those of the files.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from lxml import etree

import cim61968_9 as cim

LXML, ONE, TWO, RULES, TWO_RULES = "bare lxml", "one process", "two processes", "one, all rules", "two, all rules"
WANTED = 1.7
FORMATS = ("parquet", "csv", "arrow", "duckdb")


def write_files(folder: Path, count: int) -> int:
    """Write messages of 6 MB, each of other meters; return the number of readings."""
    from corpus import corpus  # here, as other processes load this script too

    data = corpus("interval-6mb")
    for number in range(count):
        (folder / f"day-{number:02}.xml").write_bytes(data.replace(b"NM-E-00", b"NM-E-%02d" % number))
    return count * data.count(b"<IntervalReadings>")


def exported(folder: Path, **options: Any) -> Callable[[], Any]:
    """Return a call that exports the folder into a new one."""

    def call() -> None:
        with tempfile.TemporaryDirectory() as made:
            cim.export(folder, Path(made) / "out", **options)

    return call


def bare(folder: Path) -> None:
    """Parse the files with lxml."""
    for path in sorted(folder.iterdir()):
        etree.fromstring(path.read_bytes())


def timed(call: Callable[[], Any]) -> float:
    """Return the seconds of a call."""
    start = perf_counter()
    call()
    return perf_counter() - start


def rounds(folder: Path, number: int) -> dict[str, list[float]]:
    """Measure all ways in turns, after one export that does not count."""
    structure: dict[str, Any] = {"checks": "structure"}
    calls = {
        LXML: lambda: bare(folder),
        ONE: exported(folder, **structure),
        TWO: exported(folder, processes=2, **structure),
        RULES: exported(folder),
        TWO_RULES: exported(folder, processes=2),
    }
    exported(folder, **structure)()
    found: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(number):
        names = [*calls][turn % len(calls) :] + [*calls][: turn % len(calls)]
        for name in names:
            found[name].append(timed(calls[name]))
        print(f"round {turn + 1}: { ({name: round(one[-1], 2) for name, one in found.items()}) }", flush=True)
    return found


def weights(folder: Path, readings: int) -> dict[str, float]:
    """Return the bytes of a reading in each form."""
    files = sorted(folder.iterdir())
    found = {"XML": sum(path.stat().st_size for path in files) / readings}
    found["XML, gzip"] = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files[:2]) / readings * len(files) / 2
    for to in FORMATS:
        with tempfile.TemporaryDirectory() as made:
            out = cim.export(folder, Path(made) / "out", to=to, checks="structure", values="decimal")
            assert out.rows == readings
            found[to] = sum(path.stat().st_size for path in out.files) / readings
    return found


def ratio(upper: list[float], lower: list[float]) -> float:
    """Return the median of the ratios within the rounds."""
    return statistics.median(one / other for one, other in zip(upper, lower, strict=True))


def report(found: dict[str, Any]) -> str:
    """Return the report as Markdown."""
    from compare import _table

    seconds, readings = found["seconds"], found["readings"]
    lines = ["# Exports\n", f"{found['environment']}\n"]
    lines.append(
        f"{found['files']} files, {found['bytes']:,} bytes, {readings:,} readings. Medians over {len(seconds[ONE])} "
        "rounds of one run. The rate is that of this machine; compare ratios.\n"
    )
    rows = [
        (name, f"{ratio(one, seconds[LXML]):.2f}", f"{statistics.median(readings / each for each in one):,.0f}")
        for name, one in seconds.items()
    ]
    lines += _table(("what", "bare lxml = 1", "readings a second"), rows)
    goals = []
    for one, two in ((ONE, TWO), (RULES, TWO_RULES)):
        times = ratio(seconds[one], seconds[two])
        met = "met" if times >= WANTED else "missed"
        goals.append((f"{two}: times as fast as {one}", f"at least {WANTED}", f"{times:.2f}", met))
    lines += ["## Targets\n", *_table(("target", "wanted", "measured", ""), goals)]
    lines += [
        "## Weight\n",
        *_table(("form", "bytes a reading"), [(k, f"{v:.1f}") for k, v in found["weights"].items()]),
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, print the report and write it to ``benchmarks/results``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="two rounds over fewer files")
    quick = parser.parse_args().quick
    import pyarrow as pa
    from compare import RESULTS, _environment

    files = 24 if quick else 96
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        readings = write_files(folder, files)
        found = {
            "environment": ", ".join(
                f"{name} {text}" for name, text in _environment().items() if "pydantic" not in name
            )
            + f", pyarrow {pa.__version__}.",
            "files": files,
            "bytes": sum(path.stat().st_size for path in folder.iterdir()),
            "readings": readings,
            "seconds": rounds(folder, 2 if quick else 3),
            "weights": weights(folder, readings),
        }
    text = report(found)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "export.md").write_text(text + "\n", encoding="utf-8")
    (RESULTS / "export.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
