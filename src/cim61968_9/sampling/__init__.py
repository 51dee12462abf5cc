"""Samples: valid messages with invented content, minimal or full, the same for the same seed.

>>> import cim61968_9 as cim
>>> from cim61968_9.sampling import sample
>>> message = sample("EndDeviceControls", seed=1)
>>> message.summary
'RequestMessage create(EndDeviceControls) from Northmoor-CIS'
>>> message == sample("EndDeviceControls", seed=1), message == sample("EndDeviceControls", seed=2)
(True, False)

What samples say is in two tables beside this module: the values of elements, and what a minimal sample consists of.
"""

from ._messages import sample

__all__ = ["sample"]
