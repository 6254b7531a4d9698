"""Jupyter notebooks: the prose and the code of the cells in their order, without what the code printed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import Final

from audit.read.containers.codec import utf8_text
from audit.read.containers.json_values import json_object
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Marked, Record
from audit.read.refusal import Refusal, RefusedInputError, refused
from audit.read.stated import stated

_PROSE, _CODE, _HEADING = "markdown", "code", "heading"
_TITLE: Final = re.compile(r"^#[ \t]+(\S[^\n]*?)[ \t#]*$", re.MULTILINE)
# A picture that is spelled where it is shown.
_PICTURE: Final = re.compile(r"!\[[^\]\n]*\]\(data:[^)\s]*\)|<img\s[^<>]*?src\s*=\s*[\"']data:[^<>]*>", re.IGNORECASE)
_BETWEEN: Final = "\n\n"


def _read(file: Opened) -> Records:
    """Yield the document. Raises RefusedInputError: too-large, no-text; broken-container if it is no notebook."""
    raw = file.whole()
    found = json_object(b"".join(utf8_text(iter((raw,)))).removeprefix(BOM_UTF8), "the notebook")
    if isinstance(found, Refusal):
        raise RefusedInputError(found)
    cells = [(kind, text) for cell in _cells(found) for kind, text in (_cell(cell),) if text.strip()]
    if not cells:
        raise refused("no-text", "the notebook has no cell with text")
    title = next((told[1] for kind, text in cells if kind == _PROSE and (told := _TITLE.search(text))), None)
    text = _BETWEEN.join(text for _, text in cells)
    yield Record(
        raw=raw, text=text, source="extracted", stated=stated({"title": title, "author": _authors(found)}),
        is_whole=True, marked=tuple(_marked(cells)), remark=_remark(found),
    )  # fmt: skip


def _cells(notebook: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield the cells; before the fourth format they are in worksheets."""
    for part in _objects(notebook.get("worksheets")) or [notebook]:
        yield from _objects(part.get("cells"))


def _objects(value: object) -> list[Mapping[str, object]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _cell(cell: Mapping[str, object]) -> tuple[str, str]:
    kind, said = str(cell.get("cell_type")), cell.get("source", cell.get("input"))
    lines = said if isinstance(said, list) else [said]
    text = "".join(line for line in lines if isinstance(line, str)).strip("\n")
    if kind == _HEADING:
        level = cell.get("level")
        return _PROSE, f"{'#' * (level if isinstance(level, int) else 1)} {text}" if text else ""
    return kind, _PICTURE.sub("", text) if kind == _PROSE else text


def _marked(cells: list[tuple[str, str]]) -> Iterator[Marked]:
    at = 0
    for kind, text in cells:
        if kind == _CODE:
            yield Marked(at, at + len(text), "code", is_set=True)
        at += len(text) + len(_BETWEEN)


def _authors(notebook: Mapping[str, object]) -> object:
    about = notebook.get("metadata")
    return about.get("authors") if isinstance(about, Mapping) else None


def _remark(notebook: Mapping[str, object]) -> str:
    printed = sum(len(_objects(cell.get("outputs"))) for cell in _cells(notebook))
    return f"a notebook; outputs left out: {printed:,}" if printed else "a notebook"


NOTEBOOK: Final = Reader("notebook", _read, (".ipynb",), fits=lambda head: b"{" in head[:99], many=False)
