"""Names that Python accepts, for whatever schemas call their types, members, values and files."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["MEMBERS", "SHADOWED", "enum_names", "identifier", "is_package", "module_names", "safe", "snake_case"]

SHADOWED = frozenset(
    {
        *("bool", "float", "int", "list", "object", "str"),
        *("ClassVar", "Decimal", "Duration", "Element", "Member", "OpenEnum", "XmlType", "define", "field", "dt"),
        *("EnvelopeMessage", "NameText", "ReadingValue", "TextValue", "WildcardContent"),
    }
)
"""Names that generated code needs itself: a class of such a name gets another."""
MEMBERS = frozenset({"foreign", "mro", "self"})
"""Names that no member of a class can have."""
_VALUES = frozenset({*dir(str), "name", "value", "mro", "is_known"})
_MODULES = frozenset({"common", "roots"})
_WORD_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SIGNED = re.compile(r"([+-])(?=[.,]?\d)")
_SIGNS = {"-": "minus", "+": "plus", "%": "percent", "/": "slash", ".": "dot", "*": "star", "#": "hash", "&": "and"}


def snake_case(name: str) -> str:
    """Put a CIM name into snake case: ``isHvacCompressor`` becomes ``is_hvac_compressor``."""
    return _WORD_BREAK.sub("_", name).lower()


def identifier(text: str) -> str:
    """Put ``_`` for every character that no name can have. What Python reads as one name, such as m³ and m3, is one."""
    return "".join(one if f"a{one}".isidentifier() else "_" for one in unicodedata.normalize("NFKC", text))


def safe(name: str, first: str = "_") -> str:
    """Return a name that is no keyword and does not begin with a digit."""
    if not name or not name[0].isidentifier():
        name = f"{first}{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def is_package(name: str) -> bool:
    """Tell whether a package can have this dotted name."""
    return all(part.isidentifier() and not keyword.iskeyword(part) for part in name.split("."))


def enum_names(values: Sequence[str]) -> list[str]:
    """Return a name for each value of an enumeration: the value itself wherever Python allows it.

    Of values that come to the same name, one that is that name keeps it; the others get a number in their order.
    """
    wishes = {value: _enum_name(value) for value in values}
    taken = {name for value, name in wishes.items() if name == value}
    names = {}
    for value, wish in wishes.items():
        name, number = wish, 1
        while name in taken and name != value:
            number += 1
            name = f"{wish.rstrip('_')}_{number}"
        taken.add(name)
        names[value] = name
    return [names[value] for value in values]


def _enum_name(value: str) -> str:
    if value and not any(one.isalnum() for one in value):
        name = identifier("_".join(_spelled(one) for one in value if not one.isspace() and one != "_")) or "blank"
    else:
        name = identifier(_SIGNED.sub(lambda sign: f"{_SIGNS[sign.group()]}_", value, count=1)) or "empty"
    if name.startswith("_") and not name.strip("_")[:1].isdigit():
        name = f"{name.strip('_')}_"
    if name in _VALUES:
        name = f"{name}_"
    name = name.lstrip("_") or "blank"
    return safe(name if name[0].isidentifier() else f"value_{name}")


def _spelled(sign: str) -> str:
    return _SIGNS.get(sign) or unicodedata.name(sign, f"u{ord(sign):x}").lower().removesuffix(" sign")


def module_names(paths: Iterable[Path]) -> list[str]:
    """Return a module name for each file, in their order. Files of one name are told apart by their folders."""
    paths = list(paths)
    alone = [_module_name(path.stem) for path in paths]
    names: list[str] = []
    for path, name in zip(paths, alone, strict=True):
        wish = _module_name(f"{path.parent.name}_{path.stem}") if alone.count(name) > 1 else name
        found, number = wish, 1
        while found in names or (found != name and found in alone):
            number += 1
            found = f"{wish}_{number}"
        names.append(found)
    return names


def _module_name(stem: str) -> str:
    name = safe(identifier(snake_case(stem)).lower(), "schema_")
    return f"{name}_" if name in _MODULES or (name.startswith("__") and name.endswith("__")) else name
