"""What a document is, in a block for people: kind, verb and noun, how much of what, from when to when, what codes mean.

>>> from cim61968_9.inspecting import inspect
>>> print(inspect("examples/data/disconnect-request.xml"))
document        disconnect-request.xml, 2867 bytes, UTF-8
message         RequestMessage: create EndDeviceControls
from            Northmoor-CIS at 2026-01-14T14:02:11.512Z, PRODUCTION
message id      c259398b-df3a-57b4-a4b8-0418a1214709
correlation id  f863099a-82c0-5442-abf1-b6bdbaeb8963
content         EndDeviceControls (edition 2, confirmed)
  items         1 EndDeviceControl, 1 EndDevice, 1 EndDeviceTiming, 1 EndDeviceControlType
  period        at 2026-01-15T10:00:00Z
  controls      1 x electricity meter: open the service switch: supply off (3.31.0.23)
findings        none
"""

from ._content import Coded, Content
from ._inspect import inspect
from ._inspection import Inspection, PackedContent, RuleCount

__all__ = ["Coded", "Content", "Inspection", "PackedContent", "RuleCount", "inspect"]
