"""The database of DuckDB that the parts of an export become; it gets its name when all of them are in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from ..columns._arrow import extra
from ..errors import ExportError
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
    files = journal.files()
    if path.exists() and not files and not _gone(duckdb, path, journal.parts()):
        return path
    try:
        unfinished.unlink(missing_ok=True)
        if path.exists():
            shutil.copyfile(path, unfinished)
        with duckdb.connect(str(unfinished)) as link:
            _fill(link, journal, table, files)
        with unfinished.open("rb+") as made:
            os.fsync(made.fileno())
        unfinished.replace(path)
    except (OSError, duckdb.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise ExportError(f"{path}: cannot be written: {error}") from None
    for number in files:
        journal.loaded(number)
    return path


def _gone(duckdb: Any, path: Path, parts: set[int]) -> bool:
    """Tell whether a database has rows of parts that were forgotten."""
    with duckdb.connect(str(path), read_only=True) as link:
        return any(number not in parts for (number,) in link.execute(f"SELECT part FROM {_SOURCES}").fetchall())  # noqa: S608


def _fill(link: Any, journal: Journal, table: str, files: dict[int, Path]) -> None:
    from ..columns.schema import schema_of

    link.execute(f"CREATE TABLE IF NOT EXISTS {_SOURCES} (part BIGINT, file VARCHAR)")
    there = {number for (number,) in link.execute(f"SELECT DISTINCT part FROM {_SOURCES}").fetchall()}  # noqa: S608
    gone = sorted(there - journal.parts())
    if gone:
        link.execute(f"DELETE FROM {table} WHERE file IN (SELECT file FROM {_SOURCES} WHERE part IN ?)", [gone])  # noqa: S608
        link.execute(f"DELETE FROM {_SOURCES} WHERE part IN ?", [gone])  # noqa: S608
    for number, file in files.items():
        if number in there:
            continue
        made = f"CREATE TABLE IF NOT EXISTS {table} AS FROM read_parquet(?) LIMIT 0"
        link.execute(made, [str(file)])
        link.execute("BEGIN")
        link.execute(f"INSERT INTO {table} FROM read_parquet(?)", [str(file)])
        link.executemany(f"INSERT INTO {_SOURCES} VALUES (?, ?)", [(number, name) for name in journal.names_of(number)])  # noqa: S608
        link.execute("COMMIT")
    if not link.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [table]).fetchone():
        link.register("empty", schema_of(table).empty_table())
        link.execute(f"CREATE TABLE {table} AS FROM empty")
        link.unregister("empty")
