"""Damaged copies of a document from a template are copies of it alone, and numbers with units tell siblings apart."""

from __future__ import annotations

import random

import pytest

from tests.measure.duplication.aside import Build, set_aside

OFFER = (
    "{0} {1}\nArticle {2}\nPrice {3}.{4} pounds\nWeight {5} g, height {6} cm, width {7} cm.\nOrders above 50 pounds "
    "are sent free of charge within 24 to 48 hours. You may return what you bought within thirty days without giving a "
    "reason, if you keep the box and ask for the parcel to be fetched. All that we sell is guaranteed for three years. "
    "Pay by card, by transfer, or when the parcel comes. If there is anything you would like to know, ask the people "
    "at the counter, who answer on weekdays while the shop is open, and keep the receipt for the guarantee."
)
GOODS = ("Kettle", "Lantern", "Stool", "Blanket", "Trowel", "Basket", "Bellows", "Ladle")
LICENCE = (
    "Granted by {0}\nWhoever holds a copy may use it, change it and pass it on, for money or not, as long as these "
    "lines go with it. Changed copies must say that they were changed and must not be called the work of {0}. The work "
    "is given as it is; nobody promises that it is of use or without faults. Neither {0} nor those who helped have to "
    "pay for a loss that comes of using it, even if they knew that there could be one. If a line of these does not "
    "hold at some place, the others do all the same, and the copy may be kept as long as its holder likes."
)
HOLDERS = (
    "Adelaide Birkett", "Finnian Croft", "Gretchen Lundqvist", "Humphrey Mossman", "Josephine Quist", "Barnaby Pike",
    "Wilhelmina Orm", "Octavius Rask",
)  # fmt: skip
MINUTES = (
    "제{0}회 마을 의회 회의록 제{1}호\n일시 {2}년 {3}월 {4}일 오전 {5}시 {6}분 개의\n의장은 자리를 정돈하여 달라고 "
    "말하고 성원이 되었으므로 회의를 열겠다고 선포하였다. 사무장은 주민 {7}인으로부터 우물 보수에 관한 청원이 들어와 "
    "위원회에 넘겼다고 보고하였다. 이의가 없으므로 원안대로 가결되었음을 선포하고 회의를 마쳤다. 재석 {8}인, "
    "찬성 {9}인으로 집계되었다."
)


def offers() -> list[str]:
    r = random.Random(5)  # noqa: S311 text, not secrets
    figures = [r.sample(range(100, 999), 7) for _ in GOODS]
    return [OFFER.format(good, *some) for good, some in zip(GOODS, figures, strict=True)]


def minutes() -> list[str]:
    r = random.Random(5)  # noqa: S311 text, not secrets
    return [MINUTES.format(*(r.randint(*most) for most in ((100, 400), *[(1, 30)] * 9))) for _ in range(8)]


def misread(text: str, seed: int) -> str:
    """Return a text with one letter in eighty misread, and lines as on paper."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    letters = [r.choice("clnurt") if letter.isalpha() and r.random() < 1 / 80 else letter for letter in text]
    return "\n".join("".join(letters[at : at + 60]) for at in range(0, len(letters), 60))


@pytest.mark.parametrize("siblings", [offers(), [LICENCE.format(name) for name in HOLDERS]], ids=["offers", "licences"])
@pytest.mark.parametrize("is_first", [False, True])
def test_a_misread_copy_takes_no_sibling_along(corpus: Build, siblings: list[str], *, is_first: bool) -> None:
    copies = [misread(siblings[row], row) for row in (1, 3, 5)]
    bodies = copies + siblings if is_first else siblings + copies
    own = {frozenset([row, 3 + of] if is_first else [8 + row, of]) for row, of in enumerate((1, 3, 5))}
    found = {frozenset(pair) for pair in set_aside(corpus, bodies).items()}
    assert found <= own
    assert found


def with_figures(text: str, seed: int) -> str:
    """Return a text with one in forty of the letters that look like figures misread as these."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    figures = str.maketrans("loisg", "10159")
    return "".join(letter.translate(figures) if r.random() < 1 / 40 else letter for letter in text)


WORDS = (
    "gold", "solo", "lilies", "soil", "log", "silo", "oils", "glass", "goose", "igloo", "logos", "gill", "toil",
    "spoil", "coil", "global", "single", "bottle", "silver", "window", "follow", "glimpse", "gossip", "lesson",
    "signal", "origin", "poison", "sailor", "siege", "tissue", "oasis", "village", "hospital", "original",
)  # fmt: skip


def scanned(seed: int, day: int) -> str:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    lines = [" ".join(r.choices(WORDS, k=12)) for _ in range(20)]
    return "\n".join(f"{line} {n if day == 0 else n * 7 + day} tons" for n, line in enumerate(lines, 120))


def test_letters_misread_as_figures_are_no_other_numbers(corpus: Build) -> None:
    scans = [with_figures(scanned(1, 0), seed) for seed in (1, 2)]
    assert set_aside(corpus, scans) == {1: 0}


def test_other_numbers_tell_scans_apart_all_the_same(corpus: Build) -> None:
    scans = [with_figures(scanned(1, day), day) for day in (0, 5)]
    assert set_aside(corpus, scans) == {}


@pytest.mark.parametrize("count", [2, 8])
def test_numbers_with_units_tell_siblings_apart_but_not_their_copies(corpus: Build, count: int) -> None:
    siblings = minutes()[:count]
    copy = siblings[1].replace("우물", "다리").replace("정돈하여", "지켜")
    assert set_aside(corpus, [*siblings, f"마을 신문\n{copy}\n알림판"]) == {count: 1}


def test_of_many_numbers_some_are_the_same_by_chance_and_in_copies_most(corpus: Build, article: Build) -> None:
    r = random.Random(8)  # noqa: S311 text, not secrets
    words = article(1, 160).split() if " " in article(1, 160) else list(article(1, 160))

    def table(figures: list[int]) -> str:
        return " ".join(f"{word} {figure}" for word, figure in zip(words, figures, strict=False))

    base = [r.randint(100, 999) for _ in range(20)]
    rest = " ".join(words[20:])
    other = base[:7] + [r.randint(100, 999) for _ in range(13)]
    updated = base[:18] + [r.randint(100, 999) for _ in range(2)]
    assert set_aside(corpus, [f"{table(base)} {rest}", f"{table(other)} {rest}"]) == {}
    assert set_aside(corpus, [f"{table(base)} {rest}", f"{table(updated)} {rest}"]) == {1: 0}
