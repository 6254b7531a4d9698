"""The questions in a benchmark's records, with choices and answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.read.columnar.names import names_of
from audit.read.containers.column_names import plain_name
from audit.read.containers.columns import text_path
from audit.read.containers.json_file import JSON_FILE
from audit.read.inputs import Input, read_inputs
from audit.read.readers import is_data, reader_named
from audit.read.walk import written

if TYPE_CHECKING:
    from pathlib import Path

    from audit.policy import InputSettings
    from audit.read.walk import Entry

_MANY: Final = "[]"
# Tried in this order; elements of a list are questions, one per line.
_QUESTIONS: Final = (
    *("question", "problem", "query", "prompt", "instruction", "question_text", "question_stem", "stem", "ctx"),
    *("goal", "premise", "sentence", "input", "problem_statement", "user_prompt", "turns"),
    *("问题", "問題", "题目", "題目", "提问", "质問", "質問", "질문", "вопрос", "frage", "pregunta", "domanda"),
)
# Where a file has none of them at its top: as SQuAD, CoQA and their like nest them.
_NESTED: Final = (
    *(
        "question.stem",
        "paragraphs[].qas[].question",
        "qas[].question",
        "questions[].input_text",
        "questions[].question",
    ),
    *("data[].paragraphs[].qas[].question", "data[].question", "questions[]", "messages[].content"),
)
_CHOICES: Final = (
    *("choices", "options", "candidates", "endings", "alternatives", "answer_choices", "选项", "選項", "選択肢"),
    *("A", "B", "C", "D", "E", "option_a", "option_b", "option_c", "option_d", "choice1", "choice2", "choice3"),
    *("sol1", "sol2", "option1", "option2", "distractor1", "distractor2", "distractor3"),
    *("choice_a", "choice_b", "choice_c", "choice_d", "ending0", "ending1", "ending2", "ending3"),
)
_ANSWERS: Final = (
    *("answer", "answers", "correct_answer", "best_answer", "target", "solution", "completion", "response", "output"),
    *("canonical_solution", "reference", "expected", "答案", "回答", "正解", "정답", "ответ"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with choices and answer; `id` is that of its record."""

    id: str
    text: str
    choices: tuple[str, ...] = ()
    answer: str = ""


def questions_in(root: Path, entry: Entry, settings: InputSettings) -> Iterator[Question]:
    """Yield the questions of a file of records; none if no column has a question's name.

    Unreadable records are skipped.
    """
    wanted = None if entry.refusal else _question_path(root, entry, settings)
    if wanted is None:
        return
    names = names_of(root, entry.path, settings)
    choices, answers = _there(_CHOICES, names), _there(_ANSWERS, names)
    reading = replace(settings, text_column=None, columns={"text": wanted}, extra=(*choices, *answers))
    for found in read_inputs(root, entry, reading):
        if isinstance(found, Input) and found.text is not None:
            yield from _questions(found, len(choices), is_list=_MANY in wanted)


def _question_path(root: Path, entry: Entry, settings: InputSettings) -> str | None:
    name = written(entry.path)
    if not is_data(name) and reader_named(name) is not JSON_FILE:
        return None
    names = names_of(root, entry.path, settings)
    if names and (there := _there(_QUESTIONS, names)):
        return there[0]
    if text_path(names, settings) is not None:
        return None
    wanted = _NESTED if names else (*_QUESTIONS, *_NESTED)
    return next((each for each in wanted if _leads_somewhere(root, entry, each, settings)), None)


def _there(wanted: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Return the wanted columns present, as spelled in the file; all if unknown."""
    known = {plain_name(name): name for name in reversed(names)}
    return tuple(known[plain_name(each)] for each in wanted if plain_name(each) in known) if names else tuple(wanted)


def _leads_somewhere(root: Path, entry: Entry, path: str, settings: InputSettings) -> bool:
    reading = replace(settings, text_column=None, columns={"text": path}, extra=())
    return any(isinstance(found, Input) for found in islice(read_inputs(root, entry, reading), 1))


def _questions(found: Input, choices: int, *, is_list: bool) -> Iterator[Question]:
    text = found.text or ""
    if is_list:
        yield from (Question(found.id, line) for line in text.split("\n") if line.strip())
        return
    told = [tuple(_texts(value.text, value.kind)) for value in found.extra]
    chosen = tuple(each for texts in told[:choices] for each in texts)
    answers = [each for texts in told[choices:] for each in texts]
    yield Question(found.id, text, chosen, _spelled(answers[0] if answers else "", chosen))


def _texts(text: str, kind: str) -> Iterator[str]:
    """Yield the texts in a value: a string, or those of a list or object such as {"label": [...], "text": [...]}."""
    if kind == "null":
        return
    if kind != "nested":
        yield text
        return
    value = json.loads(text)
    value = value.get("text", value) if isinstance(value, dict) else value
    elements = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    for each in elements:
        held = each.get("text", "") if isinstance(each, dict) else each
        if isinstance(held, str):
            yield held


def _spelled(answer: str, choices: Sequence[str]) -> str:
    """Return an answer in words if it is the letter or number of a choice."""
    if len(answer) == 1 and choices:
        number = int(answer) if answer.isdecimal() else ord(answer.upper()) - ord("A")
        return choices[number] if 0 <= number < len(choices) else answer
    return answer
