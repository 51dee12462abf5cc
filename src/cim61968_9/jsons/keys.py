"""What the keys of JSON objects are called: those of members, and those with a ``$``, which no XML name has."""

from __future__ import annotations

from collections import Counter

from ..model import Element

__all__ = ["ANY", "FOREIGN", "INVALID", "NAME", "NAMESPACE", "SCHEMA_VERSION", "TYPE", "VERSION", "XML", "keys_of"]

SCHEMA_VERSION = 1
"""Version of the mapping; it changes when a document of before would no longer be read, or mean something else."""
TYPE = "$type"
VERSION = "$version"
FOREIGN = "$foreign"
ANY = "$any"
XML = "$xml"
INVALID = "$invalid"
NAME = "$name"
NAMESPACE = "$namespace"


def keys_of(cls: type[Element]) -> dict[str, str]:
    """Return the key of each member of a class, by the name of the member.

    It is the name in XML. A wildcard has none and is ``$any``; beside an element of the same name an attribute is
    ``@name``, and the text content is ``$name`` beside an element or attribute of the name.
    """
    members = cls.__xml__.members
    counts = Counter(member.tag for member in members)
    elements = cls.__xml__.elements
    found = {}
    for member in members:
        key = member.tag
        if member.kind == "any":
            key = ANY
        elif member.kind == "attribute" and key in elements:
            key = f"@{key}"
        elif member.kind == "text" and counts[key] > 1:
            key = f"${key}"
        found[member.name] = key
    return found
