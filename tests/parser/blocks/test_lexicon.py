"""Lines looked up in the trie say what the words of the cues say, taken one by one."""

from __future__ import annotations

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parser.blocks.features import lines
from audit.parser.blocks.lexicon import _GAP, _LETTER
from audit.parser.tables.function_words import TRIMMED
from audit.parser.tables.line_cues import CUES, LONGEST_CUED, Cue
from audit.text.fold import fold

WORDS = sorted({word for cue in CUES for word in cue.words})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([" ", " ", "新浪新闻", "app", "了", ",", "(12)", "»", "s", "für", "字", "🙂", "𠀀", "1", "."]),
)
LINES = st.lists(PIECES, min_size=1, max_size=8).map("".join)


def first_cue(line: str) -> tuple[int | None, str | None]:
    """Return the cue and the words seen, as the definition of a cue has them."""
    found = ((number, _seen(cue, fold(line))) for number, cue in enumerate(CUES) if len(line) <= cue.most)
    return next(((number, seen) for number, seen in found if seen is not None), (None, None))


def _seen(cue: Cue, line: str) -> str | None:
    core = line.strip(TRIMMED)
    longest = sorted(cue.words, key=lambda word: (-len(word), word))
    if not (cue.anywhere or cue.leading) and core in {word.rstrip("*").strip(TRIMMED) for word in cue.words}:
        return core
    begins = [word.removesuffix("*") for word in longest if word.endswith("*")]
    words = "|".join(re.escape(word).replace(r"\*", _GAP) for word in (longest if cue.anywhere else begins))
    pattern = f"(?:^|[^{_LETTER}])({words})" if cue.anywhere else f"^({words})(?:[^{_LETTER}]|$)"
    match = re.search(pattern, line if cue.anywhere else core) if words else None
    return match[1] if match else None


@given(LINES)
def test_the_trie_finds_what_the_words_say(line: str) -> None:
    line = line.strip() or "-"
    table = lines(["x\n" + line])
    if len(table) == 2:
        assert (table["cue"][1], table["seen"][1]) == first_cue(line)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("打开新浪新闻APP", "打开新浪新闻app"),
        ("他打开了某某app", None),
        ("Related: the bridge", "related:"),
        ("Relatedness", None),
        ("【相关阅读】", "相关阅读"),
        ("Please read: all rights reserved by nobody", "all rights reserved"),
        ("x" * 290 + " privacy policy | terms of use", None),
        ("Close", "close"),
        ("Close to the river", None),
    ],
    ids=["gap", "told", "begins", "inside a word", "in brackets", "anywhere", "too long", "whole", "not whole"],
)
def test_words_seen(line: str, seen: str | None) -> None:
    assert lines([f"x\n{line}"])["seen"][1] == seen


def test_a_long_block_has_no_cue() -> None:
    assert lines(["x\n" + "all rights reserved " * (LONGEST_CUED // 19 + 1)])["cue"][1] is None


@pytest.mark.parametrize(
    ("line", "words", "particles", "dated"),
    [
        ("The end of the road is near the sea.", 5, 0, False),
        ("THE OF", 2, 0, False),
        ("Thermal theories", 0, 0, False),
        ("state-of-the-art", 0, 0, False),
        ("Menu", 0, 0, False),
        ("\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT NINE}\N{FULLWIDTH DIGIT NINE}\N{FULLWIDTH DIGIT NINE}", 0, 0, True),
        ("In 1899", 1, 0, False),
        ("二〇二四年的春天", 0, 1, True),
        ("20", 0, 0, False),
        ("的" * 301, 0, 0, False),
    ],
    ids=[
        "sentence", "capitals", "other words", "hyphens", "label", "full width", "long ago", "han", "no year", "long",
    ],
)  # fmt: skip
def test_grammar(line: str, words: int, particles: int, dated: bool) -> None:
    found = lines([line]).select("words", "particles", "dated")
    assert found.row(0) == (words, particles, dated)


def test_nothing_to_look_up() -> None:
    assert lines([]).is_empty()
    assert lines(["", " \n"]).schema["cue"] == pl.Int16
