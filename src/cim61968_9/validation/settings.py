"""Which rules count, and how much: choices of a project, from ``pyproject.toml`` or by option."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from attrs import evolve, field, frozen

from ..errors import SettingsError
from .finding import Finding, Severity
from .plugins import load_rules
from .rules import RULES

__all__ = ["Settings"]

_TABLE = "cim61968-9"
_OFF = "off"
_UNREADABLE = frozenset({"XML001", "XML002", "XML003", "ENV100", "ENV122"})
"""Rules of what cannot be read at all; nobody can choose them away."""
_OF_FINDINGS = frozenset({"FND001", "FND002"})
_LEVELS = (*(str(severity) for severity in Severity), _OFF)


def _ids(value: Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _table(value: Mapping[str, str]) -> dict[str, str]:
    return dict(value)


@frozen(kw_only=True)
class Settings:
    """A choice of rules.

    Rules are named by their id or by the start of it, as in ``"XSD"`` or ``"ENV2"``; of several starts that fit, the
    longest counts. ``select`` is empty for all; ``ignore`` takes away; ``severity`` gives a rule another rank, or
    ``"off"``. That a document cannot be read at all is told in any case.

    >>> import cim61968_9 as cim
    >>> settings = cim.Settings(select=["XSD", "COR"], ignore=["COR203"], severity={"COR201": "error"})

    Raises:
        SettingsError: A name fits no rule, or a rank is none.
    """

    select: tuple[str, ...] = field(default=(), converter=_ids)
    ignore: tuple[str, ...] = field(default=(), converter=_ids)
    severity: Mapping[str, str] = field(factory=dict, converter=_table, hash=False)

    def __attrs_post_init__(self) -> None:
        for option in ("select", "ignore", "severity"):
            for name in getattr(self, option):
                if not isinstance(name, str) or not name or not _is_known(name):
                    raise SettingsError(
                        f"{option}: found {name!r}, expected the id of a rule, or the start of one such as "
                        f"{', '.join(sorted({rule[:3] for rule in RULES}))}"
                    )
        for name, level in self.severity.items():
            if level not in _LEVELS:
                raise SettingsError(f"severity: {name}: found {level!r}, expected one of {', '.join(_LEVELS)}")

    @classmethod
    def find(cls, folder: str | Path = ".") -> Self:
        """Return the settings of the nearest ``pyproject.toml`` that has some, from a folder upwards; else all rules.

        Raises:
            SettingsError: They name what is no rule, no option or no rank; or the file is no TOML.
        """
        start = Path(folder).resolve()
        for place in (start, *start.parents):
            path = place / "pyproject.toml"
            if path.is_file() and (found := cls.load(path)) is not None:
                return found
        return cls()

    @classmethod
    def load(cls, path: str | Path) -> Self | None:
        """Return the settings in the table ``[tool.cim61968-9]`` of a file, None when it has no such table.

        Raises:
            SettingsError: They name what is no rule, no option or no rank; or the file is no TOML.
            OSError: The file cannot be read.
        """
        try:
            tool = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("tool")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: no TOML: {error}") from None
        table = tool.get(_TABLE) if isinstance(tool, dict) else None
        if table is None:
            return None
        try:
            return cls(**_checked(table))
        except SettingsError as error:
            raise SettingsError(f"{path}: [tool.{_TABLE}] {error}") from None

    def with_options(
        self, *, select: Iterable[str] = (), ignore: Iterable[str] = (), severity: Mapping[str, str] | None = None
    ) -> Self:
        """Return these settings with options that were given beside: a selection replaces, the rest is added.

        What is selected by the very name that these settings ignore is not ignored any more.
        """
        selected = _ids(select)
        kept = [name for name in self.ignore if name not in selected]
        ranks = {**self.severity, **(severity or {})}
        return type(self)(select=selected or self.select, ignore=(*kept, *_ids(ignore)), severity=ranks)

    def apply(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that were chosen, with the ranks that were chosen."""
        if not (self.select or self.ignore or self.severity):
            return tuple(findings)
        return tuple(chosen for one in findings if (chosen := self._chosen(one)) is not None)

    def wants(self, *starts: str) -> bool:
        """Tell whether any rule of a family may be wanted; what nobody wants need not be worked out."""
        return any(self._is_selected(rule) for rule in RULES if rule.startswith(starts))

    def severity_of(self, rule: str) -> Severity | None:
        """Return how much a rule counts, None when it was not chosen."""
        level = self.severity.get(max((one for one in self.severity if rule.startswith(one)), key=len, default=""))
        if rule in _UNREADABLE:
            return RULES[rule].severity
        if level == _OFF or not (rule in _OF_FINDINGS or self._is_selected(rule)):
            return None
        return RULES[rule].severity if level is None else Severity(level)

    def _chosen(self, finding: Finding) -> Finding | None:
        severity = self.severity_of(finding.rule)
        if severity is None or finding.rule in _OF_FINDINGS:
            return finding if severity is not None else None
        return finding if severity is finding.severity else evolve(finding, severity=severity)

    def _is_selected(self, rule: str) -> bool:
        wanted = max((len(one) for one in self.select if rule.startswith(one)), default=0 if not self.select else -1)
        against = max((len(one) for one in self.ignore if rule.startswith(one)), default=-1)
        return wanted > against or (wanted == 0 == len(self.select) and against < 0)


def _is_known(name: str) -> bool:
    if any(rule.startswith(name) for rule in RULES):
        return True
    load_rules()  # it may be a rule of another package
    return any(rule.startswith(name) for rule in RULES)


def _checked(table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise SettingsError(f"found {table!r}, expected a table")
    for name, value in table.items():
        if name not in {"select", "ignore", "severity"}:
            raise SettingsError(f"found the option {name!r}, expected one of select, ignore, severity")
        if not isinstance(value, dict if name == "severity" else list):
            raise SettingsError(f"{name}: found {value!r}, expected a {'table' if name == 'severity' else 'list'}")
    return table
