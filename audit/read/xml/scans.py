"""Recognised pages: ALTO and PAGE XML, a document per file, with a line of text for each printed one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import refused
from audit.read.xml.stream import Path, root_name, trees
from audit.read.xml.tree import XmlNode, bare

_ROOTS: Final = frozenset({"alto", "PcGts"})
_BLOCKS: Final = frozenset({"TextBlock", "TextRegion"})
_LINE: Final = "TextLine"
# ALTO: a word, its text, the whole word of which it is the first or second part, and what stands between words.
_WORD, _TEXT, _WHOLE, _PART = "String", "CONTENT", "SUBS_CONTENT", "SUBS_TYPE"
_SECOND_PART: Final = "HypPart2"
_SPACE: Final = "SP"
# PAGE: readings of a line or region, the best first, and their text.
_READING, _UNICODE = "TextEquiv", "Unicode"


def _is_wanted(path: Path) -> bool:
    return bare(path[-1]) in _BLOCKS


def _read(file: Opened) -> Records:
    """Yield the document of all pages. Raises RefusedInputError: too-large; broken-container if the XML is damaged."""
    raw = file.whole()
    found = [_lines(node) for node, _, _ in trees(iter((raw,)), _is_wanted, len(raw) * 64) if node is not None]
    text = "\n\n".join("\n".join(lines) for lines in found if lines)
    if not text.strip():
        raise refused("no-text", "no line of its pages was recognised")
    yield Record(raw=raw, text=text, source="extracted", remark="recognised pages, read line by line")


def _lines(block: XmlNode) -> list[str]:
    lines = [text for line in block.named(_LINE) if (text := _line(line).strip())]
    return lines or [text for text in (_reading(block).strip(),) if text]


def _line(line: XmlNode) -> str:
    """Return the text of a line, with a word that is divided at its end as a whole."""
    return "".join(_words(line)) or _reading(line)


def _words(line: XmlNode) -> Iterator[str]:
    parts = line.children()
    has_spaces = any(bare(part.name) == _SPACE for part in parts)
    for number, part in enumerate(parts):
        name = bare(part.name)
        if name == _SPACE:
            yield " "
        elif name == _WORD and part.attributes.get(_PART) != _SECOND_PART:
            gap = "" if has_spaces or not number else " "
            yield gap + part.attributes.get(_WHOLE, part.attributes.get(_TEXT, ""))


def _reading(node: XmlNode) -> str:
    """Return the best reading of a line or region, which is the first; of its words where it has none itself."""
    own = (part for part in node.children() if bare(part.name) == _READING)
    best = next(own, None)
    if best is not None:
        return "".join(text.text() for text in best.named(_UNICODE))
    return " ".join(filter(None, (_reading(part) for part in node.children())))


def _begins(head: bytes) -> bool:
    return bare(root_name(head) or "") in _ROOTS


SCANS: Final = Reader("recognised pages", _read, begins=_begins, many=False)
