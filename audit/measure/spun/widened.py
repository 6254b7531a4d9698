"""Extension of known advertising phrases to the whole planted passage."""

from __future__ import annotations

from typing import Final

from audit.measure.articles.article_words import ArticleWords
from audit.measure.spun.collocations import IS_HAN, Paragraph, is_pair, parts

# Characters around a phrase that may have been planted with it.
_BESIDE: Final = 8


def widened(text: str, span: tuple[int, int], article: ArticleWords) -> tuple[int, int]:
    """Return a planted Chinese phrase with adjacent words that occur nowhere else in the article.

    It ends where the rest connects to a word of the article, or at punctuation; else unchanged.
    """
    start, end = span
    if not IS_HAN.match(text[start]):
        return span
    paragraph = Paragraph(text, article, (max(0, start - _BESIDE), end + _BESIDE))
    starts, ends = [start], [end]
    while starts[-1] > max(0, start - _BESIDE) and _is_odd(text[starts[-1] - 1 : starts[-1] + 1], paragraph):
        starts.append(starts[-1] - 1)
    while ends[-1] < min(len(text), end + _BESIDE) and _is_odd(text[ends[-1] - 1 : ends[-1] + 1], paragraph):
        ends.append(ends[-1] + 1)
    last = ends[-1] if not IS_HAN.match(text[ends[-1] : ends[-1] + 1]) else None
    joined = (
        (a, b) for b in reversed(ends) for a in reversed(starts)
        if (b == last or last is None) and _is_joined(text[max(0, a - 1) : a] + text[b : b + 1], paragraph)
    )  # fmt: skip
    found = next(joined, None)
    if found or last is None:
        return found or span
    # Nothing connects across punctuation, blanks or scripts: the phrase starts where it does not connect to what
    # precedes.
    return next((a for a in reversed(starts) if paragraph.is_broken(a)), start), last


def _is_joined(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and paragraph.stands(pair)


def _is_odd(pair: str, paragraph: Paragraph) -> bool:
    return is_pair(pair) and not paragraph.stands(pair) and not parts(pair)
