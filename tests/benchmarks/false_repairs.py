"""How many healthy texts are called mojibake, and how many `--repair` would change: both should be none.

    python -m tests.benchmarks.false_repairs COUNT [TEXTS.parquet ...] [--kind NAME ...] [--round NUMBER]

Healthy texts of two sources. COUNT of each kind (or of those named by --kind) of every_kind.py in
tests/measure/encoding/mojibake are made up: words of many languages without spaces between them, names, menus, code,
tables, mathematics, verse and more in 30 languages, besides words with every space, mark and sign of Unicode between
them. Each row of a Parquet file with a column `text` is a paragraph or a line; where there is a column `language`
too, its words are those that the kinds are made of. Prints one line a source, and each text that was flagged: lines
of the web hold true damage now and then, to be told apart by eye. The same on every run; other texts in every round.
"""

from __future__ import annotations

import argparse
import random
import time
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import compress, islice
from pathlib import Path

import polars as pl
import pyarrow as pa

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.passages import worth_judging
from audit.measure.encoding.mojibake.repair import repairs
from audit.measure.encoding.scan import scanned
from audit.text.visible import visible
from tests.measure.encoding.mojibake.every_kind import KINDS
from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind

BATCH = 4096
SHOWN = 90
WORDS_OF = 400
MORE_WORDS = {
    "nl": "het één coördinatie geïnd kopiëren zoëven reünie daar nog steeds",
    "fi": "että hän sää äiti yö myös pöytä kylä järvi tyttö",
    "hr": "što će još kuća također čovjek život riječ đak",
}
SIGNS = tuple(
    chr(point) for point in range(0xA0, 0x30000) if unicodedata.category(chr(point)) in {"Cf", "So", "Sm", "Sc", "Sk"}
)
SPACES_AND_MARKS = tuple(chr(point) for point in range(0xA0, 0x30000) if unicodedata.category(chr(point))[0] in "PZ")
COMMON = tuple("\xa0·•…–—«»‹›„“”‘’°§©®™×÷±µ²½€£¥¢¤¦¬¯´¸¿¡†‡‰′″→←≈≤≥∆√∑π☆★●■□✓─│┌┐═║█░\u3000、。《》「」【】・ー～￥")


@dataclass(slots=True)
class Tally:
    """What was found in the texts of one source; `flagged` are the first of them with their evidence."""

    texts: int = 0
    flags: int = 0
    repaired: int = 0
    seconds: float = 0.0
    flagged: list[tuple[str, str]] = field(default_factory=list)


def between_words(rng: random.Random) -> str:
    """Return words of one language with signs of a pool of one to many between them, with spaces and without."""
    words = WORDS[rng.choice(sorted(WORDS))].split()
    pool = rng.choice((COMMON, SPACES_AND_MARKS, SIGNS, rng.sample(COMMON, 3), rng.sample(COMMON, 1)))
    made = []
    for word in rng.choices(words, k=rng.randrange(2, 25)):
        run = rng.choice((0, 0, 1, 1, 1, 2, 3, 6))
        signs = rng.choices(pool, k=run) if rng.random() < 0.8 else [rng.choice(pool)] * run
        made.append(word + "".join(signs) + rng.choice((" ", "", "", "\n", ", ")))
    text = "".join(made)
    return text.upper() if rng.random() < 0.1 else text


def take_words(frame: pl.DataFrame) -> None:
    """Make the kinds of the words that real texts have, by language; where words are not parted, of short pieces."""
    for (language,), texts in frame.group_by("language", maintain_order=True):
        name = {"zh-Hans": "zh", "zh-Hant": "hant"}.get(str(language), str(language))
        found = [word for text in texts["text"].head(WORDS_OF) for word in pieces_of(text, name)]
        WORDS[name] = " ".join(found) or WORDS.get(name, "none")


def pieces_of(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text, or runs of one to four characters."""
    if language not in {"zh", "hant", "ja", "th"}:
        yield from (word for word in text.split() if any(map(str.isalpha, word)) and len(word) < 30)
        return
    for size in (1, 2, 3, 4):
        yield from (text[at : at + size] for at in range(0, min(len(text), 60), 7) if text[at : at + size].isalpha())


def judged(texts: Iterable[str]) -> Tally:
    """Return what the judge and the repair make of texts."""
    tally, began = Tally(), time.process_time()
    rest = iter(texts)
    while batch := list(islice(rest, BATCH)):
        column = pa.array(batch, pa.large_string())
        found = encoding(pa.table({"text": column}))
        tally.texts += len(batch)
        for text, count, places in zip(batch, found.columns["mojibake"].to_pylist(), found.places, strict=True):
            if count:
                tally.flags += 1
                why = next(place.evidence or "" for place in places if place.fact == "mojibake")
                tally.flagged.append((why, text))
        # The others are not looked at by the repair either.
        worth = worth_judging(scanned(column), column)
        tally.repaired += sum(bool(repairs(text)) for text in compress(batch, worth.judged.tolist()))
    tally.seconds = time.process_time() - began
    return tally


def made_up(kind: Kind, name: str, count: int, turn: int = 0) -> Iterator[str]:
    """Yield texts of a kind, the same in every run of a round."""
    rng = random.Random(f"{name} {turn}" if turn else name)
    return (kind(rng) for _ in range(count))


def main() -> None:
    """Print a line for each source, and what was flagged."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("texts", nargs="*", type=Path)
    kinds = {"signs of all kinds": between_words} | KINDS
    parser.add_argument("--kind", action="append", choices=sorted(kinds))
    parser.add_argument("--round", type=int, default=0)
    options = parser.parse_args()
    WORDS.update(MORE_WORDS)
    frames = {path: pl.read_parquet(path) for path in options.texts}
    for frame in frames.values():
        if "language" in frame.columns:
            take_words(frame)
    every = Tally()
    sources: list[tuple[str, Iterable[str]]] = [
        (name, made_up(kind, name, options.count, options.round))
        for name, kind in kinds.items()
        if name in (options.kind or kinds)
    ]
    sources += [(path.name, frame["text"].drop_nulls().to_list()) for path, frame in frames.items()]
    for name, texts in sources:
        tally = judged(texts)
        print(f"{name:28}{tally.texts:10,} texts{tally.flags:5} flagged{tally.repaired:5} repaired", end="")
        print(f"{1000 * tally.seconds / max(1, tally.texts):8.2f} ms each", flush=True)
        for why, text in tally.flagged:
            print(f"    {visible(why[:SHOWN])} | {visible(text[:SHOWN])}")
        every.texts, every.flags = every.texts + tally.texts, every.flags + tally.flags
        every.repaired += tally.repaired
    print(f"{every.texts:,} texts, {every.flags} flagged, {every.repaired} repaired")


if __name__ == "__main__":
    main()
