"""Fit audit/measure/paraphrase/weights.json on texts told again by rule, against the articles most like each article.

    CORPUS_AUDIT_SHARED=FOLDER nice python -m tests.derive.derive_retold [OUT]

Half of the articles, by the hash of their names, are fitted on; what is printed is of the other half, with the
intercept of the fit. Negatives: the most similar other article; that article with all anchors of this one put in (two
papers on one event); a shared house style (whole sentences in common); a form filled in differently (words replaced as
in a spun text, and the anchors with them).
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.measure.paraphrase.score import FEATURES, LEAST_WORDING, WEIGHTS, features
from audit.measure.paraphrase.similarity import TextSimilarity, measure_similarity
from audit.measure.paraphrase.words import strings_of, words
from tests.derive.retelling import Spin, retell

Floats = npt.NDArray[np.float64]
SPINS: Final = {
    "30": Spin(replaced=0.3),
    "60": Spin(replaced=0.6),
    "60 shuffled": Spin(replaced=0.6, swapped=0.3, shuffled=True),
    "60 dropped": Spin(replaced=0.6, dropped=0.2, shuffled=True),
    "80": Spin(replaced=0.8),
    "100": Spin(replaced=1.0),
}
FITTED: Final = ("30", "60", "60 shuffled", "60 dropped", "80")
# The score of a suspect is put where at most these shares of these are suspected; the last two are made to be hard.
FALSE: Final = {"other": 0.01, "event": 0.01, "house": 0.02}
LENGTHS: Final = (200, 400, 800, 1600, 3000)
SHRINKAGE: Final = 3e-4
_BUCKETS: Final = 1 << 15
_MARKS: Final = re.compile(r"[0-9]+|[A-Za-z]{2,}|《[^》\n]{1,40}》|“[^”\n]{2,24}”")
_MARKED: Final = re.compile(f"[^\\s，。]?(?:{_MARKS.pattern})[^\\s，。]{{0,2}}")
_LONG_LINE: Final = {"zh": re.compile("[一-鿿]"), "en": re.compile("[a-z]")}
_LEAST: Final = {"zh": 12, "en": 30}


@dataclass(frozen=True)
class Article:
    """A text of the fit, its language, and which half it is of."""

    text: str
    language: str
    is_held_out: bool


def articles(source: Path) -> list[Article]:
    """Return the articles: prose lines only, cut to lengths of all sizes, every other Chinese one without anchors."""
    chance = random.Random(11)
    lines = pl.read_parquet(source / "extraction" / "train_lines.parquet")
    page = lines.filter((pl.col("label") == 1) & (pl.col("style") == "innertext") & pl.col("lang").is_in(["zh", "en"]))
    web = page.group_by("doc", "lang", maintain_order=True).agg(pl.col("text").str.join("\n")).rows()
    versions = pl.read_parquet(source / "duplication" / "versions.parquet").sort("id")
    translated = (
        versions.group_by("article", maintain_order=True).first().select("article", pl.lit("zh"), "text").rows()
    )
    found = []
    for number, (name, language, text) in enumerate([*web, *translated]):
        prose = "\n".join(x for x in text.split("\n") if len(_LONG_LINE[language].findall(x)) >= _LEAST[language])
        size = chance.choice(LENGTHS)
        start = chance.randrange(max(1, len(prose) - size))
        cut = prose[start : start + size]
        kept = _MARKS.sub("", cut) if language == "zh" and number % 2 else cut
        if len(kept) > LENGTHS[0] // 2:
            found.append(Article(kept, language, hashlib.sha256(name.encode()).digest()[0] % 2 == 0))
    return found


def most_alike(texts: Sequence[str]) -> list[int]:
    """Return for each text the other one whose grams are most like its own."""
    found = words(texts)
    rows = np.zeros((len(texts), _BUCKETS), np.float32)
    for text in range(len(texts)):
        hashes = found.hashes[found.of(text)]
        grams = (hashes[:-1] * np.uint64(3) + hashes[1:]) % np.uint64(_BUCKETS)
        np.add.at(rows[text], grams.astype(np.int64), 1)
    rows = np.log1p(rows) * np.log(len(texts) / (1 + (rows > 0).sum(axis=0)))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    alike = rows @ rows.T
    np.fill_diagonal(alike, -1)
    return [int(n) for n in alike.argmax(axis=1)]


def pieces(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [s for s in re.split(r"(?<=[。！？.!?\n])", text) if s]


def same_event(text: str, other: str, chance: random.Random) -> str:
    """Return `other` with all anchors of `text`, and the word or two beside each, at places of its own."""
    parts = re.split(r"(?<=[，。, .])", other)
    for mark in _MARKED.findall(text):
        parts.insert(chance.randrange(len(parts) + 1), mark)
    return "".join(parts)


def house_style(text: str, house: Sequence[str], chance: random.Random) -> str:
    """Return a text of which up to half are the sentences of its house."""
    own = pieces(text)[::2]
    size = sum(map(len, own))
    said, total = [], 0
    for sentence in house:
        if total + len(sentence) > size * 0.8:
            break
        said.append(sentence)
        total += len(sentence)
    for sentence in said:
        own.insert(chance.randrange(len(own) + 1), sentence)
    return "".join(own)


def filled_in(text: str, seed: int) -> str:
    """Return `text` as a form filled in differently: half of the words and all of the anchors are others."""
    chance = random.Random(seed)

    def other(found: re.Match[str]) -> str:
        if found[0][0].isdigit():
            return "".join(chance.choices("123456789", k=len(found[0])))
        return "".join(chance.choices("bcdfghklmnprstvw", k=len(found[0]))).capitalize()

    return _MARKS.sub(other, retell(text, Spin(replaced=0.5, swapped=0), seed))


def pairs(found: Sequence[Article]) -> dict[str, TextSimilarity]:
    """Return the likeness of each article with its partner of each kind; positives and negatives."""
    texts = [article.text for article in found]
    chance = random.Random(12)
    others = [texts[n] for n in most_alike(texts)]
    house = pieces("".join(texts[:40]))
    houses = [chance.sample(house, 60) for _ in texts]
    made = {name: [retell(t, spin, n) for n, t in enumerate(texts)] for name, spin in SPINS.items()}
    made["other"] = others
    made["event"] = [same_event(t, o, chance) for t, o in zip(texts, others, strict=True)]
    made["form"] = [filled_in(t, n) for n, t in enumerate(texts)]
    compared = {name: compared_with(texts, partners) for name, partners in made.items()}
    mine = [house_style(t, h, chance) for t, h in zip(texts, houses, strict=True)]
    theirs = [house_style(t, h, chance) for t, h in zip(others, houses, strict=True)]
    return compared | {"house": compared_with(mine, theirs)}


def compared_with(texts: Sequence[str], partners: Sequence[str]) -> TextSimilarity:
    """Return the likeness of texts[i] and partners[i]."""
    places = np.arange(len(texts))
    return measure_similarity(strings_of([*texts, *partners]), places, places + len(texts))


def usable(name: str, found: TextSimilarity) -> npt.NDArray[np.bool_]:
    """Return which pairs are what they are meant to be: no copies; forms only where there is something to fill in."""
    long = found.long()
    is_copy = (long.min(axis=1) >= 0.5) | (long.max(axis=1) >= 0.8)
    if name in SPINS:
        return found.words.min(axis=1) > 0
    return ~is_copy & ((found.anchors.min(axis=1) >= 4) if name == "form" else True)


def fitted(yes: Floats, no: Floats) -> tuple[Floats, float]:
    """Return weights and intercept of the logistic that tells `yes` from `no`, both sides counting alike."""
    rows = np.vstack([yes, no])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    truth = np.r_[np.ones(len(yes)), np.zeros(len(no))]
    worth = np.where(truth == 1, 0.5 / len(yes), 0.5 / len(no))
    found = np.zeros(scaled.shape[1])
    ridge = np.diag([SHRINKAGE] * (len(found) - 1) + [0.0])
    for _ in range(60):
        guess = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (worth * (truth - guess)) - ridge @ found
        curve = (scaled * (worth * guess * (1 - guess))[:, None]).T @ scaled + ridge
        found += np.linalg.solve(curve, slope)
    return found[:-1] / spread, float(found[-1] - (found[:-1] * mean / spread).sum())


def main() -> None:
    """Fit, report on the held-out half, write."""
    source = Path(os.environ["CORPUS_AUDIT_SHARED"])
    found = articles(source)
    held = np.array([article.is_held_out for article in found])
    chinese = np.array([article.language == "zh" for article in found])
    compared = pairs(found)
    rows = {name: features(one) for name, one in compared.items()}
    good = {name: usable(name, one) for name, one in compared.items()}
    no = [name for name in rows if name not in SPINS]
    weights, intercept = fitted(
        np.vstack([rows[name][good[name] & ~held] for name in FITTED]),
        np.vstack([rows[name][good[name] & ~held] for name in no]),
    )
    sums = {name: row @ weights + intercept for name, row in rows.items()}
    limit = max(float(np.quantile(sums[name][good[name] & ~held], 1 - share)) for name, share in FALSE.items())
    print(len(found), "articles; moved by", round(limit, 3), dict(zip(FEATURES, weights.round(3), strict=True)))
    intercept -= limit
    for name, row in rows.items():
        is_suspect = (row @ weights + intercept > 0) & (row[:, FEATURES.index("left_over")] >= LEAST_WORDING)
        said = [is_suspect[good[name] & held & of].mean() for of in (chinese, ~chinese)]
        print(f"{name:12} zh {said[0]:.3f} en {said[1]:.3f}", np.median(row, axis=0).round(2))
    digests = {
        "trained_on": _digest(
            *sorted(source.glob("extraction/train_lines.parquet")), source / "duplication/versions.parquet"
        ),
        "script": _digest(*(Path(__file__).with_name(name) for name in ("derive_retold.py", "retelling.py"))),
    }
    of = {name: round(float(weight), 6) for name, weight in zip(FEATURES, weights, strict=True)}
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS
    out.write_text(json.dumps({"weights": of, "intercept": round(intercept, 6)} | digests, indent=1) + "\n", "utf-8")


def _digest(*files: Path) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    main()
