"""From JSON to objects: a function for each class, made from its field table when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

from .._hints import near
from ..errors import LimitError
from ..model import Element, Member
from ..nouns import registry
from ..xml.foreign import RawElement
from ..xml.limits import Limits
from ..xml.pausing import Paused
from ..xml.shape import is_plain, resolve
from .foreign import ForeignForm, load_raw
from .keys import FOREIGN, SCHEMA_VERSION, TYPE, VERSION, XML, keys_of
from .refusal import Refusal, at, kind_of, quoted, refuse
from .simple import Loader, simple_loader
from .text import as_object, parsed
from .type_names import class_called, name_of

__all__ = ["from_json"]

T = TypeVar("T", bound=Element)

_LIMITS = Limits()
_fillers: dict[type, Loader] = {}


@overload
def from_json(text: str | bytes | bytearray | memoryview, cls: None = None, *, limits: Limits = ...) -> Any: ...
@overload
def from_json(text: str | bytes | bytearray | memoryview, cls: type[T], *, limits: Limits = ...) -> T: ...
def from_json(
    text: str | bytes | bytearray | memoryview, cls: type[Element] | None = None, *, limits: Limits = _LIMITS
) -> Any:
    """Return the object of a JSON text, as :func:`to_json` writes it; bytes are UTF-8.

    Its class is named by ``$type``. With ``cls`` it must be of that class, and needs no name. As a tolerant read does,
    it takes values that an enumeration does not list, and leaves None what is required and not there;
    ``cim.check(obj)`` says whether the object is valid.

    Raises:
        JsonError: It is no JSON, a key or a class is not known, or a value is none of its type; ``path`` says where.
        LimitError: It is larger or deeper than the limits allow.
        TypeError: The text is neither str nor bytes, ``cls`` no message class, or ``limits`` no limits.
    """
    if cls is not None and not (isinstance(cls, type) and issubclass(cls, Element)):
        raise TypeError(f"cls is {cls!r}, expected a message class such as cim.MeterReadings")
    if not isinstance(limits, Limits):
        raise TypeError(f"limits is {limits!r}, expected a cim.Limits; leave it out for those that are usual")
    with Paused(limits):
        try:
            return _root(parsed(text, limits), cls, _Loading(limits))
        except Refusal as refusal:
            raise refusal.error() from None
        except RecursionError:
            raise LimitError("the JSON text is nested more deeply than can be read") from None


class _Loading:
    """The state of one reading."""

    __slots__ = ("depth", "limits", "stamps")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.depth = 0
        self.stamps: dict[str, Any] = {}


def _root(found: Any, cls: type[Element] | None, loading: _Loading) -> Any:
    parts = as_object(found, f'a message or a payload, as {{"{TYPE}": "MeterReadings", ...}}')
    if VERSION in parts:
        with at(VERSION):  # before all else, as another version may have other keys
            _check_version(parts[VERSION])
    if TYPE in parts:
        return _filler(_named(parts[TYPE], cls or Element))(parts, loading)
    if cls is None or cls is Element:
        refuse(f"found no {TYPE}, expected the name of a class such as 'MeterReadings'; or give cls to from_json")
    return _filler(cls)(parts, loading)


def _check_version(version: Any) -> None:
    if version.__class__ not in {int, float} or version != SCHEMA_VERSION:
        refuse(
            f"found {kind_of(version)}, expected {SCHEMA_VERSION}, the only version that this release reads; "
            "update the library, or write the text anew"
        )


def _named(name: Any, expected: type[Element]) -> type[Element]:
    """Return the class that a ``$type`` names."""
    with at(TYPE):
        cls = class_called(name) if isinstance(name, str) else None
        if cls is None:
            refuse(
                f"found {kind_of(name)}, expected the name of a class that is known, such as 'MeterReadings'; "
                "make other packages known with cim.register"
            )
        if not issubclass(cls, expected):
            refuse(f"found {name}, expected {name_of(expected) or expected.__name__}")
    return cls


def _filler(cls: type) -> Loader:
    """Return the function that makes an object of a class from a JSON object."""
    found = _fillers.get(cls)
    if found is None:
        found = _fillers[cls] = _made(cls)
    return found


def _made(cls: type[Element]) -> Loader:
    keys = keys_of(cls)
    takes: dict[str, tuple[str, Loader]] = {}
    for member in cls.__xml__.members:
        load = _loader(cls, member)
        takes[keys[member.name]] = member.name, _list_of(load) if member.is_list else load
    foreign = ForeignForm(cls)
    takes[FOREIGN] = "foreign", foreign.load
    singles = ["foreign", *(member.name for member in cls.__xml__.members if not member.is_list)]
    lists = [member.name for member in cls.__xml__.members if member.is_list]
    new = object.__new__

    def fill(found: Any, loading: Any) -> Any:
        loading.depth += 1
        if loading.depth > loading.limits.max_depth:
            raise LimitError(
                f"JSON text with more than {loading.limits.max_depth} levels of objects; raise Limits(max_depth=...) "
                "if that is meant"
            )
        obj = new(cls)
        for name in singles:
            setattr(obj, name, None)
        for name in lists:
            setattr(obj, name, [])
        key = ""
        try:
            for key, value in found.items():
                take = takes.get(key)
                if take is not None:
                    setattr(obj, take[0], take[1](value, loading))
                elif key == VERSION:
                    _check_version(value)
                elif key != TYPE:
                    refuse(_unknown(key, cls, keys))
            if obj.foreign is not None:
                key = FOREIGN
                foreign.check(obj)
        except Refusal as refusal:
            refusal.steps.append(key)
            raise
        loading.depth -= 1
        return obj

    return fill


def _unknown(key: str, cls: type[Element], keys: dict[str, str]) -> str:
    """Return the complaint about a key, with the one that may be meant."""
    found = f"found the key {quoted(key)}, which {name_of(cls) or cls.__name__} does not have"
    meant = near(key, [*keys, *keys.values()])  # the names in Python count too
    if meant is not None:
        return f"{found}; expected perhaps {keys.get(meant, meant)!r}"
    known = list(keys.values())
    more = f" and {len(known) - 15} more" if len(known) > 15 else ""
    return f"{found}; expected one of: {', '.join(known[:15]) or 'none'}{more}"


def _list_of(load: Loader) -> Loader:
    def load_all(found: Any, loading: Any) -> list[Any]:
        if found.__class__ is not list:
            refuse(f"found {kind_of(found)}, expected a list")
        made: list[Any] = []
        try:
            for item in found:
                made.append(load(item, loading))  # noqa: PERF401  # its length is the place of what is refused
        except Refusal as refusal:
            refusal.steps.append(len(made))
            raise
        return made

    return load_all


def _loader(cls: type[Element], member: Member) -> Loader:
    if member.type == "any":
        return _content
    if is_plain(cls, member):
        return simple_loader(cls, member)
    target = resolve(cls, member.type)
    expected = f"a {target.__name__}"
    fill: Callable[[Any, Any], Any] | None = None

    def load(found: Any, loading: Any) -> Any:
        nonlocal fill
        if found.__class__ is not dict:
            as_object(found, expected)
        if TYPE in found and (other := _named(found[TYPE], target)) is not target:
            return _filler(other)(found, loading)
        if fill is None:
            fill = _filler(target)
        return fill(found, loading)

    return load


def _content(found: Any, loading: _Loading) -> Any:
    """Return what stands at a wildcard: a payload, or a raw element."""
    parts = as_object(found, f"a payload with its {TYPE}, or a raw element with its {XML}")
    if XML in parts:
        raw: RawElement = load_raw(parts, loading.limits)
        return raw
    if TYPE not in parts:
        refuse(f"found {kind_of(found)}, expected a payload with its {TYPE}, or a raw element with its {XML}")
    cls = _named(parts[TYPE], Element)
    if registry.of_class(cls) is None:
        with at(TYPE):
            refuse(f"found {parts[TYPE]}, expected a noun such as MeterReadings")
    return _filler(cls)(parts, loading)
