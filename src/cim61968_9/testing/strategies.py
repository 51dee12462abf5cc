"""Strategies for objects, made from the field tables of their classes: valid by construction."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar, Unpack, overload

from hypothesis import strategies as st

from .._generated.message import EventMessage, FaultMessage, Message, RequestMessage, ResponseMessage
from ..model import Element, Member, OpenEnum
from ..nouns import ENVELOPES, PROFILES
from ..showing.bounds import expect
from ..xml.foreign import RawElement
from ..xml.shape import resolve
from ._arguments import class_named, kind_named, profile_named
from ._values import ASCII, texts, values_or_names

__all__ = ["messages", "objects", "raw_elements"]

T = TypeVar("T", bound=Element)
M = TypeVar("M", RequestMessage, ResponseMessage, EventMessage, FaultMessage, Message)
AnyEnvelope: TypeAlias = RequestMessage | ResponseMessage | EventMessage | FaultMessage | Message

_DEPTH = 6
_ABSENT, _ABSENT_TOO = st.none(), st.none().map(lambda nothing: nothing)  # equal strategies would count once
_PAYLOADS_FIRST = 2
"""How much more often a choice is the content of a payload than each of the others."""
Payloads: TypeAlias = tuple[type[Element], ...] | None
_made: dict[tuple[type[Element], int, int, int, Payloads], st.SearchStrategy[Any]] = {}
_XML_NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,6}", fullmatch=True, alphabet=ASCII)


@overload
def objects(
    cls: type[T], *, max_depth: int = ..., max_size: int = ..., max_items: int | None = ...
) -> st.SearchStrategy[T]: ...
@overload
def objects(
    cls: str, *, max_depth: int = ..., max_size: int = ..., max_items: int | None = ...
) -> st.SearchStrategy[Any]: ...
def objects(
    cls: type[Element] | str, *, max_depth: int = _DEPTH, max_size: int = 2, max_items: int | None = None
) -> st.SearchStrategy[Any]:
    """Return valid objects of a message class: everything that its schema allows, likely or not.

    ``max_depth`` bounds the levels below the object, ``max_size`` the length of lists, and ``max_items``, where it is
    given, that of the lists of the object itself; what is required is always there, and of a choice never more than
    one. For what systems of the field send see :func:`~cim61968_9.testing.realistic_objects`.

    >>> import cim61968_9 as cim
    >>> from cim61968_9.testing import objects
    >>> many_readings = objects(cim.MeterReadings, max_items=20, max_depth=3)

    Raises:
        LookupError: There is no class of this name.
        TypeError: It is neither a name nor a class of messages.
        ValueError: A bound is less than 0.
    """
    items = max_size if max_items is None else max_items
    expect(0, max_depth=max_depth, max_size=max_size, max_items=items)
    return _objects(class_named(cls), max_depth, max_size, items)


class Bounds(TypedDict, total=False):
    """How large messages may get, and what they carry; :func:`messages` tells of each."""

    max_depth: int
    max_size: int
    payloads: Iterable[str | type[Element]] | None


@overload
def messages(kind: Literal["RequestMessage"], **bounds: Unpack[Bounds]) -> st.SearchStrategy[RequestMessage]: ...
@overload
def messages(kind: Literal["ResponseMessage"], **bounds: Unpack[Bounds]) -> st.SearchStrategy[ResponseMessage]: ...
@overload
def messages(kind: Literal["EventMessage"], **bounds: Unpack[Bounds]) -> st.SearchStrategy[EventMessage]: ...
@overload
def messages(kind: Literal["FaultMessage"], **bounds: Unpack[Bounds]) -> st.SearchStrategy[FaultMessage]: ...
@overload
def messages(kind: Literal["Message"], **bounds: Unpack[Bounds]) -> st.SearchStrategy[Message]: ...
@overload
def messages(kind: type[M], **bounds: Unpack[Bounds]) -> st.SearchStrategy[M]: ...
@overload
def messages(kind: str | None = ..., **bounds: Unpack[Bounds]) -> st.SearchStrategy[AnyEnvelope]: ...
def messages(
    kind: str | type[Element] | None = None,
    *,
    max_depth: int = _DEPTH,
    max_size: int = 2,
    payloads: Iterable[str | type[Element]] | None = None,
) -> st.SearchStrategy[Any]:
    """Return valid envelopes, of one kind such as ``"EventMessage"`` or of all, with payloads of any noun.

    They are what the schemas allow; :func:`~cim61968_9.testing.realistic_messages` also keep the rules. Where
    ``payloads`` are given, nouns or Get profiles by name or class, nothing else stands where a payload can.

    >>> import cim61968_9 as cim
    >>> from cim61968_9.testing import messages
    >>> readings = messages("EventMessage", payloads=[cim.MeterReadings])

    Raises:
        LookupError: There is no such kind of message, or no such noun.
        TypeError: Something is neither a name nor a class of messages.
        ValueError: A bound is less than 0, or there are no payloads to draw.
    """
    expect(0, max_depth=max_depth, max_size=max_size)
    carried = None if payloads is None else _carried(payloads)
    kinds = [kind_named(kind)] if kind is not None else list(ENVELOPES)
    return st.sampled_from([ENVELOPES[name].cls for name in kinds]).flatmap(
        lambda cls: _objects(cls, max_depth + 2, max_size, payloads=carried)
    )


def _carried(payloads: Iterable[str | type[Element]]) -> tuple[type[Element], ...]:
    listed = [payloads] if isinstance(payloads, str | type) else list(payloads)
    if not listed:
        raise ValueError("found no payloads; expected nouns or Get profiles, or None for all")
    return tuple(PROFILES[profile_named(one)].cls for one in listed)


@cache
def raw_elements() -> st.SearchStrategy[RawElement]:
    """Return elements of vocabularies the library does not know."""
    return st.builds(_raw, _XML_NAMES, texts(), st.booleans())


def _raw(name: str, text: str, nested: bool) -> RawElement:
    from lxml import etree

    element = etree.Element(f"{{urn:example:vendor}}{name}", nsmap={"v": "urn:example:vendor"})
    holder = etree.SubElement(element, "{urn:example:other}part", kind=text) if nested else element
    holder.text = text
    return RawElement.of(element)


def _objects(
    cls: type[Element], depth: int, size: int, items: int | None = None, payloads: Payloads = None
) -> st.SearchStrategy[Any]:
    own = size if items is None else items
    key = cls, depth, size, own, payloads
    if key not in _made:
        _made[key] = st.deferred(lambda: _build(cls, depth, size, own, payloads))
    return _made[key]


def _build(cls: type[Element], depth: int, size: int, own: int, payloads: Payloads) -> st.SearchStrategy[Any]:
    parts: list[st.SearchStrategy[Any]] = []
    names: list[str | None] = []
    groups: dict[int, list[st.SearchStrategy[Any]]] = {}
    for member in cls.__xml__.members:
        in_choice = member.choice is not None and not member.repeats
        one = _member(cls, member, depth, size, own, payloads, least=int(in_choice))
        if one is None:
            continue
        if in_choice:
            weight = _PAYLOADS_FIRST if member.type == "any" else 1
            groups.setdefault(member.choice or 0, []).extend(_named(member.name, one) for _ in range(weight))
        else:
            names.append(member.name)
            parts.append(one if member.low else _perhaps(member, one))
    for several in groups.values():  # at most one of a choice
        names.append(None)
        parts.append(st.one_of(_ABSENT, *several))
    return st.tuples(*parts).map(lambda found: _made_of(cls, names, found))


def _perhaps(member: Member, one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return what is there about every second time: values of simple types are mostly two strategies, usual and odd."""
    return st.one_of(_ABSENT, _ABSENT_TOO, one) if member.type.startswith(("xs:", "@")) else _ABSENT | one


