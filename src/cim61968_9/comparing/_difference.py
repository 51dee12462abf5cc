"""One difference, in a line."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from ._values import shown

__all__ = ["Difference", "Kind"]

Kind: TypeAlias = Literal["added", "removed", "changed", "moved"]
"""What is the matter: only the right one has it, only the left one has it, both have it with other content, or in
another place among its siblings."""


@frozen
class Difference:
    """Something in which two messages differ.

    Paths are of CIM names. An item of a list has in brackets what identifies it among its siblings, as in
    ``Meter[name=NM-E-0041871]``, else its position, counted from 1.
    """

    path: str
    """Where: in the left message, but for what is added, which only the right one has."""
    left: Any
    """What the left message has there: a value, or a whole object; the position, of what has moved."""
    right: Any
    """What the right message has there."""
    kind: Kind = field(kw_only=True)
    right_path: str = field(kw_only=True)
    """Where in the right message, but for what is removed; most often the same as ``path``."""
    same_value: bool = field(kw_only=True, default=False)
    """Whether both texts stand for one value: the same instant, the same number, the same length of time."""

    def __str__(self) -> str:
        path = self.path or "/"
        if self.kind == "added":
            return f"added {path}: {shown(self.right)}"
        if self.kind == "removed":
            return f"removed {path}: {shown(self.left)}"
        same = " (the same value)" if self.same_value else ""
        return f"{self.kind} {path}: {shown(self.left)} -> {shown(self.right)}{same}"
