"""One pass over a column must count what a slow and plain count finds, and mark every text that needs a closer look."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.oddities import odd_places
from audit.measure.encoding.mojibake.passages import SUSPICIOUS, suspicious, worth_judging
from audit.measure.encoding.scan import (
    ESCAPE,
    NEXT_LINE,
    ODD_WORD,
    ODD_WORDS,
    QUESTIONS,
    TOKEN,
    UNSTABLE,
    Scan,
    scanned,
)
from audit.measure.encoding.scanned import ScannedText
from audit.text.classes import CLASS, NAMES, classes, codepoints, tally
from audit.text.likelihood import odds_units

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


def scan_of(*texts: str) -> Scan:
    return scanned(pa.array(texts, pa.large_string()))


@given(st.lists(ANY_TEXT, max_size=5))
def test_counts_are_those_of_a_plain_count(texts: list[str]):
    found = scan_of(*texts)
    for number, text in enumerate(texts):
        assert (found.tallies[number] == tally(classes(codepoints(text)), len(NAMES))).all()


def rises(text: str) -> list[tuple[int, int, int]]:
    """Return start, end and height of the rises of the running sum of odds: a plain count."""
    found, start, height = list[tuple[int, int, int]](), 0, 0
    for here, (before, kind) in enumerate(pairwise([CLASS["newline"], *classes(codepoints(text)).tolist()])):
        start = start if height else here
        height = max(0, height + int(odds_units()[before * len(NAMES) + kind]))
        if found and found[-1][0] == start and height > found[-1][2]:
            found.pop()
        if height and not (found and found[-1][0] == start):
            found.append((start, here + 1, height))
    return found


PIECES = st.sampled_from(["plain words of a text. ", "Ã¼ber die StraÃŸe ", "“so”, he said\n", "中文的字"])


@given(st.lists(st.lists(PIECES | ANY_TEXT, max_size=8).map("".join), max_size=5))
def test_the_peak_is_the_highest_running_sum_of_odds_and_passages_are_its_rises(texts: list[str]):
    found, known = scan_of(*texts), [rises(text) for text in texts]
    assert found.peaks.tolist() == [max((height for *_, height in one), default=0) for one in known]
    high = [[number, *span] for number, one in enumerate(known) for *span, height in one if height > SUSPICIOUS]
    assert found.risen.tolist() == high


def test_passages_beyond_the_room_for_few_are_found_as_well(monkeypatch: pytest.MonkeyPatch):
    texts = ["Ã¼ber die StraÃŸe und Ã¼ber mehr 中文的字 Ã¼ber StraÃŸe\n" * 3, "plain", "Ã¼ber die StraÃŸe"]
    enough = scan_of(*texts)
    monkeypatch.setattr("audit.measure.encoding.scan._FEW", 0)
    found = scan_of(*texts)
    assert len(found.risen) > 1
    assert found.risen.tolist() == enough.risen.tolist()
    assert (found.tallies == enough.tallies).all()


@given(ANY_TEXT)
def test_a_text_that_is_not_worth_judging_has_no_suspicious_passage(text: str):
    found = scan_of(text)
    worth = worth_judging(found, pa.array([text], pa.large_string()))
    seen = replace(found.seen(0, text), restored=worth.restored.get(0, ()))
    is_suspicious = any(True for _ in suspicious(seen))
    assert is_suspicious or seen.peak <= SUSPICIOUS
    assert bool(worth.judged[0]) or not is_suspicious


@given(ANY_TEXT)
def test_a_text_that_is_not_marked_unstable_is_in_normal_form_c(text: str):
    if not scan_of(text).marks[0] & UNSTABLE:
        assert unicodedata.is_normalized("NFC", text)


def test_every_code_point_that_normal_form_c_changes_is_marked():
    points = [p for p in range(0x110000) if not 0xD800 <= p < 0xE000 and unicodedata.normalize("NFC", chr(p)) != chr(p)]
    assert len(points) > 1000
    assert (scan_of(*map(chr, points)).marks & UNSTABLE != 0).all()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("plain, and 中文，한국어, é, ￥", 0),
        ("Q & A; a\\b, x = y", 0),
        ("&amp;", ESCAPE),
        ("\\u4e2d", ESCAPE),
        ("=E4=B8=AD", ESCAPE),
        ("really?? yes", QUESTIONS),
        ("one? two? three?", 0),
        ("锟斤拷", TOKEN),
        ("a\x85b", NEXT_LINE),
        ("e\u0301", UNSTABLE),
        ("\u1100\u1161", UNSTABLE),
        ("", 0),
    ],
)
def test_marks(text: str, marks: int):
    assert scan_of(text).marks.tolist() == [marks]


def test_slices_and_chunks_are_read_at_their_places():
    texts = ["中文", "?", "??", "déjà"]
    whole = pa.array(texts, pa.large_string())
    parts = pa.chunked_array([whole.slice(1, 1), whole.slice(2)])
    assert (scanned(parts).tallies == scan_of(*texts).tallies[1:]).all()
    assert scanned(whole.slice(2, 1)).marks.tolist() == [QUESTIONS]
    assert len(scanned(whole.slice(0, 0)).marks) == 0


def test_neighbours_do_not_touch_each_other():
    # The last pair of one text and the first of the next are no pair; two question marks in two texts neither.
    assert scan_of("a?", "?b").marks.tolist() == [0, 0]
    assert (scan_of("中", "Ã¼").peaks == np.array([scan_of("中").peaks[0], scan_of("Ã¼").peaks[0]])).all()


def test_one_odd_word_is_told_from_more():
    marks = scan_of("hj·lp", "parßmetro", "parßm≤tro ≤ rd≤nes", "≤rdenes", "don’t").marks & (ODD_WORD | ODD_WORDS)
    assert marks.tolist() == [0, 0, ODD_WORDS, 0, 0]
    assert scan_of("f≤r h und").marks[0] & (ODD_WORD | ODD_WORDS) == ODD_WORD


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("l間alement accus茅e", ODD_WORDS),
        ("sp채ter tﾃｩt r茅茅l", ODD_WORDS),
        ("foo“和”bar, checkin时间太长了taxi", 0),
        ("zip，以及tar和其他gzip", ODD_WORD),
    ],
)
def test_hanzi_between_latin_words_are_odd_where_they_are_few_and_alone(text: str, mark: int):
    found = scan_of(text)
    assert found.marks[0] & (ODD_WORD | ODD_WORDS) == mark
    seen = ScannedText(text, found.tallies[0], int(found.marks[0]), int(found.peaks[0]))
    assert bool(odd_places(seen)) == bool(mark)
