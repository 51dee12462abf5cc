"""Tests of ``cim61968-9-codegen build``: packages of classes from schemas of others, in use with the library.

A vendor's schemas are written to a folder, a package is built from them and registered, and documents that are valid
by those schemas are read, looked at, written and read again.
"""

from __future__ import annotations

import datetime as dt
import importlib
import itertools
import os
import subprocess
import sys
import threading
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

import cim61968_9 as cim
from cim61968_9.nouns import registry
from cim61968_9_codegen.cli import main
from cim61968_9_codegen.decisions import snake_case

ROOT = Path(__file__).parents[2]
MESSAGE = "http://iec.ch/TC57/2011/schema/message"
ACME = "urn:acme:meter-config"
NUMBERS = itertools.count(1)
OPTIONAL = 'minOccurs="0"'
MANY = 'maxOccurs="unbounded"'

Builder = Callable[..., ModuleType]


def schema(body: str, namespace: str = "urn:x", head: str = "", more: str = 'elementFormDefault="qualified"') -> str:
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="{namespace}" targetNamespace="{namespace}"'
        f" {more}>\n{head}\n{body}\n</xs:schema>\n"
    )


def root(content: str, after: str = "", name: str = "R") -> str:
    """Return a root element with this content, and what follows it."""
    return f'<xs:element name="{name}"><xs:complexType>{content}</xs:complexType></xs:element>{after}'


def seq(*members: str) -> str:
    return f"<xs:sequence>{''.join(members)}</xs:sequence>"


def el(name: str, kind: str = "xs:string", more: str = "") -> str:
    return f'<xs:element name="{name}" type="{kind}" {more}/>'


def kind(name: str, content: str) -> str:
    return f'<xs:complexType name="{name}">{content}</xs:complexType>'


def values(name: str, *listed: str) -> str:
    lines = "".join(f'<xs:enumeration value="{value}"/>' for value in listed)
    return f'<xs:simpleType name="{name}"><xs:restriction base="xs:string">{lines}</xs:restriction></xs:simpleType>'


def extension(base: str, content: str = "", of: str = "complex") -> str:
    return f'<xs:{of}Content><xs:extension base="{base}">{content}</xs:extension></xs:{of}Content>'


def note(text: str) -> str:
    return f"<xs:annotation><xs:documentation>{text}</xs:documentation></xs:annotation>"


def document(content: str, attributes: str = "", name: str = "R", namespace: str = "urn:x") -> bytes:
    """Return a bare payload in the form in which the library writes it."""
    inside = f">{content}</m:{name}>" if content else "/>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<m:{name} xmlns:m="{namespace}"{attributes}{inside}\n'.encode()


def save(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / f"{name}.xsd"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def at(found: Any, path: str) -> Any:
    """Return what stands at a path such as ``meter.0.limit``."""
    for part in path.split("."):
        found = found[int(part)] if part.isdigit() else getattr(found, part)
    return found


def shape(element: etree._Element) -> tuple[object, ...]:
    """Return all that an element says, whatever its prefixes are."""
    children = [(shape(child), child.tail or "") for child in element]
    return (element.tag, dict(element.attrib), element.text or "", children)


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    """Return a function that builds, imports and registers a package; afterwards the library knows it no more."""
    for name, table in vars(registry).items():
        if isinstance(table, dict):
            monkeypatch.setattr(registry, name, dict(table))
    monkeypatch.syspath_prepend(tmp_path)
    made: list[str] = []

    def make(files: Mapping[str, str]) -> ModuleType:
        package = f"vendor_{next(NUMBERS)}"
        made.append(package)
        folder = save(tmp_path / f"xsd_{package}", files)
        assert main(["build", str(folder), "--package", package, "--out", str(tmp_path)]) == 0
        importlib.invalidate_caches()
        module = importlib.import_module(package)
        for path in sorted((tmp_path / package).rglob("*.py")):
            importlib.import_module(".".join(path.relative_to(tmp_path).with_suffix("").parts))
        cim.register(module)
        return module

    yield make
    monkeypatch.undo()
    registry.version += 1
    for name in [name for name in sys.modules if name.partition(".")[0] in made]:
        del sys.modules[name]


def valid(files: Mapping[str, str], tmp_path: Path, data: bytes) -> bool:
    """Tell whether a document is valid against the first of the schemas, by libxml2."""
    folder = save(tmp_path / "validation", files)
    compiled = etree.XMLSchema(etree.parse(str(folder / f"{next(iter(files))}.xsd")))
    return compiled.validate(etree.fromstring(data))


# A vendor's meter configuration

ACME_SCHEMA = schema(
    """
  <xs:element name="MeterConfig" type="t:MeterConfig"/>
  <xs:complexType name="MeterConfig">
    <xs:sequence>
      <xs:element name="Meter" type="t:Meter" maxOccurs="unbounded"/>
      <xs:element name="rollout" type="t:lambda" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Meter">
    <xs:annotation>
      <xs:documentation>Meter with the makers' own settings. Revised in "May".</xs:documentation>
    </xs:annotation>
    <xs:sequence>
      <xs:element name="mRID" type="xs:string"/>
      <xs:element name="serialNumber" type="xs:token"/>
      <xs:element name="installed" type="xs:date" minOccurs="0"/>
      <xs:element name="interval" type="xs:duration"/>
      <xs:element name="registerDigits" type="xs:int"/>
      <xs:element name="publicKey" type="xs:base64Binary" minOccurs="0"/>
      <xs:element name="tariffBand" type="t:Band" minOccurs="0" maxOccurs="4"/>
      <xs:element name="limit" type="t:Quantity" minOccurs="0" maxOccurs="unbounded"/>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="Relay" type="t:Relay"/>
        <xs:element name="Valve" type="t:Valve"/>
      </xs:choice>
      <xs:element name="SubMeter" type="t:Meter" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="revision" type="xs:unsignedByte" use="required"/>
    <xs:attribute name="class" type="t:Accuracy"/>
  </xs:complexType>
  <xs:complexType name="Quantity">
    <xs:simpleContent>
      <xs:extension base="xs:decimal">
        <xs:attribute name="unit" type="xs:string" use="required"/>
        <xs:attribute name="from" type="xs:time"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="Relay"><xs:sequence><xs:element name="closed" type="xs:boolean"/></xs:sequence></xs:complexType>
  <xs:complexType name="Valve"><xs:sequence><xs:element name="opening" type="xs:double"/></xs:sequence></xs:complexType>
  <xs:complexType name="lambda"><xs:sequence><xs:element name="wave" type="xs:int"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Band">
    <xs:restriction base="xs:string">
      <xs:enumeration value="class"/><xs:enumeration value=""/><xs:enumeration value="a-b"/>
      <xs:enumeration value="title"/><xs:enumeration value="peak"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Accuracy">
    <xs:restriction base="xs:string"><xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction>
  </xs:simpleType>
""",
    ACME,
)
ACME_FILES = {"MeterConfig": ACME_SCHEMA}
METER = (
    '<m:Meter revision="7" class="B"><m:mRID>5f2a</m:mRID><m:serialNumber>AC 4711</m:serialNumber>'
    "<m:installed>2026-03-01</m:installed><m:interval>PT15M</m:interval><m:registerDigits>-6</m:registerDigits>"
    "<m:publicKey>QUNNRQ==</m:publicKey><m:tariffBand>class</m:tariffBand><m:tariffBand></m:tariffBand>"
    "<m:tariffBand>a-b</m:tariffBand><m:tariffBand>title</m:tariffBand>"
    '<m:limit unit="kW" from="06:30:00">11.040</m:limit><m:limit unit="kvar">0.5</m:limit>'
    "<m:Relay><m:closed>true</m:closed></m:Relay><m:Relay><m:closed>false</m:closed></m:Relay>"
    "<m:Valve><m:opening>0.25</m:opening></m:Valve>"
    '<m:SubMeter revision="1"><m:mRID>5f2b</m:mRID><m:serialNumber>S1</m:serialNumber><m:interval>P1D</m:interval>'
    "<m:registerDigits>8</m:registerDigits></m:SubMeter></m:Meter>"
)
ACME_CONTENT = f"{METER}<m:rollout><m:wave>3</m:wave></m:rollout>"


def enveloped(content: str, namespace: str = ACME, noun: str = "MeterConfig") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<msg:RequestMessage xmlns:msg="{MESSAGE}"><msg:Header><msg:Verb>create</msg:Verb><msg:Noun>{noun}</msg:Noun>'
        "<msg:Timestamp>2026-03-01T08:00:00Z</msg:Timestamp><msg:Source>HES</msg:Source>"
        "<msg:MessageID>m-1</msg:MessageID></msg:Header>"
        f'<msg:Payload><m:{noun} xmlns:m="{namespace}">{content}</m:{noun}></msg:Payload></msg:RequestMessage>\n'
    ).encode()


