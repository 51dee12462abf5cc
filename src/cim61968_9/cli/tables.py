"""Plain tables, which can be searched and cut by other tools as well as read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..validation.rendering.cleaning import one_line

__all__ = ["table"]


def table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows below a heading, in columns as wide as they need to be."""
    lines = [heading, *([one_line(str(cell)) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )
