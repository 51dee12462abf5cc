"""What all tests share: Hypothesis profiles and the places of files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

try:
    from hypothesis import HealthCheck, settings
except ImportError:  # the tests of the generator run without it
    settings = None

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

if settings is not None:
    calm = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=calm)
    settings.register_profile("ci", max_examples=25, deadline=None, suppress_health_check=calm, derandomize=True)
    settings.register_profile("nightly", max_examples=5000, deadline=None, suppress_health_check=calm)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The messages that come with the project."""
    return root / "examples" / "data"
