"""Differences between messages: by what they say, not by how they are written.

>>> import cim61968_9 as cim
>>> from cim61968_9.comparing import differences
>>> one = cim.get("MeterReadings", ids=["NM-E-0041871"], source="MDM", message_id="1", timestamp=None)
>>> two = cim.get("MeterReadings", ids=["NM-E-0041871"], source="CIS", message_id="1", timestamp=None)
>>> for difference in differences(one, two):
...     print(difference)
changed /RequestMessage/Header/Source: 'MDM' -> 'CIS'

Items of lists are matched by what identifies them: an mRID, a name, the time stamp of a value, the type it refers to;
what has nothing of that kind, by its content. So one value that is there in addition is one difference, wherever it
stands.
"""

from ._difference import Difference, Kind
from ._elements import differences

__all__ = ["Difference", "Kind", "differences"]
