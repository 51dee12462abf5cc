"""JSON Schemas (draft 2020-12) of what :func:`to_json` writes for valid objects, from the field tables."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from itertools import combinations
from typing import Any
from urllib.parse import quote

from .._hints import perhaps
from ..errors import JsonError
from ..model import Element, Member, OpenEnum
from ..nouns import ENVELOPES, PROFILES, registry
from ..xml.shape import resolve
from .keys import FOREIGN, SCHEMA_VERSION, TYPE, VERSION, XML, keys_of
from .schema_types import FOREIGN_FORM, RAW_FORM, type_schema
from .type_names import all_profiles, class_called, name_of

__all__ = ["json_schema"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "Messages and payloads of IEC 61968-9"


def json_schema(
    what: str | type[Element] | None = None,
    *,
    payloads: str | type[Element] | Iterable[str | type[Element]] | None = None,
) -> dict[str, Any]:
    """Return the JSON Schema of a class, or of everything that can be a document of its own.

    ``what`` is a class or its name, such as ``"MeterReadings"``, ``"EventMessage"`` or ``"common.Name"``. ``payloads``
    are those that messages may carry, one or several, all that are known by default: a schema of one noun is much
    smaller. The schema describes valid objects, with content beyond their classes; what a tolerant read kept, and is no
    value of its type, does not fit it.

    Raises:
        JsonError: There is no class of that name, or it belongs to no root element that is known, or is no payload.
        TypeError: Something else than a class or a name was given.
    """
    roots = [name for profile in all_profiles() if (name := name_of(profile.cls)) is not None]
    inside = [name for name in roots if name not in ENVELOPES] if payloads is None else _payloads(payloads)
    made = _Definitions(inside)
    name = None if what is None else _name(what)
    chosen = f"?=payloads={'+'.join(quote(one) for one in inside)}" if payloads is not None else ""
    schema: dict[str, Any] = {
        "$schema": _DRAFT,
        "$id": f"urn:cim61968-9:json:{SCHEMA_VERSION}:{quote(name or '*', safe='*')}{chosen}",
        "title": name or _TITLE,
    }
    if name is None:
        schema |= made.one_of(roots)
    else:
        schema |= {"required": [TYPE], "properties": {TYPE: {"const": name}}, "$ref": made.of(_class(name))}
    made.finish()
    return {**schema, "$defs": made.definitions}


def _payloads(given: Any) -> list[str]:
    """Return the names of payloads, each once."""
    several = given if isinstance(given, Iterable) and not isinstance(given, str | type) else [given]
    names = list(dict.fromkeys(_name(one) for one in several))
    for name in names:
        if registry.of_class(_class(name)) is None:
            raise JsonError(f"{name} is no payload of messages; expected nouns such as 'MeterReadings'")
    return names


def _name(what: Any) -> str:
    if isinstance(what, str):
        _class(what)
        return what
    if not (isinstance(what, type) and issubclass(what, Element)):
        raise TypeError(f"found {what!r}, expected a message class such as cim.MeterReadings, or its name")
    name = name_of(what)
    if name is None:
        raise JsonError(f"{what.__name__} belongs to no root element that is known; use cim.register(package) first")
    return name


def _class(name: str) -> type[Element]:
    cls = class_called(name)
    if cls is None:
        hint = perhaps(name, PROFILES) or "; expected a name such as 'MeterReadings' or 'MeterReadings.Meter'"
        raise JsonError(f"there is no class {name!r}{hint}")
    return cls


class _Definitions:
    """The definitions that a schema needs, each made once."""

    def __init__(self, payloads: list[str]) -> None:
        self.definitions: dict[str, Any] = {}
        self._payloads = payloads
        self._waiting: list[tuple[str, type[Element] | type[OpenEnum]]] = []

    def of(self, cls: type[Element] | type[OpenEnum]) -> str:
        """Return the reference to the definition of a class or an enumeration."""
        name = name_of(cls) or f"{cls.__module__}.{cls.__name__}"
        if name not in self.definitions:
            self.definitions[name] = {}
            self._waiting.append((name, cls))
        return _reference(name)

    def finish(self) -> None:
        """Make all definitions that are referred to."""
        while self._waiting:
            name, cls = self._waiting.pop()
            self.definitions[name] = self._enum(cls) if issubclass(cls, OpenEnum) else self._class(cls)

    def shared(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a reference to a definition that is the same for all classes."""
        self.definitions.setdefault(name, schema)
        return {"$ref": _reference(name)}

    def one_of(self, names: list[str]) -> dict[str, Any]:
        """Return the schema of an object that its ``$type`` tells apart."""
        if not names:
            return {"not": {}}
        branches = [
            {
                "if": {"required": [TYPE], "properties": {TYPE: {"const": name}}},
                "then": {"$ref": self.of(_class(name))},
            }
            for name in names
        ]
        return {"type": "object", "required": [TYPE], "properties": {TYPE: {"enum": names}}, "allOf": branches}

    def _enum(self, enum: type[OpenEnum]) -> dict[str, Any]:
        return {**_described(enum), "enum": [value.value for value in enum]}

    def _class(self, cls: type[Element]) -> dict[str, Any]:
        keys = keys_of(cls)
        properties: dict[str, Any] = {VERSION: {"const": SCHEMA_VERSION}}
        if (name := name_of(cls)) is not None:
            properties = {TYPE: {"const": name}, **properties}
        for member in cls.__xml__.members:
            properties[keys[member.name]] = self._member(cls, member)
        properties[FOREIGN] = self.shared("foreign", FOREIGN_FORM)
        made = {**_described(cls), "type": "object", "properties": properties, "additionalProperties": False}
        if required := [keys[member.name] for member in cls.__xml__.members if member.low]:
            made["required"] = required
        pairs = [pair for group in cls.__xml__.choices for pair in combinations(group, 2)]
        if pairs:
            made["allOf"] = [{"not": {"required": [keys[one.name] for one in pair]}} for pair in pairs]
        return made

    def _member(self, cls: type[Element], member: Member) -> dict[str, Any]:
        one = self._value(cls, member)
        if not member.is_list:
            return one
        made: dict[str, Any] = {"type": "array", "items": one}
        if member.low:
            made["minItems"] = member.low
        if member.high is not None:
            made["maxItems"] = member.high
        return made

    def _value(self, cls: type[Element], member: Member) -> dict[str, Any]:
        if member.type == "any":
            return {"$ref": self._content()}
        if member.type.startswith(("xs:", "@")):
            name = "xs:string" if member.type == "@ref" else member.type
            return self.shared(name, type_schema(name))
        return {"$ref": self.of(resolve(cls, member.type))}

    def _content(self) -> str:
        """Return the reference to what may stand at a wildcard."""
        if "content" not in self.definitions:
            self.definitions["content"] = {}
            self.definitions["content"] = {
                "if": {"required": [XML]},
                "then": self.shared("raw", RAW_FORM),
                "else": self.one_of(self._payloads),
            }
        return _reference("content")


def _reference(name: str) -> str:
    return f"#/$defs/{quote(name.replace('~', '~0').replace('/', '~1'), safe='$:')}"


def _described(cls: type) -> dict[str, Any]:
    text = inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0]
    return {"description": " ".join(text.split())} if text else {}
