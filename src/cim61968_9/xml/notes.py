"""What was found in a document that is read in parts: findings with the places and paths of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from attrs import evolve

from ..validation.finding import Finding
from ..validation.listing import Listing
from ..validation.rules import RULES, finding
from .audit import Problem
from .batch import Batch, Item
from .document import Document
from .limits import Limits
from .locate import Place, locate
from .places import Places

__all__ = ["Notes"]


class _Found(NamedTuple):
    """A finding in an item, whose path is complete when the document has been read."""

    finding: Finding
    root: int
    above: str
    name: str
    below: str
    item: Item


class Notes:
    """Collects findings: of the head, of items, and at the end of all that stands around items."""

    def __init__(self, limits: Limits, encoding: str | None, *, places: bool) -> None:
        self.head: tuple[Finding, ...] = ()
        self._limits = limits
        self._encoding = encoding
        self._has_places = places
        self._found: Listing[list[_Found]] = Listing(limits.max_findings)
        self._around: tuple[Finding, ...] | None = None
        self._paths: Sequence[str] = ()
        self._counts: Sequence[Counter[str]] = ()

    def add_head(self, document: Document, problems: Iterable[Problem], places: Places) -> None:
        """Take what was found before the payload."""
        self.head = self._listed(document, problems, places)

    def add_rest(
        self,
        document: Document,
        problems: Iterable[Problem],
        places: Places,
        paths: Sequence[str],
        counts: Sequence[Counter[str]],
    ) -> None:
        """Take what was found around items, in place of that of the head; with paths of payloads, and their items."""
        self._around = self._listed(document, problems, places)
        self._paths, self._counts = paths, counts

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take what was found in a compressed payload."""
        self._around = (*(self._around or ()), *findings)

    def add(self, batch: Batch) -> dict[int, list[Finding]]:
        """Take what is to be found in the items of a batch; returns it by index of the item."""
        listed: list[tuple[Problem, Item, list[_Found]]] = []
        for problem, item in batch.problems(self._limits):
            severity = RULES[problem.rule].severity
            if self._found.has_room(problem.rule, severity):
                listed.append((problem, item, []))
                self._found.add(problem.rule, severity, listed[-1][2])  # it is filled below
        elements = (problem.element for problem, _, _ in listed)
        places = locate(batch.parsed.root, elements, batch.parsed.data, self._encoding)
        found: dict[int, list[Finding]] = {}
        order = {item.element: index for index, item in enumerate(batch.items)}
        child = batch.split.depth + 2
        for problem, item, cell in listed:
            steps = places[id(problem.element)].path.split("/")
            above, name = "/".join(steps[:child]), steps[child].partition("[")[0]
            below = "".join(f"/{step}" for step in steps[child + 1 :])
            path = f"{above}/{name}[{item.number}]{below}"
            one = self._finding(problem, places[id(problem.element)]._replace(path=path), batch.split.places)
            cell.append(_Found(one, batch.split.root, above, name, below, item._replace(element=None)))
            found.setdefault(order[item.element], []).append(one)
        return found

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found so far: what stands around items, then what is in them."""
        listing: Listing[Finding] = Listing(self._limits.max_findings)
        for one in self._around if self._around is not None else self.head:
            if not one.stands_for and listing.has_room(one.rule, one.severity):
                listing.add(one.rule, one.severity, one)
            for entry in one.stands_for:
                listing.count(*entry)
        for found in chain.from_iterable(self._found):
            if listing.has_room(found.finding.rule, found.finding.severity):
                listing.add(found.finding.rule, found.finding.severity, self._with_path(found))
        for rest in self._found.rest():
            for entry in rest.stands_for:
                listing.count(*entry)
        return (*listing, *listing.rest())

    def _with_path(self, found: _Found) -> Finding:
        """Return a finding with the path it has in the whole: a number only where there is more than one."""
        if not self._paths:
            return found.finding
        step = found.name
        if self._counts[found.root][found.item.tag] > 1:
            step = f"{step}[{found.item.number}]"
        return evolve(found.finding, path=f"{self._paths[found.root]}/{step}{found.below}")

    def _listed(self, document: Document, problems: Iterable[Problem], places: Places) -> tuple[Finding, ...]:
        listing: Listing[Problem] = Listing(self._limits.max_findings)
        for problem in problems:
            severity = RULES[problem.rule].severity
            if listing.has_room(problem.rule, severity):
                listing.add(problem.rule, severity, problem)
        listed = list(listing)
        parsed, added = document.parsed, document.frame.added
        found = locate(parsed.root, (one.element for one in listed), parsed.data, parsed.encoding, added)
        return (*(self._finding(one, found[id(one.element)], places) for one in listed), *listing.rest())

    def _finding(self, problem: Problem, place: Place, places: Places) -> Finding:
        line: int | None = None
        column: int | None = None
        if place.line is not None and self._has_places:
            line, column = places.of(place.line, place.column)
        hint = RULES[problem.rule].hint
        return finding(
            problem.rule, problem.message, path=place.path, line=line, column=column, value=problem.value, hint=hint
        )
