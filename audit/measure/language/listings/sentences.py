"""Sentences beside code, logs and formulas: bug reports, patches with their reasons, questions with a log, proofs."""

from __future__ import annotations

import re
from typing import Final

from audit.measure.language.listings.logs import is_logged
from audit.text.programs.program_lines import is_program_line

# Indented listings, output of shells, calls, assignments, comments, quotations, prompts, diffs and options.
_NO_SENTENCE: Final = re.compile(
    r"\t| {4}| *(?:echo |[\w.$]+(?:\(| ?[:+]?= )|[#%;/*>|$@+={}\\<]|-{1,2}\S|--|\"\"\"|''')"
)
# Bullets of changelogs and lists, below which their sentences are indented.
_BULLET: Final = re.compile(r"\A\s*[*+•-] +(?=[^\W\d_])")
# Statements and arguments end so.
_NO_END: Final = re.compile(r"[;{}\\=(\[]$|[\"')\]],$|\*/$|\"\"\"$|'''$")
# What a sentence quotes from elsewhere: listings and formulas within a line, commands of TeX, addresses.
_QUOTED: Final = re.compile(r"`[^`]*`|\$[^$]*\$|\\[A-Za-z]+(?:\{[^{}]*\})*|\w+://\S+|\S*[./_@\\]\w\S*")
_STOP: Final = re.compile(r"[\w)\]\"'”»’*≥≤=+-][.?!…](?=[\s\"')\]”»]|$)|[。？！．؟।]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FEWEST_WORDS: Final = 5
_FEWEST_UNSPACED: Final = 6
_MIN_WORDS: Final = 0.5
# Around comments and strings of several lines, which may be sentences: of Python, C, HTML and the manual in Perl.
_BLOCK: Final = re.compile(r"\"\"\"|'''|/\*|\*/|<!--|-->|^=[a-z]\w+")
_QUOTES: Final = frozenset({'"""', "'''"})
_ENDS: Final = frozenset({"*/", "-->", "=cut"})


def are_sentences(lines: list[str]) -> list[bool]:
    """Return which lines of a text with code are its sentences: words outside of comments, and a stop in a row of them.

    `lines` are in order; one that is no sentence parts two rows.
    """
    said = [not within and _is_said(line) for line, within in zip(lines, _within_blocks(lines), strict=True)]
    made, at = [False] * len(lines), 0
    while at < len(lines):
        end = at
        while end < len(lines) and said[end]:
            end += 1
        if any(_STOP.search(line) for line in lines[at:end]):
            made[at:end] = said[at:end]
        at = max(end, at + 1)
    return made


def _within_blocks(lines: list[str]) -> list[bool]:
    """Return which lines have signs of comments or strings of several lines, or are between two, or before an end."""
    signs = [_BLOCK.findall(line) for line in lines]
    first = next((sign for found in signs for sign in found), "")
    made, within = list[bool](), first in _ENDS
    for found in signs:
        made.append(within or bool(found))
        for sign in found:
            within = not within if sign in _QUOTES else sign not in _ENDS
    return made


def _is_said(line: str) -> bool:
    line = _BULLET.sub("", line)
    if _NO_SENTENCE.match(line) or _NO_END.search(line.rstrip()) or is_logged(line) or is_program_line(line):
        return False
    rest = _QUOTED.sub(" ", line)
    if len(_UNSPACED.findall(rest)) >= _FEWEST_UNSPACED:
        return True
    tokens = [token for token in rest.split() if any(map(str.isalpha, token))]
    words = [word for word in _WORD.findall(rest) if len(word) > 1]
    return len(words) >= max(_FEWEST_WORDS, _MIN_WORDS * len(tokens))
