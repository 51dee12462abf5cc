"""Where intervals begin that only say where they end."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["Months", "Starts", "usual_distance"]

_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=366)
_LONGEST_MONTH = dt.timedelta(days=31, hours=2)  # clocks that go back make it longer


class Starts:
    """Intervals of one length, None where nobody knows it."""

    def __init__(self, length: dt.timedelta | None) -> None:
        self._length = length

    def before(self, end: dt.datetime) -> dt.datetime | None:
        """Return where the interval that ends at a time begins, None where nobody knows."""
        return end - self._length if self._length is not None else None


class Months(Starts):
    """Intervals of a month each: from the end of the one before, or from the same day of the month before."""

    def __init__(self, ends: Iterable[dt.datetime]) -> None:
        super().__init__(None)
        near = pairwise(_sorted(ends))
        self._known = {two: one for one, two in near if two - one <= _LONGEST_MONTH}

    def before(self, end: dt.datetime) -> dt.datetime | None:
        """Return where the month that ends at a time begins."""
        known = self._known.get(end)
        if known is not None:
            return known
        last = end.replace(day=1) - _DAY
        return last if last.day < end.day else last.replace(day=end.day)


def usual_distance(ends: Iterable[dt.datetime]) -> dt.timedelta | None:
    """Return the distance of neighbours that is most frequent, None where there is none."""
    distances = Counter(two - one for one, two in pairwise(_sorted(ends)) if two - one <= _YEAR)
    return distances.most_common(1)[0][0] if distances else None


def _sorted(ends: Iterable[dt.datetime]) -> list[dt.datetime]:
    """Return each time once, in order; those without a zone have no place among the others."""
    return sorted({end for end in ends if end.tzinfo is not None})
