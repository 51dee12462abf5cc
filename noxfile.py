"""Everything that CI does, a session each; ``make test`` runs the ones that must pass."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "typing", "pyright", "regenerated", "build", "wheel", "docs", "tests", "lowest", "fuzz"]
nox.needs_version = ">=2024.10"

PROJECT = nox.project.load_toml("pyproject.toml")
LAWS = {"HYPOTHESIS_PROFILE": "ci"}
FUZZING = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1", "-verbosity=0")
FAILURES = "tests/unit/bulk/test_export_failures.py"  # starts and kills many processes
HOSTILE = "tests/unit/test_hostile_documents.py"  # slow under coverage; an older libxml2 names errors otherwise
TIMES = ("tests/unit/exchange/test_time.py", "tests/unit/test_hostile.py")  # they compare times, which coverage spoils


def lowered(requirements: list[str]) -> list[str]:
    """Ask for the lowest versions that requirements allow."""
    return [requirement.replace(">=", "==") for requirement in requirements]


PLAIN = (
    "tests/property",
    "tests/codegen",
    "tests/docs",
    "tests/conformance",
    "tests/release",
    HOSTILE,
    FAILURES,
    *TIMES,
)
"""Tests that run without coverage: they take long with it, and start many processes."""
LOWEST = lowered(PROJECT["project"]["dependencies"])


def install(session: nox.Session, *groups: str, constraints: list[str] | None = None) -> None:
    """Install the library and the generator from the checkout, with dependency groups."""
    wanted = nox.project.dependency_groups(PROJECT, *groups)
    wanted = tuple(one for one in wanted if not one.startswith("cim61968-9"))
    session.install("-e", ".", "-e", "./codegen", *wanted, *(constraints or []))


@nox.session
def lint(session: nox.Session) -> None:
    """Style, docstrings, what usually goes wrong, and what may import what."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session
def typing(session: nox.Session) -> None:
    """Types, strictly, in the library, the generator and in use."""
    install(session, "typing")
    session.run("mypy")


