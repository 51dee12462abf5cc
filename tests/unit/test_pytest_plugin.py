"""The plugin of pytest: its fixture, what it says of messages that differ, and that it disturbs nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

import cim61968_9 as cim
from cim61968_9.testing import Samples, assert_valid

pytest_plugins = ["pytester"]
PLUGIN = ["-p", "_cim61968_9_plugins.for_pytest"]  # by its module and alone, whatever is installed
STRICT = ["-W", "error", "--strict-markers", "--strict-config", "-p", "no:cacheprovider"]


@pytest.fixture(autouse=True)
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have loaded what the tests inside load, since all that is new is taken back after each of them."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    samples = Samples()
    for key in ("MeterReadings", "EndDeviceEvents", "FaultMessage"):
        assert_valid(samples[key])
        cim.differences(samples[key], samples[key])


def outcomes(pytester: pytest.Pytester, code: str, *options: str) -> tuple[dict[str, int], str]:
    """Return how the tests of a module end, and what is printed."""
    pytester.makepyfile(code)
    done = pytester.runpytest_inprocess(*PLUGIN, *STRICT, *options)
    return done.parseoutcomes(), done.stdout.str()


def test_samples_are_a_fixture_with_new_messages_for_each_test(pytester: pytest.Pytester) -> None:
    found, _ = outcomes(
        pytester,
        """
        import pytest
        from cim61968_9.testing import assert_valid

        @pytest.mark.parametrize("number", [1, 2])
        def test_change(cim_samples, number):
            message = cim_samples["created(MeterReadings)"]
            assert message.header.noun == "MeterReadings"
            assert_valid(message, fail_on="warning")
            message.header.noun = "MeterConfig"
        """,
    )
    assert found == {"passed": 2}


def test_findings_are_shown_without_the_frames_of_the_library(pytester: pytest.Pytester) -> None:
    found, printed = outcomes(
        pytester,
        """
        from cim61968_9.testing import assert_valid

        def test_event(cim_samples):
            message = cim_samples["created(MeterReadings)"]
            message.payload.content[0].meter_reading[0].readings[0].value = "n/a"
            assert_valid(message)
        """,
    )
    assert found == {"failed": 1}
    assert (
        "E       AssertionError: EventMessage created(MeterReadings) from Northmoor-MDM is not valid: 1 error"
        in printed
    )
    assert "VAL101 /EventMessage/Payload/MeterReadings/MeterReading/Readings/value" in printed
    assert "asserting.py" not in printed


def test_differences_are_told_in_cim_names(pytester: pytest.Pytester) -> None:
    found, printed = outcomes(
        pytester,
        """
        import copy
        from cim61968_9.profiles.meter_readings import Meter, Name

        def test_message(cim_samples):
            one = cim_samples["created(MeterReadings)"]
            other = copy.deepcopy(one)
            other.header.source = "Northmoor-HES\\x1b[2J"
            assert one == other

        def test_part():
            assert Meter(names=[Name(name="1")]) == Meter(names=[Name(name="2")])

        def test_others():
            assert [1] == [2]

        def test_kinds(cim_samples):
            assert cim_samples["FaultMessage"] == cim_samples["MeterReadings"]

        def test_no_difference(cim_samples):
            assert cim_samples["FaultMessage"] != cim_samples["FaultMessage"]
        """,
    )
    assert found == {"failed": 5}
    assert "EventMessage: 1 difference" in printed
    assert "changed /EventMessage/Header/Source: 'Northmoor-MDM' -> 'Northmoor-HES\\x1b[2J'" in printed
    assert "At index 0 diff: 1 != 2" in printed


def test_lists_of_objects_are_compared_item_by_item(pytester: pytest.Pytester) -> None:
    found, printed = outcomes(
        pytester,
        """
        import copy
        from cim61968_9.profiles.meter_readings import Meter, Name

        def test_messages(cim_samples):
            one = cim_samples["created(MeterReadings)"]
            other = copy.deepcopy(one)
            other.header.source = "Northmoor-HES\\x1b[2J"
            assert [one, one, one] == [one, other, cim_samples["FaultMessage"]]

        def test_lengths():
            assert (Meter(mrid="1"),) == (Meter(mrid="2"), Meter(names=[Name(name="3")]))

        def test_other_kinds_of_items():
            assert [Meter(mrid="1"), 2, None] == [Name(name="1"), 3, None]

        def test_many():
            assert [Meter(mrid=str(number)) for number in range(30)] == [Meter(mrid="x")] * 30

        def test_none():
            assert [Meter(mrid="1")] == []

        def test_kinds_of_lists():
            assert [Meter(mrid="1")] == (Meter(mrid="1"),)
        """,
        "-vv",
    )
    assert found == {"failed": 6}
    told = [line.removeprefix("E").strip() for line in printed.splitlines() if line.startswith("E ")]
    assert told[:2] == [
        "AssertionError: assert list: 2 of 3 items different",
        "[1] changed /EventMessage/Header/Source: 'Northmoor-MDM' -> 'Northmoor-HES\\x1b[2J'",
    ]
    assert told[2].startswith("[2] EventMessage(header=Header(verb=Verb.created")
    assert ") != FaultMessage(reply=" in told[2]
    assert told[3:9] == [
        "AssertionError: assert tuple: 1 of 1 items different; 1 and 2 items",
        "[0] changed /Meter/mRID: '1' -> '2'",
        "[1] only on the right: Meter(names=[Name(name='3')])",
        "AssertionError: assert list: 2 of 3 items different",
        "[0] Meter(mrid='1') != Name(name='1')",
        "[1] 2 != 3",
    ]
    assert told[9] == "AssertionError: assert list: 30 of 30 items different"
    assert told[29:33] == [
        "[19] changed /Meter/mRID: '19' -> 'x'",
        "... and more",
        "AssertionError: assert list: 1 and 0 items",
        "[0] only on the left: Meter(mrid='1')",
    ]
    assert "only on the" not in "".join(told[33:])


def test_many_differences_are_not_all_told(pytester: pytest.Pytester) -> None:
    found, printed = outcomes(
        pytester,
        """
        import cim61968_9 as cim

        def test_many():
            one, other = (cim.sample("EndDeviceEvents", count=25, seed=seed).payload.content[0] for seed in (1, 2))
            assert one == other
        """,
        "-vv",
    )
    assert found == {"failed": 1}
    assert "EndDeviceEvents: 50 differences" in printed
    assert "... and 30 more" in printed


def test_other_projects_are_left_alone(pytester: pytest.Pytester) -> None:
    found, _ = outcomes(
        pytester,
        """
        def test_without_the_library():
            assert {"a": 1} == {"a": 1}

        def test_marks(request):
            assert not [one for one in request.config.getini("markers") if "cim" in one]
        """,
    )
    assert found == {"passed": 2}


def test_nothing_of_the_library_is_loaded_by_the_plugins() -> None:
    code = "import _cim61968_9_plugins.for_pytest, _cim61968_9_plugins.for_hypothesis, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())

    assert "pytest" in modules
    assert not {name for name in modules if name.split(".")[0] in {"cim61968_9", "lxml", "attrs", "hypothesis"}}
