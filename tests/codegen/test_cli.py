"""Tests of the command ``cim61968-9-codegen`` and of the plugin of xsdata: what they print, change and return."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from xsdata.codegen.transformer import ResourceTransformer
from xsdata.codegen.writer import CodeWriter
from xsdata.models.config import GeneratorConfig

from cim61968_9_codegen import plugin
from cim61968_9_codegen.analyse import config
from cim61968_9_codegen.cli import main

ROOT = Path(__file__).parents[2]
XSD = ROOT / "xsd" / "2011"
CIM = Path("src", "cim61968_9")
NAMES = ["EndDeviceEvents", "Message", "MeterConfig", "MeterReadings"]
MENDED = "run 'nox -s codegen' and commit the result\n"

Capture = pytest.CaptureFixture[str]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


# compare


def two_schemas(folder: Path) -> Path:
    folder.mkdir()
    for name in ("EndDeviceEvents", "MeterReadings"):
        shutil.copy(XSD / f"{name}.xsd", folder)
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Return a folder with copies of two schemas of the library."""
    return two_schemas(tmp_path / "theirs")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Return the same for the other side, which spares a test to read all of the library's."""
    return two_schemas(tmp_path / "ours")


def test_compare_with_an_identical_copy(tmp_path: Path, capsys: Capture) -> None:
    assert main(["compare", str(shutil.copytree(XSD, tmp_path / "theirs"))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    paths, _, rest = lines[0].partition(" paths compared, ")
    assert int(paths) > 5000
    assert rest == "0 differences, 0 roots only here, 0 roots only there"


def test_compare_with_a_changed_copy(theirs: Path, capsys: Capture) -> None:
    """What the other side lacks is told too, but is no difference: hardly anyone has all nouns."""
    change(theirs / "MeterReadings.xsd", 'type="m:MeterReading" minOccurs="0"', 'type="m:MeterReading" minOccurs="1"')
    assert main(["compare", str(theirs)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["path", "what", "ours", "theirs"]
    assert lines[2].split() == ["MeterReadings/MeterReading", "cardinality", "0..*", "1..*"]
    assert lines[4].startswith("only here: AuxiliaryAgreementConfig, ")
    assert lines[-1].endswith(" paths compared, 1 difference, 37 roots only here, 0 roots only there")


def test_compare_with_fewer_nouns_is_no_difference(ours: Path, theirs: Path, capsys: Capture) -> None:
    (theirs / "MeterReadings.xsd").unlink()
    assert main(["compare", str(theirs), "--with", str(ours)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "only here: MeterReadings"
    assert lines[-1].endswith(" 0 differences, 1 root only here, 0 roots only there")


def test_compare_with_more_nouns_is_a_difference(ours: Path, theirs: Path, capsys: Capture) -> None:
    (ours / "MeterReadings.xsd").unlink()
    assert main(["compare", str(theirs), "--with", str(ours)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "only there: MeterReadings"
    assert lines[-1].endswith(" 0 differences, 0 roots only here, 1 root only there")


def test_compare_ignores_texts(ours: Path, theirs: Path, capsys: Capture) -> None:
    text = (theirs / "MeterReadings.xsd").read_text(encoding="utf-8")
    assert "Metered data as a message:" in text
    (theirs / "MeterReadings.xsd").write_text(text.replace("Metered data as a message:", "Another text:"), "utf-8")
    assert main(["compare", str(theirs), "--with", str(ours)]) == 0
    assert " 0 differences, " in capsys.readouterr().out


def test_compare_with_the_same_change_on_both_sides(ours: Path, theirs: Path) -> None:
    """With --with, the library's schemas play no part."""
    for folder in (ours, theirs):
        change(folder / "MeterReadings.xsd", 'type="m:MeterReading" minOccurs="0"', 'type="m:MeterReading"')
    assert main(["compare", str(theirs), "--with", str(ours)]) == 0


def test_compare_with_nothing(ours: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["compare", str(tmp_path / "empty"), "--with", str(ours)]) == 2
    assert main(["compare", str(tmp_path / "gone"), "--with", str(ours)]) == 2
    assert main(["compare", str(ours), "--with", str(tmp_path / "gone")]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.splitlines() == [
        f"cim61968-9-codegen: {tmp_path / 'empty'}: no XSD file (*.xsd) in this folder",
        f"cim61968-9-codegen: {tmp_path / 'gone'}: no such folder",
        f"cim61968-9-codegen: {tmp_path / 'gone'}: no such folder",
    ]


# project


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small checkout, of some of the schemas and their generated code, in which nothing is left to do."""
    root = tmp_path_factory.mktemp("clean")
    (root / "xsd" / "2011").mkdir(parents=True)
    (root / CIM / "profiles").mkdir(parents=True)
    for name in NAMES:
        shutil.copy(XSD / f"{name}.xsd", root / "xsd" / "2011")
    shutil.copy(ROOT / CIM / "profiles" / "__init__.py", root / CIM / "profiles")
    assert main(["project", str(root)]) == 0
    return root


@pytest.fixture
def checkout(clean: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(clean, tmp_path / "checkout"))


def test_the_generated_code_of_the_library_is_what_the_generator_makes(capsys: Capture) -> None:
    """The rule of the project: whoever changes a schema, a table or the generator commits what comes out."""
    assert main(["project", str(ROOT), "--check"]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out == "79 files are what the generator makes\n"


def test_check_of_a_clean_checkout(checkout: Path, capsys: Capture) -> None:
    before = contents(checkout)
    assert main(["project", str(checkout), "--check"]) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("13 files are what the generator makes\n", "")
    assert contents(checkout) == before


def test_an_edited_file_is_named_and_mended(checkout: Path, capsys: Capture) -> None:
    before = contents(checkout)
    path = CIM / "_generated" / "meter_readings.py"
    change(checkout / path, "# Generated code: do not edit.", "# Generated code: edited.")
    edited = contents(checkout)
    assert main(["project", str(checkout), "--check"]) == 1
    output = capsys.readouterr()
    assert (output.out, output.err) == (f"{path} differs\n", MENDED)
    assert contents(checkout) == edited
    assert main(["project", str(checkout)]) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == (f"{path} differs\n", "")
    assert contents(checkout) == before


@pytest.mark.parametrize("path", [CIM / "_generated" / "common" / "readings.py", CIM / "profiles" / "meter_config.py"])
def test_a_missing_file_is_named_and_made(checkout: Path, capsys: Capture, path: Path) -> None:
    before = contents(checkout)
    (checkout / path).unlink()
    assert main(["project", str(checkout), "--check"]) == 1
    assert capsys.readouterr().out == f"{path} differs\n"
    assert main(["project", str(checkout)]) == 0
    assert contents(checkout) == before


def test_an_edited_text_of_a_schema_is_named_and_mended(checkout: Path, capsys: Capture) -> None:
    """The modules differ as well: that of the class by its docstring, the others by the checksum of the schema."""
    before = contents(checkout)
    schema = Path("xsd", "2011", "EndDeviceEvents.xsd")
    change(checkout / schema, "Label of the fact, for example", "A label, for example")
    assert main(["project", str(checkout), "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{schema} has other texts than the glossary",
        f"{CIM / '_generated' / 'common' / 'events.py'} differs",
        f"{CIM / '_generated' / 'end_device_events.py'} differs",
        f"{CIM / 'profiles' / 'end_device_events.py'} differs",
    ]
    assert main(["project", str(checkout)]) == 0
    assert contents(checkout) == before


def test_an_edited_structure_of_a_schema_changes_the_class(checkout: Path, capsys: Capture) -> None:
    schema = checkout / "xsd" / "2011" / "MeterReadings.xsd"
    change(schema, 'type="m:MeterReading" minOccurs="0"', 'type="m:MeterReading" minOccurs="1"')
    assert main(["project", str(checkout), "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{CIM / '_generated' / 'meter_readings.py'} differs",
        f"{CIM / 'profiles' / 'meter_readings.py'} differs",
    ]
    assert main(["project", str(checkout)]) == 0
    text = (checkout / CIM / "_generated" / "meter_readings.py").read_text(encoding="utf-8")
    assert 'Member("meter_reading", "MeterReading", "MeterReading", low=1, high=None)' in text


def test_a_declaration_without_a_text_is_an_error(checkout: Path, capsys: Capture) -> None:
    before = contents(checkout)
    schema = Path("xsd", "2011", "EndDeviceEvents.xsd")
    change(
        checkout / schema,
        '<xs:element name="name" type="xs:string" sawsdl:modelReference="http://iec.ch/TC57/CIM#'
        'EndDeviceEventDetail.name">',
        '<xs:element name="label" type="xs:string">',
    )
    assert main(["project", str(checkout), "--check"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"cim61968-9-codegen: {schema}:",
        "the glossary has no text for EndDeviceEventDetail.label; add 'label' to [EndDeviceEventDetail]",
    ]
    assert {path for path, data in contents(checkout).items() if data != before[path]} == {schema.as_posix()}


@pytest.mark.parametrize("folder", ["_generated", "_generated/common", "profiles"])
def test_a_stray_file_is_named_and_removed(checkout: Path, capsys: Capture, folder: str) -> None:
    before = contents(checkout)
    path = CIM / folder / "tea_order.py"
    (checkout / path).write_text("# Generated code: do not edit.\n", encoding="utf-8")
    assert main(["project", str(checkout), "--check"]) == 1
    assert capsys.readouterr().out == f"{path} is no longer generated\n"
    assert (checkout / path).is_file()
    assert main(["project", str(checkout)]) == 0
    assert contents(checkout) == before


def test_the_package_of_public_modules_is_written_by_hand(checkout: Path) -> None:
    assert (checkout / CIM / "profiles" / "__init__.py").is_file()
    assert main(["project", str(checkout)]) == 0
    assert (checkout / CIM / "profiles" / "__init__.py").is_file()


def test_a_noun_that_is_gone_takes_its_modules_with_it(checkout: Path, capsys: Capture) -> None:
    (checkout / "xsd" / "2011" / "MeterConfig.xsd").unlink()
    assert main(["project", str(checkout)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"{CIM / '_generated' / 'meter_config.py'} is no longer generated" in lines
    assert f"{CIM / 'profiles' / 'meter_config.py'} is no longer generated" in lines
    assert main(["project", str(checkout), "--check"]) == 0


def test_a_folder_that_is_no_checkout(tmp_path: Path, capsys: Capture) -> None:
    assert main(["project", str(tmp_path), "--check"]) == 2
    assert capsys.readouterr().err == "cim61968-9-codegen: no schema files given; expected one or more *.xsd\n"


# The command line


def test_no_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "the following arguments are required: COMMAND" in capsys.readouterr().err


def test_help_names_the_commands(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: cim61968-9-codegen ")
    for command in ("compare", "build", "project"):
        assert f"\n    {command} " in out


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cim61968_9_codegen.cli", "build", str(tmp_path / "gone"), "--package", "acme"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cim61968-9-codegen: {tmp_path / 'gone'} is no folder\n"


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


# The plugin of xsdata


@pytest.fixture
def vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with two schemas; packages are made beside it, where the process stands."""
    folder = tmp_path / "schemas"
    folder.mkdir()
    for name in ("MeterReadings", "EndDeviceEvents"):
        shutil.copy(XSD / f"{name}.xsd", folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.startswith("plugged")]:
        del sys.modules[name]


def default_config(package: str) -> GeneratorConfig:
    """Return the settings of ``xsdata generate`` with no option but the package and the output."""
    settings = GeneratorConfig()
    settings.output.package = package
    settings.output.format.value = "cim61968-9"
    return settings


@pytest.mark.parametrize("own", [True, False], ids=["with our settings", "with those of xsdata"])
def test_xsdata_generates_an_importable_package(vendor: Path, own: bool) -> None:
    assert CodeWriter.generators["cim61968-9"] is plugin.CimGenerator
    package = f"plugged_{'own' if own else 'default'}"
    settings = config(package, "cim61968-9") if own else default_config(package)
    ResourceTransformer(config=settings).process([path.as_uri() for path in sorted(vendor.iterdir())])
    written = sorted(path.relative_to(vendor.parent).as_posix() for path in (vendor.parent / package).rglob("*.py"))
    assert written == [
        f"{package}/__init__.py",
        f"{package}/common/__init__.py",
        f"{package}/common/events.py",
        f"{package}/common/identity.py",
        f"{package}/common/readings.py",
        f"{package}/end_device_events.py",
        f"{package}/meter_readings.py",
        f"{package}/roots.py",
    ]
    readings = importlib.import_module(f"{package}.meter_readings")
    events = importlib.import_module(f"{package}.end_device_events")
    assert readings.EndDeviceEvent is events.EndDeviceEvent
    assert [row[:4] for row in importlib.import_module(package).ROOTS] == [
        (name, f"http://iec.ch/TC57/2011/{name}#", f"{package}.{module}", name)
        for name, module in (("EndDeviceEvents", "end_device_events"), ("MeterReadings", "meter_readings"))
    ]
    header = (vendor.parent / package / "meter_readings.py").read_text(encoding="utf-8").splitlines()[:2]
    assert header == ["# Generated code: do not edit.", "# Generator: xsdata generate --output cim61968-9"]


def test_xsdata_writes_the_modules_that_build_writes(vendor: Path, tmp_path: Path) -> None:
    settings = config("plugged", "cim61968-9")
    ResourceTransformer(config=settings).process([path.as_uri() for path in sorted(vendor.iterdir())])
    assert main(["build", str(vendor), "--package", "plugged", "--out", str(tmp_path / "built")]) == 0
    ours = contents(tmp_path / "built" / "plugged")
    theirs = contents(tmp_path / "plugged")
    assert {
        path: data.replace(b"xsdata generate --output cim61968-9", b"COMMAND") for path, data in theirs.items()
    } == {path: data.replace(b"cim61968-9-codegen build", b"COMMAND") for path, data in ours.items()}


def test_the_command_of_xsdata_knows_the_output(vendor: Path) -> None:
    program = "import cim61968_9_codegen.plugin; from xsdata.cli import cli; cli()"
    command = [sys.executable, "-c", program, "generate", str(vendor), "--package", "plugged", "--output", "cim61968-9"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment(), cwd=vendor.parent)
    assert done.returncode == 0, done.stderr
    script = "import plugged, plugged.meter_readings as m; print(len(plugged.ROOTS), m.MeterReadings.__xml__.name)"
    used = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
        cwd=vendor.parent,
    )
    assert (used.stdout, used.stderr) == ("2 MeterReadings\n", "")
