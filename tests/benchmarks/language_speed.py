"""Time the language audit against seeded langdetect on the same texts, in one run; print the ratios of CPU time.

    python -m tests.benchmarks.language_speed [FOLDER]

FOLDER holds UTF-8 text files, cut to 2,000 characters each; without it sentences of our own are repeated. The ratio is
what counts: it hardly depends on the machine or on what else runs there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Final

import pyarrow as pa

from audit.measure.langdetect_profiles import detect
from audit.measure.language.columns import language
from audit.measure.language.spans import texts_of

SIZE: Final = 2000
BATCH: Final = 256
# langdetect takes 10 ms and more for one.
ASKED: Final = 40
ROUNDS: Final = 5
GENERATED: Final = {
    "Chinese": "码头很安静，没有人知道船什么时候回来。老人每天早上都来看一看，再慢慢走回家去，路上给邻居带一条鱼。",
    "Latin": "Der Hafen war still, und niemand wusste, wann das Boot zurückkommen würde, nicht einmal der alte Lotse. ",
    "Cyrillic": "Гавань была тиха, и никто не знал, когда вернётся лодка, даже старый лоцман со своей собакой. ",
}


def main(argv: list[str]) -> None:
    """Compare both on each kind of text."""
    kinds = {"given": list(read(Path(argv[0])))} if argv else generated()
    print(f"{'text':<10} {'langdetect':>12} {'audit':>9} {'ratio':>7}   (CPU microseconds for {SIZE} characters)")
    for name, texts in kinds.items():
        ours = best(lambda texts=texts: measure(texts)) / len(texts)
        theirs = best(lambda texts=texts: [detect(text) for text in texts[:ASKED]], 1) / min(ASKED, len(texts))
        print(f"{name:<10} {theirs * 1e6:>12.0f} {ours * 1e6:>9.1f} {theirs / ours:>7.0f}")


def read(folder: Path) -> Iterator[str]:
    """Yield the texts of a folder."""
    for path in islice(sorted(p for p in folder.rglob("*") if p.is_file()), BATCH):
        yield path.read_text("utf-8", "replace")[:SIZE]


def generated() -> dict[str, list[str]]:
    """Return one batch of texts of each kind, none like another."""
    return {
        name: [f"{number} {sentence * (SIZE // len(sentence))}" for number in range(BATCH)]
        for name, sentence in GENERATED.items()
    }


def measure(texts: list[str]) -> None:
    """Take the language facts of a batch, everything included: places, foreign blocks, columns."""
    ids = [str(number) for number in range(len(texts))]
    column = pa.array(texts, pa.large_string())
    blocks = pa.table(
        {
            "id": ids,
            "start": pa.array([0] * len(ids), pa.int64()),
            "end": pa.array([len(text) for text in texts], pa.int64()),
            "kind": ["paragraph"] * len(ids),
            "boilerplate": [False] * len(ids),
        }
    )
    language(texts_of(pa.table({"text": column})), pa.table({"id": ids, "body": column}), blocks)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least CPU time of some rounds, seconds; the first call, which loads models, is not counted."""
    work()
    times = []
    for _ in range(rounds):
        began = process_time()
        work()
        times.append(process_time() - began)
    return min(times)


if __name__ == "__main__":
    main(sys.argv[1:])
