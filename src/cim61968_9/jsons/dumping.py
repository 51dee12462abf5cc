"""From objects to JSON: a function for each class, made from its field table when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import JsonError, LimitError
from ..model import Element, Member
from ..nouns import registry
from ..xml.foreign import RawElement
from ..xml.shape import is_plain, resolve
from .foreign import ForeignForm, dump_raw
from .keys import FOREIGN, SCHEMA_VERSION, TYPE, VERSION, keys_of
from .refusal import Refusal, refuse
from .simple import Dumper, simple_dumper
from .text import written
from .type_names import name_of, named_base

__all__ = ["to_json"]

_fillers: dict[type, Callable[[Any, Any], dict[str, Any]]] = {}


def to_json(obj: Element, *, indent: int | None = None) -> str:
    """Return a message, a payload, or any object inside of one as JSON.

    It is one line, or many with ``indent``, the number of blanks for each level.

    Keys are the names of CIM; what is absent is left out. Nothing is lost: :func:`from_json` makes an equal object
    of it, texts that are no values and content beyond the schema included. Lone surrogates, and characters that no eye
    sees or that turn the direction of texts, are escaped. An object of a subclass of yours becomes one of the class
    that it extends, as in XML.

    Raises:
        JsonError: A member has a value of another type than its own; ``path`` says which.
        TypeError: It is no object of a message, or ``indent`` is neither None nor a whole number.
        ValueError: ``indent`` is negative.
        LimitError: The object is nested too deeply, or contains itself.
    """
    if not isinstance(obj, Element):
        raise TypeError(f"found {type(obj).__name__}, expected a message, a payload, or an object inside of one")
    try:
        return written(_root(obj), indent)
    except Refusal as refusal:
        raise refusal.error() from None
    except RecursionError:
        raise LimitError("the object is nested too deeply for JSON, or contains itself") from None


def _root(obj: Element) -> dict[str, Any]:
    base = named_base(type(obj))
    if base is None:
        raise JsonError(
            f"{type(obj).__module__}.{type(obj).__name__} belongs to no root element that is known; make its package "
            "known with cim.register(package)"
        )
    return {TYPE: name_of(base), VERSION: SCHEMA_VERSION, **_filler(base)(obj, _Dumping())}


class _Dumping:
    """The state of one writing: a memo of time stamps, as interval data has the same object with every meter."""

    __slots__ = ("stamps",)

    def __init__(self) -> None:
        self.stamps: dict[int, tuple[Any, str]] = {}


def _filler(cls: type) -> Callable[[Any, Any], dict[str, Any]]:
    """Return the function that makes a JSON object of the members of a class."""
    found = _fillers.get(cls)
    if found is None:
        found = _fillers[cls] = _made(cls)
    return found


def _made(cls: type[Element]) -> Callable[[Any, Any], dict[str, Any]]:
    keys = keys_of(cls)
    rows = [(one.name, keys[one.name], one.is_list, _dumper(cls, one)) for one in cls.__xml__.members]
    foreign = ForeignForm(cls)

    def fill(obj: Any, dumping: Any) -> dict[str, Any]:
        made: dict[str, Any] = {}
        key = ""
        try:
            for name, key, is_list, dump in rows:
                value = getattr(obj, name)
                if value is None:
                    continue
                if not is_list:
                    made[key] = dump(value, dumping)
                elif value:
                    made[key] = _items(value, dump, dumping)
            if obj.foreign is not None:
                key = FOREIGN
                made[key] = foreign.dump(obj)
        except Refusal as refusal:
            refusal.steps.append(key)
            raise
        return made

    return fill


def _items(values: Any, dump: Dumper, dumping: _Dumping) -> list[Any]:
    if not isinstance(values, list | tuple):
        refuse(f"found {type(values).__name__}, expected a list")
    made: list[Any] = []
    try:
        for value in values:
            made.append(dump(value, dumping))  # noqa: PERF401  # its length is the place of what is refused
    except Refusal as refusal:
        refusal.steps.append(len(made))
        raise
    return made


def _dumper(cls: type[Element], member: Member) -> Dumper:
    if member.type == "any":
        return _content
    if is_plain(cls, member):
        return simple_dumper(cls, member)
    target = resolve(cls, member.type)
    fill: Callable[[Any, Any], dict[str, Any]] | None = None

    def dump(value: Any, dumping: Any) -> Any:
        nonlocal fill
        if value.__class__ is not target:
            return _other(value, target, dumping)
        if fill is None:
            fill = _filler(target)
        return fill(value, dumping)

    return dump


def _other(value: Any, expected: type[Element], dumping: _Dumping) -> dict[str, Any]:
    """Return an object of a subclass, with the name of its class where that has one."""
    if not isinstance(value, expected):
        refuse(f"found {_called(type(value))}, expected {_called(expected)}")
    base = named_base(type(value))
    if base is None or base is expected or not issubclass(base, expected):
        return _filler(expected)(value, dumping)
    return {TYPE: name_of(base), **_filler(base)(value, dumping)}


def _called(cls: type) -> str:
    return (name_of(cls) if issubclass(cls, Element) else None) or cls.__name__


def _content(value: Any, dumping: _Dumping) -> dict[str, Any]:
    """Return what stands at a wildcard: a payload with the name of its class, or a raw element."""
    if isinstance(value, RawElement):
        return dump_raw(value)
    base = named_base(type(value)) if registry.of_class(type(value)) is not None else None
    if base is None:
        refuse(f"found {_called(type(value))}, expected a noun such as MeterReadings, or a RawElement")
    return {TYPE: name_of(base), **_filler(base)(value, dumping)}
