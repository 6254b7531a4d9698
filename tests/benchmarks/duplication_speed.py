"""The cost of the duplication audit and what it finds, on generated texts or on yours, beside other programs.

    python tests/benchmarks/duplication_speed.py scale [--documents 10000 100000 1000000] [--templates]
    python tests/benchmarks/duplication_speed.py pass [FILE.parquet]
    python tests/benchmarks/duplication_speed.py peers [--documents 100000] [--python PEERS-PYTHON]

`scale` runs the whole step (signatures, part files, pairs, verdicts, tables) on one core; CPU seconds, peak memory,
planted copies found by kind. `pass` is the signatures alone, on the column `text` of a file or on invented texts.
`peers` starts a process for each program that PEERS-PYTHON can import, on the same texts, and gives the CPU seconds of
each whole process and their ratio to ours. Every measurement is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

PART = 2_048
SIMILARITY = 0.5
MIB = 1 << 20
SHA256_DIGITS = 64
ROUNDS = 5
PEERS = Path(__file__).with_name("duplication_peers.py")


class Clock:
    """CPU seconds of this process, stage by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._last = time.process_time()

    def stop(self, name: str) -> None:
        """Count the time since the last stop for a stage."""
        now = time.process_time()
        self.stages[name] = self.stages.get(name, 0.0) + now - self._last
        self._last = now


