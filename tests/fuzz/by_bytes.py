"""Fuzz target: any bytes at all, by the judge of :mod:`fuzz.oracle`."""

from __future__ import annotations

import sys

import atheris
from fuzz.loading import load_instrumented


def main() -> None:
    """Fuzz until something is found or the time is over."""
    load_instrumented()
    from fuzz.oracle import check

    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
