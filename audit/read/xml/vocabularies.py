"""Vocabularies of articles and books in XML: JATS, TEI, DocBook, NITF, PubMed; where each has fields and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Names of elements without prefixes, each somewhere in the one before, or directly if so marked; none is the element.
Names = tuple[str, ...]
DIRECTLY: Final = "/"


@dataclass(frozen=True, slots=True)
class ArticleVocabulary:
    """A vocabulary, known by its roots and by an element that each file of it has (`mark`).

    Of several paths to a field the first that leads to something counts. `texts` are the parts with text, in order;
    `notes` are elements that stand among the words which they are on.
    """

    name: str
    roots: frozenset[str]
    mark: Names
    texts: tuple[Names, ...]
    titles: tuple[Names, ...]
    authors: tuple[Names, ...]
    notes: str = ""
    dates: tuple[Names, ...] = ()
    sources: tuple[Names, ...] = ()


def _paths(*written: str) -> tuple[Names, ...]:
    return tuple(tuple(path.split()) for path in written)


VOCABULARIES: Final = (
    ArticleVocabulary(
        "JATS",
        frozenset({"article"}),
        mark=("front", "title-group"),
        texts=_paths("/front abstract", "/body", "/back"),
        titles=_paths("article-meta title-group article-title"),
        authors=_paths("article-meta contrib-group contrib"),
        notes="fn",
        dates=_paths("article-meta pub-date"),
        sources=_paths("journal-meta journal-title"),
    ),
    ArticleVocabulary(
        "TEI",
        frozenset({"TEI", "TEI.2"}),
        mark=("teiHeader",),
        texts=_paths("profileDesc abstract", "/text"),
        titles=_paths("titleStmt title"),
        authors=_paths("titleStmt author", "sourceDesc analytic author", "sourceDesc monogr author"),
        notes="note",
        # The date of an edition is none of the work.
        dates=_paths("sourceDesc imprint date"),
        sources=_paths("sourceDesc monogr title"),
    ),
    ArticleVocabulary(
        "DocBook",
        frozenset({"article", "book", "chapter"}),
        mark=("para",),
        texts=_paths(""),
        titles=_paths("info title", "articleinfo title", "bookinfo title", "/title"),
        authors=_paths("info author", "articleinfo author", "bookinfo author"),
        notes="footnote",
        dates=_paths("info pubdate", "articleinfo pubdate", "bookinfo pubdate"),
    ),
    ArticleVocabulary(
        "NITF",
        frozenset({"nitf"}),
        mark=("body.content",),
        texts=_paths("body.content"),
        titles=_paths("hedline hl1", "head title"),
        authors=_paths("byline person", "byline"),
        dates=_paths("docdata date.issue"),
    ),
    ArticleVocabulary(
        "PubMed's XML",
        frozenset({"PubmedArticle"}),
        mark=("MedlineCitation",),
        texts=_paths("Article Abstract"),
        titles=_paths("Article ArticleTitle"),
        authors=_paths("Article AuthorList Author"),
        # The day of an issue is none of the article where only its month is known.
        dates=_paths("Article ArticleDate", "Article PubDate"),
        sources=_paths("Article Journal Title"),
    ),
)
ROOTS: Final = frozenset(root for each in VOCABULARIES for root in each.roots)
# Files that hold many articles.
SETS: Final = frozenset({"pmc-articleset", "articles", "teiCorpus", "PubmedArticleSet"})
# Articles within one that are about it: reviews and answers.
OTHERS: Final = frozenset({"sub-article", "response"})


def _each(tag: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), tag)


# What an element is in HTML; one of another name is only what it holds.
TAGS: Final = (
    _each("h2", "title head hl1 hl2 bridgehead subtitle")
    | _each("p", "p para simpara ab AbstractText")
    | _each("div", "sec section div div1 div2 div3 chapter sect1 sect2 sect3 abstract block boxed-text app fn")
    | _each("div", "lg l sp speaker verse-group verse-line opener closer signed titlePart byline docImprint")
    | _each(
        "div",
        "note footnote warning tip caution important sidebar label caption figDesc fig figure table-wrap",
    )
    | _each("div", "disp-formula formula informalequation")
    | _each("ul", "list itemizedlist simplelist variablelist def-list")
    | _each("li", "item list-item listitem member def-item")
    | _each("ol", "orderedlist")
    | _each("blockquote", "disp-quote blockquote bq epigraph")
    | _each("pre", "code preformat programlisting screen literallayout eg")
    | _each("table", "table informaltable")
    | _each("tr", "tr row")
    | _each("td", "td th cell entry")
)
# HTML knows these within others only.
WITHIN: Final = {"tr": ("table",), "td": ("tr",), "li": ("ul", "ol")}
# The attribute of a list and its value for which the items are numbered.
NUMBERED: Final = frozenset({("list-type", "order"), ("rend", "numbered"), ("rend", "ordered"), ("type", "ordered")})
# What is not read: descriptions, running heads, what was struck out, pictures, entries of an index.
UNSEEN: Final = frozenset(
    "info articleinfo bookinfo chapterinfo sectioninfo permissions graphic media inline-graphic object-id fw del gap "  # noqa: SIM905
    "indexterm index toc mediaobject inlinemediaobject sec-meta CopyrightInformation".split()
)
# Lists of other works, and a work in them.
REFERENCES: Final = {"ref-list": "ref", "listBibl": "biblStruct", "bibliography": "biblioentry"}
# The number of a section, item or note, and what it is written before.
LABEL: Final = "label"
LABELLED_BY: Final = {"AbstractText": "Label"}  # by an attribute
LABELLED: Final = frozenset({"title", "p"})
# One word in several forms, of which these are read if they are there, and otherwise the first.
ALTERNATIVES: Final = frozenset({"choice", "alternatives"})
PREFERRED: Final = ("corr", "reg", "expan", "tex-math")
