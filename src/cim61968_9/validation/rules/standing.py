"""How well the structure of a noun is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...nouns import NOUNS
from ..finding import Severity
from ._rule import Broken, rule
from .payloads import noun_of

__all__: list[str] = []

_TOLD = {
    "draft": "its structure is that of a committee draft of 2011",
    "derived": "its structure was inferred from drafts and the model of the standard",
}


@rule(
    "ENV501",
    Severity.INFO,
    "noun whose structure is not confirmed",
    hint="compare with the schema of your partner; cim61968-9-codegen builds classes from it",
    source="confidence of the profiles: docs/reference",
    on="Root",
)
def structures_are_confirmed(root: Any, _: Any) -> Iterator[Broken]:
    """The published schema of this noun was not at hand, so that a valid message may be refused, and the other way."""
    known = NOUNS.get(noun_of(root))
    if known is not None and known.confidence in _TOLD and isinstance(root, known.cls):
        yield Broken("", f"found {known.name}; {_TOLD[known.confidence]}")
