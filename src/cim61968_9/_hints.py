"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, TypeVar

__all__ = ["ByName", "near", "perhaps"]

_LONGEST = 200
_T = TypeVar("_T")


def near(name: str, names: Iterable[str]) -> str | None:
    """Return the name that is most like one that was written, whatever its case; None where none is like it."""
    from difflib import get_close_matches

    folded = {one.casefold(): one for one in names}
    found = get_close_matches(name[:_LONGEST].casefold(), folded, 1, 0.7)
    return folded[found[0]] if found else None


def perhaps(name: str, names: Iterable[str]) -> str:
    """Return a question for the end of an error, ``; did you mean 'MeterReadings'?``, or nothing."""
    found = near(name, names)
    return f"; did you mean {found!r}?" if found is not None else ""


class ByName(dict[str, _T]):
    """A table by names; the error of a name that is not there says which may have been meant."""

    def __init__(self, what: str, table: Mapping[str, _T]) -> None:
        super().__init__(table)
        self._what = what

    def __missing__(self, name: Any) -> NoReturn:
        raise KeyError(f"no {self._what} {name!r}{perhaps(str(name), self)}")
