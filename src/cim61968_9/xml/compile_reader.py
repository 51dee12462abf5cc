"""Compiles a class to the function that reads it from an lxml element.

The source of each function is made from the field table when the class is first read, as attrs does for its methods;
it shows in tracebacks. A function walks the children once, compares local names in the order of the schema and stores
values without detours. Whatever is not plain (an unknown child or attribute, a text between elements, a wrong order)
only sets ``odd``; :mod:`.keep` then keeps it, and :mod:`.audit` describes it.

A reader for ``IntervalReading`` looks like this (shortened)::

    def read(element, names, reading):
        stamps = reading.stamps
        odd = True if element.keys() else False
        at = 0
        time_stamp = None
        reading_qualities = []
        ...
        for child in element[:]:
            tag = names[child.tag]
            if tag == "timeStamp":
                if at >= 3:
                    odd = True
                    if time_stamp is not None: continue
                at = 3
                if len(child) or child.keys():
                    odd = True
                    text = leaf_text(child)
                    if text is None: continue
                else:
                    text = child.text
                time_stamp = stamps[text]
            ...
            else:
                odd = True
        obj = new(cls)
        obj.time_stamp = time_stamp
        ...
        obj.foreign = reading.keep(element, names, cls) if odd else None
        return obj
"""

from __future__ import annotations

import linecache
import sys
from collections.abc import Callable
from typing import Any

from ..model import Element, Member, OpenEnum
from .lexical import BOOLEANS, lexical
from .shape import is_plain, leaf_text, resolve
from .text import SPACE

__all__ = ["reader"]

_TEXTS = frozenset({"xs:string"})
_readers: dict[type[Element], Callable[..., Any]] = {}


def reader(cls: type[Element]) -> Callable[..., Any]:
    """Return the function that reads a class, compiled on first use."""
    found = _readers.get(cls)
    if found is None:
        found = _readers[cls] = compile_function("read", cls, *_source(cls))
    return found


def compile_function(name: str, cls: type[Element], source: str, variables: dict[str, Any]) -> Callable[..., Any]:
    """Compile the source of one function and make it visible in tracebacks."""
    filename = f"<cim61968_9 {name} {cls.__module__}.{cls.__qualname__}>"
    exec(compile(source, filename, "exec"), variables)
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    function: Callable[..., Any] = variables[name]
    return function


def _source(cls: type[Element]) -> tuple[str, dict[str, Any]]:
    members = cls.__xml__.members
    variables: dict[str, Any] = {
        "cls": cls,
        "new": object.__new__,
        "leaf_text": leaf_text,
        "space": SPACE,
        "intern": sys.intern,
        "only_ref": ["ref"],
    }
    lines = ["def read(element, names, reading):"]
    if any(member.type in {"xs:dateTime", "xs:dateTimeStamp"} for member in members):
        lines.append("    stamps = reading.stamps")
    lines.append("    at = 0")
    if any(member.repeats for member in members):
        lines.append("    turn = 0")
    lines += [f"    {_local(member)} = {'[]' if member.is_list else 'None'}" for member in members]
    lines += _attributes(cls, variables)
    text = cls.__xml__.text
    if text is not None:
        lines += _text_content(cls, text, variables)
    else:
        lines += _children(cls, variables)
    if required := [_local(member) for member in members if member.low]:
        missing = " or ".join(f"not {name}" if _by_name(cls, name).is_list else f"{name} is None" for name in required)
        lines += [f"    if {missing}:", "        odd = True"]
    lines.append("    obj = new(cls)")
    lines += [f"    obj.{member.name} = {_local(member)}" for member in members]
    lines += ["    obj.foreign = reading.keep(element, names, cls) if odd else None", "    return obj"]
    return "\n".join(lines) + "\n", variables


def _local(member: Member) -> str:
    return f"v_{member.name}"


def _by_name(cls: type[Element], local: str) -> Member:
    return next(member for member in cls.__xml__.members if _local(member) == local)


def _attributes(cls: type[Element], variables: dict[str, Any]) -> list[str]:
    attributes = [member for member in cls.__xml__.members if member.kind == "attribute"]
    if not attributes:
        return ["    odd = True if element.keys() else False"]
    lines = ["    odd = False", "    for key in element.keys():"]
    test = "if"
    for member in attributes:
        lines += [f"        {test} key == {member.tag!r}:", "            text = element.get(key)"]
        lines += [f"            {_local(member)} = {_convert(cls, member, 'element', variables)}"]
        test = "elif"
    return [*lines, "        else:", "            odd = True"]


def _text_content(cls: type[Element], member: Member, variables: dict[str, Any]) -> list[str]:
    return [
        "    text = element.text",
        "    if len(element):",
        "        odd = True",
        "        text = leaf_text(element) or ''",
        "    if text is None:",
        f"        text = {member.default or ''!r}",
        f"    {_local(member)} = {_convert(cls, member, 'element', variables)}",
    ]


