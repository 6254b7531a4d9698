"""Stray words of a code page in UTF-8: bytes that are undecodable there, but letters of a word or signs in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from audit.read.codec.high_bytes import HIGH
from audit.read.codec.statistical.charmaps import ASCII_BASED
from audit.read.codec.statistical.robust import Stretch
from audit.read.codec.statistical.words import words_beyond_ascii
from audit.read.codec.tolerant import BadBytes
from audit.text.frequent_words import frequent_words, is_frequent, is_known

# The page whose signs all pages of Windows share, and others for words. Of pages that read a word alike the first is
# named.
_WINDOWS: Final = "cp1252"
_PAGES: Final = (
    *(_WINDOWS, "cp1250", "cp1254", "cp1257", "cp1251", "cp1253", "mac-roman", "cp850", "cp852", "cp437"),
    *("koi8-r", "cp866"),
)
_SIGNS: Final = "€‚„…†‡‰‹‘’“”•–—™›\xa0¡¢£¤¥¦§¨©«¬\xad®¯°±²³´¶·¸¹»¼½¾¿".encode(_WINDOWS)
# What is left of a character of three bytes or four that lost one.
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_NEIGHBOURS: Final = re.compile(rb"(?:[\x81-\xfe][\x40-\xfe]){2}")
_LEFT: Final = re.compile(
    rb"[\xe0-\xef][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2}|[\x80-\xbf]{2,3}"
)
# Files with more undecodable bytes have lines of another codec, or are not in UTF-8.
_MOST: Final = 256
# Bytes around that are read with a word, as much as a pair of quotes holds.
_AROUND: Final = 120
_FIRST_HIGH, _FIRST_LEAD, _FIRST_OF_THREE = 0x80, 0xC0, 0xE0
_TOKEN: Final = re.compile(rb"[A-Za-z\x80-\xff]+")
_IN_TOKENS: Final = bytes(byte for byte in range(256) if _TOKEN.match(bytes([byte])))
# The first bytes of characters: those of Western letters are expected in any text, others where the file has some.
_LEADS: Final = re.compile(rb"[\xc2-\xf4](?=[\x80-\xbf])")
_WESTERN: Final = b"\xc3"
_FOLLOWING: Final = tuple(bytes([byte]) for byte in range(_FIRST_HIGH, _FIRST_LEAD))
# The longest character of UTF-8 but one byte.
_REST: Final = 3
# Any few letters are a word of some language: shorter words must be of one that the file is written in.
_SHORT, _LONG = 3, 4
_OWN_WORDS: Final = 2
_READ: Final = 1 << 14
# Where signs of Windows prove themselves: a damaged byte in a hundred is such a sign, but hardly where one belongs.
_PAIRS: Final = re.compile("“[^“”\n]{1,99}”|„[^„“”\n]{1,99}[“”]|«[^«»\n]{1,99}»|‘[^‘’\n]{1,99}’")
_PLACED: Final = re.compile(
    r"(?<=[^\W\d_])’(?=s\b)|(?<=[^\W\d_]s)’(?=\s)"
    r"|(?<=[\w.,)] )[–—](?= [\w(])|(?<=\d)–(?=\d)"
    r"|(?<=[^\W\d_]{2})…(?=\s*(?:\Z|\n| [^\W\d_a-z]))|^[ \t]*•(?=[ \t]+\w)|(?<![\w£€])[£€](?=\d)|(?<=\d)€(?!\w)"
    r"|(?<=\d )€(?!\w)|(?<=\d)°(?= ?[CF]\b)|(?:^|(?<=Copyright ))©(?= )|(?<=\d)\xa0(?=\d{3}\b)|(?<!\S)§(?=\s?\d)"
    r"|(?:^|(?<=[.!?] ))(?:¿(?=[A-Z][^?\n]*\?)|¡(?=[A-Z][^!\n]*!))",
    re.MULTILINE,
)
_ELIDED: Final = re.compile(r"\b(?:[cdjlmnst]|[a-z]*qu|[a-z]*ll)’(?=[^\W\d_bcdfgjklmnpqrstvwxz])", re.IGNORECASE)
_JOINED: Final = re.compile(r"[^\W\d_]+’[^\W\d_]+")
_ELIDING: Final = frozenset({"fr", "it", "ca"})
_SENTENCE: Final = re.compile(r"(?:^|\n|[.!?…])\s*\Z")


class _Context(NamedTuple):
    """A word as a code page reads it, and the text before and after; `strays` are the places of its characters."""

    before: str
    word: str
    after: str
    strays: frozenset[int]


class _File(NamedTuple):
    """A file, its undecodable bytes, its languages, and the first bytes of its characters."""

    raw: bytes
    bad: frozenset[int]
    spoken: frozenset[str]
    leads: frozenset[bytes]


def stray_words(raw: bytes, errors: Sequence[BadBytes]) -> Iterator[Stretch]:
    r"""Yield the words and signs of code pages among UTF-8, in order; `errors` are its undecodable bytes.

    A word is known in some language, a sign stands where it belongs, and all code pages that have it so read the same.
    What the loss of a byte of UTF-8 explains as well is damage.

    >>> [(found.start, found.end, found.codec) for found in stray_words(b"The caf\xe9", (BadBytes(7, 8, 7),))]
    [(4, 8, 'cp1252')]
    """
    if not errors or len(errors) > _MOST:
        return
    bad = frozenset(at for error in errors for at in range(error.start, error.end))
    file = _File(raw, bad, _languages(raw), frozenset({_WESTERN, *_LEADS.findall(raw)}))
    for start, end in _tokens(raw, errors):
        if all(byte < _FIRST_HIGH or at in bad for at, byte in enumerate(raw[start:end], start)):
            readings = dict[str, str]()
            for page in _PAGES:
                context = _context(file, (start, end), page)
                if context and context.word not in readings and _is_proper(context, file, (start, end), page):
                    readings[context.word] = page
            if len(readings) == 1:
                yield Stretch(start, end, *readings.values())


def are_words(passages: bytes, page: str) -> bool:
    r"""Return whether passages in UTF-8 may be of another codec.

    Signs of Windows, and what is left of a character of UTF-8, are letters of another page only in known words. In a
    codec of two bytes a character no character stands alone, as halves of those of UTF-8 do.

    >>> are_words(b"le\x97n comi\x97", "mac-roman"), are_words(b"his reply\x97short and dry\x97came", "mac-roman")
    (True, False)
    >>> are_words(b"cut \xe6\x96 here", "gb18030")
    False
    """
    high = bytes(set(passages) & set(HIGH))
    are_left = all(map(_LEFT.fullmatch, _HIGH_RUN.findall(passages)))
    if page not in ASCII_BASED:
        return _NEIGHBOURS.search(passages) is not None
    are_signs = not high.translate(None, _SIGNS)
    if not are_left and (not are_signs or high.decode(page, "replace") == high.decode(_WINDOWS, "replace")):
        return True
    words = words_beyond_ascii(passages.decode(page, "replace"))
    return 2 * sum(map(is_known, words)) > len(words)


def _tokens(raw: bytes, errors: Sequence[BadBytes]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words with undecodable bytes."""
    end = 0
    for error in errors:
        before = raw[max(end, error.start - _AROUND) : error.start]
        found = _TOKEN.match(raw, error.start - len(before) + len(before.rstrip(_IN_TOKENS)), error.end + _AROUND)
        if error.start >= end and found:
            end = found.end()
            yield found.span()


