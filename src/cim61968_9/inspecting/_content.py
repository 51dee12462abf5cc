"""What is in a payload, in numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen
from lxml import etree

from ..codes.looking import reading_quality_code, reading_type_code
from ..describing import Found, children_of
from ..model import Element
from ..nouns import registry
from ..xml.foreign import RawElement
from ..xml.writing import root_of

__all__ = ["Coded", "Content", "content_of", "content_of_tree"]

_PARTS = frozenset({"Name", "NameType", "NameTypeAuthority", "Status", "DateTimeInterval"})
"""Classes that say something of an object, and are no things by themselves."""


@frozen
class Coded:
    """How often a type is used, and what its code means."""

    code: str
    """The reference: a code, an mRID or a name; empty where there is none."""
    count: int
    meaning: str = ""
    """The code in words; empty where it is none, or not known."""
    unit: str = ""
    """The unit of values, with its prefix."""


@frozen(kw_only=True)
class Content:
    """One payload: its root, and how much of what there is in it.

    ``items`` are counts of objects by class, without their names and states; of a vocabulary that is not known, of
    elements by local name. ``start`` and ``end`` are those of the periods of values, else the first and the last time
    of events, else of intervals; a value of a moment counts with its time stamp. ``zones`` are their offsets from UTC.
    """

    root: str
    namespace: str = ""
    edition: str = ""
    confidence: str = ""
    operation: str = ""
    """The verb and number of the operation that it belongs to."""
    items: dict[str, int] = field(factory=dict)
    devices: int = 0
    """How many different meters there are."""
    names: str = ""
    """What the first of them are called."""
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    zones: tuple[str, ...] = ()
    reading_types: tuple[Coded, ...] = ()
    qualities: tuple[Coded, ...] = ()
    events: tuple[Coded, ...] = ()
    controls: tuple[Coded, ...] = ()


def content_of(item: Any, operation: str = "") -> Content:
    """Return what is in a payload."""
    if isinstance(item, RawElement):
        return content_of_tree(item.to_element(), operation)
    found, things = Found(item), list(_below(item))
    profile = registry.of_class(type(item))
    stamps = _stamps(found, things)
    start, end = _ends(stamps)
    return Content(
        root=root_of(type(item)) or item.__xml__.name,
        namespace=profile.namespace if profile is not None else "",
        edition=profile.edition if profile is not None else "",
        confidence=profile.confidence if profile is not None else "",
        operation=operation,
        items=dict(Counter(name for one in things if (name := one.__xml__.name) not in _PARTS)),
        devices=len(found.meters),
        names=str(found.meters) if found.meters else "",
        start=start,
        end=end,
        zones=tuple(dict.fromkeys(_zone(stamp) for stamp in stamps)),
        reading_types=tuple(_reading_type(found, *pair) for pair in found.numbers.items()),
        qualities=tuple(_coded(*pair, reading_quality_code(pair[0])) for pair in found.qualities.items()),
        events=tuple(_of_type(found.events, "end_device_event_type")),
        controls=tuple(_of_type(found.controls, "end_device_control_type")),
    )


def content_of_tree(root: etree._Element, operation: str = "") -> Content:
    """Return what can be said of a vocabulary that is not known."""
    name = etree.QName(root)
    items = Counter(etree.QName(one).localname for one in root.iterdescendants(etree.Element))
    return Content(root=name.localname, namespace=name.namespace or "", operation=operation, items=dict(items))


def _below(item: Any) -> Iterator[Element]:
    for child in children_of(item):
        yield child
        yield from _below(child)


def _stamps(found: Found, things: list[Any]) -> list[dt.datetime]:
    """Return the times that tell the period: of values, else of events, else of intervals."""
    times: list[Any] = [*found.stamps, *found.starts]
    times = times or [getattr(one, "created_date_time", None) for one in found.events]
    times = times or [
        stamp for one in things if one.__xml__.name == "DateTimeInterval" for stamp in (one.start, one.end)
    ]
    return [stamp for stamp in times if isinstance(stamp, dt.datetime)]


def _ends(stamps: list[dt.datetime]) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return the first and the last of the times that can be compared: those with a zone, else those without."""
    known = [stamp for stamp in stamps if stamp.tzinfo is not None] or stamps
    return (min(known), max(known)) if known else (None, None)


def _zone(stamp: dt.datetime) -> str:
    offset = stamp.utcoffset()
    if offset is None:
        return "no zone"
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def _coded(reference: str, count: int, code: Any) -> Coded:
    return Coded(reference, count, code.describe() if code is not None else "")


def _reading_type(found: Found, reference: str, count: int) -> Coded:
    code = found.types.get(reference) or reading_type_code(reference)
    return Coded(reference, count, code.describe(), code.unit.symbol) if code is not None else Coded(reference, count)


def _of_type(items: list[Any], member: str) -> Iterator[Coded]:
    """Yield the types of events or controls."""
    codes: dict[str, Any] = {}
    counts: Counter[str] = Counter()
    for item in items:
        reference = getattr(item, member) or ""
        counts[reference] += 1
        codes.setdefault(reference, item.type_code)
    for reference, count in counts.items():
        yield _coded(reference, count, codes[reference])
