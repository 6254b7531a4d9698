"""What is no text, and texts of sizes that hurt."""

from __future__ import annotations

import random
import struct
import zlib

from tests.hostile.case import document, either, quarantined

_RANDOM = random.Random(7)  # noqa: S311


def _png() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 14)) + chunk(b"IEND", b"")
    )


def _tar() -> bytes:
    name, text = b"inside.txt".ljust(100, b"\0"), b"a text inside".ljust(512, b"\0")
    fields = b"0000644\0" + b"0000000\0" * 2 + b"00000000015\0" + b"00000000000\0" + b" " * 8 + b"0" + b"\0" * 100
    header = (name + fields + b"ustar\x0000").ljust(512, b"\0")
    return header + text + b"\0" * 1024


def _zip(name: bytes) -> bytes:
    text = b"a text inside"
    local = b"PK\x03\x04" + struct.pack(
        "<HHHHHIIIHH", 20, 0, 0, 0, 0, zlib.crc32(text), len(text), len(text), len(name), 0
    )
    return local + name + text + b"PK\x05\x06" + b"\0" * 18


BINARIES = (
    quarantined("binary/image.png", _png(), "binary"),
    quarantined("binary/image.txt", _png(), "binary"),
    quarantined("binary/image.jsonl", _png(), "binary"),
    quarantined("binary/image.csv", _png(), "binary"),
    quarantined("binary/image.html", _png(), "binary"),
    quarantined("binary/photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + _RANDOM.randbytes(400), "binary"),
    quarantined("binary/gif.txt", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "binary"),
    quarantined("binary/paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "damaged"),
    quarantined("binary/program.txt", b"\x7fELF\x02\x01\x01" + b"\0" * 57, "binary"),
    quarantined(
        "binary/windows.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\0" * 100, "binary"
    ),
    quarantined("binary/database.txt", b"SQLite format 3\x00" + b"\0" * 100, "binary"),
    quarantined("binary/class.txt", b"\xca\xfe\xba\xbe\x00\x00\x00\x34" + _RANDOM.randbytes(200), "binary"),
    quarantined("binary/old-office.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "binary"),
    quarantined("binary/letter.docx", _zip(b"[Content_Types].xml"), "damaged"),
    quarantined("binary/random.txt", _RANDOM.randbytes(5000), "binary"),
    quarantined("binary/zeros.txt", b"\0" * 4096, "binary"),
    either("binary/ones.txt", b"\x01" * 4096),  # also four thousand ā in UTF-16
    quarantined("binary/archive.zip", _zip(b"inside.txt"), "unsupported-archive"),
    quarantined("binary/archive.txt", _zip(b"../../../etc/cron.d/owned"), "unsupported-archive"),
    quarantined("binary/empty.zip", b"PK\x05\x06" + b"\0" * 18, "unsupported-archive"),
    quarantined("binary/archive.tar", _tar(), "unsupported-archive"),
    quarantined("binary/archive.7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + _RANDOM.randbytes(100), "unsupported-archive"),
    quarantined("binary/archive.rar", b"Rar!\x1a\x07\x01\x00" + _RANDOM.randbytes(100), "unsupported-archive"),
    quarantined("binary/text.xz", b"\xfd7zXZ\x00\x00\x04" + _RANDOM.randbytes(100), "broken-compression"),
    quarantined("binary/text.bz2", b"BZh91AY&SY" + _RANDOM.randbytes(100), "broken-compression"),
    # Texts that begin like something else.
    document("binary/PK.txt", b"PK is what the locals call the old parcel house by the kiosk.\n"),
    document("binary/MZ.txt", b"MZ Wagner repairs bicycles behind the town hall.\n"),
    document("binary/BM.txt", b"BM stands for Bahnhof Mitte on the tram map.\n"),
    document("binary/BZh.txt", b"BZh was the village's number plate until the reform.\n"),
    document("binary/quote-png.txt", "The first letters of such a file are ‰PNG, said the archivist.\n".encode()),
)

SIZES = (
    quarantined("size/empty.txt", b"", "empty"),
    quarantined("size/empty.jsonl", b"", "empty"),
    quarantined("size/empty.csv", b"", "empty"),
    quarantined("size/empty.parquet", b"", "empty"),
    quarantined("size/empty.html", b"", "empty"),
    quarantined("size/empty.txt.gz", b"", "empty"),
    quarantined("size/empty.jsonl.zst", b"", "empty"),
    quarantined("size/space.txt", b" ", "blank"),
    quarantined("size/spaces.txt", b" \t\r\n\f\v" * 300, "blank"),
    quarantined("size/blank-lines.txt", b"\n" * 300_000, "blank"),
    quarantined("size/ideographic-spaces.txt", "\u3000\u3000\n".encode() * 50, "blank"),
    quarantined("size/no-break-spaces.txt", "\u00a0\u2003\u2028".encode(), "blank"),
    quarantined("size/mark.txt", b"\xef\xbb\xbf", "blank"),
    quarantined("size/mark-16.txt", b"\xff\xfe", "blank"),
    quarantined("size/mark-32.txt", b"\xff\xfe\x00\x00", "blank"),
    quarantined("size/mark-and-spaces.txt", b"\xfe\xff" + " \n".encode("utf-16-be"), "blank"),
    quarantined("size/space.html", b"\n\n", "blank"),
    document("size/one-letter.txt", b"a"),
    document("size/one-character.txt", "雨".encode()),
    either("size/one-high-byte.txt", b"\xff"),
    either("size/one-nul.txt", b"\0"),
    either("size/nuls-inside.txt", b"The bridge\0 opened\0 on a rainy\0 morning in spring.\n"),
    document("size/one-line.txt", b"The tide table hangs by the door. " * 30_000),
    document("size/no-spaces.txt", b"a" * 1_000_000),
    document("size/spaces-then-text.txt", b" " * 1_000_000 + b"end\n"),
    document("size/lines.txt", b"x\n" * 100_000),
    document("size/returns.txt", b"one\rtwo\r\nthree\n\r" * 1000),
    document("size/astral.txt", b"a" * 500_000 + "\U0001f600".encode()),
)
