"""Names of XML that come out of JSON: they are written as markup, so only those that XML could have had are taken."""

from __future__ import annotations

import re
from functools import lru_cache

from ..errors import XmlError
from ..xml import escape
from ..xml.parse import parse_bytes
from ..xml.xml_names import NCNAME
from .refusal import quoted, refuse

__all__ = ["check_attribute", "check_name"]

_ATTRIBUTE = re.compile(rf"(?:\{{(?P<namespace>.+)\}})?(?!xmlns$){NCNAME}", re.DOTALL)
_NAME = re.compile(rf"(?:(?!xml:|xmlns:){NCNAME}:)?[^:]*")
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


def check_attribute(name: str) -> None:
    """Make sure that a text is the name of an attribute in Clark notation.

    Raises:
        Refusal: It is not.
    """
    found = _ATTRIBUTE.fullmatch(name)
    if found is None:
        refuse("found a key that is no name of an attribute; expected one such as 'mark' or '{urn:example:vendor}mark'")
    if (namespace := found["namespace"]) is not None and namespace != _XML_NAMESPACE:
        _check_namespace(namespace)


def check_name(text: str, namespace: str) -> None:
    """Make sure that a text is a name, and that its prefix can stand for the namespace.

    Raises:
        Refusal: It cannot.
    """
    if _NAME.fullmatch(text) is None:
        refuse(f"found the text {quoted(text)}, expected a name with a prefix or without one")
    if namespace:
        _check_namespace(namespace)


def _check_namespace(namespace: str) -> None:
    if not _can_be_declared(namespace):
        refuse(
            f"found {quoted(namespace)}, which cannot be a namespace in XML; expected one such as urn:example:vendor"
        )


@lru_cache(maxsize=128)
def _can_be_declared(namespace: str) -> bool:
    try:
        parsed = parse_bytes(f'<a xmlns:b="{escape.attribute(namespace)}"/>'.encode(), "utf-8", "name", exact=True)
    except (XmlError, ValueError):
        return False
    return not parsed.is_tidied
