"""What would be lost with a text: the count against a plain one, and edits, moves and passages told apart."""

from __future__ import annotations

import random
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import chain, groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.pairs.unique_passages import UniqueText, place_of, unique_text
from audit.measure.duplication.tokens.fold import codes_of, fold

Article = Callable[..., str]
WIDTH, LEAST = 5, 8


def held_against(text: str, other: str) -> UniqueText:
    tokens = fold([text, other])
    return unique_text(codes_of(tokens), tokens.offsets, np.array([0]), np.array([1]))


def counted(text: str, other: str) -> tuple[int, int]:
    """Count as the definition reads: single characters in no run of five that another text has, eight in a row."""
    elsewhere = {other[at : at + WIDTH] for at in range(len(other) - WIDTH + 1)}
    stands = [False] * len(text)
    for at in range(len(text) - WIDTH + 1):
        if text[at : at + WIDTH] in elsewhere:
            stands[at : at + WIDTH] = [True] * WIDTH
    runs = [sum(1 for _ in run) for there, run in groupby(stands) if not there]
    long = [run for run in runs if run >= LEAST]
    return sum(long), max(long, default=0)


def at_random(letter: str, edits: int, r: random.Random) -> str:
    """Return a letter that is edited with a chance of so many in a hundred."""
    if r.randrange(100) >= edits:
        return letter
    return r.choice(["", r.choice(HAN), letter + r.choice(HAN)])


def unmatched(text: str, other: str) -> int:
    """Count the tokens in runs of eight that the longest common pieces of two texts leave, by the standard library."""
    blocks = SequenceMatcher(None, text, other, autojunk=False).get_matching_blocks()
    ends = [0, *(block.a + block.size for block in blocks)]
    gaps = [block.a - end for end, block in zip(ends, blocks, strict=False)]
    return sum(gap for gap in gaps if gap >= LEAST)


HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]
OTHER, STRANGE = ("".join(chr(first + n) for n in range(100)) for first in (0x4E00, 0x6E00))


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40), st.integers(LEAST, 60)), min_size=1, max_size=12))
def test_the_count_is_that_of_the_definition(pieces: list[tuple[bool, int, int]]) -> None:
    # Pieces of the other text and of characters that it has none of, in any order: nothing can be aligned by chance.
    text = "".join((STRANGE if is_strange else OTHER)[start : start + size] for is_strange, start, size in pieces)
    found = held_against(text, OTHER)
    assert (int(found.tokens[0]), int(found.longest[0])) == counted(text, OTHER)


@given(st.lists(st.tuples(st.integers(7, 20), st.integers(0, 93), st.integers(1, 7)), min_size=1, max_size=8))
def test_set_phrases_of_the_other_text_do_not_make_a_passage_shorter(pieces: list[tuple[int, int, int]]) -> None:
    passage = "".join(STRANGE[:size] + OTHER[start : start + width] for size, start, width in pieces) + STRANGE[:7]
    found = held_against(OTHER[:50] + passage + OTHER[50:], OTHER)
    assert int(found.tokens[0]) == int(found.longest[0]) == len(passage)


@given(st.lists(st.tuples(st.integers(0, 93), st.integers(5, 7)), min_size=6, max_size=12))
def test_a_passage_of_phrases_of_the_other_text_is_a_passage(pieces: list[tuple[int, int]]) -> None:
    # Each piece goes on where it does not in the other text, which stands beside it in full.
    passage = "".join(OTHER[start : start + width] + STRANGE[0] for start, width in pieces)
    found = held_against(OTHER + STRANGE[1] + passage, OTHER)
    assert int(found.longest[0]) >= len(passage) - 8


@given(st.integers(0, 1 << 20), st.sampled_from([0, 3, 10, 20]), st.lists(st.integers(30, 90), min_size=1, max_size=3))
def test_passages_amid_edited_text_are_all_counted_and_hardly_more(seed: int, edits: int, sizes: list[int]) -> None:
    # Of the other text every tenth character, or every fifth, is replaced, dropped or followed by another.
    r = random.Random(seed)  # noqa: S311 text, not secrets
    other = "".join(r.choices(HAN, k=90 * (len(sizes) + 1)))
    pieces = ["".join(at_random(letter, edits, r) for letter in other[at : at + 90]) for at in range(0, len(other), 90)]
    passages = ["".join(r.choices(STRANGE, k=size)) for size in sizes]
    text = pieces[0] + "".join(chain.from_iterable(zip(passages, pieces[1:], strict=True)))
    found = held_against(text, other)
    assert found.longest[0] >= max(sizes)
    assert max(sum(sizes), unmatched(text, other) - LEAST) <= found.tokens[0]
    assert found.tokens[0] <= sum(sizes) + (2 * edits + 20 if edits else 0) * len(sizes)


@given(st.permutations(range(15)))
def test_short_lines_in_another_order_are_no_loss(order: list[int]) -> None:
    lines = [OTHER[at : at + 6] for at in range(0, 90, 6)]
    assert held_against("\n".join(lines[at] for at in order), "\n".join(lines)).tokens.tolist() == [0]


