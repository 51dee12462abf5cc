"""Messages around the examples of the rules, which the library ships for its strategies of broken messages."""

from __future__ import annotations

from cim61968_9.testing._bases import BASES

__all__ = ["BASES"]
