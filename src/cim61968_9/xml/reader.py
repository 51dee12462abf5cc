"""The reading verbs: :func:`read` for a message, :func:`load` for a message with its findings."""

from __future__ import annotations

import gc
import warnings
from collections import Counter
from itertools import islice
from typing import Any, Literal

from attrs import field, frozen

from .._mixins import EnvelopeMessage
from ..errors import CimWarning, InvalidMessageError
from ..validation.finding import Finding, Severity
from ..validation.rules import RULES, Broken, finding, is_plain, review
from .audit import Problem, audit
from .compile_reader import reader
from .frame import Frame, frame_of, payload_of
from .limits import Limits
from .locate import Finder, Place, locate
from .parse import Parsed, Source, parse
from .reading import Reading

__all__ = ["Loaded", "Mode", "load", "read", "warn_of"]

Mode = Literal["strict", "lax", "raw"]
_MODES = ("strict", "lax", "raw")
_LIMITS = Limits()


@frozen
class Loaded:
    """A message with what reading found.

    ``dialect`` names how the sender departs from the standard's own form, empty when it does not.
    """

    message: Any
    findings: tuple[Finding, ...] = field(default=())
    dialect: str = ""

    @property
    def ok(self) -> bool:
        """Whether the message is valid against its schema: no finding is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def read(source: Source, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> Any:
    """Read a message, or a bare payload, into typed objects.

    ``source`` is a path, a text that begins with ``<``, bytes, a file object, or an lxml element; gzip is seen through.
    ``mode="strict"`` accepts only what the schema does; ``"lax"`` reads everything that can be read, keeps the rest on
    the objects, and warns with :class:`CimWarning`; ``"raw"`` looks for no deviations at all.

    Raises:
        InvalidMessageError: In strict mode, the message is not valid; the group holds all findings.
        XmlError: It is not well-formed, has a DTD, or is beyond the limits, in any mode.
        UnknownMessageError: The root element is not known.
        OSError: A file cannot be read.
    """
    loaded = load(source, mode=mode, limits=limits)
    warn_of(loaded)
    return loaded.message


def warn_of(loaded: Loaded) -> None:
    """Warn the caller of the calling function of what was found, if there is more than infos."""
    if loaded.findings and (told := [one for one in loaded.findings if one.severity is not Severity.INFO]):
        more = f" (the first of {len(told)}; cim.load() returns them all)" if len(told) > 1 else ""
        warnings.warn(f"{told[0]}{more}", CimWarning, stacklevel=3)


def load(source: Source, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> Loaded:
    """Read a message and return it with its findings; arguments and errors as for :func:`read`."""
    if mode not in _MODES:
        raise ValueError(f"mode is {mode!r}; expected one of {', '.join(_MODES)}")
    paused = limits.pause_gc and gc.isenabled()
    if paused:  # a tree of objects has no cycles, and looking for some costs more than making it
        gc.disable()
    try:
        parsed = parse(source, limits)
        message, frame, reading = _read(parsed, limits)
        if reading.odd and not parsed.exact:  # something is kept as it stands, and layout may be part of it
            parsed = parsed.with_layout()
            message, frame, reading = _read(parsed, limits)
        broken: list[tuple[str, Broken]] = []
        if mode != "raw" and isinstance(message, EnvelopeMessage) and not is_plain(message):
            broken = list(review(message))
        if mode == "raw" or not (reading.odd or frame.problems or broken):
            return Loaded(message, (), ", ".join(frame.dialect))
        findings = _findings(frame, parsed, limits, broken, deviations=reading.odd)
    finally:
        if paused:
            gc.enable()
    if mode == "strict" and (errors := [one for one in findings if one.severity is Severity.ERROR]):
        raise InvalidMessageError(errors)
    return Loaded(message, findings, ", ".join(frame.dialect))


def _read(parsed: Parsed, limits: Limits) -> tuple[Any, Frame, Reading]:
    frame = frame_of(parsed.root)
    reading = Reading(limits, payload_of, reader)
    return reader(frame.cls)(frame.element, frame.names, reading), frame, reading


def _findings(
    frame: Frame, parsed: Parsed, limits: Limits, broken: list[tuple[str, Broken]], *, deviations: bool
) -> tuple[Finding, ...]:
    problems = list(frame.problems)
    rest: Counter[Severity] = Counter()
    if deviations:
        found = (_eased(problem, frame) for problem in audit(frame.element, frame.names, frame.cls, payload_of))
        problems += islice(found, max(limits.max_findings - len(problems), 0))
        rest = Counter(RULES[problem.rule].severity for problem in found)
    room, finder = max(limits.max_findings - len(problems), 0), Finder(frame.element)
    problems += (Problem(rule, finder.find(one.path), one.message, one.value) for rule, one in broken[:room])
    rest.update(RULES[rule].severity for rule, _ in broken[room:])
    places = locate(parsed.root, (problem.element for problem in problems), parsed.data, parsed.encoding)
    findings = [_finding(problem, places[id(problem.element)]) for problem in problems]
    if rest:
        worst = min(rest, key=list(Severity).index)
        text = f"{rest.total()} more findings are not listed, beyond the limit of {limits.max_findings}"
        findings.append(Finding(rule="FND001", severity=worst, message=text, hint=RULES["FND001"].hint))
    return tuple(findings)


def _eased(problem: Problem, frame: Frame) -> Problem:
    """Rate what is only remarkable in a strongly typed message: its payload is a sequence there, not a choice."""
    if frame.typed and problem.rule == "XSD106" and problem.element.getparent() is frame.element:
        return problem._replace(rule="ENV107")
    return problem


def _finding(problem: Problem, place: Place) -> Finding:
    hint = RULES[problem.rule].hint
    return finding(problem.rule, problem.message, **place._asdict(), value=problem.value, hint=hint)
