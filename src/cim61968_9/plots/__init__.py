"""Load profiles and timelines of events, drawn with matplotlib (extra ``plot``).

::

    import cim61968_9 as cim

    message = cim.read("interval-day.xml")
    axes = cim.plots.load_profile(message.payload.content[0].meter_reading[0])
    axes.figure.savefig("profile.png")

Both take whatever holds readings or events, draw on ``ax`` or on a new figure, and return the axes; nothing is shown or
saved. What cannot be drawn is counted below the axis of time.
"""

from __future__ import annotations

from ._profile import load_profile
from ._timeline import event_timeline

__all__ = ["event_timeline", "load_profile"]
