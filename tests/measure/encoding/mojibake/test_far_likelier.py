"""Lines that are far likelier as read are found though no word is frequent; names and drawings are not."""

from __future__ import annotations

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

LINES = (
    ("cp1254", "cp1252", "Yanındakilerin bağırmasını duymadı, kıyıya çıkıp ıslandığını anladı"),
    ("cp1254", "cp1252", "Sınıfımızdakilerden hiçbiri kaybolmadı"),
    ("cp1257", "cp1252", "Išžiūrinėjome šlapias pašiūres, ieškodami žvejų meškerių"),
    ("cp1250", "cp1252", "příběhy našich věrných přátel"),
    ("koi8-r", "cp866", "промокший рыбак."),
    ("cp1255", "cp1251", "הסירות נעלמו מאחורי המגדלור"),
)


@pytest.mark.parametrize(("right", "wrong", "line"), LINES)
def test_a_line_of_one_language_in_letters_of_another_codec_is_found(right: str, wrong: str, line: str) -> None:
    assert mojibake(misread(line, right, wrong)) == [1]
    assert mojibake(line) == [0]


HEALTHY = (
    "Ásýndir, Þorgnýr, Sýrus, Ýrr, Dýrfinna, Þýðrún, Rúrý, Kristný",
    "Ísafold, Íris, Ída, Ísleifur, Ísar og Ímar",
    "nýanja dili, nýankole dili, koýra-çini dili, mariý dili, dýula dili",
    "gwich’inkielâ, saksakielâ, palaukielâ, nuorttâlâškielâ, taveluri",
    "Þýska alþýðulýðveldið, Miðafríkulýðveldið og Dominikalýðveldið",
    "Ad\xadmin\xadis\xadtra\xadtive Qual\xadi\xadfi\xadca\xadtions",
    "ТУНЪЮН-ПИНЬИНЬ",
    "výslovný, nýbrž výkonný mlýn mladý",
    "ÐÝÞýÞþÆÞ",
    "┌──╥──┐ ╓─╥╖ ╘╧╛ ╙╨╜",
    "книгу½стал’’’смотретьна··стал∆∆положил√√",
    "π₁× ρ²∂ φ²∩ σ³≥ δ³∂",
)


@pytest.mark.parametrize("line", HEALTHY)
def test_names_formulas_and_drawings_are_none(line: str) -> None:
    assert mojibake(line) == [0]
