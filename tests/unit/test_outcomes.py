"""What a reply says, in the words of its reader."""

from __future__ import annotations

from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.envelope import ErrorObject, Name, NameType, NameTypeAuthority

REQUEST = cim.get("MeterReadings", ids=["NM-E-0041871"], message_id="4711")
TRANSACTION = cim.create(cim.MeterConfig(), message_id="4711")
LATER = cim.get("MeterReadings", ids=["NM-E-0041871"], reply_address="queue:CIS")
DATA = cim.MeterReadings()


def response(result: str | None, *errors: cim.Error, **more: Any) -> cim.ResponseMessage:
    return cim.ResponseMessage(
        header=cim.Header(verb="reply", noun="MeterReadings", correlation_id="4711"),
        reply=cim.Reply(result=result, error=list(errors), **more),  # type: ignore[arg-type]
    )


def told(error: cim.Error) -> cim.ReportedError:
    found = cim.outcome(response("FAILED", error))
    return (*found.errors, *found.notes)[0]


def test_success_is_ok() -> None:
    found = cim.outcome(cim.reply(REQUEST, DATA))

    assert found == cim.Outcome(
        result=cim.Result.OK, more=False, acknowledges=False, errors=(), notes=(), ids=(), operation_id=None
    )
    assert found.ok
    assert not found.retry


@pytest.mark.parametrize(
    ("message", "ok"),
    [
        (response("OK"), True),
        (response("OK", cim.reply_error("0.0")), True),
        (response("OK", cim.reply_error("2.4")), False),
        (response("PARTIAL"), False),
        (response("FAILED", cim.reply_error("2.4")), False),
        (response("Done"), False),
        (response(None), False),
    ],
)
def test_ok_is_a_result_of_ok_without_errors(message: cim.ResponseMessage, ok: bool) -> None:
    assert cim.outcome(message).ok is ok


@pytest.mark.parametrize(
    ("message", "more"),
    [
        (cim.reply(REQUEST, DATA), False),
        (cim.reply(REQUEST, errors=["2.4"]), False),
        (cim.reply(REQUEST, DATA, more=True), True),
        (cim.reply(REQUEST, DATA, more=False), False),
        (cim.reply(REQUEST, DATA, more=False, last_as="0.2"), False),
        (cim.reply(REQUEST, DATA, errors=["2.4"]), None),
        (response("PARTIAL", cim.Error(code=" 0.1 ")), True),
        (response("PARTIAL", cim.Error(code="0.1"), cim.Error(code="0.2")), False),
        (response("OK", cim.Error(code="0.1")), True),
        (cim.fault("1.8"), False),
    ],
)
def test_reply_tells_whether_more_follows(message: Any, more: bool | None) -> None:
    assert cim.outcome(message).more is more


def test_acknowledgement_is_told_from_the_result() -> None:
    found = cim.outcome(cim.acknowledge(LATER, code=True))

    assert found.acknowledges
    assert str(found) == "OK: received; the result comes later"
    assert not cim.outcome(cim.acknowledge(LATER)).acknowledges


def test_acknowledgement_does_not_say_that_nothing_follows() -> None:
    assert cim.outcome(cim.acknowledge(LATER, code=True)).more is not False


def test_entries_about_progress_are_notes_and_no_errors() -> None:
    found = cim.outcome(
        response(
            "PARTIAL",
            cim.reply_error("0.2"),
            cim.reply_error("6.4"),
            cim.reply_error("2.4"),
            cim.Error(code="5.7", level="INFORM"),  # type: ignore[arg-type]
            cim.Error(code="6.3", level="FATAL"),  # type: ignore[arg-type]
        )
    )

    assert [str(one.code) for one in found.errors] == ["2.4", "6.3"]
    assert [str(one.code) for one in found.notes] == ["0.2", "6.4", "5.7"]
    assert [one.counts for one in (*found.errors, *found.notes)] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("codes", "retry"),
    [(["5.1"], True), (["5.1", "3.2"], True), (["5.1", "2.4"], False), (["2.4"], False), (["0.0"], False), ([], False)],
)
def test_trying_again_helps_when_all_errors_say_so(codes: list[str], retry: bool) -> None:
    assert cim.outcome(response("FAILED", *map(cim.reply_error, codes))).retry is retry


def test_identifiers_and_operation_of_the_reply() -> None:
    found = cim.outcome(cim.reply(TRANSACTION, ids=["m-1", "m-2"]))

    assert found.ids == (cim.by_name("m-1"), cim.by_name("m-2"))
    assert cim.outcome(response("OK", operation_id=2)).operation_id == 2


def test_level_is_that_stated_else_that_of_the_code() -> None:
    assert told(cim.Error(code="2.4")).level == "FATAL"
    assert told(cim.Error(code="2.4", level=cim.ErrorLevel.WARNING)).level == "WARNING"
    assert told(cim.Error(code="6.2")).level == "INFORM"
    assert told(cim.Error(code="SIM4002")).level == "FATAL"


def test_reason_is_that_of_the_sender_else_that_of_the_code() -> None:
    assert told(cim.Error(code="2.4", reason="no such meter")).reason == "no such meter"
    assert told(cim.Error(code="2.4")).reason == "meter unknown or not valid"
    assert told(cim.Error(code="SIM4002")).reason == ""


