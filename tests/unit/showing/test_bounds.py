"""Numbers that bound what is shown are whole numbers, and the error names the argument."""

from __future__ import annotations

from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9 import plots


@pytest.mark.parametrize("number", ["x", 1.5])
def test_what_is_no_whole_number_is_refused_by_name(number: Any) -> None:
    message = cim.sample("MeterReadings")
    for name in ("depth", "items", "lines"):
        with pytest.raises(TypeError, match=f"^{name} is {number!r}; expected a whole number$"):
            message.tree(**{name: number})
    for name in ("channels", "points"):
        with pytest.raises(TypeError, match=f"^{name} is {number!r}; expected a whole number$"):
            plots.load_profile(message, **{name: number})
    with pytest.raises(TypeError, match=f"^rows is {number!r}; expected a whole number$"):
        plots.event_timeline(message, rows=number)
