"""The cyclic garbage collector, stopped while objects are made."""

from __future__ import annotations

import gc
from typing import Self

from .limits import Limits

__all__ = ["Paused"]


class Paused:
    """Stops the collector within a block, where the limits say so: trees of objects have no cycles.

    To look for some would cost more than to make the objects.
    """

    __slots__ = ("_paused", "_wanted")

    def __init__(self, limits: Limits) -> None:
        self._wanted = limits.pause_gc

    def __enter__(self) -> Self:
        self._paused = self._wanted and gc.isenabled()
        if self._paused:
            gc.disable()
        return self

    def __exit__(self, *_: object) -> None:
        if self._paused:
            gc.enable()
