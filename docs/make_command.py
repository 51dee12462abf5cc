"""Writes ``reference/command.md`` from the command itself and its examples; the tests compare."""

from __future__ import annotations

import importlib
import inspect
import os
import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo
from typer.testing import CliRunner

from cim61968_9.cli.app import COMMANDS, app

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "command.md"
EXAMPLES = {
    "validate": ["cim61968-9 validate examples/data", "cim61968-9 validate examples/data --ignore XSD101 --strict"],
    "report": ["cim61968-9 report examples/data --output /dev/null"],
    "inspect": ["cim61968-9 inspect examples/data/disconnect-request.xml"],
    "describe": ["cim61968-9 describe 3.26.0.85", "cim61968-9 describe 2.4"],
    "convert": ["cim61968-9 convert examples/data/disconnect-request.xml --soap 1.2 --pretty"],
    "columns": ["cim61968-9 columns examples/data --out readings --ignore XSD101"],
    "diff": ["cim61968-9 diff examples/data/outage-event.xml examples/data/interval-day.xml"],
    "sample": ["cim61968-9 sample EndDeviceControls"],
    "rules": ["cim61968-9 rules TIM2", "cim61968-9 rules ENV312"],
    "nouns": ["cim61968-9 nouns"],
}
"""Examples of each subcommand, whose output is on the page."""
MOST = 16
"""Most lines of an example that are shown."""
START = """\
# The command `cim61968-9`

This page is made from the command itself (`python docs/make_command.py`). Install it with its extra:

```console
$ pip install 'cim61968-9[cli]'
```

| Exit status | Meaning |
|---|---|
| 0 | done, and nothing to complain of |
| 1 | findings of the severity of `--fail-on` or worse; messages that differ; an unknown code; what is no message |
| 2 | wrong arguments, or something that cannot be opened or written; `validate` and `inspect` go on with the rest |
| 130 | interrupted |
| 141 | nobody reads the output any more |

Sources are files, folders (all `*.xml`, `*.gz` and `*.zip` in and below them, but what is hidden), patterns in quotes,
or `-` for standard input. gzip is seen through. Each `*.xml` and `*.gz` in a zip archive is a source of its own, named
`archive.zip!member`; members that are encrypted, or whose names lead out of the archive, are not read, which is told.
Findings go to standard output, what is about the run itself to standard error. There are colours and progress bars
only on a terminal, and no colours where `NO_COLOR` is set; `FORCE_COLOR` asks for them in a log. Settings are those of
`[tool.cim61968-9]` in the nearest `pyproject.toml`: see [choose and add rules](../how-to/choose-and-add-rules.md).
"""


def page() -> str:
    """Return the page."""
    found = {name: getattr(importlib.import_module(f"cim61968_9.cli.commands.{name}"), name) for name in COMMANDS}
    parts = [START, "| Subcommand | What it does |", "|---|---|"]
    parts += [f"| [`{name}`](#{name}) | {_paragraphs(function)[0]} |" for name, function in found.items()]
    for name, function in found.items():
        parts += ["", *_section(name, function)]
    return "\n".join(parts) + "\n"


def _paragraphs(function: Callable[..., Any]) -> list[str]:
    return [" ".join(part.split()) for part in (function.__doc__ or "").strip().split("\n\n")]


def _section(name: str, function: Callable[..., Any]) -> Iterator[str]:
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    arguments = [one for one in parameters if isinstance(_info(one), ArgumentInfo)]
    options = [one for one in parameters if isinstance(_info(one), OptionInfo)]
    yield from (f"## {name}", "", f"`{' '.join(['cim61968-9', name, *map(_called, arguments)])}`")
    for paragraph in _paragraphs(function):
        yield from ("", paragraph)
    if arguments:
        yield from ("", "| Argument | Meaning |", "|---|---|")
        yield from (f"| `{_called(one)}` | {_info(one).help} |" for one in arguments)
    if options:
        yield from ("", "| Option | Default | Meaning |", "|---|---|---|")
        yield from (f"| {_names(one)} | {_default(one)} | {_cell(_info(one).help)} |" for one in options)
    for line in EXAMPLES[name]:
        yield from ("", "```console", f"$ {line}", *_shown(line), "```")


def _info(parameter: inspect.Parameter) -> Any:
    return parameter.annotation.__metadata__[0]


def _called(parameter: inspect.Parameter) -> str:
    name: str = _info(parameter).metavar or parameter.name.upper()
    return f"{name}..." if get_origin(parameter.annotation.__origin__) is list else name


def _names(parameter: inspect.Parameter) -> str:
    info = _info(parameter)  # of an annotation, the first name is taken for a default
    names = [*([info.default] if isinstance(info.default, str) else []), *(info.param_decls or ())]
    names = names or [f"--{parameter.name.replace('_', '-')}"]
    value = _value(parameter)
    return ", ".join(f"`{name}{_cell(value) if name.startswith('--') else ''}`" for name in sorted(names, key=len))


def _value(parameter: inspect.Parameter) -> str:
    """Return what stands behind the name of an option, empty for a switch."""
    kinds = [parameter.annotation.__origin__, *get_args(parameter.annotation.__origin__)]
    if bool in kinds:
        return ""
    words = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    return f" {_info(parameter).metavar or '|'.join(words) or parameter.name.upper()}"


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is parameter.empty:
        return "required"
    return "" if parameter.default in (None, False) else f"`{parameter.default}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shown(line: str) -> list[str]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples" / "data", Path(folder, "examples", "data"))
        os.chdir(folder)
        try:
            done = CliRunner().invoke(app, shlex.split(line)[1:], prog_name="cim61968-9", catch_exceptions=False)
        finally:
            os.chdir(before)
    lines = done.output.replace(os.sep, "/").rstrip("\n").splitlines()
    return lines if len(lines) <= MOST else [*lines[: MOST - 1], "..."]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
