"""The command ``cim61968-9``: what the Python functions do, for a shell and for CI.

It needs the extra ``cli``. Each subcommand is one module of :mod:`cim61968_9.cli.commands` with a function of its name;
:data:`cim61968_9.cli.app.COMMANDS` makes it known.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

__all__ = ["main"]

_NEEDED = ("typer", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with arguments, by default those of the process; returns its exit status."""
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        print(  # noqa: T201
            f"cim61968-9: the command needs {' and '.join(missing)}; install with: pip install 'cim61968-9[cli]'",
            file=sys.stderr,
        )
        return 2
    from .app import run

    return run(arguments)
