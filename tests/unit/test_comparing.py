"""Differences between messages: how they are found in lists, what is told of them, and how they read."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest
import unit_messages as xml
from attrs import define, field

import cim61968_9 as cim
from cim61968_9.comparing import Difference, differences
from cim61968_9.comparing._lists import matches
from cim61968_9.comparing._values import mark
from cim61968_9.envelope import Name, NameType
from cim61968_9.model import Element, Member, XmlType
from cim61968_9.profiles.meter_config import Meter as ConfiguredMeter, Status
from cim61968_9.profiles.meter_readings import IntervalBlock, IntervalReading, Meter, MeterReading, Reading
from cim61968_9.xml.values import Duration, ExactDate, ExactDateTime, ExactTime, InvalidText, QualifiedName

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
QUARTER = dt.timedelta(minutes=15)
BERLIN = dt.timezone(dt.timedelta(hours=1))
BLOCK = "/MeterReadings/MeterReading/IntervalBlocks"
VENDOR = "urn:northmoor:extra"


@define(slots=True, kw_only=True, repr=False, eq=False)
class Sheet(Element):
    """An element with a member of each kind of value."""

    price: Any = None
    stamp: Any = None
    date: Any = None
    time: Any = None
    flag: Any = None
    share: Any = None
    length: Any = None
    name: Any = None
    label: Any = None
    marks: Any = field(factory=list)

    __xml__: ClassVar[XmlType] = XmlType(
        "Sheet",
        (
            Member("price", "price", "xs:decimal"),
            Member("stamp", "stamp", "xs:dateTime"),
            Member("date", "date", "xs:date"),
            Member("time", "time", "xs:time"),
            Member("flag", "flag", "xs:boolean"),
            Member("share", "share", "xs:float"),
            Member("length", "length", "xs:duration"),
            Member("name", "name", "xs:QName"),
            Member("label", "label", "xs:string"),
            Member("marks", "marks", "xs:string", high=None),
        ),
    )


def day(count: int = 8, name: str = "NM-E-0041871") -> cim.MeterReadings:
    values = [IntervalReading(time_stamp=NOON + number * QUARTER, value=f"{number}") for number in range(count)]
    block = IntervalBlock(reading_type=xml.CODE, interval_readings=values)
    return cim.MeterReadings(meter_reading=[MeterReading(meter=named(name), interval_blocks=[block])])


def named(name: str | None = None, mrid: str | None = None) -> Meter:
    from cim61968_9.profiles.meter_readings import Name as MeterName

    return Meter(mrid=mrid, names=[MeterName(name=name)] if name is not None else [])


def values(readings: cim.MeterReadings) -> list[IntervalReading]:
    return readings.meter_reading[0].interval_blocks[0].interval_readings


def told(left: cim.Element, right: cim.Element, **options: Any) -> list[str]:
    return [str(one) for one in differences(left, right, **options)]


def changed(readings: cim.MeterReadings, change: Callable[[list[IntervalReading]], Any]) -> cim.MeterReadings:
    made = copy.deepcopy(readings)
    change(values(made))
    return made


LATE = IntervalReading(time_stamp=NOON + dt.timedelta(minutes=20), value="7")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda items: items.insert(2, LATE), ["added [timeStamp={}12:20:00Z]: {{timeStamp {}12:20:00Z, value 7}}"]),
        (lambda items: items.append(LATE), ["added [timeStamp={}12:20:00Z]: {{timeStamp {}12:20:00Z, value 7}}"]),
        (lambda items: items.pop(0), ["removed [timeStamp={}12:00:00Z]: {{timeStamp {}12:00:00Z, value 0}}"]),
        (lambda items: setattr(items[3], "value", "9"), ["changed [timeStamp={}12:45:00Z]/value: '3' -> '9'"]),
        (lambda items: setattr(items[3], "value", None), ["removed [timeStamp={}12:45:00Z]/value: '3'"]),
        (
            lambda items: setattr(items[3], "value", "3.0"),
            ["changed [timeStamp={}12:45:00Z]/value: '3' -> '3.0' (the same value)"],
        ),
        (lambda items: items.append(items.pop(1)), ["moved [timeStamp={}12:15:00Z]: 2 -> 8"]),
        (lambda items: setattr(items[0], "source", "x"), ["added [timeStamp={}12:00:00Z]/source: 'x'"]),
        (
            lambda items: setattr(items[0], "time_stamp", NOON - QUARTER),
            [
                "removed [timeStamp={}12:00:00Z]: {{timeStamp {}12:00:00Z, value 0}}",
                "added [timeStamp={}11:45:00Z]: {{timeStamp {}11:45:00Z, value 0}}",
            ],
        ),
    ],
)
def test_one_change_in_a_block_is_one_difference(
    change: Callable[[list[IntervalReading]], Any], expected: list[str]
) -> None:
    found = [one.replace(f"{BLOCK}/IntervalReadings", "") for one in told(day(), changed(day(), change))]
    assert found == [one.format("2026-01-14T", "2026-01-14T") for one in expected]


def test_long_lists_take_no_longer_than_they_are() -> None:
    left = day(20_000)
    right = changed(left, lambda items: items.insert(1, items.pop(-2)))
    (one,) = differences(left, right)
    assert (one.kind, one.left, one.right) == ("moved", 19_999, 2)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([named("A"), named("B")], [named("B"), named("C"), named("A")], ["moved [name=A]: 1 -> 3", "added [name=C]"]),
        ([named("A", "1"), named("A", "2")], [named("A", "2")], ["removed [mRID=1]"]),
        ([named("A"), named("B")], [named("A", "1"), named("B")], ["added [name=A]/mRID: '1'"]),
        ([named("A", "1"), named("B")], [named("A", "2"), named("B")], ["removed [name=A]", "added [name=A]"]),
        ([named("A"), named("A")], [named("A")], ["removed [2]"]),
        ([named("A]"), named("B")], [named("B")], ["removed [1]"]),
        ([named("x" * 65), named("B")], [named("B")], ["removed [1]"]),
        ([named(" "), named("B")], [named("B")], ["removed [1]"]),
        ([named(), named("B")], [named("C"), named("B")], ["removed [1]", "added [name=C]"]),
        ([named(mrid="1")], [named(mrid="1"), named(mrid="2")], ["added [mRID=2]"]),
    ],
)
def test_objects_are_known_by_mrid_and_name(left: list[Meter], right: list[Meter], expected: list[str]) -> None:
    from cim61968_9.profiles.master_data_linkage_config import Meter as LinkedMeter, Name as LinkedName

    def linkage(meters: list[Meter]) -> cim.MasterDataLinkageConfig:
        made = [LinkedMeter(mrid=one.mrid, names=[LinkedName(name=n.name) for n in one.names]) for one in meters]
        return cim.MasterDataLinkageConfig(meter=made)

    found = [one.replace("/MasterDataLinkageConfig/Meter", "") for one in told(linkage(left), linkage(right))]
    assert sorted(one.partition(": {")[0] for one in found) == sorted(expected)


def readings(*listed: tuple[str, str | None]) -> cim.MeterReadings:
    """Return sets of the same meter, each with one reading of a type."""
    return cim.MeterReadings(
        meter_reading=[
            MeterReading(meter=named("A"), readings=[Reading(reading_type=kind, value=value)]) for kind, value in listed
        ]
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([("1", "a"), ("2", "b")], [("1", "a"), ("2", "c")], ["changed [Meter=A][ReadingType=2]/Readings/value"]),
        ([("1", "a"), ("2", "b")], [("3", "x"), ("1", "a"), ("2", "b")], ["added [Meter=A][ReadingType=3]"]),
        ([("1", "a"), ("1", "b")], [("1", "a"), ("1", "c")], ["changed [2]/Readings/value"]),
        ([("1", "a"), ("1", "b")], [("1", "b"), ("1", "a")], ["moved [1]"]),
        ([("1", "a"), ("1", "a")], [("1", "a"), ("1", "a"), ("1", "a")], ["added [3]"]),
    ],
)
def test_sets_of_one_meter_are_known_by_their_type(left: Any, right: Any, expected: list[str]) -> None:
    found = told(readings(*left), readings(*right))
    assert [one.replace("/MeterReadings/MeterReading", "").partition(": ")[0] for one in found] == expected


def test_messages_are_compared_with_all_their_parts(examples: Path) -> None:
    left = cim.read(examples / "master-data.xml")
    right = copy.deepcopy(left)
    right.header.context = None
    operations = right.payload.operation_set.operation
    operations[1].content.meter[0].serial_number = "SN-1"
    operations.append(operations.pop(0))
    kinds = [(one.kind, one.path.partition("OperationSet/")[2] or one.path) for one in differences(left, right)]
    assert kinds == [
        ("removed", "/RequestMessage/Header/Context"),
        ("moved", "Operation[operationId=1]"),
        ("changed", "Operation[operationId=2]/MeterConfig/Meter/serialNumber"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (cim.Property(name="a", value="1"), cim.Property(name="b", value="1"), ["removed [Name=a]", "added [Name=b]"]),
        (cim.Property(name="a", value="1"), cim.Property(name="a", value="2"), ["changed [Name=a]/Value"]),
    ],
)
def test_properties_are_known_by_their_name(left: Any, right: Any, expected: list[str]) -> None:
    def message(one: cim.Property) -> cim.EventMessage:
        listed = [one, cim.Property(name="z")]
        return cim.EventMessage(header=cim.Header(verb=cim.Verb.created, noun="MeterReadings", property=listed))

    found = [one.replace("/EventMessage/Header/Property", "") for one in told(message(left), message(right))]
    assert sorted(one.partition(": ")[0] for one in found) == sorted(expected)


def test_errors_are_known_by_code_and_object() -> None:
    def reply(*errors: cim.Error) -> cim.FaultMessage:
        return cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED, error=list(errors)))

    one, two = (cim.Error(code="2.4", id=cim.by_name(name)) for name in ("NM-E-0041871", "NM-E-0041872"))
    third = cim.Error(code="5.7")
    (found,) = differences(reply(one, two, third), reply(two, third))
    assert (found.kind, found.path) == ("removed", "/FaultMessage/Reply/Error[code=2.4][ID=NM-E-0041871]")


def test_name_that_changes_is_a_change_of_the_name() -> None:
    left = ConfiguredMeter(mrid="1", names=[Name(name="A")])
    right = ConfiguredMeter(mrid="1", names=[Name(name="B", name_type=NameType(name="MeterNumber"))])
    assert told(left, right) == [
        "changed /Meter/Names/name: 'A' -> 'B'",
        "added /Meter/Names/NameType: {name MeterNumber}",
    ]


EXACT = ExactDateTime.of(NOON, "2026-01-14T12:00:00.0000000Z")
SAME = "(the same value)"


@pytest.mark.parametrize(
    ("member", "left", "right", "expected", "in_texts"),
    [
        ("price", Decimal("1.0"), Decimal(1), [], [f"1.0 -> 1 {SAME}"]),
        ("price", Decimal("1.0"), Decimal("1.1"), ["1.0 -> 1.1"], None),
        ("stamp", NOON, NOON.astimezone(BERLIN), [], [f"2026-01-14T12:00:00Z -> 2026-01-14T13:00:00+01:00 {SAME}"]),
        ("stamp", NOON, NOON.replace(tzinfo=None), ["2026-01-14T12:00:00Z -> 2026-01-14T12:00:00"], None),
        ("stamp", NOON, InvalidText("noon"), ["2026-01-14T12:00:00Z -> 'noon'"], None),
        ("stamp", NOON, EXACT, [], [f"2026-01-14T12:00:00Z -> 2026-01-14T12:00:00.0000000Z {SAME}"]),
        ("date", dt.date(2026, 1, 14), dt.date(2026, 1, 15), ["2026-01-14 -> 2026-01-15"], None),
        ("time", dt.time(12), ExactTime.of(dt.time(12), "12:00:00.0000001"), ["12:00:00 -> 12:00:00.0000001"], None),
        ("flag", True, False, ["true -> false"], None),
        ("share", float("nan"), float("nan"), [], []),
        ("length", Duration("PT60M"), Duration("PT1H"), [f"'PT60M' -> 'PT1H' {SAME}"], None),
        ("length", Duration("PT60M"), Duration("P1M"), ["'PT60M' -> 'P1M'"], None),
        ("name", QualifiedName("a:x", VENDOR), QualifiedName("b:x", VENDOR), [], [f"'a:x' -> 'b:x' {SAME}"]),
        ("label", "1.0", "1", ["'1.0' -> '1'"], None),
    ],
)
def test_values_are_compared_as_values(
    member: str, left: Any, right: Any, expected: list[str], in_texts: list[str] | None
) -> None:
    one, other = (Sheet(**{member: value}) for value in (left, right))
    starts = f"changed /Sheet/{member}: "
    assert told(one, other) == [starts + text for text in expected]
    assert told(one, other, texts=True) == [starts + text for text in (expected if in_texts is None else in_texts)]
    assert (one == other) == (expected == [])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["a", "b"], ["b"], ["removed /Sheet/marks[1]: 'a'"]),
        (["a", "b"], ["a", "c"], ["changed /Sheet/marks[2]: 'b' -> 'c'"]),
        (["a"], ["a", "a"], ["added /Sheet/marks[2]: 'a'"]),
        (["a", "b", "c"], ["c", "a", "b"], ["moved /Sheet/marks[3]: 3 -> 1"]),
        (None, ["a"], ["added /Sheet/marks: ['a']"]),
        ("a", ["a"], ["changed /Sheet/marks: 'a' -> ['a']"]),
        (("a",), ["a"], ["changed /Sheet: {marks ('a',)} -> {1 x marks}"]),
    ],
)
def test_plain_values_of_a_list(left: Any, right: Any, expected: list[str]) -> None:
    assert told(Sheet(marks=left), Sheet(marks=right)) == expected


def vendor(inside: str = "", attributes: str = "") -> Any:
    return cim.load(xml.reading(inside, attributes)).message


FIRST, SECOND = "<v:part>1</v:part>", "<v:part>2</v:part>"
NOTE = f'<v:note v:unit="h">a{FIRST}{SECOND}</v:note>'
UNIT = f"/note/@{{{VENDOR}}}unit"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (NOTE, "", "removed /note: <v:note"),
        ("", NOTE, "added /note: <v:note"),
        (NOTE, NOTE.replace("h", "g"), f"changed {UNIT}: 'h' -> 'g'"),
        (NOTE, NOTE.replace(' v:unit="h"', ""), f"removed {UNIT}: 'h'"),
        (NOTE, NOTE.replace(">a", ">b"), "changed /note/text(): 'a' -> 'b'"),
        (NOTE, NOTE.replace(">a", ">"), "removed /note/text(): 'a'"),
        (NOTE, NOTE.replace("1<", "3<"), "changed /note/part[1]: '1' -> '3'"),
        (NOTE, NOTE.replace(SECOND, ""), "removed /note/part[2]: <v:part"),
        (NOTE, NOTE.replace(FIRST, f"<v:x/>{FIRST}"), "added /note/x: <v:x"),
        (NOTE, NOTE.replace(FIRST + SECOND, SECOND + FIRST), "moved /note/part[1]: 1 -> 2"),
        (NOTE, NOTE.replace(FIRST, f"{FIRST} "), "changed /note: <v:note"),
        (f"{NOTE}<m:value>1</m:value>", f"<m:value>1</m:value>{NOTE}", "moved /note: 1 -> 2"),
        (NOTE, f"<m:value>1</m:value>{NOTE}", "added /value: '1'"),
        ("text", "other", "changed /text(): 'text' -> 'other'"),
        ("text", "", "removed /text(): 'text'"),
        ('<m:value v:a="1">1</m:value>', "<m:value>1</m:value>", f"removed /value/@{{{VENDOR}}}a: '1'"),
    ],
)
def test_foreign_content_is_compared(left: str, right: str, expected: str) -> None:
    (found,) = told(vendor(left), vendor(right))
    assert found.replace("/MeterReadings/MeterReading/Readings", "").startswith(expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (' v:a="1"', ' v:a="2"', f"changed @{{{VENDOR}}}a: '1' -> '2'"),
        (' v:a="1"', "", f"removed @{{{VENDOR}}}a: '1'"),
        (' xsi:type="v:x"', ' xmlns:w="urn:northmoor:extra" xsi:type="w:x"', ""),
    ],
)
def test_foreign_attributes_are_compared(left: str, right: str, expected: str) -> None:
    found = "".join(told(vendor("", left), vendor("", right)))
    assert found.replace("/MeterReadings/MeterReading/Readings/", "") == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("<v:a><v:b>1</v:b></v:a>", "<v:a><v:b>2</v:b></v:a>", "changed /EventMessage/Payload/a/b: '1' -> '2'"),
        ("<v:a/>", '<v:a c="1"/>', "added /EventMessage/Payload/a/@c: '1'"),
        ("<v:a/>", "<m:a/>", "changed /EventMessage/Payload/a: <v:a"),
        ("<v:a/><v:b/>", "<v:b/>", "removed /EventMessage/Payload/a: <v:a"),
        ("<v:a/><v:a>1</v:a>", "<v:a/>", "removed /EventMessage/Payload/a[2]: <v:a"),
    ],
)
def test_payloads_of_unknown_vocabularies_are_compared(left: str, right: str, expected: str) -> None:
    one, other = (cim.load(xml.event(payload)).message for payload in (left, right))
    other.header = one.header
    (found,) = told(one, other)
    assert found.startswith(expected)


SAME_MARKS = [
    (NOON, NOON.astimezone(BERLIN)),
    (Decimal("1.0"), Decimal(1)),
    (1.0, 1),
    (float("nan"), float("nan")),
    (QualifiedName("a:x", VENDOR), QualifiedName("b:x", VENDOR)),
    (dt.datetime.min.replace(tzinfo=BERLIN), dt.datetime.min.replace(tzinfo=BERLIN)),
    (vendor(' <v:note v:unit="h"/>'), vendor(' <v:note v:unit="h"/>')),
    (("a", "b"), ["a", "b"]),
]
OTHER_MARKS = [
    (NOON, NOON.replace(tzinfo=None)),
    (NOON, ExactDateTime.of(NOON, "2026-01-14T12:00:00.0000001Z")),
    (dt.date(2026, 1, 14), ExactDate.of(dt.date(2026, 1, 14), "2026-01-14Z")),
    (ExactTime.of(dt.time(0), "24:00:00"), ExactTime.of(dt.time(0), "00:00:00.0000000")),
    (10**400, 10**400 + 1),
    ("1", 1),
    (vendor('<v:note v:unit="h"/>'), vendor('<v:note v:unit="g"/>')),
    (cim.RawElement("<a/>"), cim.RawElement("<b/>")),
]


@pytest.mark.parametrize(("left", "right"), SAME_MARKS)
def test_marks_of_the_same_are_the_same(left: Any, right: Any) -> None:
    assert mark(left) == mark(right)


@pytest.mark.parametrize(("left", "right"), OTHER_MARKS)
def test_marks_of_others_are_others(left: Any, right: Any) -> None:
    assert mark(left) != mark(right)


def test_order_of_a_repeating_choice_is_compared() -> None:
    one, other = "<c:SimpleEndDeviceFunction ref='a'/>", "<c:ComFunction ref='b'/>"
    left, right = (cim.load(xml.meter(inside)).message for inside in (one + other, other + one))
    (found,) = differences(left, right)
    assert (found.kind, found.path) == ("moved", "/MeterConfig/Meter")
    assert sorted(found.left) == sorted(found.right) != found.left


@pytest.mark.parametrize(
    ("left", "right", "path"),
    [
        (cim.MeterReadings(), cim.MeterConfig(), "/MeterReadings"),
        (cim.EventMessage(header=cim.Header(verb="a", noun="b")), cim.FaultMessage(reply=None), "/EventMessage"),
    ],
)
def test_what_has_nothing_in_common_is_one_difference(left: Any, right: Any, path: str) -> None:
    (found,) = differences(left, right)
    assert found == Difference(path, left, right, kind="changed", right_path=f"/{type(right).__name__}")


@pytest.mark.parametrize("other", [None, "<a/>", b"", cim.RawElement("<a/>")])
def test_only_messages_and_payloads_are_compared(other: Any) -> None:
    with pytest.raises(TypeError, match="expected a message or a payload"):
        differences(cim.MeterReadings(), other)


def test_difference_is_one_line() -> None:
    one = ConfiguredMeter(mrid="a\nb" * 50, status=Status(value="in use", remark=None))
    other = ConfiguredMeter()
    lines = told(one, other)
    assert lines[0].startswith(r"removed /Meter/mRID: 'a\nba\nb")
    assert lines[1] == "removed /Meter/status: {value in use}"
    assert all("\n" not in line and len(line) < 130 for line in lines)
    assert str(Difference("", 1, None, kind="changed", right_path="")) == "changed /: 1 -> nothing"


def test_matching_asks_nothing_of_equal_ends() -> None:
    asked: list[int] = []

    def tokens(item: int) -> list[tuple[str, int]]:
        asked.append(item)
        return [("", item)]

    found = list(matches([1, 2, 3, 9], [1, 2, 4, 9], same=int.__eq__, tokens=tokens, mark=str))
    assert asked == [3, 4]
    assert [(one.left, one.right) for one in found] == [(0, 0), (1, 1), (2, None), (None, 2), (3, 3)]
