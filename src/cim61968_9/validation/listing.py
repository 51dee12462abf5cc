"""Which findings are listed when a limit leaves no room for all, and what is said of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Generic, TypeVar

from .finding import Finding, Severity
from .rules import RULES

__all__ = ["Listing"]

T = TypeVar("T")
_RULE = "FND001"
_FIRST = 20
"""So many findings of a rule are listed, whatever other rules have."""
_TOLD = 10


class Listing(Generic[T]):
    """Takes findings one by one, keeps no more than a limit of them, and counts the others by rule.

    The first ones are kept, and of a rule that comes late its first as well: each takes the place of the last one of
    the rule that has most. What is kept comes out in the order in which it was taken.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[str, list[tuple[int, Severity, T]]] = {}
        self._number = self._turn = 0
        self._longest = most
        """No rule has more findings in the list; it is made exact when somebody has to give way."""
        self._beyond: Counter[tuple[str, Severity]] = Counter()

    def has_room(self, rule: str, severity: Severity) -> bool:
        """Tell whether a finding is to be added, and make room for it; else count it."""
        if self._number < self._most:
            return True
        few = len(self._kept.get(rule, ())) + 1
        if few <= _FIRST and few < self._longest:
            name = max(self._kept, key=lambda one: len(self._kept[one]))
            self._longest = len(self._kept[name])
            if few < self._longest:
                _, rank, _ = self._kept[name].pop()
                self.count(name, rank)
                self._number -= 1
                return True
        self.count(rule, severity)
        return False

    def add(self, rule: str, severity: Severity, one: T) -> None:
        """Take a finding, or what one will be made of."""
        self._kept.setdefault(rule, []).append((self._turn, severity, one))
        self._turn += 1
        self._number += 1

    def count(self, rule: str, severity: Severity, number: int = 1) -> None:
        """Count findings that are not listed."""
        self._beyond[rule, severity] += number

    def __iter__(self) -> Iterator[T]:
        every = [entry for entries in self._kept.values() for entry in entries]
        every.sort(key=lambda entry: entry[0])
        return iter([one for _, _, one in every])

    def rest(self) -> tuple[Finding, ...]:
        """Return the finding that stands for all that are not listed; nothing when there are none."""
        beyond = self._beyond
        if not beyond:
            return ()
        number = beyond.total()
        worst = min((severity for _, severity in beyond), key=list(Severity).index)
        said = f"1 more finding is not listed, beyond the limit of {self._most}: "
        if number > 1:
            said = f"{number} more findings are not listed, beyond the limit of {self._most}: "
        entries = sorted((rule, severity, count) for (rule, severity), count in beyond.items())
        entries.sort(key=lambda entry: -entry[2])
        said += ", ".join(f"{count} of {rule}" for rule, _, count in entries[:_TOLD])
        said += f", and of {len(entries) - _TOLD} more" if len(entries) > _TOLD else ""
        hint = RULES[_RULE].hint
        return (Finding(rule=_RULE, severity=worst, message=said, hint=hint, stands_for=tuple(entries)),)
