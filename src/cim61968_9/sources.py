"""From names to sources: what files, folders, patterns, standard input and archives hold.

::

    import cim61968_9 as cim

    for item in cim.sources.find(["inbox", "archive/*.zip"]):
        print(item.name, item.size, item.problem)
    stream = cim.columns.readings(cim.sources.find(["inbox"]))
"""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
import threading
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeAlias

from attrs import field, frozen

from .errors import SourceError
from .validation.rendering.cleaning import one_line
from .xml.gunzip import PIECE, bounded, too_large
from .xml.limits import Limits
from .xml.piecewise import Piecewise

__all__ = ["ENDINGS", "Item", "Named", "close_archives", "find", "is_file_of", "only", "reason_of"]

Named: TypeAlias = str | os.PathLike[str]
ENDINGS = (".xml", ".gz", ".zip")
"""What is taken of a folder, and of an archive but for archives in it."""
_LIMITS = Limits()
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WANTED = "*.xml, *.gz or *.zip"
_PATTERN = frozenset("*?[")
_ENCRYPTED = 0x1
_LARGE = 8_000_000
"""Members of archives above this are not held in memory where they are streamed."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@frozen
class Item:
    """One source: its name for people, its size in bytes, and how to get what the reading verbs take.

    ``problem`` says why there is nothing to get, ``archive`` which archive it is a member of. ``place`` is the real
    path, with the number of the member of an archive, and ``stamp`` when the file was changed, in nanoseconds; both are
    empty for standard input. Another process can be given an item.
    """

    name: str
    size: int = 0
    _get: Callable[[], Any] | None = field(default=None, repr=False)
    problem: str = ""
    archive: str = ""
    place: str = ""
    stamp: int = 0

    def get(self) -> Any:
        """Return a path or bytes.

        Raises:
            OSError: It cannot be read.
            LimitError: It is larger, or grows more, than the limits allow.
        """
        if self._get is None:
            raise OSError(f"{self.name}: {self.problem}")
        return self._get()

    def opened(self) -> Any:
        """Return what a stream reads: as :meth:`get` does, but a large member of an archive piece by piece.

        Raises:
            OSError: It cannot be read.
            LimitError: It is larger, or grows more, than the limits allow; of a stream, its reading raises that.
        """
        if isinstance(self._get, _Member) and self.size > _LARGE:
            return io.BufferedReader(Piecewise(self._get.pieces(), self.name), PIECE)
        return self.get()


def find(arguments: Named | Iterable[Named], limits: Limits = _LIMITS) -> Iterator[Item]:
    """Yield what names stand for, every file once, in the order of the names and of files in folders.

    A name is that of a file, of a folder (all ``*.xml``, ``*.gz`` and ``*.zip`` in and below it, but what is hidden),
    a pattern such as ``"inbox/**/*.xml"``, or ``-`` for standard input. An archive stands for its members. What cannot
    be opened is an item with a ``problem``.

    Raises:
        SourceError: Standard input is named twice.
    """
    names = [arguments] if isinstance(arguments, str | os.PathLike) else arguments
    given = [os.fspath(name) for name in names]
    if given.count("-") > 1:
        raise SourceError("standard input (-) is given twice; it can be read only once")
    finder = _Finder(limits)
    try:
        for argument in given:
            yield from finder.expanded(argument)
    finally:
        _archives.close()  # it is opened again for what is read of it


def only(argument: str, limits: Limits = _LIMITS) -> Item:
    """Return the one source that a name stands for.

    Raises:
        OSError: It stands for none, or for several.
    """
    items = list(find([argument], limits))
    if len(items) != 1:
        raise OSError(f"{argument}: found {len(items)} files, expected one")
    return items[0]


def is_file_of(item: Item, file: str | os.PathLike[str]) -> bool:
    """Tell whether a file is the one that a source is read from, by whatever name; of an archive its members are."""
    place = item.archive or item.place or (item.name if item.name == "-" else "")
    try:
        found = os.fstat(sys.stdin.fileno()) if place == "-" else os.stat(place)
        return os.path.samestat(found, os.stat(file))
    except (OSError, ValueError):  # gone, or no file at all
        return False


def reason_of(error: Exception) -> str:
    """Return why something could not be opened, in lower case and without numbers of the system."""
    if not isinstance(error, OSError) or error.strerror is None:
        return one_line(str(error))
    name = f"{one_line(os.fsdecode(error.filename))}: " if isinstance(error.filename, str | bytes) else ""
    return f"{name}{error.strerror[:1].lower()}{error.strerror[1:]}"


@frozen
class _File:
    """How to get a file: reading verbs open paths themselves."""

    path: str

    def __call__(self) -> Path:
        return Path(self.path)


@frozen
class _Given:
    """How to get what standard input has given."""

    data: bytes = field(repr=False)
    limits: Limits

    def __call__(self) -> bytes:
        if len(self.data) > self.limits.max_bytes:
            raise too_large(self.limits, "-")
        return self.data


@frozen
class _Member:
    """How to get a member of an archive; the last one that is read closes it."""

    archive: str | bytes = field(repr=False)
    number: int
    title: str
    limits: Limits
    is_last: bool

    def __call__(self) -> bytes:
        return b"".join(self.pieces())

    def pieces(self) -> Generator[bytes, None, None]:
        """Yield its bytes, within the limits."""
        try:
            try:
                archive = _archives.open(self.archive)
                member = archive.infolist()[self.number]
            except (*_DAMAGE, IndexError) as error:
                raise OSError(f"damaged zip archive: {_lower(str(error))}") from None
            with closing(_pieces(archive, member)) as pieces:
                yield from bounded(pieces, size=member.compress_size, limits=self.limits, name=self.title)
        finally:
            if self.is_last:
                _archives.close()


class _Archives(threading.local):
    """Keeps the archive open that was used last."""

    def __init__(self) -> None:
        self._opened: tuple[str | bytes, zipfile.ZipFile] | None = None

    def open(self, archive: str | bytes) -> zipfile.ZipFile:
        """Return an archive that is a file, or that was given."""
        if self._opened is None or self._opened[0] != archive:
            self.close()
            self._opened = archive, zipfile.ZipFile(io.BytesIO(archive) if isinstance(archive, bytes) else archive)
        return self._opened[1]

    def close(self) -> None:
        """Close the archive that is open."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()


