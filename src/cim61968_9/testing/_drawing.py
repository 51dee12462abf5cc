"""Plausible content: what makes samples, with Hypothesis in place of the dice, and more than a sample has."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from attrs import frozen
from hypothesis import strategies as st

from .._mixins import ControlOfType
from ..codes.end_device import EndDeviceControlCode, EndDeviceEventCode, listed
from ..codes.reading_quality import quality_entries
from ..codes.reading_type import ReadingTypeCode
from ..model import Element, Member
from ..sampling._draws import Draws, Identity
from ..sampling._making import _ONE, _POOLS, _SHARED, _TYPES, Maker, _chosen
from ..sampling._tables import outline, outlines
from ..sampling._types import kind_of_type
from ..xml.shape import resolve
from .codes import usual_reading_types

__all__ = ["Drawn", "DrawnMaker", "Size"]

E = TypeVar("E", bound=Element)
T = TypeVar("T")
_MOST_EXTRAS = 3
"""What an object has at most beside the minimum."""
_BUDGET = 40
"""What a message has at most beside the minimum: a message of everything is beyond what Hypothesis can shrink."""
_STEP = dt.timedelta(minutes=15)
_WITH_CONTENT = {(13, 112, 77), (20, 9, 82)}
"""Controls that are nothing without the text or price that they show."""
_ELECTRIC = ("electricitySecondaryMetered", "electricityPrimaryMetered")
_ALWAYS = {"IntervalBlock": ["IntervalReadings"], "IntervalReading": ["timeStamp", "value"]}
_LARGEST = 2**122 - 1


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
        for name, number in (("max_items", self.items), ("max_intervals", self.intervals), ("max_size", self.rest)):
            if number < 1:
                raise ValueError(f"{name} is {number}; expected 1 at least")


@cache
def _numbers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@cache
def _codes(pool: str) -> tuple[str, ...]:
    """Return the codes that fit where a pool of samples is used; all that the tables have, not a handful."""
    if pool in {"registers", "intervals"}:
        return usual_reading_types(intervals=pool == "intervals")
    if pool == "channels":
        return usual_reading_types(intervals=True) + usual_reading_types(intervals=False)
    if pool == "qualities":  # what says that a check has failed may contradict what says that it has not
        pairs = [pair for pair, one in quality_entries().items() if one.edition == "2" and pair[0] not in {5, 6}]
        return tuple(f"{system}.{first}.{second}" for first, second in pairs for system in (3, 1, 2))
    cls = EndDeviceEventCode if pool == "events" else EndDeviceControlCode
    found = [cls((3, *rest)) for rest, one in listed(cls.scheme).items() if one.edition == "2"]
    return tuple(str(code) for code in found if cls is EndDeviceEventCode or code.numbers[1:] not in _WITH_CONTENT)


class Drawn(Draws):
    """A source of what is drawn, which Hypothesis can make smaller."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._given: set[str] = set()
        super().__init__(0)

    def number(self, low: int, high: int) -> int:
        """Return a number, the bounds included."""
        return self._draw(_numbers(low, high)) if low < high else low

    def flag(self) -> bool:
        """Return one of both."""
        return bool(self.number(0, 1))

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of some things."""
        return options[self.number(0, len(options) - 1)]

    def text(self, templates: Sequence[str]) -> str:
        """Return one of some texts, with digits in place of ``#``."""
        template = self.one_of(templates)
        count = template.count("#")
        digits = iter(f"{self.number(0, 10**count - 1):0{count}}" if count else "")
        return "".join(next(digits) if one == "#" else one for one in template)

    def mrid(self) -> str:
        """Return a UUID that was not drawn before."""
        number = self.number(0, _LARGEST)
        while (found := str(uuid.UUID(int=number, version=4))) in self._given:
            number += 1
        self._given.add(found)
        return found

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """Return a few of some things, in their order."""
        count = self.number(0, min(most, len(options)))
        taken = {self.number(0, len(options) - 1) for _ in range(count)}
        return [options[index] for index in sorted(taken)]


