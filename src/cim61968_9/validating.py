"""The verb :func:`validate`: all that can be said of a document, in one report; content never makes it raise.

Where only the structure is asked for, libxml2 checks the schemas, which is fast; where it objects, the field tables say
what is wrong, in words and with places. Rules look at objects, and the making of those checks the structure as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import repeat
from typing import Any

from attrs import evolve

from ._mixins import EnvelopeMessage
from .compression import unpacked
from .errors import CompressionError, LimitError, UnknownMessageError, XmlError
from .sources import Item, reason_of
from .validation.plugins import load_rules
from .validation.report import Report
from .validation.rules import RULES, STRUCTURE, Broken, finding, review, review_content
from .validation.settings import Settings
from .validation.validity import is_valid, payload_elements
from .xml.document import Document
from .xml.limits import Limits
from .xml.parse import Source, parse
from .xml.pausing import Paused
from .xml.reader import load

__all__ = ["report_of", "validate"]

_LIMITS = Limits()
_ALL = Settings()
_COMPRESSED = "Payload/Compressed"


def validate(source: Source, *, settings: Settings = _ALL, limits: Limits = _LIMITS, name: str | None = None) -> Report:
    """Check a document against the schemas and the rules.

    ``settings`` chooses rules, :meth:`Settings.find` those of a project; with ``Settings(select=["XSD", "ENV1"])`` only
    the structure is checked, no objects are made, and memory holds the tree and no more. ``name`` is what the report
    calls the source. What is no XML, or no message, is a finding as well.

    >>> import cim61968_9 as cim
    >>> report = cim.validate("<MeterReadings xmlns='http://iec.ch/TC57/2011/MeterReadings#'><Meter/></MeterReadings>")
    >>> report.ok
    False
    >>> [(finding.rule, finding.line, finding.column) for finding in report.findings if finding.rule[:3] == "XSD"]
    [('XSD101', 1, 63)]

    Raises:
        SourceError: It is no source of XML.
        OSError: A file cannot be read.
    """
    load_rules()
    called = _name_of(source) if name is None else name
    with Paused(limits):
        try:
            return _report(source, settings, limits, called)
        except (XmlError, UnknownMessageError) as error:
            place = {"line": getattr(error, "line", None), "column": getattr(error, "column", None)}
            reason = getattr(error, "reason", "") or str(error)
            found = finding(error.rule, reason, hint=RULES[error.rule].hint, **place)
            return Report(source=called, findings=settings.apply([found]))


def report_of(item: Item, *, settings: Settings = _ALL, limits: Limits = _LIMITS) -> Report:
    """Return what is found in a source that may be unreadable, without its message, which may be large."""
    if item.problem:
        return Report(source=item.name, problem=item.problem, archive=item.archive)
    try:
        report = validate(item.get(), settings=settings, limits=limits, name=item.name)
    except OSError as error:
        problem = reason_of(OSError(error.errno, error.strerror or str(error)))
        return Report(source=item.name, problem=problem, archive=item.archive)
    except LimitError as error:  # of an archive or of standard input, before there is anything to parse
        found = finding(error.rule, str(error), hint=RULES[error.rule].hint)
        return Report(source=item.name, findings=settings.apply([found]), archive=item.archive)
    return evolve(report, message=None, archive=item.archive)


def _report(source: Source, settings: Settings, limits: Limits, called: str) -> Report:
    document = Document(parse(source, limits), limits)
    message = None
    broken: Iterator[tuple[str, Broken]] = iter(())
    if any(settings.wants(rule) for rule in RULES if rule not in STRUCTURE):
        message = document.message()
        broken = _broken(message, limits)
    elif not is_valid(document.frame):
        document.examine(payload_elements)
    header = getattr(message, "header", None)
    return Report(
        source=called,
        findings=settings.apply(document.findings(broken, settings.severity_of)),
        message=message,
        dialect=document.dialect,
        kind=message.kind if isinstance(message, EnvelopeMessage) else "",
        verb=str(header.verb or "") if header is not None else "",
        noun=(header.noun or "") if header is not None else "",
    )


def _broken(message: Any, limits: Limits) -> Iterator[tuple[str, Broken]]:
    if isinstance(message, EnvelopeMessage):
        yield from review(message)
        yield from _packed(message, limits)
    yield from review_content(message)


def _packed(message: EnvelopeMessage, limits: Limits) -> Iterator[tuple[str, Broken]]:
    """Yield what is wrong inside of a compressed payload; its places are those of the element that holds it."""
    payload = getattr(message, "payload", None)
    if payload is None or not payload.compressed or (payload.format or "XML").strip().upper() != "XML":
        return
    try:
        inside = load(unpacked(payload, limits=limits), limits=limits)
    except (CompressionError, XmlError, UnknownMessageError) as error:
        yield "ENV125", Broken(_COMPRESSED, f"found {error}")
        return
    for one in inside.findings:
        for rule, _, number in one.stands_for:
            yield from repeat((rule, Broken(_COMPRESSED, "one of those beyond the limit of findings")), number)
        if not one.stands_for:
            yield (
                one.rule,
                Broken(_COMPRESSED, f"{one.message.removeprefix(RULES[one.rule].title + ': ')}; at {one.path}"),
            )
    for rule, broken in review_content(inside.message):
        yield rule, Broken(_COMPRESSED, f"{broken.message}; at {broken.path}", broken.value)


def _name_of(source: Any) -> str:
    """Return what people may call a source."""
    if isinstance(source, str) and not source.lstrip("\ufeff \t\r\n").startswith("<"):
        return source
    if isinstance(source, os.PathLike):
        return str(os.fspath(source))
    return str(getattr(source, "name", "") or "<document>")
