"""Search in all code tables by words.

>>> from cim61968_9.codes import search
>>> for hit in search("power quality sag phase A", limit=2):
...     print(hit.scheme, hit.code, hit.name)
event *.26.131.223 Power.PhaseAVoltage.SagStarted
event *.26.131.224 Power.PhaseAVoltage.SagStopped

Words are found in names, aliases, glosses and the glosses of parts, in any case, without endings, and by their
beginnings. Rare words count more than common ones, and names more than glosses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log

from attrs import frozen

from ._index import SCHEMES, Document, documents, postings, tokens

__all__ = ["SCHEMES", "Hit", "search"]

_FILLERS = frozenset({"an", "and", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "wa", "was", "with"})
_BEGINNING = 0.4
_LENGTH = 0.02
_COVERED = 0.5


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

    Raises:
        ValueError: There is no such scheme.
    """
    wanted = None if schemes is None else _chosen(schemes)
    found = documents()
    scores: dict[int, float] = defaultdict(float)
    named: dict[int, int] = defaultdict(int)
    asked = list(dict.fromkeys(token for token in tokens(words) if token not in _FILLERS))
    for token in asked:
        weights: dict[int, float] = {}
        for stem, strength in _like(token):
            for place in postings()[stem]:
                weights[place] = max(weights.get(place, 0.0), strength * (1 + found[place].weights[stem]))
        rarity = log(1 + len(found) / len(weights)) if weights else 0.0
        for place, weight in weights.items():
            scores[place] += rarity * weight
            named[place] += token in found[place].names
    hits = [
        Hit(one.scheme, one.code, one.name, one.gloss, score * _share(one, named[place], len(asked)))
        for place, score in scores.items()
        if wanted is None or found[place].scheme in wanted
        for one in [found[place]]
    ]
    hits.sort(key=lambda hit: (-hit.score, SCHEMES.index(hit.scheme), _natural(hit.code)))
    return hits[:limit]


def _share(document: Document, named: int, asked: int) -> float:
    """Return more for a document whose name is what was asked for, and less for a long one."""
    covered = named / len(document.names) * named / asked if document.names else 0.0
    return (1 + _COVERED * covered) / (1 + _LENGTH * len(document.weights))


def _like(token: str) -> Iterator[tuple[str, float]]:
    """Yield the stems that are a word or begin with it, each with how much it counts."""
    if token in postings():
        yield token, 1.0
    if len(token) >= 3:
        for stem in postings():
            if stem != token and (stem.startswith(token) or (len(stem) >= 4 and token.startswith(stem))):
                yield stem, _BEGINNING


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
