"""What a sender says of itself, and the headers that are made from it."""

from __future__ import annotations

import datetime as dt
import itertools
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import cim61968_9 as cim
from cim61968_9.sender import EventOptions, HeaderOptions, RequestOptions, make_header, system_clock, zoned
from cim61968_9.xml.foreign import RawElement

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
STAMP = dt.datetime(2026, 7, 1, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
ADDRESS = "https://mdm.northmoor.example/cim"
EXTENSION = RawElement('<v:Route xmlns:v="urn:northmoor:extra">7</v:Route>')


def numbers(start: int = 1) -> Callable[[], str]:
    """Return a source of identifiers n-1, n-2 and so on."""
    count = itertools.count(start)
    return lambda: f"n-{next(count)}"


def sender(**more: Any) -> cim.Sender:
    return cim.Sender(**{"now": lambda: NOON, "new_id": numbers(), **more})


def header(verb: str = "get", request: bool = True, **options: Any) -> cim.Header:
    return make_header(verb, "MeterReadings", {"sender": sender(), **options}, request=request)


def properties(found: cim.Header) -> list[tuple[str, str | None]]:
    return [(one.name, one.value) for one in found.property]


def test_header_without_options_has_verb_noun_revision_time_and_identifier() -> None:
    assert header() == cim.Header(
        verb=cim.Verb.get, noun="MeterReadings", revision="1", timestamp=NOON, message_id="n-1"
    )


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("source", "Northmoor-CIS", "Northmoor-CIS"),
        ("context", "TESTING", "TESTING"),
        ("revision", "2.0", "2.0"),
        ("revision", None, None),
        ("user", "j.field", cim.User(user_id="j.field")),
        (
            "user",
            cim.User(user_id="7", organization="Northmoor Grid"),
            cim.User(user_id="7", organization="Northmoor Grid"),
        ),
        ("user", None, None),
        ("comment", "second try", "second try"),
        ("message_id", "4711", "4711"),
        ("correlation_id", "17", "17"),
        ("timestamp", STAMP, STAMP),
        ("timestamp", None, None),
        ("extensions", [EXTENSION], [EXTENSION]),
        ("ack_required", False, False),
        ("ack_required", True, True),
    ],
)
def test_option_stands_in_the_header(option: str, value: Any, expected: Any) -> None:
    assert getattr(header(**{option: value}), option) == expected


def test_every_option_of_headers_is_one_of_requests() -> None:
    extra = {"async_reply_flag", "reply_address", "ack_required"}
    assert set(RequestOptions.__optional_keys__) == set(HeaderOptions.__optional_keys__) | extra
    assert set(EventOptions.__optional_keys__) == set(HeaderOptions.__optional_keys__) | {"ack_required"}


def test_identifier_that_is_none_is_left_out() -> None:
    assert header(message_id=None).message_id is None


def test_identifiers_are_asked_for_only_when_they_are_needed() -> None:
    def none_left() -> str:
        raise AssertionError("nobody needs an identifier")

    assert header(message_id="4711", new_id=none_left).message_id == "4711"


@pytest.mark.parametrize(
    ("attribute", "own", "given"),
    [
        ("source", "Northmoor-MDM", "Northmoor-HES"),
        ("context", "PRODUCTION", "TESTING"),
        ("revision", "2.0", "3.0"),
        ("source", "Northmoor-MDM", None),
        ("context", "PRODUCTION", None),
        ("revision", "2.0", None),
    ],
)
def test_the_call_has_precedence_over_the_sender(attribute: str, own: str, given: str | None) -> None:
    mdm = sender(**{attribute: own})

    assert getattr(header(sender=mdm), attribute) == own
    assert getattr(header(sender=mdm, **{attribute: given}), attribute) == given


def test_user_of_the_call_has_precedence() -> None:
    mdm = sender(user="batch")

    assert header(sender=mdm).user == cim.User(user_id="batch")
    assert header(sender=mdm, user="j.field").user == cim.User(user_id="j.field")
    assert header(sender=mdm, user=None).user is None


def test_clock_identifiers_and_zone_of_the_call_have_precedence() -> None:
    made = header(now=lambda: STAMP, new_id=lambda: "own", zone=dt.timezone(dt.timedelta(hours=-5)))

    assert made.message_id == "own"
    assert made.timestamp is not None
    assert made.timestamp.isoformat() == "2026-07-01T01:30:00-05:00"


def test_properties_of_the_sender_come_first_and_keep_their_place_when_overridden() -> None:
    mdm = sender(properties={"region": "north", "channel": "batch"})

    assert properties(header(sender=mdm)) == [("region", "north"), ("channel", "batch")]
    assert properties(header(sender=mdm, properties={"priority": "1", "region": "south", "flag": None})) == [
        ("region", "south"),
        ("channel", "batch"),
        ("priority", "1"),
        ("flag", None),
    ]


