"""Strategies for objects, made from the field tables of their classes: valid by construction."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, cast, overload

from hypothesis import strategies as st

from .._generated.message import EventMessage, FaultMessage, Message, RequestMessage, ResponseMessage
from ..model import Element, Member, OpenEnum
from ..nouns import ENVELOPES, PROFILES
from ..xml.foreign import RawElement
from ..xml.shape import resolve
from ._values import ASCII, texts, values

__all__ = ["messages", "objects", "raw_elements"]

T = TypeVar("T", bound=Element)
AnyEnvelope: TypeAlias = RequestMessage | ResponseMessage | EventMessage | FaultMessage | Message

_DEPTH = 6
_made: dict[tuple[type[Element], int, int, int], st.SearchStrategy[Any]] = {}
_XML_NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,6}", fullmatch=True, alphabet=ASCII)


def objects(
    cls: type[T], *, max_depth: int = _DEPTH, max_size: int = 2, max_items: int | None = None
) -> st.SearchStrategy[T]:
    """Return valid objects of a message class: everything that its schema allows, likely or not.

    ``max_depth`` bounds the levels below the object, ``max_size`` the length of lists, and ``max_items``, where it is
    given, that of the lists of the object itself; what is required is always there, and of a choice never more than
    one. For what systems of the field send see :func:`~cim61968_9.testing.realistic_objects`.

    >>> import cim61968_9 as cim
    >>> from cim61968_9.testing import objects
    >>> many_readings = objects(cim.MeterReadings, max_items=20, max_depth=3)
    """
    return cast(
        "st.SearchStrategy[T]", _objects(cls, max_depth, max_size, max_size if max_items is None else max_items)
    )


@overload
def messages(
    kind: Literal["RequestMessage"], *, max_depth: int = ..., max_size: int = ...
) -> st.SearchStrategy[RequestMessage]: ...
@overload
def messages(
    kind: Literal["ResponseMessage"], *, max_depth: int = ..., max_size: int = ...
) -> st.SearchStrategy[ResponseMessage]: ...
@overload
def messages(
    kind: Literal["EventMessage"], *, max_depth: int = ..., max_size: int = ...
) -> st.SearchStrategy[EventMessage]: ...
@overload
def messages(
    kind: Literal["FaultMessage"], *, max_depth: int = ..., max_size: int = ...
) -> st.SearchStrategy[FaultMessage]: ...
@overload
def messages(kind: Literal["Message"], *, max_depth: int = ..., max_size: int = ...) -> st.SearchStrategy[Message]: ...
@overload
def messages(
    kind: str | None = ..., *, max_depth: int = ..., max_size: int = ...
) -> st.SearchStrategy[AnyEnvelope]: ...
def messages(kind: str | None = None, *, max_depth: int = _DEPTH, max_size: int = 2) -> st.SearchStrategy[Any]:
    """Return valid envelopes, of one kind such as ``"EventMessage"`` or of all, with payloads of any noun.

    They are what the schemas allow; :func:`~cim61968_9.testing.realistic_messages` also keep the rules.
    """
    kinds = [kind] if kind is not None else list(ENVELOPES)
    return st.sampled_from([ENVELOPES[name].cls for name in kinds]).flatmap(
        lambda cls: _objects(cls, max_depth + 2, max_size)
    )


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


def _objects(cls: type[Element], depth: int, size: int, items: int | None = None) -> st.SearchStrategy[Any]:
    own = size if items is None else items
    key = cls, depth, size, own
    if key not in _made:
        _made[key] = st.deferred(lambda: _build(cls, depth, size, own))
    return _made[key]


def _build(cls: type[Element], depth: int, size: int, own: int) -> st.SearchStrategy[Any]:
    fixed: dict[str, st.SearchStrategy[Any]] = {}
    groups: dict[int, dict[str, st.SearchStrategy[Any]]] = {}
    for member in cls.__xml__.members:
        one = _member(cls, member, depth, size, own)
        if one is None:
            continue
        if member.choice is not None and not member.repeats:
            groups.setdefault(member.choice, {})[member.name] = one
        else:
            fixed[member.name] = one
    parts = [st.fixed_dictionaries({}, optional={k: v for k, v in fixed.items() if not _required(cls, k)})]
    parts.append(st.fixed_dictionaries({k: v for k, v in fixed.items() if _required(cls, k)}))
    parts += [_one_of(members) for members in groups.values()]
    return st.tuples(*parts).map(lambda found: cls(**{k: v for part in found for k, v in part.items()}))


def _required(cls: type[Element], name: str) -> bool:
    return any(member.name == name and member.low > 0 for member in cls.__xml__.members)


def _one_of(members: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Return at most one member of a choice."""
    return st.just({}) | st.one_of([st.fixed_dictionaries({name: one}) for name, one in members.items()])


def _member(cls: type[Element], member: Member, depth: int, size: int, own: int) -> st.SearchStrategy[Any] | None:
    """Return values for a member, in a list of ``own`` at most; None when it is left out for its depth."""
    one = _value(cls, member, depth, size)
    if one is None:
        return None
    if not member.is_list:
        return one
    most = min(own, member.high) if member.high is not None else own
    return st.lists(one, min_size=member.low, max_size=max(most, member.low))


def _value(cls: type[Element], member: Member, depth: int, size: int) -> st.SearchStrategy[Any] | None:
    if member.type == "any":
        if depth <= 0:
            return raw_elements() if member.low else None
        nouns = st.sampled_from([profile.cls for profile in PROFILES.values()])
        return raw_elements() | nouns.flatmap(lambda noun: _objects(noun, depth - 2, size))
    if member.type == "@ref":
        return texts()
    if member.type.startswith("xs:"):
        return values(member.type)
    target = resolve(cls, member.type)
    if issubclass(target, OpenEnum):
        return st.sampled_from(list(target))
    if depth <= 0 and not member.low:
        return None
    return _objects(target, depth - 1, size)
