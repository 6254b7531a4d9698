"""Translation memories (TMX): a document per unit, with its text in each language."""

from __future__ import annotations

from typing import Final

from audit.read.containers.columns import on_line, record_of
from audit.read.reader import Opened, Reader, Records
from audit.read.refusal import refusal
from audit.read.xml.stream import Path, root_name, trees
from audit.read.xml.tree import XmlNode

_ROOT, _UNIT, _VARIANT, _SEGMENT = "tmx", "tu", "tuv", "seg"
_LANGUAGES: Final = ("xml:lang", "lang")
# Elements of a segment that hold codes of the format it was taken from.
_CODES: Final = frozenset({"bpt", "ept", "it", "ph", "ut"})


def _is_wanted(path: Path) -> bool:
    return path[-1] == _UNIT


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
    return {"id": unit.attributes.get("tuid"), "translation": texts}


def _begins(head: bytes) -> bool:
    return root_name(head) == _ROOT


TRANSLATIONS: Final = Reader("TMX", _read, begins=_begins)
