"""News feeds and exports of blogs: RSS 0.9 to 2.0, Atom, WordPress; a document per entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Final

from audit.read.containers.columns import on_line, record_of
from audit.read.html.in_record import read_as_fragment
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, quoted, refusal
from audit.read.stated import stated
from audit.read.xml.stream import Path, root_name, trees
from audit.read.xml.tree import XmlNode, as_value, bare

if TYPE_CHECKING:
    from audit.policy import InputSettings

_ROOTS: Final = frozenset({"rss", "feed", "RDF"})
_FEED: Final = re.compile(
    rb"http://www\.w3\.org/2005/Atom|http://purl\.org/(?:rss/1\.0|atom/ns)|my\.netscape\.com/rdf|<rss[\s>]"
)
_ENTRIES: Final = frozenset({"item", "entry"})
# The feed's own title stands beside the entries, or in the channel beside them.
_CHANNEL, _TITLE = "channel", "title"
_DEPTHS: Final = (2, 3)
# The columns of an entry that hold HTML unless they say otherwise; plain text has neither tags nor entities.
_HTML: Final = frozenset({"content:encoded", "content", "description", "summary", "title"})
_MARKUP: Final = re.compile(r"</?[A-Za-z!]|&#?\w+;")
# The kind of a post in an export of WordPress, and kinds that are no posts.
_KIND: Final = "wp:post_type"
_NO_POSTS: Final = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset"})
# A summary is the text of an entry that has no other.
_SUMMARY, _DESCRIPTION, _CONTENTS = "summary", "description", ("content", "content:encoded", "description")


def _is_wanted(path: Path) -> bool:
    name, above = bare(path[-1]), bare(path[-2]) if len(path) > 1 else ""
    if name in _ENTRIES:
        return True
    return name == _TITLE and len(path) in _DEPTHS and (above == _CHANNEL or path[:-1] == path[:1])


def _read(file: Opened) -> Records:
    """Yield each entry. Raises RefusedInputError: broken-container if the XML is damaged, or defines entities."""
    limit = file.settings.max_file_bytes
    feed: str | None = None
    for node, path, line in trees(file.pieces(), _is_wanted, limit):
        if bare(path[-1]) == _TITLE:
            feed = feed or (_plain(node.text()) if node else None)
        elif node is None:
            yield refusal("too-large", f"the entry on line {line} has more than {limit:,} characters")
        else:
            prefix = path[0].rpartition(":")[0] if bare(path[0]) == "feed" else ""
            yield on_line(_entry(_columns(node, prefix), f"line {line}", feed, file.settings), line)


def _entry(columns: Mapping[str, object], where: str, feed: str | None, settings: InputSettings) -> Record | Refusal:
    kind = columns.get(_KIND)
    if kind in _NO_POSTS:
        return refusal("beside-the-articles", f"{where}: its kind is {quoted(str(kind))}")
    if not settings.paths("text") and not any(columns.get(name) for name in _CONTENTS):
        return refusal("no-text", f"{where}: the entry has no content, description or summary")
    found = record_of(columns, where, settings)
    if isinstance(found, Refusal):
        return found
    if found.stated.source is None:
        found = replace(found, stated=replace(found.stated, source=stated({"source": feed}).source))
    return read_as_fragment(found) if found.text is not None and _MARKUP.search(found.text) else found


def _columns(entry: XmlNode, prefix: str) -> dict[str, object]:
    """Return an entry as a record; of its links the page's own."""
    found: dict[str, object] = {}
    for child in entry.children():
        name = child.name.removeprefix(f"{prefix}:") if prefix else child.name
        if not child.parts and (name in _HTML or not child.attributes):
            continue
        link = child.attributes.get("href")
        if name == "link" and link:
            relation = child.attributes.get("rel", "alternate")
            found.setdefault("link" if relation == "alternate" else f"link ({relation})", link)
        elif name in found:
            held = found[name]
            found[name] = [*held, as_value(child)] if isinstance(held, list) else [held, as_value(child)]
        else:
            found[name] = _content(child) if name in _HTML else as_value(child)
    if _TITLE in found:
        found[_TITLE] = _plain(str(found[_TITLE]))
    if _SUMMARY in found and not any(found.get(name) for name in _CONTENTS):
        found[_DESCRIPTION] = found.pop(_SUMMARY)
    return found


def _content(node: XmlNode) -> str:
    """Return the markup in an element, which may be elements of its own; of plain text the text."""
    return node.markup() if node.children() else node.text()


def _plain(title: str) -> str:
    return " ".join(unescape(re.sub(r"</?[A-Za-z][^<>]{0,200}>", "", title)).split())


def _begins(head: bytes) -> bool:
    return bare(root_name(head) or "") in _ROOTS and _FEED.search(head) is not None


FEED: Final = Reader("feed", _read, begins=_begins)
