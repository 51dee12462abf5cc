"""Makes the helpers of this folder importable as ``unit_messages``, whatever pytest's import mode."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path


def _load(name: str, path: Path) -> None:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


if "unit_messages" not in sys.modules:
    _load("unit_messages", Path(__file__).with_name("messages.py"))
