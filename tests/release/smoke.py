"""Try an installed wheel as a user would, with nothing of the checkout but example messages: ``python -I smoke.py``.

What is wrong is the assertion that fails. ``--exactly attrs==23.2.0 ...`` says which versions must have been installed.
``--console`` names the command, for when the extra ``cli`` is there too; ``--generator`` names the generator, which
writes into the folder that it is called in.
"""

from __future__ import annotations

import argparse
import importlib.util
import pkgutil
import shutil
import subprocess
import sys
import warnings
from importlib.metadata import distribution, version
from importlib.resources import files
from pathlib import Path

import cim61968_9 as cim
from cim61968_9 import codes
from cim61968_9.validation.rules.examples import example

BEYOND = {"pyspark", "duckdb", "hypothesis", "pandas", "polars", "pyarrow", "pytest"}


def packaging(checkout: Path, exactly: list[str]) -> None:
    """It is the wheel that is tried, in the versions that were asked for, and it is complete."""
    home = Path(cim.__file__).resolve()
    assert not home.is_relative_to(checkout / "src"), f"{home} is the checkout, not the wheel"
    assert not any(Path(entry).resolve() == checkout / "src" for entry in sys.path)
    assert version("cim61968-9") == cim.__version__
    assert (files("cim61968_9") / "py.typed").is_file()
    assert "LICENSE" in str(distribution("cim61968-9").read_text("RECORD"))
    for one in exactly:
        name, _, wanted = one.partition("==")
        assert f"{version(name)}.".startswith(f"{wanted}."), f"{name} is {version(name)}, not {wanted}"
    for entry in distribution("cim61968-9").entry_points:
        assert importlib.util.find_spec(entry.module), f"{entry.value} of {entry.group} is not there"
    assert not BEYOND & sys.modules.keys()


def modules() -> None:
    """Every module can be imported, but for those whose extra is missing, which say so."""
    for module in pkgutil.walk_packages(cim.__path__, "cim61968_9."):
        if module.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            assert "pip install" in str(error) or getattr(error, "name", "") in BEYOND | {"rich", "typer"}, error


def messages(data: Path) -> None:
    """Example messages are read, described and written as they were; the one of a whole day has no findings."""
    paths = sorted(data.glob("*.xml"))
    assert paths, f"there are no examples in {data}"
    for path in paths:
        message = cim.load(path).message
        assert cim.load(cim.to_bytes(message)).message == message
        assert cim.describe(message)
    assert not cim.validate(data / "interval-day.xml").findings
    assert not cim.validate(data / "interval-day.xml").problem


def schemas() -> None:
    """All schemas are inside of the package and compile."""
    for name in ("Message", *cim.PROFILES):
        cim.schema(name)
        assert "_xsd" in cim.schema_path(name).parts, cim.schema_path(name)


def tables() -> None:
    """Tables of codes and examples of rules are inside of the package."""
    assert codes.ReadingTypeCode.parse("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0").measure("1").to("Wh").value == 1000
    assert codes.search("sag")
    assert cim.reply_code("2.4").meaning
    for name in cim.RULES:
        assert example(name) or name == "FND002", name  # a rule that fails is no example


def command(console: str, data: Path) -> None:
    """The command starts, and finds the example valid."""
    done = subprocess.run(
        [console, "validate", str(data / "interval-day.xml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    done = subprocess.run([console, "--version"], capture_output=True, text=True, check=False)
    assert cim.__version__ in done.stdout, done.stdout + done.stderr


def generator(console: str) -> None:
    """The generator has its glossary and tables, and makes classes that the library reads with."""
    shutil.copy(cim.schema_path("EndDeviceEvents"), ".")
    command = (console, "build", ".", "--package", "made_here", "--out", ".")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, ".")
    made = cim.register(importlib.import_module("made_here"))
    assert [profile.name for profile in made] == ["EndDeviceEvents"]
    assert type(cim.read(cim.to_bytes(cim.EndDeviceEvents()))).__module__.startswith("made_here")


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path, help="where the example messages are")
    parser.add_argument("--exactly", nargs="*", default=[], metavar="NAME==VERSION")
    parser.add_argument("--console", default="", metavar="PATH")
    parser.add_argument("--generator", default="", metavar="PATH")
    chosen = parser.parse_args()
    data = chosen.checkout.resolve() / "examples" / "data"
    packaging(chosen.checkout.resolve(), chosen.exactly)
    with warnings.catch_warnings(action="error"):
        messages(data)
        schemas()
        tables()
    modules()
    if chosen.console:
        command(chosen.console, data)
    if chosen.generator:
        generator(chosen.generator)
    print(f"cim61968-9 {cim.__version__} works with lxml {version('lxml')} and attrs {version('attrs')}")


if __name__ == "__main__":
    main()
