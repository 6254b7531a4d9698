"""The body tells the language, the page and the title where the body leaves it open."""

from __future__ import annotations

import pyarrow as pa
import pytest

from audit.measure.language.columns import language
from audit.measure.language.spans import texts_of
from tests.measure.language.measured_texts import DE, EN, HANS, fact

NOTICE = (
    "Notice: all pictures on these pages were sent in by readers, and the office is not answerable for their contents."
)
ZH_NOTICE = "特别说明：本页图片均由读者提供，编辑部对其内容不承担任何责任，如有疑问请来信联系我们。"


def test_a_page_whose_body_leaves_it_open_is_in_the_language_of_the_page() -> None:
    text = f"{HANS}\n{NOTICE}\n{ZH_NOTICE}\n{ZH_NOTICE}"
    kept = [(0, len(HANS)), (len(HANS) + 1, len(HANS) + 1 + len(NOTICE))]
    assert fact(text, "language", spans=kept) == "zh-Hans"
    assert fact(text, "foreign_blocks", spans=kept) == 1


def test_a_body_in_two_languages_on_a_page_in_two_is_in_several() -> None:
    text = f"{HANS * 2}\n{NOTICE + EN}\n{NOTICE}\n{ZH_NOTICE}"
    kept = [(0, 2 * len(HANS)), (2 * len(HANS) + 1, 2 * len(HANS) + 1 + len(NOTICE + EN))]
    assert fact(text, "language", spans=kept) == "mul"


@pytest.mark.parametrize(
    ("title", "body", "tag"),
    [
        ("Le conseil municipal a voté mardi la rénovation", "En mai 2024,", "fr"),
        ("The ferry has left the harbour", "Vorbei.", "en"),
        ("The ferry has left the harbour", DE, "de"),
        ("OK", "Nr. 7", "und"),
    ],
    ids=["a date", "a word", "a body of its own language", "too little in both"],
)
def test_the_title_tells_what_a_body_of_a_few_letters_does_not(title: str, body: str, tag: str) -> None:
    text = f"{title}\n{body}"
    at, ids = len(title) + 1, pa.array(["0"], pa.string())
    rows = {
        "id": pa.array(["0", "0"], pa.string()),
        "start": pa.array([0, at], pa.int64()),
        "end": pa.array([len(title), len(text)], pa.int64()),
        "kind": pa.array(["title", "paragraph"], pa.string()),
        "boilerplate": pa.array([False, False], pa.bool_()),
    }
    whole = texts_of(pa.table({"text": pa.array([text], pa.large_string())}))
    documents = pa.table({"id": ids, "body": pa.array([body], pa.large_string())})
    assert language(whole, documents, pa.table(rows)).columns["language"].to_pylist() == [tag]
