"""How well the parser does on pages of your own, and how fast.

    python tests/benchmarks/parser_quality.py PAGES

PAGES holds raw/NAME.txt, what a scraper left of a page, and gold/NAME.txt, the article as a person would cut it out.
Runs `audit parse` as a user would and prints, for the parser and for two things anyone could do instead (keep every
line; keep the lines that end like a sentence), the mean over pages of the F1 of 4-grams (Han, kana and hangul by
character, other scripts by word), then the parser's megabytes of text per second of wall time, its start included.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import polars as pl

TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\\W_]+")
SENTENCE = re.compile(r"[.!?。！？…][\"'”’」』)）]*$")
MEGABYTE = 1_000_000
LENGTH = 4


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return the 4-grams of tokens, folded by NFKC and case."""
    tokens = TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
    return Counter(tuple(tokens[at : at + LENGTH]) for at in range(max(1, len(tokens) - LENGTH + 1)))


def f1(gold: str, found: str) -> float:
    """Return the harmonic mean of precision and recall of 4-grams; 1 when both are empty."""
    a, b = grams(gold), grams(found)
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0


def sentences_only(text: str) -> str:
    """Return the lines that end like a sentence: the rule of thumb to beat."""
    return "\n".join(line for line in text.splitlines() if SENTENCE.search(line.strip()))


def parsed(raw: Path) -> tuple[dict[str, str], float]:
    """Return the bodies that `audit parse` finds, by file name, and how many seconds it took."""
    with tempfile.TemporaryDirectory() as folder:
        out, began = Path(folder, "out"), time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "audit", "parse", raw, "--out", out], check=True, stdout=subprocess.DEVNULL
        )
        seconds = time.monotonic() - began
        return dict(pl.read_parquet(out / "documents.parquet").select("id", "body").iter_rows()), seconds


def main() -> None:
    """Print a line for each way to get the article, and the speed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", type=Path)
    pages = options.parse_args().pages
    gold = {path.name: path.read_text("utf-8") for path in sorted((pages / "gold").glob("*.txt"))}
    raw = {name: (pages / "raw" / name).read_text("utf-8") for name in gold}
    bodies, seconds = parsed(pages / "raw")
    ways: dict[str, Callable[[str], str]] = {
        "audit parse": lambda name: bodies.get(name, ""),
        "keep every line": lambda name: raw[name],
        "lines that end like a sentence": lambda name: sentences_only(raw[name]),
    }
    for way, body in ways.items():
        scores = [f1(gold[name], body(name)) for name in gold]
        print(f"{way:32} {sum(scores) / len(scores):.3f}  on {len(scores)} pages, worst {min(scores):.3f}")
    size = sum(path.stat().st_size for path in (pages / "raw").rglob("*") if path.is_file())
    print(f"{size / MEGABYTE / seconds:.2f} MB/s")


if __name__ == "__main__":
    main()
