"""The small parts of readings, taken from elements: references, texts, periods, names; each counts what it takes."""

from __future__ import annotations

from typing import Any

from lxml import etree

from ..xml.lexical import lexical
from ..xml.text import SPACE
from ..xml.values import ExactDateTime
from .rows import instant, minutes

__all__ = ["Leaves", "OddError"]

_MOST_STAMPS = 4096


class OddError(Exception):
    """Something that only objects can tell."""


class _Stamps(dict[Any, Any]):
    """Memo of time stamps: text to microseconds and offset."""

    def __missing__(self, text: str | None) -> tuple[int | None, int | None]:
        if len(self) >= _MOST_STAMPS:
            self.clear()
        if text is None:
            return None, None
        try:
            value = lexical("xs:dateTime").parse(text)
        except ValueError:
            raise OddError from None
        if not hasattr(value, "utcoffset") or isinstance(value, ExactDateTime):
            raise OddError
        moment = instant(value)
        if moment is None:
            raise OddError
        found = self[text] = moment, minutes(value)
        return found


class Leaves:
    """Takes small parts, and counts the elements, attributes and texts that they consist of."""

    def __init__(self) -> None:
        self._stamps = _Stamps()
        self._tags: dict[str, str] = {}
        self._exact = False
        self._nodes = self._attributes = self._texts = 0

    def _quality(self, element: etree._Element) -> str:
        found = None
        children = element[:]
        if len(children) == 1 and children[0].tag == self._tags["ReadingQualityType"]:
            self._nodes += 1
            return self._reference(children[0])
        names = [self._tags[name] for name in ("comment", "source", "timeStamp", "ReadingQualityType")]
        at = -1
        for child in children:
            place = names.index(child.tag) if child.tag in names else -1
            if place <= at:
                raise OddError
            at = place
            if place == 3:
                found = self._reference(child)
            else:
                text = self._text(child)
                if place == 2:
                    self._stamps[text]  # else it is odd
        if found is None:
            raise OddError
        self._nodes += 1
        return found

    def _reference(self, element: etree._Element) -> str:
        ref = element.get("ref")
        if ref is None:
            raise OddError
        self._nodes += 1
        self._attributes += 1
        return str(ref)

    def _text(self, element: etree._Element) -> str:
        text = element.text
        self._nodes += 1
        if text is None:
            return ""
        if self._exact and not text.strip(SPACE):
            raise OddError
        self._texts += 1
        return text

    def _period(self, element: etree._Element) -> tuple[int | None, int | None]:
        found: list[int | None] = [None, None]
        at = 0
        for child in element[:]:
            place = 1 if child.tag == self._tags["end"] else 2 if child.tag == self._tags["start"] else 0
            if place <= at:
                raise OddError
            at = place
            found[2 - place] = self._stamps[child.text or ""][0]
            self._texts += 1
            self._nodes += 1
        self._nodes += 1
        return found[0], found[1]

    def _named(self, element: etree._Element) -> tuple[str | None, str | None, str | None]:
        """Return mRID, first name and its kind."""
        tags = self._tags
        mrid = name = kind = None
        named = False
        for child in element[:]:
            if child.tag == tags["mRID"] and mrid is None and not named:
                mrid = self._text(child)
            elif child.tag == tags["Names"]:
                found = self._name(child, "NameType")
                if not named:
                    name, kind = found
                named = True
            else:
                raise OddError
        self._nodes += 1
        return mrid, name, kind

    def _name(self, element: etree._Element, below: str) -> tuple[str, str | None]:
        """Take a name, a kind of name or an authority, and what is in it."""
        tags = self._tags
        name = inner = None
        at = 0
        for child in element[:]:
            if child.tag == tags["description"] and below != "NameType" and at == 0:
                at = 1
                self._text(child)
            elif child.tag == tags["name"] and at < 2:
                at = 2
                name = self._text(child)
            elif below and child.tag == tags[below] and at == 2:
                at = 3
                inner = self._name(child, "NameTypeAuthority" if below == "NameType" else "")[0]
            else:
                raise OddError
        if name is None:
            raise OddError
        self._nodes += 1
        return name, inner if below == "NameType" else None