class DrawnMaker(Maker):
    """Makes what a minimal sample has, and a few of the other members, which are not the same in any two messages."""

    def __init__(self, draws: Drawn, size: Size) -> None:
        super().__init__(draws, full=draws.flag())
        self.drawn = draws
        self.size = size
        self._left = _BUDGET
        self._referred: set[str] = set()
        self._starts: dict[tuple[str, ...], int] = {}

    def root(self, cls: type[E], name: str, count: int = 1) -> E:
        """Return the root of a payload; what its items refer to is defined in it, or no type is."""
        self._root = name
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
                self._listed = count if several else 1
                made[member.name] = self._member(cls, member, 0, self._listed)
        defining = self.drawn.flag() if self.size.defined is None else self.size.defined
        for member in later:
            if member.tag in _SHARED:
                if member.tag in self._referred:
                    made[member.name] = self._member(cls, member, 0)
            elif defining and self._used[member.tag]:
                target = resolve(cls, member.type)
                made[member.name] = [self._type(target, code) for code in self._used[member.tag]]
        return cls(**{one.name: made[one.name] for one in members if one.name in made})

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
        if not top:
            low, most = 1, self.size.rest
            if member.tag == "IntervalReadings":
                low, most = self.size.least, self.size.intervals
            count = self.drawn.number(max(member.low, low), max(member.low, low, most))
        wanted = max(count, member.low)
        wanted = wanted if member.high is None else min(wanted, member.high)
        return [self._value(cls, member, number, top=top) for number in range(wanted)]

    def _members(self, cls: type[Element], place: str, tag: str, index: int) -> Iterator[Member]:
        parts = outline("parts", f"{place}.{tag}", cls.__xml__.name)
        if parts is None:
            parts = ["Names"] if "Names" in cls.__xml__.elements else ["mRID"]
        turn = self.drawn.number(0, 3) if cls.__xml__.choices or cls.__xml__.name in outlines("alternatives") else 0
        members = _chosen(cls, turn)
        parts = [*parts, *self._parts(cls)]
        wanted = {one.name for one in members if one.low or one.tag in parts}
        wanted |= self._extras(cls, [one for one in members if one.name not in wanted])
        return (one for one in members if one.name in wanted)

    def _parts(self, cls: type[Element]) -> Sequence[str]:
        """Return what an object has beside what a minimal sample has."""
        if (name := cls.__xml__.name) in _SHARED:
            return ["mRID"]  # others refer to it
        if name == "MeterReading":
            return ["IntervalBlocks"] if self.size.least > 1 or self.drawn.flag() else []
        return _ALWAYS.get(name, ())

    def object(self, cls: type[E], place: str, tag: str, index: int) -> E:
        """Return an object; one that others refer to is itself only at the root."""
        if tag in _TYPES and kind_of_type(cls) is None and "Names" in cls.__xml__.elements:
            identity = Identity(
                "", self._code(tag, (tag,), index), "Code"
            )  # of a type that has no parts, for selection
            return cls(names=self._names(cls, cls.__xml__.elements["Names"], identity))  # type: ignore[call-arg]
        key = (cls.__xml__.name, 0)
        if key[0] not in _SHARED or place == self._root:
            return super().object(cls, place, tag, index)
        known = self._shared.pop(key, None)
        made = super().object(cls, place, tag, index)
        self._shared.pop(key, None)
        if known is not None:
            self._shared[key] = known
        return made

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

    def _code(self, kind: str, names: tuple[str, ...], index: int) -> str:
        """Return a code; those of several objects in a list follow each other, so that none comes twice."""
        pool = _codes(next(_POOLS[name] for name in names if name in _POOLS))
        if index == 0 or names not in self._starts:
            self._starts[names] = self.drawn.number(0, len(pool) - 1)
        return self._noted(kind, pool[(self._starts[names] + index) % len(pool)])

    def _fit(self, cls: type[Element], made: dict[str, Any], place: str, tag: str, index: int) -> None:
        if cls.__xml__.name == "IntervalBlock":
            self._spaced(made)
            if ReadingTypeCode.parse(made["reading_type"]).commodity.name not in _ELECTRIC:
                made.pop("pending_calculation", None)  # of transformers
        super()._fit(cls, made, place, tag, index)
        if issubclass(cls, ControlOfType):
            self._used["EndDeviceControlType"][made["end_device_control_type"]] = None

    def _spaced(self, made: dict[str, Any]) -> None:
        """Give the values of a block the times that its reading type says."""
        step = ReadingTypeCode.parse(made["reading_type"]).interval or _STEP
        start = self.drawn.midnight - self.drawn.number(0, 6) * dt.timedelta(days=1)
        for number, one in enumerate(made["interval_readings"], 1):
            one.time_stamp = start + number * step
            one.value = f"0.{self.drawn.number(0, 480):03}"
            if one.time_period is not None:
                one.time_period.start, one.time_period.end = one.time_stamp - step, one.time_stamp

    def _series(self, cls: type[Element], made: dict[str, Any]) -> None:
        """Let the period of a set span all of its values."""
        if (period := made.get("values_interval")) is None:
            return
        values = [one for block in made.get("interval_blocks", ()) for one in block.interval_readings]
        stamps = [one.time_stamp for one in (*values, *made.get("readings", ())) if one.time_stamp is not None]
        if stamps:
            period.start, period.end = min(stamps) - dt.timedelta(days=1), max(stamps)
