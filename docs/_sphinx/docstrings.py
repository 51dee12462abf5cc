"""Reads the sections of docstrings, such as "Raises:", of everything that is called.

Napoleon by itself also looks at properties and members, and takes what stands before a colon there for a type.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring

_CALLED = {"class", "exception", "function", "method"}
_CONFIG = Config(napoleon_numpy_docstring=False)


def read(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Put the sections of one docstring as fields."""
    if what in _CALLED:
        lines[:] = GoogleDocstring(list(lines), _CONFIG, app, what, name, obj, options).lines()


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each docstring."""
    app.connect("autodoc-process-docstring", read)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
