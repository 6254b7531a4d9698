"""The split of each document: from the card, or else from its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD
from audit.text.ids import container_of
from audit.worker.job import Kind

TRAIN: Final = "train"
# The words by which `datasets` recognises splits in file names
# (https://huggingface.co/docs/hub/datasets-file-names-and-splits), with its delimiters.
_WORDS: Final = {
    "train": TRAIN, "training": TRAIN,
    "validation": "validation", "valid": "validation", "dev": "validation", "val": "validation",
    "test": "test", "testing": "test", "eval": "test", "evaluation": "test",
}  # fmt: skip
_DELIMITERS: Final = re.compile(r"[-._ 0-9/]+")


@dataclass(frozen=True, slots=True)
class Splits:
    """The splits of a dataset, train first, then by name, and the split of each row (-1 for none)."""

    names: tuple[str, ...]
    of_row: np.ndarray

    def sizes(self) -> list[int]:
        """Return the number of documents in each split."""
        return [int((self.of_row == number).sum()) for number in range(len(self.names))]


def splits_of(root: Path, kind: Kind, ids: pa.ChunkedArray) -> Splits | None:
    """Return the splits of the documents `ids` read from `root`; None if there are fewer than two.

    Only records of containers have splits: a folder of texts called test is just a folder.
    """
    if kind == "release":
        return None
    paths = pl.DataFrame({"path": pl.Series([container_of(id) for id in ids.to_pylist()], dtype=pl.String)})
    patterns = tuple(_split_patterns(root)) if kind == "dataset" else ()
    files = paths["path"].drop_nulls().unique().to_list()
    of_file = {path: split for path in sorted(files) if (split := split_of_file(path, patterns))}
    names = tuple(sorted(set(of_file.values()), key=lambda name: (name != TRAIN, name)))
    if len(names) < len(("one", "another")):
        return None
    numbers = {path: names.index(split) for path, split in of_file.items()}
    of_row = paths["path"].replace_strict(numbers, default=-1, return_dtype=pl.Int64)
    return Splits(names, of_row.to_numpy())


def split_of_file(path: str, patterns: tuple[tuple[str, str], ...]) -> str | None:
    """Return the split of the data file at `path`: of the first matching pattern or, without patterns, by its name."""
    for split, pattern in patterns:
        if fnmatchcase(path, pattern):
            return split
    if patterns:
        return None
    words = _DELIMITERS.split(path.lower())
    return next((_WORDS[word] for word in reversed(words) if word in _WORDS), None)


def _split_patterns(root: Path) -> Iterator[tuple[str, str]]:
    """Yield split and pattern of a card's data files, as far as they are well formed."""
    try:
        configs = read_front_matter(root / CARD).get("configs")
    except (OSError, ValueError):
        return
    for config in configs if isinstance(configs, list) else ():
        found = config.get("data_files") if isinstance(config, Mapping) else None
        for entry in found if isinstance(found, list) else ():
            if isinstance(entry, Mapping) and isinstance(entry.get("split"), str):
                yield from ((entry["split"], pattern) for pattern in path_patterns(entry.get("path")))


def path_patterns(value: object) -> list[str]:
    """Return one or more patterns as plain patterns relative to the folder."""
    values = value if isinstance(value, list) else [value]
    return [text.removeprefix("./").replace("**/", "*") for text in values if isinstance(text, str)]
