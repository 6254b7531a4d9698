"""Kinds of differences at a gap: a filled-in name or number, a misspelling, another word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.measure.duplication.template_texts.gaps import PHRASE, WIDE
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE, LETTERS, codes_of, fold
from audit.measure.duplication.tokens.hashing import distinct, ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# A word or two on one side only were dropped or split; more are a passage a shortened copy lacks.
_MOST_DROPPED: Final = 2
# With this many common letters, or all but one, two words are one, misspelt or misread.
_MISSPELT: Final = 0.6
# Repetitions after which a single inserted word, such as a second name, counts as filled in.
_RECURS: Final = 3
# Characters that belong to no name or place; in randomly edited text they are every other one.
_PARTICLES: Final = "的是在了有和不这我他们个上到说就也要着没得之其被把将及或但以而"
_NUMERALS: Final = "〇零一二两三四五六七八九十百千万亿"
# Sunday stands with numerals behind the words for week.
_SUNDAYS: Final = "日天"
_WEEKS: Final = "期周週拜"
# The hundred surnames borne by five in six Chinese (Ministry of Public Security, 2020), and some rarer ones.
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "萧施洪盛骆庞温芦葛颜柳祁童聂樊柯倪欧祝章岳翁鲍俞詹尤凌霍甘辛伍闵涂左"
)
# Maximum characters of a place followed by a name.
_PLACE_AND_NAME: Final = 3
# Classes of values of which forms hold one or another: days of the week, months, colours, directions, weather, numbers,
# forms of address. A class a line. An edit puts a word of the same class in place of one by a very rare chance. Left
# out are words with another use ("one", "may", "mars") and those that copies in other words have for each other
# ("grey", "gray").
_CLASSES: Final = (
    (
        "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado "
        "domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag "
        "zaterdag zondag понедельник вторник среду четверг пятницу субботу воскресенье poniedziałek wtorek środę "
        "czwartek piątek sobotę niedzielę"
    ),
    (
        "january february april june july august september october november december januar februar april juni juli "
        "august september oktober november dezember janvier février avril juin juillet août septembre octobre "
        "novembre décembre enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio "
        "febbraio aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня июля "
        "августа сентября октября ноября декабря"
    ),
    (
        "red blue green yellow white black brown grey violet purple orange pink beige rot blau grün gelb weiß schwarz "
        "braun rouge bleu vert jaune blanc noir rojo azul verde amarillo blanco negro красный синий зелёный жёлтый "
        "белый чёрный"
    ),
    "红 蓝 绿 白 黑 灰 棕 黄 紫 橙 粉 紅 藍 綠 黃",
    (
        "north south east west north-east north-west south-east south-west northeast northwest southeast southwest "
        "northerly southerly easterly westerly northeasterly northwesterly southeasterly southwesterly norden süden "
        "osten westen nord sud est ouest norte sur este oeste"
    ),
    "东 南 西 北 東",
    "晴 阴 云 雨 雪 雾 陰 雲 霧",
    (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn "
        "elf zwölf deux trois quatre cinq sept huit dix dos tres cuatro cinco seis siete ocho nueve diez"
    ),
    (
        "mr mrs ms miss herr herrn frau monsieur madame mademoiselle señor señora señorita signor signora signorina "
        "senhor senhora meneer mevrouw pan pana pani господин господина госпожа госпожи"
    ),
)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Properties of the tokens on one side of some gaps; flags hold if any token has the property."""

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
    classes: U32

    @classmethod
    def of(cls, texts: MarkedTexts, first: Ints, size: Ints) -> _Sides:
        """Compute them for the tokens from each of `first` on."""
        tokens, starts = ranges(first, size), starts_of(size)[:-1]
        codes, marks = texts.codes[tokens], texts.marks[tokens]
        numerals, parts, surnames, sundays, weeks = _han()
        is_surname = np.isin(codes, surnames)
        return cls(
            size,
            np.bitwise_or.reduceat(marks & LETTERS, starts),
            np.stack([marks[starts], marks[starts + size - 1]]) & LETTERS,
            np.logical_or.reduceat((marks & FIGURE) > 0, starts),
            np.logical_or.reduceat((marks & CAPITAL) > 0, starts),
            np.logical_and.reduceat(codes >= WIDE, starts),
            np.logical_or.reduceat(np.isin(codes, numerals), starts)
            | (np.isin(codes[starts], sundays) & np.isin(texts.codes[np.maximum(first, 1) - 1], weeks)),
            np.logical_or.reduceat(np.isin(codes, parts), starts),
            is_surname[starts] | (np.logical_or.reduceat(is_surname, starts) & (size >= _PLACE_AND_NAME)),
            np.isin(texts.codes[np.maximum(first, 1) - 1], surnames),
            _classes_of(texts, first, size),
        )


class GapKinds(NamedTuple):
    """The kind of each gap. A long one, as of a longer or shortened version, has none.

    Flags: filled in; a number filled in or misread, which look alike; filled in if others are, and which of these may
    be names; an edit, and which of these replace words.
    """

    clear: Bools
    alike: Bools
    likely: Bools
    names: Bools
    edits: Bools
    words: Bools

    def any(self) -> Bools:
        """Return which gaps have a kind."""
        found: Bools = self.clear | self.alike | self.likely | self.edits
        return found


