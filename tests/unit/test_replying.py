"""Replies: correlation, result, sequence codes, errors with their objects, and what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.envelope import ErrorObject, ProcessingLocation
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.replying import ErrorObjects

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
HES = cim.Sender(source="Northmoor-HES", now=lambda: NOON, new_id=lambda: "h-1")
CIS = cim.Sender(source="Northmoor-CIS", now=lambda: NOON, new_id=lambda: "4711", reply_address="queue:CIS")
DATA = cim.MeterReadings()
FATAL = "2.4"
WARNING = cim.reply_error("5.7", level="WARNING")
INFORM = cim.reply_error("6.2")


def query(**options: Any) -> cim.RequestMessage:
    return cim.get("MeterReadings", ids=["NM-E-0041871", "NM-E-0041873"], sender=CIS, **options)


def transaction(**options: Any) -> cim.RequestMessage:
    return cim.create(cim.MeterConfig(meter=[Meter(mrid="m-1")]), sender=CIS, **options)


def operations(count: int = 2, **flags: bool) -> cim.RequestMessage:
    steps = [cim.operation("create", cim.MeterConfig()) for _ in range(count)]
    return cim.execute(*steps, sender=CIS, **flags)


def codes(message: cim.ResponseMessage | cim.FaultMessage) -> list[str]:
    return [one.code for one in message.reply.error]


def refusals(*arguments: Any, **options: Any) -> set[str]:
    """Return the rules that reply() refuses its arguments for."""
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.reply(*arguments, sender=HES, **options)
    return {one.rule for one in caught.value.findings}


# header


def test_reply_repeats_noun_context_and_correlation_of_the_request() -> None:
    request = query(correlation_id="17", context="TESTING", user="j.field", comment="please")

    assert cim.reply(request, DATA, sender=HES) == cim.ResponseMessage(
        header=cim.Header(
            verb=cim.Verb.reply,
            noun="MeterReadings",
            revision="1",
            context="TESTING",
            timestamp=NOON,
            source="Northmoor-HES",
            message_id="h-1",
            correlation_id="17",
        ),
        reply=cim.Reply(result=cim.Result.OK),
        payload=cim.Payload(content=[DATA]),
    )


@pytest.mark.parametrize(
    ("correlation", "message", "expected"),
    [
        ("17", "4711", "17"),
        (None, "4711", "4711"),
        ("", "4711", "4711"),
        (" ", "4711", "4711"),
        ("17", None, "17"),
        (None, None, None),
        ("", " ", None),
    ],
)
def test_reply_takes_correlation_else_message_id_else_nothing(
    correlation: str | None, message: str | None, expected: str | None
) -> None:
    request = query()
    request.header.correlation_id, request.header.message_id = correlation, message

    assert cim.correlation_of(request) == expected
    assert cim.reply(request, DATA, sender=HES).header.correlation_id == expected


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        (None, {}, "TESTING"),
        ("PRODUCTION", {}, "PRODUCTION"),
        (None, {"context": "STUDY"}, "STUDY"),
        ("PRODUCTION", {"context": None}, None),
    ],
)
def test_context_is_that_of_call_sender_or_request(
    own: str | None, given: dict[str, Any], expected: str | None
) -> None:
    request = query(context="TESTING")

    assert cim.reply(request, DATA, sender=cim.Sender(context=own), **given).header.context == expected


def test_reply_without_sender_takes_what_it_needs_from_the_request() -> None:
    assert cim.reply(query(context="TESTING"), DATA).header.context == "TESTING"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_reply_asks_for_no_replies_itself(asynchronous: bool) -> None:
    made = cim.reply(
        query(async_reply_flag=asynchronous), DATA, sender=cim.Sender(source="Northmoor-HES", reply_address="queue:HES")
    )

    assert made.header.reply_address is None
    assert made.header.async_reply_flag is None


# result


@pytest.mark.parametrize(
    ("errors", "content", "ids", "result", "expected"),
    [
        ([], DATA, [], "OK", []),
        ([INFORM], DATA, [], "OK", ["6.2"]),
        (["0.0"], DATA, [], "OK", ["0.0"]),
        ([], None, ["m-1"], "OK", []),
        ([FATAL], None, [], "FAILED", ["2.4"]),
        (FATAL, None, [], "FAILED", ["2.4"]),
        (cim.reply_error(FATAL), None, [], "FAILED", ["2.4"]),
        ([FATAL, "5.7"], None, [], "FAILED", ["2.4", "5.7"]),
        ([FATAL], cim.Payload(), [], "FAILED", ["2.4"]),
        ([FATAL], DATA, [], "PARTIAL", ["2.4"]),
        ([FATAL], cim.Payload(content=[DATA]), [], "PARTIAL", ["2.4"]),
        ([FATAL], cim.packed("a;b", format="CSV"), [], "PARTIAL", ["2.4"]),
        ([FATAL], None, ["m-1"], "PARTIAL", ["2.4"]),
        ([WARNING], DATA, [], "PARTIAL", ["5.7"]),
        ([WARNING], None, [], "PARTIAL", ["5.7"]),
        ([WARNING, INFORM], None, [], "PARTIAL", ["5.7", "6.2"]),
        ([WARNING, FATAL], None, [], "FAILED", ["5.7", "2.4"]),
        ([INFORM, FATAL], None, [], "FAILED", ["6.2", "2.4"]),
        ([cim.Error(code="5.7")], None, [], "FAILED", ["5.7"]),
        ([cim.Error(code="SIM4002")], None, [], "FAILED", ["SIM4002"]),
        ([cim.Error(code="6.3")], DATA, [], "OK", ["6.3"]),
    ],
)
def test_result_follows_from_errors_and_content(
    errors: Any, content: Any, ids: list[str], result: str, expected: list[str]
) -> None:
    made = cim.reply(query(), content, errors=errors, ids=ids, sender=HES)

    assert made.reply.result == result
    assert codes(made) == expected
    assert [one.value for one in made.reply.id] == ids


@pytest.mark.parametrize("ids", [[], ["m-1"]])
def test_identifiers_may_come_one_by_one(ids: list[str]) -> None:
    request = transaction()

    assert cim.reply(request, errors=[FATAL], ids=iter(ids), sender=HES) == cim.reply(
        request, errors=[FATAL], ids=ids, sender=HES
    )


def test_errors_may_come_one_by_one() -> None:
    made = cim.reply(transaction(), errors=(code for code in ("2.4", "2.5")), sender=HES)

    assert codes(made) == ["2.4", "2.5"]
    assert made.reply.result == "FAILED"


def test_the_list_of_errors_is_not_changed() -> None:
    errors: list[cim.Error | str] = ["2.4"]

    cim.reply(query(), DATA, errors=errors, more=True, sender=HES)

    assert errors == ["2.4"]


@pytest.mark.parametrize(
    ("errors", "content", "more", "last_as", "result", "expected"),
    [
        # more is to follow
        ([], DATA, True, "auto", "PARTIAL", ["0.1"]),
        ([FATAL], DATA, True, "auto", "PARTIAL", ["0.1", "2.4"]),
        ([FATAL], None, True, "auto", "PARTIAL", ["0.1", "2.4"]),
        ([], DATA, True, "0.2", "PARTIAL", ["0.1"]),
        ([], DATA, True, "result", "PARTIAL", ["0.1"]),
        (["0.1", FATAL], DATA, True, "auto", "PARTIAL", ["0.1", "2.4"]),
        # the last one, automatically
        ([], DATA, False, "auto", "OK", []),
        ([INFORM], DATA, False, "auto", "OK", ["6.2"]),
        ([FATAL], DATA, False, "auto", "PARTIAL", ["0.2", "2.4"]),
        ([FATAL], None, False, "auto", "PARTIAL", ["0.2", "2.4"]),
        ([WARNING], DATA, False, "auto", "PARTIAL", ["0.2", "5.7"]),
        # always PARTIAL and 0.2
        ([], DATA, False, "0.2", "PARTIAL", ["0.2"]),
        ([INFORM], DATA, False, "0.2", "PARTIAL", ["0.2", "6.2"]),
        ([FATAL], None, False, "0.2", "PARTIAL", ["0.2", "2.4"]),
        (["0.2"], DATA, False, "0.2", "PARTIAL", ["0.2"]),
        # always OK or FAILED
        ([], DATA, False, "result", "OK", []),
        ([INFORM], DATA, False, "result", "OK", ["6.2"]),
        ([FATAL], None, False, "result", "FAILED", ["2.4"]),
        # the only one: last_as does not count
        ([], DATA, None, "0.2", "OK", []),
        ([FATAL], DATA, None, "result", "PARTIAL", ["2.4"]),
        ([FATAL], None, None, "0.2", "FAILED", ["2.4"]),
    ],
)
def test_one_of_several_replies_says_whether_more_follows(
    errors: Any, content: Any, more: bool | None, last_as: Any, result: str, expected: list[str]
) -> None:
    made = cim.reply(query(), content, errors=errors, more=more, last_as=last_as, sender=HES)

    assert made.reply.result == result
    assert codes(made) == expected


@pytest.mark.parametrize(
    ("errors", "content", "more", "result", "expected"),
    [
        ([WARNING], None, None, "FAILED", ["5.7"]),
        ([FATAL], None, None, "PARTIAL", ["2.4"]),
        ([], DATA, None, "PARTIAL", []),
        ([], DATA, None, cim.Result.PARTIAL, []),
        ([], DATA, False, "PARTIAL", ["0.2"]),
        ([FATAL], None, False, "FAILED", ["2.4"]),
        ([FATAL], DATA, True, "PARTIAL", ["0.1", "2.4"]),
    ],
)
def test_result_that_is_given_overrides(
    errors: Any, content: Any, more: bool | None, result: Any, expected: list[str]
) -> None:
    made = cim.reply(query(), content, errors=errors, more=more, result=result, sender=HES)

    assert type(made.reply.result) is cim.Result
    assert made.reply.result == result
    assert codes(made) == expected


@pytest.mark.parametrize(
    ("options", "result", "expected"),
    [
        ({}, "OK", ["0.0"]),
        ({"errors": [INFORM]}, "OK", ["0.0", "6.2"]),
        ({"errors": ["0.0"]}, "OK", ["0.0"]),
        ({"more": False}, "OK", ["0.0"]),
        ({"errors": [FATAL]}, "PARTIAL", ["2.4"]),
        ({"more": True}, "PARTIAL", ["0.1"]),
        ({"more": False, "last_as": "0.2"}, "PARTIAL", ["0.2"]),
    ],
)
def test_success_has_a_code_only_when_asked_for(options: dict[str, Any], result: str, expected: list[str]) -> None:
    made = cim.reply(query(), DATA, ok_code=True, sender=HES, **options)

    assert (made.reply.result, codes(made)) == (result, expected)


def test_transaction_is_answered_without_payload() -> None:
    made = cim.reply(transaction(), sender=HES)

    assert made.reply == cim.Reply(result=cim.Result.OK)
    assert made.payload is None


def test_new_objects_are_named_in_the_reply() -> None:
    made = cim.reply(transaction(), ids=[Meter(mrid="m-1"), "NM-E-0041871"], sender=HES)

    assert made.reply.id == [cim.by_mrid("m-1", object_type="Meter"), cim.by_name("NM-E-0041871")]


def test_payload_of_a_reply_is_compressed_when_it_is_large() -> None:
    made = cim.reply(query(), DATA, compress_above=0, sender=HES)

    assert made.payload is not None
    assert made.payload.compressed is not None
    assert cim.expand(made) == cim.reply(query(), DATA, sender=HES)


# what is refused


@pytest.mark.parametrize(
    ("request_", "arguments", "options", "expected"),
    [
        (query(), [], {}, {"ENV310"}),
        (query(), [cim.Payload()], {}, {"ENV310"}),
        (query(), [], {"more": False}, {"ENV310"}),
        (query(), [], {"errors": [INFORM]}, {"ENV310"}),
        (transaction(), [cim.MeterConfig()], {}, {"ENV311"}),
        (transaction(), [cim.packed("a", format="CSV")], {}, {"ENV311"}),
        (query(), [cim.MeterConfig()], {}, {"ENV202"}),
        (query(), [cim.GetMeterReadings()], {}, {"ENV209"}),
        (query(), [DATA], {"correlation_id": "other"}, {"COR205"}),
        (query(), [DATA], {"correlation_id": None}, {"COR201"}),
        (query(), [DATA], {"errors": [FATAL], "result": "OK"}, {"ENV302"}),
        (query(), [DATA], {"errors": [FATAL], "result": "FAILED"}, {"ENV309"}),
        (query(), [DATA], {"errors": [FATAL], "more": False, "last_as": "result"}, {"ENV309"}),
        (query(), [], {"result": "FAILED"}, {"ENV301"}),
        (query(), [], {"errors": [INFORM], "result": "FAILED"}, {"ENV301"}),
        (query(), [DATA], {"errors": ["0.1"]}, {"ENV303"}),
        (query(), [DATA], {"errors": ["0.2"], "more": True}, {"ENV304"}),
        (query(), [DATA], {"more": True, "result": "OK"}, {"ENV303"}),
        (query(), [], {"errors": [cim.Error(code=" ")]}, {"ENV305"}),
        (query(), [], {"errors": ["2.13"]}, {"ENV307"}),
        (query(), [], {"errors": [cim.reply_error("2.13", meter="M-17")]}, {"ENV307"}),
        (query(), [DATA], {"operation_id": 1}, {"ENV313"}),
        (operations(), [], {"operation_id": 3}, {"ENV313"}),
        (operations(), [], {"errors": [cim.reply_error("2.4", operation_id=3)]}, {"ENV313"}),
        (operations(all_or_nothing=True), [], {"errors": [WARNING]}, {"ENV314"}),
        (transaction(), [], {"ids": [cim.ID(value="1", kind="uuid", id_type="X")]}, {"ENV217"}),
        (
            transaction(),
            [],
            {"errors": [cim.Error(code="2.4", object=ErrorObject(mrid="m-1", object_type="Meter"))]},
            {"ENV308"},
        ),
    ],
)
def test_reply_that_no_requester_would_accept_is_refused(
    request_: Any, arguments: list[Any], options: dict[str, Any], expected: set[str]
) -> None:
    assert refusals(request_, *arguments, **options) == expected


def test_asynchronous_query_may_be_answered_with_ok_and_nothing() -> None:
    assert cim.reply(query(async_reply_flag=True), sender=HES).reply == cim.Reply(result=cim.Result.OK)


def test_query_may_be_answered_with_identifiers_alone() -> None:
    assert cim.reply(query(), ids=["NM-E-0041871"], sender=HES).reply.result == "OK"


# errors


def test_level_and_reason_follow_from_the_code() -> None:
    assert cim.reply_error("2.4") == cim.Error(
        code="2.4", level=cim.ErrorLevel.FATAL, reason="meter unknown or not valid"
    )
    assert cim.reply_error("6.4").level == "INFORM"
    assert cim.reply_error("0.1").level == "INFORM"


def test_level_and_reason_that_are_given_have_precedence() -> None:
    made = cim.reply_error("2.4", level="WARNING", reason="meter unknown", details="not in the register")

    assert made == cim.Error(
        code="2.4", level=cim.ErrorLevel.WARNING, reason="meter unknown", details="not in the register"
    )


@pytest.mark.parametrize("code", ["SIM4002", "900.17", "no data", "2,4"])
def test_private_code_is_fatal_and_has_no_reason_of_its_own(code: str) -> None:
    made = cim.reply_error(code)

    assert (made.code, made.level) == (code, "FATAL")
    assert made.reason is None
    assert cim.reply_error(code, reason="own").reason == "own"


def test_unlisted_code_of_a_known_category_has_the_reason_of_the_category() -> None:
    assert cim.reply_error("2.99").reason == "a value of the request is not valid at the receiver"


def test_where_in_the_processing_an_error_arose_can_be_told() -> None:
    place = ProcessingLocation(node="hes-3", stage="validation")

    made = cim.reply_error("5.3", location=place, stack_trace="at line 7", operation_id=2)

    assert (made.location, made.stack_trace, made.operation_id) == (place, "at line 7", 2)


@pytest.mark.parametrize("code", ["", " \t"])
def test_empty_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"found an empty code; expected one such as '2.4', or of your own"):
        cim.reply_error(code)


@pytest.mark.parametrize("name", ["Noun", "end-device", "_x", "Meter.mRID"])
def test_xpath_may_be_a_plain_name(name: str) -> None:
    made = cim.reply(transaction(), errors=[cim.reply_error("1.8", xpath=name)], sender=HES)

    assert cim.read(cim.to_bytes(made), mode="strict") == made


def test_xpath_with_a_prefix_needs_its_namespace() -> None:
    name = cim.QualifiedName("m:Meter", "http://iec.ch/TC57/2011/MeterConfig#")

    made = cim.reply(transaction(), errors=[cim.reply_error("1.8", xpath=name)], sender=HES)

    assert cim.read(cim.to_bytes(made), mode="strict") == made


@pytest.mark.parametrize("path", ["/a/b[1]", "", "1st", "a b", "a/b", "@ref", "a:b:c", "msg:Header"])
def test_xpath_that_is_more_than_a_name_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="the schema allows a plain name only, so give a path in details="):
        cim.reply_error("1.8", xpath=path)


@pytest.mark.parametrize("kind", sorted(set(ErrorObjects.__annotations__) - {"about", "related"}))
def test_object_is_named_with_its_kind(kind: str) -> None:
    made = cim.reply_error("X1", **{kind: "NM-1"})  # type: ignore[arg-type]

    expected = "".join(part.capitalize() for part in kind.split("_"))
    assert made.id == cim.by_name("NM-1", object_type=expected)
    assert made.related_id is None


def test_object_is_named_by_identifier_or_object() -> None:
    number = cim.by_name("NM-E-0041871", type="MeterNumber", authority="Northmoor Grid")

    assert cim.reply_error("2.4", meter=number).id == cim.by_name(
        "NM-E-0041871", type="MeterNumber", authority="Northmoor Grid", object_type="Meter"
    )
    assert number.object_type is None
    assert cim.reply_error("2.4", meter=Meter(mrid="m-1")).id == cim.by_mrid("m-1", object_type="Meter")


def test_objects_of_any_other_kind_are_about_and_related() -> None:
    made = cim.reply_error("2.29", about=cim.by_name("T-1", object_type="Transformer"), related="F-1")

    assert made.id == cim.by_name("T-1", object_type="Transformer")
    assert made.related_id == cim.by_name("F-1")


PAIRS = [
    ("2.13", "meter", "usage_point"),
    ("2.17", "meter", "service_location"),
    ("2.18", "com_module", "meter"),
    ("2.21", "customer_account", "service_supplier"),
    ("2.23", "customer", "customer_account"),
    ("2.25", "customer_account", "customer_agreement"),
    ("2.26", "customer_agreement", "usage_point"),
    ("2.27", "customer_account", "usage_point"),
    ("2.28", "service_supplier", "usage_point"),
]


@pytest.mark.parametrize(("code", "first", "second"), PAIRS)
def test_pair_stands_in_the_order_of_its_code(code: str, first: str, second: str) -> None:
    objects = {first: "F-1", second: "S-1"}
    made = cim.reply_error(code, **objects)  # type: ignore[arg-type]

    assert made == cim.reply_error(code, **dict(reversed(objects.items())))  # type: ignore[arg-type]
    assert (made.id, made.related_id) == (
        cim.by_name("F-1", object_type=first.title().replace("_", "")),
        cim.by_name("S-1", object_type=second.title().replace("_", "")),
    )
    assert cim.reply(transaction(), errors=[made], sender=HES).reply.error == [made]


def test_pair_of_a_code_for_any_objects_stands_as_it_is_given() -> None:
    made = cim.reply_error("2.29", usage_point="U-1", meter="M-1")

    assert made.id == cim.by_name("U-1", object_type="UsagePoint")
    assert made.related_id == cim.by_name("M-1", object_type="Meter")


def test_more_than_two_objects_are_refused() -> None:
    with pytest.raises(TypeError, match="found 3 objects, an error names two at the most; give each an error"):
        cim.reply_error("2.29", meter="M", usage_point="U", customer="C")


def test_unknown_kind_of_object_is_refused() -> None:
    with pytest.raises(TypeError, match="'transformer' is no kind of object; expected one of meter, end_device"):
        cim.reply_error("2.29", transformer="T-1")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("code", "objects"),
    [
        ("2.4", {"usage_point": "U-1"}),
        ("2.12", {"meter": "M-1"}),
        ("2.13", {"meter": "M-1", "customer": "C-1"}),
    ],
)
def test_object_of_a_kind_that_the_code_is_not_about_is_refused(code: str, objects: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        cim.reply_error(code, **objects)  # type: ignore[arg-type]


# acknowledgements and faults


def test_acknowledgement_is_ok_and_nothing_else() -> None:
    made = cim.acknowledge(query(async_reply_flag=True), sender=HES)

    assert made.reply == cim.Reply(result=cim.Result.OK)
    assert made.payload is None
    assert made.header.correlation_id == "4711"


@pytest.mark.parametrize("request_", [query(async_reply_flag=True), transaction(async_reply_flag=True)])
def test_acknowledgement_may_say_so_expressly(request_: cim.RequestMessage) -> None:
    made = cim.acknowledge(request_, code=True, sender=HES)

    assert made.reply.result == "OK"
    assert codes(made) == ["0.3"]
    assert cim.outcome(made).acknowledges


@pytest.mark.parametrize("request_", [query(), query(async_reply_flag=False), query(ack_required=False)])
def test_request_that_is_not_asynchronous_is_not_acknowledged(request_: cim.RequestMessage) -> None:
    with pytest.raises(ValueError, match="the request is not asynchronous, so the answer itself is due; expected Asy"):
        cim.acknowledge(request_, sender=HES)


def test_fault_has_no_header_and_says_failed() -> None:
    made = cim.fault("1.8", cim.reply_error("5.3", details="disk full"))

    assert made.reply.result == "FAILED"
    assert codes(made) == ["1.8", "5.3"]
    assert cim.check(made) == ()


def test_fault_for_an_exception_of_the_library_tells_what_was_wrong() -> None:
    with pytest.raises(cim.NotWellFormedError) as caught:
        cim.read("<RequestMessage>")

    (error,) = cim.fault(caught.value).reply.error
    assert (error.code, error.details) == ("1.8", str(caught.value))


def test_fault_for_any_other_exception_does_not_tell_internals() -> None:
    (error,) = cim.fault(KeyError("password of the data base")).reply.error

    assert (error.code, error.details) == ("5.3", "KeyError")


def test_fault_without_error_is_refused() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.fault()
    assert [one.rule for one in caught.value.findings] == ["ENV301"]


def test_fault_with_progress_only_is_refused() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.fault("0.0")
    assert [one.rule for one in caught.value.findings] == ["ENV301"]
