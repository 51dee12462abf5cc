"""Writes the documents that fuzzing begins with, from messages of the project: ``python -m fuzz.corpus FOLDER``."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import cim61968_9 as cim

__all__ = ["documents", "write"]

ROOT = Path(__file__).resolve().parents[2]
_LARGEST = 12_000
_EXTRA = b"<v:extra xmlns:v='urn:northmoor:extra' mark='1'>text<v:more/>tail</v:extra>"
_FORMS_EACH = 2


def documents() -> Iterator[bytes]:
    """Yield small messages of every kind, each as it is and in some of the many forms that are read."""
    forms = cycle(_forms())
    for data in _messages():
        yield data
        for form in islice(forms, _FORMS_EACH):
            with contextlib.suppress(cim.DialectError):
                yield form(data)
    for name in sorted(cim.PROFILES):
        yield cim.to_bytes(getattr(cim, name)(), mode="lax")


def _messages() -> Iterator[bytes]:
    """Yield the messages of the project, and a few that are not among them."""
    for folder in ("examples/data", "tests/golden"):
        for path in sorted((ROOT / folder).rglob("*.xml")):
            if path.stat().st_size <= _LARGEST and "default" not in path.name:
                yield path.read_bytes()
    get = cim.get("MeterReadings", ids=["NM-E-0041871"], source="Northmoor-CIS")
    yield cim.to_bytes(get)
    yield cim.to_bytes(cim.reply(get, cim.MeterReadings(), source="Northmoor-MDM"))
    operation = cim.operation("create", cim.MeterConfig(), operation_id=1)
    yield cim.to_bytes(cim.execute(operation, source="Northmoor-CIS"))
    yield cim.to_bytes(cim.compress(_message((ROOT / "tests" / "golden" / "outage-event.plain.xml").read_bytes())))


def _forms() -> list[Callable[[bytes], bytes]]:
    """Return what makes another form of a document: packed, encoded, with vendor content, in dialects, in SOAP."""
    forms: list[Callable[[bytes], bytes]] = [_packed, _encoded, _in_latin, _extended]
    forms += [partial(_spoken, name) for name in cim.DIALECTS]
    forms += [
        partial(_wrapped, version, binding)
        for binding in ("message", "operation", "abstract", "typed")
        for version in ("1.1", "1.2")
    ]
    return forms


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _encoded(data: bytes) -> bytes:
    return _bare(data).encode("utf-16")


def _in_latin(data: bytes) -> bytes:
    return f'<?xml version="1.0" encoding="ISO-8859-1"?>{_bare(data)}'.encode("latin-1", "xmlcharrefreplace")


def _extended(data: bytes) -> bytes:
    place = data.rfind(b"</")
    return data[:place] + _EXTRA + data[place:]


def _spoken(dialect: str, data: bytes) -> bytes:
    return cim.to_bytes(_message(data), dialect=dialect, mode="lax")


def _wrapped(version: str, binding: str, data: bytes) -> bytes:
    return cim.soap.wrap(_message(data), version=version, binding=binding, noun="MeterReadings", mode="lax")  # type: ignore[arg-type]


def _bare(data: bytes) -> str:
    return data.decode().partition("?>")[2]


def _message(data: bytes) -> cim.Element:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cim.CimWarning)
        return cim.read(data)


def write(folder: Path) -> int:
    """Write the documents into a folder, under names that their content gives, and return their number."""
    folder.mkdir(parents=True, exist_ok=True)
    names = set()
    for data in documents():
        name = hashlib.sha256(data).hexdigest()[:16]
        (folder / name).write_bytes(data)
        names.add(name)
    return len(names)


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]))} documents")
