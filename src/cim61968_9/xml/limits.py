"""Bounds on what the reader takes in, against hostile or mistaken input."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import ge

__all__ = ["Limits"]


@frozen(kw_only=True)
class Limits:
    """Bounds on input; every one is an error with a clear text, never a cut.

    Pass an instance to any reading verb: ``cim.read(path, limits=Limits(max_bytes=10_000_000))``.
    """

    max_bytes: int = field(default=2_000_000_000, validator=ge(1))
    """Most bytes, after decompression."""
    max_ratio: int = field(default=200, validator=ge(1))
    """Most times that compressed input may grow, once it is larger than a megabyte."""
    max_depth: int = field(default=128, validator=ge(8))
    """Most levels of elements inside content that the schema does not know."""
    max_attributes: int = field(default=5000, validator=ge(16))
    """Most attributes of one element."""
    max_namespaces: int = field(default=128, validator=ge(16))
    """Most namespaces declared around one element; only documents of more than 8 kB are searched for so many."""
    max_item_bytes: int = field(default=100_000_000, validator=ge(1))
    """Most bytes of one item of a stream, such as one MeterReading: no item is handed out before its end."""
    max_frame_bytes: int = field(default=16_000_000, validator=ge(1))
    """Most bytes of a stream beside its items: header, reply, tables of types, and what no schema describes."""
    max_findings: int = field(default=1000, validator=ge(1))
    """Most findings kept of one message; one more says how many there were."""
    pause_gc: bool = True
    """Stop the cyclic garbage collector while objects are made, and put it back as it was."""