def payload_of(data: bytes) -> bytes:
    payload = etree.fromstring(data).find(f"{{{MESSAGE}}}Payload")
    assert payload is not None
    return etree.tostring(payload[0])


def test_a_vendors_payload_is_read_into_typed_values(builder: Builder) -> None:
    acme = builder(ACME_FILES)
    loaded = cim.load(enveloped(ACME_CONTENT), mode="strict")
    assert (loaded.findings, str(loaded.dialect)) == ((), "")
    (config,) = loaded.message.payload.content
    assert type(config).__module__ == f"{acme.__name__}.meter_config"
    assert type(config) is not cim.MeterConfig
    (meter,) = config.meter
    assert (meter.mrid, meter.serial_number, meter.public_key) == ("5f2a", "AC 4711", "QUNNRQ==")
    assert meter.installed == dt.date(2026, 3, 1)
    assert type(meter.interval) is cim.Duration
    assert meter.interval.to_timedelta() == dt.timedelta(minutes=15)
    assert (meter.register_digits, meter.revision) == (-6, 7)
    band = type(meter.tariff_band[0])
    assert meter.tariff_band == [band.class_, band.empty, band.a_b, band.title_]
    assert [value.value for value in band] == ["class", "", "a-b", "title", "peak"]
    assert meter.class_ is type(meter.class_).B
    assert [(limit.value, limit.unit) for limit in meter.limit] == [(Decimal("11.040"), "kW"), (Decimal("0.5"), "kvar")]
    assert str(meter.limit[0].value) == "11.040"
    assert (meter.limit[0].from_, meter.limit[1].from_) == (dt.time(6, 30), None)
    assert [relay.closed for relay in meter.relay] == [True, False]
    assert [valve.opening for valve in meter.valve] == [0.25]
    (below,) = meter.sub_meter
    assert type(below) is type(meter)
    assert (below.mrid, below.class_, below.sub_meter) == ("5f2b", None, [])
    assert type(config.rollout).__name__ == "lambda_"
    assert config.rollout.wave == 3


def test_a_vendors_payload_is_written_as_it_was_read(builder: Builder, tmp_path: Path) -> None:
    builder(ACME_FILES)
    data = enveloped(ACME_CONTENT)
    message = cim.read(data)
    written = cim.to_bytes(message)
    assert written == data
    assert cim.read(written) == message
    assert valid(ACME_FILES, tmp_path, payload_of(written))


def test_a_payload_made_of_the_built_classes_is_valid(builder: Builder, tmp_path: Path) -> None:
    module = importlib.import_module(f"{builder(ACME_FILES).__name__}.meter_config")
    meter = module.Meter(
        revision=2,
        mrid="5f2c",
        serial_number="AC 1",
        interval=cim.Duration("PT30M"),
        register_digits=6,
        tariff_band=[module.Band.a_b],
        limit=[module.Quantity(value=Decimal("3.60"), unit="kW")],
    )
    written = cim.to_bytes(module.MeterConfig(meter=[meter]))
    assert b'<m:limit unit="kW">3.60</m:limit>' in written
    assert valid(ACME_FILES, tmp_path, written)
    assert cim.read(written) == module.MeterConfig(meter=[meter])
    with pytest.raises(TypeError, match="'unit'"):
        module.Quantity(value=Decimal(1))
    with pytest.raises(cim.InvalidMessageError, match="XSD103 /MeterConfig/Meter: .* at least 1 in meter, found none"):
        cim.to_bytes(module.MeterConfig())


def test_what_the_vendors_schema_does_not_know_is_kept(builder: Builder) -> None:
    builder(ACME_FILES)
    extra = '<m:colour>grey</m:colour><v:Seal xmlns:v="urn:v" v:n="1">S-9</v:Seal>'
    content = ACME_CONTENT.replace("<m:installed>", f"{extra}<m:installed>").replace(
        ' class="B"', ' class="B" lot="L1"'
    )
    data = enveloped(content)
    loaded = cim.load(data)
    assert [finding.rule for finding in loaded.findings] == ["XSD102", "XSD101", "XSD101"]
    (meter,) = loaded.message.payload.content[0].meter
    assert meter.foreign.attributes == {"lot": "L1"}
    assert [kept.element.name for kept in meter.foreign.elements] == ["colour", "Seal"]
    written = cim.to_bytes(loaded.message)
    assert cim.load(written).message == loaded.message
    places = [etree.QName(child).localname for child in etree.fromstring(payload_of(written))[0]]
    assert places[:5] == ["mRID", "serialNumber", "colour", "Seal", "installed"]


def test_values_the_schema_does_not_allow_are_found_and_kept(builder: Builder) -> None:
    builder(ACME_FILES)
    content = ACME_CONTENT.replace("PT15M", "15 min").replace(">title<", ">turbo<").replace('"7"', '"256"')
    loaded = cim.load(enveloped(content))
    assert [finding.rule for finding in loaded.findings] == ["XSD107", "XSD107", "XSD110"]
    (meter,) = loaded.message.payload.content[0].meter
    assert meter.interval == cim.InvalidText("15 min")
    assert (meter.tariff_band[3], meter.tariff_band[3].is_known) == ("turbo", False)
    written = cim.to_bytes(loaded.message, mode="lax")
    assert etree.tostring(etree.fromstring(written), method="c14n") == etree.tostring(
        etree.fromstring(enveloped(content)), method="c14n"
    )
    with pytest.raises(cim.InvalidMessageError):
        cim.to_bytes(loaded.message)


def test_a_noun_of_the_same_name_in_the_librarys_namespace_stays_the_librarys(builder: Builder) -> None:
    builder(ACME_FILES)
    names = "<m:Names><m:name>M-1</m:name></m:Names>"
    ours = enveloped(f"<m:Meter>{names}</m:Meter>", "http://iec.ch/TC57/2011/MeterConfig#")
    message = cim.read(ours, mode="strict")
    config = message.payload.one(cim.MeterConfig)
    assert config.meter[0].names[0].name == "M-1"
    assert cim.to_bytes(message) == ours
    (theirs,) = cim.read(enveloped(ACME_CONTENT)).payload.content
    assert not isinstance(theirs, cim.MeterConfig)


def test_a_known_name_in_a_third_namespace_is_the_librarys(builder: Builder) -> None:
    builder(ACME_FILES)
    loaded = cim.load(enveloped("<m:Meter><m:Names><m:name>M-1</m:name></m:Names></m:Meter>", "urn:third"))
    assert type(loaded.message.payload.content[0]) is cim.MeterConfig
    assert [finding.rule for finding in loaded.findings] == ["XSD112"]


def test_a_new_name_is_found_in_any_namespace(builder: Builder) -> None:
    package = builder({"R": schema(root(seq(el("a"))))})
    profile = registry.find("urn:elsewhere", "R")
    assert profile is not None
    assert (profile.namespace, profile.module) == ("urn:x", f"{package.__name__}.r")
    loaded = cim.load(document("<m:a>1</m:a>", namespace="urn:elsewhere"))
    assert (loaded.message.a, [finding.rule for finding in loaded.findings]) == ("1", ["XSD112"])


def test_register_returns_the_profiles_of_the_package(builder: Builder) -> None:
    package = builder(ACME_FILES)
    (profile,) = cim.register(package)
    assert (profile.name, profile.namespace, profile.schema) == ("MeterConfig", ACME, "MeterConfig.xsd")
    assert (profile.edition, profile.confidence, profile.evidence, profile.estimate) == ("", "", "", "")
    assert profile.cls is importlib.import_module(f"{package.__name__}.meter_config").MeterConfig
    with pytest.raises(TypeError, match="has no table ROOTS; expected a package built by 'cim61968-9-codegen build'"):
        cim.register(sys)


def test_the_fixture_forgets_what_was_registered() -> None:
    """Tests of this file leave the library as it was."""
    profile = registry.find(ACME, "MeterConfig")
    assert profile is cim.PROFILES["MeterConfig"]
    assert registry.find("urn:x", "R") is None


# The package

HEADER = ["# Generated code: do not edit.", "# Generator: cim61968-9-codegen build"]


def test_files_of_a_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = save(tmp_path / "xsd", ACME_FILES)
    assert main(["build", str(folder), "--package", "acme.v2", "--out", str(tmp_path / "out")]) == 0
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.py"))
    assert written == ["acme/v2/__init__.py", "acme/v2/meter_config.py", "acme/v2/roots.py"]
    for path in written:
        lines = (tmp_path / "out" / path).read_text(encoding="utf-8").splitlines()
        assert lines[:2] == HEADER
    output = capsys.readouterr()
    assert output.out.splitlines() == [
        f"3 modules written to {tmp_path / 'out' / 'acme' / 'v2'}",
        "use them with: import acme.v2, cim61968_9; cim61968_9.register(acme.v2)",
    ]
    assert output.err == ""


