"""How subcommands end: with a status that scripts can tell apart, and one line for what went wrong."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import typer

from ..errors import Cim61968Error, ExportError, InvalidMessageError, SettingsError, SourceError
from ..sources import reason_of
from .streams import complain

__all__ = ["BROKEN_PIPE", "CLEAN", "FINDINGS", "INTERRUPTED", "UNREADABLE", "guarded", "usage"]

CLEAN = 0
FINDINGS = 1
UNREADABLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports of a process that the end of a pipe has stopped."""


def guarded(command: Callable[..., int | None]) -> Callable[..., None]:
    """Wrap a subcommand: its result is the exit status, and expected errors are one line."""

    @functools.wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            status = command(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it ends
            status = BROKEN_PIPE
        except KeyboardInterrupt:
            complain("interrupted")
            status = INTERRUPTED
        except InvalidMessageError as error:
            for found in error.findings:
                complain(str(found))
            status = FINDINGS
        except (ExportError, OSError, SettingsError, SourceError) as error:
            complain(reason_of(error))
            status = UNREADABLE
        except Cim61968Error as error:
            complain(str(error))
            status = FINDINGS
        raise typer.Exit(status or CLEAN)

    return run


def usage(text: str) -> NoReturn:
    """End with what is wrong in the arguments."""
    complain(text)
    raise typer.Exit(UNREADABLE)
