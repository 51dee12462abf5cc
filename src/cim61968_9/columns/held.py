"""Batches that wait: in memory, and in a temporary file when they are many."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from ..errors import ExportError
from ._arrow import arrow

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Held"]

_MOST = 64_000_000


class Held:
    """Batches of one schema, held until somebody wants them, or nobody does."""

    def __init__(self, schema: pa.Schema, most: int = _MOST) -> None:
        self._schema = schema
        self._most = most
        self._batches: list[pa.RecordBatch] = []
        self._bytes = 0
        self._file: Any = None
        self._writer: Any = None

    def add(self, batch: pa.RecordBatch) -> None:
        """Hold one more.

        Raises:
            ExportError: There is no room for temporary files.
        """
        self._batches.append(batch)
        self._bytes += batch.nbytes
        if self._bytes > self._most:
            with _told():
                self._spill()

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open until the batches are taken or dropped
            self._writer = arrow().ipc.new_stream(self._file, self._schema)
        for batch in self._batches:
            self._writer.write_batch(batch)
        self._batches, self._bytes = [], 0

    def taken(self) -> Iterator[pa.RecordBatch]:
        """Yield what was held, which is then forgotten."""
        try:
            if self._file is not None:
                with _told():
                    self._writer.close()
                    self._file.seek(0)
                yield from arrow().ipc.open_stream(self._file)
            yield from self._batches
        finally:
            self.drop()

    def drop(self) -> None:
        """Forget what was held."""
        if self._file is not None:
            with suppress(OSError):  # of what nobody wants any more
                self._file.close()
        self._file = self._writer = None
        self._batches, self._bytes = [], 0


@contextmanager
def _told() -> Iterator[None]:
    """Tell what the system says of temporary files, so that nobody takes it for an error of a source."""
    try:
        yield
    except OSError as error:
        why = error.strerror.lower() if error.strerror else str(error)
        where = tempfile.tempdir or "the folder of temporary files"
        raise ExportError(f"{where}: cannot be written to: {why}; make room, or set TMPDIR") from error
