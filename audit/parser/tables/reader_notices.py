"""Notices of pages to their readers, by kind; their words and patterns stand in reader_notices.tsv.

Articles on the same topic are distinguished by speaker and addressee: the page (`SELF`: this site, our partners) and
its reader (`ADDRESS`: your device, you can change), or by phrases that only pages use (`alone`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.parser.tables import lists

_TABLE: Final = lists("reader_notices")
# Maximum characters of a short sentence that asks the reader for something.
_REQUEST: Final = 110


@dataclass(frozen=True, slots=True)
class ReaderNotice:
    """A kind of notice: its name in the table, the block's `kind`, and its name in reasons.

    It is a notice if it matches `alone`, or, if `addressed`, contains words of SELF and of ADDRESS. Texts that others
    publish as well, such as licences, count `on_pages` only: in texts with other furniture. `most` is the maximum
    length in code points: longer blocks are articles that mention one.
    """

    name: str
    kind: str
    label: str
    addressed: bool = False
    on_pages: bool = False
    most: int = 1200

    @property
    def matter(self) -> tuple[str, ...]:
        """The topic, of which a notice has one word."""
        return _TABLE[f"{self.name} matter"]

    @property
    def alone(self) -> tuple[str, ...]:
        """The expressions by which a line is a notice."""
        return _TABLE[f"{self.name} alone"]

    @property
    def beside(self) -> tuple[str, ...]:
        """The words of neighbouring lines that belong to it."""
        return _TABLE.get(f"{self.name} beside", ())


# What consent dialogs are about: the words of each concept.
_CONCEPTS: Final = (
    *("device", "data", "advertising", "personal", "measurement", "partner"),
    *("profile", "audience", "choice", "interest", "cookie", "site"),
)
CONCEPTS: Final = tuple(_TABLE[f"{name} matter"] for name in _CONCEPTS)
SELF: Final = _TABLE["self"]
ADDRESS: Final = _TABLE["address"]
EVENT: Final = ReaderNotice("event", "navigation", "event on a code host", on_pages=True, most=140)
NOTICES: Final = (
    ReaderNotice("consent", "disclaimer", "consent notice", addressed=True),
    ReaderNotice("wall", "follow_prompt", "subscription wall"),
    ReaderNotice("app", "app_banner", "app promotion"),
    ReaderNotice("account", "follow_prompt", "account card"),
    ReaderNotice("commission", "disclaimer", "affiliate note", addressed=True),
    ReaderNotice("letter", "follow_prompt", "newsletter prompt"),
    ReaderNotice("said_by_readers", "comment", "reader's comment"),
    ReaderNotice("platform", "disclaimer", "platform's disclaimer"),
    ReaderNotice("legal", "disclaimer", "legal notice", on_pages=True),
    ReaderNotice("recipient", "disclaimer", "notice to recipients"),
    ReaderNotice("buttons", "navigation", "buttons of a post"),
    ReaderNotice("ways", "navigation", "way to other pages"),
    ReaderNotice("place", "breadcrumb", "path of the page", most=160),
    ReaderNotice("tools", "navigation", "buttons of a page", most=80),
    ReaderNotice("count", "counter", "count of readers"),
    ReaderNotice("offer", "counter", "rating of an offer", on_pages=True),
    ReaderNotice("post", "counter", "counter of a post", on_pages=True, most=100),
    ReaderNotice("tags", "navigation", "tags of a post", on_pages=True, most=160),
    ReaderNotice("subscribers", "follow_prompt", "prompt of a newsletter", on_pages=True),
    EVENT,
    ReaderNotice("list", "counter", "count or filter of a list", on_pages=True, most=80),
    ReaderNotice("shared", "share_prompt", "share buttons"),
    ReaderNotice("prompt", "follow_prompt", "request to readers", on_pages=True, most=_REQUEST),
    ReaderNotice("to_comment", "comment", "note on comments", on_pages=True, most=_REQUEST),
    ReaderNotice("members_only", "follow_prompt", "article for subscribers", on_pages=True, most=_REQUEST),
)
