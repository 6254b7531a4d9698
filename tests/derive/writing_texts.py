"""The texts by which derive_writing.py learns how each language is written, and what follows what in them."""

from __future__ import annotations

import gettext
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from math import expm1
from pathlib import Path
from typing import Final

import babel
import langdetect
import polars as pl

import audit
from audit.measure.language.models.derived_profiles import derived_profiles
from audit.read.codec.statistical.shapes import SCRIPTS, script_of

OWN_PROFILES: Final = Path(audit.__file__).parent / "text" / "tables" / "profiles.tsv"
PER_LANGUAGE: Final = 300_000  # characters of TEXT.parquet
PER_CJK: Final = 1_000_000
PROFILE: Final = 100_000.0  # pairs that a profile counts as
EAST_ASIAN: Final = ("zh-Hans", "zh-Hant", "ja", "ko")
FROM_CLEAN: Final = (
    *("ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "hr", "id", "it", "nb", "nl", "pl", "pt"),
    *("ro", "ru", "sv", "tr", "vi"),
)
OTHERS: Final = (
    *("af", "be", "bg", "br", "bs", "cy", "eo", "et", "eu", "fo", "ga", "gd", "gl", "he", "hsb", "hu", "is"),
    *("kk", "lt", "lv", "mk", "mn", "mt", "ms", "nn", "sk", "sl", "sq", "sr", "sr_Latn", "sw", "tg", "th", "tl"),
    *("tt", "uk", "ur", "uz"),
)
# Languages that only our own profiles speak (audit/text/tables/profiles.tsv), written in their neighbours' code pages.
OURS: Final = (
    *("ast", "ay", "co", "crh", "fur", "fy", "haw", "ku", "lb", "lij", "mi", "mwl", "nds", "oc", "rm", "rup", "sc"),
    *("se", "szl", "tk", "ty", "vec", "wa", "yi"),
)
# Code page 1258 has Vietnamese letters apart from their tones, the profile has them whole.
PROFILES: Final = {"nb": "no", "vi": "none", "he-pointed": "he"}
BABEL_ONLY: Final = ("fo", "mt")
# Letters that the code pages of a language lack, and how they were written instead: a language of its own.
STAND_INS: Final = {
    "ro-cedilla": ("ro", "șțȘȚ", "şţŞŢ"), "ro-comma": ("ro", "şţŞŢ", "șțȘȚ"),
    "fa-arabic": ("fa", "یک", "يك"), "ur-arabic": ("ur", "یک", "يك"),
    "mn-ukrainian": ("mn", "өүӨҮ", "єїЄЇ"),
}  # fmt: skip
# Vowels are written below and above Hebrew letters where a word would be unclear: every one on every letter.
POINTS: Final = "".join(map(chr, (*range(0x5B0, 0x5BD), 0x5BF, 0x5C1, 0x5C2)))
HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
POINTED: Final = 5
PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^}]*\}|<[^>]*>")
PAIR: Final = 2


def is_taught(text: str) -> bool:
    """Return whether the tables may learn from a paragraph; the others measure them."""
    return not sha256(text.encode("utf-8")).digest()[0] & 1


