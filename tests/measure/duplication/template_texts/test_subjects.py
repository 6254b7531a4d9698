"""Forms filled in with figures, phrases, and a subject named throughout are no copies; copies of one of them are."""

from __future__ import annotations

import pytest

from tests.measure.duplication.aside import Build, edited, set_aside

GROWING = (
    "Everybody has room for this one. Sow it {0} mm deep {9}, {1} cm apart, and keep the trays at {2} degrees until "
    "the {3} is up. Once it has {4} leaves {10} and goes out into rows of {5} cm. Give {6} litres a week and {7} g of "
    "meal, {11}. In dry years cover the ground between the rows with straw, {12}. Slugs come at night and are best "
    "fetched by hand {13}. Pull the {3} after {8} weeks, shake off the soil, {14}, and store it where there is neither "
    "frost nor light. A good {3} needs no more than that, whatever the neighbours say."
)
CROPS = ("swede", "parsnip")
WORDS = (
    ("in a tray", "below thin glass"), ("it likes air", "harden it slowly"), ("not too near", "when clouds gather"),
    ("or old sacking", "if any lies about"), ("with a lamp", "wearing stout gloves"), ("cut the tops", "dry outside"),
)  # fmt: skip
# Round figures, alike by their signs and by chance.
FIGURES = ((30, 100, 20, 50, 40, 70, 60, 10), (50, 20, 100, 30, 60, 10, 40, 70))
JOB = (
    "我们是一家开在老城的小店，现在想请一位同事。每天的工作是{0}。来应征的人{1}，能够按时到岗。店里提供午饭和工作服，"
    "每周休息一天，节假日轮流值班。试用期两个月，试用期内双方都可以提前三天提出结束。有兴趣的朋友请直接到店里来谈，或者"
    "在门口的本子上留下名字和电话。店主{2}，看到以后会回电话。付钱的日子{3}，加班另算。我们{4}，请不要犹豫。"
)
PHRASES = (
    ("招呼买茶的客人", "将糕点装在盒子里"), ("要写一手好字", "不怕被面粉呛着"), ("住在对面的楼上", "每晚都会过来"),
    ("是月底的周末", "随您的心意定"), ("等这个人已经很久了", "盼望在春天开工"),
)  # fmt: skip


def growing(crop: int, figures: tuple[int, ...], choice: int = 0) -> str:
    words = (pair[choice] for pair in WORDS)
    return GROWING.format(*figures[:3], CROPS[crop], *figures[3:], *words)


def jobs() -> list[str]:
    return [JOB.format(*(phrases[row] for phrases in PHRASES)) for row in (0, 1)]


def test_figures_alike_at_other_places_are_other_ones(corpus: Build) -> None:
    assert set_aside(corpus, [growing(row, FIGURES[row], row) for row in (0, 1)]) == {}


def test_a_word_replaced_throughout_beside_some_other_figures_is_another_subject(corpus: Build) -> None:
    alike = (*FIGURES[0][:5], *FIGURES[1][5:])
    other = growing(1, alike).replace("it likes air", "it likes fresh air")
    assert set_aside(corpus, [growing(0, FIGURES[0]), other]) == {}


@pytest.mark.parametrize("word", ["neep", "rutabaga"])
def test_a_copy_that_calls_the_subject_otherwise_is_one_as_its_figures_agree(corpus: Build, word: str) -> None:
    original = growing(0, FIGURES[0])
    assert set_aside(corpus, [original, original.replace("swede", word)]) == {1: 0}


def test_a_copy_with_a_changed_figure_and_other_words_is_one(corpus: Build) -> None:
    other = growing(0, (4, *FIGURES[0][1:]))
    assert set_aside(corpus, [growing(0, FIGURES[0]), edited(other, 1)]) == {1: 0}


def test_phrases_of_characters_in_place_of_others_are_values(corpus: Build) -> None:
    assert set_aside(corpus, jobs()) == {}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_characters_in_place_of_others_are_edits(corpus: Build, seed: int) -> None:
    original = jobs()[0]
    assert set_aside(corpus, [original, edited(edited(original, seed), seed + 9)]) == {1: 0}


def test_phrases_of_words_have_most_letters_in_common_and_are_no_misspellings(corpus: Build) -> None:
    form = (
        "Für das Haus in {0} suchen wir jemanden in {1}, der gern mit anpackt. Sie {2} und halten abends die Stube "
        "warm. Sie haben eine Lehre hinter sich, einige Jahre darin gearbeitet und {3}. Wir geben {4} Tage Urlaub im "
        "Jahr, einen Lohn ab {5} Euro und ein Zimmer unter dem Dach. Schreiben Sie mit den üblichen Blättern an uns."
    )
    one = form.format("Altdorf", "Teilzeit", "planen die täglichen Mahlzeiten im Saal", "eine ruhige Hand", 28, 3800)
    values = ("Moorkirch", "Vollzeit", "stellen Listen auf und prüfen Rechnungen", "ein Auge für das Gute", 27, 3550)
    assert set_aside(corpus, [one, form.format(*values)]) == {}
