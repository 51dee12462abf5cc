"""Pieces of bytes, read as a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

__all__ = ["Piecewise"]


class Piecewise(io.RawIOBase):
    """A file of the pieces that an iterator yields; to close it closes a generator. What fails once fails again."""

    def __init__(self, pieces: Iterator[bytes], name: str = "") -> None:
        super().__init__()
        if name:
            self.name = name
        self._pieces = pieces
        self._rest = memoryview(b"")
        self._failed: Exception | None = None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, or a part of it; returns how many bytes, none at the end."""
        while not self._rest:
            piece = self._next()
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count

    def _next(self) -> bytes | None:
        if self._failed is not None:  # else it would seem to have come to its end
            raise self._failed
        try:
            return next(self._pieces, None)
        except Exception as error:
            self._failed = error
            raise

    def close(self) -> None:
        """End it, and what makes the pieces."""
        super().close()
        if hasattr(self._pieces, "close"):
            self._pieces.close()
