"""The columns of a table in the types of Spark, and in those of Arrow that Spark takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..columns import schema_of
from ..columns._arrow import arrow
from .options import Options

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql.types import DataType, StructType

__all__ = ["arrow_schema", "chosen", "spark_schema"]

_ERROR = "why the file of this row could not be read to its end; null in rows of values"


def arrow_schema(options: Options, *, with_error: bool = True) -> pa.Schema:
    """Return the columns as they go to Spark: codes as texts, the error at the end."""
    pa = arrow()
    fields = [field.with_type(_plain(field.type)) for field in schema_of(options.table, options.values)]
    if with_error:
        fields.append(pa.field(options.error_column, pa.string(), metadata={"meaning": _ERROR}))
    return pa.schema(fields)


def _plain(type_: Any) -> Any:
    """Return the type that Spark has for the same values; parts of lists have a name of their own there."""
    pa = arrow()
    if pa.types.is_dictionary(type_):
        return type_.value_type
    return pa.list_(pa.field("element", type_.value_type)) if pa.types.is_list(type_) else type_


def spark_schema(schema: pa.Schema) -> StructType:
    """Return the same columns in the types of Spark, their meaning as comment."""
    from pyspark.sql.types import StructField, StructType

    return StructType(
        [
            StructField(field.name, _spark(field.type), nullable=True, metadata={"comment": _meaning(field)})
            for field in schema
        ]
    )


def _meaning(field: Any) -> str:
    return str(field.metadata[b"meaning"].decode())


def _spark(type_: Any) -> DataType:
    from pyspark.sql import types as spark

    kinds = arrow().types
    simple = {
        "string": spark.StringType,
        "int16": spark.ShortType,
        "int64": spark.LongType,
        "double": spark.DoubleType,
        "bool": spark.BooleanType,
        "timestamp[us, tz=UTC]": spark.TimestampType,
    }
    if kinds.is_decimal(type_):
        return spark.DecimalType(type_.precision, type_.scale)
    if kinds.is_list(type_):
        return spark.ArrayType(_spark(type_.value_type))
    if kinds.is_struct(type_):
        return spark.StructType([spark.StructField(field.name, _spark(field.type)) for field in type_])
    made: DataType = simple[str(type_)]()
    return made


def chosen(full: pa.Schema, wanted: StructType | pa.Schema) -> pa.Schema:
    """Return the columns that are wanted, in their order; engines other than Spark say so in the types of Arrow.

    Raises:
        ValueError: A column is not there, is wanted twice, or is of another type.
    """
    given = wanted if isinstance(wanted, arrow().Schema) else None
    known = {field.name: field for field in spark_schema(full)}
    names: list[str] = []
    for field in wanted if given is None else _from_arrow(given):
        if field.name not in known:
            raise ValueError(f"the schema has the column {field.name!r}; expected some of {', '.join(known)}")
        if field.name in names:
            raise ValueError(f"the schema has the column {field.name!r} twice; expected it once")
        found, expected = field.dataType.simpleString(), known[field.name].dataType.simpleString()
        if found != expected:
            hint = "; the option values says which" if field.name == "value" else ""
            raise ValueError(f"the schema has {field.name} as {found}; expected {expected}{hint}")
        if not field.nullable or field.dataType != known[field.name].dataType:
            raise ValueError(f"the schema has {field.name} as NOT NULL, or a part of it; expected one that may be null")
        names.append(field.name)
    return given if given is not None else arrow().schema([full.field(name) for name in names])


def _from_arrow(schema: pa.Schema) -> StructType:
    from pyspark.sql.pandas.types import from_arrow_schema

    made: StructType = from_arrow_schema(schema)
    return made
