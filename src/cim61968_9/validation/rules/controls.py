"""Rules of controls and events: who is to act, when, and whose event it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from math import inf
from typing import Any

from ..._mixins import ControlOfType
from ..finding import Severity
from ._identity import is_identified, is_on_existing
from ._references import code_of
from ._rule import Broken, rule
from ._search import joined, step

__all__ = ["targets_of"]

_TARGETS = ("end_devices", "end_device_groups", "usage_points", "usage_point_groups")
_TIMED = ("EndDeviceTiming", "PanDemandResponse", "PanDisplay", "PanPricing")
_PARTS = {"pan_demand_response": (15,), "pan_display": (13,), "pan_pricing": (20,)}
"""The domains of the codes that each part belongs to: load control, text, price."""
_CONTENTS = {(13, 112, 77): "pan_display", (20, 9, 82): "pan_pricing"}
"""The last three numbers of codes that are nothing without their part."""
_SOURCE = "IEC 61968-9 ed. 2, EndDeviceControls"


def targets_of(control: Any) -> list[Any]:
    """Return the devices, usage points and groups that a control is for, as far as they can be found."""
    found = []
    for name in _TARGETS:
        items = getattr(control, name, None)
        found += items if isinstance(items, list) else []
    return [one for one in found if is_identified(one) or _has_address(one)]


def _has_address(device: Any) -> bool:
    return bool(getattr(device, "install_code", None)) or getattr(device, "electronic_address", None) is not None


def _controls(root: Any) -> Iterator[tuple[str, Any]]:
    items = getattr(root, "end_device_control", None)
    for number, one in enumerate(items if isinstance(items, list) else (), 1):
        if isinstance(one, ControlOfType):
            yield step("EndDeviceControl", number, len(items or ())), one


@rule(
    "EVT221",
    Severity.WARNING,
    "control without target",
    hint="name a device, a usage point, or a group of either, by mRID or Names",
    source=_SOURCE,
    on="Root",
)
def controls_have_targets(root: Any, around: Any) -> Iterator[Broken]:
    """Nobody is told to act; a head-end refuses the order, or takes it as one for all devices."""
    if is_on_existing(root, around):
        return  # it is enough to say which control is meant
    for path, one in _controls(root):
        if not targets_of(one):
            yield Broken(path, "found no device, usage point or group with mRID or Names")


@rule(
    "EVT231",
    Severity.ERROR,
    "control with an end and without",
    hint="give a duration or an end, or durationIndefinite true",
    source=_SOURCE,
    on=_TIMED,
)
def indefinite_controls_have_no_end(timing: Any) -> Iterator[Broken]:
    """One device goes back by itself, the other stays switched off until somebody notices."""
    if getattr(timing, "duration_indefinite", None) is not True:
        return
    duration, end = _minutes(timing), getattr(getattr(timing, "interval", None), "end", None)
    if duration:
        yield Broken("duration", f"found {duration:g} minutes beside durationIndefinite true", str(duration))
    elif isinstance(end, dt.datetime):
        yield Broken("interval/end", f"found {end.isoformat()} beside durationIndefinite true", end.isoformat())


def _minutes(timing: Any) -> float | None:
    """Return the duration of a timing, None when it has none; an integer may be larger than any float."""
    duration = getattr(timing, "duration", None)
    if not isinstance(duration, int | float):
        return None
    try:
        return float(duration)
    except OverflowError:
        return inf if duration > 0 else -inf


@rule(
    "EVT232",
    Severity.WARNING,
    "duration unlike the interval",
    hint="give the duration in minutes, or leave it out where the interval has an end",
    source=_SOURCE,
    on="EndDeviceTiming",
)
def durations_fit_intervals(timing: Any) -> Iterator[Broken]:
    """Some devices go by the duration, some by the end; often it is in seconds, and minutes are expected."""
    interval, duration = getattr(timing, "interval", None), _minutes(timing)
    start, end = getattr(interval, "start", None), getattr(interval, "end", None)
    if not isinstance(start, dt.datetime) or not isinstance(end, dt.datetime) or duration is None:
        return
    if duration <= 0 or (start.tzinfo is None) != (end.tzinfo is None) or end < start:
        return  # other rules say so
    minutes = (end - start).total_seconds() / 60
    if abs(minutes - duration) > 1:
        yield Broken("duration", f"found {duration:g} minutes, but the interval has {minutes:g}", str(duration))


@rule(
    "EVT233",
    Severity.ERROR,
    "negative duration",
    hint="give the duration in minutes; for no planned end durationIndefinite true",
    source=_SOURCE,
    on=_TIMED,
)
def durations_are_positive(timing: Any) -> Iterator[Broken]:
    """The control would end before it begins."""
    duration = _minutes(timing)
    if duration is not None and duration < 0:
        yield Broken("duration", f"found {duration:g}", str(duration))


@rule(
    "EVT234",
    Severity.WARNING,
    "cancellation now and later",
    hint="give cancelNow true, or cancelDateTime",
    source=_SOURCE,
    on="PanDemandResponse",
)
def cancellations_have_one_time(response: Any) -> Iterator[Broken]:
    """Some devices stop at once, others at the time."""
    later = getattr(response, "cancel_date_time", None)
    if getattr(response, "cancel_now", None) is True and isinstance(later, dt.datetime):
        yield Broken("cancelDateTime", f"found {later.isoformat()} beside cancelNow true", later.isoformat())


@rule(
    "EVT235",
    Severity.WARNING,
    "control whose time is over",
    hint="give an end in the future; look at the zone of the times",
    source="Timestamp of the header is the time of sending, IEC 61968-100 ed. 1, 6.3.2",
    on="Root",
)
def controls_are_not_over(root: Any, around: Any) -> Iterator[Broken]:
    """No device can act any more when the message arrives; most head-ends refuse the order."""
    sent = getattr(getattr(around, "header", None), "timestamp", None)
    verb = getattr(getattr(around, "header", None), "verb", None)
    if not isinstance(sent, dt.datetime) or sent.tzinfo is None or verb not in {"create", "change", "execute"}:
        return
    for path, one in _controls(root):
        for name, tag in (("primary_device_timing", "primary"), ("secondary_device_timing", "secondary")):
            end = getattr(getattr(getattr(one, name), "interval", None), "end", None)
            if isinstance(end, dt.datetime) and end.tzinfo is not None and end < sent:
                place = joined(path, f"{tag}DeviceTiming/interval/end")
                yield Broken(place, f"found {end.isoformat()}, before {sent.isoformat()}", end.isoformat())


@rule(
    "EVT241",
    Severity.WARNING,
    "part of another control",
    hint="use PanDemandResponse with load control (*.15), PanDisplay with text (*.13), PanPricing with prices (*.20)",
    source=_SOURCE,
    on=ControlOfType,
)
def parts_fit_the_code(control: Any) -> Iterator[Broken]:
    """The head-end acts by the code, and passes over the part or refuses the order."""
    code = _code(control)
    for name, domains in _PARTS.items() if code is not None else ():
        if getattr(control, name, None) is not None and code.numbers[1] not in domains:
            tag = next(one.tag for one in control.__xml__.members if one.name == name)
            yield Broken(tag, f"found {tag} beside {code}, {code.name}")


@rule(
    "EVT242",
    Severity.WARNING,
    "control without its content",
    hint="give the text in PanDisplay, or the prices in PanPricing or priceSignal",
    source=_SOURCE,
    on="Root",
)
def controls_have_content(root: Any, around: Any) -> Iterator[Broken]:
    """The code says that a text or a price is to be shown, and there is none."""
    if is_on_existing(root, around):
        return
    for path, one in _controls(root):
        code = _code(one)
        name = _CONTENTS.get(code.numbers[1:]) if code is not None else None
        if name == "pan_pricing" and getattr(one, "price_signal", None) is not None:
            continue  # the price itself, without a tariff
        if name is not None and getattr(one, name, None) is None:
            tag = next(member.tag for member in one.__xml__.members if member.name == name)
            yield Broken(path, f"found {code}, {code.name}, without {tag}", str(code))


def _code(control: Any) -> Any:
    text = getattr(control, "end_device_control_type", None)
    return code_of(text, "EndDeviceControlType") if isinstance(text, str) else None


@rule(
    "EVT121",
    Severity.WARNING,
    "event of no device",
    hint="name the device in Assets, or the UsagePoint, by mRID or Names",
    source="IEC 61968-9 ed. 2, EndDeviceEvents",
    on="Root",
)
def events_have_a_device(root: Any, around: Any) -> Iterator[Broken]:
    """Something has happened, and nobody knows where."""
    items = getattr(root, "end_device_event", None)
    if not isinstance(items, list) or is_on_existing(root, around):
        return
    for number, one in enumerate(items, 1):
        if hasattr(one, "assets") and not is_identified(one.assets) and not is_identified(one.usage_point):
            yield Broken(
                step("EndDeviceEvent", number, len(items)), "found neither Assets nor UsagePoint with mRID or Names"
            )
