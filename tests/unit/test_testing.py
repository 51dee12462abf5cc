"""What tests of users rely on: assertions, samples, strategies that are known by their classes, bounds of sizes."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings, strategies as st

import cim61968_9 as cim
from cim61968_9 import testing
from cim61968_9.errors import CodeError
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.testing import (
    Conversation,
    Samples,
    assert_valid,
    event_codes,
    exchanges,
    messages,
    objects,
    realistic_messages,
    realistic_objects,
    values,
)
from cim61968_9.testing.conversations import Pattern

READINGS = "<MeterReadings xmlns='http://iec.ch/TC57/2011/MeterReadings#'>{}</MeterReadings>"
VALUES = "<Readings><value>n/a</value><ReadingType ref='0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0'/></Readings>"


def refusal(message: Any, **options: Any) -> str:
    """Return what an assertion says."""
    with pytest.raises(AssertionError) as caught:
        assert_valid(message, **options)
    return str(caught.value)


def run(code: str) -> str:
    """Return what a fresh interpreter prints, warnings being errors."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("form", ["object", "bytes", "text", "path"])
def test_valid_messages_pass_in_any_form(form: str, tmp_path: Path) -> None:
    message = cim.sample("MeterReadings")
    data = cim.to_bytes(message)
    (tmp_path / "message.xml").write_bytes(data)
    forms: dict[str, Any] = {
        "object": message,
        "bytes": data,
        "text": data.decode(),
        "path": tmp_path / "message.xml",
    }
    assert_valid(forms[form], fail_on="info")


def test_assertion_says_what_is_wrong_and_where() -> None:
    text = READINGS.format(f"<MeterReading>{VALUES}</MeterReading><Meter/>")
    lines = refusal(text, fail_on="warning").splitlines()

    assert lines[0] == "<document> is not valid: 2 errors, 2 warnings"
    assert lines[1].startswith("  error XSD101 /MeterReadings/Meter (line 1, column ")
    assert lines[2].startswith("  error VAL101 /MeterReadings/MeterReading/Readings/value (line 1, column ")
    assert {tuple(line.split()[:2]) for line in lines[3:]} == {("warning", "MAS111"), ("warning", "TIM319")}


def test_what_does_not_count_is_only_counted() -> None:
    lines = refusal(READINGS.format(f"<MeterReading>{VALUES}</MeterReading>")).splitlines()

    assert lines[0] == "<document> is not valid: 1 error"
    assert lines[-1] == "  besides, 2 warnings"


def test_objects_are_told_by_their_summary() -> None:
    message = cim.sample("MeterReadings")
    message.header.noun = "MeterConfig"

    assert_valid(message)
    assert refusal(message, fail_on="warning").startswith(
        "EventMessage created(MeterConfig) from Northmoor-MDM is not valid: 1 warning\n  warning ENV202 /EventMessage/"
    )
    assert_valid(message, fail_on="warning", settings=cim.Settings(ignore=["ENV202"]))


def test_assertions_of_hostile_messages_are_bounded_and_in_lines() -> None:
    hostile = "\u202e\n<script>" * 10_000
    readings = cim.MeterReadings(meter_reading=[cim.sample("MeterReadings").payload.content[0].meter_reading[0]] * 40)
    readings.meter_reading[0].readings[0].value = hostile

    text = refusal(readings)

    assert len(text) < 20_000
    assert "\u202e" not in text
    assert text.splitlines()[0] == "MeterReadings is not valid: 40 errors"
    assert text.splitlines()[21].startswith("  ... and 20 more")
    assert all(line.startswith("  ") for line in text.splitlines()[1:])


@pytest.mark.parametrize("as_bytes", [False, True])
def test_replies_are_checked_beside_their_requests(as_bytes: bool) -> None:
    request = cim.get("MeterReadings", ids=["NM-E-0041871"], message_id="4711")
    answer = cim.reply(request, errors=["5.7"])
    form: Any = cim.to_bytes if as_bytes else lambda message: message
    assert_valid(form(answer), answers=form(request), fail_on="warning")
    answer.header.noun = "MeterConfig"

    lines = refusal(form(answer), answers=form(request), fail_on="warning").splitlines()

    assert [line.split()[1] for line in lines[1:]] == ["ENV312"]


