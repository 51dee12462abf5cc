"""Findings: every rule of structure with its message, path, line, column and value."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.validation.rules import RULES, STRUCTURE

cim.register(xml.PACKAGE)


class Case(NamedTuple):
    """A message and the one finding it has; ``mark`` is the text that begins where the finding points to."""

    rule: str
    source: str
    path: str
    mark: str
    value: str | None
    message: str


READ = "/MeterReadings/MeterReading/Readings"
METER = "/MeterConfig/Meter"
SHEET = "/TariffSheet"
EVENT = "/EventMessage"

CASES = [
    Case(
        "XSD101",
        xml.readings("<v:x/>"),
        "/MeterReadings/x",
        "<v:x/>",
        None,
        f"unknown element: found an element 'x' of '{xml.VENDOR}', expected one of: EndDeviceEventType, MeterReading, "
        "ReadingQualityType, ReadingType",
    ),
    Case(
        "XSD101",
        xml.readings("<m:Reading/>"),
        "/MeterReadings/Reading",
        "<m:Reading/>",
        None,
        f"unknown element: found an element 'Reading' of '{xml.READINGS}', expected one of: EndDeviceEventType, "
        "MeterReading, ReadingQualityType, ReadingType",
    ),
    Case(
        "XSD101",
        xml.readings("<v:MeterReading/>"),
        "/MeterReadings/MeterReading",
        "<v:MeterReading/>",
        None,
        f"unknown element: found an element 'MeterReading' of '{xml.VENDOR}' of that name, but in the namespace "
        f"'{xml.VENDOR}', expected one of: EndDeviceEventType, MeterReading, ReadingQualityType, ReadingType",
    ),
    Case(
        "XSD101",
        xml.readings("<m:MeterReading/><MeterReading/>"),
        "/MeterReadings/MeterReading",
        "<MeterReading/>",
        None,
        "unknown element: found an element 'MeterReading' of that name, but in the namespace '(none)', expected "
        "one of: "
        "EndDeviceEventType, MeterReading, ReadingQualityType, ReadingType",
    ),
    Case(
        "XSD101",
        xml.meter("<v:x/>"),
        f"{METER}/x",
        "<v:x/>",
        None,
        f"unknown element: found an element 'x' of '{xml.VENDOR}', expected one of: mRID, amrSystem, formNumber, "
        "initialCondition, initialLossOfLife, isVirtual, lotNumber, purchaseP...",
    ),
    Case(
        "XSD101",
        xml.tariff("<t:Empty><v:x/></t:Empty>"),
        f"{SHEET}/Empty/x",
        "<v:x/>",
        None,
        f"unknown element: found an element 'x' of '{xml.VENDOR}', expected one of: none",
    ),
    Case(
        "XSD102",
        xml.readings(attributes=' edition="2"'),
        "/MeterReadings",
        "<m:MeterReadings",
        "2",
        "unknown attribute: found an attribute 'edition', expected none of that name",
    ),
    Case(
        "XSD102",
        xml.reading('<m:value v:unit="kWh">1</m:value>'),
        f"{READ}/value",
        "<m:value",
        "kWh",
        f"unknown attribute: found an attribute 'unit' of '{xml.VENDOR}', expected none of that name",
    ),
    Case(
        "XSD102",
        xml.reading(reference='<m:ReadingType ref="x" v:n="1"/>'),
        f"{READ}/ReadingType",
        "<m:ReadingType",
        "1",
        f"unknown attribute: found an attribute 'n' of '{xml.VENDOR}', expected none of that name",
    ),
    Case(
        "XSD102",
        xml.readings('<m:MeterReading xsi:kind="v:Special"/>'),
        "/MeterReadings/MeterReading",
        "<m:MeterReading ",
        "v:Special",
        f"unknown attribute: found an attribute 'kind' of '{xml.XSI}', expected none of that name",
    ),
    Case(
        "XSD103",
        xml.reading(reference=""),
        READ,
        "<m:Readings",
        None,
        "missing element: expected one ReadingType, found none",
    ),
    Case(
        "XSD103",
        xml.envelope(""),
        EVENT,
        "<msg:EventMessage",
        None,
        "missing element: expected one Header, found none",
    ),
    Case(
        "XSD103",
        xml.tariff(step=""),
        SHEET,
        "<t:TariffSheet",
        None,
        "missing element: expected one Step, found none",
    ),
    Case(
        "XSD103",
        xml.tariff(attributes=""),
        SHEET,
        "<t:TariffSheet",
        None,
        "missing element: expected an attribute code, found none",
    ),
    Case(
        "XSD104",
        xml.reading("<m:value>1</m:value><m:value>2</m:value>"),
        READ,
        "<m:Readings",
        None,
        "too many elements: expected at most one value, found 2",
    ),
    Case(
        "XSD104",
        xml.meter_reading("<m:Meter/><m:Meter/><m:Meter/>"),
        "/MeterReadings/MeterReading",
        "<m:MeterReading>",
        None,
        "too many elements: expected at most one Meter, found 3",
    ),
    Case(
        "XSD104",
        xml.tariff("<t:mark>1</t:mark><t:mark>2</t:mark><t:mark>3</t:mark>"),
        SHEET,
        "<t:TariffSheet",
        None,
        "too many elements: expected at most 2 mark, found 3",
    ),
    Case(
        "XSD105",
        xml.reading("<m:value>1</m:value><m:timeStamp>2026-01-31T00:00:00Z</m:timeStamp>"),
        f"{READ}/timeStamp",
        "<m:timeStamp>",
        None,
        "wrong order of elements: found timeStamp after value, expected it before",
    ),
    Case(
        "XSD105",
        xml.meter('<c:Names><c:name>1</c:name></c:Names><c:ComFunction ref="1"/>'),
        f"{METER}/ComFunction",
        "<c:ComFunction",
        None,
        "wrong order of elements: found ComFunction after Names, expected it before",
    ),
    Case(
        "XSD106",
        xml.event(f"{xml.EXECUTED}<msg:Compressed>H4sI</msg:Compressed>", verb="executed"),
        f"{EVENT}/Payload",
        "<msg:Payload>",
        None,
        "more than one of a choice: found OperationSet and Compressed, expected only one of them",
    ),
    Case(
        "XSD106",
        xml.event("<m:MeterReadings/><msg:ID>1</msg:ID><msg:ID>2</msg:ID>"),
        f"{EVENT}/Payload",
        "<msg:Payload>",
        None,
        "more than one of a choice: found ##other and ID, expected only one of them",
    ),
    Case(
        "XSD107",
        xml.reading("<m:timeStamp>2020-11-15 12:34:31</m:timeStamp>"),
        f"{READ}/timeStamp",
        "<m:timeStamp>",
        "2020-11-15 12:34:31",
        "invalid value: found '2020-11-15 12:34:31' in timeStamp, expected a dateTime such as 2026-01-31T23:45:00Z or "
        "2026-01-31T23:45:00+01:00",
    ),
    Case(
        "XSD107",
        xml.reading("<m:timeStamp/>"),
        f"{READ}/timeStamp",
        "<m:timeStamp/>",
        "",
        "invalid value: found '' in timeStamp, expected a dateTime such as 2026-01-31T23:45:00Z or "
        "2026-01-31T23:45:00+01:00",
    ),
    Case(
        "XSD107",
        xml.meter(f"<c:initialLossOfLife>{'1,217' * 20}</c:initialLossOfLife>"),
        f"{METER}/initialLossOfLife",
        "<c:initialLossOfLife>",
        "1,217" * 20,
        f"invalid value: found '{('1,217' * 20)[:57]}...' in initialLossOfLife, expected a number such as "
        f"230.5, INF or "
        "NaN, with a point and no separators",
    ),
    Case(
        "XSD107",
        xml.failure("<msg:xpath>//m:x</msg:xpath>"),
        "/ResponseMessage/Reply/Error/xpath",
        "<msg:xpath>",
        "//m:x",
        "invalid value: found '//m:x' in xpath, expected a qualified name such as m:Meter",
    ),
    Case(
        "XSD107",
        xml.tariff(attributes=' code="T1" revision="256"'),
        SHEET,
        "<t:TariffSheet",
        "256",
        "invalid value: found '256' in attribute revision, expected a whole number in 0..255",
    ),
    Case(
        "XSD107",
        xml.tariff("<t:note>cheap</t:note>"),
        f"{SHEET}/note",
        "<t:note>",
        "cheap",
        "invalid value: found 'cheap' in note, expected a decimal number such as 12.50, with a point and no exponent",
    ),
    Case(
        "XSD108",
        xml.readings("  between \n  them "),
        "/MeterReadings",
        "<m:MeterReadings",
        "  between \n  them ",
        "text between elements: found the text 'between them' between elements, expected none",
    ),
    Case(
        "XSD108",
        xml.readings(f"<m:MeterReading/>{'tail ' * 30}"),
        "/MeterReadings",
        "<m:MeterReadings",
        "tail " * 30,
        f"text between elements: found the text '{('tail ' * 30)[:60]}' between elements, expected none",
    ),
    Case(
        "XSD108",
        xml.readings("\u00a0"),
        "/MeterReadings",
        "<m:MeterReadings",
        "\u00a0",
        "text between elements: found the text '' between elements, expected none",
    ),
    Case(
        "XSD108",
        xml.reading(reference='<m:ReadingType ref="x"> kWh </m:ReadingType>'),
        f"{READ}/ReadingType",
        "<m:ReadingType",
        " kWh ",
        "text between elements: found the text 'kWh', expected only an attribute ref",
    ),
    Case(
        "XSD109",
        xml.reading('<m:value xsi:nil="true"/>'),
        f"{READ}/value",
        "<m:value",
        "true",
        "nil: found xsi:nil='true' on an element that always has a value",
    ),
    Case(
        "XSD109",
        xml.readings('<m:MeterReading xsi:nil="1"/>'),
        "/MeterReadings/MeterReading",
        "<m:MeterReading ",
        "1",
        "nil: found xsi:nil='1' on an element that always has a value",
    ),
    Case(
        "XSD109",
        xml.reading(reference='<m:ReadingType xsi:nil=" true "/>'),
        f"{READ}/ReadingType",
        "<m:ReadingType",
        " true ",
        "nil: found xsi:nil=' true ' on an element that always has a value",
    ),
    Case(
        "XSD109",
        xml.reading('<m:value xsi:nil="false">1</m:value>'),
        f"{READ}/value",
        "<m:value",
        "false",
        "nil: found xsi:nil='false' on an element that always has a value",
    ),
    Case(
        "XSD110",
        xml.event(verb="read"),
        f"{EVENT}/Header/Verb",
        "<msg:Verb>",
        "read",
        "unknown enumeration value: found 'read' in Verb, expected one of: cancel, canceled, change, changed, create, "
        "created, close, closed, delete, deleted, get, reply, execute, executed",
    ),
    Case(
        "XSD110",
        xml.response('<msg:ID kind="mRID">1</msg:ID>'),
        "/ResponseMessage/Reply/ID",
        "<msg:ID ",
        "mRID",
        "unknown enumeration value: found 'mRID' in attribute kind, expected one of: name, uuid, transaction, other",
    ),
    Case(
        "XSD111",
        xml.reading("<m:value><v:amount>1</v:amount></m:value>"),
        f"{READ}/value",
        "<m:value>",
        None,
        "elements inside a value: found elements inside a value, expected only text",
    ),
    Case(
        "XSD111",
        xml.reading(reference='<m:ReadingType ref="x"><m:Names/></m:ReadingType>'),
        f"{READ}/ReadingType",
        "<m:ReadingType",
        None,
        "elements inside a value: found elements inside ReadingType, expected only an attribute ref",
    ),
    Case(
        "XSD111",
        xml.response("<msg:ID>a<v:b/></msg:ID>"),
        "/ResponseMessage/Reply/ID",
        "<msg:ID>",
        None,
        "elements inside a value: found elements inside a value, expected only text",
    ),
    Case(
        "XSD112",
        xml.readings().replace(xml.READINGS, "urn:other"),
        "/MeterReadings",
        "<m:MeterReadings",
        "urn:other",
        f"wrong namespace: found 'urn:other', expected '{xml.READINGS}'",
    ),
    Case(
        "XSD112",
        xml.event("<v:MeterReadings/>"),
        f"{EVENT}/Payload/MeterReadings",
        "<v:MeterReadings/>",
        xml.VENDOR,
        f"wrong namespace: found '{xml.VENDOR}', expected '{xml.READINGS}'",
    ),
    Case(
        "ENV101",
        xml.event(namespace="http://www.iec.ch/TC57/2011/schema/message"),
        EVENT,
        "<msg:Event",
        "http://www.iec.ch/TC57/2011/schema/message",
        "known variant of the message namespace: found 'http://www.iec.ch/TC57/2011/schema/message', known from "
        "the draft "
        "of April 2011",
    ),
    Case(
        "ENV102",
        xml.soap(xml.event()),
        "/Envelope",
        "<s:Envelope",
        None,
        "SOAP envelope: found a SOAP 1.1 envelope around the message",
    ),
    Case(
        "ENV105",
        xml.event(namespace="urn:message"),
        EVENT,
        "<msg:Event",
        "urn:message",
        f"unknown message namespace: found 'urn:message', expected '{xml.MESSAGE}'",
    ),
    Case(
        "ENV106",
        xml.event("<v:Tariff/>"),
        f"{EVENT}/Payload/Tariff",
        "<v:Tariff/>",
        None,
        f"payload that the library does not know: found 'Tariff' of '{xml.VENDOR}', which is no known payload",
    ),
    Case(
        "ENV108",
        xml.readings().replace(xml.READINGS, "https://www.iec.ch/TC57/2011/MeterReadings"),
        "/MeterReadings",
        "<m:MeterReadings",
        "https://www.iec.ch/TC57/2011/MeterReadings",
        "known variant of a payload namespace: found 'https://www.iec.ch/TC57/2011/MeterReadings', known from another "
        f"spelling, expected '{xml.READINGS}'",
    ),
    Case(
        "ENV109",
        xml.event("<c:MeterReadings xmlns:c='http://iec.ch/TC57/CIM-c4e#'/>"),
        f"{EVENT}/Payload/MeterReadings",
        "<c:MeterReadings",
        "http://iec.ch/TC57/CIM-c4e#",
        "in the way of a known dialect: found 'http://iec.ch/TC57/CIM-c4e#', known from SAP Cloud for Energy, expected "
        f"'{xml.READINGS}'",
    ),
    Case(
        "ENV110",
        xml.event("<MeterReadings/>"),
        f"{EVENT}/Payload/MeterReadings",
        "<MeterReadings/>",
        "",
        f"no namespace: found no namespace, expected '{xml.READINGS}'",
    ),
    Case(
        "ENV110",
        "<EventMessage><Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header>"
        f"<Payload>{xml.readings()}</Payload></EventMessage>",
        EVENT,
        "<EventMessage>",
        "",
        f"no namespace: found no namespace, expected '{xml.MESSAGE}'",
    ),
    Case(
        "ENV111",
        xml.readings("<MeterReading/>"),
        "/MeterReadings",
        "<m:MeterReadings",
        xml.READINGS,
        "elements without namespace: found the root MeterReadings in a namespace, and what is in it in none",
    ),
    Case(
        "ENV111",
        xml.event().replace("msg:Verb", "Verb").replace("msg:Noun", "Noun"),
        f"{EVENT}/Header/Verb",
        "<Verb>",
        "",
        f"elements without namespace: found Verb without namespace, expected '{xml.MESSAGE}'",
    ),
    Case(
        "ENV112",
        xml.event(verb="Created"),
        f"{EVENT}/Header/Verb",
        "<msg:Verb>",
        "Created",
        "verb in other words: found 'Created', expected 'created'",
    ),
    Case(
        "ENV113",
        xml.envelope(
            xml.header("created", "MeterServiceRequest")
            + '<msg:Payload><MeterServiceRequests xmlns="http://iec.ch/TC57/2011/MeterServiceRequests#"/></msg:Payload>'
        ),
        f"{EVENT}/Header/Noun",
        "<msg:Noun>",
        "MeterServiceRequest",
        "noun under another name: found 'MeterServiceRequest', expected 'MeterServiceRequests'",
    ),
    Case(
        "ENV114",
        xml.event("<msg:Compressed>H4sI</msg:Compressed><msg:format>XML</msg:format>"),
        f"{EVENT}/Payload/Format",
        "<msg:format>",
        "format",
        "element under another name: found 'format', expected 'Format'",
    ),
    Case(
        "ENV115",
        xml.failure("<msg:level>Warning</msg:level>"),
        "/ResponseMessage/Reply/Error/level",
        "<msg:level>",
        "Warning",
        "value in another spelling: found 'Warning', expected 'WARNING'",
    ),
    Case(
        "ENV116",
        xml.response("").replace("msg:Result>OK", "msg:ReplyCode>0.0").replace("/msg:Result", "/msg:ReplyCode"),
        "/ResponseMessage/Reply/Result",
        "<msg:ReplyCode>",
        "0.0",
        "in the form of 2008: found ReplyCode '0.0', read as Result 'OK'",
    ),
    Case(
        "ENV117",
        xml.event().replace("msg:EventMessage", "msg:PublishEvent"),
        "/PublishEvent",
        "<msg:PublishEvent",
        xml.MESSAGE,
        f"element of a SOAP operation: found the element PublishEvent of '{xml.MESSAGE}'",
    ),
    Case(
        "ENV118",
        xml.readings('<m:MeterReading xsi:type="v:Special"/>'),
        "/MeterReadings/MeterReading",
        "<m:MeterReading ",
        "v:Special",
        "xsi:type: found xsi:type='v:Special'",
    ),
    Case(
        "ENV119",
        xml.event('<MeterAssetConfig xmlns="http://iec.ch/TC57/2009/MeterAssetConfig#"/>'),
        f"{EVENT}/Payload/MeterAssetConfig",
        "<MeterAssetConfig",
        None,
        "noun of another edition: found 'MeterAssetConfig' of 'http://iec.ch/TC57/2009/MeterAssetConfig#' of edition "
        "1, which edition 2 knows as MeterConfig",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{case.path}-{n}" for n, case in enumerate(CASES)])
def test_rule_says_what_was_found_and_exactly_where(case: Case) -> None:
    source = f'<?xml version="1.0"?>\n\n   {case.source}'

    assert cim.load(source).findings == (
        cim.Finding(
            rule=case.rule,
            severity=RULES[case.rule].severity,
            message=case.message,
            path=case.path,
            line=3 + case.source[: case.source.index(case.mark)].count("\n"),
            column=case.source.index(case.mark) + 4,
            value=case.value,
            hint=RULES[case.rule].hint,
        ),
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{case.path}-{n}" for n, case in enumerate(CASES)])
def test_strict_refuses_what_is_an_error_and_no_more(case: Case) -> None:
    if RULES[case.rule].severity is cim.Severity.ERROR:
        with pytest.raises(cim.InvalidMessageError) as caught:
            cim.load(case.source, mode="strict")
        assert [finding.rule for finding in caught.value.findings] == [case.rule]
    else:
        assert [finding.rule for finding in cim.load(case.source, mode="strict").findings] == [case.rule]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{case.path}-{n}" for n, case in enumerate(CASES)])
def test_raw_reads_the_same_message(case: Case) -> None:
    loaded = cim.load(case.source, mode="raw")

    assert loaded.findings == ()
    assert loaded.message == cim.load(case.source).message


def test_every_rule_of_structure_is_provoked_here() -> None:
    frames = {"ENV103", "ENV104", "ENV107", "ENV120", "ENV121", "ENV123"}  # in the tests of frames and SOAP
    frames |= {"ENV124", "ENV125"}  # in the tests of tidying and of validate
    refused = {"XML001", "XML002", "XML003", "ENV100", "ENV122"}  # nothing is read; in the tests of validate

    assert {case.rule for case in CASES} == set(STRUCTURE) - frames - refused - {"XSD113", "FND001", "FND002"}


def test_rules_have_a_title_and_advice_in_lower_case_style() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.hint
        assert not rule.hint[0].isupper() or rule.hint[:2].isupper()


def test_each_missing_member_is_a_finding_of_its_own() -> None:
    findings = cim.load(xml.envelope(f"<msg:Header>{xml.CORRELATION_ID}</msg:Header>", "ResponseMessage")).findings

    assert [(one.path, one.message) for one in findings] == [
        ("/ResponseMessage/Header", "missing element: expected one Verb, found none"),
        ("/ResponseMessage/Header", "missing element: expected one Noun, found none"),
        ("/ResponseMessage", "missing element: expected one Reply, found none"),
    ]


def test_paths_count_siblings_of_a_name_from_one_where_there_are_more() -> None:
    one = '<m:Readings><m:ReadingType ref="x"/></m:Readings>'
    bad = "<m:Readings><m:timeStamp>now</m:timeStamp><m:ReadingType ref='x'/></m:Readings>"
    source = xml.readings(f"<m:MeterReading/><m:MeterReading>{one}{bad}{one}</m:MeterReading><m:MeterReading/>")

    (finding,) = cim.load(source).findings

    assert finding.path == "/MeterReadings/MeterReading[2]/Readings[2]/timeStamp"


def test_equal_names_of_other_namespaces_are_counted_apart() -> None:
    source = xml.readings("<m:MeterReading/><v:MeterReading/><v:MeterReading/>")

    assert [one.path for one in cim.load(source).findings] == [
        "/MeterReadings/MeterReading[1]",
        "/MeterReadings/MeterReading[2]",
    ]


def test_lines_and_columns_count_beyond_65535() -> None:
    lines = "\n" * 70_000
    source = xml.meter_reading(
        f'{lines}  <m:Readings>\n    <m:timeStamp>now</m:timeStamp><m:ReadingType ref="x"/></m:Readings>'
    )

    (finding,) = cim.load(source).findings

    assert (finding.line, finding.column) == (70_002, 5)


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "windows-1252", "UTF-8"])
def test_places_are_exact_in_other_encodings(encoding: str) -> None:
    text = xml.reading("\n <m:source>Zähler</m:source> <m:timeStamp>now</m:timeStamp>")
    data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)

    (finding,) = cim.load(data).findings

    assert (finding.line, finding.column) == (2, len(" <m:source>Zähler</m:source> ") + 1)
    assert finding.path == f"{READ}/timeStamp"


def test_encoding_that_only_libxml2_knows_keeps_the_lines_of_lxml() -> None:
    text = xml.reading("\n<m:timeStamp>now</m:timeStamp>")
    data = f'<?xml version="1.0" encoding="Shift_JIS"?>{text}'.encode("shift_jis")

    (finding,) = cim.load(data).findings

    assert (finding.line, finding.column) == (2, None)


def test_findings_stop_at_the_limit_and_say_how_many_there_were() -> None:
    loaded = cim.load(xml.readings("<v:x/>" * 10), limits=cim.Limits(max_findings=3))

    assert [one.rule for one in loaded.findings] == ["XSD101"] * 3 + ["FND001"]
    assert loaded.findings[-1] == cim.Finding(
        rule="FND001",
        severity=cim.Severity.ERROR,
        message="7 more findings are not listed, beyond the limit of 3: 7 of XSD101",
        hint="raise Limits(max_findings=...) to see the rest",
        stands_for=(("XSD101", cim.Severity.ERROR, 7),),
    )
    assert len(loaded.message.foreign.elements) == 10


def test_of_a_rule_that_comes_late_the_first_findings_are_listed() -> None:
    late = "<m:MeterReading><m:Readings><m:timeStamp>soon</m:timeStamp></m:Readings></m:MeterReading>"
    findings = cim.load(xml.readings("<v:x/>" * 1500 + late)).findings

    assert len(findings) == 1001
    assert [one.rule for one in findings[-4:]] == ["XSD101", "XSD107", "XSD103", "FND001"]
    assert findings[-1].message == "502 more findings are not listed, beyond the limit of 1000: 502 of XSD101"


def test_warning_says_how_many_findings_there_are_beyond_the_limit() -> None:
    with pytest.warns(cim.CimWarning, match="the first of 2500;"):
        cim.read(xml.readings("<v:x/>" * 2500))


def test_limit_that_is_just_reached_is_not_mentioned() -> None:
    loaded = cim.load(xml.readings("<v:x/>" * 3), limits=cim.Limits(max_findings=3))

    assert [one.rule for one in loaded.findings] == ["XSD101"] * 3


@pytest.mark.parametrize(
    "source",
    [xml.soap(xml.envelope("<msg:Header/>")), xml.event("<v:Tariff/><m:MeterReadings><v:x/></m:MeterReadings>")],
)
def test_limit_of_findings_does_not_make_an_invalid_message_valid(source: str) -> None:
    limits = cim.Limits(max_findings=1)

    assert not cim.load(source).ok
    assert not cim.load(source, limits=limits).ok
    with pytest.raises(cim.InvalidMessageError):
        cim.load(source, mode="strict", limits=limits)


def test_mention_of_what_is_not_listed_is_as_bad_as_the_worst_of_it() -> None:
    loaded = cim.load(xml.event("<v:Tariff/>" * 10), mode="strict", limits=cim.Limits(max_findings=3))

    assert [(one.rule, one.severity) for one in loaded.findings] == [("ENV106", "info")] * 3 + [("FND001", "info")]
    assert loaded.ok


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        ({"rule": "XSD103", "message": "m"}, "XSD103 m"),
        ({"rule": "XSD103", "message": "m", "path": "/A"}, "XSD103 /A: m"),
        ({"rule": "XSD103", "message": "m", "path": "/A", "line": 3}, "XSD103 /A (line 3): m"),
        ({"rule": "XSD103", "message": "m", "path": "/A", "line": 3, "column": 7}, "XSD103 /A (line 3, column 7): m"),
        ({"rule": "XSD103", "message": "m", "path": "/A", "hint": "do this"}, "XSD103 /A: m; do this"),
        ({"rule": "XSD103", "message": "m", "hint": "do this"}, "XSD103 m; do this"),
    ],
)
def test_finding_prints_rule_place_message_and_hint(finding: dict[str, object], text: str) -> None:
    assert str(cim.Finding(severity=cim.Severity.ERROR, **finding)) == text  # type: ignore[arg-type]


def test_findings_are_frozen_compare_and_hash() -> None:
    one, other = cim.load(xml.readings("<v:x/>")).findings[0], cim.load(xml.readings("<v:x/>")).findings[0]

    assert one == other
    assert len({one, other}) == 1
    with pytest.raises(AttributeError):
        one.rule = "XSD999"  # type: ignore[misc]


def test_element_inside_of_another_tree_has_its_own_path() -> None:
    outer = etree.fromstring(f"<batch>\n{xml.readings('<v:x/>')}\n{xml.readings()}</batch>")

    (finding,) = cim.load(outer[0]).findings

    assert (finding.path, finding.line, finding.column) == ("/MeterReadings/x", 2, None)
