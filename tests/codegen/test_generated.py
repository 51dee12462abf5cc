"""Tests of the committed generated code: headers, checksums, documentation, and that it imports without a warning."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import cim61968_9 as cim
from cim61968_9 import _generated, nouns
from cim61968_9._generated import roots
from cim61968_9.model import Element, OpenEnum
from cim61968_9_codegen.decisions import snake_case

ROOT = Path(__file__).parents[2]
XSD = ROOT / "xsd" / "2011"
PACKAGE = Path(cim.__file__).parent
GENERATED = sorted((PACKAGE / "_generated").rglob("*.py"))
PUBLIC = sorted(path for path in (PACKAGE / "profiles").glob("*.py") if path.stem != "__init__")
LEVELS = ["confirmed", "corroborated", "single", "draft", "derived"]


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


SCHEMA_OF = {
    folder / f"{snake_case(path.stem)}.py": path
    for path in XSD.glob("*.xsd")
    for folder in (PACKAGE / "_generated", PACKAGE / "profiles")
    if folder.name == "_generated" or path.stem != "Message"
}
"""The schema that a module is made from; the others are made from several."""


def documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield the names that the body of a class defines, each with the text that follows it."""
    for node, after in zip(body, [*body[1:], None], strict=True):
        name = ""
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
        if name and name != "__xml__":
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            yield name, str(text)


def class_nodes() -> Iterator[tuple[Path, ast.ClassDef]]:
    for path in GENERATED:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield path, node


def test_there_is_a_module_for_every_schema() -> None:
    assert set(SCHEMA_OF) <= {*GENERATED, *PUBLIC}
    assert (len(GENERATED), len(PUBLIC)) == (45, 34)
    others = {short(path) for path in (*GENERATED, *PUBLIC) if path not in SCHEMA_OF}
    assert others == {
        "_generated/__init__.py",
        "_generated/roots.py",
        "_generated/common/__init__.py",
        *(
            f"_generated/common/{name}.py"
            for name in ["devices", "events", "identity", "payments", "places", "readings", "selection"]
        ),
    }


