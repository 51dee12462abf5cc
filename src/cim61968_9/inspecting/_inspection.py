"""What was found in a document, as a block of text and as plain data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from attrs import field, frozen

from ..describing import counted, plain_error, told
from ..outcomes import Outcome, ReportedError
from ..showing import Shown
from ..xml.instants import render_date_time
from ._content import Coded, Content

__all__ = ["Inspection", "PackedContent", "RuleCount"]

_WIDTH = 16
_MOST = 10


@frozen
class RuleCount:
    """How often a rule is broken."""

    rule: str
    severity: str
    title: str
    count: int


@frozen(kw_only=True)
class PackedContent:
    """A compressed payload. What was in it, where it could be expanded, is among the contents."""

    format: str
    length: int
    """Characters of base64."""
    size: int | None = None
    """Bytes after decompression; None when that failed."""
    problem: str = ""
    """Why it could not be expanded."""


@frozen(kw_only=True, repr=False)
class Inspection(Shown):
    """What a document is. Its ``str`` is a block of text, :meth:`as_dict` plain data for JSON."""

    name: str = ""
    """What the source is called, empty for texts and elements."""
    size: int | None = None
    """Bytes of the source; None for an element."""
    gzip: bool = False
    expanded: int | None = None
    """Bytes of the XML text, when it is in a gzip file."""
    encoding: str = ""
    root: str = ""
    namespace: str = ""
    kind: str = ""
    """The kind of message; empty for a bare payload."""
    verb: str = ""
    noun: str = ""
    sender: str = ""
    context: str = ""
    timestamp: dt.datetime | None = None
    message_id: str = ""
    correlation_id: str = ""
    dialect: str = ""
    """How the sender departs from the form of the standard."""
    edition: str = ""
    """The edition of IEC 61968-9 that the namespaces speak of."""
    outcome: Outcome | None = None
    """What a reply says."""
    ids: int = 0
    """How many objects are named beside the contents, in the request or the payload."""
    operations: int = 0
    packed: PackedContent | None = None
    contents: tuple[Content, ...] = field(factory=tuple)
    findings: tuple[RuleCount, ...] = field(factory=tuple)
    problem: str = ""
    """Why this is no message, and only elements were counted."""

    def __str__(self) -> str:
        return "\n".join(f"{label:<{_WIDTH}}{text}".rstrip() for label, text in self.rows())

    def as_dict(self) -> dict[str, Any]:
        """Return everything as dictionaries, lists, texts and numbers."""
        found = attrs.asdict(self, filter=lambda one, _: one.name != "outcome", value_serializer=_plain)
        found["outcome"] = _outcome_as_dict(self.outcome) if self.outcome is not None else None
        return found

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield the block line by line: a label, which may be empty, and its text."""
        yield "document", ", ".join(self._document())
        if self.problem:
            yield "problem", told(self.problem)
        if self.kind:
            said = " ".join(told(word) for word in (self.verb, self.noun) if word)
            yield "message", f"{self.kind}: {said}" if said else self.kind
        about = told(self.sender) if self.sender else ""
        about += f" at {render_date_time(self.timestamp)}" if self.timestamp is not None else ""
        yield from _row("from", ", ".join(one for one in (about.strip(), told(self.context)) if one))
        yield from _row("message id", told(self.message_id))
        yield from _row("correlation id", told(self.correlation_id))
        yield from _row("dialect", _one_line(self.dialect))
        yield from self._answer()
        yield from _row("identifiers", str(self.ids) if self.ids else "")
        yield from _row("operations", str(self.operations) if self.operations else "")
        if self.packed is not None:
            yield "compressed", ", ".join(self._compressed(self.packed))
        for content in self.contents[:_MOST]:
            yield from _content(content)
        yield from _rest(len(self.contents), "content")
        yield from self._judgement()

    def _document(self) -> Iterator[str]:
        if self.name:
            yield told(self.name)
        if self.size is not None:
            yield counted(self.size, "byte")
        if self.gzip:
            yield "gzip" + (f" of {counted(self.expanded, 'byte')}" if self.expanded is not None else "")
        if self.encoding:
            yield self.encoding
        if self.size is None:
            yield "an element in memory"

    def _answer(self) -> Iterator[tuple[str, str]]:
        if self.outcome is None:
            return
        found = attrs.evolve(self.outcome, errors=())
        yield "result", told(found)
        for error in self.outcome.errors[:_MOST]:
            label = "  error"
            for line in str(plain_error(error)).splitlines():
                yield label, line.strip() if label else f"  {line.strip()}"
                label = ""
        yield from _rest(len(self.outcome.errors), "  error")

    @staticmethod
    def _compressed(packed: PackedContent) -> Iterator[str]:
        yield packed.format
        yield f"{packed.length} characters of base64"
        if packed.size is not None:
            yield f"{counted(packed.size, 'byte')} expanded"
        if packed.problem:
            yield f"not expanded: {_one_line(packed.problem)}"

    def _judgement(self) -> Iterator[tuple[str, str]]:
        if self.problem:
            return
        label = "findings"
        for one in self.findings:
            yield label, f"{one.count} x {one.rule} {one.severity}: {one.title}"
            label = ""
        if not self.findings:
            yield label, "none"