def test_what_is_broken_and_has_a_request_is_told_once() -> None:
    request = cim.get("MeterReadings", ids=["NM-E-0041871"], message_id="4711")
    data = cim.to_bytes(cim.reply(request, errors=["5.7"])).replace(b"<msg:Result>FAILED", b"<msg:Result>WORSE")

    lines = refusal(data, answers=request).splitlines()

    assert [line.split()[1] for line in lines[1:] if line.startswith("  error")] == ["XSD110"]


def test_what_is_no_message_is_an_error_of_the_test() -> None:
    with pytest.raises(TypeError, match="found Meter, expected a message or a noun"):
        assert_valid(Meter())
    with pytest.raises(TypeError, match="int"):
        assert_valid(17)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="int"):
        assert_valid(cim.fault("1.8"), answers=17)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="found FaultMessage, expected what is answered"):
        assert_valid(cim.fault("1.8"), answers=cim.fault("1.8"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="found the severity 'WARNING', expected one of error, warning, info$"):
        assert_valid(cim.MeterReadings(), fail_on="WARNING")  # type: ignore[arg-type]


def test_samples_are_there_for_every_noun_and_verb() -> None:
    samples = Samples()
    keys = list(samples)

    assert len(keys) == len(set(keys)) == len(samples) == 354
    assert {"get(MeterConfig)", "executed(OperationSet)", "FaultMessage"} <= set(keys)
    for key in ("created(MeterReadings)", "delete(MeterConfig)", "execute(OperationSet)", "reply(EndDeviceEvents)"):
        assert key == f"{samples[key].header.verb}({samples[key].header.noun})"
        assert_valid(samples[key], fail_on="warning")
    assert repr(samples) == "<Samples: 354 messages, such as 'created(MeterReadings)'>"


def test_a_noun_alone_is_its_usual_message() -> None:
    samples = Samples(full=True, seed=3)

    assert samples["MeterReadings"] == cim.sample("MeterReadings", full=True, seed=3)
    assert samples["GetMeterReadings"].header.verb == "get"
    assert samples["FaultMessage"].kind == "FaultMessage"
    assert samples["MeterReadings"] is samples["MeterReadings"]
    assert samples["MeterReadings"] is not Samples(full=True, seed=3)["MeterReadings"]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("created(MeterReading)", "did you mean"),
        ("send(MeterReadings)", "verb is 'send'"),
        ("get(FaultMessage)", "verb is 'get'"),
        ("", "no noun"),
    ],
)
def test_keys_of_no_sample_are_told(key: str, words: str) -> None:
    samples = Samples()
    with pytest.raises(KeyError, match=words):
        samples[key]
    assert key not in samples


def test_door_lists_what_it_has() -> None:
    assert set(testing.__all__) <= set(dir(testing))
    assert all(getattr(testing, name) is not None for name in testing.__all__)
    assert testing.__all__ == sorted(testing.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        testing.nonsense  # noqa: B018


def test_without_hypothesis_only_the_strategies_are_missing() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from cim61968_9 import testing, sample\n"
        "testing.assert_valid(testing.Samples()['MeterReadings'])\n"
        "try: testing.exchanges\n"
        "except ImportError as error: print(error)"
    )
    assert run(code) == (
        'cim61968_9.testing.exchanges needs hypothesis, which is not installed: pip install "cim61968-9[testing]"'
    )


def test_other_modules_that_are_missing_are_no_matter_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, _package: str) -> None:
        raise ModuleNotFoundError("no module", name=name)

    monkeypatch.delitem(vars(testing), "exchanges", raising=False)
    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ModuleNotFoundError, match="no module"):
        testing.exchanges  # noqa: B018


