"""Reports as SARIF 2.1.0, the format of tools that look at code and documents.

Source: SARIF 2.1.0, OASIS, section 3.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ..finding import Finding, Severity
from ..report import Report
from ..rules import RULES
from ..rules.examples import reason
from .cleaning import long_text, plain
from .text import place_of

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def as_sarif(reports: Sequence[Report]) -> str:
    """Return one run with all rules that occur and a result for each finding.

    Results have the place in the file and, as logical location, the path in CIM names. Standard input is no file, and a
    member of an archive is in one that has no lines: the messages of those begin with the place. Sources that cannot be
    read are notifications of a run that was not successful.
    """
    from ... import __version__

    first: dict[str, Finding] = {}
    for report in reports:
        for finding in report.findings:
            first.setdefault(finding.rule, finding)
    index = {rule: number for number, rule in enumerate(sorted(first))}
    problems = [_notification(report) for report in reports if report.problem]
    invocation: dict[str, Any] = {"executionSuccessful": not problems}
    if problems:
        invocation["toolExecutionNotifications"] = problems
    driver = {
        "name": "cim61968-9",
        "semanticVersion": __version__,
        "rules": [_rule(rule, first[rule]) for rule in index],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, one, index[one.rule]) for report in reports for one in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str, finding: Finding) -> dict[str, Any]:
    known = RULES.get(name)
    why = reason(name) if known is not None else ""
    title = known.title if known is not None else name
    remedy = known.hint if known is not None else finding.hint
    descriptor: dict[str, Any] = {
        "id": plain(name),
        "name": "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", title)) or plain(name),
        "shortDescription": _message(_sentence(title)),
        "fullDescription": _message(why.replace("``", "") if why else _sentence(title)),
        "defaultConfiguration": {"level": _LEVELS[known.severity if known is not None else finding.severity]},
    }
    if remedy:
        descriptor["help"] = _message(_sentence(remedy))
    return descriptor


def _result(report: Report, finding: Finding, index: int) -> dict[str, Any]:
    place = "" if _has_lines(report) else f"{place_of(report.source, finding.line, finding.column)}: "
    hint = f"; {finding.hint}" if finding.hint else ""
    return {
        "ruleId": plain(finding.rule),
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(f"{place}{finding.message}{hint}"),
        "locations": [location] if (location := dict(_location(report, finding))) else [],
    }


def _location(report: Report, finding: Finding) -> Iterator[tuple[str, Any]]:
    yield from _file(report, finding)
    if finding.path:
        path = long_text(finding.path)
        yield "logicalLocations", [{"name": path.rpartition("/")[2], "fullyQualifiedName": path, "kind": "element"}]


def _has_lines(report: Report) -> bool:
    return report.source != "-" and not report.archive


def _file(report: Report, finding: Finding | None = None) -> Iterator[tuple[str, Any]]:
    """Yield the physical location, nothing for standard input."""
    name = report.archive or report.source
    if name == "-":
        return
    place: dict[str, Any] = {"artifactLocation": _artifact(name)}
    if finding is not None and _has_lines(report) and finding.line is not None and finding.line > 0:
        place["region"] = {"startLine": finding.line}
        if finding.column is not None and finding.column > 0:
            place["region"]["startColumn"] = finding.column
    yield "physicalLocation", place


def _artifact(source: str) -> dict[str, str]:
    """Return a file: relative to the checkout when its path is relative."""
    path = PurePath(source)
    if path.is_absolute():
        return {"uri": f"file://{quote(_slashed(path), errors='backslashreplace')}"}
    return {"uri": quote(_slashed(path), errors="backslashreplace"), "uriBaseId": "%SRCROOT%"}


def _slashed(path: PurePath) -> str:
    text = path.as_posix()
    return text if text.startswith("/") or not path.is_absolute() else f"/{text}"


def _notification(report: Report) -> dict[str, Any]:
    source = "" if _has_lines(report) else f"{report.source}: "
    place = dict(_file(report))
    message = _message(f"{source}cannot be read: {report.problem}")
    return {"level": "error", "message": message, "locations": [place] if place else []}


def _message(text: str) -> dict[str, str]:
    """Return a message; brackets that viewers would take for a link are escaped."""
    return {"text": _LINK.sub(r"\\[", long_text(text)) or "-"}


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else text
