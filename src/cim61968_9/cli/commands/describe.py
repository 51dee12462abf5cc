"""``cim61968-9 describe``: says what a code stands for, whatever kind of code it is."""

from __future__ import annotations

from typing import Annotated

import typer

from ..guard import CLEAN, FINDINGS
from ..streams import complain, say

__all__ = ["describe"]


def describe(
    code: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE",
            help="A reading type, event, control, reading quality, OBIS or reply code; a noun; the id of a rule; "
            "or words to search for.",
            show_default=False,
        ),
    ],
) -> int:
    """Say what a code means.

    What can be several things, as 3.26.0.85 can be an event and a control, is described as each of them. What is no
    code is looked up by its words. Exit status: 0 when it is known, 1 when it is not.
    """
    from ..explaining import meanings, similar

    text = " ".join(code).strip()
    if found := list(meanings(text)):
        say("\n\n".join("\n".join(lines) for lines in found) + "\n")
        return CLEAN
    if hits := similar(text):
        say("".join(f"{line}\n" for line in hits))
        return CLEAN
    complain(f"{text!r} is no code, noun or rule that is known")
    return FINDINGS
