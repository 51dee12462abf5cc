"""Reports as text for people, and in the formats that CI servers and code hosts take.

A format is one module with one pure function from reports to text; its row in :data:`FORMATS` makes it known to
:func:`render` and to the command. Its module is loaded when it is first asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import Any

from ..finding import Severity
from ..report import Report

__all__ = ["FORMATS", "render"]

FORMATS: Mapping[str, tuple[str, ...]] = {
    "text": ("colour",),
    "json": (),
    "junit": ("fail_on",),
    "sarif": (),
    "github": (),
}
"""The formats, each with the options it heeds: ``NAME`` is the function ``as_NAME`` of the module ``NAME``."""


def render(
    reports: Iterable[Report],
    output_format: str,
    *,
    colour: bool = False,
    fail_on: Severity | str = Severity.ERROR,
) -> str:
    """Return reports in a format: text, json, junit, sarif or github.

    ``colour`` puts terminal colours into text; ``fail_on`` is the severity from which JUnit counts a finding as a
    failure.

    >>> from cim61968_9.validation.report import Report
    >>> print(render([Report(source="reply.xml")], "text"), end="")
    1 source checked: no findings

    Raises:
        ValueError: There is no such format.
    """
    if output_format not in FORMATS:
        raise ValueError(f"output format is {output_format!r}; expected one of {', '.join(FORMATS)}")
    given: dict[str, Any] = {"colour": colour, "fail_on": Severity(fail_on)}
    options = {name: given[name] for name in FORMATS[output_format]}
    module = importlib.import_module(f".{output_format}", __name__)
    text: str = getattr(module, f"as_{output_format}")(tuple(reports), **options)
    return text
