"""What is remarkable about a code that can be used all the same."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import field, frozen

from ..errors import shortened

__all__ = ["Lenient", "Remark"]

T_co = TypeVar("T_co", covariant=True)


@frozen
class Remark:
    """One thing that is unusual about a code: which part, and what."""

    part: str
    message: str = field(converter=shortened)

    def __str__(self) -> str:
        return f"{self.part}: {self.message}" if self.part else self.message


@frozen
class Lenient(Generic[T_co]):
    """The outcome of reading a code leniently: the code, None when there is none in the text, and the remarks."""

    code: T_co | None
    remarks: tuple[Remark, ...] = ()
