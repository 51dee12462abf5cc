"""The tables of samples."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["outline", "outlines", "values"]


@cache
def _table(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name(f"_{name}.toml").read_text("utf-8"))


def values(section: str, *names: str) -> Any:
    """Return what the table of values has under the first of some names that it has; None when it has none."""
    found = _table("values")[section]
    return next((found[name] for name in names if name in found), None)


def outlines(section: str) -> dict[str, Any]:
    """Return a section of the table of outlines."""
    return _table("outlines")[section]


def outline(section: str, *names: str) -> Any:
    """Return what the table of outlines has under the first of some names that it has; None when it has none."""
    found = outlines(section)
    return next((found[name] for name in names if name in found), None)
