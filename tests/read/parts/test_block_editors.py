"""Texts of Draft.js and EditorJS as the lines of their blocks; other objects with blocks are none."""

import pytest

from audit.read.parts.block_editors import lines_of_blocks
from audit.read.parts.rich_text import with_rich_text


def _draft(*texts: tuple[str, str]) -> dict[str, object]:
    styled: dict[str, object] = {"inlineStyleRanges": [], "entityRanges": []}
    return {"blocks": [{"key": "k", "type": kind, "text": text, **styled} for kind, text in texts], "entityMap": {}}


def test_blocks_of_draft_js_are_lines() -> None:
    saved = _draft(("header-one", "Dawn"), ("unstyled", ""), ("unordered-list-item", "渡船开了"))
    assert lines_of_blocks(saved) == ["Dawn", "- 渡船开了"]
    assert with_rich_text({"title": "x", "body": saved}) == {"title": "x", "body": "Dawn\n- 渡船开了"}


def test_blocks_of_editor_js_are_lines_without_inline_markup() -> None:
    nested = {"content": "Rope", "items": [{"content": "Thin <i>rope</i>", "items": []}]}
    blocks: list[dict[str, object]] = [
        {"type": "header", "data": {"text": "The <b>ferry</b>", "level": 2}},
        {"type": "paragraph", "data": {"text": "3 &lt; 4 and a < b"}},
        {"type": "list", "data": {"style": "unordered", "items": ["Bell", nested]}},
        {"type": "table", "data": {"withHeadings": True, "content": [["Ship", "Day"], ["Ada", "3"]]}},
        {"type": "image", "data": {"file": {"url": "q.png"}, "caption": "The quay"}},
    ]
    assert lines_of_blocks({"time": 1, "version": "2.28", "blocks": blocks}) == [
        "The ferry", "3 < 4 and a < b", "- Bell", "- Rope", "- Thin rope", "Ship | Day", "Ada | 3", "The quay",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        {"blocks": []},
        {"blocks": ["a"]},
        {"blocks": [{"type": "text", "text": "Dawn", "bbox": [0, 0]}]},
        {"blocks": [{"type": 3, "data": {"text": "Dawn"}}]},
        {"blocks": [{"data": {"text": "Dawn"}}]},
    ],
)
def test_other_lists_of_blocks_are_none(other: dict[str, object]) -> None:
    assert lines_of_blocks(other) == []
