"""A post's subject is its title, and a thread has the fields of its first post; other lists and messages give none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.stated import NOTHING_STATED, Stated
from tests.read.containers.records import jsonl, read

TEXT = "The last wooden ferry on the river went back into service on Saturday, twelve years after it was tied up."
OTHER = "Nobody at the harbour had expected so many people to come and watch it leave before the sun was up."
DAY = datetime(2024, 3, 5, 7, 30)  # noqa: DTZ001 as it is written
ALL = Stated(title="Ferry back", author="A. Roe", published=DAY, has_time=True)
POST = {"subject": "Ferry back", "author": "A. Roe", "dateline": 1709623800, "message": TEXT}
COOKED = {"username": "A. Roe", "created_at": "2024-03-05T07:30:00Z", "cooked": TEXT}
REPLY = {"subject": "Re: Ferry back", "author": "B. Finch", "dateline": 1709723800, "message": OTHER}


def _stated(folder: Path, *records: object) -> list[Stated]:
    return [one.stated for one in read(folder, "a.jsonl", jsonl(*records)) if isinstance(one, Input)]


def test_the_subject_of_a_post_is_its_title(tmp_path: Path) -> None:
    assert _stated(tmp_path, POST) == [ALL]


@pytest.mark.parametrize(
    ("thread", "expected"),
    [
        (
            {"title": "Ferry back", "stream": {"posts": [COOKED, {**COOKED, "username": "B. Finch", "cooked": OTHER}]}},
            ALL,
        ),
        (
            {
                "thread_title": "Ferry back",
                "楼层": [{"昵称": "A. Roe", "发布时间": "2024-03-05 07:30", "言": TEXT}] * 2,
            },
            ALL,
        ),
        (
            {
                "主题": "Ferry back",
                "回复": [{"楼ID": "1", "回复": TEXT, "用户名": "A. Roe"}, {"楼ID": "2", "回复": OTHER}],
            },
            Stated(title="Ferry back", author="A. Roe"),
        ),
        ({"title": "Dawn", "author": "C. Hall", "回复": [{**POST, "回复": TEXT}]}, None),
    ],
)
@pytest.mark.parametrize("times", [1, 2])
def test_a_thread_has_the_fields_of_its_first_post(
    tmp_path: Path, thread: dict[str, object], expected: Stated | None, times: int
) -> None:
    own = Stated(title="Dawn", author="C. Hall", published=DAY, has_time=True)
    assert _stated(tmp_path, *[thread] * times) == [expected or own] * times


@pytest.mark.parametrize(
    "record",
    [
        {"subject": "Ships", "text": TEXT},
        {"comments": [{"author": "A. Roe", "posted": "2024-03-05", "said": TEXT}] * 2},
        {"text": TEXT, "posts": [POST, REPLY]},
        {"messages": [{"role": "user", "author": "A. Roe", "content": TEXT}] * 2},
    ],
)
def test_other_lists_and_subjects_give_no_field(tmp_path: Path, record: dict[str, object]) -> None:
    assert _stated(tmp_path, record) == [NOTHING_STATED]
