"""Copies in one publishing system's frame are copies once other pages in that frame are known; variants are not."""

from __future__ import annotations

import random

import pytest

from tests.measure.duplication.aside import Build, edited, set_aside

_FRAME = (
    "Skip to content\nHome Local Country Markets Sport Weather Obituaries Jobs\nSubscribe to the {0}\n{1}\nBy {2} {3}\n"
    "Published {4}.{5}.20{6} at {7}:{8}, {9} comments\n{10}\nShare this page by mail or print it\nMore from the {0}\n"
    "Advertise with us, contact the newsroom, read our privacy policy and the terms of use\nCopyright 20{6} {0}. "
    "Registered under number {11}, office at {5} Mill Road"
)
_SHOP = (
    "Lantern House, everything for the home\nSearch Basket My account Help\n{0} {1}\n{2}: {3}\nPrice: {4} pounds\n"
    "{5}\nDelivery takes three working days and is free above forty pounds. You may return what you bought within a "
    "month.\nQuestions? Call 0{4} {6} on weekdays between nine and five\nLantern House, registered under number {6}"
)
_SITES = ("Marl Courier", "Bay Post", "Fen Observer", "Tarn Herald")
_PEOPLE = ("Ada Birk", "Hugo Lund", "Carys Moss", "Orla Quist")


def _prose(seed: int, count: int) -> str:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    words = ["".join(r.choices("abdegilmnoprstu", k=r.randint(2, 8))) for _ in range(400)]
    return " ".join(r.choice(words) + ("." if r.random() < 0.08 else "") for _ in range(count))


def _framed(text: str, seed: int) -> str:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    figures = [r.randint(10, 28), r.randint(10, 12), r.randint(10, 25), r.randint(10, 23), r.randint(10, 59)]
    headline, body = text.split("\n", 1)
    who = r.choice(_PEOPLE).split()
    return _FRAME.format(r.choice(_SITES), headline, *who, *figures, r.randint(2, 99), body, r.randint(10_000, 99_999))


def _article(seed: int, count: int = 160) -> str:
    return f"{_prose(seed + 500, 7)}\n{_prose(seed, count)}"


@pytest.mark.parametrize("error", ["none", "edited", "shortened"])
def test_a_copy_in_the_same_frame_is_a_copy_beside_other_pages_of_that_frame(corpus: Build, error: str) -> None:
    articles = [_article(seed) for seed in range(6)]
    copy = {"none": articles[1], "edited": edited(articles[1], 3), "shortened": articles[1][:-120]}[error]
    assert set_aside(corpus, [*(_framed(text, seed) for seed, text in enumerate(articles)), _framed(copy, 9)]) == {6: 1}


def test_two_pages_alone_may_be_of_one_form_and_stay(corpus: Build) -> None:
    assert set_aside(corpus, [_framed(_article(1), 1), _framed(_article(1), 9)]) == {}


def test_a_remark_in_two_reports_of_one_form_makes_no_copies_of_them(corpus: Build) -> None:
    remarks = [f"{_prose(seed + 500, 7)}\n{_prose(seed % 3, 40)}" for seed in range(6)]
    assert set_aside(corpus, [_framed(text, seed) for seed, text in enumerate(remarks)]) == {}


def _shop(label: str, words: int) -> list[str]:
    """Return six pages of a shop, two of them about variants of others, with descriptions of so many words."""
    r = random.Random(4)  # noqa: S311 text, not secrets
    return [
        _SHOP.format(f"Heron lamp {thing}", r.choice(["moss", "rust"]), label, r.randint(1000, 9999),
                     r.randint(10, 99), _prose(thing, words), r.randint(10_000, 99_999))
        for thing in (1, 2, 3, 4, 1, 2)
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Product code", "Size", "Colour", "条码"])
def test_variants_with_one_description_in_a_shop_s_frame_stay(corpus: Build, label: str) -> None:
    assert set_aside(corpus, _shop(label, 120)) == {}


@pytest.mark.parametrize("label", ["Item no", "Artikel Nr", "稿件编号"])
def test_an_article_is_a_copy_whatever_number_its_publisher_gave_it(corpus: Build, label: str) -> None:
    articles = [_framed(_article(seed, 240), seed) for seed in (0, 1, 2, 3, 4, 5, 1)]
    articles[6] = _framed(_article(1, 240), 9)
    numbered = [text.replace("\nBy ", f"\n{label}: {at * 37 + 1204}\nBy ") for at, text in enumerate(articles)]
    assert set_aside(corpus, numbered) == {6: 1}
    # Prices and sizes are of things for sale, however much is said of these.
    assert set_aside(corpus, _shop(label, 240)) == {}


def test_articles_that_differ_inside_in_names_and_numbers_stay_in_a_frame_as_well(corpus: Build) -> None:
    form = _prose(7, 90).split()

    def filled(seed: int) -> str:
        r = random.Random(seed)  # noqa: S311 text, not secrets
        words = [f"{word} {r.randint(100, 999)}" if nth % 9 == 0 else word for nth, word in enumerate(form)]
        return f"{_prose(700, 7)}\n{' '.join(words)}"

    texts = [*(_article(seed) for seed in range(5)), filled(1), filled(2)]
    assert set_aside(corpus, [_framed(text, seed) for seed, text in enumerate(texts)]) == {}
