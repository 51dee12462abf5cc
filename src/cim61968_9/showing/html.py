"""Objects as HTML: lines that open and close, without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from ..model import Element
from .outline import Line, outline
from .style import CLASS, STYLE
from .texts import safe

__all__ = ["framed", "message_html", "told"]

_ITEMS = 5
_LINES = 300
_OPEN = 4
_CLOSED = frozenset({"header", "foreign"})


def told(text: object, longest: int = 160) -> str:
    """Return a text for HTML: in one line, shortened, escaped, and with its direction kept to itself."""
    return f"<bdi>{escape(safe(text, longest))}</bdi>"


def framed(*parts: str) -> str:
    """Return parts of HTML as one element with its style."""
    return f'<div class="{CLASS}">{STYLE}{"".join(parts)}</div>'


def message_html(subject: Element, *, is_open: bool = True) -> str:
    """Return an object as lines that open and close, without the frame."""
    root = outline(subject, items=_ITEMS, lines=_LINES)
    return "".join(_line(root, 0, is_open=is_open))


def _line(line: Line, level: int, *, is_open: bool) -> Iterator[str]:
    if not line.below:
        yield f'<div class="l">{_text(line)}</div>'
        return
    yield f"<details{' open' if is_open else ''}><summary>{_text(line)}</summary><div>"
    lists = Counter(one.name.partition("[")[0] for one in line.below)
    for one in line.below:
        alone = lists[one.name.partition("[")[0]] == 1
        yield from _line(
            one, level + 1, is_open=alone and not one.note and level + 1 < _OPEN and one.name not in _CLOSED
        )
    yield "</div></details>"


def _text(line: Line) -> str:
    parts = []
    if line.name:
        parts.append(f"<code>{escape(line.name)}</code>")
    if line.kind:
        parts.append(f'<span class="k">{escape(line.kind)}</span>')
    if line.text:
        parts.append(f"<bdi>{escape(line.text)}</bdi>")
    if line.gist and not line.note:
        parts.append(f'<span class="n">{escape(line.gist)}</span>')
    if line.note:
        parts.append(f'<span class="{"w" if line.is_odd else "n"}">{escape(line.note)}</span>')
    if line.rest:
        parts.append(f'<span class="r">… {escape(line.rest)}</span>')
    return " ".join(parts)