def _context(file: _File, span: tuple[int, int], page: str) -> _Context | None:
    """Return a word as a code page reads it; other undecodable bytes around are read so, too."""
    start, end = span
    try:
        word = file.raw[start:end].decode(page)
    except UnicodeDecodeError:
        return None
    before, strays = _read(file, range(max(0, start - _AROUND), start), page)
    after, more = _read(file, range(end, min(len(file.raw), end + _AROUND)), page)
    behind = len(before) + len(word)
    own = {len(before) + at for at, char in enumerate(word) if not char.isascii()}
    return _Context(before, word, after, frozenset({*strays, *own, *(behind + at for at in more)}))


def _read(file: _File, places: range, page: str) -> tuple[str, list[int]]:
    """Return a part of the file, and the places of its undecodable bytes, as the code page reads them."""
    text, strays = "", list[int]()
    for is_bad, run in groupby(places, file.bad.__contains__):
        piece = bytes(file.raw[at] for at in run)
        read = piece.decode(page, "replace") if is_bad else piece.decode("utf-8", "ignore")
        strays += range(len(text), len(text) + len(read)) if is_bad else ()
        text += read
    return text, strays


def _is_proper(context: _Context, file: _File, span: tuple[int, int], page: str) -> bool:
    """Whether a reading is of known words and of signs in place, and no loss of a byte is as likely."""
    words = words_beyond_ascii(context.word)
    if not all(_is_written(word) and _is_word(word, file.spoken) for word in words):
        return False
    line, first = "".join(context[:3]), len(context.before)
    pairs = [found for found in _PAIRS.finditer(line) if {found.start(), found.end() - 1} <= context.strays]
    paired = {at for found in pairs for at in (found.start(), found.end() - 1)}
    placed = {found.end() - 1 for found in _PLACED.finditer(line)}
    placed |= {found.end() - 1 for found in _ELIDED.finditer(line) if file.spoken & _ELIDING}
    placed |= {found.start() + found.group().index("’") for found in _JOINED.finditer(line) if is_known(found.group())}
    signs = [at for at, char in enumerate(context.word, first) if not (char.isascii() or char.isalpha())]
    if signs and (page != _WINDOWS or not paired.union(placed).issuperset(signs)):
        return False
    return bool(paired.intersection(signs)) or not _is_loss(context, file, span)


