"""The tables of the codes: data files, one line an entry, read when first needed."""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["Row", "table"]

Row = dict[str, Any]


@cache
def _file(name: str) -> dict[str, list[Row]]:
    import json
    from importlib.resources import files

    found: dict[str, list[Row]] = json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return found


def table(file: str, section: str) -> list[Row]:
    """Return the rows of a section of a file."""
    return _file(file)[section]
