"""The name of the site that shows a text: what its own links, notices and bylines call it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.parser.statements import COPYRIGHT, NOBODY

if TYPE_CHECKING:
    from audit.parser.page import Page

# Names stand in short lines; of a huge page only the first and last lines outside the article are looked at.
_LONGEST, _EDGE = 200, 200
# A site's name has at most this many characters, and at least two letters.
_LONGEST_NAME, _LEAST = 32, 2
# A name may go on where a domain of so many letters ends (Redwood Daily, redwood.example).
_STEM: Final = 5
# Lines at the top that may be the name alone.
_TOP: Final = 6
_NAME: Final = r"(?P<name>[^\W_](?:[^|,.;:()?!\n©]|[.!](?=\w)){0,30}?[^\s|,.;:()?\n©])"
_ABOUT: Final = (
    "about|advertise (?:with|on)|work (?:for|at|with)|contact|over|über|om|关于|關於|"
    "à propos de|acerca de|quiénes somos"
)
_ASKS: Final = (
    "search(?: in)?|subscribe to|sign up for|follow|join|support|more (?:from|on|at)|newsletters? (?:der|from)|get|try|"
    "visit|welcome to|back to|go to|jobs at|careers at|suche in|suche auf|mehr (?:von|aus)|folgen sie|aktuell bei|"
    "themen bei|abonnez-vous à|abonnieren sie"
)
_OFFERS: Final = (
    "newsletters?|app|apps|magazine|store|shop|staff|editors|archives?|home|homepage|plus|live|tv|podcasts?|video|videos|"
    "sections|abo|magazin|redaktion|media group|studios|events|on (?:facebook|twitter|instagram|youtube)|facebook|"
    "twitter|instagram|youtube"
)
_IS: Final = (
    "is part of|is a (?:part|registered|federally|trademark|division|participant)|is owned|may earn|participates|"
    "supports|has been a|gehört zu"
)
_DATE: Final = r"(?:19|20)\d\d[-/.年년]|\d{1,2}[. ][^\W\d]{3,9} (?:19|20)\d\d"
# How a site speaks of itself. Each pattern is tried on folded lines.
_SAID: Final = MappingProxyType({
    "about": re.compile(rf"^(?:{_ABOUT}) ?{_NAME}$"),
    "asks": re.compile(rf"^(?:{_ASKS}) (?:the )?{_NAME}(?: on (?:facebook|twitter|x|instagram))?$"),
    "offers": re.compile(rf"^(?:the |der |die |das )?{_NAME}(?:'s|’s)? ?-?(?:{_OFFERS})$"),
    "is": re.compile(rf"^(?:the )?{_NAME} (?:{_IS})"),
    "byline": re.compile(rf"^(?:by|von|par|por) [^,|:]{{3,40}}, {_NAME}$"),
    "with date": re.compile(rf"^{_NAME}[,·|]? ?(?:{_DATE})"),
    "copyright": COPYRIGHT,
})  # fmt: skip
# What a line must hold for the patterns to be tried at all: most lines hold none of it.
_HINT: Final = re.compile(
    rf"^(?:{_ABOUT}|{_ASKS}|by |von |par |por )| (?:{_IS})|[©ⓒ]|\(c\)|copyright|(?:19|20)\d\d|(?<=[\w ])(?:{_OFFERS})$"
)
_INK, _BETWEEN = re.compile(r"[\W_]+"), re.compile(r"[^\w\n]+|_+")
_ENDINGS: Final = "com?|net|org|de|at|ch|fr|es|it|nl|be|uk|eu|cn|jp|kr|ru|pl|se|no|dk|tv|news|info|ca|au|in|za|lu"
_DOMAIN: Final = re.compile(
    rf"(?:^|[^\w.-])(?:[\w.-]{{1,64}}@|https?://)?(?:www\.)?((?:[a-z0-9-]{{1,63}}\.){{1,3}}(?:{_ENDINGS}))(?![\w-]|\.\w)"
)
# Points (tenths of a natural logarithm of odds), fitted by tests/derive/derive_points.py and rounded; those of bylines,
# dates, tops and addresses are ours, because few of those pages have such lines.
POINTS: Final = MappingProxyType({
    "about": 4, "asks": 9, "offers": 0, "is": 4, "byline": 8, "with date": 4, "copyright": 12, "top": 2,
    "kinds": 12, "lines": 4, "domain": 18, "first": -4, "address": -14,
})  # fmt: skip
# Here more than half of the answers are right on sites not seen (0.6), and half of all pages get a right one.
ENOUGH: Final = 27


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as first printed, its block, and what speaks for it in units of POINTS."""

    name: str
    block: int
    signs: dict[str, float]


