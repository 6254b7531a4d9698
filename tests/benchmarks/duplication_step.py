"""The search for copies, step by step as a check runs it, on columns of texts."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

# Records of a kilobyte in a task of a check: eight megabytes of a file.
PART = 8_192
SIMILARITY = 0.5
SHA256_DIGITS = 64


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
        ids = pc.utf8_lpad(pa.array(range(start, start + len(body))).cast(pa.string()), 16, "0")
        lines = pc.split_pattern(body, "\n")
        line = pc.list_flatten(lines)
        kinds = pa.repeat(pa.scalar("paragraph"), len(line))
        blocks = {"id": ids.take(pc.list_parent_indices(lines)), "text": line, "kind": kinds}
        # No two files have the same bytes here.
        documents = {"id": ids, "title": pa.nulls(len(ids), pa.string()), "body": body}
        documents["sha256"] = pc.binary_repeat(ids, SHA256_DIGITS // 16)
        yield pa.table(documents), pa.table({**blocks, "boilerplate": pa.repeat(pa.scalar(value=False), len(line))})


def whole_step(texts: Iterable[Any], folder: Path) -> tuple[Any, Clock]:
    """Run the step as a check does; the texts are read back from part files like there."""
    from audit.measure.duplication.pairs.pairs import find_pairs
    from audit.measure.duplication.records.parts import Bodies, PartTable
    from audit.measure.duplication.records.whole_texts import TitledBodies
    from audit.measure.duplication.tokens.signature import signatures
    from audit.worker.parts.places import write_part

    parts: dict[str, list[Path]] = {"signatures": [], "documents": [], "blocks": []}
    clock = Clock()
    for nth, (documents, blocks) in enumerate(parts_of(texts)):
        clock = _restarted(clock)
        found = signatures(documents, blocks)
        clock.stop("signatures")
        for name, some in parts.items():
            some.append(folder / f"{nth}.{name}.parquet")
        write_part(parts["signatures"][-1], found)
        clock.stop("part files")
        write_part(parts["documents"][-1], documents)
        write_part(parts["blocks"][-1], blocks)
    clock = _restarted(clock)
    signed, bodies = PartTable.for_passes(parts["signatures"]), Bodies(parts["documents"])
    copies = find_pairs(signed, bodies, SIMILARITY)
    clock.stop("pairs")
    copies, kept = verdicts(copies, signed, bodies, TitledBodies(bodies))
    clock.stop("verdicts")
    table = tables(copies, kept, signed, bodies)
    clock.stop("tables")
    return (copies, kept, table), clock


def verdicts(copies: Any, signed: Any, bodies: Any, whole: Any) -> tuple[Any, Any]:
    """Return the copies with what each of them loses, and which are kept, the first of them."""
    import pyarrow as pa

    from audit.measure.duplication.keep import NO_ROW, choose_kept
    from audit.measure.duplication.losses.losses import Losses
    from audit.measure.duplication.losses.unknown_words import find_damaged
    from audit.policy import DuplicateSettings

    tokens = signed.numbers("tokens", np.int64)
    rows, eligible = np.arange(len(tokens)), np.ones(len(tokens), np.bool_)
    is_alone = np.bincount(copies.copies, minlength=len(tokens))[copies.copies] == 1
    with Losses(copies.pairs, bodies, whole, tokens) as losses:
        losses.read(np.flatnonzero(is_alone))
        copies = replace(copies, pairs=losses.measured(copies.pairs))
        find_damaged(copies, bodies, tokens, np.flatnonzero(is_alone))
        kept = choose_kept(copies, eligible, DuplicateSettings(), rows)
        stays = kept["duplicate_of_row"].to_numpy() == NO_ROW
        copies = replace(copies, pairs=losses.settled(copies.pairs, stays, np.flatnonzero(stays & ~is_alone)))
    return copies, kept.append_column("reason", pa.nulls(len(tokens), pa.string()))


def tables(copies: Any, kept: Any, signed: Any, bodies: Any) -> Any:
    """Make the columns and return the table of duplicates."""
    from audit.measure.duplication.columns import duplicates, duplication_columns

    duplication_columns(signed, copies, kept, bodies)
    return duplicates(signed, copies)


def _restarted(clock: Clock) -> Clock:
    """Return the clock without the time since its last stop: the documents are written anyway."""
    again = Clock()
    again.stages = clock.stages
    return again