def _content(content: Content) -> Iterator[tuple[str, str]]:
    known = [f"edition {content.edition.rpartition(' ')[2]}"] if content.edition else []
    known += [content.confidence] if content.confidence else []
    inside = f" ({', '.join(known)})" if known else f" in {told(content.namespace) or 'no namespace'}"
    step = f"{content.operation}: " if content.operation else ""
    yield "content", f"{step}{told(content.root)}{inside}"
    items = [f"{number} {told(name)}" for name, number in content.items.items()]
    more = [f"{len(items) - _MOST} more"] if len(items) > _MOST else []
    yield "  items", ", ".join(items[:_MOST] + more) or "none"
    if content.devices:
        yield "  meters", f"{content.devices}: {content.names}"
    yield from _row("  period", _period(content))
    groups = (
        ("  values", content.reading_types),
        ("  qualities", content.qualities),
        ("  events", content.events),
        ("  controls", content.controls),
    )
    for label, coded in groups:
        yield from _coded(label, coded)


def _period(content: Content) -> str:
    if content.start is None or content.end is None:
        return ""
    start, end = render_date_time(content.start), render_date_time(content.end)
    zones = f" (zones: {', '.join(content.zones)})" if len(content.zones) > 1 else ""
    return (f"at {start}" if start == end else f"{start} to {end}") + zones


def _coded(label: str, listed: Iterable[Coded]) -> Iterator[tuple[str, str]]:
    every = list(listed)
    for one in every[:_MOST]:
        code = told(one.code) or "no type"
        yield label, f"{one.count} x {one.meaning} ({code})" if one.meaning else f"{one.count} x {code}"
        label = ""
    yield from _rest(len(every), label)


def _row(label: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield label, text


def _rest(number: int, label: str) -> Iterator[tuple[str, str]]:
    if number > _MOST:
        yield label if label.strip() else "", f"and {number - _MOST} more"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(_: Any, __: Any, value: Any) -> Any:
    return render_date_time(value) if isinstance(value, dt.datetime) else value


def _outcome_as_dict(found: Outcome) -> dict[str, Any]:
    return {
        "result": str(found.result),
        "ok": found.ok,
        "more": found.more,
        "acknowledges": found.acknowledges,
        "retry": found.retry,
        "errors": [_error_as_dict(one) for one in found.errors],
        "notes": [_error_as_dict(one) for one in found.notes],
        "ids": [one.value for one in found.ids],
        "operation_id": found.operation_id,
    }


def _error_as_dict(one: ReportedError) -> dict[str, Any]:
    return {
        "code": one.code.code,
        "level": one.level,
        "meaning": one.code.meaning,
        "advice": one.code.advice,
        "reason": one.reason,
        "details": one.details,
        "object": one.object.value if one.object is not None else None,
        "related": one.related.value if one.related is not None else None,
        "operation_id": one.operation_id,
    }
