"""One thing that is wrong or remarkable in a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, Never, TypeAlias

from attrs import frozen

from ..showing import Shown

__all__ = ["Finding", "Severity", "SeverityName", "tally"]


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
    count from 1 and are None where the source has none (objects, elements built in memory). ``stands_for`` is what the
    last finding of a list that is full, FND001, tells of the others: rule, severity and number.
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    value: str | None = None
    hint: str = ""
    stands_for: tuple[tuple[str, Severity, int], ...] = ()

    def __str__(self) -> str:
        where = self.path
        if self.line is not None:
            where += f" (line {self.line}" + (f", column {self.column})" if self.column is not None else ")")
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.rule} {where}: {self.message}{hint}" if where else f"{self.rule} {self.message}{hint}"


def tally(findings: Iterable[Finding]) -> Counter[tuple[str, Severity]]:
    """Return how many findings there are of each rule and severity, with those that others stand for."""
    counts: Counter[tuple[str, Severity]] = Counter()
    for one in findings:
        if not one.stands_for:
            counts[one.rule, one.severity] += 1
        for rule, severity, number in one.stands_for:
            counts[rule, severity] += number
    return counts
