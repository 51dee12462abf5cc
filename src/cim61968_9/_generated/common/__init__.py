# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas have in common."""

from __future__ import annotations

