"""Trees of the items of a document, batch by batch, and what the rest of it says: what streams and columns are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from .._mixins import EnvelopeMessage
from ..errors import CompressionError, LimitError, NotWellFormedError, UnknownMessageError
from ..model import Element, Member
from ..nouns import ENVELOPES
from ..validation.finding import Finding, Severity
from ..validation.rules import RULES, Broken, finding, is_plain, review
from .audit import Problem, audit
from .document import Document
from .frame import payload_of
from .items import is_streamed, items_of
from .limits import Limits
from .locate import Finder, locate
from .names import Names
from .parse import Parsed, Source, layout_may_be_content, parse_bytes
from .pieces import open_pieces
from .places import Places
from .splitting import Candidate, Opened, Split, Splitter
from .writing import operation_set

__all__ = ["Batch", "Feed", "Item"]

_LINE = re.compile(r"line (\d+)(?:, column (\d+))?")
_MOST_TRIES = 100


class Item(NamedTuple):
    """An element that is an item: its member of the root class, and its number among those of its tag, from 1."""

    element: etree._Element
    member: Member
    number: int


class Batch:
    """A tree with some items: children of ``root``, which is read as ``cls`` under ``names``."""

    def __init__(self, parsed: Parsed, split: Split, counts: Counter[str]) -> None:
        self.split = split
        self._counts = counts
        self._take(parsed)
        counts.update(str(item.element.tag) for item in self.items)

    def _take(self, parsed: Parsed) -> None:
        self.parsed = parsed
        root = parsed.root
        for _ in range(self.split.depth):
            root = root[0]
        found = payload_of(root)
        assert found is not None  # else it would not have been split
        self.root: etree._Element = root
        self.cls: type[Element] = found.cls
        self.names: Names = found.names
        children = root[:]
        self.held, numbers = children[: self.split.held], Counter(self._counts)
        members = items_of(found.cls)
        self.items: list[Item] = []
        for element in children[self.split.held :]:
            member = members[found.names[element.tag]]
            numbers[str(element.tag)] += 1
            self.items.append(Item(element, member, numbers[str(element.tag)]))

    def with_layout(self) -> Batch:
        """Return the same batch, parsed with all of its layout."""
        if not self.parsed.exact:
            self._counts.subtract(str(item.element.tag) for item in self.items)
            self.parsed.lay_out()
            self._take(self.parsed)
            self._counts.update(str(item.element.tag) for item in self.items)
        return self

    @property
    def is_misplaced(self) -> bool:
        """Whether an item comes after something that the schema has behind it."""
        if not self.held:
            return False
        table = self.cls.__xml__
        before = (table.elements.get(self.names[one.tag]) for one in self.held)
        reached = max((table.position[member.name] for member in before if member is not None), default=0)
        highest = 0
        for item in self.items:
            place = table.position[item.member.name]
            highest = max(highest, place)
            if place < max(reached, highest):
                return True
        return False

    def problems(self, limits: Limits) -> Iterator[tuple[Problem, Item]]:
        """Yield the deviations in items, each with the item."""
        items = {item.element: item for item in self.items}
        for problem in audit(self.root, self.names, self.cls, payload_of, limits):
            element = problem.element
            while element is not self.root and element.getparent() is not self.root:
                element = element.getparent()  # type: ignore[assignment]  # the root is above
            if element in items:
                yield problem, items[element]


class _Found(NamedTuple):
    """A finding in an item, whose path is complete when the document has been read."""

    finding: Finding
    root: int
    above: str
    step: str
    below: str
    key: tuple[int, str]


class Feed:
    """One source that is being taken apart.

    ``head`` is the message without its payload once that has begun; ``message`` is the whole without items at the end.
    """

    def __init__(self, source: Source, limits: Limits, *, checks: bool) -> None:
        self.limits = limits
        self.head: Any = None
        self.opened: type[Element] | None = None
        self.message: Any = None
        self.document: Document | None = None
        self.is_complete = False
        self.head_findings: tuple[Finding, ...] = ()
        self.left: list[Any] = []
        self._checks = checks
        self._pieces = open_pieces(source, limits)
        self.name = self._pieces.name
        self._splitter = Splitter(self._pieces, limits, self._open)
        self._counts: list[Counter[str]] = []
        self._indexes: list[int] = []
        self._payload: tuple[int, ...] | None = None
        self._bare = False
        self._tries = 0
        self._found: list[_Found] = []
        self._rest: Counter[Severity] = Counter()
        self._skeleton_findings: tuple[Finding, ...] = ()
        self._bases: list[str] = []

    def close(self) -> None:
        """Give back what was opened."""
        self._pieces.close()

    # ------------------------------------------------------------------ items

    def batches(self) -> Iterator[Batch | None]:
        """Yield None for each payload that begins, and trees of items as they come; then the rest has been read."""
        for split in self._splitter.splits():
            if isinstance(split, Opened):
                yield None
            else:
                batch = Batch(self._parsed(split.data, split.places), split, self._counts[split.root])
                if batch.items:
                    yield batch
        self._finish()

    def _parsed(self, data: bytes, places: Places) -> Parsed:
        try:
            return parse_bytes(data, self._pieces.encoding, self.name, exact=layout_may_be_content(data))
        except (NotWellFormedError, LimitError) as error:
            raise self._placed(error, places) from None

    def _placed(self, error: NotWellFormedError | LimitError, places: Places) -> NotWellFormedError | LimitError:
        """Return an error with the lines and columns of the source, in its text too."""

        def moved(found: re.Match[str]) -> str:
            line, column = places.of(int(found[1]), int(found[2]) if found[2] else None)
            return f"line {line}" + (f", column {column}" if column is not None else "")

        text = str(error)
        text = self.name + _LINE.sub(moved, text.removeprefix(self.name))
        line, column = places.of(error.line, error.column) if error.line else (error.line, error.column)
        return type(error)(text, line=line, column=column, reason=error.reason)

    # ------------------------------------------------------------------ recognising

    def _open(self, candidate: Candidate) -> Opened | None:
        """Tell what the items of a payload are; None where there are none, or the root is none."""
        short = self._payload is not None and self._payload == candidate.above
        if not short and (self._payload is not None or self._tries >= _MOST_TRIES):
            return None
        self._tries += 1
        data = candidate.short() if short else candidate.whole()
        parsed = parse_bytes(data, self._pieces.encoding, self.name, exact=layout_may_be_content(data))
        cls = self._again(parsed, candidate.depth) if short else self._first(parsed, candidate)
        if cls is None or not is_streamed(cls):
            return None
        self.opened = cls
        self._counts.append(Counter())
        self._indexes.append(candidate.index)
        members = frozenset(items_of(cls))

        def is_item(document: bytes) -> bool:
            root = self._parsed(document, Places()).root
            for _ in range(candidate.depth):
                root = root[0]
            found = payload_of(root)
            return found is not None and found.names[root[-1].tag] in members

        table = cls.__xml__
        return Opened(frozenset(map(str.encode, members)), frozenset(map(str.encode, table.elements)), is_item)

    def _again(self, parsed: Parsed, depth: int) -> type[Element] | None:
        found = payload_of(_innermost(parsed.root, depth))
        return found.cls if found is not None else None

    def _first(self, parsed: Parsed, candidate: Candidate) -> type[Element] | None:
        try:
            document = Document(parsed, self.limits)
            inner = _innermost(document.parsed.root, candidate.depth)
            if document.frame.element is inner:
                if issubclass(document.frame.cls, EnvelopeMessage):
                    return None
                self._bare = True
                self._payload = candidate.above
                self.document = document
                return document.frame.cls
            if not issubclass(document.frame.cls, EnvelopeMessage):
                return None
            message = document.message()
        except UnknownMessageError:
            return None
        inner = _innermost(document.parsed.root, candidate.depth)
        payload = inner.getparent()
        if payload is None or payload is not _payload_element(document):
            return None
        self._payload = candidate.above
        self.head, self.document = message, document
        if self._checks and (document.odd or document.frame.problems):
            open_ones = {inner, *inner.iterancestors()}
            problems = [one for one in document.problems() if one.element not in open_ones]
            frame_problems = [one for one in document.frame.problems if one.element in open_ones]
            self.head_findings = self._findings(document, [*frame_problems, *problems])
        found = payload_of(inner)
        return found.cls if found is not None else None

    # ------------------------------------------------------------------ findings

    def note(self, batch: Batch) -> dict[int, list[Finding]]:
        """Take note of the deviations in a batch; returns the findings by index of the item."""
        room = self.limits.max_findings - len(self._found)
        listed: list[tuple[Problem, Item]] = []
        for problem, item in batch.problems(self.limits):
            if len(listed) < room:
                listed.append((problem, item))
            else:
                self._rest[RULES[problem.rule].severity] += 1
        places = locate(
            batch.parsed.root, (problem.element for problem, _ in listed), batch.parsed.data, self._pieces.encoding
        )
        found: dict[int, list[Finding]] = {}
        order = {item.element: index for index, item in enumerate(batch.items)}
        for problem, item in listed:
            place = places[id(problem.element)]
            line, column = self._place(place.line, place.column, batch.split.places)
            steps = place.path.split("/")
            child = batch.split.depth + 2
            local = steps[child].partition("[")[0]
            above, below = "/".join(steps[:child]), "".join(f"/{step}" for step in steps[child + 1 :])
            one = finding(
                problem.rule,
                problem.message,
                path=f"{above}/{local}[{item.number}]{below}",
                line=line,
                column=column,
                value=problem.value,
                hint=RULES[problem.rule].hint,
            )
            self._found.append(
                _Found(one, batch.split.root, above, f"{local}[{item.number}]", below, (batch.split.root, str(item.element.tag)))
            )
            found.setdefault(order[item.element], []).append(one)
        return found

    def _place(self, line: int | None, column: int | None, places: Places) -> tuple[int | None, int | None]:
        if line is None or not self._pieces.places:
            return None, None
        return places.of(line, column)

    def _findings(self, document: Document, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        listed: list[Problem] = []
        for problem in problems:
            if len(listed) < self.limits.max_findings:
                listed.append(problem)
            else:
                self._rest[RULES[problem.rule].severity] += 1
        parsed = document.parsed
        places = locate(
            parsed.root, (one.element for one in listed), parsed.data, parsed.encoding, document.frame.added
        )
        found = []
        for one in listed:
            place = places[id(one.element)]
            line, column = self._place(place.line, place.column, self._splitter.places)
            rule = RULES[one.rule]
            found.append(
                finding(
                    one.rule, one.message, path=place.path, line=line, column=column, value=one.value, hint=rule.hint
                )
            )
        return tuple(found)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add what was found in a compressed payload."""
        self._skeleton_findings = (*self._skeleton_findings, *findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found so far; in items, what stands around them first."""
        most = self.limits.max_findings
        around = self._skeleton_findings if self.is_complete else self.head_findings
        rest = Counter(self._rest)
        listed = list(around[:most])
        rest.update(one.severity for one in around[most:])
        for one in self._found:
            if len(listed) < most:
                listed.append(self._with_path(one))
            else:
                rest[one.finding.severity] += 1
        if rest.total():
            worst = min((severity for severity in rest if rest[severity]), key=list(Severity).index)
            text = f"{rest.total()} more findings are not listed, beyond the limit of {most}"
            listed.append(Finding(rule="FND001", severity=worst, message=text, hint=RULES["FND001"].hint))
        return tuple(listed)

    def _with_path(self, found: _Found) -> Finding:
        from attrs import evolve

        above = self._bases[found.root] if self.is_complete else found.above
        step = found.step
        if self.is_complete and self._counts[found.root][found.key[1]] == 1:
            step = step.partition("[")[0]
        return evolve(found.finding, path=f"{above}/{step}{found.below}")

    # ------------------------------------------------------------------ the end

    def _finish(self) -> None:
        """Read what stands around the items."""
        parsed = self._parsed(bytes(self._splitter.skeleton), self._splitter.places)
        document = Document(parsed, self.limits)
        message = document.message()
        roots = self._roots(document)
        held = {
            next(child for child in root if names[child.tag] == local.decode())
            for (root, names), tags in zip(roots, self._splitter.held, strict=True)
            for local in tags
        }
        broken: list[tuple[str, Broken]] = []
        if self._checks and isinstance(message, EnvelopeMessage) and not is_plain(message):
            broken = list(review(message))
        if self._checks and (document.odd or document.frame.problems or broken):
            finder = Finder(document.frame.element)
            problems = [one for one in document.problems() if one.element not in held]
            problems += (Problem(rule, finder.find(one.path), one.message, one.value) for rule, one in broken)
            self._skeleton_findings = self._findings(document, problems)
        places = locate(document.parsed.root, (root for root, _ in roots), None)
        self._bases = [places[id(root)].path for root, _ in roots]
        self.left = list(_left(document, message, held))
        self.message, self.document, self.is_complete = message, document, True
        self.head = message if isinstance(message, EnvelopeMessage) else None

    def _roots(self, document: Document) -> list[tuple[etree._Element, Names]]:
        """Return the roots of the payloads that were split, each with the names of its content."""
        if not self._indexes:
            return []
        element = document.frame.element
        if self._bare:
            return [(element, document.frame.names)]
        payload = _payload_element(document)
        assert payload is not None  # it was there when the payload began
        roots = [payload[index] for index in self._indexes]
        found = [payload_of(root) for root in roots]
        return [(root, one.names) for root, one in zip(roots, found, strict=True) if one is not None]

    @property
    def tables(self) -> Any:
        """The root of the payload that was split last, without items, as far as it has been read."""
        if not self.is_complete:
            return None
        if not isinstance(self.message, EnvelopeMessage):
            return self.message
        payload = getattr(self.message, "payload", None)
        known = [one for one in payload.content if isinstance(one, Element)] if payload is not None else []
        return known[-1] if known else None

    def packed(self) -> Any:
        """Return the stream of a compressed payload, None when there is none.

        Raises:
            CompressionError: It is of a format that is no XML.
        """
        payload = getattr(self.message, "payload", None)
        if payload is None or not payload.compressed:
            return None
        from ..compression import open_packed

        kind = (payload.format or "XML").strip().upper()
        if kind != "XML":
            raise CompressionError(f"the payload is {payload.format}, no XML; cim.unpacked(message) returns its bytes")
        return open_packed(payload, limits=self.limits)


def _innermost(root: etree._Element, depth: int) -> etree._Element:
    """Return the element that is still open: the last child at each level."""
    for _ in range(depth):
        root = root[-1]
    return root


def _payload_element(document: Document) -> etree._Element | None:
    """Return the element that is read as the payload of a message."""
    frame = document.frame
    return next((one for one in frame.element.iterchildren(etree.Element) if frame.names[one.tag] == "Payload"), None)


def _left(document: Document, message: Any, held: set[etree._Element]) -> Iterator[Any]:
    """Take the items that were not split out of the objects, in the order of the document."""
    if not isinstance(message, EnvelopeMessage):
        yield from _taken(document.frame.element, document.frame.names, message, held)
        return
    payload = getattr(message, "payload", None)
    element = _payload_element(document)
    if payload is None or element is None:
        return
    names = document.frame.names
    contents = iter(payload.content)
    for child in element.iterchildren(etree.Element):
        name = names[child.tag]
        if name[:1] == "{":
            found = payload_of(child)
            content = next(contents)
            if found is not None:
                yield from _taken(child, found.names, content, held)
        elif name == operation_set().__xml__.name and payload.operation_set is not None:
            yield from _taken(child, names, payload.operation_set, held)


def _taken(element: etree._Element, names: Names, obj: Any, held: set[etree._Element]) -> Iterator[Any]:
    members = items_of(type(obj)) if isinstance(obj, Element) else {}
    waiting = {tag: iter(getattr(obj, member.name)) for tag, member in members.items()}
    found = []
    for child in element.iterchildren(etree.Element):
        tag = names[child.tag]
        if tag in waiting:
            item = next(waiting[tag])
            if child not in held:
                found.append(item)
    for member in members.values():
        setattr(obj, member.name, [])
    yield from found
