"""The classes that PySpark asks; what they do is in the modules beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.types import StructType

from ..sources import Item
from .options import Options, options_of
from .planning import bundled, found
from .reading import batches
from .types import arrow_schema, chosen, spark_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Files", "MessageReader", "MessageSource"]


class MessageSource(DataSource):  # type: ignore[misc]  # pyspark may be missing where types are checked
    """The format ``cim61968_9``: one table of many messages."""

    least_partitions = 1

    @classmethod
    def name(cls) -> str:
        """Return the name of the format."""
        return "cim61968_9"

    def schema(self) -> StructType:
        """Return the columns, where none were asked for."""
        options = self._options()
        return spark_schema(arrow_schema(options, with_error=options.mode == "PERMISSIVE"))

    def reader(self, schema: StructType | pa.Schema) -> MessageReader:
        """Return what reads the columns of a schema."""
        options = self._options()
        return MessageReader(options, chosen(arrow_schema(options), schema))

    def _options(self) -> Options:
        return options_of(self.options, self.least_partitions)


class Files(InputPartition):  # type: ignore[misc]
    """The files of one partition."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        super().__init__(items)
        self.items = items


class MessageReader(DataSourceReader):  # type: ignore[misc]
    """Finds the files and reads them, some in each partition."""

    def __init__(self, options: Options, schema: pa.Schema) -> None:
        self._options = options
        self._schema = schema

    def partitions(self) -> list[InputPartition]:
        """Return the files, in partitions."""
        options = self._options
        return [Files(items) for items in bundled(found(options), options.partition_bytes, options.least_partitions)]

    def read(self, partition: InputPartition) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a partition."""
        yield from batches(partition.items, self._options, self._schema)
