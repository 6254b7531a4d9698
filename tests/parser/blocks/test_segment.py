"""Blocks cover a text but for white space, and texts cut together are cut as alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import DefectError
from audit.parser.blocks.segment import segment, spelled

LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
PIECES = st.sampled_from(
    [
        *LINE_ENDS,
        " ",
        "\t",
        "\u3000",
        "\xa0",
        "\x00",
        "字",
        "a",
        "。",
        ",",
        ")",
        "”",
        "…",
        ".",
        "\ufeff",
        "\u200b",
        "🙂",
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


def spans(text: str) -> list[tuple[int, int]]:
    found = segment([text])
    return list(zip(found.first.tolist(), found.last.tolist(), strict=True))


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "end", LINE_ENDS, ids=[f"U+{ord(e[0]):04X}" + ("+LF" if len(e) > 1 else "") for e in LINE_ENDS]
)
def test_a_line_is_a_block(end: str) -> None:
    assert blocks(f"Erste Zeile{end}第二行{end}") == ["Erste Zeile", "第二行"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t\u3000\n\n", []),
        ("  一行  \n", ["一行"]),
        ("a\n\n\nb", ["a", "b"]),
        ("天气很好\n,我们去爬山\n。晚上回家", ["天气很好\n,我们去爬山\n。晚上回家"]),
        ("他说：“走吧\n”。", ["他说：“走吧\n”。"]),
        ("The ferry left early\n\n, which nobody expected.", ["The ferry left early\n\n, which nobody expected."]),
        (", 开头就是逗号", [", 开头就是逗号"]),
    ],
    ids=[
        "nothing",
        "white space",
        "stripped",
        "blank lines",
        "comma and stop",
        "closing quote",
        "over a blank line",
        "first line",
    ],
)
def test_blocks(text: str, found: list[str]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    "second",
    [
        ".NET is older than it looks",
        ":smile: said the bot",
        "…und dann kam der Regen",
        "... to be continued",
        "“我不信。”",
        "(see below)",
        "- a bullet",
        "¿Y ahora?",
        "”Nu räcker det”, sade hon",
        "?query=string",
    ],
)
def test_what_looks_like_a_broken_sentence_and_begins_one(second: str) -> None:
    assert blocks(f"A first line\n{second}") == ["A first line", second]


def test_offsets_are_code_points() -> None:
    assert spans("🙂\n\n \n字") == [(0, 1), (5, 6)]


@given(ANY_TEXT)
def test_only_white_space_lies_between_blocks(text: str) -> None:
    at = 0
    for start, end in spans(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert not text[at:].strip()


def test_a_million_blank_lines_are_no_block() -> None:
    assert spans("\n" * 1_000_000) == []


@given(st.lists(ANY_TEXT, max_size=5))
def test_texts_cut_together_are_cut_as_alone(texts: list[str]) -> None:
    found = segment(texts)
    alone = [(n, *span) for n, text in enumerate(texts) for span in spans(text)]
    at = zip(found.document.tolist(), (found.first - found.above).tolist(), strict=True)
    assert list(at) == [(n, start) for n, start, _ in alone]


@given(st.lists(ANY_TEXT, max_size=5))
def test_blocks_are_spelled_as_they_stand(texts: list[str]) -> None:
    found, together = segment(texts), "".join(texts)
    told = [together[a:b] for a, b in zip(found.first.tolist(), found.last.tolist(), strict=True)]
    assert spelled(found.points, found.first, found.last).to_pylist() == told


def test_line_feeds_above() -> None:
    assert segment(["\na\n\nb\rc\n\n\n\n\n\nd"]).breaks.tolist() == [1, 2, 0, 4]


def test_classes_are_counted_with_the_white_space_inside() -> None:
    assert segment([" Ab 1,\n字。 "]).counts.tolist() == [[1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 1, 0, 0, 0, 1, 0, 0, 0]]


def test_a_span_that_ends_before_it_begins_is_a_defect() -> None:
    with pytest.raises(DefectError, match="ends before it begins"):
        spelled(np.zeros(9, np.uint32), np.array([0, 5]), np.array([9, 2]))
