"""Plugin of Hypothesis: ``st.from_type(cim.MeterReadings)`` and the like give valid objects.

Hypothesis knows strategies by class, and the classes are many and slow to load. So each module of classes is made known
right after it has been loaded, by whomever; until then nothing of the library is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis import strategies as st

__all__ = ["register"]

_CLASSES = "cim61968_9._generated."


def register() -> None:
    """Make the classes of messages known to Hypothesis, those that are loaded now and those that will be."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_CLASSES):
            _make_known(module)
    if not any(isinstance(one, _Watch) for one in sys.meta_path):
        sys.meta_path.insert(0, _Watch())


class _Watch(MetaPathFinder):
    """Finds nothing by itself, and notes when modules of classes have been loaded."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec that another finder has for a module of classes, with a loader that makes them known."""
        if not fullname.startswith(_CLASSES):
            return None
        others = (one for one in sys.meta_path if one is not self and hasattr(one, "find_spec"))
        found = (one.find_spec(fullname, path, target) for one in others)
        spec = next((one for one in found if one is not None), None)
        if spec is not None and spec.loader is not None:
            loader: Any = spec.loader
            loader.exec_module = _then_known(loader.exec_module)
        return spec


def _then_known(execute: Callable[[ModuleType], None]) -> Callable[[ModuleType], None]:
    def exec_module(module: ModuleType) -> None:
        execute(module)
        _make_known(module)

    return exec_module


def _make_known(module: ModuleType) -> None:
    """Register the classes of a module."""
    from hypothesis import strategies as st

    model = sys.modules["cim61968_9.model"]
    for cls in list(vars(module).values()):
        if isinstance(cls, type) and issubclass(cls, model.Element) and cls.__module__ == module.__name__:
            st.register_type_strategy(cls, _strategy)


def _strategy(cls: type[Any]) -> st.SearchStrategy[Any]:
    from cim61968_9.testing import objects

    return objects(cls)
