"""From messages to frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Unpack

from .. import columns
from ..columns._arrow import extra
from ..columns.schema import TABLES, Values
from ..columns.stream import Errors, Sources
from ..xml.limits import Limits

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

__all__ = ["Options", "to_duckdb", "to_pandas", "to_polars"]

TableName = Literal["readings", "events", "controls", "usage_points", "meters"]
Tabular: TypeAlias = "Sources | columns.ColumnStream"


class Options(TypedDict, total=False):
    """What the functions of :mod:`cim61968_9.columns` can be told; ``values`` is for readings alone."""

    values: Values
    batch_rows: int
    errors: Errors
    limits: Limits


def to_pandas(
    sources: Tabular, *, table: TableName = "readings", arrow_types: bool = False, **options: Unpack[Options]
) -> pd.DataFrame:
    """Return a table as a frame of pandas.

    ``options`` are those of the function in :mod:`cim61968_9.columns`, such as ``values="float"``. Codes and names are
    categories, times are in UTC. With ``arrow_types`` all columns keep their Arrow types, so that decimals and lists
    are not turned into Python objects.
    """
    library = extra("pandas", "pandas", "a frame of pandas")
    found = _stream(sources, table, options).table()
    frame: pd.DataFrame = found.to_pandas(types_mapper=library.ArrowDtype if arrow_types else None)
    return frame


def to_polars(sources: Tabular, *, table: TableName = "readings", **options: Unpack[Options]) -> pl.DataFrame:
    """Return a table as a frame of polars; ``options`` are as for :func:`to_pandas`."""
    library = extra("polars", "polars", "a frame of polars")
    frame: pl.DataFrame = library.from_arrow(_stream(sources, table, options).table())
    return frame


def to_duckdb(
    sources: Tabular,
    *,
    table: TableName = "readings",
    connection: duckdb.DuckDBPyConnection | None = None,
    name: str | None = None,
    **options: Unpack[Options],
) -> duckdb.DuckDBPyRelation:
    """Return a table as a relation of DuckDB; ``options`` are as for :func:`to_pandas`.

    With a ``name``, the rows go into a new table of the connection, and memory does not grow with their number: of a
    connection to a file, that is how more than memory holds is queried. Without one, they stay in memory.
    """
    library = extra("duckdb", "duckdb", "a relation of DuckDB")
    link = connection if connection is not None else library.connect()
    stream = _stream(sources, table, options)
    if name is None:
        relation: duckdb.DuckDBPyRelation = link.from_arrow(stream.table())
        return relation
    quoted = '"' + name.replace('"', '""') + '"'
    link.register("cim61968_9_stream", stream.reader())
    try:
        link.execute(f"CREATE TABLE {quoted} AS SELECT * FROM cim61968_9_stream")  # noqa: S608  # quoted above
    except Exception:
        failed = next((outcome.error for outcome in stream.outcomes if outcome.error is not None), None)
        if failed is not None:  # DuckDB has made a text of it
            raise failed from None
        raise
    finally:
        link.unregister("cim61968_9_stream")
    made: duckdb.DuckDBPyRelation = link.table(quoted)
    return made


def _stream(sources: Any, table: str, options: Options) -> columns.ColumnStream:
    if table not in TABLES:
        raise ValueError(f"table is {table!r}; expected one of {', '.join(TABLES)}")
    if isinstance(sources, columns.ColumnStream):
        if options:
            raise TypeError(f"found {', '.join(options)} beside a stream that was made already; expected sources")
        return sources
    found: columns.ColumnStream = getattr(columns, table)(sources, **options)
    return found
