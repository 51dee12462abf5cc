"""``cim61968-9 rules``: lists the rules, and explains one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..guard import usage
from ..streams import say, width
from ..tables import table

if TYPE_CHECKING:
    from ...validation.rules import Rule

__all__ = ["explained", "rules"]


def rules(
    rule: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The id of a rule, or the beginning of several.")
    ] = None,
) -> int:
    """List the rules of validate, or explain one."""
    from ...validation.plugins import load_rules
    from ...validation.rules import RULES

    load_rules()
    wanted = (rule or "").upper()
    if wanted in RULES:
        say("\n".join(explained(wanted)) + "\n")
        return 0
    found = {name: known for name, known in sorted(RULES.items()) if name.startswith(wanted)}
    if not found:
        families = sorted({name[:3] for name in RULES})
        usage(f"no rule {rule!r}; expected an id such as {min(RULES)}, or a beginning such as {', '.join(families)}")
    say(table(("RULE", "SEVERITY", "TITLE"), [(name, one.severity, one.title) for name, one in found.items()]))
    return 0


def explained(name: str) -> Iterator[str]:
    """Yield the lines that explain a rule, with an example where there is one."""
    from ...validation.rules import RULES
    from ...validation.rules.examples import example, reason

    rule: Rule = RULES[name]
    room = width()
    yield f"{name} ({rule.severity}): {rule.title}"
    if why := reason(name):
        yield from ("", *textwrap.wrap(_plain(why), room))
    yield from ("", *textwrap.wrap(f"What to do: {rule.hint}", room, subsequent_indent="  "))
    if rule.source:
        yield from textwrap.wrap(f"Source: {rule.source}", room, subsequent_indent="  ")
    if (shown := example(name)) is not None:
        place = f", {shown.place}" if shown.place else ""
        for word, text in (("Bad", shown.bad), ("Good", shown.good)):
            yield from ("", f"{word}{place}:", *(f"    {line}" for line in text.strip().splitlines() or ["(nothing)"]))


def _plain(text: str) -> str:
    return text.replace("``", "")