def _named(name: str, one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, Any]]:
    return one.map(lambda value: (name, value))


def _made_of(cls: type[Element], names: list[str | None], found: tuple[Any, ...]) -> Element:
    there = (pair for pair in zip(names, found, strict=True) if pair[1] is not None)
    return cls(**dict(value if name is None else (name, value) for name, value in there))


def _member(
    cls: type[Element], member: Member, depth: int, size: int, own: int, payloads: Payloads, *, least: int
) -> st.SearchStrategy[Any] | None:
    """Return values for a member, in a list of ``own`` at most; None when it is left out for its depth."""
    one = _value(cls, member, depth, size, payloads)
    if one is None:
        return None
    if not member.is_list:
        return one
    most = min(own, member.high) if member.high is not None else own
    low = max(member.low, min(least, most))
    return st.lists(one, min_size=low, max_size=max(most, low))


def _value(
    cls: type[Element], member: Member, depth: int, size: int, payloads: Payloads
) -> st.SearchStrategy[Any] | None:
    if member.type == "any":
        return _content(member, depth, size, payloads)
    if member.type == "@ref":
        return texts()
    if member.type.startswith("xs:"):
        return values_or_names(member.type)
    target = resolve(cls, member.type)
    if issubclass(target, OpenEnum):
        return st.sampled_from(list(target))
    if depth <= 0 and not member.low:
        return None
    return _objects(target, depth - 1, size, payloads=payloads)


def _content(member: Member, depth: int, size: int, payloads: Payloads) -> st.SearchStrategy[Any] | None:
    """Return what stands where the schema allows anything: payloads, else elements of others as well."""
    if payloads is None and depth <= 0:
        return raw_elements() if member.low else None
    nouns = st.sampled_from(payloads if payloads is not None else _known_payloads())
    carried, again = (nouns.flatmap(lambda noun: _objects(noun, max(depth - 2, 0), size)) for _ in range(2))
    return carried if payloads is not None else carried | again | raw_elements()


@cache
def _known_payloads() -> tuple[type[Element], ...]:
    return tuple(profile.cls for profile in PROFILES.values())
