"""Traces of careless conversion in plain characters: known tokens, entities, question marks."""

from __future__ import annotations

import re
from heapq import merge
from html.entities import html5
from typing import Final
from unicodedata import category

from audit.finding import MAX_PLACES
from audit.measure.encoding.scan import ESCAPE, QUESTIONS, TOKEN
from audit.measure.encoding.scanned import ScannedText, Spots, masked, spots
from audit.text.classes import members

# U+FFFD in UTF-8 read as GBK, in pairs; the same read as Latin-1; memory fillers of a C runtime read as GBK.
_TOKENS: Final = re.compile("锟斤拷|ï¿½|烫烫烫+|屯屯屯+")
_REPLACEMENT: Final = members("replacement")

# Every quantifier is bounded or deterministic: linear on any input.
# Two patterns, each starting with a literal character for speed.
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ESCAPES: Final = re.compile(r"\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*")
# Bytes of UTF-8 in quoted-printable (RFC 2045, 6.7), as mails have them.
_QUOTED: Final = re.compile(r"=[0-9A-F]{2}(?:=[0-9A-F]{2})+")
# What one of each kind has: the first bytes of letters beyond ASCII are C2 to F4.
_SIGNS: Final = ((("&",), _ENTITY), (("\\u",), _ESCAPES), (("=C", "=D", "=E", "=F"), _QUOTED))
# Escapes of Latin-1 and below occur in code and texts about it, and are not counted.
_LAST_LATIN1, _LAST_ASCII = 0xFF, 0x7F
_QUESTIONS: Final = re.compile(r"\?{4,}")
# This many in a row are no emphasis even between letters.
_SURELY_LOST: Final = 8


def replacement_chars(seen: ScannedText) -> Spots:
    """Count U+FFFD in the input and tokens made of it, without those that stand for undecodable bytes."""
    signs, tokens = _signs(seen), _tokens(seen)
    places = sorted((*signs.places, *tokens.places), key=lambda place: place.start)
    return Spots(signs.count + tokens.count, tuple(places[:MAX_PLACES]))


def _signs(seen: ScannedText) -> Spots:
    if not seen.holds(_REPLACEMENT):
        return Spots(0)
    mask = _REPLACEMENT[seen.kinds]
    mask[list(seen.bad)] = False
    return masked("replacement_chars", mask, seen)


def _tokens(seen: ScannedText) -> Spots:
    if not seen.is_marked(TOKEN):
        return Spots(0)
    return spots("replacement_chars", ((*match.span(), match[0]) for match in _TOKENS.finditer(seen.text)))


def html_entities(seen: ScannedText) -> Spots:
    """Count entities and escapes of non-ASCII letters that were never decoded."""
    if not seen.is_marked(ESCAPE):
        return Spots(0)
    kinds = (kind for signs, kind in _SIGNS if any(sign in seen.text for sign in signs))
    every = merge(*(kind.finditer(seen.text) for kind in kinds), key=re.Match.start)
    return spots("html_entities", ((*match.span(), match[0]) for match in every if _is_leftover(match[0])))


def _is_leftover(sign: str) -> bool:
    if sign[0] == "\\":
        return any(int(code, 16) > _LAST_LATIN1 for code in sign.split("\\u")[1:])
    if sign[0] == "=":
        return _is_quoted(sign)
    return sign[1] == "#" or sign[1:] in html5


def _is_quoted(sign: str) -> bool:
    """Return whether bytes in quoted-printable are UTF-8 of a letter beyond ASCII, or of a mark of punctuation."""
    try:
        said = bytes.fromhex(sign.replace("=", "")).decode()
    except UnicodeDecodeError:
        return False
    return any(ord(char) > _LAST_ASCII and category(char)[0] in "LP" for char in said)


def question_runs(seen: ScannedText) -> Spots:
    """Count runs of four or more question marks that replace lost letters.

    After a letter and before a space or the end they are emphasis ("really????") and ignored.
    """
    if not seen.is_marked(QUESTIONS):
        return Spots(0)
    found = (match for match in _QUESTIONS.finditer(seen.text) if _stands_for_letters(seen.text, *match.span()))
    return spots("question_runs", ((*match.span(), match[0]) for match in found))


def _stands_for_letters(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start >= _SURELY_LOST and after.isalnum():
        return True
    return before in ("", "\n", " ", "\t", "(", "“", "「", "《", '"') and not (start == 0 and end == len(text))
