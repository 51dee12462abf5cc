"""The database of DuckDB that the parts of an export become; it gets its name when all of them are in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from ..columns._arrow import extra
from ..columns.schema import schema_of
from ..errors import ExportError
from ..xml.files import keep_name
from .journal import Journal

__all__ = ["database_of", "load"]

_ENDING = "duckdb"
_SOURCES = "cim61968_9_sources"


def database_of(folder: Path, table: str) -> Path:
    """Return where the database of a table is."""
    return folder / f"{table}.{_ENDING}"


def load(journal: Journal, table: str) -> Path:
    """Bring the rows of all parts into the table of the database, and return its path.

    A database that was there is not touched: the new one is made of a copy, and takes its place.

    Raises:
        ExportError: It cannot be written.
        ImportError: DuckDB is not installed.
    """
    duckdb = extra("duckdb", "duckdb", "a database of DuckDB")
    path = database_of(journal.folder, table)
    unfinished = journal.folder / f".{path.name}.unfinished"
    files, wanted = journal.files(), journal.rows_of_sources()
    try:
        if path.exists() and not files and _is_there(duckdb, path, table, wanted):
            return path
        _remove(unfinished)
        if path.exists():
            _settle(duckdb, path)
            shutil.copyfile(path, unfinished)
        with duckdb.connect(str(unfinished)) as link:
            _fill(link, table, files, wanted)
            link.execute("CHECKPOINT")
        if _log(unfinished).exists() or not _is_there(duckdb, unfinished, table, wanted):
            raise OSError("its rows are not those of the sources")
        with unfinished.open("rb+") as made:
            os.fsync(made.fileno())
        unfinished.replace(path)
        keep_name(path)
    except (OSError, duckdb.Error) as error:
        _remove(unfinished)
        raise ExportError(f"{path}: cannot be written: {error}") from None
    for number in files:
        journal.loaded(number)
    return path


def _log(path: Path) -> Path:
    """Return where DuckDB writes what is not in the database yet."""
    return path.with_name(f"{path.name}.wal")


def _remove(path: Path) -> None:
    for one in (path, _log(path)):
        one.unlink(missing_ok=True)


def _settle(duckdb: Any, path: Path) -> None:
    """Bring all that was written into the database, which nobody else may have open."""
    with duckdb.connect(str(path)) as link:
        link.execute("CHECKPOINT")
    if _log(path).exists():
        raise OSError("it is open elsewhere")


def _is_there(duckdb: Any, path: Path, table: str, wanted: dict[tuple[int, str], int]) -> bool:
    """Tell whether a database has the sources that it should have, and as many rows as they have."""
    with duckdb.connect(str(path), read_only=True) as link:
        (count,) = link.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return _loaded(link) == wanted.keys() and count == sum(wanted.values())


def _loaded(link: Any) -> set[tuple[int, str]]:
    return set(link.execute(f"SELECT part, file FROM {_SOURCES}").fetchall())  # noqa: S608


def _fill(link: Any, table: str, files: dict[int, Path], wanted: dict[tuple[int, str], int]) -> None:
    """Delete the rows of sources that are gone, and insert those of parts that are new."""
    link.register("empty", schema_of(table).empty_table())
    link.execute(f"CREATE TABLE IF NOT EXISTS {_SOURCES} (part BIGINT, file VARCHAR)")
    there = _loaded(link)
    if gone := there - wanted.keys():
        names = sorted({name for _, name in gone})
        link.execute(f"DELETE FROM {table} WHERE file IN ?", [names])  # noqa: S608
        link.executemany(f"DELETE FROM {_SOURCES} WHERE part = ? AND file = ?", sorted(gone))  # noqa: S608
    parts = {part for part, _ in there}
    for number, file in files.items():
        if number in parts:
            continue
        link.execute(f"CREATE TABLE IF NOT EXISTS {table} AS FROM read_parquet(?) LIMIT 0", [str(file)])
        link.execute(f"INSERT INTO {table} FROM read_parquet(?)", [str(file)])
        sources = [pair for pair in wanted if pair[0] == number]
        link.executemany(f"INSERT INTO {_SOURCES} VALUES (?, ?)", sources)  # noqa: S608
    link.execute(f"CREATE TABLE IF NOT EXISTS {table} AS FROM empty")
    link.unregister("empty")
