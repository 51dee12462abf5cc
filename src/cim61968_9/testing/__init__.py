"""Hypothesis strategies for every message class (extra ``testing``).

::

    from hypothesis import given
    from cim61968_9.testing import messages, objects

    @given(messages())
    def test_my_system_answers(message): ...

    @given(objects(cim.MeterReadings))
    def test_my_import(readings): ...
"""

from .strategies import messages, objects, raw_elements
from .values import values

__all__ = ["messages", "objects", "raw_elements", "values"]
