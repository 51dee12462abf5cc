"""The door of the library: what it offers, and that nothing is loaded before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import cim61968_9 as cim


def loaded_by(code: str) -> set[str]:
    """Return the modules a fresh interpreter has after running some code."""
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_import_loads_the_codec_and_no_profile() -> None:
    modules = loaded_by("import cim61968_9")

    assert "cim61968_9.xml.reader" in modules
    assert not {name for name in modules if name.startswith(("cim61968_9.profiles", "cim61968_9._generated."))}
    assert not modules & {"xsdata", "hypothesis", "pandas", "pyarrow", "typer", "rich", "cim61968_9.testing"}


def test_profile_is_loaded_when_asked_for_and_no_other() -> None:
    modules = loaded_by("import cim61968_9 as cim; cim.NOUNS['MeterReadings'].cls")

    assert "cim61968_9._generated.meter_readings" in modules
    assert "cim61968_9._generated.meter_config" not in modules


def test_reading_loads_only_the_profiles_of_the_message() -> None:
    modules = loaded_by(
        "import cim61968_9 as cim; cim.read('<MeterReadings xmlns=\"http://iec.ch/TC57/2011/MeterReadings#\"/>')"
    )

    assert "cim61968_9._generated.meter_readings" in modules
    assert "cim61968_9._generated.customer_meter_data_set" not in modules
    assert not modules & {"pandas", "pyarrow", "numpy", "xsdata", "typer", "rich"}


def test_dir_lists_everything_loaded_or_not() -> None:
    names = dir(cim)

    assert names == sorted(set(names))
    assert {"read", "load", "write", "to_bytes", "register", "schema", "Limits", "__version__"} <= set(names)
    assert set(cim.PROFILES) <= set(names)
    assert not [name for name in names if not hasattr(cim, name)]


def test_names_are_kept_once_loaded() -> None:
    assert cim.MeterReadings is cim.MeterReadings
    assert "MeterReadings" in vars(cim)


def test_envelope_classes_are_those_of_the_envelope_module() -> None:
    from cim61968_9 import envelope

    for name in (
        "RequestMessage",
        "ResponseMessage",
        "EventMessage",
        "FaultMessage",
        "Message",
        "Header",
        "Payload",
        "Verb",
    ):
        assert getattr(cim, name) is getattr(envelope, name)
    assert all(hasattr(envelope, name) for name in envelope.__all__)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Reading", "; did you mean 'MeterReadings'?"),
        ("MeterReading", "; did you mean 'MeterReadings'?"),
        ("meter_reading", ""),
        ("raed", "; did you mean 'read'?"),
        ("Foo", ""),
    ],
)
def test_unknown_name_says_what_is_meant_and_where_classes_are(name: str, meant: str) -> None:
    with pytest.raises(AttributeError) as caught:
        getattr(cim, name)

    assert str(caught.value) == (
        f"module 'cim61968_9' has no attribute '{name}'{meant}; the classes inside of a noun are in "
        f"cim61968_9.profiles, as in "
        "cim61968_9.profiles.meter_readings"
    )


@pytest.mark.parametrize("name", ["_private", "__wrapped__"])
def test_unknown_private_name_is_a_plain_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"^module 'cim61968_9' has no attribute '{name}'$"):
        getattr(cim, name)


def test_version_is_a_version() -> None:
    assert [part.isdigit() for part in cim.__version__.split(".")[:2]] == [True, True]
