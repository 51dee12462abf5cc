"""Findings: what is wrong or remarkable in a message, and where."""

from .finding import Finding, Severity

__all__ = ["Finding", "Severity"]
