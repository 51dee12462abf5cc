"""The list of all pages beside each page, made once: making it for each takes a third of the time of the build."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from typing import Any

from lxml import html
from sphinx.application import Sphinx

_BEFORE_THE_THEME = 400
_made: dict[tuple[tuple[str, Any], ...], html.HtmlElement] = {}


def replace(app: Sphinx, name: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Let a page have the list of the first page, with its links as they are from here, and its own place marked."""
    builder: Any = app.builder

    def toctree(**options: Any) -> str:
        key = tuple(sorted(options.items()))
        if key not in _made:
            text = builder._get_local_toctree(app.config.root_doc, **options)
            _made[key] = html.fragment_fromstring(text, create_parent="div")
        whole = deepcopy(_made[key])
        here = f"{name}{builder.out_suffix}"
        for link in whole.iter("a"):
            target = link.get("href", "")
            if target == here:
                link.set("class", f"current {link.get('class', '')}")
                for item in link.iterancestors("li", "ul"):
                    item.set("class", f"{item.get('class', '')} current".strip())
            if "://" not in target:
                link.set("href", "#" if target == here else posixpath.relpath(target, posixpath.dirname(name) or "."))
        return "".join(html.tostring(part, encoding="unicode") for part in whole)

    if "toctree" in context:
        context["toctree"] = toctree


def setup(app: Sphinx) -> dict[str, bool]:
    """Replace what the theme asks for."""
    app.connect("html-page-context", replace, priority=_BEFORE_THE_THEME)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
