"""Reads the one message that a subcommand works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ..errors import UnknownMessageError, XmlError
from ..sources import only
from .guard import FINDINGS
from .streams import complain
from .wording import reason_of_source

if TYPE_CHECKING:
    from ..xml.limits import Limits
    from ..xml.reader import Loaded

__all__ = ["loaded"]


def loaded(argument: str, limits: Limits) -> Loaded:
    """Return the message that an argument stands for; what is none ends the command.

    Raises:
        OSError: It stands for no file, or for several.
    """
    from ..xml.reader import load

    item = only(argument, limits)
    try:
        return load(item.get(), limits=limits)
    except (XmlError, UnknownMessageError) as error:
        complain(f"{item.name}: {reason_of_source(str(error), item.name)}")
        raise typer.Exit(FINDINGS) from None
