"""Character classes for all code points, used by plausibility, damage detection and script counts.

Classes follow Unicode blocks and general categories. Han is classified by membership in GB 2312, Big5, JIS X 0208 and
KS X 1001, as known to Python's codecs: it tells how common a character is, and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.text.code_points import CATEGORIES, POINTS, categories, category, of_categories

Points = npt.NDArray[np.uint32]
Classes = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.int64]
_PIECE: Final = 1 << 20

# Order is the contract of tables/pairs.tsv: append, never reorder.
NAMES: Final = (
    "unassigned", "c0", "c1", "newline", "space", "odd_space", "digit", "ascii_upper", "ascii_lower",
    "stop", "quote", "bracket", "ascii_sign", "typographic", "latin1_common", "latin1_rare",
    "latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower", "latin_other", "viet_upper", "viet_lower",
    "combining", "greek_upper", "greek_lower", "greek_other", "cyr_upper", "cyr_lower", "cyr_more_upper",
    "cyr_more_lower", "cyr_other", "armenian", "hebrew", "hebrew_mark", "arabic", "arabic_mark", "arabic_form",
    "indic", "thai", "thai_mark", "southeast", "georgian", "ethiopic", "hangul_ks", "hangul_more", "jamo",
    "hiragana", "katakana", "kana_mark", "half_kana", "bopomofo", "cjk_stop", "cjk_bracket", "cjk_sign",
    "full_stop", "full_alnum", "box", "symbol", "emoji", "han_both", "han_hans", "han_hans_rare", "han_hant",
    "han_hant_rare", "han_gb_second", "han_second", "han_jis", "han_ks", "han_gbk", "han_ext", "han_compat",
    "replacement", "private", "format", "bidi", "surrogate", "other_letter", "other", "thai_lead", "thai_vowel",
)  # fmt: skip
CLASS: Final = {name: number for number, name in enumerate(NAMES)}

BIDI_CONTROLS: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CJK_STOPS: Final = "、。，！？：；"
_FULL_STOPS: Final = "，！？：；（）．"
_STOPS: Final = ".,;:!?"
_LATIN1_COMMON: Final = "¡§©«°»¿®·×"

# (first, last, class) by block; later rows win. Ends are Unicode block ends unless a comment says why not.
_BLOCKS: Final = (
    (0x00, 0x1F, "c0"), (0x7F, 0x7F, "c0"), (0x80, 0x9F, "c1"), (0x21, 0x7E, "ascii_sign"), (0x30, 0x39, "digit"),
    (0x41, 0x5A, "ascii_upper"), (0x61, 0x7A, "ascii_lower"), (0xA1, 0xBF, "latin1_rare"),
    (0x300, 0x36F, "combining"), (0x530, 0x58F, "armenian"), (0x590, 0x5CF, "hebrew_mark"), (0x5D0, 0x5F4, "hebrew"),
    (0x600, 0x6FF, "arabic"), (0x700, 0x8FF, "other_letter"), (0x900, 0xDFF, "indic"), (0xE00, 0xE7F, "thai"),
    (0xE80, 0x109F, "southeast"), (0x10A0, 0x10FF, "georgian"), (0x1100, 0x11FF, "jamo"), (0x1200, 0x139F, "ethiopic"),
    (0x1780, 0x17FF, "southeast"), (0x1C90, 0x1CBF, "georgian"), (0x2000, 0x200A, "odd_space"),
    (0x2010, 0x2027, "typographic"), (0x2030, 0x205E, "typographic"), (0x20A0, 0x20CF, "symbol"),
    (0x2100, 0x24FF, "symbol"), (0x2500, 0x259F, "box"), (0x25A0, 0x2BFF, "symbol"), (0x3000, 0x303F, "cjk_sign"),
    (0x3041, 0x3096, "hiragana"), (0x3099, 0x30A0, "kana_mark"), (0x30A1, 0x30FA, "katakana"),
    (0x30FB, 0x30FF, "kana_mark"), (0x3100, 0x312F, "bopomofo"), (0x3130, 0x318F, "jamo"),
    (0x3190, 0x33FF, "cjk_sign"), (0x3400, 0x4DBF, "han_ext"), (0x4E00, 0x9FFF, "han_gbk"),
    (0xA960, 0xA97F, "jamo"), (0xAC00, 0xD7A3, "hangul_more"), (0xD7B0, 0xD7FF, "jamo"), (0xD800, 0xDFFF, "surrogate"),
    (0xE000, 0xF8FF, "private"), (0xF900, 0xFAFF, "han_compat"), (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic_form"), (0xFE10, 0xFE6F, "cjk_sign"), (0xFE70, 0xFEFE, "arabic_form"),
    (0xFF01, 0xFF0F, "cjk_sign"), (0xFF10, 0xFF5A, "full_alnum"), (0xFF1A, 0xFF20, "cjk_sign"),
    (0xFF3B, 0xFF40, "cjk_sign"), (0xFF5B, 0xFF60, "cjk_sign"), (0xFF61, 0xFF9F, "half_kana"),
    (0xFFA0, 0xFFDC, "jamo"), (0xFFE0, 0xFFEE, "cjk_sign"), (0x1F000, 0x1FAFF, "emoji"), (0x2600, 0x27BF, "emoji"),
    (0x20000, 0x3FFFF, "han_ext"), (0xF0000, 0x10FFFF, "private"),
)  # fmt: skip


def codepoints(text: str) -> Points:
    """Return the code points of `text` as uint32; lone surrogates are kept."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def text_of(points: Points) -> str:
    """Return code points as text; a lone surrogate becomes U+FFFD."""
    return points.tobytes().decode("utf-32-le", "replace")


