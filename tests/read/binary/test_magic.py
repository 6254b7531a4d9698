"""What a file is by its first bytes."""

from __future__ import annotations

import pytest

from audit.read.binary.magic import looks_binary
from audit.read.unfit import not_text

BINARY = [
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG image"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
    (b"GIF89a\x01\x00", "GIF image"),
    (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
    (b"PK\x03\x04\x14\x00", "ZIP archive (or an office document)"),
    (b"\x1f\x8b\x08\x00", "gzip stream"),
    (b"\x28\xb5\x2f\xfd\x04", "zstd stream"),
    (b"\xfd7zXZ\x00\x00", "xz stream"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07\x00", "RAR archive"),
    (b"\x7fELF\x02\x01", "ELF program"),
    (b"SQLite format 3\x00", "SQLite database (sqlite3 -csv -header FILE 'SELECT * FROM name')"),
    (b"\x40\x00\x00\x00\x00\x00\x00\x00" + b'{"w":{"dtype":"F32"}}', "safetensors weights"),
    (b"MZ\x90\x00\x03\x00", "Windows program"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "WAVE audio"),
    (b"x" * 257 + b"ustar\x0000", "tar archive"),
    (b"\x00" * 100, "100 % control bytes"),
]


@pytest.mark.parametrize(("raw", "name"), BINARY, ids=[name for _, name in BINARY])
def test_binary_is_named(raw: bytes, name: str):
    assert looks_binary(raw) == name


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"MZ is how this note begins",
        b"BM, the initials of the author",
        b"PKW ist die Abk\xfcrzung",
        b"three \x01 stray \x02 controls \x07 in sixty bytes of ordinary ASCII text",
        "控\x01制\x02字\x08符在很短的一行里".encode(),
        "utf-16 英文".encode("utf-16"),
        "只有汉字没有别的东西所以没有空字节".encode("utf-16-le"),
        b"\x1b[31mred\x1b[0m\b\b\b",
    ],
)
def test_text_that_looks_binary_is_text(raw: bytes):
    assert looks_binary(raw) is None


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["[Content_Types].xml", "xl/workbook.xml"], "Excel workbook (save its sheets as CSV)"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "presentation (save it as PDF)"),
        (["mimetypeapplication/vnd.oasis.opendocument.text", "content.xml"], "OpenDocument text (save it as .docx)"),
    ],
)
def test_what_an_office_writes_names_the_form_to_save_it_in(names: list[str], said: str) -> None:
    raw = b"".join(b"PK\x03\x04" + b"\x00" * 26 + name.encode() for name in names)
    found = not_text(raw)
    assert found is not None
    assert (found.code, found.detail.partition("; ")[0]) == ("binary", f"detected: {said}")


def test_an_archive_of_texts_is_to_be_extracted() -> None:
    found = not_text(b"PK\x03\x04" + b"\x00" * 26 + b"notes.txt")
    assert found is not None
    assert found.code == "unsupported-archive"
