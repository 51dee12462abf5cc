"""Rules of other packages, entered through the entry point group ``cim61968_9.rules``."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from ..errors import SettingsError

__all__ = ["GROUP", "load_rules"]

GROUP = "cim61968_9.rules"
"""An entry point of this group names a module; when it is imported, its ``@cim.rule`` functions are entered."""


@cache
def load_rules() -> tuple[str, ...]:
    """Import the modules with rules of other packages, once; returns their names.

    Raises:
        SettingsError: One cannot be imported, or enters a rule under an id that is taken.
    """
    names = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        try:
            entry.load()
        except Exception as error:
            raise SettingsError(
                f"the rules {entry.name!r} ({entry.value}) cannot be loaded: {error}; repair or remove the package "
                f"{entry.dist.name if entry.dist is not None else 'that brings them'}"
            ) from error
        names.append(entry.name)
    return tuple(names)
