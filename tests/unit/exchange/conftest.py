"""Gives every test of exchanges two systems of its own."""

from __future__ import annotations

import pytest
from unit.exchange.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
