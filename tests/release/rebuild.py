"""Build the wheels and sdists of both distributions, build them again from the sdists, and compare every byte.

The second build has another folder, umask, time zone and language, and no version control around it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 1_500_000  # bytes of the library's wheel
INSIDE = ("cim61968_9/py.typed", "cim61968_9/_xsd/2011/Message.xsd", "cim61968_9/codes/_tables/reply_codes.toml")
ELSEWHERE = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "17"}


def build(project: Path, out: Path, **environment: str) -> list[Path]:
    """Build sdist and wheel of a folder, both from the folder itself."""
    command = (sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", out, project)
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{project} cannot be built:\n{done.stdout}{done.stderr}")
    return sorted(path for path in out.iterdir() if path.suffix in {".gz", ".whl"})


def again(sdist: Path, folder: Path) -> list[Path]:
    """Build what an sdist holds."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    before = os.umask(0o077)
    try:
        return build(unpacked, folder / "dist", **ELSEWHERE)
    finally:
        os.umask(before)


def names(path: Path) -> set[str]:
    """List the files of a wheel or sdist."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return set(wheel.namelist())
    with tarfile.open(path) as sdist:
        return {name.partition("/")[2] for name in sdist.getnames()}


def wrong_with(path: Path) -> list[str]:
    """Tell what the library's wheel or sdist has too much or too little of: an sdist has all that git has."""
    found = names(path)
    if path.suffix != ".whl":
        tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
        return [f"has no {name}" for name in tracked.splitlines() if name not in found]
    wrong = [f"has no {name}" for name in INSIDE if name not in found]
    wrong += [f"has {name}" for name in found if "__pycache__" in name or name.startswith(("tests/", "docs/"))]
    schemas = {path.name for path in (ROOT / "xsd" / "2011").glob("*.xsd")}
    wrong += [f"has no schema {name}" for name in schemas if f"cim61968_9/_xsd/2011/{name}" not in found]
    for name in ("LICENSE", "NOTICE"):
        if not any(one.endswith(f".dist-info/licenses/{name}") for one in found):
            wrong.append(f"has no {name}")
    if path.stat().st_size > LIMIT:
        wrong.append(f"has {path.stat().st_size:,} bytes, of which {LIMIT:,} are allowed")
    return wrong


def main(out: Path, scratch: Path) -> None:
    """Build into ``out``, and again in ``scratch``."""
    for folder in (out, scratch):
        shutil.rmtree(folder, ignore_errors=True)
    wrong = []
    for project in (ROOT, ROOT / "codegen"):
        built = build(project, out / project.name)
        (sdist,) = (path for path in built if path.suffix == ".gz")
        for one, other in zip(built, again(sdist, scratch / project.name), strict=True):
            same = one.name == other.name and one.read_bytes() == other.read_bytes()
            print(f"{one.name}: {one.stat().st_size:,} bytes, {'the same again' if same else 'NOT the same again'}")
            if not same:
                wrong.append(f"{one} and {other} differ")
            if project == ROOT:
                wrong += [f"{one.name} {remark}" for remark in wrong_with(one)]
            shutil.move(one, out / one.name)
        (out / project.name).rmdir()
    versions = {path.name.split("-")[1] for path in out.glob("*.whl")}
    if len(versions) != 1:
        wrong.append(f"the two have different versions: {', '.join(sorted(versions))}")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
