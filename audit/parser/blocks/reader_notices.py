"""Sentences in which a page addresses its readers: consent, subscriptions, apps, accounts, commissions.

They end like sentences and are as long as paragraphs, and articles on the topic use the same words. They differ in
speaker and addressee (audit.parser.tables.reader_notices). Quoted and reported speech is excluded.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.derived import ahead, derived
from audit.parser.blocks.context import margins
from audit.parser.blocks.context.mentions import laid_out, mentions
from audit.parser.blocks.context.regex_search import LineTexts, needed, search_rows
from audit.parser.blocks.strings import strings
from audit.parser.tables.complements import is_call
from audit.parser.tables.reader_notices import ADDRESS, CONCEPTS, NOTICES, SELF
from audit.text.tables.narration import HAN_CLAUSE, OWN, QUOTATION

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Rows

# Maximum letters of a notice's neighbour, those of a short paragraph.
_BESIDE: Final = 220
# Minimum letters of a word that counts, and distance in blocks of neighbours.
_SHORTEST, _REACH = 4, 2
# Quoted speech, and remarks in brackets.
_SAID: Final = "\"＂«»「『„“‘'＇(（"
# Marks that also open a button: an arrow («), a bracket.
_ASIDE: Final = "«(（"
# Words that a notice is quoted with.
_REPORTED: Final = re.compile(
    r", (?:says|said|reads|read|sagte?|heißt es|steht|verkündet|dice|decía|reza|recita|dit|disait|lit-on|diz|lê-se|"
    r"гласит|говорит)(?a:\b)|: (?:this|diesen|cette|esta|questa|эта) (?:sentence|line|satz|phrase|frase|фраза)|"
    rf"写着|写道|这句话|的意思是|と(?:書|記)|(?:라는|라고) |{HAN_CLAUSE}"
)
# The word groups: topic and neighbours of each notice, speaker and addressee.
_SELF, _ADDRESS = 2 * len(NOTICES), 2 * len(NOTICES) + 1
_OF_NOTICES: Final = np.uint64((1 << _SELF) - 1)
# The groups of the concepts of consent dialogs; how many of them most lines of a dialog name, its maximum lines between
# two notices, and the maximum letters of its buttons and headings.
_CONCEPT: Final = 2 * len(NOTICES) + 2
_OF_CONCEPTS: Final = np.uint64(((1 << len(CONCEPTS)) - 1) << _CONCEPT)
_NAMED, _MOST = 2, 10
_BUTTON: Final = 40
# How many of them a line names in which a page speaks of itself.
_OFTEN: Final = 4
_NAMES: Final = [notice.name for notice in NOTICES]
_CONSENT, _PLACE = _NAMES.index("consent"), _NAMES.index("place")
_OF_BUTTONS: Final = np.uint64(1 << 2 * _NAMES.index("tools"))
# Latin and Cyrillic letters.
_SPACED_LETTERS: Final = "A-Za-zªºÀ-ÖØ-öø-ʸ\u0400-\u052f\u1e00-\u1eff"
# The first and last step of a path; how many there are, and characters of one.
_PATH_BEGINS: Final = re.compile("(?:[您你]?(?:现在|当前|所在)?的?位置[:：]? ?)?(?:网站|网)?首[页頁](?: ?[>/»])?")
_PATH_ENDS: Final = re.compile("^(?:(?:新闻|资讯|文章|信息)?正文|详细内容|(?:新闻|信息|文章)详情)$")
_STEPS, _STEP = 6, 14
NONE: Final = -1
_LONGEST: Final = max(notice.most for notice in NOTICES)
COUNTERS: Final = [number for number, notice in enumerate(NOTICES) if notice.kind == "counter"]
# Those whose beginnings are also those of other sentences.
_BY_BEGINNING: Final = [_NAMES.index(name) for name in ("wall", "app", "letter", "tools")]
# Marks behind which a value stands.
_VALUED: Final = ":#|"
_ON_PAGES: Final = [number for number, notice in enumerate(NOTICES) if notice.on_pages]


def notice_columns(table: pl.DataFrame) -> dict[str, pl.Series]:
    """Return for each block its notice (`notice`), and the one it would support as a neighbour (`hint`), or NONE.

    Then how many concepts of consent dialogs it names (`on_consent`). `table` has the columns folded, chars and
    weight; numbers are indexes into NOTICES.
    """
    found = {name: np.full(len(table), NONE, np.int8) for name in ("notice", "hint")}
    weight, chars = table["weight"].to_numpy(), table["chars"].to_numpy()
    held = mentions(strings(table["folded"]), _tables())
    concepts = np.bitwise_count(held & _OF_CONCEPTS)
    said = margins.are_marks(table["opens"].to_numpy(), _SAID)
    on_consent = np.where(said | (weight > _BESIDE), 0, concepts).astype(np.int8)
    aside = margins.are_marks(table["opens"].to_numpy(), _ASIDE) & (chars <= _BUTTON)
    held, said = np.where(aside, held & _OF_BUTTONS, held), said & ~aside
    # Speaker and addressee alone make no notice.
    rows = np.flatnonzero((held & _OF_NOTICES > 0) & (chars <= _LONGEST) & (weight >= _SHORTEST))
    rows = rows[~said[rows]]
    held, brief, chars, concepts = held[rows], weight[rows] <= _BESIDE, chars[rows], concepts[rows]
    lines = LineTexts(_unquoted(table["folded"][rows]))
    addressed = _holds(held, _SELF) & _holds(held, _ADDRESS)
    spoken = _holds(held, _SELF) & (concepts >= _OFTEN)
    for number, kind in reversed(list(enumerate(NOTICES))):
        about = np.flatnonzero(_holds(held, 2 * number) & (chars <= kind.most))
        # Few texts have words of every notice, and its pattern takes milliseconds to compile.
        told = _telling(number, lines, about) if len(about) else about
        own = np.union1d(told, about[addressed[about]]) if kind.addressed else told
        own = np.union1d(own, about[spoken[about]]) if number == _CONSENT else own
        found["notice"][rows[np.setdiff1d(own, search_rows(_REPORTED, lines, own), assume_unique=True)]] = number
        beside = np.flatnonzero(_holds(held, 2 * number + 1) & brief)
        found["hint"][rows[search_rows(_begun(kind.beside), lines, beside)]] = number
    return {name: pl.Series(numbers) for name, numbers in found.items()} | {"on_consent": pl.Series(on_consent)}


def _unquoted(lines: pl.Series) -> pl.Series:
    """Return lines without what they quote, as audit.text.tables.narration.unquoted does one."""
    rest = lines.str.replace_all(QUOTATION.pattern, " ")
    return rest.zip_with(rest.str.len_chars() >= OWN, lines)


@derived
def _tables() -> dict[str, NDArray[Any]]:
    return laid_out(
        [*(words for notice in NOTICES for words in (notice.matter, notice.beside)), SELF, ADDRESS, *CONCEPTS]
    )


def _holds(held: NDArray[np.uint64], group: int) -> NDArray[np.bool_]:
    """Return which lines contain a word of a group."""
    found: NDArray[np.bool_] = held & np.uint64(1 << group) > 0
    return found


def _telling(number: int, lines: LineTexts, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which of the rows have words that are specific to the notice with this number."""
    alone = _alone(number)
    asked = (lines.naming(words, rows) if words else rows for words in alone.values())
    return np.unique(np.concatenate([search_rows(*each) for each in zip(alone, repeat(lines), asked, strict=False)]))


