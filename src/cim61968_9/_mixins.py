"""Behaviour of generated classes, written by hand; which class gets which is a table of the generator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, TypeVar

from ._decimals import finite
from .model import XmlType

if TYPE_CHECKING:
    from ._generated.message import Header
    from .codes import (
        EndDeviceControlCode,
        EndDeviceEventCode,
        Measure,
        ReadingQualityCode,
        ReadingTypeCode,
        ReplyCode,
    )
    from .model import Element

    T = TypeVar("T", bound=Element)

__all__ = [
    "ControlOfType",
    "ControlTypeParts",
    "EnvelopeMessage",
    "ErrorOfCode",
    "EventOfType",
    "EventTypeParts",
    "NameText",
    "QualityOfType",
    "QualityTypeParts",
    "ReadingTypeFields",
    "ReadingValue",
    "TextValue",
    "TypedReading",
    "TypedValues",
    "WildcardContent",
]


class TextValue:
    """A value that is kept as the exact text of the message."""

    __slots__ = ()

    value: str | None

    @property
    def decimal(self) -> Decimal | None:
        """The value as an exact decimal number, None when there is no value.

        Raises:
            ValueError: The text is no finite decimal number; ``value`` has the text.
        """
        if self.value is None:
            return None
        number = finite(self.value)
        if number is None:
            raise ValueError(f"the value {self.value!r} is no decimal number; its text is in .value")
        return number


class ReadingValue(TextValue):
    """A metered value. Its scale, the power of ten, is in the reading type."""

    __slots__ = ()


class TypedValues:
    """Something whose values have a reading type, named by reference."""

    __slots__ = ()

    reading_type: str

    @property
    def reading_type_code(self) -> ReadingTypeCode | None:
        """The reading type as a code; None when the reference is an mRID, a name, or no code of 18 numbers."""
        from .codes.looking import reading_type_code

        return reading_type_code(self.reading_type)


class TypedReading(TypedValues, ReadingValue):
    """A metered value with a reading type of its own."""

    __slots__ = ()

    @property
    def measure(self) -> Measure | None:
        """The value with its unit, ready for exact conversion; None without a value, or without a code for its type.

        Raises:
            ValueError: The text is no finite decimal number; ``value`` has the text.
        """
        number, code = self.decimal, self.reading_type_code
        return None if number is None or code is None else code.measure(number)


class ReadingTypeFields:
    """A reading type with its names and fields."""

    __slots__ = ()

    @property
    def type_code(self) -> ReadingTypeCode | None:
        """The code among the names, else that which the fields make; None when there is neither.

        Raises:
            CodeError: The names contradict the fields, or a field has a word that no table has.
        """
        from .codes.looking import code_of_element

        return code_of_element(self)


class EventTypeParts:
    """The definition of an event type, with its names and parts."""

    __slots__ = ()

    @property
    def type_code(self) -> EndDeviceEventCode | None:
        """The code among the names, else that which the parts make; None when there is neither.

        Raises:
            CodeError: There are several codes, or a part has a word that no table has.
        """
        from .codes.looking import event_code_of

        return event_code_of(self)


class ControlTypeParts:
    """The definition of a control type, with its names and parts."""

    __slots__ = ()

    @property
    def type_code(self) -> EndDeviceControlCode | None:
        """The code among the names, else that which the parts make; None when there is neither.

        Raises:
            CodeError: There are several codes, or a part has a word that no table has.
        """
        from .codes.looking import control_code_of

        return control_code_of(self)


class QualityTypeParts:
    """The definition of a reading quality type, with its names and parts."""

    __slots__ = ()

    @property
    def type_code(self) -> ReadingQualityCode | None:
        """The code among the names, else that which the parts make; None when there is neither.

        Raises:
            CodeError: There are several codes, or a part has a word that no table has.
        """
        from .codes.looking import reading_quality_code_of

        return reading_quality_code_of(self)


class QualityOfType:
    """A finding on the quality of a value, whose type is named by reference."""

    __slots__ = ()

    reading_quality_type: str

    @property
    def type_code(self) -> ReadingQualityCode | None:
        """The type as a code; None when the reference is an mRID, a name, or no code of three numbers."""
        from .codes.looking import reading_quality_code

        return reading_quality_code(self.reading_quality_type)


class EventOfType:
    """An event whose type is named by reference."""

    __slots__ = ()

    end_device_event_type: str

    @property
    def type_code(self) -> EndDeviceEventCode | None:
        """The type as a code; None when the reference is an mRID, a name, or no code of four numbers."""
        from .codes.looking import event_code

        return event_code(self.end_device_event_type)


class ControlOfType:
    """A control whose type is named by reference."""

    __slots__ = ()

    end_device_control_type: str

    @property
    def type_code(self) -> EndDeviceControlCode | None:
        """The type as a code; None when the reference is an mRID, a name, or no code of four numbers."""
        from .codes.looking import control_code

        return control_code(self.end_device_control_type)


class ErrorOfCode:
    """An error of a reply, whose code is in the list of reply codes or a private one."""

    __slots__ = ()

    code: str

    @property
    def reply_code(self) -> ReplyCode:
        """The code with category, level, meaning and advice; any text is one."""
        from .codes.reply_codes import reply_code

        return reply_code(self.code or "")

    @property
    def meaning(self) -> str:
        """What the code means, empty for private codes that were not made known."""
        return self.reply_code.meaning


class NameText:
    """A name that prints as its text."""

    __slots__ = ()

    name: str

    def __str__(self) -> str:
        return self.name


class WildcardContent:
    """A place for elements of any noun."""

    __slots__ = ()

    content: list[object]

    def all(self, cls: type[T]) -> list[T]:
        """Return all contents of a class, in order."""
        return [item for item in self.content if isinstance(item, cls)]

    def one(self, cls: type[T]) -> T:
        """Return the only content of a class.

        Raises:
            LookupError: There is none, or more than one.
        """
        found = self.all(cls)
        if len(found) == 1:
            return found[0]
        there = ", ".join(getattr(item, "name", type(item).__name__) for item in self.content) or "nothing"
        raise LookupError(f"expected exactly one {cls.__name__}, found {len(found)}; the content is: {there}")


class EnvelopeMessage:
    """One of the five kinds of message."""

    __slots__ = ()

    __xml__: ClassVar[XmlType]

    @property
    def kind(self) -> str:
        """The name of the root element, such as ``RequestMessage``."""
        return self.__xml__.name

    @property
    def summary(self) -> str:
        """Verb, noun and sender in one line."""
        header: Header | None = getattr(self, "header", None)
        if header is None:
            return self.kind
        sender = f" from {header.source}" if header.source else ""
        return f"{self.kind} {header.verb}({header.noun}){sender}"
