"""Messages, findings, reports and what else shows itself in a notebook, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from html import escape
from typing import Any

from ..model import Element
from ..validation.finding import Finding, Severity, tally
from ..validation.report import Report
from ..xml.reader import Loaded
from .html import framed, message_html, told
from .reprs import short

__all__ = ["page", "stream_page"]

_FINDINGS = 50
_COLUMNS = 60
_SOURCES = 20


@singledispatch
def page(subject: Any) -> str:
    """Return an object as HTML that stands by itself."""
    from ..inspecting import Inspection

    if isinstance(subject, Inspection):
        return framed("".join(_table(subject.rows())))
    return framed(f"<code>{told(short(subject), 4000)}</code>")


@page.register
def _(subject: Element) -> str:
    return framed(message_html(subject))


@page.register
def _(subject: Finding) -> str:
    return framed(*_findings([subject]))


@page.register
def _(subject: Report) -> str:
    said = " ".join(told(one) for one in (subject.kind, subject.verb, subject.noun) if one)
    head = f'<div class="h">{told(subject.source)} {_verdict(subject)}</div>'
    about = [("message", said), ("dialect", told(subject.dialect) if subject.dialect else "")]
    if subject.problem:
        about.append(("cannot be read", told(subject.problem, 600)))
    if subject.unlisted:
        about.append(("not listed", _unlisted(tally(subject.unlisted).total())))
    return framed(head, *_rows(about), *_findings(subject.findings))


@page.register
def _(subject: Loaded) -> str:
    about = [("dialect", told(subject.dialect) if subject.dialect else ""), ("edition", told(subject.edition))]
    shown = message_html(subject.message) if isinstance(subject.message, Element) else told(short(subject.message))
    return framed(shown, *_rows(about), *_findings(subject.findings))


def stream_page(stream: Any, columns: Iterable[tuple[str, str]]) -> str:
    """Return a ColumnStream as HTML: its columns, what they hold, and the sources that are done. Nothing is read."""
    done = stream.outcomes
    rows = sum(one.rows for one in done)
    head = f'<div class="h">{told(type(stream).__name__)} of {told(stream.name)}</div>'
    about = [("so far", f"{rows:,} rows of {len(done):,} sources that are done")]
    for one in done[:_SOURCES]:
        state = told(one.error) if one.error is not None else f"{len(one.findings):,} findings"
        about.append((told(one.file), f"{one.rows:,} rows, {state}"))
    if len(done) > _SOURCES:
        about.append(("", f"… {len(done) - _SOURCES:,} more sources"))
    shown = [(told(name), told(kind)) for name, kind in columns]
    return framed(
        head, *_rows(about), "<details><summary>columns</summary><div>", *_rows(shown[:_COLUMNS]), "</div></details>"
    )


def _unlisted(number: int) -> str:
    return "1 more finding, which counts" if number == 1 else f"{number:,} more findings, which count"


def _verdict(report: Report) -> str:
    if report.problem:
        return '<span class="b error">cannot be read</span>'
    counts = [(severity, report.count(severity)) for severity in Severity]
    badges = [
        f'<span class="b {severity}">{count:,} {severity}{"" if count == 1 else "s"}</span>'
        for severity, count in counts
        if count
    ]
    return " ".join(badges) or '<span class="b ok">no findings</span>'


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield "<table><tbody>"
    for one in findings[:_FINDINGS]:
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in _finding(one)) + "</tr>"
    yield "</tbody></table>"
    if len(findings) > _FINDINGS:
        yield f'<div class="r">… {tally(findings[_FINDINGS:]).total():,} more findings</div>'


def _finding(one: Finding) -> Iterator[str]:
    severity = one.severity if one.severity in list(Severity) else ""
    yield f'<span class="b {severity}">{told(one.severity)}</span>'
    yield f'<span class="k">{told(one.rule)}</span>'
    place = f"line {one.line}" if one.line is not None else ""
    if one.line is not None and one.column is not None:
        place += f", column {one.column}"
    path = f"<code>{told(one.path)}</code>" if one.path else ""
    hint = f'<div class="n">{told(one.hint, 300)}</div>' if one.hint else ""
    value = f"<div>found: <code>{told(one.value)}</code></div>" if one.value else ""
    yield f"{told(one.message, 400)}{value}{hint}"
    yield "<br>".join(part for part in (place, path) if part)


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from _rows((escape(label), told(text, 400)) for label, text in rows)


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a table of two columns of HTML, without the rows that are empty."""
    shown = [f"<tr><th>{label}</th><td>{cell}</td></tr>" for label, cell in rows if cell]
    if shown:
        yield f"<table><tbody>{''.join(shown)}</tbody></table>"
