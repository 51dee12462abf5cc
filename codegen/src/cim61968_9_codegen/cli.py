"""The command ``cim61968-9-codegen``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .annotate import annotate, annotated
from .build import build, project_files
from .compare import as_table, compare
from .glossary import Glossary, MissingTextError
from .names import is_package

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 when all is well, 1 for differences, 2 for errors."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except (OSError, ValueError, LookupError) as error:
        print(f"cim61968-9-codegen: {error.args[0] if isinstance(error, KeyError) else error}", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cim61968-9-codegen", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    comparing = commands.add_parser("compare", help="compare a folder of schemas with the library's, path by path")
    comparing.add_argument("folder", type=Path, help="folder with *.xsd: the IEC's, a vendor's")
    comparing.add_argument("--with", dest="ours", type=Path, help="folder to compare with instead of the library's")
    comparing.set_defaults(run=_compare)

    building = commands.add_parser("build", help="generate a package of classes from a folder of schemas")
    building.add_argument("folder", type=Path, help="folder with *.xsd")
    building.add_argument("--package", required=True, help="dotted name of the package to make")
    building.add_argument("--out", type=Path, default=Path(), help="folder that will hold the package (default: here)")
    building.set_defaults(run=_build)

    project = commands.add_parser("project", help="regenerate the library's own schemas and classes")
    project.add_argument("root", type=Path, help="the checkout")
    project.add_argument("--check", action="store_true", help="change nothing; fail when something would change")
    project.set_defaults(run=_project)
    return parser


def _compare(options: argparse.Namespace) -> int:
    ours = options.ours or _library_schemas()
    result = compare(ours, options.folder)
    print(as_table(result))
    return 1 if result.differences or result.only_theirs else 0


def _library_schemas() -> Path:
    try:
        from cim61968_9.validation.schema import schema_path
    except ImportError:
        raise ValueError("cim61968-9 is not installed; install it, or name a folder with --with") from None
    return schema_path().parent


def _build(options: argparse.Namespace) -> int:
    if not is_package(options.package):
        raise ValueError(f"{options.package!r} is no package name; expected something like acme_messages")
    if not options.folder.is_dir():
        raise ValueError(f"{options.folder} is no folder")
    written = build(options.folder, options.package, options.out)
    print(f"{len(written)} modules written to {options.out.joinpath(*options.package.split('.'))}")
    print(f"use them with: import {options.package}, cim61968_9; cim61968_9.register({options.package})")
    return 0


def _project(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    stale = _annotate(root, check=options.check)
    files = project_files(root)
    folders = [root / "src" / "cim61968_9" / name for name in ("_generated", "profiles")]
    existing = {path for folder in folders for path in folder.rglob("*.py")} - {folders[1] / "__init__.py"}
    for path in sorted(existing - files.keys()):
        stale.append(f"{path.relative_to(root)} is no longer generated")
        if not options.check:
            path.unlink()
    for path, text in files.items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(f"{path.relative_to(root)} differs")
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print("\n".join(stale) or f"{len(files)} files are what the generator makes")
    if stale and options.check:
        print("run 'nox -s codegen' and commit the result", file=sys.stderr)
    return 1 if stale and options.check else 0


def _annotate(root: Path, *, check: bool) -> list[str]:
    glossary = Glossary.load()
    stale = []
    for path in sorted((root / "xsd" / "2011").glob("*.xsd")):
        try:
            if annotated(path.read_bytes(), glossary) != path.read_bytes():
                stale.append(f"{path.relative_to(root)} has other texts than the glossary")
                if not check:
                    annotate(path, glossary)
        except MissingTextError as error:
            raise ValueError(f"{path.relative_to(root)}:\n{error.args[0]}") from None
    return stale


if __name__ == "__main__":
    sys.exit(main())
