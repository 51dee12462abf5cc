"""Messages in a few lines that an operator understands.

>>> import cim61968_9 as cim
>>> print(cim.describe(cim.read("examples/data/disconnect-request.xml")))
create EndDeviceControls from Northmoor-CIS at 2026-01-14 14:02:11.512000+00:00; \
correlation f863099a-82c0-5442-abf1-b6bdbaeb8963
1 control:
  1 x electricity meter: open the service switch: supply off (3.31.0.23): NM-E-0041902
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ._mixins import ControlOfType, EventOfType, QualityOfType, ReadingTypeFields, ReadingValue, TypedValues
from .codes.looking import reading_quality_code, reading_type_code
from .codes.reading_type import ReadingTypeCode
from .errors import CodeError
from .model import Element
from .outcomes import outcome

__all__ = ["describe"]

_SHOWN = 5


def describe(message: Any) -> str:
    """Return what a message, or a payload by itself, says: who to whom, how much, of what, and what went wrong.

    References to reading types that are no codes are looked up among the reading types of the same payload.

    Raises:
        TypeError: It is neither a message nor a payload.
    """
    if not isinstance(message, Element):
        raise TypeError(f"found {type(message).__name__}, expected a message or a payload, as cim.read returns it")
    is_message = any(name in message.__xml__.names for name in ("header", "reply"))
    return "\n".join(_message(message) if is_message else _payload(message))


def _message(message: Any) -> Iterator[str]:
    header = getattr(message, "header", None)
    if header is None:
        yield type(message).__name__
    else:
        source = f" from {header.source}" if header.source else ""
        at = f" at {header.timestamp}" if header.timestamp is not None else ""
        answers = f"; correlation {header.correlation_id}" if header.correlation_id else ""
        yield f"{header.verb} {header.noun}{source}{at}{answers}"
    if getattr(message, "reply", None) is not None:
        yield from str(outcome(message)).splitlines()
    request = getattr(message, "request", None)
    payload = getattr(message, "payload", None)
    for part in (*getattr(request, "content", ()), *getattr(payload, "content", ())):
        yield from _payload(part)
    if payload is not None and payload.operation_set is not None:
        yield from _operations(payload.operation_set)
    if payload is not None and payload.compressed:
        yield "a compressed payload; cim.expand(message) opens it"


def _operations(operations: Any) -> Iterator[str]:
    yield _count(len(operations.operation), "operation") + (
        ", all or nothing:" if operations.enforce_transactional_integrity else ":"
    )
    for one in operations.operation:
        yield f"  {one.operation_id}: {one.verb} {one.noun}"
        if isinstance(one.content, Element):
            yield from (f"    {line}" for line in _payload(one.content))


def _payload(payload: Any) -> Iterator[str]:
    if not isinstance(payload, Element):
        yield f"an unknown payload: {getattr(payload, 'name', type(payload).__name__)}"
        return
    found = _Found(payload)
    yield from found.values()
    yield from found.coded("event", "end_device_event_type", found.events)
    yield from found.coded("control", "end_device_control_type", found.controls)
    if not found.anything:
        counts = {name: getattr(payload, name) for name in payload.__xml__.names}
        parts = [f"{len(value)} x {name}" for name, value in counts.items() if isinstance(value, list) and value]
        yield f"{payload.__xml__.name}: {', '.join(parts) or 'empty'}"


class _Found:
    """What is in a payload: values by the reference of their reading type, qualities, events and controls."""

    def __init__(self, payload: Any) -> None:
        self.types = dict(_types(payload))
        self.meters: dict[str, None] = {}
        self.numbers: Counter[str] = Counter()
        self.qualities: Counter[str] = Counter()
        self.events: list[Any] = []
        self.controls: list[Any] = []
        self.stamps: list[Any] = []
        self._collect(payload, "")

    @property
    def anything(self) -> bool:
        """Whether there is anything that has lines of its own."""
        return bool(self.numbers or self.events or self.controls)

    def _collect(self, item: Any, reference: str) -> None:
        if isinstance(item, TypedValues):
            reference = item.reading_type or ""
        if isinstance(item, ReadingValue):
            self.numbers[reference] += 1
            self.stamps.append(getattr(item, "time_stamp", None))
        elif isinstance(item, QualityOfType):
            self.qualities[item.reading_quality_type or ""] += 1
        elif isinstance(item, EventOfType):
            self.events.append(item)
        elif isinstance(item, ControlOfType):
            self.controls.append(item)
        if (meter := getattr(item, "meter", None)) is not None and isinstance(meter, Element):
            self.meters[_name(meter)] = None
        for child in _children(item):
            self._collect(child, reference)

    def values(self) -> Iterator[str]:
        """Yield how many values of how many meters, and of what."""
        if not self.numbers:
            return
        meters = f" of {_count(len(self.meters), 'meter')}: {_some(self.meters)}" if self.meters else ""
        yield f"{_count(sum(self.numbers.values()), 'value')}{meters}"
        for reference, number in self.numbers.items():
            code = self.types.get(reference) or reading_type_code(reference)
            words = code.describe() if code is not None else "reading type not explained here"
            yield f"  {number} x {words} ({reference or 'no reading type'})"
        for reference, number in self.qualities.items():
            quality = reading_quality_code(reference)
            words = quality.describe() if quality is not None else "not explained here"
            yield f"  {number} x quality {words} ({reference or 'no type'})"
        yield from _period(self.stamps)

    def coded(self, word: str, member: str, items: list[Any]) -> Iterator[str]:
        """Yield events or controls, those of one type in a line."""
        if not items:
            return
        yield f"{_count(len(items), word)}:"
        groups: dict[str, list[str]] = defaultdict(list)
        codes: dict[str, Any] = {}
        for item in items:
            reference = getattr(item, member) or ""
            groups[reference] += _devices(item)
            codes.setdefault(reference, item.type_code)
        numbers = Counter(getattr(item, member) or "" for item in items)
        for reference, number in numbers.items():
            code = codes[reference]
            words = code.describe() if code is not None else "type not explained here"
            names = list(dict.fromkeys(groups[reference]))
            yield f"  {number} x {words} ({reference or 'no type'})" + (f": {_some(names)}" if names else "")
        yield from _period(getattr(item, "created_date_time", None) for item in items)


def _period(stamps: Iterable[Any]) -> Iterator[str]:
    """Yield from when to when, as far as the times can be compared."""
    known = [stamp for stamp in stamps if isinstance(stamp, dt.datetime) and stamp.tzinfo is not None]
    if known:
        first, last = min(known), max(known)
        yield f"  at {first}" if first == last else f"  from {first} to {last}"


def _types(payload: Any) -> Iterator[tuple[str, ReadingTypeCode]]:
    """Yield the reading types at the root of a payload by each of their names and their mRID."""
    kinds = getattr(payload, "reading_type", None)
    for kind in kinds if isinstance(kinds, list) else ():
        if not isinstance(kind, ReadingTypeFields):
            continue
        try:
            code = kind.type_code
        except CodeError:
            continue
        names = [name.name for name in getattr(kind, "names", ())]
        for reference in (getattr(kind, "mrid", None), *names):
            if reference and code is not None:
                yield reference, code


def _children(item: Any) -> Iterator[Element]:
    for name in item.__xml__.names:
        value = getattr(item, name)
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, Element):
                yield child


def _devices(item: Any) -> list[str]:
    devices = getattr(item, "end_devices", None) or getattr(item, "assets", None) or []
    return [_name(device) for device in (devices if isinstance(devices, list) else [devices])]


def _name(item: Any) -> str:
    names = getattr(item, "names", None) or ()
    first = next((name.name for name in names if getattr(name, "name", None)), None)
    return first or getattr(item, "mrid", None) or "(no name)"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(listed[:_SHOWN]) + more
