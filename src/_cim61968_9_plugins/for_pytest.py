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


@pytest.hookimpl(tryfirst=True)  # pytest has words for lists, too
def pytest_assertrepr_compare(op: str, left: Any, right: Any) -> list[str] | None:
    """Tell where two messages, or lists of them, differ, in CIM names; None for what is no message."""
    model = sys.modules.get("cim61968_9.model")  # without it there are no messages
    if model is None or op != "==" or type(left) is not type(right):
        return None
    if isinstance(left, model.Element):
        return _of_objects(left, right)
    if type(left) in {list, tuple} and any(isinstance(one, model.Element) for one in (*left, *right)):
        return _of_lists(left, right)
    return None


def _of_objects(left: Any, right: Any) -> list[str] | None:
    found = _differences(left, right)
    number = f"{len(found):,} difference" + "s" * (len(found) != 1)
    more = [f"... and {len(found) - _SHOWN:,} more"] if len(found) > _SHOWN else []
    return [f"{type(left).__name__}: {number}", *found[:_SHOWN], *more] if found else None


def _of_lists(left: Any, right: Any) -> list[str] | None:
    """Tell which items differ, and in what, and which are there on one side only; of many the first."""
    found: list[str] = []
    both, different = min(len(left), len(right)), 0
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one is not other and one != other:
            different += 1
            if len(found) <= _SHOWN:
                found += [f"[{index}] {line}" for line in _item(one, other)]
    for side, longer in (("left", left), ("right", right)):
        rest = enumerate(longer[both : both + _SHOWN + 1], both)
        found += [f"[{index}] only on the {side}: {_short(one)}" for index, one in rest]
    more = ["... and more"] if len(found) > _SHOWN else []
    told = [f"{different:,} of {both:,} items different"] if different else []
    told += [f"{len(left):,} and {len(right):,} items"] if len(left) != len(right) else []
    return [f"{type(left).__name__}: {'; '.join(told)}", *found[:_SHOWN], *more] if found else None


def _item(one: Any, other: Any) -> list[str]:
    if type(one) is type(other) and isinstance(one, sys.modules["cim61968_9.model"].Element):
        return _differences(one, other) or [f"{_short(one)} != {_short(other)}"]
    return [f"{_short(one)} != {_short(other)}"]


def _differences(left: Any, right: Any) -> list[str]:
    from cim61968_9 import differences
    from cim61968_9.validation.rendering.cleaning import one_line

    return [one_line(str(one)) for one in differences(left, right)]


def _short(item: Any) -> str:
    from cim61968_9.validation.rendering.cleaning import one_line

    return one_line(repr(item), longest=200)
