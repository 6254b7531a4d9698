"""Inputs that are no text: empty, pointers to content elsewhere, archives, binary, data."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from audit.read.binary.magic import looks_binary
from audit.read.compression import compression_in
from audit.read.notation import refuse_notation
from audit.read.refusal import Refusal, refusal

if TYPE_CHECKING:
    from pathlib import Path

# (offset, first bytes, name).
_ARCHIVES: Final = (
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x04\x22\x4d\x18", "an lz4 stream"),
    (0, b"filedesc://", "a crawl in ARC, the format before WARC"),
)
# All signs at an offset: most files have none, which one call tells.
_SIGNS_AT: Final = {at: tuple(sign for other, sign, _ in _ARCHIVES if other == at) for at, _, _ in _ARCHIVES}
# Office documents and books are ZIP archives that say so in their first names; extracting them is no advice.
_OFFICE: Final = (b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/.rels", b"docProps/", b"word/", b"xl/")
_OFFICE_WINDOW: Final = 1 << 12
# Names in such an archive, and what it is, with the form to save it in.
_SAVED: Final = (
    (b"xl/", "Excel workbook (save its sheets as CSV)"),
    (b"ppt/", "presentation (save it as PDF)"),
    (b"opendocument.text", "OpenDocument text (save it as .docx)"),
    (b"opendocument.spreadsheet", "OpenDocument spreadsheet (save its sheets as CSV)"),
    (b"opendocument.presentation", "presentation (save it as PDF)"),
)

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK: Final = tuple(mark for mark, _ in _MARKS)
# Small files that version control leaves in place of content stored elsewhere, whatever their names.
_POINTERS: Final = (
    (re.compile(rb"version https://git-lfs\.github\.com/spec/v[0-9]+\n(?:ext-[^\n]+\n)*oid sha256:"), "Git LFS"),
    (re.compile(rb"/annex/objects/[A-Z0-9_]+-[^\n/]+\n?\Z"), "git-annex"),
)
_LONGEST_POINTER: Final = 1 << 10
# First bytes of what systems and editors write beside a file: its attributes where a disk has no place for them, the
# state of its editing.
_BESIDE: Final = (
    (b"\x00\x05\x16\x07\x00", "the attributes of another file on macOS (AppleDouble)"),
    (b"b0VIM ", "a swap file of Vim"),
    (b"b0nano", "a lock file of nano"),
    (b"Vim\x9fUnDo\xe5", "an undo file of Vim"),
)
# Bytes of a text tested for being blank before all of it is decoded.
_HEAD: Final = 1 << 10
# Bytes of an undecodable file shown in its refusal.
_SHOWN: Final = 8


def unfit(raw: bytes) -> Refusal | None:
    """Return why `raw` is no document; None if it may be text.

    Codes: empty, blank, unsupported-archive, binary, encoded, structured.
    """
    if not raw:
        return refusal("empty", "it has 0 bytes")
    if _is_blank(raw):
        return refusal("blank", f"its {len(raw):,} bytes are only white space or a byte order mark")
    return not_text(raw) or refuse_notation(raw)


def undecodable(raw: bytes) -> Refusal:
    """Return the refusal of bytes that no codec decodes."""
    return refusal("undecodable", f"no codec can decode these bytes, which begin with {raw[:_SHOWN].hex(' ')}")


def pointer(size: int, head: bytes) -> Refusal | None:
    """Return why a file of `size` bytes is only a pointer to its content, else None."""
    if size > _LONGEST_POINTER:
        return None
    name = next((name for sign, name in _POINTERS if sign.match(head)), None)
    return None if name is None else refusal("pointer", f"it is a pointer of {name}")


def pointer_at(path: Path) -> Refusal | None:
    """Return why the file at `path` is only a pointer to its content, else None."""
    with path.open("rb") as file:
        return pointer(path.stat().st_size, file.read(_LONGEST_POINTER))


def beside_another(head: bytes) -> Refusal | None:
    """Return why a file is what a system or an editor writes beside another, else None."""
    # A text may begin with the letters of a sign; all of these files have NULs.
    name = next((name for sign, name in _BESIDE if head.startswith(sign) and b"\0" in head), None)
    return None if name is None else refusal("system-file", f"it is {name}")


def not_text(raw: bytes) -> Refusal | None:
    """Return why the first bytes are an archive or no text, else None."""
    inside = compression_in(raw)
    archive = f"{inside} data inside other compressed data" if inside else None
    if any(raw.startswith(signs, at) for at, signs in _SIGNS_AT.items()):
        archive = next((name for at, sign, name in _ARCHIVES if raw.startswith(sign, at)), None)
    if archive is not None and not _is_office(raw):
        return refusal("unsupported-archive", f"it is {archive}")
    reason = looks_binary(raw)
    if reason is not None and _is_office(raw):
        reason = next((name for sign, name in _SAVED if sign in raw[:_OFFICE_WINDOW]), reason)
    return None if reason is None else refusal("binary", f"detected: {reason}")


def _is_office(raw: bytes) -> bool:
    head = raw[:_OFFICE_WINDOW]
    return raw.startswith(b"PK") and any(sign in head for sign in _OFFICE)


def _is_blank(raw: bytes) -> bool:
    mark, codec = b"", "utf-8"
    if raw.startswith(_ANY_MARK):
        mark, codec = next(found for found in _MARKS if raw.startswith(found[0]))
    if raw[len(mark) : _HEAD].decode(codec, "ignore").strip():
        return False
    try:
        return not raw[len(mark) :].decode(codec).strip()
    except UnicodeDecodeError:
        return False
