"""References of signatures and docstrings lead to where a name is told of, however its module calls it."""

from __future__ import annotations

import builtins
import sys

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import find_pending_xref_condition

import cim61968_9 as cim

_BUILTIN = set(dir(builtins))


def plain(app: Sphinx, document: nodes.document) -> None:
    """Make builtin types plain text: Sphinx would take ``object`` for the next best member of that name."""
    for node in list(document.findall(pending_xref)):
        if node.get("refdomain") == "py" and node.get("reftarget") in _BUILTIN:
            shown = find_pending_xref_condition(node, "*")
            node.replace_self((node if shown is None else shown).children)


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element) -> nodes.Element | None:
    """Return a reference to what has the name and is told of, or to the page of a noun.

    Annotations name the module that a class is in, docstrings often just the class: the last part decides.
    """
    if node.get("refdomain") != "py":
        return None
    target = str(node.get("reftarget", ""))
    parts = target.lstrip("~.").split(".")
    if len(parts) > 1 and parts[0] not in {"cim61968_9", "cim"} and not parts[-2][:1].isupper():
        return None  # of another library
    if parts[-1] in cim.PROFILES:
        return _link(app, node, f"reference/nouns/{parts[-1]}", "", content)
    last = ".".join(parts[-2:] if len(parts) > 1 and parts[-2][:1].isupper() else parts[-1:])
    known = env.domains.python_domain.objects
    found = {(one.docname, one.node_id) for name, one in known.items() if name.endswith(f".{last}") and not one.aliased}
    if len(found) > 1:
        found = {(known[name].docname, known[name].node_id) for name in (f"cim61968_9.{last}",) if name in known}
    if len(found) == 1:
        return _link(app, node, *found.pop(), content)
    return content.deepcopy() if _is_there(parts) else None


def _is_there(parts: list[str]) -> bool:
    """Whether the library has something of that name which has no page, being no part of its door."""
    last = parts[-1]
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("cim61968_9")]
    owners = {parts[-2]} if len(parts) > 1 and parts[-2][:1].isupper() else set()
    holders = [vars(module).get(owner) for module in modules for owner in owners] or modules
    return any(last in vars(holder) for holder in holders if holder is not None) or any(
        module.__name__.endswith(f".{last}") for module in modules
    )


def _link(app: Sphinx, node: pending_xref, page: str, anchor: str, content: nodes.Element) -> nodes.Element:
    uri = app.builder.get_relative_uri(str(node["refdoc"]), page) + (f"#{anchor}" if anchor else "")
    return nodes.reference("", "", content.deepcopy(), internal=True, refuri=uri)


def setup(app: Sphinx) -> dict[str, bool]:
    """Resolve what Sphinx itself does not find."""
    app.connect("doctree-read", plain)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
