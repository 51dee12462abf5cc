"""Reports as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from ..finding import Finding, Severity
from ..report import Report
from ..rules import RULES
from .cleaning import one_line

__all__ = ["as_github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_MORE_ESCAPES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(reports: Sequence[Report]) -> str:
    """Return a command for each finding, and for each source that cannot be read."""
    lines = []
    for report in reports:
        if report.problem:
            lines.append(_command("error", report.source, {}, "cannot be read", report.problem))
        lines += [_finding(report.source, finding) for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _finding(source: str, finding: Finding) -> str:
    place = {name: value for name, value in (("line", finding.line), ("col", finding.column)) if value}
    at = f"at {finding.path}" if finding.path else ""
    title = f"{finding.rule} {RULES[finding.rule].title}" if finding.rule in RULES else finding.rule
    return _command(_COMMANDS[finding.severity], source, place, title, finding.message, at, finding.hint)


def _command(name: str, source: str, place: dict[str, int], title: str, *lines: str) -> str:
    file = {"file": source} if source != "-" else {}
    properties = {**file, **place, "title": title}
    told = ",".join(f"{key}={one_line(str(value)).translate(_MORE_ESCAPES)}" for key, value in properties.items())
    text = "\n".join(one_line(line) for line in lines if line)
    return f"::{name} {told}::{text.translate(_ESCAPES)}"
