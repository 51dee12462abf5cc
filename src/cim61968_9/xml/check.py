"""Describes what is wrong with objects that cannot be written: walks them against their field tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..model import Element, Member, OpenEnum
from .escape import forbidden
from .foreign import Foreign, RawElement
from .lexical import lexical
from .shape import is_plain, resolve
from .values import InvalidText, QualifiedName
from .xml_names import is_attribute, is_local

__all__ = ["Fault", "check", "check_foreign"]


class Fault(NamedTuple):
    """Something that keeps an object from being written.

    What is not ``fatal`` can be written in lax mode, although it is not valid.
    """

    rule: str
    path: str
    message: str
    value: str | None = None
    fatal: bool = False


def check(obj: Any, path: str, root_of: Callable[[type], str | None], *, deep: bool = True) -> Iterator[Fault]:
    """Yield all faults of an object and, when ``deep``, of all below it.

    ``root_of`` returns the root element of a class, None when it has none.
    """
    cls = type(obj)
    if obj.foreign is not None:
        yield from check_foreign(obj, path)
    for member in cls.__xml__.members:
        value = getattr(obj, member.name, None)
        here = path if member.kind in {"text", "any"} else f"{path}/{'@' * (member.kind == 'attribute')}{member.tag}"
        if member.is_list:
            if not isinstance(value, list | tuple):
                yield _wrong(here, "a list", value)
                continue
            yield from _count(member, value, here)
            items = list(value)
        else:
            if value is None and member.low:
                yield Fault("XSD103", here, f"expected a value for {member.name}, found None")
            items = [] if value is None else [value]
        for number, item in enumerate(items, 1):
            yield from _item(cls, member, item, f"{here}[{number}]" if len(items) > 1 else here, root_of, deep)
    for group in cls.__xml__.choices:
        names = [member.name for member in group if getattr(obj, member.name) not in (None, [])]
        if len(names) > 1:
            yield Fault("XSD106", path, f"found {' and '.join(names)}, expected only one of them")


def check_foreign(obj: Any, path: str) -> Iterator[Fault]:
    """Yield what is wrong with the foreign content of an object: no mode can write that."""
    foreign: Foreign = obj.foreign
    yield from _names(foreign, obj, path)
    for choice, order in foreign.order.items():
        known = {member.name for member in type(obj).__xml__.members if member.choice == choice}
        if known and (unknown := [name for name in order if name not in known]):
            message = (
                f"foreign content has {unknown[0]!r} in the order of a choice, expected {' or '.join(sorted(known))}"
            )
            yield Fault("XSD113", path, message, str(unknown[0]), fatal=True)
    texts: list[Any] = [*foreign.attributes.values(), *(text for _, text in foreign.text)]
    texts += [text for leaf in foreign.leaves.values() for text in leaf.values() if text is not None]
    for text in texts:
        if not isinstance(text, str):
            message = f"foreign content has {text!r}, expected a str; what is absent is left out"
            yield Fault("XSD107", path, message, str(text), fatal=True)
        elif (bad := forbidden(text)) is not None:
            message = f"foreign content has the character {bad}, which XML cannot carry; remove it"
            yield Fault("XSD107", path, message, text, fatal=True)


def _names(foreign: Foreign, obj: Any, path: str) -> Iterator[Fault]:
    """Yield the attributes whose names would become other markup, or that are there twice."""
    own = {
        one.tag for one in type(obj).__xml__.members if one.kind == "attribute" and getattr(obj, one.name) is not None
    }
    leaves = [name for leaf in foreign.leaves.values() for name in leaf]
    for name in (*foreign.attributes, *leaves):
        if not is_attribute(name):
            message = (
                f"foreign content has the attribute {name[:60]!r}, expected a name such as 'mark' or '{{urn:a}}mark'"
            )
            yield Fault("XSD102", path, message, name, fatal=True)
    for name in own & foreign.attributes.keys():
        message = f"foreign content has the attribute {name}, which the object has too; remove one of them"
        yield Fault("XSD102", path, message, name, fatal=True)
    for (member, number), leaf in foreign.leaves.items():
        if leaf.get("ref") is not None and _has_reference(obj, member, number):
            message = f"foreign content has the attribute ref of {member}, which the object has too; remove one of them"
            yield Fault("XSD102", path, message, leaf["ref"], fatal=True)
    for value in (*foreign.attributes.values(), *(text for leaf in foreign.leaves.values() for text in leaf.values())):
        if isinstance(value, QualifiedName) and value.namespace and value.prefix and not is_local(value.prefix):
            message = f"foreign content has {str(value)[:60]!r}, expected a qualified name"
            yield Fault("XSD107", path, message, str(value), fatal=True)


def _has_reference(obj: Any, name: str, number: int) -> bool:
    member = next((one for one in type(obj).__xml__.members if one.name == name), None)
    if member is None or member.type != "@ref":
        return False
    value = getattr(obj, name)
    items = value if isinstance(value, list | tuple) else [value]
    return number < len(items) and items[number] is not None


def _count(member: Member, value: Any, path: str) -> Iterator[Fault]:
    if len(value) < member.low:
        yield Fault("XSD103", path, f"expected at least {member.low} in {member.name}, found {len(value) or 'none'}")
    if member.high is not None and len(value) > member.high:
        yield Fault("XSD104", path, f"expected at most {member.high} in {member.name}, found {len(value)}")


def _item(
    cls: type[Element], member: Member, value: Any, path: str, root_of: Callable[[type], str | None], deep: bool
) -> Iterator[Fault]:
    if member.type == "any":
        yield from _content(value, path, root_of, deep)
    elif not is_plain(cls, member):
        expected = resolve(cls, member.type)
        if not isinstance(value, expected):
            yield _wrong(path, f"a {expected.__name__}", value, expected)
        elif deep:
            yield from check(value, path, root_of)
    elif member.type.startswith(("xs:", "@")):
        yield from _simple(member, value, path)
    else:
        yield from _enum(resolve(cls, member.type), value, path)


def _content(value: Any, path: str, root_of: Callable[[type], str | None], deep: bool) -> Iterator[Fault]:
    if isinstance(value, RawElement):
        return
    root = root_of(type(value))
    if root is None:
        yield _wrong(path, "a noun such as MeterReadings, or a RawElement", value)
    elif deep:
        yield from check(value, f"{path}/{root}", root_of)


def _simple(member: Member, value: Any, path: str) -> Iterator[Fault]:
    kind = lexical("xs:string" if member.type == "@ref" else member.type)
    try:
        text = kind.render(value)
    except TypeError as error:
        yield Fault("XSD113", path, f"{error}: {value!r}", str(value), fatal=True)
        return
    except ValueError as error:
        kept = isinstance(value, InvalidText) or (member.type == "xs:QName" and isinstance(value, str))
        reason = f"found {str(value)!r}, expected {kind.expected}" if kept else str(error)
        yield Fault("XSD107", path, reason, str(value), fatal=not kept or forbidden(str(value)) is not None)
        return
    if (bad := forbidden(text)) is not None:
        yield Fault("XSD107", path, f"found the character {bad}, which XML cannot carry; remove it", text, fatal=True)
    if member.type == "xs:QName" and ":" in text and not (isinstance(value, QualifiedName) and value.namespace):
        message = f"found {text!r} with a prefix that stands for nothing; expected QualifiedName(text, namespace)"
        yield Fault("XSD107", path, message, text)


def _enum(enum: type[OpenEnum], value: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield _wrong(path, f"a {enum.__name__}", value)
    elif (bad := forbidden(value)) is not None:
        yield Fault("XSD107", path, f"found the character {bad}, which XML cannot carry; remove it", value, fatal=True)
    elif value not in enum._value2member_map_:
        yield Fault("XSD110", path, f"found {str(value)!r}, expected one of: {', '.join(enum)}", str(value))


def _wrong(path: str, expected: str, value: Any, cls: type | None = None) -> Fault:
    found = type(value).__name__
    if cls is not None and found == cls.__name__:
        found, expected = f"{type(value).__module__}.{found}", f"a {cls.__module__}.{cls.__name__}"
    return Fault("XSD113", path, f"found {found}, expected {expected}", repr(value)[:200], fatal=True)
