"""Byte-exact output: what is written today is written tomorrow.

After a change that is meant, write the files anew with ``python tests/golden/test_golden.py`` and look at the
difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import cim61968_9 as cim

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples" / "data"
NAMES = ("disconnect-request", "master-data", "outage-event", "reply-with-errors")
FORMS = {
    "plain": {},
    "pretty": {"pretty": True},
    "default-namespaces": {"prefixes": {"message": "", "payload": ""}},
}


def written(name: str, form: str) -> bytes:
    """Return an example message as the library writes it."""
    return cim.to_bytes(cim.load(EXAMPLES / f"{name}.xml").message, **FORMS[form])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_bytes(name: str, form: str) -> None:
    assert written(name, form) == (HERE / f"{name}.{form}.xml").read_bytes()


if __name__ == "__main__":
    for name in NAMES:
        for form in FORMS:
            (HERE / f"{name}.{form}.xml").write_bytes(written(name, form))
