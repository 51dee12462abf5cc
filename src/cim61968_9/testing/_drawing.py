"""Plausible content: what makes samples, with Hypothesis in place of the dice, and more than a sample has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from attrs import frozen

from .._mixins import ControlOfType
from ..codes.reading_type import ReadingTypeCode
from ..model import Element, Member, OpenEnum
from ..sampling._draws import Identity
from ..sampling._making import _METERED, _ONE, _POOLS, _SHARED, _TYPES, Maker, _chosen
from ..sampling._tables import outline, outlines
from ..sampling._types import kind_of_type
from ..showing.bounds import expect
from ..xml.shape import is_plain, resolve
from ._asked import Asked
from ._drawn import Drawn
from ._figures import ELECTRICITY, USUAL_COMMODITIES, Figures, meter_of
from ._pools import pool_of
from ._sets import Period, ReadingSet, comment_on, spanned

__all__ = ["Drawn", "DrawnMaker", "Size"]

E = TypeVar("E", bound=Element)
_MOST_EXTRAS = 3
"""What an object has at most beside the minimum."""
_BUDGET = 40
"""What a message has at most beside the minimum: a message of everything is beyond what Hypothesis can shrink."""
_OF_ANY_COMMODITY = {"GetMeterReadings", "MeterReadSchedule", "GetMeterReadSchedule"}
"""Roots whose meters and reading types are of one commodity; each item of MeterReadings has its own."""
_DAYS = 7
"""How far values and events reach back, where nothing else was asked for."""
_ALWAYS = {"IntervalBlock": ["IntervalReadings"], "IntervalReading": ["timeStamp", "value"]}
_IDENTITY = ["Names", "mRID"]


@frozen(kw_only=True)
class Size:
    """How large a message may get, and what it has in any case.

    ``least`` is the number of values that interval blocks have at least; more than 1, and there are blocks.
    ``defined`` tells whether types are defined where they are used; None leaves it open.
    """

    items: int
    intervals: int
    rest: int = 2
    least: int = 1
    defined: bool | None = None

    def __attrs_post_init__(self) -> None:
        expect(1, max_items=self.items, max_intervals=self.intervals, max_size=self.rest)


class DrawnMaker(Maker):
    """Makes what a minimal sample has, and a few of the other members, which are not the same in any two messages."""

    def __init__(self, draws: Drawn, size: Size, answers: Asked | None = None) -> None:
        super().__init__(draws, full=draws.flag())
        self.drawn = draws
        self.size = size
        self._asked = answers if answers is not None else Asked()
        self._commodity = self._asked.commodity or ELECTRICITY
        self._set: ReadingSet | None = None
        self._kinds = 1
        self._questions: dict[tuple[str, str], list[Any]] = {}
        self._codes: dict[str, list[str]] = {}
        self._asked_period: Period | None = None
        self._left = _BUDGET
        self._referred: set[str] = set()
        self._starts: dict[tuple[str, ...], int] = {}

    def root(self, cls: type[E], name: str, count: int = 1) -> E:
        """Return the root of a payload; what its items refer to is defined in it, or no type is."""
        self._root = name
        if name in _OF_ANY_COMMODITY and self._asked.commodity is None:
            self._commodity = self.drawn.one_of(USUAL_COMMODITIES)
        chosen = outline("roots", name) or [name.removeprefix("Get").removesuffix("Config")]
        made: dict[str, Any] = {}
        later: list[Member] = []
        members = _chosen(cls, 0)
        wanted = {one.name for one in members if one.low or one.tag in chosen}
        wanted |= self._extras(cls, [one for one in members if one.name not in wanted and one.tag not in _SHARED])
        for member in members:
            if member.tag in _SHARED and member.tag not in chosen:
                later.append(member)
            elif member.tag in _TYPES and member.tag not in chosen and not name.startswith("Get"):
                later.append(member)  # when it is known what is used
            elif member.name in wanted:
                several = member.tag in chosen and member.tag not in _ONE
                made[member.name] = self._member(cls, member, 0, count if several else 1)
        defining = self.drawn.flag() if self.size.defined is None else self.size.defined
        for member in later:
            if member.tag in _SHARED:
                if member.tag in self._referred:
                    made[member.name] = self._member(cls, member, 0)
            elif defining and self._used[member.tag]:
                target = resolve(cls, member.type)
                made[member.name] = [self._type(target, code) for code in self._used[member.tag]]
        return cls(**{one.name: made[one.name] for one in members if one.name in made})

    def question(self) -> Asked:
        """Return what the root asks for, which is that of a Get profile."""
        objects: dict[str, list[Identity]] = {}
        for (kind, _), identity in sorted(self._around.items(), key=lambda one: one[0]):
            objects.setdefault(kind, []).append(identity)
        if "Meter" in objects:
            objects.setdefault("EndDevice", objects["Meter"])  # meters may be asked for as either
        return Asked(
            objects=objects,
            codes=self._codes,
            values=self._questions,
            period=self._asked_period,
            commodity=self._commodity if self._root in _OF_ANY_COMMODITY else None,
        )

    @cached_property
    def _period_of_data(self) -> Period:
        return self._asked.period or (self.drawn.midnight(-_DAYS), self.drawn.now)

    @property
    def _asks(self) -> bool:
        return self._root.startswith("Get")

    def _begin(self) -> None:
        if not self._asks:  # a question is about the same objects throughout
            super()._begin()

    def alone(self, cls: type[E]) -> E:
        """Return an object that is no root."""
        return self.object(cls, "", cls.__xml__.name, 0)

    def _extras(self, cls: type[Element], members: list[Member]) -> set[str]:
        """Return the names of the members that are there although nothing asks for them."""
        taken = (
            {one.tag for one in self.drawn.some(members, min(_MOST_EXTRAS, self._left))} if self._left > 0 else set()
        )
        self._left -= len(taken)
        for tags in outlines("alternatives").get(cls.__xml__.name, ()):
            if taken & set(tags):
                taken |= set(tags)
        return {one.name for one in members if one.tag in taken}

    def _member(self, cls: type[Element], member: Member, index: int, count: int = 1) -> Any:
        top = cls.__xml__.name == self._root
        if not member.is_list:
            return self._value(cls, member, index, top=top)
        known = self._most(cls, member)
        if not top:
            low, most = 1, self.size.rest
            if member.tag == "IntervalReadings":
                low, most = self.size.least, self.size.intervals
            count = self.drawn.number(max(member.low, low), max(member.low, low, most))
        wanted = max(count, member.low)
        wanted = max(min(one for one in (wanted, member.high, known) if one is not None), member.low)
        return [self._value(cls, member, number, top=top) for number in range(wanted)]

    def _most(self, cls: type[Element], member: Member) -> int | None:
        """Return how many different ones there are of what was asked for, None where it was not."""
        if is_plain(cls, member) or member.type in {"@ref", "any"}:
            return None
        target = resolve(cls, member.type)
        if (kind := kind_of_type(target)) is not None:
            known: Sequence[Any] | None = self._asked.codes.get(kind)
        elif target.__xml__.name == "IntervalBlock":
            known = self._pool("intervals", "ReadingType") if "ReadingType" in self._asked.codes else None
        else:
            kind = "Meter" if target.__xml__.name == "MeterReading" else self._kind(target.__xml__.name, member.tag)
            known = self._asked.objects.get(kind)
        return len(known) if known else None

    def _value(self, cls: type[Element], member: Member, index: int, *, top: bool) -> Any:
        place = cls.__xml__.name, member.tag
        if place in self._asked.values and is_plain(cls, member):
            several = self._asked.values[place]
            return _as_asked(cls, member, several[index % len(several)])
        made = super()._value(cls, member, index, top=top)
        if self._asks and isinstance(made, str | OpenEnum | bool) and member.type != "@ref":
            self._questions.setdefault(place, []).append(made)
        return made

    def _members(self, cls: type[Element], place: str, tag: str, index: int) -> Iterator[Member]:
        parts = outline("parts", f"{place}.{tag}", cls.__xml__.name)
        if parts is None:
            parts = ["Names"] if "Names" in cls.__xml__.elements else ["mRID"]
        turn = self.drawn.number(0, 3) if cls.__xml__.choices or cls.__xml__.name in outlines("alternatives") else 0
        unasked = self._unasked(cls) if self._asked.codes else ()
        members = [one for one in _chosen(cls, turn) if one.tag not in unasked]
        parts = [*parts, *self._parts(cls)]
        if self._kind(cls.__xml__.name, tag) in self._asked.objects:
            parts += _IDENTITY
        wanted = {one.name for one in members if one.low or one.tag in parts}
        wanted |= self._extras(cls, [one for one in members if one.name not in wanted])
        return (one for one in members if one.name in wanted)

    def _parts(self, cls: type[Element]) -> Sequence[str]:
        """Return what an object has beside what a minimal sample has."""
        if (name := cls.__xml__.name) in _SHARED:
            return ["mRID"]  # others refer to it
        if name == "MeterReading":
            needed = self.size.least > 1 or (self._asked.codes and "Readings" in self._unasked(cls))
            return ["IntervalBlocks"] if needed or self.drawn.flag() else []
        return _ALWAYS.get(name, ())

    def _unasked(self, cls: type[Element]) -> set[str]:
        """Return the tags of what would be of other types than those that were asked for."""
        if issubclass(cls, ControlOfType) and "EndDeviceControlType" in self._asked.codes:
            return {one.tag for one in cls.__xml__.members if one.choice is not None}
        if "ReadingType" not in self._asked.codes:
            return set()
        if cls.__xml__.name == "IntervalBlock":
            return {"PendingCalculation"}
        pools = {"Readings": "registers", "IntervalBlocks": "intervals"} if cls.__xml__.name == "MeterReading" else {}
        return {tag for tag, pool in pools.items() if not self._pool(pool, "ReadingType")}

    def object(self, cls: type[E], place: str, tag: str, index: int) -> E:
        """Return an object; one that others refer to is itself only at the root."""
        if tag in _TYPES and kind_of_type(cls) is None and "Names" in cls.__xml__.elements:
            identity = Identity(
                "", self._code(tag, (tag,), index), "Code"
            )  # of a type that has no parts, for selection
            return cls(names=self._names(cls, cls.__xml__.elements["Names"], identity))  # type: ignore[call-arg]
        if cls.__xml__.name == "MeterReading" and not self._asks:
            return self._reading_set(cls, place, tag, index)
        key = (cls.__xml__.name, 0)
        if key[0] not in _SHARED or place == self._root:
            return super().object(cls, place, tag, index)
        known = self._shared.pop(key, None)
        made = super().object(cls, place, tag, index)
        self._shared.pop(key, None)
        if known is not None:
            self._shared[key] = known
        return made

    def _reading_set(self, cls: type[E], place: str, tag: str, index: int) -> E:
        if self._asked.commodity is None:
            self._commodity = self.drawn.one_of(USUAL_COMMODITIES)
        self._set = ReadingSet(self.drawn, self._period_of_data, self._commodity)
        self._kinds = self.drawn.number(1, self.size.rest)
        if "ReadingType" in self._asked.codes:
            self._kinds = min(self._kinds, len(self._pool("registers", "ReadingType")) or 1)
        try:
            return super().object(cls, place, tag, index)
        finally:
            self._set = None

    def _identity(self, kind: str, index: int) -> Identity:
        if known := self._asked.objects.get(kind):
            return known[(self._item if self._metered and kind in _METERED else index) % len(known)]
        return super()._identity(kind, index)

    def _new_identity(self, kind: str) -> Identity:
        return super()._new_identity(meter_of(self._commodity) if kind == "Meter" else kind)

    def _reference(self, cls: type[Element], member: Member, index: int) -> str:
        found = super()._reference(cls, member, index)
        self._referred |= {kind for kind in _SHARED if found and (kind, 0) in self._shared}
        return found

    def _names(self, cls: type[Element], member: Member, identity: Identity) -> list[Any]:
        kind = resolve(cls, member.type).__xml__.elements.get("NameType")
        full, self.full = self.full, self.full or (kind is not None and kind.low > 0)
        try:
            return super()._names(cls, member, identity)
        finally:
            self.full = full

    def _pool(self, name: str, kind: str) -> Sequence[str]:
        """Return the codes of a pool; where some were asked for, those of them that are in it."""
        pool = pool_of(name, self._commodity)
        asked = self._asked.codes.get(kind)
        if asked is None:
            return pool
        return [one for one in asked if one in pool] if kind == "ReadingType" else asked

    def _code(self, kind: str, names: tuple[str, ...], index: int) -> str:
        """Return a code; those of several objects in a list follow each other, so that none comes twice."""
        pool = self._pool(next(_POOLS[name] for name in names if name in _POOLS), kind)
        if index == 0 or names not in self._starts:
            self._starts[names] = self.drawn.number(0, len(pool) - 1)
        if self._set is not None and names[0] == "Reading.ReadingType":
            index %= self._kinds
        code = pool[(self._starts[names] + index) % len(pool)]
        if self._asks and len(names) == 1:
            self._codes.setdefault(kind, []).append(code)
        return self._noted(kind, code)

    def _period(self, made: dict[str, Any], place: str, tag: str) -> None:
        super()._period(made, place, tag)
        if self._asks:
            self._asked_period = made["start"], made["end"]
        elif (asked := self._asked.period) is not None:
            if place == "EndDeviceTiming.interval":
                start = asked[0] + self.drawn.number(0, 12) * (asked[1] - asked[0]) / 24
                made |= {"start": self.drawn.at(start), "end": self.drawn.at(start + dt.timedelta(hours=2))}
            elif self._root == "MeterReadSchedule":
                made["start"], made["end"] = asked

    def _fit(self, cls: type[Element], made: dict[str, Any], place: str, tag: str, index: int) -> None:
        name = cls.__xml__.name
        if name == "IntervalBlock":
            values = self._set or ReadingSet(self.drawn, self._period_of_data, self._commodity)
            values.block(made, self.size.intervals)
            if not self._commodity.startswith("electricity"):
                made.pop("pending_calculation", None)  # of transformers
        elif name == "EndDeviceEvent" and "created_date_time" in made:
            self._happened(made)
        elif name == "ReadingQuality" and made.get("comment") is not None:
            made["comment"] = comment_on(made["reading_quality_type"], made["comment"])
        if name != "Reading" or "value" not in made:
            super()._fit(cls, made, place, tag, index)
        elif self._set is None:
            code, stamp = ReadingTypeCode.parse(made["reading_type"]), self.drawn.midnight()
            made["value"] = Figures(self.drawn, self._commodity).registers([code], [stamp])[0]
            made["time_stamp"] = stamp
        if issubclass(cls, ControlOfType):
            self._used["EndDeviceControlType"][made["end_device_control_type"]] = None

    def _happened(self, made: dict[str, Any]) -> None:
        """Let an event happen within the period."""
        start, end = self._period_of_data
        seconds = (end - start) // dt.timedelta(seconds=1)
        made["created_date_time"] = self.drawn.at(end - dt.timedelta(seconds=self.drawn.number(1, seconds)))
        if (status := made.get("status")) is not None and status.date_time is not None:
            status.date_time = made["created_date_time"]

    def _series(self, cls: type[Element], made: dict[str, Any]) -> None:
        """Give single readings their values, and let the period of a set span all of its values."""
        readings = made.get("readings") or []
        if self._set is not None and readings:
            self._set.readings(readings, self._kinds)
        if (period := made.get("values_interval")) is None:
            return
        if (span := spanned(made.get("interval_blocks", ()), readings)) is not None:
            period.start, period.end = map(self.drawn.at, span)


def _as_asked(cls: type[Element], member: Member, value: Any) -> Any:
    """Return a value of a question in the type that a member of the answer has."""
    if member.type.startswith("xs:"):
        return value
    return resolve(cls, member.type)(str(value))
