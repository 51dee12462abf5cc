"""Reports as JUnit XML, which CI servers show as test results."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..finding import Finding, Severity
from ..report import Report
from ..rules import RULES
from .cleaning import one_line, plain
from .text import place_of, unlisted_of

__all__ = ["as_junit"]


def as_junit(reports: Sequence[Report], *, fail_on: Severity = Severity.ERROR) -> str:
    """Return a suite for each source, with a case for each rule that has findings there.

    Findings below ``fail_on`` are output of a case that passes. A source without findings is one case that passes, one
    that cannot be read is one with an error.
    """
    root = etree.Element("testsuites", name="cim61968-9")
    for report in reports:
        root.append(_suite(report, fail_on))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    etree.indent(root)
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report, fail_on: Severity) -> etree._Element:
    source = one_line(report.source)
    suite = etree.Element("testsuite", name=source, file=source)
    if report.problem:
        case = etree.SubElement(suite, "testcase", classname=source, name="can be read")
        etree.SubElement(case, "error", type="unreadable", message=one_line(report.problem))
    elif not (report.findings or report.unlisted):
        etree.SubElement(suite, "testcase", classname=source, name="no findings")
    groups: dict[str, tuple[list[Finding], list[Finding]]] = {}
    for number, findings in enumerate((report.findings, report.unlisted)):
        for finding in findings:
            groups.setdefault(finding.rule, ([], []))[number].append(finding)
    for rule, (listed, unlisted) in groups.items():
        _case(suite, report.source, rule, listed, unlisted, fail_on)
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    return suite


def _case(
    suite: etree._Element, source: str, rule: str, listed: list[Finding], unlisted: list[Finding], fail_on: Severity
) -> None:
    title = f"{rule} {RULES[rule].title}" if rule in RULES else rule
    case = etree.SubElement(suite, "testcase", classname=one_line(source), name=one_line(title))
    ranks = list(Severity)
    found = [*listed, *unlisted]
    rest = unlisted_of([unlisted])
    worst = min(found, key=lambda one: ranks.index(one.severity))
    if ranks.index(worst.severity) <= ranks.index(fail_on):
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = one_line(worst.message) + more if listed else rest
        part = etree.SubElement(case, "failure", type=str(worst.severity), message=message)
    else:
        part = etree.SubElement(case, "system-out")
    part.text = plain("\n".join([*(_told(source, one) for one in listed), *filter(None, [rest])]))


def _told(source: str, finding: Finding) -> str:
    at = f"\n    at {one_line(finding.path)}" if finding.path else ""
    hint = f"\n    {one_line(finding.hint)}" if finding.hint else ""
    return f"{place_of(source, finding.line, finding.column)}: {finding.severity} {one_line(finding.message)}{at}{hint}"
