# ruff: noqa: E501 parts stand as they are
"""Word and EPUB: what they hold in their order, what they state, and what cannot be read says why."""

from __future__ import annotations

import builtins
import io
import os
import random
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import walk
from tests.read.formatted.made import BOOK_PARTS, OPF, WORD_PARTS, packed
from tests.read.test_readers import mutated, read

MUTATIONS = int(os.environ.get("READER_MUTATIONS", "40"))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word() -> bytes:
    made: Any = Document()
    made.core_properties.title, made.core_properties.author = "The new winch", "Ada Finch"
    made.sections[0].header.paragraphs[0].text = "Bay Courier, internal"
    made.add_paragraph("The new winch", style="Title")
    made.add_paragraph("The harbour office replaced the old winch.")
    made.add_heading("What is needed", level=1)
    made.add_paragraph("two ropes", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Day", "Tide", "1 May", "4.10 m"), strict=True
    ):
        cell.text = text
    changed = made.add_paragraph("It works")
    for xml in (
        f"<w:ins {W}><w:r><w:t> well</w:t></w:r></w:ins>",
        f"<w:del {W}><w:r><w:delText> badly</w:delText></w:r></w:del>",
        f"<w:r {W}><w:tab/><w:t>indeed</w:t></w:r>",
    ):
        changed._p.append(parse_xml(xml))
    form = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Written into a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    made.element.body.insert(len(made.element.body) - 1, parse_xml(form))
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


WORD = word()
WORD_TEXT = (
    "The new winch\nThe harbour office replaced the old winch.\nWhat is needed\n- two ropes\nDay | Tide\n1 May | 4.10 m\n"
    "It works well\tindeed\nWritten into a form."
)

BOOK = packed(BOOK_PARTS)


def test_a_document_of_word_is_what_it_shows(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.docx", WORD)
    assert isinstance(found, Input)
    assert found.text == WORD_TEXT
    assert (found.raw, found.stated.title, found.stated.author) == (WORD, "The new winch", "Ada Finch")
    assert found.remark == "dropped as page headers and footers: 'Bay Courier, internal'"
    marked = [((found.text or "")[mark.start : mark.end], mark.kind) for mark in found.marked]
    assert marked[:3] == [("The new winch", "title"), ("What is needed", "heading"), ("- two ropes", "list_item")]


def test_a_book_is_its_chapters_in_their_order(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.epub", BOOK)
    assert isinstance(found, Input)
    assert (found.text, found.is_whole) == ("I\nThe ferry was late.\nII\n渡船停了。", True)
    said = found.stated
    assert (said.title, said.author, said.source) == ("The Ferry", "Ada Finch, Ben Roe", "Bay Press")
    assert said.published is not None
    assert (said.published.date().isoformat(), said.has_time) == ("2019-04-01", False)
    assert found.remark == "dropped as table of contents, or outside the text: 'OPS/nav.xhtml'"


@pytest.mark.parametrize("raw", [WORD, BOOK])
def test_they_are_known_without_their_suffix(tmp_path: Path, raw: bytes) -> None:
    (found,) = read(tmp_path, "download", raw)
    assert isinstance(found, Input)


LOCKED = b'<encryption xmlns="x"><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>'
FONTS = LOCKED.replace(b"http://www.w3.org/2001/04/xmlenc#aes128-cbc", b"http://www.idpf.org/2008/embedding")
ENTITY = b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p></body></html>'


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.docx", WORD[: len(WORD) // 2], "damaged"),
        ("a.docx", packed({"word/styles.xml": b"x"}), "damaged"),
        ("a.docx", packed({"word/document.xml": b"<a"}), "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "binary"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.docx", packed({"word/document.xml": bytes(5 << 20)}), "expands-too-far"),
        ("a.epub", BOOK[:-40], "damaged"),
        ("a.epub", packed({"mimetype": b"application/epub+zip"}), "damaged"),
        ("a.epub", packed(BOOK_PARTS | {"META-INF/encryption.xml": LOCKED}), "encrypted"),
        ("a.epub", packed(BOOK_PARTS | {"META-INF/encryption.xml": FONTS}), ""),
        ("a.epub", packed(BOOK_PARTS | {"OPS/book.opf": OPF.replace("text/two", "../../../etc/two").encode()}), "damaged"),
        ("a.epub", packed(BOOK_PARTS | {"OPS/book.opf": ENTITY}), "no-text"),
        ("a.epub", packed(BOOK_PARTS | {"OPS/text/two.xhtml": bytes(5 << 20)}), "expands-too-far"),
        ("a.epub", packed(BOOK_PARTS | {"OPS/text/one .xhtml": b"<html/>", "OPS/text/two.xhtml": b"<p><img src='1.png'/></p>"}), "no-text-layer"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    (found,) = read(tmp_path, name, raw)
    assert (found.code if isinstance(found, Refused) else "") == code
    assert found.sha256


@pytest.mark.parametrize(
    ("name", "raw", "package"), [("a.docx", WORD, "docx"), ("a.epub", BOOK, "lxml")], ids=["docx", "epub"]
)
def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch, name: str, raw: bytes, package: str
) -> None:
    real = builtins.__import__

    def without(wanted, *rest):
        if wanted.partition(".")[0] == package:
            raise ImportError(wanted)
        return real(wanted, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(tmp_path, name, raw)
    assert isinstance(found, Refused)
    extra = name.removeprefix("a.")
    assert (found.code, f"corpus-audit[{extra}]" in found.detail) == (f"{extra}-extra-missing", True)


def test_more_text_than_a_document_may_have_is_refused(tmp_path: Path) -> None:
    long = "".join(f"<p>Line {number} of the book.</p>" for number in range(2_000)).encode()
    raw = packed(BOOK_PARTS | {"OPS/text/two.xhtml": long, "OPS/text/one .xhtml": long})
    (tmp_path / "a.epub").write_bytes(raw)
    (entry,) = walk(tmp_path)
    (found,) = read_inputs(tmp_path, entry, InputSettings(max_file_bytes=len(long) + 1))
    assert isinstance(found, Refused)
    assert found.code == "too-large"


@pytest.mark.parametrize(
    ("name", "parts", "part"),
    [("a.docx", WORD_PARTS, "word/document.xml"), ("a.docx", WORD_PARTS, "_rels/.rels"), ("a.epub", BOOK_PARTS, "OPS/book.opf"),
     ("a.epub", BOOK_PARTS, "OPS/text/two.xhtml"), ("a.epub", BOOK_PARTS, "META-INF/container.xml")],
)  # fmt: skip
def test_no_damage_within_a_part_makes_the_reader_raise(tmp_path: Path, name: str, parts, part: str) -> None:
    chance = random.Random(part)  # noqa: S311 chance without secrets
    for _ in range(MUTATIONS):
        (found,) = read(tmp_path, name, packed({**parts, part: mutated(parts[part], chance)}))
        assert found.sha256
