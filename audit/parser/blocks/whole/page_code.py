"""Page code left between the lines by a scraper: counters, advertisements, styles, search data; and pictures.

It stays if any other line is about programming, or contains code that is not typical of pages. So do the grammar of
commands and what is typed at a prompt, next to the sentences that explain them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.browser_dumps import OF_A_BROWSER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

# A cheap pre-test of lines.
_WORDS: Final = [
    "{", "]]>", "cdata[", "@import", "gtag(", "_gaq", "_paq", "_hmt", "_czc", "cnzz", "googletag", "adsbygoogle",
    "fbq(", "ga('", "bd_share", "jiathis", "document.", "window.", "jquery(", "$(", "settimeout(", "__next",
]  # fmt: skip
# Code that only pages contain.
_OF_A_PAGE: Final = re.compile(
    r"datalayer\s*(?:=|\.push)|gtag\(['\"]|_gaq\.push|googletag\.cmd|adsbygoogle\s*[=|)\]]|fbq\(['\"]|_paq\.push|"
    r"_(?:hmt|czc)\b.{0,40}=|cnzz_|_bd_share_config|jiathis_config|__next_(?:data__|f\b)|__initial_\w{1,40}__\s*=|"
    r"\"@context\"\s*:\s*\"https?:\\?/\\?/schema\.org|document\.(?:write|createelement|getelement\w+|queryselector\w*)\(|"
    r"window\.(?:onload|location|addeventlistener|setTimeout|_\w{1,60})\b.{0,40}[=(]|\$\(document\)\.ready|\$\(function\s?\(|"
    r"jquery\((?:document|function|['\"])|^ga\(['\"]|^try\s?\{|settimeout\(function|^/\*\s?(?:<!\[cdata\[|\]\]>)|"
    r"^\(?!?function\s?\([\w\s,]{0,80}\)\s?\{|^//\s?<!\[cdata\[|^//\s?\]\]>|"
    r"^@(?:media|font-face|import)\b.{0,200}[{;]|^[\w.#:-]{1,80}(?:[\s,>+~]{1,3}[\w.#:-]{1,80}){0,20}\s?\{\s?[a-z-]+\s?:[^{}]+\}"
)
_MARKS: Final = frozenset("(){}[];=:\"'")
# Code points inspected of a line.
_READ: Final = 2_000
# Characters per mark, and minimum number of marks.
_MARK_EVERY, _FEWEST_MARKS = 16, 3
# Counted code points of a line none of which is such a mark.
_OF_PROSE: Final = ("space", "wide", "upper", "lower", "digit")
# Words of texts about code, and code that is not typical of pages.
_SHOWN: Final = re.compile(
    r"(?<!\w)(?:java)?scripts?(?!\w)|(?<!\w)(?:css|html|json(?:-ld)?|snippets?|codes?|coding|functions?|selectors?|stylesheets?|"
    r"developers?|browsers?|elements?|examples?|usage|api|sql|python|react|npm)(?!\w)|```|代码|代碼|脚本|函数|样式|前端|コード|код(?:а|е|ом)?(?!\w)|"
    r"^\s*(?:import|from|def|class|const|let|return|public|private|print|echo|pip|git|#include)\b.{0,80}[(:;{=]"
)
# A choice between brackets: { FIRST | NEXT }, [-v | --version]; what only grammars have there: options, repetitions,
# brackets within; and keywords.
_CHOICE: Final = re.compile(r"[\[{(][^\[\]{}()|]*\|[^\[\]{}()]*")
_FORMAL: Final = re.compile(r"[\[{(] ?-{1,2}\w|\.\.\. ?[\]})]|[\[{(][^\]})]*[\[{(][^\]})]*[\]})][^\[{(]*[\]})]")
_KEYWORD: Final = re.compile(r"\b[A-Z]{2,}\b")
_PICTURES: Final = re.compile(r"^(?:[^\w\ufffc]|\ufffc\[?[^\[\]]*\]\([^()]*\))+$")
_BRACKETS: Final = re.compile(r"[\[{(][^\[\]{}()]*[\]})]")
# What is typed at a prompt: an import, a call, an assignment; a command with options, or into another one.
_TYPED: Final = re.compile(
    r"^(?:>>> ?(?:import \w|from \w+ import |\w[\w.]*(?:\(|\[| = ))|\$ [a-z][\w./-]* (?:-{1,2}\w|.* [|>] ?\w))"
)
_PROMPTS: Final = ">$"
# Lines between a sentence and the code that it explains, at most.
_REACH: Final = 2


def is_picture(rows: Rows) -> Flags:
    """Return which lines are pictures of Markdown, or links of nothing (audit.parser.shown), and no words."""
    return rows.matching("folded", _PICTURES, rows.opened("\ufffc*-+[("))


def is_of_browser(rows: Rows) -> Flags:
    """Return which lines stand for a form or the list of links of a dump (audit.parser.browser_dumps)."""
    return rows.matching("folded", f"^{OF_A_BROWSER}$", rows.opened(OF_A_BROWSER))


def is_explained_code(rows: Rows, content: Flags, claimed: Flags) -> Flags:
    """Return which lines are typed at a prompt next to sentences in `content`, or the grammar of a command.

    Those below a line with a colon stay with it. A menu between brackets (Marl [ Home | News ]) has no options,
    repetitions, nor keywords in and around them.
    """
    named = rows.colon & ~claimed
    below = rows.documents.shifted(named, 1, otherwise=False)
    explained = (rows.documents.near(content & rows["sentence"], _REACH) | below) & ~claimed
    found = rows.matching("text", _TYPED, explained & rows.opened(_PROMPTS))
    barred = (rows["bars"] > 0) & rows.documents.any(content & rows["sentence"]) & ~claimed
    here = np.flatnonzero(barred & ~found)
    found[here] = [_is_grammar(line[:_READ]) for line in rows.texts(here, "text")]
    found |= named & rows.documents.shifted(found, -1, otherwise=False)
    return found


def _is_grammar(line: str) -> bool:
    """Return whether a line is the grammar of a command or statement, with a choice.

    >>> _is_grammar("LIMIT { count | ALL }"), _is_grammar("[ Home | News ] [ Log in | Register ]")
    (True, False)
    """
    choice, outside = _CHOICE.search(line), line
    while (inner := _BRACKETS.sub("", outside)) != outside:
        outside = inner
    if choice is None or not any(char.isalpha() for char in outside):
        return False
    keywords = ":" not in outside and _KEYWORD.search(choice[0]) and _KEYWORD.search(outside)
    return bool(keywords or _FORMAL.search(line))


def is_page_code(rows: Rows) -> Flags:
    """Return which blocks are code of their page."""
    found = np.zeros(len(rows.cue), np.bool_)
    signs = rows["chars"] - sum(rows[name].astype(np.int64) for name in _OF_PROSE)
    likely = (signs >= _FEWEST_MARKS) & (signs * _MARK_EVERY >= np.minimum(rows["chars"], _READ))
    held = np.flatnonzero(rows.naming(_WORDS, likely | rows.opened("/")))
    lines = dict(zip(held.tolist(), rows.texts(held), strict=True))
    found[[row for row, line in lines.items() if _OF_A_PAGE.search(line[:_READ]) and _is_code(line[:_READ])]] = True
    for first in np.unique(rows.documents.first[found]).tolist():
        here = np.arange(first, rows.documents.last[first])
        if _is_shown(rows, here[~found[here]]):
            found[here] = False
    return found


def _is_code(line: str) -> bool:
    marks = sum(char in _MARKS for char in line)
    return (marks >= _FEWEST_MARKS and marks * _MARK_EVERY >= len(line)) or line.startswith(("//", "/*"))


def _is_shown(rows: Rows, others: NDArray[np.int64]) -> bool:
    """Return whether a text is empty without its code, or is about code."""
    lines = rows.texts(others)
    return not rows["sentence"][others].any() or any(_SHOWN.search(line[:_READ]) for line in lines)
