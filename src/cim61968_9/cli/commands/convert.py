"""``cim61968-9 convert``: writes a message in another form."""

from __future__ import annotations

import gzip
import warnings
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ...errors import CimWarning, InvalidMessageError
from ..guard import CLEAN, usage
from ..loading import loaded
from ..options import LIMITS, MaxBytes, MaxRatio, Output, limits_of
from ..streams import complain, put_bytes

if TYPE_CHECKING:
    from ...xml.dialect import Dialect
    from ...xml.reader import Loaded

__all__ = ["convert"]

_SAME = "same"


def convert(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file, or - for standard input.", show_default=False)
    ],
    *,
    output: Output = None,
    mode: Annotated[
        Literal["strict", "lax"],
        typer.Option(help="Write only what is valid apart from foreign content, or all that could be read."),
    ] = "strict",
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent.")] = False,
    prefix: Annotated[
        list[str] | None,
        typer.Option(
            metavar="message=P|payload=P",
            help="Use P as the prefix of the envelope or of the payload; nothing after = is the default namespace.",
        ),
    ] = None,
    dialect: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Write in a dialect that is known by name, or in the 'same' as that of the source."
        ),
    ] = None,
    soap: Annotated[
        Literal["1.1", "1.2", "none"] | None,
        typer.Option(help="Put a SOAP envelope of this version around it, or leave it out."),
    ] = None,
    binding: Annotated[
        Literal["message", "operation", "abstract", "typed"] | None,
        typer.Option(help="How the message stands in the SOAP envelope, or without one: by default as it is."),
    ] = None,
    compress: Annotated[
        bool | None, typer.Option("--compress/--expand", help="Compress the payload, or expand it.", show_default=False)
    ] = None,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
) -> int:
    """Write a message in another form.

    With other prefixes, in another dialect, with or without SOAP, compression and layout. Without options it is the
    form of the standard, the same bytes for the same content. A file whose name ends in .gz is written as gzip.
    """
    limits = limits_of(max_bytes, max_ratio)
    found = loaded(source, limits, output)
    if not found.ok:
        complain(f"{source}: errors were found while reading; 'cim61968-9 validate {source}' lists them")
    message = _recompressed(found.message, compress, limits)
    options: dict[str, Any] = {"mode": mode, "pretty": pretty, "prefixes": _prefixes(prefix)}
    data = _written(message, found, dialect, soap, binding, options)
    if output is not None and output.suffix.lower() == ".gz":
        data = gzip.compress(data, mtime=0)
    put_bytes(data, output)
    return CLEAN


def _recompressed(message: Any, compress: bool | None, limits: Any) -> Any:
    if compress is None:
        return message
    from ...compression import compress as compressed, expand as expanded

    if compress:
        return compressed(message)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", CimWarning)
        message = expanded(message, limits=limits)
    for one in told:
        complain(str(one.message))
    return message


def _prefixes(given: list[str] | None) -> dict[str, str] | None:
    found = {}
    for one in given or ():
        which, mark, prefix = one.partition("=")
        if not mark or which not in {"message", "payload"}:
            usage(f"--prefix: found {one!r}, expected message=P or payload=P")
        found[which] = prefix
    return found or None


def _written(
    message: Any, loaded: Loaded, name: str | None, soap: str | None, binding: str | None, options: dict[str, Any]
) -> bytes:
    from attrs import evolve

    from ...soap import dialect as bound, wrap
    from ...xml.writer import to_bytes

    dialect = _dialect(name, loaded)
    if soap is not None:  # how it stood in the envelope that it came in does not matter any more
        dialect = evolve(dialect, soap=None)
    if soap is not None or binding is not None:
        dialect = evolve(dialect, root="", around="", parts=None)
    chosen: Any = binding or "message"
    try:
        if soap in {None, "none"}:
            return to_bytes(message, **options, dialect=bound(message, binding=chosen, base=dialect))
        headers = loaded.dialect.soap.headers if loaded.dialect.soap is not None else ()
        given: dict[str, Any] = {**options, "version": soap, "binding": chosen, "headers": headers, "base": dialect}
        return wrap(message, **given)
    except (TypeError, ValueError) as error:
        if isinstance(error, InvalidMessageError):
            raise
        usage(str(error))


def _dialect(name: str | None, loaded: Loaded) -> Dialect:
    from ...xml.dialects import DIALECTS
    from ...xml.frame import PLAIN

    if name is None:
        return PLAIN
    if name == _SAME:
        return loaded.dialect
    if name not in DIALECTS:
        usage(f"--dialect: found {name!r}, expected {_SAME!r} or one of {', '.join(map(repr, DIALECTS))}")
    return DIALECTS[name]
