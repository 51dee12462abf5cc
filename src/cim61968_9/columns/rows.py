"""Rows in the making: a list for each column, and the record batch they become."""

from __future__ import annotations

import datetime as dt
import math
from array import array
from decimal import Context, Decimal, Inexact, InvalidOperation
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from .._decimals import finite
from ..xml.lexical import lexical
from ..xml.values import ExactDateTime, KeptText
from ._arrow import arrow
from .schema import DIGITS, PLACES, TABLES, Kind, Values, schema_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Rows", "Runs", "instant", "minutes"]

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_FIRST = (dt.datetime.min.replace(tzinfo=dt.UTC) - _EPOCH) // _MICROSECOND
_LAST = (dt.datetime.max.replace(tzinfo=dt.UTC) - _EPOCH) // _MICROSECOND
_PLAIN = r"^-?[0-9]{1,26}(\.[0-9]{1,12})?$"
_UNIT = Decimal(1).scaleb(-PLACES)
_EXACTLY = Context(prec=DIGITS, traps=[Inexact, InvalidOperation])
_MOST_TEXT = 32_000_000
_DENSE = frozenset({"text", "value", "codes", "pairs"})
_OF_EACH = ("time_stamp", "created")
"""Columns, and how their names begin, in which neighbours are seldom equal."""


def instant(value: dt.datetime) -> int | None:
    """Return microseconds since 1970, UTC; a time without zone is taken as UTC.

    None where the year is 0 or 10000 in UTC, which hardly any library can hold.
    """
    if value.tzinfo is None:
        value = value.replace(tzinfo=dt.UTC)
    found = (value - _EPOCH) // _MICROSECOND
    return found if _FIRST <= found <= _LAST else None


def minutes(value: dt.datetime) -> int | None:
    """Return the offset from UTC in minutes, None without a zone."""
    offset = value.utcoffset()
    return None if offset is None else offset // dt.timedelta(minutes=1)


