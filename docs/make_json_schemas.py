"""Makes the JSON Schema of each kind of message and each payload, as files of the site.

They are what ``cim.json_schema`` returns. The build of the site calls this; git ignores the files.
"""

from __future__ import annotations

import json
from pathlib import Path

from make_copies import write_all

import cim61968_9 as cim
from cim61968_9.jsons import SCHEMA_VERSION
from cim61968_9.nouns import ENVELOPES

FOLDER = f"json-schemas/{SCHEMA_VERSION}"
"""Where the files are in the site."""


def write(published: Path) -> None:
    """Write all schemas below the folder of what is published as it is."""
    texts = {name: json.dumps(cim.json_schema(name), indent=1, ensure_ascii=False) for name in names()}
    write_all(published / FOLDER, {f"{name}.json": f"{text}\n" for name, text in texts.items()})


def names() -> list[str]:
    """Return the names of the classes whose schemas are published."""
    return [*ENVELOPES, *cim.PROFILES]
