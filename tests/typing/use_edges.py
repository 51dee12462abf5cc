"""How users meet other systems: SOAP, dialects, vendors' content, JSON; mypy and pyright read this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, assert_type

import cim61968_9 as cim
from cim61968_9 import soap
from cim61968_9.jsons import from_json, to_json


def envelopes(data: bytes, request: cim.RequestMessage) -> bytes:
    """SOAP, both ways."""
    letter = soap.unwrap(data)
    assert_type(letter, soap.Letter)
    assert_type(letter.headers, tuple[cim.RawElement, ...])
    assert_type(letter.fault, tuple[str, str] | None)
    assert_type(letter.findings, tuple[cim.Finding, ...])
    assert_type(letter.soap, cim.SoapForm | None)
    assert_type(letter.binding, Literal["message", "operation", "typed", "abstract"])
    assert_type(soap.action(request), str)
    return soap.wrap(request, version="1.2", binding="typed", headers=["<x/>", cim.RawElement("<y/>")], pretty=True)


def dialects(data: bytes) -> bytes:
    """Other words for the same."""
    acme = cim.Dialect(name="Acme HES", payload="urn:acme:{noun}", verbs={"modify": "change"})
    cim.register_dialect(acme)
    assert_type(cim.DIALECTS["Acme HES"], cim.Dialect)
    assert_type(acme.verbs, Mapping[str, str])
    loaded = cim.load(data, mode="raw")
    assert_type(loaded.dialect, cim.Dialect)
    assert_type(loaded.edition, str)
    return cim.to_bytes(loaded.message, dialect=loaded.dialect, prefixes={"m": "urn:acme"})


def foreign(readings: cim.MeterReadings) -> str | None:
    """What no schema knows."""
    if readings.foreign is None:
        return None
    found = readings.foreign.find("Quality")
    assert_type(found, cim.RawElement | None)
    assert_type(readings.foreign.attributes, dict[str, str])
    return found.xml if found is not None else None


def as_json(readings: cim.MeterReadings) -> cim.MeterReadings:
    """The class decides what comes back."""
    text = to_json(readings)
    assert_type(text, str)
    assert_type(cim.json_schema(cim.EventMessage, payloads="MeterReadings"), dict[str, Any])
    return from_json(text, cim.MeterReadings)


def keep(books: cim.Exchanges) -> cim.Exchanges:
    """The books can be put away, and opened again."""
    assert_type(books.open, list[cim.Exchange])
    assert_type([one.is_open for one in books], list[bool])
    return cim.Exchanges.from_json(books.to_json(), now=lambda: dt.datetime(2026, 1, 14, tzinfo=dt.UTC))


def profiles() -> None:
    """Nouns and schemas."""
    assert_type(cim.NOUNS["MeterReadings"].cls, type[cim.Element])
    assert_type(cim.PROFILES["GetMeterReadings"].namespace, str)
    assert_type(cim.schema_path("MeterReadings").name, str)


def wrong(request: cim.RequestMessage, letter: soap.Letter) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    soap.wrap(request, version="1.3")  # type: ignore[arg-type]
    soap.wrap(request, binding="rpc")  # type: ignore[arg-type]
    soap.wrap(request, headers=[17])  # type: ignore[list-item]
    print(letter.header)  # type: ignore[attr-defined]
    cim.Dialect("Acme HES")  # type: ignore[call-arg]
    cim.Dialect(name="Acme HES", edition=2)  # type: ignore[arg-type]
    cim.Dialect(name="Acme HES", verb={})  # type: ignore[call-arg]
    cim.write(request)  # type: ignore[call-arg]
    cim.to_bytes(request, mode="raw")  # type: ignore[arg-type]
    from_json(17)  # type: ignore[call-overload]
    from_json("{}", cim.MeterReadings, limits=None)  # type: ignore[call-overload]
    to_json(request, indent="  ")  # type: ignore[arg-type]
    cim.json_schema(17)  # type: ignore[arg-type]
    cim.json_schema("EventMessage", payloads=17)  # type: ignore[arg-type]
