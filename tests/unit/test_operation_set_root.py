"""An operation set without an envelope: how it is written, and what reading makes of it."""

from __future__ import annotations

import gzip
import io
import warnings
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.profiles.usage_point_config import UsagePoint

cim.register(xml.PACKAGE)

VARIANTS = {
    "http://www.iec.ch/TC57/2008/schema/message": "envelope of 2008",
    "http://www.iec.ch/TC57/2010/schema/message": "envelope of the draft of 2010",
    "http://www.iec.ch/TC57/2011/schema/message": "envelope of the draft of April 2011",
    "http://iec.ch/TC57/2016/schema/message": "envelope of a copy dated 2016",
    "http://iec.ch/TC57/2021/schema/message": "envelope of edition 2 of IEC 61968-100",
}

RAW = cim.RawElement(f'<v:Tariff xmlns:v="{xml.VENDOR}" step="1"><v:above>0</v:above></v:Tariff>')
BARE_RAW = cim.RawElement('<Tariff step="1"><above>0</above></Tariff>')
SHEET = xml.TariffSheet(code="T1", steps=[xml.TariffStep(above=0)])
METER = cim.MeterConfig(meter=[Meter(mrid="m-0041871")])
USAGE_POINT = cim.UsagePointConfig(usage_point=[UsagePoint(mrid="u-0041871")])
SET = cim.operation_set(
    cim.operation("create", USAGE_POINT), cim.operation("change", METER), in_sequence=True, all_or_nothing=True
)
TEXT = (
    f'<msg:OperationSet xmlns:msg="{xml.MESSAGE}"><msg:enforceMsgSequence>true</msg:enforceMsgSequence>'
    "<msg:enforceTransactionalIntegrity>true</msg:enforceTransactionalIntegrity>"
    "<msg:Operation><msg:operationId>1</msg:operationId><msg:noun>UsagePointConfig</msg:noun>"
    "<msg:verb>create</msg:verb>"
    '<m:UsagePointConfig xmlns:m="http://iec.ch/TC57/2011/UsagePointConfig#"><m:UsagePoint><m:mRID>u-0041871</m:mRID>'
    "</m:UsagePoint></m:UsagePointConfig></msg:Operation>"
    "<msg:Operation><msg:operationId>2</msg:operationId><msg:noun>MeterConfig</msg:noun><msg:verb>change</msg:verb>"
    f'<m:MeterConfig xmlns:m="{xml.CONFIG}"><m:Meter><m:mRID>m-0041871</m:mRID></m:Meter></m:MeterConfig>'
    "</msg:Operation></msg:OperationSet>"
)


def operations(inside: str = "", namespace: str = xml.MESSAGE) -> str:
    """Return an operation set on one line; inside, ``msg`` is its prefix and ``v`` that of a vendor."""
    return f'<msg:OperationSet xmlns:msg="{namespace}" xmlns:v="{xml.VENDOR}">{inside}</msg:OperationSet>'


def operation(inside: str = "", number: str = "<msg:operationId>1</msg:operationId>") -> str:
    return operations(f"<msg:Operation>{number}{inside}</msg:Operation>")


def one(content: Any = None, **members: Any) -> cim.OperationSet:
    return cim.OperationSet(operation=[cim.Operation(**{"operation_id": 1, "content": content, **members})])


def test_operation_set_is_written_with_its_namespace() -> None:
    assert cim.to_bytes(SET) == xml.DECLARATION + TEXT.encode() + b"\n"


def test_operation_set_is_written_as_it_stands_in_a_message() -> None:
    message = cim.EventMessage(
        header=cim.Header(verb="executed", noun="OperationSet"), payload=cim.Payload(operation_set=SET)
    )
    inside = etree.fromstring(cim.to_bytes(message)).find("{*}Payload/{*}OperationSet")

    assert inside is not None
    assert xml.shape(etree.tostring(inside)) == xml.shape(cim.to_bytes(SET))


