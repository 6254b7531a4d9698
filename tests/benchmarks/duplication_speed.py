"""The cost of the duplication audit and what it finds, on generated texts or on yours, beside other programs.

    python tests/benchmarks/duplication_speed.py scale [--documents 10000 100000 1000000] [--templates]
    python tests/benchmarks/duplication_speed.py peers [--documents 100000] [--python PEERS-PYTHON]

`scale` runs the whole step (signatures, part files, pairs, verdicts, tables) on one core; CPU seconds, peak memory,
planted copies found by kind. `peers` starts a process for each program that PEERS-PYTHON can import, on the same texts,
and gives the CPU seconds of each whole process and their ratio to ours. Every measurement is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from duplication_step import texts_in, whole_step

from audit.hidden_packages import hide

MIB = 1 << 20
PEERS = Path(__file__).with_name("duplication_peers.py")


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
    verb = verbs.add_parser("peers")
    verb.add_argument("--documents", type=int, default=100_000)
    verb.add_argument("--python", default=sys.executable)
    verb = verbs.add_parser("ours")
    verb.add_argument("path", type=Path)
    verb.add_argument("truth", type=Path)
    asked = options.parse_args()
    # As every command of the program does.
    hide("pandas")
    if asked.verb == "scale":
        show_scale(asked.documents, is_templated=asked.templates)
    elif asked.verb == "one":
        print(json.dumps(scale(asked.documents, is_templated=asked.templates), ensure_ascii=False))
    elif asked.verb == "make":
        make(asked.documents, asked.path, asked.truth, is_templated=asked.templates)
    elif asked.verb == "peers":
        peers(asked.documents, asked.python)
    else:
        ours(asked.path, asked.truth)


if __name__ == "__main__":
    main()
