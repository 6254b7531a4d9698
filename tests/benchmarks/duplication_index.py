"""What it costs to add one percent of documents to a corpus with an index, against a full run over all of them.

    python tests/benchmarks/duplication_index.py [--documents 100000] [--new 0.01] [--chars 350] [--compare]

Makes Chinese documents in a temporary folder (characters by Zipf's law; half of the new ones are 5 % edited copies of
old ones), signs them, keeps the index and the documents of the old ones as a release does, and takes CPU seconds of
this process: full = signing and searching the old ones; adding = signing the new ones, searching among them, and
comparing them with the old ones, whose index and texts are laid out as the user's cache keeps them. With --compare, old
and new are also searched as one corpus, and the pairs held against each other.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measure.duplication.index import Side, mapped_signatures, pairs_across, side_of, unpack, write_index
from audit.measure.duplication.index.mapped_bodies import MappedBodies, mapped_bodies, write_bodies
from audit.measure.duplication.pairs.pairs import find_pairs
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.tokens.signature import signatures
from audit.release.storage.shards import write_shards
from audit.tables import DOCUMENTS
from audit.worker.parts.places import write_part

T = TypeVar("T")
HAN = np.array([chr(code) for code in range(0x4E00, 0x4E00 + 3000)])
ZIPF = 1 / np.arange(10, 10 + len(HAN))
BATCH = 2000
EDIT = 0.05


class Corpus:
    """Part files of documents and of their signatures, as workers would have written them."""

    def __init__(self, folder: Path, bodies: Iterator[list[str]]) -> None:
        folder.mkdir()
        self.signed, self.texts, self.seconds = [], [], 0.0
        for number, some in enumerate(bodies):
            table = _documents(some, f"{folder.name}-{number}")
            blocks = pa.table({"id": table["id"], "text": table["body"]})
            blocks = blocks.append_column("kind", pa.array(["paragraph"] * len(some)))
            blocks = blocks.append_column("boilerplate", pa.array([False] * len(some)))
            made, took = timed(lambda table=table, blocks=blocks: signatures(table, blocks))
            self.seconds += took
            self.signed.append(folder / f"{number:06d}.signatures.parquet")
            self.texts.append(folder / f"{number:06d}.documents.parquet")
            write_part(self.signed[-1], made)
            write_part(self.texts[-1], table)

    @property
    def bodies(self) -> Bodies:
        return Bodies(self.texts)

    def released(self, folder: Path) -> tuple[Path, ...]:
        """Write the documents as a release does, and return its files."""
        table = DOCUMENTS.only("id", "title", "body", "sha256")
        parts = (pq.read_table(part, columns=list(table.names)) for part in self.texts)
        return write_shards(folder, table, parts).paths


def _documents(bodies: list[str], name: str) -> pa.Table:
    ids = [f"{name}/{row:06d}.txt" for row in range(len(bodies))]
    digests = [sha256(f"{id}{body}".encode()).hexdigest() for id, body in zip(ids, bodies, strict=True)]
    columns = {"id": ids, "title": pa.nulls(len(ids), pa.string()), "body": pa.array(bodies, pa.large_string())}
    return pa.table({**columns, "sha256": digests})


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    made = work()
    return made, time.process_time() - start


def texts(count: int, chars: int, seed: int) -> Iterator[list[str]]:
    chance = np.random.default_rng(seed)
    for start in range(0, count, BATCH):
        drawn = chance.choice(HAN, (min(BATCH, count - start), chars), p=ZIPF / ZIPF.sum())
        yield ["".join(row) for row in drawn]


def newcomers(old: Bodies, among: int, count: int, chars: int) -> Iterator[list[str]]:
    chance = random.Random(5)
    rows = sorted(chance.sample(range(among), count // 2))
    copied = old(rows)
    fresh = [text for some in texts(count - len(rows), chars, 99) for text in some]
    yield from _batches([*fresh, *(_edited(copied[row], chance) for row in rows)])


def _batches(whole: list[str]) -> Iterator[list[str]]:
    yield from (whole[at : at + BATCH] for at in range(0, len(whole), BATCH))


def _edited(text: str, chance: random.Random) -> str:
    chars = list(text)
    for _ in range(max(1, int(len(chars) * EDIT / 2))):
        at = chance.randrange(len(chars) - 1)
        chars[at : at + 2] = chance.choices(HAN, k=2)
    return "".join(chars)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--new", type=float, default=0.01)
    parser.add_argument("--chars", type=int, default=350)
    parser.add_argument("--compare", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), asked)


def measure(folder: Path, asked: argparse.Namespace) -> None:
    count, new_count = asked.documents, int(asked.documents * asked.new)
    old = Corpus(folder / "old", texts(count, asked.chars, 1))
    new = Corpus(folder / "new", newcomers(old.bodies, count, new_count, asked.chars))
    found, searching = timed(lambda: find_pairs(old.signed, old.bodies, 0.5))
    full = old.seconds + searching
    print(f"full run over {count:,}: signing {old.seconds:.2f} s, searching {searching:.2f} s")
    pairs = found.pairs["a_row"].to_numpy(), found.pairs["b_row"].to_numpy()
    file = folder / "index.parquet"
    _, writing = timed(lambda: write_index(file, old.signed, np.ones(count, np.bool_), pairs))
    index, unpacking = timed(lambda: unpack([file], folder / "unpacked"))
    shards = old.released(folder / "documents")
    kept, keeping = timed(lambda: _laid_out(shards, folder / "kept"))
    size, room, texts_room = file.stat().st_size, _size(index.folder), _size(folder / "kept")
    print(f"index: {size / count:.0f} bytes a document, written in {writing:.2f} s", end="; ")
    print(f"laid out once in {unpacking:.2f} s to {room / count:.0f} bytes a document", end=", ")
    print(f"its texts in {keeping:.2f} s to {texts_room / count:.0f}")
    own, among = timed(lambda: find_pairs(new.signed, new.bodies, 0.5))
    side, laying = timed(lambda: mapped_signatures(new.signed, folder / "mapped"))
    here = Side(side, own.cluster, new.bodies)
    across, probing = timed(lambda: pairs_across(here, side_of(index, kept), index, 0.5))
    adding = new.seconds + among + laying + probing
    print(f"adding {new_count:,}: signing {new.seconds:.2f} s, among themselves {among:.2f} s", end=", ")
    print(f"against the index {laying + probing:.2f} s = {adding:.2f} s, {adding / full:.1%} of the full run")
    print(f"pairs across: {len(across):,}; planted copies found: {_recall(across, new_count):.4f}")
    if asked.compare:
        print(f"pairs that one search through both finds otherwise: {_differing(old, new, across)}")


def _laid_out(shards: tuple[Path, ...], folder: Path) -> MappedBodies:
    with ExitStack() as opened:
        write_bodies([opened.enter_context(path.open("rb")) for path in shards], folder)
    return mapped_bodies(folder)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _recall(across: pa.Table, new_count: int) -> float:
    copies = new_count // 2
    found = {row for row, kind in zip(across["row"].to_pylist(), across["kind"].to_pylist(), strict=True) if kind}
    return sum(row >= new_count - copies for row in found) / copies


def _differing(old: Corpus, new: Corpus, across: pa.Table) -> int:
    edge = sum(pq.read_metadata(part).num_rows for part in old.signed)
    whole = find_pairs([*old.signed, *new.signed], Bodies([*old.texts, *new.texts]), 0.5).pairs.to_pylist()
    one = {(row["b_row"] - edge, row["a_row"], row["kind"]) for row in whole if row["a_row"] < edge <= row["b_row"]}
    two: set[Any] = {(row["row"], row["other"], row["kind"]) for row in across.to_pylist()}
    return len(one ^ two)


if __name__ == "__main__":
    main()
