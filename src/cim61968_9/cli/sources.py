"""From the arguments of the command to sources: files, folders, patterns, standard input, and members of archives."""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from attrs import field, frozen

from ..xml.gunzip import PIECE, bounded, too_large
from ..xml.limits import Limits
from .guard import reason_of, usage

__all__ = ["ENDINGS", "Item", "find", "only"]

ENDINGS = (".xml", ".gz", ".zip")
"""What is taken of a folder, and of an archive but for archives in it."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WANTED = "*.xml, *.gz or *.zip"
_PATTERN = frozenset("*?[")
_ENCRYPTED = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@frozen
class Item:
    """One source: its name for people, its size in bytes, and how to get what the reading verbs take.

    ``problem`` says why there is nothing to get, ``archive`` which archive it is a member of.
    """

    name: str
    size: int = 0
    _get: Callable[[], Any] | None = field(default=None, repr=False)
    problem: str = ""
    archive: str = ""

    def get(self) -> Any:
        """Return a path or bytes.

        Raises:
            OSError: It cannot be read.
            LimitError: It is larger, or grows more, than the limits allow.
        """
        if self._get is None:
            raise OSError(f"{self.name}: {self.problem}")
        return self._get()


def find(arguments: Iterable[str], limits: Limits) -> Iterator[Item]:
    """Yield what the arguments stand for, every file once, in the order of the arguments and of names in folders."""
    given = list(arguments)
    if given.count("-") > 1:
        usage("standard input (-) is given twice; it can be read only once")
    finder = _Finder(limits)
    try:
        for argument in given:
            yield from finder.expanded(argument)
    finally:
        finder.close()  # it is opened again for what is read of it


def only(argument: str, limits: Limits) -> Item:
    """Return the one source that an argument stands for.

    Raises:
        OSError: It stands for none, or for several.
    """
    items = list(find([argument], limits))
    if len(items) != 1:
        raise OSError(f"{argument}: found {len(items)} files, expected one")
    return items[0]


class _Finder:
    """Finds files, remembers which were found, and keeps the archive open that was used last."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._seen: set[str] = set()
        self._opened: tuple[str, zipfile.ZipFile] | None = None

    def expanded(self, argument: str) -> Iterator[Item]:
        """Yield what one argument stands for."""
        try:
            if argument == "-":
                yield from self._standard_input()
            elif _PATTERN.isdisjoint(argument) or os.path.lexists(argument):
                yield from self._path(Path(argument))
            else:
                yield from self._matching(argument)
        except (OSError, ValueError) as error:  # ValueError for a NUL in a name
            yield Item(argument, problem=_why(error))

    def _standard_input(self) -> Iterator[Item]:
        data = sys.stdin.buffer.read(self.limits.max_bytes + 1)
        if data.startswith(_ZIP):
            yield from self._members("-", lambda: zipfile.ZipFile(io.BytesIO(data)))
        else:
            yield Item("-", len(data), lambda: _within(data, self.limits, "-"))

    def _matching(self, pattern: str) -> Iterator[Item]:
        found = glob.glob(pattern, recursive=True)  # noqa: PTH207 - a pattern may be absolute
        names = sorted(name for name in found if not _would_wait(name))
        if not names:
            yield Item(pattern, problem="no file matches this pattern")
        for name in names:
            yield from self._path(Path(name))

    def _path(self, path: Path) -> Iterator[Item]:
        yield from self._folder(path) if path.is_dir() else self._file(path)

    def _folder(self, folder: Path) -> Iterator[Item]:
        """Yield the files of a folder and those below it; links to folders, hidden folders and pipes are left out."""
        found = False
        failures: list[OSError] = []
        for root, folders, files in os.walk(folder, onerror=failures.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(root, name)
                if name.lower().endswith(ENDINGS) and not name.startswith(".") and not _would_wait(path):
                    found = True
                    yield from self._file(path)
        for failure in failures:
            yield Item(str(failure.filename), problem=_why(failure))
        if not found and not failures:
            yield Item(str(folder), problem=f"no {_WANTED} in this folder")

    def _file(self, path: Path) -> Iterator[Item]:
        real = os.path.realpath(path)
        if real in self._seen:
            return
        self._seen.add(real)
        name = str(path)
        try:
            size = path.stat().st_size
            is_archive = path.is_file() and (path.suffix.lower() == ".zip" or _is_archive(path))
        except OSError as error:
            yield Item(name, problem=_why(error))
            return
        if is_archive:
            yield from self._members(name, lambda: self._open(name))
        else:
            yield Item(name, size, lambda: path)

    def _open(self, name: str) -> zipfile.ZipFile:
        if self._opened is None or self._opened[0] != name:
            self.close()
            self._opened = name, zipfile.ZipFile(name)
        return self._opened[1]

    def close(self) -> None:
        """Close the archive that is open."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()

    def _members(self, name: str, opened: Callable[[], zipfile.ZipFile]) -> Iterator[Item]:
        """Yield the members of an archive that are messages by their names."""
        try:
            members = [one for one in opened().infolist() if not one.is_dir()]
        except _DAMAGE as error:
            yield Item(name, problem=f"damaged zip archive: {_lower(str(error))}")
            return
        wanted = [one for one in members if one.filename.lower().endswith(ENDINGS)]
        if not wanted:
            yield Item(name, problem=f"no {_WANTED} in this archive")
        readable = [one for one in wanted if not _refused(one)]
        for member in wanted:
            title = f"{name}!{member.filename}"
            if problem := _refused(member):
                yield Item(title, problem=problem, archive=name)
            else:
                done = self.close if member is readable[-1] else _nothing
                get = _getter(opened, member, self.limits, title, done)
                yield Item(title, member.file_size, get, archive=name)


def _nothing() -> None: ...


def _would_wait(path: str | Path) -> bool:
    """Tell of a pipe, a socket or a device; what cannot be looked at is told when it is opened."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _within(data: bytes, limits: Limits, name: str) -> bytes:
    if len(data) > limits.max_bytes:
        raise too_large(limits, name)
    return data


def _is_archive(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) in _ZIP


def _refused(member: zipfile.ZipInfo) -> str:
    """Return why a member is not read, empty when it is."""
    name = member.filename
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or name.startswith("\\"):
        return "the name of this member is an absolute path, which no honest archive has; it was not read"
    if ".." in name.replace("\\", "/").split("/"):
        return "the name of this member leads out of the archive; it was not read"
    if member.flag_bits & _ENCRYPTED:
        return "this member is encrypted; decrypt the archive first"
    if name.lower().endswith(".zip"):
        return "an archive inside of an archive is not opened; unpack it first"
    return ""


def _getter(
    opened: Callable[[], zipfile.ZipFile],
    member: zipfile.ZipInfo,
    limits: Limits,
    title: str,
    done: Callable[[], None],
) -> Callable[[], bytes]:
    def get() -> bytes:
        try:
            return b"".join(bounded(pieces(), size=member.compress_size, limits=limits, name=title))
        finally:
            done()

    def pieces() -> Iterator[bytes]:
        try:
            with opened().open(member) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except _DAMAGE as error:
            raise OSError(f"damaged member of a zip archive: {_lower(str(error))}") from None

    return get


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror is not None:
        return reason_of(OSError(error.errno, error.strerror))
    return str(error)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
