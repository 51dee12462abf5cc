"""Reports as a JSON document for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..finding import Finding, Severity, tally
from ..report import Report
from .cleaning import long_text

__all__ = ["VERSION", "as_json"]

VERSION = 1
"""Of the document; it grows when a member goes away or changes its meaning, not when one is added."""


def as_json(reports: Sequence[Report]) -> str:
    """Return a document with counts, and the findings of each source; unknown lines and columns are null.

    Of the findings that are counted, ``unlisted`` ones are not among those of the sources: they are below what is
    shown, or beyond the limit. FND001, which stands for the latter, is not counted itself.
    """
    from ... import __version__

    document = {
        "version": VERSION,
        "tool": {"name": "cim61968-9", "version": __version__},
        "summary": {
            "sources": len(reports),
            "unreadable": sum(bool(report.problem) for report in reports),
            **{f"{severity}s": sum(report.count(severity) for report in reports) for severity in Severity},
            "unlisted": sum(map(_unlisted, reports)),
        },
        "reports": [_report(report) for report in reports],
    }
    return json.dumps(document, indent=2) + "\n"


def _unlisted(report: Report) -> int:
    beyond = sum(number for one in report.findings for _, _, number in one.stands_for)
    return beyond + tally(report.unlisted).total()


def _report(report: Report) -> dict[str, Any]:
    return {
        "source": long_text(report.source),
        "ok": report.ok,
        "problem": long_text(report.problem) or None,
        "kind": long_text(report.kind),
        "verb": long_text(report.verb),
        "noun": long_text(report.noun),
        "dialect": long_text(str(report.dialect or "")),
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": long_text(finding.rule),
        "severity": str(finding.severity),
        "message": long_text(finding.message),
        "path": long_text(finding.path),
        "line": finding.line,
        "column": finding.column,
        "value": None if finding.value is None else long_text(finding.value),
        "hint": long_text(finding.hint),
    }
