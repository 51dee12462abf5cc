"""Identifiers of objects: by mRID, or by name with its type and authority.

In the envelope an object is named by an :class:`~cim61968_9.ID` element, inside a noun by ``mRID`` or ``Names``. The
functions here make the first, take it from objects of any noun, and turn it into objects of any noun:

>>> import cim61968_9 as cim
>>> meter = cim.by_name("NM-E-0041871", type="MeterNumber", authority="Northmoor Grid", object_type="Meter")
>>> meter.kind, meter.id_type
(IDKind.name_, 'MeterNumber')
>>> from cim61968_9.profiles.get_meter_readings import EndDevice
>>> cim.named(EndDevice, meter).names[0].name_type.name
'MeterNumber'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias, TypeVar

from attrs import evolve

from ._generated.message import ID, IDKind
from .model import Element
from .xml.shape import resolve

__all__ = [
    "Identifiable",
    "by_mrid",
    "by_name",
    "by_transaction",
    "identify",
    "identify_all",
    "identity_of",
    "is_uuid",
    "named",
]

T = TypeVar("T", bound=Element)
Identifiable: TypeAlias = "str | ID | Element"
"""What names an object: an ID; an object with ``mrid`` or ``names``; a text, which is an mRID when it is a UUID in hex
form, else a name."""

_UUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


def is_uuid(text: str) -> bool:
    """Tell whether a text is a UUID in hex form."""
    return _UUID.fullmatch(text) is not None


def by_mrid(mrid: str, *, object_type: str | None = None) -> ID:
    """Return an identifier that holds an mRID, of whatever form; ``object_type`` is a class such as ``"Meter"``."""
    return ID(value=_not_empty(mrid), kind=IDKind.uuid, object_type=object_type)


def by_name(name: str, *, type: str | None = None, authority: str | None = None, object_type: str | None = None) -> ID:  # noqa: A002
    """Return an identifier that holds a name; ``type`` and ``authority`` say what sort of name it is, and whose."""
    return ID(value=_not_empty(name), kind=IDKind.name_, id_type=type, id_authority=authority, object_type=object_type)


def by_transaction(message_id: str) -> ID:
    """Return an identifier of an earlier transaction, such as the MessageID of a request to be cancelled."""
    return ID(value=_not_empty(message_id), kind=IDKind.transaction)


def _not_empty(value: str) -> str:
    if not value.strip():
        raise ValueError("found an empty identifier; expected an mRID or a name")
    return value


def identify(thing: Identifiable, *, object_type: str | None = None) -> ID:
    """Return the identifier of a thing.

    A text is an mRID when it is a UUID in hex form, else a name; use :func:`by_mrid` for mRIDs of another form. Of an
    object the mRID counts, else its first name. The object type is the one given, else its class.

    Raises:
        ValueError: The object has neither mRID nor name.
        TypeError: It is no such thing.
    """
    if isinstance(thing, ID):
        return thing if object_type is None else evolve(thing, object_type=object_type)
    if isinstance(thing, str):
        if is_uuid(thing):
            return by_mrid(thing, object_type=object_type)
        return by_name(thing, object_type=object_type)
    if not isinstance(thing, Element) or not (hasattr(thing, "mrid") or hasattr(thing, "names")):
        raise TypeError(f"found {type(thing).__name__}, expected a text, an ID, or an object with mrid or names")
    found = identity_of(thing, object_type=object_type)
    if found is None:
        raise ValueError(f"found neither mRID nor name in {thing!r}; expected one of them")
    return found


def identity_of(thing: Any, *, object_type: str | None = None) -> ID | None:
    """Return the identifier that an object has, None where it has none: no mRID, and no name that says anything."""
    kind = object_type or type(thing).__name__
    if (mrid := getattr(thing, "mrid", None)) and mrid.strip():
        return by_mrid(mrid, object_type=kind)
    name = next((one for one in getattr(thing, "names", ()) if one.name and one.name.strip()), None)
    if name is None:
        return None
    name_type = name.name_type
    authority = name_type.name_type_authority if name_type is not None else None
    return by_name(
        name.name,
        type=(name_type.name or None) if name_type is not None else None,
        authority=authority.name if authority is not None else None,
        object_type=kind,
    )


def identify_all(things: Identifiable | Iterable[Identifiable], *, object_type: str | None = None) -> list[ID]:
    """Return the identifiers of one or several things."""
    several = [things] if isinstance(things, str | Element) else things
    return [identify(thing, object_type=object_type) for thing in several]


def named(cls: type[T], thing: Identifiable) -> T:
    """Return an object of a class that holds nothing but an identifier, as selections and links need it.

    Raises:
        TypeError: Objects of the class have no mRID or no names.
    """
    found = identify(thing)
    members = cls.__xml__.elements
    if found.kind != IDKind.name_:
        if "mRID" not in members:
            raise TypeError(f"{cls.__name__} has no mRID; expected a name, by_name({found.value!r})")
        return _made(cls, members["mRID"].name, found.value)
    if "Names" not in members:
        raise TypeError(f"{cls.__name__} has no Names; expected an mRID, by_mrid({found.value!r})")
    name_class = resolve(cls, members["Names"].type)
    type_class = resolve(name_class, name_class.__xml__.elements["NameType"].type)
    authority_class = resolve(type_class, type_class.__xml__.elements["NameTypeAuthority"].type)
    authority = authority_class(name=found.id_authority) if found.id_authority else None
    name_type = type_class(name=found.id_type or "", name_type_authority=authority)
    name = name_class(name=found.value, name_type=name_type if found.id_type or authority else None)
    return _made(cls, members["Names"].name, [name])


def _made(cls: type[T], name: str, value: Any) -> T:
    arguments: dict[str, Any] = {name: value}
    return cls(**arguments)
