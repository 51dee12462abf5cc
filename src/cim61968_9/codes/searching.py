"""Search in all code tables by words.

>>> from cim61968_9.codes import search
>>> for hit in search("power quality sag phase A", limit=2):
...     print(hit.scheme, hit.code, hit.name)
event *.26.131.223 Power.PhaseAVoltage.SagStarted
event *.26.131.224 Power.PhaseAVoltage.SagStopped

Words are found in names, aliases, symbols, glosses and the glosses of parts, in any case, without endings, and by their
beginnings. Rare words count more than common ones, and names more than glosses. Codes are found as well:

>>> print(search("3.26.0.85")[0].code, search("2.4")[0].scheme, search("kWh", limit=1)[0].name)
*.26.0.85 reply Wh
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from math import log

from attrs import frozen

from ._index import SCHEMES, Document, documents, postings, tokens, wholes
from .reading_fields import FIELDS

__all__ = ["SCHEMES", "Hit", "search"]

_FILLERS = frozenset({"an", "and", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "wa", "was", "with"})
_BEGINNING = 0.4
_LENGTH = 0.02
_COVERED = 0.5
_WORDS = 50
_SIDES = frozenset({"over", "under"})
_SPOKEN = re.compile(r"[^\W_]+")
_CODE = re.compile(r"(?:\*|[0-9]{1,9})(?:\.[0-9]{1,9}){1,17}")


@frozen
class Hit:
    """A code that fits the words: its scheme, code, name and gloss, and a score that only ranks."""

    scheme: str
    code: str
    name: str
    gloss: str
    score: float

    def __str__(self) -> str:
        return f"{self.scheme} {self.code} {self.name}: {self.gloss}"


def search(words: str, *, schemes: Iterable[str] | None = None, limit: int = 20) -> list[Hit]:
    """Return the codes that fit some words, best first.

    ``schemes`` narrows the search: ``event``, ``control``, ``reading_quality``, ``reply``, ``obis``,
    ``reading_type`` for all its fields, or one of these, such as ``reading_type.unit``.

    Numbers with dots are looked up as a code: of an event or a control with or without the device, which does not
    count, of a reading quality, a reply or a short OBIS code, and of a reading type, for which the values of its fields
    are found. They are taken for words when there is no such code. At most the first 50 words count.

    Raises:
        ValueError: There is no such scheme.
    """
    wanted = frozenset(SCHEMES) if schemes is None else _chosen(schemes)
    hits = [hit for hit in _coded(words) or _worded(words) if hit.scheme in wanted]
    hits.sort(key=lambda hit: (-hit.score, SCHEMES.index(hit.scheme), _natural(hit.code)))
    return hits[:limit]


def _coded(text: str) -> list[Hit]:
    """Return the codes that a text in the shape of a code stands for."""
    if _CODE.fullmatch(text.strip()) is None:
        return []
    meant = set(_meant([part if part == "*" else str(int(part)) for part in text.strip().split(".")]))
    return [_hit(one, 1.0) for one in documents() if (one.scheme, one.code) in meant]


def _meant(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield schemes and codes that the parts of a code may mean, whether or not there are such."""
    dotted, rest = ".".join(parts), ".".join(parts[1:])
    if len(parts) == 2:
        yield "reply", dotted
    elif len(parts) == 3:
        yield from (("event", f"*.{dotted}"), ("control", f"*.{dotted}"))
        yield from (("reading_quality", f"*.{rest}"), ("obis", f"1-0:{dotted}*255"))
    elif len(parts) == 4:
        yield from (("event", f"*.{rest}"), ("control", f"*.{rest}"))
    elif len(parts) == len(FIELDS):
        yield from ((f"reading_type.{one.cim}", parts[one.index]) for one in FIELDS if parts[one.index] != "0")


def _worded(words: str) -> list[Hit]:
    """Return the codes that fit the words, each with its score."""
    found = documents()
    scores: dict[int, float] = defaultdict(float)
    named: dict[int, int] = defaultdict(int)
    asked = _asked(words)
    for token in asked:
        weights: dict[int, float] = {}
        for stem, strength in _like(token):
            for place in postings()[stem]:
                weights[place] = max(weights.get(place, 0.0), strength * (1 + found[place].weights[stem]))
        rarity = log(1 + len(found) / len(weights)) if weights else 0.0
        for place, weight in weights.items():
            scores[place] += rarity * weight
            named[place] += token in found[place].names
    return [
        _hit(found[place], score * _share(found[place], named[place], len(asked))) for place, score in scores.items()
    ]


def _hit(one: Document, score: float) -> Hit:
    return Hit(one.scheme, one.code, one.name, one.gloss, score)


def _asked(words: str) -> list[str]:
    """Return the stems to look for: a word in camel case as a whole, where it is known, and its parts.

    Short parts are left out beside a whole that is known, such as k and Wh of kWh.
    """
    asked: dict[str, None] = {}
    for found in islice(_SPOKEN.finditer(words), _WORDS):
        parts = tokens(found[0])
        known = [whole for whole in wholes(found[0]) if whole in postings()]
        asked |= dict.fromkeys([*known, *(part for part in parts if not known or len(part) > 2)])
    return [token for token in islice(asked, _WORDS) if token not in _FILLERS]


def _share(document: Document, named: int, asked: int) -> float:
    """Return more for a document whose name is what was asked for, and less for a long one."""
    covered = named / len(document.names) * named / asked if document.names else 0.0
    return (1 + _COVERED * covered) / (1 + _LENGTH * len(document.weights))


def _like(token: str) -> Iterator[tuple[str, float]]:
    """Yield the stems that are a word, begin with it or are its beginning, each with how much it counts.

    What is too short, or is only a side such as under, is no beginning: overvoltage is nothing of over.
    """
    if token in postings():
        yield token, 1.0
    if len(token) >= 3:
        for stem in postings():
            if stem != token and (stem.startswith(token) or _begins(stem, token)):
                yield stem, _BEGINNING


def _begins(stem: str, token: str) -> bool:
    return len(stem) >= 5 and stem not in _SIDES and token.startswith(stem)


def _chosen(schemes: Iterable[str]) -> frozenset[str]:
    chosen: set[str] = set()
    for name in [schemes] if isinstance(schemes, str) else schemes:
        found = [scheme for scheme in SCHEMES if scheme == name or scheme.startswith(f"{name}.")]
        if not found:
            raise ValueError(f"there is no scheme {name!r}; expected reading_type or one of {', '.join(SCHEMES)}")
        chosen.update(found)
    return frozenset(chosen)


def _natural(code: str) -> list[int]:
    return [int(part) for part in re.findall(r"[0-9]+", code)]