def taught(frame: pl.DataFrame) -> dict[str, str]:
    """Return the taught half of each language's paragraphs, as much as is needed, sources in equal parts."""
    found: dict[str, str] = {}
    for (lang,), rows in sorted(frame.group_by("language", maintain_order=True), key=lambda item: item[0]):
        limit = PER_CJK if lang in EAST_ASIAN else PER_LANGUAGE
        parts = [
            [t for t in p["text"].to_list() if is_taught(t)] for p in rows.partition_by("source", maintain_order=True)
        ]
        found[lang] = "\n".join("\n".join(p[:: max(1, sum(map(len, p)) * len(parts) // limit)]) for p in parts) + "\n"
    return found


def spoken(clean: dict[str, str], catalogues: Iterable[Path]) -> dict[str, str]:
    """Return the texts of each language that is written with an alphabet, as its code pages would hold them."""
    texts = {lang: clean.get(lang, "") + messages(catalogues, lang) + names(lang) for lang in (*FROM_CLEAN, *OTHERS)}
    texts = {lang: as_typed(lang, text) for lang, text in texts.items()} | dict.fromkeys(OURS, "")
    texts["he-pointed"] = texts["he"] + "".join(f"{letter}{point}" for letter in HEBREW for point in POINTS) * POINTED
    texts |= {name: texts[lang].translate(str.maketrans(*swap)) for name, (lang, *swap) in STAND_INS.items()}
    return texts | {"he-visual": texts["he"][::-1]}


def messages(catalogues: Iterable[Path], lang: str) -> str:
    """Return what Django's catalogues say in a language, without placeholders and markup."""
    said: list[str] = []
    for path in catalogues:
        if path.parts[-3] == lang:
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)._catalog
            said += [text for key, text in catalogue.items() if key and isinstance(text, str)]
    return PLACEHOLDER.sub("", "\n".join(said)) + "\n"


def names(lang: str) -> str:
    """Return the names of languages and countries that Babel knows, where nothing else speaks the language."""
    if lang not in BABEL_ONLY:
        return ""
    locale = babel.Locale.parse(lang)
    return "\n".join(
        str(name) for table_ in (locale.languages, locale.territories) for _, name in sorted(table_.items())
    )


def as_typed(lang: str, text: str) -> str:
    """Return the text with the letters that code pages have."""
    text = unicodedata.normalize("NFC", text)
    return "".join(map(toned, text)) if lang == "vi" else text


def toned(char: str) -> str:
    """Return a Vietnamese letter as code page 1258 writes it: the tone after its letter, unless it holds both.

    >>> [hex(ord(c)) for c in toned("ế")]
    ['0xea', '0x301']
    """
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        letter = unicodedata.normalize("NFD", char)
        tones = [c for c in letter if c in "\u0300\u0301\u0303\u0309\u0323"]
        return unicodedata.normalize("NFC", "".join(c for c in letter if c not in tones)) + "".join(tones)
    return char


def script_of_text(text: str) -> str:
    """Return the script of most letters that are not ASCII; Latin where there are none."""
    seen = Counter(script_of(char) for char in text if not char.isascii())
    return max(SCRIPTS, key=lambda script: seen[script])


def script_in(lang: str, text: str) -> str:
    """Return the script of a language's text, or of its profile where there is no text."""
    return script_of_text(text or "".join(grams_of(lang)))


def grams_of(lang: str) -> dict[str, float]:
    """Return how often each pair of letters occurs in a profile, langdetect's or our own; nothing where there is none.

    The unit of the numbers is the profile's own.
    """
    if profile(lang).exists():
        grams = json.loads(profile(lang).read_text("utf-8"))["freq"]
    else:
        grams = {gram: expm1(nats) for gram, nats in derived_profiles().get(lang if lang in OURS else "", {}).items()}
    return {gram: count for gram, count in grams.items() if len(gram) == PAIR}


def profile(lang: str) -> Path:
    """Return where langdetect's profile of a language would be."""
    return Path(langdetect.__file__).parent / "profiles" / PROFILES.get(lang, lang)


def folded(char: str) -> str:
    """Return the lower case of a letter where that is one character."""
    low = char.lower()
    return low if len(low) == 1 else char


def pairs_of(lang: str, text: str) -> Counter[tuple[str, str]]:
    """Return how often each letter follows each; '' is what is no letter of the script."""
    script = script_in(lang, text)
    letters = {c: folded(c) if script_of(c) == script else "" for c in set(text)}
    plain = [letters[c] for c in text]
    found = Counter(pairwise(plain))
    own = grams_of(lang)
    share = PROFILE / max(1.0, sum(own.values()))
    for gram, count in sorted(own.items()):
        first, second = (folded(c) if script_of(c) == script else "" for c in gram)
        found[first, second] += count * share  # type: ignore[assignment]
    del found["", ""]
    return found
