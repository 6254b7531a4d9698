"""A curriculum, a list by days, a chat, a log and a microblog post have no headline, and no day of their own."""

from __future__ import annotations

import pytest

DAYS = "March 1, 2021", "March 2, 2021", "March 3, 2021", "March 4, 2021"
SAID = (
    "The fog stayed until noon, and the ferry did not sail before the bell of the chapel rang twice for dinner.",
    "We painted the hull again, blue this time, and ate on the bank with everybody who had lent us a brush.",
    "The new bell came back from the foundry; it is too loud for the village, and the dogs do not like it.",
)
KINDS = {
    "a curriculum": (
        "Experience\nSenior Engineer, Marl Shipyard\nJan 2019 – Present\nI lead the repair of wooden hulls and train "
        "apprentices.\nEngineer, Tarn Works\nMar 2014 – Dec 2018\nI drew bells and rudders for river boats.\n"
    ),
    "headlines above their days": "\n".join(
        f"{line}\n{day}"
        for line, day in zip(("Ferry sails", "New bell", "Bridge toll", "Mayor resigns"), DAYS, strict=True)
    ),
    "posts of one day": "\n\n".join(f"piizog\n\nJan 2, 2024\n\n{line}" for line in SAID),
    "a chat by times": "12/03/2023, 14:05 - Anna: Did you see it?\n12/03/2023, 14:07 - Ben: No, I was at home.\n",
    "a log": "2024-03-01 12:00:01 INFO server started on port 8080\n2024-03-01 12:00:03 WARN the disk is nearly full\n",
    "a list": "* Ferries of the Marl and their crews\n* Bells, and how they are cast\n* Ropes (second edition)\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_none_of_its_lines_is_a_headline(document, kind: str) -> None:
    found = document(KINDS[kind])
    assert (found["title"], found["date"]) == (None, None)


def test_who_posted_from_a_device_is_no_headline(document) -> None:
    post = "河边的周小渡\n2023-7-4 09:12 来自 微博网页版\n今天渡船又开了，早上第一班，河面有雾，船工敲了铃。\n转发 12"
    assert document(post)["title"] is None


def test_records_in_one_text_date_only_themselves(document) -> None:
    said = "昨天下午，青石镇第{}座图书馆重新开放。馆长说，新书架可以放下六百册图书，孩子们有了自己的阅读角。"
    records = (f"标题：图书馆{n}\n时间：2024-03-0{n}\n{said.format(n)}\n" for n in (1, 2, 3))
    assert document("=====\n" + "=====\n".join(records))["date"] is None
