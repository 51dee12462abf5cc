"""Values of XML that Python's own types cannot hold, and texts kept because they are no value at all.

Each is written back exactly as it was read.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Self

__all__ = [
    "BeyondRange",
    "Duration",
    "ExactDate",
    "ExactDateTime",
    "ExactTime",
    "InvalidText",
    "KeptText",
    "QualifiedName",
]


class KeptText(str):
    """A text that stands where a value of another type is expected."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class InvalidText(KeptText):
    """A text that is no value of the type the schema asks for, kept by a tolerant read."""

    __slots__ = ()


class BeyondRange(KeptText):
    """A valid value outside of what the Python type can hold, such as the year 10000."""

    __slots__ = ()


class _Exact:
    """What the exact forms of date and time have in common: the text they were read from."""

    lexical: str | None = None
    """The text as it was read; None for a value that was computed from another."""

    @property
    def _digits(self) -> str:
        """Digits of the second beyond the sixth, which the Python value leaves out."""
        found = re.search(r"\.\d{6}(\d+)", self.lexical or "")
        return found.group(1).rstrip("0") if found else ""

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        text = self.lexical if self.lexical is not None else self.isoformat()  # type: ignore[attr-defined]
        return f"{type(self).__name__}({text!r})"

    def _same_rest(self, other: object) -> bool:
        return self._digits == (other._digits if isinstance(other, _Exact) else "")


class ExactDateTime(_Exact, dt.datetime):
    """A ``datetime`` whose text says more: hour 24, or more than six digits of a second.

    The value is the nearest one not after it that ``datetime`` can hold; ``lexical`` is the text as it was read.
    """

    @classmethod
    def of(cls, value: dt.datetime, lexical: str) -> Self:
        """Return the value with the text it was read from."""
        exact = cls.combine(value.date(), value.timetz())
        exact.lexical = lexical
        return exact

    def __eq__(self, other: object) -> bool:
        same = dt.datetime.__eq__(self, other)
        return self._same_rest(other) if same is True else same

    def __hash__(self) -> int:
        return dt.datetime.__hash__(self)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return ExactDateTime.of, (_plain(self), self.lexical)


def _plain(value: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(value.date(), value.timetz())


class ExactTime(_Exact, dt.time):
    """A ``time`` whose text says more: hour 24, or more than six digits of a second."""

    @classmethod
    def of(cls, value: dt.time, lexical: str) -> Self:
        """Return the value with the text it was read from."""
        exact = cls(value.hour, value.minute, value.second, value.microsecond, value.tzinfo)
        exact.lexical = lexical
        return exact

    def __eq__(self, other: object) -> bool:
        same_hour = (self.lexical or "").startswith("24") == (getattr(other, "lexical", None) or "").startswith("24")
        same = dt.time.__eq__(self, other)
        return self._same_rest(other) and same_hour if same is True else same

    def __hash__(self) -> int:
        return dt.time.__hash__(self)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return ExactTime.of, (dt.time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo), self.lexical)


class ExactDate(_Exact, dt.date):
    """A ``date`` with a time zone, which Python's dates do not have."""

    @classmethod
    def of(cls, value: dt.date, lexical: str) -> Self:
        """Return the value with the text it was read from."""
        exact = cls(value.year, value.month, value.day)
        exact.lexical = lexical
        return exact

    @property
    def zone(self) -> str:
        """The zone as text, ``Z`` for any spelling of UTC."""
        found = re.search(r"(Z|[+-]\d\d:\d\d)$", self.lexical or "")
        text = found.group() if found else ""
        return "Z" if text[1:] == "00:00" else text

    def __eq__(self, other: object) -> bool:
        same = dt.date.__eq__(self, other)
        return self.zone == (other.zone if isinstance(other, ExactDate) else "") if same is True else same

    def __hash__(self) -> int:
        return dt.date.__hash__(self)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return ExactDate.of, (dt.date(self.year, self.month, self.day), self.lexical)


class QualifiedName(str):
    """The text of an ``xs:QName``, with the namespace its prefix stood for.

    It compares as its text; :meth:`same_name` looks through prefixes, and so does the comparison of message objects.
    """

    namespace: str | None

    def __new__(cls, text: str, namespace: str | None = None) -> Self:
        """Make a name from its text and the namespace of its prefix."""
        name = super().__new__(cls, text)
        name.namespace = namespace
        return name

    @property
    def prefix(self) -> str:
        """The prefix, empty when there is none."""
        return str(self).rpartition(":")[0]

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return str(self).rpartition(":")[2]

    def same_name(self, other: str) -> bool:
        """Tell whether both stand for the same name; where a namespace is not known, the texts decide."""
        if isinstance(other, QualifiedName) and self.namespace and other.namespace:
            return (self.namespace, self.local) == (other.namespace, other.local)
        return str(self) == str(other)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return QualifiedName, (str(self), self.namespace)


_DURATION = re.compile(
    r"(?P<sign>-)?P(?=[\dT])(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)


class Duration(str):
    """A length of time in ISO 8601 notation, such as ``PT15M`` or ``P1Y``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the notation and keep it."""
        if not _DURATION.fullmatch(text):
            raise ValueError(f"not a duration: {text!r}; expected the form PnYnMnDTnHnMnS, such as 'PT15M'")
        return super().__new__(cls, text)

    def to_timedelta(self) -> dt.timedelta:
        """Return the length as a ``timedelta``, to the microsecond.

        Raises:
            ValueError: It counts years or months, whose length depends on where they start, or is longer than a
                ``timedelta`` can be.
        """
        parts = _DURATION.fullmatch(self)
        assert parts is not None  # checked when it was made
        if int(parts["years"] or 0) or int(parts["months"] or 0):
            raise ValueError(f"{str(self)!r} counts years or months, which have no fixed length")
        whole, _, fraction = (parts["seconds"] or "0").partition(".")
        try:
            length = dt.timedelta(
                days=int(parts["days"] or 0),
                hours=int(parts["hours"] or 0),
                minutes=int(parts["minutes"] or 0),
                seconds=int(whole),
                microseconds=int(fraction[:6].ljust(6, "0")),
            )
        except (OverflowError, ValueError):
            raise ValueError(f"{str(self)[:40]!r} is longer than a timedelta can be") from None
        return -length if parts["sign"] else length
