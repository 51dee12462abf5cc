"""Runs the notebooks of ``examples`` and stores their outputs; the tests fail when they are not what this makes.

Cells run in one namespace, from the folder of the checkout or another one. What they print and the value of their last
line are kept as text, so that no kernel is needed. Plots are pictures, which differ from one version of matplotlib to
the next: they are drawn when this is run as a script, and otherwise left as they are.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
_DOTS_PER_INCH = 72


def ran(path: Path, *, folder: Path = ROOT, draw: bool = False) -> str:
    """Return the text of a notebook with the outputs of running it now; pictures are new ones only with ``draw``."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    with contextlib.chdir(folder), contextlib.ExitStack() as after:
        after.callback(_close_figures)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                count += 1
                cell["execution_count"] = count
                kept = None if draw else _picture_in(cell.get("outputs", []))
                cell["outputs"] = list(_outputs("".join(cell["source"]), names, count, path.name, kept))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _outputs(source: str, names: dict[str, Any], count: int, name: str, kept: str | None) -> Iterator[dict[str, Any]]:
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, f"{name}:{count}", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), f"{name}:{count}", "eval"), names)  # noqa: S307
    if text := printed.getvalue():
        yield {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}
    if value is not None:
        data: dict[str, Any] = {"text/plain": repr(value).splitlines(keepends=True)}
        if type(value).__module__.partition(".")[0] == "matplotlib":
            data = {"image/png": kept or _drawn(value.figure), "text/plain": ["a plot"]}
        yield {"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}


def _picture_in(outputs: list[dict[str, Any]]) -> str | None:
    return next((one["data"]["image/png"] for one in outputs if "image/png" in one.get("data", {})), None)


def _drawn(figure: Any) -> str:
    picture = io.BytesIO()
    figure.savefig(
        picture, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None}, pil_kwargs={"optimize": True}
    )
    return base64.b64encode(picture.getvalue()).decode()


def _close_figures() -> None:
    if (pyplot := sys.modules.get("matplotlib.pyplot")) is not None:
        pyplot.close("all")


if __name__ == "__main__":
    for notebook in NOTEBOOKS:
        notebook.write_text(ran(notebook, draw=True), encoding="utf-8")
