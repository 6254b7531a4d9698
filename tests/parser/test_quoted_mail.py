"""Letters: what greets and what says whom it quotes is no headline; whose day is the letter's, and stays in it."""

from __future__ import annotations

import pyarrow as pa
import pytest

from audit.parser import Parsed, parse
from audit.tables import TEXTS

PROSE = """Yes, and I would begin with the rail, since the wood there is the worst. I can bring brushes on Saturday.

The ferry does not sail that day, so nobody will be in our way while the paint dries.
"""
QUOTED = "> Shall we paint the landing this spring?\n\n"


def parsed(text: str) -> Parsed:
    table = TEXTS.build(id=["a.txt"], text=[text], encoding=["utf-8"], sha256=["0" * 64])
    return parse(table.append_column("bad_chars", pa.array([[]], pa.list_(pa.int64()))))


@pytest.mark.parametrize(
    "head",
    [
        "On Mon, 4 Mar 2024 at 10:11, A. Roe <a@bay.example> wrote:",
        "On Monday, March 4, 2024 at 10:11:12 AM UTC+1 A. Roe\n<a@bay.example> wrote:",
        "Am 04.03.24 um 10:11 schrieb A. Roe:",
        "Le lun. 4 mars 2024 à 10:11, A. Roe <a@bay.example> a écrit :",
        "El lun, 4 mar 2024 a las 10:11, A. Roe (<a@bay.example>) escribió:",
        "在 2024年3月4日，王一 <w@bay.example> 写道：",
        "4 марта 2024 г., 10:11, А. Роу написал(а):",
    ],
)
def test_who_is_quoted_gives_no_headline_and_no_day(head: str) -> None:
    documents = parsed(f"{head}\n{QUOTED}{PROSE}").documents
    assert documents.select(["title", "date"]).to_pylist() == [{"title": None, "date": None}]


@pytest.mark.parametrize(
    "head",
    [
        "Hello all,",
        "Dear Mrs Roe,",
        "Sehr geehrte Frau Roe,",
        "各位同事：",
        "Уважаемые коллеги,",
        "Милая Вера,",
        "Monsieur,",
        "née Quill",
        "9 Mill Lane\nMarl",
        "Rose Mill\nMarl MR4\n\nDear Ada,",
        "Between Ada Finch (the Owner) and P. Roe",
    ],
)
def test_a_greeting_an_address_or_a_party_is_no_headline(head: str) -> None:
    assert parsed(f"{head}\n\n{PROSE}").documents["title"].to_pylist() == [None]


@pytest.mark.parametrize(
    "head",
    [
        "What the mayor wrote on 4 March",
        "Hello again: the ferry is back",
        "Dear and cheap: boats for all",
        "9 Mill Lane: a house and its ferry",
        "Between two rivers",
    ],
)
def test_a_headline_with_such_words_is_one(head: str) -> None:
    assert parsed(f"{head}\n\n{PROSE}").documents["title"].to_pylist() == [head]


def test_whom_a_letter_greets_wrote_nothing_and_its_day_is_a_line_of_it() -> None:
    letter, article = parsed(f"To my crew\n\n4 March 2024\n\nDear Ada,\n\n{PROSE}"), parsed(f"{PROSE}\n4 March 2024\n")
    for found in (letter, article):
        told = found.documents.select(["author", "date", "body"]).to_pylist()[0]
        assert (told["author"], str(told["date"])) == (None, "2024-03-04")
        assert "4 March 2024" in told["body"]
    assert "Dear Ada," in letter.documents["body"][0].as_py()


def test_the_day_between_a_headline_and_its_text_is_no_line_of_it() -> None:
    told = parsed(f"The ferry sails again\n\n4 March 2024\n\n{PROSE}").documents.to_pylist()[0]
    assert (told["title"], str(told["date"])) == ("The ferry sails again", "2024-03-04")
    assert "2024" not in told["body"]
