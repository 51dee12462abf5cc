"""Imports the library as a whole, so that all of it can be instrumented at once."""

from __future__ import annotations

import contextlib
import importlib
import io
import pkgutil

import atheris

__all__ = ["load_instrumented"]

_EDGES = ("cim61968_9.cli", "cim61968_9.spark", "cim61968_9.testing")


def load_instrumented() -> None:
    """Import every module that needs no extra, so that the fuzzer sees which branches are taken."""
    with atheris.instrument_imports(include=["cim61968_9"]), contextlib.redirect_stderr(io.StringIO()):
        package = importlib.import_module("cim61968_9")
        for module in pkgutil.walk_packages(package.__path__, "cim61968_9."):
            if not module.name.startswith(_EDGES):
                importlib.import_module(module.name)