def find_site(page: Page) -> tuple[str, int] | None:
    """Return the site's name and a block that states it; None when the text does not say it clearly enough."""
    found = [(sum(POINTS[k] * v for k, v in c.signs.items()), -c.block, c) for c in candidates(page)]
    points, _, best = max(found, key=lambda f: f[:2], default=(0.0, 0, None))
    return (best.name, best.block) if best is not None and points >= ENOUGH else None


def candidates(page: Page) -> Iterator[Candidate]:
    """Yield the names by which the page may call itself."""
    lines = _lines(page)
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, tuple[str, int]] = {}
    for block, kind, (start, end) in _named(page, lines):
        name = page.text[block][start:end].strip()
        key = letters(name)
        if len(key) >= _LEAST and len(name) <= _LONGEST_NAME and not NOBODY.search(name.lower()):
            kinds[key][kind] += 1
            first.setdefault(key, (name, block))
    domains, spelled = _domains(page, lines), _spelled(page, lines)
    for key, told in kinds.items():
        name, block = first[key]
        address = {"address": float(bool(_DOMAIN.fullmatch(name.lower())))}
        yield Candidate(name, block, _signs(key, told, domains, spelled) | address)


def letters(name: str) -> str:
    """Return what must be equal when two names are one."""
    return _INK.sub("", name).casefold()


def _spelled(page: Page, lines: list[int]) -> str:
    """Return the letters of the lines, a line each."""
    return _BETWEEN.sub("", "\n".join(page.folded[i] for i in lines))


def _lines(page: Page) -> list[int]:
    kept = set(page.content)
    chosen = [i for i in range(len(page)) if len(page.text[i]) <= _LONGEST and (i not in kept or i <= page.opening)]
    return chosen if len(chosen) <= 2 * _EDGE else chosen[:_EDGE] + chosen[-_EDGE:]


def _named(page: Page, lines: list[int]) -> Iterator[tuple[int, str, tuple[int, int]]]:
    for i in lines:
        line = page.folded[i]
        tried = _SAID.items() if _HINT.search(line) else ()
        matches = ((kind, match) for kind, pattern in tried if (match := pattern.search(line)))
        yield from ((i, kind, match.span("name")) for kind, match in matches)
        if i < _TOP and len(line) <= _LONGEST_NAME and page.cue[i] is None:
            yield i, "top", (0, len(line))


def _domains(page: Page, lines: list[int]) -> frozenset[str]:
    """Return the letters of the page's commonest domains, with and without what stands behind the last dot."""
    told = Counter(
        domain.removeprefix("www.")
        for i in lines
        if "." in page.folded[i]
        for domain in _DOMAIN.findall(page.folded[i])
    )
    common = sorted(told, key=lambda d: (-told[d], d))[:2]
    return frozenset(letters(form) for d in common for form in (d, d.rpartition(".")[0], d.split(".")[0]))


def _signs(key: str, told: Counter[str], domains: frozenset[str], spelled: str) -> dict[str, float]:
    lines = spelled.count(key)
    ours = any(key.removeprefix("the") == d or (len(d) >= _STEM and key.startswith(d)) for d in domains)
    return {
        **dict.fromkeys(told, 1.0),
        "kinds": float(len(told)),
        "lines": float(min(lines, 16).bit_length()),
        "domain": float(ours),
        "first": float(key in spelled.partition("\n")[0]),
    }
