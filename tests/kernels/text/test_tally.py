"""Every code point and every rule is counted once, and kinds add up to scripts."""

from __future__ import annotations

import numpy as np
import pytest

from audit.kernels.text.tally import ONCE, PARTS, tally
from audit.measure.language.character_kinds import KIND, WIDTH, by_script, kinds, traits
from audit.text.classes import codepoints
from audit.text.scripts import SCRIPT

LONGEST = 5


def counted(text: str) -> tuple[dict[str, int], int]:
    points = codepoints(text)
    counts, long = np.zeros(WIDTH, np.int32), np.zeros(1, np.int32)
    tally(points, np.array([0]), np.array([len(points)]), kinds(), traits(), LONGEST, counts, long)
    return {name: int(counts[number]) for name, number in KIND.items() if counts[number]}, int(long[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoo 7", {"Latn": 3, "space": 1, "digit": 1}),
        ("cafe", {"hex": 4}),
        ("会議", {"Hani": 1, "han_hant": 1}),
        ("会唔", {"Hani": 1, "cantonese": 1}),
        ("{}", {"code": 2}),
        ('"a":', {"record": 2, "hex": 1, "colon": 1}),
        ("дом", {"Cyrl": 3}),
    ],
)
def test_every_code_point_has_one_kind(text: str, found: dict[str, int]) -> None:
    seen = counted(text)[0]
    assert sum(seen.values()) == len(text)
    assert {name: seen.get(name) for name in found if name not in ("Hani", "han_hant")} == {
        name: count for name, count in found.items() if name not in ("Hani", "han_hant")
    }


@pytest.mark.parametrize(("text", "signs"), [("-----", 1), ("====x====", 2), ("│││", 1), ("-=-=", 4)])
def test_a_rule_counts_once(text: str, signs: int) -> None:
    found = counted(text)[0]
    assert sum(count for name, count in found.items() if name in ("hyphen", "code", "Zyyy")) == signs


def test_repeated_letters_and_figures_count_each_time() -> None:
    assert counted("zzz 111")[0] == {"Latn": 3, "space": 1, "digit": 3}


@pytest.mark.parametrize(
    ("text", "long"),
    [("short words here", 0), ("xxxxx", 0), ("xxxxxx", 6), ("ab1xyz/zz ok", 9), ("一二三四五六七八", 0)],
)
def test_signs_in_tokens_that_no_word_is_as_long_as(text: str, long: int) -> None:
    assert counted(text)[1] == long


def test_kinds_add_up_to_scripts() -> None:
    counts = np.zeros((1, WIDTH), np.int32)
    points = codepoints("face 这這唔 дом")
    tally(points, np.array([0]), np.array([len(points)]), kinds(), traits(), LONGEST, counts[0], np.zeros(1, np.int32))
    made = by_script(counts)[0]
    assert (made[SCRIPT["Latn"]], made[SCRIPT["Hani"]], made[SCRIPT["Cyrl"]], made.sum()) == (4, 3, 3, 10)


def test_white_space_parts_tokens_and_letters_do_not_repeat() -> None:
    assert traits()[KIND["space"]] == PARTS
    assert not any(traits()[KIND[name]] & ONCE for name in ("Latn", "Hani", "digit"))
