"""Writes ``reference/rules.md`` from the table of rules; the tests fail when the page is not what this makes."""

from __future__ import annotations

from pathlib import Path

from cim61968_9.validation.rules import CHECKS, PAIR_CHECKS, RULES, STRUCTURE

PAGE = Path(__file__).resolve().parent / "reference" / "rules.md"
GROUPS = {
    "XSD": "Structure: what the schemas say",
    "ENV1": "Form: how the message came",
    "ENV2": "Envelope: verb, noun, addresses, and what each request brings along",
    "ENV3": "Replies: result, errors, and the request that they answer",
    "ENV4": "Operation sets",
    "COR": "Correlation",
    "TIM": "Time",
    "FND": "Findings themselves",
}
KINDS = {
    "RequestMessage": "requests",
    "ResponseMessage": "responses",
    "EventMessage": "events",
    "FaultMessage": "faults",
    "OperationSet": "operation sets",
}
START = """\
# Rules

Every finding names a rule. This page lists them all; it is made from the table that the library itself uses
(`python docs/make_rules.py`). "Source" says where a rule comes from: clauses are those of IEC 61968-100 edition 1, in
our own words; rules of structure follow from the [schemas](../../xsd/README.md).

| Severity | Reading | Building |
|---|---|---|
| error | `mode="strict"` refuses the message | refused |
| warning | a finding; `cim.read` warns | refused by the builders |
| info | a finding; `cim.read` says nothing | refused by the builders |

`cim.load(source).findings` has the findings of a message that is read, `cim.check(message)` those of one in memory, and
`cim.check(reply, answers=request)` those of a reply beside its request. `mode="raw"` looks for none.
"""


def page() -> str:
    """Return the text of the page."""
    parts = [START]
    for prefix, title in GROUPS.items():
        names = [name for name in sorted(RULES) if name.startswith(prefix)]
        parts += [f"\n## {title}\n", "| Rule | Severity | Title | Applies to |", "|---|---|---|---|"]
        parts += [
            f"| [{name}](#{name.lower()}) | {RULES[name].severity} | {RULES[name].title} | {_on(name)} |"
            for name in names
        ]
        for name in names:
            parts += ["", *_section(name)]
    return "\n".join(parts) + "\n"


def _section(name: str) -> list[str]:
    rule = RULES[name]
    lines = [
        f"### {name}",
        "",
        f"**{rule.title[0].upper()}{rule.title[1:]}.**" + (f" {rule.reason}" if rule.reason else ""),
    ]
    lines += ["", f"Remedy: {rule.hint}."]
    return [*lines, "", f"Source: {rule.source}."] if rule.source else lines


def _on(name: str) -> str:
    if name in STRUCTURE:
        return "all"
    if any(name == entered for entered, _ in PAIR_CHECKS):
        return "responses beside their request"
    return ", ".join(word for kind, word in KINDS.items() if any(name == entered for entered, _ in CHECKS[kind]))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
