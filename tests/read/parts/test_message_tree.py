"""Dialogues as trees of messages: the last branch in its order, what is beside it, and objects that are no trees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.read.inputs import Input
from audit.read.parts.message_tree import with_messages
from tests.read.reading import read


def node(above: str | None, below: list[str], role: str = "", text: object = None) -> dict[str, object]:
    said = {"author": {"role": role, "name": None}, "content": {"content_type": "text", "parts": [text]}}
    return {"message": said if role else None, "parent": above, "children": below}


TREE = {
    "r": node(None, ["s"]),
    "s": node("r", ["q"], "system", ""),
    "q": node("s", ["a", "b"], "user", "Is the ferry back?"),
    "a": node("q", [], "assistant", "It left before dawn, and nobody saw it go."),
    "b": node("q", [], "assistant", "It is back, and the bell rang twice."),
}


def test_the_last_branch_of_a_dialogue_is_its_text(tmp_path: Path) -> None:
    chats = [{"title": "Ferry", "create_time": 1709600000.5, "mapping": TREE, "current_node": last} for last in "ab"]
    found = [one for one in read(tmp_path, "a.json", json.dumps(chats).encode()) if isinstance(one, Input)]
    asked = "Is the ferry back?"
    assert [one.text for one in found] == [
        f"{asked}\nIt left before dawn, and nobody saw it go.",
        f"{asked}\nIt is back, and the bell rang twice.",
    ]
    assert [one.stated.title for one in found] == ["Ferry", "Ferry"]
    assert all("other branches (1)" in (one.remark or "") for one in found)


def test_a_circle_ends() -> None:
    circle = {"a": node("b", ["b"], "user", "Dawn."), "b": node("a", ["a"], "user", "Noon.")}
    assert len(with_messages({"mapping": circle})["messages"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "record",
    [
        {"text": "Dawn.", "meta": {"a": {"parent": "b", "children": "c"}}},
        {"text": "Dawn.", "tree": {"a": {"parent": None, "children": []}}},
        {"text": "Dawn.", "mapping": {}},
    ],
    ids=["no list", "no messages", "empty"],
)
def test_other_objects_stay_as_they_are(record: dict[str, object]) -> None:
    assert with_messages(record) is record


def test_messages_by_their_senders_are_one_dialogue_with_the_texts_of_their_parts(tmp_path: Path) -> None:
    used = {"type": "tool_use", "name": "tide", "input": {}}
    said = [
        {"uuid": "m1", "sender": "human", "text": "Is the ferry back?", "content": []},
        {"uuid": "m2", "sender": "assistant", "text": "", "content": [used, {"type": "text", "text": "It is back."}]},
    ]
    chats = [{"uuid": "c", "name": "Ferry", "created_at": "2026-01-02T03:04:05Z", "chat_messages": said}]
    (found,) = read(tmp_path, "a.json", json.dumps(chats).encode())
    assert isinstance(found, Input)
    assert found.text == "Is the ferry back?\nIt is back."
    assert "other parts (1)" in (found.remark or "")


@pytest.mark.parametrize("sender", ["Ada Roe", "ada@bay.example", 7, None, ["human"]])
def test_mails_by_their_senders_are_no_dialogue(sender: object) -> None:
    record = {"mails": [{"sender": sender, "text": "The ferry is back."}]}
    assert with_messages(record) is record


SAID = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Is the ferry back?"}]


def test_messages_in_the_body_of_a_request_are_a_dialogue(tmp_path: Path) -> None:
    request = {"custom_id": "1", "method": "POST", "body": {"model": "m", "messages": SAID}}
    (found,) = read(tmp_path, "a.jsonl", json.dumps(request).encode())
    assert isinstance(found, Input)
    assert found.text == "Be brief.\nIs the ferry back?"


@pytest.mark.parametrize(
    "record",
    [
        {"messages": SAID, "body": {"messages": SAID}},
        {"one": {"messages": SAID}, "other": {"messages": SAID}},
        {"body": {"messages": [{"role": "user"}]}},
        {"body": {"messages": []}},
    ],
)
def test_other_messages_stay_where_they_are(record: dict[str, object]) -> None:
    assert with_messages(record) is record
