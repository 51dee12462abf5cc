"""Finds out where elements stand: their path in CIM names, and their exact line and column in the source.

lxml stops counting lines at 65,535 and knows no columns, so the source is read once more by expat, and only when there
is something to report.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from ..errors import shortened
from .names import Names
from .reading import Resolved

__all__ = ["Finder", "Place", "locate"]


class Place(NamedTuple):
    """Where an element stands."""

    path: str
    line: int | None
    column: int | None


class Finder:
    """Finds elements by their path below another, in local names and positions such as ``Reply/Error[2]/code``."""

    def __init__(
        self,
        top: etree._Element,
        names: Names | None = None,
        payload: Callable[[etree._Element], Resolved | None] | None = None,
    ) -> None:
        """Look below an element.

        ``names`` and ``payload`` tell elements that are read from those of other vocabularies, which have the same
        local names at times; without them every element counts.
        """
        self._top = top, names
        self._payload = payload
        self._children: dict[etree._Element, dict[str, list[tuple[etree._Element, Names | None]]]] = {}

    def find(self, path: str) -> etree._Element:
        """Return the element of a path, or the nearest one above it that is there."""
        element, names = self._top
        for step in path.split("/"):
            name, _, place = step.rstrip("]").partition("[")
            same = self._named(element, names).get(name, [])
            if len(same) < int(place or 1):
                break
            element, names = same[int(place or 1) - 1]
        return element

    def _named(
        self, element: etree._Element, names: Names | None
    ) -> dict[str, list[tuple[etree._Element, Names | None]]]:
        if element not in self._children:
            children = self._children[element] = {}
            for child in element.iterchildren(etree.Element):
                name, inside = self._name(child, names)
                children.setdefault(name, []).append((child, inside))
        return self._children[element]

    def _name(self, child: etree._Element, names: Names | None) -> tuple[str, Names | None]:
        if names is None:
            return etree.QName(child).localname, None
        name = names[child.tag]
        found = self._payload(child) if name[:1] == "{" and self._payload is not None else None
        if found is not None:
            return found.noun, found.names
        return name, names


def locate(
    root: etree._Element,
    wanted: Iterable[etree._Element],
    source: bytes | None,
    encoding: str | None = None,
    added: Iterable[etree._Element] = (),
) -> dict[int, Place]:
    """Return the places of elements by ``id`` of the element.

    Without a source, lines are those lxml knows and columns are None. Elements that were ``added`` to the tree are not
    in the source; their place is that of the element around them.
    """
    elements = {id(element): element for element in wanted}
    if not elements:
        return {}
    ordinals = _ordinals(root, elements, {id(element) for element in added})
    spots = _spots(source, encoding, set(ordinals.values())) if source is not None else {}
    paths = _Paths(root, elements.values())
    places = {}
    for key, element in elements.items():
        line, column = spots.get(ordinals[key], (element.sourceline, None))
        places[key] = Place(paths.of(element), line, column)
    return places


def _ordinals(root: etree._Element, elements: dict[int, etree._Element], absent: set[int]) -> dict[int, int]:
    """Return the number of start tags before each element; those ``absent`` in the source have the tag around them."""
    ordinals: dict[int, int] = {}
    number = 0
    for node in root.iter(etree.Element):
        key = id(node)
        missing = key in absent
        if key in elements:
            ordinals[key] = number - missing
            if len(ordinals) == len(elements):
                break
        number += not missing
    return ordinals


class _Paths:
    """Paths of elements below a root; the children of a parent are counted once, whatever their number and names."""

    def __init__(self, root: etree._Element, wanted: Iterable[etree._Element]) -> None:
        self._known: dict[etree._Element, str] = {}
        self._steps: dict[etree._Element, str] = {}
        needed: dict[etree._Element, set[etree._Element]] = {}
        for element in wanted:
            child = element
            while child is not root and (parent := child.getparent()) is not None:
                among = needed.setdefault(parent, set())
                if child in among:
                    break
                among.add(child)
                child = parent
        for parent, children in needed.items():
            self._count(parent, children)

    def _count(self, parent: etree._Element, children: set[etree._Element]) -> None:
        counts: Counter[object] = Counter()
        places = {}
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            counts[tag] += 1
            if child in children:
                places[child] = counts[tag]
        for child, place in places.items():
            self._steps[child] = f"{_name(child)}[{place}]" if counts[child.tag] > 1 else _name(child)

    def of(self, element: etree._Element) -> str:
        """Return the path in local names, with positions where there are siblings of that name."""
        trail = [element]
        while trail[-1] in self._steps and trail[-1] not in self._known:
            trail.append(trail[-1].getparent())  # type: ignore[arg-type]  # what has a step has a parent
        path = self._known.get(trail[-1], f"/{_name(trail[-1])}")
        self._known[trail.pop()] = path
        while trail:
            step = trail.pop()
            path = self._known[step] = f"{path}/{self._steps[step]}"
        return path


def _name(element: etree._Element) -> str:
    """Return the local name for a path, which a thousand findings may share."""
    return shortened(etree.QName(element).localname)


def _spots(source: bytes, encoding: str | None, wanted: set[int]) -> dict[int, tuple[int, int]]:
    """Return line and column of the n-th start tags of a document."""
    spots: dict[int, tuple[int, int]] = {}
    parser = expat.ParserCreate(encoding)
    counter = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal counter
        if counter in wanted:
            spots[counter] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            if len(spots) == len(wanted):
                parser.StartElementHandler = None
        counter += 1

    parser.StartElementHandler = start
    # in an encoding that only libxml2 knows, what was found so far is exact, and the rest keeps lxml's lines
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(source, True)
    return spots
