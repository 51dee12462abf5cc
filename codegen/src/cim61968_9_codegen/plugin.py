"""The generator as a plugin of xsdata: ``xsdata generate schemas --output cim61968-9 --package mine``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from xsdata.codegen.models import Class
from xsdata.codegen.writer import CodeWriter
from xsdata.formats.mixins import AbstractGenerator, GeneratorResult

from .analyse import load
from .build import sources
from .emit import Layout

__all__ = ["CimGenerator"]


class CimGenerator(AbstractGenerator):
    """Writes attrs classes with field tables, for the reader and writer of ``cim61968-9``."""

    def render(self, classes: list[Class]) -> Iterator[GeneratorResult]:
        """Yield the modules of the package that the configuration names, from the files the classes come from."""
        package = self.config.output.package
        target = Path.cwd().joinpath(*package.split("."))
        layout = Layout(package, "xsdata generate --output cim61968-9")
        for path, source in sources(load(_files(classes)), layout):
            yield GeneratorResult(target / path, f"{package}.{path}", source)

    def render_header(self) -> str:
        """Return nothing: every module has a header of its own."""
        return ""


def _files(classes: list[Class]) -> list[Path]:
    found = {}
    for cls in classes:
        parts = urlsplit(cls.location or "")
        if parts.scheme not in {"", "file"}:
            raise ValueError(f"{cls.location} is no file; save the schemas in a folder")
        if cls.location:
            found[Path(unquote(parts.path))] = cls
    return sorted(found)


CodeWriter.register_generator("cim61968-9", CimGenerator)
