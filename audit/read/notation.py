"""Detection of text that is data: formal notations, and bytes encoded as text.

Pages about such data quote it; a file is refused only if it consists (almost) entirely of it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from audit.read.binary.pickled import is_pickle
from audit.read.refusal import Refusal, quoted, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD: Final = 1 << 12
# What may precede the first character: byte order marks, white space, NULs of UTF-16.
_LEAD: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"

# Beginnings of files, with format name and quarantine code.
_BEGINNINGS: Final = (
    (re.compile(rb"\{\\rtf[0-9]?"), "an RTF document", "binary"),
    (re.compile(rb"%!(?:PS|\s)"), "a PostScript program", "binary"),
    (re.compile(rb"/\* XPM \*/|P[1-3]\s+(?:#[^\n]*\n)?[0-9]+\s+[0-9]+\s"), "an image", "encoded"),
    (re.compile(rb"\(This file must be converted with BinHex|=ybegin line=[0-9]"), "BinHex or yEnc", "encoded"),
    (re.compile(rb"data:[a-z]+/[^,\s]{1,99};base64,"), "base64", "encoded"),
    (re.compile(rb"# (?:corpus-audit baseline \d|Settings of corpus-audit, )"), "this program's own", "configuration"),
    (re.compile(rb'(?:a:[0-9]+:\{[is]:|O:[0-9]+:"[A-Za-z_\\]+":[0-9]+:\{)[0-9]'), "a serialised PHP value", "encoded"),
    (re.compile(rb"window(?:\.\w{1,40}){1,4} = [\[{]\s*[{\"]"), "JSON behind a variable (delete that)", "structured"),
    (re.compile(rb"BEGIN:V(?:CARD|CALENDAR)\r?\n"), "an address book or a calendar", "structured"),
)
_BEGINNING: Final = re.compile(b"|".join(b"(?:%b)" % sign.pattern for sign, _, _ in _BEGINNINGS))
_PDF: Final = (b"%PDF-", b"%%EOF")
_XML: Final = re.compile(rb"<\?xml\s|<svg[\s>]|<!DOCTYPE\s+(?!html)[A-Za-z:]+\s+(?:PUBLIC|SYSTEM)\s", re.IGNORECASE)
# The first element after declarations and comments.
_ROOT: Final = re.compile(rb"<([A-Za-z_][\w:.-]*+)")
_NO_ELEMENT: Final = re.compile(rb"<!--.*?-->|<[?!][^>]*+>", re.DOTALL)
_NOTEBOOK: Final = (re.compile(rb'"cells"\s*:\s*\['), re.compile(rb'"nbformat"\s*:\s*[0-9]'))

# Tables of entries: how each entry begins, how the last one ends, and the name with its converter.
_BIBTEX: Final = (
    rb"(?i:(?:%[^\n]*+\s++)*@(?:[a-z]++\s*+\{\s*+[^\s,{}=]*+\s*+,\s*+[\w-]++\s*+=|string\s*+\{|comment\s*+\{))"
)
_CDX: Final = rb"[a-z0-9.:,_-]++\)\S*+ [0-9]{14} (?:\{|(?:\S++ ){1,2}(?:[0-9]{3}|-)(?=\s|\Z))"
_ENTRIES: Final = tuple(
    (re.compile(begin), re.compile(end, re.MULTILINE), name)
    for begin, end, name in (
        (_BIBTEX, rb"\}\s*\Z", "a bibliography in BibTeX (pandoc -f bibtex -t csljson)"),
        (rb"TY {2}- ?[A-Z]", rb"^ER {2}-\s*\Z", "a bibliography in RIS (pandoc -f ris -t csljson)"),
        (rb"CDX(?: [A-Za-z]){3,}|" + _CDX, rb"^%b[^\n]*\s*\Z" % _CDX, "an index of a web archive"),
    )
)
_BLANK_LINES: Final = re.compile(rb"\n\s*\n")

# Bytes inspected at the beginning, the middle and the end.
_WINDOW: Final = 1 << 15
# Minimum share and number of encoded bytes among the visible ones.
_SHARE: Final = 0.8
_LEAST: Final = 100
_LINE_KINDS: Final = (
    (rb":[0-9A-Fa-f]{10,}+", "Intel HEX"),
    (rb"S[0-9][0-9A-F]{6,}+", "Motorola S-records"),
    (rb"[0-9A-Fa-f]{6,16}+:?[ \t]++(?:[0-9A-Fa-f]{2,8}+[ \t]++){3,}.*+", "a hexadecimal dump"),
    (rb"(?:(?:0x)?[0-9A-Fa-f]{2}[ \t:,]{0,2}){16,}", "hexadecimal digits"),
    (rb"(?:ssh-[a-z0-9]++|ecdsa-sha2-[a-z0-9]++) AAAA[A-Za-z0-9+/=]{40,}+.*+", "a key"),
    (rb"[A-Z2-7]{20,}+={0,6}", "base32"),
    (rb"[A-Za-z0-9+/_-]{20,}+={0,2}", "base64"),
)
_BEGIN: Final = 6
_LINE: Final = re.compile(b"|".join(b"(%b)" % sign for sign, _ in _LINE_KINDS))
_ARMOUR: Final = re.compile(rb"-{4,5} ?(BEGIN|END) ([A-Z0-9 ]{3,40})-{4,5}|(begin) [0-7]{3,4} .*|(end)")
_ARMOURED: Final = (b"----", b"begin ")
_SIGNED: Final = b"PGP SIGNED MESSAGE"
_DIGITS, _SMALL, _CAPITALS = b"0123456789", b"abcdefghijklmnopqrstuvwxyz", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Minimum and maximum shares of digits, lower case, upper case and punctuation, a combination that lists of names and
# paths lack. Random bytes give 0.16, 0.41, 0.41, 0.03 in base64, English prose 0.10, 0.46, 0.39, 0.
_LIKE_BASE64: Final = ((_DIGITS, 0.04, 1), (_SMALL, 0.2, 1), (_CAPITALS, 0.2, 1), (b"+/_-", 0, 0.08))
_LIKE_BASE32: Final = ((_DIGITS, 0.06, 1), (_CAPITALS, 0.6, 1))
# Share of letters in hexadecimal: random bytes give 0.37, ASCII text 0.1, a column of numbers none.
_LIKE_HEX: Final = ((b"abcdefABCDEF", 0.04, 1), (_DIGITS, 0.3, 1))
_TELLS: Final = {"base64": _LIKE_BASE64, "base32": _LIKE_BASE32, "hexadecimal digits": _LIKE_HEX}

# Comments, a bracket, and what JSON has in one; an anchor of AsciiDoc ([[ferry]]) is no list in a list.
_COMMENTED: Final = re.compile(
    rb"(?:(?://[^\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*\*/)\s*+)+(?P<sign>[\[{])\s*+(?:[\"{]|\[\s*+[\"\[{0-9-])"
)
_CLOSED: Final = {b"[": b"]", b"{": b"}"}

# A dump of SQL tables: it begins with comments and a statement, puts rows in, and ends with a statement or a comment.
# A lesson that begins `Use the following statements` has no semicolon at the end of its first line.
_SQL: Final = re.compile(
    rb"(?:--[^\n]*+\s++|/\*[^*]*+(?:\*(?!/)[^*]*+)*\*/;?\s*+)*"
    rb"(?:(?:SET|CREATE|DROP|BEGIN|PRAGMA|LOCK|USE|START)\b[^\n]*;[ \t\r]*$|(?:INSERT|REPLACE)\s+INTO\s"
    rb"|CREATE\s+(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED)\s+){0,2}TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[^\s(]+\s*\("
    rb"|SET\s+\w+(?:\s\S+)?\s+O(?:N|FF)\s|USE\s+\[)",
    re.IGNORECASE | re.MULTILINE,
)
_SQL_ROWS: Final = re.compile(
    rb"^(?:INSERT|REPLACE)\s[^;()]{1,200}?(?:\([^;()]{1,2000}\)\s*)?VALUES\s*\(\s*['\"0-9EN-]"
    rb"|^COPY\s[^;]{1,2000}?\bFROM stdin;",
    re.IGNORECASE | re.MULTILINE,
)
_SQL_END: Final = re.compile(rb"(?:;|\*/|^--[^\n]*)\s*\Z", re.MULTILINE)


def refuse_notation(raw: bytes) -> Refusal | None:
    """Return why decodable `raw` is no readable text; None if it may be.

    Codes: binary (a document or program format), structured (XML, notebooks, calendars: words between markup), encoded
    (base64, keys, dumps, pickles).
    """
    head = raw[:_HEAD].translate(None, b"\0").lstrip(_LEAD)
    return (
        _by_beginning(head, raw)
        or _xml(head)
        or _notebook(head, raw)
        or _entries(head, raw)
        or _commented(head, raw)
        or _sql(head, raw)
        or (refusal("encoded", "it is a Python pickle") if is_pickle(raw) else None)
        or _spelled(raw)
    )


def _by_beginning(head: bytes, raw: bytes) -> Refusal | None:
    if _BEGINNING.match(head):
        name, code = next((name, code) for sign, name, code in _BEGINNINGS if sign.match(head))
        return refusal(code, f"it is {name}")
    # PDF readers accept 1,024 bytes before the header and after the end.
    is_pdf = _PDF[0] in raw[:1024] and _PDF[1] in raw[-1024:]
    return refusal("binary", "it is a PDF document") if is_pdf else None


def _xml(head: bytes) -> Refusal | None:
    if not _XML.match(head):
        return None
    root = _ROOT.search(_NO_ELEMENT.sub(b"", head))
    if root is None or root[1].lower() == b"html":
        return None
    if root[1].lower().rpartition(b":")[2] == b"svg":
        return refusal("encoded", "it is an SVG image")
    entities = " that defines entities" if b"<!ENTITY" in head else ""
    named = quoted(root[1].decode("utf-8", "replace"))
    return refusal("structured", f"it is XML{entities} with the root element {named}")


def _notebook(head: bytes, raw: bytes) -> Refusal | None:
    if not head.startswith(b"{"):
        return None
    ends = head + raw[-_HEAD:]
    is_one = all(key.search(ends) for key in _NOTEBOOK)
    return refusal("structured", "it is a Jupyter notebook (jupyter nbconvert --to markdown)") if is_one else None


def _entries(head: bytes, raw: bytes) -> Refusal | None:
    """Refuse a table of entries; one entry among prose is a quotation."""
    sign, end, name = next((each for each in _ENTRIES if each[0].match(head)), (None, None, ""))
    if sign is None or end is None or not end.search(raw[-_HEAD:].translate(None, b"\0\r")):
        return None
    blocks = _BLANK_LINES.split(raw[:_WINDOW].translate(None, b"\0\r").lstrip(_LEAD))
    told = sum(len(block) for block in blocks if sign.match(block.lstrip()))
    return refusal("structured", f"it is {name}") if told >= _SHARE * sum(map(len, blocks)) else None


def _commented(head: bytes, raw: bytes) -> Refusal | None:
    found = _COMMENTED.match(head)
    if found is None or not raw[-_HEAD:].translate(None, b"\0").rstrip().endswith(_CLOSED[found["sign"]]):
        return None
    return refusal("structured", "it is JSON with comments (delete them)")


def _sql(head: bytes, raw: bytes) -> Refusal | None:
    if not (_SQL.match(head) and _SQL_END.search(raw[-_HEAD:]) and _SQL_ROWS.search(raw[:_WINDOW])):
        return None
    return refusal("structured", "it is a dump of SQL tables (load it, and export the table with the texts as CSV)")


def _spelled(raw: bytes) -> Refusal | None:
    """Refuse bytes encoded as text line by line."""
    if _is_plain(raw):
        return None
    seen: Counter[str] = Counter()
    held: dict[str, list[bytes]] = {}
    visible = 0
    for window in _windows(raw):
        for line, kind in _kinds(window):
            visible += len(line)
            if kind:
                seen[kind] += len(line)
                held.setdefault(kind, []).append(line)
    told = {kind: size for kind, size in seen.items() if _tells(kind, b"".join(held[kind]))}
    total = sum(told.values())
    if total < max(_LEAST, _SHARE * visible):
        return None
    kind = max(sorted(told), key=told.__getitem__)
    # Bare base64-like digits may be anything: they are a document without language.
    return None if kind in _TELLS else refusal("encoded", f"it is {kind}")


def _is_plain(raw: bytes) -> bool:
    """Return whether the first lines contain so many plain words that the rest cannot matter."""
    most = min(len(raw), 3 * _WINDOW)
    left = (1 - _SHARE) * most
    for line in map(bytes.strip, raw[: min(most // 2, _WINDOW)].splitlines()[:-1]):
        if line.startswith(_ARMOURED):
            return False
        # Encodings begin in ASCII.
        left -= 0 if line[:_BEGIN].isascii() and _LINE.fullmatch(line) else len(line)
        if left < 0:
            return True
    return False


def _windows(raw: bytes) -> Iterator[bytes]:
    if len(raw) <= 3 * _WINDOW:
        yield raw
        return
    yield raw[:_WINDOW]
    middle = len(raw) // 2
    for start in (middle, len(raw) - _WINDOW):
        # From the next line on, if any: the first may be cut.
        window = raw[start : start + _WINDOW]
        yield window[window.find(b"\n") + 1 :]


def _kinds(window: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield each stripped line and its encoding, '' for plain words."""
    inside = ""
    for line in map(bytes.strip, window.splitlines()):
        armour = _ARMOUR.fullmatch(line)
        if armour and (armour[1] == b"BEGIN" or armour[3]) and armour[2] != _SIGNED:
            inside = "an armoured key or message" if armour[1] else "uuencoded bytes"
        yield line, inside or _kind_of(line)
        if armour and (armour[1] == b"END" or armour[4]):
            inside = ""


def _kind_of(line: bytes) -> str:
    found = _LINE.fullmatch(line)
    return _LINE_KINDS[(found.lastindex or 1) - 1][1] if found else ""


def _tells(kind: str, lines: bytes) -> bool:
    """Return whether lines of this kind have the character mixture of encoded bytes."""
    tells = _TELLS.get(kind, ())
    return all(least <= 1 - len(lines.translate(None, signs)) / len(lines) <= most for signs, least, most in tells)
