"""``cim61968-9 diff``: compares two messages by what they say."""

from __future__ import annotations

from typing import Annotated

import typer

from ..guard import CLEAN, FINDINGS, usage
from ..loading import loaded
from ..options import LIMITS, MaxBytes, MaxRatio, limits_of
from ..streams import say

__all__ = ["diff"]


def diff(
    left: Annotated[str, typer.Argument(metavar="A", help="A file, or - for standard input.", show_default=False)],
    right: Annotated[str, typer.Argument(metavar="B", help="The file to compare it with.", show_default=False)],
    *,
    texts: Annotated[
        bool, typer.Option("--texts", help="Show values that are the same in another spelling, too.")
    ] = False,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
) -> int:
    """Compare two messages by their content.

    Prefixes, layout, dialect and SOAP do not matter, and items of lists are matched by what identifies them.

    Exit status: 0 when they say the same, 1 when they differ, 2 when one cannot be read.
    """
    from ...comparing import differences
    from ...validation.rendering.cleaning import one_line

    if left == right == "-":
        usage("standard input (-) is given twice; it can be read only once")
    limits = limits_of(max_bytes, max_ratio)
    one, other = (loaded(source, limits).message for source in (left, right))
    found = differences(one, other, texts=texts)
    say("".join(f"{one_line(str(difference), longest=1000)}\n" for difference in found))
    return FINDINGS if found else CLEAN
