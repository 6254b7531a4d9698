"""Traces of careless conversion in plain characters: known tokens, entities, question marks."""

from __future__ import annotations

import re
from binascii import a2b_base64
from heapq import merge
from html.entities import html5
from typing import Final
from unicodedata import category, name

from audit.finding import MAX_PLACES
from audit.measure.encoding.escaped_prose import escaped_prose, is_of_address, is_prose
from audit.measure.encoding.scan import ESCAPE, QUESTIONS, TOKEN, may_be_base64, may_be_hexadecimal
from audit.measure.encoding.scanned import ScannedText, Spots, masked, spots
from audit.measure.encoding.seven_bits import HANZI, are_hanzi
from audit.text.classes import members

# U+FFFD in UTF-8 read as GBK, in pairs; the same read as Latin-1; memory fillers of a C runtime read as GBK.
_TOKENS: Final = re.compile("锟斤拷|ï¿½|烫烫烫+|屯屯屯+")
_REPLACEMENT: Final = members("replacement")

# Every quantifier is bounded or deterministic: linear on any input.
# Each pattern starts with a literal character for speed.
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});|&#[0-9]{4,6}(?![\w;])")


def _in_a_row(one: str, least: int = 1) -> str:
    return rf"{one}(?:{one}){{{least - 1},}}"


# Code points as JSON, JavaScript, Perl, R and browsers' escape() write them.
_ESCAPES: Final = re.compile(
    "|".join(map(_in_a_row, (r"\\u[0-9A-Fa-f]{4}", r"\\u\{[0-9A-Fa-f]{1,6}\}", r"\\x\{[0-9A-Fa-f]{1,6}\}")))
)
_OF_R: Final = re.compile(_in_a_row(r"<U\+[0-9A-F]{4,8}>"))
_OF_BROWSERS: Final = re.compile(_in_a_row("%u[0-9A-Fa-f]{4}"))
_NUMBER: Final = re.compile(r"[0-9A-Fa-f]{2,8}")
# Bytes of UTF-8 in quoted-printable (RFC 2045, 6.7), as mails have them, in code, in octal numbers, in addresses.
_QUOTED: Final = re.compile(_in_a_row("=[0-9A-F]{2}", 2))
_IN_CODE: Final = re.compile(_in_a_row(r"\\x[0-9A-Fa-f]{2}", 2))
_OCTAL: Final = re.compile(_in_a_row(r"\\[23][0-7]{2}", 2))
_PERCENT: Final = re.compile(_in_a_row("%[0-9A-Fa-f]{2}", 2))
# Letters as style sheets write them.
_OF_STYLES: Final = re.compile(_in_a_row(r"\\[0-9A-Fa-f]{4} ?", 3))
# Lines of base64, as the bodies of mails have them.
_BASE64: Final = re.compile(r"(?m)^[\w+/-]{60,}+={0,2}(?:\r?\n[\w+/-]++={0,2}(?=[ \t\r]*$))*[ \t\r]*$", re.ASCII)
# Its two signs in addresses (RFC 4648, 5).
_OF_ADDRESSES: Final = str.maketrans("-_", "+/")
# What each kind begins with.
_SIGNS: Final = (
    ("&", (_ENTITY,)),
    ("\\", (_ESCAPES, _IN_CODE, _OCTAL, _OF_STYLES)),
    ("=", (_QUOTED,)),
    ("%", (_PERCENT, _OF_BROWSERS)),
    ("<U+", (_OF_R,)),
    ("!", (HANZI,)),
)
# Bytes that a line cuts off from the first character and the last one.
_MOST_CUT: Final = 6
# Escapes of Latin-1 and below occur in code and texts about it, and are not counted.
_LAST_LATIN1, _LAST_C1, _LAST_ASCII = 0xFF, 0x9F, 0x7F
_MIN_OF_STYLES: Final = 3
# Bytes of letters in another codec than UTF-8 that stand in a row, by the kind of escape, and kinds of them.
_OF_ANOTHER: Final = {_QUOTED: 6, _PERCENT: 8}
_MANY_KINDS: Final = 4
# What stands between words, in escapes too.
_BETWEEN: Final = bytes(range(0x20, 0x30))
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
    kinds = [kind for sign, own in _SIGNS if sign in seen.text for kind in own]
    kinds += [_BASE64] if may_be_base64(seen.tally) else []
    prose = escaped_prose(seen.text, may_be_digits=bool(may_be_hexadecimal(seen.tally)))
    every = merge(
        *(filter(_is_leftover, kind.finditer(seen.text)) for kind in kinds),
        sorted(prose, key=re.Match.start),
        key=re.Match.start,
    )
    return spots("html_entities", ((*match.span(), match[0]) for match in every))


def _is_leftover(found: re.Match[str]) -> bool:
    sign = found[0]
    if sign[0] == "&":
        return sign[1] == "#" or sign[1:] in html5
    if found.re in _OF_TEXT:
        return _OF_TEXT[found.re](sign)
    if sign[0] == "%" and is_of_address(found):
        return False
    if found.re in (_ESCAPES, _OF_R, _OF_BROWSERS):
        codes = [int(code, 16) for code in _NUMBER.findall(sign)]
        return max(codes) > _LAST_LATIN1 or _are_letters(bytes(codes), cut=0)
    if found.re is _OCTAL:
        return _are_letters(bytes(int(byte, 8) for byte in sign.split("\\")[1:]))
    raw = bytes.fromhex(re.sub(r"[=%]|\\x", "", sign))
    return _are_letters(raw) or (found.re in _OF_ANOTHER and _are_of_another_codec(raw, _OF_ANOTHER[found.re]))


def _are_of_another_codec(raw: bytes, least: int) -> bool:
    """Return whether bytes are letters of a codec that has them above ASCII: many, and different ones."""
    letters = raw.translate(None, _BETWEEN)
    return len(letters) >= least and len(set(letters)) >= _MANY_KINDS and min(letters) > _LAST_C1


def _are_of_one_script(sign: str) -> bool:
    """Return whether code points are letters of one script; numbers in paths may be letters, too.

    Each has a digit, and some have a letter.
    """
    codes = _NUMBER.findall(sign)
    if not all(any(map(str.isdigit, code)) for code in codes) or all(map(str.isdigit, codes)):
        return False
    chars = [chr(int(code, 16)) for code in codes]
    letters = [char for char in chars if category(char)[0] == "L" and char > "\x7f"]
    return len(letters) >= _MIN_OF_STYLES and len({name(char, "").split(" ")[0] for char in letters}) == 1


def _is_prose(digits: str) -> bool:
    """Return whether base64 spells prose in UTF-8, but for what is cut off at its end."""
    plain = re.sub(r"[\s=]", "", digits).translate(_OF_ADDRESSES)
    return is_prose(a2b_base64(plain[: len(plain) // 4 * 4]).decode(errors="replace").rstrip("\ufffd"))


# How the kinds are judged whose own text tells.
_OF_TEXT: Final = {_BASE64: _is_prose, _OF_STYLES: _are_of_one_script, HANZI: are_hanzi}


def _are_letters(raw: bytes, cut: int = _MOST_CUT) -> bool:
    """Return whether bytes are UTF-8 of letters beyond ASCII, or of marks of punctuation, but for `cut` bytes."""
    said = raw.decode(errors="ignore")
    if len(raw) - len(said.encode()) > cut:
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
