"""Writes ``reference/rules.md`` from the rules and their examples; the tests fail when the page is not what this makes.

Each family of rules has a heading here; one that has none yet stands under its letters, so that no rule is lost.
"""

from __future__ import annotations

from pathlib import Path

from cim61968_9.validation.rules import CHECKS, CONTENT_CHECKS, PAIR_CHECKS, RULES, STRUCTURE
from cim61968_9.validation.rules.examples import Example, example, reason

PAGE = Path(__file__).resolve().parent / "reference" / "rules.md"
FAMILIES = {
    "XML": "XML: whether there is anything to read",
    "XSD": "Structure: what the schemas say",
    "ENV1": "Form: how the message came",
    "ENV2": "Envelope: verb, noun, addresses, and what each request brings along",
    "ENV3": "Replies: result, errors, and the request that they answer",
    "ENV4": "Operation sets",
    "ENV5": "Standing of the schemas",
    "COR": "Correlation",
    "TIM2": "Time in the envelope",
    "TIM3": "Time in payloads",
    "RDT": "Reading types",
    "QUA": "Reading qualities",
    "VAL": "Values",
    "EVT1": "Events",
    "EVT2": "Controls",
    "MAS": "Master data: identification and linkage",
    "REF": "References",
    "FND": "Findings themselves",
}
"""Headings by how the ids start; the longest start that fits counts."""
KINDS = {
    "RequestMessage": "requests",
    "ResponseMessage": "responses",
    "EventMessage": "events",
    "FaultMessage": "faults",
    "OperationSet": "operation sets",
}
IN_MEMORY = {"XSD102", "XSD103", "XSD104", "XSD106", "XSD107", "XSD110", "XSD113"}
"""Rules of structure that an object in memory can break, so that it may not be written."""
UNREADABLE = ("XML", "ENV100", "ENV122")
"""Rules, by the start of their ids, that say why there is no message."""
START = """\
# Rules

Every finding names a rule. This page lists them all, with an example of each; it is made from the tables that the
library itself uses (`python docs/make_rules.py`), and `cim61968-9 rules ENV201` shows the same in a terminal. "Source"
says where a rule comes from: a clause of IEC 61968-100, a part of IEC 61968-9, or what was seen in the field, in our
own words; rules of structure follow from the [schemas](../../xsd/README.md). How to choose rules, and how to add your
own: [choose and add rules](../how-to/choose-and-add-rules.md).

| Severity | Validating | Reading | Building |
|---|---|---|---|
| error | `report.ok` is false | `mode="strict"` refuses the message | refused |
| warning | listed | a finding; `cim.read` warns | refused by the builders |
| info | listed | a finding; `cim.read` says nothing | refused by the builders |

| Rules of | `cim.validate(source)` | `cim.load(source).findings` | `cim.check(message)` | builders such as `cim.get` |
|---|---|---|---|---|
| XML, root element | yes | an error is raised | | |
| structure and form | yes | yes | what objects can break | when it is written |
| envelope and replies | yes | yes | yes | yes |
| payloads | yes | | yes | |
| a reply beside its request | | | `cim.check(reply, answers=request)` | `cim.reply(request, ...)` |

`mode="raw"` looks for nothing. An example that is part of a message stands in one that is right otherwise.
"""


def page() -> str:
    """Return the text of the page."""
    parts = [START, "| Rules | About |", "|---|---|"]
    families = by_family()
    parts += [f"| {_span(names)} | {title} |" for title, names in families.items()]
    for title, names in families.items():
        parts += [f"\n## {title}\n", "| Rule | Severity | Title | Applies to |", "|---|---|---|---|"]
        parts += [
            f"| [{name}](#{name.lower()}) | {RULES[name].severity} | {RULES[name].title} | {_on(name)} |"
            for name in names
        ]
        for name in names:
            parts += ["", *_section(name)]
    return "\n".join(parts) + "\n"


def by_family() -> dict[str, list[str]]:
    """Return the ids of all rules by their heading, in the order of the page."""
    found: dict[str, list[str]] = {title: [] for title in FAMILIES.values()}
    for name in sorted(RULES):
        start = max((one for one in FAMILIES if name.startswith(one)), key=len, default="")
        title = FAMILIES.get(start, f"{name.rstrip('0123456789')}: further rules")
        found.setdefault(title, []).append(name)
    return {title: names for title, names in found.items() if names}


def _span(names: list[str]) -> str:
    first, last = names[0], names[-1]
    return f"[{first}](#{first.lower()})" + (f" to [{last}](#{last.lower()})" if first != last else "")


def _section(name: str) -> list[str]:
    rule = RULES[name]
    source = [f"Source: {rule.source}."] if rule.source else []
    return [
        f"### {name}",
        "",
        f"**{rule.title[0].upper()}{rule.title[1:]}.** {reason(name)}".rstrip(),
        "",
        " ".join([f"Severity: {rule.severity}. Looked for by {_when(name)}.", *source]),
        "",
        f"Remedy: {rule.hint}.",
        *_example(example(name)),
    ]


def _example(shown: Example | None) -> list[str]:
    if shown is None:
        return []
    language = "python" if shown.form == "python" else "xml"
    bad = f"Bad, {_code(shown)}" if shown.place else "Bad"
    return [*_block(bad, shown.bad, language), *_block("Good", shown.good, language)]


def _block(words: str, text: str, language: str) -> list[str]:
    return ["", f"{words}:", "", f"```{language}", text, "```"] if text else ["", f"{words}: it is left out."]


def _code(shown: Example) -> str:
    """Return the place of an example with its path and its limits as code."""
    if shown.at:
        return shown.place.removesuffix(shown.at) + f"`{shown.at}`"
    before, word, limits = shown.place.partition("with ")
    return f"{before}{word}`{limits}`" if shown.limits else shown.place


def _on(name: str) -> str:
    """Return what a rule is about: kinds of message, or elements of payloads."""
    if name in STRUCTURE:
        return "all"
    if any(name == entered for entered, _ in PAIR_CHECKS):
        return "responses beside their request"
    kinds = [word for kind, word in KINDS.items() if any(name == entered for entered, _ in CHECKS.get(kind, ()))]
    return ", ".join([*kinds, *_subjects(name)])


def _subjects(name: str) -> list[str]:
    found = dict.fromkeys(subject for subject, entered, _ in CONTENT_CHECKS if name == entered)
    names = [subject.__name__ if isinstance(subject, type) else subject for subject in found]
    return ["payloads" if one == "Root" else f"`{one}`" for one in names]


def _when(name: str) -> str:
    """Return the functions that look for a rule."""
    if name.startswith(UNREADABLE):
        return "`cim.validate`; reading raises an error"
    if name == "XSD113":
        return "`cim.check` and writing"
    if name in STRUCTURE:
        return (
            "`cim.validate`, `cim.load`, `cim.check` and writing"
            if name in IN_MEMORY
            else "`cim.validate` and `cim.load`"
        )
    if any(name == entered for entered, _ in PAIR_CHECKS):
        return "`cim.check(reply, answers=request)` and `cim.reply`"
    if any(name == entered for _, entered, _ in CONTENT_CHECKS):
        return "`cim.validate` and `cim.check`"
    return "`cim.validate`, `cim.load`, `cim.check` and the builders"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
