"""Plugin of pytest: a fixture of sample messages, and what differs when two messages should be equal.

There is nothing in it for pytest to rewrite: PYTEST_DONT_REWRITE.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cim61968_9.testing import Samples

_SHOWN = 20


@pytest.fixture
def cim_samples() -> Samples:
    """Sample messages by verb and noun, such as cim_samples["created(MeterReadings)"]; new ones in each test."""
    from cim61968_9.testing import Samples

    return Samples()


def pytest_assertrepr_compare(op: str, left: Any, right: Any) -> list[str] | None:
    """Tell where two messages differ, in CIM names; None for what is no message."""
    model = sys.modules.get("cim61968_9.model")  # without it there are no messages
    if model is None or op != "==" or type(left) is not type(right) or not isinstance(left, model.Element):
        return None
    from cim61968_9 import differences
    from cim61968_9.validation.rendering.cleaning import one_line

    found = [one_line(str(one)) for one in differences(left, right)]
    more = [f"... and {len(found) - _SHOWN:,} more"] if len(found) > _SHOWN else []
    number = f"{len(found):,} difference" + "s" * (len(found) != 1)
    return [f"{type(left).__name__}: {number}", *found[:_SHOWN], *more] if found else None