def test_documentation_of_the_schema_becomes_docstrings(builder: Builder) -> None:
    module = importlib.import_module(f"{builder(ACME_FILES).__name__}.meter_config")
    text = 'Meter with the makers\' own settings.\n\n    Revised in "May".\n    '
    assert module.Meter.__doc__ == text
    assert module.Valve.__doc__ == "The type Valve of the schema."


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the folder is called and in whatever order sets come out."""
    files = {
        **ACME_FILES,
        "Two": schema(root(seq(el("n", "t:Relay")), kind("Relay", seq(el("closed", "xs:boolean"))), "Two")),
    }
    built = []
    for number, seed in enumerate(("0", "1")):
        folder = save(tmp_path / f"xsd{number}", files)
        command = [sys.executable, "-m", "cim61968_9_codegen.cli", "build", str(folder), "--package", "acme"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        subprocess.run(
            [*command, "--out", str(tmp_path / f"out{number}")], check=True, env=environment, capture_output=True
        )
        out = tmp_path / f"out{number}"
        built.append({path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.py")})
    assert built[0] == built[1]
    assert sorted(built[0]) == [
        "acme/__init__.py",
        "acme/common/__init__.py",
        "acme/common/selection.py",
        "acme/meter_config.py",
        "acme/roots.py",
        "acme/two.py",
    ]


def test_types_that_two_schemas_of_a_vendor_share_are_one_class(builder: Builder) -> None:
    def noun(name: str, more: str = "") -> str:
        types = (
            kind("Name", seq(el("name"))) + kind("Site", seq(el("code"), more)) + kind("Tag", seq(el("Name", "t:Name")))
        )
        return schema(root(seq(el("s", "t:Site"), el("t", "t:Tag")), types, name), f"urn:{name}")

    package = builder({"One": noun("One"), "Two": noun("Two", el("more"))}).__name__
    one, two = (importlib.import_module(f"{package}.{name}") for name in ("one", "two"))
    assert one.Name is two.Name
    assert one.Tag is two.Tag
    assert one.Site is not two.Site
    assert one.Name.__module__ == f"{package}.common.identity"
    assert str(one.Name(name="Depot")) == "Depot"
    data = document("<m:s><m:code>1</m:code></m:s><m:t><m:Name><m:name>n</m:name></m:Name></m:t>", "", "One", "urn:One")
    assert cim.to_bytes(cim.read(data, mode="strict")) == data


def modules_of(package: ModuleType) -> dict[str, str]:
    """Return the module that defines each class which some schema of a package offers."""
    found = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith(f"{package.__name__}.") and not name.endswith((".roots", ".common")):
            for cls in vars(module).values():
                if isinstance(cls, type) and cls.__module__.startswith(f"{package.__name__}."):
                    found[cls.__qualname__] = cls.__module__.removeprefix(f"{package.__name__}.")
    return found


def test_shared_types_that_refer_to_topics_in_a_circle_live_together(builder: Builder) -> None:
    """``Status`` and ``Reading`` have topics of their own; as modules they would import each other."""
    types = kind("Status", seq(el("r", "t:Reading", OPTIONAL), el("n", more=OPTIONAL))) + kind(
        "Reading", seq(el("s", "t:Status", OPTIONAL))
    )
    files = {name: schema(root(seq(el("s", "t:Status")), types, name), f"urn:{name}") for name in ("One", "Two")}
    package = builder(files)
    assert modules_of(package) == {
        "One": "one",
        "Two": "two",
        "Reading": "common.selection",
        "Status": "common.selection",
    }
    data = document("<m:s><m:r><m:s><m:n>1</m:n></m:s></m:r></m:s>", "", "Two", "urn:Two")
    assert cim.to_bytes(cim.read(data, mode="strict")) == data


def test_a_shared_type_does_not_refer_to_one_that_is_not(builder: Builder) -> None:
    """``Site`` is the same in A and B only, ``Code`` in C and D is more frequent: both of A's stay with A."""

    def one(name: str, code: str, *, site: bool) -> str:
        members = (el("s", "t:Site") if site else "", el("c", "t:Code"))
        types = kind("Code", seq(el(code))) + (kind("Site", seq(el("c", "t:Code"))) if site else "")
        return schema(root(seq(*members), types, name), f"urn:{name}")

    files = {name: one(name, "x", site=True) for name in "AB"} | {name: one(name, "y", site=False) for name in "CDE"}
    package = builder(files).__name__
    a, b, c, e = (importlib.import_module(f"{package}.{name}") for name in "abce")
    assert a.Site is b.Site
    assert a.Code is b.Code
    assert c.Code is e.Code
    assert [cls.__module__.removeprefix(f"{package}.") for cls in (a.Site, a.Code, c.Code)] == [
        "a",
        "a",
        "common.selection",
    ]
    data = document("<m:s><m:c><m:x>1</m:x></m:c></m:s><m:c><m:x>2</m:x></m:c>", "", "B", "urn:B")
    assert cim.to_bytes(cim.read(data, mode="strict")) == data


def test_roots_of_one_type_are_classes_of_their_own(builder: Builder) -> None:
    package = builder({"R": schema(el("Q", "t:T") + el("T", "t:T") + el("P", "t:T") + kind("T", seq(el("n"))))})
    module = importlib.import_module(f"{package.__name__}.r")
    assert [row[:4] for row in package.ROOTS] == [
        ("Q", "urn:x", module.__name__, "Q"),
        ("T", "urn:x", module.__name__, "T"),
        ("P", "urn:x", module.__name__, "P"),
    ]
    assert issubclass(module.Q, module.T)
    assert module.Q.__doc__ == "The root element Q, of the type T."
    for name in "PQT":
        made = getattr(module, name)(n="1")
        data = document("<m:n>1</m:n>", name=name)
        assert cim.to_bytes(made) == data
        assert cim.read(data) == made
        assert type(cim.read(data)) is type(made)
    assert module.Q(n="1") != module.T(n="1")


def test_roots_of_a_type_that_schemas_share_are_written_under_their_own_names(builder: Builder) -> None:
    def noun(name: str) -> str:
        return schema(el(name, "t:T") + kind("T", seq(el("n"), el("t", "t:T", OPTIONAL))), f"urn:{name}")

    package = builder({"One": noun("One"), "Two": noun("Two")}).__name__
    one, two = (importlib.import_module(f"{package}.{name}") for name in ("one", "two"))
    assert one.T is two.T
    for module, name in ((one, "One"), (two, "Two")):
        data = document("<m:n>1</m:n><m:t><m:n>2</m:n></m:t>", "", name, f"urn:{name}")
        message = cim.read(data, mode="strict")
        assert type(message) is getattr(module, name)
        assert cim.to_bytes(message) == data
        assert cim.to_bytes(getattr(module, name)(n="1", t=module.T(n="2"))) == data


def test_roots_of_one_name_in_two_schemas_are_two_classes(builder: Builder) -> None:
    files = {
        f"{name}/R": schema(root(seq(el("n"), el("t", "t:T"))) + kind("T", seq(el("m"))), f"urn:{name}")
        for name in ("v1", "v2")
    }
    package = builder(files).__name__
    one, two = (importlib.import_module(f"{package}.{name}_r") for name in ("v1", "v2"))
    assert one.R is not two.R
    assert (one.R.__module__, two.R.__module__) == (one.__name__, two.__name__)
    assert one.T is two.T
    for module, name in ((one, "v1"), (two, "v2")):
        data = document("<m:n>1</m:n><m:t><m:m>2</m:m></m:t>", namespace=f"urn:{name}")
        message = cim.read(data, mode="strict")
        assert type(message) is module.R
        assert cim.to_bytes(message) == data


def test_what_schemas_include_is_in_the_modules_of_those(builder: Builder) -> None:
    head = '<xs:include schemaLocation="Types.xsd"/>'
    files = {
        "One": schema(el("One", "t:Site"), head=head),
        "Two": schema(root(seq(el("s", "t:Site"), '<xs:element ref="t:Seal"/>'), name="Two"), head=head),
        "Types": schema(kind("Site", seq(el("n"))) + kind("Unused", seq(el("n"))) + el("Seal", "t:Site")),
    }
    package = builder(files)
    assert modules_of(package) == {"One": "one", "Seal": "one", "Site": "common.selection", "Two": "two"}
    assert [(row[0], row[4]) for row in package.ROOTS] == [
        ("Seal", "One.xsd"),
        ("One", "One.xsd"),
        ("Two", "Two.xsd"),
    ]
    data = document("<m:s><m:n>1</m:n></m:s><m:Seal><m:n>2</m:n></m:Seal>", name="Two")
    assert cim.to_bytes(cim.read(data, mode="strict")) == data