def test_parts_of_an_error_are_at_hand() -> None:
    error = cim.reply_error("2.13", meter="M-1", usage_point="U-1", details="moved", operation_id=3)

    found = told(error)

    assert found.error is error
    assert found.code is cim.reply_code("2.13")
    assert (found.details, found.operation_id) == ("moved", 3)
    assert (found.object, found.related) == (error.id, error.related_id)


def test_object_named_in_the_older_way_is_the_object() -> None:
    name = Name(
        name="NM-E-0041999",
        name_type=NameType(name="MeterNumber", name_type_authority=NameTypeAuthority(name="Northmoor Grid")),
    )
    cases = [
        (ErrorObject(mrid="m-1", name=[name], object_type="Meter"), cim.by_mrid("m-1", object_type="Meter")),
        (
            ErrorObject(name=[name, Name(name="other")], object_type="EndDevice"),
            cim.by_name("NM-E-0041999", type="MeterNumber", authority="Northmoor Grid", object_type="EndDevice"),
        ),
        (ErrorObject(name=[Name(name="M-17", name_type=NameType(name="Number"))]), cim.by_name("M-17", type="Number")),
        (ErrorObject(name=[Name(name="M-17")]), cim.by_name("M-17")),
        (ErrorObject(object_type="Meter"), None),
    ]

    for older, expected in cases:
        assert told(cim.Error(code="2.4", object=older)).object == expected
    given = cim.by_name("M-18")
    assert told(cim.Error(code="2.4", id=given, object=cases[0][0])).object == given


@pytest.mark.parametrize(
    "inside",
    [
        "<msg:mRID></msg:mRID>",
        "<msg:mRID>  </msg:mRID>",
        "<msg:Name><msg:name/></msg:Name>",
        "<msg:Name><msg:name>  </msg:name></msg:Name>",
        "<msg:Name/>",
        "<msg:objectType>Meter</msg:objectType>",
        "",
    ],
)
def test_older_object_without_identity_is_no_object(inside: str) -> None:
    message = cim.load(xml.failure(f"<msg:object>{inside}</msg:object>")).message

    (error,) = cim.outcome(message).errors

    assert error.object is None
    assert str(error).startswith("2.4 FATAL")


def test_error_without_code_is_told_all_the_same() -> None:
    text = xml.response("<msg:Error><msg:level>CATASTROPHIC</msg:level></msg:Error>", result="FAILED")

    (error,) = cim.outcome(cim.load(text).message).errors

    assert str(error) == "(no code) CATASTROPHIC"


def test_fault_has_an_outcome() -> None:
    found = cim.outcome(cim.fault("1.8"))

    assert found.result == "FAILED"
    assert [str(one.code) for one in found.errors] == ["1.8"]


@pytest.mark.parametrize("message", [REQUEST, cim.event("created", DATA), DATA, cim.Message(header=REQUEST.header)])
def test_message_without_reply_has_no_outcome(message: Any) -> None:
    with pytest.raises(TypeError, match=f"found {type(message).__name__}, expected a message with a reply"):
        cim.outcome(message)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (response("OK"), "OK: all that was asked for is done or here"),
        (response("FAILED"), "FAILED: nothing of what was asked for was done"),
        (response("PARTIAL"), "PARTIAL: part of what was asked for is here"),
        (
            response("PARTIAL", cim.reply_error("0.1")),
            "PARTIAL: part of what was asked for is here; more follows",
        ),
        (
            response("PARTIAL", cim.reply_error("0.2")),
            "PARTIAL: part of what was asked for is here; nothing more follows",
        ),
        (response("Done"), "Done: the result is none of the standard"),
    ],
)
def test_outcome_is_told_in_a_line(message: cim.ResponseMessage, text: str) -> None:
    assert str(cim.outcome(message)) == text


def test_errors_are_told_below_with_meaning_and_advice() -> None:
    message = response(
        "FAILED",
        cim.reply_error(
            "2.13", reason="moved out", meter="M-1", usage_point="U-1", details="since May", operation_id=3
        ),
        cim.reply_error("SIM4002", reason="no address"),
    )

    assert str(cim.outcome(message)).splitlines() == [
        "FAILED: nothing of what was asked for was done",
        "  2.13 FATAL operation 3 Meter M-1 and UsagePoint U-1: moved out",
        f"      {cim.reply_code('2.13').meaning}; {cim.reply_code('2.13').advice}",
        "      since May",
        "  SIM4002 FATAL: no address",
    ]


def test_meaning_is_not_told_twice() -> None:
    code = cim.reply_code("2.4")

    assert str(told(cim.reply_error("2.4"))).splitlines() == [f"2.4 FATAL: {code.meaning}", f"    {code.advice}"]


def test_object_is_told_with_kind_type_and_authority() -> None:
    number = cim.by_name("NM-E-0041999", type="MeterNumber", authority="Northmoor Grid")

    assert str(told(cim.reply_error("2.4", meter=number))).startswith(
        "2.4 FATAL Meter NM-E-0041999 (MeterNumber, Northmoor Grid): "
    )
    assert str(told(cim.reply_error("2.4", about="M-17"))).startswith("2.4 FATAL M-17: ")
