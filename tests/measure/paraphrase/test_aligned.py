"""Two texts side by side, and where their words stand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.language.spans import texts_of
from audit.measure.paraphrase.aligned import aligned, common_runs
from audit.measure.paraphrase.body_offsets import BodyOffsets
from audit.measure.paraphrase.evidence import common_places
from audit.measure.paraphrase.gaps import gaps, rebuilt
from audit.measure.paraphrase.words import words


def passages(a: str, b: str, least: int = 4) -> list[tuple[str, str, str]]:
    found = words([a, b])
    sides = [(found.starts[found.of(n)], found.ends[found.of(n)], text) for n, text in enumerate((a, b))]

    def shown(side: int, span: tuple[int, int]) -> str:
        starts, ends, text = sides[side]
        return text[starts[span[0]] : ends[span[1] - 1]] if span[0] < span[1] else ""

    made = aligned(found.hashes[found.of(0)], found.hashes[found.of(1)], least)
    return [(p.kind, shown(0, p.here), shown(1, p.there)) for p in made]


def test_words_keep_their_places() -> None:
    text = "在Cafe\u0301s里,用ABC １２"
    found = words([text, "", "x"])
    spans = zip(found.starts[found.of(0)].tolist(), found.ends[found.of(0)].tolist(), strict=True)
    assert [text[a:b] for a, b in spans] == ["在", "Cafe\u0301s", "里", "用", "ABC", "１２"]
    assert found.of(1) == slice(6, 6)
    assert (found.starts[6], found.ends[6]) == (0, 1)


def test_width_case_and_diacritics_do_not_tell_words_apart() -> None:
    found = words(["ＣＡＦÉ", "cafe"])
    assert found.hashes[0] == found.hashes[1]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        pytest.param("山脚下的小镇", "山脚下的小镇", [("same", "山脚下的小镇", "山脚下的小镇")], id="equal"),
        pytest.param(
            "书架是旧船板", "书架是新船板", [("changed", "书架是旧船板", "书架是新船板")], id="runs too short"
        ),
        pytest.param(
            "书店的书架是用旧船板做成的",
            "书店的书架是用新船板做成的",
            [
                ("same", "书店的书架是用", "书店的书架是用"),
                ("changed", "旧", "新"),
                ("same", "船板做成的", "船板做成的"),
            ],
            id="a word changed",
        ),
        pytest.param(
            "镇长也来了。孩子们放学后来读书。",
            "孩子们放学后来读书。镇长也来了。",
            [
                ("moved", "镇长也来了", "镇长也来了"),
                ("same", "孩子们放学后来读书", "孩子们放学后来读书"),
            ],
            id="a sentence moved",
        ),
        pytest.param("", "有字", [("only_there", "", "有字")], id="empty here"),
        pytest.param("", "", [], id="both empty"),
    ],
)
def test_what_lies_beside_what(a: str, b: str, found: list[tuple[str, str, str]]) -> None:
    assert passages(a, b) == found


WORDS = st.lists(st.integers(0, 3), max_size=40)


@given(WORDS, WORDS)
def test_passages_tile_the_first_text_and_runs_are_equal(first: list[int], second: list[int]) -> None:
    a, b = np.array(first, np.uint64), np.array(second, np.uint64)
    made = aligned(a, b, 3)
    reached = 0
    for passage in made:
        assert passage.here[0] == reached
        reached = passage.here[1]
        if passage.kind in ("same", "moved"):
            assert a[slice(*passage.here)].tolist() == b[slice(*passage.there)].tolist()
    assert reached == len(a)
    same = [p.there for p in made if p.kind == "same"]
    assert same == sorted(same)


@given(WORDS, WORDS)
def test_a_common_run_is_found_wherever_there_is_one(first: list[int], second: list[int]) -> None:
    a, b = np.array(first, np.uint64), np.array(second, np.uint64)
    grams = [{tuple(text[n : n + 3]) for n in range(len(text) - 2)} for text in (first, second)]
    assert bool(common_runs(a, b, 3)) == bool(grams[0] & grams[1])


def test_a_refrain_does_not_take_for_ever() -> None:
    text = words(["啊" * 100_000])
    assert common_runs(text.hashes, text.hashes[5:], 4)[0][2] == 100_000 - 5


def test_a_body_leads_to_the_decoded_text() -> None:
    blocks = [
        {"start": 0, "text": "标题", "kind": "title", "boilerplate": False},
        {"start": 5, "text": "第一段", "kind": "paragraph", "boilerplate": False},
        {"start": 9, "text": "广告", "kind": "paragraph", "boilerplate": True},
        {"start": 20, "text": "第二段", "kind": "paragraph", "boilerplate": False},
    ]
    found, body = BodyOffsets.of(blocks), "第一段\n第二段"
    assert found.span(body.index("一段"), body.index("一段") + 2) == (6, 8)
    assert found.span(body.index("二段"), body.index("二段") + 2) == (21, 23)
    assert found.span(2, 5) == (7, 21)


def test_evidence_stays_on_one_line_and_apart() -> None:
    text = "用Linux 5.44的记者\n采访了二十位渔民,他们读《河湾的冬天》。"
    other = "记者走访了三十位渔民,用Linux 5.44,大家都读《河湾的冬天》。"
    places = common_places(text, other, 8)
    assert [text[a:b] for a, b in places] == ["用Linux 5.44", "十位渔民", "读《河湾的冬天"]
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert "河湾的冬天" in "".join(text[a:b] for a, b in places)


def test_nothing_in_common_is_no_evidence() -> None:
    assert common_places("山下有一条河", "Nobody came home.", 8) == []


@given(st.lists(st.tuples(st.text(" \n\t", max_size=3), st.text("文字ab", min_size=1, max_size=4)), max_size=5))
def test_gaps_and_blocks_make_the_text_again(parts: list[tuple[str, str]]) -> None:
    import pyarrow as pa

    text, spans = "", []
    for gap, block in parts:
        text += gap
        spans.append((len(text), len(text) + len(block)))
        text += block
    text += "\n"
    table = pa.table({"id": ["d"] * len(spans), "start": [s for s, _ in spans], "end": [e for _, e in spans]})
    made = gaps(texts_of(pa.table({"text": [text]})), table, np.zeros(len(table), np.int64))["gaps"][0].as_py()
    assert rebuilt(made, [{"text": text[s:e]} for s, e in spans]) == text
