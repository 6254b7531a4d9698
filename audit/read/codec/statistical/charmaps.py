"""The supported single-byte code pages, those of Python and of the WHATWG."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

# Supersets that decode safely, and their prior cost in nats: rare ones need more evidence, and of two with the same
# letters the cheaper wins. Parts of ISO 8859 are omitted if a Windows code page contains them.
SINGLE_BYTE: Final[tuple[tuple[str, float], ...]] = (
    *(("cp1252", 0.0), ("cp1250", 2.0), ("cp1254", 2.5), ("cp1257", 3.0), ("cp1258", 3.0)),
    *(("iso8859-2", 3.0), ("iso8859-15", 4.0), ("iso8859-3", 7.0), ("iso8859-4", 6.0), ("iso8859-10", 7.0)),
    *(("iso8859-13", 5.0), ("iso8859-14", 7.0), ("iso8859-16", 6.0)),
    *(("mac-roman", 5.0), ("mac-latin2", 7.0), ("mac-turkish", 7.0), ("mac-iceland", 7.0), ("mac-croatian", 8.0)),
    *(("cp850", 5.0), ("cp852", 5.0), ("cp437", 6.0), ("cp857", 6.5), ("cp775", 7.0), ("cp860", 8.0)),
    *(("cp861", 7.5), ("cp863", 8.0), ("cp865", 7.5)),
    *(("cp1251", 1.0), ("koi8-r", 2.0), ("koi8-u", 3.0), ("iso8859-5", 4.0), ("cp866", 4.0), ("mac-cyrillic", 5.0)),
    *(("cp855", 5.0), ("cp1125", 6.0), ("kz1048", 5.0), ("ptcp154", 6.0), ("koi8-t", 6.0)),
    *(("cp1253", 2.0), ("iso8859-7", 3.0), ("cp737", 5.0), ("cp869", 6.0), ("mac-greek", 6.0)),
    *(("cp1255", 2.0), ("iso8859-8", 6.0), ("cp862", 5.0), ("cp1256", 2.0), ("iso8859-6", 3.0), ("cp720", 5.0)),
    *(("cp874", 2.0), ("cp037", 9.0), ("cp500", 9.5), ("cp1140", 10.0), ("cp273", 10.0), ("cp424", 10.0)),
    *(("cp875", 10.0), ("cp1026", 10.0), ("cp864", 4.0)),
)
# Code pages that only complement another of the same vendor: the other's languages are not considered in them.
_BESIDE: Final = {
    **dict.fromkeys(("cp1254", "cp1257", "cp1258", "iso8859-3", "iso8859-4", "iso8859-10", "iso8859-13"), "cp1252"),
    **dict.fromkeys(("iso8859-14", "iso8859-16"), "cp1252"),
    **dict.fromkeys(("mac-latin2", "mac-turkish", "mac-iceland", "mac-croatian"), "mac-roman"),
    **dict.fromkeys(("cp852", "cp857", "cp775"), "cp850"),
    **dict.fromkeys(("kz1048", "ptcp154", "koi8-t"), "cp1251"),
    "cp1125": "cp866", "koi8-u": "koi8-r",
}  # fmt: skip
# National code pages, and the languages written in them although another page supports them.
_NATIONAL: Final = {"cp860": ("pt",), "cp861": ("is", "fo"), "cp863": ("fr",), "cp865": ("da", "nb", "nn")}
_ALSO: Final = {"cp1257": ("et",), "iso8859-13": ("et",), "iso8859-4": ("et",), "cp775": ("et",)}
# Their bytes below 0x80 are not ASCII.
EBCDIC: Final = frozenset({"cp037", "cp500", "cp1140", "cp273", "cp424", "cp875", "cp1026"})
ASCII_BASED: Final = frozenset(codec for codec, _ in SINGLE_BYTE) - EBCDIC
# The code point for unassigned bytes.
VOID: Final = 0xFFFF
_MARK: Final = "\uffff"


def writes(codec: str, language: str, held: Collection[str]) -> bool:
    """Return whether a language is considered in a codec; `held` are the code pages that have its letters."""
    if codec in _NATIONAL:
        return language in _NATIONAL[codec]
    return codec in held and (_BESIDE.get(codec) not in held or language in _ALSO.get(codec, ()))


@cache
def charmap(codec: str) -> npt.NDArray[np.uint16]:
    """Return the code point of each byte, VOID if unassigned."""
    chars = (bytes([byte]).decode(codec, "replace").replace("\ufffd", _MARK) for byte in range(256))
    return np.array([ord(char) for char in chars], dtype=np.uint16)


@cache
def is_latin(codec: str) -> bool:
    """Return whether most non-ASCII letters of a code page are Latin.

    >>> is_latin("cp1252"), is_latin("koi8-r")
    (True, False)
    """
    letters = [chr(point) for point in charmap(codec)[0x80:] if chr(point).isalpha()]
    return 2 * sum(unicodedata.name(char, "").startswith("LATIN") for char in letters) > len(letters)
