"""Checks of each format by what others have published: schemas, grammars, or nothing but printable lines."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^:,\n\r]*,)*title=[^:,\n\r]*)::([^\n\r]*)")
_TERMINAL = re.compile(r"\x1b\[[\d;]+m")


@cache
def _sarif() -> Any:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def sarif(text: str) -> Any:
    """Return a SARIF log that is valid against the schema."""
    document = json.loads(text, parse_constant=_no_constant)
    errors = [f"{error.json_path}: {error.message[:200]}" for error in _sarif().iter_errors(document)]
    assert errors == []
    return document


def junit(text: str) -> etree._Element:
    """Return a JUnit report that is valid against the schema."""
    root = etree.fromstring(text.encode())
    _junit().assertValid(root)
    return root


def as_json(text: str) -> Any:
    """Return a document without anything that UTF-8 does not have."""
    document = json.loads(text, parse_constant=_no_constant)
    json.dumps(document, ensure_ascii=False).encode()
    return document


def github(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands; every line is one."""
    found = [_COMMAND.fullmatch(line) for line in text.split("\n")[:-1]]
    assert None not in found
    assert text.isascii() or text.encode()
    return [
        (one[1], dict(part.split("=", 1) for part in one[2].split(",")), one[3]) for one in found if one is not None
    ]


def plain_text(text: str) -> list[str]:
    """Return the lines, which hold nothing that a terminal would obey, but for colours."""
    lines = _TERMINAL.sub("", text).split("\n")[:-1]
    assert [line for line in lines if not line.isprintable()] == []
    text.encode()
    return lines
