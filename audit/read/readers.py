"""The registry of readers, in order of precedence. A new one is a module, and its name here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from audit.read.columnar.arrow import ARROW
from audit.read.columnar.parquet import PARQUET
from audit.read.compression import without_compression
from audit.read.containers.delimited import DELIMITED, begins_as_table, begins_divided
from audit.read.containers.json_file import JSON_FILE
from audit.read.containers.jsonl import JSON_LINES
from audit.read.dumps.mail import MAIL, MAILBOX
from audit.read.dumps.mediawiki import MEDIAWIKI
from audit.read.dumps.warc import WARC, WET
from audit.read.dumps.web_archive import WEB_ARCHIVE
from audit.read.dumps.wikiextractor import WIKIEXTRACTOR
from audit.read.dumps.wikitext import WIKI_PAGE
from audit.read.formatted.docx import DOCX
from audit.read.formatted.epub import EPUB
from audit.read.formatted.pdf import PDF
from audit.read.html.page import HTML
from audit.read.open import open_file
from audit.read.reader import SPAN_BYTES, Opened, Reader, Span, never, opened
from audit.read.refusal import RefusedInputError
from audit.read.texts.aozora import AOZORA
from audit.read.texts.catalogues import CATALOGUE
from audit.read.texts.fragments import FRAGMENT
from audit.read.texts.front_matter import MARKDOWN
from audit.read.texts.gutenberg import GUTENBERG
from audit.read.texts.manuscripts import ASCIIDOC, LATEX, ORG, RESTRUCTURED
from audit.read.texts.notebooks import NOTEBOOK
from audit.read.texts.plain import PLAIN
from audit.read.texts.subtitles import CUES, EVENTS, FRAMES, LYRICS, SAMI
from audit.read.texts.yaml_records import TOML, YAML
from audit.read.xml.articles import ARTICLE, ARTICLES
from audit.read.xml.feeds import FEED
from audit.read.xml.records import XML_RECORDS
from audit.read.xml.scans import SCANS
from audit.read.xml.tagged import TAGGED_RECORDS
from audit.read.xml.translations import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from audit.policy import InputSettings

# Metadata files that `datasets` writes beside data it saves or caches.
DESCRIPTIONS: Final = frozenset({"dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json"})
# Minimum size of compressed files to be divided.
_DENSEST: Final = 4
READERS: Final[tuple[Reader, ...]] = (
    JSON_LINES,
    JSON_FILE,
    DELIMITED,
    PARQUET,
    ARROW,
    HTML,
    WET,
    WARC,
    MAILBOX,
    MAIL,
    WEB_ARCHIVE,
    MEDIAWIKI,
    FEED,
    TRANSLATIONS,
    SCANS,
    ARTICLE,
    ARTICLES,
    XML_RECORDS,
    TAGGED_RECORDS,
    WIKIEXTRACTOR,
    WIKI_PAGE,
    CUES,
    EVENTS,
    LYRICS,
    FRAMES,
    SAMI,
    CATALOGUE,
    YAML,
    TOML,
    MARKDOWN,
    NOTEBOOK,
    LATEX,
    ORG,
    ASCIIDOC,
    RESTRUCTURED,
    PDF,
    DOCX,
    EPUB,
    GUTENBERG,
    AOZORA,
    FRAGMENT,
)

# Readers that recognise a file by its beginning, and all known suffixes.
_BEGINNING: Final = tuple(reader for reader in READERS if reader.begins is not never)
_OF_JSON: Final = (JSON_LINES, JSON_FILE)
_TABLES: Final = (PARQUET, ARROW)
# Those that recognise a tag: most texts have no sign of one, and one look tells that for a dozen readers.
_OF_XML: Final = (MEDIAWIKI, FEED, TRANSLATIONS, SCANS, ARTICLE, ARTICLES, XML_RECORDS)
OF_TAGS: Final = (HTML, *_OF_XML, TAGGED_RECORDS, WIKIEXTRACTOR, SAMI, FRAGMENT)
_TAGLESS: Final = tuple(reader for reader in _BEGINNING if reader not in OF_TAGS)
_SUFFIXES: Final = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def reader_of(file: Opened) -> Reader:
    """Return the reader of an open file: by name, else by its beginning, else plain text.

    Tables that begin as what they are may have any name.
    """
    if not file.source.size:
        return PLAIN
    head, named = file.head(), reader_named(file.name)
    if begins_divided(file) if named is None else named in _OF_JSON and begins_as_table(head):
        return DELIMITED
    if named is not None and named.fits(head) and not any(reader.begins(head) for reader in _TABLES):
        return named
    return next((reader for reader in (_BEGINNING if b"<" in head else _TAGLESS) if reader.begins(head)), PLAIN)


def reader_named(path: str) -> Reader | None:
    """Return the reader for a file name, compressed or not; None if there is none."""
    name = without_compression(path.rpartition("/")[2])
    if not name.endswith(_SUFFIXES):
        return None
    return next((reader for reader in READERS if name.endswith(reader.suffixes)), None)


def spans_of(root: Path, path: bytes, settings: InputSettings) -> tuple[Span, ...]:
    """Return the spans a large file is read in; empty if it is read as a whole."""
    reader = reader_named(os.fsdecode(path))
    if reader is None or reader.divided is None:
        return ()
    try:
        with open_file(root, path) as source:
            if source.size < SPAN_BYTES // _DENSEST:
                return ()
            file = opened(source, os.fsdecode(path), settings)
            spans = reader.divided.spans(file) if reader_of(file) is reader else ()
            # A file without records is reported as a whole.
            return spans if any(span.records for span in spans) else ()
    except (RefusedInputError, OSError):
        return ()  # the reader of the file will report the fault


def is_data(path: str) -> bool:
    """Return whether a file name is of a format in which datasets are published."""
    reader = reader_named(path)
    return reader is not None and reader.is_data and path.rpartition("/")[2] not in DESCRIPTIONS
