"""What a request asks for, so that data answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from .._generated.message import ID
from ..identity import identity_of
from ..model import Element
from ..sampling._draws import Identity
from ..sampling._making import _METERS
from ..sampling._types import kind_of_type

__all__ = ["Asked", "named_in"]

T = TypeVar("T")


@frozen(kw_only=True)
class Asked:
    """Objects, types, values and the period of a request for data; what is empty restricts nothing."""

    objects: Mapping[str, Sequence[Identity]] = field(factory=dict)
    """By the kind of object."""
    codes: Mapping[str, Sequence[str]] = field(factory=dict)
    """By the kind of type."""
    values: Mapping[tuple[str, str], Sequence[Any]] = field(factory=dict)
    """By class and tag."""
    period: tuple[dt.datetime, dt.datetime] | None = None
    commodity: str | None = None

    def part(self, number: int, count: int) -> Asked:
        """Return one of so many parts: some of the objects, where there are enough, else a part of the period."""
        objects = {kind: _part(several, number, count) for kind, several in self.objects.items()}
        if any(len(several) >= count for several in self.objects.values()):
            values = {place: _part(several, number, count) for place, several in self.values.items()}
            return evolve(self, objects=objects, values=values)
        if self.period is None:
            return self
        length = (self.period[1] - self.period[0]) / count
        return evolve(self, period=(self.period[0] + number * length, self.period[0] + (number + 1) * length))


def _part(several: Sequence[T], number: int, count: int) -> Sequence[T]:
    return several[number::count] if len(several) >= count else several


def named_in(*parts: Any) -> list[ID]:
    """Return the identifiers of the objects that parts of a message name or bring, those outside first."""
    found: list[ID] = []
    for part in parts:
        if part is not None:
            found += getattr(part, "id", ())
            content = part.content if isinstance(part.content, list) else [part.content]
            for root in content:
                found += _identities(root) if isinstance(root, Element) else ()
    return found


def _identities(obj: Element) -> Iterator[ID]:
    inside = []
    for member in type(obj).__xml__.members:
        value = getattr(obj, member.name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Element) and kind_of_type(type(one)) is None and member.tag not in _NAMES:
                kind = "Meter" if member.tag in _METERS else type(one).__xml__.name
                if (found := identity_of(one, object_type=kind)) is not None:
                    yield found
                inside.append(one)
    for one in inside:
        yield from _identities(one)


_NAMES = {"Names", "NameType"}
