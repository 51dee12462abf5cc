"""Content the schema does not know: kept where it stood, equal when equal, and written back in its place."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.profiles import meter_config
from cim61968_9.xml.foreign import Kept
from cim61968_9.xml.values import QualifiedName

cim.register(xml.PACKAGE)

VENDOR_ELEMENT = '<v:phase v:n="1">L1<v:deep/>of<v:deep x="2"> three </v:deep></v:phase>'
VALUE = "<m:value>47</m:value>"
STAMP = "<m:timeStamp>2026-01-31T00:15:00Z</m:timeStamp>"

IN_SCHEMA_ORDER = {
    "element at the start": xml.reading(f"{VENDOR_ELEMENT}{STAMP}{VALUE}"),
    "element in the middle": xml.reading(f"{STAMP}{VENDOR_ELEMENT}{VALUE}"),
    "element at the end": xml.reading(f"{STAMP}{VALUE}", reference=f'<m:ReadingType ref="x"/>{VENDOR_ELEMENT}'),
    "element alone": xml.meter_reading(VENDOR_ELEMENT),
    "elements between list items": xml.readings(
        "<m:MeterReading/><v:a/><m:MeterReading/><v:b/><v:c/><m:MeterReading/>"
    ),
    "element without a namespace": xml.reading(f"<phase>L1<deep/></phase>{VALUE}"),
    "element with a namespace by default": xml.reading(f'<phase xmlns="urn:d">L1<deep xmlns=""/></phase>{VALUE}'),
    "element with many namespaces": xml.readings('<a:x xmlns:a="urn:a" xmlns:b="urn:b" b:y="1"><b:z a:q="2"/></a:x>'),
    "element with CDATA": xml.readings("<v:x><![CDATA[1 < 2 && 3 > 2]]>&#13;&#9;&quot;</v:x>"),
    "element with an attribute to escape": xml.readings('<v:x y="&lt;&amp;&quot;&#10;&#9;&#13;&gt;"/>'),
    "element with a qualified name inside": xml.readings('<v:x xmlns:q="urn:q">q:Meter</v:x>'),
    "element with a qualified name as attribute": xml.readings('<v:x xmlns:q="urn:q" y="q:Meter"/>'),
    "element of the vocabulary at the wrong place": xml.readings(f"<m:Reading>{VALUE}</m:Reading>"),
    "attribute on the root": xml.readings(attributes=' edition="2" v:batch="7"'),
    "attribute on a complex element": xml.meter_reading(VALUE, ' source="hand" v:n="&lt;1&gt; &quot;a&quot;"'),
    "attribute on a leaf": xml.reading('<m:value v:unit="kWh" estimated="false">47</m:value>'),
    "attribute of xml": xml.reading('<m:source xml:lang="en" xml:space="preserve"> hand </m:source>'),
    "attribute on a reference": xml.reading(VALUE, reference='<m:ReadingType ref="x" v:name="kWh" plain="y"/>'),
    "attribute on an enumeration": xml.event(more="").replace("<msg:Verb>", '<msg:Verb v:n="1">'),
    "two attributes of a vendor": xml.meter_reading("", ' v:n="1" v:o="2"'),
    "attributes of two vendors": xml.meter_reading("", ' xmlns:w="urn:w" v:n="1" w:n="2"'),
    "attribute in the namespace of the message": xml.meter_reading("", ' m:n="1"'),
    "nil on a leaf": xml.reading(f'{STAMP}<m:value xsi:nil="true"/>'),
    "nil on a leaf with a vendor attribute": xml.reading('<m:value xsi:nil="1" v:why="lost"/>'),
    "nil that is false": xml.reading('<m:value xsi:nil="false">47</m:value>'),
    "nil on a complex element": xml.readings('<m:MeterReading xsi:nil="true"/><m:MeterReading/>'),
    "nil on a reference": xml.reading(VALUE, reference='<m:ReadingType ref="x" xsi:nil="true"/>'),
    "nil on an identifier": xml.response('<msg:ID xsi:nil="true"/>'),
    "nil on an identifier with text": xml.response('<msg:ID xsi:nil="true">NM-1</msg:ID>'),
    "type with a prefix": xml.readings('<m:MeterReading xsi:type="v:Special"/>'),
    "type with the prefix of the noun": xml.readings('<m:MeterReading xsi:type="m:Special"/>'),
    "type with a prefix that means something else": xml.readings(
        '<m:MeterReading xmlns:msg="urn:q" xsi:type="msg:X"/>'
    ),
    "type with the prefix m for another namespace": (
        f'<r:MeterReadings xmlns:r="{xml.READINGS}" xmlns:m="urn:q" xmlns:xsi="{xml.XSI}">'
        '<r:MeterReading xsi:type="m:X"/></r:MeterReadings>'
    ),
    "type in the default namespace": (
        f'<MeterReadings xmlns="{xml.READINGS}" xmlns:xsi="{xml.XSI}"><MeterReading xsi:type="X"/></MeterReadings>'
    ),
    "type with xsi for another prefix": (
        f'<r:MeterReadings xmlns:r="{xml.READINGS}" xmlns:i="{xml.XSI}" xmlns:xsi="urn:q">'
        '<r:MeterReading i:type="xsi:X"/></r:MeterReadings>'
    ),
    "type on a leaf": xml.reading('<m:value xsi:type="v:Amount">47</m:value>'),
    "text between elements": xml.meter_reading(
        "one <m:Meter/> two <m:Readings><m:ReadingType ref='x'/></m:Readings> 3"
    ),
    "text alone": xml.meter_reading("nothing &amp; more &lt;"),
    "text beside unknown elements": xml.meter_reading("one<v:x/>two<m:Meter/>three<v:y/>four"),
    "text of a no-break space": xml.meter_reading("\u00a0<m:Meter/>"),
    "elements inside a leaf": xml.reading("<m:value>4<v:b>7</v:b>5</m:value>"),
    "elements inside a list of leaves": xml.tariff("<t:mark>a</t:mark><t:mark>b<v:x/></t:mark>"),
    "elements inside an identifier": xml.response("<msg:ID kind='name'>NM<v:x/>-1</msg:ID>"),
    "elements inside a reference": xml.reading(reference='<m:ReadingType ref="x"><m:Names/></m:ReadingType>'),
    "leaf twice": xml.reading("<m:value>1</m:value><m:value>2</m:value><m:value v:n='1'>3</m:value>"),
    "complex element twice": xml.meter_reading("<m:Meter/><m:Meter><m:mRID>2</m:mRID></m:Meter>"),
    "reference twice": xml.reading(reference='<m:ReadingType ref="x"/><m:ReadingType ref="y"/>'),
    "reference without ref": xml.reading(VALUE, reference="<m:ReadingType/>"),
    "reference with an empty ref": xml.reading(VALUE, reference='<m:ReadingType ref=""/>'),
    "reference with another attribute only": xml.reading(VALUE, reference='<m:ReadingType mRID="x"/>'),
    "reference with text": xml.reading(VALUE, reference='<m:ReadingType ref="x">kWh</m:ReadingType>'),
    "reference with text only": xml.reading(VALUE, reference="<m:ReadingType>kWh</m:ReadingType>"),
    "functions of a meter in turn, with an attribute": xml.meter(
        '<c:ComFunction ref="1"/><c:SimpleEndDeviceFunction ref="2"/><c:ComFunction ref="3"/>'
        '<c:ConnectDisconnectFunction ref="4"/><c:ComFunction ref="5" v:n="6"/><c:lifecycle/>'
    ),
    "functions of a meter with a vendor's between": xml.meter(
        '<c:mRID>m</c:mRID><c:SimpleEndDeviceFunction ref="1"/><v:Function/><c:ComFunction ref="2"/>'
    ),
    "unknown payload": xml.event("<v:Tariff><v:Step>1</v:Step></v:Tariff>"),
    "unknown payload without a namespace": xml.event("<Tariff><Step>1</Step></Tariff>"),
    "several payloads": xml.event("<m:MeterReadings/><v:Tariff/><m:MeterReadings><m:MeterReading/></m:MeterReadings>"),
    "extensions of a header": xml.envelope(xml.header(more="<v:Route hop='1'/><m:MeterReadings/>")),
    "extensions of a reply": xml.response("<v:Cost>3</v:Cost>"),
    "attribute on a payload": xml.event("").replace("<msg:Payload>", '<msg:Payload v:zip="no">'),
    "attribute on a payload with a noun": xml.event("<m:MeterReadings/>").replace(
        "<msg:Payload>", '<msg:Payload v:n="1">'
    ),
    "operation with two payloads": xml.event(
        "<msg:OperationSet><msg:Operation><msg:operationId>1</msg:operationId><m:MeterReadings/>"
        "<m:MeterReadings><m:MeterReading/></m:MeterReadings></msg:Operation></msg:OperationSet>"
    ),
    "bounded list that is too long": xml.tariff("<t:mark>a</t:mark><t:mark>b</t:mark><t:mark>c</t:mark>"),
    "mark with content": xml.tariff("<t:Empty>text<v:x/></t:Empty>"),
    "single wildcard": xml.tariff("<v:extra><v:x/></v:extra>"),
    "note with elements": xml.tariff('<t:note language="en">1<v:x/></t:note>'),
}

OUT_OF_ORDER = {
    "leaf after a later one": xml.reading(f"{VALUE}{STAMP}"),
    "list items apart": xml.readings(
        "<m:MeterReading/><m:ReadingType><m:Names><m:name>x</m:name></m:Names></m:ReadingType><v:x/><m:MeterReading/>"
    ),
    "a value first and nil later": xml.reading(f'{VALUE}<m:value xsi:nil="true"/>'),
    "payload and set of operations": xml.event(
        "<msg:OperationSet/><m:MeterReadings/><msg:Compressed>H4</msg:Compressed>"
    ),
    "unknown before a misplaced one": xml.reading(f"{VALUE}<v:x/>{STAMP}<v:y/>"),
}

IN_TURN = xml.meter('<c:SimpleEndDeviceFunction ref="1"/><c:ComFunction ref="2"/><c:SimpleEndDeviceFunction ref="3"/>')


def _cases(table: dict[str, str]) -> list[Any]:
    return [pytest.param(source, id=name) for name, source in table.items()]


def load(source: str | bytes | etree._Element) -> Any:
    return cim.read(source, mode="raw")


@pytest.mark.parametrize("source", _cases(IN_SCHEMA_ORDER))
@pytest.mark.parametrize("prefixes", [{}, {"message": "", "payload": ""}, {"message": "a1", "payload": "q"}], ids=repr)
def test_what_is_written_says_what_was_read(source: str, prefixes: dict[str, str]) -> None:
    assert xml.shape(cim.to_bytes(load(source), mode="lax", prefixes=prefixes)) == xml.shape(source)


@pytest.mark.parametrize("source", _cases({**IN_SCHEMA_ORDER, **OUT_OF_ORDER}))
@pytest.mark.parametrize("prefixes", [{}, {"message": "", "payload": ""}, {"message": "a1", "payload": "q"}], ids=repr)
def test_reading_again_gives_an_equal_object(source: str, prefixes: dict[str, str]) -> None:
    message = load(source)

    written = cim.to_bytes(message, mode="lax", prefixes=prefixes)

    assert load(written) == message
    assert cim.to_bytes(load(written), mode="lax", prefixes=prefixes) == written


@pytest.mark.parametrize("source", _cases({**IN_SCHEMA_ORDER, **OUT_OF_ORDER}))
def test_indenting_changes_no_content(source: str) -> None:
    message = load(source)

    assert load(cim.to_bytes(message, mode="lax", pretty=True)) == message


@pytest.mark.parametrize("source", _cases({**IN_SCHEMA_ORDER, **OUT_OF_ORDER}))
def test_copies_and_pickles_keep_foreign_content(source: str) -> None:
    message = load(source)

    for again in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert again == message
        assert cim.to_bytes(again, mode="lax") == cim.to_bytes(message, mode="lax")


@pytest.mark.parametrize("name", ["element in the middle", "attribute on a payload with a noun", "several payloads"])
def test_strict_mode_writes_foreign_content_too(name: str) -> None:
    source = IN_SCHEMA_ORDER[name]

    assert xml.shape(cim.to_bytes(load(source))) == xml.shape(source)


def test_foreign_content_is_found_on_its_object() -> None:
    source = xml.meter_reading('one<v:x>1</v:x><m:Meter v:n="2"/>two', ' plain="3"')
    (reading,) = load(source).meter_reading

    assert reading.foreign.attributes == {"plain": "3"}
    assert reading.foreign.text == [(0, "one"), (2, "two")]
    assert reading.foreign.elements == [Kept(0, cim.RawElement(f'<v:x xmlns:v="{xml.VENDOR}">1</v:x>'))]
    assert reading.foreign.find("x").to_element().text == "1"
    assert reading.foreign.find("y") is None
    assert reading.meter.foreign.attributes == {f"{{{xml.VENDOR}}}n": "2"}


def test_foreign_attributes_of_leaves_are_found_by_member_and_position() -> None:
    source = xml.meter('<c:mRID v:n="1">m</c:mRID><c:ComFunction ref="a"/><c:ComFunction ref="b" v:n="2"/>')
    (meter,) = load(source).meter

    assert meter.foreign.leaves == {
        ("mrid", 0): {f"{{{xml.VENDOR}}}n": "1"},
        ("com_function", 1): {f"{{{xml.VENDOR}}}n": "2"},
    }


def test_order_of_a_repeating_choice_is_kept() -> None:
    assert xml.shape(cim.to_bytes(cim.read(IN_TURN, mode="strict"))) == xml.shape(IN_TURN)


def test_order_of_a_repeating_choice_is_part_of_equality() -> None:
    message = load(xml.meter('<c:SimpleEndDeviceFunction ref="1"/><c:ComFunction ref="2"/>'))

    assert message.meter[0].foreign.order == {1: ("simple_end_device_function", "com_function")}
    assert message != load(xml.meter('<c:ComFunction ref="2"/><c:SimpleEndDeviceFunction ref="1"/>'))


def test_order_of_a_repeating_choice_as_in_the_schema_needs_no_keeping() -> None:
    assert load(xml.meter('<c:ComFunction ref="1"/><c:SimpleEndDeviceFunction ref="2"/>')).meter[0].foreign is None


def test_order_of_a_repeating_choice_follows_changes() -> None:
    message = load(IN_TURN.replace('ref="1"/>', 'ref="1"/><v:x/>'))
    (meter,) = message.meter
    meter.com_function.append("4")
    meter.connect_disconnect_function.append("5")
    meter.simple_end_device_function.pop()

    (written,) = etree.fromstring(cim.to_bytes(message))

    assert [(etree.QName(child).localname, child.get("ref")) for child in written] == [
        ("SimpleEndDeviceFunction", "1"),
        ("x", None),
        ("ComFunction", "2"),
        ("ComFunction", "4"),
        ("ConnectDisconnectFunction", "5"),
    ]


@pytest.mark.parametrize(
    ("inside", "value"),
    [('<m:value xsi:nil="true"/>', "48"), ("<m:value>4<v:b/>7</m:value>", "48")],
)
def test_setting_a_member_replaces_the_element_that_could_not_be_read(inside: str, value: str) -> None:
    message = load(xml.reading(f"{STAMP}{inside}"))
    (reading,) = message.meter_reading[0].readings
    assert reading.value is None

    reading.value = value

    assert xml.shape(cim.to_bytes(message)) == xml.shape(xml.reading(f"{STAMP}<m:value>48</m:value>"))


def test_setting_a_reference_replaces_the_element_that_could_not_be_read() -> None:
    message = load(IN_SCHEMA_ORDER["reference with text"])
    message.meter_reading[0].readings[0].reading_type = xml.CODE

    assert xml.shape(cim.to_bytes(message)) == xml.shape(xml.reading(VALUE))


def test_setting_a_reference_that_had_no_ref_writes_it() -> None:
    message = load(IN_SCHEMA_ORDER["reference without ref"])
    assert message.meter_reading[0].readings[0].reading_type == ""
    message.meter_reading[0].readings[0].reading_type = xml.CODE

    assert xml.shape(cim.to_bytes(message)) == xml.shape(xml.reading(VALUE))


def test_clearing_foreign_content_leaves_it_out() -> None:
    message = load(xml.readings("<v:x/><m:MeterReading/>text"))
    message.foreign = None

    assert xml.shape(cim.to_bytes(message)) == xml.shape(xml.readings("<m:MeterReading/>"))


def test_foreign_content_can_be_added() -> None:
    message = load(xml.meter_reading())
    message.foreign = cim.Foreign(
        attributes={f"{{{xml.VENDOR}}}n": "1", "{http://www.w3.org/XML/1998/namespace}lang": "en"},
        elements=[Kept(0, cim.RawElement('<x xmlns="urn:x"/>')), Kept(9, cim.RawElement("<y/>"))],
        text=[(9, "end")],
    )

    assert xml.shape(cim.to_bytes(message)) == xml.shape(
        xml.readings('<x xmlns="urn:x"/><m:MeterReading/><y/>end', ' v:n="1" xml:lang="en"')
    )


def test_texts_of_one_place_are_all_written() -> None:
    readings = cim.read(xml.readings())
    readings.foreign = cim.Foreign(text=[(0, "a"), (0, "b"), (7, "c")])
    assert b">abc</" in cim.to_bytes(readings, mode="lax")


@pytest.mark.parametrize("value", [None, 5])
def test_values_that_are_no_texts_are_refused_by_name(value: Any) -> None:
    readings = cim.read(xml.readings())
    readings.foreign = cim.Foreign(attributes={"mark": value})
    (found,) = cim.check(readings)
    assert (found.rule, found.message) == (
        "XSD107",
        f"invalid value: foreign content has {value!r}, expected a str; what is absent is left out",
    )
    for mode in ("strict", "lax"):
        with pytest.raises(cim.InvalidMessageError, match=f"foreign content has {value!r}, expected a str"):
            cim.to_bytes(readings, mode=mode)


def test_foreign_content_is_part_of_equality() -> None:
    plain, odd, other = (load(xml.readings(inside)) for inside in ("", "<v:x/>", "<v:y/>"))

    assert plain != odd
    assert odd != other
    assert odd == load(xml.readings("<v:x></v:x>"))


def test_equal_attributes_in_another_order_are_equal() -> None:
    assert load(xml.readings(attributes=' a="1" b="2"')) == load(xml.readings(attributes=' b="2" a="1"'))


def test_raw_element_knows_its_name() -> None:
    raw = cim.RawElement('<v:Tariff xmlns:v="urn:v"><v:Step/></v:Tariff>')

    assert (raw.tag, raw.name, raw.namespace) == ("{urn:v}Tariff", "Tariff", "urn:v")
    assert str(raw) == raw.xml
    assert cim.RawElement("<Tariff/>").namespace is None
    assert raw.to_element()[0].tag == "{urn:v}Step"
    assert raw == cim.RawElement('<v:Tariff xmlns:v="urn:v"><v:Step/></v:Tariff>')
    assert len({raw, copy.copy(raw)}) == 1


def test_raw_elements_are_equal_whatever_is_declared_around_them() -> None:
    one = xml.readings('<v:x b="1" a="2"><v:y/></v:x>')
    other = (
        f'<MeterReadings xmlns="{xml.READINGS}"><v:x xmlns:u="urn:unused" xmlns:v="{xml.VENDOR}" a="2" b="1">'
        "<!-- new --><v:y></v:y></v:x></MeterReadings>"
    )

    assert load(one) == load(other)


def test_raw_element_leaves_comments_and_instructions_out() -> None:
    element = etree.fromstring("<a>1<!-- x -->2<?y z?>3<b/><?y?></a>")

    assert cim.RawElement.of(element).xml == "<a>123<b></b></a>"
    assert etree.tostring(element) == b"<a>1<!-- x -->2<?y z?>3<b/><?y?></a>"


def test_raw_element_is_taken_without_what_follows_it() -> None:
    element = etree.fromstring("<a><b>1</b>tail<c/></a>")

    assert cim.RawElement.of(element[0]).xml == "<b>1</b>"


def test_raw_element_too_deep_is_an_error_that_names_the_setting() -> None:
    element = etree.fromstring("<a>" * 9 + "</a>" * 9)

    assert cim.RawElement.of(element, cim.Limits(max_depth=9)).name == "a"
    with pytest.raises(cim.LimitError, match=r"more than 8 elements deep; raise Limits\(max_depth=...\)") as caught:
        cim.RawElement.of(element, cim.Limits(max_depth=8))
    assert caught.value.line == 1


@pytest.mark.parametrize(
    "text",
    ["m:5", "at m: five", "msg:5", "m:Meter"],
)
def test_text_that_looks_like_a_prefix_of_the_writer_stays_equal(text: str) -> None:
    source = f'<MeterReadings xmlns="{xml.READINGS}"><v:x xmlns:v="urn:v" y="{text}">{text}</v:x></MeterReadings>'
    message = load(source)

    assert load(cim.to_bytes(message)) == message


def test_namespaces_of_names_inside_values_survive_processing_instructions() -> None:
    wrapped = etree.fromstring('<w:r xmlns:w="urn:w" xmlns:q="urn:q"><w:x><?note x?>q:Meter</w:x></w:r>')

    assert cim.RawElement.of(wrapped[0]).xml == '<w:x xmlns:q="urn:q" xmlns:w="urn:w">q:Meter</w:x>'


def test_text_cut_by_a_comment_in_a_tree_stays_equal() -> None:
    message = load(etree.fromstring(xml.meter_reading("one <!-- x -->two<m:Meter/>")))

    assert load(cim.to_bytes(message)) == message


@pytest.mark.parametrize(
    "inside", ["<msg:xpath xmlns:d='urn:d'>d:Meter</msg:xpath>", "<msg:xpath xmlns='urn:d'>M</msg:xpath>"]
)
@pytest.mark.parametrize("prefix", ["msg", "", "d", "xsi"])
def test_qualified_name_is_written_with_its_namespace(inside: str, prefix: str) -> None:
    message = load(xml.response(f"<msg:Error><msg:code>1</msg:code>{inside}</msg:Error>"))

    written = cim.to_bytes(message, prefixes={"message": prefix})

    assert load(written) == message
    assert load(written).reply.error[0].xpath.namespace == "urn:d"


@pytest.mark.parametrize(
    "inside", ["<msg:xpath xmlns:q='urn:d'>q:Meter</msg:xpath>", "<msg:xpath xmlns='urn:d'>M</msg:xpath>"]
)
def test_qualified_name_does_not_take_the_prefix_of_the_message(inside: str) -> None:
    message = load(xml.response(f"<msg:Error><msg:code>1</msg:code>{inside}</msg:Error>"))

    assert load(cim.to_bytes(message, prefixes={"message": "q"})) == message


def test_nil_before_a_value_of_the_same_name_is_written_back() -> None:
    message = load(xml.reading(f'<m:value xsi:nil="true"/>{VALUE}'))

    assert message.meter_reading[0].readings[0].value == "47"
    assert b"nil" in cim.to_bytes(message)
    assert load(cim.to_bytes(message)) == message


@pytest.mark.parametrize("source", [xml.readings("<v:x><y>1</y></v:x>"), xml.event("<v:Tariff><Step/></v:Tariff>")])
def test_elements_without_a_namespace_stay_so_under_a_default_namespace(source: str) -> None:
    written = cim.to_bytes(load(source), prefixes={"message": "", "payload": "m" if "Event" in source else ""})

    assert load(written) == load(source)
    assert xml.shape(written) == xml.shape(source)


def test_type_without_a_namespace_stands_in_the_default_namespace_of_the_output() -> None:
    message = load(xml.readings('<m:MeterReading xsi:type="Special"/>'))

    assert load(cim.to_bytes(message)) == message
    assert b'xsi:type="Special"' in cim.to_bytes(message, prefixes={"payload": ""})


def test_qualified_name_with_a_foreign_attribute_beside() -> None:
    source = xml.response(
        "<msg:Error><msg:code>1</msg:code><msg:xpath v:n='1' xmlns:a1='urn:d'>a1:Meter</msg:xpath></msg:Error>"
    )

    assert load(cim.to_bytes(load(source))) == load(source)


def test_members_of_a_class_without_foreign_content_have_none() -> None:
    message = load(xml.reading(VALUE))

    assert message.foreign is None
    assert message.meter_reading[0].readings[0].foreign is None
    assert not cim.Foreign()
    assert meter_config.Meter().foreign is None


@pytest.mark.parametrize("mode", ["lax", "raw"])
@pytest.mark.parametrize(
    "inside",
    [
        "<v:x> <v:y/>\n</v:x>",
        "<v:x> </v:x>",
        "<v:x>\n\t<v:y> </v:y> and <v:z/> </v:x>",
        "<v:x xml:space='preserve'> <v:y/></v:x>",
    ],
)
def test_layout_inside_of_unknown_elements_is_kept(inside: str, mode: Any) -> None:
    for around in (xml.readings, xml.meter_reading, xml.event):
        loaded = cim.load(around(f"\n  {inside}\n"), mode=mode).message
        written = cim.to_bytes(loaded).decode()
        (found,) = (node for node in etree.fromstring(written.encode()).iter(f"{{{xml.VENDOR}}}x"))
        expected = etree.fromstring(xml.readings(inside))[0]

        assert etree.tostring(found, method="c14n", exclusive=True, with_tail=False) == etree.tostring(
            expected, method="c14n", exclusive=True
        )
        assert load(written) == loaded


@pytest.mark.parametrize("text", [" ", "\n", "\t ", "&#32;", "&#13;", " &#10; ", "<![CDATA[ ]]>"])
@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_value_of_white_space_only_is_kept(text: str, mode: Any) -> None:
    expected = etree.fromstring(f"<a>{text}</a>").text

    message = cim.load(xml.reading(f"\n  <m:value>{text}</m:value>\n  "), mode=mode).message

    assert message.meter_reading[0].readings[0].value == expected


def test_white_space_around_elements_inside_of_a_leaf_is_kept() -> None:
    source = xml.reading("<m:value> <v:b/> 4 <v:b/> </m:value>")

    assert b"<m:value" in cim.to_bytes(load(source))
    assert b"> <v:b" in cim.to_bytes(load(source))
    assert b"</v:b> 4 <v:b" in cim.to_bytes(load(source))
    assert b"</v:b> </m:value>" in cim.to_bytes(load(source))


@pytest.mark.parametrize("text", ["q:Meter q:Seal", "/q:Meter/q:Seal", "q:Meter[1]"])
def test_prefixes_of_several_names_in_a_value_stay_declared(text: str) -> None:
    source = xml.readings(f'<v:x xmlns:q="urn:q" path="{text}">{text}</v:x>')

    (kept,) = load(cim.to_bytes(load(source))).foreign.elements

    assert kept.element.to_element().nsmap.get("q") == "urn:q"


FUNCTION = ("simple_end_device_function", 0)


@pytest.mark.parametrize("mode", ["strict", "lax"])
@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({'a="1"><evil/><x b': ""}, "foreign content has the attribute 'a=\"1\"><evil/><x b'"),
        ({"xmlns": "urn:x"}, "the attribute 'xmlns', expected a name"),
        ({"a:b": "1"}, "the attribute 'a:b', expected a name"),
        ({"": "1"}, "the attribute '', expected a name"),
        ({"{urn:a}b c": "1"}, "the attribute '{urn:a}b c', expected a name"),
        ({"x": QualifiedName('a="><evil/><b:c', "urn:a")}, "expected a qualified name"),
    ],
)
def test_a_name_that_would_become_other_markup_is_refused(mode: Any, attributes: Any, text: str) -> None:
    message = cim.MeterReadings(foreign=cim.Foreign(attributes=attributes))
    with pytest.raises(cim.InvalidMessageError, match=text):
        cim.to_bytes(message, mode=mode)


@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_an_attribute_that_is_there_twice_is_refused(mode: Any) -> None:
    message = cim.get(cim.GetMeterReadings())
    message.request.id = [cim.ID(value="x", kind="name", foreign=cim.Foreign(attributes={"kind": "uuid"}))]
    with pytest.raises(cim.InvalidMessageError, match="the attribute kind, which the object has too"):
        cim.to_bytes(message, mode=mode)
    reading = meter_config.Meter(simple_end_device_function=["a"], foreign=cim.Foreign(leaves={FUNCTION: {"ref": "b"}}))
    with pytest.raises(
        cim.InvalidMessageError, match="the attribute ref of simple_end_device_function, which the object"
    ):
        cim.to_bytes(cim.MeterConfig(meter=[reading]), mode=mode)


@pytest.mark.parametrize("mode", ["strict", "lax"])
def test_an_order_of_what_is_no_member_is_refused(mode: Any) -> None:
    meter = meter_config.Meter(simple_end_device_function=["a"], foreign=cim.Foreign(order={1: ("colour",)}))
    with pytest.raises(
        cim.InvalidMessageError, match="has 'colour' in the order of a choice, expected com_function or"
    ):
        cim.to_bytes(cim.MeterConfig(meter=[meter]), mode=mode)


def test_names_in_any_script_are_names() -> None:
    data = xml.readings('<v:\u0915\u093f v:\u0915\u093f="1"/>')
    assert cim.to_bytes(cim.read(data.encode(), mode="raw")).decode().count("\u0915\u093f") >= 2


UNREADABLE, READABLE = "<Noun>a<x/></Noun>", "<Noun>MeterReadings</Noun>"


@pytest.mark.parametrize(
    "header",
    [
        f"<Verb>created</Verb>{UNREADABLE}{READABLE}",
        f"{UNREADABLE}<Verb>created</Verb>{READABLE}",
        f"<Revision>1</Revision>{UNREADABLE}{READABLE}",
        f"<x/>{UNREADABLE}{READABLE}",
        f"{UNREADABLE}{UNREADABLE}<Revision>1</Revision>{READABLE}{READABLE}",
        f"<Source>s</Source>{UNREADABLE}<x/>{READABLE}<Source>t</Source>",
        f"<Revision>1</Revision>{UNREADABLE}{READABLE}<Revision>2</Revision>",
    ],
)
def test_an_element_that_could_not_be_read_beside_one_that_could_has_one_place(header: str) -> None:
    text = f'<EventMessage xmlns="http://iec.ch/TC57/2011/schema/message"><Header>{header}</Header></EventMessage>'
    message = cim.read(text, mode="raw")
    assert message.header.noun == "MeterReadings"
    again = cim.read(cim.to_bytes(message, mode="lax"), mode="raw")
    assert again == message
    assert [kept.after for kept in again.header.foreign.elements] == [
        kept.after for kept in message.header.foreign.elements
    ]