@nox.session
def pyright(session: nox.Session) -> None:
    """Types in use, as strictly, for another checker, where lxml has no types."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "pyright"))
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site without a warning, and open it in a browser where Chromium is."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "docs"))
    session.run("python", "-m", "pytest", "tests/docs/test_site.py", "-q", *session.posargs)


@nox.session
def codegen(session: nox.Session) -> None:
    """Write texts of the glossary into the schemas and classes from the schemas."""
    install(session, "codegen")
    session.run("cim61968-9-codegen", "project", ".")


@nox.session
def regenerated(session: nox.Session) -> None:
    """Fail when schemas or generated classes are not what the generator makes."""
    install(session, "codegen")
    session.run("cim61968-9-codegen", "project", ".", "--check")


@nox.session
def tests(session: nox.Session) -> None:
    """The laws, documents, the generator and other libraries; and all other tests with branch coverage."""
    install(session, "test")
    session.run("python", "-m", "pytest", *PLAIN, "--ignore=tests/docs/test_site.py", "-q", "-n", "2", env=LAWS)
    session.run("coverage", "erase")
    everything_else = ("-n", "2", *(f"--ignore={path}" for path in PLAIN), *session.posargs)
    session.run("coverage", "run", "-m", "pytest", *everything_else, env=LAWS)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def unit(session: nox.Session) -> None:
    """The tests of single modules alone, for a look at another system."""
    install(session, "test")
    session.run("python", "-m", "pytest", "tests/unit", f"--ignore={HOSTILE}", "-q", "-n", "auto", env=LAWS)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests of the runtime, at the lowest versions of its dependencies that are promised."""
    needed = ("hypothesis", "jsonschema", "pytest", "pytest-xdist", "tzdata", "xmlschema")
    wanted = [one for one in nox.project.dependency_groups(PROJECT, "test") if one.startswith(needed)]
    session.install("-e", ".", *wanted, *LOWEST)
    beyond = ("bulk", "codes", "rules", "showing", Path(HOSTILE).name)  # need extras, or neither lxml nor attrs
    ignored = [f"--ignore=tests/unit/{name}" for name in beyond]
    session.run("python", "-m", "pytest", "tests/unit", *ignored, "-q", "-n", "2", env=LAWS)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz reading, checking and writing: for a minute, or for as many seconds as ``nox -s fuzz -- 3600`` gives."""
    install(session, "fuzz")
    question = "import importlib.util as util; print(util.find_spec('atheris') is not None)"
    if "True" not in str(session.run("python", "-c", question, silent=True)):
        refuse = session.error if session.posargs or "CI" in os.environ else session.skip
        refuse("nothing was fuzzed: there is no atheris for this Python or this system, only for Linux on x86_64")
    folder = Path(session.create_tmp()).resolve()
    for name in ("seeds", "found"):
        (folder / name).mkdir(exist_ok=True)
    seconds = int(session.posargs[0]) if session.posargs else 60
    where = {"PYTHONPATH": "tests"}
    session.run("python", "-m", "fuzz.corpus", str(folder / "seeds"), env=where)
    for target in ("by_structure", "by_bytes"):
        learned = folder / target
        learned.mkdir(exist_ok=True)
        options = (f"-max_total_time={seconds // 2}", f"-artifact_prefix={folder / 'found'}/", *FUZZING)
        session.run("python", "-m", f"fuzz.{target}", *options, str(learned), str(folder / "seeds"), env=where)


@nox.session
def nightly(session: nox.Session) -> None:
    """The laws with many more examples; takes an hour."""
    install(session, "test")
    session.run("python", "-m", "pytest", "tests/property", env={"HYPOTHESIS_PROFILE": "nightly"})


@nox.session
def bench(session: nox.Session) -> None:
    """Measure against other libraries; prints ratios and writes benchmarks/results."""
    install(session, "bench")
    session.run("python", "benchmarks/compare.py", *session.posargs)


@nox.session
def spark(session: nox.Session) -> None:
    """The data source in real Spark, and the recipes for Ray, Dask and Daft; takes some minutes, and Java 17."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home, "bin", "java")) if home else "java")
    told = str(session.run(java, "-version", external=True, silent=True)) if java else ""
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if version is None or int(version[1]) < 17:
        session.error(
            f"found {told.partition(chr(10))[0] or 'no Java'}, expected Java 17 or newer: install it, set JAVA_HOME"
        )
    session.install("-e", ".[spark,testing]", "daft>=0.7", "dask[dataframe]", "pandas>=2.2", "pytest>=9", "ray[data]")
    session.run("python", "-m", "pytest", "tests/spark", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build wheels and sdists into dist, build them again from the sdists, compare the bytes, and look inside."""
    session.install(*nox.project.dependency_groups(PROJECT, "release"))
    session.run("python", "tests/release/rebuild.py", "dist", str(Path(session.create_tmp()).resolve() / "again"))
    session.run("check-wheel-contents", "dist")
    session.run("twine", "check", "--strict", *(str(path) for path in sorted(Path("dist").iterdir())))


def try_wheel(session: nox.Session, exactly: list[str]) -> None:
    """Install the wheels that ``build`` has made, and use them without the checkout."""
    wheels = sorted(Path("dist").resolve().glob("*.whl"))
    if len(wheels) != 2:
        session.error(f"found {len(wheels)} wheels in dist, expected two; run nox -s build")
    library, generator = (one.as_uri() for one in wheels)
    session.install("--force-reinstall", f"cim61968-9[cli] @ {library}", f"cim61968-9-codegen @ {generator}", *exactly)
    commands = {"--console": "cim61968-9", "--generator": "cim61968-9-codegen"}
    options = [
        part for option, name in commands.items() for part in (option, shutil.which(name, path=session.bin) or name)
    ]
    script, checkout = str(Path("tests/release/smoke.py").resolve()), str(Path.cwd())
    with session.chdir(session.create_tmp()):
        session.run("python", "-I", script, checkout, *options, "--exactly", *exactly)


@nox.session
def wheel(session: nox.Session) -> None:
    """Try the wheels that ``build`` has made, without the checkout."""
    try_wheel(session, [])


@nox.session
def wheel_lowest(session: nox.Session) -> None:
    """The same with the lowest versions of its dependencies, and of those of the command, that are promised."""
    try_wheel(session, [*LOWEST, *lowered(PROJECT["project"]["optional-dependencies"]["cli"])])
