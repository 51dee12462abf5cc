"""Measures validation against bare lxml: the schemas alone, a broken file, and the rules beside.

::

    python benchmarks/validation.py              the 50 MB message
    python benchmarks/validation.py --name day   a small one, many times a round

Bare lxml parses the message and validates envelope and payload with the same compiled schemas; it knows no rules, and
lines up to 65,535. Every ratio is taken within a round, in which all take turns; the figure is the median over the
rounds. Memory is the peak of a process of its own for each, above that of the import.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from corpus import LARGE, NAMES, corpus
from lxml import etree

import cim61968_9 as cim

STRUCTURE = cim.Settings(select=["XML", "XSD", "ENV1"])
_BOUND = 2.0
_ENOUGH = 0.5


def bare(data: bytes) -> None:
    """Validate with lxml: parse, envelope, payload."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    payload = next(root[-1].iterchildren())
    cim.schema().validate(root)
    cim.schema(etree.QName(payload).localname).validate(payload)


def structure(data: bytes) -> None:
    """Validate with the library, schemas only."""
    cim.validate(data, settings=STRUCTURE)


def everything(data: bytes) -> None:
    """Validate with the library, schemas and rules."""
    cim.validate(data)


def read(data: bytes) -> None:
    """Read with the library."""
    cim.read(data)


def broken(data: bytes) -> bytes:
    """Return the message with one wrong value near its end."""
    place = data.rindex(b"</", 0, data.rindex(b"value>"))
    return data[:place] + b"<x/>" + data[place:]


CONTENDERS: dict[str, Callable[[bytes], None]] = {
    "bare lxml": bare,
    "structure": structure,
    "structure, one error": lambda data: structure(broken(data)),
    "bare lxml, one error": lambda data: bare(broken(data)),
    "structure and rules": everything,
    "read, for comparison": read,
}


def seconds(work: Callable[[], None]) -> float:
    """Return the seconds of a turn, repeated until it is long enough to be measured."""
    start, turns = perf_counter(), 0
    while True:
        work()
        turns += 1
        if (spent := perf_counter() - start) >= _ENOUGH:
            return spent / turns


def peak(name: str, contender: str) -> float:
    """Return the peak memory of a contender in a process of its own, above that of the import, in MB."""
    command = [sys.executable, __file__, "--name", name, "--peak", contender]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _print_peak(data: bytes, contender: str) -> None:
    before = _highest()
    CONTENDERS[contender](data)
    print((_highest() - before) / 1024)


def _highest() -> int:
    """Return the most memory that this process has had so far, in kB; Linux alone tells it of the process itself."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


def main() -> None:
    """Measure and print; exits with 1 when the bound is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default 5)")
    parser.add_argument("--name", default=LARGE, choices=NAMES, help=f"which message (default {LARGE})")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    options = parser.parse_args()
    data = corpus(options.name)
    if options.peak:
        _print_peak(data, options.peak)
        return
    times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(options.rounds):
        for name, contender in CONTENDERS.items():
            times[name].append(seconds(partial(contender, data)))
    print(f"{options.name}: {len(data) / 1e6:.1f} MB, {options.rounds} rounds")
    print(f"{'':24} {'times bare lxml':>16} {'peak MB':>9}")
    ratios = {}
    for name, found in times.items():
        ratios[name] = statistics.median(one / base for one, base in zip(found, times["bare lxml"], strict=True))
        print(f"{name:24} {ratios[name]:16.2f} {peak(options.name, name):9.0f}")
    sys.exit(ratios["structure"] > _BOUND)


if __name__ == "__main__":
    main()
