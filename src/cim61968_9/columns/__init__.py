"""Tables of readings, events, controls and master data: Arrow record batches straight from messages (extra ``arrow``).

::

    import cim61968_9 as cim

    stream = cim.columns.readings(["monday.xml", "tuesday.xml.gz"])
    for batch in stream:        # pyarrow.RecordBatch
        ...

Each function takes one source or many, of any kind that :func:`~cim61968_9.read` takes or that
:func:`cim61968_9.sources.find <cim61968_9.sources.find>` finds, and returns a
:class:`ColumnStream`, which any library takes that knows the Arrow C stream interface. Memory does not grow with the
size or the number of sources. The columns are in ``docs/reference/columns.md`` and in :data:`TABLES`.
"""

from __future__ import annotations

from ..xml.limits import Limits
from .schema import TABLES, VERSION, Column, Table, Values, schema_of
from .stream import ColumnStream, Errors, Outcome, Sources

__all__ = [
    "ROWS_OF_A_BATCH",
    "TABLES",
    "VERSION",
    "Column",
    "ColumnStream",
    "Outcome",
    "Table",
    "controls",
    "events",
    "meters",
    "readings",
    "schema_of",
    "usage_points",
]

ROWS_OF_A_BATCH = 65_536
"""Rows of a record batch, unless told otherwise."""
_LIMITS = Limits()


def readings(
    sources: Sources,
    *,
    batch_rows: int = ROWS_OF_A_BATCH,
    values: Values = "text",
    errors: Errors = "raise",
    limits: Limits = _LIMITS,
) -> ColumnStream:
    """Return the values of MeterReadings, one a row.

    ``values`` is ``"text"`` for values as they were written, ``"decimal"`` for exact decimals of 38 digits, 12 of them
    fractional, or ``"float"``. A text that is no number, or has more digits, is null then, and kept beside it.

    With ``errors="raise"`` the first source that cannot be read ends the stream with its error; with ``"keep"`` the
    rows before the break stay, the error goes into ``outcomes``, and the next source follows; with ``"drop"`` no row of
    that source comes, and the rows of a source wait until its end, on disk when they are many.

    Raises:
        ImportError: pyarrow is not installed.
        XmlError: A source is not well-formed, has a DTD, or is beyond the limits; when it is read.
        UnknownMessageError: It is no message, or one of another noun; when it is read.
        OSError: A file cannot be read.
    """
    return ColumnStream("readings", sources, batch_rows=batch_rows, values=values, errors=errors, limits=limits)


def events(
    sources: Sources,
    *,
    batch_rows: int = ROWS_OF_A_BATCH,
    errors: Errors = "raise",
    limits: Limits = _LIMITS,
) -> ColumnStream:
    """Return the events of EndDeviceEvents, or those within MeterReadings; the rest is as for :func:`readings`."""
    return ColumnStream("events", sources, batch_rows=batch_rows, values="text", errors=errors, limits=limits)


def controls(
    sources: Sources,
    *,
    batch_rows: int = ROWS_OF_A_BATCH,
    errors: Errors = "raise",
    limits: Limits = _LIMITS,
) -> ColumnStream:
    """Return the controls of EndDeviceControls, a row for each target; the rest is as for :func:`readings`."""
    return ColumnStream("controls", sources, batch_rows=batch_rows, values="text", errors=errors, limits=limits)


def usage_points(
    sources: Sources,
    *,
    batch_rows: int = ROWS_OF_A_BATCH,
    errors: Errors = "raise",
    limits: Limits = _LIMITS,
) -> ColumnStream:
    """Return the usage points of UsagePointConfig; the rest is as for :func:`readings`."""
    return ColumnStream("usage_points", sources, batch_rows=batch_rows, values="text", errors=errors, limits=limits)


def meters(
    sources: Sources,
    *,
    batch_rows: int = ROWS_OF_A_BATCH,
    errors: Errors = "raise",
    limits: Limits = _LIMITS,
) -> ColumnStream:
    """Return the meters of MeterConfig and CustomerMeterDataSet; the rest is as for :func:`readings`."""
    return ColumnStream("meters", sources, batch_rows=batch_rows, values="text", errors=errors, limits=limits)
