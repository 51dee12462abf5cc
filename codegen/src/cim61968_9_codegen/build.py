"""Builds a package of classes from schema files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .analyse import load
from .decisions import Decisions
from .emit import Layout, public_modules, render
from .model import SchemaDef
from .sharing import plan

__all__ = ["build", "project_files", "sources", "write"]


def sources(schemas: Sequence[SchemaDef], layout: Layout, door: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield the relative path and the source of every file for the given schemas.

    With ``door``, a public module for every schema goes to that package beside the generated one.
    """
    decisions = Decisions.load()
    modules = plan(schemas, decisions)
    yield from render(modules, decisions, layout)
    if door:
        yield from public_modules(modules, decisions, layout, door)


def build(folder: Path, package: str, out: Path) -> list[Path]:
    """Generate ``package`` below ``out`` from all schemas in ``folder``; returns the files written.

    Raises:
        UnsupportedSchemaError: Schemas use what classes cannot express; the error lists all of it.
        ValueError: There is no schema in the folder, or one is wrong.
    """
    schemas = load(sorted(folder.rglob("*.xsd")))
    layout = Layout(package, "cim61968-9-codegen build")
    target = out.joinpath(*package.split("."))
    return write(target, sources(schemas, layout))


def project_files(root: Path) -> dict[Path, str]:
    """Return what the generated part of the library itself must look like, by absolute path."""
    layout = Layout("cim61968_9._generated", "nox -s codegen")
    schemas = load(sorted((root / "xsd" / "2011").glob("*.xsd")))
    library = root / "src" / "cim61968_9"
    files: dict[Path, str] = {}
    for path, text in sources(schemas, layout, door="../profiles"):
        files[(library / "_generated" / path).resolve()] = text
    return files


def write(target: Path, files: Iterable[tuple[str, str]]) -> list[Path]:
    """Write files below a folder."""
    written = []
    for relative, text in files:
        path = target / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