def test_file_names_become_names_of_modules(tmp_path: Path) -> None:
    names = ["Meter-Config", "MeterConfig_v1.0", "class", "roots", "common", "1st", "v1/R", "v2/R", "v2/r_", "ÄZähler"]
    files = {name: schema(root(seq(el("a"))), f"urn:{number}") for number, name in enumerate(names)}
    assert run(tmp_path, files) == 0
    written = {path.name for path in (tmp_path / "out" / "acme").iterdir()}
    assert written == {
        "__init__.py",
        "roots.py",
        "meter_config.py",
        "meter_config_v1_0.py",
        "class_.py",
        "roots_.py",
        "common_.py",
        "schema_1st.py",
        "v1_r.py",
        "v2_r.py",
        "r_.py",
        "äzähler.py",
    }


def test_the_librarys_own_schemas_give_the_librarys_own_classes(tmp_path: Path) -> None:
    """Whoever holds the same schemas builds the same code. The package name is as long, for the same line breaks."""
    package, ours = "vendor_iec.generated_", "cim61968_9._generated"
    assert main(["build", str(ROOT / "xsd" / "2011"), "--package", package, "--out", str(tmp_path)]) == 0
    folder = ROOT / "src" / "cim61968_9" / "_generated"
    expected = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    target = tmp_path / "vendor_iec" / "generated_"
    built = {path.relative_to(target).as_posix(): path.read_text(encoding="utf-8") for path in target.rglob("*.py")}
    assert sorted(built) == sorted(expected)
    for path, text in built.items():
        assert text.replace(package, ours).replace("cim61968-9-codegen build", "nox -s codegen") == expected[path], path


# One feature of XML Schema at a time


def feature(
    name: str,
    files: str | Mapping[str, str],
    data: bytes | list[bytes],
    expected: Mapping[str, object] | None = None,
) -> Any:
    """Return a case: schemas, valid documents, and what the first is read into."""
    every = {"R": files} if isinstance(files, str) else files
    return pytest.param(every, [data] if isinstance(data, bytes) else data, expected or {}, id=name)


def simple(name: str, **values_by_type: tuple[str, object]) -> Any:
    members = "".join(el(kind_name, f"xs:{kind_name}") for kind_name in values_by_type)
    text = "".join(f"<m:{kind_name}>{value[0]}</m:{kind_name}>" for kind_name, value in values_by_type.items())
    expected = {snake_case(kind_name): value[1] for kind_name, value in values_by_type.items()}
    return feature(name, schema(root(seq(members))), document(text), expected)


def enumeration(*listed: str, names: tuple[str, ...] = ()) -> Any:
    text = "".join(f"<m:e>{value}</m:e>" for value in listed)
    expected: dict[str, object] = {f"e.{number}": value for number, value in enumerate(listed)}
    expected.update({f"e.{number}.name": name for number, name in enumerate(names)})
    body = root(seq(el("e", "t:E", 'maxOccurs="unbounded"')), values("E", *listed))
    return feature(f"values {' '.join(listed)}", schema(body), document(text), expected)


def member(tag: str, name: str) -> Any:
    """Return a case of an optional element before a list and a time, all in one class."""
    body = root(
        seq(el(tag, "xs:string", 'minOccurs="0"'), el("zone", "xs:string", 'maxOccurs="9"'), el("at", "xs:dateTime"))
    )
    text = f"<m:{tag}>1</m:{tag}><m:zone>a</m:zone><m:zone>b</m:zone><m:at>2026-03-01T00:00:00Z</m:at>"
    return feature(f"element {tag}", schema(body), document(text), {name: "1", "zone": ["a", "b"]})


def type_name(name: str) -> Any:
    body = root(seq(el("s", f"t:{name}"), el("d", "xs:duration")), kind(name, seq(el("n"))))
    text = "<m:s><m:n>1</m:n></m:s><m:d>PT1H</m:d>"
    return feature(f"type {name}", schema(body), document(text), {"s.n": "1", "d": cim.Duration("PT1H")})


def file_name(name: str) -> Any:
    return feature(f"file {name}", {name: schema(root(seq(el("a"))))}, document("<m:a>1</m:a>"), {"a": "1"})


def remark(name: str, text: str) -> Any:
    body = root(seq(f'<xs:element name="a" type="xs:string">{note(text)}</xs:element>'))
    return feature(f"text {name}", schema(body), document("<m:a>1</m:a>"), {"a": "1"})


def inline(name: str, *members: str) -> str:
    return f'<xs:element name="{name}"><xs:complexType>{seq(*members)}</xs:complexType></xs:element>'


def including(body: str, types: str) -> dict[str, str]:
    return {"R": schema(body, head='<xs:include schemaLocation="Types.xsd"/>'), "Types": schema(types)}


def importing(body: str, types: str) -> dict[str, str]:
    head = '<xs:import namespace="urn:o" schemaLocation="Other.xsd"/>'
    more = 'elementFormDefault="qualified" xmlns:o="urn:o"'
    return {"R": schema(body, head=head, more=more), "Other": schema(types, "urn:o")}


def mutual(namespace: str, name: str, member_name: str) -> str:
    """Return a schema whose types A and B hold each other; B is the same whatever A has besides."""
    a = kind("A", seq(el("b", "t:B", 'minOccurs="0"'), el(member_name)))
    b = kind("B", seq(el("a", "t:A", 'minOccurs="0"')))
    return schema(root(seq(el("first", "t:A")), a + b, name), namespace)


def choice_of(name: str, *listed: str) -> str:
    """Return an element with an anonymous type of these values."""
    lines = "".join(f'<xs:enumeration value="{value}"/>' for value in listed)
    content = f'<xs:simpleType><xs:restriction base="xs:string">{lines}</xs:restriction></xs:simpleType>'
    return f'<xs:element name="{name}">{content}</xs:element>'


