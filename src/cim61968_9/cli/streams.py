"""Where the command writes to: standard output, a file, and standard error for what is about the run itself."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO, TypeVar

from ..validation.rendering.cleaning import one_line
from ..xml.files import put as put_file

__all__ = ["coloured", "complain", "progress", "put", "put_bytes", "say", "tracked", "width"]

T = TypeVar("T")
_LONG = 20
"""Of so many sources on, a progress bar is worth its line."""
_LARGE = 50_000_000
"""So many bytes are long work as well."""
_WIDTH = 100
_NARROW = 30


def say(text: str) -> None:
    """Write to standard output; what its encoding does not have becomes an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def complain(text: str) -> None:
    """Write one line to standard error."""
    with contextlib.suppress(BrokenPipeError):
        encoding = sys.stderr.encoding or "utf-8"
        line = f"cim61968-9: {one_line(text, longest=2000)}\n"
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()


def put(text: str, output: Path | None) -> None:
    """Write a text to a file in UTF-8, or to standard output."""
    if output is None:
        say(text)
    else:
        put_bytes(text.encode(), output)


def put_bytes(data: bytes, output: Path | None) -> None:
    """Write data to a file, which appears when it is complete, or to standard output."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():  # a pipe or a device is written to as it is
        output.write_bytes(data)
        return
    put_file(data, output)


def coloured(stream: TextIO | None = None) -> bool:
    """Tell whether a stream takes colours: a terminal does, unless ``NO_COLOR`` is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    shown = stream or sys.stdout
    return shown.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how long lines of prose may be: as wide as the terminal is, within what is good to read."""
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    return max(_NARROW, min(columns, _WIDTH))


@contextlib.contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far work is, on standard error when that is a terminal; yields what is told of it: done, of how many."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def tracked(items: Iterable[T], sizes: list[int]) -> Iterator[T]:
    """Yield items, with a progress bar on standard error when that is a terminal and the work is long."""
    if not sys.stderr.isatty() or (len(sizes) < _LONG and sum(sizes) < _LARGE):
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    total: Any = sum(sizes) or None
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total)
        for item, size in zip(items, sizes, strict=False):
            yield item
            progress.advance(task, size)
