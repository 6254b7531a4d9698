"""Derive audit/read/codec/tables, by which codecs are told apart: what follows what in each language's writing.

    python tests/derive/derive_writing.py TEXT.parquet DJANGO audit/read/codec/tables HANT.txt

TEXT.parquet has the columns `language` (BCP 47), `source` and `text`; only the half of its paragraphs that `is_taught`
is read, the other half is for measuring. DJANGO is the folder of the installed package of that name: its catalogues of
messages speak 85 languages. langdetect's profiles and the names of languages and countries that Babel ships are read
besides, and our own profiles. HANT.txt as in derive_likelihood.py. The same input gives the same tables; its SHA-256
stands in them. Tables hold counts turned into log probabilities, no text.
"""

from __future__ import annotations

import gettext
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from math import expm1
from pathlib import Path
from typing import Final, TypeAlias

import babel
import langdetect
import numpy as np
import polars as pl

import audit
from audit.measure.language.models.derived_profiles import derived_profiles
from audit.read.codec.weighed.charmaps import SINGLE_BYTE
from audit.read.codec.weighed.shapes import LETTERS, PLANE, SCRIPTS, SHAPE, SHAPES, script_of, shapes
from audit.read.codec.weighed.writing import DIGITS, LEVELS, STEP
from audit.text.classes import NAMES as CLASSES
from audit.text.classes import codepoints, table

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
RAREST: Final = 2e-5  # share of a language's letters below which one is foreign to it
OTHER_LETTERS: Final = 60.0
UNSEEN: Final = 3e-4  # share of letters that are foreign
KAPPA: Final = 20.0
FLOOR: Final = 1e-6
# Signs that manuals hardly have and other writing does: one such line on so many characters of text.
TYPOGRAPHY: Final = (
    "for £5 or €20, 20 € and £3.50 (£7); ¥100\n«yes», “no”, ‘so’, „ja“, »nein«, ‚ne‘ – and — it’s… • 20°C ± 2° × 3 ½\n"
    "© 2020, § 5, “yes,” he said. £1m – £2m; ® ™ · 7% “A” (“b”) 1914–1918 don’t\n– so?\n— Yes.\n"
)
PER_LINE: Final = 10_000
# Shares of the shape whatever came before it; and of the usual signs, at the least.
ANYWHERE: Final = 0.03
USUAL: Final = ("opening", "closing", "typographic", "common", "currency", "odd_space")
USUAL_FLOOR: Final = 3e-4
# Code pages of many languages, and how much each counts in their pool.
POOLED: Final = ("cp1252", "cp1254")
POOL: Final = 10_000.0
# Every accented letter of a pool is at least so common, whatever came before: which ones a language has is not known.
ACCENTED: Final = 0.004
Alphabet: TypeAlias = tuple[str, str, np.ndarray, list[str]]
# A code page holds a language that misses so little of its letters.
COVERS: Final = 0.998

PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^}]*\}|<[^>]*>")
PAIR: Final = 2


def is_taught(text: str) -> bool:
    """Return whether the tables may learn from a paragraph; the others measure them."""
    return not sha256(text.encode("utf-8")).digest()[0] & 1