def kinds_of(texts: MarkedTexts, gaps: Gaps) -> GapKinds:
    """Return the kinds of the gaps of texts."""
    found = np.zeros((6, len(gaps.pair)), np.bool_)
    is_short = ~gaps.are_rewritten()
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
        is_of_class = (one.classes & other.classes) > 0
        is_misspelt = _misspelt(one, other) & ~is_of_class
        is_alike = is_word & is_misspelt
        is_filled = (is_word & ~is_alike) | is_of_class
        is_filled |= (is_wide & one.is_numeral & other.is_numeral) | (is_plain & is_surname & is_longer)
        is_name = is_plain & ~is_filled & (is_surname | is_given)
        is_likely = is_name | (is_plain & ~is_filled & is_longer)
        is_edit = ~is_filled & ~is_likely & ~(is_alike & one.has_figure & other.has_figure)
        is_other = is_edit & np.where(is_wide, gaps.are_phrases(texts, some, particles()), ~is_misspelt)
        found[:, some] = is_filled, is_alike & ~is_edit, is_likely, is_name, is_edit, is_other
    kinds, is_put_in = GapKinds(*found), _put_in(texts, gaps)
    kinds.clear[is_put_in] = True
    is_empty = (gaps.size == 0) | (gaps.other_size == 0)
    kinds.edits[is_empty & (gaps.size + gaps.other_size <= _MOST_DROPPED) & ~is_put_in] = True
    return kinds


def _misspelt(one: _Sides, other: _Sides) -> Bools:
    """Return where both sides have the same words with spelling errors: with equal counts, the first or last one.

    Two phrases of other lengths have nearly all letters in common, whatever they say.
    """
    are_as_many, is_phrase = one.size == other.size, np.minimum(one.size, other.size) >= PHRASE
    have_letters = have_nearly_the_same(one.letters, other.letters) & ~is_phrase
    found: Bools = np.where(are_as_many, have_nearly_the_same(one.ends, other.ends).any(0), have_letters)
    return found


def have_nearly_the_same(one: U32, other: U32) -> Bools:
    """Return which of these sets of letters are nearly equal."""
    common, every = np.bitwise_count(one & other).astype(np.int8), np.bitwise_count(one | other)
    most = np.maximum(np.bitwise_count(one), np.bitwise_count(other)).astype(np.int8)
    found: Bools = (common > _MISSPELT * every) | ((common > 0) & (common >= most - 1))
    return found


def _put_in(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return at which gaps only one side has a word, name or character that it alone has at other gaps as well."""
    is_first, is_second = ((a == 1) & (b == 0) for a, b in ((gaps.size, gaps.other_size), (gaps.other_size, gaps.size)))
    places = np.where(is_first, gaps.first, gaps.second)
    some = np.flatnonzero(is_first | is_second)
    codes, marks = texts.codes[places[some]], texts.marks[places[some]]
    is_name = np.where(codes >= WIDE, ~np.isin(codes, particles()), (marks & CAPITAL) > 0)
    keys: U64 = (gaps.pair[some].astype(np.uint64) << np.uint64(32)) | codes
    _, nth, counts = np.unique(keys, return_inverse=True, return_counts=True)
    found = np.zeros(len(places), np.bool_)
    found[some] = is_name & (counts[nth] >= _RECURS)
    return found


def particles() -> U32:
    """Return the codes of characters that never belong to a name of a person or place."""
    return _han()[1]


def surnames() -> U32:
    """Return the codes of characters that are surnames."""
    return _han()[2]


@lru_cache(maxsize=1)
def _han() -> tuple[U32, ...]:
    """Return the codes of numerals, particles, surnames, the characters of Sunday and the last ones of week."""
    return tuple(distinct(codes_of(fold([text]))) for text in (_NUMERALS, _PARTICLES, _SURNAMES, _SUNDAYS, _WEEKS))


def _classes_of(texts: MarkedTexts, first: Ints, size: Ints) -> U32:
    """Return a set of classes, a bit each, of the tokens from each of `first` on; `size` is at least one."""
    codes, classes = _class_table()
    tokens = texts.codes[ranges(first, size)]
    places = np.minimum(np.searchsorted(codes, tokens), len(codes) - 1)
    found: U32 = np.bitwise_or.reduceat(np.where(codes[places] == tokens, classes[places], 0), starts_of(size)[:-1])
    return found


@lru_cache(maxsize=1)
def _class_table() -> tuple[U32, U32]:
    """Return the codes of all words, ascending, and the bit of the class of each."""
    listed = [codes_of(fold([words])) for words in _CLASSES]
    codes, at = np.unique(np.concatenate(listed), return_index=True)
    bits = np.repeat(np.uint32(1) << np.arange(len(listed), dtype=np.uint32), [len(words) for words in listed])
    return codes, bits[at]