class Runs:
    """A column in which neighbours are mostly equal: values, and how often each comes."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.counts: list[int] = []

    def add(self, value: Any, count: int = 1) -> None:
        """Add a value some times."""
        if self.values and self.values[-1] == value and type(self.values[-1]) is type(value):
            self.counts[-1] += count
        elif count:
            self.values.append(value)
            self.counts.append(count)

    def spread(self) -> list[Any]:
        """Return the values one by one."""
        found: list[Any] = []
        for value, count in zip(self.values, self.counts, strict=True):
            found += [value] * count
        return found

    def cut_to(self, count: int) -> None:
        """Forget all values after the first so many."""
        total = sum(self.counts)
        while total > count:
            less = min(self.counts[-1], total - count)
            total -= less
            self.counts[-1] -= less
            if not self.counts[-1]:
                self.values.pop()
                self.counts.pop()


class Rows:
    """The rows of one table since the last batch.

    ``dense`` has a list for each column in which nearly every row has a value of its own, ``runs`` the others. ``text``
    is how many bytes of text were read for them, as far as that matters for :meth:`is_heavy`.
    """

    def __init__(self, table: str, values: Values) -> None:
        self.table = table
        self.values = values
        self.schema: pa.Schema = schema_of(table, values)
        self.kinds = {column.name: column.kind for column in TABLES[table].columns}
        self.dense: dict[str, list[Any]] = {}
        self.runs: dict[str, Runs] = {}
        self.kept: dict[int, list[dict[str, str]]] = {}
        self.count = self.text = 0
        self._clear()

    def _clear(self) -> None:
        dense = {name for name, kind in self.kinds.items() if kind in _DENSE or name.startswith(_OF_EACH)}
        self.dense = {name: [] for name in dense}
        self.runs = {name: Runs() for name, kind in self.kinds.items() if name not in dense and kind != "kept"}
        self.kept = {}
        self.count = self.text = 0

    def __len__(self) -> int:
        return self.count

    def add(self, row: dict[str, Any]) -> None:
        """Add a row of values as readers make them; what is not named is null."""
        at = self.count
        for name, values in self.dense.items():
            values.append(self._held(at, name, row.get(name)))
        for name, runs in self.runs.items():
            runs.add(self._held(at, name, row.get(name)))
        self.count += 1

    def cut_to(self, count: int) -> None:
        """Forget all rows after the first so many."""
        for values in self.dense.values():
            del values[count:]
        for runs in self.runs.values():
            runs.cut_to(count)
        self.kept = {at: texts for at, texts in self.kept.items() if at < count}
        self.count = count

    def keep(self, at: int, column: str, text: str) -> None:
        """Keep a text that a column cannot hold."""
        self.kept.setdefault(at, []).append({"column": column, "text": text})

    def _held(self, at: int, name: str, value: Any) -> Any:
        """Return what a column holds of a value; the text is kept where that is less."""
        kind = self.kinds[name]
        if value is None or kind in {"codes", "pairs", "value", "offset"}:
            return value
        if kind == "pending":
            return {part: self._part(at, f"{name}.{part}", held) for part, held in value.items()}
        if kind == "time":
            if not isinstance(value, dt.datetime):
                self.keep(at, name, str(value))
                return None
            found = instant(value)
            if isinstance(value, ExactDateTime) and value.lexical is not None:
                self.keep(at, name, value.lexical)
            elif found is None:
                self.keep(at, name, lexical("xs:dateTime").render(value))
            return found
        if kind in {"text", "code"}:
            return str(value)
        if isinstance(value, KeptText) or (kind == "integer" and not -(2**63) <= value < 2**63):
            self.keep(at, name, str(value))
            return None
        return float(value) if kind == "number" else value

    def _part(self, at: int, name: str, value: Any) -> Any:
        """Return what a column holds of a part of a calculation; a text that stands for another value is kept."""
        if isinstance(value, KeptText):
            self.keep(at, name, str(value))
            return None
        return value

    def is_heavy(self) -> bool:
        """Tell whether the rows hold much text, even when they are few."""
        if self.text < _MOST_TEXT:
            return False
        self.text = 0  # they are weighed again when as much has been read once more
        dense = (value for name, values in self.dense.items() if self.kinds[name] in _DENSE for value in values)
        runs = (value for runs in self.runs.values() for value in runs.values)
        kept = (one["text"] for texts in self.kept.values() for one in texts)
        return sum(len(str(value)) for value in chain(dense, runs, kept)) > _MOST_TEXT // 2

    def batch(self) -> pa.RecordBatch:
        """Return the rows as a record batch, and begin anew."""
        pa = arrow()
        arrays = {
            name: self._array(name, kind, self.schema.field(name).type)
            for name, kind in self.kinds.items()
            if kind != "kept"
        }
        kept = self.schema.field("kept").type  # last, since numbers that do not fit are kept too
        rows = [self.kept.get(at) for at in range(self.count)] if self.kept else None
        arrays["kept"] = pa.array(rows, kept) if rows is not None else pa.nulls(self.count, kept)
        self._clear()
        return pa.record_batch(list(arrays.values()), schema=self.schema)

    def _array(self, name: str, kind: Kind, type_: Any) -> Any:
        pa = arrow()
        runs = self.runs.get(name)
        if runs is not None:
            if all(value is None for value in runs.values):
                return pa.nulls(self.count, type_)
            return _coded(runs, type_) if kind == "code" else pa.array(runs.spread(), type_)
        values = self.dense[name]
        if kind == "value" and self.values != "text":
            return self._numbers(name, type_)
        if kind == "time":
            return pa.array(values, pa.int64()).cast(type_)
        if kind == "codes":
            flat = pa.array([text for texts in values for text in texts], pa.string())
            return pa.ListArray.from_arrays(pa.array(accumulate(map(len, values), initial=0), pa.int32()), flat)
        return pa.array(values, type_)

    def _numbers(self, name: str, type_: Any) -> Any:
        """Return values as numbers: all at once where their texts are plain, else one by one."""
        import pyarrow.compute as pc

        pa = arrow()
        texts = pa.array(self.dense[name], pa.string())
        if pc.all(pc.match_substring_regex(texts, _PLAIN)).as_py() in {True, None}:
            return pc.cast(texts, type_)
        return pa.array([self._number(at, name, text) for at, text in enumerate(self.dense[name])], type_)

    def _number(self, at: int, name: str, text: str | None) -> Decimal | float | None:
        if text is None:
            return None
        number = finite(text)
        if self.values == "float":
            found = float(number) if number is not None else math.nan
            if not math.isfinite(found):
                self.keep(at, name, text)
                return None
            return found
        exact = fitted(number) if number is not None else None
        if exact is None:
            self.keep(at, name, text)
        return exact


def _coded(runs: Runs, type_: Any) -> Any:
    """Return a dictionary-encoded array, without a step for each row."""
    pa = arrow()
    places = {text: place for place, text in enumerate(dict.fromkeys(runs.values)) if text is not None}
    places = {text: place for place, text in enumerate(places)}
    indices, nulls = array("i"), False
    for value, count in zip(runs.values, runs.counts, strict=True):
        place = places.get(value, -1)
        nulls = nulls or place < 0
        indices.extend(array("i", (place,)) * count)
    made = pa.Array.from_buffers(pa.int32(), len(indices), [None, pa.py_buffer(indices)])
    if nulls:
        import pyarrow.compute as pc

        made = pc.if_else(pc.less(made, 0), None, made)
    return pa.DictionaryArray.from_arrays(made, pa.array(list(places), pa.string()))


def fitted(number: Decimal) -> Decimal | None:
    """Return a number with as many places as a column of decimals has; None where it does not hold it exactly."""
    if not number:
        return Decimal(0)
    try:
        return number.quantize(_UNIT, context=_EXACTLY)
    except (Inexact, InvalidOperation):
        return None
