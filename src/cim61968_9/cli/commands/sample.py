"""``cim61968-9 sample``: makes a valid message of a noun."""

from __future__ import annotations

from typing import Annotated

import typer

from ..guard import CLEAN, usage
from ..options import Output
from ..streams import put_bytes

__all__ = ["sample"]


def sample(
    noun: Annotated[
        str,
        typer.Argument(
            metavar="NOUN",
            help="A noun or Get profile (see cim61968-9 nouns), OperationSet, or a kind of message as FaultMessage.",
            show_default=False,
        ),
    ],
    *,
    full: Annotated[
        bool, typer.Option("--full", help="With every element of the schema, not only what is needed.")
    ] = False,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number gives other values.")] = 0,
    verb: Annotated[
        str | None, typer.Option(metavar="VERB", help="The verb, by default the one that the noun mostly goes with.")
    ] = None,
    count: Annotated[int, typer.Option(metavar="N", min=1, help="How many items there are.")] = 1,
    pretty: Annotated[bool, typer.Option("--pretty/--compact", help="Indent, or write in one line.")] = True,
    output: Output = None,
) -> int:
    """Make a valid message.

    The content is invented, and the same for the same arguments.
    """
    from ...sampling import sample as sampled
    from ...xml.writer import to_bytes

    try:
        message = sampled(noun, full=full, seed=seed, verb=verb, count=count)
    except (LookupError, ValueError) as error:
        usage(str(error.args[0] if error.args else error))
    put_bytes(to_bytes(message, pretty=pretty), output)
    return CLEAN
