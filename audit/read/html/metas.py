"""Metadata of a page: JSON-LD, meta tags, microdata, headline and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from audit.read.html.furniture import furniture_of
from audit.read.html.json_ld import Node, article_in, names_in, nodes_of, text_in, types_of
from audit.read.html.marked_authors import is_of_entry, marked_authors
from audit.read.html.sources import is_sites, site_names, source_in_title, sources
from audit.read.html.titles import Headings, printed_title
from audit.read.html.tree import is_in_prose, with_property, words_of
from audit.read.stated import Field, Stated, host_of, stated
from audit.text.fold import fold

if TYPE_CHECKING:
    from audit.read.html.tree import Element

# Names of meta tags (name, property, itemprop) in order of precedence.
_TITLES: Final = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "headline",
    "twitter:title",
    "parsely-title",
)
_DATES: Final = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    *("datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "pubdate"),
    *(
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "dc.date.issued",
        "dc.date",
    ),
    *(
        "dcterms.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date.created",
        "article:create_at",
        "originalpublicationdate",
    ),
    *(
        "bytedance:published_time",
        "rnews:datepublished",
        "article_date_original",
        "cxenseparse:recs:publishtime",
        "date",
    ),
)
_AUTHORS: Final = (
    *("author", "citation_author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author"),
    *("sailthru.author", "byl", "og:author", "article:author", "og:article:author", "twitter:creator_name", "creator"),
)
_URLS: Final = ("og:url", "twitter:url", "parsely-link")
# Maximum number of elements of a kind.
_FEW: Final = 12
_BY: Final = re.compile(r"^(?:by|von|par|por|di|от|автор|作者|文|记者|記者)\s*[:：/／]?\s*", re.IGNORECASE)
# What the author is, behind the name.
_ROLE: Final = re.compile(r"\s+기자$|(?<=[^\W\d_]{2})\s*(?:記者|记者)$")
_LONGEST: Final = 2_000
_MOST: Final = 4_000
# Meta tags of libraries, which put the family name first.
_OF_LIBRARIES: Final = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
# Class words that tell what a time element is about.
_PUBLISHED: Final = re.compile(r"publish|posted|created|entry-date|dateline|pubdate", re.IGNORECASE)
_CHANGED: Final = re.compile(r"updat|modif|edited", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statements:
    """The stated fields, the language as written, and the article text of JSON-LD."""

    stated: Stated
    language: str | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with its meta tags and scripts. `metas` maps lower case names to values.

    `headlines` are first-level headings, `headings` second and third-level ones.
    """

    root: Element
    metas: Mapping[str, Sequence[str]]
    nodes: Sequence[Node]
    headlines: Sequence[str]
    headings: Sequence[str]

    def called(self, name: str) -> list[Element]:
        """Return the elements with this microdata name, in order."""
        return with_property(self.root, name)

    def meta(self, *names: str) -> str:
        """Return the first value of the first meta tag present."""
        return next((value for name in names for value in self.metas.get(name, ())), "")


def statements_of(root: Element) -> Statements:
    """Return the metadata of a page; `root` must still contain its scripts."""
    headings = [words_of(one) for tag in ("h2", "h3") for one in _outside(root, tag)]
    headlines = [words_of(one) for one in _outside(root, "h1")]
    page = _Page(root, _metas(root), nodes_of(root), headlines, headings)
    known = (*page.headlines, page.meta(*_TITLES), _title_tag(root))
    article = article_in(page.nodes, known) or {}
    stated_names = sources(article, page.nodes, page.metas)
    url = _url(page, article)
    sites, site = site_names(root, stated_names, url), host_of(url)
    source = next(iter(stated_names), "") or source_in_title(_title_tag(root), headlines, sites, root)
    told: dict[Field, object] = {
        "title": _title(page, article, source), "source": source, "date": _date(page, article), "url": url,
        "author": [one for one in _authors(page, article) if not is_sites(one, sites, site or "")],
    }  # fmt: skip
    return Statements(replace(stated(told), site=site), _language(page, article), text_in(article, "articleBody"))


