"""From the tags of a document to local names, with the namespace compared once."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

__all__ = ["Names"]

_MOST = 4096


class Names(dict[Any, str]):
    """Maps ``{namespace}name`` to ``name`` for the namespaces a vocabulary may stand in.

    Elements of other namespaces keep their full tag, so that they match no member; elements without a namespace get
    ``{}name``, and so do ``roots``, which are payloads even where nothing has a namespace. Comments and processing
    instructions map to the empty text. Entries are made when first met, up to a bound.
    """

    def __init__(self, namespaces: Iterable[str], roots: Container[str] = ()) -> None:
        super().__init__()
        self.namespaces = tuple(namespaces)
        self._roots = roots
        self._starts = tuple(f"{{{namespace}}}" for namespace in self.namespaces if namespace)

    def __missing__(self, tag: Any) -> str:
        if not isinstance(tag, str):
            return ""
        name = tag
        if tag[0] != "{":
            name = tag if "" in self.namespaces and tag not in self._roots else "{}" + tag
        else:
            for start in self._starts:
                if tag.startswith(start):
                    name = tag[len(start) :]
                    break
        if len(self) >= _MOST:
            self.clear()
        self[tag] = name
        return name
