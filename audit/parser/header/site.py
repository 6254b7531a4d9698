"""The name of the site: the best supported of its candidate names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.parser import words as kernels
from audit.parser.blocks.strings import spelling_classes
from audit.parser.header.site_names import KINDS, TOP, Candidate, candidates, is_ours, own_part
from audit.text.fold import letters
from audit.text.sites.names import is_paper

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Caps on kinds of statements and on mentions; with more forms of addresses they are of other sites, or a list of links.
_MOST_KINDS, _MOST_MENTIONS, _FEW_ADDRESSES, _LINKS = 3, 31, 3, 24
# Maximum letters of uncapitalised words in names (de, of, und).
_PARTICLE: Final = 3
# Points (tenths of a natural logarithm of odds), fitted by tests/derive/derive_points.py and rounded.
POINTS: Final = MappingProxyType({
    "about": 6, "asks": 6, "offers": -4, "is": 9, "byline": -2, "with date": -2, "staff": 2, "copyright": 3,
    "company": 3, "top": -7, "domain": -5, "twice": 6, "kinds": 6, "mentions": 6, "ours": 10, "capitals": 5,
    "one word": -4, "lone address": 7, "paper": 4,
})  # fmt: skip
# Minimum points of a name with evidence that sections, companies and advertisers lack (_is_firm). Of 150 such answers
# on labelled pages that are not Chinese .90 are right (.70 without that).
ENOUGH: Final = 14
# Minimum points without such evidence.
SURE: Final = 30
# From so many names on that a page states in the same way only, they are sections or who posts.
_LISTED: Final = 3
_WORD: Final = re.compile(r"[\u3400-\u9fff]{2}")
# Statements of a site's name as such, also of one that is an address.
_SELF: Final = frozenset({"is", "copyright"})
# Statements that only sites make about themselves, and those that need one of them or a matching address.
_ALONE: Final = ("is", "staff")
# Statements that are made of things, too.
_DOUBTED: Final = frozenset({"about", "asks", "offers", "is", "top"})
_TOGETHER: Final = ("about", "asks", "offers", "copyright", "byline", *_ALONE)
# Mentions (log2) of a page's own name; more for an address alone.
_MENTIONED, _ADDRESSED = 2, 3
# One word with a capital inside (HuffPost), and the word behind which a name goes on.
_COINED: Final = re.compile(r"[^\W\d_]*[a-z][A-Z][^\W_]*")
_CARRIED_ON: Final = re.compile(r"([^\W\d_]+) (?:and|&|und|et|y) (?=[^\W\d_])")
# Minimum other holders of rights (a second one is often an agency); maximum lines of a page that names itself once.
_OTHERS, _FEW_LINES = 2, 60


class Site(NamedTuple):
    """The site's name, a row that states it, whether the row says nothing else, and whether it is frequent."""

    name: str
    row: int
    is_alone: bool
    is_frequent: bool


def find_sites(pages: Pages) -> dict[int, Site]:
    """Return the site by document, where it is stated clearly enough."""
    found = pages.once(candidates)
    columns = signs(pages, found)
    points = sum((worth * columns[name] for name, worth in POINTS.items()), np.zeros(len(found), np.int64))
    brief = (pages.last - pages.first)[[c.document for c in found]] < _FEW_LINES
    strange = (columns["domain"] > 0) & (columns["lone address"] == 0)
    alone = (columns["asks"] > 0) & (columns["kinds"] <= 0)
    columns["copyright"] &= ~_is_shared(found) | (columns["mentions"] > _MENTIONED)
    points[~(_is_firm(columns, brief) | ((points >= SURE) & ~strange & ~alone))] = 0
    points[_is_about(pages, found, columns["paper"] > 0)] = 0
    points[~np.logical_or.reduce([columns[kind] > 0 for kind in KINDS])] = 0
    points[_is_common(pages, found, points >= ENOUGH)] = 0
    pieces = defaultdict[int, set[str]](set)
    for c, worth in zip(found, points.tolist(), strict=True):
        pieces[c.document].update(_CARRIED_ON.findall(c.name.casefold()) if c.told["copyright"] else ())
        if worth >= ENOUGH:
            pieces[c.document].add("".join(word[0] for word in c.name.split()).casefold())
    best: dict[int, tuple[bool, int, int, str, bool]] = {}
    own = {c.document for c in found if c.told["domain"] and not c.told.keys().isdisjoint(_SELF)}
    known = zip(points.tolist(), columns["ours"].tolist(), columns["mentions"].tolist(), found, strict=True)
    for worth, has_address, mentions, c in known:
        # A name with a matching address replaces the address; a line at the top does not if the site calls itself so.
        is_name = not c.told["domain"] and not (c.document in own and c.told.keys() == TOP)
        rank = bool(has_address) and is_name, worth, -c.row, c.name, mentions > _MENTIONED
        # Initials and a piece (Bell) stand for a name printed in full (The Bell and Oar), unless the address is that.
        if c.key in pieces[c.document] and not has_address:
            continue
        if worth >= ENOUGH and rank[:3] > best.get(c.document, (False, 0, 0, ""))[:3]:
            best[c.document] = rank
    texts = pages.texts(np.array([-row for _, _, row, *_ in best.values()], np.int64), "text")
    return {
        number: Site(name, -row, text.strip() == name, is_frequent)
        for (number, (_, _, row, name, is_frequent)), text in zip(best.items(), texts, strict=True)
    }


