"""A file is a document, its records are documents, or it is refused with a reason."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256

import pytest

from audit.policy import InputSettings
from audit.read.inputs import Input, read_inputs
from audit.read.walk import Entry, walk
from tests.read.reading import read


def test_a_text_is_its_bytes(tmp_path):
    raw = "晨雾散去之后，渡船开了。\r\n".encode("gb18030")
    assert read(tmp_path, "a.txt", raw) == [Input("a.txt", "a.txt", raw, sha256(raw).hexdigest())]


def test_a_compressed_text_is_the_bytes_inside(tmp_path):
    (found,) = read(tmp_path, "a.txt.gz", gzip.compress(b"The ferry left.", mtime=0))
    assert (found.id, found.raw, found.sha256) == (
        "a.txt.gz",
        b"The ferry left.",
        sha256(b"The ferry left.").hexdigest(),
    )


def test_a_name_with_undecodable_bytes_is_read(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"\xff#3"), "wb") as made:  # noqa: PTH118, PTH123
        made.write(b"text")
    (entry,) = walk(tmp_path)
    (found,) = read_inputs(tmp_path, entry, InputSettings())
    assert (found.id, found.path, found.raw) == ("\\xff\\#3", "\\xff#3", b"text")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "blank"),
        ("a.txt", b"\xef\xbb\xbf", "blank"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        ("a.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 60, "binary"),
        ("a.txt", b"PK\x03\x04\x14\x00\x00\x00" + b"\0" * 60, "unsupported-archive"),
        ("a.arc", b"filedesc://a.arc 0.0.0.0 20080502110000 text/plain 9\n1 0 Bay\n\n\n", "unsupported-archive"),
        ("a.txt", b"x" * 101, "too-large"),
        ("a.txt.gz", gzip.compress(b"x" * 101, mtime=0), "too-large"),
        ("a.html", b"<html><body></body></html>", "no-html-text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, name, content, code):
    (found,) = read(tmp_path, name, content, max_file_bytes=100)
    assert (found.id, found.code) == (name, code)
    assert (found.sha256 is None) == (code == "too-large")


@pytest.mark.parametrize(
    "content",
    [
        b".",
        "　。".encode(),
        b"\xff\xfea\0",
        b"PK\n",
        b"ELF and PNG are words here.\n",
        b"An ARC begins with filedesc://a.\n",
    ],
)
def test_what_only_looks_like_nothing_or_no_text_is_a_document(tmp_path, content):
    (found,) = read(tmp_path, "a.txt", content)
    assert isinstance(found, Input)


def test_an_entry_refused_by_the_walk_is_refused(tmp_path):
    (tmp_path / ".git").mkdir()
    assert [(f.id, f.code, f.bytes) for e in walk(tmp_path) for f in read_inputs(tmp_path, e, InputSettings())] == [
        (".git", "version-control", None)
    ]


def test_a_file_that_vanished_is_refused(tmp_path):
    (found,) = read_inputs(tmp_path, Entry(b"a.txt", "a.txt"), InputSettings())
    assert (found.id, found.code) == ("a.txt", "vanished")
