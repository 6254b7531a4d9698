"""Letters of another script inside a word are found; words of several scripts side by side are none."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.finding import Place
from audit.measure.encoding.characters import encoding

ENGLISH = "The harbour office counted thirty boats this morning and found that seven of them were empty."
RUSSIAN = "Утром портовая контора насчитала тридцать лодок, и семь из них оказались совсем пустыми."
GREEK = "Το πρωί το γραφείο του λιμανιού μέτρησε τριάντα βάρκες και επτά από αυτές ήταν τελείως άδειες."
TO_CYRILLIC = str.maketrans("aceopxy", "асеорху")
TO_LATIN = str.maketrans("асеорхуοαν", "aceopxyoav")


def mixed(text: str) -> list[Place]:
    found = encoding(pa.table({"text": pa.array([text], pa.large_string())}))
    places = [place for place in found.places[0] if place.fact == "mixed_script_words"]
    assert found.columns["mixed_script_words"].to_pylist() == [len(places)]
    return places


def test_words_with_look_alikes_are_counted_and_told_by_their_code_points():
    text = "Сheap watchеs at the hаrbour, sоld by nobоdy."
    assert [(text[at.start : at.end], at.evidence) for at in mixed(text)] == [
        ("watchеs", "U+0435 in watchеs"),
        ("hаrbour", "U+0430 in hаrbour"),
        ("sоld", "U+043E in sоld"),
        ("nobоdy", "U+043E in nobоdy"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Слeдующий вoкзал, стaнция", id="Latin in Russian"),
        pytest.param("Το γραφείo του λιμαvιού, oι βάρκες, πρoς και τριάvτα", id="Latin in Greek"),
        pytest.param("the οld hαrbοur οf the tοwn, emρty", id="Greek in English"),
        pytest.param("WATCНES FОUND IN THE HАRBOUR", id="capitals"),
        pytest.param("Hаrbour sоld", id="two words of two"),
        pytest.param(f"Cha\u0302te\u0301au {ENGLISH} hаrbour tоwn ro\u0301adwаys", id="marks apart"),
    ],
)
def test_it_fires(text: str):
    assert mixed(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5 μm, Δt, 3 Ωm, 20 ºC, 4 kΩ, ΔTαβ", id="units"),
        pytest.param("sinαcosα + cosβsinβ, tanαcosα, sinαtanα, logνdx", id="formulas"),
        pytest.param("NFκB, IκBα, IκBβ, TNFα, IFNγ, PPARα and PPARγ are expressed", id="genes"),
        pytest.param(f"TЯUMP, KoЯn and TETЯIS {ENGLISH}", id="jokes"),
        pytest.param(f"{ENGLISH} Kоrn was sold.", id="one word"),
        pytest.param(f"{ENGLISH} pаypal pаypal pаypal", id="one word again and again"),
        pytest.param(
            "IT-компания, SMS-канал, SMSрассылка, CCCPовский, PHPшник, Googleа, iPhoneу, еBay", id="compounds"
        ),
        pytest.param("Аа Aa, Бб Bb, Вв Vv; Xx Хх; Beograd Београд, Нови Сад Novi Sad, Љиг Ljig", id="two alphabets"),
        pytest.param("Аa Оo Еe Сc Рp, AaАа OoОо", id="table of look-alikes"),
        pytest.param("гIалгIай мотт, цIе, хьаIа; гlалгlай, цlена, кlант", id="palochka"),
        pytest.param("хwәш, хwәндьн, дьqәqә, ширwан", id="Kurdish"),
        pytest.param("Москвá, зáмок, пóлный, большáя; за\u0301мок, доро\u0301га", id="stress"),
        pytest.param("Ирыстон æмæ хæхтæ, æвзаг, фæлæ", id="Ossetian"),
        pytest.param("[ˈθɪŋkɪŋ], [βeˈxiɣa], [ˈχuːtspa]", id="phonetics"),
        pytest.param("ϣⲁϫⲉ ϩⲛ ⲟⲩⲙⲉ, λόγος (logos), νόμος (nomos)", id="Coptic and Greek"),
        pytest.param("ГдеCмотреть СкачатьMP ВидеоHDонлайн ФильмыHD", id="names glued together"),
    ],
)
def test_it_stays_silent(text: str):
    assert mixed(text) == []


def test_accents_read_with_a_cyrillic_codec_are_mojibake_and_nothing_besides():
    text = "La secciуn sуlo muestra la informaciуn del niсo y la compaснa que estб en la paбgina, seснor, mбs allб."
    assert encoding(pa.table({"text": pa.array([text], pa.large_string())})).columns["mojibake"].to_pylist() != [0]
    assert mixed(text) == []


@given(st.sets(st.integers(0, len(ENGLISH) - 1)), st.sampled_from([ENGLISH, RUSSIAN, GREEK]))
def test_only_words_that_were_touched_are_placed(swapped: set[int], text: str):
    swap = TO_CYRILLIC if text == ENGLISH else TO_LATIN
    written = "".join(char.translate(swap) if at in swapped else char for at, char in enumerate(text))
    for place in mixed(written):
        assert written[place.start : place.end] != text[place.start : place.end]
        assert written[place.start : place.end].isalpha()


@given(st.lists(st.sampled_from(ENGLISH.split() + RUSSIAN.split() + GREEK.split())))
def test_words_of_one_script_side_by_side_are_none(words: list[str]):
    assert mixed(" ".join(words)) == []
