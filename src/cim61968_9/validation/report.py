"""What checking one source has found."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from ..showing import Shown
from ..xml.dialect import Dialect
from .finding import Finding, Severity, tally

__all__ = ["Report"]


@frozen(kw_only=True, repr=False)
class Report(Shown):
    """The findings of one source, and what kind of message it is.

    ``source`` is the name that people know it by: a path, ``-`` for standard input, or ``readings.zip!day-1.xml``.
    ``message`` is None when it could not be read at all. ``problem`` says why a source could not even be opened; then
    nothing is known of it, and it is not :attr:`ok`. ``unlisted`` findings count as all others do, but are not shown;
    so do those beyond the limit, which FND001 stands for. ``archive`` is the file that a member of an archive is in.
    """

    source: str
    findings: tuple[Finding, ...] = ()
    message: Any = field(default=None, repr=False, hash=False)
    dialect: Dialect | str = field(default="", hash=False)
    kind: str = ""
    verb: str = ""
    noun: str = ""
    problem: str = ""
    unlisted: tuple[Finding, ...] = ()
    archive: str = ""

    @property
    def ok(self) -> bool:
        """Whether it was opened and no finding is an error."""
        return not self.problem and self.worst is not Severity.ERROR

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings, None when there are none."""
        return min((one.severity for one in self._counted), key=list(Severity).index, default=None)

    def count(self, severity: Severity | str) -> int:
        """Return how many findings have this severity, with those beyond the limit."""
        wanted = Severity(severity)
        return sum(number for (_, found), number in tally(self._counted).items() if found == wanted)

    def at_least(self, severity: Severity | str) -> bool:
        """Tell whether a finding is of this severity or worse."""
        ranks = list(Severity)
        return self.worst is not None and ranks.index(self.worst) <= ranks.index(Severity(severity))

    @property
    def _counted(self) -> tuple[Finding, ...]:
        return (*self.findings, *self.unlisted)

    def __str__(self) -> str:
        from .rendering import render

        return render([self], "text").rstrip("\n")
