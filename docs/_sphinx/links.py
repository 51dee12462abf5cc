"""Links of pages to what stands elsewhere in the checkout lead to its page on the site."""

from __future__ import annotations

import make_copies
from sphinx.application import Sphinx

FURTHER = {"reference/codes/index": "\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"}
"""What stands below pages that are read without the site, too."""


def relink(app: Sphinx, name: str, source: list[str]) -> None:
    """Put the links of one page right."""
    page = f"docs/{name}.md"
    source[0] = make_copies.relinked(source[0], page, page) + FURTHER.get(name, "")


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each page before it is read."""
    app.connect("source-read", relink)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
