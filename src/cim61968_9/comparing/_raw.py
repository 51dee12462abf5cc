"""Differences inside of elements that no schema describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..xml.foreign import RawElement
from ..xml.shape import is_blank
from ._difference import Difference, Kind
from ._lists import matches
from ._steps import Path, Steps, joined

__all__ = ["changed_in_raw"]


def changed_in_raw(left: RawElement, right: RawElement, path: Path) -> list[Difference]:
    """Return in what two raw elements differ: attributes, texts and elements; nothing when they are equal."""
    if left == right:
        return []
    one, other = left.to_element(), right.to_element()
    found = list(_inside(one, other, path)) if one.tag == other.tag else []
    return found or [_made("changed", path, left, right)]  # in the tag, or in layout only


def _inside(left: etree._Element, right: etree._Element, path: Path) -> Iterator[Difference]:
    for name in dict.fromkeys((*left.keys(), *right.keys())):
        yield from _value(left.get(name), right.get(name), joined(path, f"@{name}"))
    ones, others = list(left), list(right)
    yield from _value(_text(left) or None, _text(right) or None, joined(path, "text()") if ones or others else path)
    steps = Steps(ones, "", _name), Steps(others, "", _name)
    for match in matches(
        ones, others, same=lambda a, b: _mark(a) == _mark(b), tokens=lambda a: [("", str(a.tag))], mark=_mark
    ):
        if match.left is not None and match.right is not None:
            here = f"{path[0]}/{steps[0].at(match.left)}", f"{path[1]}/{steps[1].at(match.right)}"
            if match.moved:
                yield _made("moved", here, match.left + 1, match.right + 1)
            if not match.equal:
                yield from _inside(ones[match.left], others[match.right], here)
        elif match.left is not None:
            here = (f"{path[0]}/{steps[0].at(match.left)}",) * 2
            yield _made("removed", here, RawElement(_mark(ones[match.left])), None)
        elif match.right is not None:
            here = (f"{path[1]}/{steps[1].at(match.right)}",) * 2
            yield _made("added", here, None, RawElement(_mark(others[match.right])))


def _made(kind: Kind, path: Path, left: Any, right: Any) -> Difference:
    return Difference(path[0], left, right, kind=kind, right_path=path[1])


def _value(left: str | None, right: str | None, path: Path) -> Iterator[Difference]:
    if left != right:
        yield _made("added" if left is None else "removed" if right is None else "changed", path, left, right)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element) -> str:
    """Return the text of an element, and the texts between its children but for layout."""
    texts = [element.text or "", *(child.tail or "" for child in element)]
    return "".join(text for text in texts if len(texts) == 1 or not is_blank(text))


def _mark(element: etree._Element) -> str:
    return etree.tostring(element, method="c14n", exclusive=True).decode()
