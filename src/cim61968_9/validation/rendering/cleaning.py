"""Makes texts of messages fit to be shown: they may be long, hold control characters, or what no encoding has."""

from __future__ import annotations

import re

__all__ = ["long_text", "one_line", "plain"]

_LINE = 300
_TEXT = 4000
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def one_line(text: str, *, longest: int = _LINE) -> str:
    r"""Return a text in one line of printable characters; others as Python escapes, its middle left out if it is long.

    >>> one_line("Northmoor\x1b[2J\nGrid")
    'Northmoor\\x1b[2J\\nGrid'
    """
    short = _shortened(text, longest)
    if short.isprintable():
        return short
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in short)


def long_text(text: str) -> str:
    """Return a text for a document that machines read: with its lines, and shortened only when it is very long."""
    return plain(_shortened(text, _TEXT))


def plain(text: str) -> str:
    """Return a text without characters that XML, UTF-8 or a terminal cannot take; they become Python escapes."""
    return _UNFIT.sub(lambda found: _escaped(found[0]), text)


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def _shortened(text: str, longest: int) -> str:
    """Return the ends of a text that is too long, and how many characters are left out between them."""
    if len(text) <= longest:
        return text
    half = max(1, longest // 2 - 20)
    return f"{text[:half]} ... {len(text) - 2 * half:,} characters ... {text[-half:]}"