def classes(points: Points) -> Classes:
    """Return the class of each code point."""
    return table()[points]


def tally(numbers: Classes, width: int) -> Counts:
    """Return the count of each number below `width`, in chunks, since bincount copies its input to int64."""
    counts = np.zeros(width, dtype=np.int64)
    for at in range(0, len(numbers), _PIECE):
        counts += np.bincount(numbers[at : at + _PIECE], minlength=width)
    return counts


def members(*names: str) -> npt.NDArray[np.bool_]:
    """Return a mask over classes: true for the classes of these names."""
    mask = np.zeros(len(NAMES), dtype=bool)
    mask[[CLASS[name] for name in names]] = True
    return mask


def table() -> Classes:
    """Return the class of every code point, an array of 0x110000; read only."""
    return _table()["classes"]


@derived
def _table() -> dict[str, Classes]:
    made = np.zeros(POINTS, dtype=np.uint8)
    for first, last, name in _BLOCKS:
        made[first : last + 1] = CLASS[name]
    _by_category(made)
    _by_letters(made)
    _by_character(made)
    _han(made)
    return {"classes": made}


def _by_category(made: Classes) -> None:
    """Reassign code points outside the blocks above by general category, and clear unassigned ones."""
    for block in _UNLISTED:
        within, named = made[slice(*block)], _BY_CATEGORY[categories()[slice(*block)]]
        is_open = (within == 0) | of_categories("Cn", "Cf")[slice(*block)]
        within[is_open] = named[is_open]


_UNLISTED: Final = ((0xA0, 0x3400), (0x4DC0, 0x4E00), (0xA000, 0xD800), (0xF900, 0x20000), (0xE0000, 0xE01F0))
_CATEGORY: Final = {"Cn": "unassigned", "Cf": "format", "Zs": "odd_space", "Mn": "combining", "Mc": "other_letter"}
_BY_CATEGORY: Final = np.array(
    [CLASS[_CATEGORY.get(name) or ("other_letter" if name[0] == "L" else "other")] for name in CATEGORIES], np.uint8
)


def _by_letters(made: Classes) -> None:
    """Distinguish case, and the parts of Latin."""
    _cased(made, range(0xC0, 0x100), "latin1_upper", "latin1_lower", "latin1_common")
    _cased(made, range(0x100, 0x180), "latin_a_upper", "latin_a_lower", "latin_a_lower")
    _cased(made, (*range(0x180, 0x2B0), *range(0x1E00, 0x1EA0)), "latin_other", "latin_other", "latin_other")
    _cased(made, (*range(0x1EA0, 0x1F00), 0x1A0, 0x1A1, 0x1AF, 0x1B0), "viet_upper", "viet_lower", "viet_lower")
    _cased(made, range(0x370, 0x400), "greek_upper", "greek_lower", "greek_other")
    made[0x1F00:0x2000] = CLASS["greek_other"]
    _cased(made, range(0x410, 0x450), "cyr_upper", "cyr_lower", "cyr_other")
    _cased(
        made,
        (*range(0x400, 0x410), *range(0x450, 0x460), 0x490, 0x491),
        "cyr_more_upper",
        "cyr_more_lower",
        "cyr_other",
    )
    made[0x460:0x490] = made[0x492:0x530] = CLASS["cyr_other"]


