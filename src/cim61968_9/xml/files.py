"""Files: names that can be told, and names that last."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

__all__ = ["keep", "keep_name", "readable"]


def readable(name: str) -> str:
    r"""Return the name of a file as text of UTF-8; a byte of it that is none stands as ``\xe9``."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # halves of characters, which no file name gives
        return name.encode("utf-8", "backslashreplace").decode()


def keep(file: Any) -> None:
    """Make what was written to a file last."""
    file.flush()
    os.fsync(file.fileno())


def keep_name(path: Path) -> None:
    """Make the name of a file last, where the system can."""
    if os.name == "posix":
        with suppress(OSError):  # a folder that cannot be read, or a file system that does not know how
            handle = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
