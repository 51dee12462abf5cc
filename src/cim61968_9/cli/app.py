"""The subcommands, put together."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from .guard import UNREADABLE, guarded
from .streams import complain, say

__all__ = ["COMMANDS", "app", "run"]

COMMANDS = ("validate", "report", "inspect", "describe", "convert", "columns", "diff", "sample", "rules", "nouns")
"""The subcommands in the order of the help; each is the function of its name in the module of its name."""

app = typer.Typer(
    name="cim61968-9",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        say(f"cim61968-9 {__version__}\n")
        raise typer.Exit


@app.callback()
def _command(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Check, read, convert and make messages of IEC 61968-9."""


for _name in COMMANDS:
    _function = getattr(importlib.import_module(f".commands.{_name}", __package__), _name)
    app.command(_name)(guarded(_function))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit status."""
    if sys.stderr is None:  # closed, as by 2>&-; then nobody wants to know
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    if sys.stdout is None:
        complain("standard output is closed; open it, or send it to /dev/null")
        return UNREADABLE
    try:
        app(args=None if arguments is None else list(arguments), prog_name="cim61968-9")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return 0
