"""Strategies for what systems of the field send: plausible content that breaks no rule.

Codes are those of the tables, identifiers are UUIDs, names look like those of meters and usage points, intervals are
ordered and as far apart as their reading type says, figures are of usual size for the meter, and types are all defined
in the message, or none is. Everything is invented.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar, Unpack, overload

from hypothesis import strategies as st

from .._generated.message import EventMessage, Message, RequestMessage, ResponseMessage
from ..model import Element
from ..nouns import ENVELOPES, NOUNS, PROFILES, registry
from ..sampling._messages import _SET, _subject
from ..verbs import KIND_OF
from ._arguments import class_named, name_of, zone_given
from ._drawing import Drawn, DrawnMaker, Size
from ._drawn_messages import DrawnSample

__all__ = ["realistic_messages", "realistic_objects"]

T = TypeVar("T", bound=Element)
RequestVerb: TypeAlias = Literal["get", "create", "change", "cancel", "close", "delete", "execute"]
EventVerb: TypeAlias = Literal["created", "changed", "canceled", "closed", "deleted", "executed"]
AnyMessage: TypeAlias = RequestMessage | ResponseMessage | EventMessage


class Bounds(TypedDict, total=False):
    """How large plausible messages may get, and what they have; :func:`realistic_objects` tells of each."""

    max_items: int
    max_intervals: int
    max_size: int
    defined: bool | None
    zone: dt.tzinfo | None


@overload
def realistic_objects(cls: type[T], **bounds: Unpack[Bounds]) -> st.SearchStrategy[T]: ...
@overload
def realistic_objects(cls: str, **bounds: Unpack[Bounds]) -> st.SearchStrategy[Any]: ...
def realistic_objects(
    cls: type[Element] | str,
    *,
    max_items: int = 2,
    max_intervals: int = 6,
    max_size: int = 2,
    defined: bool | None = None,
    zone: dt.tzinfo | None = None,
) -> st.SearchStrategy[Any]:
    """Return plausible objects of a class: a noun, an envelope, or what stands inside.

    ``max_items`` bounds the number of items at the root, such as the MeterReadings of a document, ``max_intervals`` the
    values of an interval block, ``max_size`` all other lists. With 100 intervals there are whole days, those on which
    clocks change among them. Times are those of one place, such as ``ZoneInfo("Europe/Berlin")`` as ``zone``, or else
    of any. Codes speak for themselves, so types are mostly not defined where they are used; ``defined=True`` asks for
    their definitions, and False for none.

    >>> import cim61968_9 as cim
    >>> from cim61968_9.testing import realistic_objects
    >>> days = realistic_objects(cim.MeterReadings, max_items=5, max_intervals=100)

    Raises:
        LookupError: There is no class of this name.
        TypeError: It is neither a name nor a class of messages, or the zone is none.
        ValueError: A bound is less than 1.
    """
    size = Size(items=max_items, intervals=max_intervals, rest=max_size, defined=defined)
    return _objects(class_named(cls), size, zone_given(zone))


@st.composite
def _objects(draw: st.DrawFn, cls: type[Element], size: Size, zone: dt.tzinfo | None) -> Any:
    profile, drawn = registry.of_class(cls), Drawn(draw, zone)
    if profile is not None:
        count = drawn.number(1, size.items)
        return DrawnMaker(drawn, size).root(cls, profile.name, count)
    name = next((name for name, envelope in ENVELOPES.items() if envelope.cls is cls), None)
    if name is not None:
        return _message(drawn, name, None, size)
    return DrawnMaker(drawn, size).alone(cls)


@overload
def realistic_messages(
    noun: str | type[Element] | None = ..., *, verb: RequestVerb, **bounds: Unpack[Bounds]
) -> st.SearchStrategy[RequestMessage]: ...
@overload
def realistic_messages(
    noun: str | type[Element] | None = ..., *, verb: Literal["reply"], **bounds: Unpack[Bounds]
) -> st.SearchStrategy[ResponseMessage]: ...
@overload
def realistic_messages(
    noun: str | type[Element] | None = ..., *, verb: EventVerb, **bounds: Unpack[Bounds]
) -> st.SearchStrategy[EventMessage]: ...
@overload
def realistic_messages(
    noun: str | type[Element] | None = ..., *, verb: None = ..., **bounds: Unpack[Bounds]
) -> st.SearchStrategy[AnyMessage]: ...
def realistic_messages(
    noun: str | type[Element] | None = None,
    *,
    verb: str | None = None,
    max_items: int = 2,
    max_intervals: int = 6,
    max_size: int = 2,
    defined: bool | None = None,
    zone: dt.tzinfo | None = None,
) -> st.SearchStrategy[Any]:
    """Return plausible messages of a noun and a verb; without them, of all nouns, with the verb they mostly go with.

    The noun is given by name or class, as for :func:`cim61968_9.sample`; a Get profile stands for the get request. The
    bounds are those of :func:`realistic_objects`. Nothing was measured, and nothing has happened, later than the
    message was sent.

    >>> from cim61968_9.testing import realistic_messages
    >>> alarms = realistic_messages("EndDeviceEvents", verb="created", max_items=10)

    Raises:
        LookupError: There is no such noun.
        TypeError: The noun is neither a name nor a class, or the zone is none.
        ValueError: The verb does not go with it, or a bound is less than 1.
    """
    size = Size(items=max_items, intervals=max_intervals, rest=max_size, defined=defined)
    names = [name_of(noun)] if noun is not None else _fitting(verb)
    for name in names:
        _subject(name, verb)  # tell mistakes at once
    return _messages(names, verb, size, zone_given(zone))


def _fitting(verb: str | None) -> list[str]:
    """Return the nouns that a verb goes with; the Get profiles too where no verb is given."""
    if verb in {"execute", "executed"}:
        return [_SET, *NOUNS]
    return [*NOUNS] if verb is not None else [*PROFILES]


@st.composite
def _messages(draw: st.DrawFn, names: list[str], verb: str | None, size: Size, zone: dt.tzinfo | None) -> Any:
    drawn = Drawn(draw, zone)
    return _message(drawn, drawn.one_of(names), verb, size)


def _message(drawn: Drawn, name: str, verb: str | None, size: Size) -> Any:
    """Return the message of a noun and verb, or of a kind of message; that is of any noun and of any of its verbs."""
    sample = DrawnSample(drawn, size)
    if name == "FaultMessage":
        return sample.fault()
    if name not in ENVELOPES:
        about, said = _subject(name, verb)
        return sample.message(said, about)
    said = drawn.one_of([one for one, kind in KIND_OF.items() if name in {kind, "Message"}])
    made = sample.message(said, _SET if said in {"execute", "executed"} else drawn.one_of(sorted(NOUNS)))
    if name != "Message":
        return made
    parts = {part: getattr(made, part, None) for part in ("request", "reply", "payload")}
    return Message(header=made.header, **parts)
