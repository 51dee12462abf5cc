"""Finds out where elements stand: their path in CIM names, and their exact line and column in the source.

lxml stops counting lines at 65,535 and knows no columns, so the source is read once more by expat, and only when there
is something to report.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

__all__ = ["Finder", "Place", "locate"]


class Place(NamedTuple):
    """Where an element stands."""

    path: str
    line: int | None
    column: int | None


class _Level(NamedTuple):
    """One element on the way down: its step of the path, and the tags of its children, all and so far."""

    step: str
    children: Counter[object]
    seen: Counter[object]


class Finder:
    """Finds elements by their path below another, in local names and positions such as ``Reply/Error[2]/code``."""

    def __init__(self, top: etree._Element) -> None:
        self._top = top
        self._children: dict[etree._Element, dict[str, list[etree._Element]]] = {}

    def find(self, path: str) -> etree._Element:
        """Return the element of a path, or the nearest one above it that is there."""
        element = self._top
        for step in path.split("/"):
            name, _, place = step.rstrip("]").partition("[")
            same = self._named(element).get(name, [])
            if len(same) < int(place or 1):
                break
            element = same[int(place or 1) - 1]
        return element

    def _named(self, element: etree._Element) -> dict[str, list[etree._Element]]:
        if element not in self._children:
            children = self._children[element] = {}
            for child in element.iterchildren(etree.Element):
                children.setdefault(etree.QName(child).localname, []).append(child)
        return self._children[element]


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
    absent = {id(element) for element in added}
    if not elements:
        return {}
    ordinals: dict[int, int] = {}
    paths: dict[int, str] = {}
    number = 0
    trail: list[_Level] = [_Level("", Counter([root.tag]), Counter())]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            trail.pop()
            continue
        above = trail[-1]
        above.seen[node.tag] += 1
        step = etree.QName(node).localname
        if above.children[node.tag] > 1:
            step = f"{step}[{above.seen[node.tag]}]"
        trail.append(_Level(step, Counter(child.tag for child in node), Counter()))
        if id(node) in elements:
            ordinals[id(node)] = number if id(node) not in absent else number - 1
            paths[id(node)] = "/".join(level.step for level in trail)
        number += id(node) not in absent
    spots = _spots(source, encoding, set(ordinals.values())) if source is not None else {}
    places = {}
    for key, ordinal in ordinals.items():
        line, column = spots.get(ordinal, (elements[key].sourceline, None))
        places[key] = Place(paths[key], line, column)
    return places


def _spots(source: bytes, encoding: str | None, wanted: set[int]) -> dict[int, tuple[int, int]]:
    """Return line and column of the n-th start tags of a document."""
    spots: dict[int, tuple[int, int]] = {}
    parser = expat.ParserCreate(encoding)
    counter = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal counter
        if counter in wanted:
            spots[counter] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        counter += 1

    parser.StartElementHandler = start
    # in an encoding that only libxml2 knows, what was found so far is exact, and the rest keeps lxml's lines
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(source, True)
    return spots
