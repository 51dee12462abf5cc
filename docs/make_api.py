"""Makes the pages of the Python reference from ``api.toml``; what stands on them, Sphinx takes from docstrings."""

from __future__ import annotations

import importlib
import inspect
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from make_copies import write_all
from sphinx.pycode import ModuleAnalyzer

import cim61968_9 as cim
from cim61968_9.codes import CodeValue

HERE = Path(__file__).resolve().parent
PAGES: list[dict[str, str]] = tomllib.loads((HERE / "api.toml").read_text(encoding="utf-8"))["page"]
FURTHER = {"name": "further", "title": "Further names", "text": "What has no better place yet."}
_DATA_HOMES = ("nouns", "xml.dialects", "validation.rules", "validation.rendering", "codes.reply_codes", "codes")


def write(folder: Path) -> None:
    """Write all pages into a folder."""
    pages = [*PAGES, *([{**FURTHER, "names": " ".join(more)}] if (more := further()) else [])]
    made = {f"{one['name']}.md": page(one) for one in pages}
    made["index.md"] = index(pages)
    write_all(folder, made)


def further() -> list[str]:
    """Return the public names of the door that no page has."""
    told = {name for one in PAGES for name in one.get("names", "").split()}
    told |= {name for one in PAGES for name in one.get("modules", "").split()} | set(cim.PROFILES) | {"__version__"}
    errors = set(dir(importlib.import_module("cim61968_9.errors")))
    return sorted(set(dir(cim)) - told - errors)


def index(pages: list[dict[str, str]]) -> str:
    """Return the page that lists the pages."""
    lines = [
        (HERE / "page_texts" / "api.md").read_text(encoding="utf-8").strip(),
        "",
        "| Page | What it has |",
        "|---|---|",
    ]
    for one in pages:
        names = [f"`{name}`" for name in one.get("names", "").split()]
        names += [
            f"`cim.{name}`" if name in dir(cim) else f"`cim61968_9.{name}`" for name in one.get("modules", "").split()
        ]
        if "door" in one:
            names = ["all of them, as a tree"]
        lines.append(f"| [{one['title']}]({one['name']}.md) | {', '.join(names)} |")
    return "\n".join([*lines, "", "```{toctree}", ":hidden:", "", *(one["name"] for one in pages), "```", ""])


def page(one: dict[str, str]) -> str:
    """Return one page."""
    lines = [f"# {one['title']}", "", one.get("text", "").strip(), ""]
    body: list[str] = []
    for name in one.get("names", "").split():
        home, _, last = f"cim61968_9.{name}".rpartition(".")
        body += _directive(home, last)
    for module in one.get("modules", "").split():
        body += _module(f"cim61968_9.{module}")
    if "door" in one:
        body += _at_the_door(f"cim61968_9.{one['door']}")
    return "\n".join([*lines, "```{eval-rst}", *body, "```", ""])


def _module(name: str) -> Iterator[str]:
    module = importlib.import_module(name)
    yield from (f".. py:module:: {name}", "", *inspect.cleandoc(module.__doc__ or "").splitlines(), "")
    public = set(dir(cim))
    for one in module.__all__:
        if one not in public or getattr(cim, one) is not getattr(module, one):  # else it has its place
            yield from _directive(name, one)


def _at_the_door(name: str) -> Iterator[str]:
    """Return what a module says, and its names as the door has them."""
    module = importlib.import_module(name)
    yield from (*inspect.cleandoc(module.__doc__ or "").splitlines(), "")
    for one in module.__all__:
        if one in dir(cim):
            yield from _directive("cim61968_9", one)


def _directive(module: str, name: str) -> Iterator[str]:
    """Return the directive that shows a name as a module has it."""
    value = getattr(importlib.import_module(module), name)
    if value is CodeValue:  # dir(CodeValue) is an error, and autodoc asks for it
        yield from (f".. py:class:: {module}.{name}", "")
        yield from (f"   {line}".rstrip() for line in (inspect.getdoc(value) or "").splitlines())
    elif inspect.isclass(value):
        yield f".. autoclass:: {module}.{name}"
        if issubclass(value, BaseException):
            yield "   :show-inheritance:"
        elif not issubclass(value, CodeValue):  # their values are on the pages of the codes
            yield "   :members:"
    elif inspect.isroutine(value):
        yield f".. autofunction:: {module}.{name}"
    else:
        yield from (f".. py:data:: {module}.{name}", "")
        yield from (f"   {line}" for line in _comment(module, name))
    yield ""


def _comment(module: str, name: str) -> list[str]:
    """Return what the source says of a constant."""
    homes = [module, *(f"cim61968_9.{home}" for home in _DATA_HOMES), *_imported(module, name)]
    for home in homes:
        if lines := ModuleAnalyzer.for_module(home).find_attr_docs().get(("", name)):
            return lines
    return []


def _imported(module: str, name: str) -> Iterator[str]:
    """Return the modules of the package that have the same object under that name."""
    value: Any = getattr(importlib.import_module(module), name)
    for home, found in list(sys.modules.items()):
        if home.startswith("cim61968_9.") and vars(found).get(name) is value:
            yield home


if __name__ == "__main__":
    write(HERE / "reference" / "api")
