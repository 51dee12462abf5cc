"""The exceptions of the library.

::

    Cim61968Error
    ├── SourceError (TypeError)            what was given is no source of XML
    ├── XmlError (ValueError)              the text cannot be taken as XML; has line and column
    │   ├── NotWellFormedError             truncated, malformed, or in a broken encoding
    │   ├── ForbiddenXmlError              a document type declaration
    │   └── LimitError                     larger, deeper or more compressed than the limits allow
    ├── DialectError (ValueError)          a form of messages that has no place for what is to be written in it
    ├── SettingsError (ValueError)         settings that name no rule, no option or no rank
    ├── UnknownMessageError (LookupError)  well-formed, but no message and no payload that is known
    │   └── SoapFaultError                 a SOAP fault without a FaultMessage; has code, reason and detail
    ├── CompressionError (ValueError)      a compressed payload that cannot be expanded
    ├── JsonError (ValueError)             a JSON text that is no message, or an object that JSON cannot hold; has path
    ├── CodeError (ValueError)             a text that is no code of the kind asked for, or a name that no table has
    │   └── UnitError                      values of different quantities, or without an exact decimal
    ├── ProtocolError (ValueError)         an exchange of messages went wrong
    │   ├── LocalProtocolError             the caller was about to send what does not fit
    │   └── RemoteProtocolError            the other side has sent what does not fit
    ├── FindingError (ValueError)          one finding, as a member of the next
    └── InvalidMessageError (ExceptionGroup)  what strict reading or writing found

    CimWarning (UserWarning)               what a tolerant read found
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from .validation.finding import Finding
    from .xml.foreign import RawElement

__all__ = [
    "Cim61968Error",
    "CimWarning",
    "CodeError",
    "CompressionError",
    "DialectError",
    "ExportError",
    "FindingError",
    "ForbiddenXmlError",
    "InvalidMessageError",
    "JsonError",
    "LimitError",
    "LocalProtocolError",
    "NotWellFormedError",
    "ProtocolError",
    "RemoteProtocolError",
    "SettingsError",
    "SoapFaultError",
    "SourceError",
    "UnitError",
    "UnknownMessageError",
    "WrongNounError",
    "XmlError",
    "shortened",
]

_SHOWN = 5
_LONGEST = 400


def shortened(text: str) -> str:
    """Return a text for people, without its middle when it is very long: input that is quoted may be hostile."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} ... {text[-_LONGEST // 2 :]}"


class Cim61968Error(Exception):
    """Root of all exceptions this library raises on its own account."""


class SourceError(Cim61968Error, TypeError):
    """What was given is no source of XML."""


class DialectError(Cim61968Error, ValueError):
    """A dialect, or a SOAP binding, has no place for what is to be written in it."""


class SettingsError(Cim61968Error, ValueError):
    """A choice of rules, or a rule of a plugin, that cannot be used."""


class XmlError(Cim61968Error, ValueError):
    """The text cannot be taken as XML.

    ``rule`` is the stable id of the reason; ``line`` and ``column`` count from 1 and are None where unknown. ``reason``
    is the message without the source and the place.
    """

    rule = "XML001"

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None, reason: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.reason: str = reason or message


class NotWellFormedError(XmlError):
    """The text is truncated, malformed, or in a broken encoding."""


class ForbiddenXmlError(XmlError):
    """The text has a document type declaration, which messages never need and attacks use."""

    rule = "XML002"


class LimitError(XmlError):
    """The input is larger, deeper or more compressed than the limits allow."""

    rule = "XML003"


class UnknownMessageError(Cim61968Error, LookupError):
    """The text is XML, but its root is no message and no payload that the library knows."""

    rule = "ENV100"
    line: int | None = None
    column: int | None = None


class WrongNounError(UnknownMessageError):
    """A message of another noun than was asked for; ``found`` names what it has, parted by commas."""

    def __init__(self, message: str, found: str = "") -> None:
        super().__init__(message)
        self.found = found


class SoapFaultError(UnknownMessageError):
    """A SOAP fault with no message in its detail; ``detail`` holds the raw elements that are there."""

    rule = "ENV122"

    def __init__(self, code: str, reason: str, detail: Sequence[RawElement] = ()) -> None:
        said = shortened(": ".join(filter(None, (code, reason))) or "no reason")
        super().__init__(f"found a SOAP fault without a FaultMessage, expected a message: {said}")
        self.code = code
        self.reason = reason
        self.detail: tuple[RawElement, ...] = tuple(detail)

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, tuple[RawElement, ...]]]:
        return type(self), (self.code, self.reason, self.detail)


class CompressionError(Cim61968Error, ValueError):
    """A compressed payload is no base64, damaged, truncated, or of another format than expected."""


class JsonError(Cim61968Error, ValueError):
    """A JSON text is none, or does not fit the class it is for, or an object has a value that JSON cannot hold.

    ``path`` is the place in the JSON text as a JSON Pointer, empty for the root; ``line`` and ``column`` count from 1
    and are None where the text could be taken as JSON.
    """

    def __init__(self, message: str, *, path: str = "", line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column


class ExportError(Cim61968Error):
    """An export cannot begin or go on.

    Its folder, or that of temporary files, cannot be written to; or the folder belongs to another export.
    """


class CodeError(Cim61968Error, ValueError):
    """A text is no code of the kind that was asked for, or a name is in no table.

    ``field`` names the part that is at fault, and is empty when the whole is.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(shortened(message))
        self.field = field


class UnitError(CodeError):
    """A value cannot be converted: other quantity, no factor, or no exact decimal."""


class ProtocolError(Cim61968Error, ValueError):
    """A message does not fit into the exchange that it belongs to; the state of the exchange is as before."""


class LocalProtocolError(ProtocolError):
    """The caller was about to send a message that does not fit."""


class RemoteProtocolError(ProtocolError):
    """The other side has sent a message that does not fit."""


class FindingError(Cim61968Error, ValueError):
    """One finding, as an exception."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class InvalidMessageError(ExceptionGroup[FindingError], Cim61968Error):
    """What strict reading or writing found: a group of :class:`FindingError`."""

    findings: tuple[Finding, ...]

    def __new__(cls, findings: Sequence[Finding]) -> Self:
        """Make the group, and a message that shows the first findings."""
        shown = "; ".join(str(finding) for finding in findings[:_SHOWN])
        more = f"; and {len(findings) - _SHOWN} more" if len(findings) > _SHOWN else ""
        self = super().__new__(cls, f"invalid message: {shown}{more}", [FindingError(one) for one in findings])
        self.findings = tuple(findings)
        return self

    def __init__(self, findings: Sequence[Finding]) -> None:
        pass

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)

    def derive(self, excs: Sequence[FindingError]) -> InvalidMessageError:  # type: ignore[override]
        """Return a group with other members, as :meth:`split` and :meth:`subgroup` need."""
        return InvalidMessageError([one.finding for one in excs])


class CimWarning(UserWarning):
    """A tolerant read found deviations; the message says which and where."""
