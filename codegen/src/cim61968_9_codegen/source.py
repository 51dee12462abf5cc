"""The pieces that generated source is made of: headers, imports, texts and docstrings."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence

from attrs import frozen

from .sharing import Module

__all__ = ["Layout", "docstring", "first_sentence", "header", "import_line", "quote"]

_WIDTH = 116


@frozen
class Layout:
    """Where the generated modules stand and how their header calls the command that makes them.

    ``package`` is the dotted name of the generated package; ``runtime`` that of the library.
    """

    package: str
    command: str
    runtime: str = "cim61968_9"


def first_sentence(text: str) -> str:
    """Return the first sentence, with a small first letter."""
    found = re.match(r".*?[.](?= |$)", text)
    sentence = found.group() if found else text
    return sentence[:1].lower() + sentence[1:]


def header(layout: Layout, doc: str, modules: Sequence[Module]) -> str:
    """Return the comments and the docstring that a module begins with."""
    schemas = [module.schema for module in modules if module.schema is not None]
    lines = ["# Generated code: do not edit.", f"# Generator: {layout.command}"]
    lines += [f"# Schema: {schema.name}.xsd, sha256 {schema.sha256}" for schema in schemas]
    return "\n".join(lines) + "\n" + docstring(doc, "", "") + "\nfrom __future__ import annotations\n\n"


def import_line(source: str, names: Sequence[str]) -> str:
    """Return an import, over several lines when it is long."""
    listed = ", ".join(names)
    line = f"from {source} import {listed}\n"
    if len(line) <= _WIDTH:
        return line
    return f"from {source} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"


def quote(text: str) -> str:
    """Return a text as a literal."""
    return json.dumps(text, ensure_ascii=False)


def docstring(text: str, more: str, indent: str) -> str:
    """Return a docstring: its first sentence alone, then the rest, wrapped."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    found = re.match(r"(.*?[.])(?: |$)", text)
    first, rest = (found.group(1), text[found.end() :].strip()) if found else (text, "")
    body = " ".join(part for part in (rest, more) if part)
    width = _WIDTH - len(indent)
    if not body:
        closed = f'{first[:-1]}\\"' if first.endswith('"') else first
        one = f'{indent}"""{closed}"""\n'
        if len(one) <= _WIDTH + 1:
            return one
    head = textwrap.wrap(f'"""{first}', width)
    lines = head + (["", *textwrap.wrap(body, width)] if body else []) + ['"""']
    return "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
