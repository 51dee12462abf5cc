"""Compiles a class to the function that writes it as text.

A writer builds one string for an element from the strings of its members; nothing is written twice and no tree is
made. It refuses (by an exception of any kind) whatever it cannot write as valid XML; :mod:`.check` then says what and
where. A writer for ``IntervalReading`` looks like this (shortened)::

    def write(obj, tag, attributes, writing):
        if obj.__class__ is not cls or obj.foreign is not None or writing.lax:
            return writing.slowly(obj, cls, tag, attributes, 'm')
        inside = ""
        value = obj.time_stamp
        if value is not None:
            inside += f"<m:timeStamp>{writing.stamp(value)}</m:timeStamp>"
        value = obj.value
        if value is not None:
            inside += f"<m:value>{escape(value) if unsafe(value) else value}</m:value>"
        for item in obj.reading_qualities:
            inside += write_ReadingQuality(item, 'm:ReadingQualities', '', writing)
        ...
        return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..model import Element, Member, OpenEnum
from . import escape
from .compile_reader import choice_checks, compile_function
from .lexical import lexical
from .shape import is_plain, resolve

__all__ = ["writer"]

_writers: dict[tuple[type[Element], str], Callable[..., str]] = {}


def writer(cls: type[Element], prefix: str) -> Callable[..., str]:
    """Return the function that writes a class under a prefix, compiled on first use."""
    found = _writers.get((cls, prefix))
    if found is None:
        found = _writers[cls, prefix] = compile_function("write", cls, *_source(cls, prefix))
    return found


def _refuse(reason: str) -> str:
    raise ValueError(reason)


def _source(cls: type[Element], prefix: str) -> tuple[str, dict[str, Any]]:
    variables: dict[str, Any] = {
        "cls": cls,
        "escape": escape.text,
        "escape_attribute": escape.attribute,
        "refuse": _refuse,
        "unsafe": escape.unsafe,
        "unsafe_attribute": escape.unsafe_attribute,
    }
    lines = [
        "def write(obj, tag, attributes, writing):",
        "    if obj.__class__ is not cls or obj.foreign is not None or writing.lax:",
        f"        return writing.slowly(obj, cls, tag, attributes, {prefix!r})",
        "    inside = ''",
    ]
    for member in cls.__xml__.members:
        lines += [f"    {line}" for line in _member(cls, member, prefix, variables)]
    lines += choice_checks(cls, "obj.", "refuse('more than one of a choice')")
    lines.append("    return f'<{tag}{attributes}>{inside}</{tag}>' if inside else f'<{tag}{attributes}/>'")
    return "\n".join(lines) + "\n", variables


def _member(cls: type[Element], member: Member, prefix: str, variables: dict[str, Any]) -> list[str]:
    if member.is_list:
        lines = [
            f"values = obj.{member.name}",
            "if values.__class__ is not list and not isinstance(values, list | tuple):",
            f"    refuse({f'{member.name} is no list'!r})",
            "for value in values:",
            f"    {_write(cls, member, prefix, variables)}",
        ]
        if member.low:
            lines += [f"if len(obj.{member.name}) < {member.low}:", f"    refuse({f'{member.name} is too short'!r})"]
        if member.high is not None:
            lines += [f"if len(obj.{member.name}) > {member.high}:", f"    refuse({f'{member.name} is too long'!r})"]
        return lines
    lines = [f"value = obj.{member.name}"]
    if member.low:
        lines += ["if value is None:", f"    refuse({f'{member.name} is None'!r})"]
        return [*lines, _write(cls, member, prefix, variables)]
    return [*lines, "if value is not None:", f"    {_write(cls, member, prefix, variables)}"]


def _write(cls: type[Element], member: Member, prefix: str, variables: dict[str, Any]) -> str:
    """Return the statement that adds one value."""
    if member.kind == "attribute":
        text = _text(cls, member, variables)
        safe = f"escape_attribute({text}) if unsafe_attribute({text}) else {text}"
        return f"attributes += f' {member.tag}=\"{{{safe}}}\"'"
    if member.kind == "text":
        text = _text(cls, member, variables)
        return f"inside += escape({text}) if unsafe({text}) else {text}"
    if member.type == "any":
        return "inside += writing.content(value)"
    tag = f"{prefix}:{member.tag}" if prefix else member.tag
    if member.type == "@ref":
        safe = "escape_attribute(value) if unsafe_attribute(value) else value"
        return f"inside += f'<{tag} ref=\"{{{safe}}}\"/>'"
    if member.type == "xs:QName":
        return f"inside += writing.name({tag!r}, value, {prefix!r})"
    if not is_plain(cls, member):
        key = f"write_{member.type}"
        variables[key] = _lazy(resolve(cls, member.type), prefix, key, variables)
        return f"inside += {key}(value, {tag!r}, '', writing)"
    text = _text(cls, member, variables)
    if _is_text(member):
        text = f"escape({text}) if unsafe({text}) else {text}"
        return f"inside += f'<{tag}>{{{text}}}</{tag}>' if value != '' else '<{tag}/>'"
    return f"inside += f'<{tag}>{{{text}}}</{tag}>'"


def _is_text(member: Member) -> bool:
    return member.type.startswith("xs:") and lexical(member.type).render.__name__ == "render_string"


def _text(cls: type[Element], member: Member, variables: dict[str, Any]) -> str:
    """Return the expression for the text of ``value``."""
    if member.type in {"xs:dateTime", "xs:dateTimeStamp"}:
        return "writing.stamp(value)"
    if _is_text(member):
        return "value"
    if member.type.startswith("xs:"):
        key = f"render_{member.type[3:]}"
        variables[key] = lexical(member.type).render
        return f"{key}(value)"
    enum: type[OpenEnum] = resolve(cls, member.type)
    key = f"codes_{member.type}"
    variables[key] = {str(value): escape.text(value) for value in enum}
    return f"{key}[value]"


def _lazy(target: type[Element], prefix: str, key: str, variables: dict[str, Any]) -> Callable[..., str]:
    """Return a function that compiles the writer of a member's class when it is first met."""

    def first(obj: Any, tag: str, attributes: str, writing: Any) -> str:
        variables[key] = writer(target, prefix)
        text: str = variables[key](obj, tag, attributes, writing)
        return text

    return first
