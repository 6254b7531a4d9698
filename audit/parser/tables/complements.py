"""What stands behind a label without saying anything of its own: words of which labels consist.

`Share on Facebook` is a button, `Share the bread` is not, and nothing but the rest of the line tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.parser.tables.function_words import FUNCTION_WORDS
from audit.parser.tables.line_cues import CUES, LABELS
from audit.text.tables import phrases

_WORD, _NUMBER = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
# Scripts without blanks between words: Thai to Burmese, Khmer, kana and Han.
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# Their words that join others in a label.
_JOINING: Final = (
    *("并", "並", "和", "与", "與", "及", "或", "后", "後", "可", "本", "此", "该", "您", "你", "请", "請", "一下"),
    *("で", "を", "に", "へ", "の", "する", "と"),
)
# Calls anywhere in a line that also ask for other things, and what pages call to.
CALLS: Final = frozenset(phrases("prompts", "spoken"))
_OFFERED: Final = re.compile(
    rf"\b(?:{'|'.join(phrases('prompts', 'offered'))})s?\b|{'|'.join(phrases('prompts', 'offered_anywhere'))}"
)
# Characters of the longest piece that is tried, and of the shortest.
_LONGEST, _SHORTEST = 12, 2
# Marks between a label and its value, one of which some labels end with.
_SEPARATORS: Final = " :|/=(["
# The first steps of a path.
_PATH: Final = re.compile(r"\s*[^\s>»›≫→]{0,8}\s*[>»›≫→]")
# Marks before a credit, and letters of a name in scripts without case.
_CREDITING: Final = ":：|｜/／=＝)）]】©@"
_NAME: Final = 4
# Words beside the first one from which a line may be a menu.
_SECTIONS: Final = 3
# A mark near the label, in scripts whose labels go on: 사진 출처=…, 来源于：….
_GIVES: Final = re.compile(r"[^=]{0,5}=|[\u3040-\u30ff\u3400-\u9fff]{0,3}[:：]")
# Kinds of cues that name what stands behind a colon: the next page, the order of a list, a category.
_VALUED: Final = ("navigation", "control of a list", "tab of a wiki", "frame of a site", "call to act")
_VALUED_CUES: Final = frozenset(i for i in LABELS if CUES[i].label in _VALUED)


def says_more(cue: int, label: str, rest: str) -> bool:
    """Return whether a line says something of its own in the `rest` beside a `label`, which is a word of CUES[cue].

    >>> from audit.parser.tables.line_cues import CUES
    >>> share = [cue.label for cue in CUES].index("share prompt")
    >>> [says_more(share, "share", rest) for rest in (" on facebook (3)", " the bread with them")]
    [False, True]
    """
    valued = label[-1] in _SEPARATORS or (rest.lstrip()[:1] in _SEPARATORS and cue in _VALUED_CUES)
    return not valued and not _PATH.match(rest) and _says_own(rest) and not (label in CALLS and _OFFERED.search(rest))


def _says_own(rest: str) -> bool:
    if _UNSPACED.search(rest):
        return not _is_covered(rest)
    words = _WORD.findall(rest)
    others = [word for word in words if word not in _words()]
    # Several names of sections in a line, without a word of grammar, are a menu though few of them are unknown.
    is_menu = len(words) > _SECTIONS and 2 * len(others) < len(words) and FUNCTION_WORDS.isdisjoint(words)
    return bool(others) and not is_menu


def own_words(rest: str) -> int:
    """Return how many words and numbers are no words of labels; in scripts without blanks two characters count as one.

    >>> [own_words(rest) for rest in (" on facebook", " the bread with tom", " 一半月饼给王奶奶")]
    [0, 2, 4]
    """
    unspaced = len(_UNSPACED.findall(rest))
    if unspaced:
        return unspaced // 2
    return len(_NUMBER.findall(rest)) + sum(not _is_of_labels(word) for word in _WORD.findall(rest))


def _is_of_labels(word: str) -> bool:
    return word in _words() or word in FUNCTION_WORDS


def is_call(line: str, rest: str) -> bool:
    """Return whether a line says what pages call to, or has only words of labels as its `rest`."""
    return _OFFERED.search(line) is not None or not _says_own(rest)


def is_credit(label: str, rest: str) -> bool:
    """Return whether behind a label of credits stands a credit: a mark, a name, or words of labels.

    `rest` has its own case. In scripts without case a name has few letters.

    >>> [is_credit("photo by", rest) for rest in (" Ada Finch", ": the ferry", " the river")]
    [True, True, False]
    """
    if not _WORD.search(rest) or label[-1] in _SEPARATORS or rest.lstrip()[0] in _CREDITING or _GIVES.match(rest):
        return True
    if rest.upper() == rest.lower():
        letters = sum(map(str.isalpha, rest))
        return letters <= _NAME or (rest[0] == " " and _UNSPACED.search(rest) is not None)
    return any(word[0].isupper() for word in _WORD.findall(rest)[:2])


def _is_covered(rest: str) -> bool:
    at = 0
    while at < len(rest):
        if not rest[at].isalpha():
            at += 1
            continue
        sizes = range(min(len(rest) - at, _LONGEST), 0, -1)
        size = next((size for size in sizes if rest[at : at + size] in _pieces()), 0)
        if not size:
            return False
        at += size
    return True


@cache
def _words() -> frozenset[str]:
    told = (*phrases("furniture", "complement"), *(phrase for cue in CUES for phrase in cue.words))
    return frozenset(word for phrase in told for word in _WORD.findall(phrase))


@cache
def _pieces() -> frozenset[str]:
    """Return the words of scripts without blanks: whole phrases, and what phrases have behind a shorter label."""
    labels = {phrase.removesuffix("*") for i in LABELS for phrase in CUES[i].words}
    pieces = {phrase.replace("*", "") for cue in CUES for phrase in cue.words}
    pieces |= {piece[n:] for piece in pieces for n in range(_SHORTEST, len(piece)) if piece[:n] in labels}
    whole = {piece for piece in map(str.strip, pieces) if len(piece) >= _SHORTEST}
    return frozenset({*whole, *_words(), *_JOINING} - {word for word in _words() if len(word) < _SHORTEST})
