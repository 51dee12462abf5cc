"""``cim61968-9 inspect``: sums up what is in a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ...sources import find, reason_of
from ...validation.rendering.cleaning import one_line
from ..guard import CLEAN, FINDINGS, UNREADABLE
from ..options import LIMITS, MaxBytes, MaxRatio, Output, limits_of
from ..outputs import refuse_source
from ..streams import complain, put
from ..wording import reason_of_source

if TYPE_CHECKING:
    from ...inspecting import Inspection

__all__ = ["inspect"]


def inspect(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, patterns in quotes, .gz and .zip archives, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--output-format", "-f", help="How it is written.")
    ] = "text",
    output: Output = None,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
) -> int:
    """Sum up what messages hold.

    Kind, verb and noun, how much of what, from when to when, and what the codes mean.

    Exit status: 0 when all could be summed up, 1 when one is no message, 2 when one cannot be read.
    """
    from ...errors import Cim61968Error
    from ...inspecting import inspect as inspected

    limits = limits_of(max_bytes, max_ratio)
    status = CLEAN
    items = list(find(sources, limits))
    refuse_source(output, items)
    inspections: list[tuple[str, Inspection]] = []
    for item in items:
        if item.problem:
            complain(f"{item.name}: {item.problem}")
            status = UNREADABLE
            continue
        try:
            found = inspected(item.get(), limits=limits)
        except OSError as error:
            complain(f"{item.name}: {reason_of(OSError(error.errno, error.strerror or str(error)))}")
            status = UNREADABLE
            continue
        except Cim61968Error as error:
            complain(f"{item.name}: {reason_of_source(str(error), item.name)}")
            status = max(status, FINDINGS)
            continue
        if found.problem:
            status = max(status, FINDINGS)
        inspections.append((item.name, found))
    put(_as_json(inspections) if output_format == "json" else _as_text(inspections, named=len(items) > 1), output)
    return status


def _as_text(inspections: list[tuple[str, Inspection]], *, named: bool) -> str:
    blocks = []
    for name, found in inspections:
        lines = [f"{one_line(name)}:"] if named else []
        blocks.append("\n".join([*lines, *(one_line(line, longest=1000) for line in str(found).splitlines())]) + "\n")
    return "\n".join(blocks)


def _as_json(inspections: list[tuple[str, Inspection]]) -> str:
    return json.dumps([{"source": one_line(name), **found.as_dict()} for name, found in inspections], indent=2) + "\n"
