"""Event and control codes: kind of device, domain, subdomain, and what happened or is to be done.

>>> from cim61968_9.codes import EndDeviceControlCode, EndDeviceEventCode
>>> event = EndDeviceEventCode.parse("3.26.38.47")
>>> event.name, event.is_listed
('Power.Voltage.LossDetected', True)
>>> print(event.describe())
electricity meter: voltage missing
>>> EndDeviceControlCode.named("RCDSwitch.Disconnect", device="ElectricMeter")
EndDeviceControlCode('3.31.0.23')
>>> EndDeviceEventCode.find("tamper cover", limit=1)
[EndDeviceEventCode('*.12.29.212')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import field, frozen

from ..errors import CodeError
from . import _numbers
from ._tables import table
from .entries import CodeValue, Entry
from .remarks import Lenient, Remark

if TYPE_CHECKING:
    from .answers import Answer

__all__ = [
    "DeviceType",
    "Domain",
    "EndDeviceCode",
    "EndDeviceControlCode",
    "EndDeviceEventCode",
    "EventOrAction",
    "SubDomain",
]

_NAMES = ("type", "domain", "subDomain", "eventOrAction")
_ANY = -1


class DeviceType(CodeValue):
    """The kind of device that reports or obeys; 0 leaves it open."""

    _source = ("end_device", "type")
    __slots__ = ()


class Domain(CodeValue):
    """The subject of an event or control."""

    _source = ("end_device", "domain")
    __slots__ = ()


class SubDomain(CodeValue):
    """The narrower subject of an event or control."""

    _source = ("end_device", "subDomain")
    __slots__ = ()


class EventOrAction(CodeValue):
    """What happened, or what is to be done."""

    _source = ("end_device", "eventOrAction")
    __slots__ = ()


@cache
def listed(scheme: str) -> dict[tuple[int, ...], Entry]:
    """Return the published codes of a scheme, ``event`` or ``control``, by their last three numbers."""
    entries = [Entry.of(row) for row in table(f"{scheme}s", scheme)]
    return {tuple(map(int, str(entry.code).split(".")[1:])): entry for entry in entries}


def _checked(numbers: Iterable[int]) -> tuple[int, ...]:
    found = _numbers.checked(numbers, len(_NAMES), "code of an event or control", lowest=_ANY)
    if min(found[1:]) < 0:
        raise CodeError(f"only the kind of device is left open by {_ANY}, found {found}")
    return found


@frozen(order=True, repr=False)
class EndDeviceCode:
    """What event and control codes have in common; a star for the kind of device is -1 among the numbers."""

    numbers: tuple[int, ...] = field(converter=_checked)
    """The four numbers."""

    scheme: ClassVar[str] = ""

    parse: ClassVar[Callable[[str], Any]]
    """Return the code of a text, in which a star may stand for the kind of device; a text of another shape is a
    :class:`~cim61968_9.CodeError` that names the part."""

    @classmethod
    def _parsed(cls, text: str) -> Self:
        starred = isinstance(text, str) and text.startswith("*.")
        numbers = _numbers.parsed(f"0{text[1:]}" if starred else text, _NAMES, f"{cls.scheme} code")
        if min(numbers) < 0:
            raise CodeError(f"{text!r} is no {cls.scheme} code: a part is less than zero", field=_NAMES[0])
        return cls((_ANY, *numbers[1:]) if starred else numbers)

    @classmethod
    def parse_lenient(cls, text: str) -> Lenient[Self]:
        """Read a code that may have blanks, leading zeros, no kind of device, or too many parts, with remarks."""
        try:
            return Lenient(cls.parse(text))
        except CodeError:
            pass
        stripped = str(text).strip()
        starred = stripped.startswith("*.")
        shape = f"0{stripped[1:]}" if starred else text
        short = stripped.count(".") == 2 and not starred
        if short:
            shape = f"0.{stripped}"
        found = _numbers.lenient(shape, tuple, _NAMES, f"{cls.scheme} code")
        if found.code is None or min(found.code) < 0:
            return Lenient(None, found.remarks or (Remark("", f"{text!r} is no {cls.scheme} code"),))
        numbers = (_ANY, *found.code[1:]) if starred or short else found.code
        remarks = found.remarks
        if short:
            remarks = (Remark("type", "3 parts, expected 4: the kind of device taken as any"), *remarks)
        elif not remarks:
            remarks = (Remark("", f"{text!r} has blanks around it"),)
        return Lenient(cls(numbers), remarks)

    @classmethod
    def build(
        cls,
        *,
        device: int | str = "*",
        domain: int | str = 0,
        sub_domain: int | str = 0,
        event_or_action: int | str = 0,
    ) -> Self:
        """Make a code of numbers or names; without a kind of device it is for any.

        Raises:
            CodeError: A name is in no table.
        """
        kind = _ANY if device == "*" else DeviceType(device)
        return cls((kind, Domain(domain), SubDomain(sub_domain), EventOrAction(event_or_action)))

    @classmethod
    def named(cls, name: str, *, device: int | str = "*") -> Self:
        """Return the code of a CIM name: ``Power.Voltage.LossDetected``; ``none`` in the middle may be left out.

        Raises:
            CodeError: A part of the name is in no table.
        """
        parts = name.split(".")
        if len(parts) == 2:
            parts.insert(1, "none")
        if len(parts) != 3:
            raise CodeError(
                f"{name!r} is no name of a code; expected Domain.SubDomain.EventOrAction or Domain.EventOrAction"
            )
        return cls.build(device=device, domain=parts[0], sub_domain=parts[1], event_or_action=parts[2])

    @classmethod
    def find(cls, words: str, *, limit: int = 10) -> list[Self]:
        """Return the published codes that fit some words, best first."""
        from .searching import search

        return [cls.parse(hit.code) for hit in search(words, schemes=[cls.scheme], limit=limit)]

    @property
    def device_type(self) -> DeviceType | None:
        """The kind of device, None for a star."""
        return None if self.numbers[0] == _ANY else DeviceType(self.numbers[0])

    @property
    def is_any_device(self) -> bool:
        """Whether the kind of device is left open, by a star or by 0."""
        return self.numbers[0] in {_ANY, 0}

    @property
    def domain(self) -> Domain:
        """The subject."""
        return Domain(self.numbers[1])

    @property
    def sub_domain(self) -> SubDomain:
        """The narrower subject."""
        return SubDomain(self.numbers[2])

    @property
    def event_or_action(self) -> EventOrAction:
        """What happened, or what is to be done."""
        return EventOrAction(self.numbers[3])

    @property
    def entry(self) -> Entry | None:
        """What the published list says, whatever the kind of device; None when it has no such code."""
        return listed(self.scheme).get(self.numbers[1:])

    @property
    def is_listed(self) -> bool:
        """Whether the published list has the code, for whatever kind of device."""
        return self.entry is not None and self.entry.edition == "2"

    @property
    def name(self) -> str:
        """The CIM name, made of the names of the last three parts."""
        return ".".join(part.name for part in (self.domain, self.sub_domain, self.event_or_action))

    @property
    def gloss(self) -> str:
        """What the list says of it, else the words of its parts."""
        if self.entry is not None:
            return self.entry.gloss
        parts = [part for part in (self.domain, self.sub_domain) if part]
        return ", ".join(part.phrase for part in (*parts, self.event_or_action))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is unusual: numbers that no table has, combinations that no list has."""
        parts = zip(_NAMES, (self.device_type, self.domain, self.sub_domain, self.event_or_action), strict=True)
        found = [
            Remark(name, f"{int(part)} is in no table")
            for name, part in parts
            if part is not None and not part.is_known
        ]
        if not found and self.entry is None:
            found.append(Remark("", f"{self.name} is not in the published list of {self.scheme}s"))
        elif self.entry is not None and self.entry.edition != "2":
            found.append(Remark("", f"{self.name} is an addition of a deployment"))
        return tuple(found)

    def covers(self, other: EndDeviceCode) -> bool:
        """Tell whether the other code is this one, or is so for one of the devices that this one leaves open."""
        same = self.numbers[1:] == other.numbers[1:]
        return same and (self.is_any_device or self.numbers[0] == other.numbers[0])

    def for_device(self, device: int | str) -> Self:
        """Return the code for a kind of device, ``"*"`` for any."""
        return type(self)((_ANY if device == "*" else DeviceType(device), *self.numbers[1:]))

    def describe(self) -> str:
        """Return the kind of device and what the code says, in one line."""
        device = "any device" if self.device_type is None else self.device_type.phrase
        return f"{device}: {self.gloss}"

    def __str__(self) -> str:
        first, *rest = self.numbers
        return ".".join(["*" if first == _ANY else str(first), *map(str, rest)])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


@frozen(order=True, repr=False)
class EndDeviceEventCode(EndDeviceCode):
    """The code of an event: what a device reports."""

    scheme: ClassVar[str] = "event"
    parse: ClassVar[Callable[[str], EndDeviceEventCode]]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The controls that the event may be an answer to, with the outcome that it tells."""
        from .answers import controls_of

        return controls_of(self)


@frozen(order=True, repr=False)
class EndDeviceControlCode(EndDeviceCode):
    """The code of a control: what a device is ordered to do."""

    scheme: ClassVar[str] = "control"
    parse: ClassVar[Callable[[str], EndDeviceControlCode]]

    @property
    def answered_by(self) -> tuple[Answer, ...]:
        """The events that may answer the control, with the outcome that each tells."""
        from .answers import events_of

        return events_of(self)


EndDeviceEventCode.parse = _numbers.Seen(EndDeviceEventCode._parsed).__getitem__
EndDeviceControlCode.parse = _numbers.Seen(EndDeviceControlCode._parsed).__getitem__
