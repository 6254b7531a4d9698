"""Usual names of benchmark columns: question, choices, answer."""

from __future__ import annotations

from typing import Final

# Tried in this order; elements of a list are questions, one per line.
QUESTIONS: Final = (
    *("question", "problem", "query", "prompt", "instruction", "question_text", "question_stem", "stem", "ctx"),
    *("goal", "premise", "sentence", "input", "problem_statement", "user_prompt", "turns"),
    *("问题", "問題", "题目", "題目", "提问", "质問", "質問", "질문", "вопрос", "frage", "pregunta", "domanda"),
)
# Where a file has none of them at its top: as SQuAD, CoQA and their like nest them.
NESTED: Final = (
    *(
        "question.stem",
        "paragraphs[].qas[].question",
        "qas[].question",
        "questions[].input_text",
        "questions[].question",
    ),
    *("data[].paragraphs[].qas[].question", "data[].question", "questions[]", "messages[].content"),
)
CHOICES: Final = (
    *("choices", "options", "candidates", "endings", "alternatives", "answer_choices", "选项", "選項", "選択肢"),
    *("A", "B", "C", "D", "E", "option_a", "option_b", "option_c", "option_d", "choice1", "choice2", "choice3"),
    *("sol1", "sol2", "option1", "option2", "distractor1", "distractor2", "distractor3"),
    *("choice_a", "choice_b", "choice_c", "choice_d", "ending0", "ending1", "ending2", "ending3"),
)
ANSWERS: Final = (
    *("answer", "answers", "correct_answer", "best_answer", "target", "solution", "completion", "response", "output"),
    *("canonical_solution", "reference", "expected", "答案", "回答", "正解", "정답", "ответ"),
)