_archives = _Archives()


def close_archives() -> None:
    """Close the archive that items of this thread were read of last, where not all of it was read."""
    _archives.close()


class _Finder:
    """Finds files, and remembers which were found."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._seen: set[str] = set()

    def expanded(self, argument: str) -> Iterator[Item]:
        """Yield what one argument stands for."""
        try:
            if "\0" in argument:
                yield Item(argument, problem="a NUL in a name, which no file has")
            elif argument == "-":
                yield from self._standard_input()
            elif _PATTERN.isdisjoint(argument) or os.path.lexists(argument):
                yield from self._path(str(Path(argument)))
            else:
                yield from self._matching(argument)
        except (OSError, ValueError) as error:  # ValueError for what the file system cannot encode
            yield Item(argument, problem=_why(error))

    def _standard_input(self) -> Iterator[Item]:
        data = sys.stdin.buffer.read(self.limits.max_bytes + 1)
        if data.startswith(_ZIP):
            yield from self._members("-", data)
        else:
            yield Item("-", len(data), _Given(data, self.limits))

    def _matching(self, pattern: str) -> Iterator[Item]:
        found = glob.glob(pattern, recursive=True)
        names = sorted(name for name in found if not _would_wait(name))
        if not names:
            yield Item(pattern, problem="no file matches this pattern")
        for name in names:
            yield from self._path(str(Path(name)))

    def _path(self, path: str) -> Iterator[Item]:
        yield from self._folder(path) if os.path.isdir(path) else self._file(path)

    def _folder(self, folder: str) -> Iterator[Item]:
        """Yield the files of a folder and those below it; links to folders, hidden folders and pipes are left out."""
        found = False
        failures: list[OSError] = []
        for root, folders, files in os.walk(folder, onerror=failures.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            real, shown = os.path.realpath(root), str(Path(root))
            for name in sorted(files):
                path = name if shown == "." else os.path.join(shown, name)
                if name.lower().endswith(ENDINGS) and not name.startswith(".") and not _would_wait(path):
                    found = True
                    yield from self._file(path, None if os.path.islink(path) else os.path.join(real, name))
        for failure in failures:
            yield Item(str(failure.filename), problem=_why(failure))
        if not found and not failures:
            yield Item(folder, problem=f"no {_WANTED} in this folder")

    def _file(self, path: str, real: str | None = None) -> Iterator[Item]:
        """Yield a file, or the members of an archive; its real path need not be asked for where it is known."""
        real = real or os.path.realpath(path)
        if real in self._seen:
            return
        self._seen.add(real)
        try:
            about = os.stat(path)
            is_archive = stat.S_ISREG(about.st_mode) and (path.lower().endswith(".zip") or _is_archive(path))
        except OSError as error:
            yield Item(path, problem=_why(error))
            return
        if is_archive:
            yield from self._members(path, path, real, about.st_mtime_ns)
        else:
            yield Item(path, about.st_size, _File(path), place=real, stamp=about.st_mtime_ns)

    def _members(self, name: str, archive: str | bytes, real: str = "", stamp: int = 0) -> Iterator[Item]:
        """Yield the members of an archive that are messages by their names."""
        try:
            members = [
                (number, one) for number, one in enumerate(_archives.open(archive).infolist()) if not one.is_dir()
            ]
        except _DAMAGE as error:
            yield Item(name, problem=f"damaged zip archive: {_lower(str(error))}")
            return
        wanted = [(number, one) for number, one in members if one.filename.lower().endswith(ENDINGS)]
        if not wanted:
            yield Item(name, problem=f"no {_WANTED} in this archive")
        last = max((number for number, one in wanted if not _refused(one)), default=-1)
        for number, member in wanted:
            title, place = f"{name}!{member.filename}", f"{real}!{number}" if real else ""
            if problem := _refused(member):
                yield Item(title, problem=problem, archive=name, place=place, stamp=stamp)
            else:
                get = _Member(archive, number, title, self.limits, number == last)
                yield Item(title, member.file_size, get, archive=name, place=place, stamp=stamp)


def _would_wait(path: str) -> bool:
    """Tell of a pipe, a socket or a device; what cannot be looked at is told when it is opened."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_archive(path: str) -> bool:
    with open(path, "rb", buffering=0) as stream:
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


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Generator[bytes, None, None]:
    try:
        with archive.open(member) as stream:
            while piece := stream.read(PIECE):
                yield piece
    except _DAMAGE as error:
        raise OSError(f"damaged member of a zip archive: {_lower(str(error))}") from None


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror is not None:
        return reason_of(OSError(error.errno, error.strerror))
    return str(error)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