def _cased(made: Classes, points: Iterable[int], upper: str, lower: str, neither: str) -> None:
    for point in points:
        kind = {"Lu": upper, "Ll": lower, "Cn": "unassigned"}.get(category(point), neither)
        made[point] = CLASS[kind]


def _by_character(made: Classes) -> None:
    """Set the characters whose function matters more than their block."""
    marks = (chr(p) for p in (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)))
    thai = (chr(p) for p in (0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F)))
    for name, characters in (
        ("newline", "\n\r\x0c\x85\u2028\u2029"), ("space", " \t"), ("odd_space", "\xa0\u3000\u202f\u205f"),
        ("stop", _STOPS), ("quote", "\"'"), ("bracket", "()[]{}<>"), ("latin1_common", _LATIN1_COMMON),
        ("cjk_stop", _CJK_STOPS), ("cjk_bracket", "《》「」『』【】〈〉〔〕"), ("full_stop", _FULL_STOPS),
        ("kana_mark", "ー・゛゜ヽヾゝゞ"), ("cjk_sign", "々〆〇"), ("arabic_mark", marks), ("thai_mark", thai),
        ("thai_lead", "เแโใไ"), ("thai_vowel", "ะาำๅ"), ("replacement", "\ufffd"),
        ("format", "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), ("bidi", map(chr, BIDI_CONTROLS)),
    ):  # fmt: skip
        for character in characters:
            made[ord(character)] = CLASS[name]


# The rows of each code table that hold common characters.
_GB_FIRST: Final = (0xB0, 0xD8)  # GB 2312 level 1: by sound, the 3,755 common ones
_GB_SECOND: Final = (0xD8, 0xF8)
_BIG5_FIRST: Final = (0xA4, 0xC7)  # Big5 level 1: 5,401 common ones
_BIG5_SECOND: Final = (0xC9, 0xFA)
_JIS_FIRST: Final = (0xB0, 0xD0)  # JIS X 0208 level 1, as EUC
_KS_HANGUL: Final = (0xB0, 0xC9)  # KS X 1001: 2,350 syllables
_KS_HANJA: Final = (0xCA, 0xFE)


def tier(codec: str, rows: tuple[int, int]) -> frozenset[int]:
    """Return the code points that `codec` encodes in two bytes with the first in `rows` (half open)."""
    pairs = (bytes((lead, trail)).decode(codec, "ignore") for lead in range(*rows) for trail in range(0x40, 0xFF))
    return frozenset(ord(char) for char in pairs if len(char) == 1 and char > "\x7f")


def _han(made: Classes) -> None:
    gb1, gb2 = tier("gb2312", _GB_FIRST), tier("gb2312", _GB_SECOND)
    b1, b2 = tier("big5", _BIG5_FIRST), tier("big5", _BIG5_SECOND)
    tiers = (
        ("han_ks", tier("euc_kr", _KS_HANJA)), ("han_jis", tier("euc_jp", _JIS_FIRST)), ("han_second", b2),
        ("han_gb_second", gb2), ("han_hant_rare", b2 - gb1 - gb2), ("han_hans_rare", gb2 - b1 - b2),
        ("han_hant", b1 - gb1 - gb2), ("han_gb_second", b1 & gb2), ("han_second", b2 & gb1),
        ("han_hans", gb1 - b1 - b2), ("han_both", gb1 & b1), ("hangul_ks", tier("euc_kr", _KS_HANGUL)),
    )  # fmt: skip
    for name, characters in tiers:
        fits = _HAN if name.startswith("han_") else frozenset({CLASS["hangul_more"]})
        made[sorted(point for point in characters if int(made[point]) in fits)] = CLASS[name]


_HAN: Final = frozenset(
    number for name, number in CLASS.items() if name.startswith("han_") and name not in {"han_compat", "han_ext"}
)
