"""Derive audit/text/tables/han_pairs.tsv: which Han characters stand side by side more often than by chance.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_han_pairs

FOLDER/text/clean.parquet holds clean paragraphs by language, FOLDER/extraction labelled pages whose articles are read,
too (tests/derive/labelled.py). A pair is kept that is seen often enough and more often than its characters would meet
by chance (pointwise mutual information): half of all places in running Chinese text are such a pair, one in thirty of
the places where two strange passages meet.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

import audit.text.tables
from audit.text.fold import fold

SEEN, BY_CHANCE = 4, 1.5
PAGES: Final = ("train", "magic_train")
HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
# A line of which this share is Han is Chinese.
SHARE: Final = 0.4
HEADER: Final = """\
# Han characters and what stands behind them more often than by chance: tests/derive/derive_han_pairs.py
# sha256 of the texts, one after the other: {digest}
"""


def main() -> None:
    """Write the pairs, a first character a line."""
    found, lines = Path(os.environ["CORPUS_AUDIT_SHARED"]), []
    lines += pl.read_parquet(found / "text/clean.parquet").filter(pl.col("language") == "zh-Hans")["text"].to_list()
    for name in PAGES:
        page = pl.read_parquet(found / f"extraction/{name}_lines.parquet")
        lines += page.filter((pl.col("style") == "innertext") & (pl.col("label") == 1))["text"].to_list()
    kept = [line for line in map(fold, lines) if sum(map(len, HAN.findall(line))) > SHARE * len(line)]
    digest = hashlib.sha256("".join(kept).encode()).hexdigest()
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for pair in sorted(pairs(kept)):
        behind[pair[0]].append(pair[1])
    rows = (f"{first}\t{''.join(seconds)}\n" for first, seconds in behind.items())
    out = Path(audit.text.tables.__file__).parent / "han_pairs.tsv"
    out.write_text(HEADER.format(digest=digest) + "".join(rows), "utf-8")


def pairs(lines: list[str]) -> Iterator[str]:
    """Yield the pairs that are no chance."""
    alone: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for run in (run for line in lines for run in HAN.findall(line)):
        alone.update(run)
        together.update(run[at : at + 2] for at in range(len(run) - 1))
    total = alone.total()
    for pair, seen in together.items():
        if seen >= SEEN and math.log(seen * total / (alone[pair[0]] * alone[pair[1]])) >= BY_CHANCE:
            yield pair


if __name__ == "__main__":
    main()
