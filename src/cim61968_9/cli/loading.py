"""Reads the one message that a subcommand works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import UnknownMessageError, XmlError
from ..sources import only
from .guard import FINDINGS
from .outputs import refuse_source
from .streams import complain
from .wording import reason_of_source

if TYPE_CHECKING:
    from ..xml.limits import Limits
    from ..xml.reader import Loaded

__all__ = ["loaded"]


def loaded(argument: str, limits: Limits, output: Path | None = None) -> Loaded:
    """Return the message that an argument stands for; what is none ends the command, and an output that is its file.

    Raises:
        OSError: It stands for no file, or for several.
    """
    from ..xml.reader import load

    item = only(argument, limits)
    refuse_source(output, [item])
    try:
        return load(item.get(), limits=limits)
    except (XmlError, UnknownMessageError) as error:
        complain(f"{item.name}: {reason_of_source(str(error), item.name)}")
        raise typer.Exit(FINDINGS) from None
