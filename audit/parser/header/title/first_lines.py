"""The few words above verse, talk, a statute, a list or a paper: a headline that nothing but its place tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.page import RUNNING
from audit.parser.header.person_names import person
from audit.parser.header.site_names import LABELS
from audit.parser.header.title.series import first_of_series
from audit.parser.tables import labels
from audit.parser.tables.other_days import WEEKDAY
from audit.parser.tables.people import NO_PERSON
from audit.text.punctuation import BULLETS, FULL_STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum sum of weights of such a headline (hundredths of a natural logarithm of odds).
ENOUGH_OF_SET_OFF: Final = -340
# Maximum letters of a few words.
_FEW_WORDS: Final = 40
# Minimum capitals of a line without lower case letters; a heading mark.
_CAPITALS: Final = 4
_MARKED: Final = re.compile("#{1,3} ")
# A name of several words does not end with sentence punctuation.
_NAMED: Final = re.compile(r"[^\W_]$|[)\]\"”»」』]$")
# Lines above who is honoured in a certificate, and maximum characters of its lines.
_HIGH, _BRIEF = 3, 64
ONE_WORD: Final = re.compile(r"[^\s\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,24}$")
# Lines below that show what a text is made of: the first part of a statute, song, paper, play or list.
_PART: Final = re.compile(
    r"第[一1][章节節编編条條篇回幕]|(?:chapter|part|article|section|scene|act|kapitel|artikel|abschnitt|teil|chapitre|"
    r"capítulo|capitolo|artículo|artigo|articolo|título|titre|глава|статья|раздел) (?:1(?:er)?|i|one|un|uno|первая)\b|"
    r"§ ?1\b|[1i][ .):]{1,2}[^\W\d]|[(（]1[)）]|"
    r"\[?(?:verse|strophe|estrofa|couplet|chorus|intro|refrain)(?: 1)?[\]:]?$|"
    r"(?:abstract|summary|zusammenfassung|résumé|resumen|resumo|摘\s?要|内容提要|要旨|초록|аннотация)\b|"
    r"(?:词|詞|曲|作词|作詞|作曲|编曲|編曲|演唱|原唱|歌) ?[:：/]|"
    r"(?:dramatis personae|personen|characters|personnages)\b"
)
# A part of a work by its number, alone or with its title behind it; minimum letters of a paragraph below that, and
# lines at the top in which a number is above a title.
_NUMBER: Final = (
    r"(?:\d{1,3}|[ivxlc]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|the (?:first|second|third|last)|"
    r"erster?|zweiter?|dritter?|premi[eè]re?|primero?|primo|первая)"
)
_NUMBERED: Final = re.compile(
    r"(?:第[0-9〇零一二三四五六七八九十百]{1,5}[章节節回卷幕篇部]|"
    r"(?:chapter|book|part|act|scene|canto|volume|kapitel|buch|teil|akt|aufzug|szene|chapitre|livre|partie|acte|scène|"
    r"cap[ií]tulo|libro|parte|acto|escena|capitolo|atto|scena|livro|ato|глава|часть|книга|действие|hoofdstuk|rozdział) "
    rf"{_NUMBER}|{_NUMBER} (?:kapitel|buch|teil|akt|aufzug|capítulo|глава|часть))(?P<rest>[.:：—–-]?(?:$|\s.+))"
)
_OF_A_WORK, _OVER, _PROSE = 60, 3, 40
# A path of sections, above a title in the same way; its first part leads home.
_PATH: Final = re.compile(r"(?P<home>[^\W\d_]{2,20}) ?[/>›»→](?: ?[^\W\d][\w &-]{1,24}(?:$| ?[/>›»→])){1,3}")
_HOMES: Final = LABELS | {"start"}
# Lines of a list right below one another, of so many words, above a text: what it needs.
_LIST, _WORDS = 3, 2
# Marks around what somebody says, whole.
_QUOTED: Final = re.compile("[“「『][^”」』]{1,60}[?!？！。…][”」』]$")
# A Han or kana headline of a few characters.
_BRIEF_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,12}$")
_RULE: Final = re.compile("={3,}|-{3,}")
# What opens the lines of a talk: a mark, or who speaks.
_SPOKEN: Final = re.compile('["“„«「『—–-]')
_LABELLED: Final = re.compile(r"[^\W\d_][^:：.!?/]{0,23}[:：] ?\S")
# Who made a song or a poem, behind a label.
_CREDIT: Final = re.compile(
    r"(?:[^\W\d_](?:[^\W\d_]|[ &/]){0,15}[:：] ?[^\W\d_a-zß-ÿ][\w.&、 -]{1,23}?(?:[,;]? {1,3}|$)){1,3}"
)
_TURN: Final = re.compile(f"{_SPOKEN.pattern}|{_LABELLED.pattern}")
# Lines below that are looked at, those that must be said (the most credits, too), and maximum share of lines in title
# case below one in it.
_BELOW, _TALK, _IN_TITLE_CASE = 6, 3, 0.25
_SMALL: Final = frozenset(
    ["a", "an", "the", "of", "on", "in", "at", "to", "and", "or", "for", "from", "by", "with", "but", "nor", "as"]
)


def is_set_off(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a few words set off by a blank line at the start of a text, unlike the next lines.

    Capitals may be above short lines as well; a heading mark (# Tidewater) always counts. Below furniture a blank line
    is above them, too, and no paragraph on the page.
    """
    breaks = np.append(pages.lines["breaks"].to_numpy(), [0, 0, 0])
    marked = (pages.lines["lower"].to_numpy() == 0) & (pages.lines["upper"].to_numpy() >= _CAPITALS)
    marked[pages.holding(_MARKED, pages.mask(rows))] = True
    document = pages.document[rows]
    first = pages.is_plain[document] & (rows == pages.first[document])
    running = pages.document[pages.said[pages.weight[pages.said] >= RUNNING]]
    framed = ~pages.is_plain & (np.bincount(running, minlength=len(pages)) == 0)
    low = (rows == pages.begun[document]) & (rows > pages.first[document]) & (breaks[rows] > 1)
    first |= framed[document] & low
    first &= rows + 2 < pages.last[document]
    brief = (pages.weight[rows] <= _FEW_WORDS) & ~pages.flags("sentence")[rows]
    below = np.where(marked[rows], 1, np.maximum(breaks[rows + 2], 1))
    found: Flags = (first & brief & (breaks[rows + 1] > below)) | _is_above_name(pages, rows, first & brief, breaks)
    # A word may be a label, and two lines above a date a newspaper's name.
    lone = (pages.cue < 0)[rows] & ~pages.meta[rows + 2 * found]
    found[found] = [
        bool(_NAMED.search(line) or _MARKED.match(line))
        and (not ONE_WORD.match(line) or (alone and is_title_word(line)))
        for line, alone in zip(pages.texts(rows[found], "text"), lone[found].tolist(), strict=True)
    ]
    return found


