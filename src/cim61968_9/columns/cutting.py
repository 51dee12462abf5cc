"""Plain values cut out of the text of a document, so that no tree has to be made of them.

Most of a message are values that look alike: a time stamp, a value, qualities. They are found by a pattern that leaves
no room for anything else: no attribute but ``ref``, no entity, comment or blank that may be content. An empty element
with a number stands where a run of neighbours was; the walk over the rest of the document finds it there, and knows by
its place and its namespace that these are values of a block. What the pattern does not match stays where it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..xml.parse import after_declaration

__all__ = ["MARK", "Cut", "Run", "cut"]

MARK = "n"
"""The attribute with the number of a run."""
_FIRST = re.compile(r"<((?:[A-Za-z_][\w.\-]*:)?)IntervalReadings>", re.ASCII)
_MORE = re.compile(r"IntervalReadings[ \t\n]")
"""What may have an attribute, as marks do; no message has it."""
_BLANK = r"[ \t\n]*+"  # possessive, as everything that repeats: nothing is tried twice
_TEXT = r"(?! *+<)([^<>&\x00-\x1f]++)"
_REF = re.compile(r'ref="([^"]*)"')
_FEWEST = 8
"""So many values have to be there to make it worth while."""


class Run(NamedTuple):
    """Values that follow each other: texts of time stamps and values, and references to qualities."""

    stamps: tuple[str, ...]
    values: list[str]
    qualities: list[tuple[str, ...]]


class Cut(NamedTuple):
    """A document without its plain values, and these."""

    data: bytes
    runs: list[Run]


@lru_cache(maxsize=32)
def _pattern(prefix: str) -> re.Pattern[str]:
    """Return the pattern of a value whose tags have a prefix."""
    p, b = re.escape(prefix), _BLANK
    quality = (
        rf'<{p}ReadingQualities>{b}<{p}ReadingQualityType ref="[^"<>&\x00-\x1f]*+" ?/>{b}</{p}ReadingQualities>{b}'
    )
    return re.compile(
        rf"<{p}IntervalReadings>{b}<{p}timeStamp>{_TEXT}</{p}timeStamp>{b}<{p}value>{_TEXT}</{p}value>{b}"
        rf"((?:{quality})*+)</{p}IntervalReadings>"
    )


def cut(data: bytes) -> Cut | None:
    """Cut the values out of a document; None where there are few, or where they may be something else."""
    start = after_declaration(data)
    if start is None or not data.isascii() or b"<!" in data or b"\r" in data or data.find(b"<?", start) >= 0:
        return None
    text = data.decode("ascii")
    first = _FIRST.search(text)
    if first is None or _MORE.search(text):
        return None
    parts = _pattern(first[1]).split(text)
    gaps, stamps, values, marked = parts[0::4], parts[1::4], parts[2::4], parts[3::4]
    if len(values) < _FEWEST:
        return None
    known: dict[str, tuple[str, ...]] = {"": ()}
    for one in set(marked) - {""}:
        known[one] = tuple(_REF.findall(one))
    blank = {gap for gap in set(gaps) if not gap.strip(" \t\n")}
    starts = [0, *(at for at, gap in enumerate(gaps) if at and gap not in blank)]
    if starts[-1] != len(values):
        starts.append(len(values))
    rest: list[str] = []
    runs: list[Run] = []
    for start, end in pairwise(starts):
        rest.append(f'{gaps[start]}<{first[1]}IntervalReadings {MARK}="{len(runs)}"/>')
        qualities = [known[one] for one in marked[start:end]]
        runs.append(Run(tuple(stamps[start:end]), values[start:end], qualities))
    return Cut("".join((*rest, gaps[-1])).encode(), runs)
