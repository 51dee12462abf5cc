"""``cim61968-9 nouns``: lists what messages can carry."""

from __future__ import annotations

from ..streams import say
from ..tables import table

__all__ = ["nouns"]


def nouns() -> int:
    """List the nouns and their Get profiles.

    The confidence says how sure the structure is: confirmed, corroborated, single, draft or derived.
    """
    from ...nouns import NOUNS

    rows = []
    for name, profile in NOUNS.items():
        get = profile.get_profile
        rows.append((name, profile.confidence, get.name if get else "-", get.confidence if get else ""))
    say(table(("NOUN", "CONFIDENCE", "GET PROFILE", "CONFIDENCE"), rows))
    return 0
