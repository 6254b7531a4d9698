"""What stands beside a text within its object is said of it, as is the subject of a thread; other objects are not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.stated import Stated
from tests.read.containers.records import jsonl, read

TEXT = "The last wooden ferry on the river went back into service on Saturday, twelve years after it was tied up."
MORNING = datetime(2024, 3, 5, 7, 30)  # noqa: DTZ001 as it is written
OWN = {"content": TEXT, "title": "Ferry back", "author": {"name": "A. Roe"}, "created_at": "2024-03-05T07:30:00Z"}
ALL = Stated(title="Ferry back", author="A. Roe", published=MORNING, has_time=True)


@pytest.mark.parametrize(
    "record",
    [
        {"answer": OWN, "votes": 3},
        {"thread": {"opening": OWN, "views": 3}},
        {"event": {"before": None, "after": OWN}, "op": "c"},
        {"book": {"title": "The river", "author": "B. Finch", "chapter": OWN}},
        {"answer": OWN, "question": {"author": {"name": "B. Finch"}, "created_at": "2019-01-01"}},
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_what_is_beside_a_text_in_its_object_is_said_of_it(tmp_path: Path, record: dict, times: int) -> None:
    found = read(tmp_path, "a.jsonl", jsonl(*[record] * times))
    assert [one.stated for one in found if isinstance(one, Input)] == [ALL] * times


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "reply": {"title": "No", "author": "B. Finch", "created_at": "2019-01-01"}},
        {"answer": {"content": TEXT}, "asker": {"title": "Dr", "created_at": "2019-01-01"}},
        {"posts": [{"text": TEXT, "author": "A. Roe"}, {"text": TEXT[::-1], "author": "B. Finch"}]},
    ],
)
def test_what_other_objects_hold_is_not(tmp_path: Path, record: dict) -> None:
    told = [one.stated for one in read(tmp_path, "a.jsonl", jsonl(record)) if isinstance(one, Input)]
    assert all((one.title, one.published) == (None, None) and one.author != "B. Finch" for one in told)


def test_a_writer_whose_object_holds_the_text_keeps_the_name(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl({"user": {"name": "A. Roe", "comment": TEXT}}))
    assert isinstance(found, Input)
    assert (found.stated.title, found.stated.author) == (None, "A. Roe")


def test_the_subject_of_a_thread_is_its_title(tmp_path: Path) -> None:
    posts = [{"楼ID": str(n), "回复": TEXT[n:]} for n in range(2)]
    (found,) = read(
        tmp_path, "a.jsonl", jsonl({"主题": "渡船", "回复": posts, "元数据": {"发帖时间": "20240305 07:30:00"}})
    )
    assert isinstance(found, Input)
    assert (found.stated.title, found.stated.published) == ("渡船", MORNING)
    (found,) = read(tmp_path, "b.jsonl", jsonl({"主题": "航运", "内容": TEXT}))[-1:]
    assert isinstance(found, Input)
    assert found.stated.title is None
