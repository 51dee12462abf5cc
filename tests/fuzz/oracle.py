"""What is promised of any input whatever: the judge of the fuzz targets and of the law of damaged documents."""

from __future__ import annotations

import contextlib
import json
import warnings
from typing import Any

from lxml import etree
from property.test_schema_valid import complaints

import cim61968_9 as cim
from cim61968_9.comparing import differences
from cim61968_9.inspecting import inspect

__all__ = ["PLENTY", "check"]

PLENTY = cim.Limits(max_bytes=50_000_000)
_STRUCTURE = cim.Settings(select=("XML", "ENV", "XSD"))
_UNJUDGED = frozenset({"ENV106", "ENV118", "ENV119"})
"""Payloads that are not known, and an xsi:type: they are kept as they are, and libxml2 may know more of them."""
_REFUSED = (cim.XmlError, cim.UnknownMessageError)


def check(data: bytes) -> str:
    """Put a document through every door, hold the answers against each other, and tell how it ended.

    Raises:
        AssertionError: A promise is broken.
        Exception: Something else than an error of the library came out, which is a broken promise too.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            lax = cim.load(data, limits=PLENTY)
        except _REFUSED as error:
            _refused(data, error)
            return type(error).__name__
        _reported(data, lax)
        _same_in_all_modes(data, lax)
        _written(lax)
        _used(lax.message)
    return "read" if lax.ok else "read with errors"


def _refused(data: bytes, error: cim.XmlError | cim.UnknownMessageError) -> None:
    """A document that one door refuses is refused by all of them, for the same reason and with nothing beside it."""
    assert str(error)
    for door in (
        lambda: cim.load(data, mode="strict", limits=PLENTY),
        lambda: cim.load(data, mode="raw", limits=PLENTY),
        lambda: cim.read(data, limits=PLENTY),
        lambda: cim.soap.unwrap(data, limits=PLENTY),
    ):
        try:
            found = door()
        except _REFUSED as other:
            assert (type(other), str(other)) == (type(error), str(error)), f"{other!r} here and {error!r} there"
        else:
            raise AssertionError(f"{error!r} here and {found!r} there")
    report = cim.validate(data, limits=PLENTY)
    assert [finding.rule for finding in report.findings] == [error.rule], report
    assert not report.ok
    assert report.message is None
    _rendered(report)
    try:
        assert inspect(data, limits=PLENTY).problem == str(error)
    except cim.XmlError as other:
        assert (type(other), str(other)) == (type(error), str(error))


def _reported(data: bytes, lax: cim.Loaded) -> None:
    report = cim.validate(data, limits=PLENTY)
    assert report.message == lax.message
    assert report.dialect == lax.dialect
    assert not lax.findings or report.findings, "what reading finds, checking finds"
    assert lax.ok or not report.ok
    assert len(report.findings) <= PLENTY.max_findings + 1
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in report.findings:
        assert finding.message, finding
        assert finding.line is None or finding.line >= 1, finding
        assert finding.line is None or b"\0" in data or finding.line <= lines, finding
        assert finding.column is None or finding.column >= 1, finding
    _rendered(report)
    assert str(inspect(data, limits=PLENTY))
    structure = cim.validate(data, settings=_STRUCTURE, limits=PLENTY)
    assert _errors(structure.findings) == _errors(lax.findings), "what libxml2 lets through, the field tables do too"


def _rendered(report: cim.Report) -> None:
    """Every format of a report is what it says, whatever the document had in it."""
    assert cim.render([report], "text")
    assert json.loads(cim.render([report], "json"))
    assert json.loads(cim.render([report], "sarif"))
    assert len(etree.fromstring(cim.render([report], "junit").encode()))
    commands = cim.render([report], "github").splitlines()
    assert all(line.startswith("::") for line in commands), commands


def _errors(findings: Any) -> list[Any]:
    """Return the errors of the document itself; checking looks into compressed payloads as well."""
    errors = (one for one in findings if one.severity == "error" and one.rule.startswith(("ENV", "XSD")))
    return [one for one in errors if "/Compressed" not in one.path]


def _same_in_all_modes(data: bytes, lax: cim.Loaded) -> None:
    raw = cim.load(data, mode="raw", limits=PLENTY)
    assert raw.message == lax.message
    assert cim.soap.unwrap(data, limits=PLENTY).message == lax.message
    errors = tuple(one for one in lax.findings if one.severity == "error")
    try:
        strict = cim.load(data, mode="strict", limits=PLENTY)
    except cim.InvalidMessageError as error:
        assert error.findings == errors
        return
    assert not errors
    assert strict == lax
    if any(one.rule in _UNJUDGED for one in lax.findings):
        return
    assert _complaints(cim.to_bytes(strict.message)) == [], "what strict reading accepts is valid by libxml2"


def _complaints(written: bytes) -> list[str]:
    name = etree.QName(etree.fromstring(written)).localname
    if name not in cim.PROFILES:
        return complaints(written)
    schema = cim.schema(name)
    return [] if schema.validate(etree.fromstring(written)) else [str(error) for error in schema.error_log]


def _written(lax: cim.Loaded) -> None:
    """What was read can be written, and is read as the same again: in its own form, or in that of the standard."""
    with contextlib.suppress(cim.DialectError):
        spoken = cim.to_bytes(lax.message, mode="lax", dialect=lax.dialect)
        if lax.ok:  # else one document may mix forms, and kept content follows the dialect into other namespaces
            assert _canonical(cim.load(spoken, limits=PLENTY).message) == _canonical(lax.message), spoken
    standard = cim.load(cim.to_bytes(lax.message, mode="lax"), limits=PLENTY)
    if lax.dialect and standard.dialect:
        return  # kept content that stands in the namespace of its dialect is strange in the standard's
    message = standard.message if lax.dialect else lax.message
    written = cim.to_bytes(message, mode="lax")
    again = cim.load(written, limits=PLENTY).message
    assert again == message, written
    assert differences(again, message) == []
    assert cim.load(cim.to_bytes(message, mode="lax", pretty=True), limits=PLENTY).message == message


def _canonical(message: Any) -> str:
    """Return a message in a form that is blind to prefixes, which are others in other surroundings."""
    return etree.canonicalize(cim.to_bytes(message, mode="lax").decode(), rewrite_prefixes=True)


def _used(message: Any) -> None:
    """What people do with a message they have read ends, too, in an answer or an error of the library."""
    assert repr(message)
    assert cim.describe(message) is not None
    if getattr(message, "payload", None) is not None and getattr(message.payload, "compressed", None):
        try:
            cim.expand(message, limits=PLENTY)
        except cim.Cim61968Error as error:
            assert str(error)
