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
from copy import copy
from itertools import islice
from typing import Any

from attrs import evolve

from ._generated.message import Result
from ._mixins import ControlOfType, EventOfType, QualityOfType, ReadingTypeFields, ReadingValue, TypedValues
from .codes.looking import reading_quality_code, reading_type_code
from .codes.reading_type import ReadingTypeCode
from .errors import CodeError
from .model import Element
from .outcomes import ReportedError, outcome
from .validation.rules._series import step_of

__all__ = ["Found", "children_of", "counted", "describe", "plain_error", "reading_types_of", "told"]

_SHOWN = 5
_LINES = 10
_LETTERS = 80
_INTERVAL = "IntervalReading"


def describe(message: Element) -> str:
    """Return what a message, or a payload by itself, says: who to whom, how much, of what, and what went wrong.

    References to reading types that are no codes are looked up among the reading types of the same payload. Texts of
    the message are in one line each, and are cut after 80 characters; of many types, errors or operations the first ten
    are told.

    Raises:
        TypeError: It is neither a message nor a payload.
    """
    if not isinstance(message, Element):
        raise TypeError(
            f"found {type(message).__name__}, expected a message or a payload, as cim.read returns it"
            f"{'; cim.codes describes codes' if isinstance(message, str) else ''}"
        )
    is_message = any(name in message.__xml__.names for name in ("header", "reply"))
    return "\n".join(_message(message) if is_message else _payload(message))


def _message(message: Any) -> Iterator[str]:
    header = getattr(message, "header", None)
    if header is None:
        yield type(message).__name__
    else:
        source = f" from {told(header.source)}" if header.source else ""
        at = f" at {header.timestamp}" if header.timestamp is not None else ""
        answers = f"; correlation {told(header.correlation_id)}" if header.correlation_id else ""
        yield f"{told(header.verb)} {told(header.noun)}{source}{at}{answers}"
    if getattr(message, "reply", None) is not None:
        yield from _outcome(message)
    request = getattr(message, "request", None)
    payload = getattr(message, "payload", None)
    parts = [*getattr(request, "content", ()), *getattr(payload, "content", ())]
    for part in parts[:_LINES]:
        yield from _payload(part)
    yield from _rest(len(parts), "payload", indent="")
    if payload is not None and payload.operation_set is not None:
        yield from _operations(payload.operation_set)
    if payload is not None and payload.compressed:
        yield "a compressed payload; cim.expand(message) opens it"


def _outcome(message: Any) -> Iterator[str]:
    """Yield what a reply says, with each text of the sender in one line."""
    found = outcome(message)
    yield " ".join(str(evolve(found, result=Result(told(found.result)), errors=())).split())
    for error in found.errors[:_LINES]:
        yield from (f"  {line}" for line in str(plain_error(error)).splitlines())
    yield from _rest(len(found.errors), "error")


def plain_error(found: ReportedError) -> ReportedError:
    """Return an error of a reply with texts that are fit for one line."""
    return evolve(
        found,
        error=_plain(found.error, "reason", "details"),
        code=evolve(found.code, code=told(found.code.code)),
        level=told(found.level),
        object=_plain(found.object, "value", "id_type", "id_authority", "object_type"),
        related=_plain(found.related, "value", "id_type", "id_authority", "object_type"),
    )


def _plain(item: Any, *members: str) -> Any:
    """Return a copy of an element in which some texts are in one line and short."""
    made = copy(item)
    for name in members if item is not None else ():
        if (text := getattr(item, name)) is not None:
            setattr(made, name, told(text))
    return made


def _operations(operations: Any) -> Iterator[str]:
    yield counted(len(operations.operation), "operation") + (
        ", all or nothing:" if operations.enforce_transactional_integrity else ":"
    )
    for one in operations.operation[:_LINES]:
        yield f"  {one.operation_id}: {told(one.verb)} {told(one.noun)}"
        if isinstance(one.content, Element):
            yield from (f"    {line}" for line in _payload(one.content))
    yield from _rest(len(operations.operation), "operation")


def _payload(payload: Any) -> Iterator[str]:
    if not isinstance(payload, Element):
        yield f"an unknown payload: {told(getattr(payload, 'name', type(payload).__name__))}"
        return
    found = Found(payload)
    yield from found.values()
    yield from found.coded("event", "end_device_event_type", found.events)
    yield from found.coded("control", "end_device_control_type", found.controls)
    if not found.anything:
        counts = {name: getattr(payload, name) for name in payload.__xml__.names}
        parts = [f"{len(value)} x {name}" for name, value in counts.items() if isinstance(value, list) and value]
        yield f"{payload.__xml__.name}: {', '.join(parts) or 'empty'}"


