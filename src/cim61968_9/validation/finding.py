"""One thing that is wrong or remarkable in a message."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Never, TypeAlias

from attrs import frozen

from ..showing import Shown

__all__ = ["Finding", "Severity", "SeverityName"]


class Severity(StrEnum):
    """How much a finding matters: errors break the schema, infos are within what is known and accepted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @classmethod
    def _missing_(cls, value: object) -> Never:
        raise ValueError(f"found the severity {value!r}, expected one of {', '.join(cls)}")


SeverityName: TypeAlias = Literal["error", "warning", "info"]


@frozen(kw_only=True, repr=False)
class Finding(Shown):
    """A deviation, where it is, and what to do about it.

    ``rule`` is stable across versions; ``path`` uses CIM names with positions, counted from 1; ``line`` and ``column``
    count from 1 and are None where the source has none (objects, elements built in memory).
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    value: str | None = None
    hint: str = ""

    def __str__(self) -> str:
        where = self.path
        if self.line is not None:
            where += f" (line {self.line}" + (f", column {self.column})" if self.column is not None else ")")
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.rule} {where}: {self.message}{hint}" if where else f"{self.rule} {self.message}{hint}"
