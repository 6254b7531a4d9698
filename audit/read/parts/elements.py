"""Documents in a row of elements, as converters of pages write them: each with its kind, and its file or page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeVar

from audit.read.html.page import parsed, shown_lines
from audit.read.html.readings import whole
from audit.read.parts.said_of_parts import left_out, title_of
from audit.read.refusal import Refusal, RefusedInputError, refusal

Element = Mapping[str, object]
Found = TypeVar("Found", bound=Element | Refusal)

# What elements of pages are: unstructured's, and MinerU's. Records have kinds, too: article, post, answer.
_FURNITURE: Final = frozenset(
    ("Header", "Footer", "PageNumber", "PageBreak", "header", "footer", "page_number", "discarded")
)
_PICTURES: Final = frozenset(("Image", "image", "chart"))
_TITLE, _HEADING = "title", "heading"
_KINDS: Final = frozenset((
    "Title", "NarrativeText", "Text", "UncategorizedText", "ListItem", "Table", "TableChunk", "FigureCaption",
    "Caption", "Formula", "Address", "EmailAddress", "CodeSnippet", "CompositeElement", "Footnote", "Abstract",
    "text", "title", "table", "equation", "code", "list", "aside_text", "page_footnote", "ref_text",
)) | _FURNITURE | _PICTURES  # fmt: skip
_KIND, _TEXT, _PAGE, _ID, _ABOUT = "type", "text", "page_idx", "element_id", "metadata"
_FILE: Final = ("filename", "file_directory", "url")
_LEVEL: Final = "text_level"
# A line of the transcript of a video, as YouTube has it.
_SUBTITLE: Final = frozenset((_TEXT, "start", "duration"))
# Lists of lines around a table, picture or piece of code, and a table in HTML.
_ABOVE: Final = ("table_caption", "image_caption", "img_caption", "code_caption", "list_items")
_BELOW: Final = ("table_footnote", "image_footnote", "img_footnote")
_CODE, _TABLE = "code_body", "table_body"


def in_documents(found: Iterable[tuple[int, Found]], limit: int) -> Iterator[tuple[int, Found | Element | Refusal]]:
    r"""Yield what is found, but a document for all elements in a row that are of one file.

    `limit` are the characters of a document, above which it is refused.

    >>> each = [{"type": "text", "text": "Dawn.", "page_idx": 0}, {"type": "text", "text": "Noon.", "page_idx": 1}]
    >>> list(in_documents(enumerate(each, 1), 99))
    [(1, {'title': None, 'text': 'Dawn.\nNoon.'})]
    """
    for file, group in groupby(found, key=lambda one: _file_of(one[1])):
        if file is None:
            yield from group
        else:
            line, held = _held(group, limit)
            yield line, _joined(held) if held else refusal("too-large", f"the document is longer than {limit:,} bytes")


def _held(group: Iterable[tuple[int, Element | Refusal]], limit: int) -> tuple[int, list[Element]]:
    """Return the line of the first element and all of them; none if their texts are too long to be held."""
    first, size, held = 0, 0, list[Element]()
    for line, element in group:
        first = first or line
        if isinstance(element, Mapping):
            size += sum(len(value) for value in element.values() if isinstance(value, str))
            held.append(element)
        if size > limit:
            held.clear()
    return first, held


def _is_element(found: Element | Refusal) -> bool:
    return isinstance(found, Mapping) and isinstance(kind := found.get(_KIND), str) and kind in _KINDS


def _file_of(found: Element | Refusal) -> tuple[object, ...] | None:
    """Return what tells the file that an element is of, () if nothing does; None if it is no element."""
    if not isinstance(found, Mapping):
        return None
    if found.keys() == _SUBTITLE and isinstance(found[_TEXT], str):
        return ()
    if not _is_element(found):
        return None
    about = found.get(_ABOUT)
    if isinstance(found.get(_ID), str) and isinstance(about, Mapping) and isinstance(found.get(_TEXT), str):
        return tuple(str(about.get(name)) for name in _FILE)
    return () if isinstance(found.get(_PAGE), int) else None


def _joined(elements: Sequence[Element]) -> Element:
    told = [(_kind(one), text) for one in elements if (text := _text(one)).strip()]
    own = [(kind, text) for kind, text in told if kind not in _FURNITURE]
    pictures = sum(one.get(_KIND) in _PICTURES for one in elements)
    beside = left_out({"headers/footers": len(told) - len(own), "pictures": pictures})
    about = elements[0].get(_ABOUT)
    named = {name: about[name] for name in _FILE if name in about} if isinstance(about, Mapping) else {}
    return {"title": title_of(own, _TITLE, _HEADING), "text": "\n".join(text for _, text in own)} | named | beside


def _kind(element: Element) -> str:
    """Return what an element is; each title of a part is only called so."""
    kind = str(element.get(_KIND))
    return _HEADING if kind.lower() == _TITLE or element.get(_LEVEL) == 1 else kind


def _text(element: Element) -> str:
    text = element.get(_TEXT)
    if isinstance(text, str):
        return text
    table = element.get(_TABLE)
    parts = [*_lines(element, _ABOVE), element.get(_CODE), _shown(table), *_lines(element, _BELOW)]
    return "\n".join(part for part in parts if isinstance(part, str))


def _lines(element: Element, names: Sequence[str]) -> Iterator[object]:
    for name in names:
        listed = element.get(name)
        yield from listed if isinstance(listed, list) else ()


def _shown(table: object) -> str | None:
    """Return a table in HTML as its rows; as it is written if nothing reads it here."""
    try:
        return whole(shown_lines(parsed(table))).text if isinstance(table, str) and table.strip() else None
    except RefusedInputError:
        return str(table)
