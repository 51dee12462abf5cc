"""What rules ask about the objects of a payload: whether they are identified, and what is to be done with them."""

from __future__ import annotations

from typing import Any

from ...verbs import EVENT_OF, OPERATION_VERBS

__all__ = ["is_identified", "is_on_existing", "names_of", "verb_of"]

_EXISTING = {*OPERATION_VERBS[1:], "cancel", "close"}
_EXISTING |= {EVENT_OF[verb] for verb in _EXISTING} | {"update", "updated", "cancelled"}


def names_of(obj: Any) -> list[str]:
    """Return the texts of the names of an object that are not blank."""
    names = getattr(obj, "names", None)
    texts = [getattr(name, "name", None) for name in names] if isinstance(names, list | tuple) else []
    return [text for text in texts if isinstance(text, str) and text.strip()]


def is_identified(obj: Any) -> bool:
    """Tell whether an object has an mRID or a name."""
    mrid = getattr(obj, "mrid", None)
    return (isinstance(mrid, str) and bool(mrid.strip())) or bool(names_of(obj))


def verb_of(root: Any, around: Any) -> str:
    """Return what is to be done with the root of a payload: the verb of its operation, else of the message, else ""."""
    operations = getattr(getattr(around, "payload", None), "operation_set", None) or around
    for one in getattr(operations, "operation", ()):
        if one.content is root:
            return _word(one.verb)
    return _word(getattr(getattr(around, "header", None), "verb", None))


def is_on_existing(root: Any, around: Any) -> bool:
    """Tell whether the payload names objects that exist already, so that it has their identity and what changes."""
    return verb_of(root, around) in _EXISTING


def _word(verb: Any) -> str:
    return str(verb or "").strip().lower()
