"""The reading verbs: :func:`read` for a message, :func:`load` for a message with its findings."""

from __future__ import annotations

import warnings
from typing import Any, Literal, TypeVar, overload

from attrs import field, frozen

from .._mixins import EnvelopeMessage
from ..errors import CimWarning, InvalidMessageError, WrongNounError
from ..model import Element
from ..showing import Shown
from ..validation.finding import Finding, Severity, tally
from ..validation.rules import Broken, is_plain, review
from .dialect import Dialect
from .document import Document
from .frame import PLAIN
from .limits import Limits
from .parse import Source, parse
from .pausing import Paused

__all__ = ["Loaded", "Mode", "load", "read", "warn_of"]

Mode = Literal["strict", "lax", "raw"]
MODES = ("strict", "lax", "raw")
_LIMITS = Limits()
T = TypeVar("T", bound=Element)


@frozen(repr=False)
class Loaded(Shown):
    """A message with what reading found.

    ``dialect`` is how the sender departs from the standard's own form, false when it does not; ``str`` names it, and
    ``cim.to_bytes(message, dialect=loaded.dialect)`` writes in it again.
    """

    message: Any
    findings: tuple[Finding, ...] = field(default=())
    dialect: Dialect = field(default=PLAIN)

    @property
    def edition(self) -> str:
        """The edition of IEC 61968-9 that the namespaces speak of: ``"1"``, ``"2"`` or ``"3"``."""
        return self.dialect.edition

    @property
    def ok(self) -> bool:
        """Whether the message is valid against its schema: no finding is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


@overload
def read(source: Source, cls: None = None, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> Any: ...
@overload
def read(source: Source, cls: type[T], *, mode: Mode = "lax", limits: Limits = _LIMITS) -> T: ...
def read(source: Source, cls: type[Element] | None = None, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> Any:
    """Read a message, or a bare payload, into typed objects.

    With ``cls``, such as ``cim.ResponseMessage``, it must be of that class, and type checkers and editors know it.
    ``source`` is a path, a text that begins with ``<``, bytes, a file object, or an lxml element; gzip is seen through.
    ``mode="strict"`` accepts only what the schema does; ``"lax"`` reads everything that can be read, keeps the rest on
    the objects, and warns with :class:`CimWarning`; ``"raw"`` looks for no deviations at all.

    Raises:
        InvalidMessageError: In strict mode, the message is not valid; the group holds all findings.
        XmlError: It is not well-formed, has a DTD, or is beyond the limits, in any mode.
        UnknownMessageError: The root element is not known.
        WrongNounError: It is known, and of another class than ``cls``.
        OSError: A file cannot be read.
    """
    loaded = load(source, mode=mode, limits=limits)
    if cls is not None and not isinstance(loaded.message, cls):
        found = type(loaded.message).__xml__.name
        raise WrongNounError(
            f"found a document that is {found}, expected {cls.__xml__.name}; read it without a class", found
        )
    warn_of(loaded)
    return loaded.message


def warn_of(loaded: Loaded) -> None:
    """Warn the caller of the calling function of what was found, if there is more than infos."""
    if loaded.findings and (told := [one for one in loaded.findings if one.severity is not Severity.INFO]):
        number = tally(told).total()
        more = f" (the first of {number}; cim.load() returns them all)" if number > 1 else ""
        warnings.warn(f"{told[0]}{more}", CimWarning, stacklevel=3)


def load(source: Source, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> Loaded:
    """Read a message and return it with its findings; arguments and errors as for :func:`read`."""
    if mode not in MODES:
        raise ValueError(f"mode is {mode!r}; expected one of {', '.join(MODES)}")
    with Paused(limits):
        document = Document(parse(source, limits), limits)
        message = document.message()
        broken: list[tuple[str, Broken]] = []
        if mode != "raw" and isinstance(message, EnvelopeMessage) and not is_plain(message):
            broken = list(review(message))
        if mode == "raw" or not (document.odd or document.frame.problems or broken):
            return Loaded(message, (), document.dialect)
        findings = document.findings(broken)
    if mode == "strict" and (errors := [one for one in findings if one.severity is Severity.ERROR]):
        raise InvalidMessageError(errors)
    return Loaded(message, findings, document.dialect)