def test_a_passage_of_its_own_is_found_where_it_stands(article: Article) -> None:
    old, new = article(1, 400), article(2, 60)
    for text in (old[:200] + new + old[200:], old[:200] + new + old[260:], new + old, old + new):
        found = held_against(text, old)
        assert (int(found.tokens[0]), int(found.longest[0])) == (60, 60)
        start, end = place_of(text, int(found.start[0]), int(found.longest[0]))
        assert text[start:end] == new


@pytest.mark.parametrize("share", [0.01, 0.03, 0.1])
def test_scattered_edits_are_no_loss(share: float, article: Article, edited: Article) -> None:
    texts = [text for seed in range(40) for text in (article(seed, 500), edited(article(seed, 500), share, seed))]
    tokens, rows = fold(texts), np.arange(0, len(texts), 2)
    found = unique_text(codes_of(tokens), tokens.offsets, rows + 1, rows)
    assert found.longest.max() < 30
    assert found.tokens.sum() <= share * 0.1 * 500 * 40


def test_sentences_in_another_order_are_no_loss(article: Article) -> None:
    sentences = [article(seed, 30) for seed in range(12)]
    shuffled = random.Random(0).sample(sentences, len(sentences))  # noqa: S311 text, not secrets
    assert held_against("。".join(shuffled), "。".join(sentences)).tokens.tolist() == [0]


@pytest.mark.parametrize("edits", [10, 20, 30])
def test_texts_edited_here_and_there_have_no_passage_of_their_own(edits: int, article: Article) -> None:
    r = random.Random(edits)  # noqa: S311 text, not secrets
    texts = [article(seed, 400) for seed in range(40)]
    longest = [held_against("".join(at_random(c, edits, r) for c in text), text).longest[0] for text in texts]
    assert max(longest) < 30


def test_another_sentence_in_its_place_is_a_loss_and_the_same_with_other_words_is_none() -> None:
    head = (
        "The council met on Tuesday to talk about the bridge over the river and what it would cost the town to mend. "
    )
    tail = "The next meeting is in March, when the engineers will have seen the piers and the budget is to be settled."
    said = (
        "Mayor Ellen Brandt said that the old bridge must be closed to lorries until the spring, since nobody can "
        "say how much its piers will bear, and she asked all shops to plan for longer ways. "
    )
    other = (
        "Two neighbours complained about noise from the quarry, and a teacher wanted to know whether the school bus "
        "would go on stopping at the church, where her pupils wait in every kind of weather. "
    )
    edited = said.replace("old", "stone").replace("spring", "summer").replace("shops", "traders")
    assert held_against(head + other + tail, head + said + tail).longest[0] >= 25
    assert held_against(head + edited + tail, head + said + tail).tokens.tolist() == [0]


# Beginnings, vowels and endings of syllables in scripts of which each letter is a token: runs of five letters and of
# eight recur within a text and between texts.
SYLLABLES = {
    "th": ("กขคงจชซดตทนบปพมยรลวส", "าิีุูั", "นมกงบด"),
    "my": ("ကခဂငစဆဇညတထနပဖမယရလဝသဟ", "ာိီုူေ", ("န်", "မ်", "က်", "င်", "း", "့")),
    "km": ("កខគងចជញដតទនបផពមយរលវស", "ាិីុូេ", "នមកងបត"),
}


def spelled(language: str, seed: int, count: int) -> str:
    """Return a text of so many syllables."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    return "".join(r.choice(part) for _ in range(count) for part in SYLLABLES[language])


@pytest.mark.parametrize("language", list(SYLLABLES))
def test_a_passage_of_letters_is_counted_and_letters_edited_are_not(language: str) -> None:
    r, missed, edited = random.Random(4), [], []  # noqa: S311 text, not secrets
    for seed in range(20):
        text, own = spelled(language, seed, 200), spelled(language, 100 + seed, 12)
        count = len(fold([own]).hashes)
        missed.append(1 - held_against(text[:300] + own + text[300:], text).tokens[0] / count)
        changed = "".join(r.choice(own) if letter.isalpha() and r.random() < 0.05 else letter for letter in text)
        edited.append(held_against(changed, text).longest[0])
    assert sum(missed) / len(missed) <= 0.15
    assert max(edited) < 30


@given(st.text(max_size=60), st.integers(0, 5), st.integers(1, 5))
def test_a_place_holds_its_tokens(body: str, start: int, count: int) -> None:
    tokens = fold([body]).hashes
    if start + count <= len(tokens):
        first, last = place_of(body, start, count)
        assert len(fold([body[:last]]).hashes) == start + count
        assert len(fold([body[:first]]).hashes) <= start < len(fold([body[: first + 1]]).hashes)


def test_a_passage_of_characters_newer_than_the_interpreter_has_all_of_them() -> None:
    # Of CJK Extension H, which Python 3.11 does not know.
    body = "".join(map(chr, range(0x31350, 0x31360)))
    assert place_of(f"{body}。", 0, len(body)) == (0, len(body))
