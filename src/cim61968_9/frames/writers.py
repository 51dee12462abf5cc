"""From frames of readings to messages."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any, Unpack

from .._generated.message import EventMessage, Verb
from ..builders import event
from ..columns._arrow import arrow
from ..errors import shortened
from ..nouns import PROFILES
from ..sender import EventOptions
from ..verbs import EventVerb
from ..xml.lexical import lexical
from ..xml.shape import resolve
from ..xml.writer import to_bytes

__all__ = ["to_messages"]

_NEEDED = ("reading_type", "value")
_WHO = ("meter_mrid", "meter_name", "meter_name_type", "usage_point_mrid", "usage_point_name", "usage_point_name_type")
_MOST = 100_000


def to_messages(
    frame: Any,
    *,
    by: str | Iterable[str] = _WHO,
    max_readings: int = _MOST,
    max_bytes: int | None = None,
    verb: EventVerb | Verb = "created",
    **header: Unpack[EventOptions],
) -> Iterator[EventMessage]:
    """Yield the messages that carry the readings of a frame, as events of MeterReadings.

    ``frame`` is of pandas, polars, DuckDB or Arrow, with the columns of :func:`cim61968_9.columns.readings`:
    ``reading_type``, ``value``, and something that names the meter or the usage point; the others are taken where they
    are there. Rows that agree in the columns ``by`` become one MeterReading, and those of one reading type one block,
    in the order in which they first come. A message has no more than ``max_readings`` values and, where that is given,
    about ``max_bytes`` bytes; what is more goes into the next one. ``header`` is as for :func:`~cim61968_9.event`.

    Raises:
        ValueError: A column that is needed is not there, or a value is not to be written.
        ImportError: pyarrow is not installed.
    """
    if max_readings < 1:
        raise ValueError(f"max_readings is {max_readings}; expected at least 1")
    chosen = (by,) if isinstance(by, str) else tuple(by)
    table = _table(frame)
    _check(table.column_names, chosen)
    return _messages(_rows(table), chosen, max_readings, max_bytes, verb, header)


def _messages(
    rows: Iterable[dict[str, Any]],
    by: tuple[str, ...],
    max_readings: int,
    max_bytes: int | None,
    verb: EventVerb | Verb,
    header: EventOptions,
) -> Iterator[EventMessage]:
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in by), []).append(row)
    items: list[Any] = []
    count = size = 0
    readings: Any = PROFILES["MeterReadings"].cls
    for group in groups.values():
        while group:
            part = group[: max_readings - count]
            del group[: len(part)]
            item = _item(part)
            more = _size(item) if max_bytes is not None else 0
            if items and max_bytes is not None and size + more > max_bytes:
                yield event(verb, readings(meter_reading=items), **header)
                items, count, size = [], 0, 0
            items.append(item)
            count, size = count + len(part), size + more
            if count >= max_readings:
                yield event(verb, readings(meter_reading=items), **header)
                items, count, size = [], 0, 0
    if items:
        yield event(verb, readings(meter_reading=items), **header)


def _size(item: Any) -> int:
    readings: Any = PROFILES["MeterReadings"].cls
    return len(to_bytes(readings(meter_reading=[item])))


def _table(frame: Any) -> Any:
    """Return a frame as an Arrow table."""
    pa = arrow()
    if hasattr(frame, "to_arrow_table"):  # DuckDB
        return frame.to_arrow_table()
    if isinstance(frame, pa.RecordBatch):
        return pa.Table.from_batches([frame])
    if hasattr(frame, "__arrow_c_stream__"):
        return pa.table(frame)
    raise ValueError(f"found {type(frame).__name__}, expected a frame of pandas, polars, DuckDB or Arrow")


def _check(names: list[str], by: tuple[str, ...]) -> None:
    missing = [name for name in _NEEDED if name not in names]
    if not any(name in names for name in _WHO if not name.endswith("type")):
        missing.append("meter_mrid")
    if by != _WHO:
        missing += [name for name in by if name not in names]
    if missing:
        raise ValueError(f"the frame has no column {' and no '.join(missing)}; it has {', '.join(names)}")


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=10_000):
        yield from batch.to_pylist()


def _class(name: str) -> Any:
    return resolve(PROFILES["MeterReadings"].cls, name)


def _item(rows: list[dict[str, Any]]) -> Any:
    """Return a MeterReading of rows; of neighbours, those of one block are one."""
    first = rows[0]
    blocks, registers = [], []
    for (kind, _, reading_type, _), group in groupby(rows, _block_of):
        if kind == "register":
            registers += [_value(row, _class("Reading"), reading_type=reading_type) for row in group]
            continue
        values = list(group)
        pending = _calculation(values[0])
        blocks.append(
            _class("IntervalBlock")(
                interval_readings=[_value(row, _class("IntervalReading")) for row in values],
                reading_type=reading_type,
                pending_calculation=_pending(pending) if pending is not None else None,
            )
        )
    return _class("MeterReading")(
        interval_blocks=blocks,
        readings=registers,
        meter=_named(first, "meter", _class("Meter")),
        usage_point=_named(first, "usage_point", _class("UsagePoint")),
    )


def _block_of(row: dict[str, Any]) -> tuple[Any, ...]:
    return row.get("kind") or "interval", row.get("block"), row["reading_type"], str(_calculation(row))


def _named(row: dict[str, Any], prefix: str, cls: Any) -> Any:
    mrid, name, kind = (row.get(f"{prefix}_{part}") for part in ("mrid", "name", "name_type"))
    if mrid is None and name is None:
        return None
    names = []
    if name is not None:
        names = [_class("Name")(name=name, name_type=_class("NameType")(name=kind) if kind is not None else None)]
    return cls(mrid=mrid, names=names)


_PENDING = {
    "multiply_before_add": "xs:boolean",
    "offset": "xs:integer",
    "scalar_denominator": "xs:integer",
    "scalar_float": "xs:float",
    "scalar_numerator": "xs:integer",
}


def _calculation(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the parts of a calculation that is pending, with the texts of those that were kept."""
    pending = row.get("pending")
    if pending is None:
        return None
    kept = _kept(row)
    return {name: kept.get(f"pending.{name}", part) for name, part in pending.items()}


