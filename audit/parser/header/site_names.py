"""Names by which a site refers to itself: in links, notices, bylines and addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.tables import patterns
from audit.parser.tables.people import NOBODY
from audit.text.fold import letters
from audit.text.sites.names import is_paper
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Maximum characters of lines with names; and lines inspected at either end of a huge page outside the article.
_LONGEST, _EDGE = 200, 200
# Maximum characters and minimum letters of a site's name.
_LONGEST_NAME, _LEAST = 32, 2
# Minimum letters of a domain that may be a prefix of a name (Redwood Daily, redwood.example); and part of a domain at
# least that a name is of which nothing else is known, and how many times as long one is that begins with it.
_STEM, _MOST_OF_IT, _LONGER = 5, 0.6, 3
# What stands before the ending of a country and is no owner's: marl.gov.cn, marl.co.uk.
_SHARED, _SHARED_PARTS = frozenset(("com", "co", "gov", "org", "net", "edu", "ac", "go", "or", "ne", "gob", "gouv")), 2
# What divides a name from what is behind it.
_DIVIDING: Final = " |·•–—-→»›"
# Who holds the rights to a site, behind its address: marlpost.com/Marl Media.
_HELD: Final = re.compile(r"(?<=\w\.com|\w\.org|\w\.net)/ ?[^\W\d_].*$", re.IGNORECASE)
# Number of first lines that may be the name.
_TOP: Final = 6
_PATTERNS: Final = patterns("site_names")
# A sign behind a byte that leads in UTF-8 is the other half of a damaged letter: cafã© for café.
_COPYRIGHT: Final = re.compile(
    r"(?:(?<![ãäåðñîïøù])[©ⓒ]|\(c\)|copyright(?!ed\b|s\b)|^@(?= ?(?:19|20)\d\d))[\s©ⓒ:]{0,4}(?:copyright )?"
    r"(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present))?)?[\s,©–—-]{0,4}(?:(?:by|of) )?"
    # The full stop of an initial ends no name: Ada R. Finch.
    r"(?P<name>[^\W\d_](?:[^|,.;()\n]|\.(?=[a-z]{2,6}(?!\w))|(?<=\s[^\W\d_])\.(?= [^\W\d_])){1,38}?)"
    r"(?=[|,;()]|(?<!\s[^\W\d_])\.(?:\W|$)|$|\s{2}| (?:19|20)\d\d| inc\b| llc| ltd| limited| gmbh| s\.| publishing|"
    r" (?:使用|用[户戶]|隐私|隱私|服[务務]|意[见見]|联系|聯繫|关于|關於|利用規約|プライバシー|이용약관|개인정보)|"
    r"\.? (?:privacy|terms|cookies?|impressum|datenschutz|mentions légales|aviso legal|contact us|sitemap)\b| ?[®™©ⓒ]|"
    r" ?[\u3400-\u9fff]icp[备证備證]|\.? ?all rights|\.? alle rechte|"
    r" ?(?:版权|版權|公司|保留|著作权|著作權|無断|無斷|무단|禁))"
)
# Self-references of sites by kind; and what a line has that may be one, for those tried on many lines and on few.
_SAID: Final = MappingProxyType({
    kind: _COPYRIGHT if kind == "copyright" else re.compile(_PATTERNS[f"{kind} said"])
    for kind in ("about", "asks", "offers", "is", "byline", "with date", "staff", "copyright", "rights", "before ©")
})  # fmt: skip
_RARE: Final = ("with date", "before ©")
_HINTS: Final = MappingProxyType({kind: _PATTERNS[f"{kind} hint"] for kind in _SAID if kind not in _RARE})
_RARE_HINTS: Final = MappingProxyType({kind: re.compile(_PATTERNS[f"{kind} rare"]) for kind in _RARE})
_COMPANY: Final = re.compile(_PATTERNS["company"])
_DOMAIN: Final = re.compile(_PATTERNS["domain"])
_OF_A_PICTURE: Final = re.compile(_PATTERNS["of_a_picture"])
_PICTURE_RIGHTS: Final = re.compile(_PATTERNS["picture_rights"])
_SOFTWARE: Final = re.compile(_PATTERNS["software"])
_FOREIGN: Final = re.compile(_PATTERNS["foreign"])
_MAIL: Final = re.compile(_PATTERNS["foreign"] + "|" + _PATTERNS["mail"])
# Labels of menus and sections, and words mistaken for names.
LABELS: Final = frozenset(
    word.rstrip("*").strip()
    for word in (
        *phrases("notices", "next_article"), *phrases("documentation", "back"),
        *phrases("furniture", "menu", "navigation", "category", "search", "share", "related", "comments", "footer"),
        *phrases("furniture", "advertisement", "empty_label"),
    )
)  # fmt: skip
_NO_NAME: Final = re.compile(_PATTERNS["no_name"])
_OF_A_PAGE: Final = re.compile(_PATTERNS["of_a_page"])
KINDS: Final = (
    "about", "asks", "offers", "is", "byline", "with date", "staff", "copyright", "company", "top", "domain",
)  # fmt: skip
_OWNERS: Final = ("copyright", "company", "byline", "staff")
# Kinds in which a word that begins with a small letter is a thing (get started, join us for free).
_LINKS: Final = ("about", "asks", "offers", "is", "staff")
# Stated at the top only.
TOP: Final = frozenset({"top"})
_RIGHTS_KINDS: Final = ("copyright", "rights", "before ©")


class Name(NamedTuple):
    """A name as printed, the kind of statement (KINDS), document and row."""

    document: int
    row: int
    kind: str
    name: str


class Candidate(NamedTuple):
    """A candidate as first printed, normalised, with document and row, and the number of lines per kind (KINDS)."""

    document: int
    row: int
    name: str
    key: str
    told: Counter[str]


def candidates(pages: Pages) -> list[Candidate]:
    """Return the candidate names of each document."""
    found: dict[tuple[int, str], Candidate] = {}
    for number, row, kind, name in find_names(pages, edges(pages)):
        key = letters(name)
        found.setdefault((number, key), Candidate(number, row, name, key, Counter())).told[kind] += 1
    return list(found.values())


def find_names(pages: Pages, rows: Ints) -> Iterator[Name]:
    """Yield the names that lines state, by row."""
    lines = pages.lines.select("document", "text", "folded", "cue", "chars", row=pl.int_range(pl.len()))[rows]
    held, prose = _hinted(pages, lines), _is_prose(pages)
    for document, row, kind, printed in (*_stated(pages, lines, held), *_addresses(lines.filter(held[:, -1]))):
        name = _HELD.sub("", printed).rstrip(_DIVIDING)
        unfit = len(name) > _LONGEST_NAME or len(letters(name)) < _LEAST
        # Who made a picture, and for whom: Ada Finch / Marl Agency.
        unfit = unfit or (kind in ("copyright", "company") and "/" in name)
        if unfit or _is_nobody(name.lower()) or (kind not in _OWNERS and _OF_A_PAGE.search(name.lower())):
            continue
        if kind in _LINKS and name[0].islower():
            continue
        # A text ends with the name of its writer, too; only names of newspapers are sure there.
        if prose[row] and not (kind == "copyright" and is_paper(name)):
            continue
        yield Name(document, row, kind, name)


# Cached, since the documents of a site repeat the same names.
@lru_cache(maxsize=1 << 12)
def _is_nobody(name: str) -> bool:
    return name in LABELS or bool(NOBODY.search(name) or _NO_NAME.search(name))


def edges(pages: Pages) -> Ints:
    """Return the rows in which a site may name itself."""
    document = pages.document
    rows = np.flatnonzero((pages.chars <= _LONGEST) & (~_is_prose(pages) | _is_last_notice(pages)))
    first, last = (np.searchsorted(rows, edge)[document[rows]] for edge in (pages.first, pages.last))
    here = np.arange(len(rows))
    kept: Ints = rows[(here - first < _EDGE) | (last - here <= _EDGE)]
    return kept


def _is_prose(pages: Pages) -> NDArray[np.bool_]:
    """Return which rows are content below the beginning of the article."""
    found: NDArray[np.bool_] = pages.content & (np.arange(len(pages.document)) > pages.opening[pages.document])
    return found


def _is_last_notice(pages: Pages) -> NDArray[np.bool_]:
    """Return which rows are the last of their document and begin with a copyright sign."""
    found: NDArray[np.bool_] = pages.opened("©ⓒ") & (np.arange(len(pages.document)) == pages.last[pages.document] - 1)
    return found


def _stated(pages: Pages, lines: pl.DataFrame, hinted: NDArray[np.bool_]) -> Iterator[tuple[int, int, str, str]]:
    document, held = lines["document"].to_numpy(), hinted.copy()
    # Without other evidence of a site the first lines do not count.
    spoken = np.zeros(len(pages), bool)
    spoken[document[held.any(axis=1)]] = True
    top = lines["row"].to_numpy() - pages.first[document] < _TOP
    whole = ((lines["chars"] <= _LONGEST_NAME) & lines["cue"].is_null()).to_numpy()
    held[:, -1] = spoken[document] & top & whole
    kinds, likely = (*_SAID, "top"), np.flatnonzero(held.any(axis=1))
    told = lines.select("document", "row", "text", "folded")[likely].rows()
    for at, how in np.argwhere(held[likely]).tolist():
        (number, row, text, line), kind = told[at], kinds[how]
        if kind in _RIGHTS_KINDS and (_PICTURE_RIGHTS.match(line) or _SOFTWARE.search(line)):
            continue
        match = _SAID[kind].search(line) if kind in _SAID else None
        start, end = match.span("name") if match else (0, 0 if kind in _SAID else len(line))
        if end > start:
            yield number, row, "copyright" if kind in _RIGHTS_KINDS else kind, text[start:end].strip()
            if kind in _RIGHTS_KINDS and (cut := _COMPANY.search(line[start:end])):
                yield number, row, "company", text[start : start + cut.start()].strip()


def _hinted(pages: Pages, lines: pl.DataFrame) -> NDArray[np.bool_]:
    """Return which lines may match each of _SAID, a column each, and which contain an address."""
    folded = pl.col("folded").str
    hints = {kind: folded.contains(hint) for kind, hint in _HINTS.items()}
    columns = lines.select(**hints, addressed=folded.contains(_PATTERNS["addressed"])).to_dict()
    held = {kind: column.to_numpy() for kind, column in columns.items()}
    told = {"with date": pages.dated[lines["row"].to_numpy()], "before ©": held["copyright"]}
    for kind, likely in told.items():
        held[kind] = likely.copy()
        held[kind][likely] = [bool(_RARE_HINTS[kind].match(line)) for line in lines["folded"].filter(likely).to_list()]
    return np.stack([held[kind] for kind in (*_SAID, "addressed")], axis=1)


def _addresses(lines: pl.DataFrame) -> Iterator[tuple[int, int, str, str]]:
    for number, row, line in lines.select("document", "row", "folded").rows():
        for match in () if _OF_A_PICTURE.match(line) else _DOMAIN.finditer(line):
            others = _MAIL if match["mailbox"] else _FOREIGN
            if not others.search(domain := match["domain"]):
                yield number, row, "domain", domain


def is_ours(candidate: Candidate, addresses: frozenset[str]) -> bool:
    """Return whether a name is like one of the addresses (letters) and not the same: initials are many a firm's.

    At the top only it is most of one, or begins with it and is not much longer: other words of addresses are also in
    menus, and headlines begin so.
    """
    key, is_at_top_only = candidate.key, candidate.told.keys() == TOP
    others = addresses - {key}
    near = (d for d in others if not is_at_top_only or _begins(key, d) or len(d) > len(key) >= _MOST_OF_IT * len(d))
    return _is_like(key, frozenset(near))


def _begins(key: str, address: str) -> bool:
    return key.startswith(address) and len(key) <= _LONGER * len(address)


def _is_like(key: str, domains: frozenset[str]) -> bool:
    """Return whether a name equals a domain, or one of them is a prefix of the other."""
    plain = key.removeprefix("the")
    if key in domains or plain in domains:
        return True
    return any(len(d) >= _STEM and (d in key or (len(plain) >= _STEM and plain in d)) for d in domains)


def own_part(address: str) -> str:
    """Return the part of an address that its owner chose: marl of news.marl.gov.cn."""
    parts = address.split(".")
    return parts[-3] if len(parts) > _SHARED_PARTS and parts[-2] in _SHARED else parts[-2]
