"""Names by which a site refers to itself: in links, notices, bylines and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.parser.tables.attributions import COPYRIGHT, NOBODY
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
# Number of first lines that may be the name.
_TOP: Final = 6
_NAME: Final = r"(?P<name>[^\W_](?:[^|,.;:()?!\n©]|[.!](?=\w)){0,30}?[^\s|,.;:()?\n©])"
_ABOUT: Final = (
    "about|advertise (?:with|on)|work (?:for|at|with)|contact|over|über|om|"
    "à propos de|acerca de|quiénes somos|qué es|kuhusu|o|chi siamo"
)
_ASKS: Final = (
    "search(?: in)?|subscribe to|sign up for|follow|join|support|more (?:from|on|at)|newsletters? (?:der|from)|get|try|"
    "visit|welcome to|back to|go to|jobs at|careers at|suche in|suche auf|mehr (?:von|aus)|folgen sie|aktuell bei|"
    "themen bei|abonnez-vous à|abonnieren sie|sections on|popular on|explore|play|meet|wir sind|nachrichten der|tipsa|"
    "mitt|besök|estatuto de|canal|volg|følg|seguici su|segui|never miss a|copyright|suivez|síguenos en|editions? of"
)
_OFFERS: Final = (
    "newsletters?|app|apps|magazine|store|shop|staff|editors|archives?|home|homepage|plus|live|tv|podcasts?|video|videos|"
    "sections|abo|magazin|redaktion|media group|studios|events|on (?:facebook|twitter|instagram|youtube)|facebook|"
    "twitter|instagram|youtube|fanpage|community|premium|news|extra|daily|crossword|categories|digital|e-paper|online|"
    "について|新聞社|홈페이지|のトップページへ|の関連サイト|首页|客户端"
)
_IS: Final = (
    "is part of|is a (?:part|registered|federally|trademark|division|participant)|is owned|may earn|participates|"
    "supports|has been a|gehört zu|helps you|needs you|and its"
)
_STAFF: Final = (
    "(?:editor|editor in chief|editor-in-chief|writer|reporter|correspondent|journalist|columnist|contributor|"
    "redakteur|redakteurin|chefredakteur)"
)
_OF: Final = "(?:,| at| for| of| bei| der| von)"
_YEAR: Final = r"(?:19|20)\d\d"
_DATE: Final = rf"{_YEAR}[-/.年년]|\d{{1,2}}[. ][^\W\d]{{3,9}} {_YEAR}"
_RIGHTS: Final = "all rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten"
# Self-references of sites, as patterns for folded lines.
_SAID: Final = MappingProxyType({
    "about": re.compile(rf"^(?:(?:{_ABOUT}) |关于|關於)(?:the )?{_NAME}$"),
    "asks": re.compile(rf"^(?:{_ASKS}) (?:the )?{_NAME}(?: on (?:facebook|twitter|x|instagram|socials?))?:?$"),
    "offers": re.compile(rf"^(?:the |der |die |das )?{_NAME}(?:'s|’s)?[ -]?(?:{_OFFERS})$"),
    "is": re.compile(rf"^(?:the )?{_NAME} (?:{_IS})"),
    "byline": re.compile(rf"^(?:by|von|par|por) [^,|:]{{3,40}}, {_NAME}$"),
    "with date": re.compile(rf"^{_NAME}[,·|]? ?(?:{_DATE})"),
    "staff": re.compile(rf"{_STAFF}{_OF}(?: the)? {_NAME}(?:$|[.,;|]| where| based|\s{_DATE})"),
    "copyright": COPYRIGHT,
    "rights": re.compile(rf"(?:{_RIGHTS})\W{{1,4}}{_NAME}(?:$|\W{{0,3}}{_YEAR})"),
    "before ©": re.compile(rf"^{_NAME} ?[©ⓒ]"),
})  # fmt: skip
# Cheap to compile: non-ASCII characters except letters and digits, and all others.
_LETTER: Final = r"[^\x00-/:-@\[-`{-~]"
# Pre-filters for each pattern (in polars' linear engine).
_HINTS: Final = MappingProxyType({
    "about": rf"^(?:(?:{_ABOUT}) |关于|關於){_LETTER}",
    "asks": rf"^(?:{_ASKS}) (?:the )?{_LETTER}",
    "offers": rf"{_LETTER}(?:[ -]|'s|’s)?(?:{_OFFERS})$",
    "is": f" (?:{_IS})",
    "byline": "^(?:by|von|par|por) .*, ",
    "staff": f"{_STAFF}{_OF} ",
    "copyright": r"[©ⓒ]|\(c\)|copyright|^@ ?(?:19|20)\d\d",
    "rights": f"(?:{_RIGHTS})",
})  # fmt: skip
# The same for patterns tried on few lines: those with a year, and those with a copyright sign.
_RARE_HINTS: Final = MappingProxyType({
    "with date": re.compile(rf"[^\W_][^|,;:()?\n©]{{0,62}}[,·|]? ?(?:{_DATE})"),
    "before ©": re.compile(r"[^\W_].* ?[©ⓒ]"),
})  # fmt: skip
# Words of company names only: Redwood Daily Media Group, Ltd.
_COMPANY: Final = re.compile(
    r"(?<=\w)[ ,]+(?:inc|llc|l\.l\.c|ltd|limited|gmbh|ag|se|plc|corp|corporation|company|co|s\.?a|s\.?r\.?l|pty|bv|"
    r"media|medien|group|gruppe|holdings?|newspapers?|publishing|publications?|publishers?|verlag|verlags|enterprises|"
    r"interactive|network|networks|digital|studios|brands|television|entertainment|deutschland|uk|us|usa)\b.*$"
)
_ENDINGS: Final = (
    "com?|net|org|de|at|ch|fr|es|it|nl|be|uk|eu|cn|jp|kr|ru|pl|se|no|dk|tv|news|info|ca|au|in|za|lu|tr|gr|cz|hu|ro|pt|"
    "mx|ar|br|ie|nz|fi|is|vn|hk|tw|sg|th|tz|io|edu|gov"
)
_DOMAIN: Final = re.compile(
    rf"(?:^|[^\w.-])(?:[\w.-]{{1,64}}@|https?://)?(?:www\.)?((?:[a-z0-9-]{{1,63}}\.){{1,3}}(?:{_ENDINGS}))(?![\w-]|\.\w)"
)
_ADDRESSED: Final = rf"\.(?:{_ENDINGS})(?:$|\W)"
# Sources of pictures and figures.
_OF_A_PICTURE: Final = re.compile(r"(?:sources?|quellen?|fuentes?|fonte|image|photo|foto|credit|via)\s?:")
_PICTURE_RIGHTS: Final = re.compile(
    r"(?:photos?|photographs?|photography|fotos?|images?|bild(?:er)?|pictures?|illustrations?|grafik|graphic|video|cover)"
    r"(?: (?:credits?|by|von|copyright))?\s?:?\s?(?:[©ⓒ]|\(c\))"
)
# Who made a site's software, whose rights follow.
_SOFTWARE: Final = re.compile(r"(?:software|platform|theme|template|powered) by\s")
# Sites whose addresses occur on other sites.
_FOREIGN: Final = re.compile(
    r"(?:^|\.)(?:facebook|twitter|instagram|youtube|google|apple|linkedin|whatsapp|telegram|pinterest|tiktok|reddit|"
    r"github|wikipedia|wikimedia|gmail|hotmail|outlook|amazon|weibo|t|x|bit|gettyimages|unsplash|disqus|wordpress|"
    r"cloudflare|adobe|microsoft|spotify|flickr)\.[a-z.]+$"
)
# Labels of menus and sections, and words mistaken for names.
LABELS: Final = frozenset(
    word.rstrip("*").strip()
    for word in (
        *phrases("notices", "next_article"), *phrases("documentation", "back"),
        *phrases("furniture", "menu", "navigation", "category", "search", "share", "related", "comments", "footer"),
        *phrases("furniture", "advertisement", "empty_label"),
    )
)  # fmt: skip
_NO_NAME: Final = re.compile(
    r"^(?:we|this|that|these|those|(?:policy|notice|statement|information|infringement)s?|nas|nás|nós|noi|nosotros|nous|uns|ons|os|oss|zur|zum|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+|"
    r"you|all|all the|more|top|best|best of|view|view all|show|show sub|email|e-mail|site|this site|my|mein|"
    r"meine|now|for|by|in|on|live|here|new|latest|daily|visit us|follow us|read|watch|listen|local|national|world|"
    r"(?:email |e-mail |our |free )?newsletters?|compliance|cheat sheet|site search|terms of use|f1|nfl|nba|"
    r"global|international|states|countries|u\.?s\.?|uk|india|software|games?|cars?|auto|kids|travel|money|jobs?|"
    r"write|follow|shop|buy|sell|sign|login|log|key|ther|pens|it|they|i|he|she|"
    r"[\W\d_]*|.*\b(?:19|20)\d\d)$|^for |"
    r"\b(?:via|and|or|the|of)$|erwerben|artikelrechte|구독|신청|購読|申込|お申し込み|’s decision$|abonnieren$"
)
# Words that begin page elements; copyright holders may begin so (New Marl Courier).
_OF_A_PAGE: Final = re.compile(r"^(?:the )?(?:latest|new|more|all|your|our|my|best|top) ")
KINDS: Final = (
    "about", "asks", "offers", "is", "byline", "with date", "staff", "copyright", "company", "top", "domain",
)  # fmt: skip
_OWNERS: Final = ("copyright", "company", "byline", "staff")
# Kinds in which a word that begins with a small letter is a thing (get started, join us for free).
_LINKS: Final = ("about", "asks", "offers", "is")
_RIGHTS_KINDS: Final = ("copyright", "rights", "before ©")


class Name(NamedTuple):
    """A name as printed, the kind of statement (KINDS), document and row."""

    document: int
    row: int
    kind: str
    name: str


def find_names(pages: Pages, rows: Ints) -> Iterator[Name]:
    """Yield the names that lines state, by row."""
    lines = pages.lines.select("document", "text", "folded", "cue", "chars", row=pl.int_range(pl.len()))[rows]
    held, prose = _hinted(pages, lines), _is_prose(pages)
    for document, row, kind, name in (*_stated(pages, lines, held), *_addresses(lines.filter(held[:, -1]))):
        unfit = len(name) > _LONGEST_NAME or len(letters(name)) < _LEAST
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
    columns = lines.select(**hints, addressed=folded.contains(_ADDRESSED)).to_dict()
    held = {kind: column.to_numpy() for kind, column in columns.items()}
    told = {"with date": pages.dated[lines["row"].to_numpy()], "before ©": held["copyright"]}
    for kind, likely in told.items():
        held[kind] = likely.copy()
        held[kind][likely] = [bool(_RARE_HINTS[kind].match(line)) for line in lines["folded"].filter(likely).to_list()]
    return np.stack([held[kind] for kind in (*_SAID, "addressed")], axis=1)


def _addresses(lines: pl.DataFrame) -> Iterator[tuple[int, int, str, str]]:
    for number, row, line in lines.select("document", "row", "folded").rows():
        for domain in () if _OF_A_PICTURE.match(line) else _DOMAIN.findall(line):
            if not _FOREIGN.search(domain):
                yield number, row, "domain", domain
