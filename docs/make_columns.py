"""Writes ``reference/columns.md`` from the table of columns; the tests compare."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cim61968_9.columns.schema import DIGITS, PLACES, TABLES, VERSION

PAGE = Path(__file__).resolve().parent / "reference" / "columns.md"
TYPES = {
    "text": "`string`",
    "code": "`dictionary<int32, string>`",
    "time": "`timestamp[us, UTC]`",
    "offset": "`int16`",
    "integer": "`int64`",
    "number": "`float64`",
    "flag": "`bool`",
    "codes": "`list<string>`",
    "pairs": "`list<struct<name, value>>`",
    "value": "as asked for",
    "kept": "`list<struct<column, text>>`",
    "pending": "`struct`",
}
START = f"""\
# Columns

What `cim.columns` makes of messages. This page is made from `cim.columns.TABLES` (`python docs/make_columns.py`). Any
column may be null.

The schemas have version {VERSION}. It stands in the metadata of each schema, as `cim61968_9.schema_version`, beside the
name of the table, `cim61968_9.table`. It changes when a column gets another name, type or meaning, or goes; new columns
may be added at the end without.

- Times are in UTC, to the microsecond. A time without a zone is taken as UTC, and its offset is null.
- Where a text says more than its column can hold, or is no value of its type, `kept` has it: hour 24, a seventh digit
  of a second, a value that is no number or has too many digits, a year beyond 9999. What the column then holds is the
  nearest value that is not after it, or null.
- Of several names the first one counts.
- Values are texts by default; `values="decimal"` makes them `decimal128({DIGITS}, {PLACES})`, `values="float"` makes
  them `float64`. Types of readings and events are references as they were written.
- A dictionary holds for one batch. Arrow, pandas, polars and DuckDB bring them together.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([START, *_tables()])


def _tables() -> Iterator[str]:
    for name, table in TABLES.items():
        yield f"## {name}\n"
        yield f"From {' and '.join(table.nouns)}. A row is {table.row}.\n"
        yield "| Column | Type | Meaning |"
        yield "|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {TYPES[column.kind]} | {column.meaning[0].upper()}{column.meaning[1:]} |"
        yield ""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
