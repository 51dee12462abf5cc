"""Changes that break what plausible messages say: each says which rule finds it, and where."""

from __future__ import annotations

import copy
import re

from lxml import etree

from ..verbs import KIND_OF
from ._drawing import Drawn
from ._mutating import Root, breaks, drop, inside, named, one_of, some
from ._placing import class_of, local, path_of

__all__: list[str] = []

_ZONE = re.compile(r"(Z|[+-]\d\d:\d\d)$")


@breaks("ENV201")
def _verb_of_another_kind(root: Root, drawn: Drawn) -> str:
    verb = one_of(root, "Verb")
    verb.text = drawn.one_of([one for one, kind in KIND_OF.items() if kind != local(root)])
    return path_of(verb)


@breaks("ENV202", verb="created")
def _noun_of_another_payload(root: Root, drawn: Drawn) -> str:
    noun = one_of(root, "Noun")
    noun.text = drawn.one_of([one for one in ("MeterReadings", "MeterConfig", "EndDeviceEvents") if one != noun.text])
    return path_of(noun)


@breaks("ENV203", verb="create")
def _nothing_to_create(root: Root, _: Drawn) -> str:
    drop(one_of(root, "Payload"))
    return path_of(root)


@breaks("ENV205", verb="delete")
def _nothing_to_delete(root: Root, _: Drawn) -> str:
    drop(one_of(root, "Request"))
    return path_of(root)


@breaks("ENV301", verb="reply")
def _failure_without_error(root: Root, _: Drawn) -> str:
    for one in named(root, "Error", "Payload"):
        drop(one)
    one_of(root, "Result").text = "FAILED"
    return path_of(one_of(root, "Reply"))


@breaks("COR201", verb="reply")
def _no_correlation(root: Root, _: Drawn) -> str:
    drop(one_of(root, "CorrelationID"))
    return path_of(one_of(root, "Header"))


@breaks("ENV402", "OperationSet", "execute")
def _number_given_twice(root: Root, _: Drawn) -> str:
    first, second, *_rest = named(root, "operationId")
    second.text = first.text
    operation = second.getparent()
    assert operation is not None
    return path_of(operation)


@breaks("REF201", "MeterReadings", defined=True)
def _reference_to_nothing(root: Root, drawn: Drawn) -> str | None:
    if (found := some(drawn, [one for one in named(root, "ReadingType") if one.get("ref")])) is None:
        return None
    found.set("ref", "NM-RT-0009")
    return path_of(found)


@breaks("RDT101", "MeterReadings")
def _reading_type_cut_off(root: Root, drawn: Drawn) -> str | None:
    return _cut_off(drawn, named(root, "ReadingType"))


@breaks("EVT101", "EndDeviceEvents")
def _event_code_cut_off(root: Root, drawn: Drawn) -> str | None:
    return _cut_off(drawn, named(root, "EndDeviceEventType"))


@breaks("EVT201", "EndDeviceControls")
def _control_code_cut_off(root: Root, drawn: Drawn) -> str | None:
    return _cut_off(drawn, named(root, "EndDeviceControlType"))


def _cut_off(drawn: Drawn, types: list[etree._Element]) -> str | None:
    """Take the last number from a code."""
    if (found := some(drawn, [one for one in types if one.get("ref")])) is None:
        return None
    found.set("ref", found.get("ref", "").rpartition(".")[0])
    return path_of(found)


@breaks("EVT121", "EndDeviceEvents")
def _event_of_nobody(root: Root, drawn: Drawn) -> str | None:
    return _without(some(drawn, named(root, "EndDeviceEvent")), "Assets", "UsagePoint")


@breaks("EVT221", "EndDeviceControls", "create")
def _control_of_nobody(root: Root, drawn: Drawn) -> str | None:
    names = ("EndDevices", "EndDeviceGroups", "UsagePoints", "UsagePointGroups")
    return _without(some(drawn, named(root, "EndDeviceControl")), *names)


def _without(element: etree._Element | None, *names: str) -> str | None:
    if element is None:
        return None
    for child in [child for child in element if local(child) in names]:
        element.remove(child)
    return path_of(element)


@breaks("MAS102", "MeterConfig", "create")
def _empty_name(root: Root, drawn: Drawn) -> str | None:
    meter = drawn.one_of(named(root, "Meter"))
    name = next((one for one in meter.iter(etree.Element) if local(one) == "name"), None)
    if name is None:
        return None
    name.text = " "
    return path_of(meter)


@breaks("TIM301", "MeterReadings", blocks=True)
def _time_without_zone(root: Root, drawn: Drawn) -> str:
    stamp = drawn.one_of(named(root, "timeStamp"))
    stamp.text = _ZONE.sub("", stamp.text or "")
    return path_of(stamp)


@breaks("TIM304", "MeterReadSchedule")
def _end_before_start(root: Root, drawn: Drawn) -> str | None:
    found = []
    for one in inside(root):
        cls = class_of(one)
        parts = {local(child) for child in one}
        if cls is not None and cls.__xml__.name == "DateTimeInterval" and parts >= {"start", "end"}:
            found.append(one)
    if (period := some(drawn, found)) is None:
        return None
    end, start = (next(child for child in period if local(child) == name) for name in ("end", "start"))
    if end.text == start.text:
        return None
    end.text, start.text = start.text, end.text
    return path_of(period)


@breaks("TIM311", "MeterReadings", blocks=True)
def _interval_twice(root: Root, drawn: Drawn) -> str:
    values, index = _interval(root, drawn)
    values[index].addnext(copy.deepcopy(values[index]))
    return _block(values[index])


@breaks("TIM312", "MeterReadings", blocks=True)
def _intervals_out_of_order(root: Root, drawn: Drawn) -> str:
    values, index = _interval(root, drawn)
    values[index + 1].addnext(values[index])
    return _block(values[index])


@breaks("TIM313", "MeterReadings", blocks=True)
def _interval_at_no_time(root: Root, drawn: Drawn) -> str:
    values, index = _interval(root, drawn)
    for child in [child for child in values[index] if local(child) in {"timeStamp", "timePeriod"}]:
        values[index].remove(child)
    return _block(values[index])


@breaks("TIM314", "MeterReadings", blocks=True)
def _gap(root: Root, drawn: Drawn) -> str:
    values, index = _interval(root, drawn)
    drop(values[index])
    return _block(values[index - 1])


@breaks("VAL101", "MeterReadings", blocks=True)
def _value_in_words(root: Root, drawn: Drawn) -> str:
    values, index = _interval(root, drawn)
    value = next(child for child in values[index] if local(child) == "value")
    value.text = "n/a"
    return _block(value)


def _interval(root: Root, drawn: Drawn) -> tuple[list[etree._Element], int]:
    """Return the values of a block, and the place of one that is neither first nor last."""
    block = drawn.one_of(named(root, "IntervalBlocks"))
    values = [child for child in block if local(child) == "IntervalReadings"]
    return values, drawn.number(1, len(values) - 2)


def _block(element: etree._Element) -> str:
    """Return the path of the block around an element."""
    return path_of(next(one for one in (element, *element.iterancestors()) if local(one) == "IntervalBlocks"))
