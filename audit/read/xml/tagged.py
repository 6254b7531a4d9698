"""Records between tags, one after the other and without a root, as collections in SGML have them.

TREC and Gigaword (`<DOC>` with `<TEXT>`), Reuters-21578 (`<REUTERS>` with `<BODY>`), and Chinese collections of news
(`<doc>` with `<content>` or `<short_text>`). They are no XML: ampersands stand alone, attributes have no quotes, and
elements need no end.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from audit.read.containers.codec import UTF8, utf8_text
from audit.read.containers.column_names import ABSTRACTS, DESCRIPTIONS, TEXT_COLUMNS, plain_name
from audit.read.containers.columns import on_line, record_of
from audit.read.reader import Opened, Reader, Records
from audit.read.refusal import Refusal, refusal, refused
from audit.read.streams import lines
from audit.read.xml.tree import PARAGRAPH, XmlNode, as_value

_LEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype [^<>]{0,200}>)?\s*", re.IGNORECASE)
_BEGIN: Final = re.compile(rb"<(doc|document|reuters|record)(?:\s[^<>]*)?>", re.IGNORECASE)
_NAME: Final = re.compile(rb"<([A-Za-z][\w.:-]*+)(?=[\s>])")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w.:-]*+)((?:\s[^<>]*?)?)(/?)>")
_ATTRIBUTE: Final = re.compile(r"""([A-Za-z][\w.:-]*+)\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_TEXTS: Final = frozenset(map(plain_name, (*TEXT_COLUMNS, "short_text"))) - ABSTRACTS - DESCRIPTIONS
# What TREC's newspapers call a headline, and posts beside their summaries a text; elsewhere anything is called so.
_HEADLINES, _SHORT = ("head", "hl"), "short_text"
# Elements that begin a line even if nothing ends them.
_BREAKS: Final = frozenset({PARAGRAPH, "br"})
# Maximum elements within each other; deeper ones are text.
_DEEPEST: Final = 20


def _read(file: Opened) -> Records:
    """Yield each record, or why it is no document.

    Raises RefusedInputError: broken-container if the file ends within a record.
    """
    for line, raw in _records(utf8_text(file.pieces(), file.codecs), file.settings.max_file_bytes):
        if isinstance(raw, Refusal):
            yield raw
            continue
        try:
            text = raw.decode(UTF8)
        except UnicodeDecodeError as error:
            yield refusal("broken-record", f"line {line}: byte {error.start + 1} of the record cannot be decoded")
        else:
            yield on_line(record_of(_columns(_tree(text)), f"line {line}", file.settings), line)


def _records(pieces: Iterator[bytes], limit: int) -> Iterator[tuple[int, bytes | Refusal]]:
    """Yield each record with its first line, and why lines are in none."""
    held: list[bytes] = []
    first = size = 0
    end: bytes | None = None
    for number, found in enumerate(lines(pieces, limit), 1):
        line = _LEAD.sub(b"", found, count=1) if found is not None and number == 1 else found
        if end is None:
            if line is not None and not line.strip():
                continue
            begin = _BEGIN.match(line.lstrip()) if line is not None else None
            if begin is None:
                yield number, refusal("broken-record", f"line {number} is in no record")
                continue
            held, first, size, end = [], number, 0, b"</%s>" % begin[1].lower()
        size += limit + 1 if line is None else len(line)
        if line is not None and size <= limit:
            held.append(line)
        if line is not None and line.rstrip().lower().endswith(end):
            said = f"the record that begins on line {first} has more than {limit:,} bytes"
            yield first, b"".join(held) if size <= limit else refusal("too-large", said)
            end = None
    if end is not None:
        raise refused("broken-container", f"it ends within the record that begins on line {first}")


def _tree(text: str) -> XmlNode:
    """Return the element in a record's text. What looks like a tag and never ends is text."""
    ends = Counter(tag[2].lower() for tag in _TAG.finditer(text) if tag[1])
    within = [XmlNode("")]
    at = 0
    for tag in _TAG.finditer(text):
        name, is_end = tag[2].lower(), bool(tag[1])
        names = [node.name for node in within]
        ends[name] -= is_end
        is_break = name in _BREAKS and not is_end and (bool(tag[4]) or not ends[name])
        is_known = name in names if is_end else bool(ends[name]) and not tag[4] and len(within) <= _DEEPEST
        if not (is_break or is_known):
            continue
        within[-1].parts.append(html.unescape(text[at : tag.start()]) + "\n" * is_break)
        at = tag.end()
        if is_end:
            del within[len(names) - 1 - names[::-1].index(name) :]
        elif not is_break:
            within[-1].parts.append(XmlNode(name, _attributes(tag[3])))
            within.append(within[-1].children()[-1])
    within[-1].parts.append(html.unescape(text[at:]))
    return next(iter(within[0].children()), within[0])


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(text)
    }


def _columns(node: XmlNode) -> Mapping[str, object]:
    """Return a record's values by name. What is in its text, such as a headline, is beside it, and texts are joined."""
    found = as_value(node)
    columns = dict(found) if isinstance(found, Mapping) else {node.name: found}
    for name in [name for name in columns if plain_name(name) in _TEXTS]:
        value = columns[name]
        if isinstance(value, Mapping):
            del columns[name]
            columns = {**value, **columns}
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            columns[name] = "\n".join(value)
    for name in _HEADLINES:
        if isinstance(value := columns.get(name), str):
            columns.setdefault("headline", columns.pop(name))
    if isinstance(columns.get(_SHORT), str):
        columns.setdefault("text", columns.pop(_SHORT))
    return columns


def _begins(head: bytes) -> bool:
    rest = _LEAD.sub(b"", head, count=1)
    begin = _BEGIN.match(rest)
    if begin is None or not rest[begin.end() :].lstrip().startswith(b"<"):
        return False
    return any(plain_name(name.decode("ascii")) in _TEXTS for name in _NAME.findall(rest, begin.end()))


TAGGED_RECORDS: Final = Reader("records between tags", _read, begins=_begins)
