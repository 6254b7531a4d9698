"""How fast texts are looked over, in CPU time and side by side, so that the ratios mean something on a busy machine.

    python tests/benchmarks/encoding_speed.py [FOLDER_OF_TEXTS]

Without a folder the texts are made up: Chinese, German and English sentences by chance. Each line: MB/s of one core and
how many times as fast as decoding the same bytes; ftfy is measured where it is installed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import polars as pl
import pyarrow as pa

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.scan import scanned
from audit.text.classes import NAMES, classes, codepoints, tally

WORDS = (
    ("昨天", "我们", "城市", "图书馆", "三个", "小时", "后来", "天黑", "大家", "一起", "走路", "回家", "河边", "渡船"),
    ("gestern", "wir", "Stadt", "Bücherei", "drei", "Stunden", "später", "dunkel", "zusammen", "Fluß", "Brücke"),
    ("yesterday", "we", "town", "library", "three", "hours", "later", "dark", "together", "walk", "home", "river"),
)
DOCUMENTS = 2000
WORDS_EACH = 600
RUNS = 3
FTFY_SHARE = 50


def made_up() -> Iterator[str]:
    """Yield texts by chance, the same in every run."""
    chance = random.Random(1)
    for number in range(DOCUMENTS):
        words, glue, stop = WORDS[number % 3], "" if number % 3 == 0 else " ", "。\n" if number % 3 == 0 else ".\n"
        yield "".join(glue.join(chance.choices(words, k=12)) + stop for _ in range(WORDS_EACH // 12))


def texts_of(folder: Path) -> Iterator[str]:
    """Yield the text files below a folder that are UTF-8."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.read_bytes().decode("utf-8", "replace")


def cpu(work: Callable[[], object]) -> float:
    """Return the least CPU time of a few runs, seconds."""
    spent = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        spent.append(time.process_time() - begin)
    return min(spent)


def main(argv: list[str]) -> None:
    """Print a line for each way to look texts over."""
    texts = list(texts_of(Path(argv[0])) if argv else made_up())
    raw = [text.encode() for text in texts]
    table = pa.table({"text": pa.array(texts, pa.large_string())})
    column = pl.Series(raw, dtype=pl.Binary)
    size = sum(map(len, raw)) / 1e6
    encoding(table.slice(0, 1))  # compiles, or loads what is compiled; reads the model
    ways: list[tuple[str, Callable[[], object]]] = [
        ("bytes.decode, one by one", lambda: [piece.decode() for piece in raw]),
        ("polars cast of the column", lambda: column.cast(pl.String)),
        ("one pass: counts and worst passage", lambda: scanned(table["text"])),
        ("the counts with numpy, one by one", lambda: [tally(classes(codepoints(t)), len(NAMES)) for t in texts]),
        ("all facts about characters", lambda: encoding(table)),
    ]
    if find_spec("ftfy"):
        from ftfy.badness import is_bad

        ways.append((f"ftfy.badness, x {FTFY_SHARE}", lambda: [is_bad(text) for text in texts[::FTFY_SHARE]]))
    spent = [cpu(work) for _, work in ways]
    print(f"{size:.1f} MB in {len(texts):,} texts")
    for (name, _), seconds in zip(ways, spent, strict=True):
        times = FTFY_SHARE if name.startswith("ftfy") else 1
        print(f"{name:38}{size / seconds / times:10.1f} MB/s{spent[0] / seconds / times:10.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
