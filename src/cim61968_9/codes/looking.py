"""From the references of messages to codes; a reference that is no code gives None.

A reference may as well be an mRID or a name, so that what is no code is not an error here. The text stays in the
message.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ..errors import CodeError
from .end_device import EndDeviceCode, EndDeviceControlCode, EndDeviceEventCode
from .reading_quality import ReadingQualityCode
from .reading_type import ReadingTypeCode

__all__ = [
    "code_of_element",
    "control_code",
    "control_code_of",
    "event_code",
    "event_code_of",
    "reading_quality_code",
    "reading_quality_code_of",
    "reading_type_code",
]

C = TypeVar("C", bound=EndDeviceCode)
_DOTS = 17
_DIGITS = 40


def reading_type_code(text: str | None) -> ReadingTypeCode | None:
    """Return the code of a reference to a reading type."""
    if text is None:
        return None
    try:
        return ReadingTypeCode.parse(text)
    except CodeError:
        return ReadingTypeCode.parse_lenient(text).code if text.count(".") == _DOTS else None


def reading_quality_code(text: str | None) -> ReadingQualityCode | None:
    """Return the code of a reference to a reading quality."""
    return ReadingQualityCode.parse_lenient(text).code if text is not None and text.count(".") == 2 else None


def event_code(text: str | None) -> EndDeviceEventCode | None:
    """Return the code of a reference to an event."""
    return EndDeviceEventCode.parse_lenient(text).code if text is not None and text.count(".") == 3 else None


def control_code(text: str | None) -> EndDeviceControlCode | None:
    """Return the code of a reference to a control."""
    return EndDeviceControlCode.parse_lenient(text).code if text is not None and text.count(".") == 3 else None


def event_code_of(element: Any) -> EndDeviceEventCode | None:
    """Return the code of the definition of an event type: that among its names, else one of its four parts."""
    return _defined(element, EndDeviceEventCode, event_code)


def control_code_of(element: Any) -> EndDeviceControlCode | None:
    """Return the code of the definition of a control type: that among its names, else one of its four parts."""
    return _defined(element, EndDeviceControlCode, control_code)


def _defined(element: Any, cls: type[C], look: Callable[[str | None], C | None]) -> C | None:
    codes = dict.fromkeys(code for name in element.names if (code := look(name.name)) is not None)
    if len(codes) > 1:
        raise CodeError(
            f"this {type(element).__name__} has several codes among its names: {', '.join(map(str, codes))}"
        )
    for code in codes:
        return code
    parts = [getattr(element, name) for name in ("type", "domain", "sub_domain", "event_or_action")]
    if not any(parts[1:]):
        return None
    device, domain, sub_domain, event_or_action = (part or 0 for part in parts)
    return cls.build(device=device or "*", domain=domain, sub_domain=sub_domain, event_or_action=event_or_action)


def reading_quality_code_of(element: Any) -> ReadingQualityCode | None:
    """Return the code of the definition of a reading quality: that among its names, else one of its parts."""
    for name in element.names:
        if (code := reading_quality_code(name.name)) is not None:
            return code
    system, category, sub_category = (getattr(element, name) for name in ("system_id", "category", "sub_category"))
    if not (system or category or sub_category):
        return None
    number = sub_category.strip() if isinstance(sub_category, str) else sub_category
    is_number = isinstance(number, str) and number.isascii() and number.isdigit()
    if is_number and len(number) > _DIGITS:
        raise CodeError(f"the subcategory has {len(number)} digits; expected {_DIGITS} at most", field="subCategory")
    whole = int(number) if is_number else number or 0
    return ReadingQualityCode.build(system=system or 0, category=category or 0, sub_category=whole)


def code_of_element(element: Any) -> ReadingTypeCode | None:
    """Return the code of a ReadingType element, None when it is a mere reference by other names."""
    from .reading_elements import has_code

    return ReadingTypeCode.from_element(element) if has_code(element) else None
