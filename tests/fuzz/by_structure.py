"""Fuzz target: documents that stay well-formed while their elements are left out, doubled, moved, renamed and so on."""

from __future__ import annotations

import random
import sys

import atheris
from fuzz.damage import damaged_structure
from fuzz.loading import load_instrumented


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Change the structure of a document, or its bytes where it has none."""
    changed = damaged_structure(data, random.Random(seed))
    if changed is None or len(changed) > most:
        return bytes(atheris.Mutate(data, most))
    return changed


def cross(data: bytes, other: bytes, most: int, seed: int) -> bytes:
    """Put elements of another document into this one."""
    changed = damaged_structure(data, random.Random(seed), stock=other)
    return data[:most] if changed is None or len(changed) > most else changed


def main() -> None:
    """Fuzz until something is found or the time is over."""
    load_instrumented()
    from fuzz.oracle import check

    atheris.Setup(sys.argv, check, custom_mutator=mutate, custom_crossover=cross)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
