"""Where a result goes: never over what it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..sources import Item, is_file_of
from .guard import usage

__all__ = ["refuse_source"]


def refuse_source(output: Path | None, items: Iterable[Item]) -> None:
    """End with what is wrong when the file that is to be written is one of the sources, by whatever name."""
    if output is not None and output.is_file() and any(is_file_of(item, output) for item in items):
        usage(f"--output {output}: is one of the sources, which would be lost; name another file")
