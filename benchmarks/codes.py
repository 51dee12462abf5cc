"""Measures the reading of codes: one that was seen before, and a new one.

::

    python benchmarks/codes.py
    python benchmarks/codes.py --rounds 51

Every ratio is taken within a round, in which all take turns; the figure is the median over the rounds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter

from cim61968_9.codes import FIELDS, ReadingTypeCode

SEEN = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
TIMES = 20_000
NEW = 2_000
_FIRST = """
from time import perf_counter
import cim61968_9
start = perf_counter()
from cim61968_9.codes import ReadingTypeCode
loaded = perf_counter()
ReadingTypeCode.parse("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0").describe()
described = perf_counter()
cim61968_9.codes.search("power quality sag phase A")
print(loaded - start, described - loaded, perf_counter() - described)
"""


def look_up(table: dict[str, ReadingTypeCode]) -> float:
    """Return the seconds of one look-up in a dict."""
    text, turns = SEEN, range(TIMES)
    start = perf_counter()
    for _ in turns:
        table[text]
    return (perf_counter() - start) / TIMES


def seen() -> float:
    """Return the seconds of parsing a code that was seen before."""
    text, turns = SEEN, range(TIMES)
    start = perf_counter()
    for _ in turns:
        ReadingTypeCode.parse(text)
    return (perf_counter() - start) / TIMES


def over(function: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of a function for one of many texts."""
    start = perf_counter()
    for text in texts:
        function(text)
    return (perf_counter() - start) / len(texts)


def numbers(text: str) -> tuple[int, ...]:
    """Return the bare numbers of a text."""
    return tuple(map(int, text.split(".")))


def fresh(generator: random.Random) -> list[str]:
    """Return codes that were not seen before, with numbers as they occur."""
    known = [list(map(int, field.values)) if field.values else list(range(100)) for field in FIELDS]
    return list(dict.fromkeys(".".join(str(generator.choice(values)) for values in known) for _ in range(NEW)))


def measure(rounds: int) -> dict[str, list[float]]:
    """Return the ratios of each round."""
    generator = random.Random(61968)
    table = {SEEN: ReadingTypeCode.parse(SEEN)}
    ratios: dict[str, list[float]] = {"seen": [], "new": [], "ns": []}
    for _ in range(rounds):
        texts = fresh(generator)
        base = look_up(table)
        again = seen()
        ratios["seen"].append(again / base)
        ratios["ns"].append(again * 1e9)
        ratios["new"].append(over(ReadingTypeCode.parse, texts) / over(numbers, texts))
    return ratios


def first_use(rounds: int) -> list[float]:
    """Return the milliseconds of importing the codes, the first description and the first search, in new processes."""
    command = [sys.executable, "-c", _FIRST]
    printed = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(rounds)]
    return [statistics.median(map(float, column)) * 1000 for column in zip(*map(str.split, printed), strict=True)]


def main() -> None:
    """Measure and print; exits with 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=21, help="rounds (default 21)")
    rounds = parser.parse_args().rounds
    ratios = {name: statistics.median(found) for name, found in measure(rounds).items()}
    loading, describing, searching = first_use(min(rounds, 7))
    rows = (
        ("a code seen before, times a look-up in a dict", 3.0, ratios["seen"]),
        ('a new code, times tuple(map(int, text.split(".")))', 8.0, ratios["new"]),
    )
    for text, bound, ratio in rows:
        print(f"{text:52} at most {bound:.0f}   {ratio:5.2f}   {'ok' if ratio <= bound else 'missed'}")
    print(f"{'a code seen before, nanoseconds':52} {ratios['ns']:16.0f}")
    print(f"{'import of the codes after the library, ms':52} {loading:16.1f}")
    print(f"{'first description, tables read, ms':52} {describing:16.1f}")
    print(f"{'first search, all tables read and indexed, ms':52} {searching:16.1f}")
    sys.exit(any(ratio > bound for _, bound, ratio in rows))


if __name__ == "__main__":
    main()