def is_set_off_from_prose(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of a plain text and no item, with a blank line and a whole sentence below."""
    below = np.minimum(rows + 1, pages.last[pages.document[rows]] - 1)
    found = pages.is_plain[pages.document[rows]] & (rows == pages.first[pages.document[rows]])
    found &= (below > rows) & (pages["breaks"][below] > 1) & ~pages.opened(BULLETS)[rows]
    return np.asarray(found & pages.flags("sentence")[below] & pages.closed(FULL_STOPS)[below])


def _is_above_name(pages: Pages, rows: Ints, asked: Flags, breaks: Ints) -> Flags:
    """Return which `asked` rows are right above a name alone or credits (词：阿禾 曲：老秦), with a blank below."""
    found = np.zeros(len(rows), bool)
    ends = np.minimum(rows[asked] + 2 + _TALK, pages.last[pages.document[rows[asked]]])
    tops = zip(np.flatnonzero(asked).tolist(), pages.stretches(rows[asked], ends, "text"), strict=True)
    for n, (head, *below) in tops:
        gap = next((k for k in range(1, len(below)) if breaks[rows[n] + 1 + k] > 1), 0)
        joined = gap > 0 and breaks[rows[n] + 1] == 1 and not pages.dated[rows[n] + 1 : rows[n] + 1 + gap].any()
        named = gap == 1 and person(below[0]) and not person(head) and breaks[rows[n] + 2] > breaks[rows[n] + 3]
        found[n] = joined and bool(named or (not _LABELLED.match(head) and all(map(_CREDIT.fullmatch, below[:gap]))))
    return found


def is_title_word(word: str) -> bool:
    """Return whether a word may be a headline: not in capitals, and no section, kind or part of texts, or weekday."""
    is_name = word.isalpha() and not word[0].islower() and not word.isupper()
    return is_name and word.casefold() not in NO_PERSON and not WEEKDAY.search(word.casefold())


def is_above_parts(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a few words at the start of a text without furniture, above lines that are made otherwise.

    Below is talk, the first part of a statute, song, paper or play, or verse that is not in title case.
    """
    document = pages.document[rows]
    found = pages.is_plain[document] & (rows == pages.first[document]) & (rows + _TALK < pages.last[document])
    found &= (pages.weight[rows] <= 2 * _FEW_WORDS) & ~pages.flags("sentence")[rows] & ~pages.is_mixed[document]
    found[found] = [bool(_NAMED.search(line)) for line in pages.texts(rows[found], "text")]
    unsure = np.flatnonzero(found & ~np.isin(rows + 1, pages.once(first_of_series)))
    ends = np.minimum(rows[unsure] + 1 + _BELOW, pages.last[document[unsure]])
    found[unsure] = [_is_unlike(head, below) for head, *below in pages.stretches(rows[unsure], ends, "text")]
    return np.asarray(found)


def numbers_of_parts(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows of plain texts say only which part of a work follows (ACT II), a word, or an item."""
    here = np.arange(len(likely))
    high = likely & pages.is_plain[pages.document] & (here - pages.first[pages.document] < _OVER)
    quoted = pages.holding(_QUOTED, high & (here == pages.first[pages.document]) & ~pages.is_ascii)
    numbers = _bare_numbers(pages, high)
    below = np.minimum(numbers + 1, pages.last[pages.document[numbers]] - 1)
    parts = [_NUMBERED.match(line) is not None for line in pages.texts(below)]
    titled = (pages.weight[below] <= _OF_A_WORK) & ~pages.flags("sentence")[below]
    return np.concatenate([numbers[titled | np.array(parts, bool)], quoted, _first_of_lists(pages)])


def is_of_a_part(pages: Pages, rows: Ints) -> Flags:
    """Return which rows of plain texts are the title of a part of a work, above its prose.

    Its number is before it or on the line above; in Han or kana a few characters above prose are a title, and any
    line underlined at the top.
    """
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    below = np.minimum(rows + 1, last - 1)
    found = pages.is_plain[pages.document[rows]] & (rows - first < _OVER) & (below > rows)
    found &= (pages.weight[rows] <= _OF_A_WORK) & ~pages.flags("sentence")[rows] & pages.flags("sentence")[below]
    found &= ((pages.weight[below] >= _PROSE) | is_set_off_from_prose(pages, rows)) & ~pages.meta[rows]
    above = np.maximum(rows - 1, first)
    numbered = np.isin(above, _bare_numbers(pages, pages.mask(above[found]))) & (above < rows)
    lines = pages.texts(rows[found])
    own = [(match := _NUMBERED.match(line)) is not None and len(match["rest"]) > 1 for line in lines]
    brief = np.array([bool(_BRIEF_HAN.match(line)) for line in lines], bool) & (rows == first)[found]
    found[found] = numbered[found] | np.array(own, bool) | brief
    under = (rows == first) & pages.is_plain[pages.document[rows]] & pages.opened("=-")[np.minimum(rows + 1, last - 1)]
    under[under] = [_RULE.fullmatch(line) is not None for line in pages.texts(rows[under] + 1)]
    return np.asarray(found | (under & (pages.weight[rows] <= _OF_A_WORK)))


def _first_of_lists(pages: Pages) -> Ints:
    """Return the first rows of plain texts that begin with a list of a word or two each: rye flour, caraway, salt."""
    breaks, found = pages.lines["breaks"].to_numpy(), pages.first[pages.is_plain & (pages.last - pages.first > _LIST)]
    fits = (pages.lines["space"].to_numpy() < _WORDS) & (pages.lines["lower"].to_numpy() > 0) & ~pages.meta
    for step in range(_LIST):
        found = found[fits[found + step] & ((breaks[found + step] == 1) | (step == 0))]
    return found[breaks[found + _LIST] > 1]


def _bare_numbers(pages: Pages, likely: Flags) -> Ints:
    """Return which flagged rows are the number of a part, or a path of sections, and nothing else."""
    rows = np.flatnonzero(likely & (pages.chars <= _FEW_WORDS))
    found: Ints = rows[np.array(list(map(_is_bare, pages.texts(rows))), bool)]
    return found


def _is_bare(line: str) -> bool:
    """Return whether a folded line is the number of a part alone, or a path: act ii; start / inrikes."""
    match, path = _NUMBERED.match(line), _PATH.fullmatch(line)
    return bool(match and len(match["rest"]) <= 1) or bool(path and path["home"] in _HOMES)


def _is_unlike(head: str, below: Sequence[str]) -> bool:
    if _PART.match(head.casefold()) or _SPOKEN.match(head):
        return False
    openings = _SPOKEN if _LABELLED.match(head) else _TURN
    if _PART.match(below[0].casefold()) or all(map(openings.match, below[:_TALK])):
        return True
    return _is_in_title_case(head) and sum(map(_is_in_title_case, below)) <= _IN_TITLE_CASE * len(below)


def _is_in_title_case(line: str) -> bool:
    """Return whether a line is several words, all capitalised except small ones."""
    words = line.split()
    said = [word for word in words[1:] if word.casefold() not in _SMALL]
    return bool(said) and words[0][:1].isupper() and all(word[:1].isupper() for word in said)


def honoured(pages: Pages, likely: Flags) -> tuple[Ints, Ints]:
    """Return the flagged rows that are the headline of a certificate, and all other flagged rows of certificates.

    The headline is the line above who is honoured, or the one there that says what it is.
    """
    here, first = np.arange(len(likely)), pages.first[pages.document]
    high = (here - first <= _HIGH) & pages.is_plain[pages.document] & (pages.chars <= _BRIEF)
    told = pages.holding(labels.HONOURS, high)
    top = pages.earliest(told, pages.first)
    above = likely & (here < top[pages.document])
    named, lone = (
        pages.holding(labels.CERTIFICATE, above),
        np.flatnonzero(above & (top == pages.first + 1)[pages.document]),
    )
    heads = np.union1d(named, lone)
    others = likely & np.isin(pages.document, pages.document[told])
    others[heads] = False
    return heads, np.flatnonzero(others)
