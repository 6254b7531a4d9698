"""Pieces of pages in text files, as scrapers store them: paragraphs and divisions between tags, without a page around.

A text that only mentions markup is plain: a lesson, code, XML, placeholders and names between angle brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from audit.read.codec.decode import decode
from audit.read.html.page import parsed, shown_lines
from audit.read.html.readings import whole
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import RefusedInputError
from audit.read.texts.plain import PLAIN
from audit.read.unfit import unfit

# HTML Living Standard, 4: elements without an end tag, those whose end tag may be left out, and all others of a body.
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_OPEN: Final = frozenset("p li dt dd tr td th tbody thead tfoot option rt rp colgroup caption".split())  # noqa: SIM905
_CLOSED: Final = frozenset(
    "a abbr acronym address article aside audio b bdi bdo big blockquote button center cite code del details dfn "  # noqa: SIM905
    "div dl em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label "
    "legend main map mark nav noscript ol picture pre q ruby s samp script section select small span strike strong "
    "style sub summary sup svg table textarea time tt u ul var video".split()
)
_BLOCK: Final = "p|div|section|article|main|header|footer|ul|ol|li|dl|table|tr|td|h[1-6]|blockquote|pre|figure|center"
_TAG: Final = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*+)(?:\s++[\w:.-]++(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>={}]++))?)*\s*+/?>"""
)
# A tag, or a placeholder: <name of the street>.
_ANY: Final = re.compile(r"</?[A-Za-z][^<>\n]*>")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_BEGIN: Final = re.compile(rf"\ufeff?\s*<(?:{_BLOCK}|span|br|b|strong|font|img|a)(?:\s[^<>]*)?>", re.IGNORECASE)
# What ends a line or a block; a text has two, and one per so many characters.
_MARK: Final = re.compile(rf"</(?:{_BLOCK})\s*>|<[bh]r\s*/?>", re.IGNORECASE)
_FEW, _DENSITY = 2, 1_500
# Code and Markdown; a tag that a sentence or a quotation mark names: ends with </p>, or `<br>`.
_CODE: Final = re.compile(r"```|~~~|<[?%]|\{\{|\]\(|^#{1,6} ", re.MULTILINE)
_DIVIDES: Final = rf"</?(?:{_BLOCK}|[bh]r)\s*/?>"
_NAMED: Final = re.compile(
    rf"[\w,:] {_DIVIDES}(?:[,.;:!?)、，。；]|\s(?=[a-z]))|[`'\"“‘「(]{_DIVIDES}[`'\"”’」),]|"
    rf"[\u3400-\u9fff]\s?{_DIVIDES}\s?[的是和、，。]|[\u3400-\u9fff] {_DIVIDES} [\u3400-\u9fff]",
    re.IGNORECASE,
)
# Lines and paragraphs that no tag makes.
_LINE: Final = re.compile(r"^[^\S\n]*(?:<.*|.*>)[^\S\n]*$")
_PARAGRAPH: Final = re.compile(r"[^>\s][^\S\n]*\n[^\S\n]*\n\s*[^<\s]")
_SEEN: Final = (b"</", b"<br", b"<BR", b"<p", b"<P", b"<div")
_REMARK: Final = "its text is an HTML fragment"


def is_fragment(text: str) -> bool:
    """Return whether a text is a piece of a page: all its tags are of HTML and none is spoken of, and they divide it.

    >>> is_fragment("<p>The ferry is back.</p><p>It runs until dusk.</p>"), is_fragment("Dear <name>, <br> and </p>.")
    (True, False)
    """
    last = text.rfind("-->") + 3  # behind it no comment ends, and none is looked for: linear
    text = _COMMENT.sub("", text[:last]) + text[last:]
    if len(_MARK.findall(text)) < max(_FEW, len(text) // _DENSITY) or _CODE.search(text) or _NAMED.search(text):
        return False
    return _is_of_html(text) and not _PARAGRAPH.search(text) and (_BEGIN.match(text) is not None or _is_divided(text))


def _is_of_html(text: str) -> bool:
    """Return whether all tags are of HTML, and elements end that must."""
    tags = [(found["name"].lower(), bool(found["end"])) for found in _TAG.finditer(text)]
    if len(tags) < len(_ANY.findall(text)) or not {name for name, _ in tags} <= _VOID | _OPEN | _CLOSED:
        return False
    ends = Counter(name for name, is_end in tags if is_end)
    begins = Counter(name for name, is_end in tags if not is_end)
    return all(begins[name] == ends[name] for name in _CLOSED)


def _is_divided(text: str) -> bool:
    """Return whether tags end or begin all lines but one."""
    return sum(not _LINE.match(line) for line in filter(str.strip, text.splitlines())) <= 1


def _begins(head: bytes) -> bool:
    return b"<" in head and any(sign in head for sign in _SEEN)


def _read(file: Opened) -> Records:
    raw = file.whole()
    found = _fragment(raw)
    if found is None:
        yield from PLAIN.read(file)
    else:
        yield found


def _fragment(raw: bytes) -> Record | None:
    """Return the document in a file that is a piece of a page; None if it is none, or cannot be read as one."""
    try:
        decoded = decode(raw, None) if unfit(raw) is None else None
        if decoded is None or not is_fragment(decoded.text):
            return None
        reading = whole(shown_lines(parsed(decoded.text)))
    except RefusedInputError:
        return None
    if not reading.text.strip():
        return None
    return Record(
        raw=raw, text=reading.text, source="html", encoding=decoded.encoding, marked=reading.marked, remark=_REMARK
    )


FRAGMENT: Final = Reader("HTML fragment", _read, begins=_begins, many=False)
