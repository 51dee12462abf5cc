"""Definitions of types from codes: reading types, qualities, events and controls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from .._mixins import ControlTypeParts, EventTypeParts, QualityTypeParts, ReadingTypeFields
from ..codes.reading_fields import FIELDS
from ..codes.reading_type import ReadingTypeCode
from ..model import Element
from ..xml.shape import resolve

__all__ = ["defined", "kind_of_type"]

E = TypeVar("E", bound=Element)
_KINDS: dict[type, str] = {
    ReadingTypeFields: "ReadingType",
    QualityTypeParts: "ReadingQualityType",
    EventTypeParts: "EndDeviceEventType",
    ControlTypeParts: "EndDeviceControlType",
}
_PARTS = {
    "ReadingQualityType": ("system_id", "category", "sub_category"),
    "EndDeviceEventType": ("type", "domain", "sub_domain", "event_or_action"),
    "EndDeviceControlType": ("type", "domain", "sub_domain", "event_or_action"),
}


def kind_of_type(cls: type[Element]) -> str | None:
    """Return which kind of code the objects of a class stand for, None when they are no types."""
    found = next((kind for mixin, kind in _KINDS.items() if issubclass(cls, mixin)), None)
    if found is None and "Names" in cls.__xml__.elements:  # the short forms have nothing but names
        found = next((kind for kind in ("ReadingType", *_PARTS) if kind in cls.__xml__.name), None)
    return found


def defined(cls: type[E], code: str, names: Sequence[Element], *, mrid: str | None) -> E:
    """Return an object that stands for a code; with an mRID it says all that the code says."""
    members: dict[str, Any] = {"names": list(names)}
    if mrid is not None:
        members["mrid"] = mrid
        parts = _PARTS.get(kind_of_type(cls) or "")
        if parts is not None:
            members |= dict(zip(parts, code.split("."), strict=True))
        else:
            members |= _reading_type(cls, ReadingTypeCode.parse(code))
    known = set(cls.__xml__.names)
    return cls(**{name: value for name, value in members.items() if name in known})


def _reading_type(cls: type[Element], code: ReadingTypeCode) -> dict[str, Any]:
    """Return all fields of a reading type, those that are zero as well."""
    found: dict[str, Any] = {}
    for one in FIELDS:
        if one.alone:
            number = code.numbers[one.index]
            found[one.name] = number if one.values is None else one.values(number).name
    for name, index in (("interharmonic", 7), ("argument", 9)):
        member = next((member for member in cls.__xml__.members if member.name == name), None)
        if member is not None:
            one_of = "0/0" if member.type == "@ref" else _fraction(resolve(cls, member.type), code.numbers[index:])
            found[name] = one_of
    return found


def _fraction(cls: Callable[..., Any], numbers: Sequence[int]) -> Any:
    return cls(numerator=numbers[0], denominator=numbers[1])
