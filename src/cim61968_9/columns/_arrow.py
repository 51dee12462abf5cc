"""The door to pyarrow, which comes with an extra."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["arrow", "extra"]


def extra(module: str, name: str, what: str) -> Any:
    """Import a module of an extra.

    Raises:
        ImportError: It is not installed; the text says what to do.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(f'{what} needs {module}, which is not installed: pip install "cim61968-9[{name}]"') from error


def arrow() -> Any:
    """Return pyarrow."""
    return extra("pyarrow", "arrow", "a table of columns")
