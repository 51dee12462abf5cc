"""From a plan of modules to Python source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .classes import module_source
from .decisions import Decisions
from .sharing import Module
from .source import Layout, first_sentence, header, import_line, quote

__all__ = ["Layout", "public_modules", "render"]


def render(modules: Sequence[Module], decisions: Decisions, layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield the relative path and the source of every file of the package."""
    for module in modules:
        yield f"{module.name.replace('.', '/')}.py", module_source(module, decisions, layout)
    if any(module.name.startswith("common.") for module in modules):
        yield "common/__init__.py", header(layout, "Types that several schemas have in common.", [])
    yield "__init__.py", _index(modules, layout)
    yield "roots.py", _roots(modules, layout)


def public_modules(
    modules: Sequence[Module], decisions: Decisions, layout: Layout, door: str
) -> Iterator[tuple[str, str]]:
    """Yield a public module for every schema of a noun: the names of its classes, taken from the generated ones."""
    for module in modules:
        if module.schema is None or decisions.is_private(module.schema.name):
            continue
        names = sorted(set(module.reexports))
        origin: dict[str, list[str]] = {}
        for name in names:
            origin.setdefault(module.imports.get(name, module.name), []).append(name)
        doc = f"The classes of {module.schema.name}: {first_sentence(module.schema.doc)}"
        lines = [header(layout, doc, [module])]
        lines += (import_line(f"{layout.package}.{home}", origin[home]) for home in sorted(origin))
        lines.append("\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n")
        yield f"{door}/{module.name}.py", "".join(lines)


def _index(modules: Sequence[Module], layout: Layout) -> str:
    rows = []
    for module in modules:
        schema = module.schema
        if schema is None:
            continue
        for root, name in module.roots.items():
            values = (root, schema.namespace, f"{layout.package}.{module.name}", name, f"{schema.name}.xsd")
            about = (schema.edition, schema.confidence, schema.evidence, schema.estimate)
            rows.append("    (\n" + "".join(f"        {quote(value)},\n" for value in values + about) + "    ),\n")
    doc = "Every root element: name, namespace, module, class, schema, edition, confidence, evidence, estimate."
    return header(layout, doc, []) + "ROOTS: tuple[tuple[str, ...], ...] = (\n" + "".join(rows) + ")\n"


def _roots(modules: Sequence[Module], layout: Layout) -> str:
    names: list[str] = []
    lines = [header(layout, "The class of every root element, for type checkers.", [])]
    for module in modules:
        roots = sorted(set(module.roots.values()))
        own = [name for name in roots if name not in names]
        if own:
            lines.append(import_line(f"{layout.package}.{module.name}", own))
            names += own
    listed = "".join(f'    "{name}",\n' for name in sorted(names))
    return "".join(lines) + f"\n__all__ = [\n{listed}]\n"
