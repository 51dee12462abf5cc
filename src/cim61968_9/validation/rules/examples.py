"""Examples of the rules, one bad and one good of each: data in ``_examples``, one table a rule, in one of these forms.

A part of a message; a test puts it into the base, and the page says "in a get(MeterReadings) request, in Header"::

    [ENV201]
    base = "get(MeterReadings)"      # a message of tests/docs/rule_bases.py
    at = "Header"                     # the parent of the part, below the root element; without it the root itself
    bad = "<Verb>created</Verb>"      # stands for the children of these names, in the namespace of the parent
    good = "<Verb>get</Verb>"         # bad or good may be empty, when it is about what is missing

The same for two messages: ``request`` is the base that the reply in question answers, ``reply`` the base that answers
the request in question. What cannot be shown so is a whole text, or an expression in Python that makes a message::

    [XML001]
    bad_document = "<Header>"         # good_document; bad_python and good_python
    limits = { max_depth = 100 }      # those of cim.Limits that the example needs

``reason`` says why the rule matters, for rules of structure, which have no function whose docstring says it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from attrs import field, frozen

from ...verbs import KIND_OF
from ._rule import RULES

__all__ = ["Entry", "Example", "entries", "example", "reason"]

_FOLDER = Path(__file__).parent / "_examples"
_WORDS = {"RequestMessage": "request", "ResponseMessage": "response", "EventMessage": "event"}
_KEYS = {"base", "at", "request", "reply", "limits", "reason"}
Form = Literal["part", "document", "python"]


@frozen(kw_only=True)
class Example:
    """A text that breaks a rule, and the same as it should be.

    ``form`` says whether the two are parts of the message ``base``, whole documents, or expressions in Python.
    """

    bad: str
    good: str
    form: Form = "part"
    base: str = ""
    at: str = ""
    request: str = ""
    reply: str = ""
    limits: Mapping[str, int] = field(factory=dict)

    @property
    def place(self) -> str:
        """Where the example stands, in words, such as "in a get(MeterReadings) request, in Header"; may be empty."""
        if self.form != "part":
            limits = ", ".join(f"{name}={number}" for name, number in self.limits.items())
            return f"with Limits({limits})" if limits else ""
        words = f"in {_named(self.base)}"
        if self.request:
            words += f" to {_named(self.request)}"
        if self.reply:
            words += f" that is answered by {_named(self.reply)}"
        return f"{words}, in {self.at}" if self.at else words


class Entry(NamedTuple):
    """What a file has for a rule."""

    example: Example
    reason: str


def example(rule: str) -> Example | None:
    """Return the example of a rule, None when it has none, as rules of other packages may."""
    entry = _entries().get(rule)
    return entry.example if entry is not None else None


def reason(rule: str) -> str:
    """Return why a rule matters: what the docstring of its function says, else what stands beside its example.

    Raises:
        KeyError: There is no such rule.
    """
    said = RULES[rule].reason
    return said if said or rule not in _entries() else _entries()[rule].reason


@cache
def _entries() -> dict[str, Entry]:
    return entries(_FOLDER)


def entries(folder: Path) -> dict[str, Entry]:
    """Return what the files of a folder have, by the ids of the rules.

    Raises:
        ValueError: An entry has none of the forms, or a rule has two.
    """
    found: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for rule, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if rule in found:
                raise ValueError(f"found a second example of {rule} in {path.name}, expected one of each rule")
            found[rule] = _entry(f"{path.name}, {rule}", dict(entry))
    return found


def _entry(place: str, entry: dict[str, Any]) -> Entry:
    forms: dict[str, Form] = {"": "part", "_document": "document", "_python": "python"}
    given = [(end, form) for end, form in forms.items() if {f"bad{end}", f"good{end}"} <= entry.keys()]
    if len(given) != 1 or ((form := given[0][1]) == "part") != ("base" in entry):
        raise ValueError(
            f"{place}: found {', '.join(entry) or 'nothing'}, expected base, bad and good, or bad_document and "
            "good_document, or bad_python and good_python"
        )
    end = given[0][0]
    bad, good = entry.pop(f"bad{end}"), entry.pop(f"good{end}")
    if unknown := entry.keys() - _KEYS:
        raise ValueError(f"{place}: found {', '.join(sorted(unknown))}, expected only {', '.join(sorted(_KEYS))}")
    why = " ".join(entry.pop("reason", "").split())
    return Entry(Example(bad=bad.strip("\n"), good=good.strip("\n"), form=form, **entry), why)


def _named(base: str) -> str:
    """Return a base with its article and the kind of message: "a get(MeterReadings) request"."""
    verb = base.partition("(")[0].rpartition(" ")[2]
    if "(" not in base and base[0].isupper():
        return base
    kind = _WORDS.get(KIND_OF.get(verb, ""), "")
    return f"{'an' if base[0] in 'aeiou' else 'a'} {base} {kind}".rstrip()
