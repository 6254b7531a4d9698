"""Translation memories (TMX) and translations at work (XLIFF): a document per unit, with its text in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from audit.read.containers.columns import on_line, record_of
from audit.read.reader import Opened, Reader, Records
from audit.read.refusal import refusal
from audit.read.xml.stream import Path, root_name, trees
from audit.read.xml.tree import XmlNode, bare

_MEMORY, _WORK = "tmx", "xliff"
_UNITS: Final = frozenset({"tu", "trans-unit", "unit"})
_VARIANT, _SEGMENT = "tuv", "seg"
# XLIFF: both texts of a unit or, since its second version, of each segment in it; what is beside them are proposals.
_SIDES: Final = ("source", "target")
_PROPOSALS: Final = frozenset({"alt-trans", "seg-source", "matches", "notes"})
_LANGUAGES: Final = ("xml:lang", "lang")
# Elements of a segment that hold codes of the format it was taken from.
_CODES: Final = frozenset({"bpt", "ept", "it", "ph", "ut", "x", "bx", "ex"})


def _is_wanted(path: Path) -> bool:
    return bare(path[-1]) in _UNITS


def _read(file: Opened) -> Records:
    """Yield each unit. Raises RefusedInputError: broken-container if the XML is damaged, or defines entities."""
    limit = file.settings.max_file_bytes
    for node, _, line in trees(file.pieces(), _is_wanted, limit):
        if node is None:
            yield refusal("too-large", f"the unit on line {line} has more than {limit:,} characters")
        else:
            yield on_line(record_of(_columns(node), f"line {line}", file.settings), line)


def _columns(unit: XmlNode) -> dict[str, object]:
    texts: dict[str, str] = {}
    for variant in unit.named(_VARIANT):
        named = next((variant.attributes[name] for name in _LANGUAGES if name in variant.attributes), "")
        first, *region = named.replace("_", "-").split("-")
        language = "-".join((first.lower(), *region))
        for segment in variant.named(_SEGMENT):
            texts.setdefault(language, segment.text(but=_CODES))
    for side in _SIDES:
        said = [part.text(but=_CODES) for part in _sides(unit, side)]
        texts |= {side: " ".join(filter(str.strip, said))} if any(map(str.strip, said)) else {}
    id = unit.attributes.get("tuid", unit.attributes.get("id"))
    return {"id": id, "translation": texts} if len(texts) > 1 else {"id": id, "text": "".join(texts.values())}


def _sides(node: XmlNode, side: str) -> Iterator[XmlNode]:
    for child in node.children():
        if bare(child.name) == side:
            yield child
        elif bare(child.name) not in _PROPOSALS:
            yield from _sides(child, side)


def _begins(head: bytes) -> bool:
    return bare(root_name(head) or "") in {_MEMORY, _WORK}


TRANSLATIONS: Final = Reader("translations", _read, begins=_begins)
