"""Messages as chat programs export them: their text in pieces, their days and writers."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.containers.records import jsonl, read, shown

DAY = "2024-03-04T10:11:12"


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            {"id": 1, "type": "message", "date": DAY, "from": "A. Roe", "from_id": "user1",
             "text": ["See ", {"type": "link", "text": "bay.example"}, ", all."]},
            ("See bay.example, all.", "A. Roe", DAY),
        ),
        ({"type": "message", "user": "U1", "text": "See you.", "ts": "1709547072.000100"}, ("See you.", None, DAY)),
        ({"id": "1", "timestamp": DAY, "timestampEdited": None, "content": "See you."}, ("See you.", None, DAY)),
        # A crawl has a time too, and where a text is from need not be a person.
        ({"text": "See you.", "timestamp": DAY}, ("See you.", None, None)),
        ({"text": "See you.", "from": "the bay", "ts": "1709547072"}, ("See you.", None, None)),
    ],
    ids=["telegram", "slack", "discord", "crawl", "other"],
)  # fmt: skip
def test_a_message_of_a_chat_has_its_day_and_writer(
    tmp_path: Path, record: dict[str, object], said: tuple[str | None, ...]
) -> None:
    (found,) = read(tmp_path, "a.jsonl", jsonl(record))
    assert isinstance(found, Input)
    day = found.stated.published
    assert (found.text, found.stated.author, day and day.isoformat()) == said


@pytest.mark.parametrize("pieces", [["a", "b"], ["a", {"text": "b"}], ["a", {"type": "x"}], ["a", 3]])
def test_a_list_of_other_things_is_no_line_in_pieces(tmp_path: Path, pieces: list[object]) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl({"text": pieces}))) == ["no-text"]


@pytest.mark.parametrize("left", ["[deleted]", "[removed]", "[ Removed by Reddit ]", " [deleted by user]\n"])
def test_what_is_left_of_a_deleted_post_is_no_text(tmp_path: Path, left: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl({"title": "Ferry", "selftext": left}))) == ["no-text"]


@pytest.mark.parametrize("said", ["Deleted.", "[deleted] said the ferry is late.", "[removed from the list]"])
def test_a_post_about_deleting_is_a_text(tmp_path: Path, said: str) -> None:
    assert shown(read(tmp_path, "a.jsonl", jsonl({"title": "Ferry", "selftext": said}))) == [said]


def test_some_turns_may_be_in_pieces_and_others_not(tmp_path: Path) -> None:
    asked, given = "How are walnuts kept?", "Walnuts fall in October."
    pieces = [{"type": "text", "text": asked}, {"type": "text", "text": given}, {"type": "image", "source": "a.png"}]
    said = [{"role": "system", "content": given}, {"role": "user", "content": pieces}]
    assert shown(read(tmp_path, "a.jsonl", jsonl({"messages": said}))) == [f"{given}\n{asked}\n{given}"]


@pytest.mark.parametrize("piece", [{"text": "b"}, 3, {"kind": "text", "text": "b"}], ids=repr)
def test_a_turn_with_something_else_in_its_list_is_none_in_pieces(tmp_path: Path, piece: object) -> None:
    said = [{"role": "user", "content": "Walnuts fall in October."}, {"role": "user", "content": [piece]}]
    assert shown(read(tmp_path, "a.jsonl", jsonl({"messages": said}))) == ["no-text"]
