"""Messages as data frames of pandas, polars and DuckDB, and frames of readings as messages.

::

    import cim61968_9 as cim

    frame = cim.frames.to_pandas("day.xml", values="float")
    for message in cim.frames.to_messages(frame, max_readings=100_000, source="MDM"):
        cim.write(message, ...)

The functions take what :mod:`cim61968_9.columns` takes, or a :class:`ColumnStream` made by it. Each library comes with
the extra of its name: ``pip install "cim61968-9[pandas]"``.
"""

from .readers import to_duckdb, to_pandas, to_polars
from .writers import to_messages

__all__ = ["to_duckdb", "to_messages", "to_pandas", "to_polars"]
