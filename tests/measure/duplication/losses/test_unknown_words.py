"""Which of two copies is damaged: the one whose words, where the two differ, are in no other document."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from audit.measure.duplication.losses.unknown_words import find_damaged, words_of
from audit.measure.duplication.tokens.fold import codes_of, fold

Build = Callable[..., Any]
WORDS = [
    f"{a}{b}{c}" for a in ("mar", "pel", "sto", "gri") for b in ("a", "en", "ou") for c in ("l", "ven", "cht", "m")
]
# Pairs of these are frequent: each is mostly followed by one of three.
HAN = [chr(0x4E00 + 37 * nth) for nth in range(60)]


def latin(seed: int, count: int = 120) -> list[str]:
    """Return words of a text."""
    return random.Random(seed).choices(WORDS, k=count)  # noqa: S311 text, not secrets


def han(seed: int, count: int = 240) -> list[str]:
    """Return characters of a text."""
    chance, places = random.Random(seed), [seed]  # noqa: S311 text, not secrets
    while len(places) < count:
        places.append((3 * places[-1] + chance.randrange(3)) % len(HAN))
    return [HAN[at % len(HAN)] for at in places]


def damaged(words: list[str], every: int, with_what: Callable[[int], str]) -> list[str]:
    """Return words of which every nth is another one."""
    return [with_what(nth) if nth % every == every - 1 else word for nth, word in enumerate(words)]


def verdict(corpus: Build, bodies: list[str], others: range) -> list[tuple[int, int]]:
    """Return the damaged rows, each with the whole one."""
    built = corpus(bodies)
    found = find_damaged(
        built.find(), built.bodies, built.signed.numbers("tokens", np.int64), np.array(others, np.int64)
    )
    return list(zip(found.rows.tolist(), found.whole.tolist(), strict=True))


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("text", "space", "foreign"),
    [(latin, " ", lambda nth: f"xq{nth}z"), (han, "", lambda nth: chr(0x8000 + 11 * nth))],
)
def test_the_copy_with_words_that_no_other_text_has_is_the_damaged_one(
    corpus: Build, text: Any, space: str, foreign: Any, *, is_first: bool
) -> None:
    pair = [space.join(text(1)), space.join(damaged(text(1), 12, foreign))]
    bodies = [*(pair[::-1] if is_first else pair), *(space.join(text(seed)) for seed in range(2, 30))]
    assert verdict(corpus, bodies, range(2, 30)) == [(0, 1) if is_first else (1, 0)]


def test_a_copy_in_other_words_that_others_have_is_not_damaged(corpus: Build) -> None:
    reworded = damaged(latin(1), 12, lambda nth: WORDS[nth % 7])
    bodies = [" ".join(latin(1)), " ".join(reworded), *(" ".join(latin(seed)) for seed in range(2, 30))]
    assert verdict(corpus, bodies, range(2, 30)) == []


@pytest.mark.parametrize("size", [1, 2])
def test_a_common_character_where_it_never_stands_is_damage_and_a_common_word_is_none(corpus: Build, size: int) -> None:
    text = han(1)
    for at in range(10, len(text), 24):
        text[at : at + size] = han(at + 1, size) if size > 1 else HAN[(HAN.index(text[at]) + 31) % len(HAN)]
    bodies = ["".join(han(1)), "".join(text), *("".join(han(seed)) for seed in range(2, 40))]
    assert verdict(corpus, bodies, range(2, 40)) == ([(1, 0)] if size == 1 else [])


def test_names_that_nobody_else_has_on_both_sides_tell_nothing(corpus: Build) -> None:
    one, other = (damaged(latin(1), 12, lambda nth, sign=sign: f"{sign}{nth}") for sign in ("oxdr", "ubfel"))
    bodies = [" ".join(one), " ".join(other), *(" ".join(latin(seed)) for seed in range(2, 30))]
    assert verdict(corpus, bodies, range(2, 30)) == []


def test_a_sentence_of_new_words_is_an_addition_and_no_damage(corpus: Build) -> None:
    more = [*latin(1)[:60], *(f"xq{nth}z" for nth in range(9)), *latin(1)[60:]]
    bodies = [" ".join(latin(1)), " ".join(more), *(" ".join(latin(seed)) for seed in range(2, 30))]
    assert verdict(corpus, bodies, range(2, 30)) == []


def test_where_no_other_text_is_known_nothing_is_said(corpus: Build) -> None:
    bodies = [" ".join(latin(1)), " ".join(damaged(latin(1), 12, lambda nth: f"xq{nth}z"))]
    assert verdict(corpus, bodies, range(0)) == []


def test_a_word_is_told_by_itself_and_a_character_with_the_next() -> None:
    one, other = (words_of(codes_of(fold([text]))).tolist() for text in ("pel 甲乙 mar", "pel 甲丙 mar"))
    assert [a == b for a, b in zip(one, other, strict=True)] == [True, False, False, True]
    assert words_of(codes_of(fold([""]))).tolist() == []
