from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.parser.segment import Span, segment

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


def blocks(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)]


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
    assert segment("🙂\n\n \n字") == [Span(0, 1), Span(5, 6)]


@given(ANY_TEXT)
def test_only_white_space_lies_between_blocks(text: str) -> None:
    spans, at = segment(text), 0
    for span in spans:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        at = span.end
    assert not text[at:].strip()


def test_a_million_blank_lines_are_no_block() -> None:
    assert segment("\n" * 1_000_000) == []
