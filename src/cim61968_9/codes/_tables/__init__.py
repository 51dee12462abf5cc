"""The tables of the codes: data files, one line an entry, read when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Row", "table"]

Row = dict[str, Any]
_FOLDER = Path(__file__).parent


@cache
def _file(name: str) -> dict[str, list[Row]]:
    import json

    found: dict[str, list[Row]] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def table(file: str, section: str) -> list[Row]:
    """Return the rows of a section of a file."""
    return _file(file)[section]