def test_classes_are_known_to_hypothesis_and_nothing_is_loaded_before() -> None:
    code = (
        "import sys\n"
        "from _cim61968_9_plugins.for_hypothesis import register\n"
        "register(); register()\n"
        "assert not {'cim61968_9', 'lxml', 'attrs', 'hypothesis'} & sys.modules.keys()\n"
        "import hypothesis, cim61968_9 as cim\n"
        "from hypothesis import strategies as st\n"
        "import inspect\n"
        "assert 'cim61968_9.testing' not in sys.modules\n"
        "from cim61968_9.profiles.meter_config import Meter\n"
        "from cim61968_9.profiles import meter_config\n"
        "assert 'class Meter(' in inspect.getsource(Meter)\n"
        "seen = set()\n"
        "@hypothesis.settings(max_examples=3, database=None, suppress_health_check=list(hypothesis.HealthCheck))\n"
        "@hypothesis.given(st.from_type(cim.MeterReadings), st.from_type(Meter), st.from_type(cim.EventMessage))\n"
        "def law(readings, meter, event):\n"
        "    cim.to_bytes(readings); cim.to_bytes(event); seen.add((type(readings), type(meter), type(event)))\n"
        "law()\n"
        "assert seen == {(cim.MeterReadings, Meter, cim.EventMessage)}\n"
        "print('known')"
    )
    assert run(code) == "known"


def test_classes_that_are_loaded_already_are_known_as_well() -> None:
    code = (
        "import cim61968_9 as cim; cim.MeterReadings\n"
        "from _cim61968_9_plugins.for_hypothesis import register\n"
        "register()\n"
        "from hypothesis import strategies as st\n"
        "import sys; print(st.from_type(cim.MeterReadings).validate(), 'cim61968_9.testing.strategies' in sys.modules)"
    )
    assert run(code) == "None True"


