"""A compression is known by its first bytes, then by its name."""

from __future__ import annotations

import bz2
import gzip

import pytest

from audit.read.compression import compression_of, without_compression


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"\x1f\x8b\x08\x00", "gzip"),
        ("a.txt", b"\x28\xb5\x2f\xfd\x00", "zstd"),
        ("a.txt", b"\x5f\x2a\x4d\x18\x00", "zstd"),
        ("a.txt.gz", b"\x02" + gzip.compress(b"The wind turned north before the boats came in.", mtime=0)[1:], "gzip"),
        ("a.txt.ZST", b"\x01\x80\x9f\x02\xfe" * 20, "zstd"),
        ("a.txt.gz", b"plain", None),
        ("a.txt.gz", "平".encode("utf-16"), None),
        ("a.pdf.gz", b"%PDF-1.7\n\x00\x01\x02", None),
        ("a.txt.gz", b"", None),
        ("a.zst", b"\x1f\x8b\x08\x00", "gzip"),
        ("a.xml", b"BZh61AY&SY\x00", "bzip2"),
        ("a", bz2.compress(b""), "bzip2"),
        ("a", b"\xfd7zXZ\x00\x00\x04", "xz"),
        ("a.xml.bz2", b"\x01\x80\x9f\x02\xfe" * 20, "bzip2"),
        ("a.xml.XZ", b"\x01\x80\x9f\x02\xfe" * 20, "xz"),
        ("a.txt", b"BZh is the sign of bzip2", None),
        ("a.txt", b"BZh01AY&SY", None),
        ("a.txt", b"plain", None),
        ("a.txt", b"\x1f\x8b", None),
        ("a.txt", b"P*M\x18", "zstd"),
        ("a.txt", b"p*M\x18", None),
        ("a.txt", b"", None),
    ],
)
def test_compression_is_known_by_content_then_by_name(name, head, kind):
    assert compression_of(name, head) == kind


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("A.JSONL.GZ", "a.jsonl"),
        ("a.csv.zst", "a.csv"),
        ("a.xml.bz2", "a.xml"),
        ("a.XZ", "a"),
        ("a.gz.zst", "a.gz"),
        ("a.gz.txt", "a.gz.txt"),
    ],
)
def test_one_suffix_is_taken_off(name, bare):
    assert without_compression(name) == bare
