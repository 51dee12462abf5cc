"""What the library says, in the words of the command: its names of sources, and its options."""

from __future__ import annotations

import re
from pathlib import PurePath

from attrs import evolve

from ..validation.finding import Finding

__all__ = ["finding_of", "reason_of_source"]

_LIMIT = re.compile(r"\bLimits\(max_(bytes|ratio|findings)=\.\.\.\)")
_ANY = "cim.Limits(...)"
_OPTIONS = "--max-bytes or --max-ratio"
_NAMELESS = "bytes"
"""What the library calls a source that is not a file."""


def finding_of(finding: Finding, name: str) -> Finding:
    """Return a finding; one about a source as a whole without the name of that, and with options for limits."""
    if not finding.rule.startswith(("XML", "FND")):
        return finding
    title, mark, rest = finding.message.partition(": ")
    hint = _with_options(finding.hint).replace(_ANY, _OPTIONS)
    return evolve(finding, message=f"{title}{mark}{reason_of_source(rest, name)}", hint=hint)


def reason_of_source(text: str, name: str) -> str:
    """Return what an error says without the name of the source that it begins with, and with options for limits."""
    for begin in (name, PurePath(name).name, _NAMELESS):
        for mark in (": ", ", "):
            if begin and text.startswith(begin + mark):
                return _with_options(text.removeprefix(begin + mark))
    return _with_options(text)


def _with_options(text: str) -> str:
    return _LIMIT.sub(r"--max-\1", text)
