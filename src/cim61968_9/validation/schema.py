"""The schemas of the library, as files and compiled."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from .._hints import perhaps
from ..nouns import PROFILES

__all__ = ["schema", "schema_path"]

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_xsd", _PACKAGE.parents[1] / "xsd")


def schema_path(name: str = "Message") -> Path:
    """Return the schema file of a noun, a Get profile, or of the envelope (``"Message"``).

    Raises:
        LookupError: There is no schema of that name.
    """
    for folder in _PLACES:
        path = folder / "2011" / f"{name}.xsd"
        if path.is_file():
            return path
    hint = perhaps(name, ["Message", *PROFILES]) or "; expected 'Message' or a name in cim61968_9.PROFILES"
    raise LookupError(f"no schema {name!r}{hint}")


@cache
def schema(name: str = "Message") -> etree.XMLSchema:
    """Return the compiled schema of a noun, a Get profile, or of the envelope, for validation by libxml2.

    The schema of the envelope passes over payloads; each has to be validated with its own.

    Raises:
        LookupError: There is no schema of that name.
    """
    return etree.XMLSchema(etree.parse(str(schema_path(name))))
