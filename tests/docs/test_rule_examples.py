"""Every rule has an example: what it shows as bad breaks the rule where it says so, what it shows as good does not."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docs.rule_bases import BASES
from lxml import etree

import cim61968_9 as cim
from cim61968_9.model import Element
from cim61968_9.nouns import ENVELOPES, registry
from cim61968_9.validation.rules import RULES
from cim61968_9.validation.rules.examples import _FOLDER, Example, entries, example, reason
from cim61968_9.xml.shape import resolve

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(RULES.keys() - {"FND002"})  # a rule that fails is no example; tests/unit/test_validating.py has one


def shown(rule: str) -> Example:
    found = example(rule)
    assert found is not None, f"{rule} has no example in validation/rules/_examples"
    return found


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def class_of(element: etree._Element) -> type[Element] | None:
    """Return the class that an element of a base is read as."""
    name, parent = etree.QName(element), element.getparent()
    known = registry.find(name.namespace or "", name.localname)
    if known is not None and known.namespace == name.namespace:
        return known.cls
    if parent is None:
        return ENVELOPES[name.localname].cls
    around = class_of(parent)
    member = around.__xml__.elements.get(name.localname) if around is not None else None
    return resolve(around, member.type) if around is not None and member is not None else None


def parent_of(root: etree._Element, path: str) -> etree._Element:
    """Return the element at a path such as ``Payload/OperationSet/Operation[2]``."""
    for step in path.split("/") if path else ():
        name, number = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step).groups()  # type: ignore[union-attr]
        same = [child for child in root if local(child) == name]
        assert number or len(same) == 1, f"found {len(same)} of {name}, expected one, or its number"
        root = same[int(number or 1) - 1]
    return root


def places(parent: etree._Element, names: list[str]) -> Iterator[tuple[int, str]]:
    """Yield names with their places in the order of the schema; what it does not know comes last."""
    cls = class_of(parent)
    order = [member.tag for member in cls.__xml__.members] if cls is not None else []
    return ((order.index(name) if name in order else len(order), name) for name in names)


def placed(shown: Example, part: str) -> bytes:
    """Return the base of an example with a part in place of the children of the same names as in either part."""
    root = etree.fromstring(BASES[shown.base])
    parent = parent_of(root, shown.at)
    space = etree.QName(parent).namespace
    bad, good, wanted = (etree.fromstring(f'<x xmlns="{space}">{text}</x>') for text in (shown.bad, shown.good, part))
    names = [local(child) for child in (*bad, *good)]
    replaced = [child for child in parent if local(child) in names]
    first = min(places(parent, names))[0]
    before = [child for child in parent if next(places(parent, [local(child)]))[0] < first and child not in replaced]
    at = parent.index(replaced[0]) if replaced else len(before)
    for child in replaced:
        parent.remove(child)
    parent[at:at] = list(wanted)
    return etree.tostring(root)


def message_of(shown: Example, part: str) -> Any:
    """Return what an expression makes, else the message that is read from what stands in the example."""
    if shown.form == "python":
        return eval(part, {"cim": cim})
    return cim.load(source_of(shown, part)).message


def source_of(shown: Example, part: str) -> bytes:
    return placed(shown, part) if shown.form == "part" else part.encode()


def found(shown: Example, part: str) -> list[cim.Finding]:
    """Return the findings of an example, as users get them."""
    if shown.form == "python":
        return list(cim.check(message_of(shown, part)))
    if shown.request:
        return list(cim.check(message_of(shown, part), answers=cim.read(BASES[shown.request])))
    if shown.reply:
        return list(cim.check(cim.read(BASES[shown.reply]), answers=message_of(shown, part)))
    return list(cim.validate(source_of(shown, part), limits=cim.Limits(**shown.limits)).findings)


@pytest.mark.parametrize("rule", NAMES)
def test_bad_example_breaks_the_rule_where_it_says_and_the_good_one_does_not(rule: str) -> None:
    one = shown(rule)
    bad, good = found(one, one.bad), found(one, one.good)
    there = [finding.path for finding in bad if finding.rule == rule]

    assert there, f"{rule} is not among the findings of its bad example: {[str(finding) for finding in bad]}"
    assert any(re.match(rf"/\w+/{re.escape(one.at)}(?![\w-])" if one.at else "", path) for path in there)
    assert rule not in {finding.rule for finding in good}
    noted = {finding.rule for finding in bad} | {name for name, of in RULES.items() if of.severity is cim.Severity.INFO}
    assert [str(finding) for finding in good if finding.rule not in noted] == []


@pytest.mark.parametrize("rule", NAMES)
def test_parts_are_well_formed_and_differ(rule: str) -> None:
    one = shown(rule)

    assert one.bad != one.good
    for part in (one.bad, one.good):
        assert part == part.strip()
        assert max(map(len, part.splitlines()), default=0) <= 110


@pytest.mark.parametrize("rule", NAMES)
def test_rule_says_why_it_matters(rule: str) -> None:
    said = reason(rule)

    assert re.fullmatch(r"[A-Z0-9].*\.", said)
    assert said == " ".join(said.split())


@pytest.mark.parametrize("base", BASES)
def test_base_breaks_no_rule(base: str) -> None:
    assert [str(finding) for finding in cim.validate(BASES[base]).findings] == []


def test_examples_are_of_rules_and_bases_of_examples() -> None:
    written = entries(_FOLDER)
    assert written.keys() - RULES.keys() == set()
    assert [name for name, entry in written.items() if entry.reason and RULES[name].reason] == []
    used = {name for one, _ in written.values() for name in (one.base, one.request, one.reply)}
    assert BASES.keys() == used - {""}


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("", "nothing"),
        ('base = "fault"\nbad = "<a/>"', "base, bad"),
        ('bad = "<a/>"\ngood = "<b/>"', "bad, good"),
        ('base = "fault"\nbad_document = "<a/>"\ngood_document = "<b/>"', "base, bad_document, good_document"),
        ('bad_python = "1"\ngood_document = "<b/>"', "bad_python, good_document"),
        ('base = "fault"\nbad = ""\ngood = "<b/>"\nwhere = "here"', "where"),
    ],
)
def test_entry_of_no_form_is_refused(table: str, found: str, tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(f"[ACM101]\n{table}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=rf"^some\.toml, ACM101: found {found}, expected "):
        entries(tmp_path)


def test_second_example_of_a_rule_is_refused(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text('[ACM101]\nbase = "fault"\nbad = ""\ngood = "<b/>"\n', encoding="utf-8")

    with pytest.raises(ValueError, match=r"second example of ACM101 in two\.toml"):
        entries(tmp_path)


def test_a_rule_without_example_has_none() -> None:
    assert example("ACM101") is None
    with pytest.raises(KeyError, match="ACM101"):
        reason("ACM101")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("ENV201", "in a get(MeterReadings) request, in Header"),
        ("ENV211", "in an asynchronous get(MeterReadings) request, in Header"),
        ("ENV203", "in a create(MeterConfig) request"),
        ("ENV215", "in a created(MeterReadings) event"),
        ("ENV306", "in a fault, in Reply"),
        ("ENV312", "in a reply(MeterConfig) response to a change(MeterConfig) request, in Header"),
        (
            "ENV315",
            "in a change(MeterConfig) request that is answered by a reply(MeterConfig) response, in Header",
        ),
        ("FND001", "with Limits(max_findings=1)"),
        ("XSD113", ""),
    ],
)
def test_place_of_an_example_is_told_in_words(rule: str, words: str) -> None:
    assert shown(rule).place == words


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that makes the page."""
    spec = importlib.util.spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_has_every_rule_once_and_no_link_leads_nowhere(maker: ModuleType) -> None:
    page = maker.page()
    headings = re.findall(r"^### (\w+)$", page, re.MULTILINE)

    assert sorted(headings) == sorted(RULES)
    assert {link.upper() for link in re.findall(r"\]\(#(\w+)\)", page)} == set(headings)
    assert page.count("```") == 2 * len(re.findall(r"^```(?:xml|python)\n(?=\S)", page, re.MULTILINE))


def test_page_has_a_heading_for_every_family(maker: ModuleType) -> None:
    assert [title for title in maker.by_family() if title.endswith(": further rules")] == []


def test_rule_of_an_unknown_family_is_on_the_page(maker: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RULES, "ACM101", RULES["ENV201"])

    assert "\n## ACM: further rules\n" in maker.page()
    assert "\n### ACM101\n" in maker.page()


def test_page_knows_which_rules_of_structure_objects_can_break(maker: ModuleType) -> None:
    source = (ROOT / "src" / "cim61968_9" / "xml" / "check.py").read_text(encoding="utf-8")

    assert set(re.findall(r'"(XSD\d+)"', source)) == maker.IN_MEMORY