NAMED = ' xmlns:t="urn:x" targetNamespace="urn:x"'
LIST = '<xs:simpleType name="L"><xs:list itemType="{}"/></xs:simpleType>'
UNION = '<xs:simpleType name="U"><xs:union memberTypes="{} xs:string"/></xs:simpleType>'
FEATURES = [
    simple(
        "numbers",
        int=("-3", -3),
        integer=("12345678901234567890", 12345678901234567890),
        unsignedByte=("255", 255),
        decimal=("1.50", Decimal("1.50")),
        boolean=("true", True),
        double=("1500.5", 1500.5),
        float=("-INF", float("-inf")),
    ),
    simple(
        "texts",
        string=(" a  b ", " a  b "),
        token=("a b", "a b"),
        normalizedString=("a b", "a b"),
        anyURI=("http://x/y?z", "http://x/y?z"),
        NMTOKENS=("a b", "a b"),
        base64Binary=("QUJD", "QUJD"),
        hexBinary=("0aFF", "0aFF"),
        gYear=("2026", "2026"),
        anySimpleType=("x", "x"),
    ),
    simple(
        "times",
        date=("2026-03-01", dt.date(2026, 3, 1)),
        time=("23:45:00", dt.time(23, 45)),
        dateTime=("2026-03-01T00:15:00+01:00", dt.datetime.fromisoformat("2026-03-01T00:15:00+01:00")),
        duration=("P1Y2M", cim.Duration("P1Y2M")),
    ),
    feature(
        "a repeating choice keeps the order of its members",
        schema(root(f'<xs:choice maxOccurs="unbounded">{el("a")}{el("b", "xs:int")}</xs:choice>')),
        document("<m:a>1</m:a><m:b>2</m:b><m:a>3</m:a><m:b>4</m:b>"),
        {"a": ["1", "3"], "b": [2, 4]},
    ),
    feature(
        "a repeating choice",
        schema(root(f'<xs:choice maxOccurs="unbounded">{el("a")}{el("b", "xs:int")}</xs:choice>')),
        document("<m:a>1</m:a><m:a>3</m:a><m:b>2</m:b><m:b>4</m:b>"),
        {"a": ["1", "3"], "b": [2, 4]},
    ),
    feature(
        "single choices",
        schema(
            root(
                seq(f"<xs:choice>{el('a')}{el('b')}</xs:choice><xs:choice minOccurs='0'>{el('c')}{el('d')}</xs:choice>")
            )
        ),
        [document("<m:a>1</m:a><m:d>2</m:d>"), document("<m:b>1</m:b>")],
        {"a": "1", "b": None, "c": None, "d": "2"},
    ),
    feature(
        "an optional group of required members",
        schema(root(f'<xs:sequence><xs:sequence minOccurs="0">{el("b")}{el("c")}</xs:sequence></xs:sequence>')),
        [document("<m:b>1</m:b><m:c>2</m:c>"), document("")],
        {"b": "1", "c": "2"},
    ),
    feature(
        "model groups and attribute groups",
        schema(
            root(seq('<xs:group ref="t:G"/>') + '<xs:attributeGroup ref="t:A"/>')
            + f'<xs:group name="G">{seq(el("x"), el("y"))}</xs:group>'
            + '<xs:attributeGroup name="A"><xs:attribute name="z" use="required"/></xs:attributeGroup>'
        ),
        document("<m:x>1</m:x><m:y>2</m:y>", ' z="3"'),
        {"x": "1", "y": "2", "z": "3"},
    ),
    feature(
        "a recursive type",
        schema(
            root(seq(el("n", "t:N")), kind("N", seq(el("l"), el("n", "t:N", 'minOccurs="0" maxOccurs="unbounded"'))))
        ),
        document("<m:n><m:l>1</m:l><m:n><m:l>2</m:l></m:n></m:n>"),
        {"n.l": "1", "n.n.0.l": "2", "n.n.0.n": []},
    ),
    feature(
        "types that hold each other",
        mutual("urn:x", "R", "x"),
        document("<m:first><m:b><m:a><m:x>1</m:x></m:a></m:b><m:x>2</m:x></m:first>"),
        {"first.b.a.x": "1", "first.x": "2"},
    ),
    feature(
        "references by attribute",
        schema(
            root(
                seq('<xs:element name="Kind"><xs:complexType><xs:attribute name="ref"/></xs:complexType></xs:element>')
            )
        ),
        document('<m:Kind ref="3.26.0.85"/>'),
        {"kind": "3.26.0.85"},
    ),
    feature(
        "values of an attribute",
        schema(
            root('<xs:attribute name="u" type="xs:int" use="required"/><xs:attribute name="class" type="t:E"/>')
            + values("E", "k")
        ),
        document("", ' u="3" class="k"'),
        {"u": 3, "class_": "k"},
    ),
    feature(
        "values of a text with attributes",
        schema(
            root(
                seq(el("q", "t:Q")),
                values("E", "k") + kind("Q", extension("t:E", '<xs:attribute name="u"/>', "simple")),
            )
        ),
        document('<m:q u="kWh">k</m:q>'),
        {"q.value": "k", "q.u": "kWh"},
    ),
    feature(
        "fixed and default values",
        schema(
            root(
                seq(el("a", "xs:string", 'fixed="1"'), el("b", "xs:int", 'default="3"'))
                + '<xs:attribute name="v" fixed="2.0"/>'
            )
        ),
        document("<m:a>1</m:a><m:b>4</m:b>", ' v="2.0"'),
        {"a": "1", "b": 4, "v": "2.0"},
    ),
    feature(
        "exactly two of a member",
        schema(root(seq(el("a", "xs:string", 'minOccurs="2" maxOccurs="2"')))),
        document("<m:a>1</m:a><m:a>2</m:a>"),
        {"a": ["1", "2"]},
    ),
    feature(
        "anonymous values",
        schema(
            root(
                seq(
                    '<xs:element name="e"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="on"/>'
                    "</xs:restriction></xs:simpleType></xs:element>"
                )
            )
        ),
        document("<m:e>on</m:e>"),
        {"e": "on", "e.is_known": True},
    ),
    feature(
        "references to elements",
        schema(root(seq('<xs:element ref="t:Seal" maxOccurs="unbounded"/>')) + root(seq(el("n")), name="Seal")),
        document("<m:Seal><m:n>1</m:n></m:Seal>"),
        {"seal.0.n": "1"},
    ),
    feature("a root without content", schema(root("")), document("")),
    feature(
        "an element and an attribute of one name",
        schema(root(seq(el("id")) + '<xs:attribute name="id"/>')),
        document("<m:id>2</m:id>", ' id="1"'),
        {"id": "2", "id_": "1"},
    ),
    feature(
        "names that differ in case only",
        schema(root(seq(el("meterID"), el("MeterId"), el("meter-ID")))),
        document("<m:meterID>1</m:meterID><m:MeterId>2</m:MeterId><m:meter-ID>3</m:meter-ID>"),
        {"meter_id": "1", "meter_id_": "2", "meter_id__": "3"},
    ),
    feature(
        "type names that are the same in Python",
        schema(root(seq(el("s", "t:a-b"), el("t", "t:a_b")), kind("a-b", seq(el("n"))) + kind("a_b", seq(el("m"))))),
        document("<m:s><m:n>1</m:n></m:s><m:t><m:m>2</m:m></m:t>"),
        {"s.n": "1", "t.m": "2"},
    ),
    feature(
        "simple types of other files",
        including(root(seq(el("s", "t:E"))), '<xs:simpleType name="E"><xs:restriction base="xs:int"/></xs:simpleType>'),
        document("<m:s>1</m:s>"),
        {"s": 1},
    ),
    # Names
    *(member(tag, tag) for tag in ("list", "str", "dt", "define", "cls", "element", "names", "reading", "odd", "obj")),
    *(member(tag, f"{tag}_") for tag in ("class", "import", "foreign", "mro")),
    member("a-b", "a_b"),
    member("a.b", "a_b"),
    member("Wärme", "wärme"),
    member("field", "field"),
    member("self", "self_"),
    *(type_name(name) for name in ("lambda", "import", "Duration", "Foreign", "NameText", "annotations", "Names")),
    *(type_name(name) for name in ("list", "str", "XmlType", "Member", "Element", "define", "Warning", "Duration_")),
    file_name("MeterConfig"),
    file_name("common"),
    file_name("Meter-Config"),
    file_name("MeterConfig_v1.0"),
    file_name("class"),
    file_name("roots"),
    # Values
    enumeration("class", "None", "é", names=("class_", "None_", "é")),
    enumeration("_x", "name", "value", "title", names=("x_", "name_", "value_", "title_")),
    enumeration("a-b", "c d", "°C", names=("a_b", "c_d", "C_")),
    enumeration("1", "15", "01", "1.5", names=("value_1", "value_15", "value_01", "value_1_5")),
    enumeration("-1", "+1", "-.5", names=("minus_1", "plus_1", "minus__5")),
    enumeration("mro", "is_known", names=("mro_", "is_known_")),
    enumeration("m³", "½", names=("m3", "value_1_2")),
    enumeration("a-b", "a_b", "a b", names=("a_b_2", "a_b", "a_b_3")),
    enumeration("title", "title_", names=("title_2", "title_")),
    enumeration("+", "-", "%", "*/", "€", "§", names=("plus", "minus", "percent", "star_slash", "euro", "section")),
    enumeration("_x_", "__init__", "_1", "__", "_", names=("x_", "init_", "value_1", "blank", "blank_2")),
    # Texts
    remark("with quotes inside", 'The "net" value. More of "it".'),
    remark("with backslashes", "Path C:\\temp\\"),
    remark("with triple quotes", 'A """quoted""" word.'),
    remark("over several lines", "First.\n\n   Second &lt;b&gt;."),
    remark("that ends with a quote", 'Also called "net"'),
    # Types that are put together
    feature(
        "included types",
        including(root(seq(el("s", "t:Site"))), kind("Site", seq(el("n")))),
        document("<m:s><m:n>1</m:n></m:s>"),
        {"s.n": "1"},
    ),
    feature(
        "included values",
        including(root(seq(el("s", "t:E"))), values("E", "on")),
        document("<m:s>on</m:s>"),
        {"s": "on"},
    ),
    feature(
        "an anonymous type",
        schema(root(seq(inline("Seal", el("n"))))),
        document("<m:Seal><m:n>1</m:n></m:Seal>"),
        {"seal.n": "1"},
    ),
    feature(
        "anonymous types in each other",
        schema(root(seq(inline("Box", inline("Seal", el("n")))))),
        document("<m:Box><m:Seal><m:n>1</m:n></m:Seal></m:Box>"),
        {"box.seal.n": "1"},
    ),
    feature(
        "an anonymous type in two schemas",
        {
            "R": schema(root(seq(el("q", "t:Q")), kind("Q", seq(inline("In", el("n")))))),
            "S": schema(root(seq(el("q", "t:Q")), kind("Q", seq(inline("In", el("n")))), "S"), "urn:s"),
        },
        document("<m:q><m:In><m:n>1</m:n></m:In></m:q>"),
        {"q.in_.n": "1"},
    ),
    feature(
        "an extended type",
        schema(root(seq(el("s", "t:B")), kind("A", seq(el("n"))) + kind("B", extension("t:A", seq(el("m")))))),
        document("<m:s><m:n>1</m:n><m:m>2</m:m></m:s>"),
        {"s.n": "1", "s.m": "2"},
    ),
    feature(
        "a root of an extended type",
        schema(el("R", "t:B") + kind("A", seq(el("n"))) + kind("B", extension("t:A", seq(el("m"))))),
        document("<m:n>1</m:n><m:m>2</m:m>"),
        {"n": "1", "m": "2"},
    ),
    feature(
        "a root that extends a type itself",
        schema(root(extension("t:A", seq(el("m")))) + kind("A", seq(el("n")))),
        document("<m:n>1</m:n><m:m>2</m:m>"),
        {"n": "1", "m": "2"},
    ),
    feature(
        "an extended text with attributes",
        schema(
            root(seq(el("q", "t:P")))
            + kind("Q", extension("xs:decimal", '<xs:attribute name="unit"/>', "simple"))
            + kind("P", extension("t:Q", '<xs:attribute name="more"/>', "simple"))
        ),
        document('<m:q unit="kWh" more="1">1.50</m:q>'),
        {"q.value": Decimal("1.50"), "q.unit": "kWh", "q.more": "1"},
    ),
    feature(
        "a restricted type",
        schema(
            root(seq(el("s", "t:B")))
            + kind("A", seq(el("n", "xs:string", 'minOccurs="0"'), el("m", "xs:string", 'minOccurs="0"')))
            + kind(
                "B",
                f'<xs:complexContent><xs:restriction base="t:A">{seq(el("n"))}</xs:restriction></xs:complexContent>',
            )
        ),
        document("<m:s><m:n>1</m:n></m:s>"),
        {"s.n": "1"},
    ),
    feature(
        "references to elements of a named type",
        schema(root(seq('<xs:element ref="t:Seal"/>')) + el("Seal", "t:T") + kind("T", seq(el("n")))),
        document("<m:Seal><m:n>1</m:n></m:Seal>"),
        {"seal.n": "1"},
    ),
    feature(
        "types that hold each other and differ between schemas",
        {"R": mutual("urn:x", "R", "x"), "S": mutual("urn:s", "S", "y")},
        document("<m:first><m:b><m:a><m:x>1</m:x></m:a></m:b><m:x>2</m:x></m:first>"),
        {"first.b.a.x": "1", "first.x": "2"},
    ),
    feature(
        "schemas of one name in two folders",
        {
            "v1/R": schema(root(seq(el("a"))), "urn:x"),
            "v2/R": schema(root(seq(el("b"))), "urn:y"),
        },
        document("<m:a>1</m:a>"),
        {"a": "1"},
    ),
    feature(
        "two roots of one type",
        schema(el("R", "t:T") + el("Q", "t:T") + kind("T", seq(el("n")))),
        [document("<m:n>1</m:n>"), document("<m:n>1</m:n>", name="Q")],
        {"n": "1"},
    ),
    feature(
        "a choice in a repeating choice",
        schema(
            root(f'<xs:choice maxOccurs="unbounded"><xs:choice>{el("b")}{el("c")}</xs:choice>{el("d")}</xs:choice>')
        ),
        document("<m:b>1</m:b><m:d>1</m:d><m:c>2</m:c><m:b>3</m:b>"),
        {"b": ["1", "3"], "c": ["2"], "d": ["1"]},
    ),
    feature(
        "a choice in a repeating sequence",
        schema(root(f'<xs:sequence maxOccurs="unbounded"><xs:choice>{el("b")}{el("c")}</xs:choice></xs:sequence>')),
        document("<m:b>1</m:b><m:c>2</m:c><m:b>3</m:b>"),
        {"b": ["1", "3"], "c": ["2"]},
    ),
    feature(
        "a list of numbers",
        schema(root(seq(el("q", "t:L")), LIST.format("xs:int"))),
        document("<m:q>1 2 3</m:q>"),
    ),
    feature(
        "a list of values",
        schema(root(seq(el("q", "t:L")), values("E", "p", "q") + LIST.format("t:E"))),
        document("<m:q>p q</m:q>"),
    ),
    feature(
        "a union of number and text",
        schema(root(seq(el("q", "t:U", 'maxOccurs="3"')), UNION.format("xs:int"))),
        document("<m:q>1</m:q><m:q>a</m:q>"),
    ),
    feature(
        "a union of values and text",
        schema(root(seq(el("q", "t:U", 'maxOccurs="3"')), values("E", "p") + UNION.format("t:E"))),
        document("<m:q>p</m:q><m:q>other</m:q>"),
        {"q.0": "p", "q.1": "other"},
    ),
    feature(
        "any attribute",
        schema(root(seq(el("a")) + '<xs:anyAttribute namespace="##other" processContents="lax"/>')),
        [document("<m:a>1</m:a>"), document("<m:a>1</m:a>", ' xmlns:v="urn:v" v:n="1"')],
        {"a": "1"},
    ),
    feature(
        "substitution groups",
        schema(
            root(seq('<xs:element ref="t:Head"/>'))
            + '<xs:element name="Head" type="t:T" abstract="true"/>'
            + '<xs:element name="S" type="t:T" substitutionGroup="t:Head"/>'
            + kind("T", seq(el("n")))
        ),
        document("<m:S><m:n>1</m:n></m:S>"),
        {"s.n": "1"},
    ),
    feature(
        "included types of a file without a namespace",
        {
            "R": schema(root(seq(el("s", "t:Site"))), head='<xs:include schemaLocation="more/Types.xsd"/>'),
            "more/Types": (
                '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">'
                + kind("Site", seq(el("n", "E")))
                + values("E", "on")
                + "</xs:schema>"
            ),
        },
        document("<m:s><m:n>on</m:n></m:s>"),
        {"s.n": "on"},
    ),
    feature(
        "files that include each other",
        {
            "R": schema(root(seq(el("s", "t:Site"))), head='<xs:include schemaLocation="Types.xsd"/>'),
            "Types": schema(kind("Site", seq(el("n"))), head='<xs:include schemaLocation="R.xsd"/>'),
        },
        document("<m:s><m:n>1</m:n></m:s>"),
        {"s.n": "1"},
    ),
    feature(
        "imported values and texts",
        importing(
            root(seq(el("s", "o:E"), el("q", "o:Q"))),
            values("E", "on") + kind("Q", extension("xs:decimal", '<xs:attribute name="unit"/>', "simple")),
        ),
        document('<m:s>on</m:s><m:q unit="kWh">1.5</m:q>'),
        {"s": "on", "q.value": Decimal("1.5"), "q.unit": "kWh"},
    ),
    feature(
        "an anonymous type and a type of one name",
        schema(root(seq(el("s", "t:R"))) + kind("R", seq(el("n")))),
        document("<m:s><m:n>1</m:n></m:s>"),
        {"s.n": "1"},
    ),
    feature(
        "types that differ in case only",
        schema(
            root(seq(el("s", "t:Site"), el("t", "t:SITE"))) + kind("Site", seq(el("n"))) + kind("SITE", seq(el("m")))
        ),
        document("<m:s><m:n>1</m:n></m:s><m:t><m:m>2</m:m></m:t>"),
        {"s.n": "1", "t.m": "2"},
    ),
    feature(
        "anonymous values of one name",
        schema(
            root(
                seq(
                    choice_of("state", "on"),
                    inline("In", choice_of("state", "off")),
                )
                + '<xs:attribute name="state"><xs:simpleType><xs:restriction base="xs:token">'
                '<xs:enumeration value="-"/></xs:restriction></xs:simpleType></xs:attribute>'
            )
        ),
        document("<m:state>on</m:state><m:In><m:state>off</m:state></m:In>", ' state="-"'),
        {"state": "on", "in_.state": "off", "in_.state.name": "off", "state_.name": "minus"},
    ),
    feature(
        "a type extended twice",
        schema(
            root(seq(el("s", "t:C")))
            + kind("A", seq(el("n")) + '<xs:attribute name="x"/>')
            + kind("B", extension("t:A"))
            + kind("C", extension("t:B", f'<xs:choice>{el("p")}{el("q")}</xs:choice><xs:attribute name="y"/>'))
        ),
        document('<m:s x="1" y="2"><m:n>3</m:n><m:q>4</m:q></m:s>'),
        {"s.x": "1", "s.y": "2", "s.n": "3", "s.p": None, "s.q": "4"},
    ),
    feature(
        "a restricted attribute",
        schema(
            root(seq(el("s", "t:B")))
            + kind("A", '<xs:attribute name="x" type="xs:int"/><xs:attribute name="y"/><xs:attribute name="z"/>')
            + kind(
                "B",
                '<xs:complexContent><xs:restriction base="t:A"><xs:attribute name="y" use="prohibited"/>'
                '<xs:attribute name="x" type="xs:short" use="required"/></xs:restriction></xs:complexContent>',
            )
        ),
        document('<m:s x="1" z="3"/>'),
        {"s.x": 1, "s.z": "3"},
    ),
    feature(
        "a restricted text",
        schema(
            root(seq(el("q", "t:P")))
            + kind("Q", extension("xs:string", '<xs:attribute name="unit"/>', "simple"))
            + kind(
                "P",
                '<xs:simpleContent><xs:restriction base="t:Q"><xs:enumeration value="a"/></xs:restriction>'
                "</xs:simpleContent>",
            )
        ),
        document('<m:q unit="kWh">a</m:q>'),
        {"q.value": "a", "q.value.name": "a", "q.unit": "kWh"},
    ),
    feature(
        "a union of values",
        schema(
            root(seq(el("q", "t:U", 'maxOccurs="9"')))
            + values("E", "p", "q")
            + values("F", "q", "r")
            + '<xs:simpleType name="U"><xs:union memberTypes="t:E t:F"/></xs:simpleType>'
        ),
        document("<m:q>p</m:q><m:q>q</m:q><m:q>r</m:q>"),
        {"q": ["p", "q", "r"], "q.2.name": "r"},
    ),
    feature(
        "a union of numbers",
        schema(
            root(seq(el("q", "t:U")))
            + '<xs:simpleType name="U"><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:int">'
            '<xs:minInclusive value="0"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>'
        ),
        document("<m:q>-5</m:q>"),
        {"q": -5},
    ),
    feature(
        "a list of numbers as an attribute",
        schema(root('<xs:attribute name="q" type="t:L"/>') + LIST.format("xs:int")),
        document("", ' q="1 2 3"'),
        {"q": "1 2 3"},
    ),
    feature(
        "choices in a choice",
        schema(
            root(
                f"<xs:choice><xs:choice>{el('a')}{el('b')}</xs:choice><xs:choice minOccurs='0'>{el('c')}{el('d')}"
                f"</xs:choice><xs:sequence>{el('e')}</xs:sequence><xs:sequence/></xs:choice>"
            )
        ),
        [document(f"<m:{name}>1</m:{name}>") for name in "edcba"] + [document("")],
        {"a": None, "b": None, "c": None, "d": None, "e": "1"},
    ),
    feature(
        "a repeating choice in a repeating choice",
        schema(
            root(
                f'<xs:choice maxOccurs="unbounded"><xs:choice maxOccurs="2">{el("b")}{el("c", more=OPTIONAL)}'
                f'</xs:choice><xs:sequence minOccurs="0">{el("d", more=MANY)}</xs:sequence></xs:choice>'
            )
        ),
        document("<m:d>1</m:d><m:d>2</m:d><m:c>3</m:c><m:b>4</m:b><m:d>5</m:d>"),
        {"b": ["4"], "c": ["3"], "d": ["1", "2", "5"]},
    ),
    feature(
        "groups of one member",
        schema(
            root(
                f'<xs:sequence><xs:sequence minOccurs="0" maxOccurs="unbounded">{el("a", "xs:int")}</xs:sequence>'
                f'<xs:choice minOccurs="0">{el("b")}</xs:choice></xs:sequence>'
            )
        ),
        document("<m:a>1</m:a><m:a>2</m:a>"),
        {"a": [1, 2], "b": None},
    ),
    feature(
        "all of one member",
        schema(root(f'<xs:all minOccurs="0">{el("b")}</xs:all>')),
        [document("<m:b>2</m:b>"), document("")],
        {"b": "2"},
    ),
    feature(
        "substitution groups of several members",
        schema(
            root(seq('<xs:element ref="t:Head" maxOccurs="unbounded"/>', el("last")))
            + el("Head", "t:T")
            + '<xs:element name="S" substitutionGroup="t:Head"/>'
            + el("V", "t:W", 'substitutionGroup="t:S"')
            + kind("T", seq(el("n")))
            + kind("W", extension("t:T", seq(el("w"))))
        ),
        document(
            "<m:V><m:n>1</m:n><m:w>2</m:w></m:V><m:Head><m:n>3</m:n></m:Head><m:S><m:n>4</m:n></m:S><m:last>5</m:last>"
        ),
        {"v.0.n": "1", "v.0.w": "2", "head.0.n": "3", "s.0.n": "4", "last": "5"},
    ),
    feature(
        "a default among values",
        schema(root(seq(el("e", "t:E", 'default="on"'))) + values("E", "off", "on")),
        document("<m:e>off</m:e>"),
        {"e": "off"},
    ),
    feature(
        "defaults that are no numbers",
        schema(root(seq(el("e", "xs:string", 'default=""'), el("f", "xs:decimal", 'default="1.0"')))),
        document("<m:e>a</m:e><m:f>2.50</m:f>"),
        {"e": "a", "f": Decimal("2.50")},
    ),
    feature(
        "types that are no words",
        schema(root(seq(el("s", "t:Ä"), el("t", "t:Ö"))) + kind("Ä", seq(el("n"))) + kind("Ö", seq(el("m")))),
        document("<m:s><m:n>1</m:n></m:s><m:t><m:m>2</m:m></m:t>"),
        {"s.n": "1", "t.m": "2"},
    ),
    feature(
        "an open type that is extended",
        schema(
            root(seq(el("s", "t:B")))
            + kind("A", "<xs:anyAttribute processContents='skip'/>")
            + kind("B", extension("t:A"))
        ),
        document('<m:s lot="1"/>'),
        {"s.foreign.attributes": {"lot": "1"}},
    ),
    feature(
        "a schema without a namespace",
        {"R": schema(root(seq(el("a"), el("s", "S"))) + kind("S", seq(el("n")))).replace(NAMED, "")},
        b'<?xml version="1.0" encoding="UTF-8"?>\n<R><a>1</a><s><n>2</n></s></R>\n',
        {"a": "1", "s.n": "2"},
    ),
]