@pytest.mark.parametrize("path", [*GENERATED, *PUBLIC], ids=short)
def test_header(path: Path) -> None:
    """Who made the module from what, with the checksum of the schema as it is now."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["# Generated code: do not edit.", "# Generator: nox -s codegen"]
    schema = SCHEMA_OF.get(path)
    if schema is None:
        assert not lines[2].startswith("#")
    else:
        assert lines[2] == f"# Schema: {schema.name}, sha256 {hashlib.sha256(schema.read_bytes()).hexdigest()}"
        assert not lines[3].startswith("#")


@pytest.mark.parametrize("path", [*GENERATED, *PUBLIC], ids=short)
def test_modules_are_easy_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 150  # rows of field tables are not broken
    assert text.endswith("\n")
    assert not text.endswith("\n\n\n")
    assert "\t" not in text
    assert not re.search(r"[ ]+$", text, re.MULTILINE)
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring is not None
    assert docstring.partition("\n\n")[0].endswith(".")


def test_all_modules_import_without_a_warning() -> None:
    names = [module_name(path) for path in (*GENERATED, *PUBLIC)]
    script = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\nprint(len(sys.modules) > 80)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], check=False, capture_output=True, text=True, env=environment
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_modules_import_each_other_in_one_direction() -> None:
    """Any module can be imported first: what is shared knows nothing of the nouns, and nothing is circular."""
    asks: dict[str, set[str]] = {}
    for path in (*GENERATED, *PUBLIC):
        found = {
            node.module or ""
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom)
        }
        asks[module_name(path)] = {name for name in found if name.startswith("cim61968_9._generated.")}
    for name, asked in asks.items():
        if ".common." in name:
            assert all(".common." in one for one in asked), name
    done: set[str] = set()
    while ready := {name for name, asked in asks.items() if name not in done and asked <= done}:
        done |= ready
    assert done == set(asks)


def test_every_class_is_documented() -> None:
    found = 0
    for path, node in class_nodes():
        text = ast.get_docstring(node) or ""
        first = text.partition("\n")[0]
        assert len(text) >= 12, (short(path), node.name)
        assert text.endswith("."), (short(path), node.name)
        assert "\n" not in text or text.splitlines()[1] == "", (short(path), node.name, first)
        found += 1
    assert found == 273


def test_every_attribute_and_value_is_documented() -> None:
    found = 0
    for path, node in class_nodes():
        for name, text in documented(node.body):
            place = (short(path), node.name, name)
            clean = " ".join(text.split())
            assert len(clean) >= 12, place
            assert clean.endswith("."), place
            found += 1
    assert found > 1500


def test_a_missing_text_would_be_found() -> None:
    source = "class A:\n    'About A.'\n    a: int\n    'Text.'\n    b: int = 1\n    c = 2\n    'Text.'\n    d = 3\n"
    (node,) = ast.parse(source).body
    assert isinstance(node, ast.ClassDef)
    assert list(documented(node.body)) == [("a", "Text."), ("b", ""), ("c", "Text."), ("d", "")]


def test_documentation_names_the_cim_class_attribute_and_edition() -> None:
    from cim61968_9.profiles.meter_readings import IntervalBlock

    assert " ".join((IntervalBlock.__doc__ or "").split()).endswith(
        "CIM class ``IntervalBlock``. IEC 61968-9 edition 2."
    )
    (node,) = (node for _, node in class_nodes() if node.name == "IntervalBlock")
    texts = {name: " ".join(text.split()) for name, text in documented(node.body)}
    assert texts["pending_calculation"] == (
        "Scaling that the receiver still has to apply to every value of the block. Absent when the figures are ready"
        " for use. CIM ``IntervalBlock.PendingCalculation``."
    )


def test_members_that_are_less_sure_than_their_noun_say_so() -> None:
    texts = [text for _, node in class_nodes() for _, text in documented(node.body)]
    levels = {found for text in texts for found in re.findall(r"Confidence of this\s+member:\s+(\w+)\.", text)}
    assert levels == {"low", "medium"}


def test_documentation_is_that_of_the_schema() -> None:
    from lxml import etree

    xs = "{http://www.w3.org/2001/XMLSchema}"
    root = etree.parse(str(XSD / "MeterReadings.xsd")).getroot()
    for kind in root.iterchildren(f"{xs}complexType"):
        name = kind.get("name", "")
        text = " ".join((kind.findtext(f"{xs}annotation/{xs}documentation") or "").split())
        cls = getattr(sys.modules[cim.MeterReadings.__module__], name)
        assert " ".join((cls.__doc__ or "").split()).startswith(text), name


def test_type_hints_of_every_class_resolve() -> None:
    found = 0
    for profile in (*cim.PROFILES.values(), *nouns.ENVELOPES.values()):
        module = sys.modules[profile.cls.__module__]
        for name in module.__all__:
            cls = getattr(module, name)
            if issubclass(cls, Element):
                hints = typing.get_type_hints(cls)
                assert set(hints) >= {attribute.name for attribute in attrs.fields(cls)}
                found += 1
            else:
                assert issubclass(cls, OpenEnum)
    assert found > 500


# The table of roots


def test_nouns_and_their_confidence() -> None:
    assert len(cim.NOUNS) == 25
    assert {profile.confidence for profile in cim.PROFILES.values()} == set(LEVELS)
    assert sorted(profile.confidence for profile in cim.NOUNS.values()) == sorted(
        ["confirmed"] * 6 + ["corroborated"] * 6 + ["single"] * 3 + ["draft"] * 2 + ["derived"] * 8
    )
    assert typing.get_args(nouns.Confidence) == (*LEVELS, "")


def test_every_row_of_the_table_leads_to_a_class() -> None:
    assert len(_generated.ROOTS) == 39
    for name, namespace, module, class_name, schema, *_ in _generated.ROOTS:
        cls = getattr(sys.modules.get(module) or __import__(module, fromlist=["*"]), class_name)
        assert issubclass(cls, Element)
        assert f'targetNamespace="{namespace}"' in (XSD / schema).read_text(encoding="utf-8")
        assert class_name == name


def test_the_module_for_type_checkers_names_every_root() -> None:
    assert roots.__all__ == sorted(row[0] for row in _generated.ROOTS)
    for name in roots.__all__:
        assert getattr(roots, name) is getattr(cim, name)
