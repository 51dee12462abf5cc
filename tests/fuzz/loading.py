"""Imports the library as a whole, so that all of it can be instrumented at once."""

from __future__ import annotations

import contextlib
import importlib
import io
import pkgutil

import atheris

__all__ = ["load_instrumented"]

_BESIDE = "cli exchange exporting frames html_reporting jsons plots sampling showing spark testing"
_EDGES = tuple(f"cim61968_9.{name}" for name in _BESIDE.split())
"""What needs extras, or is not asked by the targets; to instrument it takes a while."""


def load_instrumented() -> None:
    """Import the modules that targets use, so that the fuzzer sees which branches are taken."""
    with atheris.instrument_imports(include=["cim61968_9"]), contextlib.redirect_stderr(io.StringIO()):
        package = importlib.import_module("cim61968_9")
        for module in pkgutil.walk_packages(package.__path__, "cim61968_9."):
            if not module.name.startswith(_EDGES):
                importlib.import_module(module.name)
