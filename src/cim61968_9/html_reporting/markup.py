"""Pieces of HTML that the parts of the page are made of; whatever they are given as text comes out as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ..showing.html import told
from ..validation.finding import Severity

__all__ = [
    "badge",
    "badges",
    "code",
    "facts",
    "folded",
    "heading",
    "link",
    "more",
    "note",
    "size_text",
    "table",
    "told",
]

_STEP = 1000


def code(text: object, longest: int = 160) -> str:
    """Return a text of a message as code."""
    return f"<code>{told(text, longest)}</code>"


def badge(text: str, kind: str) -> str:
    """Return a word on a coloured ground."""
    return f'<span class="badge {escape(kind)}">{escape(text)}</span>'


def badges(counts: Iterable[tuple[Severity, int]]) -> str:
    """Return how many findings of each severity there are."""
    shown = [badge(f"{count:,} {one}{'' if count == 1 else 's'}", one) for one, count in counts if count]
    return " ".join(shown) or badge("no findings", "ok")


def heading(level: int, text: str) -> str:
    """Return a heading of plain text."""
    return f"<h{level}>{escape(text)}</h{level}>"


def link(target: str, text: str) -> str:
    """Return a link to another place of the page, around HTML."""
    return f'<a href="#{escape(target)}">{text}</a>'


def note(text: str) -> str:
    """Return a remark of the report about itself."""
    return f'<p class="note">{escape(text)}</p>'


def more(number: int, word: str, rest: str = "") -> str:
    """Return how much was left out, empty when nothing was."""
    if number <= 0:
        return ""
    return note(f"… {number:,} more {word}{'' if number == 1 else 's'}{rest}")


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Return names and what they are, which is HTML; without those that are empty."""
    shown = [f"<div><dt>{escape(name)}</dt><dd>{said}</dd></div>" for name, said in rows if said]
    return f'<dl class="facts">{"".join(shown)}</dl>' if shown else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: frozenset[int] = frozenset()) -> str:
    """Return a table of HTML cells; columns of ``numbers`` are set to the right.

    Cells know the heads of their columns, which a narrow screen shows beside them.
    """
    top = "".join(f'<th scope="col"{_side(index, numbers)}>{escape(one)}</th>' for index, one in enumerate(heads))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td{_side(index, numbers)} data-head="{escape(head)}">{cell}</td>'
            for index, (head, cell) in enumerate(zip(heads, row, strict=True))
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(heads[0])}">'
        f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def folded(summary: str, *body: str, is_open: bool = False) -> str:
    """Return parts of HTML that open and close below a line."""
    return f"<details{' open' if is_open else ''}><summary>{summary}</summary>{''.join(body)}</details>"


def size_text(size: int) -> str:
    """Return a number of bytes as people write it: ``83.7 kB``."""
    if size < _STEP:
        return f"{size} {'byte' if size == 1 else 'bytes'}"
    power = 1 if size < _STEP**2 else 2 if size < _STEP**3 else 3
    return f"{size / _STEP**power:,.3g} {('kB', 'MB', 'GB')[power - 1]}"


def _side(index: int, numbers: frozenset[int]) -> str:
    return ' class="number"' if index in numbers else ""
