"""The journal of an export: which sources are done, in which files, with what findings; a database of SQLite.

A part is first written to a file with another name, then entered here, then given its name. Whatever happens between,
the next run finishes it or begins it anew: what is entered is complete, and what has its name is entered.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from attrs import asdict

from ..errors import ExportError
from ..sources import Item
from ..validation.finding import Finding, Severity
from ..validation.report import Report
from .parts import UNFINISHED, Options, Result, SourceResult

__all__ = ["NAME", "Entry", "Journal"]

NAME = "_cim61968_9.sqlite"
_TABLES = """
CREATE TABLE options (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE parts (number INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE sources (
    place TEXT PRIMARY KEY, name TEXT NOT NULL, archive TEXT NOT NULL, size INTEGER NOT NULL, stamp INTEGER NOT NULL,
    part INTEGER NOT NULL REFERENCES parts, rows INTEGER NOT NULL, skipped TEXT NOT NULL, failed INTEGER NOT NULL,
    problem TEXT NOT NULL, findings TEXT NOT NULL
);
CREATE INDEX sources_of_parts ON sources (part);
"""


class Entry(NamedTuple):
    """What is known of a source that is done."""

    name: str
    part: int
    size: int
    stamp: int
    rows: int
    problem: str


class Journal:
    """The journal of one folder, locked for all others until it is closed."""

    def __init__(self, folder: Path, options: Options) -> None:
        """Open the journal of a folder, or begin one in an empty folder.

        Raises:
            ExportError: Another process has it open, it is that of an export with other options, or the folder holds
                something and no journal.
        """
        self.folder = folder
        self._options = options
        path = folder / NAME
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            begun = path.exists()
            if not begun and (found := next(iter(sorted(one.name for one in folder.iterdir())), None)) is not None:
                raise ExportError(f"{folder}: found {found} and no journal of an export; expected an empty folder")
            self._link = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            with self._told():
                self._link.execute("PRAGMA locking_mode = EXCLUSIVE")
                self._link.execute("BEGIN EXCLUSIVE")
                if not self._link.execute("SELECT 1 FROM sqlite_master").fetchone():
                    self._begin(options.told())
                self._link.execute("COMMIT")
                self._compare(options.told())
                self._recover()
        except BaseException:
            self._link.close()
            raise

    def _begin(self, options: Mapping[str, str]) -> None:
        for statement in _TABLES.split(";"):
            self._link.execute(statement)
        self._link.executemany("INSERT INTO options VALUES (?, ?)", options.items())

    def _compare(self, options: Mapping[str, str]) -> None:
        before = dict(self._link.execute("SELECT name, value FROM options").fetchall())
        for name, value in options.items():
            if before.get(name) != value:
                raise ExportError(
                    f"{self.folder}: this export was begun with {name}={before.get(name)!r}, now {value!r} is asked "
                    "for; go on as it was begun, or take another folder"
                )

    def _recover(self) -> None:
        """Give names to what was entered, forget what is gone, and remove what was not entered."""
        for number, file in self._link.execute("SELECT number, file FROM parts WHERE file != ''").fetchall():
            path, unfinished = self.folder / file, self.folder / self._options.unfinished(number)
            if unfinished.exists():
                unfinished.replace(path)
            elif not path.exists():
                self.forget([number])
        for path in self.folder.glob(f".{self._options.table}-*{UNFINISHED}"):
            path.unlink()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what SQLite and the system say in words that help."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise ExportError(f"{self.folder}: another process is writing to this folder; wait for it") from None
            raise ExportError(f"{self.folder}: cannot be written to: {error}") from None
        except sqlite3.DatabaseError as error:
            raise ExportError(
                f"{self.folder / NAME}: the journal is damaged: {error}; empty the folder, and begin anew"
            ) from None
        except OSError as error:
            why = error.strerror.lower() if error.strerror else str(error)
            raise ExportError(f"{error.filename or self.folder}: cannot be written to: {why}") from None

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._link.close()

    # ------------------------------------------------------------------ what is there

    def entries(self) -> dict[str, Entry]:
        """Return the sources that are done, by place."""
        found = self._link.execute("SELECT place, name, part, size, stamp, rows, problem FROM sources").fetchall()
        return {place: Entry(*rest) for place, *rest in found}

    def result(self, item: Item) -> SourceResult:
        """Return what became of a source that is done."""
        rows, skipped, failed, problem, findings = self._link.execute(
            "SELECT rows, skipped, failed, problem, findings FROM sources WHERE place = ?", (item.place,)
        ).fetchone()
        listed = tuple(Finding(**{**one, "severity": Severity(one["severity"])}) for one in json.loads(findings))
        report = Report(source=item.name, findings=listed, problem=problem, archive=item.archive)
        return SourceResult(item, rows, report, skipped, bool(failed))

    def files(self) -> dict[int, Path]:
        """Return the files of the parts that have rows, by number."""
        found = self._link.execute("SELECT number, file FROM parts WHERE file != '' ORDER BY number").fetchall()
        return {number: self.folder / file for number, file in found}

    def parts(self) -> set[int]:
        """Return the numbers of all parts."""
        return {number for (number,) in self._link.execute("SELECT number FROM parts")}

    def names_of(self, number: int) -> list[str]:
        """Return the names of the sources of a part, as they stand in its rows."""
        return [name for (name,) in self._link.execute("SELECT name FROM sources WHERE part = ?", (number,))]

    def next_number(self) -> int:
        """Return the number of the next part, which no part ever had."""
        row = self._link.execute("SELECT seq FROM sqlite_sequence WHERE name = 'parts'").fetchone()
        return int(row[0]) + 1 if row is not None else 1

    # ------------------------------------------------------------------ what is done

    def enter(self, number: int, result: Result) -> None:
        """Enter a part that has been written, and give its file its name."""
        file = self._options.file(number) if result.rows else ""
        with self._told():
            self._link.execute("BEGIN")
            self._link.execute("INSERT INTO parts VALUES (?, ?, ?)", (number, file, result.rows))
            marks = ", ".join("?" * 11)
            self._link.executemany(f"INSERT INTO sources VALUES ({marks})", _entered(number, result.sources))  # noqa: S608
            self._link.execute("COMMIT")
            if file:
                (self.folder / self._options.unfinished(number)).replace(self.folder / file)
                _sync(self.folder)

    def loaded(self, number: int) -> None:
        """Enter that the rows of a part are where they belong, and remove its file."""
        with self._told():
            (file,) = self._link.execute("SELECT file FROM parts WHERE number = ?", (number,)).fetchone()
            self._link.execute("UPDATE parts SET file = '' WHERE number = ?", (number,))
            (self.folder / file).unlink(missing_ok=True)

    def forget_loaded(self) -> None:
        """Forget the parts whose rows were brought to where they belong: that is gone."""
        found = self._link.execute("SELECT number FROM parts WHERE file = '' AND rows > 0").fetchall()
        self.forget([number for (number,) in found])

    def forget(self, numbers: Iterable[int]) -> None:
        """Forget parts, because their sources have changed, and remove their files."""
        for number in numbers:
            with self._told():
                (file,) = self._link.execute("SELECT file FROM parts WHERE number = ?", (number,)).fetchone()
                if file:
                    (self.folder / file).unlink(missing_ok=True)
                self._link.execute("BEGIN")
                self._link.execute("DELETE FROM sources WHERE part = ?", (number,))
                self._link.execute("DELETE FROM parts WHERE number = ?", (number,))
                self._link.execute("COMMIT")

    def forget_source(self, place: str) -> None:
        """Forget a source that gave no rows."""
        with self._told():
            self._link.execute("DELETE FROM sources WHERE place = ?", (place,))


def _entered(number: int, sources: Iterable[SourceResult]) -> Iterator[tuple[object, ...]]:
    for one in sources:
        item, report = one.item, one.report
        findings = json.dumps([asdict(found) for found in report.findings])
        yield (
            *(item.place, item.name, item.archive, item.size, item.stamp),
            *(number, one.rows, one.skipped, one.failed, report.problem, findings),
        )


def _sync(folder: Path) -> None:
    """Make a name last, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
