"""Readings from elements to columns, without objects: for batches in which everything is as plain as it mostly is.

The walk takes what it knows and counts it. At the end libxml2 counts all elements, attributes and texts of the batch;
if there is one that was not taken, or anything was missing, out of order or no value, nothing of the walk counts, and
the batch is read into objects, which tell what it is. So the walk needs no opinion on what is odd.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from lxml import etree

from ..nouns import PROFILES
from ..xml.batch import Batch
from ..xml.shape import resolve
from ..xml.text import SPACE
from .cutting import MARK, Run
from .leaves import Leaves, OddError
from .rows import Rows, Runs

__all__ = ["Walk"]

_MOST_SEQUENCES = 16
_NONE: tuple[str, ...] = ()
_NODES = etree.XPath("count(.//*)")
_ATTRIBUTES = etree.XPath("count(.//@*)")
_TEXTS = etree.XPath("count(.//text())")
_FULL_TEXTS = etree.XPath("count(.//text()[normalize-space()])")
_INTERVAL = {"reportedDateTime": 1, "source": 2, "timeStamp": 3, "value": 4, "ReadingQualities": 5, "timePeriod": 7}
_REGISTER = {"reason": 1, "ReadingType": 7, **{name: place + 1 for name, place in _INTERVAL.items()}}
"""Places of the children of a value, those of a register one further on."""
_TAGS = (
    "IntervalBlocks IntervalReadings Readings Meter UsagePoint valuesInterval mRID Names name NameType description"
    " NameTypeAuthority ReadingType ReadingQualityType comment source timeStamp start end value ReadingQualities"
)


class _Made:
    """The rows of a batch in the making: a list of what nearly every row has, runs of the rest, and the few others."""

    def __init__(self) -> None:
        self.stamps: list[Any] = []
        self.offsets: list[Any] = []
        self.values: list[Any] = []
        self.qualities: list[Any] = []
        self.runs: dict[str, Runs] = defaultdict(Runs)
        self.few: dict[str, dict[int, Any]] = {}
        self.cut = 0

    def set(self, name: str, value: Any) -> None:
        """Give the row that is being made a value that few have."""
        self.few.setdefault(name, {})[len(self.values)] = value


class Walk(Leaves):
    """Takes batches of MeterReadings; what one learns of tags and time stamps serves the next."""

    def __init__(self) -> None:
        super().__init__()
        self._sequences: dict[tuple[str, ...], tuple[list[Any], list[Any]]] = {}
        self._space: str | None = None
        self._cut: Sequence[Run] = ()
        self._found = 0
        reasons = resolve(PROFILES["MeterReadings"].cls, "ReadingReasonKind")
        self._reasons = {str(reason) for reason in reasons}

    def _learn(self, space: str) -> None:
        """Make the tags of a namespace."""
        self._space = space
        self._tags = {name: space + name for name in _TAGS.split()}
        self._interval = {space + name: place for name, place in _INTERVAL.items()}
        self._register = {space + name: place for name, place in _REGISTER.items()}

    def take(self, batch: Batch, rows: Rows, file: str, number: int, runs: Sequence[Run] = ()) -> bool:
        """Add the rows of a batch whose first item has a number; tell whether it was plain, else nothing was added.

        ``runs`` were cut out of the batch; each has to have its place in it.
        """
        if any(item.member.tag != "MeterReading" for item in batch.items):
            return False
        tag = batch.items[0].tag
        if tag[: -len("MeterReading")] != self._space:
            self._learn(tag[: -len("MeterReading")])
        self._nodes, self._attributes, self._texts = len(batch.held), 0, 0
        self._exact = batch.parsed.exact
        self._cut, self._found = runs, 0
        made = _Made()
        try:
            for place, item in enumerate(batch.items, number):
                if item.tag != tag:
                    return False
                self._item(item.element, made, place)
        except OddError:
            return False
        if self._found != len(runs) or not self._is_all(batch):
            return False
        count = len(made.values)
        rows.dense["time_stamp"] += made.stamps
        rows.dense["time_stamp_offset"] += made.offsets
        rows.dense["value"] += made.values
        rows.dense["qualities"] += made.qualities
        made.runs["file"].add(file, count)
        for name, column in rows.runs.items():
            if name in made.few:
                few = made.few[name]
                for row in range(count):
                    column.add(few.get(row))
            elif name in made.runs:
                found = made.runs[name]
                for value, times in zip(found.values, found.counts, strict=True):
                    column.add(value, times)
            else:
                column.add(None, count)
        rows.count += count
        rows.text += len(batch.parsed.data or b"") + made.cut
        return True

    def _is_all(self, batch: Batch) -> bool:
        """Tell whether all that is in a batch was taken."""
        texts = _FULL_TEXTS if self._exact else _TEXTS
        if self._nodes != _NODES(batch.root) or self._texts != texts(batch.root):
            return False
        # each attribute has a sign of equality, and counting those is much faster; where there are more, some are texts
        data = batch.parsed.data
        assert data is not None  # it was parsed from a text
        signs = data.count(b"=", batch.split.start)
        return bool(signs == self._attributes and not batch.held) or self._attributes == _ATTRIBUTES(batch.root)

    def _item(self, element: etree._Element, made: _Made, number: int) -> None:
        tags = self._tags
        self._nodes += 1
        meter: tuple[Any, ...] = (None, None, None)
        point: tuple[Any, ...] = (None, None, None)
        begin = len(made.values)
        at = blocks = 0
        for child in element[:]:
            tag = child.tag
            if tag == tags["IntervalBlocks"]:
                place = 1
                blocks += 1
                self._block(child, made, blocks)
            elif tag == tags["Meter"]:
                place = 3
                meter = self._named(child)
            elif tag == tags["Readings"]:
                place = 4
                type_ = self._reading(child, made, self._register)
                if type_ is None:
                    raise OddError
                made.runs["reading_type"].add(type_, 1)
                made.runs["kind"].add("register", 1)
                made.runs["block"].add(None, 1)
            elif tag == tags["UsagePoint"]:
                place = 6
                point = self._named(child)
            elif tag == tags["valuesInterval"]:
                place = 8
                self._period(child)
            else:
                raise OddError
            if at > place or (at == place and place not in {1, 4}):
                raise OddError
            at = place
        count = len(made.values) - begin
        made.runs["item"].add(number, count)
        for prefix, (mrid, name, kind) in (("meter", meter), ("usage_point", point)):
            made.runs[f"{prefix}_mrid"].add(mrid, count)
            made.runs[f"{prefix}_name"].add(name, count)
            made.runs[f"{prefix}_name_type"].add(kind, count)

    def _block(self, element: etree._Element, made: _Made, number: int) -> None:
        """Take a block; most values have a time stamp, a value, and a quality or none."""
        tags = self._tags
        reading_tag, stamp_tag, value_tag = tags["IntervalReadings"], tags["timeStamp"], tags["value"]
        quality_tag, quality_type = tags["ReadingQualities"], tags["ReadingQualityType"]
        stamps: list[str] = []
        values, qualities = made.values, made.qualities
        begin, usual, single = len(values), 0, 0
        exact = self._exact
        children = element[:]
        if not children or children[-1].tag != tags["ReadingType"]:
            raise OddError
        type_ = self._reference(children.pop())
        for child in children:
            if child.tag != reading_tag:
                raise OddError
            inside = child[:]
            count = len(inside)
            if 2 <= count <= 3 and inside[0].tag == stamp_tag and inside[1].tag == value_tag:
                value = inside[1].text
                if value is not None and (count == 2 or inside[2].tag == quality_tag):
                    if exact and not value.strip(SPACE):
                        raise OddError
                    if count == 2:
                        qualities.append(_NONE)
                    else:
                        below = inside[2][:]
                        if (
                            len(below) == 1
                            and below[0].tag == quality_type
                            and (ref := below[0].get("ref")) is not None
                        ):
                            single += 1
                            qualities.append((ref,))
                        else:
                            qualities.append((self._quality(inside[2]),))
                    stamps.append(inside[0].text or "")
                    values.append(value)
                    usual += 1
                    continue
            self._stamp(made, stamps)
            stamps = []
            if not count and self._cut and (mark := child.get(MARK)) is not None:
                self._run(made, mark)
            elif self._reading(child, made, self._interval) is not None:
                raise OddError
        self._stamp(made, stamps)
        self._nodes += 1 + 3 * usual + 2 * single
        self._attributes += single
        self._texts += 2 * usual
        count = len(values) - begin
        made.runs["reading_type"].add(type_, count)
        made.runs["kind"].add("interval", count)
        made.runs["block"].add(number, count)

    def _run(self, made: _Made, mark: str) -> None:
        """Take the values that were cut out where a mark stands: each run once, and in order."""
        if mark != str(self._found) or self._found >= len(self._cut):
            raise OddError
        run = self._cut[self._found]
        self._found += 1
        self._nodes += 1
        self._attributes += 1
        self._stamp(made, run.stamps)
        made.values += run.values
        made.cut += sum(map(len, run.values))
        made.qualities += run.qualities

    def _stamp(self, made: _Made, texts: Sequence[str]) -> None:
        """Add the time stamps of neighbours; one block after the other has the same."""
        if not texts:
            return
        key = tuple(texts)
        found = self._sequences.get(key)
        if found is None:
            instants = [self._stamps[text] for text in texts]
            found = [moment for moment, _ in instants], [offset for _, offset in instants]
            if len(self._sequences) >= _MOST_SEQUENCES:
                self._sequences.clear()
            self._sequences[key] = found
        made.stamps += found[0]
        made.offsets += found[1]

    def _reading(self, element: etree._Element, made: _Made, places: dict[str, int]) -> str | None:
        """Take a value of any form; returns the reading type that it has of its own."""
        many = 5 if places is self._interval else 6
        shift = many - 5
        stamp = value = type_ = None
        qualities: list[str] = []
        at = leaves = empty = 0
        for child in element[:]:
            place = places.get(child.tag, 0)  # type: ignore[arg-type]  # the tag of a comment is in no dict
            if place <= at and (place != at or place != many):
                raise OddError
            at = place
            place -= shift
            if place == 3:
                stamp = child.text or ""
                leaves += 1
            elif place == 4:
                value = child.text
                if value is None:
                    value = ""
                    empty += 1
                elif self._exact and not value.strip(SPACE):
                    raise OddError
                leaves += 1
            elif place == 5:
                qualities.append(self._quality(child))
            elif place == 2:
                made.set("source", self._text(child))
            elif place == 1:
                made.set("reported", self._stamps[child.text or ""][0])
                leaves += 1
            elif place == 7:
                start, end = self._period(child)
                made.set("period_start", start)
                made.set("period_end", end)
            elif place == 6:
                type_ = self._reference(child)
            elif (reason := child.text) in self._reasons:
                made.set("reason", reason)
                leaves += 1
            else:
                raise OddError
        self._nodes += 1 + leaves
        self._texts += leaves - empty
        moment, offset = self._stamps[stamp]
        made.stamps.append(moment)
        made.offsets.append(offset)
        made.values.append(value)
        made.qualities.append(qualities)
        return type_
