"""The source of one generated module: its enumerations, classes and field tables."""

from __future__ import annotations

from functools import cached_property

from .decisions import Decisions
from .model import ClassDef, EnumDef, MemberDef
from .names import MEMBERS, enum_names
from .sharing import Module
from .source import Layout, docstring, first_sentence, header, import_line, quote

__all__ = ["module_source"]

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


def module_source(module: Module, decisions: Decisions, layout: Layout) -> str:
    """Return the source of a module."""
    return _Writer(module, decisions, layout).source()


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
        body += [self.root(name, base) for name, base in sorted(module.subclasses.items())]
        if module.schema is not None:
            doc = f"{module.schema.name}: {first_sentence(module.schema.doc) or 'classes of this schema.'}"
        else:
            doc = f"Types that several schemas share: {module.name.rpartition('.')[2]}."
        text = header(self.layout, doc, [module])
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
            lines.append("from typing import ClassVar\n\n")
        if module.classes or module.subclasses:
            lines.append("from attrs import define")
            lines.append(f", {self.field_import()}\n" if "field" in self.needs else "\n")
        lines.append("\n" if lines else "")
        names = [name for name, used in (("OpenEnum", module.enums), ("XmlType", module.classes)) if used]
        names += [name for name in ("Element", "Member") if module.classes]
        if names:
            lines.append(import_line(f"{runtime}.model", sorted(names)))
        if "Duration" in self.needs:
            lines.append(f"from {runtime}.xml.values import Duration\n")
        if self.mixins:
            lines.append(import_line(f"{runtime}._mixins", sorted(self.mixins)))
        by_home: dict[str, list[str]] = {}
        for name, home in module.imports.items():
            by_home.setdefault(home, []).append(name)
        lines += (import_line(f"{self.layout.package}.{home}", sorted(by_home[home])) for home in sorted(by_home))
        return "".join(lines)

    def enum(self, item: EnumDef) -> str:
        lines = [f"class {item.name}(OpenEnum):\n", docstring(item.doc or f"Values of {item.name}.", "", "    "), "\n"]
        names = enum_names([value for value, _ in item.values])
        for name, (value, doc) in zip(names, item.values, strict=True):
            lines.append(f"    {name} = {quote(value)}\n")
            if doc:
                lines.append(docstring(doc, "", "    "))
        return "".join(lines)

    def cls(self, item: ClassDef) -> str:
        schema = self.module.schema.name if self.module.schema is not None else "*"
        names = self.member_names(item)
        hints = {name: self.hint(member) for name, member in zip(names, item.members, strict=True)}
        mixin = self.decisions.mixin(schema, item.name, hints)
        if mixin:
            self.mixins.add(mixin)
        bases = f"{mixin}, Element" if mixin else "Element"
        about = f"CIM class ``{item.cim}``." if item.cim else ""
        if self.module.schema is not None and self.module.schema.edition:
            about += f" {self.module.schema.edition}."
        lines = ["@define(slots=True, kw_only=True, repr=False, eq=False)\n", f"class {item.name}({bases}):\n"]
        lines.append(docstring(item.doc or f"The type {item.name} of the schema.", about.strip(), "    "))
        rows = []
        for name, member in zip(names, item.members, strict=True):
            lines.append("\n" + self.attribute(name, member))
            rows.append(f"            {self.row(name, member)},\n")
        lines.append("\n    __xml__: ClassVar[XmlType] = XmlType(\n")
        lines.append(f"        {quote(item.name)},\n        (\n{''.join(rows)}        ),\n")
        lines.append("        any_attribute=True,\n    )\n" if item.open else "    )\n")
        return "".join(lines)

    def root(self, name: str, base: str) -> str:
        """Return the class of a root element that has the type of another class."""
        lines = ["@define(slots=True, kw_only=True, repr=False, eq=False)\n", f"class {name}({base}):\n"]
        root = next(root for root, found in self.module.roots.items() if found == name)
        return "".join(lines) + docstring(f"The root element {root}, of the type {base}.", "", "    ")

    def field_import(self) -> str:
        """Return what to import for the defaults of lists, under a name that no member of a class hides."""
        return "field as _field" if self.hidden else "field"

    @cached_property
    def hidden(self) -> bool:
        return any("field" in self.member_names(item) for item in self.module.classes.values())

    def member_names(self, item: ClassDef) -> list[str]:
        names: list[str] = []
        for member in item.members:
            if member.kind == "any":
                name = self.decisions.wildcard_name(self.raw_name(item.name))
            elif member.kind == "text":
                name = "value"
            else:
                name = self.decisions.member_name(member.tag)
            while name in names or name in MEMBERS:
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

    def hint(self, member: MemberDef) -> str:
        hint = self.annotation(member)
        if member.high != 1:
            return f"list[{hint}]"
        return hint if member.low else f"{hint} | None"

    def attribute(self, name: str, member: MemberDef) -> str:
        line = f"    {name}: {self.hint(member)}"
        if member.high != 1:
            self.needs.add("field")
            line += f" = {'_field' if self.hidden else 'field'}(factory=list)\n"
        else:
            line += "\n" if member.low else " = None\n"
        notes = []
        if member.cim:
            notes.append(f"CIM ``{member.cim}``.")
        if member.confidence:
            notes.append(f"Confidence of this member: {member.confidence}.")
        return line + docstring(member.doc or f"The {member.kind} {member.tag} of the schema.", " ".join(notes), "    ")

    def row(self, name: str, member: MemberDef) -> str:
        values = [quote(name), quote(member.tag), quote(member.type)]
        if member.kind != "element":
            values.append(f"kind={quote(member.kind)}")
        if member.low:
            values.append(f"low={member.low}")
        if member.high != 1:
            values.append(f"high={member.high}")
        if member.choice:
            values.append(f"choice={member.choice.group}")
            if member.choice.repeats:
                values.append("repeats=True")
        if member.default is not None:
            values.append(f"default={quote(member.default)}")
        return f"Member({', '.join(values)})"
