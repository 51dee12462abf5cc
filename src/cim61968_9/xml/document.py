"""One document that is being read: its tree, what it was recognised as, and what was found."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve
from lxml import etree

from ..errors import UnknownMessageError
from ..validation.finding import Finding, Severity
from ..validation.listing import Listing
from ..validation.rules import RULES, Broken, finding, severity_of
from .audit import Problem, audit
from .compile_reader import reader
from .dialect import Dialect
from .frame import Frame, eased, frame_of, payload_of
from .limits import Limits
from .locate import Finder, Place, locate
from .parse import Parsed
from .reading import Reading, Resolved
from .translate import speaks_otherwise, translate

__all__ = ["Document"]


class Document:
    """A parsed source with its frame; objects and findings are made when they are asked for."""

    def __init__(self, parsed: Parsed, limits: Limits) -> None:
        self.parsed = parsed
        self.limits = limits
        try:
            self.frame = self._framed()
        except UnknownMessageError as error:
            _, error.line, error.column = locate(parsed.root, [parsed.root], parsed.data, parsed.encoding)[
                id(parsed.root)
            ]
            raise
        self.odd = False
        self._translated = False
        self._strange: list[tuple[str, Resolved]] = []

    def message(self) -> Any:
        """Read the objects; ``odd`` then tells whether there is more, or less, than the field tables say."""
        message = None
        if not self.frame.problems:  # of the usual form, as most are
            message = self._read()
            if not self.odd and not speaks_otherwise(message):
                return message
        if self.straighten() or message is None:
            message = self._read()
        return message

    def straighten(self) -> bool:
        """Take the source with its layout, and bring the envelope into the form of the standard; tell if that did much.

        Unknown content is kept as it stands, and layout may be part of it.
        """
        if self._translated:
            return False
        self._translated = True
        del self.frame  # so that no two trees are held
        if self.parsed.data is None:
            self.parsed = evolve(self.parsed, root=_copied(self.parsed.root))  # a tree that others hold is not changed
        else:
            self.parsed.lay_out()
        self.frame = self._framed()
        translate(self.frame)
        return True

    def _framed(self) -> Frame:
        frame = frame_of(self.parsed.root)
        if self.parsed.is_tidied:
            frame.problems.insert(0, Problem("ENV124", self.parsed.root, "found blanks around a namespace"))
        return frame

    def examine(self, payloads: Callable[[Frame], Iterable[etree._Element]]) -> None:
        """Look for deviations without making objects."""
        self.straighten()
        self.odd = True
        found = ((str(element.tag), payload_of(element)) for element in payloads(self.frame))
        self._strange = [(tag, one) for tag, one in found if one is not None and not one.is_expected]

    def _read(self) -> Any:
        frame = self.frame
        reading = Reading(self.limits, payload_of, reader)
        message = reader(frame.cls)(frame.element, frame.names, reading)
        self.odd, self._strange = reading.odd, reading.strange
        return message

    @property
    def dialect(self) -> Dialect:
        """The form that the message came in."""
        frame = self.frame
        for tag, found in self._strange:
            _remember(frame, etree.QName(tag), found)
        return frame.dialect

    def problems(self) -> Iterator[Problem]:
        """Yield the deviations of the form and, where something was odd, of the structure."""
        yield from self.frame.problems
        if self.odd:
            frame = self.frame
            for problem in audit(frame.element, frame.names, frame.cls, payload_of, self.limits):
                yield _eased(problem, frame)

    def findings(
        self, broken: Iterable[tuple[str, Broken]] = (), rank: Callable[[str], Severity | None] = severity_of
    ) -> tuple[Finding, ...]:
        """Return what was found, and the rules that the message breaks, with places; no more than the limit allows.

        Beyond it all are counted, and of each rule the first are listed. ``rank`` says how much a rule counts, None for
        those that are not wanted.
        """
        listing: Listing[Problem] = Listing(self.limits.max_findings)
        finder = Finder(self.frame.element, self.frame.names, payload_of)
        for problem in self.problems():
            if (severity := rank(problem.rule)) is not None and listing.has_room(problem.rule, severity):
                listing.add(problem.rule, severity, problem)
        for rule, one in broken:
            if (severity := rank(rule)) is not None and listing.has_room(rule, severity):
                listing.add(rule, severity, Problem(rule, finder.find(one.path), one.message, one.value))
        problems = list(listing)
        parsed, added = self.parsed, self.frame.added
        places = locate(parsed.root, (one.element for one in problems), parsed.data, parsed.encoding, added)
        return (*(_finding(problem, places[id(problem.element)]) for problem in problems), *listing.rest())


def _copied(root: etree._Element) -> etree._Element:
    """Return a copy of an element that stands in the same namespaces."""
    found = copy.deepcopy(root)
    missing = {prefix: uri for prefix, uri in root.nsmap.items() if found.nsmap.get(prefix) != uri}
    if not missing:
        return found
    around = etree.Element("around", nsmap=missing)  # prefixes that values use may be declared further out
    around.append(found)
    return found


def _remember(frame: Frame, tag: etree.QName, found: Resolved) -> None:
    """Note in the form of the message what is unusual about the root of a payload."""
    namespace = tag.namespace or ""
    if namespace != found.expected:
        frame.form.setdefault("namespaces", {})[found.noun] = namespace
    if tag.localname != found.noun:
        frame.form.setdefault("nouns", {})[tag.localname] = found.noun
        header = frame.form.setdefault("header_nouns", {})
        if found.noun not in header.values():
            header[found.noun] = found.noun  # where it was called what it is
        frame.traits.append("other nouns")
    if found.variant is not None:
        frame.traits.append(found.variant.known)
        frame.form.setdefault("edition", found.variant.edition)
        if found.variant.rule == "ENV111":
            frame.form["unqualified_payload"] = True
    elif namespace != found.expected:
        frame.traits.append(f"payload of {namespace!r}")


def _eased(problem: Problem, frame: Frame) -> Problem:
    """Rate what is only remarkable in a strongly typed message: its payload is a sequence there, not a choice."""
    if frame.typed and problem.rule == "XSD106" and problem.element.getparent() is frame.element:
        return problem._replace(rule="ENV107")
    return eased(problem)


def _finding(problem: Problem, place: Place) -> Finding:
    hint = RULES[problem.rule].hint
    return finding(problem.rule, problem.message, **place._asdict(), value=problem.value, hint=hint)
