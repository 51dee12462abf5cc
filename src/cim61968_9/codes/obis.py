"""OBIS codes: what meters call their registers, in six numbers from 0 to 255.

>>> from cim61968_9.codes import ObisCode
>>> code = ObisCode.parse("1-0:1.8.0*255")
>>> code == ObisCode.parse("1-0:1.8.0") == ObisCode.parse("1.0.1.8.0.255") == ObisCode.parse("0100010800FF")
True
>>> code.dotted, code.hex, str(code.replace(e=2))
('1.0.1.8.0.255', '0100010800FF', '1-0:1.8.2*255')
>>> ObisCode.parse("1.8.0", medium=1)
ObisCode('1-0:1.8.0*255')
"""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve, field, frozen

from ..errors import CodeError

__all__ = ["ObisCode"]

_FULL = re.compile(r"([0-9]+)-([0-9]+):([0-9]+)\.([0-9]+)(?:\.([0-9]+))?(?:[*&.]([0-9]+))?")
_SIX = re.compile(r"([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)")
_SHORT = re.compile(r"()()([0-9]+)\.([0-9]+)(?:\.([0-9]+))?(?:[*&]([0-9]+))?")
_HEX = re.compile(r"(?:0x)?([0-9A-Fa-f]{2})(?:([-: ]?)([0-9A-Fa-f]{2}))(?:\2([0-9A-Fa-f]{2})){4}")
_GROUPS = "abcdef"


def _in_range(_: Any, attribute: Any, value: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 255:
        group = attribute.name.upper()
        raise CodeError(f"group {group} of an OBIS code is {value!r}; expected 0 to 255", field=group)


@frozen(order=True, repr=False)
class ObisCode:
    """An OBIS code in the notation of IEC 62056-6-1: A-B:C.D.E*F.

    A is the medium, B the channel, C the quantity, D the processing, E the tariff rate or a further detail, and F the
    billing period, 255 for the present one.
    """

    a: int = field(validator=_in_range)
    b: int = field(validator=_in_range)
    c: int = field(validator=_in_range)
    d: int = field(validator=_in_range)
    e: int = field(default=0, validator=_in_range)
    f: int = field(default=255, validator=_in_range)

    @classmethod
    def parse(cls, text: str, *, medium: int | None = None, channel: int = 0) -> ObisCode:
        """Return the code of a text in one of the usual spellings.

        These are ``1-0:1.8.0*255``, with ``&`` or ``.`` in place of the star, without F (then 255) and without E (then
        0); six numbers with dots; and six bytes in hexadecimal, with or without separators. ``1.8.0`` lacks medium and
        channel: ``medium=1`` says that it is electricity.

        Raises:
            CodeError: The text is none of these, or a group is above 255.
        """
        stripped = text.strip() if isinstance(text, str) else ""
        if (found := _FULL.fullmatch(stripped) or _SIX.fullmatch(stripped)) is not None:
            return cls(*_groups(found, 0, 0))
        if (found := _SHORT.fullmatch(stripped)) is not None:
            if medium is None:
                raise CodeError(
                    f"{text!r} lacks groups A and B; say of what it is: medium=1 for electricity", field="A"
                )
            return cls(*_groups(found, medium, channel))
        if _HEX.fullmatch(stripped) is not None:
            return cls(*bytes.fromhex(re.sub(r"[-: ]", "", stripped.removeprefix("0x"))))
        raise CodeError(f"{text!r} is no OBIS code; expected A-B:C.D.E*F, six numbers with dots, or six bytes in hex")

    def replace(self, **groups: int) -> ObisCode:
        """Return the code with other numbers in some groups."""
        wrong = [name for name in groups if name not in _GROUPS]
        if wrong:
            raise CodeError(f"an OBIS code has no group {wrong[0]!r}; its groups are a to f")
        return evolve(self, **groups)

    @property
    def groups(self) -> tuple[int, int, int, int, int, int]:
        """The six numbers."""
        return self.a, self.b, self.c, self.d, self.e, self.f

    @property
    def dotted(self) -> str:
        """The code as six numbers with dots, as in COSEM objects."""
        return ".".join(map(str, self.groups))

    @property
    def hex(self) -> str:
        """The code as six bytes in hexadecimal, as in frames."""
        return bytes(self.groups).hex().upper()

    @property
    def short(self) -> str:
        """The code without medium, channel and present period, as on displays."""
        period = "" if self.f == 255 else f"*{self.f}"
        return f"{self.c}.{self.d}.{self.e}{period}"

    def __str__(self) -> str:
        return f"{self.a}-{self.b}:{self.c}.{self.d}.{self.e}*{self.f}"

    def __repr__(self) -> str:
        return f"ObisCode({str(self)!r})"


def _groups(found: re.Match[str], medium: int, channel: int) -> list[int]:
    defaults = (medium, channel, 0, 0, 0, 255)
    texts = zip(found.groups(), defaults, strict=True)
    return [int(text) if text and len(text) <= 4 else default if not text else 9999 for text, default in texts]
