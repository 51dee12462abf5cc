"""Law: what the builders make is valid, keeps every rule, and is read again as the same message.

They refuse only what breaks a rule of messages, and name that rule.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, reject, strategies as st
from property.test_schema_valid import complaints

import cim61968_9 as cim
from cim61968_9.envelope import ProcessingLocation
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.refusing import REFUSALS
from cim61968_9.testing import objects, raw_elements, values
from cim61968_9.testing._values import texts
from cim61968_9.validation.rules import CONTENT_CHECKS, RULES
from cim61968_9.verbs import EVENT_OF

ADDRESSES = st.sampled_from(["queue:CIS.REPLIES", "topic:CIS", "https://cis.northmoor.example/cim?a=b&c"])
ZONES = st.sampled_from([dt.UTC, None, ZoneInfo("Europe/Berlin"), dt.timezone(dt.timedelta(hours=-3, minutes=-30))])
LINES = texts().filter(str.strip)
STAMPS = values("xs:dateTimeStamp")
PROPERTIES = st.dictionaries(texts(), texts() | st.none(), max_size=2)
USERS = texts() | objects(cim.User) | st.none()
SIZES = st.sampled_from([None, None, 0, 400])
OPTIONS = st.dictionaries(texts(), texts() | st.booleans() | st.integers() | st.none(), max_size=2)
NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.\-]{0,8}", fullmatch=True)
EVENTS = [verb for verb in EVENT_OF.values() if verb != "executed"]
OF_CONTENTS = {name for _, name, _ in CONTENT_CHECKS}
REFUSED = {"ENV301", "ENV302", "ENV303", "ENV304", "ENV307", "ENV309", "ENV310", "ENV314"}
"""The rules that a reply of any result, errors and content may break."""


@st.composite
def senders(draw: st.DrawFn) -> cim.Sender:
    start, count = draw(LINES), itertools.count()
    instant = draw(st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)))
    return cim.Sender(
        source=draw(texts() | st.none()),
        context=draw(texts() | st.none()),
        revision=draw(texts() | st.none()),
        user=draw(USERS),
        properties=draw(PROPERTIES),
        reply_address=draw(ADDRESSES),
        zone=draw(ZONES),
        replay_detection=draw(st.booleans()),
        compress_above=draw(SIZES),
        now=lambda: instant,
        new_id=lambda: f"{start}{next(count)}",
    )


def headers() -> st.SearchStrategy[dict[str, Any]]:
    """Return what every builder takes for the header."""
    return st.fixed_dictionaries(
        {},
        optional={
            "sender": senders(),
            "source": texts() | st.none(),
            "context": texts() | st.none(),
            "revision": texts() | st.none(),
            "user": USERS,
            "comment": texts() | st.none(),
            "properties": PROPERTIES,
            "extensions": st.lists(raw_elements(), max_size=2),
            "message_id": LINES,
            "timestamp": STAMPS | st.none(),
            "nonce": texts() | st.none(),
            "compress_above": SIZES,
            "zone": ZONES,
        },
    )


def event_headers() -> st.SearchStrategy[dict[str, Any]]:
    """Return what builders of events take."""
    flags = st.sampled_from([{}, {"ack_required": True}, {"ack_required": False}])
    return st.tuples(headers(), flags).map(lambda found: {**found[0], **found[1]})


@st.composite
def request_headers(draw: st.DrawFn) -> dict[str, Any]:
    """Return what builders of requests take: synchronous, asynchronous in all ways, or one-way."""
    found = draw(headers())
    ways: list[dict[str, Any]] = [
        {},
        {"async_reply_flag": False},
        {"ack_required": False},
        {"ack_required": True},
        {"reply_address": draw(ADDRESSES)},
    ]
    if "sender" in found:
        ways.append({"async_reply_flag": True})
    more = draw(st.sampled_from(ways))
    if draw(st.booleans()):
        more = {**more, "correlation_id": draw(LINES)}
    return {**found, **more}


def identifiers() -> st.SearchStrategy[Any]:
    names = st.builds(cim.by_name, LINES, type=texts() | st.none(), authority=texts() | st.none())
    things = st.builds(lambda text: Meter(mrid=text), LINES)
    return st.one_of(
        LINES,
        st.uuids().map(str),
        st.builds(cim.by_mrid, LINES, object_type=texts() | st.none()),
        names,
        things,
        LINES.map(cim.by_transaction),
    )


def several(one: st.SearchStrategy[Any], low: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(one, min_size=low, max_size=2)


def contents() -> st.SearchStrategy[Any]:
    nouns = st.sampled_from(sorted(cim.NOUNS))
    return nouns.flatmap(lambda noun: objects(cim.NOUNS[noun].cls, max_depth=3))


def profiles() -> st.SearchStrategy[Any]:
    names = st.sampled_from([name for name in cim.PROFILES if name.startswith("Get")])
    return names.flatmap(lambda name: objects(cim.PROFILES[name].cls, max_depth=3))


@st.composite
def queries(draw: st.DrawFn) -> cim.RequestMessage:
    header, options = draw(request_headers()), draw(OPTIONS)
    if draw(st.booleans()):
        return cim.get(draw(profiles()), options=options, **header)
    start, end = sorted(draw(st.tuples(STAMPS, STAMPS)))
    return cim.get(
        draw(st.sampled_from(sorted(cim.NOUNS))),
        ids=draw(several(identifiers(), 1)),
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end])),
        options=options,
        **header,
    )


@st.composite
def transactions(draw: st.DrawFn) -> cim.RequestMessage:
    verb = draw(st.sampled_from([cim.create, cim.change, cim.cancel, cim.close, cim.delete]))
    build: Callable[..., cim.RequestMessage] = verb
    header, options = draw(request_headers()), draw(OPTIONS)
    if verb not in {cim.create, cim.change} and draw(st.booleans()):
        noun = draw(st.sampled_from(sorted(cim.NOUNS)))
        return build(noun, ids=draw(several(identifiers(), 1)), options=options, **header)
    return build(draw(contents()), options=options, **header)


@st.composite
def executions(draw: st.DrawFn) -> cim.RequestMessage:
    numbers = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=3)))
    steps = []
    for number in numbers:
        verb = draw(st.sampled_from(["create", "change", "delete"]))
        parts = draw(st.sampled_from([None, False, verb == "delete"]))
        steps.append(cim.operation(verb, draw(contents()), operation_id=number, element_operation=parts))
    return cim.execute(
        *steps,
        in_sequence=draw(st.booleans()),
        all_or_nothing=draw(st.booleans()),
        options=draw(OPTIONS),
        **draw(request_headers()),
    )


def requests() -> st.SearchStrategy[cim.RequestMessage]:
    return queries() | transactions() | executions()


@st.composite
def errors(draw: st.DrawFn) -> cim.Error | str:
    code = draw(st.sampled_from(list(cim.REPLY_CODES)) | LINES)
    pair = cim.reply_code(code).pair
    if pair is None and draw(st.booleans()):
        return code
    about = draw(st.fixed_dictionaries({"about": identifiers()}, optional={"related": identifiers()}))
    if pair is not None:
        about = {"about": draw(identifiers()), "related": draw(identifiers())}
    more = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "reason": texts(),
                "details": texts(),
                "level": st.sampled_from([*cim.ErrorLevel, "WARNING", None]),
                "xpath": NAMES,
                "location": objects(ProcessingLocation),
                "stack_trace": texts(),
            },
        )
    )
    return cim.reply_error(code, **about, **more)


def made(build: Callable[..., Any], *arguments: Any, but: set[str], **options: Any) -> Any:
    """Return what is built; what breaks one of the rules ``but`` may be refused, and then does not count."""
    try:
        return build(*arguments, **options)
    except cim.InvalidMessageError as error:
        assert {finding.rule for finding in error.findings} <= but
        assert all(finding.hint == RULES[finding.rule].hint for finding in error.findings)
        assert all(finding.path.startswith("/") for finding in error.findings)
        reject()


def holds(message: Any) -> None:
    data = cim.to_bytes(message)
    assert complaints(data) == []
    assert checked(message) == ()
    loaded = cim.load(data, mode="strict")
    assert loaded.message == message
    assert loaded.findings == ()
    assert cim.load(data) == loaded
    if getattr(message, "payload", None) is not None and message.payload.compressed is not None:
        whole = cim.expand(message, mode="strict")
        assert complaints(cim.to_bytes(whole)) == []
        assert checked(whole) == ()


def checked(message: Any, **options: Any) -> tuple[cim.Finding, ...]:
    """Return what is wrong with a message apart from its payload, which is of texts and numbers by chance."""
    return tuple(one for one in cim.check(message, **options) if one.rule not in OF_CONTENTS)


@given(queries())
def test_queries(message: cim.RequestMessage) -> None:
    holds(message)


@given(transactions())
def test_transactions(message: cim.RequestMessage) -> None:
    holds(message)


@given(executions())
def test_operation_sets(message: cim.RequestMessage) -> None:
    holds(message)


@given(st.sampled_from(EVENTS), contents(), event_headers())
def test_events_with_content(verb: str, content: Any, header: dict[str, Any]) -> None:
    holds(cim.event(verb, content, **header))


@given(st.sampled_from(EVENTS), st.sampled_from(sorted(cim.NOUNS)), several(identifiers(), 1), headers())
def test_events_with_identifiers(verb: str, noun: str, ids: list[Any], header: dict[str, Any]) -> None:
    holds(cim.event(verb, noun, ids=ids, **header))


@given(transactions() | executions(), headers())
def test_events_caused_by_requests(cause: cim.RequestMessage, header: dict[str, Any]) -> None:
    before = cim.to_bytes(cause)
    message = cim.event(EVENT_OF[cause.header.verb], caused_by=cause, **header)
    holds(message)
    assert message.header.correlation_id == cim.correlation_of(cause)
    assert cim.to_bytes(cause) == before


@st.composite
def answers(draw: st.DrawFn, request: cim.RequestMessage) -> dict[str, Any]:
    """Return what reply() takes for a request, most of it fit for it."""
    found: dict[str, Any] = {
        "errors": draw(several(errors())),
        "more": draw(st.sampled_from([None, None, True, False])),
        "last_as": draw(st.sampled_from(["auto", "0.2", "result"])),
        "result": draw(st.sampled_from([None, None, None, *cim.Result])),
        "ok_code": draw(st.booleans()),
        "ids": draw(several(identifiers())),
        **draw(headers()),
    }
    if request.header.verb == "get" and draw(st.booleans()):
        found["content"] = draw(objects(cim.NOUNS[request.header.noun].cls, max_depth=3))
    if request.payload is not None and request.payload.operation_set is not None:
        numbers = [one.operation_id for one in request.payload.operation_set.operation]
        found["operation_id"] = draw(st.sampled_from([None, *numbers]))
    return found


def wants_answer(request: cim.RequestMessage) -> bool:
    return request.header.ack_required is not False


@given(requests().filter(wants_answer), st.data())
def test_replies(request: cim.RequestMessage, data: st.DataObject) -> None:
    message = made(cim.reply, request, but=REFUSED, **data.draw(answers(request)))
    holds(message)
    assert checked(message, answers=request) == ()


def fits(error: cim.Error | str) -> bool:
    """Tell whether an error may stand in any reply: 0.1 and 0.2 may not, they say that it is one of several."""
    return (error if isinstance(error, str) else error.code) not in {"0.1", "0.2"}


@given(queries().filter(wants_answer), st.data())
def test_reply_with_data_is_never_refused(request: cim.RequestMessage, data: st.DataObject) -> None:
    content = data.draw(objects(cim.NOUNS[request.header.noun].cls, max_depth=3))
    more = data.draw(st.sampled_from([None, True, False]))
    found = data.draw(several(errors().filter(fits)))
    holds(cim.reply(request, content, errors=found, more=more, **data.draw(headers())))


@given(executions().filter(wants_answer), st.data())
def test_replies_to_operation_sets(request: cim.RequestMessage, data: st.DataObject) -> None:
    plain = cim.expand(request)
    assert plain.payload is not None
    assert plain.payload.operation_set is not None
    numbers = [one.operation_id for one in plain.payload.operation_set.operation]
    serious = st.sampled_from(
        [code for code, known in cim.REPLY_CODES.items() if not known.is_progress and not known.pair]
    )
    failures = data.draw(st.dictionaries(st.sampled_from(numbers), serious | several(serious, 1), max_size=3))
    message = cim.reply_operations(plain, failures, **data.draw(headers()))
    holds(message)
    assert checked(message, answers=plain) == ()


@given(requests().filter(wants_answer), st.booleans(), headers())
def test_acknowledgements(request: cim.RequestMessage, code: bool, header: dict[str, Any]) -> None:
    if request.header.async_reply_flag is not True:
        with pytest.raises(ValueError, match="not asynchronous"):
            cim.acknowledge(request, code=code, **header)
        return
    message = cim.acknowledge(request, code=code, **header)
    holds(message)
    assert checked(message, answers=request) == ()


@given(
    requests().filter(wants_answer),
    st.sampled_from(sorted(REFUSALS)),
    texts() | st.none(),
    several(identifiers()),
    headers(),
)
def test_refusals(
    request: cim.RequestMessage, check: Any, details: str | None, ids: list[Any], header: dict[str, Any]
) -> None:
    message = cim.refuse(request, check, details, ids=ids, **header)
    holds(message)
    assert checked(message, answers=request) == ()


@given(several(errors() | texts().map(KeyError) | texts().map(cim.XmlError), 1))
def test_faults(found: list[Any]) -> None:
    holds(made(cim.fault, *found, but={"ENV301"}))


@given(st.sampled_from(EVENTS), raw_elements(), headers())
def test_content_of_another_vocabulary_is_only_remarked(
    verb: str, content: cim.RawElement, header: dict[str, Any]
) -> None:
    message = cim.event(verb, content, **header)
    loaded = cim.load(cim.to_bytes(message), mode="strict")
    assert loaded.message == message
    assert complaints(cim.to_bytes(message)) == []
    assert checked(message) == ()
    assert {finding.rule for finding in loaded.findings} <= {"ENV106"}
