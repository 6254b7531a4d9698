"""Marks of a text: what stays when it is told in other words."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.paraphrase.anchors import MOST_KEYS, marks_of, paraphrase_keys


def anchors_in(text: str) -> list[str]:
    found = marks_of(pa.array([text], pa.large_string()))
    octets = text.encode()
    spans = zip(found.starts[found.is_anchor].tolist(), found.ends[found.is_anchor].tolist(), strict=True)
    return [octets[start:end].decode() for start, end in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("参会的有3,745人,花费58.5万元", ["3,745", "58.5"], id="numbers with points"),
        pytest.param("他有3个苹果", [], id="one digit is no anchor"),
        pytest.param("记者用iPhone拍下kernel的照片", ["iPhone", "kernel"], id="names among Chinese"),
        pytest.param("她读完《河湾的冬天》就睡了", ["河湾的冬天"], id="a title"),
        pytest.param("所谓“慢桥”其实很快", ["慢桥"], id="a quoted name"),
        pytest.param("他说“" + "我们等了很久" * 8 + "”然后走了", [], id="a quoted sentence is none"),
        pytest.param("《没有合上的书名", [], id="a title that is not closed"),
        pytest.param("《书\n名》", [], id="a title does not go over lines"),
        pytest.param("We saw Anna and Bruno in town.", ["Anna", "Bruno"], id="capitals inside a sentence"),
        pytest.param("The town slept. Nobody came.", [], id="capitals that begin a sentence"),
        pytest.param("the kernel is small", [], id="small words in English"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_is_an_anchor(text: str, found: list[str]) -> None:
    assert anchors_in(text) == found


def test_case_and_width_do_not_tell_anchors_apart() -> None:
    first, second = (
        set(marks_of(pa.array([t], pa.large_string())).keys.tolist()) for t in ("用ABC12吧", "用ＡＢＣ１２吧")
    )
    assert first == second
    third = set(marks_of(pa.array(["用abc12吧"], pa.large_string())).keys.tolist())
    assert first == third


def test_a_slice_of_a_column_has_the_marks_of_its_texts() -> None:
    texts = ["第12号", "在Berlin的第34号", "第56号"]
    whole = pa.table({"body": pa.array(texts, pa.large_string())})
    assert paraphrase_keys(whole.slice(1, 1)).equals(
        paraphrase_keys(pa.table({"body": pa.array(texts[1:2], pa.large_string())}))
    )


def test_a_table_of_numbers_does_not_fill_the_index() -> None:
    body = " ".join(str(number) for number in range(10_000, 30_000))
    keys = paraphrase_keys(pa.table({"body": pa.array([body, ""], pa.large_string())}))
    assert [len(row) for row in keys["anchors"].to_pylist()] == [MOST_KEYS, 0]
    assert all(len(row) <= MOST_KEYS for row in keys["shingles"].to_pylist())


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_has_marks_in_order_inside_its_bytes(texts: list[str]) -> None:
    clean = [text.encode("utf-8", "replace").decode() for text in texts]
    found = marks_of(pa.array(clean, pa.large_string()))
    edges = [0]
    for text in clean:
        edges.append(edges[-1] + len(text.encode()))
    for nth, owner in enumerate(found.owners.tolist()):
        assert edges[owner] <= found.starts[nth] < found.ends[nth] <= edges[owner + 1]
    alone = [marks_of(pa.array([text], pa.large_string())).keys.tolist() for text in clean]
    assert found.keys.tolist() == [key for keys in alone for key in keys]
