"""Rules of references to the types and functions that a payload defines itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...errors import CodeError
from ..finding import Severity
from ._identity import is_on_existing, names_of
from ._references import FUNCTIONS, TYPES, code_of, complaints, definitions, is_code, is_like_code, is_obis, references
from ._rule import Broken, rule
from ._search import shown

__all__: list[str] = []

_SOURCE = "IEC 61968-9 ed. 2: a reference holds the name or the mRID of a type, which the payload may repeat"


def _known(found: list[tuple[str, Any]]) -> set[str]:
    mrids = (getattr(element, "mrid", None) for _, element in found)
    names = (name for _, element in found for name in names_of(element))
    return {text for text in (*mrids, *names) if isinstance(text, str)}


@rule(
    "REF201",
    Severity.WARNING,
    "reference to what the payload does not define",
    hint="define it beside the others, or use the name or mRID of one of them",
    source=_SOURCE,
    on="Root",
)
def references_are_resolved(root: Any, around: Any) -> Iterator[Broken]:
    """The payload brings definitions, so receivers look there, and drop or refuse what they do not find."""
    for target in (*TYPES, *(() if is_on_existing(root, around) else FUNCTIONS)):
        if found := definitions(root, target):
            known = _known(found)

            def unresolved(text: str, target: str = target, known: set[str] = known) -> str | None:
                if not text.strip() or text in known or (target in TYPES and is_like_code(text, target)):
                    return None
                return f"found {shown(text)}, which is no name or mRID of the {target} in this payload"

            yield from complaints(root, target, unresolved, references)


@rule(
    "REF202",
    Severity.INFO,
    "reference to a type that is defined elsewhere",
    hint="use the code, which everybody knows, or define the type in the payload",
    source=_SOURCE,
    on="Root",
)
def types_are_codes(root: Any, _: Any) -> Iterator[Broken]:
    """Only a receiver that knows the name already can tell what is meant."""
    for target in TYPES:
        if not definitions(root, target):

            def foreign(text: str, target: str = target) -> str | None:
                if not text.strip() or is_like_code(text, target) or (target == "ReadingType" and is_obis(text)):
                    return None  # codes of every kind have rules of their own
                return f"found {shown(text)}"

            yield from complaints(root, target, foreign, references)


@rule(
    "REF203",
    Severity.WARNING,
    "empty reference",
    hint="give the code, the name or the mRID of what is meant",
    source=_SOURCE,
    on="Root",
)
def references_are_not_empty(root: Any, _: Any) -> Iterator[Broken]:
    """It refers to nothing, although the schema accepts it."""
    for target in (*TYPES, *FUNCTIONS):
        yield from complaints(root, target, lambda text: None if text.strip() else f"found {shown(text)}", references)


@rule(
    "REF211",
    Severity.INFO,
    "definition that nothing refers to",
    hint="leave it out, or look whether a reference has a slip",
    source=_SOURCE,
    on="Root",
)
def definitions_are_used(root: Any, _: Any) -> Iterator[Broken]:
    """Definitions explain the codes of a payload; one that explains none was forgotten, or its references are wrong."""
    for target in TYPES:
        used = references(root, target)
        if not used:
            continue  # a payload of definitions alone
        codes = {code for text in used if (code := code_of(text, target)) is not None}
        for path, element in definitions(root, target):
            texts = _known([("", element)])
            mine = [code for text in texts if (code := code_of(text, target)) is not None] or _made(element)
            if used.keys() & texts or codes.intersection(mine) or any(_covers(one, codes) for one in mine):
                continue
            if texts:
                text = next((text for text in sorted(texts) if is_code(text, target)), min(texts))
                yield Broken(path, f"found the definition of {shown(text)}, and no reference to it", text)


def _made(element: Any) -> list[Any]:
    """Return the code that the fields of a definition make."""
    try:
        code = element.type_code
    except (CodeError, AttributeError):
        return []
    return [] if code is None else [code]


def _covers(code: Any, others: set[Any]) -> bool:
    covers = getattr(code, "covers", None)
    return covers is not None and any(covers(other) for other in others)


@rule(
    "REF212",
    Severity.WARNING,
    "type that is defined twice",
    hint="define each type once",
    source=_SOURCE,
    on="Root",
)
def types_are_defined_once(root: Any, _: Any) -> Iterator[Broken]:
    """Where the two differ, each receiver takes another one."""
    for target in TYPES:
        seen: dict[str, str] = {}
        for path, element in definitions(root, target):
            texts = sorted(set(names_of(element)), key=lambda text: (not is_code(text, target), text))
            again = [text for text in texts if seen.setdefault(text, path) != path]
            if again:
                yield Broken(path, f"found {shown(again[0])} in {seen[again[0]]} as well", again[0])
