"""From the files of a partition to record batches as Spark takes them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..columns import ColumnStream, Outcome
from ..columns._arrow import arrow
from ..columns.stream import Errors
from ..errors import Cim61968Error
from ..sources import Item, reason_of
from .options import Mode, Options

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["batches", "reason"]

LOG = logging.getLogger("cim61968_9.spark")
_ERRORS: dict[Mode, Errors] = {"PERMISSIVE": "keep", "DROPMALFORMED": "drop", "FAILFAST": "raise"}


def batches(items: Iterable[Item], options: Options, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield the rows of sources, in the columns of a schema.

    Raises:
        Cim61968Error: A source cannot be read, and the mode is FAILFAST.
    """
    stream = ColumnStream(
        options.table,
        items,
        batch_rows=options.batch_rows,
        values=options.values,
        errors=_ERRORS[options.mode],
        limits=options.limits,
    )
    try:
        for batch in stream:
            yield _shaped(batch, schema, options.error_column)
            yield from _told(stream.outcomes, options, schema)
    except Exception as error:
        if not stream.outcomes or stream.outcomes[-1].error is not error:
            raise  # such as a disk that is full
        failed = stream.outcomes[-1].file
        raise Cim61968Error(f"{failed}: {reason(failed, error)}") from error
    yield from _told(stream.outcomes, options, schema)


def _shaped(batch: pa.RecordBatch, schema: pa.Schema, error_column: str) -> pa.RecordBatch:
    pa = arrow()
    arrays = [
        pa.nulls(batch.num_rows, field.type) if field.name == error_column else batch[field.name].cast(field.type)
        for field in schema
    ]
    return pa.record_batch(arrays, schema=schema)


def _told(outcomes: list[Outcome], options: Options, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Say what became of the sources that are done, and forget them: rows of errors, or lines of the log."""
    done, outcomes[:] = list(outcomes), []
    failed = [(outcome.file, reason(outcome.file, outcome.error)) for outcome in done if outcome.error is not None]
    for outcome in done:
        if outcome.findings:
            LOG.info("%s: %d findings; the first: %s", outcome.file, len(outcome.findings), outcome.findings[0])
    if failed and options.mode == "PERMISSIVE" and options.error_column in schema.names:
        yield _errors(failed, schema, options.error_column)
        return
    kept = "no row of it is there" if options.mode == "DROPMALFORMED" else "the rows before the break are there"
    for file, text in failed:
        LOG.warning("%s: %s; %s", file, text, kept)


def _errors(failed: Sequence[tuple[str, str]], schema: pa.Schema, error_column: str) -> pa.RecordBatch:
    pa = arrow()
    texts = [text if "file" in schema.names else f"{file}: {text}" for file, text in failed]
    filled = {"file": [file for file, _ in failed], error_column: texts}
    arrays = [pa.array(filled.get(field.name, [None] * len(failed)), field.type) for field in schema]
    return pa.record_batch(arrays, schema=schema)


def reason(file: str, error: Exception) -> str:
    """Return the place and the reason of an error, without the name of the file."""
    text = reason_of(error)
    for name in (file, PurePath(file).name):
        for sign in (": ", ", "):
            text = text.removeprefix(name + sign)
    return text
