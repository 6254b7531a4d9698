"""What a copy would take along: held against title and body of the other and all that is kept, by a plain count."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from audit.measure.duplication.columns import also_in
from audit.measure.duplication.keep import choose_kept
from audit.measure.duplication.losses.losses import Losses, are_damaged
from audit.measure.duplication.records.whole_texts import TitledBodies
from audit.policy import DuplicateSettings

Build = Callable[..., Any]
Measured = Callable[..., list[tuple[int, int]]]
ADDRESS = (
    "via: https://archive.example.org/harbour-notes/why-the-ferry-was-late-again/ translated by lantern-keeper99 \n"
)


@pytest.fixture
def alone(corpus: Build) -> Measured:
    """Return what each side of the one near pair of some bodies has alone, tokens and longest run, after reading rows.

    `size` is the number of rows of a part.
    """

    def measured(
        bodies: Sequence[str], read: Sequence[int] = (), titles: Sequence[str | None] = (), size: int = 1000
    ) -> Any:
        built = corpus(bodies, titles=titles, size=size)
        tokens, pairs = built.signed.numbers("tokens", np.int64), built.find().pairs
        with Losses(pairs, built.bodies, TitledBodies(built.bodies), tokens) as losses:
            losses.read(np.array(read, np.int64))
            found = losses.measured(pairs).filter(pa.compute.equal(pairs["kind"], "near")).to_pylist()
        return [(pair["lost_b"], pair["unique_b"]) for pair in found if (pair["a_row"], pair["b_row"]) == (0, 1)]

    return measured


def test_a_passage_is_lost_unless_it_stands_in_a_document_that_is_kept(alone: Measured, article: Build) -> None:
    text, own = article(1), article(2, 60)
    bodies = [text, text[:150] + own + text[150:], article(3) + own + article(4)]
    assert alone(bodies) == [(60, 60)]
    assert alone(bodies, read=[2]) == [(0, 0)]


def test_the_documents_that_have_the_passages_of_a_copy_are_named(corpus: Build, article: Build) -> None:
    text, one, two = article(1), article(2, 60), article(5, 40)
    bodies = [text, text[:150] + one + text[150:] + two, article(3) + one + article(4), two + article(6), article(7)]
    built, ids = corpus(bodies), pl.Series([f"d{row}" for row in range(len(bodies))])
    found, tokens = built.find(), built.signed.numbers("tokens", np.int64)
    with Losses(found.pairs, built.bodies, built.bodies, tokens) as losses:
        losses.read(np.arange(2, 5))
        found = replace(found, pairs=losses.measured(found.pairs))
        kept = choose_kept(found, np.ones(5, np.bool_), DuplicateSettings(), np.arange(5))
        named = also_in(found, kept, losses.standing, ids)
    assert kept["duplicate_of_row"].to_pylist() == [-1, 0, -1, -1, -1]
    assert named.to_pylist() == [None, "d2\nd3", None, None, None]


def test_what_is_kept_loses_nothing_and_what_goes_what_stands_nowhere(corpus: Build, article: Build) -> None:
    text, one, two = article(1), article(2, 60), article(5, 40)
    built = corpus([text + one, text + two, article(3) + one, article(4) + two + article(6)])
    pairs, tokens = built.find().pairs, built.signed.numbers("tokens", np.int64)
    with Losses(pairs, built.bodies, built.bodies, tokens) as losses:
        assert losses.measured(pairs).to_pylist()[0]["lost_a"] == 60
        is_kept = np.array([True, False, True, True])
        settled = [losses.settled(pairs, is_kept, np.array(rows)).to_pylist()[0] for rows in ([2], [3])]
        found = [[pair[name] for name in ("lost_a", "lost_b")] for pair in settled]
    assert found == [[0, 40], [0, 0]]


def test_of_a_passage_that_stands_elsewhere_in_part_the_rest_is_lost(alone: Measured, article: Build) -> None:
    text, own = article(1), article(2, 60)
    bodies = [text, text[:150] + own + text[150:], article(3) + own[:35] + article(4)]
    assert alone(bodies, read=[2]) == [(25, 25)]


def test_phrases_of_many_documents_together_hold_no_passage(alone: Measured, article: Build) -> None:
    text, own = article(1), article(2, 60)
    # Every six characters of it stand somewhere, in no order: a large corpus has all phrases of a language.
    phrases = [article(10 + at) + own[at : at + 6] + article(200 + at) for at in range(0, 60, 3)]
    bodies = [text, text[:150] + own + text[150:], *phrases]
    assert alone(bodies, read=range(2, len(bodies))) == [(60, 60)]


@pytest.mark.parametrize("size", [8, 12, 20, 28])
def test_pieces_of_many_documents_hold_no_passage_in_any_order(alone: Measured, article: Build, size: int) -> None:
    text, own = article(1), article(2, 120)
    pieces = [own[at : at + size] for at in range(0, 120, size)]
    bodies = [
        text,
        text[:150] + own + text[150:],
        *(article(10 + n) + p + article(90 + n) for n, p in enumerate(pieces)),
    ]
    assert alone(bodies, read=range(2, len(bodies))) == [(120, 120)]
    turned = [text, text[:150] + own + text[150:], article(5) + "".join(pieces[::-1]) + article(6)]
    assert alone(turned, read=[2]) == [(120, 120)]


def test_a_passage_stands_in_one_document_edited_and_in_two_if_each_has_a_passage(
    alone: Measured, article: Build
) -> None:
    text, own = article(1), article(2, 120)
    bodies = [text, text[:150] + own + text[150:]]
    edited = "".join("鑫" if at % 15 == 10 else letter for at, letter in enumerate(own))
    assert alone([*bodies, article(3) + edited + article(4)], read=[2]) == [(0, 0)]
    halves = [article(3) + own[:60] + article(4), article(5) + own[60:] + article(6)]
    assert alone([*bodies, *halves], read=[2, 3]) == [(0, 0)]
    assert alone([*bodies, *halves], read=[3]) == [(60, 60)]


def test_a_short_run_is_not_lost_if_another_document_has_all_of_it(alone: Measured, article: Build) -> None:
    text, own = article(1), article(2, 12)
    bodies = [text, text[:150] + own + text[150:], article(3) + own + article(4), article(5) + own[:9] + article(6)]
    assert alone(bodies, read=[2]) == [(0, 0)]
    assert alone(bodies, read=[3]) == [(12, 12)]


def test_phrases_of_letters_are_longer_than_those_of_characters(alone: Measured) -> None:
    syllables = [begin + vowel for begin in "กขคงจชซดตทนบปพมยรลวสหอ" for vowel in ("า", "ี", "ู", "ิ", "ุ", "ั", "อ", "ะ")]

    def prose(seed: int, count: int) -> str:
        return "".join(random.Random(seed).choices(syllables, k=count))  # noqa: S311 text, not secrets

    text, own = prose(1, 300), prose(2, 60)
    phrases = [prose(3 + at, 100) + own[at : at + 80] + prose(90 + at, 100) for at in range(0, 60, 3)]
    bodies = [text, text[:200] + own + text[200:], *phrases]
    assert alone(bodies, read=range(2, len(bodies))) == [(120, 120)]
    bodies = [*bodies[:2], prose(3, 100) + own[:90] + prose(4, 100)]
    assert alone(bodies, read=[2]) == [(30, 30)]


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_what_is_a_title_of_the_other_is_not_lost(alone: Measured, article: Build, size: int) -> None:
    text, line = article(1), article(2, 50)
    assert alone([text, text + line], titles=[None, line], size=size) == [(50, 50)]
    assert alone([text, text + line], titles=[line, None], size=size) == [(0, 0)]


def test_an_edit_within_each_word_is_no_loss_and_another_sentence_is(alone: Measured, article: Build) -> None:
    text, other = article(1), ADDRESS * 3
    spoilt = "".join("山水"[at // 9 % 2] if at % 9 == 4 else letter for at, letter in enumerate(other))
    assert alone([text + other, text + spoilt])[0][1] < 30
    assert alone([text + other, text + article(5, 60)])[0][1] >= 30


def stock(seed: int, rows: int) -> str:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    kinds, yards = ("oak", "elm", "ash", "yew"), ("Pennick", "Wexley", "Yarrow")
    lines = ([r.choice(yards), *(f"{r.choice(kinds)}{r.randrange(10, 99)}" for _ in range(5))] for _ in range(rows))
    return "".join(f"{' | '.join(line)}\n" for line in lines)


@pytest.mark.parametrize("at", [0, 200, None])
def test_rows_of_a_table_are_lost_although_others_are_alike(alone: Measured, at: int | None) -> None:
    table, added = stock(1, 40), stock(2, 5)
    at = len(table) if at is None else table.find("\n", at) + 1 if at else 0
    assert alone([table, table[:at] + added + table[at:]]) == [(30, 30)]


def test_a_damaged_passage_stands_where_the_other_has_a_whole_one(alone: Measured) -> None:
    table, spoilt = stock(1, 40), stock(3, 5)
    damaged = "".join("io"[at % 2] if letter.isalpha() and at % 4 == 0 else letter for at, letter in enumerate(spoilt))
    assert alone([table + spoilt, table + damaged])[0][1] < 30


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param(
            "A passenger asked the keeper of the light whether anybody had ever seen the boat leave on time.", id="en"
        ),
        pytest.param("乘客问守灯塔的人，有没有谁见过渡轮准点离开；守塔人笑了笑，说他自己从来没有戴过表。", id="zh"),
        pytest.param("", id="nothing"),
    ],
)
def test_characters_of_another_passage_do_not_stand_there(passage: str) -> None:
    assert not are_damaged([passage, passage], np.arange(2), [ADDRESS * 5, ""]).any()


def test_rulers_and_bars_of_a_table_are_no_characters_of_another() -> None:
    ruler = f"\n+{'-' * 40}+\n"
    one = ruler.join(["| quince | 14 | a hard yellow fruit |", "| medlar | 3 | eaten when it is soft |", ""])
    other = ruler.join(["| hammer | 70 | drives a nail home |", "| gimlet | 8 | bores by a screw tip |", ""])
    assert are_damaged([one], np.zeros(1, np.int64), [other]).tolist() == [False]
    assert are_damaged([one], np.zeros(1, np.int64), [one.replace("a", "o")]).tolist() == [True]


def test_characters_stand_in_a_copy_of_full_width() -> None:
    wide = ADDRESS.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert are_damaged([ADDRESS], np.zeros(1, np.int64), [wide]).all()


def test_the_count_of_what_is_lost_is_a_plain_count(alone: Measured, article: Build) -> None:
    # Pieces of a text, of one that is kept and of one that is nowhere: single characters in no run of five of the two.
    text, kept, nowhere = article(1, 500), article(2, 200), article(3, 200)
    copy = text[:100] + nowhere[:40] + text[100:300] + kept[:30] + nowhere[40:47] + text[300:] + nowhere[60:90]
    elsewhere = {source[at : at + 5] for source in (text, kept) for at in range(len(source) - 4)}
    stands = np.zeros(len(copy), np.bool_)
    for at in range(len(copy) - 4):
        stands[at : at + 5] |= copy[at : at + 5] in elsewhere
    runs = [len(run) for run in "".join(" x"[int(not there)] for there in stands).split()]
    plain = [run for run in runs if run >= 8]
    assert alone([text, copy, kept + article(4)], read=[2]) == [(sum(plain), max(plain))]