@pytest.mark.parametrize(("files", "documents", "expected"), FEATURES)
def test_feature(
    builder: Builder,
    tmp_path: Path,
    files: Mapping[str, str],
    documents: list[bytes],
    expected: Mapping[str, object],
) -> None:
    """A valid document is read without findings and into these values, and is written as it was."""
    assert [valid(files, tmp_path, data) for data in documents] == [True] * len(documents)
    builder(files)
    for number, data in enumerate(documents):
        loaded = cim.load(data)
        assert [str(finding) for finding in loaded.findings] == []
        if not number:
            assert {path: at(loaded.message, path) for path in expected} == expected
        assert loaded.message.foreign is None or not loaded.message.foreign.elements
        written = cim.to_bytes(loaded.message)
        assert shape(etree.fromstring(written)) == shape(etree.fromstring(data))
        assert cim.load(written).message == loaded.message


def test_content_of_wildcards_is_kept(builder: Builder) -> None:
    wildcard = '<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
    builder({"R": schema(root(seq(el("a"), wildcard)))})
    names = '<m:Names xmlns:m="http://iec.ch/TC57/2011/X#"><m:name>1</m:name></m:Names>'
    loaded = cim.load(document(f'<m:a>1</m:a><v:Lot xmlns:v="urn:v"><v:n>1</v:n></v:Lot>{names}'))
    assert [finding.rule for finding in loaded.findings] == ["ENV106", "ENV106"]
    assert [item.name for item in loaded.message.content] == ["Lot", "Names"]
    assert loaded.ok
    assert cim.load(cim.to_bytes(loaded.message)).message == loaded.message


