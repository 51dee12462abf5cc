"""A second opinion: bindings that xsdata generates from the schemas read the same messages to the same values."""

from __future__ import annotations

import dataclasses
import importlib
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import cim61968_9 as cim
from cim61968_9.model import _same
from cim61968_9.testing import messages, objects
from cim61968_9.xml.lexical import lexical
from cim61968_9.xml.shape import is_plain, resolve

pytest.importorskip("xsdata")

Parse = Callable[[bytes], Any]


@pytest.fixture(scope="session")
def bindings(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Parse]:
    """Generate bindings from the schemas, and return the function that reads a document with them."""
    from xsdata.codegen.transformer import ResourceTransformer
    from xsdata.exceptions import ConverterWarning
    from xsdata.formats.dataclass.context import XmlContext
    from xsdata.formats.dataclass.parsers import XmlParser
    from xsdata.formats.dataclass.parsers.config import ParserConfig
    from xsdata.models.config import GeneratorConfig, StructureStyle

    folder = tmp_path_factory.mktemp("bindings")
    config = GeneratorConfig()
    config.output.package = "second_opinion"
    config.output.structure_style = StructureStyle.NAMESPACES
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")  # it formats with ruff
        patch.syspath_prepend(str(folder))
        os.chdir(folder)
        try:
            uris = [path.as_uri() for path in sorted((root / "xsd" / "2011").glob("*.xsd"))]
            ResourceTransformer(config=config).process(uris)
        finally:
            os.chdir(before)
        classes: dict[tuple[str, str], type] = {}
        for path in folder.rglob("*.py"):
            name = ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
            for found in vars(importlib.import_module(name)).values():
                if dataclasses.is_dataclass(found) and isinstance(found, type) and "." not in found.__qualname__:
                    namespace = getattr(found.Meta, "namespace", "") if hasattr(found, "Meta") else ""
                    classes[namespace, getattr(getattr(found, "Meta", None), "name", found.__name__)] = found
        parser = XmlParser(context=XmlContext(), config=ParserConfig(fail_on_unknown_properties=True))

        def parse(data: bytes) -> Any:
            tag = etree.QName(etree.fromstring(data))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ConverterWarning)  # it keeps the text of what its types cannot hold
                return parser.from_bytes(data, classes[tag.namespace or "", tag.localname])

        yield parse


def disagreements(ours: cim.Element, theirs: Any, path: str) -> Iterator[str]:
    """Yield where two readings of one message differ, member by member."""
    fields = {field.metadata.get("name", field.name): field.name for field in dataclasses.fields(theirs)}
    for member in type(ours).__xml__.members:
        if member.kind == "any":
            continue
        name = fields.get(member.tag) if member.kind != "text" else "value"
        if name is None:
            yield f"{path}: xsdata has no {member.tag}"
            continue
        mine, other = getattr(ours, member.name), getattr(theirs, name)
        mine, other = (
            value if isinstance(value, list) else [] if value is None else [value] for value in (mine, other)
        )
        if len(mine) != len(other):
            yield f"{path}/{member.tag}: {len(mine)} against {len(other)}"
            continue
        for number, (one, two) in enumerate(zip(mine, other, strict=True)):
            here = f"{path}/{member.tag}[{number}]"
            if not is_plain(type(ours), member):
                yield from disagreements(one, two, here)
            elif not agrees(type(ours), member, one, two):
                yield f"{here}: {one!r} against {two!r}"


def agrees(cls: type[cim.Element], member: Any, ours: Any, theirs: Any) -> bool:
    """Tell whether two Python values stand for the same value of XML."""
    if member.type == "@ref":
        return bool(ours == (theirs.ref or ""))
    if not member.type.startswith("xs:"):
        return isinstance(ours, resolve(cls, member.type)) and ours.value == theirs.value
    if isinstance(theirs, str) and not isinstance(ours, str):
        return lexical(member.type).render(ours) == theirs
    if member.type in {"xs:dateTime", "xs:date", "xs:time"} and not isinstance(theirs, str):
        return str(theirs) == str(type(theirs).from_string(lexical(member.type).render(ours)))
    return _same(ours, theirs) or str(ours) == str(theirs)


def payloads(data: bytes) -> list[bytes]:
    """Return every payload of a message, each as a document."""
    root = etree.fromstring(data)
    namespaces = {profile.namespace for profile in cim.PROFILES.values()}
    found = []
    for node in root.iter(etree.Element):
        above = node.getparent()
        space = etree.QName(node).namespace
        if space in namespaces and (above is None or etree.QName(above).namespace != space):
            found.append(etree.tostring(node, with_tail=False))
    return found


FILES = ("interval-day", "disconnect-request", "master-data", "reply-with-errors")


@pytest.mark.parametrize("name", FILES)
def test_example_messages(name: str, examples: Path, bindings: Parse) -> None:
    data = (examples / f"{name}.xml").read_bytes()
    assert list(disagreements(cim.read(data), bindings(data), "")) == []
    assert payloads(data)
    for payload in payloads(data):
        assert list(disagreements(cim.read(payload, mode="strict"), bindings(payload), "")) == []


def test_a_disagreement_would_be_seen(examples: Path, bindings: Parse) -> None:
    data = (examples / "disconnect-request.xml").read_bytes()
    message = cim.read(data)
    message.header.noun = "Other"
    assert list(disagreements(message, bindings(data), "")) == [
        "/Header[0]/Noun[0]: 'Other' against 'EndDeviceControls'"
    ]


@settings(suppress_health_check=[*HealthCheck], max_examples=60)
@given(messages(max_depth=2))
def test_generated_messages(bindings: Parse, message: cim.Element) -> None:
    data = cim.to_bytes(message)
    assert list(disagreements(cim.load(data, mode="strict").message, bindings(data), "")) == []


@pytest.mark.parametrize("noun", sorted(cim.PROFILES))
def test_generated_payloads(noun: str, bindings: Parse) -> None:
    @settings(suppress_health_check=[*HealthCheck], max_examples=15)
    @given(objects(cim.PROFILES[noun].cls))
    def law(payload: cim.Element) -> None:
        data = cim.to_bytes(payload)
        assert list(disagreements(cim.read(data), bindings(data), "")) == []

    law()
