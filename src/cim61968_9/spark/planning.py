"""From paths to the files of each partition."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from ..sources import Item, find
from .options import Options

__all__ = ["bundled", "found", "weight"]

OPENING = 16_000
"""How many bytes of a file take about as long as to open one."""
GROWTH = 10
"""How many times its size a compressed file is counted."""


def found(options: Options) -> list[Item]:
    """Return the sources; what is broken among them is one too, as it is told where it is read.

    Raises:
        FileNotFoundError: A path leads to no file at all.
    """
    items = list(find(options.paths, options.limits))
    given = set(options.paths)
    for item in items:
        if item.problem and item.name in given and not os.path.isfile(item.name):  # noqa: PTH113  # may be a pattern
            raise FileNotFoundError(f"{item.name}: {item.problem}; expected files that can be read")
    return items


def weight(item: Item) -> int:
    """Return about how much work a source is, in bytes."""
    grows = GROWTH if item.name.lower().endswith(".gz") else 1
    return OPENING + item.size * grows


def bundled(items: Iterable[Item], most: int, least_bundles: int) -> Iterator[tuple[Item, ...]]:
    """Yield neighbours together, in bundles that weigh at most so much, and about the same where there must be many."""
    listed = list(items)
    left = sum(map(weight, listed))
    bundles = max(min(least_bundles, len(listed)), -(-left // most))
    bundle: list[Item] = []
    held = 0
    for number, item in enumerate(listed):
        more = weight(item)
        full = bundle and held + more > most
        # half of the next one beyond an even share is where the share is nearest
        even = bundle and bundles > 1 and (held + more / 2 > left / bundles or len(listed) - number < bundles)
        if full or even:
            yield tuple(bundle)
            left -= held
            bundles = max(bundles - 1, 1)
            bundle, held = [], 0
        bundle.append(item)
        held += more
    if bundle:
        yield tuple(bundle)
