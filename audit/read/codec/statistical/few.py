"""Codec of texts that are ASCII but for a few bytes, by the words containing them and the surrounding language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from audit.read.codec.high_bytes import HIGH, count_high
from audit.read.codec.statistical.charmaps import SINGLE_BYTE
from audit.read.codec.statistical.codepages import ASCII_LETTERS, Sample, latin_readings
from audit.read.codec.statistical.samples import sampled

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
