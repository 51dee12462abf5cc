"""What ``option`` of a reader may say, as data."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeVar, get_args
from urllib.parse import unquote, urlsplit

from attrs import frozen

from ..columns import ROWS_OF_A_BATCH, TABLES
from ..columns.schema import Values
from ..xml.limits import Limits

__all__ = ["OPTIONS", "Mode", "Option", "Options", "options_of"]

Mode = Literal["PERMISSIVE", "DROPMALFORMED", "FAILFAST"]
_Word = TypeVar("_Word")
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+:/")  # of two letters or more: C: is a drive
_LIMITS = Limits()


class Option(NamedTuple):
    """An option: how it is called, its default as text, and what it says."""

    name: str
    default: str
    meaning: str


OPTIONS = (
    Option("path", "", "a file, a folder or a pattern: what `load` was given"),
    Option("paths", "", "several of them, as JSON: what `load` was given as a list"),
    Option("table", "readings", "one of " + ", ".join(f"`{name}`" for name in TABLES)),
    Option("values", "text", "what `value` of readings is: `text`, `decimal` or `float`"),
    Option(
        "mode", "PERMISSIVE", "what becomes of a file that cannot be read: `PERMISSIVE`, `DROPMALFORMED`, `FAILFAST`"
    ),
    Option("columnNameOfCorruptRecord", "_error", "name of the column that tells why a file could not be read"),
    Option("partitionBytes", "64000000", "most bytes of the files of a partition; a larger file has one of its own"),
    Option(
        "minPartitions", "", "least partitions, where there are files enough; twice the cores, where they are known"
    ),
    Option("batchRows", str(ROWS_OF_A_BATCH), "rows of a record batch"),
    Option("maxBytes", str(_LIMITS.max_bytes), "`Limits.max_bytes`: most bytes of a file, after decompression"),
    Option("maxRatio", str(_LIMITS.max_ratio), "`Limits.max_ratio`: most times that compressed files may grow"),
    Option("maxItemBytes", str(_LIMITS.max_item_bytes), "`Limits.max_item_bytes`: most bytes of one item"),
)
"""All options of the format; their names are read without regard to case."""


@frozen(kw_only=True)
class Options:
    """The options of one data frame."""

    paths: tuple[str, ...]
    table: str
    values: Values
    mode: Mode
    error_column: str
    partition_bytes: int
    least_partitions: int
    batch_rows: int
    limits: Limits


def options_of(given: Mapping[str, str], least_partitions: int = 1) -> Options:
    """Return options as values; paths become absolute, since workers are elsewhere.

    Raises:
        ValueError: An option is unknown, or its value is none of those it may have.
    """
    known = {option.name.lower(): option.name for option in OPTIONS}
    unknown = [name for name in given if name.lower() not in known]
    if unknown:
        raise ValueError(f"found the option {unknown[0]!r}; expected some of {', '.join(known.values())}")
    texts = {option.name: option.default for option in OPTIONS} | {
        known[name.lower()]: str(value) for name, value in given.items()
    }
    limits = Limits(
        max_bytes=_count(texts, "maxBytes"),
        max_ratio=_count(texts, "maxRatio"),
        max_item_bytes=_count(texts, "maxItemBytes"),
    )
    table = _word(texts, "table", tuple(TABLES), str.lower)
    error_column = texts["columnNameOfCorruptRecord"]
    if not error_column or error_column in {column.name for column in TABLES[table].columns}:
        raise ValueError(
            f"columnNameOfCorruptRecord is {error_column!r}; expected a name that no column of {table} has"
        )
    return Options(
        paths=_paths(texts),
        table=table,
        values=_word(texts, "values", get_args(Values), str.lower),
        mode=_word(texts, "mode", get_args(Mode), str.upper),
        error_column=error_column,
        partition_bytes=_count(texts, "partitionBytes"),
        least_partitions=_count(texts, "minPartitions") if texts["minPartitions"] else least_partitions,
        batch_rows=_count(texts, "batchRows"),
        limits=limits,
    )


def _word(texts: Mapping[str, str], name: str, words: tuple[_Word, ...], spelled: Callable[[str], str]) -> _Word:
    text = spelled(texts[name])
    for word in words:
        if word == text:
            return word
    raise ValueError(f"{name} is {texts[name]!r}; expected one of {', '.join(map(str, words))}")


def _count(texts: Mapping[str, str], name: str) -> int:
    try:
        number = int(texts[name])
    except ValueError:
        number = 0
    if number < 1:
        raise ValueError(f"{name} is {texts[name]!r}; expected a whole number of at least 1")
    return number


def _paths(texts: Mapping[str, str]) -> tuple[str, ...]:
    given: Any = [texts["path"]] if texts["path"] else []
    if texts["paths"]:
        try:
            several = json.loads(texts["paths"])
        except ValueError:
            several = None
        if not isinstance(several, list) or not all(isinstance(path, str) for path in several):
            raise ValueError(f"paths is {texts['paths']!r}; expected a list of texts as JSON, or load([...])")
        given += several
    if not given:
        raise ValueError("found no path; expected load(path), or the option path")
    return tuple(_local(path) for path in given)


def _local(path: str) -> str:
    """Return an absolute path; of the places that have a scheme, only files are in reach."""
    if path.lower().startswith("file:/"):
        path = unquote(urlsplit(path).path)
    elif _SCHEME.match(path):
        raise ValueError(f"found the path {path!r}; expected a path that workers can open, such as that of a mount")
    if not path:
        raise ValueError("found an empty path; expected a file, a folder or a pattern")
    return os.path.abspath(path)  # noqa: PTH100  # a pattern is no path
