"""Behaviour of generated classes, written by hand; which class gets which is a table of the generator."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, ClassVar, TypeVar

if TYPE_CHECKING:
    from ._generated.message import Header
    from .model import Element, XmlType

    T = TypeVar("T", bound=Element)

__all__ = ["EnvelopeMessage", "NameText", "ReadingValue", "TextValue", "WildcardContent"]


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
        try:
            number = Decimal(self.value.strip())
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            raise ValueError(f"the value {self.value!r} is no decimal number; its text is in .value")
        return number


class ReadingValue(TextValue):
    """A metered value. Its scale, the power of ten, is in the reading type."""

    __slots__ = ()


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