def _is_loss(context: _Context, file: _File, span: tuple[int, int]) -> bool:
    """Whether one character of UTF-8 that lost bytes explains the undecodable byte of a word."""
    token = file.raw[slice(*span)]
    high = [at for at, byte in enumerate(token) if byte >= _FIRST_HIGH]
    if len(high) > 1:
        return False
    at = high[0]
    one, place = token[at : at + 1], span[0] + at
    if one >= bytes([_FIRST_OF_THREE]):
        rest = range(place + 1, place + 1 + _REST)
        return one in file.leads and (place + 1 == len(file.raw) or not file.bad.isdisjoint(rest))
    if one in file.leads:
        return True
    whole = [one + byte for byte in _FOLLOWING] if token[at] >= _FIRST_LEAD else [lead + one for lead in file.leads]
    letters = (piece.decode("utf-8", "ignore") for piece in whole)
    made = (token[:at].decode() + letter + token[at + 1 :].decode() for letter in letters if letter.isalpha())
    return any(_might_be(word, context) for word in made if _is_written(word))


def _might_be(word: str, context: _Context) -> bool:
    """Whether a word that lost a byte would stand here: a known one if another known one is read, or else any.

    Behind a digit is none, and one letter is a capital only where sentences begin.
    """
    if context.before[-1:].isdigit():
        return False
    if len(word) == 1:
        return is_known(word) and word.isupper() == (_SENTENCE.search(context.before) is not None)
    return is_known(word) or not context.word.isalpha()


def _is_written(word: str) -> bool:
    """Whether the capitals of a word are where they may be.

    >>> [_is_written(word) for word in ("Müller", "MÜLLER", "müLler")]
    [True, True, False]
    """
    return word.isupper() or word[1:].islower() or word.islower()


def _is_word(word: str, spoken: frozenset[str]) -> bool:
    if len(word) >= _LONG:
        return is_known(word)
    return len(word) >= _SHORT and any(is_frequent(word, language) for language in spoken)


def _languages(raw: bytes) -> frozenset[str]:
    """Return the languages of which a file has frequent words beyond ASCII."""
    words = set(words_beyond_ascii(raw[:_READ].decode("utf-8", "ignore")))
    counted = ((language, sum(is_frequent(word, language) for word in words)) for language in frequent_words())
    return frozenset(language for language, count in counted if count >= _OWN_WORDS)
