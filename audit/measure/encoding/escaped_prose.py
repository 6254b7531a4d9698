"""Prose in escapes that are signs of other things where they stand alone: inside words, or as all of a text."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import category, name

from audit.measure.encoding.seven_bits import cut_letters

# Letters of Latin-1 inside words, as JSON, code, quoted-printable, RTF, browsers without a semicolon and spreadsheets
# write them, and at ends of words. One or two of them are code, and so are those at ends alone.
_IN_WORDS: Final = re.compile(
    r"[\\=&_](?<=[A-Za-z].)(?:(?<=\\)(?:(?:u00|x)[CDEFcdef][0-9A-Fa-f]|'[c-f][0-9])|(?<==)[C-F][0-9A-F]"
    r"|(?<=&)[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash)(?!;)|(?<=_)x00[C-F][0-9A-F]_)"
    r"(?=[a-z]|[ ,.;:!?)\n]|$)"
)
_MIN_WORDS, _MIN_WITHIN = 3, 2
# Letters as RTF writes them in a row, in code pages; no other markup has two such.
_OF_RTF: Final = re.compile(r"\\'[89a-fA-F][0-9A-Fa-f](?:\\'[89a-fA-F][0-9A-Fa-f]){2,}")
# A carriage return, a line feed or a tab as spreadsheets write them.
_OF_SHEETS: Final = re.compile(r"_x000[9AaDd]_")
# Names of folders as mail servers write them (RFC 3501, 5.1.3): UTF-16 in base64.
_OF_FOLDERS: Final = re.compile(r"&([A-Za-z0-9+,]{3,})-")
_BITS_OF_DIGIT, _BITS_OF_UNIT = 6, 16
# One letter alone is one of an alphabet: the words of some three letters are numbers of hanzi.
_LAST_OF_ALPHABETS: Final = "\u06ff"
# Words with %20 for spaces, and ASCII in percent signs or code points throughout: names of files have fewer.
_OF_FORMS: Final = re.compile(r"(?:[A-Za-z0-9.,;:!'()-]*%2[0-9A-Fa-f]){10,}[A-Za-z0-9.]*")
_THROUGHOUT: Final = re.compile(r"(?:%[2-7][0-9A-Fa-f]){12,}|(?:\\u00[2-7][0-9A-Fa-f]){12,}")
# Bytes in two hexadecimal digits each.
_OF_DIGITS: Final = re.compile(r"(?:(?:0[xX])?[0-9A-Fa-f]{2}[ ,:\r\n]{0,3}){40,}")
_DIGITS: Final = re.compile(r"(?:0[xX])?([0-9A-Fa-f]{2})")
# Japanese of mails whose escape characters were stripped (ISO-2022-JP).
_OF_MAILS: Final = re.compile(r"\$[@B]((?:[!-~]{2}){4,}?)\([BJ]")
_KANA: Final = range(0x3041, 0x3100)
# What prose is made of: so many letters and spaces, and none of the signs of code.
_SHARE_OF_PROSE: Final = 0.85
_CODE: Final = frozenset("<>{}[]=;_|\\#~^")
# In the midst of what has these, percent signs are those of an address or of a form.
_IN_ADDRESSES: Final = frozenset("/=@?&")
_LONGEST_ADDRESS: Final = 2000
# What each kind has in every text with one.
_SIGNS: Final = (
    (("\\", "=", "&", "_x00"), _IN_WORDS),
    (("\\'",), _OF_RTF),
    (("_x000",), _OF_SHEETS),
    (("&",), _OF_FOLDERS),
    (("%20",), _OF_FORMS),
    (("%20", "\\u0020"), _THROUGHOUT),
    (("20", "e", "E"), _OF_DIGITS),
    (("$B", "$@"), _OF_MAILS),
)


def escaped_prose(text: str, *, may_be_digits: bool) -> Iterator[re.Match[str]]:
    r"""Yield what is escaped letters of prose, kind by kind; bytes in hexadecimal digits only where these may be.

    >>> [match[0] for match in escaped_prose("p&AOk-p, p\\u00e9p, t\\u00e9t, s\\u00e9s", may_be_digits=False)]
    ['\\u00e9', '\\u00e9', '\\u00e9', '&AOk-']
    """
    for signs, kind in _SIGNS:
        if (kind is _OF_DIGITS and not may_be_digits) or not any(sign in text for sign in signs):
            continue
        found = [match for match in kind.finditer(text) if _is_prose_in(match)]
        if kind is not _IN_WORDS or _are_in_words(found):
            yield from found
    yield from cut_letters(text)


def _are_in_words(found: Sequence[re.Match[str]]) -> bool:
    within = sum(match.string[match.end() : match.end() + 1].isalpha() for match in found)
    return len(found) >= _MIN_WORDS and within >= _MIN_WITHIN


def is_prose(said: str) -> bool:
    """Return whether a decoded text is prose: letters and spaces, without the signs of code."""
    letters = sum(map(str.isalpha, said)) + said.count(" ")
    return "\ufffd" not in said and _CODE.isdisjoint(said) and letters >= _SHARE_OF_PROSE * len(said)


def is_of_address(found: re.Match[str]) -> bool:
    """Return whether percent signs are in a token of an address or a form."""
    before = found.string[max(0, found.start() - _LONGEST_ADDRESS) : found.start()].rpartition(" ")[2]
    after = found.string[found.end() : found.end() + _LONGEST_ADDRESS].partition(" ")[0]
    return not _IN_ADDRESSES.isdisjoint(before.split("\n")[-1] + after.split("\n")[0])


def _is_prose_in(found: re.Match[str]) -> bool:
    kind, sign = found.re, found[0]
    if kind is _OF_FOLDERS:
        return _are_letters(found[1])
    if kind is _OF_DIGITS:
        raw = bytes.fromhex("".join(_DIGITS.findall(sign)))
        return is_prose(raw.decode(errors="replace").rstrip("\ufffd"))
    if kind is _OF_MAILS:
        return _is_japanese(found[1])
    if kind in (_OF_FORMS, _THROUGHOUT) and is_of_address(found):
        return False
    if kind is _THROUGHOUT:
        return is_prose(bytes.fromhex(re.sub(r"\\u00|%", "", sign)).decode())
    return True


def _are_letters(digits: str) -> bool:
    """Return whether digits of base64 are UTF-16 of letters beyond ASCII of one script, and nothing is left of them."""
    left = _BITS_OF_DIGIT * len(digits) % _BITS_OF_UNIT
    if left >= _BITS_OF_DIGIT:
        return False
    try:
        raw = b64decode(digits.replace(",", "/") + "A" * (-len(digits) % 4))
        said = raw[: _BITS_OF_DIGIT * len(digits) // _BITS_OF_UNIT * 2].decode("utf-16-be")
    except (Error, UnicodeError):
        return False
    if any(raw[2 * len(said.encode("utf-16-be")) // 2 :]) or said.isascii():
        return False
    letters = [char for char in said if category(char)[0] == "L"]
    scripts = {name(char, "").split(" ")[0] for char in letters}
    is_alphabet = len(said) > 1 or said <= _LAST_OF_ALPHABETS
    return len(scripts) == 1 and is_alphabet and all(category(char)[0] in "LMPZ" for char in said)


def _is_japanese(pairs: str) -> bool:
    try:
        said = (b"\x1b$B" + pairs.encode() + b"\x1b(B").decode("iso2022_jp")
    except UnicodeError:
        return False
    return any(ord(char) in _KANA for char in said)