def test_nil_is_found_although_any_attribute_is_allowed(builder: Builder) -> None:
    builder({"R": schema(root(seq(el("a"), el("s", "t:S"))) + kind("S", "<xs:anyAttribute/>"))})
    found = cim.load(
        document(
            '<m:a v:n="1" xmlns:v="urn:v">1</m:a><m:s n="1" xsi:nil="true"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        )
    )
    assert [(finding.rule, finding.path) for finding in found.findings] == [("XSD102", "/R/a"), ("XSD109", "/R/s")]


def test_an_element_without_a_type_is_kept_as_it_is(builder: Builder) -> None:
    builder({"R": schema(root(seq('<xs:element name="a"/>')))})
    loaded = cim.load(document("<m:a><v:x xmlns:v='urn:v'>1</v:x></m:a>"))
    assert loaded.findings == ()
    assert loaded.message.a.tag == "{urn:x}a"
    assert cim.load(cim.to_bytes(loaded.message)).message == loaded.message


def test_annotations_mean_the_type_of_the_value(builder: Builder) -> None:
    files = {"R": schema(root(seq(el("s", "t:Duration"), el("d", "xs:duration")), kind("Duration", seq(el("n")))))}
    module = importlib.import_module(f"{builder(files).__name__}.r")
    assert typing.get_type_hints(module.R)["d"] is cim.Duration


def test_a_class_that_only_has_the_name_of_one_with_behaviour(builder: Builder) -> None:
    files = {"R": schema(root(seq(el("s", "t:Name")), kind("Name", seq(el("first")))))}
    builder(files)
    assert "first" in str(cim.read(document("<m:s><m:first>1</m:first></m:s>")).s)


def test_everything_at_once(builder: Builder, tmp_path: Path) -> None:
    """The vendor's schema above, with parts of it in an included file, an anonymous type, and values of digits."""
    head, tail = ACME_SCHEMA.split('  <xs:simpleType name="Band">')
    band = '  <xs:simpleType name="Band">' + tail
    types = schema(band.replace("</xs:schema>", "").replace('value="peak"', 'value="1"'), ACME)
    seal = inline("Seal", el("number"), inline("Fitter", el("name")))
    main_file = head.replace('<xs:element name="interval"', f'{seal}<xs:element name="interval"', 1) + "</xs:schema>"
    main_file = main_file.replace(
        '<xs:element name="MeterConfig"', '<xs:include schemaLocation="Types.xsd"/><xs:element name="MeterConfig"', 1
    )
    files = {"MeterConfig": main_file, "Types": types}
    fitted = "<m:Seal><m:number>9</m:number><m:Fitter><m:name>Ada</m:name></m:Fitter></m:Seal><m:interval>"
    data = enveloped(ACME_CONTENT.replace("<m:interval>", fitted).replace(">title<", ">1<"))
    assert valid(files, tmp_path, payload_of(data))
    builder(files)
    message = cim.load(data, mode="strict").message
    (meter,) = message.payload.content[0].meter
    assert (meter.seal.number, meter.seal.fitter.name, meter.sub_meter[0].seal.number) == ("9", "Ada", "9")
    assert meter.tariff_band[3] == "1"
    assert cim.to_bytes(message) == data


# What goes wrong is said


def run(tmp_path: Path, files: Mapping[str, str], package: str = "acme") -> int:
    folder = save(tmp_path / "xsd", files)
    folder.mkdir(exist_ok=True)
    return main(["build", str(folder), "--package", package, "--out", str(tmp_path / "out")])


GOOD = {"R": schema(root(seq(el("a"))))}
WRONG = {
    "no schemas": ({}, "no schema files given; expected one or more *.xsd"),
    "malformed": (
        {"R": "<xs:schema"},
        "R.xsd, line 1: not well-formed XML: Namespace prefix xs on schema",
    ),
    "no schema": ({"R": "\n<note/>"}, "R.xsd, line 2: no XML schema, its root element is note"),
    "empty file": ({"R": ""}, "R.xsd, line 1: the file is empty"),
    "cardinality that is no number": (
        {"R": schema(root(seq(el("a", "xs:string", 'minOccurs="many"'))))},
        "R.xsd, line 3: minOccurs is 'many'; expected a number",
    ),
    "cardinality below nothing": (
        {"R": schema(root(f'<xs:sequence maxOccurs="-1">{el("a")}</xs:sequence>'))},
        "R.xsd, line 3: maxOccurs is '-1'; expected a number",
    ),
    "unknown type": (
        {"R": schema(root(seq(el("a", "t:Gone"))))},
        "R.xsd, line 3: refers to the type 't:Gone', which is not declared in the namespace 'urn:x'",
    ),
    "unknown built-in type": (
        {"R": schema(root(seq(el("a", "xs:strng"))))},
        "R.xsd, line 3: 'xs:strng' is no built-in type of XML Schema",
    ),
    "unknown prefix": (
        {"R": schema(root(seq(el("a", "u:T"))))},
        "R.xsd, line 3: the prefix of 'u:T' is not declared",
    ),
    "unknown base": (
        {"R": schema(kind("B", extension("t:Gone")))},
        "R.xsd, line 3: refers to the type 't:Gone', which is not declared in the namespace 'urn:x'",
    ),
    "unknown element": (
        {"R": schema(root(seq('<xs:element ref="t:Gone"/>')))},
        "R.xsd, line 3: refers to the element 't:Gone', which is not declared in the namespace 'urn:x'",
    ),
    "unknown group": (
        {"R": schema(root('<xs:group ref="t:Gone"/>'))},
        "R.xsd, line 3: refers to the group 't:Gone', which is not declared in the namespace 'urn:x'",
    ),
    "a type that extends itself": (
        {"R": schema(kind("A", extension("t:B")) + "\n" + kind("B", extension("t:A")))},
        "R.xsd, line 3: the type A extends itself",
    ),
    "a simple type that comes down to itself": (
        {
            "R": schema(
                root(seq(el("a", "t:S"))) + '<xs:simpleType name="S"><xs:restriction base="t:S"/></xs:simpleType>'
            )
        },
        "R.xsd, line 3: the type S comes down to itself",
    ),
    "a group that contains itself": (
        {
            "R": schema(
                root('<xs:group ref="t:G"/>')
                + '<xs:group name="G"><xs:choice><xs:group ref="t:G"/></xs:choice></xs:group>'
            )
        },
        "R.xsd, line 3: the group t:G contains itself",
    ),
    "a misspelt group": (
        {"R": schema(root(f"<xs:sequnce>{el('a')}</xs:sequnce>"))},
        "R.xsd, line 3: found xs:sequnce in a complex type",
    ),
    "a misspelt element": (
        {"R": schema(root(seq('<xs:elment name="a"/>')))},
        "R.xsd, line 3: found xs:elment where an element or a group may stand",
    ),
    "missing include": (
        {"R": schema(root(seq(el("a"))), head='<xs:include schemaLocation="gone.xsd"/>')},
        "R.xsd, line 2: includes gone.xsd, but there is no file ",
    ),
    "include of another namespace": (
        {"R": schema("", head='<xs:include schemaLocation="S.xsd"/>'), "S": schema("", "urn:s")},
        "R.xsd, line 2: includes S.xsd of the namespace 'urn:s'; expected 'urn:x', or an xs:import",
    ),
    "include of a place in the network": (
        {"R": schema("", head='<xs:include schemaLocation="https://example.invalid/far.xsd"/>')},
        "R.xsd, line 2: includes https://example.invalid/far.xsd, which is not fetched; save that file here",
    ),
    "type of a place in the network": (
        {
            "R": schema(
                root(seq(el("a", "o:T"))),
                head='<xs:import namespace="urn:o" schemaLocation="https://example.invalid/far.xsd"/>',
                more='elementFormDefault="qualified" xmlns:o="urn:o"',
            )
        },
        "R.xsd, line 3: refers to the type 'o:T', which is not declared in the namespace 'urn:o'; https://example.invalid/",
    ),
    "redefined types": (
        {"R": schema("", head='<xs:redefine schemaLocation="S.xsd"/>'), "S": schema("")},
        "R.xsd, line 2: xs:redefine is not supported",
    ),
}


@pytest.mark.parametrize(("files", "text"), WRONG.values(), ids=WRONG)
def test_schemas_that_cannot_be_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: Mapping[str, str], text: str
) -> None:
    """The status is 2, the reason is one line with file and line of what is wrong, and nothing is written."""
    assert run(tmp_path, files) == 2
    output = capsys.readouterr()
    assert output.out == ""
    folder = f"{tmp_path / 'xsd'}{os.sep}" if files else ""
    assert output.err.startswith(f"cim61968-9-codegen: {folder}{text}")
    assert output.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "package",
    [
        "1acme",
        "acme-messages",
        "",
        "acme..v2",
        ".acme",
        "acme/v2",
        "class",
        "acme.import",
        "None",
    ],
)
def test_a_name_that_no_package_can_have(tmp_path: Path, capsys: pytest.CaptureFixture[str], package: str) -> None:
    assert run(tmp_path, GOOD, package) == 2
    expected = f"cim61968-9-codegen: {package!r} is no package name; expected something like acme_messages\n"
    assert capsys.readouterr().err == expected
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "gone"), "--package", "acme", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"cim61968-9-codegen: {tmp_path / 'gone'} is no folder\n"


def test_schemas_below_the_folder_are_found(tmp_path: Path) -> None:
    assert run(tmp_path, {"v1/one/R": GOOD["R"]}) == 0
    assert (tmp_path / "out" / "acme" / "r.py").is_file()


def test_nothing_is_fetched_from_the_network(tmp_path: Path) -> None:
    """Locations beyond the file system are not asked, whatever the schema says."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            location = f"http://127.0.0.1:{server.server_port}/far.xsd"
            include = f'<xs:include schemaLocation="{location}"/>'
            assert run(tmp_path, {"R": schema(root(seq(el("a"))), head=include)}) == 2
            unused = f'<xs:import namespace="urn:far" schemaLocation="{location}"/>'
            assert run(tmp_path, {"R": schema(root(seq(el("a"))), head=unused)}) == 0
        finally:
            server.shutdown()
    assert asked == []