def texts_in(path: Path) -> Iterator[Any]:
    """Yield the column `text` of a file, PART rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(PART, columns=["text"]):
            yield batch.column(0).cast(pa.large_string())


def parts_of(texts: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield tables of documents, from columns of texts, and of their blocks."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for start, body in zip(count(step=PART), texts, strict=False):
        ids = pa.array([f"{start + row:016x}" for row in range(len(body))])
        lines = pc.split_pattern(body, "\n")
        line = pc.list_flatten(lines)
        kinds = pa.repeat(pa.scalar("paragraph"), len(line))
        blocks = {"id": ids.take(pc.list_parent_indices(lines)), "text": line, "kind": kinds}
        # No two files have the same bytes here.
        documents = {"id": ids, "title": pa.nulls(len(ids), pa.string()), "body": body}
        documents["sha256"] = pc.binary_repeat(ids, SHA256_DIGITS // 16)
        yield pa.table(documents), pa.table({**blocks, "boilerplate": pa.repeat(pa.scalar(value=False), len(line))})


def whole_step(texts: Iterable[Any], folder: Path) -> tuple[Any, Clock]:
    """Run the step as the belt does; the texts are read back from part files like there."""
    import pyarrow.parquet as pq

    from audit.measure.duplication.pairs.pairs import find_pairs
    from audit.measure.duplication.records.parts import Bodies
    from audit.measure.duplication.tokens.signature import signatures

    parts: dict[str, list[Path]] = {"signatures": [], "documents": [], "blocks": []}
    clock = Clock()
    for nth, (documents, blocks) in enumerate(parts_of(texts)):
        clock = _restarted(clock)
        found = signatures(documents, blocks)
        clock.stop("signatures")
        for name, some in parts.items():
            some.append(folder / f"{nth}.{name}.parquet")
        pq.write_table(found, parts["signatures"][-1], compression="lz4", use_dictionary=False)
        clock.stop("part files")
        pq.write_table(documents, parts["documents"][-1], compression="lz4")
        pq.write_table(blocks, parts["blocks"][-1], compression="lz4")
    clock = _restarted(clock)
    copies = find_pairs(parts["signatures"], Bodies(parts["documents"]), SIMILARITY)
    clock.stop("pairs")
    copies, kept = verdicts(copies, parts)
    clock.stop("verdicts")
    table = tables(copies, kept, parts)
    clock.stop("tables")
    return (copies, kept, table), clock


def verdicts(copies: Any, parts: dict[str, list[Path]]) -> tuple[Any, Any]:
    """Return the copies with what each of them loses, and which are kept, the first of them."""
    import pyarrow as pa

    from audit.measure.duplication.keep import NO_ROW, keep
    from audit.measure.duplication.losses.losses import Losses
    from audit.measure.duplication.records.parts import Bodies, numbers
    from audit.measure.duplication.records.whole_texts import WholeTexts
    from audit.policy import DuplicateSettings

    signed, tokens = parts["signatures"], numbers(parts["signatures"], "tokens", np.int64)
    rows, eligible = np.arange(len(tokens)), np.ones(len(tokens), np.bool_)
    is_alone = np.bincount(copies.copies, minlength=len(tokens))[copies.copies] == 1
    with Losses(copies.pairs, Bodies(parts["documents"]), WholeTexts(signed, parts["blocks"]), tokens) as losses:
        losses.read(np.flatnonzero(is_alone))
        copies = replace(copies, pairs=losses.measured(copies.pairs))
        kept = keep(copies, eligible, DuplicateSettings(), rows)
        losses.read(np.flatnonzero((kept["duplicate_of_row"].to_numpy() == NO_ROW) & ~is_alone))
        losses.measured(copies.pairs)
    return copies, kept.append_column("reason", pa.nulls(len(tokens), pa.string()))


def tables(copies: Any, kept: Any, parts: dict[str, list[Path]]) -> Any:
    """Make the columns and return the table of duplicates."""
    from audit.measure.duplication.columns import duplicates, duplication_columns
    from audit.measure.duplication.records.parts import Bodies

    duplication_columns(parts["signatures"], copies, kept, Bodies(parts["documents"]))
    return duplicates(parts["signatures"], copies)


def _restarted(clock: Clock) -> Clock:
    """Return the clock without the time since its last stop: the documents are written anyway."""
    again = Clock()
    again.stages = clock.stages
    return again


def make(documents: int, path: Path, truth: Path, *, is_templated: bool) -> None:
    """Write a corpus, and what was planted in it."""
    import pyarrow as pa
    import pyarrow.parquet as pq
    from duplication_corpus import news, templates

    texts, planted = (templates(documents), []) if is_templated else news(documents)
    pq.write_table(pa.table({"text": pa.array(texts, pa.large_string())}), path)
    truth.write_text(json.dumps(planted), "utf-8")
    print(json.dumps({"MB": sum(len(text.encode()) for text in texts) / 1e6}))


def scale(documents: int, *, is_templated: bool) -> dict[str, Any]:
    """Measure the whole step on one corpus, which another process makes: here no text of it is held."""
    from duplication_corpus import Planted

    import audit.measure.duplication.columns  # noqa: F401 what it takes is not what the documents take

    with TemporaryDirectory() as folder:
        path, truth = Path(folder, "texts.parquet"), Path(folder, "planted.json")
        made = alone("make", str(documents), str(path), str(truth), *(["--templates"] if is_templated else []))
        planted = [Planted(*each) for each in json.loads(truth.read_text("utf-8"))]
        base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        (copies, kept, table), clock = whole_step(texts_in(path), Path(folder))
    pairs = set(zip(copies.pairs["a_row"].to_pylist(), copies.pairs["b_row"].to_pylist(), strict=True))
    copied = {row for some in planted for row in (some.row, some.of)}
    aside = np.flatnonzero(kept["duplicate_of_row"].to_numpy() >= 0).tolist()
    hits = Counter(p.kind for p in planted if (min(p.row, p.of), max(p.row, p.of)) in pairs)
    return {
        "documents": documents,
        **made,
        "cpu": clock.stages,
        "total": sum(clock.stages.values()),
        "pairs": table.num_rows,
        "kinds": Counter(table["kind"].to_pylist()),
        "recall": {kind: hits[kind] / n for kind, n in sorted(Counter(p.kind for p in planted).items())},
        "unique set aside": sum(row not in copied for row in aside) if planted else len(aside),
        "left out": getattr(copies, "left_out", None),
        "MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MIB,
        "MiB before": base / MIB,
    }


def fingerprint_pass(file: Path | None) -> dict[str, float]:
    """Return MB/s of raw UTF-8 through `signatures`, and through its two kernels alone; the best of some rounds."""
    import polars as pl
    import pyarrow as pa
    from duplication_corpus import news

    from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
    from audit.measure.duplication.tokens.minhash import sketches
    from audit.measure.duplication.tokens.signature import signatures

    texts = pl.read_parquet(file)["text"].to_list() if file else news(20_000)[0]
    column = pa.array(texts, pa.large_string())
    raw, offsets = bytes_of(column)
    tables = list(parts_of(column.slice(start, PART) for start in range(0, len(column), PART)))

    def kernels() -> None:
        for start, end in loads(offsets):
            sketches(fold_bytes(raw, offsets[start : end + 1], np.empty(0, np.int64)))

    def signing() -> None:
        for documents, blocks in tables:
            signatures(documents, blocks)

    return {name: len(raw) / 1e6 / best(work) for name, work in (("kernels", kernels), ("signatures", signing))}


def best(work: Callable[[], None]) -> float:
    """Return the least CPU seconds of some rounds."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def alone(*arguments: str) -> dict[str, Any]:
    """Run a measurement in a process of its own and return what it prints."""
    command = [sys.executable, __file__, *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def cpu_of(command: list[str]) -> tuple[float, str]:
    """Run a command; return the CPU seconds of its processes and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return seconds, done.stdout.strip() if done.returncode == 0 else f"failed: {done.stderr.strip()[-200:]}"


def peers(documents: int, python: str) -> None:
    """Print the CPU seconds of each program on one corpus, as whole processes, and what of the copies it found."""
    with TemporaryDirectory() as folder:
        path, truth = Path(folder, "texts.parquet"), Path(folder, "planted.json")
        alone("make", str(documents), str(path), str(truth))
        commands = {"ours": [sys.executable, __file__, "ours", str(path), str(truth)]}
        names = ("gaoya", "rensa", "datasketch", "text-dedup")
        commands |= {name: [python, str(PEERS), name, str(path), str(truth)] for name in names}
        ours = 0.0
        for name, command in commands.items():
            seconds, said = cpu_of(command)
            ours = ours or seconds
            print(f"{name:12s} {seconds:8.1f} CPU s  {seconds / ours:6.1f} x  {said}", flush=True)


def ours(path: Path, truth: Path) -> None:
    """Print the share of each kind of planted copies that is found in the texts of a file."""
    with TemporaryDirectory() as folder:
        (copies, _, _), _ = whole_step(texts_in(path), Path(folder))
    pairs = set(zip(copies.pairs["a_row"].to_pylist(), copies.pairs["b_row"].to_pylist(), strict=True))
    planted = json.loads(truth.read_text("utf-8"))
    hits = Counter(kind for row, of, kind in planted if (min(row, of), max(row, of)) in pairs)
    print(" ".join(f"{kind}: {hits[kind] / n:.3f}" for kind, n in Counter(kind for _, _, kind in planted).items()))


def show_scale(counts: list[int], *, is_templated: bool) -> None:
    """Print a line for each size, and the exponents of growth between them."""
    found = [alone("one", str(count), *(["--templates"] if is_templated else [])) for count in counts]
    for one in found:
        print(json.dumps(one, ensure_ascii=False, default=float))
    for few, many in pairwise(found):
        exponent = np.log(many["total"] / few["total"]) / np.log(many["documents"] / few["documents"])
        print(f"{few['documents']:,} to {many['documents']:,} documents: exponent {exponent:.2f}")


def main() -> None:
    """Measure what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = options.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("scale")
    verb.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    verb.add_argument("--templates", action="store_true")
    verb = verbs.add_parser("one")
    verb.add_argument("documents", type=int)
    verb.add_argument("--templates", action="store_true")
    verb = verbs.add_parser("make")
    verb.add_argument("documents", type=int)
    verb.add_argument("path", type=Path)
    verb.add_argument("truth", type=Path)
    verb.add_argument("--templates", action="store_true")
    verb = verbs.add_parser("pass")
    verb.add_argument("file", type=Path, nargs="?")
    verb = verbs.add_parser("peers")
    verb.add_argument("--documents", type=int, default=100_000)
    verb.add_argument("--python", default=sys.executable)
    verb = verbs.add_parser("ours")
    verb.add_argument("path", type=Path)
    verb.add_argument("truth", type=Path)
    asked = options.parse_args()
    if asked.verb == "scale":
        show_scale(asked.documents, is_templated=asked.templates)
    elif asked.verb == "one":
        print(json.dumps(scale(asked.documents, is_templated=asked.templates), ensure_ascii=False))
    elif asked.verb == "make":
        make(asked.documents, asked.path, asked.truth, is_templated=asked.templates)
    elif asked.verb == "pass":
        print(json.dumps({name: round(number, 1) for name, number in fingerprint_pass(asked.file).items()}))
    elif asked.verb == "peers":
        peers(asked.documents, asked.python)
    else:
        ours(asked.path, asked.truth)


if __name__ == "__main__":
    main()
