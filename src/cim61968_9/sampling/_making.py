"""Makes objects from the field tables of their classes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar, cast

from .._mixins import ControlOfType
from ..codes.reading_type import ReadingTypeCode
from ..model import Element, Member
from ..xml.foreign import RawElement
from ..xml.shape import is_plain, resolve
from ._draws import Draws, Identity
from ._leaves import leaf
from ._tables import outline, outlines, values
from ._types import defined, kind_of_type

__all__ = ["Maker"]

E = TypeVar("E", bound=Element)
_TYPES = ("ReadingType", "ReadingQualityType", "EndDeviceEventType", "EndDeviceControlType")
_SHARED = ("ComFunction", "ConnectDisconnectFunction", "SimpleEndDeviceFunction", "DemandResponseProgram")
_REFERENCES = {
    "ReadingTypes": "ReadingType",
    "ComFunctions": "ComFunction",
    "DemandResponsePrograms": "DemandResponseProgram",
}
"""References whose tag is not what they refer to."""
_POOLS = {
    "IntervalBlock.ReadingType": "intervals",
    "Reading.ReadingType": "registers",
    "ReadingType": "channels",
    "ReadingQualityType": "qualities",
    "EndDeviceEventType": "events",
    "EndDeviceControlType": "controls",
}
"""Where codes are drawn from, by the class and reference, else by the kind of type."""
_METERS = {"Assets", "EndDevices", "Meter"}
"""Tags of what is a meter in samples, whatever its class."""
_METERED = {"Meter", "UsagePoint"}
"""What is the same everywhere inside a MeterReading."""
_ONE = {*_TYPES, *_SHARED, "TimeSchedule"}
"""What a sample of several items has one of."""
_INTERVALS = 4


class Maker:
    """Makes the roots of payloads; what it makes belongs to one message."""

    def __init__(self, draws: Draws, *, full: bool) -> None:
        self.draws = draws
        self.full = full
        self._root = ""
        self._item = 0
        self._metered = False
        self._shared: dict[tuple[str, int], Identity] = {}
        self._around: dict[tuple[str, int], Identity] = {}
        self._used: dict[str, dict[str, None]] = {kind: {} for kind in _TYPES}

    def root(self, cls: type[E], name: str, count: int = 1) -> E:
        """Return the root of a payload, with as many items as are wanted in the lists that it is made for."""
        self._root = name
        chosen = outline("roots", name) or [name.removeprefix("Get").removesuffix("Config")]
        made: dict[str, Any] = {}
        later = []
        for member in _chosen(cls, 0):
            if member.tag in _TYPES and member.tag not in chosen and not name.startswith("Get"):
                later.append(member)  # when it is known what is used
            elif self.full or member.tag in chosen or member.low:
                several = member.tag in chosen and member.tag not in _ONE
                made[member.name] = self._member(cls, member, 0, count if several else 1)
        for member in later if self.full else ():
            target = resolve(cls, member.type)
            codes = list(self._used[member.tag]) or [self._code(member.tag, (member.tag,), 0)]
            made[member.name] = [self._type(target, code) for code in codes]
        return cls(**made)

    def _member(self, cls: type[Element], member: Member, index: int, count: int = 1) -> Any:
        """Return the value of a member; ``index`` says which of several objects it belongs to."""
        top = cls.__xml__.name == self._root
        if not member.is_list:
            return self._value(cls, member, index, top=top)
        wanted = max(count, member.low)
        if self.full and not is_plain(cls, member):
            wanted *= _alternatives(resolve(cls, member.type))
        wanted = wanted if member.high is None else min(wanted, member.high)
        return [self._value(cls, member, number, top=top) for number in range(wanted)]

    def _value(self, cls: type[Element], member: Member, index: int, *, top: bool) -> Any:
        if top:
            self._item = index
            self._begin()
        if member.type == "@ref":
            return self._reference(cls, member, index)
        if member.type == "any":
            return RawElement('<note xmlns="urn:northmoor:extra">sample</note>')
        if is_plain(cls, member):
            return leaf(cls, member, self.draws)
        return self.object(resolve(cls, member.type), cls.__xml__.name, member.tag, index)

    def _begin(self) -> None:
        """Forget the objects of the item before: each at the root is about objects of its own."""
        self._around.clear()

    def _reference(self, cls: type[Element], member: Member, index: int) -> str:
        target = _REFERENCES.get(member.tag, member.tag)
        if target in _SHARED:
            return self._identity(target, index).mrid
        if cls.__xml__.name == "PendingCalculation":
            return ""  # that of the block decides
        if target in _TYPES:
            return self._code(target, (f"{cls.__xml__.name}.{member.tag}", target), index)
        return cast("str", leaf(cls, member, self.draws))

    def _code(self, kind: str, names: tuple[str, ...], index: int) -> str:
        pool = next(_POOLS[name] for name in names if name in _POOLS)
        return self._noted(kind, self.draws.in_turn(values("codes", pool), index))

    def _noted(self, kind: str, code: str) -> str:
        self._used[kind][code] = None
        return code

    def _identity(self, kind: str, index: int) -> Identity:
        if self._metered and kind in _METERED:
            index = self._item
        known, key = (self._shared, (kind, 0)) if kind in _SHARED else (self._around, (kind, index))
        if key not in known:
            known[key] = self._new_identity(kind)
        return known[key]

    def _new_identity(self, kind: str) -> Identity:
        return self.draws.identity(kind)

    def object(self, cls: type[E], place: str, tag: str, index: int) -> E:
        """Return an object, as it stands under a tag in an object of another class."""
        name = cls.__xml__.name
        if (kind := kind_of_type(cls)) is not None:
            return self._type(cls, self._code(kind, (kind,), index))
        made: dict[str, Any] = {}
        kind = self._kind(name, tag)
        metered, self._metered = self._metered, self._metered or name == "MeterReading"
        for member in self._members(cls, place, tag, index):
            if member.tag == "mRID":
                made[member.name] = self._identity(kind, index).mrid
            elif member.tag == "Names" and member.type != "@ref":
                made[member.name] = self._names(cls, member, self._identity(kind, index))
            else:
                made[member.name] = self._member(cls, member, index)
        self._fit(cls, made, f"{place}.{tag}", tag, index)
        self._metered = metered
        return cls(**made)

    def _kind(self, name: str, tag: str) -> str:
        """Return what the object of a class is called after, where it stands under a tag."""
        asked = self._root.startswith("Get") and tag == "EndDevice"
        return "OldMeter" if tag == "OldMeter" else "Meter" if tag in _METERS or asked else name

    def _members(self, cls: type[Element], place: str, tag: str, index: int) -> Iterator[Member]:
        """Yield the members that an object is to have."""
        name = cls.__xml__.name
        parts = outline("parts", f"{place}.{tag}", name)
        if parts is None:
            parts = ["Names"] if "Names" in cls.__xml__.elements else ["mRID"]
        for member in _chosen(cls, index):
            if self.full or member.low or member.tag in parts:
                yield member

    def _type(self, cls: type[E], code: str) -> E:
        names = self._names(cls, cls.__xml__.elements["Names"], Identity("", code, "Code"))
        return defined(cls, code, names, mrid=self.draws.mrid() if self.full else None)

    def _names(self, cls: type[Element], member: Member, identity: Identity) -> list[Any]:
        """Return the one name of an object; a full one says what kind of name it is, and whose."""
        name_class = resolve(cls, member.type)
        if not self.full or "NameType" not in name_class.__xml__.elements:
            return [name_class(name=identity.name)]
        type_class = resolve(name_class, name_class.__xml__.elements["NameType"].type)
        kind = type_class(name=identity.kind_of_name)
        for member_of_kind in type_class.__xml__.members:
            if member_of_kind.tag == "description":
                kind.description = leaf(type_class, member_of_kind, self.draws)
            elif member_of_kind.tag == "NameTypeAuthority":
                authority_class = resolve(type_class, member_of_kind.type)
                kind.name_type_authority = authority_class(name="Northmoor Grid", description=kind.description)
        return [name_class(name=identity.name, name_type=kind)]

    def _fit(self, cls: type[Element], made: dict[str, Any], place: str, tag: str, index: int) -> None:
        """Make the members of an object agree with each other."""
        name = cls.__xml__.name
        if name == "DateTimeInterval":
            self._period(made, place, tag)
        elif name == "IntervalBlock" and made.get("pending_calculation") is not None:
            primary = ReadingTypeCode.parse(made["reading_type"]).replace(commodity="electricityPrimaryMetered")
            made["pending_calculation"].reading_type = self._noted("ReadingType", str(primary))
        elif name == "MeterReading":
            self._series(cls, made)
        elif issubclass(cls, ControlOfType):
            part = next((one.tag for one in cls.__xml__.members if one.choice is not None and one.name in made), None)
            if part is not None:
                self._used["EndDeviceControlType"].pop(made["end_device_control_type"], None)
                made["end_device_control_type"] = self._noted(
                    "EndDeviceControlType", self.draws.one_of(values("codes", part))
                )
        elif name == "Reading" and "value" in made:
            made |= {"value": f"{18_000 + self.draws.number(0, 9_000)}.{self.draws.number(0, 9)}"}
            made["time_stamp"] = self.draws.midnight()

    def _period(self, made: dict[str, Any], place: str, tag: str) -> None:
        bounds = values("periods", f"{self._root}.{tag}", place)
        day = self.draws.midnight(-1), self.draws.midnight()
        start, end = day if bounds is None else (self.draws.minutes(bounds[0]), self.draws.minutes(bounds[1]))
        made |= {name: value for name, value in (("start", start), ("end", end)) if name in made}

    def _series(self, cls: type[Element], made: dict[str, Any]) -> None:
        """Give the interval blocks of a set regular time stamps, and the set the period that they all lie in."""
        last = midnight = self.draws.midnight()
        for block in made.get("interval_blocks", ()):
            step = ReadingTypeCode.parse(block.reading_type).interval or dt.timedelta(minutes=15)
            readings = block.interval_readings
            target = type(readings[0]) if readings else None
            while target is not None and len(readings) < _INTERVALS:
                readings.append(target())
            for number, one in enumerate(readings, 1):
                one.time_stamp = midnight + number * step
                one.value = f"0.{self.draws.number(10, 480):03}"
                if one.time_period is not None:
                    one.time_period.start, one.time_period.end = one.time_stamp - step, one.time_stamp
                last = max(last, one.time_stamp)
        if made.get("values_interval") is not None:
            made["values_interval"].end = last


def _groups(cls: type[Element]) -> list[list[list[str]]]:
    """Return the alternatives among the members of a class, each as the tags that go together."""
    found = [[[member.tag] for member in group] for group in cls.__xml__.choices]
    more = outlines("alternatives").get(cls.__xml__.name)
    return [*found, more] if more else found


def _chosen(cls: type[Element], index: int) -> list[Member]:
    """Return the members of a class without the alternatives that are not the turn of this object."""
    left_out = {
        tag
        for group in _groups(cls)
        for number, tags in enumerate(group)
        if number != index % len(group)
        for tag in tags
    }
    return [member for member in cls.__xml__.members if member.tag not in left_out]


def _alternatives(cls: type[Element]) -> int:
    """Return how many objects of a class it takes to show all alternatives in it, and in the objects inside."""
    members = [one for one in cls.__xml__.members if not one.is_list and one.type != "any" and not is_plain(cls, one)]
    inside = [_alternatives(resolve(cls, member.type)) for member in members]
    return max([len(group) for group in _groups(cls)] + inside, default=1)