def _children(cls: type[Element], variables: dict[str, Any]) -> list[str]:
    lines = [
        "    text = element.text",
        "    if text is not None and text.strip(space):",
        "        odd = True",
        "    for child in element[:]:",  # all at once, which lxml does faster than one by one
        "        tag = names[child.tag]",
    ]
    position = cls.__xml__.position
    test = "if"
    for member in cls.__xml__.members:
        if member.kind != "element":
            continue
        lines.append(f"        {test} tag == {member.tag!r}:")
        lines += _indent(_place(cls, member, position[member.name]), 3)
        lines += _indent(_take(cls, member, variables), 3)
        test = "elif"
    wildcard = cls.__xml__.wildcard
    if wildcard is not None:
        lines.append(f"        {test} tag[:1] == '{{':")
        lines += _indent(_wildcard(cls, wildcard, position[wildcard.name]), 3)
        test = "elif"
    if test == "if":
        lines += ["        if tag:", "            odd = True"]
    else:
        lines += ["        elif tag:", "            odd = True"]
    return [
        *lines,
        "        text = child.tail",
        "        if text is not None and text.strip(space):",
        "            odd = True",
        *choice_checks(cls, "v_", "odd = True"),
    ]


def choice_checks(cls: type[Element], before: str, consequence: str) -> list[str]:
    """Return statements that act when more than one member of a choice is there; ``before`` precedes their names."""
    lines = []
    for group in cls.__xml__.choices:
        names = [(f"{before}{member.name}", member.is_list) for member in group]
        tests = [f"bool({name})" if is_list else f"({name} is not None)" for name, is_list in names]
        lines += [f"    if {' + '.join(tests)} > 1:", f"        {consequence}"]
    return lines


def _place(cls: type[Element], member: Member, number: int) -> list[str]:
    """Return the check of order, and for a single member that it is the first."""
    name = _local(member)
    if member.is_list:
        lines = [f"if at > {number}:", "    odd = True", "else:", f"    at = {number}"]
        if member.repeats:  # any order is valid, but one that is not that of the schema has to be kept
            turn = cls.__xml__.names.index(member.name)
            lines += [f"if turn > {turn}:", "    odd = True", "else:", f"    turn = {turn}"]
        if member.high is not None:
            lines += [f"if len({name}) >= {member.high}:", "    odd = True"]
        return lines
    return [
        f"if at >= {number}:",
        "    odd = True",
        f"    if {name} is not None:",
        "        continue",
        "else:",
        f"    at = {number}",
    ]


def _wildcard(cls: type[Element], member: Member, number: int) -> list[str]:
    value = "reading.content(child)"
    store = f"{_local(member)}.append({value})" if member.is_list else f"{_local(member)} = {value}"
    if member.is_list:
        return [f"if at > {number}:", "    odd = True", "else:", f"    at = {number}", store]
    return [*_place(cls, member, number), store]


def _take(cls: type[Element], member: Member, variables: dict[str, Any]) -> list[str]:
    """Return the statements that store a child."""
    name = _local(member)

    def store(value: str) -> str:
        return f"{name}.append({value})" if member.is_list else f"{name} = {value}"

    if member.type == "@ref":
        return [
            "if child.keys() == only_ref and child.text is None and not len(child):",
            f"    {store('intern(child.get(' + repr('ref') + '))')}",
            "else:",
            "    odd = True",
            "    value = reading.reference(child)",
            "    if value is not None:",
            f"        {store('value')}",
        ]
    if member.type == "any":
        return [store("reading.content(child)")]
    if not is_plain(cls, member):
        target = resolve(cls, member.type)
        key = f"read_{member.type}"
        variables[key] = _lazy(target, key, variables)
        return [store(f"{key}(child, names, reading)")]
    lines = [
        "if len(child) or child.keys():",
        "    odd = True",
        "    text = leaf_text(child)",
        "    if text is None:",
        "        continue",
        "else:",
        "    text = child.text",
    ]
    if member.type not in {"xs:dateTime", "xs:dateTimeStamp"} or member.default is not None:
        empty = repr(member.default or "")
        lines += ["    if text is None:", f"        text = {empty}"]
    return [*lines, store(_convert(cls, member, "child", variables))]


def _lazy(target: type[Element], key: str, variables: dict[str, Any]) -> Callable[..., Any]:
    """Return a function that compiles the reader of a member's class when it is first met."""

    def first(element: Any, names: Any, reading: Any) -> Any:
        variables[key] = reader(target)
        return variables[key](element, names, reading)

    return first


def _convert(cls: type[Element], member: Member, element: str, variables: dict[str, Any]) -> str:
    """Return the expression that makes a value of ``text``."""
    if member.type in _TEXTS:
        return "text"
    if member.type in {"xs:dateTime", "xs:dateTimeStamp"}:
        return "stamps[text]"
    if member.type == "xs:QName":
        return f"reading.name({element}, text)"
    if member.type == "xs:boolean":
        variables["booleans"], variables["parse_boolean"] = BOOLEANS, lexical(member.type).parse
        return "booleans[text] if text in booleans else reading.value(parse_boolean, text)"
    if member.type.startswith("xs:"):
        key = f"parse_{member.type[3:]}"
        variables[key] = lexical(member.type).parse
        return f"reading.value({key}, text)"
    enum: type[OpenEnum] = resolve(cls, member.type)
    key = f"known_{member.type}"
    variables[key] = {value.value: value for value in enum}
    variables[member.type] = enum
    return f"{key}.get(text) or reading.enum({member.type}, text)"


def _indent(lines: list[str], level: int) -> list[str]:
    return [f"{'    ' * level}{line}" for line in lines]
