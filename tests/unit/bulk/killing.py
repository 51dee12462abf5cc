"""Work at parts that is ended from outside; in a module of its own, so that other processes find it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from cim61968_9.exporting.parts import Options, Part, Result, written

__all__ = ["killed_by", "killed_once"]


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
