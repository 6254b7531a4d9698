"""Names of metas (name, property, itemprop), in the order in which they are believed."""

from __future__ import annotations

from typing import Final

TITLES: Final = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "headline",
    "twitter:title",
    "parsely-title",
)
SOURCES: Final = (
    *("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "article:publisher_name"),
    *("publisher", "application-name", "apple-mobile-web-app-title", "source", "mediaid"),
)
DATES: Final = (
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
AUTHORS: Final = (
    *("author", "citation_author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author"),
    *("sailthru.author", "byl", "og:author", "article:author", "twitter:creator_name", "creator"),
)
URLS: Final = ("og:url", "twitter:url", "parsely-link")
