"""Lines and columns of passages: those that an editor shows, whatever the codec and whatever was put right since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.finding import Place
from audit.read.codec.decode import byte_offsets, decode
from audit.read.texts.edited import Edit, edited
from audit.worker.lines import FileLines, LineSpan

TEXT = "Der Hafen ist offen.\r\nDas Café am Kai\rist es nicht.\nMorgen früh, sagt Ole.\n"


def spans(raw: bytes, decoded, start: int, end: int):
    at = tuple(byte_offsets(decoded, raw, [start, end]))
    return FileLines(raw, decoded).spans([Place("mojibake", start, end, "")], [at])[0]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    ("passage", "line", "column"), [("Der", 1, 1), ("Café", 2, 5), ("nicht", 3, 8), ("Ole", 4, 19)]
)
def test_a_passage_has_the_line_and_the_column_of_its_file(codec: str, passage: str, line: int, column: int) -> None:
    raw = TEXT.encode(codec)
    decoded = decode(raw)
    start = decoded.text.index(passage)
    found = spans(raw, decoded, start, start + len(passage))
    assert found == LineSpan(line, column, line, column + len(passage))


def test_a_passage_over_several_lines_ends_on_the_last() -> None:
    raw = TEXT.encode()
    assert spans(raw, decode(raw), 4, TEXT.index("ist es")) == LineSpan(1, 5, 3, 1)


def test_lines_that_are_gone_from_the_text_are_lines_of_the_file() -> None:
    raw = f"---\ntitle: x\n---\n{TEXT}".encode("utf-8-sig")
    decoded = decode(raw)
    decoded = edited(decoded, raw, [Edit(0, decoded.text.index("Der"), "")])
    start = decoded.text.index("Café")
    assert spans(raw, decoded, start, start + 4) == LineSpan(5, 5, 5, 9)
    assert spans(raw, replace(decoded, encoding="utf-16-le"), start, start + 4) is None