def _is_firm(columns: dict[str, Ints], is_brief: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which candidates have evidence that sections, companies and advertisers do not have."""
    told = {name: column > 0 for name, column in columns.items()}
    ways = sum((columns[name] for name in _TOGETHER), np.zeros(len(columns["about"]), np.int64))
    said, mentions = ways > 0, columns["mentions"]
    address = told["domain"] & told["twice"] & (mentions >= _ADDRESSED + ~told["lone address"])
    address |= (told["lone address"] | (told["domain"] & told["twice"] & ~told["linked"])) & is_brief
    # A single-word name in a notice only is the company's, unless it is frequent on the page.
    owned = (mentions >= _MENTIONED + told["one word"]) | (ways > 1)
    # Links ask for what a site offers, too (Get Started, Contact Sales): only a coined spelling is a name there.
    known = (told["copyright"] & (is_brief | owned)) | (told["asks"] & told["coined"] & (mentions >= _MENTIONED))
    # A name at the top and in an address is the page's, too.
    said |= told["top"] & (mentions >= _MENTIONED) & ~told["domain"]
    # Only newspapers have such names, and they print them when they refer to themselves.
    known |= told["paper"] & (told["copyright"] | ((said | told["top"]) & (mentions > _MENTIONED)))
    # The name after an author may be a place rather than a newspaper.
    known |= told["byline"] & told["top"]
    backed = (said & (told["ours"] | told["domain"])) | (ways > 1)
    firm: NDArray[np.bool_] = np.logical_or.reduce([told[name] for name in _ALONE]) | known | backed | address
    return firm


def _is_about(pages: Pages, found: list[Candidate], papers: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which candidates a text without furniture, which is no page of a site, is about.

    Papers are known by their names, and others by the first line and a notice of rights.
    """
    headed = [bool(c.told["copyright"]) and c.row == pages.first[c.document] for c in found]
    plain: NDArray[np.bool_] = pages.is_plain[[c.document for c in found]]
    return plain & ~papers & ~np.array(headed, np.bool_)


def _is_shared(found: list[Candidate]) -> NDArray[np.bool_]:
    """Return which candidates only hold the rights together with others, as the writers of a manual do."""
    holders = defaultdict[int, list[str]](list)
    for c in found:
        if c.told["copyright"]:
            holders[c.document].append(c.key)
    apart = [sum(c.key not in o and o not in c.key for o in holders[c.document]) >= _OTHERS for c in found]
    lone = [c.told.keys() <= {"copyright", "company"} for c in found]
    return np.array(apart, np.bool_) & np.array(lone, np.bool_)


def _is_common(pages: Pages, found: list[Candidate], is_asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which of the asked candidates are words that their page also writes with small letters (Sales, Team).

    Only links and clauses are doubted: rights notices, addresses and bylines state names.
    """
    common = np.zeros(len(found), np.bool_)
    for n in np.flatnonzero(is_asked).tolist():
        c = found[n]
        small = c.name.lower()
        if small != c.name and c.told.keys() <= _DOUBTED:
            text = "\n".join(pages.texts(np.arange(pages.first[c.document], pages.last[c.document]), "text"))
            common[n] = small in text and bool(re.search(rf"(?<![\w.@/-]){re.escape(small)}(?![\w@-]|\.\w)", text))
    return common


def shown_names(pages: Pages, headlines: Ints) -> dict[int, set[str]]:
    """Return by document the normalised names that a page shows outside its headline, and those in its addresses."""
    found = defaultdict[int, set[str]](set)
    for c in pages.once(candidates):
        if c.row != headlines[c.document]:
            found[c.document].add(_stem(c))
    return found


def signs(pages: Pages, found: list[Candidate]) -> dict[str, Ints]:
    """Return the evidence for and against each candidate, in units of POINTS."""
    told = {kind: np.array([c.told[kind] for c in found], np.int64) for kind in KINDS}
    domains, mentions = _domains(found), _mentions(pages, found)
    lone = [bool(c.told["domain"]) and len(domains[c.document]) <= _FEW_ADDRESSES for c in found]
    stated = sum(((told[kind] > 0).astype(np.int64) for kind in KINDS if kind != "company"), np.zeros(len(found), int))
    for kind in ("about", "with date"):
        told[kind][_is_listed(found, kind)] = 0
    columns = {
        **{kind: column > 0 for kind, column in told.items()},
        "twice": (told["domain"] > 1) | (told["copyright"] > 1),
        "kinds": np.minimum(stated, _MOST_KINDS) - 1,
        "mentions": [min(count, _MOST_MENTIONS).bit_length() for count in mentions],
        "ours": [is_ours(c, domains[c.document]) for c in found],
        "capitals": [not any(word[0].islower() for word in c.name.split() if len(word) > _PARTICLE) for c in found],
        "one word": [" " not in c.name for c in found],
        "lone address": lone,
        "linked": [len(domains[c.document]) > _LINKS for c in found],
        "coined": [bool(_COINED.fullmatch(c.name)) for c in found],
        "paper": [is_paper(c.name) for c in found],
    }
    return {name: np.asarray(column, np.int64) for name, column in columns.items()}


def _is_listed(found: list[Candidate], kind: str) -> NDArray[np.bool_]:
    """Return which candidates their page states by one kind only, as it does others: About rings, About necklaces.

    Two Han characters are a word (关于工程), whatever others there are.
    """
    alone = [c.told.keys() == {kind} for c in found]
    count = Counter(c.document for c, is_alone in zip(found, alone, strict=True) if is_alone)
    listed = [is_alone and count[c.document] >= _LISTED for c, is_alone in zip(found, alone, strict=True)]
    words = [is_alone and bool(_WORD.fullmatch(c.name)) for c, is_alone in zip(found, alone, strict=True)]
    return np.array(listed, np.bool_) | np.array(words, np.bool_)


def _mentions(pages: Pages, found: list[Candidate]) -> list[int]:
    """Return how often each document mentions its candidate; for a domain, the part before the suffix."""
    asked = np.zeros(len(pages), bool)
    asked[[c.document for c in found]] = True
    rows = np.flatnonzero(asked[pages.document])
    room = len(pages.folded.text) + len(rows)
    spelled, ends = np.zeros(room, np.uint8), np.zeros(len(rows), np.int64)
    kernels.letters(pages.folded.text, pages.folded.offsets, rows, spelling_classes(), spelled, ends)
    bounds = np.append(0, ends)[np.searchsorted(rows, pages.edges)].tolist()
    text = spelled[: bounds[-1]].tobytes()
    return [text.count(_stem(c).encode(), bounds[c.document], bounds[c.document + 1]) for c in found]


def _stem(candidate: Candidate) -> str:
    is_address = candidate.told["domain"] and "." in candidate.name
    return letters(own_part(candidate.name)) if is_address else candidate.key


def _domains(found: list[Candidate]) -> defaultdict[int, frozenset[str]]:
    """Return by document the letters of its domains, with and without suffix."""
    forms: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for c in found:
        if c.told["domain"]:
            domain = c.name.lower().removeprefix("www.")
            forms[c.document] |= {letters(f) for f in (domain, domain.rpartition(".")[0], domain.split(".")[0])}
    return forms
