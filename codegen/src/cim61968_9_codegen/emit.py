"""From a plan of modules to Python source."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from attrs import frozen

from .decisions import SHADOWED, Decisions
from .model import ClassDef, EnumDef, MemberDef
from .sharing import Module

__all__ = ["Layout", "check_names", "public_modules", "render"]

_WIDTH = 116
_BUILTIN = {
    "boolean": "bool",
    "date": "dt.date",
    "dateTime": "dt.datetime",
    "dateTimeStamp": "dt.datetime",
    "decimal": "Decimal",
    "double": "float",
    "duration": "Duration",
    "float": "float",
    "time": "dt.time",
}
_INTEGERS = frozenset(
    [
        "integer",
        "int",
        "long",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    ]
)


@frozen
class Layout:
    """Where the generated modules stand and how their header calls the command that makes them.

    ``package`` is the dotted name of the generated package; ``runtime`` that of the library.
    """

    package: str
    command: str
    runtime: str = "cim61968_9"


def render(modules: Sequence[Module], decisions: Decisions, layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield the relative path and the source of every file of the package."""
    for module in modules:
        yield f"{module.name.replace('.', '/')}.py", _Writer(module, decisions, layout).source()
    if any(module.name.startswith("common.") for module in modules):
        yield "common/__init__.py", _header(layout, "Types that several schemas have in common.", [])
    yield "__init__.py", _index(modules, layout)
    yield "roots.py", _roots(modules, layout)


def public_modules(
    modules: Sequence[Module], decisions: Decisions, layout: Layout, door: str
) -> Iterator[tuple[str, str]]:
    """Yield a public module for every schema of a noun: the names of its classes, taken from the generated ones."""
    for module in modules:
        if module.schema is None or decisions.is_private(module.schema.name):
            continue
        names = sorted(set(module.reexports))
        origin: dict[str, list[str]] = {}
        for name in names:
            origin.setdefault(module.imports.get(name, module.name), []).append(name)
        doc = f"The classes of {module.schema.name}: {_first(module.schema.doc)}"
        lines = [_header(layout, doc, [module])]
        lines += (_import_line(f"{layout.package}.{home}", origin[home]) for home in sorted(origin))
        lines.append("\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n")
        yield f"{door}/{module.name}.py", "".join(lines)


def _first(text: str) -> str:
    found = re.match(r".*?[.](?= |$)", text)
    sentence = found.group() if found else text
    return sentence[:1].lower() + sentence[1:]


def _header(layout: Layout, doc: str, modules: Sequence[Module]) -> str:
    schemas = [module.schema for module in modules if module.schema is not None]
    lines = ["# Generated code: do not edit.", f"# Generator: {layout.command}"]
    lines += [f"# Schema: {schema.name}.xsd, sha256 {schema.sha256}" for schema in schemas]
    return "\n".join(lines) + "\n" + _docstring(doc, "", "") + "\nfrom __future__ import annotations\n\n"


def _import_line(source: str, names: Sequence[str]) -> str:
    listed = ", ".join(names)
    line = f"from {source} import {listed}\n"
    if len(line) <= _WIDTH:
        return line
    return f"from {source} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"


def _index(modules: Sequence[Module], layout: Layout) -> str:
    rows = []
    for module in modules:
        schema = module.schema
        if schema is None:
            continue
        for root, name in module.roots.items():
            values = (root, schema.namespace, f"{layout.package}.{module.name}", name, f"{schema.name}.xsd")
            about = (schema.edition, schema.confidence, schema.evidence, schema.estimate)
            rows.append("    (\n" + "".join(f"        {_quote(value)},\n" for value in values + about) + "    ),\n")
    doc = "Every root element: name, namespace, module, class, schema, edition, confidence, evidence, estimate."
    return _header(layout, doc, []) + "ROOTS: tuple[tuple[str, ...], ...] = (\n" + "".join(rows) + ")\n"


def _roots(modules: Sequence[Module], layout: Layout) -> str:
    names: list[str] = []
    lines = [_header(layout, "The class of every root element, for type checkers.", [])]
    for module in modules:
        roots = sorted(set(module.roots.values()))
        own = [name for name in roots if name not in module.imports]
        if own:
            lines.append(_import_line(f"{layout.package}.{module.name}", own))
            names += own
    listed = "".join(f'    "{name}",\n' for name in sorted(names))
    return "".join(lines) + f"\n__all__ = [\n{listed}]\n"


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _docstring(text: str, more: str, indent: str) -> str:
    """Return a docstring: its first sentence alone, then the rest, wrapped."""
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    found = re.match(r"(.*?[.])(?: |$)", text)
    first, rest = (found.group(1), text[found.end() :].strip()) if found else (text, "")
    body = " ".join(part for part in (rest, more) if part)
    width = _WIDTH - len(indent)
    if not body:
        one = f'{indent}"""{first}"""\n'
        if len(one) <= _WIDTH + 1:
            return one
    head = textwrap.wrap(f'"""{first}', width)
    lines = head + (["", *textwrap.wrap(body, width)] if body else []) + ['"""']
    return "".join(f"{indent}{line}\n" if line else "\n" for line in lines)