class Found:
    """What is in a payload: values by the reference of their reading type, qualities, events and controls."""

    def __init__(self, payload: Any) -> None:
        self.types = dict(reading_types_of(payload))
        self.meters = _Devices()
        self.numbers: Counter[str] = Counter()
        self.qualities: Counter[str] = Counter()
        self.events: list[Any] = []
        self.controls: list[Any] = []
        self.stamps: list[Any] = []
        self.starts: list[dt.datetime] = []
        """When periods of values begin; the time stamp of a value is the end of its period."""
        self._lengths: dict[str, dt.timedelta | None] = {}
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
            self.stamps.append(stamp := getattr(item, "time_stamp", None))
            if isinstance(stamp, dt.datetime) and (start := self._start(item, stamp, reference)) is not None:
                self.starts.append(start)
        elif isinstance(item, QualityOfType):
            self.qualities[item.reading_quality_type or ""] += 1
        elif isinstance(item, EventOfType):
            self.events.append(item)
        elif isinstance(item, ControlOfType):
            self.controls.append(item)
        if (meter := getattr(item, "meter", None)) is not None and isinstance(meter, Element):
            self.meters.add(meter)
        for child in children_of(item):
            self._collect(child, reference)

    def _start(self, reading: Any, end: dt.datetime, reference: str) -> dt.datetime | None:
        """Return when the period of a value begins: as it says itself, else as its reading type does."""
        start = getattr(getattr(reading, "time_period", None), "start", None)
        if isinstance(start, dt.datetime):
            return start if (start.tzinfo is None) == (end.tzinfo is None) and start <= end else None
        if reading.__xml__.name != _INTERVAL or (length := self._length(reference)) is None:
            return None
        try:
            return end - length
        except OverflowError:
            return None

    def _length(self, reference: str) -> dt.timedelta | None:
        if reference not in self._lengths:
            code = self.types.get(reference)
            step = step_of(str(code) if code is not None else reference)
            self._lengths[reference] = step.length if step is not None else None
        return self._lengths[reference]

    def values(self) -> Iterator[str]:
        """Yield how many values of how many meters, and of what."""
        if not self.numbers:
            return
        meters = f" of {counted(len(self.meters), 'meter')}: {self.meters}" if self.meters else ""
        yield f"{counted(sum(self.numbers.values()), 'value')}{meters}"
        for reference, number in islice(self.numbers.items(), _LINES):
            code = self.types.get(reference) or reading_type_code(reference)
            words = code.describe() if code is not None else "reading type not explained here"
            yield f"  {number} x {words} ({told(reference) or 'no reading type'})"
        yield from _rest(len(self.numbers), "type")
        for reference, number in islice(self.qualities.items(), _LINES):
            quality = reading_quality_code(reference)
            words = quality.describe() if quality is not None else "not explained here"
            yield f"  {number} x quality {words} ({told(reference) or 'no type'})"
        yield from _rest(len(self.qualities), "type", of=" of quality")
        yield from _period([*self.starts, *self.stamps])

    def coded(self, word: str, member: str, items: list[Any]) -> Iterator[str]:
        """Yield events or controls, those of one type in a line."""
        if not items:
            return
        yield f"{counted(len(items), word)}:"
        groups: dict[str, list[Any]] = defaultdict(list)
        for item in items:
            groups[getattr(item, member) or ""].append(item)
        for reference, group in islice(groups.items(), _LINES):
            code = group[0].type_code
            words = code.describe() if code is not None else "type not explained here"
            devices = _Devices(device for item in group for device in _devices(item))
            names = f": {devices}" if devices else ""
            yield f"  {len(group)} x {words} ({told(reference) or 'no type'}){names}"
        yield from _rest(len(groups), "type")
        yield from _period(getattr(item, "created_date_time", None) for item in items)


class _Devices:
    """Meters or other devices: each mRID once, else each name once; those without either one by one."""

    def __init__(self, devices: Iterable[Any] = ()) -> None:
        self.names: dict[str, set[str]] = {}
        """The mRIDs that come with each name."""
        self.nameless = 0
        for device in devices:
            self.add(device)

    def add(self, device: Any) -> None:
        """Count a device, unless it is here already: two mRIDs are two devices, even of one name."""
        name, mrid = _name(device), getattr(device, "mrid", None)
        if name is None:
            self.nameless += 1
        else:
            mrids = self.names.setdefault(name, set())
            if isinstance(mrid, str) and mrid:
                mrids.add(mrid)

    def __len__(self) -> int:
        return sum(max(len(mrids), 1) for mrids in self.names.values()) + self.nameless

    def __str__(self) -> str:
        shown = [told(name) for name in islice(self.names, _SHOWN)] or ["(no name)"]
        more = len(self) - len(shown)
        return ", ".join(shown) + (f" and {more} more" if more else "")


def _period(stamps: Iterable[Any]) -> Iterator[str]:
    """Yield from when to when, as far as the times can be compared."""
    known = [stamp for stamp in stamps if isinstance(stamp, dt.datetime) and stamp.tzinfo is not None]
    if known:
        first, last = min(known), max(known)
        yield f"  at {first}" if first == last else f"  from {first} to {last}"


def reading_types_of(payload: Any) -> Iterator[tuple[str, ReadingTypeCode]]:
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


def children_of(item: Any) -> Iterator[Element]:
    """Yield the objects right below another."""
    for name in item.__xml__.names:
        value = getattr(item, name)
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, Element):
                yield child


def _devices(item: Any) -> list[Any]:
    devices = getattr(item, "end_devices", None) or getattr(item, "assets", None) or []
    return devices if isinstance(devices, list) else [devices]


def _name(item: Any) -> str | None:
    names = getattr(item, "names", None) or ()
    first = next((name.name for name in names if getattr(name, "name", None)), None)
    return first or getattr(item, "mrid", None) or None


def told(text: Any) -> str:
    """Return a text of the message in one line, and no longer than a line should be."""
    line = " ".join(str(text).split())
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 3]}..."


def _rest(number: int, word: str, *, of: str = "", indent: str = "  ") -> Iterator[str]:
    """Yield how many there are beyond those that are told."""
    if number > _LINES:
        yield f"{indent}and {counted(number - _LINES, f'more {word}')}{of}"


def counted(number: int, word: str) -> str:
    """Return a number with its word, in the plural where there are more than one."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
