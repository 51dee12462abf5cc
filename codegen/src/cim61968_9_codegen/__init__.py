"""Builds typed message classes for ``cim61968-9`` from XML schemas, and compares schemas with those of the library."""

__version__ = "0.1.0"
