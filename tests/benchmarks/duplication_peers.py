"""One other program on one corpus: what of the planted copies it finds, in one process.

    python duplication_peers.py PROGRAM TEXTS.parquet PLANTED.json

Called by duplication_speed.py, under a Python that has the program. Each is set up as its own documentation has it for
near duplicates of Jaccard .7, with 128 permutations; those that make no shingles get character 5-grams.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

THRESHOLD, PERMUTATIONS, BANDS, GRAM = 0.7, 128, 16, 5
Pairs = Iterable[tuple[int, int]]


def grams(text: str) -> list[str]:
    """Return the distinct character n-grams of a text."""
    return list({text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))})


def gaoya(texts: list[str], _: Path) -> Pairs:
    """Insert all, then ask for each."""
    from gaoya.minhash import MinHashStringIndex

    rows = PERMUTATIONS // BANDS
    index = MinHashStringIndex(32, THRESHOLD, BANDS, rows, None, "char", True, (GRAM, GRAM), "vec")  # noqa: FBT003
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    for row, found in enumerate(index.par_bulk_query(texts)):
        yield from ((other, row) for other in found if other < row)


def rensa(texts: list[str], _: Path) -> Pairs:
    """Sign all, then insert and ask one by one; candidates are held to the threshold by their signatures."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    signed = RMinHash.from_token_sets([grams(text) for text in texts], num_perm=PERMUTATIONS, seed=42)
    for row, signature in enumerate(signed):
        found = index.query(signature)
        yield from ((other, row) for other in found if signed[other].jaccard(signature) >= THRESHOLD)
        index.insert(row, signature)


def datasketch(texts: list[str], _: Path) -> Pairs:
    """Sign all in bulk, then ask and insert one by one."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    signed = MinHash.bulk(([gram.encode() for gram in grams(text)] for text in texts), num_perm=PERMUTATIONS)
    for row, signature in enumerate(signed):
        yield from ((int(other), row) for other in index.query(signature))
        index.insert(str(row), signature)


def text_dedup(texts: list[str], path: Path) -> Pairs:
    """Run its command with the settings of its README; pairs are those of one cluster."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "text_dedup.minhash", "--path", "parquet", "--data_files", str(path)]
        command += ["--split", "train", "--column", "text", "--num_proc", "1", "--threshold", str(THRESHOLD), "--debug"]
        command += ["--cache_dir", f"{folder}/cache", "--output", f"{folder}/out", "--num_perm", str(PERMUTATIONS)]
        subprocess.run(command, check=True, capture_output=True)
        with Path(folder, "out", "uf.pkl").open("rb") as file:
            said = pickle.load(file)  # noqa: S301 written a moment ago by the program under test
    labels = said["uf"] if isinstance(said, dict) and "uf" in said else said
    find = labels.find
    clusters: dict[int, list[int]] = {}
    for row in range(len(texts)):
        clusters.setdefault(find(row), []).append(row)
    for members in clusters.values():
        yield from ((a, b) for b in members for a in members if a < b)


PROGRAMS: dict[str, Callable[[list[str], Path], Pairs]] = {
    "gaoya": gaoya, "rensa": rensa, "datasketch": datasketch, "text-dedup": text_dedup,
}  # fmt: skip


def main(program: str, path: Path, planted: Path) -> None:
    """Print the share of each kind of planted copies that the program finds."""
    texts = pq.read_table(path)["text"].to_pylist()
    pairs = {(min(pair), max(pair)) for pair in PROGRAMS[program](texts, path)}
    truth = json.loads(planted.read_text("utf-8"))
    hits = Counter(kind for row, of, kind in truth if (min(row, of), max(row, of)) in pairs)
    print(" ".join(f"{kind}: {hits[kind] / n:.3f}" for kind, n in Counter(kind for _, _, kind in truth).items()))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