def main(source: Path, django: Path, out: Path, hant: Path) -> None:
    """Write letters.tsv, shapes.tsv and characters.json."""
    catalogues = sorted(django.rglob("locale/*/LC_MESSAGES/*.mo"))
    read = [
        source,
        hant,
        OWN_PROFILES,
        *catalogues,
        *(profile(lang) for lang in (*FROM_CLEAN, *OTHERS) if profile(lang).exists()),
    ]
    digest = sha256(b"".join(sha256(path.read_bytes()).digest() for path in read)).hexdigest()
    clean = taught(pl.read_parquet(source))
    texts = {lang: clean.get(lang, "") + messages(catalogues, lang) + names(lang) for lang in (*FROM_CLEAN, *OTHERS)}
    texts = {lang: as_typed(lang, text) for lang, text in texts.items()} | dict.fromkeys(OURS, "")
    texts["he-pointed"] = texts["he"] + "".join(f"{letter}{point}" for letter in HEBREW for point in POINTS) * POINTED
    texts |= {name: texts[lang].translate(str.maketrans(*swap)) for name, (lang, *swap) in STAND_INS.items()}
    texts["he-visual"] = texts["he"][::-1]
    made = {lang: alphabet(pairs_of(lang, text), script_in(lang, text)) for lang, text in sorted(texts.items())}
    made |= {f"any-{codec}": pooled(codec, texts, made) for codec in POOLED}
    write_letters(out / "letters.tsv", made, digest)
    traditional = {ord(pair[0]): pair[1] for pair in hant.read_text("utf-8").split()}
    clean["zh-Hant"] += "\n" + clean["zh-Hans"].translate(traditional)
    by_group = {
        script: "\n".join(t for _, t in sorted(texts.items()) if t and script_of_text(t) == script)
        for script in SCRIPTS
    }
    by_group |= {lang: clean[lang] for lang in EAST_ASIAN}
    by_group = {group: text + TYPOGRAPHY * (len(text) // PER_LINE) for group, text in by_group.items()}
    write_shapes(out / "shapes.tsv", by_group, digest)
    write_characters(out / "characters.json", by_group, digest)


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


def pooled(codec: str, texts: dict[str, str], made: dict[str, Alphabet]) -> Alphabet:
    """Return what the Latin languages of a code page have in common, for the many that no table knows."""
    total: Counter[tuple[str, str]] = Counter()
    for lang, (script, _, _, codecs) in sorted(made.items()):
        if script == "latin" and codec in codecs:
            pairs = pairs_of(lang, texts[lang])
            share = POOL / sum(pairs.values())
            total.update({pair: count * share for pair, count in pairs.items()})  # type: ignore[misc]
    return alphabet(total, "latin", ACCENTED)


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


def alphabet(pairs: Counter[tuple[str, str]], script: str, accented: float = 0.0) -> Alphabet:
    """Return a language's script, its letters, log P(letter | letter before) and the code pages that hold it.

    Row and column 0 are what is no letter, the last ones a letter that is foreign to the language.
    """
    common: Counter[str] = Counter()
    for (_, second), count in pairs.items():
        if second:
            common[second] += count
    total = sum(common.values())
    letters = "".join(sorted(c for c, n in common.items() if n >= RAREST * total or c.isascii()))
    place = {"": 0, **{c: n for n, c in enumerate(letters, 1)}}
    width = len(letters) + 2
    counts = np.zeros((width, width))
    for (first, second), count in sorted(pairs.items()):
        counts[place.get(first, width - 1), place.get(second, width - 1)] += count
    counts[:, -1] = np.maximum(counts[:, -1], UNSEEN * counts.sum(axis=1))
    usual = (counts.sum(axis=0) + 1) / (counts.sum() + width)
    chances = (counts + KAPPA * usual) / (counts.sum(axis=1, keepdims=True) + KAPPA)
    accents = [place[c] for c in letters if not c.isascii()]
    chances[:, accents] = np.maximum(chances[:, accents], accented)
    chances[0, 0] = 1.0
    chances[:, -1] /= OTHER_LETTERS
    pages = [codec for codec, _ in SINGLE_BYTE if _covers(codec, common) and (script != "latin" or _is_latin(codec))]
    return script, letters, np.log(chances), pages


def _is_latin(codec: str) -> bool:
    """Return whether a code page was made for Latin letters: ASCII stands in all."""
    return "é" in bytes(range(256)).decode(codec, "ignore")


def _covers(codec: str, common: Counter[str]) -> bool:
    held = {folded(c) for c in bytes(range(256)).decode(codec, "ignore")}
    return sum(n for c, n in common.items() if c in held) >= COVERS * sum(common.values())


def in_digits(logs: np.ndarray) -> str:
    """Return levels of STEP nats below zero as one digit of base 64 each."""
    levels = np.minimum(np.rint(-logs / STEP), LEVELS - 1).astype(int)
    return "".join(chr(DIGITS[level]) for level in levels)


def write_letters(path: Path, made: dict[str, Alphabet], digest: str) -> None:
    """Write one line per language: its name, script, code pages, letters, and rows of levels."""
    lines = [f"# input_sha256 {digest}"]
    for lang, (script, letters, logs, pages) in made.items():
        if not pages:
            continue
        lines.append("\t".join((lang, script, " ".join(pages), letters, " ".join(map(in_digits, logs)))))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def write_shapes(path: Path, texts: dict[str, str], digest: str) -> None:
    """Write one line per group: log P(shape | shape before), rows of levels.

    After a letter, letters and all else share the certainty each: which of the two it is the alphabet says.
    """
    lines = [f"# input_sha256 {digest}"]
    for group, text in texts.items():
        kinds = shapes(group)[np.minimum(codepoints(text), PLANE - 1)].astype(np.int64)
        counts = np.bincount(kinds[:-1] * len(SHAPES) + kinds[1:], minlength=len(SHAPES) ** 2)
        logs = conditional(counts.reshape(len(SHAPES), -1).astype(float))
        lines.append(group + "\t" + " ".join(map(in_digits, logs)))
    path.write_text("\n".join(lines) + "\n", "utf-8")


def conditional(counts: np.ndarray) -> np.ndarray:
    """Return log P(shape | shape before), smoothed by how common the shape is anywhere."""
    letter = np.isin(np.arange(len(SHAPES)), LETTERS)
    usual = np.where(np.isin(np.arange(len(SHAPES)), [SHAPE[name] for name in USUAL]), USUAL_FLOOR, 0.0)
    common = np.maximum(counts.sum(axis=0) / counts.sum(), np.maximum(usual, FLOOR))
    anywhere = np.where(usual > 0, ANYWHERE * common, 0.0)
    chances = (counts + KAPPA * common) / (counts.sum(axis=1, keepdims=True) + KAPPA) + anywhere
    for row in np.flatnonzero(letter):
        for part in (letter, ~letter):
            share = common[part] / common[part].sum()
            own = counts[row, part] + KAPPA * share
            chances[row, part] = own / own.sum() + anywhere[part]
    return np.log(np.clip(chances, FLOOR, 1.0))


def write_characters(path: Path, texts: dict[str, str], digest: str) -> None:
    """Write log P(character | its shape) of each group: characters by level, and the floor of those never seen."""
    made = {group: characters(Counter(text), group) for group, text in texts.items()}
    path.write_text(
        json.dumps({"input_sha256": digest, "groups": made}, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        "utf-8",
    )


def characters(counts: Counter[str], group: str) -> dict[str, object]:
    """Return levels and floors of one group, shape by shape, its letters apart; Han by how common a standard says.

    Witten-Bell: as much mass for the unseen of a class as there are kinds seen, spread over the class's other members.
    """
    kinds = shapes(group)
    by_shape: Counter[int] = Counter()
    by_class: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for char, count in sorted(counts.items()):
        if ord(char) < PLANE and kinds[ord(char)] not in LETTERS:
            shape = int(kinds[ord(char)])
            by_shape[shape] += count
            by_class.setdefault((shape, int(table()[ord(char)])), []).append((char, count))
    sizes = Counter(zip(kinds.tolist(), table()[:PLANE].tolist(), strict=True))
    levels: dict[int, list[str]] = {}
    floors: dict[str, int] = {}
    for key, size in sorted(sizes.items()):
        if key[0] in LETTERS:
            continue
        own = by_class.get(key, [])
        total = by_shape[key[0]] + len(own) + 1
        floor = _level((len(own) + 1) / total / max(1, size - len(own)))
        floors[f"{SHAPES[key[0]]} {CLASSES[key[1]]}"] = floor
        for char, count in own:
            level = _level(count / total)
            if level < floor:
                levels.setdefault(level, []).append(char)
    return {"floors": floors, "levels": {str(level): "".join(chars) for level, chars in sorted(levels.items())}}


def _level(chance: float) -> int:
    return min(LEVELS - 1, round(-np.log(max(chance, 1e-12)) / STEP))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
