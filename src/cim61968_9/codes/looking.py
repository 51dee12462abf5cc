"""From the references of messages to codes; a reference that is no code gives None.

A reference may as well be an mRID or a name, so that what is no code is not an error here. The text stays in the
message.
"""

from __future__ import annotations

from typing import Any

from ..errors import CodeError
from .end_device import EndDeviceControlCode, EndDeviceEventCode
from .reading_quality import ReadingQualityCode
from .reading_type import ReadingTypeCode

__all__ = ["code_of_element", "control_code", "event_code", "reading_quality_code", "reading_type_code"]

_DOTS = 17


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


def code_of_element(element: Any) -> ReadingTypeCode | None:
    """Return the code of a ReadingType element, None when it is a mere reference by other names."""
    from .reading_elements import has_code

    return ReadingTypeCode.from_element(element) if has_code(element) else None
