"""Files that stand for content stored elsewhere, or belong to another file, beside texts that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.reading import read, shown

LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:%b\nsize 48213\n" % (b"4f" * 32)
EXTENDED = LFS.replace(b"oid", b"ext-0-case sha256:%b\noid" % (b"1c" * 32))
ANNEX = b"/annex/objects/SHA256E-s123--%b.txt\n" % (b"9e" * 32)


@pytest.mark.parametrize("name", ["a", "a.txt", "a.parquet", "a.jsonl.gz", "a.csv", "a.zst", "a.html", "a.pdf"])
@pytest.mark.parametrize("content", [LFS, EXTENDED, ANNEX], ids=["LFS", "LFS with extensions", "annex"])
def test_a_pointer_is_no_text_and_says_how_to_fetch_what_it_stands_for(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (found,) = read(tmp_path, name, content)
    assert (found.id, found.code) == (name, "pointer")
    assert "git lfs pull" in found.detail


@pytest.mark.parametrize(
    "content",
    [
        b"version https://git-lfs.github.com/spec/v1\nis the first line of every pointer that Git LFS writes.\n",
        b"/annex/objects/ is where git-annex keeps what it was given, as the harbour master has to learn again.\n",
        b"What a pointer looks like:\n" + LFS,
        LFS + b"The harbour office explains it: the ferry timetable is stored elsewhere, and fetched on demand.\n" * 12,
    ],
    ids=["its first line", "its folder", "quoted", "followed by prose"],
)
def test_a_text_about_pointers_is_read(tmp_path: Path, content: bytes) -> None:
    assert shown(read(tmp_path, "a.txt", content)) == [("a.txt", content.decode())]


DOUBLE = (
    bytes.fromhex("00051607 00020000")
    + b"Mac OS X        "
    + b"\0\2\0\0\0\t\0\0\0\x32"
    + b"\0" * 82
    + b"words in a comment"
)
SWAP = b"b0VIM 9.0\0\0\0\0\x10\0\0" + b"\0" * 90 + b"ada\0" + b"The ferry leaves at nine.\0"
UNDO = b"Vim\x9fUnDo\xe5\0\2" + b"\0" * 40


@pytest.mark.parametrize(
    "name", ["._a", "._a.txt", "._a.jsonl", "._a.csv", "._a.html", "._a.parquet", "._a.pdf", ".a.swp"]
)
@pytest.mark.parametrize("content", [DOUBLE, SWAP, UNDO], ids=["AppleDouble", "swap", "undo"])
def test_what_belongs_to_another_file_is_no_input_of_its_own(tmp_path: Path, name: str, content: bytes) -> None:
    (found,) = read(tmp_path, name, content)
    assert (found.id, found.code, found.of_container) == (name, "system-file", False)


@pytest.mark.parametrize("name", ["._a.txt", ".a.txt.swp"])
@pytest.mark.parametrize(
    "content", [b"b0VIM is how a swap file begins.\n", b"A list of ferries.\n"], ids=["sign", "text"]
)
def test_a_name_alone_proves_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    assert shown(read(tmp_path, name, content)) == [(name, content.decode())]
