"""The same question with another answer is no copy; the same item copied with errors is one."""

from __future__ import annotations

import random

import numpy as np
import pytest

from audit.measure.duplication.template_texts.filled_in import differences
from audit.measure.duplication.template_texts.gaps import MarkedTexts
from audit.measure.duplication.tokens.fold import fold_bytes
from audit.measure.duplication.tokens.hashing import starts_of

QUESTION = (
    "the miller, his daughter and the tax collector reach the landing stage at dawn and find that no boat is running. "
    "They ask the ferryman, who is mending a net, and after a long silence he gives them the reason. Why is there none?"
)
FRAGE = (
    "磨坊主、他的女儿和税吏在黎明时分来到渡口，发现没有一条船在走。"
    "他们去问正在补网的船夫，船夫沉默了很久才开口。为什么没有船？"
)
LATE = "the tide had carried the pontoon onto the shingle"
ILL = "no pilot but the sick one holds a licence"


def told_apart(one: str, other: str) -> bool:
    raw = [text.encode() for text in (one, other)]
    offsets = starts_of(np.array([len(text) for text in raw]))
    found = fold_bytes(np.frombuffer(b"".join(raw), np.uint8), offsets, np.empty(0, np.int64), is_marked=True)
    texts = MarkedTexts(found.codes, found.marks, found.offsets)
    return bool(differences(texts, np.array([0]), np.array([1])).are_filled_in[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"{QUESTION}\nAnswer: {LATE}.", f"{QUESTION}\nAnswer: {ILL}.", id="a clause"),
        pytest.param(f"{QUESTION}\nAnswer: because {LATE}.", f"{QUESTION}\nAnswer: because {ILL}.", id="because"),
        pytest.param(f"{QUESTION}\nThe answer is B. {LATE}.", f"{QUESTION}\nThe answer is D. {LATE}.", id="a letter"),
        pytest.param(f"{QUESTION}\nRéponse : oui", f"{QUESTION}\nRéponse : jamais", id="French"),
        pytest.param(f"{QUESTION}\nLösung: am Abend", f"{QUESTION}\nLösung: im Winter", id="German"),
        pytest.param(f"{QUESTION}\nОтвет: мельник", f"{QUESTION}\nОтвет: никто", id="Russian"),
        pytest.param(f"{FRAGE}\n答案：错", f"{FRAGE}\n答案：对", id="Chinese"),
        pytest.param(f"{FRAGE}\n答案：B\n解析：{FRAGE}", f"{FRAGE}\n答案：C\n解析：{FRAGE}", id="before a reason"),
        pytest.param(f"{FRAGE}\n正解：二番", f"{FRAGE}\n正解：四番", id="Japanese"),
        pytest.param(f"4. {QUESTION}\nAnswer: {LATE}.", f"9. {QUESTION}\nAnswer: {ILL}.", id="of another number"),
        pytest.param(f"{QUESTION}\nAnswer: no", f"{QUESTION.replace('net', 'sail')}\nAnswer: yes", id="reworded"),
        pytest.param(f"{FRAGE}\n정답: 셋", f"{FRAGE}\n정답: 하나", id="Korean"),
    ],
)
def test_items_with_another_answer_are_told_apart(one: str, other: str) -> None:
    assert told_apart(one, other)
    assert told_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(f"{QUESTION}\nAnswer: {LATE}.", f"{QUESTION.upper()}\nAnswer - {LATE}", id="the same"),
        pytest.param(f"{QUESTION}\nAnswer: shingle {ILL}.", f"{QUESTION}\nAnswer: shingie {ILL}.", id="misread"),
        pytest.param(f"{QUESTION}\nAnswer: {LATE}.", f"{QUESTION}\nAnswer: {LATE}. Share this", id="a line behind it"),
        pytest.param(f"{QUESTION}\nAnswer: {LATE}.", f"{QUESTION}", id="without an answer"),
        pytest.param(f"{QUESTION}\nReply: {LATE}.", f"{QUESTION}\nReply: {ILL}.", id="no answer of an item"),
        pytest.param(
            f"He got no answer at all. {QUESTION * 5}", f"He got no answer that day. {QUESTION * 5}", id="long"
        ),
    ],
)
def test_copies_are_not(one: str, other: str) -> None:
    assert not told_apart(one, other)
    assert not told_apart(other, one)


WORDS = QUESTION.split()


@pytest.mark.parametrize("word", ["correct", "answer", "solution"])
def test_copies_with_words_replaced_all_over_are_not_told_by_one_that_happens_to_be_behind_a_label(word: str) -> None:
    text = [*WORDS * 2, "which", "we", "believe", word, "but", "do", "not", "claim", "to", *WORDS[:20]]

    def edited(seed: int) -> str:
        r = random.Random(seed)  # noqa: S311 text, not secrets
        return " ".join(r.choice(WORDS) if r.random() < 0.1 else own for own in text)

    assert sum(told_apart(" ".join(text), edited(seed)) for seed in range(60)) <= 3


@pytest.mark.parametrize("item", [f"{QUESTION}\nAnswer: {LATE}.", f"{FRAGE}\n答案：潮水把浮桥冲上了岸。"])
def test_few_items_copied_with_errors_are(item: str) -> None:
    def edited(seed: int) -> str:
        r = random.Random(seed)  # noqa: S311 text, not secrets
        letters = sorted({char for char in item if char.isalpha()})
        return "".join(r.choice(letters) if char.isalpha() and r.random() < 0.03 else char for char in item)

    assert sum(told_apart(item, edited(seed)) for seed in range(60)) <= 9
