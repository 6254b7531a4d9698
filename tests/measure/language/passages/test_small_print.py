"""Small print does not decide a document's language, however long; a translation does."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import DE, EN, HANS, HANT, KO, RU, fact, measured

LOAN = (
    "Notes on loans: The catalogue is provided for information only and without any warranty. The library accepts no "
    "liability for any loss caused by late returns, and reserves the right to recall a book at any time. No part of "
    "the catalogue may be copied by any means without the prior written permission of the library."
)
LEIHE = (
    "Hinweis zur Ausleihe: Alle Angaben erfolgen ohne Gewähr. Die Bücherei übernimmt keine Haftung für Schäden durch "
    "verspätete Rückgabe und behält sich vor, ein Buch jederzeit zurückzufordern. Die Vervielfältigung des Katalogs "
    "ist ohne Zustimmung nicht gestattet."
)
JIE = (
    "借阅声明：本目录仅供参考，本馆对其准确性不作任何保证，亦不承担任何责任。未经书面许可，不得复制或转载本目录的内容。"
)


@pytest.mark.parametrize("text", [HANS, HANT, KO, RU], ids=["zh-Hans", "zh-Hant", "ko", "ru"])
@pytest.mark.parametrize("print_first", [False, True], ids=["foot", "head"])
@pytest.mark.parametrize(("notice", "tag"), [(LOAN, "en"), (LEIHE, "de")], ids=["en", "de"])
def test_a_text_with_longer_small_print_is_in_its_own_language(text: str, notice: str, tag: str, print_first: bool):
    whole = "\n".join([notice, text] if print_first else [text, notice])
    assert fact(whole, "language") == fact(text, "language")
    assert (fact(whole, "foreign_blocks"), fact(whole, "second_language")) == (1, tag)


def test_so_is_one_in_letters_of_the_same_script():
    assert fact(f"{DE}\n{LOAN}", "language") == "de"
    assert fact(f"{EN}\n{LEIHE}", "language") == "en"
    assert fact(f"{EN}\n{JIE}", "language") == "en"


def test_small_print_is_reported_at_its_place():
    text = f"{HANS}\n{HANS}\n{LOAN}"
    (place,) = measured(text).places[0]
    assert (text[place.start : place.end], place.evidence) == (LOAN, "en in zh-Hans")


def test_small_print_alone_is_in_its_language():
    assert (fact(LOAN, "language"), fact(JIE, "language")) == ("en", "zh-Hans")
    assert fact(f"{LOAN}\n{JIE}", "language") == "mul"


BILINGUAL = {
    "translation below": f"{HANS}\n{EN}\n{EN}",
    "sentence by sentence": "\n".join([HANS, EN] * 3),
    "one phrase of the law": f"{HANS}\n{EN} Its owner has reserved the right to close early.",
    "clauses of a contract": "\n".join([JIE, LOAN] * 3),
    "contract below contract": "\n".join([JIE] * 4 + [LOAN] * 4),
    "between the parts of a text": f"{HANS}\n{LOAN}\n{HANS}",
}


@pytest.mark.parametrize("text", BILINGUAL.values(), ids=BILINGUAL.keys())
def test_texts_in_two_languages_are_in_several(text: str):
    assert fact(text, "language") == "mul"
