"""Documents whose parts have places on pages, as readers of scans write them, or times, as transcripts (JSON)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from audit.read.parts.said_of_parts import left_out, title_of
from audit.text.fold import letters

Part = tuple[str, str]  # what a part is, and its text
Node = Mapping[str, object]

# Plain names of where a part is, what it is, and its text.
_PLACES: Final = frozenset((
    "bbox", "polygon", "poly", "box", "boundingbox", "boundingregions", "boundingpoly", "geometry", "blockbbox",
))  # fmt: skip
_KINDS: Final = ("blocktype", "blocklabel", "role", "type", "label", "category")
_TEXTS: Final = ("html", "markdown", "content", "blockcontent", "text")
_HEADINGS: Final = frozenset(("title", "doctitle", "sectionheader", "sectionheading", "heading", "paragraphtitle"))
_FURNITURE: Final = frozenset(("pageheader", "pagefooter", "pagenumber"))
# Words and characters are pieces of other parts.
_PIECES: Final = frozenset(("word", "span", "char", "selectionelement"))
_REFERENCE: Final = re.compile(r"<content-ref src=(?:'([^']*)'|\"([^\"]*)\")>\s*</content-ref>")
_TAG: Final = re.compile(r"<[^<>]+>")
_CHILDREN, _MARKUP, _ID, _HEADING = "children", "html", "id", "heading"
# Lists of what is said, a start and an end each; entities of a text have places in it.
_TRANSCRIPTS: Final = frozenset(("segments", "utterances", "cues", "captions", "subtitles", "phrases"))
_TIMES: Final = ("start", "end")
_SPEAKERS: Final = frozenset(("speaker", "speakerid", "speakerlabel", "speakername"))
_DEEPEST, _DEEPEST_LISTS = 50, 4


def with_placed_text(record: Node, *, has_text: bool = False) -> Node:
    r"""Return a record with the text of its parts on pages, if it has no other text; any other record unchanged.

    `has_text`: it has another one, maybe within an object. Headers and footers of pages, and who
    speaks, are left out, and counted in the name of a column.

    >>> parts = [{"role": "title", "content": "Dawn", "bbox": [0, 0]}, {"content": "The ferry left.", "bbox": [0, 9]}]
    >>> with_placed_text({"status": "succeeded", "result": {"paragraphs": parts}})
    {'status': 'succeeded', 'title': 'Dawn', 'text': 'Dawn\nThe ferry left.'}
    """
    if _has_references(record):
        parts, rest = list(_referred(record, 0)), {_CHILDREN, _MARKUP}
    elif has_text:
        return record
    else:
        name, parts = _listed(record)
        rest = {name}
    own = [part for part in parts if part[0] not in _FURNITURE and part[1].strip()]
    if not own:
        return record
    furniture = sum(kind in _FURNITURE and bool(text.strip()) for kind, text in parts)
    beside = left_out(
        {"headers/footers": furniture, "speakers": sum(_speakers(record[name]) for name in rest & record.keys())}
    )
    title = title_of([(kind, _bare(text)) for kind, text in own], "doctitle", _HEADING)
    kept = {name: value for name, value in record.items() if name not in rest}
    return kept | {"title": title, "text": "\n".join(text for _, text in own)} | beside


def _has_references(record: Node) -> bool:
    below = record.get(_CHILDREN)
    pages = [record, *(below if isinstance(below, list) else ())]
    return any(isinstance(one, Mapping) and _REFERENCE.search(str(one.get(_MARKUP))) for one in pages)


def _referred(node: Node, depth: int) -> Iterator[Part]:
    """Yield the parts below a node; of one whose markup refers to others the markup with theirs in their places."""
    below = node.get(_CHILDREN)
    inner = [one for one in below if isinstance(one, Mapping)] if isinstance(below, list) else []
    markup = node.get(_MARKUP)
    if depth > _DEEPEST:
        return
    if depth > 1 and isinstance(markup, str) and (markup or not inner):
        by_id = {str(one.get(_ID)): one for one in inner}
        yield _kind(node), _REFERENCE.sub(lambda found: _within(by_id, found, depth), markup)
    else:
        for one in inner:
            yield from _referred(one, depth + 1)


def _within(by_id: Mapping[str, Node], found: re.Match[str], depth: int) -> str:
    node = by_id.get(found[1] or found[2] or "")
    return "" if node is None else "\n".join(text for _, text in _referred(node, depth + 1))


def _listed(record: Node) -> tuple[str, list[Part]]:
    """Return the parts in the list with the most text of those whose objects have a place, and the column it is in."""
    lists = [
        (name, [part for one in each for part in _part(one)])
        for name, value in record.items()
        for key, each in _lists(name, value, 1)
        if _are_placed(each) or (letters(key) in _TRANSCRIPTS and all(map(_is_timed, each)))
    ]
    return max(lists, key=lambda found: sum(len(text) for _, text in found[1]), default=("", []))


def _lists(name: str, value: object, depth: int) -> Iterator[tuple[str, list[Node]]]:
    if isinstance(value, Mapping) and depth < _DEEPEST_LISTS:
        for key, inner in value.items():
            yield from _lists(key, inner, depth + 1)
    elif isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        yield name, value


def _speakers(value: object) -> int:
    """Return how many texts of a column name who says them."""
    said = (one for _, each in _lists("", value, 1) for one in each if _text(one).strip())
    return sum(any(letters(name) in _SPEAKERS and told is not None for name, told in one.items()) for one in said)


def _is_timed(node: Node) -> bool:
    return all(isinstance(node.get(name), (int, float)) for name in _TIMES)


def _are_placed(listed: list[Node]) -> bool:
    """Whether all objects of a list but words have a place, and some a text."""
    whole = [one for one in listed if _kind(one) not in _PIECES]
    return all(not _PLACES.isdisjoint(map(letters, one)) for one in whole) and any(map(_text, whole))


def _part(node: Node) -> Iterator[Part]:
    kind = _kind(node)
    if kind not in _PIECES and (text := _text(node)):
        yield kind, text.strip()


def _kind(node: Node) -> str:
    named = {letters(name): value for name, value in node.items()}
    kind = letters(next((value for name in _KINDS if isinstance(value := named.get(name), str)), ""))
    return _HEADING if kind in _HEADINGS and kind != "doctitle" else kind


def _text(node: Node) -> str:
    named = {letters(name): value for name, value in node.items()}
    return next((value for name in _TEXTS if isinstance(value := named.get(name), str)), "")


def _bare(text: str) -> str:
    return unescape(_TAG.sub("", text))
