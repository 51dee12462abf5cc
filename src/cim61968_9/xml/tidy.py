"""Takes blanks out of namespaces, as misprints of the drafts have them; no parser accepts them.

Nothing moves: the blanks go behind the closing quote, so that lines and columns stay what they are.
"""

from __future__ import annotations

import re

__all__ = ["tidied"]

_TAG = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^\s<>!?/][^<>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"(\s[^\s=<>\"']+\s*=\s*)(\"[^\"<]*\"|'[^'<]*')")
_SPACE = b" \t\r\n"


def tidied(data: bytes) -> bytes:
    """Return a document, of an encoding in which marks are bytes of ASCII, without blanks around its namespaces."""
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(_attribute, tag[0]) if _declares(tag[0]) else tag[0], data)


def _declares(tag: bytes) -> bool:
    """Tell whether this is a start tag that may declare namespaces, and no comment, text or instruction."""
    return b"xmlns" in tag and tag[1:2] not in {b"!", b"?"}


def _attribute(attribute: re.Match[bytes]) -> bytes:
    name, value = attribute[1], attribute[2]
    if not name.lstrip().startswith(b"xmlns"):
        return attribute[0]
    quote, inside = value[:1], value[1:-1]
    bare = inside.strip(_SPACE)
    return name + quote + bare + quote + b" " * (len(inside) - len(bare))
