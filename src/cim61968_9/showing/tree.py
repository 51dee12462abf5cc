"""An object as a tree of lines for the terminal.

>>> import cim61968_9 as cim
>>> control = cim.read("examples/data/disconnect-request.xml").payload.content[0].end_device_control[0]
>>> control.tree(depth=1)
EndDeviceControl NM-E-0041902
├─ mrid: 11f694ce-18bf-528f-926a-d666bf53fc94
├─ issuer_id: Northmoor-CIS
├─ issuer_tracking_id: MO-2026-00318
├─ reason: Move-out, premises vacant
├─ end_device_control_type: 3.31.0.23 (electricity meter: open the service switch: supply off)
├─ end_devices[0]: EndDevice NM-E-0041902 … 2 members
└─ primary_device_timing: EndDeviceTiming … 3 members
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element
from .bounds import expect
from .outline import Line, outline

__all__ = ["Tree", "tree"]


class Tree(str):
    """A text that a console shows as it is, lines and all."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def tree(subject: Element, *, depth: int | None = None, items: int = 3, lines: int = 400) -> Tree:
    """Return an object as a tree of lines.

    ``depth`` is how many levels below the object are shown; of each list there are the first ``items``. In all there
    are about ``lines`` lines; what is left out is counted.

    Raises:
        TypeError: One of the numbers is no whole number.
        ValueError: One of the numbers is less than zero.
    """
    expect(0, items=items, lines=lines, **({"depth": depth} if depth is not None else {}))
    root = outline(subject, items=items, lines=lines, depth=depth)
    return Tree("\n".join((_text(root), *_below(root, ""))))


def _below(line: Line, indent: str) -> Iterator[str]:
    for number, one in enumerate(line.below, 1):
        last = number == len(line.below)
        yield f"{indent}{'└─' if last else '├─'} {_text(one)}"
        yield from _below(one, indent + ("   " if last else "│  "))


def _text(line: Line) -> str:
    shown = f"{line.kind} {line.text}".strip()
    said = line.note or ("" if line.below else line.gist)
    note = f" ({said})" if said else ""
    rest = f" … {line.rest}" if line.rest else ""
    return f"{line.name}: {shown}{note}{rest}".removeprefix(": ").replace(":  …", ": …")
