"""Two texts that are alike but for what is filled into a form, names, numbers and days, told from copies with edits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.measure.duplication.forms.gaps import WIDE, gaps_of
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE, LETTERS, codes_of, fold
from audit.measure.duplication.tokens.hashing import distinct, ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.forms.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# What is filled in is no longer: a name, a day, a place. What is longer was written anew.
_MOST_FILLED: Final = 10
# A word or two that one side alone has were dropped or split; more are a piece that a shortened copy has not.
_MOST_DROPPED: Final = 2
# So many letters of both sides are in both, or all but one: one word, misspelt or misread.
_MISSPELT: Final = 0.6
# One word put in, a name of two parts for one of one, says so when it is put in so often.
_RECURS: Final = 3
# Of a name or a place no part; of text in which characters were edited at random every other one.
_PARTICLES: Final = "的是在了有和不这我他们个上到说就也要着没得之其被把将及或但以而"
_NUMERALS: Final = "〇零一二两三四五六七八九十百千万亿"
# The hundred surnames that are borne by five in six (Ministry of Public Security, 2020), and some that are rarer.
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "萧施洪盛骆庞温芦葛颜柳祁童聂樊柯倪欧祝章岳翁鲍俞詹尤凌霍甘辛伍闵涂左"
)
# So many characters may be a place with a name that follows it.
_PLACE_AND_NAME: Final = 3
# Places inside that are filled in: three, as two versions of an article may differ in a place and the number of the
# injured, and one for each hundred words; two in a paragraph, names and numbers.
_LEAST: Final = (2, 3, 8)
_WORDS_A_PLACE: Final = 100
# A site puts its own names and days around a copy: of what stands there two places count, and two more stand inside.
# Of a text that is shorter than this all count where both begin, or end, with the same word.
_LONG: Final = 120
_AT_EDGES: Final = 2
# Of what differs so much is filled in; of copies in which every tenth character was edited, one eighth looks like it.
_LEAST_SHARE: Final = 0.4
# Whatever is filled in, names or not: one token in seven, in four places, that are no misspelt ones but for a quarter.
_DENSE: Final = 1 / 7
_DENSELY: Final = 4
_FEW_EDITS: Final = 0.25


@dataclass(frozen=True, slots=True)
class _Sides:
    """What is said of the tokens of one side of some gaps, of a token or more unless it is said of all."""

    size: Ints
    letters: U32
    ends: U32
    has_figure: Bools
    has_capital: Bools
    is_wide: Bools
    is_numeral: Bools
    has_particle: Bools
    has_surname: Bools
    is_after_surname: Bools

    @classmethod
    def of(cls, texts: MarkedTexts, first: Ints, size: Ints) -> _Sides:
        """Read the tokens from each of `first` on."""
        tokens, starts = ranges(first, size), starts_of(size)[:-1]
        codes, marks = texts.codes[tokens], texts.marks[tokens]
        numerals, particles, surnames = _han()
        is_surname = np.isin(codes, surnames)
        return cls(
            size,
            np.bitwise_or.reduceat(marks & LETTERS, starts),
            np.stack([marks[starts], marks[starts + size - 1]]) & LETTERS,
            np.logical_or.reduceat((marks & FIGURE) > 0, starts),
            np.logical_or.reduceat((marks & CAPITAL) > 0, starts),
            np.logical_and.reduceat(codes >= WIDE, starts),
            np.logical_or.reduceat(np.isin(codes, numerals), starts),
            np.logical_or.reduceat(np.isin(codes, particles), starts),
            is_surname[starts] | (np.logical_or.reduceat(is_surname, starts) & (size >= _PLACE_AND_NAME)),
            np.isin(texts.codes[np.maximum(first, 1) - 1], surnames),
        )


class _Kinds(NamedTuple):
    """What each gap is: one that is long, of a longer or a shortened version, is nothing.

    Filled in; a number filled in or misread, as both look alike; filled in if others are, and which of these may be
    names; an edit, and which of these put other words.
    """

    clear: Bools
    alike: Bools
    likely: Bools
    names: Bools
    edits: Bools
    words: Bools

    def any(self) -> Bools:
        """Return which are anything."""
        found: Bools = self.clear | self.alike | self.likely | self.edits
        return found


def filled_in(texts: MarkedTexts, first: Ints, second: Ints) -> Bools:
    """Return which pairs of texts differ in what is filled into a form rather than by edits."""
    gaps = gaps_of(texts, first, second, _han()[1])
    words = texts.words()
    lesser = np.minimum(words[first], words[second])
    is_inside = gaps.are_inside(texts, (first, second), lesser < _LONG)

    def counted(chosen: Bools) -> Ints:
        return np.bincount(gaps.pair[chosen], minlength=len(first))

    kinds = _kinds(texts, gaps)
    clear, alike, likely, names, edits, _ = (counted(kind & is_inside) for kind in kinds)
    at_edges = np.minimum(counted((kinds.clear | kinds.alike) & ~is_inside), _AT_EDGES)
    more = np.minimum(likely, clear + names + at_edges)
    filled, edits = clear + alike + more, edits + likely - more
    short, least, most = _LEAST
    is_brief = (lesser < _WORDS_A_PLACE) & (clear + alike > 0) & (clear + alike + names >= short)
    needed = np.where(is_brief, short, np.clip(lesser // _WORDS_A_PLACE, least, most))
    found: Bools = filled + at_edges >= needed
    found &= counted((gaps.edge == 0) & kinds.any()) >= np.where(lesser < _LONG, 1, 2)
    found &= (edits == 0) | (clear + more + at_edges >= _LEAST_SHARE * (filled + at_edges + edits))
    return found | _densely(gaps, kinds, np.minimum(*np.diff(texts.bounds)[np.stack([first, second])]))


def _densely(gaps: Gaps, kinds: _Kinds, tokens: Ints) -> Bools:
    """Return of which pairs, of so many tokens, more is filled in than anybody edits, be it names or not."""
    is_written = kinds.clear | kinds.likely | kinds.words
    sizes = np.where(is_written, np.minimum(gaps.size, gaps.other_size), 0)
    places, edits = (np.bincount(gaps.pair, some, len(tokens)) for some in (is_written, kinds.edits & ~kinds.words))
    found: Bools = np.bincount(gaps.pair, sizes, len(tokens)) >= _DENSE * tokens
    return found & (places >= _DENSELY) & (edits <= _FEW_EDITS * places)


def _kinds(texts: MarkedTexts, gaps: Gaps) -> _Kinds:
    found = np.zeros((6, len(gaps.pair)), np.bool_)
    is_short = (gaps.size <= _MOST_FILLED) & (gaps.other_size <= _MOST_FILLED)
    some = np.flatnonzero(is_short & (gaps.size > 0) & (gaps.other_size > 0))
    if len(some):
        one, other = (
            _Sides.of(texts, *place)
            for place in ((gaps.first[some], gaps.size[some]), (gaps.second[some], gaps.other_size[some]))
        )
        is_wide, is_longer = one.is_wide & other.is_wide, np.maximum(one.size, other.size) > 1
        is_plain = is_wide & ~(one.has_particle | other.has_particle)
        is_surname, is_given = one.has_surname & other.has_surname, one.is_after_surname & other.is_after_surname
        is_word = (one.has_figure & other.has_figure) | (one.has_capital & other.has_capital)
        is_misspelt = _misspelt(one, other)
        is_alike = is_word & is_misspelt
        is_filled = is_word & ~is_alike
        is_filled |= (is_wide & one.is_numeral & other.is_numeral) | (is_plain & is_surname & is_longer)
        is_name = is_plain & ~is_filled & (is_surname | is_given)
        is_likely = is_name | (is_plain & ~is_filled & is_longer)
        is_edit = ~is_filled & ~is_likely & ~(is_alike & one.has_figure & other.has_figure)
        is_other = is_edit & ~is_wide & ~is_misspelt
        found[:, some] = is_filled, is_alike & ~is_edit, is_likely, is_name, is_edit, is_other
    kinds, is_put_in = _Kinds(*found), _put_in(texts, gaps)
    kinds.clear[is_put_in] = True
    is_empty = (gaps.size == 0) | (gaps.other_size == 0)
    kinds.edits[is_empty & (gaps.size + gaps.other_size <= _MOST_DROPPED) & ~is_put_in] = True
    return kinds


def _misspelt(one: _Sides, other: _Sides) -> Bools:
    """Return where the same words stand on both sides: of as many on both the first or the last one."""
    are_as_many = one.size == other.size
    found: Bools = np.where(are_as_many, _alike(one.ends, other.ends).any(0), _alike(one.letters, other.letters))
    return found


def _alike(one: U32, other: U32) -> Bools:
    common, all = np.bitwise_count(one & other).astype(np.int8), np.bitwise_count(one | other)
    most = np.maximum(np.bitwise_count(one), np.bitwise_count(other)).astype(np.int8)
    found: Bools = (common > _MISSPELT * all) | ((common > 0) & (common >= most - 1))
    return found


def _put_in(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return at which gaps one side alone has a word, a name or a character, that it has alone at others as well."""
    is_first, is_second = ((a == 1) & (b == 0) for a, b in ((gaps.size, gaps.other_size), (gaps.other_size, gaps.size)))
    places = np.where(is_first, gaps.first, gaps.second)
    some = np.flatnonzero(is_first | is_second)
    codes, marks = texts.codes[places[some]], texts.marks[places[some]]
    is_name = np.where(codes >= WIDE, ~np.isin(codes, _han()[1]), (marks & CAPITAL) > 0)
    keys: U64 = (gaps.pair[some].astype(np.uint64) << np.uint64(32)) | codes
    _, nth, counts = np.unique(keys, return_inverse=True, return_counts=True)
    found = np.zeros(len(places), np.bool_)
    found[some] = is_name & (counts[nth] >= _RECURS)
    return found


@lru_cache(maxsize=1)
def _han() -> tuple[U32, U32, U32]:
    """Return the codes of numerals, of particles and of surnames."""
    numerals, particles, surnames = (distinct(codes_of(fold([text]))) for text in (_NUMERALS, _PARTICLES, _SURNAMES))
    return numerals, particles, surnames
