"""Answers that are judged beside a dialogue."""

from __future__ import annotations

import pytest

from audit.read.containers import joined_texts


@pytest.mark.parametrize(
    ("judged", "path"),
    [
        ({"chosen": {"from": "gpt", "value": "May."}, "rejected": {"from": "gpt", "value": "June."}},
         "conversations[].value+chosen.value+rejected.value"),
        ({"chosen": [{"role": "bot", "content": "May."}], "rejected": [{"role": "bot", "content": "June."}]},
         "conversations[].value+chosen[].content+rejected[].content"),
        ({"chosen": "May.", "rejected": "June."}, "conversations[].value+chosen+rejected"),
        ({"chosen": "May."}, "conversations[].value"),
        ({"chosen": 1, "rejected": 2}, "conversations[].value"),
        ({"chosen": {"id": 1}, "rejected": {"id": 2}}, "conversations[].value"),
    ],
    ids=["objects", "turns", "texts", "one", "numbers", "objects without a text"],
)  # fmt: skip
def test_answers_that_are_judged_beside_a_dialogue_belong_to_it(judged: dict[str, object], path: str) -> None:
    record = {"conversations": [{"from": "human", "value": "When?"}], **judged}
    assert joined_texts.usual(tuple(record), record) == path
