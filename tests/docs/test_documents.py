"""The documents say what is so: their examples run, their tables agree with the code, their links lead somewhere."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import attrs
import pytest
from lxml import etree

import cim61968_9 as cim
from cim61968_9_codegen.cli import main as codegen

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
WITH_CODE = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "codegen/README.md"]
GUIDES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "how-to").glob("*.md") if path.name != "index.md"
)
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("", "how-to", "tutorial", "explanation", "reference")
    for path in (ROOT / "docs" / folder).glob("*.md")
)
MADE = re.compile(r"^(reference/(nouns|api)|project)/\w+\.md$")  # by the build of the site
CODE_PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "reference" / "codes").glob("*.md"))
DOCUMENTS = [
    *WITH_CODE,
    *PAGES,
    *CODE_PAGES,
    "CHANGELOG.md",
    "examples/README.md",
    "examples/cookbook/README.md",
    "xsd/README.md",
]
NOT_RUN: dict[str, str] = {}  # "document:number of the block": the reason its marker gives

_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+?) -->\s*)?^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
_RUNNER = """
import sys
from hypothesis import HealthCheck, settings
settings.register_profile(
    "docs", max_examples=10, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("docs")
names = {"__name__": "__main__"}
exec(compile(sys.stdin.read(), sys.argv[1], "exec"), names)
for name in [name for name in names if name.startswith("test_")]:
    marks = [mark for mark in getattr(names[name], "pytestmark", []) if mark.name == "parametrize"]
    if not marks:
        names[name]()
    for mark in marks:  # of one argument each
        argument, values = mark.args
        assert values
        for value in values:
            names[name](**{argument: value})
"""
_ACME = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
           targetNamespace="urn:example:acme">
  <xs:element name="AcmeTransformerReport">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="oilTemperature" type="xs:decimal"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""


class Block(NamedTuple):
    """A block of Python in a document."""

    place: str
    code: str
    reason: str | None


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks() -> list[Block]:
    return [
        Block(f"{document}:{number}", found["code"], found["reason"])
        for document in WITH_CODE
        for number, found in enumerate(_BLOCK.finditer(text(document)), 1)
    ]


def rows(document: str, heading: str) -> list[list[str]]:
    """Return the cells of the table with this first cell in its heading, without the heading."""
    lines = iter(text(document).splitlines())
    table: list[list[str]] = []
    for line in lines:
        if line.startswith(f"| {heading} |"):
            next(lines)
            for row in lines:
                if not row.startswith("|"):
                    return table
                table.append([cell.strip() for cell in row.strip("|").split("|")])
    return table


def run(code: str, folder: Path, name: str) -> str:
    """Run Python in a process of its own, warnings being errors; returns what it prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _RUNNER, name],
        input=code,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{name}:\n{code}\n{done.stderr}"
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder that looks to an example like the checkout, and takes the files that it writes."""
    shutil.copytree(ROOT / "examples" / "data", tmp_path / "examples" / "data")
    return tmp_path


@pytest.fixture
def with_acme(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same, with the package and the message that the page of the generator speaks of."""
    (checkout / "vendor-xsd").mkdir()
    (checkout / "vendor-xsd" / "acme.xsd").write_text(_ACME, encoding="utf-8")
    assert codegen(["build", str(checkout / "vendor-xsd"), "--package", "acme_messages", "--out", str(checkout)]) == 0
    root = etree.Element("{urn:example:acme}AcmeTransformerReport")
    etree.SubElement(root, "{urn:example:acme}oilTemperature").text = "61.5"
    (checkout / "from-acme.xml").write_bytes(etree.tostring(root))
    capsys.readouterr()
    return checkout


