"""Options that several subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from ..xml.limits import Limits

__all__ = ["LIMITS", "MaxBytes", "MaxRatio", "Output", "limits_of"]

LIMITS = Limits()

Output: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
MaxBytes: TypeAlias = Annotated[
    int, typer.Option(metavar="N", min=1, help="Most bytes of one source, after decompression.")
]
MaxRatio: TypeAlias = Annotated[int, typer.Option(metavar="N", min=1, help="Most times that compressed data may grow.")]


def limits_of(max_bytes: int, max_ratio: int) -> Limits:
    """Return the limits that options ask for."""
    return Limits(max_bytes=max_bytes, max_ratio=max_ratio)
