"""What markup says of blocks is believed, and moves with the text."""

from __future__ import annotations

from audit.read.codec.decoded import Decoded
from audit.read.record import Marked
from audit.read.texts.edited import Edit, Moved
from audit.tables import BLOCKS
from audit.worker.batch import Row, _moved
from audit.worker.markup import apply_markup

TEXT = "Ferry\nBy Ada\ntwo onions\nShare"


def test_markup_decides_what_blocks_are() -> None:
    row = Row("a", "a", b"", 0, "", Decoded(TEXT, "utf-8", "html"), marked=(
        Marked(0, 5, "title"), Marked(6, 12, "byline"), Marked(13, 23, "list_item"), Marked(24, 29, "navigation"),
    ))  # fmt: skip
    spans = [(0, 5), (6, 12), (13, 23), (24, 29), (30, 31)]
    blocks = BLOCKS.build(
        id=["a"] * 5,
        block=list(range(5)),
        start=[start for start, _ in spans],
        end=[end for _, end in spans],
        text=[TEXT[start:end] for start, end in spans],
        kind=["navigation", "title", "navigation", "paragraph", "title"],
        boilerplate=[True, False, True, False, False],
        score=[1.0, 0.0, 1.0, 0.0, 0.0],
        reason=[""] * 5,
    )
    found = apply_markup([row], blocks)
    assert found["kind"].to_pylist() == ["title", "byline", "list_item", "navigation", "heading"]
    assert found["boilerplate"].to_pylist() == [False, True, False, True, False]
    assert found.schema == blocks.schema
    assert apply_markup([Row("a", "a", b"", 0, "", None)], blocks) is blocks


def test_marks_move_with_what_is_put_right_before_them() -> None:
    moved = Moved.by([Edit(2, 5, "x"), Edit(8, 9, "yyy")])
    marks = (Marked(0, 2, "title"), Marked(3, 7, "quote"), Marked(6, 8, "list_item"), Marked(10, 12, "quote"))
    assert list(_moved(marks, moved)) == [Marked(0, 2, "title"), Marked(4, 6, "list_item"), Marked(10, 12, "quote")]