def script(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def demo() -> ModuleType:
    return script("examples/demo.py")


@pytest.mark.parametrize("block", [one for one in blocks() if one.reason is None], ids=lambda block: block.place)
def test_examples_run(block: Block, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue("with_acme" if "acme" in block.code else "checkout")
    run(block.code, folder, block.place)


def test_documents_have_the_examples_they_had() -> None:
    assert Counter(block.place.partition(":")[0] for block in blocks()) == {
        "README.md": 2,
        "CONTRIBUTING.md": 1,
        "SECURITY.md": 1,
        "codegen/README.md": 1,
    }


def test_examples_that_do_not_run_are_listed() -> None:
    assert {block.place: block.reason for block in blocks() if block.reason} == NOT_RUN


def test_reply_example_prints_errors_and_readings(checkout: Path) -> None:
    printed = run(blocks()[1].code, checkout, "README.md:2").splitlines()
    assert printed[0] == "PARTIAL: part of what was asked for is here"
    assert printed[1] == "  2.4 FATAL Meter NM-E-0041999 (MeterNumber, Northmoor Grid): Invalid meter"
    assert printed[4] == "  5.7 WARNING Meter 724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d: Data not available"
    assert printed[7].startswith("NM-E-0041871 [(datetime.datetime(2026, 1, 14, 9, 31, 18")
    assert printed[7].endswith("Decimal('18346.029'))]")
    assert len(printed) == 9


def test_limit_example_prints_the_limit(checkout: Path) -> None:
    code = next(block.code for block in blocks() if block.place == "SECURITY.md:1")
    assert "more than 1,000,000 bytes" in run(code, checkout, "SECURITY.md:1")


def test_example_of_the_door_writes_a_copy(checkout: Path) -> None:
    example = re.search(r"::\n\n(.*?)\n\n(?=\S)", cim.__doc__ or "", re.DOTALL)
    assert example is not None
    shutil.copy(checkout / "examples" / "data" / "reply-with-errors.xml", checkout / "reply.xml")
    printed = run(textwrap.dedent(example[1]), checkout, "cim61968_9")
    assert [line[:11] for line in printed.splitlines()] == ["Meter(mrid="] * 2
    assert cim.read(checkout / "copy.xml", mode="strict") == cim.read(checkout / "reply.xml", mode="strict")


def test_doctests_of_modules_pass() -> None:
    sources = [path for path in (ROOT / "src").rglob("*.py") if ">>>" in path.read_text(encoding="utf-8")]
    for path in sources:
        parts = path.relative_to(ROOT / "src").with_suffix("").parts
        module = importlib.import_module(".".join(part for part in parts if part != "__init__"))
        assert doctest.testmod(module).failed == 0, path


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_run_from_top_to_bottom(guide: str, checkout: Path) -> None:
    found = list(_BLOCK.finditer(text(guide)))
    assert found
    run("".join(block["code"] for block in found), checkout, guide)


def test_page_of_the_columns_is_made_from_their_table() -> None:
    made = script("docs/make_columns.py").page()
    assert text("docs/reference/columns.md") == made, "run python docs/make_columns.py"


def test_the_million_meters_are_those_of_the_results() -> None:
    made = script("docs/make_million.py").page()
    assert text("docs/explanation/a-million-meters.md") == made, "run python docs/make_million.py"


def test_example_of_bulk_data_runs(capsys: pytest.CaptureFixture[str]) -> None:
    script("examples/bulk.py").main([])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("day.xml.gz: 50 items in ")
    assert printed[1:5] == [
        "EventMessage created(MeterReadings) from Northmoor-HES",
        "4,800 interval values, 0 findings",
        "  NM-E-0041800  96 values, sum 2280",
        "  NM-E-0041801  96 values, sum 2352",
    ]
    assert [line.partition(":")[0] for line in printed[6:]] == [f"part-{number}.xml" for number in range(1, 5)]


def test_page_of_the_rules_is_made_from_their_table() -> None:
    assert text("docs/reference/rules.md") == script("docs/make_rules.py").page(), "run python docs/make_rules.py"


def test_pages_of_the_codes_are_made_from_their_tables() -> None:
    made = script("docs/make_codes.py").pages()
    assert {Path(page).name for page in CODE_PAGES} == set(made)
    for page in CODE_PAGES:
        assert text(page) == made[Path(page).name], "run python docs/make_codes.py"


@pytest.mark.parametrize("page", CODE_PAGES)
def test_pages_of_the_codes_run_and_have_a_table(page: str, checkout: Path) -> None:
    assert re.search(r"^\|---\|", text(page), re.MULTILINE)
    run("".join(block["code"] for block in _BLOCK.finditer(text(page))), checkout, page)


def test_page_of_the_events_has_a_row_for_each() -> None:
    codes = [row[0].replace("\\", "") for row in rows("docs/reference/codes/end-device-events.md", "Code")]
    assert len(set(codes)) == len(codes) == 394
    assert all(cim.codes.EndDeviceEventCode.parse(code).is_listed for code in codes)


@pytest.mark.parametrize(
    ("page", "dispute"),
    [
        ("reading-type", "Commodity 26"),
        ("reading-type", "Measurement kinds 54 and 158"),
        ("reading-type", "Split-phase codes"),
        ("units", "Units based on the gram"),
        ("end-device-parts", "Subdomains with two names"),
        ("obis", "Reactive energy"),
    ],
)
def test_disagreements_of_sources_are_told(page: str, dispute: str) -> None:
    assert f"- **{dispute}" in text(f"docs/reference/codes/{page}.md").partition("## Where sources disagree")[2]


@pytest.mark.parametrize("folder", [ROOT, ROOT / "examples"], ids=lambda path: path.name)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_notebooks_have_the_outputs_they_make(notebook: Path, folder: Path) -> None:
    made = script("docs/make_notebooks.py").ran(notebook, folder=folder)
    assert notebook.read_text(encoding="utf-8") == made, "run python docs/make_notebooks.py"
    assert sum(bool(cell.get("outputs")) for cell in json.loads(made)["cells"]) > 5


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_alone_says_what_it_needs(notebook: Path, tmp_path: Path) -> None:
    run = script("docs/make_notebooks.py").ran
    if "DATA" not in notebook.read_text(encoding="utf-8"):
        assert run(notebook, folder=tmp_path) == notebook.read_text(encoding="utf-8")
        return
    with pytest.raises(FileNotFoundError, match="put the folder examples/data of the project beside this notebook"):
        run(notebook, folder=tmp_path)


def test_readme_is_short() -> None:
    assert len(text("README.md").splitlines()) <= 120


def test_readme_lists_every_noun_with_its_confidence() -> None:
    cells = [tuple(row[start : start + 3]) for row in rows("README.md", "Noun") for start in (0, 3)]
    listed = [cell for cell in cells if cell != ("", "", "")]
    expected = {
        (name, noun.confidence, noun.get_profile.confidence if noun.get_profile else "")
        for name, noun in cim.NOUNS.items()
    }
    assert len(listed) == 25
    assert set(listed) == expected


@pytest.mark.parametrize("document", ["README.md", "xsd/README.md"])
def test_every_level_of_confidence_is_explained(document: str) -> None:
    explained = re.findall(r"^(?:- `([a-z]+)`:|\| `([a-z]+)` \|) [a-z]", text(document), re.MULTILINE)
    assert {first or second for first, second in explained} == {profile.confidence for profile in cim.PROFILES.values()}


def test_page_of_the_schemas_counts_right() -> None:
    page = " ".join(text("xsd/README.md").split())
    derived = [name for name, profile in cim.PROFILES.items() if profile.confidence == "derived"]
    nouns = sum(name in cim.NOUNS for name in derived)
    words = {6: "six", 8: "Eight", 9: "nine"}
    assert f"{words[nouns]} of the nouns and {words[len(derived) - nouns]} of the Get profiles are derived" in page
    assert f"{words[len(cim.PROFILES) - len(cim.NOUNS)]} Get profiles, and" in page
    assert f"holds {len(list((ROOT / 'xsd' / '2011').glob('*.xsd')))} schemas: the {len(cim.NOUNS)} nouns" in page


def test_table_of_limits_has_every_default() -> None:
    listed = {row[0].strip("`"): row[1].replace(",", "") for row in rows("SECURITY.md", "Limit")}
    assert listed == {field.name: str(field.default) for field in attrs.fields(cim.Limits)}


def test_table_of_sessions_lists_them_all() -> None:
    sessions = re.findall(r"^@nox\.session\ndef (\w+)\(", text("noxfile.py"), re.MULTILINE)
    assert {row[0].strip("`") for row in rows("CONTRIBUTING.md", "Session")} == set(sessions)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    sessions = set(re.findall(r"^def (\w+)\(session", text("noxfile.py"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", text(document))) <= targets
    assert set(re.findall(r"nox -s ([a-z]+)", text(document))) <= sessions


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files(document: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text(document)) if "://" not in link]
    folder = (ROOT / document).parent
    missing = [link for link in links if not folder.joinpath(link).exists()]
    made = [os.path.relpath(folder / link, ROOT / "docs").replace(os.sep, "/") for link in missing]
    assert [link for link in made if not MADE.search(link)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_names_of_the_library_exist(document: str) -> None:
    names = re.findall(r"\bcim\.([A-Za-z]\w*)", text(document))
    assert [name for name in names if not hasattr(cim, name)] == []


def test_page_of_the_examples_lists_every_file() -> None:
    listed = {row[0].strip("`") for row in rows("examples/README.md", "File")}
    assert listed == {f"data/{path.name}" for path in (ROOT / "examples" / "data").iterdir()}


def test_commands_on_the_page_of_the_schemas_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "xsd" / "2011", tmp_path / "theirs")
    changed = tmp_path / "theirs" / "MeterReadings.xsd"
    before = changed.read_text(encoding="utf-8")
    after = before.replace('"reason" type="m:ReadingReasonKind" minOccurs="0"', '"reason" type="m:ReadingReasonKind"')
    changed.write_text(after, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    sessions = re.findall(
        r"^```console\n\$ cim61968-9-codegen ([^\n]+)\n(.*?)^```$", text("xsd/README.md"), re.MULTILINE | re.DOTALL
    )
    assert [command.split()[0] for command, _ in sessions] == ["compare", "build"]
    for (command, shown), status in zip(sessions, [1, 0], strict=True):
        assert codegen(command.split()) == status
        assert capsys.readouterr().out == shown
    assert (tmp_path / "iec_messages" / "__init__.py").is_file()


def test_demo_ends_with_the_one_difference(demo: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(seconds=0.01) == 0
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    start = lines.index("valid against Message.xsd")
    assert lines[start : start + 5] == [
        "valid against Message.xsd",
        "valid against MeterReadings.xsd",
        "1,716 elements compared, 1 different:",
        "  Payload/MeterReadings/MeterReading[1]/IntervalBlocks/IntervalReadings[28]/value: 408 -> 396",
        "nothing else has changed",
    ]
    assert re.search(
        r"^  cim\.read +[\d.]+ MB/s +[\d,]+ values/s +[\d.]+ x the time of bare lxml$", printed, re.MULTILINE
    )
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    "line",
    [
        "interval-day.xml: EventMessage created(MeterReadings)",
        "  4 meters, 408 interval and 5 register values",
        "  sum of 192 intervals     27149 Wh forward   0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.72.0",
        "  sum of  94 intervals    54.299 kWh forward  0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0",
        "  quality   46 x 3.0.1    valid, checked by the MDM",
        "  quality  360 x none",
        "  control 3.31.0.23 for NM-E-0041902 at 2026-01-15 10:00:00+00:00",
        "  3 operations, all or nothing:",
        "    3  create MasterDataLinkageConfig: ConfigurationEvent, Meter, UsagePoint",
        "  error 2.4 FATAL: Invalid meter, Meter NM-E-0041999",
        '      <ami:SignalStrength xmlns:ami="urn:example:northmoor:ami" unit="dBm">-97</ami:SignalStrength>',
        "  finding XSD101 (error) at line 63, column 9",
    ],
)
def test_demo_shows_what_matters_in_each_message(demo: ModuleType, line: str) -> None:
    shown = [line for path in sorted(demo.DATA.glob("*.xml")) for line in demo.summary(path)]
    assert line in shown


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("<a><b>1</b></a>", "<a><b>2</b></a>", ["b: 1 -> 2"]),
        ("<a><b>1</b><b>2</b></a>", "<a><b>1</b><b>3</b></a>", ["b[2]: 2 -> 3"]),
        ("<a><b>1</b></a>", "<a><b>1</b><c/></a>", [".: None -> None", ": nothing -> None"]),
        ("<a><b k='1'>x</b></a>", "<a><b k='2'>x</b></a>", ["b: x -> x"]),
        ("<a><b>1</b></a>", "<a><b xmlns='urn:x'>1</b></a>", ["b: 1 -> 1"]),
        ("<a><b>2026-01-13T00:00:00Z</b></a>", "<a><b>2026-01-13T00:00:00</b></a>", None),
        ("<a><b>2026-01-13T00:00:00Z</b></a>", "<a>\n <b>2026-01-13T01:00:00+01:00</b></a>", []),
        ("<a xmlns='urn:x'><!-- c --><b/></a>", "<p:a xmlns:p='urn:x'>\n  <p:b></p:b>\n</p:a>", []),
    ],
)
def test_demo_finds_every_difference_and_no_other(
    demo: ModuleType, one: str, other: str, expected: list[str] | None
) -> None:
    found = list(demo.differences(*(etree.ElementTree(etree.fromstring(xml)) for xml in (one, other))))
    assert found == (["b: 2026-01-13T00:00:00Z -> 2026-01-13T00:00:00"] if expected is None else expected)
