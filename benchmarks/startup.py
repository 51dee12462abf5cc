"""Measures what a program pays once: importing the library, and the first message it reads.

::

    python benchmarks/startup.py
    python benchmarks/startup.py --rounds 51

Every figure is the median over fresh processes, in which the contenders take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

MESSAGE = Path(__file__).resolve().parents[1] / "examples" / "data" / "interval-day.xml"
_TIMED = "from time import perf_counter; start = perf_counter(); import {}; print(perf_counter() - start)"
_IMPORTS = {name: _TIMED.format(name) for name in ("cim61968_9", "lxml.etree, attrs")}
_READS = """
import sys
from time import perf_counter
import cim61968_9
data = open(sys.argv[1], "rb").read()
times = [perf_counter()]
for _ in range(2):
    cim61968_9.read(data)
    times.append(perf_counter())
print(times[1] - times[0] - (times[2] - times[1]))
"""
_LOADED = "import json, sys; import cim61968_9; print(json.dumps(sorted(sys.modules)))"
_UNWANTED = ("cim61968_9.profiles.", "cim61968_9._generated.", "xsdata")


def run(code: str) -> str:
    """Return what a program prints in a process of its own, which may keep compiled modules as usual."""
    command = [sys.executable, "-c", code, str(MESSAGE)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def measure(rounds: int) -> dict[str, list[float]]:
    """Run every program once a round, in an order that rotates; the first round only fills the caches of files."""
    programs = _IMPORTS | {"first read": _READS}
    for code in programs.values():
        run(code)
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    names = list(programs)
    for number in range(rounds):
        turn = number % len(names)
        for name in (*names[turn:], *names[:turn]):
            seconds[name].append(float(run(programs[name])))
    return seconds


def unwanted_modules() -> list[str]:
    """Return the modules that importing the library loads and should not; the index of generated ones may be."""
    return [name for name in json.loads(run(_LOADED)) if name.startswith(_UNWANTED)]


def main() -> None:
    """Measure and print; exits with 1 when a module is loaded that should not be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=21, help="fresh processes of each (default 21)")
    seconds = measure(parser.parse_args().rounds)
    ours, base = (seconds[name] for name in _IMPORTS)
    ratio = statistics.median(one / other for one, other in zip(ours, base, strict=True))
    first = statistics.median(seconds["first read"]) * 1000
    unwanted = unwanted_modules()
    rows = (
        ("import cim61968_9, times import lxml.etree, attrs", "at most 2.5", f"{ratio:.2f}", ratio <= 2.5),
        (f"first read less second read of {MESSAGE.name}, ms", "at most 60", f"{first:.1f}", first <= 60),
        ("modules of profiles or xsdata after the import", "none", ", ".join(unwanted) or "none", not unwanted),
    )
    for text, wanted, measured, met in rows:
        print(f"{text:52} {wanted:12} {measured:8} {'ok' if met else 'missed'}")
    sys.exit(1 if unwanted else 0)


if __name__ == "__main__":
    main()
