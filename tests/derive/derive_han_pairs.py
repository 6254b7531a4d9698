"""Derive audit/text/tables/han_pairs.tsv: which Han characters stand side by side more often than by chance.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_han_pairs

FOLDER/text/clean.parquet holds clean paragraphs by language, FOLDER/duplication/versions.parquet versions of articles,
FOLDER/extraction labelled pages whose articles are read, too (tests/derive/labelled.py). Four tenths of the paragraphs
and of the articles are left out (is_read): false alarms are counted on them. A pair is kept that is seen often enough
and more often than its characters would meet by chance (pointwise mutual information), and said to be a firm one from
another bound on.
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

SEEN: Final = 4
# Decimal logarithms of how much more often than by chance.
JOINED, FIRM = 0.6, 1.4
PAGES: Final = ("train", "magic_train")
HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
# A line of which this share is Han is Chinese.
SHARE: Final = 0.4
HEADER: Final = """\
# Han characters, and behind each those that follow it more often than by chance, and by far: derive_han_pairs.py
# sha256 of the texts, one after the other: {digest}
"""


def main() -> None:
    """Write the pairs, a first character a line."""
    kept = list(filter(is_chinese, map(fold, lines(Path(os.environ["CORPUS_AUDIT_SHARED"])))))
    digest = hashlib.sha256("".join(kept).encode()).hexdigest()
    behind: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for pair, is_firm in sorted(pairs(kept)):
        behind[pair[0]][is_firm].append(pair[1])
    rows = ("\t".join((first, *map("".join, seconds))) + "\n" for first, seconds in behind.items())
    out = Path(audit.text.tables.__file__).parent / "han_pairs.tsv"
    out.write_text(HEADER.format(digest=digest) + "".join(rows), "utf-8")


def lines(found: Path) -> Iterator[str]:
    """Yield the lines that are read, of all languages but where they are known."""
    clean = pl.read_parquet(found / "text/clean.parquet").filter(pl.col("language") == "zh-Hans")["text"]
    yield from filter(is_read, clean.to_list())
    versions = pl.read_parquet(found / "duplication/versions.parquet")
    last = versions.group_by("article", maintain_order=True).agg(pl.col("text").last())
    for article, text in last.iter_rows():
        yield from text.split("\n") if is_read(article) else ()
    for name in PAGES:
        page = pl.read_parquet(found / f"extraction/{name}_lines.parquet")
        yield from page.filter((pl.col("style") == "innertext") & (pl.col("label") == 1))["text"].to_list()


def is_read(key: str) -> bool:
    """Return whether a paragraph, or an article that is called so, is one of the six tenths that are derived from."""
    return int(hashlib.sha256(key[:200].encode("utf-8", "replace")).hexdigest(), 16) % 10 < 6


def is_chinese(line: str) -> bool:
    """Return whether most of a line is Han characters."""
    return sum(map(len, HAN.findall(line))) > SHARE * len(line)


def pairs(kept: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the pairs that are no chance, and whether they are firm."""
    alone: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for run in (run for line in kept for run in HAN.findall(line)):
        alone.update(run)
        together.update(run[at : at + 2] for at in range(len(run) - 1))
    total = alone.total()
    for pair, seen in together.items():
        more = math.log10(seen * total / (alone[pair[0]] * alone[pair[1]]))
        if seen >= SEEN and more >= JOINED:
            yield pair, more >= FIRM


if __name__ == "__main__":
    main()
