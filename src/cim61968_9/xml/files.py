"""Files: names that can be told, and names that last."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

__all__ = ["keep", "keep_name", "put", "readable"]


def readable(name: str) -> str:
    r"""Return the name of a file as text of UTF-8; a byte of it that is none stands as ``\xe9``."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # halves of characters, which no file name gives
        return name.encode("utf-8", "backslashreplace").decode()


def put(data: bytes, target: str | os.PathLike[str]) -> None:
    """Write a file that has its name only when it is complete; a symbolic link stays one.

    Raises:
        OSError: It cannot be written; the error names the target.
    """
    path = Path(target).resolve()
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(data)
            keep(file)
        unfinished.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(target)) from None
    finally:
        with suppress(OSError):  # what went wrong before is what is told
            unfinished.unlink(missing_ok=True)
    keep_name(path)


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