def test_empty_operation_set_is_one_element() -> None:
    assert cim.to_bytes(cim.OperationSet()) == (
        xml.DECLARATION + f'<msg:OperationSet xmlns:msg="{xml.MESSAGE}"/>\n'.encode()
    )


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_operation_set_is_read_in_every_mode(mode: Any) -> None:
    assert cim.load(TEXT, mode=mode) == cim.Loaded(SET, (), cim.Dialect(name="bare payload"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = cim.read(TEXT, mode=mode)
    assert type(found) is cim.OperationSet
    assert found == SET


def test_operation_set_is_read_from_any_source(tmp_path: Path) -> None:
    path = tmp_path / "operations.xml"
    cim.write(SET, path)

    sources = [
        TEXT,
        TEXT.encode(),
        gzip.compress(TEXT.encode()),
        path,
        io.BytesIO(TEXT.encode()),
        etree.fromstring(TEXT),
    ]
    for source in sources:
        assert cim.read(source, mode="strict") == SET


@pytest.mark.parametrize("mode", ["strict", "lax"])
@pytest.mark.parametrize("pretty", [False, True])
@pytest.mark.parametrize(
    "prefixes",
    [
        None,
        {"message": ""},
        {"payload": ""},
        {"message": "", "payload": ""},
        {"message": "env", "payload": "pl"},
        {"message": "m", "payload": "msg"},
    ],
)
@pytest.mark.parametrize("content", [None, METER, RAW, BARE_RAW, SHEET], ids=lambda item: type(item).__name__)
def test_form_does_not_change_what_is_read(content: Any, prefixes: Any, pretty: bool, mode: Any) -> None:
    data = cim.to_bytes(one(content), mode=mode, pretty=pretty, prefixes=prefixes)

    assert cim.load(data).message == one(content)
    prefix = "msg" if prefixes is None else prefixes.get("message", "msg")
    assert etree.fromstring(data).prefix == (prefix or None)


def test_pretty_operation_set_is_indented() -> None:
    lines = cim.to_bytes(one(RAW, verb="create"), pretty=True).decode().splitlines()

    assert lines == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<msg:OperationSet xmlns:msg="{xml.MESSAGE}">',
        "  <msg:Operation>",
        "    <msg:operationId>1</msg:operationId>",
        "    <msg:verb>create</msg:verb>",
        f"    {RAW.xml}",
        "  </msg:Operation>",
        "</msg:OperationSet>",
    ]


@pytest.mark.parametrize("namespace", VARIANTS)
@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_known_variants_of_the_namespace_are_read_and_noted(namespace: str, mode: Any) -> None:
    loaded = cim.load(TEXT.replace(xml.MESSAGE, namespace), mode=mode)

    assert loaded.message == SET
    assert [(found.rule, found.path, found.value) for found in loaded.findings] == [
        ("ENV101", "/OperationSet", namespace)
    ]
    assert str(loaded.dialect) == f"bare payload, {VARIANTS[namespace]}"
    assert cim.to_bytes(loaded.message) == cim.to_bytes(SET)
    assert xml.shape(cim.to_bytes(loaded.message, dialect=loaded.dialect)) == xml.shape(
        TEXT.replace(xml.MESSAGE, namespace)
    )


WITHOUT = TEXT.replace(f' xmlns:msg="{xml.MESSAGE}"', "").replace("msg:", "")


@pytest.mark.parametrize(
    ("text", "rule", "dialect"),
    [
        (
            TEXT.replace(xml.MESSAGE, "urn:northmoor:message"),
            "ENV105",
            "bare payload, envelope of 'urn:northmoor:message'",
        ),
        (
            TEXT.replace(xml.MESSAGE, "http://iec.ch/TC57/2011/MeterConfigMessage"),
            "ENV105",
            "bare payload, envelope of 'http://iec.ch/TC57/2011/MeterConfigMessage'",
        ),
        (WITHOUT, "ENV110", "bare payload, no namespace"),
    ],
    ids=["unknown", "strongly typed", "none"],
)
def test_wrong_namespace_is_an_error_but_read(text: str, rule: str, dialect: str) -> None:
    loaded = cim.load(text)

    assert loaded.message == SET
    (found,) = loaded.findings
    assert (found.rule, found.path, found.severity) == (rule, "/OperationSet", cim.Severity.ERROR)
    assert str(loaded.dialect) == dialect
    with pytest.raises(cim.InvalidMessageError, match=f"{rule} /OperationSet"):
        cim.load(text, mode="strict")
    assert cim.load(text, mode="raw").findings == ()


@pytest.mark.parametrize("root", ["operationSet", "Operation", "OperationSets", "Payload"])
def test_other_roots_of_the_namespace_are_no_operation_set(root: str) -> None:
    with pytest.raises(cim.UnknownMessageError, match=f"^the root element '{root}' of namespace"):
        cim.read(f'<{root} xmlns="{xml.MESSAGE}"/>')


def test_operation_set_in_a_soap_body_is_read() -> None:
    loaded = cim.load(xml.soap(TEXT), mode="strict")

    assert loaded.message == SET
    assert [found.rule for found in loaded.findings] == ["ENV102"]
    assert str(loaded.dialect) == "SOAP 1.1, bare payload"


READ_FAULTS = [
    (operation(number=""), "XSD103", "/OperationSet/Operation"),
    (operation(number="<msg:operationId>first</msg:operationId>"), "XSD107", "/OperationSet/Operation/operationId"),
    (
        operation("<msg:elementOperation>maybe</msg:elementOperation>"),
        "XSD107",
        "/OperationSet/Operation/elementOperation",
    ),
    (operation("<msg:step/>"), "XSD101", "/OperationSet/Operation/step"),
    (operation("<v:Tariff/><v:Tariff/>"), "XSD104", "/OperationSet/Operation"),
    (operations("<msg:enforceMsgSequence>once</msg:enforceMsgSequence>"), "XSD107", "/OperationSet/enforceMsgSequence"),
    (operations("<v:Trace/>"), "XSD101", "/OperationSet/Trace"),
    (operations("text"), "XSD108", "/OperationSet"),
    (
        operations("<msg:Operation><msg:operationId>1</msg:operationId></msg:Operation><msg:Operation/>"),
        "XSD103",
        "/OperationSet/Operation[2]",
    ),
    (
        operation('<m:MeterConfig xmlns:m="http://iec.ch/TC57/2011/MeterConfig#"><m:Phase/></m:MeterConfig>'),
        "XSD101",
        "/OperationSet/Operation/MeterConfig/Phase",
    ),
]


@pytest.mark.parametrize(("text", "rule", "path"), READ_FAULTS, ids=[path for _, _, path in READ_FAULTS])
def test_findings_of_reading_name_the_path_from_the_root(text: str, rule: str, path: str) -> None:
    loaded = cim.load(text)

    assert [(found.rule, found.path) for found in loaded.findings if found.severity == "error"] == [(rule, path)]
    with pytest.raises(cim.InvalidMessageError, match=f"^invalid message: {rule} "):
        cim.load(text, mode="strict")
    with pytest.warns(cim.CimWarning, match=f"^{rule} "):
        cim.read(text)
    again = cim.to_bytes(loaded.message, mode="lax")
    assert cim.load(again).message == loaded.message


WRITE_FAULTS: list[tuple[Any, str, str]] = [
    (one(operation_id=None), "XSD103", "/OperationSet/Operation/operationId"),
    (one(operation_id="1"), "XSD113", "/OperationSet/Operation/operationId"),
    (one(verb="\0"), "XSD107", "/OperationSet/Operation/verb"),
    (one("MeterConfig"), "XSD113", "/OperationSet/Operation"),
    (one(Meter()), "XSD113", "/OperationSet/Operation"),
    (cim.OperationSet(enforce_msg_sequence="yes"), "XSD113", "/OperationSet/enforceMsgSequence"),
    (cim.OperationSet(operation=[SET.operation[0], METER]), "XSD113", "/OperationSet/Operation[2]"),
    (cim.OperationSet(operation=None), "XSD113", "/OperationSet/Operation"),
    (
        one(cim.MeterConfig(meter=[Meter(), Meter(serial_number="\x08")])),
        "XSD107",
        "/OperationSet/Operation/MeterConfig/Meter[2]/serialNumber",
    ),
    (one(xml.TariffSheet(code="T1")), "XSD103", "/OperationSet/Operation/TariffSheet/Step"),
]


@pytest.mark.parametrize(("broken", "rule", "path"), WRITE_FAULTS, ids=[path for _, _, path in WRITE_FAULTS])
def test_faults_of_writing_name_the_path_from_the_root(broken: Any, rule: str, path: str) -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.to_bytes(broken)

    assert [(found.rule, found.path) for found in caught.value.findings] == [(rule, path)]


def test_all_faults_of_writing_are_told_together() -> None:
    broken = cim.OperationSet(operation=[cim.Operation(operation_id=None), cim.Operation(operation_id=2, verb="\0")])

    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.to_bytes(broken)
    assert [found.path for found in caught.value.findings] == [
        "/OperationSet/Operation[1]/operationId",
        "/OperationSet/Operation[2]/verb",
    ]


def test_lax_writing_leaves_out_what_is_missing_and_keeps_texts_that_were_read() -> None:
    odd = cim.load(operation(number="<msg:operationId>first</msg:operationId>")).message

    assert b"<msg:operationId>first</msg:operationId>" in cim.to_bytes(odd, mode="lax")
    with pytest.raises(cim.InvalidMessageError, match="XSD107 /OperationSet/Operation/operationId"):
        cim.to_bytes(odd)
    assert cim.to_bytes(one(operation_id=None), mode="lax") == (
        xml.DECLARATION + f'<msg:OperationSet xmlns:msg="{xml.MESSAGE}"><msg:Operation/></msg:OperationSet>\n'.encode()
    )


def test_registered_content_is_typed() -> None:
    data = cim.to_bytes(one(SHEET))

    loaded = cim.load(data, mode="strict")

    assert loaded.findings == ()
    assert type(loaded.message.operation[0].content) is xml.TariffSheet
    assert loaded.message == one(SHEET)


@pytest.mark.parametrize("content", [RAW, BARE_RAW], ids=["vendor", "no namespace"])
def test_unknown_content_is_kept_raw(content: cim.RawElement) -> None:
    loaded = cim.load(cim.to_bytes(one(content)))

    assert loaded.message == one(content)
    assert cim.to_bytes(loaded.message) == cim.to_bytes(one(content))


def test_unknown_content_is_remarked_upon_only() -> None:
    loaded = cim.load(cim.to_bytes(one(RAW)), mode="strict")

    assert [(found.rule, found.severity, found.path) for found in loaded.findings] == [
        ("ENV106", "info", "/OperationSet/Operation/Tariff")
    ]


def test_foreign_content_goes_back_to_its_place() -> None:
    text = operations(
        '<v:Trace n="1"/><msg:Operation v:mark="x"><msg:operationId>1</msg:operationId></msg:Operation>text'
    )
    message = cim.load(text).message

    assert xml.shape(cim.to_bytes(message)) == xml.shape(text)
    assert cim.load(cim.to_bytes(message)).message == message


def test_writing_does_not_alter_the_set() -> None:
    before = deepcopy(SET)

    for pretty in (False, True):
        assert cim.to_bytes(SET, pretty=pretty) == cim.to_bytes(deepcopy(SET), pretty=pretty)
    assert before == SET


def test_subclass_is_written_as_the_class_it_stands_for() -> None:
    class Checked(cim.OperationSet):
        """An operation set that a program has looked at."""

    class CheckedConfig(cim.MeterConfig):
        """A noun that a program has looked at."""

    assert cim.to_bytes(CheckedConfig(meter=METER.meter)) == cim.to_bytes(METER)
    assert cim.to_bytes(Checked(operation=one(METER).operation)) == cim.to_bytes(one(METER))


@pytest.mark.parametrize("part", [cim.Operation(operation_id=1), cim.Payload(operation_set=SET), RAW])
def test_parts_of_messages_are_no_roots(part: Any) -> None:
    with pytest.raises(cim.InvalidMessageError, match="^invalid message: XSD113 .*expected a message"):
        cim.to_bytes(part)