@settings(max_examples=10)
@given(objects(cim.MeterReadings, max_items=5, max_size=1, max_depth=2))
def test_items_are_bounded_apart_from_other_lists(readings: cim.MeterReadings) -> None:
    assert len(readings.meter_reading) <= 5
    assert all(len(one.readings) <= 1 for one in readings.meter_reading)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"max_items": 0}, "max_items is 0"),
        ({"max_intervals": -1}, "max_intervals is -1"),
        ({"max_size": 0}, "max_size"),
    ],
)
def test_bounds_below_one_are_refused(options: dict[str, int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        realistic_objects(cim.MeterReadings, **options)


def test_nouns_and_verbs_of_realistic_messages_are_checked() -> None:
    with pytest.raises(LookupError, match="no noun 'MeterReading'"):
        realistic_messages("MeterReading")
    with pytest.raises(ValueError, match="expected get with GetMeterReadings"):
        realistic_messages(cim.GetMeterReadings, verb="create")
    with pytest.raises(ValueError, match="verb is 'send'"):
        realistic_messages(verb="send")  # type: ignore[call-overload]


@pytest.mark.parametrize("pattern", get_args(Pattern))
def test_exchanges_are_in_the_order_of_sending(pattern: Pattern) -> None:
    @settings(max_examples=2)
    @given(exchanges(patterns=[pattern], max_items=1, max_intervals=2))
    def law(talk: Conversation) -> None:
        stamps = [one.header.timestamp for one in talk.messages]
        assert stamps == sorted(stamps)
        assert talk.messages[0] is talk.request
        assert {one.kind for one in talk.replies} == {"ResponseMessage"}
        assert talk.answer is talk.replies[-1]

    law()


def test_an_exchange_without_replies_has_no_answer() -> None:
    assert Conversation(pattern="answered", request=cim.sample("GetMeterReadings")).answer is None


@pytest.mark.parametrize("kind", ["EventMessage", "FaultMessage", "Message"])
def test_envelopes_are_drawn_by_their_class(kind: str) -> None:
    cls = getattr(cim, kind)

    @settings(max_examples=4)
    @given(realistic_objects(cls))
    def law(message: Any) -> None:
        assert type(message) is cls
        assert_valid(message, fail_on="warning")

    law()


@settings(max_examples=10)
@given(realistic_messages(verb="execute") | realistic_messages("MeterReadings") | realistic_messages("MeterConfig"))
def test_realistic_messages_keep_the_rules(message: Any) -> None:
    assert_valid(message, fail_on="warning")


@settings(max_examples=3)
@given(
    realistic_objects(Meter), realistic_messages(cim.GetMeterConfig), realistic_messages("OperationSet", verb="reply")
)
def test_parts_and_replies_to_sets_are_drawn(meter: Meter, query: Any, answer: cim.ResponseMessage) -> None:
    assert meter.names[0].name.startswith("NM-E-0041")
    assert query.header.verb == "get"
    assert answer.header.noun == "OperationSet"


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: messages("wibble"), LookupError, "no kind of message 'wibble'; expected one of Message"),
        (lambda: messages("EventMesage"), LookupError, "did you mean 'EventMessage'"),
        (lambda: messages("MeterReadings"), LookupError, "objects.. and realistic_messages.. take nouns"),
        (lambda: messages(17), TypeError, "found 17, expected a class"),
        (lambda: messages("EventMessage", payloads=["MeterReading"]), LookupError, "did you mean 'MeterReadings'"),
        (lambda: messages("EventMessage", payloads=[]), ValueError, "found no payloads"),
        (lambda: objects("MeterReading"), LookupError, "did you mean 'MeterReadings'"),
        (lambda: objects(int), TypeError, "found <class 'int'>, expected a class"),
        (lambda: objects(cim.MeterReadings, max_size=-1), ValueError, "max_size is -1; expected 0 or more"),
        (lambda: objects(cim.MeterReadings, max_depth=-5), ValueError, "max_depth is -5"),
        (lambda: objects(cim.MeterReadings, max_items="2"), TypeError, "max_items is '2'"),
        (lambda: realistic_objects("wibble"), LookupError, "no noun or kind of message 'wibble'"),
        (lambda: realistic_objects(17), TypeError, "found 17"),
        (lambda: realistic_messages(zone="Europe/Berlin"), TypeError, "zone is 'Europe/Berlin'"),
        (lambda: exchanges(cim.EventMessage), LookupError, "no noun 'EventMessage'"),
        (lambda: exchanges(patterns="sometimes"), ValueError, "found 'sometimes'; expected answered"),
        (lambda: values("xs:datetime"), ValueError, "no type 'xs:datetime'; did you mean 'xs:dateTime'"),
        (lambda: values("dateTime"), ValueError, "did you mean 'xs:dateTime'.; expected one of .*xs:boolean"),
        (lambda: event_codes(device="wibble"), CodeError, "wibble"),
    ],
)
def test_mistakes_are_told_when_a_strategy_is_made(make: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make()


@settings(max_examples=3)
@given(st.data())
def test_classes_and_names_are_taken_everywhere(data: st.DataObject) -> None:
    assert isinstance(data.draw(objects("MeterReadings", max_depth=1)), cim.MeterReadings)
    assert isinstance(data.draw(realistic_objects("MeterReadings")), cim.MeterReadings)
    assert isinstance(data.draw(messages(cim.FaultMessage)), cim.FaultMessage)
    assert data.draw(exchanges(cim.MeterReadings, patterns="answered")).request.header.noun == "MeterReadings"
    assert data.draw(realistic_messages(cim.MeterReadings)).header.noun == "MeterReadings"
    assert isinstance(data.draw(values("xs:boolean")), bool)


@settings(max_examples=20)
@given(messages("EventMessage", payloads=[cim.MeterReadings, "MeterConfig"], max_depth=2))
def test_payloads_are_those_that_were_asked_for(message: cim.EventMessage) -> None:
    content = message.payload.content if message.payload is not None else []
    assert {type(one) for one in content} <= {cim.MeterReadings, cim.MeterConfig}


def test_payloads_that_were_asked_for_come_often() -> None:
    seen = []

    @settings(max_examples=200, database=None, derandomize=True)
    @given(messages("EventMessage", payloads=[cim.MeterReadings], max_depth=1))
    def law(message: cim.EventMessage) -> None:
        seen.append(message.payload is not None and message.payload.content != [])

    law()
    assert sum(seen) >= 10


def test_samples_hold_their_keys_and_nothing_else() -> None:
    held = Samples()
    assert "created(MeterReadings)" in held
    assert "MeterReadings" not in held
    assert 5 not in held
    with pytest.raises(KeyError, match="found 5, expected a text"):
        held[5]  # type: ignore[index]


def test_patterns_and_nouns_are_checked() -> None:
    with pytest.raises(ValueError, match=r"found 'sometimes'; expected answered, refused,"):
        exchanges(patterns=["sometimes"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match=r"found no pattern; expected"):
        exchanges(patterns=[])
    with pytest.raises(LookupError, match=r"no noun 'MeterReading'"):
        exchanges("MeterReading")
