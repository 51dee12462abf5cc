"""Bounds on declarations of namespaces: every name below carries them along, and so does every element that is kept."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from ..errors import LimitError
from .limits import Limits

__all__ = ["check_declarations"]

_SMALL = 8192
"""Bytes of a document in which there cannot be enough of them to do harm."""
_LONGEST = 1000
_DECLARATION = re.compile(rb"xmlns")
_LONG = re.compile(rb"""xmlns(?::[^\s=<>:"']*)?\s*=\s*(?:"[^"]{%d}|'[^']{%d})""" % (_LONGEST + 1, _LONGEST + 1))


def check_declarations(root: etree._Element, data: bytes | None, limits: Limits, name: str) -> None:
    """Make sure that namespaces are neither so many nor so long that small documents could become large or slow.

    ``data`` are the bytes of the document where names can be found in them, which is faster than to walk the tree.

    Raises:
        LimitError: They are.
    """
    if data is not None and not _is_suspicious(data, limits.max_namespaces):
        return
    around = 0
    for event, found in etree.iterwalk(root, events=("start-ns", "end-ns")):
        around += 1 if event == "start-ns" else -1
        if around > limits.max_namespaces:
            raise LimitError(
                f"{name}: more than {limits.max_namespaces} namespaces are declared around one element; raise "
                "Limits(max_namespaces=...) if that is meant"
            )
        if found is not None and len(found[1]) > _LONGEST:
            raise LimitError(f"{name}: a namespace has {len(found[1]):,} characters; expected at most {_LONGEST:,}")


def _is_suspicious(data: bytes, most: int) -> bool:
    if len(data) <= _SMALL:
        return False
    found = [match.start() for match in islice(_DECLARATION.finditer(data), most + 1)]
    return len(found) > most or any(_LONG.match(data, start) is not None for start in found)
