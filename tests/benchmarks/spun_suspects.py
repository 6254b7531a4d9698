"""Recall and false alarms of the search for retold texts, and what it costs beside the search for copies.

    python -m tests.benchmarks.spun_suspects [FILE] [--documents 2000] [--text text]

FILE is a Parquet file of your own articles (a column of texts), any two of them about different things; without it
articles are invented. Every tenth is told again by rule (tests/derive/retelling.py) at several strengths, and both are
searched together: recall is the share of the retold ones that are suspected of their original, false alarms the share
of all originals suspected of anything. Cost is CPU time in one process: signatures and pairs of copies on one side,
keys and suspects on the other. From the folder of the project.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measure.duplication.pairs.pairs import find_pairs
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.tokens.signature import signatures
from audit.measure.paraphrase.anchors import paraphrase_keys
from audit.measure.paraphrase.score import SUSPECT
from audit.measure.paraphrase.suspects import find_suspects
from tests.derive.retelling import CHINESE, Spin, retell

T = TypeVar("T")
SPINS = {
    "30 %": Spin(replaced=0.3),
    "60 %": Spin(replaced=0.6),
    "60 %, shuffled": Spin(replaced=0.6, swapped=0.3, shuffled=True),
    "60 %, a fifth dropped": Spin(replaced=0.6, dropped=0.2, shuffled=True),
    "80 %": Spin(replaced=0.8),
    "100 %": Spin(replaced=1.0),
}
EVERY, PART, SIMILARITY = 10, 256, 0.5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--text", default="text")
    wanted = parser.parse_args()
    texts = pl.read_parquet(wanted.file)[wanted.text].to_list() if wanted.file else invented(wanted.documents)
    originals = [text for text in texts if text and len(text) > 200][: wanted.documents]
    print(f"{len(originals)} originals; the search for retold texts / for copies, CPU s (share)")
    for name, spin in SPINS.items():
        measured(name, originals, [retell(text, spin, n) for n, text in enumerate(originals[::EVERY])])


def measured(name: str, originals: Sequence[str], told: Sequence[str]) -> None:
    """Search the originals and the retold together and print one line."""
    count = len(originals)
    with tempfile.TemporaryDirectory() as folder:
        keys, copies, documents, spent = parts([*originals, *told], Path(folder))
        bodies, rows = Bodies(documents), np.arange(count + len(told))
        found, suspects = timed(lambda: find_suspects(keys, bodies, rows, len(rows)))
        _, pairs = timed(lambda: find_pairs(copies, bodies, SIMILARITY))
    pairs_found = [p for p in found.pairs.to_pylist() if p["score"] > SUSPECT]
    hits = {p["second_row"] for p in pairs_found if p["first_row"] == (p["second_row"] - count) * EVERY}
    false = {p["second_row"] for p in pairs_found if p["second_row"] < count}
    cost = spent[0] + suspects, spent[1] + pairs
    said = f"recall {len(hits) / len(told):.3f}  false alarms {len(false) / count:.4f}  compared {len(found.pairs)}"
    print(f"{name:22} {said}  {cost[0]:.2f} / {cost[1]:.2f} ({cost[0] / cost[1]:.2f})")


def parts(bodies: Sequence[str], folder: Path) -> tuple[list[Path], list[Path], list[Path], tuple[float, float]]:
    """Write part files as workers do; return those of keys, signatures and documents, and the CPU time of the two."""
    files: tuple[list[Path], list[Path], list[Path]] = ([], [], [])
    spent = [0.0, 0.0]
    for start in range(0, len(bodies), PART):
        table = documents_of(bodies[start : start + PART])
        keys, first = timed(lambda table=table: paraphrase_keys(table))
        signed, second = timed(lambda table=table: signatures(table, NO_BLOCKS))
        spent = [spent[0] + first, spent[1] + second]
        for held, kind, made in zip(files, ("keys", "signatures", "documents"), (keys, signed, table), strict=True):
            held.append(folder / f"{kind}-{start:09d}.parquet")
            pq.write_table(made, held[-1], compression="lz4")
    return *files, (spent[0], spent[1])


NO_BLOCKS = pa.schema(
    {"id": pa.string(), "text": pa.large_string(), "kind": pa.string(), "boilerplate": pa.bool_()}
).empty_table()


def documents_of(bodies: Sequence[str]) -> pa.Table:
    """Return a documents table as far as the searches need it."""
    digests = [hashlib.sha256(body.encode("utf-8", "replace")).hexdigest() for body in bodies]
    columns = {"id": digests, "title": pa.nulls(len(bodies), pa.string()), "sha256": digests}
    return pa.table({**columns, "body": pa.array(bodies, pa.large_string())})


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work gives and its CPU time, seconds."""
    began = time.process_time()
    return work(), time.process_time() - began


def invented(count: int) -> list[str]:
    """Return articles of invented sentences: common words of a small stock, names and numbers of their own."""
    stock = CHINESE.replace("|", " ").split()
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    made = []
    for seed in range(count):
        chance = random.Random(seed)
        topic = ["".join(chance.choices(letters, k=2)) for _ in range(40)]
        sentences = []
        for _ in range(chance.randrange(12, 50)):
            words = [chance.choice(stock if chance.random() < 0.4 else topic) for _ in range(chance.randrange(6, 16))]
            number = str(chance.randrange(1000)) if chance.random() < 0.3 else ""
            sentences.append("".join(words[:5]) + "，" + "".join(words[5:]) + number + "。")
        made.append("".join(sentences))
    return made


if __name__ == "__main__":
    main()
