"""How objects show themselves: short in a console, in lines where it is long, as a tree, and as HTML in a notebook.

This module has only the base class that hooks it in; everything else is loaded when something is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["Shown"]


class Shown:
    """Something that shows what is set and leaves out the rest, says how much it left out, and is never long."""

    __slots__ = ()

    def __repr__(self) -> str:
        from .reprs import short

        return short(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # as IPython and Hypothesis call it
        from .pretty import pretty

        pretty(self, printer)

    def __rich_repr__(self) -> Iterator[Any]:
        from .rich import parts

        return parts(self)

    def _repr_html_(self) -> str:
        from .pages import page

        return page(self)
