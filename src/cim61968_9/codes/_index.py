"""What the search looks through: a document for each entry of the tables, and where each word occurs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from ._tables import table
from .end_device import Domain, EventOrAction, SubDomain
from .entries import Entry
from .obis_mapping import reading_types
from .reply_codes import REPLY_CODES

__all__ = ["SCHEMES", "Document", "documents", "postings", "tokens", "wholes"]

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^\W\d_]+")
_FIELDS = {
    "macroPeriod": "reading_type",
    "aggregate": "reading_type",
    "measuringPeriod": "reading_type",
    "accumulation": "reading_type",
    "flowDirection": "reading_type",
    "commodity": "reading_type",
    "measurementKind": "reading_type",
    "phases": "reading_type",
    "multiplier": "units",
    "unit": "units",
    "currency": "currencies",
}
SCHEMES = (*(f"reading_type.{name}" for name in _FIELDS), "reading_quality", "event", "control", "reply", "obis")
"""Where the search looks."""
_NAME, _GLOSS, _PART = 2.0, 1.0, 0.5
_PREFIXES = "mkg"  # in one case: milli and mega are the same


@frozen
class Document:
    """An entry as the search sees it: ``weights`` has the stems of its words and how much each counts."""

    scheme: str
    code: str
    name: str
    gloss: str
    weights: dict[str, float]
    names: frozenset[str]
    """The stems of the name alone."""


def tokens(text: str) -> list[str]:
    """Return the stems of the words of a text; names in camel case come apart."""
    return [_stem(word.lower()) for word in _TOKEN.findall(text)]


def wholes(text: str) -> list[str]:
    """Return the stems of the words of a text, those in camel case as one: ``kvarh``, ``powerfactor``."""
    return [_stem(word.lower()) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


@cache
def documents() -> tuple[Document, ...]:
    """Return a document for every entry of every table."""
    return tuple(_all())


@cache
def postings() -> dict[str, tuple[int, ...]]:
    """Return the places of the documents that have a stem."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(documents()):
        for stem in document.weights:
            found[stem].append(place)
    return {stem: tuple(places) for stem, places in found.items()}


def _document(scheme: str, code: str, name: str, gloss: str, *, words: str = "", parts: str = "") -> Document:
    weights: dict[str, float] = {}
    for text, weight in ((f"{name} {words}", _NAME), (gloss, _GLOSS), (parts, _PART)):
        for token in (*tokens(text), *wholes(text)):
            weights.setdefault(token, weight)
    return Document(scheme, code, name, gloss, weights, frozenset(tokens(name)) - {"none"})


def _scaled(entry: Entry) -> Iterator[str]:
    """Yield a unit with the usual prefixes, as words of one case: ``kwh`` and ``mwh`` for Wh."""
    symbol = str(entry.more.get("symbol", ""))
    if entry.more.get("prefix") and symbol.isalpha():
        for name in dict.fromkeys((symbol, entry.name)):
            yield from (f"{prefix}{name}".lower() for prefix in _PREFIXES)


def _all() -> Iterator[Document]:
    for field, file in _FIELDS.items():
        for entry in map(Entry.of, table(file, field)):
            words = " ".join((entry.phrase, *entry.aliases, str(entry.more.get("symbol", "")), *_scaled(entry)))
            quantity = str(entry.more.get("quantity", ""))
            yield _document(
                f"reading_type.{field}", str(entry.code), entry.name, entry.gloss, words=words, parts=quantity
            )
    categories = {str(row["code"]): row for row in table("reading_quality", "category")}
    for entry in map(Entry.of, table("reading_quality", "subCategory")):
        category = categories[str(entry.code).partition(".")[0]]
        parts = f"{category['name']} {category['gloss']}"
        yield _document("reading_quality", f"*.{entry.code}", entry.name, entry.gloss, parts=parts)
    for scheme in ("event", "control"):
        for entry in map(Entry.of, table(f"{scheme}s", scheme)):
            numbers = [int(part) for part in str(entry.code).split(".")[1:]]
            values = [kind(number) for kind, number in zip((Domain, SubDomain, EventOrAction), numbers, strict=True)]
            parts = " ".join(f"{value.phrase} {value.gloss}" for value in values if value)
            yield _document(
                scheme, str(entry.code), entry.name, entry.gloss, words=" ".join(entry.aliases), parts=parts
            )
    for code, reply in REPLY_CODES.items():
        yield _document("reply", code, reply.name, reply.meaning, parts=reply.advice)
    for obis in dict.fromkeys(row["code"] for row in table("obis", "pair")):
        best = reading_types(obis)[0].reading_type
        yield _document("obis", obis, str(best), best.describe())