def test_the_lists_of_the_caller_are_not_shared() -> None:
    extensions = [EXTENSION]
    made = header(extensions=extensions)
    made.extensions.clear()

    assert extensions == [EXTENSION]


@pytest.mark.parametrize(
    ("wrong", "verb", "text"),
    [
        ("sourc", "get", "'sourc' is an option that no header has; did you mean 'source'?"),
        ("corelation_id", "reply", "'corelation_id' is an option that no header has; did you mean 'correlation_id'?"),
        ("replyaddress", "get", "'replyaddress' is an option that no header has; did you mean 'reply_address'?"),
        ("zzz", "get", "'zzz' is an option that no header has"),
        ("reply_address", "created", "'reply_address' is an option of requests only"),
        ("async_reply_flag", "created", "'async_reply_flag' is an option of requests only"),
        ("reply_address", "reply", "'reply_address' is an option of requests only"),
        ("ack_required", "reply", "'ack_required' is an option of events and requests only"),
    ],
)
def test_unknown_option_is_refused_with_what_was_meant(wrong: str, verb: str, text: str) -> None:
    with pytest.raises(TypeError) as caught:
        header(verb, verb == "get", **{wrong: "x"})
    assert str(caught.value) == text


@pytest.mark.parametrize("option", ["reply_address", "async_reply_flag", "ack_required"])
def test_builders_of_replies_take_no_options_of_requests(option: str) -> None:
    asked = cim.get("MeterReadings", ids=["NM-E-0041871"], sender=sender())
    more: dict[str, Any] = {option: True}

    with pytest.raises(TypeError, match="requests only"):
        cim.reply(asked, cim.MeterReadings(), **more)


@pytest.mark.parametrize("option", ["reply_address", "async_reply_flag"])
def test_builders_of_events_ask_for_no_replies(option: str) -> None:
    more: dict[str, Any] = {option: True}

    with pytest.raises(TypeError, match="of requests only"):
        cim.event("created", cim.MeterReadings(), **more)


@pytest.mark.parametrize("wanted", [True, False])
def test_event_may_ask_for_a_confirmation_of_its_delivery(wanted: bool) -> None:
    made = cim.event("created", cim.MeterReadings(), ack_required=wanted, sender=sender())

    assert made.header.ack_required is wanted
    assert cim.check(made) == ()


def test_timestamp_without_zone_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"timestamp 2026-01-14T12:00:00 has no zone; expected one, such as datetime.UTC"
    ):
        header(timestamp=dt.datetime(2026, 1, 14, 12))


@pytest.mark.parametrize("options", [{"now": lambda: dt.datetime(2026, 1, 14, 12)}])
def test_clock_without_zone_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="the clock says 2026-01-14T12:00:00 without a zone; expected one"):
        header(**options)
    with pytest.raises(ValueError, match="the clock says"):
        header(sender=sender(**options))


@pytest.mark.parametrize("value", ["", "  ", None, 17])
def test_identifier_that_is_empty_or_no_text_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="new_id returned .*; expected a text that is not empty"):
        header(new_id=lambda: value)
    with pytest.raises(ValueError, match="new_id returned"):
        header(sender=sender(new_id=lambda: value))


@pytest.mark.parametrize(
    ("zone", "instant", "written"),
    [
        (dt.UTC, NOON, "2026-01-14T12:00:00+00:00"),
        (dt.UTC, STAMP, "2026-07-01T06:30:00+00:00"),
        (ZoneInfo("Europe/Berlin"), NOON, "2026-01-14T13:00:00+01:00"),
        (ZoneInfo("Europe/Berlin"), STAMP, "2026-07-01T08:30:00+02:00"),
        (ZoneInfo("Europe/London"), NOON, "2026-01-14T12:00:00+00:00"),
        (ZoneInfo("America/St_Johns"), STAMP, "2026-07-01T04:00:00-02:30"),
    ],
)
def test_timestamp_has_the_offset_of_the_zone_at_that_time(zone: dt.tzinfo, instant: dt.datetime, written: str) -> None:
    made = header(sender=sender(zone=zone, now=lambda: instant)).timestamp

    assert made is not None
    assert made.isoformat() == written
    assert made == instant
    assert type(made.tzinfo) is dt.timezone  # written and read again it is the same object


def test_the_two_hours_of_the_change_to_winter_differ_in_their_offset() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    made = [zoned(instant, berlin) for instant in (first, first + dt.timedelta(hours=1))]

    assert [one.isoformat() for one in made] == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]
    assert [one.fold for one in made] == [0, 0]