class _Writer:
    def __init__(self, module: Module, decisions: Decisions, layout: Layout) -> None:
        self.module = module
        self.decisions = decisions
        self.layout = layout
        self.needs: set[str] = set()
        self.mixins: set[str] = set()

    def source(self) -> str:
        module = self.module
        body = [self.enum(item) for _, item in sorted(module.enums.items())]
        body += [self.cls(item) for item in self.ordered()]
        if module.schema is not None:
            doc = f"{module.schema.name}: {_first(module.schema.doc) or 'classes of this schema.'}"
        else:
            doc = f"Types that several schemas share: {module.name.rpartition('.')[2]}."
        text = _header(self.layout, doc, [module])
        text += self.imports()
        names = sorted({*module.enums, *module.classes, *(name for name in module.reexports)})
        text += "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n"
        return text + "".join(f"\n\n{part}" for part in body)

    def ordered(self) -> list[ClassDef]:
        return [self.module.classes[name] for name in sorted(self.module.classes)]

    def imports(self) -> str:
        module, runtime = self.module, self.layout.runtime
        lines = []
        if "dt" in self.needs:
            lines.append("import datetime as dt\n")
        if "Decimal" in self.needs:
            lines.append("from decimal import Decimal\n")
        if module.classes:
            lines.append("from typing import ClassVar\n\nfrom attrs import define")
            lines.append(", field\n" if "field" in self.needs else "\n")
        lines.append("\n" if lines else "")
        names = [name for name, used in (("OpenEnum", module.enums), ("XmlType", module.classes)) if used]
        names += [name for name in ("Element", "Member") if module.classes]
        if names:
            lines.append(_import_line(f"{runtime}.model", sorted(names)))
        if "Duration" in self.needs:
            lines.append(f"from {runtime}.xml.values import Duration\n")
        if self.mixins:
            lines.append(_import_line(f"{runtime}._mixins", sorted(self.mixins)))
        by_home: dict[str, list[str]] = {}
        for name, home in module.imports.items():
            by_home.setdefault(home, []).append(name)
        lines += (_import_line(f"{self.layout.package}.{home}", sorted(by_home[home])) for home in sorted(by_home))
        return "".join(lines)

    def enum(self, item: EnumDef) -> str:
        lines = [f"class {item.name}(OpenEnum):\n", _docstring(item.doc or f"Values of {item.name}.", "", "    "), "\n"]
        for value, doc in item.values:
            lines.append(f"    {self.decisions.enum_member(value)} = {_quote(value)}\n")
            if doc:
                lines.append(_docstring(doc, "", "    "))
        return "".join(lines)

    def cls(self, item: ClassDef) -> str:
        schema = self.module.schema.name if self.module.schema is not None else "*"
        mixin = self.decisions.mixin(schema, item.name)
        if mixin:
            self.mixins.add(mixin)
        bases = f"{mixin}, Element" if mixin else "Element"
        about = f"CIM class ``{item.cim}``." if item.cim else ""
        if self.module.schema is not None and self.module.schema.edition:
            about += f" {self.module.schema.edition}."
        lines = ["@define(slots=True, kw_only=True, repr=False, eq=False)\n", f"class {item.name}({bases}):\n"]
        lines.append(_docstring(item.doc or f"The type {item.name} of the schema.", about.strip(), "    "))
        names = self.member_names(item)
        rows = []
        for name, member in zip(names, item.members, strict=True):
            lines.append("\n" + self.attribute(name, member))
            rows.append(f"            {self.row(name, member)},\n")
        lines.append("\n    __xml__: ClassVar[XmlType] = XmlType(\n")
        lines.append(f"        {_quote(item.name)},\n        (\n{''.join(rows)}        ),\n    )\n")
        return "".join(lines)

    def member_names(self, item: ClassDef) -> list[str]:
        names: list[str] = []
        for member in item.members:
            if member.kind == "any":
                name = self.decisions.wildcard_name(self.raw_name(item.name))
            elif member.kind == "text":
                name = "value"
            else:
                name = self.decisions.member_name(member.tag)
            while name in names or name in {"foreign", "mro"}:
                name += "_"
            names.append(name)
        return names

    def raw_name(self, name: str) -> str:
        """Return the name of a class in its schema."""
        if self.module.schema is None:
            return name
        renamed = self.decisions.naming["classes"].get(self.module.schema.name, {})
        return next((raw for raw, python in renamed.items() if python == name), name)

    def annotation(self, member: MemberDef) -> str:
        if member.type == "any":
            return "object"
        if member.type == "@ref":
            return "str"
        if not member.type.startswith("xs:"):
            return member.type
        name = member.type[3:]
        if name in _INTEGERS:
            return "int"
        hint = _BUILTIN.get(name, "str")
        if hint.startswith("dt."):
            self.needs.add("dt")
        elif hint in {"Decimal", "Duration"}:
            self.needs.add(hint)
        return hint

    def attribute(self, name: str, member: MemberDef) -> str:
        hint = self.annotation(member)
        if member.high != 1:
            self.needs.add("field")
            line = f"    {name}: list[{hint}] = field(factory=list)\n"
        elif member.low:
            line = f"    {name}: {hint}\n"
        else:
            line = f"    {name}: {hint} | None = None\n"
        notes = []
        if member.cim:
            notes.append(f"CIM ``{member.cim}``.")
        if member.confidence:
            notes.append(f"Confidence of this member: {member.confidence}.")
        return line + _docstring(
            member.doc or f"The {member.kind} {member.tag} of the schema.", " ".join(notes), "    "
        )

    def row(self, name: str, member: MemberDef) -> str:
        values = [_quote(name), _quote(member.tag), _quote(member.type)]
        if member.kind != "element":
            values.append(f"kind={_quote(member.kind)}")
        if member.low:
            values.append(f"low={member.low}")
        if member.high != 1:
            values.append(f"high={member.high}")
        if member.choice:
            values.append(f"choice={member.choice.group}")
            if member.choice.repeats:
                values.append("repeats=True")
        if member.default is not None:
            values.append(f"default={_quote(member.default)}")
        return f"Member({', '.join(values)})"


def check_names(modules: Sequence[Module]) -> list[str]:
    """Return the class names that would hide a name that generated code needs."""
    return sorted({name for module in modules for name in (*module.classes, *module.enums) if name in SHADOWED})
