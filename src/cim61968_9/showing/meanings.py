"""What codes and odd values of a message mean, in a few words beside them."""

from __future__ import annotations

from itertools import islice
from typing import Any

from .._mixins import (
    ControlOfType,
    ControlTypeParts,
    ErrorOfCode,
    EventOfType,
    EventTypeParts,
    NameText,
    QualityOfType,
    QualityTypeParts,
    ReadingTypeFields,
    ReadingValue,
    TypedValues,
)
from ..codes.looking import reading_type_code
from ..codes.reading_type import ReadingTypeCode
from ..describing import reading_types_of
from ..errors import CodeError
from ..model import Element, OpenEnum
from ..xml.values import BeyondRange, InvalidText

__all__ = ["Types", "about", "code_of", "gist", "meaning", "name_of", "oddness", "types_of"]

Types = dict[str, ReadingTypeCode]
_MOST = 1000
_TYPES: dict[str, Any] = {
    "reading_quality_type": QualityOfType,
    "end_device_event_type": EventOfType,
    "end_device_control_type": ControlOfType,
}
_BEARERS = ("meter", "assets", "end_devices", "usage_point")
_PARTS = (ReadingTypeFields, EventTypeParts, ControlTypeParts, QualityTypeParts)


def types_of(payload: Element) -> Types:
    """Return the reading types that a payload explains, by each of their names; of very many the first."""
    return dict(islice(reading_types_of(payload), _MOST))


def code_of(reference: Any, types: Types) -> ReadingTypeCode | None:
    """Return the code of a reference to a reading type, which may be a name that the payload explains."""
    if not isinstance(reference, str):
        return None
    return types.get(reference) or reading_type_code(reference)


def meaning(subject: Any, member: str, types: Types, code: ReadingTypeCode | None) -> str:
    """Return what a code in a member of an object means; of a value, the unit of its reading type."""
    if member == "reading_type" and isinstance(subject, TypedValues):
        return code.describe() if code is not None else ""
    if member == "value" and isinstance(subject, ReadingValue):
        return code.unit.symbol if code is not None else ""
    if member == "code" and isinstance(subject, ErrorOfCode):
        return subject.meaning
    kind = _TYPES.get(member)
    if kind is not None and isinstance(subject, kind):
        found = subject.type_code
        return found.describe() if found is not None else ""
    return ""


def about(subject: Any) -> str:
    """Return what a definition of a type means, empty for any other object and for one that contradicts itself."""
    if not isinstance(subject, _PARTS):
        return ""
    try:
        code = subject.type_code
    except CodeError:
        return ""
    return code.describe() if code is not None else ""


def gist(subject: Any, code: ReadingTypeCode | None) -> str:
    """Return what an event, a control, an error or values are about, for where their members are not shown."""
    if isinstance(subject, EventOfType | ControlOfType):
        found = subject.type_code
        return found.describe() if found is not None else ""
    if isinstance(subject, ErrorOfCode):
        return f"{subject.code} {subject.meaning}".strip()
    return code.describe() if code is not None and isinstance(subject, TypedValues) else ""


def oddness(value: Any) -> str:
    """Return why a value is not what the schema asks for, empty when it is."""
    if isinstance(value, InvalidText):
        return "not a value of its type"
    if isinstance(value, BeyondRange):
        return "beyond the range of Python"
    if isinstance(value, OpenEnum) and not value.is_known:
        return "not in the list of the schema"
    return ""


def name_of(subject: Any) -> str:
    """Return what an object is called: its first name, that of its device or usage point, its mRID, else empty."""
    if text := _first_name(subject):
        return text
    for member in _BEARERS:
        bearer = getattr(subject, member, None)
        bearer = bearer[0] if isinstance(bearer, list) and bearer else bearer
        if isinstance(bearer, Element) and (text := _first_name(bearer) or _mrid(bearer)):
            return text
    return _mrid(subject) or (str(subject.name or "") if isinstance(subject, NameText) else "")


def _first_name(subject: Any) -> str:
    names = getattr(subject, "names", None)
    for name in names if isinstance(names, list) else ():
        if isinstance(text := getattr(name, "name", None), str) and text:
            return text
    return ""


def _mrid(subject: Any) -> str:
    mrid = getattr(subject, "mrid", None)
    return mrid if isinstance(mrid, str) else ""
