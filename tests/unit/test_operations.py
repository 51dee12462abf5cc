"""Operation sets: numbers, flags, operations on parts of objects, and their replies."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.operations import in_past_tense
from cim61968_9.profiles.meter_config import Meter

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
CIS = cim.Sender(source="Northmoor-CIS", now=lambda: NOON, new_id=lambda: "4711")
OPERATION = "/RequestMessage/Payload/OperationSet/Operation"


def config(mrid: str = "m-1") -> cim.MeterConfig:
    return cim.MeterConfig(meter=[Meter(mrid=mrid)])


def step(number: int | None = None, verb: str = "create", **more: Any) -> cim.Operation:
    return cim.operation(verb, config(), operation_id=number, **more)


def three(**flags: bool) -> cim.RequestMessage:
    return cim.execute(step(), step(), step(), sender=CIS, **flags)


def rules(*operations: cim.Operation, **flags: bool) -> list[tuple[str, str]]:
    """Return the rules and paths that execute() refuses operations for."""
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.execute(*operations, sender=CIS, **flags)
    return [(one.rule, one.path) for one in caught.value.findings]


def errors(message: cim.ResponseMessage) -> list[tuple[int | None, str]]:
    return [(one.operation_id, one.code) for one in message.reply.error]


def test_execute_makes_a_request_of_the_noun_operation_set() -> None:
    made = cim.execute(step(), in_sequence=True, all_or_nothing=True, options={"timeout": "PT5M"}, sender=CIS)

    assert made == cim.RequestMessage(
        header=cim.Header(
            verb=cim.Verb.execute,
            noun="OperationSet",
            revision="1",
            timestamp=NOON,
            source="Northmoor-CIS",
            message_id="4711",
        ),
        request=cim.Request(option=[cim.Option(name="timeout", value="PT5M")]),
        payload=cim.Payload(
            operation_set=cim.OperationSet(
                enforce_msg_sequence=True,
                enforce_transactional_integrity=True,
                operation=[cim.Operation(operation_id=1, noun="MeterConfig", verb="create", content=config())],
            )
        ),
    )


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        ([], []),
        ([None, None, None], [1, 2, 3]),
        ([10, None, None], [10, 11, 12]),
        ([None, 10, None], [1, 10, 11]),
        ([5, 3, None], [5, 3, 4]),
        ([0, None], [0, 1]),
        ([7, 7], [7, 7]),
    ],
)
def test_operation_without_number_gets_the_next(given: list[int | None], numbers: list[int]) -> None:
    made = cim.operation_set(*map(step, given))

    assert [one.operation_id for one in made.operation] == numbers


@pytest.mark.parametrize("in_sequence", [False, True])
@pytest.mark.parametrize("all_or_nothing", [False, True])
def test_both_flags_are_always_written(in_sequence: bool, all_or_nothing: bool) -> None:
    made = three(in_sequence=in_sequence, all_or_nothing=all_or_nothing)
    written = cim.to_bytes(made).decode()

    assert f"enforceMsgSequence>{str(in_sequence).lower()}<" in written
    assert f"enforceTransactionalIntegrity>{str(all_or_nothing).lower()}<" in written
    assert cim.check(made) == ()


def test_numbering_leaves_the_operations_as_they_were() -> None:
    operations = [step(), step(), step(9)]
    before = deepcopy(operations)

    first, second = cim.operation_set(*operations), cim.operation_set(*reversed(operations))

    assert operations == before
    assert [one.operation_id for one in first.operation] == [1, 2, 9]
    assert [one.operation_id for one in second.operation] == [9, 10, 11]


@pytest.mark.parametrize(
    ("content", "noun", "expected"),
    [
        (config(), None, "MeterConfig"),
        (cim.RawElement('<v:TariffSheet xmlns:v="urn:northmoor:extra"/>'), None, "TariffSheet"),
        (config(), "MeterConfig", "MeterConfig"),
    ],
)
def test_noun_of_an_operation_comes_from_its_content(content: Any, noun: str | None, expected: str) -> None:
    assert cim.operation("create", content, noun=noun).noun == expected


def test_delete_of_parts_leaves_the_object() -> None:
    made = cim.execute(step(verb="delete", element_operation=True), sender=CIS)

    assert made.payload is not None
    assert made.payload.operation_set is not None
    assert made.payload.operation_set.operation[0].element_operation is True
    assert b"<msg:elementOperation>true<" in cim.to_bytes(made)


def test_element_operation_is_left_out_unless_it_is_given() -> None:
    assert step().element_operation is None
    assert step(element_operation=False).element_operation is False


@pytest.mark.parametrize(
    ("operations", "flags", "expected"),
    [
        ([], {}, [("ENV401", "/RequestMessage/Payload/OperationSet")]),
        (
            [step(2), step(), step(3)],
            {},
            [("ENV402", f"{OPERATION}[2]/operationId"), ("ENV402", f"{OPERATION}[3]/operationId")],
        ),
        ([step(2), step(1)], {"in_sequence": True}, [("ENV403", f"{OPERATION}[2]/operationId")]),
        ([step(verb="cancel")], {}, [("ENV404", f"{OPERATION}/verb")]),
        ([step(verb="created")], {}, [("ENV404", f"{OPERATION}/verb")]),
        ([step(), step(verb="get")], {}, [("ENV404", f"{OPERATION}[2]/verb")]),
        ([step(element_operation=True)], {}, [("ENV405", f"{OPERATION}/elementOperation")]),
        (
            [step(verb="change", element_operation=True)],
            {},
            [("ENV405", f"{OPERATION}/elementOperation")],
        ),
        ([cim.Operation(operation_id=1, noun="MeterConfig", verb="create")], {}, [("ENV407", OPERATION)]),
        ([step(noun="UsagePointConfig")], {}, [("ENV408", f"{OPERATION}/noun")]),
    ],
)
def test_execute_refuses_sets_that_cannot_be_carried_out(
    operations: list[cim.Operation], flags: dict[str, bool], expected: list[tuple[str, str]]
) -> None:
    assert rules(*operations, **flags) == expected


def test_descending_numbers_are_fine_where_the_order_does_not_count() -> None:
    assert cim.check(cim.execute(step(2), step(1), sender=CIS)) == ()


@pytest.mark.parametrize("content", [None, Meter(mrid="m-1")])
def test_operation_on_what_is_no_noun_is_a_type_error(content: Any) -> None:
    with pytest.raises(TypeError, match="expected a noun such as MeterReadings|give one of them"):
        cim.operation("create", content)


def test_past_tense_is_told_of_a_copy() -> None:
    given = cim.operation_set(step(), step(verb="change"), step(verb="delete"), step(verb="created"))
    before = deepcopy(given)

    told = in_past_tense(given)

    assert [one.verb for one in told.operation] == ["created", "changed", "deleted", "created"]
    told.operation[0].content.meter[0].mrid = "other"
    assert given == before


# replies to operation sets


def test_set_that_was_carried_out_is_answered_with_ok() -> None:
    for request in (three(), three(all_or_nothing=True)):
        for failures in (None, {}):
            made = cim.reply_operations(request, failures, sender=CIS)
            assert made.reply == cim.Reply(result=cim.Result.OK)
            assert made.header.noun == "OperationSet"
            assert made.header.correlation_id == "4711"


def test_rest_of_an_all_or_nothing_set_was_undone() -> None:
    made = cim.reply_operations(three(all_or_nothing=True), {2: "2.4"}, sender=CIS)

    assert made.reply.result == "FAILED"
    assert errors(made) == [(2, "2.4"), (1, "5.9"), (3, "5.9")]
    assert {one.level for one in made.reply.error} == {cim.ErrorLevel.FATAL}


def test_rest_of_another_set_was_carried_out() -> None:
    made = cim.reply_operations(three(), {2: "2.4", 3: ["2.5", "2.6"]}, sender=CIS)

    assert made.reply.result == "PARTIAL"
    assert errors(made) == [(2, "2.4"), (3, "2.5"), (3, "2.6")]


def test_set_of_which_every_operation_failed_has_failed() -> None:
    made = cim.reply_operations(three(), {1: "2.4", 2: "2.4", 3: "2.4"}, sender=CIS)

    assert made.reply.result == "FAILED"
    assert errors(made) == [(1, "2.4"), (2, "2.4"), (3, "2.4")]


def test_all_or_nothing_set_of_which_every_operation_failed_has_nothing_to_undo() -> None:
    made = cim.reply_operations(three(all_or_nothing=True), dict.fromkeys([1, 2, 3], "2.4"), sender=CIS)

    assert errors(made) == [(1, "2.4"), (2, "2.4"), (3, "2.4")]


def test_errors_that_are_given_stay_as_they_are() -> None:
    error = cim.reply_error("2.4", meter="NM-E-0041999", details="not in the register")

    made = cim.reply_operations(three(), {1: error, 2: [error]}, sender=CIS)

    assert error.operation_id is None
    assert [(one.operation_id, one.id, one.details) for one in made.reply.error] == [
        (1, error.id, "not in the register"),
        (2, error.id, "not in the register"),
    ]


@pytest.mark.parametrize(("all_or_nothing", "expected"), [(False, "PARTIAL"), (True, "FAILED")])
def test_operation_with_an_empty_list_of_errors_did_not_fail(all_or_nothing: bool, expected: str) -> None:
    request = cim.execute(step(), step(), all_or_nothing=all_or_nothing, sender=CIS)

    made = cim.reply_operations(request, {1: "2.4", 2: []}, sender=CIS)

    assert made.reply.result == expected
    assert errors(made) == [(1, "2.4")] + ([(2, "5.9")] if all_or_nothing else [])


@pytest.mark.parametrize("all_or_nothing", [False, True])
def test_operation_that_is_not_in_the_set_is_refused(all_or_nothing: bool) -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.reply_operations(three(all_or_nothing=all_or_nothing), {4: "2.4"}, sender=CIS)

    assert "ENV313" in {one.rule for one in caught.value.findings}
    assert "found 4, expected one of 1, 2, 3" in str(caught.value)


@pytest.mark.parametrize(
    "request_", [cim.create(config(), sender=CIS), cim.get("MeterConfig", ids=["m-1"], sender=CIS)]
)
def test_request_without_operation_set_is_refused(request_: cim.RequestMessage) -> None:
    with pytest.raises(ValueError, match="the request has no operation set; expected one that execute"):
        cim.reply_operations(request_, {1: "2.4"}, sender=CIS)


def test_compressed_set_is_answered_like_any_other() -> None:
    request = cim.execute(step(), step(), all_or_nothing=True, compress_above=0, sender=CIS)

    made = cim.reply_operations(request, {2: "2.4"}, sender=CIS)

    assert errors(made) == [(2, "2.4"), (1, "5.9")]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_set_may_be_answered_operation_by_operation(number: int) -> None:
    made = cim.reply(three(), operation_id=number, more=number < 3, sender=CIS)

    assert made.reply.operation_id == number
    assert made.reply.result == ("PARTIAL" if number < 3 else "OK")