@ahead(*((number,) for number in range(len(NOTICES))))
def _alone(number: int) -> dict[re.Pattern[str], list[str]]:
    """Return the words specific to a notice, and texts of which each match has one: at line starts, and anywhere.

    Together they would be tried at every character: apart, a line's beginning is tried once, and most lines have none
    of the texts without which the others match nothing.
    """
    begun = [pattern[1:] for pattern in NOTICES[number].alone if pattern.startswith("^")]
    anywhere = [pattern for pattern in NOTICES[number].alone if not pattern.startswith("^")]
    telling, others = ([pattern for pattern in anywhere if bool(needed(pattern)) is has] for has in (True, False))
    parts = {f"^(?:{'|'.join(begun)})": [], "|".join(telling): [*map(needed, telling)], "|".join(others): []}
    return {re.compile(part): words for part, words in parts.items() if part not in {"^(?:)", ""}}


def says_own(rows: Rows, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of the notices that are known by how they begin go on with something of their own.

    It says nothing of the notice's topic, nor what pages offer: `Unlock this door before the water comes`.
    """
    own = asked & np.isin(rows["notice"], _BY_BEGINNING)
    here = np.flatnonzero(own)
    own[here] = [_goes_on(*each) for each in zip(rows["notice"][here].tolist(), rows.texts(here), strict=True)]
    return own


def _goes_on(number: int, line: str) -> bool:
    begun, *anywhere = _alone(number)
    found = begun.match(line)
    if not found or any(pattern.search(line) for pattern in anywhere):
        return False
    rest = line[found.end() :]
    valued = line[found.end() - 1] in _VALUED
    return not valued and not any(word in rest for word in NOTICES[number].matter) and not is_call(line, rest)


@cache
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a regular expression for words with these beginnings; Han words may begin anywhere."""
    return re.compile(rf"(?:^|[^{_SPACED_LETTERS}])(?:{'|'.join(words)})")


def is_notice(rows: Rows) -> NDArray[np.bool_]:
    """Return which blocks are a notice, or next to one and belonging to it.

    Notices believed only on pages (is_page_notice) are excluded.
    """
    own, hint = np.where(is_page_notice(rows), NONE, rows["notice"]), rows["hint"]
    found: NDArray[np.bool_] = own != NONE
    hinted = hint != NONE
    for steps in range(-_REACH, _REACH + 1) if hinted.any() else ():
        found |= hinted & (rows.documents.shifted(own, steps, NONE) == hint)
    return found | _in_dialogs(rows, own == _CONSENT) | rows.once(_in_paths)


def _in_dialogs(rows: Rows, told: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the lines between a consent notice and the next, or the button below, that are all about its concepts.

    One notice is no dialog: a prompt beside a film stands in articles, and some of them are about cookies.
    """
    concepts, brief = rows["on_consent"], rows["weight"] <= _BUTTON
    opens = told & ~(brief & ~rows["sentence"])
    ends = np.flatnonzero(told)
    above, below = ends[:-1], ends[1:]
    between = below - above - 1
    is_one = opens[above] & (between > 0) & (between <= _MOST) & (rows["document"][above] == rows["document"][below])
    apart, often = (np.append(0, np.cumsum(flags)) for flags in ((concepts == 0) & ~brief, concepts >= _NAMED))
    is_one &= (apart[below] == apart[above + 1]) & (2 * (often[below] - often[above + 1]) >= between)
    marks = np.zeros(len(told) + 1, np.int64)
    marks[above[is_one] + 1] += 1
    marks[below[is_one]] -= 1
    found: NDArray[np.bool_] = np.cumsum(marks[:-1]) > 0
    return found


def _in_paths(rows: Rows) -> NDArray[np.bool_]:
    """Return the lines of a path of the page that has a line for each step: 首页, 法律法规, 正文."""
    found = np.zeros(len(rows.lines), np.bool_)
    short = ~rows["sentence"] & (rows["chars"] <= _STEP)
    for end in np.flatnonzero(rows.matching("folded", _PATH_ENDS, short & (rows["wide"] > 0))).tolist():
        first = max(int(rows.documents.first[end]), end - _STEPS)
        above = np.flatnonzero(~short[first:end])
        first += int(above[-1]) + 1 if len(above) else 0
        begins = [row for row in range(first, end) if _PATH_BEGINS.fullmatch(rows.texts(np.array([row]))[0])]
        found[begins[0] if begins else end : end + bool(begins)] = True
    return found


def is_page_notice(rows: Rows) -> NDArray[np.bool_]:
    """Return which blocks are a notice if their text has other furniture as well."""
    return np.isin(rows["notice"], _ON_PAGES)


def named(rows: Rows) -> NDArray[np.int8]:
    """Return the number of the notice that a block is or belongs to; NONE if none."""
    own, hint = rows["notice"], rows["hint"]
    named = np.where(rows.once(_in_paths), np.int8(_PLACE), np.where(own != NONE, own, hint))
    return np.where((named == NONE) & (rows["on_consent"] > 0), np.int8(_CONSENT), named)
