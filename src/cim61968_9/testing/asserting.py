"""The assertion of tests: that a message is valid, else what is wrong with it, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..checking import check
from ..model import Element
from ..replying import Answered
from ..validating import validate
from ..validation.finding import Finding, Severity, SeverityName
from ..validation.plugins import load_rules
from ..validation.rendering.cleaning import one_line
from ..validation.report import Report
from ..validation.settings import Settings
from ..xml.parse import Source
from ..xml.reader import load

__all__ = ["assert_valid"]

_ALL = Settings()
_SHOWN = 20


def assert_valid(
    message: Element | Source,
    *,
    answers: Answered | Source | None = None,
    settings: Settings | None = None,
    fail_on: Severity | SeverityName = Severity.ERROR,
) -> None:
    """Assert that schema and rules find no error in a message or payload: an object, or a document in any form.

    ``fail_on`` is the severity from which a finding counts. By default only errors do: what is valid by its schema, and
    yet no receiver would take, such as MeterReadings under the noun MeterConfig, is a warning, and passes;
    ``"warning"`` is for messages of your own, and ``"info"`` takes everything that is remarkable for a mistake.

    ``answers`` is the request that a reply answers, or that has caused an event: then they have to fit each other as
    well. ``settings`` choose rules, :meth:`Settings.find` those of a project.

    >>> import cim61968_9 as cim
    >>> from cim61968_9.testing import assert_valid
    >>> assert_valid(cim.sample("MeterReadings"), fail_on="warning")

    Raises:
        AssertionError: There are findings that count; its text lists them with their places.
        TypeError: It is neither a message nor a source of one, or ``answers`` is none that can be answered.
        ValueError: There is no such severity.
        OSError: A file cannot be read.
    """
    __tracebackhide__ = True
    chosen, least = settings or _ALL, Severity(fail_on)
    report = _report(message, answers, chosen)
    if report.at_least(least):
        raise AssertionError(_told(report, least))


def _report(message: Any, answers: Any, settings: Settings) -> Report:
    """Return the report of an object, or of a document; a pair is checked as objects, and so has no lines."""
    if not isinstance(message, Element) and answers is None:
        return validate(message, settings=settings)
    load_rules()
    found: list[Finding] = []
    if not isinstance(message, Element):
        found += validate(message, settings=settings).findings
        message = load(message).message
    request: Any = answers if answers is None or isinstance(answers, Element) else load(answers).message
    known = {(one.rule, one.path) for one in found}
    found += [one for one in settings.apply(check(message, answers=request)) if (one.rule, one.path) not in known]
    name = getattr(message, "summary", type(message).__name__)
    return Report(source=name, findings=tuple(found))


def _told(report: Report, least: Severity) -> str:
    """Return what is wrong, worst first, in as many lines as people read."""
    ranks = list(Severity)
    counted = [one for one in report.findings if ranks.index(one.severity) <= ranks.index(least)]
    counted.sort(key=lambda one: ranks.index(one.severity))
    others = len(report.findings) - len(counted)
    lines = [f"{one_line(report.source)} is not valid: {_numbers(counted)}"]
    lines += [f"  {one.severity} {one_line(str(one), longest=600)}" for one in counted[:_SHOWN]]
    if (rest := len(counted) - _SHOWN) > 0:
        lines.append(f"  ... and {rest:,} more")
    if others:
        lines.append(f"  besides, {_numbers(one for one in report.findings if one not in counted)}")
    return "\n".join(lines)


def _numbers(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    severities = [one.severity for one in findings]
    counts = {severity: severities.count(severity) for severity in Severity}
    return ", ".join(f"{count:,} {severity}{'s' if count > 1 else ''}" for severity, count in counts.items() if count)
