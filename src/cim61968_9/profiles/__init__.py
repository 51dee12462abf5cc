"""One module a noun and Get profile, with all of its classes under their CIM names.

::

    from cim61968_9.profiles.meter_readings import IntervalReading, MeterReading
"""
