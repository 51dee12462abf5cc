"""What the arguments stand for: files, folders, patterns, standard input, archives; each once, and nothing silently."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cim61968_9.errors import LimitError
from cim61968_9.sources import find, only
from cim61968_9.xml.limits import Limits

Run = Any
LIMITS = Limits()


def names(*arguments: object) -> list[str]:
    return [item.name.replace(os.sep, "/") for item in find([str(one) for one in arguments], LIMITS)]


def problems(*arguments: object) -> list[str]:
    return [item.problem for item in find([str(one) for one in arguments], LIMITS)]


@pytest.fixture
def tree(folder: Path) -> Path:
    """The folder with more in it, and below it."""
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in (
        "deep/b.xml",
        "deep/er/A.XML",
        "deep/c.xml.gz",
        "deep/d.gz",
        ".hidden/e.xml",
        "deep/f.txt",
        "deep/.g.xml",
    ):
        (folder / name).write_bytes(b"<a/>")
    return folder


def test_a_folder_is_all_of_its_messages_in_order(tree: Path) -> None:
    assert names(".") == [
        "clean.xml",
        "error.xml",
        "warning.xml",
        "deep/b.xml",
        "deep/c.xml.gz",
        "deep/d.gz",
        "deep/er/A.XML",
    ]


def test_a_file_is_taken_whatever_its_name(tree: Path) -> None:
    assert names("deep/f.txt", "deep/.g.xml") == ["deep/f.txt", "deep/.g.xml"]


def test_patterns_are_expanded(tree: Path) -> None:
    assert names("deep/*.xml") == ["deep/b.xml"]
    assert names("**/*.xml") == ["clean.xml", "deep/b.xml", "error.xml", "warning.xml"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree: Path) -> None:
    (tree / "[a].xml").write_bytes(b"<a/>")
    assert names("[a].xml") == ["[a].xml"]


def test_every_file_is_taken_once(tree: Path) -> None:
    (tree / "link.xml").symlink_to(tree / "clean.xml")
    assert names("clean.xml", tree / "clean.xml", "link.xml", "cl*.xml", "deep/../clean.xml") == ["clean.xml"]


def test_links_to_folders_are_not_followed(tree: Path) -> None:
    (tree / "deep" / "loop").symlink_to(tree)
    assert names("deep") == ["deep/b.xml", "deep/c.xml.gz", "deep/d.gz", "deep/er/A.XML"]


@pytest.mark.parametrize(
    ("argument", "problem"),
    [
        ("gone.xml", "no such file or directory"),
        ("gone-*.xml", "no file matches this pattern"),
        ("empty", "no *.xml, *.gz or *.zip in this folder"),
        ("cut.zip", "damaged zip archive: file is not a zip file"),
        ("notes.zip", "no *.xml, *.gz or *.zip in this archive"),
        ("a\0b", "a NUL in a name, which no file has"),
        ("x" * 5000, "file name too long"),
    ],
)
def test_what_stands_for_nothing_says_why(packed: Path, argument: str, problem: str) -> None:
    (packed.parent / "empty").mkdir()
    (packed.parent / "cut.zip").write_bytes(packed.read_bytes()[:-30])
    with zipfile.ZipFile(packed.parent / "notes.zip", "w") as archive:
        archive.writestr("notes.txt", "")
    assert problems(argument) == [problem]


def test_members_of_an_archive_are_sources(run: Run, packed: Path) -> None:
    done = run("validate", "day.zip", "-f", "json")
    assert done.status == 1
    reports = json.loads(done.out)["reports"]
    assert [(report["source"], report["ok"]) for report in reports] == [
        ("day.zip!in/clean.xml", True),
        ("day.zip!in/error.xml", False),
    ]


def test_an_archive_may_have_another_ending(packed: Path) -> None:
    packed.rename("day.bin")
    assert names("day.bin") == ["day.bin!in/clean.xml", "day.bin!in/error.xml"]


def test_archives_that_follow_each_other_are_read(run: Run, packed: Path) -> None:
    Path("other.zip").write_bytes(packed.read_bytes())
    done = run("validate", ".", "--ignore", "XSD101", "-f", "json")
    assert json.loads(done.out)["summary"] == {
        "sources": 7,
        "unreadable": 0,
        "errors": 0,
        "warnings": 1,
        "infos": 0,
        "unlisted": 0,
    }


def test_members_of_the_same_name_are_both_checked(folder: Path) -> None:
    with zipfile.ZipFile("twice.zip", "w") as archive:
        archive.writestr("a.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.xml", "<b/>")
    assert [item.get() for item in find(["twice.zip"], LIMITS)] == [b"<a/>", b"<b/>"]


def test_gzip_is_seen_through(run: Run, folder: Path) -> None:
    data = (folder / "clean.xml").read_bytes()
    (folder / "a.xml.gz").write_bytes(gzip.compress(data))
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("b.xml.gz", gzip.compress(data))
    assert run("validate", "a.xml.gz", "b.zip").out == "2 sources checked: no findings\n"


@pytest.mark.parametrize("form", ["xml", "gz", "zip"])
def test_standard_input_is_a_source(run: Run, packed: Path, form: str) -> None:
    data = Path("clean.xml").read_bytes()
    given = {"xml": data, "gz": gzip.compress(data), "zip": packed.read_bytes()}[form]
    done = run("validate", "-", "-f", "json", given=given)
    found = [report["source"] for report in json.loads(done.out)["reports"]]
    assert found == (["-!in/clean.xml", "-!in/error.xml"] if form == "zip" else ["-"])


def test_a_folder_that_cannot_be_listed_says_so(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refusing(place: str) -> object:
        if Path(place).name == "er":
            raise PermissionError(13, "Permission denied", place)
        return scan(place)

    monkeypatch.setattr("os.scandir", refusing)
    (problem,) = [item for item in find(["deep"], LIMITS) if item.problem]
    assert (Path(problem.name), problem.problem) == (Path("deep/er"), "permission denied")


def test_a_file_that_cannot_be_opened_says_so(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "link.xml").symlink_to("link.xml")
    done = run("validate", "link.xml", "clean.xml")
    assert done.status == 2
    assert done.lines[0] == "link.xml: cannot be read: too many levels of symbolic links"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are those of POSIX")
def test_pipes_in_a_folder_are_left_alone(tree: Path) -> None:
    os.mkfifo(tree / "deep" / "pipe.xml")
    (tree / "deep" / "broken.xml").symlink_to("nowhere.xml")
    assert names("deep") == ["deep/b.xml", "deep/broken.xml", "deep/c.xml.gz", "deep/d.gz", "deep/er/A.XML"]
    assert names("deep/b*.xml", "deep/p*.xml") == ["deep/b.xml", "deep/broken.xml", "deep/p*.xml"]


def test_standard_input_is_read_only_once(run: Run, folder: Path) -> None:
    for command in (["validate", "-", "clean.xml", "-"], ["inspect", "-", "-"], ["diff", "-", "-"]):
        done = run(*command, given=(folder / "clean.xml").read_bytes())
        assert (done.status, done.out) == (2, "")
        assert done.err == "cim61968-9: standard input (-) is given twice; it can be read only once\n"


def test_a_damaged_archive_leaves_the_one_before_it_readable(run: Run, packed: Path) -> None:
    (packed.parent / "worse.zip").write_bytes(packed.read_bytes()[:-30])
    done = run("validate", "day.zip", "worse.zip", "-f", "json")
    assert done.status == 2
    assert [(report["source"], report["problem"]) for report in json.loads(done.out)["reports"]] == [
        ("day.zip!in/clean.xml", None),
        ("day.zip!in/error.xml", None),
        ("worse.zip", "damaged zip archive: file is not a zip file"),
    ]


def test_archives_are_closed_when_all_of_them_is_read(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[zipfile.ZipFile] = []

    class Watched(zipfile.ZipFile):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            opened.append(self)

    monkeypatch.setattr("zipfile.ZipFile", Watched)
    items = list(find(["day.zip"], LIMITS))
    assert [archive.fp for archive in opened] == [None]
    assert [len(item.get()) > 0 for item in items] == [True, True]
    assert [archive.fp for archive in opened] == [None, None]


class TestHostileArchives:
    @pytest.mark.parametrize(
        ("name", "problem"),
        [
            ("/etc/a.xml", "is an absolute path"),
            ("C:/a.xml", "is an absolute path"),
            ("../a.xml", "leads out of the archive"),
            ("in/../../a.xml", "leads out of the archive"),
            ("in/other.zip", "an archive inside of an archive is not opened"),
        ],
    )
    def test_members_that_are_not_read_say_why(self, run: Run, folder: Path, name: str, problem: str) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr(name, "<a/>")
            archive.writestr("good.xml", (folder / "clean.xml").read_bytes())
        done = run("validate", "a.zip")
        assert done.status == 2
        assert done.lines[0].startswith(f"a.zip!{name}: cannot be read: ")
        assert problem in done.lines[0]
        assert done.lines[-1] == "1 source checked: no findings; 1 source could not be read"

    def test_an_encrypted_member_says_so(self, folder: Path) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr("a.xml", "<a/>")
        data = bytearray(Path("a.zip").read_bytes())
        data[6] |= 1
        data[data.find(b"PK\x01\x02") + 8] |= 1
        Path("a.zip").write_bytes(data)
        assert problems("a.zip") == ["this member is encrypted; decrypt the archive first"]

    def test_a_bomb_is_a_finding_and_the_rest_is_checked(self, run: Run, folder: Path) -> None:
        with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("bomb.xml", b" " * 20_000_000)
            archive.writestr("good.xml", (folder / "clean.xml").read_bytes())
        done = run("validate", "a.zip", "-f", "json")
        bomb, good = json.loads(done.out)["reports"]
        assert done.status == 1
        assert [found["rule"] for found in bomb["findings"]] == ["XML003"]
        assert good["ok"]

    def test_limits_can_be_raised(self, run: Run, folder: Path) -> None:
        with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.xml", (folder / "clean.xml").read_bytes() + b" " * 20_000_000)
        assert run("validate", "a.zip").status == 1
        assert run("validate", "a.zip", "--max-ratio", "10000").status == 0
        assert run("validate", "a.zip", "--max-ratio", "10000", "--max-bytes", "1000").status == 1

    @pytest.mark.parametrize(
        "damage", [lambda data: data.replace(b"<a/>", b"<b/>"), lambda data: data.replace(b"\x08\0", b"\x63\0")]
    )
    def test_a_damaged_member_says_so(self, folder: Path, damage: Callable[[bytes], bytes]) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr("a.xml", "<a/>")
            archive.writestr("b.xml", "z" * 5000, compress_type=zipfile.ZIP_DEFLATED)
        Path("a.zip").write_bytes(damage(Path("a.zip").read_bytes()))
        found = []
        for item in find(["a.zip"], LIMITS):
            try:
                item.get()
            except OSError as error:
                found.append(str(error))
        assert len(found) == 1
        assert found[0].startswith("damaged member of a zip archive: ")

    def test_standard_input_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 100)))
        (item,) = find(["-"], Limits(max_bytes=99))
        with pytest.raises(LimitError, match="-: more than 99 bytes"):
            item.get()


def test_one_source_is_asked_for_where_only_one_makes_sense(packed: Path) -> None:
    with pytest.raises(OSError, match="day.zip: found 2 files, expected one"):
        only("day.zip", LIMITS)
    assert only("day.zip!", LIMITS).problem == "no such file or directory"
