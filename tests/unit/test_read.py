"""The reading verbs: modes, warnings, what a read returns, and the values it makes."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import io
import math
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.profiles import meter_config, meter_readings
from cim61968_9.xml import compile_reader, lexical, names

GOOD = xml.reading("<m:timeStamp>2026-01-31T00:15:00Z</m:timeStamp><m:value>47.250</m:value>")
ODD = xml.reading("<m:value>1</m:value><v:phase>L1</v:phase>")
TWICE_ODD = xml.reading("<m:timeStamp>midnight</m:timeStamp><v:phase>L1</v:phase>")
INFO = xml.event("<v:Tariff/>")


def test_read_gives_typed_objects() -> None:
    message = cim.read(GOOD)

    assert message == meter_readings.MeterReadings(
        meter_reading=[
            meter_readings.MeterReading(
                readings=[
                    meter_readings.Reading(
                        time_stamp=dt.datetime(2026, 1, 31, 0, 15, tzinfo=dt.UTC),
                        value="47.250",
                        reading_type=xml.CODE,
                    )
                ]
            )
        ]
    )
    assert message.meter_reading[0].readings[0].decimal == Decimal("47.250")
    assert message.foreign is None


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_valid_message_has_no_findings_in_any_mode(mode: Any) -> None:
    loaded = cim.load(GOOD, mode=mode)

    assert loaded == cim.Loaded(cim.read(GOOD), (), cim.Dialect(name="bare payload"))
    assert not loaded.dialect
    assert loaded.edition == "2"
    assert loaded.ok


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_read_of_a_valid_message_warns_of_nothing(mode: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert cim.read(GOOD, mode=mode) == cim.load(GOOD).message


def test_unknown_mode_is_an_error() -> None:
    with pytest.raises(ValueError, match="^mode is 'tolerant'; expected one of strict, lax, raw$"):
        cim.read(GOOD, mode="tolerant")  # type: ignore[arg-type]


def test_lax_read_warns_with_rule_place_and_advice_at_the_caller() -> None:
    with pytest.warns(cim.CimWarning) as caught:
        cim.read(ODD)

    (warning,) = caught
    column = ODD.index("<v:phase>") + 1
    assert str(warning.message) == (
        f"XSD101 /MeterReadings/MeterReading/Readings/phase (line 1, column {column}): unknown element: found "
        f"an element "
        f"'phase' of '{xml.VENDOR}', expected one of: reason, reportedDateTime, source, timeStamp, value, "
        "ReadingQualities, ReadingType, timePeriod; it was kept and will be written back in its place"
    )
    assert Path(warning.filename) == Path(__file__)


def test_lax_read_warns_once_and_tells_how_many_there_are() -> None:
    with pytest.warns(cim.CimWarning, match=r"^XSD107 .*\(the first of 2; cim.load\(\) returns them all\)$") as caught:
        cim.read(TWICE_ODD)

    assert len(caught) == 1


@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_infos_are_no_reason_to_warn_or_to_refuse(mode: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        message = cim.read(INFO, mode=mode)

    assert [item.name for item in message.payload.content] == ["Tariff"]
    loaded = cim.load(INFO)
    assert [(finding.rule, finding.severity) for finding in loaded.findings] == [("ENV106", "info")]
    assert loaded.ok


def test_raw_mode_looks_for_nothing_and_keeps_everything() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        message = cim.read(ODD, mode="raw")

    assert cim.load(ODD, mode="raw").findings == ()
    assert message == cim.load(ODD).message
    assert message.meter_reading[0].readings[0].foreign.find("phase").xml == (
        f'<v:phase xmlns:v="{xml.VENDOR}">L1</v:phase>'
    )


def test_strict_mode_raises_all_errors_together() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.read(TWICE_ODD, mode="strict")

    assert [finding.rule for finding in caught.value.findings] == ["XSD107", "XSD101"]
    assert caught.value.findings == cim.load(TWICE_ODD).findings


def test_strict_load_returns_warnings_and_infos() -> None:
    loaded = cim.load(xml.soap(xml.event(), "<s:Header><v:Token xmlns:v='urn:v'/></s:Header>"), mode="strict")

    assert [finding.rule for finding in loaded.findings] == ["ENV102", "ENV104"]
    assert loaded.ok


def test_loaded_is_not_ok_with_an_error() -> None:
    assert not cim.load(ODD).ok


def test_loaded_is_frozen() -> None:
    loaded = cim.load(GOOD)

    with pytest.raises(AttributeError):
        loaded.dialect = cim.Dialect()  # type: ignore[misc]


def test_elements_given_as_lxml_trees_have_findings_without_columns() -> None:
    from lxml import etree

    loaded = cim.load(etree.fromstring(f"<!-- first line -->\n{ODD}"))

    assert [(one.rule, one.line, one.column) for one in loaded.findings] == [("XSD101", 2, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<m:value>1<!-- one -->2<?two now?>3</m:value>", "123"),
        ("<m:value><![CDATA[1 < 2 & 3]]></m:value>", "1 < 2 & 3"),
        ("<m:value>1<![CDATA[2]]>3</m:value>", "123"),
        ("<m:value>&#52;&#x37;&amp;&lt;&gt;&quot;&apos;</m:value>", "47&<>\"'"),
        ("<m:value> \n 47 </m:value>", " \n 47 "),
        ("<m:value>a&#13;b&#9;c&#10;d</m:value>", "a\rb\tc\nd"),
        ("<m:value>a\r\nb\rc</m:value>", "a\nb\nc"),
        ("<m:value>\U0001f50c é</m:value>", "\U0001f50c é"),
        ("<m:value/>", ""),
        ("<m:value></m:value>", ""),
        ("<m:value><!-- none --></m:value>", ""),
        ("", None),
    ],
)
def test_text_of_a_value_is_all_of_it(text: str, value: str | None) -> None:
    loaded = cim.load(xml.reading(text))

    assert loaded.message.meter_reading[0].readings[0].value == value
    assert loaded.findings == ()


def test_comments_and_instructions_between_elements_are_passed_over() -> None:
    noisy = GOOD.replace("><", "><!-- a comment --><?an instruction?>\n <")

    assert cim.load(f"<!-- before -->{noisy}<!-- after -->", mode="strict") == cim.load(GOOD)


def test_schema_locations_are_passed_over() -> None:
    hint = f' xsi:schemaLocation="{xml.READINGS} MeterReadings.xsd" xsi:noNamespaceSchemaLocation="x.xsd"'
    everywhere = xml.readings(
        f"<m:MeterReading{hint}><m:Readings><m:value{hint}>1</m:value>"
        f'<m:ReadingType ref="x"{hint}/></m:Readings></m:MeterReading>',
        hint,
    )

    loaded = cim.load(everywhere, mode="strict")

    assert loaded.findings == ()
    assert loaded.message.foreign is None
    assert loaded.message == cim.read(xml.reading("<m:value>1</m:value>", "", '<m:ReadingType ref="x"/>'))


@pytest.mark.parametrize("prefix", ["m:", "msg:", "ns0:", "MeterReadings:", "é:", ""])
def test_any_prefix_or_none_reads_the_same(prefix: str) -> None:
    declaration = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    other = GOOD.replace("xmlns:m=", f"{declaration}=").replace("<m:", f"<{prefix}").replace("</m:", f"</{prefix}")

    assert cim.load(other, mode="strict") == cim.load(GOOD)


def test_prefixes_may_change_on_the_way_down() -> None:
    mixed = (
        f'<MeterReadings xmlns="{xml.READINGS}"><a:MeterReading xmlns:a="{xml.READINGS}"><Readings>'
        f'<b:value xmlns:b="{xml.READINGS}">1</b:value><a:ReadingType '
        f'ref="x"/></Readings></a:MeterReading></MeterReadings>'
    )

    assert cim.load(mixed, mode="strict").message == cim.read(
        xml.reading("<m:value>1</m:value>", "", '<m:ReadingType ref="x"/>')
    )


def test_every_simple_type_of_a_meter_is_typed() -> None:
    message = cim.read(
        xml.meter(
            "<c:initialLossOfLife>1.5e1</c:initialLossOfLife><c:isVirtual>0</c:isVirtual>"
            "<c:purchasePrice>89.90</c:purchasePrice><c:timeZoneOffset>-INF</c:timeZoneOffset>"
            '<c:ComFunction ref="CF-1"/><c:EndDeviceInfo><c:phaseCount>3</c:phaseCount></c:EndDeviceInfo>'
            "<c:lifecycle><c:installationDate>2024-02-29</c:installationDate>"
            "<c:receivedDate>2024-02-01Z</c:receivedDate></c:lifecycle>"
            "<c:MeterMultipliers><c:kind>ctRatio</c:kind></c:MeterMultipliers>"
        ),
        mode="strict",
    )

    (meter,) = message.meter
    assert meter.initial_loss_of_life == 15.0
    assert meter.is_virtual is False
    assert str(meter.purchase_price) == "89.90"
    assert meter.time_zone_offset == -math.inf
    assert meter.com_function == ["CF-1"]
    assert meter.end_device_info.phase_count == 3
    assert meter.lifecycle.installation_date == dt.date(2024, 2, 29)
    assert meter.lifecycle.received_date.zone == "Z"
    assert meter.meter_multipliers[0].kind is meter_config.MeterMultiplierKind("ctRatio")


@pytest.mark.parametrize(
    ("inside", "member", "value"),
    [
        ("<c:initialLossOfLife>1,217</c:initialLossOfLife>", "initial_loss_of_life", cim.InvalidText("1,217")),
        ("<c:isVirtual>yes</c:isVirtual>", "is_virtual", cim.InvalidText("yes")),
        ("<c:purchasePrice>89,90</c:purchasePrice>", "purchase_price", cim.InvalidText("89,90")),
        ("<c:isVirtual/>", "is_virtual", cim.InvalidText("")),
        ("<c:timeZoneOffset>1e999</c:timeZoneOffset>", "time_zone_offset", cim.BeyondRange("1e999")),
    ],
)
def test_what_is_no_value_is_kept_as_its_text(inside: str, member: str, value: Any) -> None:
    (meter,) = cim.read(xml.meter(inside), mode="raw").meter

    assert getattr(meter, member) == value
    assert type(getattr(meter, member)) is type(value)


def test_empty_time_stamp_is_kept_as_invalid_text() -> None:
    read = cim.read(xml.reading("<m:timeStamp/>"), mode="raw").meter_reading[0].readings[0]

    assert repr(read.time_stamp) == "InvalidText('')"


def test_unknown_enumeration_value_is_kept() -> None:
    message = cim.load(xml.envelope(xml.header("publish"))).message

    assert message.header.verb == "publish"
    assert isinstance(message.header.verb, cim.Verb)
    assert not message.header.verb.is_known


def test_qualified_name_carries_the_namespace_of_its_prefix() -> None:
    source = xml.failure("<msg:xpath xmlns:d='urn:northmoor:d'> d:Meter </msg:xpath>")

    (read,) = cim.read(source, mode="strict").reply.error

    assert read.xpath == "d:Meter"
    assert read.xpath.namespace == "urn:northmoor:d"


@pytest.mark.parametrize(("text", "namespace"), [("Meter", None), ("m:Meter", xml.READINGS)])
def test_qualified_name_has_the_namespace_of_its_prefix_or_none(text: str, namespace: str | None) -> None:
    error = f"<msg:Error><msg:code>2.4</msg:code><msg:xpath>{text}</msg:xpath></msg:Error>"

    assert cim.read(xml.response(error), mode="raw").reply.error[0].xpath.namespace == namespace


def test_qualified_name_with_a_prefix_that_stands_for_nothing_is_invalid() -> None:
    source = xml.response("<msg:Error><msg:code>2.4</msg:code><msg:xpath>x:Meter</msg:xpath></msg:Error>")

    assert not cim.schema().validate(etree.fromstring(source))
    with pytest.raises(cim.InvalidMessageError, match="XSD107 .*/xpath"):
        cim.read(source, mode="strict")
    message = cim.read(source, mode="raw")
    assert repr(message.reply.error[0].xpath) == "InvalidText('x:Meter')"
    with pytest.raises(cim.InvalidMessageError):
        cim.to_bytes(message)
    assert cim.read(cim.to_bytes(message, mode="lax"), mode="raw") == message


def test_path_in_the_place_of_a_qualified_name_is_kept_as_text() -> None:
    error = "<msg:Error><msg:code>2.4</msg:code><msg:xpath>//m:Meter[1]</msg:xpath></msg:Error>"

    assert repr(cim.read(xml.response(error), mode="raw").reply.error[0].xpath) == "InvalidText('//m:Meter[1]')"


def test_equal_references_are_one_object() -> None:
    block = f'<m:IntervalBlocks><m:ReadingType ref="{xml.CODE}"/></m:IntervalBlocks>'
    blocks = cim.read(xml.meter_reading(block * 2)).meter_reading[0].interval_blocks

    assert blocks[0].reading_type is blocks[1].reading_type


def test_identifier_has_text_and_attributes() -> None:
    message = cim.read(
        xml.response(
            '<msg:ID kind="name" idType="MeterNumber" idAuthority="Northmoor" objectType="Meter">NM-1</msg:ID>'
        ),
        mode="strict",
    )

    assert message.reply.id == [
        cim.ID(
            value="NM-1", kind=cim.IDKind("name"), id_type="MeterNumber", id_authority="Northmoor", object_type="Meter"
        )
    ]


@pytest.mark.parametrize("content", ["", "<!-- none -->"])
def test_empty_identifier_has_the_empty_text(content: str) -> None:
    assert cim.read(xml.response(f"<msg:ID>{content}</msg:ID>"), mode="strict").reply.id == [cim.ID(value="")]


def test_more_time_stamps_than_are_remembered_are_all_read() -> None:
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    stamps = [start + dt.timedelta(minutes=15 * number) for number in range(5000)]
    values = "".join(
        f"<m:IntervalReadings><m:timeStamp>{one.isoformat()}</m:timeStamp></m:IntervalReadings>" for one in stamps
    )

    message = cim.read(xml.meter_reading(f'<m:IntervalBlocks>{values}<m:ReadingType ref="x"/></m:IntervalBlocks>'))

    assert [one.time_stamp for one in message.meter_reading[0].interval_blocks[0].interval_readings] == stamps


def test_more_names_than_are_remembered_are_all_found() -> None:
    known = names.Names(["urn:a", "urn:b"])

    for number in range(5000):
        assert known[f"{{urn:{'ab'[number % 2]}}}x{number}"] == f"x{number}"
        assert known[f"{{urn:c}}x{number}"] == f"{{urn:c}}x{number}"
    assert [known["{urn:ab}x"], known["x"]] == ["{urn:ab}x", "{}x"]
    assert len(known) < 5000


def test_names_without_a_namespace_belong_to_a_vocabulary_without_one() -> None:
    assert names.Names([""])["x"] == "x"
    assert names.Names(["", "urn:a"])["{urn:a}x"] == "x"
    assert names.Names(["urn:a"])[object()] == ""


def test_compiled_reader_shows_its_source_in_tracebacks() -> None:
    import linecache

    cim.read(GOOD)
    reader = compile_reader.reader(meter_readings.Reading)

    assert reader is compile_reader.reader(meter_readings.Reading)
    assert reader.__code__.co_filename == f"<cim61968_9 read {meter_readings.Reading.__module__}.Reading>"
    assert linecache.getline(reader.__code__.co_filename, 1) == "def read(element, names, reading):\n"


def test_stamp_types_share_a_lexical_form() -> None:
    assert lexical.lexical("xs:dateTimeStamp") is lexical.lexical("xs:dateTime")


@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize("source", [GOOD, ODD, "<broken", "<unknown/>"])
def test_collector_is_left_as_it_was(enabled: bool, source: str) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        for mode in ("strict", "lax", "raw"):
            with contextlib.suppress(cim.Cim61968Error):
                cim.load(source, mode=mode)  # type: ignore[arg-type]
            assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("pause", [True, False])
def test_collector_is_paused_while_reading_unless_told_not_to(pause: bool) -> None:
    seen = set()

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            seen.add(gc.isenabled())
            return super().read(size)

    assert gc.isenabled()
    assert cim.load(Stream(GOOD.encode()), limits=cim.Limits(pause_gc=pause)).ok
    assert seen == {not pause}


CARRIAGE_RETURNS = ["  \r\n 5", "  \r\n", " \r", "\n\r\n x", "\t\r\n&#65;"]


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
@pytest.mark.parametrize("text", CARRIAGE_RETURNS)
def test_white_space_before_a_carriage_return_belongs_to_the_value(text: str, mode: Any) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n").replace("&#65;", "A")

    assert cim.load(xml.reading(f"<m:value>{text}</m:value>"), mode=mode).message == cim.read(
        xml.reading(f"<m:value><![CDATA[{expected}]]></m:value>")
    )
    assert cim.load(xml.response(f"<msg:ID>{text}</msg:ID>"), mode=mode).message.reply.id[0].value == expected


def test_lines_that_end_as_on_windows_read_the_same() -> None:
    text = GOOD.replace("><", ">\n  <")

    assert cim.load(text.replace("\n", "\r\n").encode(), mode="strict") == cim.load(GOOD)


def test_a_folder_says_how_to_read_what_is_in_it(tmp_path: Path) -> None:
    for read in (cim.read, cim.load, cim.validate, cim.iter_items):
        with pytest.raises(IsADirectoryError, match=r"is a folder; cim.sources.find\(...\) lists the messages in it"):
            read(tmp_path)
