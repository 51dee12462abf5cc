"""Rows made of objects: of every table, and of readings where their elements are not plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .rows import minutes

__all__ = ["ROWS", "reading_rows"]

Row = dict[str, Any]


def _named(prefix: str, obj: Any) -> Row:
    """Return mRID, first name and its kind of an object."""
    if obj is None:
        return {}
    first = obj.names[0] if obj.names else None
    kind = first.name_type if first is not None else None
    return {
        f"{prefix}mrid": obj.mrid,
        f"{prefix}name": first.name if first is not None else None,
        f"{prefix}name_type": kind.name if kind is not None else None,
    }


def _offset(value: Any) -> int | None:
    return minutes(value) if hasattr(value, "utcoffset") else None


def reading_rows(item: Any) -> Iterator[Row]:
    """Yield the rows of a MeterReading: blocks first, then registers, as the schema has them."""
    common = _named("meter_", item.meter) | _named("usage_point_", item.usage_point)
    for number, block in enumerate(item.interval_blocks, 1):
        pending = _pending(block.pending_calculation)
        above = {"kind": "interval", "block": number, "reading_type": block.reading_type, "pending": pending}
        for reading in block.interval_readings:
            yield common | above | _reading(reading)
    for reading in item.readings:
        above = {"kind": "register", "reading_type": reading.reading_type, "reason": reading.reason}
        yield common | above | _reading(reading)


def _reading(reading: Any) -> Row:
    period = reading.time_period
    return {
        "time_stamp": reading.time_stamp,
        "time_stamp_offset": _offset(reading.time_stamp),
        "value": reading.value,
        "qualities": [one.reading_quality_type for one in reading.reading_qualities],
        "source": reading.source,
        "reported": reading.reported_date_time,
        "period_start": period.start if period is not None else None,
        "period_end": period.end if period is not None else None,
    }


def _pending(pending: Any) -> Row | None:
    if pending is None:
        return None
    return {
        "reading_type": pending.reading_type,
        "multiply_before_add": pending.multiply_before_add,
        "offset": _text(pending.offset),
        "scalar_denominator": _text(pending.scalar_denominator),
        "scalar_float": pending.scalar_float,
        "scalar_numerator": _text(pending.scalar_numerator),
    }


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _event_rows(item: Any) -> Iterator[Row]:
    if hasattr(item, "end_device_events"):  # a MeterReading
        for event in item.end_device_events:
            yield from _event_rows(event)
        return
    row = _picked(item, "mrid severity reason issuer_id issuer_tracking_id user_id")
    row |= {
        "event_type": item.end_device_event_type,
        "created": item.created_date_time,
        "created_offset": _offset(item.created_date_time),
        "status": item.status.value if item.status is not None else None,
        "details": [{"name": one.name, "value": one.value} for one in item.end_device_event_details],
    }
    yield row | _named("usage_point_", item.usage_point) | _named("asset_", item.assets)


def _control_rows(item: Any) -> Iterator[Row]:
    timing = item.primary_device_timing
    interval = timing.interval if timing is not None else None
    common = _picked(
        item, "mrid reason issuer_id issuer_tracking_id price_signal dr_program_level dr_program_mandatory"
    )
    common |= {
        "control_type": item.end_device_control_type,
        "start": interval.start if interval is not None else None,
        "end": interval.end if interval is not None else None,
        "duration": timing.duration if timing is not None else None,
    }
    targets = [
        (member.tag, target)
        for member in item.__xml__.members
        if member.tag in {"EndDeviceGroups", "EndDevices", "UsagePointGroups", "UsagePoints"}
        for target in getattr(item, member.name)
    ]
    for tag, target in targets or [(None, None)]:
        yield common | {"target": tag} | _named("target_", target)


def _usage_point_rows(item: Any) -> Iterator[Row]:
    service = item.service_category
    row = _picked(
        item,
        "connection_state is_sdp is_virtual check_billing grounded phase_code nominal_service_voltage rated_current"
        " rated_power estimated_load outage_region read_cycle read_route service_priority",
    )
    row["service_kind"] = service.kind if service is not None else None
    yield row | _named("", item) | _named("location_", item.usage_point_location)


def _meter_rows(item: Any) -> Iterator[Row]:
    row = _picked(
        item,
        "serial_number utc_number type form_number amr_system is_virtual initial_condition time_zone_offset",
    )
    row["status"] = item.status.value if getattr(item, "status", None) is not None else None
    yield row | _named("", item)


def _picked(item: Any, names: str) -> Row:
    return {name: getattr(item, name, None) for name in names.split()}


ROWS: Mapping[str, tuple[str, Callable[[Any], Iterator[Row]]]] = {
    "readings": ("MeterReading", reading_rows),
    "events": ("EndDeviceEvent MeterReading", _event_rows),
    "controls": ("EndDeviceControl", _control_rows),
    "usage_points": ("UsagePoint", _usage_point_rows),
    "meters": ("Meter", _meter_rows),
}
"""For each table the tags of its items, and the function that makes rows of one."""
