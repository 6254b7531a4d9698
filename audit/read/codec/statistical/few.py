"""Codec of texts that are ASCII but for a few bytes, by the words containing them and the surrounding language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from audit.read.codec.high_bytes import HIGH, count_high
from audit.read.codec.statistical.charmaps import SINGLE_BYTE
from audit.read.codec.statistical.codepages import ASCII_LETTERS, Sample, latin_readings
from audit.read.codec.statistical.samples import sampled
from audit.read.codec.statistical.words import words_beyond_ascii
from audit.text.frequent_words import is_known

# More bytes are sufficient evidence by themselves.
_MANY: Final = 12
# Fewer ASCII letters identify no language.
_FEW_LETTERS: Final = 24
# Maximum distance in nats of candidate languages from the best: da and nb, cs and sk, es and ast.
_AKIN_NATS: Final = 6.0
# Required gain over English for a text whose non-ASCII letters are its own.
_PLAIN: Final = "en"
_ABOVE_NATS: Final = 1.0
# Bytes of a text used to identify its language.
_AROUND: Final = 1 << 16
# Cost of damage: for the first bad byte and for each one, as in damaged UTF-8 (see wide.utf8_nats).
_ALL_BAD_NATS: Final = 6.0
_BAD_NATS: Final = 14.0
# Codecs with different readings whose costs differ by less cannot be distinguished.
_MARGIN: Final = 2.0
# Signs and their usual positions; elsewhere, such as inside a word, the byte is damage.
_SIGNS: Final = frozenset("‘’‚“”„–—…•·«»‹›€£§©®™°²³½¼¾ªº¿¡\u00a0")
_PLACED: Final = re.compile(
    # Patterns begin with a non-ASCII character, for speed.
    r"(?=[^\x00-\x7f])(?:“[^“”\n]{1,99}”|”[^”\n]{1,99}”|(?<!\w)[‘‚“„‹¿¡](?=[\w(])|(?<=[\w.,;:!?…)])[”’“‘›](?!\w)|(?<!\w)[«»](?=[\w\s])|(?<=[\w.,!?…\s])[«»](?!\w)"
    r"|’(?=[^\W\d_]{1,2}\b)|(?:(?<=\b\w)|(?<=qu)|(?<=rd))’(?=\w)|(?<!\w)’(?=\d)"
    r"|(?<!\w)[–—•·](?!\w)|(?<=\d)[–—](?=\d)|(?<=\w\w)—(?=\w\w)|…(?!\w)|(?<!\w)…"
    r"|[€£§](?=\s?\d)|(?:(?<=\d)|(?<=\d\s))[€£°]|(?<!\w)©(?=\s?[\dA-Z])|(?<=\w)[®™²³](?!\w)|(?<=\d)[½¼¾ªº](?!\w)"
    r"|(?<![^\W\d_])\u00a0|\u00a0(?![^\W\d_]))"
)
# More bytes, or two in a row, may be a word in another script.
_STRAY: Final = 2
_NEIGHBOURS: Final = re.compile(rb"[\x80-\xff]{2}")
# A loan letter costs less in its own language; a third of wrong letters inside English words do, too.
_LOAN_NATS: Final = 14.0
# Signs that never occur inside words, unlike apostrophes, dashes, middle dots and soft hyphens.
_WITHIN: Final = re.compile(r"(?<=[A-Za-z])(?:[^\w\x00-\x7f’‘–—·\u00ad\u00a0®™°]|[ªº])(?=[a-z])")
_BEFORE: Final = re.compile(rb"[\x00-\x7f][\x80-\xff]")
_NO_LETTERS: Final = frozenset("µªº")
_WESTERN: Final = "cp1252"
_COST: Final = dict(SINGLE_BYTE)
# The beginning of a sign (U+2000 to U+203F), an emoji or a Latin letter in UTF-8. What code pages read, such as â€, a
# final â, or a capital behind a small letter, ends no word in any language.
_CUT: Final = re.compile(rb"(?:\xe2\x80|\xf0\x9f[\x80-\xbf]?|(?<=[A-Za-z])\xe2|(?<=[a-z])[\xc3-\xc5])\Z")
_LONGEST_CUT: Final = 3

# Bytes beyond ASCII of a text whose words are looked at; UTF-8 with few bad ones in more is told by their share.
_SHORT: Final = 200
_SHORTEST: Final = 3
_PART: Final = 4
_TOKEN: Final = re.compile(rb"[A-Za-z]*+[\x80-\xff][A-Za-z\x80-\xff]*+")
# A character of UTF-8, what is left of one that lost a byte or more, and bytes that are in none.
_PIECE: Final = re.compile(
    rb"(?P<whole>[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
    rb"|(?P<broken>[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}|[\x80-\xbf]{1,3})|(?P<never>[\xc0\xc1\xf5-\xff])"
)
# A question mark in place of a byte.
_REPLACED: Final = re.compile(
    rb"(?<=[\x80-\xff])\?(?=[A-Za-z\x80-\xff])|(?<=[A-Za-z])\?(?=[\x80-\xff])|(?<!\S)\?(?=[\x80-\xff])"
)
# The first bytes of most signs. The end of a character, and what may stand before a word.
_SIGN: Final = b"\xe2\x80"
_END: Final = re.compile(rb"[\x80-\xbf]{1,3}(?=[a-z])")
_OPENING: Final = frozenset("‘‚“„‹«¿¡–—•·…§£¥€\u00a0")
# Characters that are no Latin letters, as those of code pages and East Asian codecs are by chance.
_OTHERS: Final = re.compile(rb"[\xc6-\xf4](?=[\x80-\xbf])")
_NO_LETTERS_BEYOND: Final = b"\xe2"
_FIRST_LEAD: Final = 0xC0
_FOLLOWING: Final = tuple(bytes([byte]) for byte in range(0x80, _FIRST_LEAD))
# First bytes of letters: Latin, Greek, Cyrillic, Arabic, Vietnamese.
_LEADS: Final = tuple(letter.encode()[:-1] for letter in "ÀĀŀƀπϐаѐءٟḀẀạỀ")


def is_cut_utf8(raw: bytes) -> bool:
    """Return whether a text is ASCII but for its end, within a character of UTF-8: cut at a number of bytes."""
    cut = _CUT.search(raw[-_LONGEST_CUT - 1 :])
    return cut is not None and count_high(raw) == len(cut.group()) < len(raw)


def codec_of_few(raw: bytes) -> str | None:
    """Return the code page in which all (few) non-ASCII bytes form words of the surrounding language.

    None if they are many, if UTF-8 explains one of them, or if damage explains them as well: letters that the language
    lacks, or at unusual positions in words, prove no codec. The language is that of their lines, or of all of the text
    if these are too short.
    """
    if not 0 < count_high(raw) <= _MANY or not raw.decode("utf-8", "ignore").isascii():
        return None
    lines = b"\n".join(line for line in raw.split(b"\n") if not line.isascii())
    return _in_language(sampled(lines)) or _in_language(sampled(raw, _AROUND))


def are_damage(raw: bytes, codec: str) -> bool:
    """Whether one or two bytes in plain English are damage although a code page assigns characters to them.

    They are if these are letters at positions unknown in words of any language of the page (all of 64 loans and names
    used in English, such as café or Bézier, are known), or signs inside a word.
    """
    if not 0 < count_high(raw) <= _STRAY or _NEIGHBOURS.search(raw) or codec not in _COST:
        return False
    sample = Sample.of(sampled(raw, _AROUND))
    if _letters(sample.raw) < _FEW_LETTERS:
        return False
    found = list(latin_readings(sample))
    if any(around > -_AKIN_NATS for _, language, around, _ in found if language.name != _PLAIN):
        return False
    least = -_LOAN_NATS * count_high(sample.raw)
    text = sample.raw.decode(codec, "replace")
    letters = {char.lower() for char in text if not char.isascii() and char.isalpha()} - _NO_LETTERS
    held = (beyond for page, language, _, beyond in found if page == codec and letters.issubset(language.letters))
    return _WITHIN.search(text) is not None or (bool(letters) and max(held, default=least - 1) < least)


def are_remains(raw: bytes, codec: str) -> bool:
    r"""Whether all bytes beyond ASCII are characters of UTF-8, some of which lost a byte, although a codec reads them.

    They are if more of the words are known with any byte in the place of a lost one than as the codec reads them, or if
    neither makes a known word, but more characters are whole than broken. Where many are broken and none is whole, it
    must be so with a quarter of them: a third of French words, a tenth of those of other languages by chance.

    >>> are_remains("le système".encode().replace(b"\xa8", b""), "cp1252"), are_remains(b"die \xc4nderung", "cp1252")
    (True, False)
    """
    if not 0 < count_high(raw) <= _SHORT:
        return False
    whole = broken = restored = read = 0
    for token in _TOKEN.findall(_REPLACED.sub(b"", raw)):
        pieces = list(_PIECE.finditer(token))
        if any(piece.lastgroup == "never" for piece in pieces):
            return False
        lost = [piece for piece in pieces if piece.lastgroup != "whole"]
        whole, broken = whole + len(pieces) - len(lost), broken + len(lost)
        read += codec in _COST and _is_word(token.decode(codec, "replace"))
        restored += any(_is_word(text.decode("utf-8", "ignore")) for text in _restored(token, lost)) or any(
            piece.group() == _SIGN for piece in lost
        )
    if restored or read:
        return restored > read and (whole > 0 or broken <= _MANY or _PART * restored >= broken)
    if broken == 1 and _begins_within(raw, codec):
        return True
    are_latin = _OTHERS.search(raw) is None
    return 0 < whole >= (1 if are_latin else 2) * broken and (are_latin or codec in _COST)


def _begins_within(raw: bytes, codec: str) -> bool:
    """Whether a text begins within a character, before a small letter, as a codec reads it with no sign of there."""
    cut = _END.match(raw) if codec in _COST else None
    signs = "" if cut is None else cut.group().decode(codec, "replace")
    return bool(signs) and not any(sign.isalpha() or sign in _OPENING for sign in signs)


def _restored(token: bytes, lost: Sequence[re.Match[bytes]]) -> Iterator[bytes]:
    """Yield a token with any byte in place of the one that a character of it lost; as it is if none did."""
    if not lost:
        yield token
    if len(lost) != 1 or lost[0].group() >= _NO_LETTERS_BEYOND:
        return
    (one,) = lost
    piece, before, after = one.group(), token[: one.start()], token[one.end() :]
    for byte in _LEADS if piece[0] < _FIRST_LEAD else _FOLLOWING:
        yield before + byte + piece + after if piece[0] < _FIRST_LEAD else before + piece + byte + after
        if len(piece) > 1:
            yield before + piece[:1] + byte + piece[1:] + after


def _is_word(text: str) -> bool:
    """Whether a text has words with letters beyond ASCII, and all of them are known."""
    words = words_beyond_ascii(text)
    return bool(words) and all(len(word) >= _SHORTEST and is_known(word) and _is_written(word) for word in words)


def _is_written(word: str) -> bool:
    return word.isupper() or word[1:].islower()


def _in_language(raw: bytes) -> str | None:
    """Return the code page that decodes `raw` as words of its language better than any other, and than damage."""
    if _letters(raw) < _FEW_LETTERS:
        return None
    high = bytes(sorted(set(raw) & set(HIGH)))
    damage = _ALL_BAD_NATS + _BAD_NATS * count_high(raw)
    best: dict[str, tuple[float, str]] = {}
    for codec, nats in _in_words(Sample.of(raw), high):
        text = high.decode(codec)
        best[text] = max(best.get(text, (-damage, "")), (nats - _COST[codec], codec))
    ranked = sorted(best.values(), reverse=True)
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= _MARGIN)
    return (ranked[0][1] or None) if is_clear else None


def _letters(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, ASCII_LETTERS))


def _in_words(sample: Sample, high: bytes) -> Iterator[tuple[str, float]]:
    """Yield the code pages in which the bytes are letters of a language like the surrounding one, or proper signs."""
    found = list(latin_readings(sample))
    pairs = _BEFORE.findall(sample.raw)
    # English has no non-ASCII letters: if it is a candidate, letters are damage.
    least = _ABOVE_NATS + max(around for _, language, around, _ in found if language.name == _PLAIN)
    # Many code pages agree on these bytes, each in many languages.
    texts = {codec: high.decode(codec, "replace") for codec in {codec for codec, *_ in found}}
    astray, within = dict[str, set[str]](), dict[str, bool]()
    for codec, language, around, beyond in found:
        if around < -_AKIN_NATS:
            continue
        text = texts[codec]
        signs = "".join(char for char in text if char.lower() not in language.letters)
        if signs != text and around < least:
            continue
        if signs and text not in astray:
            astray[text] = _astray(sample.raw, codec)
        if signs and not (_are_told(signs, sample.raw, codec) and astray[text].isdisjoint(signs)):
            continue
        if text not in within:
            within[text] = _within_words(pairs, codec)
        if not within[text]:
            yield codec, around + beyond


def _within_words(pairs: list[bytes], codec: str) -> bool:
    """Whether one of the bytes, each with its predecessor, is a capital after a lower case letter."""
    return any(text[:1].islower() and text[1:].isupper() for text in (pair.decode(codec, "replace") for pair in pairs))


def _are_told(signs: str, raw: bytes, codec: str) -> bool:
    """Whether these are typographic signs that identify their code page.

    A single sign indicates the commonest page; two in proper positions a rarer one.
    """
    return (codec == _WESTERN or count_high(raw) > 1) and _SIGNS.issuperset(signs)


def _astray(raw: bytes, codec: str) -> set[str]:
    """Return the characters of which one is where no typographic sign belongs."""
    return set(_PLACED.sub("", raw.decode(codec, "replace")))
