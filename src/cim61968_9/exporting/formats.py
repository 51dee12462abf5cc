"""The kinds of files that tables are written to; the next one is an entry of :data:`FORMATS`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import frozen

from ..columns._arrow import arrow, extra

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["FORMATS", "Format"]


@frozen
class Format:
    """How a part is written and read: the ending of its name, what its columns are held as, a writer and a reader."""

    ending: str
    held: Callable[[pa.Schema], pa.Schema]
    open: Callable[[BinaryIO, pa.Schema], Any]
    read: Callable[[Path, pa.Schema], Iterator[pa.RecordBatch]]
    is_staged: bool = False
    """Whether parts wait until all are there, and then become one file."""
    needs: tuple[tuple[str, str], ...] = (("pyarrow", "arrow"),)
    """Modules that have to be installed, each with its extra."""

    def batch(self, batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
        """Return a batch as its columns are held."""
        if batch.schema.equals(schema):
            return batch
        columns = [_cast(column, field.type) for column, field in zip(batch.columns, schema, strict=True)]
        return arrow().record_batch(columns, schema=schema)


def _cast(column: Any, wanted: Any) -> Any:
    pa = arrow()
    if column.type.equals(wanted):
        return column
    if pa.types.is_nested(column.type):
        texts = [None if value is None else _json(value) for value in column.to_pylist()]
        return pa.array(texts, wanted)
    return column.cast(wanted)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _same(schema: pa.Schema) -> pa.Schema:
    return schema


def _without_dictionaries(schema: pa.Schema) -> pa.Schema:
    """A file of Arrow has one dictionary for all batches, which would have to be known at the start."""
    pa = arrow()
    return _held_as(schema, lambda kind: pa.string() if pa.types.is_dictionary(kind) else kind)


def _flat(schema: pa.Schema) -> pa.Schema:
    """A table of texts has no lists; they become JSON."""
    pa = arrow()

    def held(kind: Any) -> Any:
        return pa.string() if pa.types.is_dictionary(kind) or pa.types.is_nested(kind) else kind

    return _held_as(schema, held)


def _held_as(schema: pa.Schema, held: Callable[[Any], Any]) -> pa.Schema:
    pa = arrow()
    fields = [pa.field(one.name, held(one.type), metadata=one.metadata) for one in schema]
    return pa.schema(fields, metadata=schema.metadata)


def _parquet(sink: BinaryIO, schema: pa.Schema) -> Any:
    return extra("pyarrow.parquet", "arrow", "a file of Parquet").ParquetWriter(sink, schema, compression="zstd")


def _csv(sink: BinaryIO, schema: pa.Schema) -> Any:
    return extra("pyarrow.csv", "arrow", "a file of CSV").CSVWriter(sink, schema)


def _arrow(sink: BinaryIO, schema: pa.Schema) -> Any:
    ipc = arrow().ipc
    return ipc.new_file(sink, schema, options=ipc.IpcWriteOptions(compression="zstd"))


def _read_parquet(path: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    with extra("pyarrow.parquet", "arrow", "a file of Parquet").ParquetFile(path) as file:
        for batch in file.iter_batches():
            yield batch.cast(schema)


def _read_csv(path: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    csv = extra("pyarrow.csv", "arrow", "a file of CSV")
    types = {field.name: field.type for field in schema}
    how = csv.ConvertOptions(column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False)
    parsing = csv.ParseOptions(newlines_in_values=True)
    with csv.open_csv(path, convert_options=how, parse_options=parsing) as reader:
        for batch in reader:
            yield batch.cast(schema)


def _read_arrow(path: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    with path.open("rb") as source, arrow().ipc.open_file(source) as reader:
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number).cast(schema)


FORMATS: Mapping[str, Format] = {
    "parquet": Format("parquet", _same, _parquet, _read_parquet),
    "csv": Format("csv", _flat, _csv, _read_csv),
    "arrow": Format("arrow", _without_dictionaries, _arrow, _read_arrow),
    "duckdb": Format(
        "parquet", _same, _parquet, _read_parquet, is_staged=True, needs=(("pyarrow", "duckdb"), ("duckdb", "duckdb"))
    ),
}
"""All formats by the name that the command knows them by."""
