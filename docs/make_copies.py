"""Makes pages of the site from those that stand elsewhere in the checkout, each with its links put right."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIES = {
    "CHANGELOG.md": "changelog",
    "CONTRIBUTING.md": "contributing",
    "SECURITY.md": "security",
    "benchmarks/README.md": "benchmarks",
    "benchmarks/results/export.md": "exports",
    "benchmarks/results/latest.md": "speed",
    "benchmarks/results/scale.md": "scale",
    "benchmarks/results/spark.md": "spark",
    "benchmarks/results/streams.md": "streams",
    "codegen/README.md": "codegen",
    "examples/README.md": "examples",
    "examples/cookbook/README.md": "cookbook",
    "tests/fuzz/README.md": "fuzzing",
    "xsd/README.md": "schemas",
}
"""Pages elsewhere, and their names under ``project``."""
PLACES = {
    "README.md": "docs/index.md",
    **{page: f"docs/project/{name}.md" for page, name in COPIES.items()},
    **{
        posixpath.dirname(page): f"docs/project/{name}.md"
        for page, name in COPIES.items()
        if page.endswith("/README.md")
    },
}
"""Where links to files and folders elsewhere lead."""
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)\s#]+)((?:#[^)\s]*)?)(?=[)\s])")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def write(folder: Path) -> None:
    """Write the copies into a folder; what has not changed keeps its time, and what is no more goes."""
    pages = {f"{name}.md": copied(page, f"docs/project/{name}.md") for page, name in COPIES.items()}
    write_all(folder, pages)


def write_all(folder: Path, pages: dict[str, str]) -> None:
    """Make a folder hold these pages and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file() and old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def copied(page: str, to: str) -> str:
    """Return the text of a page with its links as they are from another place."""
    return relinked((ROOT / page).read_text(encoding="utf-8"), page, to)


def relinked(text: str, page: str, to: str) -> str:
    """Return a text of ``page`` with its links as they must be on the page ``to``, examples aside."""
    home, there = posixpath.dirname(page), posixpath.dirname(to)

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(home, found[1]))
        return posixpath.relpath(PLACES.get(target, target), there) + found[2]

    return outside_of_examples(text, lambda part: _LINK.sub(link, part))


def outside_of_examples(text: str, change: Callable[[str], str]) -> str:
    """Return a text changed everywhere but in its fenced blocks."""
    parts, last = [], 0
    for fence in _FENCE.finditer(text):
        parts += [change(text[last : fence.start()]), fence[0]]
        last = fence.end()
    return "".join([*parts, change(text[last:])])
