"""Rules of event and control codes: in references, and in the definitions that spell them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..._mixins import ControlTypeParts, EventTypeParts
from ...errors import CodeError
from ..finding import Severity
from ._references import code_of, codes_among_names, complaints, is_like_code, number_in
from ._rule import Broken, rule
from ._search import shown

__all__: list[str] = []

_EVENT, _CONTROL = "EndDeviceEventType", "EndDeviceControlType"
_SOURCE = "IEC 61968-9 ed. 2, codes of end devices; tables of docs/reference/codes"
_FOUR = "write type.domain.subDomain.eventOrAction, such as {}; 0 as type leaves the kind of device open"
_ORDERS = frozenset({5, 6, 8, 13, 18, 22, 23, 26, 27, 30, 46, 54, 55, 77, 82, 214, 298, 299, 300, 302})
"""What can be ordered, by the last number: arm, cancel, change, connect, enable, start, display, create, reset ..."""
_PARTS = ("type", "domain", "sub_domain", "event_or_action")


def _malformed(target: str) -> Callable[[str], str | None]:
    def complaint(text: str) -> str | None:
        from ...codes import EndDeviceControlCode, EndDeviceEventCode

        if not is_like_code(text, target):
            return None
        if text.startswith("*."):
            return f"found {shown(text)}, whose star stands for any device in lists alone"
        try:
            (EndDeviceEventCode if target == _EVENT else EndDeviceControlCode).parse(text)
        except CodeError as error:
            return str(error)
        return None

    return complaint


def _unknown(target: str) -> Callable[[str], str | None]:
    def complaint(text: str) -> str | None:
        code = code_of(text, target)
        if code is None:
            return None
        found = [f"{one.part} {one.message.partition(' ')[0]}" for one in code.remarks if one.part]
        return f"found {' and '.join(found)} in {shown(text)}, which no table has" if found else None

    return complaint


def _known_code(text: str, target: str) -> Any:
    """Return the code of a text when all of its numbers are known."""
    code = code_of(text, target)
    return None if code is None or any(one.part for one in code.remarks) else code


@rule("EVT101", Severity.WARNING, "malformed event code", hint=_FOUR.format("3.26.0.85"), source=_SOURCE, on="Root")
def event_codes_have_four_numbers(root: Any, _: Any) -> Iterator[Broken]:
    """Receivers route events by their code as text, and pass over those that they do not recognise."""
    yield from complaints(root, _EVENT, _malformed(_EVENT))


@rule(
    "EVT102",
    Severity.WARNING,
    "event code with an unknown number",
    hint="compare it with the tables of codes; EndDeviceEventCode.find(words) finds codes by what they mean",
    source=_SOURCE,
    on="Root",
)
def event_numbers_are_in_the_tables(root: Any, _: Any) -> Iterator[Broken]:
    """Nobody can say what happened; mostly it is a slip, or two numbers are exchanged."""
    yield from complaints(root, _EVENT, _unknown(_EVENT))


@rule(
    "EVT103",
    Severity.INFO,
    "event code that is not listed",
    hint="agree with your partners on it, or find a listed one: EndDeviceEventCode.find(words)",
    source="the published list of events",
    on="Root",
)
def events_are_listed(root: Any, _: Any) -> Iterator[Broken]:
    """Each number is known, but not together: receivers that work by the list do not have it."""
    yield from complaints(root, _EVENT, _unlisted_event)


def _unlisted_event(text: str) -> str | None:
    code = _known_code(text, _EVENT)
    if code is None or code.entry is not None or code.answers or _is_control(text) is not None:
        return None
    return f"found {shown(text)}, {code.name}"


@rule(
    "EVT104",
    Severity.WARNING,
    "event with the code of a control",
    hint="tell what happened: EndDeviceControlCode.parse(text).answered_by has the events that answer a control",
    source="the published lists of events and of controls have no code in common",
    on="Root",
)
def events_have_codes_of_events(root: Any, _: Any) -> Iterator[Broken]:
    """A copy of the order does not say whether it was carried out."""
    yield from complaints(root, _EVENT, _is_control)


def _is_control(text: str) -> str | None:
    code, control = _known_code(text, _EVENT), code_of(text, _CONTROL)
    if code is None or code.entry is not None or code.answers:
        return None
    if (control is not None and control.entry is not None) or int(code.event_or_action) in _ORDERS:
        return f"found {shown(text)}, {code.name}, which orders something"
    return None


@rule("EVT201", Severity.WARNING, "malformed control code", hint=_FOUR.format("3.31.0.23"), source=_SOURCE, on="Root")
def control_codes_have_four_numbers(root: Any, _: Any) -> Iterator[Broken]:
    """A head-end refuses an order that it does not recognise, or worse, takes the missing number as 0."""
    yield from complaints(root, _CONTROL, _malformed(_CONTROL))


@rule(
    "EVT202",
    Severity.WARNING,
    "control code with an unknown number",
    hint="compare it with the tables of codes; EndDeviceControlCode.find(words) finds codes by what they do",
    source=_SOURCE,
    on="Root",
)
def control_numbers_are_in_the_tables(root: Any, _: Any) -> Iterator[Broken]:
    """Nobody can say what is to be done; mostly it is a slip, or two numbers are exchanged."""
    yield from complaints(root, _CONTROL, _unknown(_CONTROL))


@rule(
    "EVT203",
    Severity.INFO,
    "control code that is not listed",
    hint="agree with the head-end on it, or find a listed one: EndDeviceControlCode.find(words)",
    source="the published list of controls",
    on="Root",
)
def controls_are_listed(root: Any, _: Any) -> Iterator[Broken]:
    """Each number is known, but not together: a head-end that works by the list cannot carry it out."""
    yield from complaints(root, _CONTROL, _unlisted_control)


def _unlisted_control(text: str) -> str | None:
    code = _known_code(text, _CONTROL)
    if code is None or code.entry is not None or _is_no_order(text) is not None:
        return None
    return f"found {shown(text)}, {code.name}"


@rule(
    "EVT204",
    Severity.WARNING,
    "control that orders nothing",
    hint="use the word for what is to be done, Disconnect and not Disconnected: EndDeviceControlCode.find(words)",
    source="the published lists of events and of controls have no code in common",
    on="Root",
)
def controls_have_codes_of_controls(root: Any, _: Any) -> Iterator[Broken]:
    """The code says what has happened, not what is to be done."""
    yield from complaints(root, _CONTROL, _is_no_order)


def _is_no_order(text: str) -> str | None:
    code = _known_code(text, _CONTROL)
    if code is None or code.entry is not None or int(code.event_or_action) in _ORDERS:
        return None
    return f"found {shown(text)}, {code.name}, which orders nothing"


@rule(
    "EVT111",
    Severity.ERROR,
    "event type that contradicts itself",
    hint="make type, domain, subDomain and eventOrAction those of the code among the names",
    source="the parts of EndDeviceEventType are the numbers of its code",
    on=EventTypeParts,
)
def event_parts_agree_with_the_code(element: Any) -> Iterator[Broken]:
    """Some receivers take the code among the names, others the parts; each sees another event."""
    yield from _contradictions(element, _EVENT)


@rule(
    "EVT112",
    Severity.WARNING,
    "part of an event type with an unknown word",
    hint="use a number or a CIM name of the tables of codes, and give the code itself among the names",
    source=_SOURCE,
    on=EventTypeParts,
)
def event_parts_have_known_words(element: Any) -> Iterator[Broken]:
    """There is no code among the names, so the event is known by its parts alone."""
    yield from _unknown_words(element, _EVENT)


@rule(
    "EVT211",
    Severity.ERROR,
    "control type that contradicts itself",
    hint="make type, domain, subDomain and eventOrAction those of the code among the names",
    source="the parts of EndDeviceControlType are the numbers of its code",
    on=ControlTypeParts,
)
def control_parts_agree_with_the_code(element: Any) -> Iterator[Broken]:
    """Some head-ends take the code among the names, others the parts; each carries out another order."""
    yield from _contradictions(element, _CONTROL)


@rule(
    "EVT212",
    Severity.WARNING,
    "part of a control type with an unknown word",
    hint="use a number or a CIM name of the tables of codes, and give the code itself among the names",
    source=_SOURCE,
    on=ControlTypeParts,
)
def control_parts_have_known_words(element: Any) -> Iterator[Broken]:
    """There is no code among the names, so the order is known by its parts alone."""
    yield from _unknown_words(element, _CONTROL)


def _contradictions(element: Any, target: str) -> Iterator[Broken]:
    codes = codes_among_names(element, target)
    if len(codes) > 1:
        yield Broken("", f"found several codes among the names: {', '.join(sorted(map(str, codes)))}")
        return
    for code in codes:
        for name, table, number in zip(_PARTS, _tables(), code.numbers, strict=True):
            value = getattr(element, name)
            if number >= 0 and (found := number_in(value, table)) is not None and found != number:
                tag = next(one.tag for one in element.__xml__.members if one.name == name)
                yield Broken(tag, f"found {shown(value)}, but the name {code} has {number}", value)


def _unknown_words(element: Any, target: str) -> Iterator[Broken]:
    from ...codes.looking import control_code_of, event_code_of

    if codes_among_names(element, target):
        return
    try:
        (event_code_of if target == _EVENT else control_code_of)(element)
    except CodeError as error:
        yield Broken("", str(error))


def _tables() -> tuple[Callable[[str], Any], ...]:
    from ...codes import DeviceType, Domain, EventOrAction, SubDomain

    return DeviceType, Domain, SubDomain, EventOrAction
