"""The journal of an export: which sources are done, in which files, with what findings; a database of SQLite.

A part is first written to a file with another name, then entered here, then given its name. Whatever happens between,
the next run finishes it or begins it anew: what is entered is complete, and what has its name is entered.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import asdict

from ..columns._arrow import arrow
from ..columns.schema import schema_of
from ..errors import ExportError
from ..sources import Item
from ..validation.finding import Finding, Severity
from ..validation.report import Report
from ..xml.files import keep_name, readable
from .formats import FORMATS
from .parts import UNFINISHED, Options, Result, SourceResult, put

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["NAME", "Entry", "Journal"]

NAME = "_cim61968_9.sqlite"
_TABLES = """
CREATE TABLE options (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE parts (number INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE sources (
    place TEXT PRIMARY KEY, name TEXT NOT NULL, archive TEXT NOT NULL, size INTEGER NOT NULL, stamp INTEGER NOT NULL,
    part INTEGER NOT NULL REFERENCES parts, rows INTEGER NOT NULL, skipped TEXT NOT NULL, failed INTEGER NOT NULL,
    bounds TEXT NOT NULL, problem TEXT NOT NULL, findings TEXT NOT NULL
);
CREATE TABLE removals (file TEXT PRIMARY KEY);
CREATE INDEX sources_of_parts ON sources (part);
"""


class Entry(NamedTuple):
    """What is known of a source that is done."""

    name: str
    part: int
    size: int
    stamp: int
    rows: int
    again: bool
    """Whether the next run tries it once more: it could not be opened, or is beyond limits that are others now."""


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
                self._forget(number)
        self._remove()
        for path in self.folder.glob(f".{self._options.table}-*{UNFINISHED}"):
            path.unlink()

    def _remove(self) -> None:
        """Remove the files whose rows stand elsewhere, or nowhere any more."""
        for (file,) in self._link.execute("SELECT file FROM removals").fetchall():
            (self.folder / file).unlink(missing_ok=True)
            self._link.execute("DELETE FROM removals WHERE file = ?", (file,))

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
        found = self._link.execute(
            "SELECT place, name, part, size, stamp, rows, problem != '' OR (failed AND bounds != ?) FROM sources",
            (self._options.bounds(),),
        ).fetchall()
        return {
            place: Entry(name, part, size, stamp, rows, bool(again))
            for place, name, part, size, stamp, rows, again in found
        }

    def result(self, item: Item) -> SourceResult:
        """Return what became of a source that is done."""
        rows, skipped, failed, problem, findings = self._link.execute(
            "SELECT rows, skipped, failed, problem, findings FROM sources WHERE place = ?",
            (readable(item.place),),
        ).fetchone()
        listed = tuple(map(_finding, json.loads(findings)))
        report = Report(source=item.name, findings=listed, problem=problem, archive=item.archive)
        return SourceResult(item, rows, report, skipped, bool(failed))

    def files(self) -> dict[int, Path]:
        """Return the files of the parts that have rows, by number."""
        found = self._link.execute("SELECT number, file FROM parts WHERE file != '' ORDER BY number").fetchall()
        return {number: self.folder / file for number, file in found}

    def rows_of_sources(self) -> dict[tuple[int, str], int]:
        """Return how many rows each source has, by the number of its part and its name."""
        found = self._link.execute("SELECT part, name, sum(rows) FROM sources WHERE rows > 0 GROUP BY part, name")
        return {(part, name): rows for part, name, rows in found}

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
            marks = ", ".join("?" * 12)
            rows = _entered(number, result.sources, self._options.bounds())
            self._link.executemany(f"INSERT INTO sources VALUES ({marks})", rows)  # noqa: S608
            self._link.execute("COMMIT")
            if file:
                self._name(number)

    def _name(self, number: int) -> None:
        """Give the file of a part its name."""
        (self.folder / self._options.unfinished(number)).replace(self.folder / self._options.file(number))
        keep_name(self.folder / self._options.file(number))

    def drop(self, places: set[str]) -> None:
        """Forget sources, and take their rows out of the files; the rows of others stay where they are, or move."""
        entries = self.entries()
        for number in sorted({entries[place].part for place in places}):
            gone = {place for place in places if entries[place].part == number}
            names = {entries[place].name for place in gone if entries[place].rows}
            file = self.files().get(number)
            with self._told():
                if file is None or not names:
                    self._link.execute("BEGIN")
                    self._delete(gone)
                    self._link.execute("COMMIT")
                else:
                    self._rewrite(number, file, gone, names)

    def _rewrite(self, number: int, file: Path, gone: set[str], names: set[str]) -> None:
        """Write the rows that stay to a file with another number."""
        new = self.next_number()
        rows = without(file, names, self.folder / self._options.unfinished(new), self._options)
        self._link.execute("BEGIN")
        self._delete(gone)
        self._link.execute("INSERT INTO parts VALUES (?, ?, ?)", (new, self._options.file(new) if rows else "", rows))
        self._link.execute("UPDATE sources SET part = ? WHERE part = ?", (new, number))
        self._link.execute("DELETE FROM parts WHERE number = ?", (number,))
        self._link.execute("INSERT INTO removals VALUES (?)", (file.name,))
        self._link.execute("COMMIT")
        if rows:
            self._name(new)
        self._remove()

    def _delete(self, places: set[str]) -> None:
        self._link.executemany("DELETE FROM sources WHERE place = ?", [(place,) for place in places])

    def loaded(self, number: int) -> None:
        """Enter that the rows of a part are where they belong, and remove its file."""
        with self._told():
            (file,) = self._link.execute("SELECT file FROM parts WHERE number = ?", (number,)).fetchone()
            self._link.execute("UPDATE parts SET file = '' WHERE number = ?", (number,))
            (self.folder / file).unlink(missing_ok=True)

    def forget_loaded(self) -> None:
        """Forget the parts whose rows were brought to where they belong: that is gone."""
        for (number,) in self._link.execute("SELECT number FROM parts WHERE file = '' AND rows > 0").fetchall():
            self._forget(number)

    def _forget(self, number: int) -> None:
        with self._told():
            self._link.execute("BEGIN")
            self._link.execute("DELETE FROM sources WHERE part = ?", (number,))
            self._link.execute("DELETE FROM parts WHERE number = ?", (number,))
            self._link.execute("COMMIT")


def without(file: Path, names: set[str], target: Path, options: Options) -> int:
    """Write the rows of a file to another one, but for those of some sources; return how many there are.

    Raises:
        ExportError: The other one cannot be written.
    """
    import pyarrow.compute as pc

    form, text = FORMATS[options.to], arrow().string()
    schema = form.held(schema_of(options.table, options.values))
    gone = arrow().array(sorted(names), text)

    def kept() -> Iterator[pa.RecordBatch]:
        for batch in form.read(file, schema):
            staying = batch.filter(pc.invert(pc.is_in(batch["file"].cast(text), gone)))
            if staying.num_rows:
                yield staying

    batches = kept()
    first = next(batches, None)
    return 0 if first is None else put(chain([first], batches), schema, target, form)


def _entered(number: int, sources: Iterable[SourceResult], bounds: str) -> Iterator[tuple[object, ...]]:
    for one in sources:
        item, report = one.item, one.report
        findings = json.dumps([asdict(found) for found in report.findings])
        yield (
            *(readable(item.place), readable(item.name), readable(item.archive), item.size, item.stamp),
            *(number, one.rows, one.skipped, one.failed, bounds, report.problem, findings),
        )


def _finding(entered: dict[str, Any]) -> Finding:
    """Return a finding as it was before it was entered."""
    beyond = tuple((rule, Severity(severity), number) for rule, severity, number in entered.get("stands_for", ()))
    return Finding(**{**entered, "severity": Severity(entered["severity"]), "stands_for": beyond})
