"""Options that several subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from ..xml.limits import Limits
from .guard import usage

__all__ = [
    "LIMITS",
    "SOURCES",
    "Config",
    "FailOn",
    "Ignore",
    "MaxBytes",
    "MaxFindings",
    "MaxRatio",
    "Output",
    "OutputFormat",
    "Ranks",
    "Select",
    "Show",
    "Statistics",
    "Strict",
    "limits_of",
]

LIMITS = Limits()
_STANDARD = Path("-")


def _writable(output: Path | None) -> Path | None:
    """Refuse before all the work what has no place to be written to; standard output is None, named or not."""
    if output == _STANDARD:
        return None
    if output is not None and output.is_dir():
        usage(f"{output}: is a directory")
    if output is not None and not output.parent.is_dir():
        usage(f"{output}: no such file or directory")
    return output


Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is none of the sources, instead of standard output, which is -.",
        callback=_writable,
    ),
]
SOURCES = "Files, folders, patterns in quotes, .gz and .zip archives"
OutputFormat: TypeAlias = Annotated[
    Literal["text", "json", "junit", "sarif", "github"],
    typer.Option("--output-format", "-f", help="How the findings are written."),
]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Check only these rules: ids or their beginnings, as in XSD,ENV2."),
]
Ignore: TypeAlias = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Leave these rules out.")]
Ranks: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE=LEVEL", help="Rank a rule as error, warning or info, or turn it off."),
]
Config: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Take [tool.cim61968-9] from FILE, not from the nearest pyproject.toml."),
]
FailOn: TypeAlias = Annotated[
    Literal["error", "warning", "info"], typer.Option(help="The least severity that makes the exit status 1.")
]
Strict: TypeAlias = Annotated[bool, typer.Option("--strict", help="The same as --fail-on warning.")]
Show: TypeAlias = Annotated[Literal["error", "warning", "info"], typer.Option(help="The least severity that is shown.")]
Statistics: TypeAlias = Annotated[
    bool, typer.Option("--statistics", help="Count the findings of each rule instead of listing them.")
]
MaxBytes: TypeAlias = Annotated[
    int, typer.Option(metavar="N", min=1, help="Most bytes of one source, after decompression.")
]
MaxRatio: TypeAlias = Annotated[int, typer.Option(metavar="N", min=1, help="Most times that compressed data may grow.")]

MaxFindings: TypeAlias = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=1,
        help="Most findings listed of one source, of each rule the first; one more counts the others.",
    ),
]


def limits_of(max_bytes: int, max_ratio: int, max_findings: int = LIMITS.max_findings) -> Limits:
    """Return the limits that options ask for."""
    return Limits(max_bytes=max_bytes, max_ratio=max_ratio, max_findings=max_findings)
