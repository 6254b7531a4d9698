"""Prior probabilities of languages, by their share of the web."""

from __future__ import annotations

from math import log
from typing import Final

from audit.text.languages import WIKI

# Pages per 10,000 web pages in each language, in steps of about 1.5, by Common Crawl's language statistics; a few for
# all others.
_PAGES: Final = {
    4000: ("en",),
    500: ("de", "es", "fr", "ru"),
    250: ("it", "pt"),
    180: ("nl", "pl"),
    100: ("cs", "id", "tr", "vi"),
    65: ("ar", "fa", "hu", "ro", "sv", "uk"),
    45: ("da", "fi", "no"),
    35: ("bg", "sk"),
    25: ("ca", "he", "hi", "hr"),
    15: ("et", "lt", "sl", "sr"),
    10: ("bn", "lv"),
    1: ("nr", "ss"),
}
_FEW: Final = 5
# Rare languages, included lest their texts be taken for the related major one.
_HARDLY_ANY: Final = 0.1
LESSER: Final = frozenset({
    *(tag for among in WIKI.values() for tag in among),
    *("aa", "abs", "ace", "acf", "an", "ban", "bci", "bem", "bjn", "brx", "cfm", "cnh", "cof", "crs", "csb"),
    *("ctd", "dje", "doi", "dsb", "emk", "fkv", "fur", "gag", "gyr", "hus", "ia", "ie", "io", "kea", "kmb"),
    *("krl", "ks", "lad", "li", "lij", "loz", "lua", "lus", "mad", "mfe", "mh", "miq", "mni"),
    *("mwl", "mxv", "nds", "niu", "nym", "ote", "pcd", "pcm", "pmy", "pov", "rar", "rgn", "rup", "sco", "sid"),
    *("skr", "slr", "snk", "srr", "suk", "swb", "szl", "tiv", "tly", "tok", "tyv", "tzm", "wa", "zdj", "zro"),
})  # fmt: skip
# The weight of the prior. A letter counts in n-grams of three lengths and in its word, so evidence counts about twice,
# and the prior must, too. Short texts are identified equally well from 1.2 to 2.2; more favours major languages.
_WEIGHT: Final = 2.0
# Pages from which lists of goods and other texts without sentences are common.
_MANY: Final = 65
_PAGES_OF: Final = {tag: pages for pages, tags in _PAGES.items() for tag in tags}


def prevalence(tag: str) -> float:
    """Return the log prior of a language relative to English, in nats; at most 0.

    Twenty letters score 200 nats with leads of a few, so there it decides; with two hundred letters it does not.
    """
    return _WEIGHT * log(_PAGES_OF.get(tag, _HARDLY_ANY if tag in LESSER else _FEW) / max(_PAGES))


def is_major(tag: str) -> bool:
    """Return whether a language has so many pages that texts without its function words are common, too."""
    return _PAGES_OF.get(tag, 0) >= _MANY
