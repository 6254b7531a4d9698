"""Lines in languages without a list of frequent words, and typography, are no damage; damaged lines like them are."""

from __future__ import annotations

from typing import Final

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

HEALTHY: Final = (
    "Navê pelê kaxezê bike û di rûpelê de bîne",
    "Çewtî: pelê nehate dîtin, dibe ku serê rûpelê xerab be",
    "Líon an comhad leis an eochair",
    "Fjöldi raða í skjalinu og dálka í töflunni",
    "Ene pîce di stîle del viye tchåpelle, eyet on stîle di djon",
    "Тоглогчийн өнгийг нийт мөрийн өндрөөр эсвэл зөвхөн үсгийн өргөнөөр сонгох уу",
    "%s\xa0: %d\xa0: attention\xa0: fichier absent",
    "Det står ”r%d” i filen och ”n%d” i listan.",
    "Byl to dobrovolný hasič.",
    "PFX B að ið [^að]ið\nSFX C ið við [^ið]við\nSFX D við að [^við]að\nPFX E að ið [^að]ið\n",
)
DAMAGED: Final = (
    ("Les élèves ont vu le château près de la forêt.", "cp850", "mac-roman"),
    ("Les élèves ont vu le château près de la forêt.", "mac-roman", "cp850"),
    ("Hän tuli myöhään kotiin, ja pöydällä oli vielä lämmintä kahvia.", "mac-roman", "cp1252"),
    ("Böckerna på bordet är äldre än stolarna.", "cp850", "cp1251"),
    ("Příliš mnoho lidí přišlo na náměstí.", "cp1250", "cp852"),
    ("Он положил старую книгу на стол у окна.", "koi8-r", "cp866"),
    ("Έβαλε το παλιό βιβλίο πάνω στο τραπέζι.", "cp1253", "cp1251"),
)


@pytest.mark.parametrize("text", HEALTHY)
def test_a_line_of_another_language_stays_silent(text: str):
    assert mojibake(text) == [0]


@pytest.mark.parametrize(("text", "right", "wrong"), DAMAGED)
def test_a_damaged_line_is_found(text: str, right: str, wrong: str):
    assert mojibake(misread(text, right, wrong)) == [1]
    assert mojibake(text) == [0]