def _metas(root: Element) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for number, meta in enumerate(root.iter("meta")):
        value = (meta.get("content") or "").strip()
        if number >= _MOST or not value or len(value) > _LONGEST:
            continue
        for key in ("property", "name", "itemprop"):
            for name in meta.get(key, "").lower().split():
                found.setdefault(name, []).append(value)
    return found


def _outside(root: Element, tag: str) -> Iterator[Element]:
    """Yield the elements with a tag that are not in furniture, or whose microformat says whose they are."""
    for number, element in enumerate(root.iter(tag)):
        if number >= _FEW:
            return
        if is_of_entry(element) or not any(map(furniture_of, element.iterancestors())):
            yield element


def _title_tag(root: Element) -> str:
    found = root.find(".//head/title")
    return "" if found is None else words_of(found)[:_LONGEST]


def _title(page: _Page, article: Node, source: str) -> str:
    said = [text_in(article, "headline", "name") if not _is_page(article) else "", page.meta(*_TITLES)]
    tag = (text_in(article, "name", "headline"), _title_tag(page.root))
    wanted = [one[:_LONGEST] for one in (*said, *tag) if one]
    sections = {fold(one) for one in page.metas.get("article:section", ())}
    return printed_title(wanted, Headings(page.headlines, page.headings, sections), source, is_said=any(said))


def _is_page(node: Node) -> bool:
    return any(one.endswith("page") or one == "website" for one in types_of(node))


def _authors(page: _Page, article: Node) -> list[str]:
    names = names_in(article, "author", page.nodes) or names_in(article, "creator", page.nodes)
    if not names:
        meta = next((name for name in _AUTHORS if name in page.metas), "")
        names = [_in_order(name) if meta in _OF_LIBRARIES else name for name in page.metas.get(meta, ())]
    if not names:
        names = marked_authors(page.root)
    found = (_ROLE.sub("", _BY.sub("", name)) for name in names if not name.startswith(("http:", "https:", "@")))
    return list(dict.fromkeys(filter(None, found)))


def _in_order(name: str) -> str:
    """Return `Finch, Ada` as Ada Finch."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given else name


def _date(page: _Page, article: Node) -> str:
    """Return the first stated date that can be parsed, else the first one."""
    said = [text_in(article, name) for name in ("datePublished", "dateCreated", "uploadDate")]
    said += [value for name in _DATES for value in page.metas.get(name, ())]
    told = list(filter(None, said))
    found = next((one for one in told if stated({"date": one}).published), "")
    # The time elements are only read where no metadata tell a date.
    return found or _time(page) or next(iter(told), "")


def _time(page: _Page) -> str:
    """Return the only date in the page's time elements: those marked as publication, else all outside of prose."""
    times = [one for one in _outside(page.root, "time") if not _CHANGED.search(_called(one))]
    times += [one for one in page.called("datePublished") if one.tag != "meta"]
    marked = [one for one in times if one.get("pubdate") is not None or _PUBLISHED.search(_called(one))]
    plain = [one for one in times if not is_in_prose(one)]
    said = [(one.get("datetime") or one.get("content") or words_of(one)).strip() for one in marked or plain]
    days = {stated({"date": one}).published for one in said}
    dates = {day.date() for day in days if day is not None}
    return next((one for one in said if stated({"date": one}).published), "") if len(dates) == 1 else ""


def _called(element: Element) -> str:
    return f"{element.get('class', '')} {element.get('itemprop', '')}"[:_LONGEST]


def _url(page: _Page, article: Node) -> str:
    canonical = (
        one.get("href", "") for one in page.root.iter("link") if "canonical" in one.get("rel", "").lower().split()
    )
    main = article.get("mainEntityOfPage")
    linked = main if isinstance(main, str) else text_in(main, "@id", "url") if isinstance(main, Mapping) else ""
    wanted = (*canonical, page.meta(*_URLS), text_in(article, "url"), linked)
    return next((one.strip() for one in wanted if one.strip().startswith(("http://", "https://"))), "")


def _language(page: _Page, article: Node) -> str | None:
    own = (
        page.root.get("lang")
        or page.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or page.root.get("xml:lang")
    )
    said = own or text_in(article, "inLanguage") or page.meta("og:locale", "content-language", "dc.language")
    return said.strip()[:35] or None if said else None
