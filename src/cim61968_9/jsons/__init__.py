"""Messages as JSON and back, without loss: :func:`to_json`, :func:`from_json`, and JSON Schemas of every class.

>>> import cim61968_9 as cim
>>> from cim61968_9.jsons import from_json, to_json
>>> readings = cim.MeterReadings()
>>> to_json(readings)
'{"$type":"MeterReadings","$version":1}'
>>> from_json(to_json(readings)) == readings
True
"""

from __future__ import annotations

from .dumping import to_json
from .keys import SCHEMA_VERSION
from .loading import from_json
from .schema import json_schema

__all__ = ["SCHEMA_VERSION", "from_json", "json_schema", "to_json"]
