"""What is a name in XML: names become markup, so only those that XML could have had are written."""

from __future__ import annotations

import re

__all__ = ["NCNAME", "is_attribute", "is_local"]

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME = f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*"
"""A name without a prefix, as a regular expression."""
_LOCAL = re.compile(NCNAME)
_ATTRIBUTE = re.compile(rf"(?:\{{[^{{}}]+\}})?(?!xmlns$){NCNAME}")


def is_local(text: str) -> bool:
    """Tell whether a text is a name without a prefix."""
    return _LOCAL.fullmatch(text) is not None


def is_attribute(text: str) -> bool:
    """Tell whether a text is the name of an attribute in Clark notation; a declaration of a namespace is none."""
    return _ATTRIBUTE.fullmatch(text) is not None
