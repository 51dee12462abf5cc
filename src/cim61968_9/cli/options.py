"""Options that several subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from ..xml.limits import Limits
from .guard import usage

__all__ = ["LIMITS", "MaxBytes", "MaxFindings", "MaxRatio", "Output", "limits_of"]

LIMITS = Limits()


def _writable(output: Path | None) -> Path | None:
    """Refuse before all the work what has no place to be written to."""
    if output is not None and output.is_dir():
        usage(f"{output}: is a directory")
    if output is not None and not output.parent.is_dir():
        usage(f"{output}: no such file or directory")
    return output


Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.", callback=_writable
    ),
]
MaxBytes: TypeAlias = Annotated[
    int, typer.Option(metavar="N", min=1, help="Most bytes of one source, after decompression.")
]
MaxRatio: TypeAlias = Annotated[int, typer.Option(metavar="N", min=1, help="Most times that compressed data may grow.")]

MaxFindings: TypeAlias = Annotated[
    int, typer.Option(metavar="N", min=1, help="Most findings of one source; one more says how many there were.")
]


def limits_of(max_bytes: int, max_ratio: int, max_findings: int = LIMITS.max_findings) -> Limits:
    """Return the limits that options ask for."""
    return Limits(max_bytes=max_bytes, max_ratio=max_ratio, max_findings=max_findings)