@pytest.fixture
def machine_in_india(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XST-5:30")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("machine_in_india")
def test_without_zone_that_of_the_machine_counts() -> None:
    made = header(sender=sender(zone=None)).timestamp

    assert made is not None
    assert made.isoformat() == "2026-01-14T17:30:00+05:30"


def test_timestamp_that_is_given_keeps_its_zone() -> None:
    made = header(timestamp=STAMP, sender=sender(zone=dt.UTC)).timestamp

    assert made is not None
    assert made.isoformat() == "2026-07-01T08:30:00+02:00"


def test_nonce_is_made_when_the_sender_detects_replays() -> None:
    made = header(sender=sender(replay_detection=True))

    assert made.replay_detection == cim.ReplayDetection(nonce="n-2", created=NOON)
    assert made.message_id == "n-1"
    assert header(sender=sender(replay_detection=False)).replay_detection is None


def test_nonce_of_the_call_has_precedence() -> None:
    found = header(nonce="abc", timestamp=STAMP).replay_detection

    assert found == cim.ReplayDetection(nonce="abc", created=STAMP)
    assert header(nonce=None, sender=sender(replay_detection=True)).replay_detection is None


def test_nonce_without_timestamp_has_the_time_of_the_clock() -> None:
    made = header(nonce="abc", timestamp=None, zone=ZoneInfo("Europe/Berlin"))

    assert made.timestamp is None
    assert made.replay_detection is not None
    assert made.replay_detection.created.isoformat() == "2026-01-14T13:00:00+01:00"


@pytest.mark.parametrize(
    ("own", "options", "flag", "address", "correlation"),
    [
        (None, {}, None, None, None),
        (ADDRESS, {}, None, None, None),
        (None, {"reply_address": "queue:CIS"}, True, "queue:CIS", "n-1"),
        (ADDRESS, {"reply_address": "queue:CIS"}, True, "queue:CIS", "n-1"),
        (ADDRESS, {"async_reply_flag": True}, True, ADDRESS, "n-1"),
        (None, {"async_reply_flag": True}, True, None, "n-1"),
        (ADDRESS, {"async_reply_flag": True, "reply_address": None}, True, None, "n-1"),
        (ADDRESS, {"async_reply_flag": False}, False, None, None),
        (None, {"async_reply_flag": False, "reply_address": "queue:CIS"}, False, "queue:CIS", None),
        (ADDRESS, {"async_reply_flag": True, "correlation_id": "17"}, True, ADDRESS, "17"),
        (ADDRESS, {"async_reply_flag": True, "correlation_id": None}, True, ADDRESS, None),
        (ADDRESS, {"async_reply_flag": True, "message_id": "4711"}, True, ADDRESS, "4711"),
        (None, {"correlation_id": "17"}, None, None, "17"),
        (None, {"reply_address": None}, None, None, None),
    ],
)
def test_request_is_asynchronous_by_address_or_flag(
    own: str | None, options: dict[str, Any], flag: bool | None, address: str | None, correlation: str | None
) -> None:
    made = header(sender=sender(reply_address=own), **options)

    assert (made.async_reply_flag, made.reply_address, made.correlation_id) == (flag, address, correlation)


def test_events_never_have_a_reply_address() -> None:
    made = header("created", False, sender=sender(reply_address=ADDRESS))

    assert made.reply_address is None
    assert made.async_reply_flag is None


def test_identifiers_are_random_uuids_by_default() -> None:
    first, second = (make_header("get", "MeterReadings", {}).message_id for _ in range(2))

    assert first is not None
    assert uuid.UUID(first).version == 4
    assert first != second


def test_clock_of_the_system_is_in_utc_and_whole_milliseconds() -> None:
    stamps = [system_clock() for _ in range(20)]

    assert {stamp.tzinfo for stamp in stamps} == {dt.UTC}
    assert all(stamp.microsecond % 1000 == 0 for stamp in stamps)


def test_sender_does_not_print_its_clock_and_identifiers() -> None:
    assert "now=" not in repr(sender(source="Northmoor-MDM"))
    assert "source='Northmoor-MDM'" in repr(sender(source="Northmoor-MDM"))


def test_payloads_are_compressed_from_the_size_of_sender_or_call_on() -> None:
    content = cim.MeterReadings()
    size = len(cim.to_bytes(content))

    def is_packed(own: int | None, **options: Any) -> bool:
        made = cim.event("created", content, sender=sender(compress_above=own), **options)
        assert made.payload is not None
        return made.payload.compressed is not None

    assert not is_packed(None)
    assert is_packed(size)
    assert not is_packed(size + 1)
    assert is_packed(None, compress_above=0)
    assert not is_packed(0, compress_above=None)
