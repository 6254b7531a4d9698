"""Benchmark items, and the texts by which they are recognised."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import numpy as np

from audit.measure.duplication.items.markup import plain
from audit.measure.duplication.tokens.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Minimum tokens; a shorter text such as "what is the capital of France" is a set phrase.
LEAST_TOKENS: Final = 8
# Maximum tokens; a longer text is an article, compared as such, and its questions are separate items.
MOST_TOKENS: Final = 60
# What precedes choices or the answer in print.
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BEFORE_ANSWER: Final = ("", "A:", "Answer:", "答案：")
# Numbering of a question in a list, and ends of questions.
_NUMBER: Final = re.compile(r"\s*(?:\(?\d{1,4}[.):、．]|Q(?:uestion)?\s?\d{0,4}[.:：]|[问題题]\d{0,4}[：:]|[-*•])\s*")
# A line with one of several choices, and the tokens from which a question without its choices is no set phrase: "which
# of the following best describes the main idea of the passage above" has thirteen.
_CHOICE: Final = re.compile(r"\s*\(?([A-HＡ-Ｈ])[).:、．）]\s*(?=\S)")
_LEAST_WITHOUT_CHOICES: Final = 16
_LEAST_CHOICES: Final = 2
_ASKED: Final = ("?", "？", "؟")
# Maximum characters of a text searched for questions.
_LARGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class BenchmarkItem:
    """A benchmark question with optional choices and answer.

    `name` identifies it, `of` is the number of its benchmark.
    """

    name: str
    question: str
    choices: tuple[str, ...] = ()
    answer: str = ""
    of: int = 0

    def with_more(self) -> Iterator[str]:
        """Yield the question with its choices, then with its answer, in the usual printed forms."""
        if self.choices:
            yield "\n".join((self.question, *self.choices))
            lettered = (f"{letter}. {choice}" for letter, choice in zip(_LETTERS, self.choices, strict=False))
            yield "\n".join((self.question, *lettered))
        elif self.answer:
            yield from (f"{self.question}\n{before} {self.answer}" for before in _BEFORE_ANSWER)

    def with_choices_apart(self) -> BenchmarkItem:
        """Return it with the choices below the question, lines from `A.` on, told from it, if it is long enough."""
        lines = self.question.splitlines()
        labels = [found and normalize("NFKC", found[1]) for found in map(_CHOICE.match, lines)]
        count = next((nth for nth, label in enumerate(reversed(labels), 1) if label == _LETTERS[0]), 0)
        stem = "\n".join(lines[: len(lines) - count])
        if self.choices or count < _LEAST_CHOICES or "".join(filter(None, labels[-count:])) != _LETTERS[:count]:
            return self
        if len(fold([stem]).hashes) < _LEAST_WITHOUT_CHOICES:
            return self
        return replace(self, question=stem, choices=tuple(_CHOICE.sub("", line, count=1) for line in lines[-count:]))

    def without_markup(self) -> BenchmarkItem:
        """Return it without the tags and character references of HTML."""
        choices = tuple(map(plain, self.choices))
        return replace(self, question=plain(self.question), choices=choices, answer=plain(self.answer))


def items_in(name: str, text: str) -> Iterator[BenchmarkItem]:
    """Yield the items in a text: question lines, or paragraphs ending in one; or a short text itself.

    A paragraph with lines that are no questions is one question broken into lines.
    """
    if len(text) > _LARGEST:
        return
    is_short = len(fold([text]).hashes) <= MOST_TOKENS
    for lines in [text.strip().splitlines()] if is_short else _paragraphs(text):
        asks = [line.strip().endswith(_ASKED) for line in lines] or [False]
        if all(asks):
            yield from (BenchmarkItem(name, _unnumbered(line)) for line in lines)
        elif asks[-1] or (lines and is_short):
            yield BenchmarkItem(name, _unnumbered("\n".join(lines)))


def _unnumbered(text: str) -> str:
    number = _NUMBER.match(text)
    return (text[number.end() :] if number else text).strip()


def _paragraphs(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield lines
            lines = []


@dataclass(frozen=True, slots=True)
class Probes:
    """Texts of at least LEAST_TOKENS to search for, with the numbers of item and benchmark."""

    texts: tuple[str, ...]
    items: tuple[int, ...]
    benchmarks: tuple[int, ...]


def probes_of(items: Sequence[BenchmarkItem]) -> Probes:
    """Return the search texts: each question or, if too short or ambiguous, more of the item.

    Items that are too short even so are left out.
    """
    items = [item.without_markup().with_choices_apart() for item in items]
    asked = Counter(question for question, *_ in {(item.question, item.choices, item.answer) for item in items})
    sizes = _sizes([item.question for item in items])
    found: list[tuple[str, int]] = []
    for number, (item, size) in enumerate(zip(items, sizes, strict=True)):
        is_its_own = size >= LEAST_TOKENS and (asked[item.question] == 1 or not item.choices)
        found += [(text, number) for text in ([item.question] if is_its_own else item.with_more())]
    sizes = _sizes([text for text, _ in found])
    long = [probe for probe, size in zip(found, sizes, strict=True) if size >= LEAST_TOKENS]
    numbers = tuple(number for _, number in long)
    return Probes(tuple(text for text, _ in long), numbers, tuple(items[number].of for number in numbers))


def _sizes(texts: Sequence[str]) -> list[int]:
    found: list[int] = np.diff(fold(texts).offsets).tolist()
    return found
