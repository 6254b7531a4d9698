"""Derive audit/read/codec/tables, by which codecs are told apart: what follows what in each language's writing.

    python -m tests.derive.derive_writing TEXT.parquet DJANGO audit/read/codec/tables HANT.txt

TEXT.parquet has the columns `language` (BCP 47), `source` and `text`; only the half of its paragraphs that `is_taught`
is read, the other half is for measuring. DJANGO is the folder of the installed package of that name: its catalogues of
messages speak 85 languages. langdetect's profiles and the names of languages and countries that Babel ships are read
besides, and our own profiles. HANT.txt as in derive_likelihood.py. The same input gives the same tables; its SHA-256
stands in them. Tables hold counts turned into log probabilities, no text.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import polars as pl

from audit.read.codec.statistical.charmaps import SINGLE_BYTE
from audit.read.codec.statistical.shapes import LETTERS, PLANE, SCRIPTS, SHAPE, SHAPES, shapes
from audit.read.codec.statistical.writing import DIGITS, LEVELS, STEP
from audit.text.classes import NAMES as CLASSES
from audit.text.classes import codepoints, table
from tests.derive.writing_texts import (
    EAST_ASIAN,
    FROM_CLEAN,
    OTHERS,
    OWN_PROFILES,
    folded,
    pairs_of,
    profile,
    script_in,
    script_of_text,
    spoken,
    taught,
)

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
    texts = spoken(clean, catalogues)
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


def pooled(codec: str, texts: dict[str, str], made: dict[str, Alphabet]) -> Alphabet:
    """Return what the Latin languages of a code page have in common, for the many that no table knows."""
    total: Counter[tuple[str, str]] = Counter()
    for lang, (script, _, _, codecs) in sorted(made.items()):
        if script == "latin" and codec in codecs:
            pairs = pairs_of(lang, texts[lang])
            share = POOL / sum(pairs.values())
            total.update({pair: count * share for pair, count in pairs.items()})  # type: ignore[misc]
    return alphabet(total, "latin", ACCENTED)


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
    # Joined forms of Arabic letters count as these.
    held = {folded(c) for c in unicodedata.normalize("NFKC", bytes(range(256)).decode(codec, "ignore"))}
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
