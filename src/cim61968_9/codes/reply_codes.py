"""Codes of the errors in replies: category, level, meaning, and what to do.

>>> from cim61968_9.codes import reply_code
>>> code = reply_code("2.13")
>>> code.meaning, code.pair
('meter is not at this usage point', ('Meter', 'UsagePoint'))
>>> reply_code("SIM4002").is_known
False

IEC 61968-9 edition 2 gives the codes for information only; many systems have their own. So every text is a code, and
:meth:`ReplyCodes.add` makes those of a partner known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

__all__ = ["REPLY_CODES", "ReplyCode", "ReplyCodes", "reply_code"]

_TABLE = Path(__file__).parent / "_tables" / "reply_codes.toml"
Level = Literal["INFORM", "WARNING", "FATAL", "CATASTROPHIC"]


@frozen(kw_only=True)
class ReplyCode:
    """One code that an error of a reply may carry.

    ``level`` applies when an error names none; ``final`` says that nothing more is to be expected for what the error is
    about, ``retry`` that the same request may succeed later, unchanged. ``pair`` names the two kinds of object that do
    not fit together, ``objects`` the kind that the code is about. ``confidence`` is empty for codes that are not of the
    list.
    """

    code: str
    name: str = ""
    meaning: str = ""
    level: Level = "FATAL"
    final: bool = True
    retry: bool = False
    advice: str = ""
    pair: tuple[str, str] | None = None
    objects: str = ""
    confidence: Literal["confirmed", "single", ""] = ""

    @property
    def is_known(self) -> bool:
        """Whether the code is in the list, or was added to it."""
        return bool(self.name)

    @property
    def category(self) -> int | None:
        """The number before the dot, None for codes of another form."""
        first, dot, second = self.code.partition(".")
        return int(first) if dot and _is_number(first) and _is_number(second) else None

    @property
    def is_progress(self) -> bool:
        """Whether the code reports a state rather than an error."""
        return self.level == "INFORM"

    def __str__(self) -> str:
        return self.code


class ReplyCodes(Mapping[str, ReplyCode]):
    """The known codes; any other text gives a code that says nothing but its category.

    Iterating gives the known ones, in the order of category and number.
    """

    @cached_property
    def _table(self) -> dict[str, Any]:
        import tomllib

        return tomllib.loads(_TABLE.read_text(encoding="utf-8"))

    @cached_property
    def _known(self) -> dict[str, ReplyCode]:
        return {code: self._made(code, row) for code, row in self._table["codes"].items()}

    def _made(self, code: str, row: Mapping[str, Any]) -> ReplyCode:
        category = self._table["categories"][code.partition(".")[0]]
        shared = {key: category[key] for key in ("level", "final", "retry", "advice")}
        pair = tuple(row["pair"]) if "pair" in row else None
        return ReplyCode(code=code, **{"confidence": "single", **shared, **row, "pair": pair})

    def add(self, *codes: ReplyCode) -> None:
        """Make codes of a partner known, or give known ones another meaning."""
        for code in codes:
            self._known[code.code] = code

    def __getitem__(self, code: str) -> ReplyCode:
        text = code.strip()
        if (known := self._known.get(text)) is not None:
            return known
        unknown = ReplyCode(code=text)
        category = None if unknown.category is None else self._table["categories"].get(str(unknown.category))
        if category is None:
            return unknown
        shared = {key: category[key] for key in ("meaning", "level", "final", "retry", "advice")}
        return ReplyCode(code=text, **shared)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code.strip() in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __repr__(self) -> str:
        return f"<ReplyCodes: {len(self)} known>"


REPLY_CODES = ReplyCodes()
"""The codes of IEC 61968-9 edition 2 by their text."""


def reply_code(code: str) -> ReplyCode:
    """Return what is known of a code; every text is one, see :attr:`ReplyCode.is_known`."""
    return REPLY_CODES[code]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
