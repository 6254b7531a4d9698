"""Texts whose only damage is punctuation: `isnâ€™t`, the most frequent mojibake of the web."""

from __future__ import annotations

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

MARKS = {
    "apostrophes": "The committee hasn’t decided yet, and they don’t expect much from the mayor’s office.",
    "one apostrophe": "Nobody in the room says that the mayor’s office will act before the end of the week.",
    "quotes": "The mayor said “we will see” and went back to her office in the old town.",
    "a dash": "The bridge was closed on Monday – for the third time – and nobody knew why.",
    "a long dash": "The bridge—which opened in spring—was closed again.",
    "an ellipsis": "He looked at the river… and said nothing for a while.",
    "bullets": "• Wash the rice in cold water\n• Cook it for twelve minutes\n• Serve it with the beans",
    "prices": "The ticket costs £12 for grown people and £5 for children.",
    "euros": "The ticket costs 12 € for grown people and 5 € for children.",
    "arrows": "Press → to go on. chain('ABC', 'DEF') → A B C D E F",
    "stars": "Review of the house: ⭐⭐⭐⭐ (4 of 5 stars)",
    "a line separator": "Launch the boat,\u2028not the anchor.",
    "an emoji": "The boat is back again 🚤 and the children are happy.",
    "Italian": "L’uomo disse che l’altra volta non c’era nessuno sul ponte.",
    "German": "Er sagte: „Das wird so nichts mehr werden“, und ging in den Garten.",
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_marks_alone_are_evidence_for_utf8(text: str) -> None:
    wrongs = ("latin-1", "cp1252", "cp1250", "cp1254", "cp1258")
    assert mojibake(*(misread(text, "utf-8", wrong) for wrong in wrongs)) == [1] * len(wrongs)
    assert mojibake(text) == [0]


def test_a_closing_quote_that_lost_its_last_byte_hides_nothing() -> None:
    text = "It isn’t much. “We love it,” said the man – longer than all of us."
    assert mojibake(text.encode().decode("cp1252", "replace")) == [1]


@pytest.mark.parametrize("wrong", ["cp437", "cp850", "mac-roman"])
def test_one_mark_of_three_bytes_is_enough(wrong: str) -> None:
    assert mojibake(misread(MARKS["one apostrophe"], "utf-8", wrong)) == [1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("L’âme et le château : « à l’âge de vingt ans… »", id="French beside marks"),
        pytest.param("Â, Ê, Î, Ô, Û – the letters with a hat", id="letters in a row"),
        pytest.param("Prices: £12, €5, ¥300; 35° – 40°, ©2019 Herald®, l’été", id="signs as they are"),
        pytest.param("Hắn nói: “Âu cũng là cái số” – rồi đi.", id="Vietnamese between quotes"),
        pytest.param("»Âge« heißt Alter, »â« ist ein Buchstabe.", id="a letter between quotes"),
        pytest.param("CAFÉ’S BEST – “DÉJÀ VU”… £5", id="capitals before marks"),
    ],
)
def test_letters_beside_sound_marks_are_silent(text: str) -> None:
    assert mojibake(text) == [0]


def test_a_sign_after_a_letter_is_one_of_many() -> None:
    assert mojibake("[Â§Κèð] • [Nöɓºdy] ШĤY", "~Â§Ҡξď~ Ḓ", "360Â° Contact View") == [0, 0, 1]
