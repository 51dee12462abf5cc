"""The page as a whole: sources are added one by one, and the page is made of what there is room for."""

from __future__ import annotations

import contextlib
import datetime as dt
import heapq
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from attrs import evolve
from lxml import etree

from .._mixins import EnvelopeMessage
from ..compression import expand
from ..errors import Cim61968Error, LimitError
from ..model import Element
from ..outcomes import outcome
from ..plots._drawing import zone_of
from ..showing.style import STYLE
from ..sources import Item, find, is_file_of
from ..validating import report_of, validate
from ..validation.finding import Severity
from ..validation.report import Report
from ..validation.settings import Settings
from ..xml.limits import Limits
from ..xml.pausing import Paused
from ..xml.reader import load
from ..xml.writer import to_bytes
from .contents import contents_of, events_html, explained_html, tree_html
from .envelope import envelope_html
from .findings import findings_html
from .markup import badge, badges, told
from .profiles import profiles_html
from .rules import rules_html
from .style import PAGE_STYLE
from .summary import Entry, rank_of, summary_html

__all__ = ["Given", "Page", "checked", "html_report"]

Given: TypeAlias = "str | os.PathLike[str] | bytes | Element | Item | Report"
_LIMITS = Limits()
_ALL = Settings()
_ROOM = 2_500_000
"""Bytes that the details of all sources take."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def html_report(
    sources: Given | Iterable[Given],
    *,
    output: str | os.PathLike[str] | None = None,
    settings: Settings = _ALL,
    limits: Limits = _LIMITS,
    zone: dt.tzinfo | str | None = None,
) -> str:
    """Return a report of sources as one page of HTML, and write it to a file when one is named.

    Sources are names of files, folders, patterns and archives, as :func:`cim.sources.find` takes them, what that
    yields, XML as text or bytes, messages and payloads, and reports of :func:`cim.validate`. The lines of a message are
    those of ``cim.to_bytes(message, mode="lax")``; a report knows none. ``settings`` choose rules. Load profiles are
    drawn in a ``zone``, or one of its name; without it, in the offset that all times have, else in UTC. The same
    sources make the same page, byte for byte; it is at most about 5 MB.

    >>> import cim61968_9 as cim
    >>> page = html_report("examples/data/outage-event.xml")
    >>> "<h1>Report on 1 source</h1>" in page
    True

    Raises:
        TypeError: Something is no source, or no zone.
        ValueError: The output is one of the sources, which would be lost; or there is no such zone.
        InvalidMessageError: A message holds what has no text in XML.
        SourceError: Standard input is named twice.
        OSError: The page cannot be written.
    """
    page = Page(limits, zone)
    for item in _items(_given(sources), limits):
        if output is not None and isinstance(item, Item) and is_file_of(item, output):
            raise ValueError(f"output is {os.fspath(output)!r}, which is one of the sources; expected another file")
        if isinstance(item, Report):
            page.add(item)
        else:
            page.add(checked(item, settings, limits), item)
    text = page.html()
    if output is not None:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    return text


def checked(item: Item, settings: Settings = _ALL, limits: Limits = _LIMITS) -> Report:
    """Return what is found in a source, with its message; one that cannot be read has a problem."""
    if not item.problem:
        with contextlib.suppress(OSError, LimitError):  # which are told of below
            report = validate(item.get(), settings=settings, limits=limits, name=item.name)
            return evolve(report, archive=item.archive)
    return report_of(item, settings=settings, limits=limits)


class Page:
    """A page that sources are added to; it holds the details of some, those with the worst findings first."""

    def __init__(self, limits: Limits = _LIMITS, zone: dt.tzinfo | str | None = None) -> None:
        self._limits = limits
        self._zone = zone_of(zone, ()) if zone is not None else None
        self._entries: list[Entry] = []
        self._details: list[tuple[int, int, int, str, frozenset[str]]] = []  # a heap: what matters least is on top
        self._used = 0
        self._is_full = False

    @property
    def reports(self) -> list[Report]:
        """The reports of all sources, without their messages."""
        return [one.report for one in self._entries]

    def add(self, report: Report, item: Item | None = None) -> None:
        """Add what was found in a source, with its message; ``item`` is where its lines are."""
        number = len(self._entries) + 1
        self._entries.append(Entry(number, evolve(report, message=None), item.size if item is not None else 0))
        rank = rank_of(report)
        if self._is_full and (-rank, -number) <= self._details[0][:2]:
            return  # it would be the first to go
        rules: set[str] = set()
        with Paused(self._limits):
            text = "".join(self._section(number, report, item, rules))
        size = len(text.encode("utf-8", "replace"))
        heapq.heappush(self._details, (-rank, -number, size, text, frozenset(rules)))
        self._used += size
        while self._used > _ROOM and len(self._details) > 1:
            self._used -= heapq.heappop(self._details)[2]
            self._is_full = True

    def html(self) -> str:
        """Return the page."""
        details = sorted(self._details, key=lambda one: -one[1])
        rules = {rule for one in details for rule in one[4]}
        number = len(self._entries)
        title = f"Report on {number:,} source{'' if number == 1 else 's'}"
        parts = [
            f"<header><h1>{title}</h1></header><main>",
            f'<section id="summary">{summary_html(self._entries, {-one[1] for one in details})}</section>',
            *(one[3] for one in details),
            rules_html(rules),
            f"</main><footer>made by cim61968-9 {told(_version())}; nothing on this page comes from elsewhere</footer>",
        ]
        return (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
            f'<link rel="icon" href="data:,"><title>{title}</title>{PAGE_STYLE}{STYLE}</head>\n'
            f"<body>{chr(10).join(part for part in parts if part)}</body></html>\n"
        )

    def _section(self, number: int, report: Report, item: Item | None, rules: set[str]) -> Iterator[str]:
        state = badge("cannot be read", "error") if report.problem else badges(_counts(report))
        yield f'<section class="of-source" id="source-{number}"><h2>{told(report.source)} {state}</h2>'
        if report.problem:
            yield f'<p class="problem">{told(report.problem, 600)}</p></section>'
            return
        yield findings_html(report, item, self._limits, rules)
        message, remark = self._message(report, item)
        payloads = list(_payloads(message))
        said = outcome(message) if getattr(message, "reply", None) is not None else None
        contents = contents_of(payloads)
        yield envelope_html(report, message, contents, said, item.size if item is not None else 0, remark)
        elements = [one for one in payloads if isinstance(one, Element)]
        yield explained_html(contents, said)
        yield profiles_html(elements, f"s{number}", self._zone)
        if contents.codes["events"]:
            yield events_html(elements)
        yield tree_html(message, is_open=False)
        yield "</section>"

    def _message(self, report: Report, item: Item | None) -> tuple[Any, str]:
        """Return the message of a source with what was compressed in it, and what is to be said of that."""
        message: Any = report.message
        if message is None and item is not None:  # the rules that were chosen did not need it
            with contextlib.suppress(Cim61968Error, OSError):
                message = load(item.get(), mode="raw", limits=self._limits).message
        payload = getattr(message, "payload", None)
        if not getattr(payload, "compressed", None):
            return message, ""
        try:
            return expand(message, mode="raw", limits=self._limits), "a compressed payload, expanded for this page"
        except Cim61968Error as error:
            return message, f"a compressed payload, not expanded: {error}"


def _given(sources: Any) -> Iterable[Any]:
    if isinstance(sources, str | os.PathLike | bytes | Element | Item | Report):
        return (sources,)
    if not isinstance(sources, Iterable) or isinstance(sources, bytearray | memoryview | etree._Element | Mapping):
        raise _refused(sources)
    if hasattr(sources, "read"):  # its lines are no sources
        raise _refused(sources)
    return sources


def _refused(one: Any) -> TypeError:
    return TypeError(
        f"found {type(one).__name__}, expected names of files, XML as text or bytes, messages, payloads, items of "
        "cim.sources.find or reports of cim.validate; or several of them"
    )


def _items(given: Iterable[Any], limits: Limits) -> Iterator[Item | Report]:
    names: list[Any] = []
    for one in given:
        if isinstance(one, str | os.PathLike) and not str(one).lstrip("\ufeff \t\r\n").startswith("<"):
            names.append(one)
            continue
        yield from find(names, limits)
        names = []
        if isinstance(one, Item | Report):
            yield one
        elif isinstance(one, str | bytes):
            yield Item("<document>", len(one), _Held(one))
        elif isinstance(one, Element):
            data = to_bytes(one, mode="lax")
            yield Item(f"<{one.__xml__.name}>", len(data), _Held(data))
        else:
            raise _refused(one)
    yield from find(names, limits)


class _Held:
    """How to get what was given."""

    def __init__(self, given: str | bytes) -> None:
        self._given = given

    def __call__(self) -> str | bytes:
        return self._given


def _payloads(message: Any) -> Iterator[Any]:
    """Yield what a message carries: of requests and replies, of operations, or itself when it is a bare payload."""
    if message is None:
        return
    if not isinstance(message, EnvelopeMessage):
        operations = getattr(message, "operation", None)
        found = [one.content for one in operations] if isinstance(operations, list) else [message]
        yield from (one for one in found if one is not None)
        return
    for name in ("request", "payload"):
        part = getattr(message, name, None)
        yield from getattr(part, "content", ())
        operation_set = getattr(part, "operation_set", None)
        yield from (one.content for one in getattr(operation_set, "operation", ()) if one.content is not None)


def _counts(report: Report) -> Iterator[tuple[Severity, int]]:
    for severity in Severity:
        yield severity, report.count(severity)


def _version() -> str:
    from .. import __version__

    return __version__