def _pending(parts: dict[str, Any]) -> Any:
    values = {
        name: _parsed(type_name, part, f"pending.{name}") if isinstance(part := parts.get(name), str) else part
        for name, type_name in _PENDING.items()
    }
    return _class("PendingCalculation")(reading_type=parts["reading_type"], **values)


def _parsed(type_name: str, text: str, column: str) -> Any:
    """Return the value of a text that a column could not hold."""
    try:
        return lexical(type_name).parse(text)
    except ValueError:
        expected = lexical(type_name).expected
        raise ValueError(f"found {shortened(text)!r} in {column}, expected {expected}") from None


def _kept(row: dict[str, Any]) -> dict[str, str]:
    return {one["column"]: one["text"] for one in row.get("kept") or ()}


def _value(row: dict[str, Any], cls: Any, **more: Any) -> Any:
    kept = _kept(row)
    start, end = _time(row, "period_start", kept), _time(row, "period_end", kept)
    period = None if start is None and end is None else _class("DateTimeInterval")(start=start, end=end)
    if "reading_type" in more and row.get("reason") is not None:
        more["reason"] = _class("ReadingReasonKind")(row["reason"])
    quality = _class("ReadingQuality")
    return cls(
        time_stamp=_time(row, "time_stamp", kept),
        value=_text(row["value"], kept),
        source=row.get("source"),
        reported_date_time=_time(row, "reported", kept),
        reading_qualities=[quality(reading_quality_type=code) for code in _listed(row.get("qualities"))],
        time_period=period,
        **more,
    )


def _listed(codes: Any) -> list[str]:
    return [] if codes is None else list(codes)


def _time(row: dict[str, Any], name: str, kept: dict[str, str]) -> Any:
    if name in kept:
        return _parsed("xs:dateTime", kept[name], name)
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, dt.datetime):
        raise ValueError(f"found {value!r} in {name}, expected a time")
    value = (value if value.tzinfo is not None else value.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    if f"{name}_offset" not in row:
        return value
    offset = row[f"{name}_offset"]
    if offset is None:
        return value.replace(tzinfo=None)
    return value.astimezone(dt.timezone(dt.timedelta(minutes=int(offset)))) if offset else value


def _text(value: Any, kept: dict[str, str]) -> str | None:
    """Return the text of a value: exact, without exponent, without zeros that say nothing."""
    if value is None:
        return kept.get("value")
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(f"found {value!r} as a value, expected a number or a text")
    if isinstance(value, float) and math.isnan(value):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise ValueError(f"found {value!r} as a value, expected a finite number")
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
