"""Articles and books in XML: JATS, TEI, DocBook, NITF, PubMed; read as the pages that they are the source of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from audit.read.html.page import parsed, shown_lines
from audit.read.html.readings import whole
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, refusal, refused
from audit.read.stated import Stated, stated
from audit.read.xml.article_pages import ArticlePage
from audit.read.xml.stream import Path, root_name, trees
from audit.read.xml.tree import XmlNode, bare
from audit.read.xml.vocabularies import DIRECTLY, OTHERS, ROOTS, SETS, VOCABULARIES, ArticleVocabulary, Names

# Characters that the elements of a file of n bytes count at most.
_COUNTED: Final = 64
# A file is known by its first bytes: by the root and an element that follows it, or the name of its vocabulary.
_TOLD: Final = re.compile(
    rb"<(?:\w+:)?(?:front|teiHeader)[\s/>]|//OASIS//DTD DocBook|docbook\.org/ns|<nitf[\s>]|<MedlineCitation\s"
)
# The parts of a name, in the order in which names are said in most of the world, and in the east.
_GIVEN, _FAMILY = ("given-names", "forename", "firstname", "ForeName"), ("surname", "LastName")
_EASTERN, _GROUPS = "eastern", ("string-name", "collab", "personname", "CollectiveName")
_NO_AUTHORS: Final = frozenset({"editor", "translator", "reviewer", "illustrator"})
# The kinds of days on which a work was published, the best first; other kinds are those of deposits and reviews.
_DAYS: Final = ("epub", "pub", "published", "epub-ppub", "", "ppub")
_KINDS: Final = ("pub-type", "date-type", "type")
_WRITTEN: Final = ("iso-8601-date", "when", "norm")
_DAY: Final = (("year", "Year"), ("month", "Month"), ("day", "Day"))


def _read(file: Opened) -> Records:
    """Yield the article. Raises RefusedInputError: too-large, html-extra-missing, broken-container, structured."""
    raw = file.whole()
    node = next((each.node for each in trees(iter((raw,)), _is_wanted, len(raw) * _COUNTED)), None)
    if node is None:
        raise refused("structured", "it is XML without an article")
    yield _article(node, raw)


def _read_set(file: Opened) -> Records:
    """Yield each article of a set. Raises RefusedInputError: html-extra-missing, broken-container."""
    limit = file.settings.max_file_bytes
    for node, _, line in trees(file.pieces(), _is_wanted, limit):
        if node is None:
            yield refusal("too-large", f"the article on line {line} has more than {limit:,} characters")
            continue
        yield _or_refusal(node, line)


def _or_refusal(node: XmlNode, line: int) -> Record | Refusal:
    try:
        return _article(node, None, line)
    except RefusedInputError as error:
        return error.refusal


def _is_wanted(path: Path) -> bool:
    return bare(path[-1]) in ROOTS


def _article(node: XmlNode, raw: bytes | None, line: int = 0) -> Record:
    root = bare(node.name)
    form = next((each for each in VOCABULARIES if root in each.roots and _first(node, each.mark)), None)
    if form is None:
        raise refused("structured", f"it is XML with the root element '{root}'")
    page = ArticlePage(form.notes)
    parts = [part for path in form.texts for part in _parts(node, path)]
    others = sum(bare(child.name) in OTHERS for child in node.children())
    written = "".join(page.markup(part) for part in parts) + "".join(page.notes)
    reading = whole(shown_lines(parsed(f"<body>{written}</body>")))
    if not reading.text.strip():
        raise refused("no-text", f"it is an article in {form.name} without text")
    return Record(
        raw=written.encode("utf-8", "replace") if raw is None else raw, text=reading.text, line=line, source="html",
        marked=reading.marked, stated=_fields(node, form), is_whole=True,
        remark=_remark(form, page.references, others),
    )  # fmt: skip


def _remark(form: ArticleVocabulary, references: int, others: int) -> str:
    gone = ((references, "references"), (others, "articles about it"))
    return f"an article in {form.name}" + "".join(f"; {name} left out: {count:,}" for count, name in gone if count)


def _parts(node: XmlNode, path: Names) -> Iterator[XmlNode]:
    """Yield the elements at a path, in order."""
    if not path:
        yield node
        return
    name = path[0].removeprefix(DIRECTLY)
    found = node.named(name) if name == path[0] else (each for each in node.children() if bare(each.name) == name)
    for child in found:
        yield from _parts(child, path[1:])


def _first(node: XmlNode, path: Names) -> XmlNode | None:
    return next(_parts(node, path), None)


def _fields(node: XmlNode, form: ArticleVocabulary) -> Stated:
    title, source = (_one(node, paths, form.notes) for paths in (form.titles, form.sources))
    authors = ([_name(each) for each in _parts(node, path) if _is_author(each)] for path in form.authors)
    days = [each for path in form.dates for each in _parts(node, path)]
    return stated(
        {"title": title, "source": source, "author": next(filter(None, authors), None), "date": _published(days)}
    )


def _one(node: XmlNode, paths: tuple[Names, ...], note: str) -> str | None:
    found = (part.text(but=(note,)) for path in paths for part in _parts(node, path))
    return next((text for text in found if text.strip()), None)


def _is_author(node: XmlNode) -> bool:
    return node.attributes.get("contrib-type") not in _NO_AUTHORS


def _name(node: XmlNode) -> str:
    """Return a name: its parts in their order, or else its words."""
    given, family = (
        " ".join(part.text() for name in names for part in node.named(name)) for names in (_GIVEN, _FAMILY)
    )
    is_eastern = any(part.attributes.get("name-style") == _EASTERN for part in node.named("name"))
    if given and family:
        return f"{family}{given}" if is_eastern else f"{given} {family}"
    held = next((part for name in _GROUPS for part in node.named(name)), node)
    return family or given or held.text(but=("contrib-group",))


def _published(days: list[XmlNode]) -> str | None:
    """Return the day on which a work was published, None if only a month or year is known."""
    told = [(_kind(day), said) for day in days if (said := _day(day))]
    return next((said for kind in _DAYS for known, said in told if known == kind), None)


def _kind(day: XmlNode) -> str:
    return next((day.attributes[name] for name in _KINDS if name in day.attributes), "")


def _day(node: XmlNode) -> str | None:
    written = next((node.attributes[name] for name in _WRITTEN if name in node.attributes), None)
    parts = [part.text().strip() for names in _DAY for name in names for part in node.named(name)]
    return written or ("-".join(parts) if len(parts) == len(_DAY) else None if parts else node.text())


def _begins(head: bytes) -> bool:
    return bare(root_name(head) or "") in ROOTS and _TOLD.search(head.translate(None, b"\0")) is not None


def _begins_set(head: bytes) -> bool:
    return bare(root_name(head) or "") in SETS and _TOLD.search(head.translate(None, b"\0")) is not None


ARTICLE: Final = Reader("article", _read, begins=_begins, many=False, is_scanned=False)
ARTICLES: Final = Reader("articles", _read_set, begins=_begins_set, is_scanned=False)
