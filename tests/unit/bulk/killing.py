"""Work at parts that is ended from outside; in a module of its own, so that other processes find it."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from cim61968_9.exporting.parts import Options, Part, Result, written

__all__ = ["end_while_filling", "killed_by", "killed_once"]


def killed_by(part: Part, folder: Path, options: Options) -> Result:
    """Write a part, unless a source is called a killer: then the process ends, as if the system had killed it."""
    if any("killer" in item.name for item in part.items):
        os.kill(os.getpid(), signal.SIGKILL)
    return written(part, folder, options)


def killed_once(part: Part, folder: Path, options: Options) -> Result:
    """Write a part; the first process to do so is killed when it has written."""
    done = written(part, folder, options)
    mark = folder.parent / "killed"
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return done
    os.kill(os.getpid(), signal.SIGKILL)
    return done


def end_while_filling(at: int, inbox: str, out: str) -> None:
    """Export to a database; the process is killed when some parts have been inserted into it."""
    from cim61968_9.exporting import database, export

    class Link:
        def __init__(self, link: Any) -> None:
            self.link, self.inserts = link, 0

        def execute(self, statement: str, *values: Any) -> Any:
            done = self.link.execute(statement, *values)
            if statement.startswith("INSERT"):
                self.inserts += 1
                if self.inserts == at:
                    os.kill(os.getpid(), signal.SIGKILL)
            return done

        def __getattr__(self, name: str) -> Any:
            return getattr(self.link, name)

    fill = database._fill
    database._fill = lambda link, *given: fill(Link(link), *given)  # type: ignore[assignment]
    export(inbox, out, to="duckdb", checks="structure", part_bytes=1)
