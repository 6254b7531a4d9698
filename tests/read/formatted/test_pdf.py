# ruff: noqa: E501, ISC004 lines stand as they are printed
"""PDF: pages become a text again, and what cannot be read says why."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from pathlib import Path

import pytest

from audit.policy import InputSettings
from audit.read.formatted import pdf as pdf_reader
from audit.read.inputs import Input, Refused
from audit.read.paged.printed import PrintedLine, flowing
from tests.read.formatted.made import Set, pdf
from tests.read.test_readers import read

PAGES = (
    ("The harbour office replaced the old winch on Tues-", "day, after two winters in which the small ferry could",
     "not land in a strong west wind at all."),
    ("  The work took nine days, and the village smith", "built a well-known drum from parts of the old crane",
     "that had stood unused behind the boat-"),
    ("house since the great storm, when a well-", "known captain lost his boat on the rocks outside.",
     "Nobody was hurt."),
    ("  On Sunday the whole crew crossed the bay twice,", "once for the pictures and once because everybody",
     "enjoyed it."),
)  # fmt: skip
TEXT = (
    "The harbour office replaced the old winch on Tuesday, after two winters in which the small ferry could not land in "
    "a strong west wind at all.",
    "The work took nine days, and the village smith built a well-known drum from parts of the old crane that had stood "
    "unused behind the boathouse since the great storm, when a well-known captain lost his boat on the rocks outside. "
    "Nobody was hurt.",
    "On Sunday the whole crew crossed the bay twice, once for the pictures and once because everybody enjoyed it.",
)


def printed(number: int, lines: Sequence[str]) -> list[Set]:
    head = "Bay Courier" if number % 2 else "Spring 2024"
    body = [(72.0 + 18 * line.startswith(" "), 700.0 - 14 * n, 11.0, line.strip()) for n, line in enumerate(lines)]
    return [(72.0, 760.0, 9.0, head), *body, (300.0, 40.0, 9.0, str(number + 7))]


# Heads recur on every second page: three of each.
WHOLE = pdf(
    [printed(number, PAGES[number] if number < len(PAGES) else ("And so on.",)) for number in range(6)],
    {"Title": "The new winch", "Author": "Ada Finch", "CreationDate": "D:20240305073000Z"},
)


def test_a_pdf_is_its_paragraphs(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.pdf", WHOLE)
    assert isinstance(found, Input)
    assert (found.text or "").split("\n") == [*TEXT, "And so on.", "And so on."]
    assert (found.raw, found.encoding_source, found.stated.title, found.stated.author) == (
        WHOLE, "extracted", "The new winch", "Ada Finch",
    )  # fmt: skip
    assert found.stated.published is None  # the day it was made is none of publication
    assert found.remark == (
        "dropped 12 lines as page headers, page numbers and table of contents, such as 'Spring 2024', '7', 'Bay Courier'; made 2024-03-05"
    )


def test_a_pdf_is_known_without_its_suffix(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "download", WHOLE)
    assert isinstance(found, Input)


def test_titles_of_programs_are_none(tmp_path: Path) -> None:
    for title in ("Microsoft Word - letter.doc", "scan0012.pdf", "Untitled"):
        (found,) = read(tmp_path, "a.pdf", pdf([printed(0, PAGES[0])], {"Title": title}))
        assert isinstance(found, Input)
        assert found.stated.title is None


ENCRYPT = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>/ID[(a)(a)]"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (pdf([[]] * 3), "no-text-layer"),
        (pdf([[(300.0, 40.0, 9.0, "7")]] * 3), "no-text-layer"),
        (pdf([printed(0, PAGES[0])], more=ENCRYPT), "encrypted"),
        (WHOLE[:200], "damaged"),
        (b"%PDF-1.4\n" + b"\xe2\xe3" * 500, "damaged"),
    ],
)
def test_a_pdf_without_text_says_what_is_wrong(tmp_path: Path, raw: bytes, code: str) -> None:
    (found,) = read(tmp_path, "a.pdf", raw)
    assert isinstance(found, Refused)
    assert (found.code, found.bytes, found.sha256 is None) == (code, len(raw), False)


def test_a_pdf_without_the_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name, *rest):
        if name == "pypdfium2":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(tmp_path, "a.pdf", WHOLE)
    assert isinstance(found, Refused)
    assert (found.code, "corpus-audit[pdf]" in found.detail) == ("pdf-extra-missing", True)


def test_more_text_than_a_document_may_have_is_refused(tmp_path: Path) -> None:
    from audit.read.inputs import read_inputs
    from audit.read.walk import walk

    raw = pdf([[(36.0, 760.0 - 4 * n, 3.0, f"{n} different words " * 14) for n in range(180)]])
    (tmp_path / "a.pdf").write_bytes(raw)
    (entry,) = walk(tmp_path)
    (found,) = read_inputs(tmp_path, entry, InputSettings(max_file_bytes=40_000))
    assert isinstance(found, Refused)
    assert (len(raw) < 40_000, found.code) == (True, "too-large")


def column(*texts: str, page: int = 0, left: float = 72.0, top: float = 700.0) -> list[PrintedLine]:
    return [
        PrintedLine(text, page, left, left + 10 * len(text), top - 14 * n, top - 14 * n - 11)
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (column("新修的山路昨天通车，从县城", "到山里只要四十分钟。"), "新修的山路昨天通车，从县城到山里只要四十分钟。"),
        (column("A chapter", "It began with a very long line of words"), "A chapter\nIt began with a very long line of words"),
        (column("What is needed for the way back:", "• bread", "• rope"), "What is needed for the way back:\n• bread\n• rope"),
        ([*column("The left column goes"), *column("on in the right one", left=400.0, top=760.0)],
         "The left column goes on in the right one"),
        (column("The pre-", "War years were hard for all of us here"), "The pre-War years were hard for all of us here"),
    ],
)  # fmt: skip
def test_lines_flow_into_paragraphs(lines: list[PrintedLine], text: str) -> None:
    assert flowing(lines, 1).text == text


def test_what_recurs_within_pages_stays() -> None:
    lines = [
        line
        for page in range(4)
        for line in column(f"Head {page}", f"Opening {'abcd'[page] * 9}.", "Chorus of all.", f"Last {'wxyz'[page] * 9}.",
                           "Chorus of all.", f"Close {'klmn'[page] * 9}.", page=page)
    ]  # fmt: skip
    found = flowing(lines, 4)
    assert found.text.count("Chorus of all.") == 8
    assert found.dropped == ("Head 0", "Head 1", "Head 2", "Head 3")


def test_heads_that_change_with_the_chapters_have_the_numbers_of_their_pages() -> None:
    chapters = ("Chapter 1: Boats", "Chapter 1: Boats", "Chapter 2: Bells", "Chapter 3: Ropes", "Chapter 4: Nets")
    lines = [
        line
        for page, head in enumerate(chapters)
        for line in column(
            f"{head} {page + 5}", f"In {1900 + page * page} a boat came here.", "abcde"[page] * 30 + ".", page=page
        )
    ]
    found = flowing(lines, 5)
    assert found.dropped == tuple(f"{head} {page + 5}" for page, head in enumerate(chapters))


def test_page_numbers_may_be_roman() -> None:
    numbers = ("viii", "ix", "x", "xi", "xii")
    lines = [
        line
        for page, number in enumerate(numbers)
        for line in column("abcde"[page] * 30 + ".", "fghij"[page] * 30 + ".", number, page=page)
    ]
    assert flowing(lines, 5).dropped == numbers


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "_FREE_GROWTH", 1 << 20)
    raw = pdf([[(72.0, 700.0, 11.0, " " * (3 << 20))]])
    (found,) = read(tmp_path, "a.pdf", raw)
    assert isinstance(found, Refused)
    assert (len(raw) < 1 << 13, found.code) == (True, "expands-too-far")


def test_a_table_of_contents_leads_elsewhere() -> None:
    found = flowing(
        column("1 Boats . . . . . . . . . 2", "2 Bells......... iv", "Wait . . . then 7 more came . . ."), 1
    )
    assert (found.text, len(found.dropped)) == ("Wait . . . then 7 more came . . .", 2)
